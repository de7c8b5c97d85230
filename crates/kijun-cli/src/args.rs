//! The command line as clap reads it.

mod lint;
mod records;
mod tests;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use kijun_diag::Lang;
use kijun_findings::Level;

pub(crate) use lint::LintArgs;
pub(crate) use records::{SignArgs, VerifyArgs, VerifyFormat};
pub(crate) use tests::TestArgs;

/// Policy as code for standards: rules, documents and evidence to findings.
#[derive(Debug, Parser)]
#[command(name = "kijun", version, max_term_width = 100, disable_help_subcommand = true)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Common {
    /// The project's folder; otherwise the nearest folder upward that has a kijun.yaml
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) project: Option<PathBuf>,
    /// The language of messages; otherwise the locale's
    #[arg(long, global = true, value_name = "LANG")]
    pub(crate) lang: Option<LangArg>,
    /// Say less: leave out exceptions and figures
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a project to begin with
    Init(InitArgs),
    /// Judge the evidence against the documents in force
    Audit(AuditArgs),
    /// Read rules, documents, manifest and mappings, and say what is wrong with them
    Check(CheckArgs),
    /// Say what is probably not meant in rules that can be read, and put right what can be
    Lint(LintArgs),
    /// Hold lower documents against higher ones: coverage, proofs, counterexamples
    Conform(ConformArgs),
    /// Say what is different between two runs and why, or between two editions of a standard
    Diff(DiffArgs),
    /// Say what became of every finding of an earlier run
    FollowUp(FollowUpArgs),
    /// Lay out rule files: one layout for every text, and never another meaning
    Fmt(FmtArgs),
    /// Show the standards, their editions and links
    Graph(GraphArgs),
    /// Make the annual report from a run, templates and prose
    Report(ReportArgs),
    /// Run the tests that rules hold
    Test(TestArgs),
    /// Explain a diagnostic's id, a provision, a finding, or what else has a name
    Explain(ExplainArgs),
    /// Write a sheet for each role with the questions that it must answer
    Questionnaire(QuestionnaireArgs),
    /// Draw a sample that the manifest plans, or verify one that was drawn
    Sample(SampleArgs),
    /// Say whether a run record is what it says: its figures, its inputs, the runs before it, its signature
    Verify(VerifyArgs),
    /// Sign a run record, or make a key to sign with
    Sign(SignArgs),
    /// Print what a shell needs to complete commands and options
    Completions(CompletionsArgs),
    /// Write the manual pages of all commands into a folder
    Man(ManArgs),
}

/// `kijun audit`
#[derive(Debug, ClapArgs)]
pub(crate) struct AuditArgs {
    /// How to print
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: Format,
    /// Write the run record here
    #[arg(long, short, value_name = "RUN")]
    pub(crate) output: Option<PathBuf>,
    /// Keep every file that was read in the folder `inputs` beside the record, by digest
    #[arg(long, requires = "output")]
    pub(crate) keep: bool,
    /// Sign the record with this private key
    #[arg(long, value_name = "PRIVATE.pem", requires = "output")]
    pub(crate) sign: Option<PathBuf>,
    /// The least level that makes the command exit with 1
    #[arg(long, default_value = "finding", value_name = "LEVEL")]
    pub(crate) fail_on: LevelArg,
    /// Hold the run against this run record: only what is new or worse makes the command exit with 1
    #[arg(long, value_name = "RUN")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write the record over the baseline though it has something new or worse, lost sight of something, or is as if on another day
    #[arg(long, requires = "baseline", requires = "output")]
    pub(crate) accept_worse: bool,
    /// Judge with the editions in force on this day, as if it were today; for a day to come, say what fails from when
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Say of an exception that it ends soon when it does so within so many days; 0: never; otherwise as `warn_days` of the manifest says
    #[arg(long, value_name = "N")]
    pub(crate) warn_days: Option<u16>,
    /// Group findings by who answers for them
    #[arg(long, value_name = "WHO")]
    pub(crate) by: Option<By>,
    /// How many threads evaluate; otherwise one for each core
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
    /// Show every finding's chain and evidence, not only the first of each statement
    #[arg(long, short)]
    pub(crate) verbose: bool,
}

