//! Laws against brute force.

use std::ops::RangeInclusive;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::*;

const GRID: RangeInclusive<i64> = -4..=4;

fn relation() -> impl Strategy<Value = Relation> {
    prop::sample::select(vec![
        Relation::AtMost,
        Relation::Below,
        Relation::AtLeast,
        Relation::Above,
        Relation::Equal,
    ])
}

fn constraint(n: usize) -> impl Strategy<Value = Constraint> {
    (prop::collection::vec(-2i64..=2, n), relation(), -9i64..=9, 1i64..=2).prop_map(
        |(factors, relation, bound, denominator)| Constraint {
            relation,
            ..over(&factors, "=", bound, denominator)
        },
    )
}

/// Constraints over three unknowns, which of them are whole.
fn problem() -> impl Strategy<Value = (Vec<bool>, Vec<Constraint>)> {
    (prop::collection::vec(any::<bool>(), 3), prop::collection::vec(constraint(3), 0..9))
}

fn holds(constraint: &Constraint, values: &[Rational]) -> bool {
    let sum: Rational = constraint.form.0.iter().map(|(var, factor)| factor * &values[var.0 as usize]).sum();
    match constraint.relation {
        Relation::AtMost => sum <= constraint.bound,
        Relation::Below => sum < constraint.bound,
        Relation::AtLeast => sum >= constraint.bound,
        Relation::Above => sum > constraint.bound,
        Relation::Equal => sum == constraint.bound,
    }
}

/// A constraint in machine words: twice its factors and its bound.
fn in_words(constraint: &Constraint) -> ([i64; 3], Relation, i64) {
    let twice = |number: &Rational| i64::try_from((number * rational(2, 1)).to_integer()).unwrap();
    let mut factors = [0; 3];
    for (var, factor) in &constraint.form.0 {
        factors[var.0 as usize] = twice(factor);
    }
    (factors, constraint.relation, twice(&constraint.bound))
}

/// Whether constraints hold together somewhere on the grid.
fn on_grid<'a>(constraints: impl IntoIterator<Item = &'a Constraint>) -> bool {
    let constraints: Vec<_> = constraints.into_iter().map(in_words).collect();
    let mut points = GRID.flat_map(|x| GRID.flat_map(move |y| GRID.map(move |z| [x, y, z])));
    points.any(|[x, y, z]| {
        constraints.iter().all(|([a, b, c], relation, bound)| {
            let sum = a * x + b * y + c * z;
            match relation {
                Relation::AtMost => sum <= *bound,
                Relation::Below => sum < *bound,
                Relation::AtLeast => sum >= *bound,
                Relation::Above => sum > *bound,
                Relation::Equal => sum == *bound,
            }
        })
    })
}

fn only(at: usize) -> Vec<i64> {
    (0..3).map(|n| i64::from(n == at)).collect()
}

/// Limits for every unknown, as constraints.
fn walls(range: &RangeInclusive<i64>) -> Vec<Constraint> {
    let walls = |at| [c(&only(at), ">=", *range.start()), c(&only(at), "<=", *range.end())];
    (0..3).flat_map(walls).collect()
}

/// Whether a conflict is one, and is not one without any of its members.
fn is_tight(whole: &[bool], constraints: &[Constraint], core: &[usize]) -> bool {
    let without = |skipped: Option<usize>| {
        let rest = core.iter().filter(|at| Some(**at) != skipped);
        let rest: Vec<_> = rest.map(|at| constraints[*at].clone()).collect();
        matches!(solve(whole, &rest, &mut effort()), Solved::No(_))
    };
    without(None) && !core.iter().any(|at| without(Some(*at)))
}

