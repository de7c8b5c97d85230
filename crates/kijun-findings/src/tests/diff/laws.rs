//! What holds of any two runs.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::arbitrary::record;
use super::super::follow_up::world::world;
use super::years::{churned, placeless, years};
use crate::*;

/// Two runs that have much in common, or a little, or nothing.
fn runs() -> impl Strategy<Value = (RunRecord, RunRecord)> {
    prop_oneof![
        4 => years(),
        1 => (world(), world()).prop_map(|(old, new)| (old.run("2010"), new.run("2011"))),
        1 => (record(), record()),
    ]
}

fn ids(findings: &[Finding]) -> BTreeSet<&str> {
    findings.iter().map(|finding| finding.id.as_str()).collect()
}

proptest! {
    #[test]
    fn a_run_beside_itself_is_no_different((run, _) in runs()) {
        let same = diff(&run, &run);
        prop_assert!(same.is_empty() && same.inputs.is_empty() && same.documents.is_empty(), "{:?}", same);
        prop_assert_eq!(same.figures.persisting, run.findings.len() as u64);
    }

    #[test]
    fn the_older_run_with_the_diff_is_the_newer_run((old, new) in runs()) {
        prop_assert_eq!(apply(Snapshot::of(&old), &diff(&old, &new)), Snapshot::of(&new));
    }

    #[test]
    fn an_empty_diff_is_of_runs_that_say_the_same((old, new) in runs()) {
        let (before, after) = (Snapshot::of(&old), Snapshot::of(&new));
        let diff = diff(&old, &new);
        prop_assert!(before == after || !diff.is_empty());
        // A finding may also be of other fields of its subject, which a snapshot leaves out.
        let lists = diff.results.is_empty() && diff.measures.is_empty() && diff.statements.is_empty();
        prop_assert!(before != after || (lists && diff.exceptions.is_empty()));
    }

    #[test]
    fn a_diff_mirrored_is_the_diff_the_other_way_round((old, new) in runs()) {
        prop_assert_eq!(diff(&old, &new).mirrored(), diff(&new, &old));
    }

    #[test]
    fn what_presses_most_comes_first_of_what_is_new_or_worse((old, new) in runs()) {
        let parts = [
            &[Class::New, Class::Worse][..],
            &[Class::NotComparable],
            &[Class::Better, Class::Resolved],
            &[Class::Moved],
        ];
        let place = |change: &Change| (parts.iter().position(|part| part.contains(&change.class)), change.level());
        prop_assert!(diff(&old, &new).changes.is_sorted_by_key(place));
    }

    #[test]
    fn neither_order_nor_files_nor_lines_make_a_difference((old, new) in runs()) {
        let plain = placeless(diff(&old, &new));
        prop_assert_eq!(placeless(diff(&churned(&old), &new)), plain.clone());
        prop_assert_eq!(placeless(diff(&old, &churned(&new))), plain);
        prop_assert!(diff(&old, &churned(&old)).is_empty());
    }

    #[test]
    fn every_finding_is_in_one_change_or_persists((old, new) in runs()) {
        let diff = diff(&old, &new);
        let told = |change: &Change| [&change.before, &change.after].map(|side| {
            side.told.as_ref().map(|told| told.finding.clone())
        });
        let mut met = BTreeSet::new();
        for change in &diff.changes {
            let told: BTreeSet<String> = told(change).into_iter().flatten().collect();
            prop_assert!(told.contains(&change.id));
            for id in told {
                prop_assert!(met.insert(id.clone()), "{id} is in two changes");
            }
            prop_assert_eq!(Class::of(&change.before, &change.after), Some(change.class));
        }
        let all: BTreeSet<&str> = ids(&old.findings).union(&ids(&new.findings)).copied().collect();
        prop_assert!(met.iter().all(|id| all.contains(id.as_str())));
        prop_assert_eq!(diff.figures.persisting, (all.len() - met.len()) as u64);
        for class in Class::ALL {
            let n = diff.changes.iter().filter(|change| change.class == class).count() as u64;
            prop_assert_eq!(diff.figures.of(class), n);
        }
        prop_assert!(diff.changes.is_sorted_by(|a, b| a.in_order(b).is_lt()));
    }

    #[test]
    fn every_result_turned_into_exactly_one((old, new) in runs()) {
        let diff = diff(&old, &new);
        let sum = |of: fn(&Transition) -> Option<Outcome>| -> Partition {
            let each = diff.figures.transitions.iter().filter_map(|t| Some((of(t)?, t.n)));
            each.flat_map(|(outcome, n)| (0..n).map(move |_| outcome)).collect()
        };
        let counted = |run: &RunRecord| -> Partition {
            let rows = run.results.iter().flat_map(|kind| &kind.rows);
            rows.flat_map(|row| row.outcomes.chars()).filter_map(Outcome::from_letter).collect()
        };
        prop_assert_eq!(sum(|t| t.from), counted(&old));
        prop_assert_eq!(sum(|t| t.to), counted(&new));
        let differ: u64 = diff.figures.transitions.iter().filter(|t| t.from != t.to).map(|t| t.n).sum();
        prop_assert_eq!(differ, diff.results.iter().map(|row| row.subjects.len() as u64).sum::<u64>());
    }

    #[test]
    fn what_is_resolved_is_not_wrong_and_what_is_new_was_not_told((old, new) in runs()) {
        for change in diff(&old, &new).changes {
            match change.class {
                Class::Resolved => {
                    let bad = matches!(change.after.seen, Seen::Outcome(o) if crate::matrix::is_bad(o));
                    prop_assert!(change.after.told.is_none() && change.after.seen.is_judged() && !bad);
                }
                Class::New => prop_assert!(!ids(&old.findings).contains(change.id.as_str())),
                Class::NotComparable => {
                    let is_lost = change.before.seen == Seen::Outcome(Outcome::Fail);
                    prop_assert!(change.before.told.is_none() || change.after.told.is_none() || is_lost);
                }
                _ => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn a_diff_survives_writing_and_reading_and_has_the_shape_of_its_schema((old, new) in runs()) {
        let diff = diff(&old, &new);
        let text = diff_to_json(&diff).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Diff>(&text).unwrap(), &diff);
        let validator = jsonschema::validator_for(diff_schema().as_value()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        prop_assert_eq!(errors, Vec::<String>::new());
    }
}
