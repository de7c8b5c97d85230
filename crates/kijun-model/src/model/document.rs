//! Documents: editions, their sections, and links between provisions.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Span;

use crate::{ClauseId, EditionId, SectionId, StatementId, Titles};

/// A standard in one edition.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The standard's name.
    pub name: Arc<str>,
    /// The edition's date.
    pub date: Date,
    /// Its titles.
    pub titles: Titles,
    /// Who issued it.
    pub issuer: Option<Arc<str>>,
    /// Its tier, such as `government`.
    pub tier: Option<Arc<str>>,
    /// The first day in force; the edition's date unless the head says otherwise.
    pub from: Date,
    /// The last day in force, where the head says one.
    pub until: Option<Date>,
    /// Editions it must conform to.
    pub conforms_to: Vec<Link<EditionId>>,
    /// Editions it takes the place of.
    pub supersedes: Vec<Link<EditionId>>,
    /// Provisions of higher documents that it takes over whole.
    pub adopts: Vec<Link<Target>>,
    /// Provisions of higher documents that cannot apply, and why.
    pub excludes: Vec<(Link<Target>, Arc<str>)>,
    /// Fields of a subject, raising which must not lower what is demanded.
    pub monotone_in: Vec<Arc<str>>,
    /// Its clauses, in order.
    pub clauses: Vec<ClauseId>,
    /// The name, where it was declared.
    pub span: Span,
}

/// A link and where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<T> {
    /// What it links to.
    pub to: T,
    /// Where it was written.
    pub span: Span,
}

/// What a reference to a provision names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A section with all that stands in it.
    Section(SectionId),
    /// A clause.
    Clause(ClauseId),
    /// One statement of a clause.
    Statement(StatementId),
}

/// A group of clauses.
#[derive(Clone, Debug)]
pub struct Section {
    /// The edition it belongs to.
    pub edition: EditionId,
    /// Its number.
    pub number: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// The section around it.
    pub parent: Option<SectionId>,
    /// All clauses inside, those of inner sections included.
    pub clauses: Vec<ClauseId>,
    /// Where its number was written.
    pub span: Span,
}