/// `kijun init`
#[derive(Debug, ClapArgs)]
pub(crate) struct InitArgs {
    /// The folder of the project; otherwise the current one
    pub(crate) folder: Option<PathBuf>,
    /// What to begin with
    #[arg(long, default_value = "minimal", value_name = "TEMPLATE")]
    pub(crate) template: TemplateArg,
}

/// A project to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TemplateArg {
    /// One standard, its tests, two servers
    Minimal,
    /// A government's standard, a ministry's, a procedure; units, people, servers
    #[value(alias = "moj")]
    Ministry,
}

/// `kijun completions`
#[derive(Debug, ClapArgs)]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}

/// `kijun man`
#[derive(Debug, ClapArgs)]
pub(crate) struct ManArgs {
    /// The folder to write into; it is made if it is not there
    #[arg(long, short, value_name = "DIR")]
    pub(crate) output: PathBuf,
}

/// `kijun conform`
#[derive(Debug, ClapArgs)]
pub(crate) struct ConformArgs {
    /// Only these lower documents, by name or name@edition; may be given more than once
    #[arg(long, value_name = "STD")]
    pub(crate) from: Vec<String>,
    /// Only these higher documents
    #[arg(long, value_name = "STD")]
    pub(crate) to: Vec<String>,
    /// How to print
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: ConformFormat,
    /// Explain what was asked about a provision (`standard:clause#label`), above or below, and the answer
    #[arg(long, value_name = "REF")]
    pub(crate) explain: Option<String>,
    /// Compare the editions in force on this day, as if it were today
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Steps of search that one question may take; otherwise as `limits.solver_steps` says
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) effort: Option<u64>,
    /// The least level that makes the command exit with 1
    #[arg(long, default_value = "finding", value_name = "LEVEL")]
    pub(crate) fail_on: LevelArg,
}

/// How to print a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ConformFormat {
    /// For a person
    Human,
    /// A document with tables
    Markdown,
    /// The matrix for a spreadsheet
    Csv,
    /// One JSON value
    Json,
}

/// `kijun diff`
#[derive(Debug, ClapArgs)]
pub(crate) struct DiffArgs {
    /// The older run: a run record (`kijun audit -o`), or the folder of a project; or an edition (`name@edition`), or a rule file
    pub(crate) old: PathBuf,
    /// The newer one, of the same sort
    #[arg(required_unless_present = "rules", conflicts_with = "rules")]
    pub(crate) new: Option<PathBuf>,
    /// Instead of a newer run: what would these rules, laid over those of the run, have found in its evidence? Rule files, folders, or the
    /// folder of a project; may be given more than once
    #[arg(long, value_name = "PATH")]
    pub(crate) rules: Vec<PathBuf>,
    /// With --rules: the editions in force on this day; otherwise those of the run's day, or those of the first day on which all new
    /// editions are in force
    #[arg(long, value_name = "DATE", requires = "rules", conflicts_with = "new")]
    pub(crate) as_of: Option<String>,
    /// How to print
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: DiffFormat,
    /// Where to write; otherwise to standard output. A workbook needs a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Where the inputs of the older record are, if they are neither beside it nor in the project that it lies in
    #[arg(long, value_name = "DIR")]
    pub(crate) old_project: Option<PathBuf>,
    /// The same for the newer record
    #[arg(long, value_name = "DIR")]
    pub(crate) new_project: Option<PathBuf>,
    /// Do not look for causes: compare what the records say
    #[arg(long)]
    pub(crate) no_causes: bool,
    /// The least level of a finding that makes the command exit with 1 if it is new or worse, or is told now and cannot be compared
    #[arg(long, default_value = "finding", value_name = "LEVEL")]
    pub(crate) fail_on: LevelArg,
    /// List also what only moved, what is the same by provision, and which results changed
    #[arg(long, short)]
    pub(crate) verbose: bool,
}

