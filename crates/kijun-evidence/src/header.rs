//! The header of a table against what its source needs: told once there, not again for each row.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_diag::Place;
use kijun_model::Model;
use unicode_normalization::UnicodeNormalization;

use crate::build::Stop;
use crate::given::Met;
use crate::names::Names;
use crate::plan::{Slot, SourcePlan, is_scalar};
use crate::report::Report;
use crate::wrong::{self, Keyless};

/// A file's header.
pub(crate) struct Header<'a> {
    /// The file's name.
    pub(crate) path: &'a str,
    /// The names of its columns.
    pub(crate) columns: &'a [&'a str],
    /// Where it stands.
    pub(crate) place: Place,
}

/// The names that something takes from a table. They are compared by their normal form.
#[derive(Debug, Default)]
pub(crate) struct Expected {
    /// Names as they are sought, by their normal form.
    spellings: BTreeMap<String, Vec<Arc<str>>>,
    /// Of each field of the key that columns tell, the names of such columns.
    keys: Vec<Vec<String>>,
}

/// A column's name as names are compared: without line breaks and blanks around it, and in one width.
pub(crate) fn normal(name: &str) -> String {
    let unbroken: String = name.chars().filter(|c| !matches!(c, '\r' | '\n')).nfkc().collect();
    unbroken.trim().to_owned()
}

impl Expected {
    /// The names that a source takes.
    pub(crate) fn new(model: &Model, source: &SourcePlan) -> Expected {
        let taken: BTreeSet<&String> = source.taken.iter().collect();
        let mut spellings: BTreeMap<String, Vec<Arc<str>>> = BTreeMap::new();
        for name in taken {
            spellings.entry(normal(name)).or_default().push(name.as_str().into());
        }
        let on = source.join.as_ref().and_then(|join| join.on).and_then(|number| source.given.get(number));
        let keys = match on {
            Some(on) => vec![vec![normal(&on.name)]],
            None => keys(model, source).map(|i| key_names(model, source, i)).collect(),
        };
        Expected { spellings, keys }
    }

    /// Whether something takes a column of this name.
    pub(crate) fn takes(&self, name: &str) -> bool {
        self.spellings.contains_key(name) || self.takes_part(name)
    }

    /// How a name is spelt where it is sought.
    pub(crate) fn spellings(&self, name: &str) -> Vec<Arc<str>> {
        match self.spellings.get(name) {
            Some(spellings) => spellings.clone(),
            None if self.takes_part(name) => vec![name.into()],
            None => Vec::new(),
        }
    }

    /// Whether a row of these names is the header: it has what the key is read from.
    pub(crate) fn is_header(&self, names: &[String]) -> bool {
        !self.keys.is_empty() && self.keys.iter().all(|key| key.iter().any(|name| names.contains(name)))
    }

    /// Whether a dotted name leads into a record that something takes.
    fn takes_part(&self, name: &str) -> bool {
        name.split_once('.').is_some_and(|(first, _)| self.spellings.contains_key(first))
    }
}

/// Whether every name that the manifest gives has its column. `Err`: no row can have a key, and why has been reported.
pub(crate) fn check(
    model: &Model,
    source: &SourcePlan,
    header: &Header<'_>,
    met: &mut Met<'_>,
    report: &mut Report,
) -> Result<bool, Stop> {
    let separated_otherwise =
        matches!(header.columns, [only] if only.contains([';', '\t']) && !source.taken.contains(*only));
    let kind = model.kind(source.kind);
    if let Some(i) = keys(model, source).next().filter(|_| separated_otherwise) {
        let field = &kind.fields[i];
        let why = Keyless::Separator;
        report.push(wrong::missing_key(header.place, &field.name, &kind.name, field.span, why));
        return Err(Stop);
    }
    let whole = met.columns(header.path, header.columns, report);
    let mut missing =
        keys(model, source).filter(|&i| !has_column(model, source, i, header.columns)).peekable();
    let keyless = missing.peek().is_some();
    for field in missing.map(|i| &kind.fields[i]) {
        let why = Keyless::Header;
        report.push(wrong::missing_key(header.place, &field.name, &kind.name, field.span, why));
    }
    if keyless { Err(Stop) } else { Ok(whole) }
}

/// The fields of the key that columns tell.
fn keys<'a>(model: &'a Model, source: &'a SourcePlan) -> impl Iterator<Item = usize> + 'a {
    let kind = model.kind(source.kind);
    kind.key().filter(move |&i| is_scalar(&kind.fields[i].ty) && !filled(model, source, i))
}

/// The names of columns that may tell a field of the key.
fn key_names(model: &Model, source: &SourcePlan, i: usize) -> Vec<String> {
    let field = &model.kind(source.kind).fields[i];
    match (source.names.below(&field.name).and_then(Names::own), &field.from[..]) {
        (Some(own), _) => vec![normal(&own.name)],
        (None, []) => vec![normal(&field.name)],
        (None, names) => names.iter().map(|name| normal(name)).collect(),
    }
}
/// Whether the manifest fills a field of the key by itself.
fn filled(model: &Model, source: &SourcePlan, i: usize) -> bool {
    let name = &model.kind(source.kind).fields[i].name;
    let slot = source.slot(model, name);
    let constants = source.constants.iter().map(|(slot, _)| *slot);
    let mut slots = source.captures.iter().copied().chain(source.entry).chain(constants);
    slots.any(|filled| Some(filled) == slot || filled == Slot::Key(i))
}

/// Whether a column may tell a field of the key. Of a name that the manifest gives, that is told elsewhere.
fn has_column(model: &Model, source: &SourcePlan, i: usize, columns: &[&str]) -> bool {
    let field = &model.kind(source.kind).fields[i];
    let on = source.join.as_ref().is_some_and(|join| join.on.is_some());
    let given = source.names.below(&field.name).and_then(Names::own).is_some();
    let by_vocabulary = match &field.from[..] {
        [] => columns.contains(&&*field.name),
        names => names.iter().any(|name| columns.contains(&&**name)),
    };
    on || given || by_vocabulary
}
