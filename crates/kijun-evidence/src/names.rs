//! Names that a manifest gives to fields in one source: `password.min_length: 最小長`.

use std::collections::BTreeMap;

use kijun_diag::Span;

/// Names in evidence, by field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    own: Option<Own>,
    below: BTreeMap<String, Names>,
}

/// The name of one field.
#[derive(Clone, Debug)]
pub(crate) struct Own {
    /// The name.
    pub(crate) name: String,
    /// Its number among those that the manifest gives in this source.
    pub(crate) number: usize,
}

/// A name that the manifest expects in a source, and where it says so.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    /// The name.
    pub(crate) name: String,
    /// Where the manifest gives it.
    pub(crate) span: Span,
}

impl Names {
    /// Gives a name to the field at a dotted path.
    pub(crate) fn insert(&mut self, path: &str, name: &str, number: usize) {
        let mut names = self;
        for part in path.split('.') {
            names = names.below.entry(part.to_owned()).or_default();
        }
        names.own = Some(Own { name: name.to_owned(), number });
    }

    /// The name of the field itself.
    pub(crate) fn own(&self) -> Option<&Own> {
        self.own.as_ref()
    }

    /// The field that goes by a name in evidence.
    pub(crate) fn field_of(&self, name: &str) -> Option<&str> {
        let has_name = |names: &Names| names.own.as_ref().is_some_and(|own| own.name == name);
        self.below.iter().find(|(_, names)| has_name(names)).map(|(field, _)| field.as_str())
    }

    /// Names of a field below.
    pub(crate) fn below(&self, field: &str) -> Option<&Names> {
        self.below.get(field)
    }
}
