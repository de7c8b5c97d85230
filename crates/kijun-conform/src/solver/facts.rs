//! Facts about atoms, handed to the theory of each.

use std::collections::BTreeSet;
use std::sync::Arc;

use ipnet::IpNet;
use jiff::civil::date;
use kijun_model::{Day, Type};

use super::atom::{Atom, Unknown};
use super::clauses::Fact;
use super::lower::Lower;
use super::sum::{Sum, day_number, whole};
use crate::effort::{Effort, Exhausted};
use crate::theory::linear::{Constraint, Form, Rational, Relation, Var};
use crate::theory::{Solved, linear, network, text};

/// Values under which facts hold together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Values {
    /// By the number of the unknown.
    pub(crate) numbers: Vec<Rational>,
    pub(crate) texts: Vec<Arc<str>>,
    pub(crate) networks: Vec<IpNet>,
}

/// What the theories say of facts.
pub(crate) enum Checked {
    Holds(Values),
    /// Some facts that cannot hold together.
    Conflicts(Vec<Vec<Fact>>),
}

pub(crate) fn check(lower: &Lower<'_>, facts: &[Fact], effort: &mut Effort) -> Result<Checked, Exhausted> {
    let mut values = Values::default();
    let mut conflicts = Vec::new();
    let mut conflict = |facts: &[Fact], core: Vec<usize>| {
        conflicts.push(core.into_iter().filter_map(|place| facts.get(place).copied()).collect());
    };
    let (numbers, of_numbers) = bounds(lower, facts);
    match linear::solve(&wholes(lower), &numbers, effort) {
        Solved::Yes(found) => values.numbers = found,
        Solved::No(core) => conflict(&of_numbers, core),
        Solved::TooHard => return Err(Exhausted),
    }
    let (texts, of_texts) = texts(lower, facts);
    match if lower.texts.all.is_empty() {
        Solved::Yes(Vec::new())
    } else {
        text::solve(&lower.patterns, lower.texts.all.len(), &texts, effort)
    } {
        Solved::Yes(found) => values.texts = found,
        Solved::No(core) => conflict(&of_texts, core),
        Solved::TooHard => return Err(Exhausted),
    }
    let (networks, of_networks) = networks(lower, facts);
    match if lower.networks.all.is_empty() {
        Solved::Yes(Vec::new())
    } else {
        network::solve(lower.networks.all.len(), &networks, effort)
    } {
        Solved::Yes(found) => values.networks = found,
        Solved::No(core) => conflict(&of_networks, core),
        Solved::TooHard => return Err(Exhausted),
    }
    Ok(if conflicts.is_empty() { Checked::Holds(values) } else { Checked::Conflicts(conflicts) })
}

/// Which unknown numbers are whole.
pub(crate) fn wholes(lower: &Lower<'_>) -> Vec<bool> {
    (0..).take(lower.numbers.all.len()).map(|n| lower.is_whole(Var(n))).collect()
}

/// Bounds as constraints, those of facts first, each at its fact's place; then what is true of the unknowns in any case.
pub(crate) fn bounds(lower: &Lower<'_>, facts: &[Fact]) -> (Vec<Constraint>, Vec<Fact>) {
    let mut constraints = Vec::new();
    let mut of = Vec::new();
    for &(atom, holds) in facts {
        if let Atom::Bound { form, bound, strict } = lower.atoms.get(atom) {
            let relation = match (strict, holds) {
                (false, true) => Relation::AtMost,
                (true, true) => Relation::Below,
                (false, false) => Relation::Above,
                (true, false) => Relation::AtLeast,
            };
            constraints.push(Constraint { form: form.clone(), relation, bound: bound.clone() });
            of.push((atom, holds));
        }
    }
    let used: BTreeSet<Var> = constraints.iter().flat_map(|c| c.form.0.iter().map(|(var, _)| *var)).collect();
    constraints.extend(axioms(lower, used));
    (constraints, of)
}

/// What is true of unknowns, and of those that they hang on, whatever the facts.
fn axioms(lower: &Lower<'_>, used: BTreeSet<Var>) -> Vec<Constraint> {
    let mut axioms = Vec::new();
    let mut open: Vec<Var> = used.iter().copied().collect();
    let mut seen = used;
    while let Some(var) = open.pop() {
        let more = domain(lower, var);
        for (other, _) in more.iter().flat_map(|axiom| &axiom.form.0) {
            if seen.insert(*other) {
                open.push(*other);
            }
        }
        axioms.extend(more);
    }
    axioms
}

/// The first and last day that evidence is taken to name.
const FIRST: jiff::civil::Date = date(1, 1, 1);
const LAST: jiff::civil::Date = date(9000, 12, 31);

fn domain(lower: &Lower<'_>, var: Var) -> Vec<Constraint> {
    let at_least = |bound: i64| one(var, Relation::AtLeast, bound);
    let at_most = |bound: i64| one(var, Relation::AtMost, bound);
    let days = || vec![at_least(day_number(FIRST)), at_most(day_number(LAST))];
    let of_type = |ty: &Type| match ty.required() {
        Type::Date => days(),
        Type::DateTime => vec![at_least(day_number(FIRST) * 86_400), at_most(day_number(LAST) * 86_400)],
        Type::Size | Type::Duration | Type::BusinessDays => vec![at_least(0)],
        Type::Enum(id) => {
            let members = lower.model().enumeration(*id).members.len();
            vec![at_least(0), at_most(i64::try_from(members).unwrap_or(i64::MAX) - 1)]
        }
        _ => Vec::new(),
    };
    match lower.numbers.all.get(var.0 as usize) {
        Some(Unknown::Place(place)) => of_type(lower.places.ty(*place)),
        Some(Unknown::Day(Day::PeriodStart)) => days(),
        // A period does not end before it begins, and an audit is not held before its period.
        Some(Unknown::Day(Day::PeriodEnd | Day::Today)) => {
            let start = lower.numbers.find(Unknown::Day(Day::PeriodStart));
            let after = start.map(|start| Constraint {
                form: form(&Sum::var(var).minus(&Sum::var(Var(start)))),
                relation: Relation::AtLeast,
                bound: whole(0),
            });
            days().into_iter().chain(after).collect()
        }
        Some(Unknown::Moved(number)) => {
            let moved = &lower.moved[*number as usize];
            days().into_iter().chain(lower.calendar_axioms(moved)).collect()
        }
        Some(Unknown::Opaque(_)) | None => Vec::new(),
    }
}

pub(crate) fn form(sum: &Sum) -> Form {
    Form(sum.terms.iter().map(|(var, factor)| (*var, factor.clone())).collect())
}

fn one(var: Var, relation: Relation, bound: i64) -> Constraint {
    Constraint { form: form(&Sum::var(var)), relation, bound: whole(bound) }
}

type OfTexts = (Vec<(text::Literal, bool)>, Vec<Fact>);

pub(crate) fn texts(lower: &Lower<'_>, facts: &[Fact]) -> OfTexts {
    let literal = |fact: &Fact| match lower.atoms.get(fact.0) {
        Atom::Text(literal) => Some(((literal.clone(), fact.1), *fact)),
        _ => None,
    };
    facts.iter().filter_map(literal).unzip()
}

type OfNetworks = (Vec<(network::Literal, bool)>, Vec<Fact>);

fn networks(lower: &Lower<'_>, facts: &[Fact]) -> OfNetworks {
    let literal = |fact: &Fact| match lower.atoms.get(fact.0) {
        Atom::Network(literal) => Some(((literal.clone(), fact.1), *fact)),
        _ => None,
    };
    facts.iter().filter_map(literal).unzip()
}
