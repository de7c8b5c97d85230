//! Edges of the theory of numbers, and laws against brute force.

use super::*;
use crate::effort::Limits;

mod laws;

fn effort() -> Effort {
    Effort::new(Limits::default().steps)
}

fn rational(numerator: i64, denominator: i64) -> Rational {
    Rational::new(numerator.into(), denominator.into())
}

/// A constraint: factors of unknowns 0, 1, …; a relation as it is written; a bound over a denominator.
fn over(factors: &[i64], relation: &str, bound: i64, denominator: i64) -> Constraint {
    let terms = (0..).map(Var).zip(factors.iter().map(|factor| rational(*factor, 1)));
    let relation = match relation {
        "<=" => Relation::AtMost,
        "<" => Relation::Below,
        ">=" => Relation::AtLeast,
        ">" => Relation::Above,
        "=" => Relation::Equal,
        _ => panic!("no such relation"),
    };
    Constraint {
        form: Form(terms.filter(|(_, factor)| *factor != rational(0, 1)).collect()),
        relation,
        bound: rational(bound, denominator),
    }
}

fn c(factors: &[i64], relation: &str, bound: i64) -> Constraint {
    over(factors, relation, bound, 1)
}

fn solved(whole: &[bool], constraints: &[Constraint]) -> Solved<Vec<String>> {
    match solve(whole, constraints, &mut effort()) {
        Solved::Yes(values) => Solved::Yes(values.iter().map(ToString::to_string).collect()),
        Solved::No(core) => Solved::No(core),
        Solved::TooHard => Solved::TooHard,
    }
}

fn yes(values: &[&str]) -> Solved<Vec<String>> {
    Solved::Yes(values.iter().map(ToString::to_string).collect())
}

#[test]
fn what_is_free_is_zero() {
    assert_eq!(solved(&[true, false], &[]), yes(&["0", "0"]));
    assert_eq!(solved(&[false], &[c(&[1], "<", 10)]), yes(&["0"]));
    assert_eq!(solved(&[false, false], &[c(&[1, -1], "<=", 3)]), yes(&["0", "0"]));
}

#[test]
fn a_value_is_the_plain_one_near_its_limit() {
    assert_eq!(solved(&[true], &[c(&[1], ">=", 8), c(&[1], "<", 10)]), yes(&["8"]));
    assert_eq!(solved(&[false], &[over(&[1], ">=", 73, 10)]), yes(&["8"]));
    assert_eq!(solved(&[false], &[c(&[1], ">", 2)]), yes(&["3"]));
    assert_eq!(solved(&[false], &[c(&[1], ">", 2), c(&[1], "<", 3)]), yes(&["21/10"]));
    assert_eq!(solved(&[false], &[c(&[3], "<=", -17)]), yes(&["-6"]));
    assert_eq!(solved(&[false], &[c(&[3], "=", 17)]), yes(&["17/3"]));
}

#[test]
fn a_number_between_two_neighbours_is_not_whole() {
    let between = [c(&[1, -1], "<", 0), c(&[-1, 1], "<", 1)];
    assert_eq!(solved(&[true, true], &between), Solved::No(vec![0, 1]));
    assert_eq!(solved(&[true, false], &between), yes(&["0", "1/10"]));
    assert_eq!(solved(&[false, false], &between), yes(&["0", "1/10"]));
}

#[test]
fn a_chain_that_comes_back_to_where_it_began_holds_unless_a_link_is_strict() {
    let chain = |last| [c(&[1, -1, 0], "<=", 0), c(&[0, 1, -1], "<=", 0), c(&[-1, 0, 1], last, 0)];
    assert_eq!(solved(&[false; 3], &chain("<=")), yes(&["0", "0", "0"]));
    assert_eq!(solved(&[false; 3], &chain("<")), Solved::No(vec![0, 1, 2]));
}

#[test]
fn only_what_contradicts_is_told() {
    let constraints = [
        c(&[0, 0, 1], ">=", 4),
        c(&[1], ">=", 10),
        c(&[0, 1, -1], "<", 7),
        c(&[1, -1], "<=", 0),
        c(&[0, 1], "<", 10),
    ];
    assert_eq!(solved(&[true; 3], &constraints), Solved::No(vec![1, 3, 4]));
    assert_eq!(solved(&[false; 3], &constraints), Solved::No(vec![1, 3, 4]));
}

#[test]
fn multiples_are_the_same_sum() {
    let constraints = [c(&[2, -4], "<=", 3), c(&[-3, 6], "<", -4)];
    assert_eq!(solved(&[false, false], &constraints), yes(&["7/5", "0"]));
    assert_eq!(solved(&[true, true], &constraints), Solved::No(vec![0, 1]));
}

#[test]
fn equal_means_both_limits() {
    let constraints = [c(&[1, 1], "=", 10), c(&[1, -1], "=", 4)];
    assert_eq!(solved(&[false, false], &constraints), yes(&["7", "3"]));
    assert_eq!(solved(&[true, true], &[c(&[1, 1], "=", 10), c(&[1, -1], "=", 5)]), Solved::No(vec![0, 1]));
    assert_eq!(solved(&[true], &[c(&[2], "=", 5)]), Solved::No(vec![0]));
    assert_eq!(solved(&[true, true], &[c(&[2, -2], "=", 5)]), Solved::No(vec![0]));
}

