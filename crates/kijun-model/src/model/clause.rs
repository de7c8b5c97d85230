//! Clauses and their statements.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Span;

use crate::{
    ClauseId, Duration, EditionId, Expr, Force, KindId, Link, LocalId, RoleId, SectionId, Severity,
    StatementId, Target, Titles,
};

/// A provision. Defaults of its sections have been filled in.
#[derive(Clone, Debug)]
pub struct Clause {
    /// The edition it belongs to.
    pub edition: EditionId,
    /// Its number.
    pub number: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// Its text as a person wrote it.
    pub text: Titles,
    /// The section it stands in.
    pub section: Option<SectionId>,
    /// Which subjects it binds. Absent only where it has no statement.
    pub subjects: Option<Subjects>,
    /// Who is responsible.
    pub by: Option<RoleId>,
    /// How bad a violation is; medium unless said.
    pub severity: Severity,
    /// Its statements, in order.
    pub statements: Vec<StatementId>,
    /// Higher provisions it puts into effect.
    pub implements: Vec<Link<Target>>,
    /// Provisions of earlier editions that it continues.
    pub was: Vec<Link<Target>>,
    /// Provisions it refers to.
    pub see: Vec<Link<Target>>,
    /// Who may derogate from it; absent where the clause does not say.
    pub exceptions: Option<ExceptionRule>,
    /// How old its evidence may be.
    pub evidence_at_most: Option<Duration>,
    /// Its own first day in force.
    pub from: Option<Date>,
    /// Its own last day in force.
    pub until: Option<Date>,
    /// What to do about a violation.
    pub fix: Titles,
    /// Where its number was written.
    pub span: Span,
}

/// Which subjects a clause binds: local 0 of its expressions is the subject.
#[derive(Clone, Debug)]
pub struct Subjects {
    /// The kind.
    pub kind: KindId,
    /// Which of them; a condition.
    pub filter: Option<Expr>,
    /// Where it was written.
    pub span: Span,
}

/// Who may derogate from a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExceptionRule {
    /// Nobody.
    Never,
    /// A role, or one above it.
    By {
        /// The role.
        role: RoleId,
        /// For how long at most.
        at_most: Option<Duration>,
    },
}

/// One requirement, recommendation or permission.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its clause.
    pub clause: ClauseId,
    /// Its place among the clause's statements, from 1.
    pub ordinal: u32,
    /// Its label.
    pub label: Option<Arc<str>>,
    /// Its force.
    pub force: Force,
    /// What is required, forbidden (`must not`) or permitted; a condition.
    pub requirement: Expr,
    /// Under which condition.
    pub when: Option<Expr>,
    /// What to say when it fails: language (absent: the document's own) and parts.
    pub messages: Vec<(Option<Arc<str>>, Vec<MessagePart>)>,
    /// Where it comes from an `attest`.
    pub attest: Option<Attest>,
    /// All of it.
    pub span: Span,
}

/// A part of a message.
#[derive(Clone, Debug)]
pub enum MessagePart {
    /// Words.
    Text(Arc<str>),
    /// A value.
    Expr(Expr),
}

/// A question to a person. The statement's requirement looks for the answer.
#[derive(Clone, Debug)]
pub struct Attest {
    /// The question.
    pub question: Titles,
    /// Who answers, where it is not who is responsible.
    pub by: Option<RoleId>,
    /// How often.
    pub every: Option<Duration>,
}

/// The local that is the subject, in the expressions of clauses, exceptions and measures.
pub const SUBJECT: LocalId = LocalId(0);
