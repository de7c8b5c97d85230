//! Levels against a look at every subject of a small world.

use std::collections::BTreeSet;

use kijun_conform::Objection;
use proptest::prelude::*;

use crate::small_world::{Rule, Thing, objections, place, rule, things};

/// The rules that hang together with one by what they require fields to be, itself included.
fn around(given: &[Rule], one: usize) -> BTreeSet<usize> {
    let mut all = BTreeSet::from([one]);
    loop {
        let reads: BTreeSet<usize> = all.iter().flat_map(|&i| given[i].required.reads()).collect();
        let near = |i: &usize| !given[*i].required.reads().is_disjoint(&reads);
        let more: BTreeSet<usize> = (0..given.len()).filter(near).collect();
        if more.is_subset(&all) {
            return all;
        }
        all.extend(more);
    }
}

/// Whether a thing of a level breaks a rule, and at the next level keeps all that could uphold it.
fn falls(given: &[Rule], one: usize, level: u8) -> bool {
    let fits = |&i: &usize| given[i].binds() || !given[one].binds();
    let others: Vec<&Rule> = around(given, one).into_iter().filter(fits).map(|i| &given[i]).collect();
    let raised = |thing: &Thing| [level + 1, thing[1], thing[2], thing[3], thing[4]];
    let slips = |thing: &Thing| !given[one].kept(thing) && others.iter().all(|o| o.kept(&raised(thing)));
    things().iter().any(|thing| thing[0] == level && slips(thing))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn a_demand_is_told_to_fall_where_a_subject_shows_it(given in proptest::collection::vec(rule(), 1..6)) {
        let (rules, found, text) = objections(&given);
        let mut told = BTreeSet::new();
        for objection in &found {
            if let Objection::NotMonotone { statement, levels, .. } = objection {
                prop_assert_eq!(levels.0 + 1, levels.1);
                told.insert((place(&rules, *statement), levels.0));
            }
        }
        for one in 0..given.len() {
            for level in 0..2u8 {
                let falls = falls(&given, one, level);
                prop_assert_eq!(told.contains(&(one, u32::from(level))), falls, "{} at {} {}", one, level, &text);
            }
        }
    }
}
