//! A diff of two runs on a screen and in a pull request.

mod human;
mod markdown;

use kijun_findings::{Change, Class, Diff};

pub(crate) use human::human;
pub(crate) use markdown::markdown;

/// What a reviewer sees first.
const WORST: [Class; 2] = [Class::New, Class::Worse];
/// The tables that are read first: how many findings came to what, and why.
const FIRST: [&str; 2] = ["classes", "sorts"];
/// What was achieved.
const GONE: [Class; 2] = [Class::Resolved, Class::Better];

/// The changes of some classes, in the order of the diff.
fn of<'d>(diff: &'d Diff, classes: &[Class]) -> Vec<&'d Change> {
    diff.changes.iter().filter(|change| classes.contains(&change.class)).collect()
}
