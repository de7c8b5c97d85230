//! Measures: figures over subjects, with what they should come to.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_syntax::ast::Sort;

use crate::{Comparison, EditionId, Expr, Link, RoleId, Subjects, Target, Titles, Value};

/// A figure over subjects.
///
/// # Invariants
///
/// There is a value unless it is a count: of a share a condition, of a sum and a mean a quantity, of `min` and `max` something
/// that is ordered. Without a breakdown there is no `each`.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its name.
    pub name: Arc<str>,
    /// The edition whose document declares it; absent: everywhere.
    pub edition: Option<EditionId>,
    /// Its titles.
    pub titles: Titles,
    /// Over which subjects.
    pub over: Subjects,
    /// Which of them are left out, a condition, and why.
    pub except: Option<(Expr, Titles)>,
    /// Which figure is taken of them.
    pub sort: Sort,
    /// Of what.
    pub value: Option<Expr>,
    /// What the whole should come to.
    pub target: Option<Goal>,
    /// What every part of every breakdown should come to.
    pub each: Option<Goal>,
    /// By what it is broken down; scalars.
    pub by: Vec<Expr>,
    /// Who answers for it.
    pub owner: Option<RoleId>,
    /// The provisions that it speaks of.
    pub see: Vec<Link<Target>>,
    /// Where its name was written.
    pub span: Span,
}

/// What a figure should come to.
#[derive(Clone, Debug)]
pub struct Goal {
    /// How it compares.
    pub comparison: Comparison,
    /// With what: of a share a percentage, of a count a number, else a value of the figure's type.
    pub bound: Value,
    /// Where, from the operator on.
    pub span: Span,
}

impl Measure {
    /// Its expressions: membership, what is left out, the value, the breakdowns.
    pub fn expressions(&self) -> impl Iterator<Item = &Expr> {
        let except = self.except.as_ref().map(|(condition, _)| condition);
        self.over.filter.iter().chain(except).chain(&self.value).chain(&self.by)
    }
}
