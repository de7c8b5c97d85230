//! Names that a manifest gives to fields in one source: `password.min_length: 最小長`.

use std::collections::BTreeMap;

/// Names in evidence, by field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    own: Option<String>,
    below: BTreeMap<String, Names>,
}

impl Names {
    /// Gives a name to the field at a dotted path.
    pub(crate) fn insert(&mut self, path: &str, name: &str) {
        let mut names = self;
        for part in path.split('.') {
            names = names.below.entry(part.to_owned()).or_default();
        }
        names.own = Some(name.to_owned());
    }

    /// The name of the field itself.
    pub(crate) fn own(&self) -> Option<&str> {
        self.own.as_deref()
    }

    /// Names of a field below.
    pub(crate) fn below(&self, field: &str) -> Option<&Names> {
        self.below.get(field)
    }

    /// Every name given.
    pub(crate) fn all<'a>(&'a self, into: &mut Vec<&'a str>) {
        into.extend(self.own());
        for names in self.below.values() {
            names.all(into);
        }
    }
}
