//! What each command does, from arguments to an exit code.

mod audit;
mod check;
mod conform;
mod diff;
mod explain;
mod fmt;
mod follow_up;
mod graph;
mod init;
mod lint;
mod manual;
mod pdf;
mod questionnaire;
mod report;
mod runs;
mod sample;
mod sign;
mod test;
mod verify;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use kijun::Loaded;
use kijun_diag::{Catalogue, Diagnostics, Sources};

use crate::args::{Args, Command, Common};
use crate::exit::Exit;
use crate::files;
use crate::locale;
use crate::render::diagnostics::Renderer;
use crate::screen::{columns, only_styles, wrap};

/// Runs the command.
pub(crate) fn run(args: &Args) -> Exit {
    let catalogue = Catalogue::new(locale::language(args.common.lang.map(Into::into)));
    let cx = Cx { common: &args.common, catalogue };
    match &args.command {
        Command::Audit(audit) => audit::run(&cx, audit),
        Command::Init(init) => init::run(&cx, init),
        Command::Completions(completions) => manual::completions(&cx, completions),
        Command::Man(man) => manual::pages(&cx, man),
        Command::Check(check) => check::run(&cx, check),
        Command::Test(test) => test::run(&cx, test),
        Command::Lint(lint) => lint::run(&cx, lint),
        Command::Conform(conform) => conform::run(&cx, conform),
        Command::Diff(diff) => diff::run(&cx, diff),
        Command::FollowUp(follow_up) => follow_up::run(&cx, follow_up),
        Command::Fmt(fmt) => fmt::run(&cx, fmt),
        Command::Graph(graph) => graph::run(&cx, graph),
        Command::Report(report) => report::run(&cx, report),
        Command::Explain(explain) => explain::run(&cx, explain),
        Command::Questionnaire(questionnaire) => questionnaire::run(&cx, questionnaire),
        Command::Sample(sample) => sample::run(&cx, sample),
        Command::Verify(verify) => verify::run(&cx, verify),
        Command::Sign(sign) => sign::run(&cx, sign),
    }
}

/// What every command needs.
pub(crate) struct Cx<'a> {
    pub(crate) common: &'a Common,
    pub(crate) catalogue: Catalogue,
}

impl Cx<'_> {
    /// Loads the project that was asked for, or the nearest one upward; says so if there is none.
    fn load(&self) -> Result<Loaded, Exit> {
        self.project().map(|root| kijun::load(&root))
    }

    /// Where the project is that was asked for, or the nearest one upward; says so if there is none.
    fn project(&self) -> Result<PathBuf, Exit> {
        self.root().ok_or_else(|| {
            self.complain("no-project", &[("manifest", kijun::MANIFEST.into())]);
            Exit::BadInput
        })
    }

    fn root(&self) -> Option<PathBuf> {
        match &self.common.project {
            Some(folder) => folder.join(kijun::MANIFEST).is_file().then(|| folder.clone()),
            None => kijun::find_root(&std::env::current_dir().ok()?),
        }
    }

    /// The day that was asked for; says so if it is none.
    fn day(&self, text: Option<&str>) -> Result<Option<Date>, ()> {
        match text.map(str::parse::<Date>) {
            None => Ok(None),
            Some(Ok(date)) => Ok(Some(date)),
            Some(Err(_)) => {
                self.complain("not-a-date", &[("text", text.unwrap_or_default().into())]);
                Err(())
            }
        }
    }

    /// Whether an output is none of the files that were read for it; says so if it is one.
    fn spares(&self, output: Option<&Path>, read: &[PathBuf]) -> Result<(), Exit> {
        match output.and_then(|output| files::lost(output, read)) {
            None => Ok(()),
            Some(path) => {
                self.complain("output-is-input", &[("path", path.display().to_string().into())]);
                Err(Exit::BadInput)
            }
        }
    }

    /// Writes a file whole; says so where that cannot be done.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Exit> {
        files::write_whole(path, bytes).map_err(|error| self.cannot_write(path, &error.to_string()))
    }

    fn cannot_write(&self, path: &Path, why: &str) -> Exit {
        self.complain("cannot-write", &[("path", path.display().to_string().into()), ("why", why.into())]);
        Exit::Fault
    }

    /// Prints words for a person to standard output.
    fn show(&self, text: &str) -> Exit {
        self.print(&only_styles(text))
    }

    /// Prints data to standard output. That nobody reads on is no error.
    fn print(&self, text: &str) -> Exit {
        let written = anstream::stdout().lock().write_all(text.as_bytes());
        match written {
            Ok(()) => Exit::Fine,
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Fine,
            Err(_) => Exit::Fault,
        }
    }

    /// Prints a message of the catalogue to standard error.
    fn complain(&self, key: &str, args: &[(&'static str, kijun_diag::Arg)]) {
        self.print_aside(&format!("{}\n", self.catalogue.text(key, args)));
    }

    /// The same in lines that a screen holds.
    fn complain_wrapped(&self, key: &str, args: &[(&'static str, kijun_diag::Arg)]) {
        let text = self.catalogue.text(key, args);
        self.print_aside(&format!("{}\n", wrap(&text, columns()).join("\n")));
    }

    fn print_aside(&self, text: &str) {
        // Where even standard error is closed, there is nobody to tell.
        let _ = anstream::stderr().lock().write_all(only_styles(text).as_bytes());
    }

    /// Prints diagnostics to standard error.
    fn diagnostics(&self, loaded: &Loaded, sources: &Sources, diagnostics: &Diagnostics) {
        self.diagnostics_in(Some(&loaded.root), sources, diagnostics);
    }

    /// The same, of a project that may not be there.
    fn diagnostics_in(&self, root: Option<&Path>, sources: &Sources, diagnostics: &Diagnostics) {
        let root = root.unwrap_or(Path::new(""));
        let renderer = Renderer { catalogue: &self.catalogue, sources, root, colour: true };
        for diagnostic in diagnostics {
            self.print_aside(&format!("{}\n", renderer.human(diagnostic)));
        }
    }

    fn renderer<'r>(&'r self, loaded: &'r Loaded, sources: &'r Sources) -> Renderer<'r> {
        Renderer { catalogue: &self.catalogue, sources, root: &loaded.root, colour: true }
    }
}