#[test]
fn a_constraint_without_unknowns_holds_or_contradicts_itself() {
    assert_eq!(solved(&[false], &[c(&[], "<=", 0), c(&[], "=", 0), c(&[], ">", -1)]), yes(&["0"]));
    for (relation, bound) in [("<", 0), ("<=", -1), (">=", 1), (">", 0), ("=", 2)] {
        assert_eq!(
            solved(&[], &[c(&[], "<=", 0), c(&[], relation, bound)]),
            Solved::No(vec![1]),
            "0 {relation} {bound}"
        );
    }
}

fn range(whole: &[bool], constraints: &[Constraint], var: u32) -> String {
    let Interval { low, high } = interval(whole, constraints, Var(var), &mut effort()).unwrap();
    let low =
        low.map_or("(..".to_owned(), |end| format!("{}{}..", if end.open { "(" } else { "[" }, end.value));
    low + &high.map_or(")".to_owned(), |end| format!("{}{}", end.value, if end.open { ")" } else { "]" }))
}

#[test]
fn an_interval_has_the_ends_that_the_constraints_leave() {
    let constraints = [c(&[1], ">=", 2), c(&[1, -1], "<", 0), c(&[0, 1], "<=", 5), c(&[0, 0, 0, 1], ">", 1)];
    let fractions = |var| range(&[false; 4], &constraints, var);
    assert_eq!(
        [fractions(0), fractions(1), fractions(2), fractions(3)],
        ["[2..5)", "(2..5]", "(..)", "(1..)"]
    );
    let whole = |var| range(&[true; 4], &constraints, var);
    assert_eq!([whole(0), whole(1), whole(2), whole(3)], ["[2..4]", "[3..5]", "(..)", "[2..)"]);
}

#[test]
fn an_interval_is_rounded_inwards_for_a_whole_number() {
    let constraints = [c(&[3, 2], "<=", 10), c(&[1, -1], "=", 0), c(&[1, 1], ">=", -3)];
    assert_eq!(range(&[false, false], &constraints, 1), "[-3/2..2]");
    assert_eq!(range(&[true, false], &constraints, 0), "[-1..2]");
}

#[test]
fn whole_numbers_that_no_case_settles_end_too() {
    let parity = [c(&[1, 1, -2, 0], "=", 0), c(&[1, -1, 0, -2], "=", 1)];
    assert_eq!(solved(&[true; 4], &parity), Solved::No(vec![0, 1]));
    let thirds = [c(&[3, -3, 1], ">=", 1), c(&[3, -3, 1], "<=", 2), c(&[0, 0, 1], "=", 0)];
    assert_eq!(solved(&[true; 3], &thirds), Solved::No(vec![0, 1, 2]));
    let mixed = [c(&[1, 1], "=", 0), over(&[0, 1, 1], "=", 5, 2)];
    assert_eq!(solved(&[true, false, true], &mixed), Solved::No(vec![0, 1]));
}

#[test]
fn without_effort_nothing_is_settled() {
    let constraints = [c(&[1, 1], ">=", 1)];
    assert_eq!(solve(&[true; 2], &constraints, &mut Effort::new(0)), Solved::TooHard);
    assert_eq!(interval(&[true; 2], &constraints, Var(0), &mut Effort::new(0)), Err(Exhausted));
}

#[test]
fn numbers_that_no_machine_word_holds_are_exact() {
    let huge = Rational::from_integer(num_bigint::BigInt::from(10).pow(40));
    let mut constraints = vec![c(&[1, -1], "<", 0), c(&[1], ">", 0), c(&[0, 1], "<", 0)];
    constraints[1].bound = huge.clone();
    constraints[2].bound = &huge + rational(2, 1);
    let one = rational(1, 1);
    assert_eq!(solve(&[true; 2], &constraints, &mut effort()), Solved::No(vec![0, 1, 2]));
    constraints[2].bound += &one;
    assert_eq!(
        solve(&[true; 2], &constraints, &mut effort()),
        Solved::Yes(vec![&huge + &one, &huge + &one + &one])
    );
}

#[test]
fn fractions_between_whole_numbers_do_not_hide_what_follows_for_these() {
    // x lies between two sums of y and z, and between these no whole number is left.
    let between = [c(&[1, 2, 1], "<=", 5), over(&[0, 0, 1], ">=", 1, 2), c(&[1, 2, -1], ">=", 4)];
    assert_eq!(solved(&[true, true, false], &between), Solved::No(vec![0, 1, 2]));
    let strictly = [over(&[-1, 2, -2], ">=", 7, 2), c(&[2, -1, 1], "=", 3), over(&[1, -1, 1], ">", -1, 2)];
    assert_eq!(solved(&[false, true, true], &strictly), Solved::No(vec![0, 1, 2]));
    let beside = [
        c(&[-1, -1, 2], "<=", 3),
        c(&[0, -1, -1], "<=", -3),
        c(&[-1, 2, -1], "<=", -4),
        over(&[2, -2], "<=", 7, 2),
    ];
    assert_eq!(solved(&[false, true, true], &beside), Solved::No(vec![0, 2, 3]));
}
