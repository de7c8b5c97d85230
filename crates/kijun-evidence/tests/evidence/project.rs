//! A project in a folder, read from end to end, and its outcome in words.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use kijun_diag::{At, Catalogue, Diagnostic, Diagnostics, Lang, Place, Sources};
use kijun_evidence::{Directory, Known, Plan, Questions, Reading, References, plan, read, read_manifest};
use kijun_model::{Cell, Content, Field, Model, Subject, Type, Value};

/// What came of a project.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) sources: Sources,
    pub(crate) model: Model,
    pub(crate) subjects: Vec<Subject>,
    pub(crate) reading: Reading,
    pub(crate) known: Known,
    pub(crate) diagnostics: Diagnostics,
}

/// Reads the project in a folder. `None` as a manifest: one that names the folder `rules`.
pub(crate) fn run(root: &Path) -> Outcome {
    let mut outcome = Outcome::default();
    let text = fs::read_to_string(root.join("kijun.yaml")).unwrap();
    let file = outcome.sources.add("kijun.yaml", text.as_str());
    let (manifest, diagnostics) = read_manifest(file, &text);
    outcome.diagnostics.append(diagnostics);
    let Some(manifest) = manifest else { return outcome };
    outcome.rules(root, &manifest.rules);
    let (plan, diagnostics) = plan(&outcome.model, &manifest);
    outcome.diagnostics.append(diagnostics);
    outcome.read(root, &plan, manifest.limits.diagnostics);
    outcome
}

impl Outcome {
    fn rules(&mut self, root: &Path, folders: &[String]) {
        let (name, text) = kijun_model::PRELUDE;
        let mut files = vec![self.sources.add(name, text)];
        for folder in folders {
            for path in rule_files(&root.join(folder)) {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                files.push(self.sources.add(name, fs::read_to_string(&path).unwrap()));
            }
        }
        let mut trees = Vec::new();
        for file in files {
            let text = self.sources.get(file).text().cloned().unwrap();
            let (tree, diagnostics) = kijun_syntax::parse(file, &text);
            self.diagnostics.append(diagnostics);
            trees.push(tree);
        }
        let (model, diagnostics) = kijun_model::build(&trees);
        self.diagnostics.append(diagnostics);
        self.model = model;
    }

    fn read(&mut self, root: &Path, plan: &Plan, most: u32) {
        let Outcome { model, sources, subjects, .. } = self;
        let mut directory = Directory::new(model, &plan.organised);
        let mut questions = Questions::new(model, plan, &|_| true);
        let mut references = References::new(model, plan, &questions.kinds());
        let mut reading = read(model, plan, root, sources, &mut |subject| {
            directory.look(&subject);
            references.look(&subject);
            questions.look(&subject, &mut references);
            subjects.push(subject);
        });
        let (known, of_organisation) = directory.finish(most);
        let whole = |kind| reading.complete(model, kind);
        let of_references = references.finish(most, &whole, &|_, _| false);
        self.diagnostics.append(std::mem::take(&mut reading.diagnostics));
        self.diagnostics.append(of_organisation);
        self.diagnostics.append(of_references);
        self.diagnostics.append(questions.finish(most));
        self.known = known;
        self.reading = reading;
    }

    /// The units, each under the one above it, and who holds which role.
    pub(crate) fn organisation_text(&self) -> String {
        let mut text = String::new();
        let mut depths = BTreeMap::new();
        for unit in &self.known.units {
            let depth = unit.parent.as_ref().and_then(|parent| depths.get(parent)).map_or(0, |d| d + 1);
            depths.insert(&unit.key, depth);
            let title = unit.titles.get("ja").unwrap();
            writeln!(text, "{}{} {title}", "  ".repeat(depth), unit.key).unwrap();
        }
        for (role, holders) in &self.known.holders {
            let holders: Vec<&str> = holders.iter().map(|key| &**key).collect();
            writeln!(text, "{}: {}", self.model.role(*role).name, holders.join(", ")).unwrap();
        }
        text
    }

