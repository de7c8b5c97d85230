//! Typed expressions to formulas in two rails: when is it true, when is it false.
//!
//! INVARIANT: whatever the evaluator can make of a well-formed subject, some assignment of the atoms makes of the formula.
//! What the fragment does not hold becomes an atom, or an unknown, of which nothing is known but its name; so a proof is a proof,
//! and a case is only one once the evaluator has seen it.

mod arithmetic;
mod compare;
mod elements;
mod name;
mod opaque;
mod scalar;
mod tests_of_text;
mod versions;

use std::rc::Rc;

use kijun_diag::Span;
use kijun_model::{DefineId, Expr, ExprKind, KindId, Logic, Model, RecordId, Type, Value, Version};
use rustc_hash::{FxHashMap, FxHashSet};

use super::atom::{Atom, Atoms, OpaqueId, Unknown, Unknowns};
use super::formula::{Formula, Formulas, QuantityId};
use super::place::{PlaceId, Places, SOUGHT};
use super::sum::Sum;
use super::term::{Env, Is, Local, Quantity, Rails, Scalar};
use crate::solver::Solver;
use crate::theory::linear::{Rational, Var};
use crate::theory::text::Patterns;
use crate::wish::{Rail, Wish};

pub(crate) use versions::versions_of;

/// A question being written down.
pub(crate) struct Lower<'a> {
    pub(crate) solver: Solver<'a>,
    pub(crate) places: Places<'a>,
    pub(crate) formulas: Formulas,
    pub(crate) atoms: Atoms,
    pub(crate) quantities: Vec<Quantity<'a>>,
    pub(crate) numbers: Unknowns,
    pub(crate) texts: Unknowns,
    pub(crate) networks: Unknowns,
    pub(crate) patterns: Patterns,
    /// Days moved along the calendar.
    pub(crate) moved: Vec<Moved>,
    /// What has left the fragment, and where.
    pub(crate) opaque: Vec<Span>,
    /// Every version that is named, ascending.
    pub(crate) versions: Vec<Version>,
    /// What provisions name beside an unknown, as a number and, where it is just that, as it was written.
    pub(crate) hints: Vec<(Var, Rational, Option<Value>)>,
    opaque_names: FxHashMap<String, OpaqueId>,
    /// What conditions of the wish came to, by where they are kept: one that is asked about twice is one.
    told: FxHashMap<*const Expr, Rails>,
    /// The same, in the order in which they were asked about.
    pub(crate) conditions: Vec<Rails>,
    /// Fields that conditions name, of a record or of subjects, whether or not anything came of it.
    pub(crate) named: FxHashSet<(Option<RecordId>, u32)>,
    /// A field of the subject that has another value for now.
    with: Option<(u32, Value)>,
    depth: u32,
    /// Whether the limit on formulas was passed.
    pub(crate) full: bool,
}

/// A day moved by months or business days.
#[derive(Clone, Debug)]
pub(crate) struct Moved {
    pub(crate) from: Sum,
    pub(crate) by: Shift,
    pub(crate) var: Var,
    /// How many days that takes, at least and at most.
    pub(crate) reach: (Option<i64>, Option<i64>),
    pub(crate) span: Span,
}

/// How far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shift {
    Months(i64),
    Business(i64),
}

/// How deep expressions may be, definitions filled in; as the evaluator's.
const DEEPEST: u32 = kijun_eval::MAX_DEPTH;

impl<'a> Lower<'a> {
    pub(crate) fn new(solver: Solver<'a>, kind: KindId, versions: Vec<Version>) -> Lower<'a> {
        Lower {
            solver,
            places: Places::new(solver.model, kind),
            formulas: Formulas::new(),
            atoms: Atoms::default(),
            quantities: Vec::new(),
            numbers: Unknowns::default(),
            texts: Unknowns::default(),
            networks: Unknowns::default(),
            patterns: Patterns::default(),
            moved: Vec::new(),
            opaque: Vec::new(),
            versions,
            hints: Vec::new(),
            opaque_names: FxHashMap::default(),
            told: FxHashMap::default(),
            conditions: Vec::new(),
            named: FxHashSet::default(),
            with: None,
            depth: 0,
            full: false,
        }
    }

    pub(crate) fn model(&self) -> &'a Model {
        self.solver.model
    }

