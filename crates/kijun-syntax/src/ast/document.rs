//! Documents: the head of a standard, and its sections.

use kijun_diag::Span;

use super::{ClauseMember, ClauseRef, Date, EditionRef, Expr, Ident, Item, Number, Text, Titles};

/// A document in one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    /// Its name.
    pub name: Ident,
    /// What the head says, in order.
    pub members: Vec<StandardMember>,
    /// From `standard` to `}`.
    pub span: Span,
}

/// A line of a standard's head.
#[derive(Clone, Debug, PartialEq)]
pub enum StandardMember {
    /// `title [LANG] "…"`
    Title(Option<Ident>, Text),
    /// `issuer "…"`
    Issuer(Text),
    /// `tier NAME`
    Tier(Ident),
    /// `edition DATE`
    Edition(Date),
    /// `in force from DATE`
    InForceFrom(Date),
    /// `until DATE` (the last day in force)
    Until(Date),
    /// `conforms to REF, …`
    ConformsTo(Vec<EditionRef>),
    /// `supersedes REF, …`
    Supersedes(Vec<EditionRef>),
    /// `adopts REF, …`
    Adopts(Vec<ClauseRef>),
    /// `excludes REF, … because "…"`
    Excludes(Vec<ClauseRef>, Text),
    /// `uses VOCABULARY, …`
    Uses(Vec<Ident>),
    /// `monotone in FIELD`
    MonotoneIn(Expr),
}

/// A group of clauses, with defaults for what stands inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its number.
    pub number: Number,
    /// Its title.
    pub titles: Titles,
    /// `for`, `by` and other members that may be given once for all clauses inside.
    pub defaults: Vec<ClauseMember>,
    /// Clauses, sections, broken items.
    pub items: Vec<Item>,
    /// From `section` to `}`.
    pub span: Span,
}