/// Whether constraints hold together for some values of those that are whole; others are fractions.
fn one_by_one(whole: &[bool], constraints: &[Constraint], range: &RangeInclusive<i64>) -> bool {
    let Some(at) = whole.iter().position(|whole| *whole) else {
        return matches!(solve(whole, constraints, &mut effort()), Solved::Yes(_));
    };
    let rest: Vec<bool> = whole.iter().enumerate().map(|(n, whole)| *whole && n != at).collect();
    range.clone().any(|value| {
        let fixed: Vec<_> = constraints.iter().cloned().chain([c(&only(at), "=", value)]).collect();
        one_by_one(&rest, &fixed, range)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn whole_numbers_are_found_where_and_only_where_the_grid_has_them((_, constraints) in problem()) {
        let constraints: Vec<_> = walls(&GRID).into_iter().chain(constraints).collect();
        match solve(&[true; 3], &constraints, &mut effort()) {
            Solved::Yes(values) => {
                prop_assert!(values.iter().all(Rational::is_integer));
                prop_assert!(constraints.iter().all(|c| holds(c, &values)));
            }
            Solved::No(core) => {
                prop_assert!(!on_grid(&constraints));
                prop_assert!(is_tight(&[true; 3], &constraints, &core));
            }
            Solved::TooHard => prop_assert!(false, "so small a question was too hard"),
        }
    }

    #[test]
    fn values_keep_every_constraint_and_conflicts_are_contradictory((whole, constraints) in problem()) {
        match solve(&whole, &constraints, &mut effort()) {
            Solved::Yes(values) => {
                prop_assert!(constraints.iter().all(|c| holds(c, &values)), "{values:?}");
                prop_assert!(values.iter().zip(&whole).all(|(value, whole)| !whole || value.is_integer()));
            }
            Solved::No(core) => {
                prop_assert!(core.is_sorted_by(|a, b| a < b));
                prop_assert!(is_tight(&whole, &constraints, &core));
                prop_assert!(!on_grid(core.iter().map(|at| &constraints[*at])));
            }
            Solved::TooHard => prop_assert!(whole.contains(&true) && whole.contains(&false)),
        }
    }

    #[test]
    fn whole_numbers_among_fractions_are_found_where_one_by_one_they_are((whole, constraints) in problem()) {
        let range = -2..=2;
        let constraints: Vec<_> = walls(&range).into_iter().chain(constraints).collect();
        let one_by_one = one_by_one(&whole, &constraints, &range);
        match solve(&whole, &constraints, &mut effort()) {
            Solved::Yes(_) => prop_assert!(one_by_one),
            Solved::No(core) => {
                prop_assert!(!one_by_one);
                prop_assert!(is_tight(&whole, &constraints, &core));
            }
            Solved::TooHard => prop_assert!(false, "so small a question was too hard"),
        }
    }

    #[test]
    fn an_interval_of_fractions_is_just_as_wide_as_the_constraints_leave((_, constraints) in problem()) {
        if let Solved::Yes(_) = solve(&[false; 3], &constraints, &mut effort()) {
            let Interval { low, high } = interval(&[false; 3], &constraints, Var(1), &mut effort()).unwrap();
            for (end, outwards, inwards) in [(low, Relation::Below, 1), (high, Relation::Above, -1)] {
                let bound = end.clone().map_or(rational(-100 * inwards, 1), |end| end.value);
                let open = end.as_ref().is_some_and(|end| end.open);
                let with = |relation, bound: Rational| {
                    let more = Constraint { form: Form(vec![(Var(1), rational(1, 1))]), relation, bound };
                    let all: Vec<_> = constraints.iter().cloned().chain([more]).collect();
                    matches!(solve(&[false; 3], &all, &mut effort()), Solved::Yes(_))
                };
                prop_assert_eq!(with(Relation::Equal, bound.clone()), !open);
                prop_assert_eq!(with(outwards, bound.clone()), end.is_none());
                let near = bound + rational(inwards, 1_000_000);
                prop_assert!(!open || with(Relation::Equal, near));
            }
        }
    }
}

/// Whole numbers that hang together with fractions, all without limits, can be too hard. They seldom are.
#[test]
fn hardly_a_question_is_too_hard() {
    let mut runner = TestRunner::deterministic();
    let hard = (0..3_000).filter(|_| {
        let (whole, constraints) = problem().new_tree(&mut runner).unwrap().current();
        solve(&whole, &constraints, &mut effort()) == Solved::TooHard
    });
    assert!(hard.count() <= 3);
}
