//! `kijun report`: a run to the annual report.

use std::path::{Path, PathBuf};

use kijun::{Loaded, Materials, Options};
use kijun_diag::{Arg, Diagnostics};
use kijun_findings::RunRecord;
use kijun_report::{Format, Gap, Report, TemplateError};

use super::{Cx, pdf};
use crate::args::{ReportArgs, ReportFormat};
use crate::exit::Exit;
use crate::files::with_ending;

/// Makes the report, writes it, and says what it lacks.
pub(crate) fn run(cx: &Cx<'_>, args: &ReportArgs) -> Exit {
    match made(cx, args) {
        Ok(()) => Exit::Fine,
        Err(exit) => exit,
    }
}

fn made(cx: &Cx<'_>, args: &ReportArgs) -> Result<(), Exit> {
    check_arguments(cx, args)?;
    let loaded = match (cx.root(), &args.run) {
        (None, Some(_)) => None,
        _ => Some(cx.load()?),
    };
    let record = record(cx, args, loaded.as_ref())?;
    let previous = previous(cx, args, loaded.as_ref())?;
    cx.spares(args.output.as_deref(), &read(args, loaded.as_ref(), &record))?;
    doubts(cx, args, loaded.as_ref(), &record, previous.as_ref());
    let materials = kijun::materials(loaded.as_ref(), args.templates.as_deref());
    let mut making = Making { cx, args, loaded: loaded.as_ref(), materials };
    if making.materials.diagnostics.has_errors() {
        making.say(&making.materials.diagnostics);
        return Err(making.nothing_made());
    }
    let (templates, prose) = (making.materials.templates.clone(), making.materials.prose.clone());
    let report = Report {
        record: &record,
        previous: previous.as_ref(),
        templates: &templates,
        prose: &prose,
        lang: cx.catalogue.lang(),
    };
    making.make(&report)
}

/// The files that a report is made from.
fn read(args: &ReportArgs, loaded: Option<&Loaded>, record: &RunRecord) -> Vec<PathBuf> {
    let inputs = loaded.into_iter().flat_map(|loaded| {
        loaded.inputs.iter().chain(&record.inputs).map(|file| loaded.root.join(&file.path))
    });
    let templates =
        args.templates.iter().flat_map(|folder| with_ending(folder, &["html", "md", "j2", "jinja", "css"]));
    inputs.chain(args.run.clone()).chain(args.previous.clone()).chain(templates).collect()
}

/// What cannot be asked for together, before anything is read.
fn check_arguments(cx: &Cx<'_>, args: &ReportArgs) -> Result<(), Exit> {
    let is_text = matches!(args.format, ReportFormat::Html | ReportFormat::Md);
    if args.split_by.is_some() && !is_text {
        cx.complain("report-not-split", &[]);
        return Err(Exit::BadInput);
    }
    if args.output.is_none() && (!is_text || args.split_by.is_some()) {
        let format = format!("{:?}", args.format).to_lowercase();
        cx.complain("report-needs-output", &[("format", format.into())]);
        return Err(Exit::BadInput);
    }
    Ok(())
}

/// The record that was named; otherwise one of the project as it is now.
fn record(cx: &Cx<'_>, args: &ReportArgs, loaded: Option<&Loaded>) -> Result<RunRecord, Exit> {
    if let Some(path) = &args.run {
        return read_run(cx, path);
    }
    let Some(loaded) = loaded else { return Err(Exit::BadInput) };
    match kijun::audit(loaded, Options::default()) {
        Some(audit) => {
            cx.diagnostics(loaded, &audit.sources, &audit.diagnostics);
            Ok(audit.record)
        }
        None => {
            cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
            cx.complain("audit-not-begun", &[]);
            Err(Exit::BadInput)
        }
    }
}

/// The record of the year before: the one named here, else the one that the manifest names.
fn previous(cx: &Cx<'_>, args: &ReportArgs, loaded: Option<&Loaded>) -> Result<Option<RunRecord>, Exit> {
    let named = || loaded?.previous.as_ref().map(|previous| previous.record.clone());
    match &args.previous {
        Some(path) => read_run(cx, path).map(Some),
        None => Ok(named()),
    }
}

/// Why the records that were named may not be those that are meant.
fn doubts(
    cx: &Cx<'_>,
    args: &ReportArgs,
    loaded: Option<&Loaded>,
    record: &RunRecord,
    previous: Option<&RunRecord>,
) {
    let manifest = loaded.and_then(|loaded| loaded.manifest.as_ref());
    if let (Some(path), Some(manifest)) = (&args.run, manifest)
        && manifest.project != record.project
    {
        let path = ("path", path.display().to_string().into());
        let (run, project) = (record.project.as_str(), manifest.project.as_str());
        cx.complain("report-other-project", &[path, ("run", run.into()), ("project", project.into())]);
    }
    if let (Some(_), Some(previous)) = (&args.previous, previous) {
        let names = [("old", previous.project.as_str().into()), ("new", record.project.as_str().into())];
        for doubt in kijun_findings::follow_up(previous, record).doubts {
            cx.complain(&format!("follow-up-doubt-{}", doubt.name()), &names);
        }
    }
}

