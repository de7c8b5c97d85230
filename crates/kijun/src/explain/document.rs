//! The head of a document with its clauses, and a kind with its fields.

use kijun_findings::{Location, Texts};
use kijun_model::{EditionId, KindId};
use kijun_standards::{State, cite_edition};

use crate::load::Loaded;
use crate::words::{Words, location};

/// An edition of a standard.
#[derive(Clone, Debug)]
pub struct Document {
    /// `standard@edition`
    pub standard: String,
    /// Its title.
    pub title: Texts,
    /// Its tier.
    pub tier: String,
    /// How it stands on the day whose editions bind; absent where no manifest says a day.
    pub state: Option<Standing>,
    /// What it must conform to, with titles.
    pub conforms_to: Vec<(String, Texts)>,
    /// Its clauses, as they are cited, with titles.
    pub clauses: Vec<(String, Texts)>,
    /// Where it was written.
    pub at: Location,
}

/// How an edition stands on a day.
#[derive(Clone, Debug)]
pub struct Standing {
    /// `in-force`, `coming`, `superseded`, `lapsed`.
    pub name: &'static str,
    /// Since when it is superseded, from when it will be or until when it was in force.
    pub day: String,
    /// What superseded it.
    pub by: String,
}

/// A kind of subject.
#[derive(Clone, Debug)]
pub struct KindPage {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Texts,
    /// The kind it is a special case of.
    pub is: Option<String>,
    /// Its fields.
    pub fields: Vec<FieldRow>,
    /// Where it was declared.
    pub at: Location,
}

/// A field of a kind.
#[derive(Clone, Debug)]
pub struct FieldRow {
    /// Its name.
    pub name: String,
    /// Its type, as the language writes it.
    pub ty: String,
    /// Its title.
    pub title: Texts,
    /// Whether it is (part of) the key.
    pub key: bool,
}

/// The editions that a name means: `standard`, or `standard@edition` for one.
#[must_use]
pub fn documents(loaded: &Loaded, name: &str) -> Vec<Document> {
    let model = &loaded.model;
    let all = (0..model.editions.len()).map(EditionId::from_index);
    let named = all.filter(|&id| *model.edition(id).name == *name || cite_edition(model, id) == name);
    let words = Words::new();
    named.map(|id| document(loaded, &words, id)).collect()
}

fn document(loaded: &Loaded, words: &Words, id: EditionId) -> Document {
    let model = &loaded.model;
    let edition = model.edition(id);
    let titled = |id: EditionId| {
        let edition = model.edition(id);
        (cite_edition(model, id), words.titles(&edition.titles, &edition.name))
    };
    let (standard, title) = titled(id);
    let clause = |&id: &kijun_model::ClauseId| {
        let clause = model.clause(id);
        (format!("{}:{}", edition.name, clause.number), words.titles(&clause.titles, ""))
    };
    Document {
        standard,
        title,
        tier: edition.tier.as_deref().unwrap_or("").to_owned(),
        state: loaded.days().map(|(as_of, _)| standing(loaded, loaded.standards.state(id, as_of))),
        conforms_to: edition.conforms_to.iter().map(|link| titled(link.to)).collect(),
        clauses: edition.clauses.iter().map(clause).collect(),
        at: location(&loaded.sources, edition.span),
    }
}

fn standing(loaded: &Loaded, state: State) -> Standing {
    let (name, day, by) = match state {
        State::InForce { .. } => ("in-force", None, None),
        State::Coming { from } => ("coming", Some(from), None),
        State::Superseded { by, since } => ("superseded", Some(since), Some(by)),
        State::Lapsed { until } => ("lapsed", Some(until), None),
    };
    Standing {
        name,
        day: day.map(|day| day.to_string()).unwrap_or_default(),
        by: by.map(|by| cite_edition(&loaded.model, by)).unwrap_or_default(),
    }
}

/// The kind with this name.
#[must_use]
pub fn kind(loaded: &Loaded, name: &str) -> Option<KindPage> {
    let model = &loaded.model;
    let words = Words::new();
    let kind = model.kind(model.kind_named(name)?);
    let field = |field: &kijun_model::Field| FieldRow {
        name: field.name.to_string(),
        ty: model.show_type(&field.ty),
        title: words.titles(&field.titles, ""),
        key: field.key,
    };
    let above = |id: KindId| model.kind(id).name.to_string();
    Some(KindPage {
        name: kind.name.to_string(),
        title: words.titles(&kind.titles, ""),
        is: kind.is.map(above),
        fields: kind.fields.iter().map(field).collect(),
        at: location(&loaded.sources, kind.span),
    })
}

/// The names of all exceptions, measures, documents and kinds.
#[must_use]
pub fn names(loaded: &Loaded) -> Vec<String> {
    let model = &loaded.model;
    let exceptions = model.exceptions.iter().map(|e| e.id.to_string());
    let documents = model.editions.iter().map(|e| e.name.to_string());
    let kinds = model.kinds.iter().map(|k| k.name.to_string());
    let measures = model.measures.iter().map(|m| m.name.to_string());
    let mut names: Vec<String> = exceptions.chain(measures).chain(documents).chain(kinds).collect();
    names.sort();
    names.dedup();
    names
}
