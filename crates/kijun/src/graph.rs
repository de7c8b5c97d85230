//! The graph of standards in a notation.

use kijun_diag::Catalogue;
use kijun_standards::print::{View, dot, json, mermaid, tree};

use crate::load::Loaded;

/// A notation for graphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Indented text.
    Tree,
    /// Graphviz.
    Dot,
    /// Mermaid.
    Mermaid,
    /// JSON.
    Json,
}

/// The graph as it stands on the day whose editions bind; clause by clause if asked. `None` without a manifest.
#[must_use]
pub fn graph(loaded: &Loaded, notation: Notation, clauses: bool, catalogue: &Catalogue) -> Option<String> {
    let (date, _) = loaded.days()?;
    let view = View { model: &loaded.model, standards: &loaded.standards, date, catalogue, clauses };
    Some(match notation {
        Notation::Tree => tree(&view),
        Notation::Dot => dot(&view),
        Notation::Mermaid => mermaid(&view),
        Notation::Json => json(&view),
    })
}
