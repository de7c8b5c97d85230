//! What a report is made from besides a record: templates and prose, read from the folders that a manifest names.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use kijun_diag::{At, Diagnostic, Diagnostics, Sources, Span, ids};
use kijun_findings::RunRecord;
use kijun_report::{Gap, Prose, TemplateError, Templates};

use crate::load::Loaded;

/// Folders inside a folder of templates; a link that leads in a circle ends here.
const DEEPEST_FOLDER: u32 = 8;

/// Bytes of one template or one text of prose.
const LARGEST_FILE: u64 = 4 << 20;

/// Where prose would have to be, where the manifest names no folder.
const USUAL_PROSE: &str = "report";

/// The folder, among templates, of prose that several years share.
const SHARED_PROSE: &str = "prose";

/// Templates and prose, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Materials {
    /// The body's own templates.
    pub templates: Templates,
    /// The body's own words.
    pub prose: Prose,
    /// The manifest, and templates that something is said about.
    pub sources: Sources,
    /// What could not be read.
    pub diagnostics: Diagnostics,
}

/// Reads the templates and the prose of a project; `templates` is a folder that stands for the manifest's. Without a project there are
/// only the templates that Kijun brings along.
#[must_use]
pub fn materials(loaded: Option<&Loaded>, templates: Option<&Path>) -> Materials {
    let mut materials = Materials::default();
    let manifest = loaded.and_then(|loaded| Some((loaded, loaded.manifest.as_ref()?)));
    if let Some((loaded, _)) = manifest {
        materials.sources = loaded.sources.clone();
    }
    let plan = manifest.map(|(loaded, manifest)| (&loaded.root, &manifest.report, &manifest.places));
    let named = |name: &Option<String>, key: &str| {
        let (root, _, places) = plan?;
        let name = name.as_deref()?;
        Some(Folder { path: root.join(name), shown: tidy(name), at: places.value(key) })
    };
    let own = templates.map(|path| Folder {
        path: path.to_path_buf(),
        shown: tidy(&path.to_string_lossy()),
        at: None,
    });
    if let Some(folder) =
        own.or_else(|| plan.and_then(|(_, plan, _)| named(&plan.templates, "report.templates")))
    {
        let is_template = |name: &str| [".j2", ".html", ".md", ".css"].iter().any(|end| name.ends_with(end));
        materials.templates.own = materials.read(&folder, &is_template);
        materials.prose.shared = prose_of(&materials.templates.own);
        materials.prose.shared_folder = format!("{}/{SHARED_PROSE}", folder.shown);
        materials.templates.folder = folder.shown;
    }
    USUAL_PROSE.clone_into(&mut materials.prose.folder);
    if let Some(folder) = plan.and_then(|(_, plan, _)| named(&plan.prose, "report.prose")) {
        materials.prose.files = materials.read(&folder, &|name| name.ends_with(".md"));
        materials.prose.folder = folder.shown;
    }
    materials
}

/// The prose that stands beside templates, by name.
fn prose_of(templates: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let inside = templates.iter().filter_map(|(name, text)| {
        let file = name.strip_prefix(SHARED_PROSE)?.strip_prefix('/')?;
        file.ends_with(".md").then(|| (file.to_owned(), text.clone()))
    });
    inside.collect()
}

struct Folder {
    path: PathBuf,
    shown: String,
    /// Where the manifest names it.
    at: Option<Span>,
}

impl Materials {
    fn read(&mut self, folder: &Folder, wanted: &dyn Fn(&str) -> bool) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        self.collect(folder, &folder.path, "", wanted, &mut found, 0);
        found
    }

    fn collect(
        &mut self,
        folder: &Folder,
        path: &Path,
        name: &str,
        wanted: &dyn Fn(&str) -> bool,
        found: &mut BTreeMap<String, String>,
        depth: u32,
    ) {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.complain(folder, name, &error),
        };
        for entry in entries.flatten() {
            let file = entry.file_name().to_string_lossy().into_owned();
            let inner = if name.is_empty() { file.clone() } else { format!("{name}/{file}") };
            if file.starts_with('.') {
                continue;
            }
            if entry.path().is_dir() && depth < DEEPEST_FOLDER {
                self.collect(folder, &entry.path(), &inner, wanted, found, depth + 1);
            } else if wanted(&file) && entry.path().is_file() {
                match text(&entry.path()) {
                    Ok(text) => _ = found.insert(inner, text),
                    Err(error) => self.complain(folder, &inner, &error),
                }
            }
        }
    }

    fn complain(&mut self, folder: &Folder, name: &str, why: &std::io::Error) {
        let path = if name.is_empty() { folder.shown.clone() } else { format!("{}/{name}", folder.shown) };
        let diagnostic =
            Diagnostic { at: folder.at.map(At::Span), ..Diagnostic::nowhere(ids::REPORT_UNREADABLE) };
        self.diagnostics.push(diagnostic.with("path", path).with("why", why.to_string()));
    }

    /// What is wrong with a template, at its line.
    pub fn template_error(&mut self, error: &TemplateError) -> Diagnostic {
        let at = error.text.as_deref().map(|text| At::Span(self.line(error, text)));
        let wrong = Diagnostic { at, ..Diagnostic::nowhere(ids::REPORT_TEMPLATE) };
        wrong.with("template", error.template.as_str()).with("detail", error.detail.as_str())
    }

    /// The line of an error in its template.
    fn line(&mut self, error: &TemplateError, text: &str) -> Span {
        let file = self.sources.add(error.template.clone(), text);
        let before = text.split_inclusive('\n').take(error.line.saturating_sub(1));
        let start: usize = before.map(str::len).sum();
        let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file, start: place(start), end: place(start + line.trim_end().len()) }
    }
}

/// What a report asked for in vain, as a diagnostic.
#[must_use]
pub fn gap(gap: &Gap) -> Diagnostic {
    match gap {
        Gap::Prose(file) => Diagnostic::nowhere(ids::REPORT_NO_PROSE).with("file", file.as_str()),
        Gap::Measure(name) => Diagnostic::nowhere(ids::REPORT_NO_MEASURE).with("name", name.as_str()),
        Gap::Listing(name) => Diagnostic::nowhere(ids::REPORT_NO_LISTING).with("name", name.as_str()),
    }
}

/// Reads a run record.
///
/// # Errors
///
/// Why it cannot be read, in the words of the machine.
pub fn read_run(path: &Path) -> Result<RunRecord, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    kijun_findings::from_json(&text).map_err(|error| error.to_string())
}

/// A path as it is shown: forward slashes, nothing at the end.
fn tidy(path: &str) -> String {
    path.replace('\\', "/").trim_end_matches('/').trim_start_matches("./").to_owned()
}

fn text(path: &Path) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(std::io::Error::other(format!("larger than {LARGEST_FILE} bytes")));
    }
    String::from_utf8(bytes).map_err(std::io::Error::other)
}
