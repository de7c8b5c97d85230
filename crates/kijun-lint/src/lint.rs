//! What a lint is: a record that explains it, and a check.

use kijun_diag::{Diagnostic, Id, Severity, Span};

use crate::Cx;

/// A lint.
#[derive(Clone, Copy, Debug)]
pub struct Lint {
    /// Its id: `lint/NAME`.
    pub id: Id,
    /// What sort of thing it looks for.
    pub group: Group,
    /// How bad it is, unless the project says otherwise.
    pub level: Level,
    /// Whether it knows what to write instead.
    pub fix: Fixable,
    /// What it costs.
    pub cost: Cost,
    /// One line.
    pub summary: &'static str,
    /// What it looks for.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// Rules that it hits at each line that ends in `#~`, and nowhere else.
    pub example: &'static str,
    /// The same without what it hits.
    pub instead: &'static str,
    /// Looks for it.
    pub(crate) check: fn(&Cx<'_>) -> Vec<Diagnostic>,
}

impl Lint {
    /// Its name, without the group of its id.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.id.name().split_once('/').map_or(self.id.name(), |(_, name)| name)
    }

    /// A hit.
    pub(crate) fn at(&self, span: Span) -> Diagnostic {
        Diagnostic::new(self.id, span)
    }
}

/// What sort of thing a lint looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A rule that does not do what it seems to.
    Correctness,
    /// A document that does not stand in its order: above it, below it, in time.
    Conformance,
    /// A text that a reader may take otherwise than it is judged.
    Clarity,
    /// How it is written.
    Style,
}

impl Group {
    /// All of them.
    pub const ALL: [Group; 4] = [Group::Correctness, Group::Conformance, Group::Clarity, Group::Style];

    /// Its name, as a manifest writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Group::Correctness => "correctness",
            Group::Conformance => "conformance",
            Group::Clarity => "clarity",
            Group::Style => "style",
        }
    }
}

/// How bad a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It is not looked for.
    Off,
    /// The rules can be used, and probably do not say what was meant.
    Warning,
    /// The rules cannot be used.
    Error,
}

impl Level {
    /// As a diagnostic has it; `None`: not at all.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}

/// Whether a lint knows what to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fixable {
    /// No: somebody has to think.
    No,
    /// Sometimes, and what the rules say stays the same.
    Safely,
    /// Sometimes, and what the rules say may change.
    Unsafely,
}

/// What a lint costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cost {
    /// It reads what is there: time in proportion to the text.
    Reads,
    /// It asks the decision procedure, within its limits.
    Decides,
}
