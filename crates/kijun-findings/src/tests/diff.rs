//! Laws of holding two runs beside each other.

use proptest::prelude::*;

use super::arbitrary::record;
use super::follow_up::world::world;
use crate::*;

proptest! {
    #[test]
    fn a_run_beside_itself_is_no_different(run in record(), world in world()) {
        let world = world.run("2010");
        for run in [run, world] {
            let same = diff(&run, &run);
            prop_assert!(same.is_empty(), "{:?}", same);
            prop_assert_eq!(same.figures.persisting, run.findings.len() as u64);
        }
    }

    #[test]
    fn the_older_run_with_the_diff_is_the_newer_run(a in record(), b in record(), old in world(), new in world()) {
        for (old, new) in [(a, b), (old.run("2010"), new.run("2011"))] {
            prop_assert_eq!(apply(Snapshot::of(&old), &diff(&old, &new)), Snapshot::of(&new));
        }
    }

    #[test]
    fn a_diff_mirrored_is_the_diff_the_other_way_round(a in record(), b in record(), old in world(), new in world()) {
        for (old, new) in [(a, b), (old.run("2010"), new.run("2011"))] {
            prop_assert_eq!(diff(&old, &new).mirrored(), diff(&new, &old));
        }
    }
}