    /// The subjects, one a line, fields that are absent left out.
    pub(crate) fn subjects_text(&self) -> String {
        let mut text = String::new();
        for subject in &self.subjects {
            let kind = self.model.kind(subject.kind);
            let fields = self.record(&kind.fields, &subject.cells);
            let taken = subject.taken_on.map_or(String::new(), |day| format!(" taken {day}"));
            let place = self.place(subject.place);
            writeln!(text, "{} {} at {place}{taken} {{ {fields} }}", kind.name, subject.key).unwrap();
        }
        for (i, kind) in self.model.kinds.iter().enumerate() {
            let id = kijun_model::KindId::from_index(i);
            if self.subjects.iter().any(|s| s.kind == id) && !self.reading.complete(&self.model, id) {
                writeln!(text, "not all {}", kind.name).unwrap();
            }
        }
        text
    }

    fn record(&self, fields: &[Field], cells: &[Cell]) -> String {
        let present = fields.iter().zip(cells).filter(|(_, cell)| cell.content != Content::Absent);
        let parts = present.map(|(field, cell)| format!("{}: {}", field.name, self.cell(&field.ty, cell)));
        parts.collect::<Vec<_>>().join("  ")
    }

    fn cell(&self, ty: &Type, cell: &Cell) -> String {
        match (&cell.content, ty.required()) {
            (Content::Absent, _) => "absent".to_owned(),
            (Content::Null, _) => "null".to_owned(),
            (Content::Malformed, _) => "malformed".to_owned(),
            (Content::Value(value), _) => format!("{}@{}", self.value(value), self.place(cell.place)),
            (Content::Record(cells), Type::Record(id)) => {
                format!("{{ {} }}", self.record(&self.model.record(*id).fields, cells))
            }
            (Content::List(items), Type::List(ty)) => {
                let items: Vec<String> = items.iter().map(|item| self.cell(ty, item)).collect();
                format!("[ {} ]", items.join("  "))
            }
            (Content::Map(entries), Type::Map(ty)) => {
                let entries: Vec<String> =
                    entries.iter().map(|(name, cell)| format!("{name:?}: {}", self.cell(ty, cell))).collect();
                format!("{{ {} }}", entries.join("  "))
            }
            (content, ty) => format!("{content:?} for {ty:?}"),
        }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Bool(b) => b.to_string(),
            Value::Number(n) => n.to_string(),
            Value::Text(text) => format!("{text:?}"),
            Value::Date(date) => date.to_string(),
            Value::DateTime(datetime) => datetime.to_string(),
            Value::Duration(d) => format!("{} months {} seconds", d.months, d.seconds),
            Value::BusinessDays(n) => format!("{n} business days"),
            Value::Version(version) => format!("v{:?}", version.as_str()),
            Value::Size(n) => format!("{n} B"),
            Value::Percent(n) => format!("{n}%"),
            Value::Ip(ip) => ip.to_string(),
            Value::Member(id, n) => self.model.enumeration(*id).members[*n as usize].name.to_string(),
        }
    }

    /// The diagnostics as a person reads them, without the source.
    pub(crate) fn diagnostics_text(&self) -> String {
        let catalogue = Catalogue::new(Lang::En);
        let mut text = String::new();
        for diagnostic in &self.diagnostics {
            self.diagnostic(&catalogue, diagnostic, &mut text);
        }
        text
    }

    fn diagnostic(&self, catalogue: &Catalogue, diagnostic: &Diagnostic, text: &mut String) {
        let words = catalogue.wording(diagnostic);
        let at = diagnostic.at.map_or("-".to_owned(), |at| self.at(at));
        writeln!(text, "{at} {}: {}", diagnostic.id, words.message).unwrap();
        for (label, related) in diagnostic.related.iter().zip(&words.related) {
            writeln!(text, "  {}: {related}", self.at(label.at)).unwrap();
        }
        if let Some(help) = words.help {
            writeln!(text, "  help: {help}").unwrap();
        }
    }

    fn at(&self, at: At) -> String {
        match at {
            At::Place(place) => format!("{}:{}", self.sources.get(place.file).name(), self.place(place)),
            At::Span(span) => {
                let source = self.sources.get(span.file);
                let position = source.position(span.start);
                format!("{}:{}:{}", source.name(), position.line, position.column)
            }
        }
    }

    fn place(&self, place: Place) -> String {
        format!("{}:{}", place.line, place.column)
    }
}

fn rule_files(path: &Path) -> Vec<std::path::PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let mut entries: Vec<_> = fs::read_dir(path).into_iter().flatten().map(|e| e.unwrap().path()).collect();
    entries.sort();
    let rules = |p: &std::path::PathBuf| p.is_dir() || p.extension().is_some_and(|e| e == "kijun");
    entries.into_iter().filter(rules).flat_map(|p| rule_files(&p)).collect()
}
