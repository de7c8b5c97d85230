//! From constraints to a tableau. One over a single unknown limits that unknown; others limit a sum, and those that are
//! multiples of each other limit the same sum.

use std::collections::BTreeMap;

use super::delta::Delta;
use super::fraction::Fraction;
use super::quantity::{Limit, Quantity, Seat, Side};
use super::tableau::{Row, Stop, Tableau};
use super::{Constraint, Relation};

/// Unknowns, each with its factor.
pub(super) type Terms = Vec<(usize, Fraction)>;

/// Constraints as a tableau.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) tableau: Tableau,
    /// What each sum was made of when it was told; they follow the unknowns in the tableau.
    pub(super) sums: Vec<Terms>,
    pub(super) n_unknowns: usize,
}

/// A limit that a constraint sets: on what, and where it stands among the constraints.
struct Demand {
    at: usize,
    relation: Relation,
    bound: Fraction,
    reason: usize,
}

/// # Errors
///
/// Two of the constraints contradict each other, or one contradicts itself.
pub(super) fn from_constraints(whole: &[bool], constraints: &[Constraint]) -> Result<Problem, Stop> {
    let (sums, demands) = gather(whole.len(), constraints)?;
    let unknowns = whole.iter().map(|whole| quantity(*whole));
    let totals = sums.iter().map(|sum| quantity(sum.iter().all(|(at, _)| whole[*at])));
    let quantities = unknowns.chain(totals).collect();
    let mut tableau = Tableau { quantities, ..Tableau::default() };
    take_seats(&mut tableau, &sums, whole.len());
    // Unknowns first: so they settle on their own limits before any sum asks for more.
    let (single, summed): (Vec<_>, Vec<_>) = demands.iter().partition(|demand| demand.at < whole.len());
    for demand in single.into_iter().chain(summed) {
        limit(&mut tableau, demand)?;
    }
    Ok(Problem { tableau, sums, n_unknowns: whole.len() })
}

fn quantity(whole: bool) -> Quantity {
    Quantity { low: None, high: None, value: Delta::ZERO, whole, seat: Seat::Loose }
}

/// Different sums, and what is demanded of them and of unknowns.
fn gather(n_unknowns: usize, constraints: &[Constraint]) -> Result<(Vec<Terms>, Vec<Demand>), Stop> {
    let mut sums = Vec::new();
    let mut known: BTreeMap<Terms, usize> = BTreeMap::new();
    let mut demands = Vec::new();
    for (reason, constraint) in constraints.iter().enumerate() {
        let Some((terms, relation, bound)) = plain(constraint) else {
            if holds_of_nothing(constraint) {
                continue;
            }
            return Err(Stop::Contradiction(vec![reason]));
        };
        let at = match terms.as_slice() {
            [(unknown, _)] => *unknown,
            _ => *known.entry(terms).or_insert_with_key(|terms| {
                sums.push(terms.clone());
                n_unknowns + sums.len() - 1
            }),
        };
        demands.push(Demand { at, relation, bound, reason });
    }
    Ok((sums, demands))
}

/// The constraint with whole factors that have no common divisor, the first positive: so that multiples look alike. `None` where
/// it has no unknowns.
fn plain(constraint: &Constraint) -> Option<(Terms, Relation, Fraction)> {
    let mut terms: Terms =
        constraint.form.0.iter().map(|(var, factor)| (var.0 as usize, Fraction::from(factor))).collect();
    let divisor = terms.iter().fold(Fraction::ZERO, |sum, (_, factor)| sum.common(factor));
    let turned = terms.first()?.1.is_negative();
    let divisor = if turned { -&divisor } else { divisor };
    for (_, factor) in &mut terms {
        *factor = &*factor / &divisor;
    }
    let relation = if turned { turn(constraint.relation) } else { constraint.relation };
    Some((terms, relation, &Fraction::from(&constraint.bound) / &divisor))
}

fn turn(relation: Relation) -> Relation {
    match relation {
        Relation::AtMost => Relation::AtLeast,
        Relation::Below => Relation::Above,
        Relation::AtLeast => Relation::AtMost,
        Relation::Above => Relation::Below,
        Relation::Equal => Relation::Equal,
    }
}

fn holds_of_nothing(constraint: &Constraint) -> bool {
    let bound = Fraction::from(&constraint.bound);
    match constraint.relation {
        Relation::AtMost => !bound.is_negative(),
        Relation::Below => bound.is_positive(),
        Relation::AtLeast => !bound.is_positive(),
        Relation::Above => bound.is_negative(),
        Relation::Equal => bound.is_zero(),
    }
}

/// A row for each sum, a column for each unknown that is part of one.
fn take_seats(tableau: &mut Tableau, sums: &[Terms], n_unknowns: usize) {
    let mut parts: Vec<usize> = sums.iter().flatten().map(|(at, _)| *at).collect();
    parts.sort_unstable();
    parts.dedup();
    for (column, unknown) in parts.iter().enumerate() {
        tableau.quantities[*unknown].seat = Seat::Column(column);
    }
    for (row, sum) in sums.iter().enumerate() {
        tableau.quantities[n_unknowns + row].seat = Seat::Row(row);
        let mut factors = vec![Fraction::ZERO; parts.len()];
        for (unknown, factor) in sum {
            if let Seat::Column(column) = tableau.quantities[*unknown].seat {
                factors[column] = factor.clone();
            }
        }
        tableau.rows.push(Row { sum: n_unknowns + row, factors });
    }
    tableau.columns = parts;
}

fn limit(tableau: &mut Tableau, demand: &Demand) -> Result<(), Stop> {
    let whole = tableau.quantities[demand.at].whole;
    if whole && demand.relation == Relation::Equal && !demand.bound.is_whole() {
        return Err(Stop::Contradiction(vec![demand.reason]));
    }
    let (low, high) = limits(demand.relation, &demand.bound);
    for (side, value) in [(Side::Low, low), (Side::High, high)] {
        let Some(value) = value else { continue };
        let value = if whole { value.inwards(side) } else { value };
        tableau.narrow(demand.at, side, Limit { value, reason: demand.reason })?;
    }
    Ok(())
}

fn limits(relation: Relation, bound: &Fraction) -> (Option<Delta>, Option<Delta>) {
    let limit = |tiny| Some(Delta { main: bound.clone(), tiny });
    match relation {
        Relation::AtMost => (None, limit(Fraction::ZERO)),
        Relation::Below => (None, limit(Fraction::MINUS_ONE)),
        Relation::AtLeast => (limit(Fraction::ZERO), None),
        Relation::Above => (limit(Fraction::ONE), None),
        Relation::Equal => (limit(Fraction::ZERO), limit(Fraction::ZERO)),
    }
}
