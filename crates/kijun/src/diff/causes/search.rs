//! The least of several things that bring something about.

use std::collections::BTreeSet;

/// How many are tried by themselves and in pairs: those that come first.
const MAX_PAIRED: usize = 16;

/// A least choice of `n` things for which something holds, where it holds for all of them: none, one of the first, two of them, or a
/// choice of which nothing can be left out. Earlier ones come first. `None` where it does not hold for all.
///
/// What `holds` answers once its patience is at an end is no: then the choice is still one for which it holds, and may not be least.
pub(super) fn least(n: usize, holds: &mut dyn FnMut(&BTreeSet<usize>) -> bool) -> Option<BTreeSet<usize>> {
    let all: BTreeSet<usize> = (0..n).collect();
    if !holds(&all) {
        return None;
    }
    let paired = n.min(MAX_PAIRED);
    let singles = std::iter::once(BTreeSet::new()).chain((0..paired).map(|i| BTreeSet::from([i])));
    let pairs = (0..paired).flat_map(|i| (i + 1..paired).map(move |j| BTreeSet::from([i, j])));
    let few = singles.chain(pairs).find(|choice| choice.len() < n && holds(choice));
    Some(few.unwrap_or_else(|| shrunk(all, holds)))
}

/// Leaves out as much as can be left out: first halves, in the end one by one.
fn shrunk(mut kept: BTreeSet<usize>, holds: &mut dyn FnMut(&BTreeSet<usize>) -> bool) -> BTreeSet<usize> {
    let mut size = kept.len().div_ceil(2);
    loop {
        let parts: Vec<usize> = kept.iter().rev().copied().collect();
        let mut left_out = false;
        for part in parts.chunks(size.max(1)) {
            let rest: BTreeSet<usize> = kept.iter().filter(|i| !part.contains(i)).copied().collect();
            if holds(&rest) {
                kept = rest;
                left_out = true;
            }
        }
        if size > 1 {
            size = size.div_ceil(2);
        } else if !left_out {
            return kept;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_can_be_left_out_of_a_least_choice(needed in prop::collection::btree_set(0usize..40, 0..6)) {
            let mut holds = |choice: &BTreeSet<usize>| needed.is_subset(choice);
            prop_assert_eq!(least(40, &mut holds), Some(needed.clone()));
        }
    }

    #[test]
    fn of_two_that_do_as_well_the_first_is_chosen() {
        let mut holds = |choice: &BTreeSet<usize>| choice.contains(&2) || choice.contains(&1);
        assert_eq!(least(3, &mut holds), Some(BTreeSet::from([1])));
    }

    #[test]
    fn what_does_not_hold_for_all_has_no_least_choice() {
        assert_eq!(least(2, &mut |_| false), None);
    }
}
