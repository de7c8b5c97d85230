//! The manifest, `kijun.yaml`: what is audited, by which rules, on what evidence.
//!
//! This file is the shape alone; `manifest/` reads it, checks it and says what is wrong with it.

mod check;
mod day;
mod level;
mod lint;
mod organisation;
mod parts;
mod places;
mod read;
mod report;
mod sample;
pub(crate) mod wrong;

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

pub use day::Day;
pub use level::{
    Level, LevelCheck, LevelForce, LevelMatter, LevelMeasure, LevelResult, LevelRow, LevelSeverity,
};
pub use lint::{LintLevel, LintPath, LintPlan};
pub use organisation::{Organisation, People, Units};
pub use places::Places;
pub use read::{manifest_schema, read_manifest, rules_named};
pub use report::{Listing, ReportPlan};
pub use sample::Sample;

/// A project: one body, one audited period.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The manifest's own version; 1.
    pub kijun: u32,
    /// The project's name.
    pub project: String,
    /// Its title in the project's language.
    #[serde(default)]
    pub title: Option<String>,
    /// Its title in English.
    #[serde(default)]
    pub title_en: Option<String>,
    /// The audited period; both days belong to it.
    pub period: Period,
    /// The audit date, on which `today` stands. Absent: the last day of the period.
    #[serde(default)]
    pub today: Option<Day>,
    /// The day whose editions bind. Absent: the first day of the period.
    #[serde(default)]
    pub as_of: Option<Day>,
    /// Rule files and folders (read whole, in order of name), relative to the manifest. They may lie
    /// outside the project's folder.
    pub rules: Vec<String>,
    /// The standards that bind, by name. Absent: all that the rules hold.
    #[serde(default)]
    pub standards: Option<Vec<String>>,
    /// Sources of evidence.
    #[serde(default)]
    pub evidence: Vec<Source>,
    /// The field of a subject that names the unit that answers for it.
    #[serde(default = "default_unit")]
    pub unit: String,
    /// Units and people, and who holds which role.
    #[serde(default)]
    pub organisation: Organisation,
    /// Statements (`standard:clause#label`) that ask whether the evidence is all there. What they find comes before all other
    /// findings, since the rest of the audit cannot see it.
    #[serde(default)]
    pub coverage: Vec<String>,
    /// Samples to be drawn.
    #[serde(default)]
    pub samples: Vec<Sample>,
    /// The run record of the audit before, relative to the manifest. Its findings are evidence: subjects of the built-in kind
    /// `earlier_finding`.
    #[serde(default)]
    pub previous: Option<String>,
    /// The annual report.
    #[serde(default)]
    pub report: ReportPlan,
    /// What is expected to find nothing: file patterns of `evidence`, kinds, or statements
    /// (`standard:clause#label`). Anything else that finds nothing fails the run.
    #[serde(default)]
    pub expect_empty: Vec<String>,
    /// The level of a finding, in order: the first row that fits.
    #[serde(default)]
    pub levels: Option<Vec<LevelRow>>,
    /// What lints look for in the rules. An audit does not ask them.
    #[serde(default)]
    pub lint: LintPlan,
    /// How many days before its end an exception that nothing takes up is told to end soon. 0: never. Absent: 30.
    #[serde(default = "default_warn_days")]
    pub warn_days: u16,
    /// Days on which no business is done.
    #[serde(default)]
    pub calendar: Calendar,
    /// Bounds on the input.
    #[serde(default)]
    pub limits: Limits,
    /// Where each part was written.
    #[serde(skip)]
    pub places: Places,
}

impl Manifest {
    /// The audit date, on which `today` stands.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today.unwrap_or(self.period.end).0
    }

    /// The day whose editions bind.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of.unwrap_or(self.period.start).0
    }

    /// Whether the manifest expects that this pattern, kind or statement finds nothing.
    #[must_use]
    pub fn expects_empty(&self, name: &str) -> bool {
        self.expect_empty.iter().any(|expected| expected == name)
    }
}

/// First and last day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
}

