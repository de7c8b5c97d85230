//! Every diagnostic's id: a group and a name, both for ever.

use crate::Severity;

/// A diagnostic's id, such as `syntax/unclosed-block`.
///
/// Ids are never renumbered or reused. Each has a message in every catalogue, a page in
/// `docs/reference/diagnostics`, and one place in the code that emits it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    name: &'static str,
    severity: Severity,
}

impl Id {
    /// Group and name: `syntax/unclosed-block`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The group: `syntax`.
    #[must_use]
    pub fn group(self) -> &'static str {
        self.name.split('/').next().unwrap_or(self.name)
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.severity
    }
}

impl std::fmt::Debug for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

macro_rules! ids {
    ($($severity:ident $constant:ident = $name:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`")]
            pub const $constant: Id = Id { name: $name, severity: Severity::$severity };
        )*
        /// Every id, in the order of this file.
        pub const ALL: &[Id] = &[$($constant),*];
    };
}

ids! {
    // syntax: a text that is not the language.
    Error UNEXPECTED = "syntax/unexpected";

    // resolve: a name that means nothing, or two things.

    // type: an expression that does not fit together.

    // graph: documents that do not fit together.

    // manifest: kijun.yaml.

    // evidence: files about systems and people.

    // audit: a run that judged nothing, or less than it seems.
}

/// The id with this name.
#[must_use]
pub fn find(name: &str) -> Option<Id> {
    ALL.iter().copied().find(|id| id.name == name)
}