fn read_run(cx: &Cx<'_>, path: &Path) -> Result<RunRecord, Exit> {
    kijun::read_run(path).map_err(|why| {
        cx.complain("report-no-run", &[("path", path.display().to_string().into()), ("why", why.into())]);
        Exit::BadInput
    })
}

struct Making<'a> {
    cx: &'a Cx<'a>,
    args: &'a ReportArgs,
    loaded: Option<&'a Loaded>,
    materials: Materials,
}

impl Making<'_> {
    fn make(&mut self, report: &Report<'_>) -> Result<(), Exit> {
        match (self.args.format, self.args.split_by) {
            (ReportFormat::Html | ReportFormat::Md, Some(split)) => self.letters(report, split.into()),
            (ReportFormat::Html, _) => self.text(report, Format::Html),
            (ReportFormat::Md, _) => self.text(report, Format::Markdown),
            (ReportFormat::Pdf, _) => self.pdf(report),
            (ReportFormat::Xlsx, _) => self.workbook(report),
        }
    }

    fn text(&mut self, report: &Report<'_>, format: Format) -> Result<(), Exit> {
        let written = report.text(format).map_err(|error| self.wrong(&error))?;
        self.gaps(&written.gaps);
        match &self.args.output {
            Some(path) => self.write(path, written.text.as_bytes()),
            None => match self.cx.print(&written.text) {
                Exit::Fine => Ok(()),
                exit => Err(exit),
            },
        }
    }

    fn pdf(&mut self, report: &Report<'_>) -> Result<(), Exit> {
        let Some(path) = &self.args.output else { return Err(Exit::BadInput) };
        let Some(browser) = pdf::browser() else {
            self.cx.complain("report-no-browser", &[]);
            return Err(Exit::BadInput);
        };
        let lang = report.lang.tag();
        if pdf::has_font(lang) == Some(false) {
            self.cx.complain("report-no-font", &[("lang", lang.into())]);
            return Err(Exit::BadInput);
        }
        let written = report.text(Format::Html).map_err(|error| self.wrong(&error))?;
        self.gaps(&written.gaps);
        let bytes = pdf::print(&browser, &written.text).map_err(|why| {
            let browser = browser.display().to_string();
            self.cx.complain("report-browser-failed", &[("browser", browser.into()), ("why", why.into())]);
            Exit::BadInput
        })?;
        self.write(path, &bytes)
    }

    fn workbook(&mut self, report: &Report<'_>) -> Result<(), Exit> {
        let Some(path) = &self.args.output else { return Err(Exit::BadInput) };
        let bytes = report.workbook().map_err(|error| {
            self.cx.complain("report-workbook-failed", &[("why", error.to_string().into())]);
            Exit::Fault
        })?;
        self.write(path, &bytes)
    }

    fn letters(&mut self, report: &Report<'_>, split: kijun_report::Split) -> Result<(), Exit> {
        let Some(folder) = &self.args.output else { return Err(Exit::BadInput) };
        let format = if self.args.format == ReportFormat::Html { Format::Html } else { Format::Markdown };
        let letters = report.letters(split, format).map_err(|error| self.wrong(&error))?;
        let gaps: Vec<Gap> = letters.iter().flat_map(|letter| letter.gaps.clone()).collect();
        self.gaps(&gaps);
        std::fs::create_dir_all(folder).map_err(|error| self.cx.cannot_write(folder, &error.to_string()))?;
        for letter in &letters {
            self.cx.write(&folder.join(&letter.file), letter.text.as_bytes())?;
        }
        let n = letters.len().saturating_sub(1);
        self.told("report-letters-made", &[("path", folder.display().to_string().into()), ("n", n.into())]);
        Ok(())
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Exit> {
        self.cx.write(path, bytes)?;
        self.told("report-made", &[("path", path.display().to_string().into())]);
        Ok(())
    }

    fn told(&self, key: &str, args: &[(&'static str, Arg)]) {
        if !self.cx.common.quiet {
            self.cx.complain(key, args);
        }
    }

    fn wrong(&mut self, error: &TemplateError) -> Exit {
        let mut all = Diagnostics::default();
        all.push(self.materials.template_error(error));
        self.say(&all);
        self.nothing_made()
    }

    fn nothing_made(&self) -> Exit {
        self.cx.complain("report-not-made", &[]);
        Exit::BadInput
    }

    /// Says what the report asked for in vain, each once.
    fn gaps(&self, gaps: &[Gap]) {
        let mut all = Diagnostics::default();
        for (i, gap) in gaps.iter().enumerate() {
            if !gaps[..i].contains(gap) {
                all.push(kijun::gap(gap));
            }
        }
        self.say(&all);
    }

    fn say(&self, diagnostics: &Diagnostics) {
        self.cx.diagnostics_in(self.loaded.map(|loaded| &*loaded.root), &self.materials.sources, diagnostics);
    }
}
