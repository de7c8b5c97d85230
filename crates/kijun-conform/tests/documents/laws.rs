//! What holds of every comparison, in random worlds.

use kijun_conform::{Case, Gap, Limits, Solver, Verdict, compare};
use kijun_eval::{Calendar, Days};
use kijun_findings::Outcome;
use kijun_model::{Force, StatementId, Subject};
use kijun_standards::EffectiveSet;
use kijun_testkit::{Reference, World};
use proptest::prelude::*;

/// Effort is small, so that hard questions end soon.
const LIMITS: Limits = Limits { steps: 5_000, formula: 5_000, elements: 32 };

fn days(world: &World) -> Days {
    Days {
        today: world.today,
        period_start: world.period.0,
        period_end: world.period.1,
        calendar: Calendar { weekend: world.weekend, holidays: world.holidays.clone() },
    }
}

fn statements(world: &World) -> Vec<StatementId> {
    world.effective.statements.iter().map(|s| s.statement).collect()
}

/// The gaps of a verdict that refutes.
fn gaps(verdict: &Verdict) -> &[Gap] {
    match verdict {
        Verdict::Weaker(gaps) | Verdict::Incomparable(gaps) | Verdict::Partial(gaps) => gaps,
        _ => &[],
    }
}

/// Whether the naive evaluator says that a case breaks the higher statement and keeps the lower ones.
fn slips_through(world: &World, case: &Case, higher: StatementId, lower: &[StatementId]) -> bool {
    let effective = EffectiveSet { exceptions: Vec::new(), ..world.effective.clone() };
    let subject = Subject { taken_on: Some(case.today), ..case.subject.clone() };
    let population: Vec<Subject> = std::iter::once(&subject).chain(&case.others).cloned().collect();
    let reference = Reference {
        model: &world.model,
        effective: &effective,
        today: case.today,
        period: case.period,
        weekend: world.weekend,
        holidays: world.holidays.clone(),
        population: &population,
        incomplete: Vec::new(),
    };
    let outcome = |s: StatementId| match reference.binds(s, subject.kind) {
        true => reference.outcome(s, &population[0]),
        false => Outcome::NotApplicable,
    };
    let kept = |s: &StatementId| matches!(outcome(*s), Outcome::Pass | Outcome::NotApplicable);
    matches!(outcome(higher), Outcome::Fail | Outcome::Unknown) && lower.iter().all(kept)
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..400)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn a_statement_conforms_to_itself_whatever_stands_beside_it(bytes in bytes()) {
        let world = World::new(&bytes);
        let all = statements(&world);
        let days = days(&world);
        let parameters = &world.effective.parameters;
        let solver = Solver { model: &world.model, parameters, days: &days, limits: LIMITS };
        for &statement in &all {
            let alone = compare(&solver, statement, &[statement]);
            let fine = matches!(alone, Verdict::Equal | Verdict::Permission);
            let says_nothing = alone == Verdict::Stricter && world.model.reads(statement).is_empty();
            prop_assert!(fine || says_nothing, "{alone:?}");
            let beside = compare(&solver, statement, &all);
            let fine = matches!(beside, Verdict::Equal | Verdict::Stricter | Verdict::Permission);
            prop_assert!(fine, "{beside:?}");
        }
    }

    #[test]
    fn the_naive_evaluator_confirms_every_case(bytes in bytes()) {
        let world = World::new(&bytes);
        let days = days(&world);
        let parameters = &world.effective.parameters;
        let solver = Solver { model: &world.model, parameters, days: &days, limits: LIMITS };
        let all = statements(&world);
        for &higher in &all {
            let lower: Vec<StatementId> = all.iter().copied().filter(|&s| s != higher).collect();
            let weight = |s: StatementId| matches!(world.model.statement(s).force, Force::Must | Force::MustNot);
            for gap in gaps(&compare(&solver, higher, &lower)) {
                let Some(case) = &gap.case else { continue };
                let binding: Vec<StatementId> = lower
                    .iter()
                    .copied()
                    .filter(|&s| weight(s) || !weight(higher) && world.model.statement(s).force != Force::May)
                    .collect();
                prop_assert!(slips_through(&world, case, higher, &binding), "{case:#?}");
            }
        }
    }
}

#[test]
fn the_worlds_have_every_verdict_that_statements_alone_can_have() {
    let mut seen = std::collections::BTreeMap::<&str, usize>::new();
    let mut state = 1_u32;
    for _ in 0..150 {
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let bytes: Vec<u8> = (0..200).map(|_| next()).collect();
        let world = World::new(&bytes);
        let days = days(&world);
        let parameters = &world.effective.parameters;
        let solver = Solver { model: &world.model, parameters, days: &days, limits: LIMITS };
        let all = statements(&world);
        for &higher in &all {
            let lower: Vec<StatementId> = all.iter().copied().filter(|&s| s != higher).take(2).collect();
            *seen.entry(name(&compare(&solver, higher, &lower))).or_default() += 1;
        }
    }
    for wanted in ["stricter", "weaker", "partial", "undecided", "permission"] {
        assert!(seen.contains_key(wanted), "no {wanted}: {seen:?}");
    }
}

pub(crate) fn name(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Stricter => "stricter",
        Verdict::Equal => "equal",
        Verdict::Weaker(_) => "weaker",
        Verdict::Incomparable(_) => "incomparable",
        Verdict::Partial(_) => "partial",
        Verdict::Undecided(_) => "undecided",
        Verdict::Permission => "permission",
        _ => "uncovered",
    }
}
