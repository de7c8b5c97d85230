//! Items that stand beside clauses: roles, definitions, parameters, exceptions, tests.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Span;
use kijun_syntax::ast::Literal;

use crate::{
    DefineId, EditionId, Expr, KindId, Link, ParameterId, RoleId, StatementId, Subjects, Target, Titles,
    Type, Value,
};

/// A role.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its name.
    pub name: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// Whom it reports to; never in a circle.
    pub reports_to: Option<RoleId>,
    /// Roles that one person may not hold beside it; given on both sides, with the place where it was written.
    pub incompatible_with: Vec<Link<RoleId>>,
    /// Where it was declared.
    pub span: Span,
}

/// A named predicate or value. Locals 0.. of its body are its parameters.
#[derive(Clone, Debug)]
pub struct Define {
    /// Its name.
    pub name: Arc<str>,
    /// The edition whose document declares it; absent: everywhere.
    pub edition: Option<EditionId>,
    /// Types of its parameters.
    pub params: Vec<Type>,
    /// What it stands for.
    pub body: Expr,
    /// Where its name was written.
    pub span: Span,
}

/// A defined term of a text.
#[derive(Clone, Debug)]
pub struct Term {
    /// The words.
    pub words: Arc<str>,
    /// The edition whose document defines it; absent: everywhere.
    pub edition: Option<EditionId>,
    /// Its definition.
    pub means: DefineId,
    /// Where.
    pub span: Span,
}

/// A value that a document leaves to those that conform to it.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name, without `$`.
    pub name: Arc<str>,
    /// The edition that declares it; absent: everywhere.
    pub edition: Option<EditionId>,
    /// Its type.
    pub ty: Type,
    /// The range allowed.
    pub constraints: Vec<Constraint>,
    /// Its titles.
    pub titles: Titles,
    /// Where its name was written.
    pub span: Span,
}

/// A constraint on a parameter.
#[derive(Clone, Debug)]
pub enum Constraint {
    /// `<= 1 year`
    Compare(crate::Comparison, Value),
    /// `in {a, b}`
    In(Vec<Value>),
}

/// A lower document's choice.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The edition that chooses; absent: a file of no document.
    pub edition: Option<EditionId>,
    /// The parameter.
    pub parameter: ParameterId,
    /// The choice.
    pub value: Value,
    /// Where.
    pub span: Span,
}

/// An approved derogation.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Its id.
    pub id: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// From what.
    pub to: Vec<Link<Target>>,
    /// For which subjects; absent: all that are bound.
    pub subjects: Option<Subjects>,
    /// Approved by whom, and when.
    pub approved: Option<(RoleId, Date)>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Why.
    pub because: Option<Arc<str>>,
    /// What makes up for it.
    pub compensated_by: Vec<Link<Target>>,
    /// Where its id was written.
    pub span: Span,
}

/// Given subjects, expected results; run by `kijun test`. Each row of a table of cases is a test of its own.
#[derive(Clone, Debug)]
pub struct Test {
    /// What it shows.
    pub title: Arc<str>,
    /// Of a row: the values of its columns, in order.
    pub case: Vec<Arc<str>>,
    /// The day on which it is judged, where it says one.
    pub on: Option<Date>,
    /// The subjects.
    pub given: Vec<Given>,
    /// What is expected.
    pub expect: Vec<Expectation>,
    /// Where its title was written; of a row, the row.
    pub span: Span,
}

impl Test {
    /// The statements of which something is expected.
    pub fn named(&self) -> impl Iterator<Item = StatementId> {
        self.expect.iter().flat_map(|expectation| expectation.statements.iter().copied())
    }
}

/// A subject of a test.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its kind.
    pub kind: KindId,
    /// Its name, which is its key where the record gives none.
    pub name: Arc<str>,
    /// The day on which its evidence was taken, where the test says one.
    pub taken: Option<Date>,
    /// Its record as written.
    pub record: Literal,
}

/// An expected result.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// The statements meant: one, or all of a clause.
    pub statements: Vec<StatementId>,
    /// The result's name.
    pub result: ExpectedResult,
    /// For which of the given subjects, by index.
    pub subject: usize,
    /// The path that made it so.
    pub because: Option<Expr>,
    /// Where.
    pub span: Span,
}

/// A result that a test expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the results of the language, by name")]
pub enum ExpectedResult {
    Pass,
    Fail,
    Unknown,
    NotApplicable,
    Waived,
    Error,
}
