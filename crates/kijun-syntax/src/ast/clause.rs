//! Clauses and their statements.

use kijun_diag::Span;

use super::{ClauseRef, Date, Duration, Expr, Ident, Number, Text, Titles};

/// A provision.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Its number.
    pub number: Number,
    /// Its title.
    pub titles: Titles,
    /// What it says, in order.
    pub members: Vec<ClauseMember>,
    /// From `clause` to `}`.
    pub span: Span,
}

/// A member of a clause with its span.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseMember {
    /// What it says.
    pub kind: ClauseMemberKind,
    /// All of it, keyword included.
    pub span: Span,
}

/// What a member of a clause says.
#[derive(Clone, Debug, PartialEq)]
pub enum ClauseMemberKind {
    /// `text [LANG] """…"""`
    Text(Option<Ident>, Text),
    /// `implements REF, …`
    Implements(Vec<ClauseRef>),
    /// `was REF, …`
    Was(Vec<ClauseRef>),
    /// `see REF, …`
    See(Vec<ClauseRef>),
    /// `for KIND [NAME] [where EXPR]`
    For(Subjects),
    /// `by ROLE`
    By(Ident),
    /// `severity critical|high|medium|low`
    Severity(Severity),
    /// `must [LABEL:] EXPR [when EXPR] [else "…"]` and its kin
    Statement(Statement),
    /// `attest "question" [by ROLE] [every DURATION]`
    Attest(Attest),
    /// `exceptions by ROLE [for at most DURATION]` or `exceptions never`
    Exceptions(ExceptionRule),
    /// `evidence at most DURATION old`
    EvidenceAge(Duration),
    /// `in force from DATE`
    InForceFrom(Date),
    /// `until DATE`
    Until(Date),
    /// `grace DURATION [where EXPR]`: how long these subjects have, from the day it comes into force, to follow it
    Grace(Duration, Option<Expr>),
    /// `fix [LANG] "…"`
    Fix(Option<Ident>, Text),
}

/// How bad a violation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// `low`
    Low,
    /// `medium`
    Medium,
    /// `high`
    High,
    /// `critical`
    Critical,
}

/// `KIND [NAME] [where EXPR]`
#[derive(Clone, Debug, PartialEq)]
pub struct Subjects {
    /// The kind.
    pub kind: Ident,
    /// A name for the subject beside `self`.
    pub name: Option<Ident>,
    /// Which of them.
    pub filter: Option<Expr>,
    /// All of it.
    pub span: Span,
}

/// The force of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// `must`
    Must,
    /// `must not`
    MustNot,
    /// `should`
    Should,
    /// `should not`
    ShouldNot,
    /// `may`
    May,
}

/// One requirement, recommendation or permission.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its force.
    pub force: Force,
    /// Its label.
    pub label: Option<Ident>,
    /// What is required, forbidden or permitted.
    pub expr: Expr,
    /// Under which condition.
    pub when: Option<Expr>,
    /// What to say when it fails: without a language tag, then with.
    pub messages: Vec<(Option<Ident>, Message)>,
}

/// A message with values in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its parts in order.
    pub parts: Vec<MessagePart>,
    /// With its quotes.
    pub span: Span,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum MessagePart {
    /// Words.
    Text(String),
    /// `{expr}`
    Expr(Expr),
}

/// A requirement that only a person can answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Attest {
    /// The question: `"…" en "…"`.
    pub question: Titles,
    /// Who answers.
    pub by: Option<Ident>,
    /// How often.
    pub every: Option<Duration>,
}

/// Who may derogate from a clause.
#[derive(Clone, Debug, PartialEq)]
pub enum ExceptionRule {
    /// `exceptions never`
    Never,
    /// `exceptions by ROLE [for at most DURATION]`
    By {
        /// Who approves.
        role: Ident,
        /// For how long at most.
        at_most: Option<Duration>,
    },
}
