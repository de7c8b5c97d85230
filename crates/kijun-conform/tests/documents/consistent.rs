//! Consistency against a look at every subject of a small world.

use std::collections::BTreeSet;

use kijun_conform::Objection;
use proptest::prelude::*;

use crate::small_world::{Rule, objections, place, rule, things};

/// Whether there are things of one level and size to which both apply, none of which keeps both.
fn at_war(one: &Rule, other: &Rule) -> bool {
    let all = things();
    all.iter()
        .filter(|t| one.applies(t) && other.applies(t))
        .any(|here| !all.iter().filter(|t| t[..2] == here[..2]).any(|t| one.met(t) && other.met(t)))
}

/// Whether whatever keeps the others keeps a rule.
fn implied(rule: &Rule, others: &[&Rule]) -> bool {
    things().iter().all(|t| rule.kept(t) || others.iter().any(|o| !o.kept(t)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn what_is_told_of_consistency_is_what_a_look_at_every_subject_shows(
        given in proptest::collection::vec(rule(), 1..7)
    ) {
        let (rules, found, text) = objections(&given);
        let (mut alone, mut pairs, mut redundant) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for objection in &found {
            match objection {
                Objection::Impossible { statement } => _ = alone.insert((place(&rules, *statement), "impossible")),
                Objection::Vacuous { statement, applies } => {
                    alone.insert((place(&rules, *statement), if *applies { "nothing" } else { "nobody" }));
                }
                Objection::Contradiction { first, second, .. } => {
                    pairs.insert((place(&rules, *first), place(&rules, *second)));
                }
                Objection::Redundant { statement, by } => {
                    redundant.push((place(&rules, *statement), by.iter().map(|&s| place(&rules, s)).collect::<Vec<_>>()));
                }
                Objection::NotMonotone { .. } => {}
                other => prop_assert!(false, "{other:?}"),
            }
        }

        for (number, rule) in given.iter().enumerate() {
            let applies = rule.can(true) || rule.can(false);
            let told = |what| alone.contains(&(number, what));
            prop_assert_eq!(told("nobody"), !applies, "{}", &text);
            prop_assert_eq!(told("nothing"), applies && !rule.can(false), "{}", &text);
            prop_assert_eq!(told("impossible"), applies && !rule.can(true) && rule.binds(), "{}", &text);
        }

        let sound: Vec<usize> = (0..given.len()).filter(|&i| given[i].is_sound()).collect();
        let binding: Vec<usize> = sound.iter().copied().filter(|&i| given[i].binds()).collect();
        let mut wars = BTreeSet::new();
        for (at, &one) in binding.iter().enumerate() {
            wars.extend(binding[at + 1..].iter().filter(|&&other| at_war(&given[one], &given[other])).map(|&o| (one, o)));
        }
        prop_assert_eq!(&pairs, &wars, "{}", &text);

        let torn = |i: &usize| wars.iter().any(|(a, b)| a == i || b == i);
        let told: BTreeSet<usize> = redundant.iter().map(|(statement, _)| *statement).collect();
        for (statement, by) in &redundant {
            let by: Vec<&Rule> = by.iter().map(|&i| &given[i]).collect();
            prop_assert!(!by.is_empty() && implied(&given[*statement], &by), "{statement} {}", &text);
            prop_assert!(by.iter().all(|o| o.binds() || !given[*statement].binds()), "{statement} {}", &text);
        }
        for &statement in sound.iter().filter(|i| !torn(i) && !told.contains(i)) {
            let rule = &given[statement];
            let fits = |i: &&usize| **i != statement && !torn(i) && !told.contains(i) && (given[**i].binds() || !rule.binds());
            let others: Vec<&Rule> = sound.iter().filter(fits).map(|&i| &given[i]).collect();
            let at_peace = things().iter().any(|t| rule.applies(t) && others.iter().all(|o| o.kept(t)));
            prop_assert!(!at_peace || !implied(rule, &others), "{statement} {}", &text);
        }
    }
}
