//! What a finding is about more closely than its subject: which elements, which values.
//!
//! An element of a list goes by its key: `accounts[root].mfa`. What has none goes by its place in the evidence, which says nothing
//! of another year, so that places are left out; a plain value is then its own name: `tls.ciphers[]=RC4`. A subject that is joined
//! goes by its key only if both runs have it: the answer of this year is not that of last year.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::{Found, Observation, SubjectRef};

/// What some observations are of, in order.
pub(super) fn about(evidence: &[Observation], lasts: impl Fn(&SubjectRef) -> bool) -> Vec<String> {
    let mut about: Vec<String> = evidence.iter().map(|observation| name(observation, &lasts)).collect();
    about.sort();
    about
}

/// The same as a single run can tell it, whatever the edition: what is joined goes by its kind, and fields of the subject itself are
/// left out.
pub(super) fn about_alone(evidence: &[Observation]) -> Vec<String> {
    let mut about = about(evidence, |_| false);
    about.retain(|name| is_listed(name));
    about
}

fn name(observation: &Observation, lasts: &impl Fn(&SubjectRef) -> bool) -> String {
    let path = lasting_path(&observation.path, &observation.found);
    match &observation.subject {
        None => path,
        Some(subject) if lasts(subject) => format!("{}({}).{path}", subject.kind, subject.key),
        Some(subject) => format!("{}().{path}", subject.kind),
    }
}

/// A path without positions.
fn lasting_path(path: &str, found: &Found) -> String {
    let mut parts = path.split_inclusive('[');
    let mut lasting = parts.next().unwrap_or("").to_owned();
    let mut ends_in_place = false;
    for part in parts {
        let (label, rest) = part.split_once(']').unwrap_or((part, ""));
        let is_place = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
        ends_in_place = is_place && rest.is_empty();
        lasting.push_str(if is_place { "" } else { label });
        lasting.push(']');
        lasting.push_str(rest);
    }
    match found {
        Found::Value(value) if ends_in_place => format!("{lasting}={value}"),
        _ => lasting,
    }
}

/// Whether something is about more than something else, or about less; `None` where it is about something else. An element that
/// something was not about is always more; beside that, all of the other and something besides is more.
pub(super) fn is_about(one: &[String], other: &[String]) -> Option<Ordering> {
    let [of_one, of_other] = [one, other]
        .map(|names| -> BTreeSet<&str> { names.iter().filter_map(|name| element(name)).collect() });
    match (of_one.is_subset(&of_other), of_other.is_subset(&of_one)) {
        (false, _) => Some(Ordering::Greater),
        (true, false) => Some(Ordering::Less),
        (true, true) => match (is_within(other, one), is_within(one, other)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        },
    }
}

/// Whether a name is of an element, or of a subject that is joined, and not of a field of the subject itself.
pub(super) fn is_listed(name: &str) -> bool {
    name.contains(['[', '('])
}

/// The keyed element that a name is of: `accounts[root]` of `accounts[root].mfa`; or the subject that is joined by its key.
fn element(name: &str) -> Option<&str> {
    let (end, _) = name.char_indices().rev().find(|(_, c)| matches!(c, ']' | ')'))?;
    let element = &name[..=end];
    (!element.ends_with("[]") && !element.ends_with("()")).then_some(element)
}

/// Whether every name of the one is among those of the other, as often. Both are in order.
fn is_within(one: &[String], other: &[String]) -> bool {
    let mut others = other.iter();
    one.iter().all(|name| others.by_ref().any(|other| other == name))
}
