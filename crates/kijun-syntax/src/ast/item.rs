//! Items that stand beside clauses: roles, definitions, parameters, exceptions, measures, tests.

use kijun_diag::Span;

use super::{BinaryOp, ClauseRef, Date, EditionRef, Expr, Ident, Number, Subjects, Text, Titles, TypeExpr};

/// A role.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its name.
    pub name: Ident,
    /// Its title.
    pub titles: Titles,
    /// `reports to ROLE`
    pub reports_to: Option<Ident>,
    /// `incompatible with ROLE, …`
    pub incompatible_with: Vec<Ident>,
    /// From `role` to `}`.
    pub span: Span,
}

/// A named predicate or value.
#[derive(Clone, Debug, PartialEq)]
pub struct Define {
    /// Its name.
    pub name: Ident,
    /// Its parameters with their types.
    pub params: Vec<(Ident, TypeExpr)>,
    /// What it stands for.
    pub body: Expr,
    /// All of it.
    pub span: Span,
}

/// A defined term of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The words.
    pub words: Text,
    /// The definition.
    pub means: Ident,
    /// All of it.
    pub span: Span,
}

/// A value that a document leaves to those that conform to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name, without `$`.
    pub name: Ident,
    /// Its type.
    pub ty: TypeExpr,
    /// The range allowed: comparisons, or `in {…}`; all must hold.
    pub constraints: Vec<Constraint>,
    /// Its title.
    pub titles: Titles,
    /// All of it.
    pub span: Span,
}

/// A constraint on a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Constraint {
    /// `<= 1 year`
    Compare(BinaryOp, Expr),
    /// `in {a, b}`
    In(Vec<Expr>),
}

/// A lower document's choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    /// The standard whose parameter it is.
    pub standard: EditionRef,
    /// The parameter, without `$`.
    pub name: Ident,
    /// The choice.
    pub value: Expr,
    /// All of it.
    pub span: Span,
}

/// An approved derogation.
#[derive(Clone, Debug, PartialEq)]
pub struct Exception {
    /// Its id, such as `EX-2011-03`.
    pub id: Number,
    /// Its title.
    pub titles: Titles,
    /// `to REF, …`
    pub to: Vec<ClauseRef>,
    /// `for KIND [NAME] [where EXPR]`
    pub subjects: Option<Subjects>,
    /// `approved by ROLE on DATE`
    pub approved: Option<(Ident, Date)>,
    /// `from DATE`
    pub from: Option<Date>,
    /// `until DATE`, the last day on which it holds
    pub until: Option<Date>,
    /// `because "…"`
    pub because: Option<Text>,
    /// `compensated by REF, …`
    pub compensated_by: Vec<ClauseRef>,
    /// From `exception` to `}`.
    pub span: Span,
}

/// A figure over subjects, with a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name.
    pub name: Ident,
    /// Its title.
    pub titles: Titles,
    /// `over KIND [NAME] [where EXPR]`
    pub over: Option<Subjects>,
    /// `except EXPR [because "…"]`
    pub except: Option<(Expr, Titles)>,
    /// What is taken of them: `share EXPR`, `count` and their kin; one, if it is right.
    pub takes: Vec<Take>,
    /// `target >= 98%`
    pub target: Option<Goal>,
    /// `each >= 90%`
    pub each: Option<Goal>,
    /// `by EXPR, …`
    pub by: Vec<Expr>,
    /// `owner ROLE`
    pub owner: Option<Ident>,
    /// `see REF, …`
    pub see: Vec<ClauseRef>,
    /// From `measure` to `}`.
    pub span: Span,
}

/// What a measure takes of its subjects.
#[derive(Clone, Debug, PartialEq)]
pub struct Take {
    /// Which figure.
    pub sort: Sort,
    /// Of what; a count is of nothing but the subjects.
    pub value: Option<Expr>,
    /// All of it.
    pub span: Span,
}

/// A sort of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// `share`
    Share,
    /// `count`
    Count,
    /// `sum`
    Sum,
    /// `mean`
    Mean,
    /// `min`
    Min,
    /// `max`
    Max,
}

impl Sort {
    /// Its keyword.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Sort::Share => "share",
            Sort::Count => "count",
            Sort::Sum => "sum",
            Sort::Mean => "mean",
            Sort::Min => "min",
            Sort::Max => "max",
        }
    }
}

/// What a figure should come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// How it compares.
    pub op: BinaryOp,
    /// With what.
    pub bound: Expr,
    /// From the operator on.
    pub span: Span,
}

/// Given subjects, expected results.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// What it shows.
    pub title: Text,
    /// `on DATE`
    pub on: Option<Date>,
    /// `given KIND NAME [taken DATE] { … }`
    pub given: Vec<Given>,
    /// `expect REF RESULT [for NAME] [because PATH]`
    pub expect: Vec<Expect>,
    /// `cases (NAME, …) expect REF [for NAME] { … }`
    pub cases: Vec<Cases>,
    /// From `test` to `}`.
    pub span: Span,
}

/// A subject of a test.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its kind.
    pub kind: Ident,
    /// Its name, which is its key where the record gives none.
    pub name: Ident,
    /// The day on which its evidence was taken.
    pub taken: Option<Date>,
    /// Its record.
    pub value: Literal,
    /// All of it.
    pub span: Span,
}

/// An expected result.
#[derive(Clone, Debug, PartialEq)]
pub struct Expect {
    /// The statement.
    pub statement: ClauseRef,
    /// The result: `pass`, `fail`, `unknown`, `not-applicable`, `waived`, `error`.
    pub result: Ident,
    /// For which subject; absent: the first given.
    pub subject: Option<Ident>,
    /// The path that made it so.
    pub because: Option<Expr>,
    /// All of it.
    pub span: Span,
}

/// A table of cases: what stands in the place of `$NAME` in the records given, and what is expected then.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    /// Its columns, without `$`.
    pub columns: Vec<Ident>,
    /// The statement.
    pub statement: ClauseRef,
    /// For which subject; absent: the first given.
    pub subject: Option<Ident>,
    /// Its rows.
    pub rows: Vec<CaseRow>,
    /// All of it.
    pub span: Span,
}

/// A row of a table of cases: `VALUE … => RESULT [because PATH]`.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseRow {
    /// One value for each column.
    pub values: Vec<Literal>,
    /// The expected result.
    pub result: Ident,
    /// The path that made it so.
    pub because: Option<Expr>,
    /// All of it.
    pub span: Span,
}

/// A value in a `given`, in the evidence's own spelling.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    /// What it is.
    pub kind: LiteralKind,
    /// Where.
    pub span: Span,
}

/// A value in a `given`.
#[derive(Clone, Debug, PartialEq)]
pub enum LiteralKind {
    /// A word, number, date or other scalar, as written without quotes.
    Word(String),
    /// A quoted text.
    Text(String),
    /// `[ … ]`
    List(Vec<Literal>),
    /// `{ name: value … }`
    Record(Vec<(Ident, Literal)>),
}
