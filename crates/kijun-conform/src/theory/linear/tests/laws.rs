//! Laws against brute force.

use proptest::prelude::*;

use super::*;

const GRID: std::ops::RangeInclusive<i64> = -4..=4;

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

fn grid() -> Vec<Vec<Rational>> {
    let points = GRID.flat_map(|x| GRID.flat_map(move |y| GRID.map(move |z| vec![x, y, z])));
    points.map(|point| point.into_iter().map(|n| rational(n, 1)).collect()).collect()
}

/// The grid's walls, as constraints.
fn walls() -> Vec<Constraint> {
    let unit = |at: usize| (0..3).map(|n| i64::from(n == at)).collect::<Vec<_>>();
    (0..3).flat_map(|at| [c(&unit(at), ">=", *GRID.start()), c(&unit(at), "<=", *GRID.end())]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn whole_numbers_are_found_where_and_only_where_the_grid_has_them((_, constraints) in problem()) {
        let constraints: Vec<_> = walls().into_iter().chain(constraints).collect();
        let exists = grid().iter().any(|point| constraints.iter().all(|c| holds(c, point)));
        match solve(&[true; 3], &constraints, &mut effort()) {
            Solved::Yes(values) => {
                prop_assert!(values.iter().all(Rational::is_integer));
                prop_assert!(constraints.iter().all(|c| holds(c, &values)));
            }
            Solved::No(core) => {
                let core: Vec<_> = core.iter().map(|at| &constraints[*at]).collect();
                prop_assert!(!grid().iter().any(|point| core.iter().all(|c| holds(c, point))));
                prop_assert!(!exists);
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
                let core: Vec<_> = core.iter().map(|at| constraints[*at].clone()).collect();
                prop_assert!(matches!(solve(&whole, &core, &mut effort()), Solved::No(_)));
                prop_assert!(!grid().iter().any(|point| core.iter().all(|c| holds(c, point))));
            }
            Solved::TooHard => prop_assert!(false, "so small a question was too hard"),
        }
    }
}
