//! The expressions of the rules, each with what is known where it is asked.

use kijun_model::{Clause, Expr, MessagePart, Model, Statement};

use crate::Cx;

/// An expression that is asked by itself, and the conditions that hold whenever it matters.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'a> {
    /// The expression.
    pub(crate) expr: &'a Expr,
    /// What is true of every subject for which it decides something.
    pub(crate) given: Vec<&'a Expr>,
}

/// Every expression of the project's own rules, in the order of clauses, exceptions, measures and definitions; what messages show is
/// not among them.
pub(crate) fn asked<'a>(cx: &Cx<'a>) -> Vec<Asked<'a>> {
    let model = cx.model;
    let mut all = Vec::new();
    for clause in model.clauses.iter().filter(|clause| cx.is_own(clause.span)) {
        all.extend(filter(clause).map(bare));
        for &id in &clause.statements {
            all.extend(of_statement(clause, model.statement(id)));
        }
    }
    let exceptions =
        model.exceptions.iter().filter_map(|exception| exception.subjects.as_ref()?.filter.as_ref());
    all.extend(exceptions.map(bare));
    for measure in &model.measures {
        all.extend(measure.over.filter.iter().map(bare));
        let given: Vec<&Expr> = measure.over.filter.iter().collect();
        let inside =
            measure.expressions().filter(|expr| measure.over.filter.iter().all(|f| f.span != expr.span));
        all.extend(inside.map(|expr| Asked { expr, given: given.clone() }));
    }
    all.extend(model.defines.iter().map(|define| bare(&define.body)));
    all.retain(|asked| cx.is_own(asked.expr.span));
    all
}

/// The condition of a statement and what it demands. A question is not written as an expression.
fn of_statement<'a>(clause: &'a Clause, statement: &'a Statement) -> Vec<Asked<'a>> {
    if statement.attest.is_some() {
        return Vec::new();
    }
    let given: Vec<&Expr> = filter(clause).collect();
    let when = statement.when.iter().map(|expr| Asked { expr, given: given.clone() });
    let known = given.iter().copied().chain(&statement.when).collect();
    when.chain([Asked { expr: &statement.requirement, given: known }]).collect()
}

fn filter(clause: &Clause) -> impl Iterator<Item = &Expr> {
    clause.subjects.iter().filter_map(|subjects| subjects.filter.as_ref())
}

fn bare(expr: &Expr) -> Asked<'_> {
    Asked { expr, given: Vec::new() }
}

/// Every expression of all rules, what messages show among them, with every expression inside.
pub(crate) fn every(model: &Model) -> Vec<&Expr> {
    let mut open: Vec<&Expr> = Vec::new();
    open.extend(model.clauses.iter().flat_map(filter));
    for statement in &model.statements {
        open.push(&statement.requirement);
        open.extend(&statement.when);
        open.extend(statement.messages.iter().flat_map(|(_, parts)| parts).filter_map(shown));
    }
    let excepted = model.exceptions.iter().filter_map(|exception| exception.subjects.as_ref());
    open.extend(excepted.flat_map(|subjects| &subjects.filter));
    open.extend(model.measures.iter().flat_map(|measure| measure.expressions()));
    open.extend(model.defines.iter().map(|define| &define.body));
    open.extend(model.tests.iter().flat_map(|test| &test.expect).flat_map(|expect| &expect.because));
    inside(open)
}

/// Some expressions and all that are inside of them.
pub(crate) fn inside(mut open: Vec<&Expr>) -> Vec<&Expr> {
    let mut all = Vec::new();
    while let Some(expr) = open.pop() {
        all.push(expr);
        open.extend(expr.children());
    }
    all
}

fn shown(part: &MessagePart) -> Option<&Expr> {
    match part {
        MessagePart::Expr(expr) => Some(expr),
        MessagePart::Text(_) => None,
    }
}
