//! Laws of following up: every earlier finding ends once, nothing is fixed that was not judged and right.

pub(super) mod cases;
mod claims;
pub(super) mod world;

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::*;
use world::world;

fn statuses(follow_up: &FollowUp) -> BTreeMap<String, Status> {
    follow_up.findings.iter().map(|followed| (followed.id.clone(), followed.status)).collect()
}

proptest! {
    #[test]
    fn every_earlier_finding_ends_exactly_once(old in world(), new in world()) {
        let (old, new) = (old.run("2010"), new.run("2011"));
        let followed = follow_up(&old, &new);
        let ids = |ids: &mut Vec<String>| { ids.sort(); ids.clone() };
        let mut before = old.findings.iter().map(|f| f.id.clone()).collect();
        let mut after = followed.findings.iter().map(|f| f.id.clone()).collect();
        prop_assert_eq!(ids(&mut before), ids(&mut after));
        prop_assert_eq!(followed.figures.total(), old.findings.len() as u64);
        for status in Status::ALL {
            let n = followed.findings.iter().filter(|f| f.status == status).count() as u64;
            prop_assert_eq!(followed.figures.of(status).iter().sum::<u64>(), n);
        }
        for level in Level::ALL {
            let n = old.findings.iter().filter(|f| f.level == level).count() as u64;
            prop_assert_eq!(followed.figures.of_level(level), n);
        }
    }

    #[test]
    fn the_same_run_twice_has_everything_persisting(run in super::arbitrary::record()) {
        let followed = follow_up(&run, &run);
        prop_assert!(followed.findings.iter().all(|f| f.status == Status::Persisting), "{:?}", followed.findings);
        prop_assert!(followed.doubts.contains(&Doubt::NotLater));
    }

    #[test]
    fn neither_the_order_of_findings_nor_of_results_matters(old in world(), new in world()) {
        let (mut old, mut new) = (old.run("2010"), new.run("2011"));
        let followed = follow_up(&old, &new);
        for run in [&mut old, &mut new] {
            run.findings.reverse();
            run.results.reverse();
            run.results.iter_mut().for_each(|results| {
                results.rows.reverse();
                results.subjects.reverse();
                let turned = |row: &mut crate::Row| row.outcomes = row.outcomes.chars().rev().collect();
                results.rows.iter_mut().for_each(turned);
            });
        }
        prop_assert_eq!(follow_up(&old, &new), followed);
    }

    #[test]
    fn what_is_said_of_a_finding_is_what_the_results_say(old in world(), new in world()) {
        let followed = follow_up(&old.run("2010"), &new.run("2011"));
        for finding in &followed.findings {
            let subject = finding.subject.clone().unwrap();
            let is_now = new.outcome(&finding.lineage, &subject);
            match finding.status {
                Status::Fixed => prop_assert_eq!(is_now, Some(Outcome::Pass)),
                Status::Accepted => prop_assert_eq!(is_now, Some(Outcome::Waived)),
                Status::LostFromSight => prop_assert!(is_now.is_none() && !new.has(&subject)),
                Status::NotComparable => prop_assert!(is_now.is_none_or(|o| o == Outcome::NotApplicable)),
                Status::Persisting => prop_assert!(finding.now.is_some()),
            }
            if is_now.is_some_and(|o| matches!(o, Outcome::Fail | Outcome::Unknown | Outcome::Error)) {
                prop_assert_eq!(finding.status, Status::Persisting);
            }
        }
    }

    #[test]
    fn a_subject_that_is_gone_takes_its_findings_from_sight(world in world(), pick in any::<prop::sample::Index>()) {
        let old = world.run("2010");
        prop_assume!(!old.findings.is_empty());
        let subject = pick.get(&old.findings).subject.clone().unwrap();
        let after = follow_up(&old, &world.without(&subject).run("2011"));
        for finding in &after.findings {
            let gone = finding.subject.as_ref() == Some(&subject);
            prop_assert_eq!(finding.status, if gone { Status::LostFromSight } else { Status::Persisting });
        }
    }

    #[test]
    fn what_passes_now_is_fixed_and_nothing_else_is(world in world(), pick in any::<prop::sample::Index>()) {
        let old = world.run("2010");
        prop_assume!(!old.findings.is_empty());
        let subject = pick.get(&old.findings).subject.clone().unwrap();
        let after = follow_up(&old, &world.passing(&subject).run("2011"));
        for finding in &after.findings {
            let passes = finding.subject.as_ref() == Some(&subject);
            prop_assert_eq!(finding.status, if passes { Status::Fixed } else { Status::Persisting });
        }
    }

    #[test]
    fn no_provision_no_comparison(world in world()) {
        let old = world.run("2010");
        let mut new = world.run("2011");
        new.statements.iter_mut().for_each(|statement| statement.lineage.push_str("-other"));
        new.findings.clear();
        prop_assert!(statuses(&follow_up(&old, &new)).values().all(|status| *status == Status::NotComparable));
    }

    #[test]
    fn a_follow_up_has_the_shape_of_its_schema(old in world(), new in world()) {
        let json = follow_up_to_json(&follow_up(&old.run("2010"), &new.run("2011"))).unwrap();
        let validator = jsonschema::validator_for(follow_up_schema().as_value()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        prop_assert_eq!(errors, Vec::<String>::new());
    }
}
