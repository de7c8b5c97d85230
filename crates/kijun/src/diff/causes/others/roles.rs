//! Roles that are declared not to go together, or were.

use kijun_findings::{Cause, Change, Location};
use kijun_syntax::ast::{File, Item, Role};

use super::super::Between;
use crate::words::location;

/// The declaration that came, went or was moved; else the two roles.
pub(super) fn causes(between: &Between<'_>, change: &Change) -> Vec<Cause> {
    let names = change.lineage.split_once(':').map_or("", |(_, names)| names);
    let Some((one, other)) = names.split_once('/') else { return Vec::new() };
    let told = [(one, other), (other, one)].map(|(name, other)| cause(between, name, other));
    let [one, other] = &told;
    // Either of the two may say it of the other.
    let says = |cause: &&Cause| matches!(cause, Cause::Term { before, after, .. } if before != after);
    let saying: Vec<Cause> = [one, other].into_iter().filter(says).cloned().collect();
    if saying.is_empty() { told.into() } else { saying }
}

/// A role, with what it says of another in either run.
fn cause(between: &Between<'_>, name: &str, other: &str) -> Cause {
    let trees = between.rules.worlds.trees();
    let [was, is] = trees.map(|trees| role(trees, name));
    let said = |role: Option<&Role>| {
        let says = role?.incompatible_with.iter().any(|role| role.name == other);
        says.then(|| format!("incompatible with {other}"))
    };
    let at = |role: Option<&Role>| -> Option<Location> {
        Some(location(&between.new.loaded.sources, role?.name.span))
    };
    Cause::Term {
        sort: "role".to_owned(),
        name: name.to_owned(),
        before: said(was),
        after: said(is),
        at_before: at(was),
        at_after: at(is),
    }
}

fn role<'t>(trees: &'t [File], name: &str) -> Option<&'t Role> {
    trees.iter().flat_map(|tree| &tree.items).find_map(|item| match item {
        Item::Role(role) if role.name.name == name => Some(role),
        _ => None,
    })
}