/// One source: files whose records are subjects of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The kind of subject.
    pub kind: String,
    /// A file pattern inside the project folder. `*` and `?` stay within a name, `**` crosses
    /// folders, `{id}` captures (part of) a name into the field `id`. A name that begins with a dot is
    /// met only by a pattern that writes the dot.
    pub files: String,
    /// Absent: by the file's extension.
    #[serde(default)]
    pub format: Option<Format>,
    /// The encoding of texts: `utf-8`, `shift_jis` or `euc-jp`. Absent: UTF-8.
    #[serde(default)]
    pub encoding: Option<Encoding>,
    /// Of a workbook: the name of the sheet. Absent: the first that is not hidden.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Of a table: the row that names the columns, counted from 1. Absent: the first among the first rows that names the kind's key.
    #[serde(default)]
    pub header: Option<u32>,
    /// Where the records are inside a file: names separated by dots, such as `inventory.servers`. A
    /// list there gives a subject per element, a map one per entry (see `entry`), a record one.
    /// Absent: the top of the file.
    #[serde(default)]
    pub records: Option<String>,
    /// Where `records` is a map: the field that takes each entry's name.
    #[serde(default)]
    pub entry: Option<String>,
    /// Names in this evidence, by field: `accepted_on: 検収日`, `password.min_length: 最小長`. They come before
    /// the vocabulary's `from`.
    #[serde(default)]
    pub from: BTreeMap<String, String>,
    /// Fields that every record of this source has, in the evidence's spelling.
    #[serde(default)]
    pub constants: BTreeMap<String, Scalar>,
    /// The day on which this evidence was taken.
    #[serde(default)]
    pub taken_on: Option<Day>,
    /// The name, in this evidence, of the day on which a record was taken. It comes before `taken_on`.
    #[serde(default)]
    pub taken_from: Option<String>,
    /// Joins these records into the subjects of the other sources of the kind, by the kind's key.
    #[serde(default)]
    pub join: Option<Join>,
}

/// How records are joined into the subjects of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The field of the subject that takes the record. Absent: the record's fields are the subject's.
    #[serde(default)]
    pub at: Option<String>,
    /// The name, in this evidence, of the value that equals the subject's key. Absent: read as the key is.
    #[serde(default)]
    pub on: Option<String>,
}

/// A scalar as written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Scalar {
    /// `true`, `false`
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other word, date or number, quoted.
    Text(String),
}

impl Scalar {
    /// As it was written.
    pub(crate) fn text(&self) -> String {
        match self {
            Scalar::Bool(holds) => holds.to_string(),
            Scalar::Int(n) => n.to_string(),
            Scalar::Text(text) => text.clone(),
        }
    }
}

/// A format of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// YAML 1.2, one document or several.
    Yaml,
    /// JSON.
    Json,
    /// JSON Lines: one value on each line.
    Jsonl,
    /// Comma-separated values with a header row.
    Csv,
    /// A sheet of a workbook, with a header row.
    Xlsx,
    /// A document with front matter in YAML, which is one record. Its sections are under the name `sections`.
    Markdown,
}

impl Format {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Yaml => "YAML",
            Format::Json => "JSON",
            Format::Jsonl => "JSON Lines",
            Format::Csv => "CSV",
            Format::Xlsx => "XLSX",
            Format::Markdown => "Markdown",
        }
    }

    /// Whether records are rows under a header.
    #[must_use]
    pub fn is_table(self) -> bool {
        matches!(self, Format::Csv | Format::Xlsx)
    }
}

/// An encoding of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Shift_JIS with Microsoft's extensions.
    #[serde(rename = "shift_jis")]
    ShiftJis,
    /// EUC-JP.
    #[serde(rename = "euc-jp")]
    EucJp,
}

impl Encoding {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::ShiftJis => "Shift_JIS",
            Encoding::EucJp => "EUC-JP",
        }
    }
}

/// Days on which no business is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Days of the week, in English. Absent: saturday, sunday.
    #[serde(default)]
    pub weekend: Option<Vec<Weekday>>,
    /// Dates.
    #[serde(default)]
    pub holidays: Vec<Day>,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "seven days")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Bounds on the input; what exceeds one is refused by the limit's name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Bytes of one file that must be held whole (rules, YAML, JSON, Markdown), and of what a workbook unpacks to.
    pub file_bytes: u64,
    /// Bytes of one line of JSON Lines, or of one row of a table.
    pub line_bytes: u64,
    /// Depth of nesting.
    pub depth: u32,
    /// Values that the aliases of one YAML file add, or columns that the merged cells of one sheet cross.
    pub values: u64,
    /// Subjects of a kind that a statement may run through for each subject without an index.
    pub scan: u64,
    /// Diagnostics of one file that are reported; the rest are counted.
    pub diagnostics: u32,
    /// Steps of search that one question about documents may take; what takes more is undecided.
    pub solver_steps: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            file_bytes: 256 << 20,
            line_bytes: 16 << 20,
            depth: 128,
            values: 1_000_000,
            scan: 1000,
            diagnostics: 100,
            solver_steps: 200_000,
        }
    }
}

fn default_unit() -> String {
    "unit".to_owned()
}

fn default_warn_days() -> u16 {
    30
}
