//! The real evaluator and the naive one give the same outcome in random worlds, whatever is wrong with the evidence.

use kijun_eval::{Calendar, Coverage, Days, Population, Program, Scratch, compile};
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

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
}