    /// The formula of a wish.
    pub(crate) fn wish(&mut self, wish: &Wish<'a>) -> Formula {
        match wish {
            Wish::Is(expr, rail) => {
                let rails = self.told(expr);
                match rail {
                    Rail::True => rails.yes,
                    Rail::NotTrue => !rails.yes,
                    Rail::False => rails.no,
                    Rail::NotFalse => !rails.no,
                }
            }
            Wish::All(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|part| self.wish(part)).collect();
                self.formulas.and(parts)
            }
            Wish::Any(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|part| self.wish(part)).collect();
                self.formulas.or(parts)
            }
            Wish::With(field, value, inner) => {
                let outer = self.with.replace((*field, value.clone()));
                let formula = self.wish(inner);
                self.with = outer;
                formula
            }
        }
    }

    /// A condition of the wish.
    fn told(&mut self, expr: &'a Expr) -> Rails {
        if self.with.is_none()
            && let Some(rails) = self.told.get(&std::ptr::from_ref(expr))
        {
            return *rails;
        }
        let subject = Local { is: Is::Place(SOUGHT), name: "self".into() };
        let rails = self.rails(expr, &Rc::new(vec![subject]));
        if self.with.is_none() {
            self.told.insert(std::ptr::from_ref(expr), rails);
            self.conditions.push(rails);
        }
        self.name_fields(expr, &mut FxHashSet::default());
        rails
    }

    fn name_fields(&mut self, expr: &'a Expr, met: &mut FxHashSet<DefineId>) {
        match &expr.kind {
            ExprKind::Field(base, field) => {
                let record = match base.ty.required() {
                    Type::Record(id) => Some(*id),
                    _ => None,
                };
                self.named.insert((record, *field));
            }
            ExprKind::Call(id, _) if met.insert(*id) => {
                self.name_fields(&self.model().define(*id).body, met);
            }
            _ => {}
        }
        expr.children().into_iter().for_each(|child| self.name_fields(child, met));
    }

    /// A condition.
    pub(crate) fn rails(&mut self, expr: &'a Expr, env: &Env<'a>) -> Rails {
        if self.depth >= DEEPEST || self.formulas.len() > self.solver.limits.formula {
            self.full = true;
            return Rails::UNKNOWN;
        }
        self.depth += 1;
        let rails = self.condition(expr, env);
        self.depth -= 1;
        rails
    }

    fn condition(&mut self, expr: &'a Expr, env: &Env<'a>) -> Rails {
        match &expr.kind {
            ExprKind::Not(a) => self.rails(a, env).opposite(),
            ExprKind::Logic(logic, a, b) => {
                let (a, b) = (self.rails(a, env), self.rails(b, env));
                match logic {
                    Logic::And => self.both(a, b),
                    Logic::Or => self.either(a, b),
                    Logic::Implies => self.either(a.opposite(), b),
                }
            }
            ExprKind::Compare(op, a, b) => {
                let (left, right) = (self.scalar(a, env), self.scalar(b, env));
                self.compare(*op, &left, &right, expr, env)
            }
            ExprKind::InSet(item, set) => self.in_set(item, set, expr, env),
            ExprKind::InList(item, list) => self.in_list(item, list, expr, env),
            ExprKind::Matches(text, pattern) => self.matches(text, pattern, expr, env),
            ExprKind::Text(test, a, b) => self.text_test(*test, a, b, expr, env),
            ExprKind::Within(a, b) => self.within(a, b, expr, env),
            ExprKind::Under(..) => self.opaque_condition(expr, env),
            ExprKind::IsPresent(a) => self.is_present(a, env),
            ExprKind::Quantified(quantifier, range, body) => {
                self.quantified(*quantifier, range, body, expr, env)
            }
            ExprKind::If(c, a, b) => {
                let (c, a, b) = (self.rails(c, env), self.rails(a, env), self.rails(b, env));
                self.if_rails(c, a, b)
            }
            ExprKind::Call(define, args) => {
                let inner = self.arguments(args, env);
                self.rails(&self.model().define(*define).body, &inner)
            }
            _ => {
                let scalar = self.scalar(expr, env);
                self.truth(&scalar)
            }
        }
    }

    pub(crate) fn both(&mut self, a: Rails, b: Rails) -> Rails {
        Rails { yes: self.formulas.and([a.yes, b.yes]), no: self.formulas.or([a.no, b.no]) }
    }

    pub(crate) fn either(&mut self, a: Rails, b: Rails) -> Rails {
        self.both(a.opposite(), b.opposite()).opposite()
    }

    /// Where the condition is unknown, what both branches agree on.
    fn if_rails(&mut self, c: Rails, a: Rails, b: Rails) -> Rails {
        let rail = |lower: &mut Self, a: Formula, b: Formula| {
            let parts =
                [lower.formulas.and([c.yes, a]), lower.formulas.and([c.no, b]), lower.formulas.and([a, b])];
            lower.formulas.or(parts)
        };
        Rails { yes: rail(self, a.yes, b.yes), no: rail(self, a.no, b.no) }
    }

    /// The condition that a scalar of truth stands for.
    fn truth(&mut self, scalar: &Scalar<'a>) -> Rails {
        let mut rails = Rails::UNKNOWN;
        for (when, term) in &scalar.cases {
            let held = self.held(term);
            let here =
                Rails { yes: self.formulas.and([*when, held.yes]), no: self.formulas.and([*when, held.no]) };
            rails.yes = self.formulas.or([rails.yes, here.yes]);
            rails.no = self.formulas.or([rails.no, here.no]);
        }
        rails
    }

    /// What a definition's locals stand for.
    pub(crate) fn arguments(&mut self, args: &'a [Expr], env: &Env<'a>) -> Env<'a> {
        let local = |arg: &'a Expr| Local { is: self.what(arg, env), name: self.name(arg, env).into() };
        Rc::new(args.iter().map(local).collect())
    }

    /// The formula of a quantity's test for one element, asked as the quantity was.
    pub(crate) fn instance_of(&mut self, id: QuantityId, element: PlaceId) -> Formula {
        let asked = self.quantities[id.0 as usize].clone();
        let outer = std::mem::replace(&mut self.with, asked.with.clone());
        let formula = self.instance(&asked.test, element, asked.certain);
        self.with = outer;
        formula
    }

    pub(crate) fn atom(&mut self, atom: Atom) -> Formula {
        let id = self.atoms.number(atom);
        self.formulas.atom(id)
    }

    pub(crate) fn quantity(&mut self, quantity: Quantity<'a>) -> Formula {
        if quantity.least == 0 {
            return Formula::TRUE;
        }
        let quantity = Quantity { with: self.with.clone(), ..quantity };
        let id = QuantityId(u32::try_from(self.quantities.len()).unwrap_or(u32::MAX));
        self.quantities.push(quantity);
        self.formulas.quantity(id)
    }

    /// Whether an unknown number is a whole one.
    pub(crate) fn is_whole(&self, var: Var) -> bool {
        use kijun_model::Type;
        match self.numbers.all.get(var.0 as usize) {
            Some(Unknown::Place(place)) => !matches!(
                self.places.ty(*place).required(),
                Type::Number | Type::Size | Type::Percent | Type::Version
            ),
            Some(Unknown::Day(_) | Unknown::Moved(_)) => true,
            Some(Unknown::Opaque(_)) | None => false,
        }
    }
}
