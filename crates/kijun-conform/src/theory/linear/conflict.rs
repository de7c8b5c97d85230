//! Conflicts with less in them. What simplex alone tells has nothing to spare; what was found by cases may.

use super::tableau::Stop;
use super::{Constraint, settled};
use crate::effort::Effort;

/// Conflicts of more constraints than these are left as they are.
const MOST: usize = 24;

/// How many cases an attempt may take.
const CASES: usize = 64;

/// Leaves constraints out of a conflict one by one, as long as the rest still contradicts itself. Without effort it stays what it
/// was.
pub(super) fn shrink(
    whole: &[bool],
    constraints: &[Constraint],
    mut core: Vec<usize>,
    effort: &mut Effort,
) -> Vec<usize> {
    if core.len() > MOST {
        return core;
    }
    let mut kept = 0;
    while kept < core.len() {
        let rest: Vec<usize> =
            core.iter().enumerate().filter(|(at, _)| *at != kept).map(|(_, c)| *c).collect();
        let left: Vec<Constraint> = rest.iter().map(|at| constraints[*at].clone()).collect();
        match settled(whole, &left, CASES, effort) {
            Err(Stop::Contradiction(places)) => {
                kept = places.iter().filter(|place| **place < kept).count();
                core = places.into_iter().map(|place| rest[place]).collect();
            }
            Err(Stop::TooHard) | Ok(_) => kept += 1,
        }
    }
    core
}