/// How to print a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For a person
    Human,
    /// One JSON value
    Json,
    /// For a pull request
    Markdown,
    /// One page with the two years side by side, that loads nothing from elsewhere
    Html,
    /// A row for each change, for a spreadsheet
    Csv,
    /// A workbook
    Xlsx,
}

/// `kijun fmt`
#[derive(Debug, ClapArgs)]
pub(crate) struct FmtArgs {
    /// Rule files and folders with rule files; otherwise those of the project. `-`: from standard input to standard output
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write nothing: list the files that would change, and exit with 1 if there are some
    #[arg(long)]
    pub(crate) check: bool,
    /// Write nothing: print what would change as a unified diff, and exit with 1 if something would
    #[arg(long)]
    pub(crate) diff: bool,
}

/// `kijun follow-up`
#[derive(Debug, ClapArgs)]
pub(crate) struct FollowUpArgs {
    /// The earlier run: a run record (`kijun audit -o`), or the folder of a project
    pub(crate) old: PathBuf,
    /// The later run
    pub(crate) new: PathBuf,
    /// How to print
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: FollowUpFormat,
    /// The least level of a finding that makes the command exit with 1 if it persists or is lost from sight, or if what is said of it
    /// is not borne out
    #[arg(long, default_value = "finding", value_name = "LEVEL")]
    pub(crate) fail_on: LevelArg,
    /// List also what was fixed
    #[arg(long, short)]
    pub(crate) verbose: bool,
}

/// How to print a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FollowUpFormat {
    /// For a person
    Human,
    /// One JSON value
    Json,
    /// A document with tables
    Markdown,
    /// A row for each finding, for a spreadsheet
    Csv,
}

/// `kijun report`
#[derive(Debug, ClapArgs)]
pub(crate) struct ReportArgs {
    /// The run record to report on; otherwise the project is audited now
    #[arg(long, value_name = "RUN")]
    pub(crate) run: Option<PathBuf>,
    /// The run record of the year before; otherwise the one that the manifest names
    #[arg(long, value_name = "RUN")]
    pub(crate) previous: Option<PathBuf>,
    /// What to make
    #[arg(long, default_value = "html", value_name = "FORMAT")]
    pub(crate) format: ReportFormat,
    /// Where to write; a folder with --split-by. Otherwise, html and md go to standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write one report for each recipient, with only what that recipient answers for
    #[arg(long, value_name = "BY")]
    pub(crate) split_by: Option<SplitArg>,
    /// A folder of templates, instead of the one that the manifest names
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
}

/// What a report is made as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// One page that loads nothing from elsewhere
    Html,
    /// Markdown
    Md,
    /// Printed by an installed Chromium
    Pdf,
    /// A workbook
    Xlsx,
}

/// By whom a report is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SplitArg {
    /// By the unit that answers
    Unit,
    /// By the role that answers
    Role,
}

impl From<SplitArg> for kijun_report::Split {
    fn from(split: SplitArg) -> kijun_report::Split {
        match split {
            SplitArg::Unit => kijun_report::Split::Unit,
            SplitArg::Role => kijun_report::Split::Role,
        }
    }
}

/// `kijun check`
#[derive(Debug, ClapArgs)]
pub(crate) struct CheckArgs {
    /// Rule files and folders to check by themselves; otherwise the project
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to print
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: Format,
}

/// `kijun graph`
#[derive(Debug, ClapArgs)]
pub(crate) struct GraphArgs {
    /// The notation
    #[arg(long, default_value = "tree", value_name = "FORMAT")]
    pub(crate) format: GraphFormat,
    /// Clause by clause, not only document by document
    #[arg(long)]
    pub(crate) clauses: bool,
}

