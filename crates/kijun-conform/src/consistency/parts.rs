//! The parts into which conditions divide the subjects: by the members of enumerations, and by yes and no, that they read.
//!
//! Two statements may be at peace over all and at war within one part, as at one level of a scheme.

use std::collections::BTreeMap;

use kijun_model::{EnumId, Expr, ExprKind, Logic, Model, SUBJECT, StatementId, Type, Value};

use crate::{Rail, Wish};

/// So many parts are looked at.
const AT_MOST: usize = 64;

/// The fields that lead from the subject to a value.
pub(crate) type Path = Vec<u32>;

/// A part of the subjects; without conditions, all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// For each field that divides: the field, the number of its cell, and what holds in it.
    cells: Vec<(Path, usize, Expr, Rail)>,
}

impl Part {
    /// A subject in this part.
    pub(super) fn wish(&self) -> Wish<'_> {
        Wish::All(self.cells.iter().map(|(_, _, expr, rail)| Wish::Is(expr, *rail)).collect())
    }

    /// Where it lies with regard to some fields only.
    pub(super) fn place(&self, fields: &BTreeMap<Path, Expr>) -> Vec<(Path, usize)> {
        let known = self.cells.iter().filter(|(path, ..)| fields.contains_key(path));
        known.map(|(path, cell, ..)| (path.clone(), *cell)).collect()
    }
}

/// The parts of the subjects that fields divide. A field that would make too many divides nothing.
pub(super) fn of(model: &Model, fields: &BTreeMap<Path, Expr>) -> Vec<Part> {
    let mut parts = vec![Part::default()];
    for (path, field) in fields {
        let cells = cells(model, field);
        if parts.len() * cells.len() > AT_MOST {
            continue;
        }
        let with = |part: &Part, cell: usize| {
            let (expr, rail) = cells[cell].clone();
            let mut part = part.clone();
            part.cells.push((path.clone(), cell, expr, rail));
            part
        };
        parts = parts.iter().flat_map(|part| (0..cells.len()).map(move |cell| with(part, cell))).collect();
    }
    parts
}

/// What a field can be: one of its values, or absent.
fn cells(model: &Model, field: &Expr) -> Vec<(Expr, Rail)> {
    let mut cells: Vec<(Expr, Rail)> = match field.ty.required() {
        Type::Enum(id) => members(model, *id).map(|m| (is_one_of(field, vec![m]), Rail::True)).collect(),
        _ => vec![(field.clone(), Rail::True), (field.clone(), Rail::False)],
    };
    if field.ty.is_optional() {
        let present = ExprKind::IsPresent(Box::new(field.clone()));
        cells.push((Expr { kind: present, ty: Type::Bool, span: field.span }, Rail::NotTrue));
    }
    cells
}

fn members(model: &Model, id: EnumId) -> impl Iterator<Item = Value> {
    let n = u32::try_from(model.enumeration(id).members.len()).unwrap_or(u32::MAX);
    (0..n).map(move |member| Value::Member(id, member))
}

/// That a field has one of these values.
pub(crate) fn is_one_of(field: &Expr, values: Vec<Value>) -> Expr {
    let kind = ExprKind::InSet(Box::new(field.clone()), values);
    Expr { kind, ty: Type::Bool, span: field.span }
}

/// The fields that divide the subjects of a statement: enumerations and conditions in its guards, and before `implies` and after
/// `if` in what it requires, where they are guards in all but name.
pub(super) fn dividing(model: &Model, id: StatementId) -> BTreeMap<Path, Expr> {
    let mut search = Search { model, everywhere: false, found: BTreeMap::new() };
    search.statement(id);
    let divides = |e: &Expr| matches!(e.ty.required(), Type::Enum(_) | Type::Bool);
    search.found.into_iter().filter(|(_, e)| divides(e)).collect()
}

/// Every field of the subject that a statement reads, in its guards too.
pub(crate) fn fields(model: &Model, id: StatementId) -> BTreeMap<Path, Expr> {
    let mut search = Search { model, everywhere: true, found: BTreeMap::new() };
    search.statement(id);
    search.found
}

struct Search<'m> {
    model: &'m Model,
    /// Whether what is required is looked through as guards are.
    everywhere: bool,
    found: BTreeMap<Path, Expr>,
}

/// What locals stand for, where that is the subject or a field of it.
type Locals = [Option<(Path, Expr)>];

impl Search<'_> {
    fn statement(&mut self, id: StatementId) {
        let statement = self.model.statement(id);
        let Some(subjects) = self.model.clause(statement.clause).subjects.as_ref() else { return };
        let (ty, span) = (Type::Subject(subjects.kind), subjects.span);
        let subject = Expr { kind: ExprKind::Local(SUBJECT), ty, span };
        let locals = [Some((Path::new(), subject))];
        for guard in subjects.filter.iter().chain(&statement.when) {
            self.expr(guard, &locals, true);
        }
        self.expr(&statement.requirement, &locals, self.everywhere);
    }

    fn expr(&mut self, expr: &Expr, locals: &Locals, guards: bool) {
        if guards && let Some((path, field)) = path(expr, locals) {
            self.found.insert(path, field);
        }
        match &expr.kind {
            ExprKind::Logic(Logic::Implies, a, b) => {
                self.expr(a, locals, true);
                self.expr(b, locals, guards);
            }
            ExprKind::If(condition, yes, no) => {
                self.expr(condition, locals, true);
                [yes, no].into_iter().for_each(|e| self.expr(e, locals, guards));
            }
            ExprKind::Call(define, args) => {
                let bound: Vec<_> = args.iter().map(|arg| path(arg, locals)).collect();
                args.iter().for_each(|arg| self.expr(arg, locals, guards));
                self.expr(&self.model.define(*define).body, &bound, guards);
            }
            _ => expr.children().into_iter().for_each(|child| self.expr(child, locals, guards)),
        }
    }
}

/// The field of the subject that an expression is.
fn path(expr: &Expr, locals: &Locals) -> Option<(Path, Expr)> {
    match &expr.kind {
        ExprKind::Local(local) => locals.get(local.index())?.clone(),
        ExprKind::Field(base, index) => {
            let (mut path, base) = path(base, locals)?;
            path.push(*index);
            let kind = ExprKind::Field(Box::new(base), *index);
            Some((path, Expr { kind, ty: expr.ty.clone(), span: expr.span }))
        }
        _ => None,
    }
}
