//! The real evaluator and the naive one give the same outcome in random worlds, whatever is wrong with the evidence.

use kijun_eval::{Calendar, Coverage, Days, Found, Population, Program, Scratch, compile};
use kijun_findings::Outcome;
use kijun_model::{KindId, Subject};
use kijun_testkit::World;
use proptest::prelude::*;

fn program(world: &World) -> Program {
    let days = Days {
        today: world.today,
        period_start: world.period.0,
        period_end: world.period.1,
        calendar: Calendar { weekend: world.weekend, holidays: world.holidays.clone() },
    };
    compile(&world.model, &world.effective, &days)
}

fn population(world: &World, program: &Program, subjects: Vec<Subject>) -> Population {
    let coverage =
        |kind: KindId| if world.incomplete.contains(&kind) { Coverage::Partial } else { Coverage::Whole };
    program.population(subjects, coverage)
}

/// The outcomes of every subject, in the world's order.
fn outcomes(world: &World, program: &Program, population: &Population) -> Vec<Vec<Outcome>> {
    let mut scratch = Scratch::default();
    let mut judge = |subject: &Subject| {
        let mut out = Vec::new();
        program.evaluate(population, subject, &mut scratch, &mut out);
        out
    };
    world.subjects.iter().map(&mut judge).collect()
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..700)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn both_give_the_same_outcome(bytes in bytes()) {
        let world = World::new(&bytes);
        let program = program(&world);
        let population = population(&world, &program, world.subjects.clone());
        let reference = world.reference();
        for (subject, outcomes) in world.subjects.iter().zip(outcomes(&world, &program, &population)) {
            let bound = program.bound(subject.kind);
            prop_assert_eq!(bound.len(), outcomes.len());
            for (index, statement) in world.effective.statements.iter().enumerate() {
                let binds = reference.binds(statement.statement, subject.kind);
                prop_assert_eq!(bound.contains(&index), binds);
            }
            for (&index, outcome) in bound.iter().zip(outcomes) {
                let id = world.effective.statements[index].statement;
                let expected = reference.outcome(id, subject);
                prop_assert_eq!(outcome, expected, "{} of {}: {:#?}", id.0, subject.key, world.model.statement(id));
            }
        }
    }

    #[test]
    fn the_order_of_subjects_does_not_matter(bytes in bytes(), by in 0usize..12) {
        let world = World::new(&bytes);
        let program = program(&world);
        let mut turned = world.subjects.clone();
        turned.rotate_left(by % world.subjects.len());
        turned.reverse();
        let (one, other) = (population(&world, &program, world.subjects.clone()), population(&world, &program, turned));
        prop_assert_eq!(outcomes(&world, &program, &one), outcomes(&world, &program, &other));
    }

    #[test]
    fn knowing_more_never_turns_what_was_decided(bytes in bytes(), more in bytes()) {
        let world = World::without_presence(&bytes);
        let better = world.known_better(&more);
        let program = program(&world);
        let population_of = |world: &World| population(world, &program, world.subjects.clone());
        let before = outcomes(&world, &program, &population_of(&world));
        let after = outcomes(&better, &program, &population_of(&better));
        for (before, after) in before.into_iter().flatten().zip(after.into_iter().flatten()) {
            let open = matches!(before, Outcome::Unknown | Outcome::Error);
            prop_assert!(open || before == after, "{before:?} became {after:?}");
        }
    }

    #[test]
    fn an_explanation_agrees_and_of_what_is_unknown_names_only_what_is_missing(bytes in bytes()) {
        let world = World::new(&bytes);
        let program = program(&world);
        let population = population(&world, &program, world.subjects.clone());
        for (subject, outcomes) in world.subjects.iter().zip(outcomes(&world, &program, &population)) {
            for (&index, outcome) in program.bound(subject.kind).iter().zip(outcomes) {
                let why = program.explain(&world.model, &population, subject, index);
                prop_assert_eq!(why.outcome, outcome);
                if matches!(why.before_exceptions, Outcome::Unknown | Outcome::Error) {
                    let named: Vec<&Found> = why.deciding.iter().map(|o| &o.found).collect();
                    let computed = uncomputable(&world, index);
                    prop_assert!(computed || named.iter().all(|f| !matches!(f, Found::Value(_))), "{:#?}", why);
                    let malformed = named.contains(&&Found::Malformed);
                    prop_assert!(why.before_exceptions == Outcome::Unknown || malformed || why.omitted > 0, "{:#?}", why);
                }
            }
        }
    }
}

/// Whether all could be known and yet no value come out: arithmetic, the least of nothing, a line upwards that goes round.
fn uncomputable(world: &World, index: usize) -> bool {
    let statement = world.model.statement(world.effective.statements[index].statement);
    let filter = world.model.clause(statement.clause).subjects.as_ref().and_then(|s| s.filter.as_ref());
    let text = format!("{filter:?} {:?} {:?}", statement.when, statement.requirement);
    ["Arithmetic", "Fold", "Call", "Age", "Under"].iter().any(|form| text.contains(form))
}

#[test]
fn the_worlds_have_every_outcome_and_mostly_decide() {
    let mut seen = std::collections::BTreeMap::<char, usize>::new();
    let mut state = 7u64;
    for _ in 0..2000 {
        let bytes: Vec<u8> = (0..600)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as u8
            })
            .collect();
        let world = World::new(&bytes);
        let program = program(&world);
        let population = population(&world, &program, world.subjects.clone());
        for outcome in outcomes(&world, &program, &population).into_iter().flatten() {
            *seen.entry(outcome.letter()).or_default() += 1;
        }
    }
    let all: usize = seen.values().sum();
    let share = |letter: char| seen.get(&letter).copied().unwrap_or(0) * 100 / all;
    for (letter, least) in [('P', 10), ('F', 10), ('U', 10), ('E', 5), ('-', 5), ('W', 1)] {
        assert!(share(letter) >= least, "{letter}: {seen:?}");
    }
}

#[test]
fn outcomes_together_are_the_worst_in_any_order() {
    for a in Outcome::ALL {
        assert_eq!(a.and(a), a);
        assert_eq!(a.and(Outcome::NotApplicable), a);
        for b in Outcome::ALL {
            assert_eq!(a.and(b), b.and(a));
            assert!([a, b].contains(&a.and(b)));
            for c in Outcome::ALL {
                assert_eq!(a.and(b).and(c), a.and(b.and(c)));
            }
        }
    }
}