/// `kijun explain`
#[derive(Debug, ClapArgs)]
pub(crate) struct ExplainArgs {
    /// An id (`resolve/unknown-field`), a lint (`unguarded-optional`), a provision (`standard:clause#label`), a finding (`F-…`), or the name of an exception, a
    /// measure, a document or a kind
    pub(crate) what: String,
}

/// `kijun questionnaire`
#[derive(Debug, ClapArgs)]
pub(crate) struct QuestionnaireArgs {
    /// The folder to write to, one file for each role; it is made if it is not there
    #[arg(long, short, default_value = "questionnaires", value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// What to write
    #[arg(long, default_value = "xlsx", value_name = "FORMAT")]
    pub(crate) format: SheetFormat,
    /// Only this role's questions
    #[arg(long, value_name = "ROLE")]
    pub(crate) role: Option<String>,
    /// Each question once, without subjects, to print and fill in by hand
    #[arg(long)]
    pub(crate) blank: bool,
    /// Ask what binds on this day, as if it were today
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Replace files that are there and hold something else
    #[arg(long)]
    pub(crate) overwrite: bool,
}

/// `kijun sample`
#[derive(Debug, ClapArgs)]
pub(crate) struct SampleArgs {
    /// The sample, by its name in the manifest; otherwise all are shown
    pub(crate) name: Option<String>,
    /// Write every candidate here, drawn or not
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// What to write; otherwise as the file's name says, or CSV
    #[arg(long, value_name = "FORMAT", requires = "output")]
    pub(crate) format: Option<SheetFormat>,
    /// Replace a file that is there and holds something else
    #[arg(long, requires = "output")]
    pub(crate) overwrite: bool,
    /// Compute a file of a draw again, and say what differs
    #[arg(long, value_name = "FILE", conflicts_with_all = ["name", "output"])]
    pub(crate) verify: Option<PathBuf>,
}

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SheetFormat {
    /// A workbook
    Xlsx,
    /// Comma-separated values
    Csv,
}

impl SheetFormat {
    /// The ending of the file's name.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            SheetFormat::Xlsx => "xlsx",
            SheetFormat::Csv => "csv",
        }
    }
}

/// A language.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LangArg {
    /// Japanese
    Ja,
    /// English
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Lang {
        match lang {
            LangArg::Ja => Lang::Ja,
            LangArg::En => Lang::En,
        }
    }
}

/// By whom findings are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    /// The unit that answers
    Unit,
    /// The role that answers
    Role,
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person
    Human,
    /// One JSON value
    Json,
    /// One JSON value on each line
    Jsonl,
}

/// A notation for graphs.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum GraphFormat {
    /// Indented text
    Tree,
    /// Graphviz
    Dot,
    /// Mermaid
    Mermaid,
    /// JSON
    Json,
}

impl From<GraphFormat> for kijun::Notation {
    fn from(format: GraphFormat) -> kijun::Notation {
        match format {
            GraphFormat::Tree => kijun::Notation::Tree,
            GraphFormat::Dot => kijun::Notation::Dot,
            GraphFormat::Mermaid => kijun::Notation::Mermaid,
            GraphFormat::Json => kijun::Notation::Json,
        }
    }
}

/// A level of findings.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LevelArg {
    /// A violation to be put right at once (緊急改善)
    Urgent,
    /// A violation of what binds (指摘事項)
    Finding,
    /// Something recommended that is not done (助言)
    Advice,
    /// Something that would be better otherwise (推奨)
    Recommendation,
    /// Nothing makes it exit with 1
    Never,
}

impl LevelArg {
    pub(crate) fn level(self) -> Option<Level> {
        match self {
            LevelArg::Urgent => Some(Level::Urgent),
            LevelArg::Finding => Some(Level::Finding),
            LevelArg::Advice => Some(Level::Advice),
            LevelArg::Recommendation => Some(Level::Recommendation),
            LevelArg::Never => None,
        }
    }
}
