//! Whether what decided is what a test names as the reason.

use kijun_eval::Observation;
use kijun_model::{Expr, ExprKind, Model, Type};

/// The path that a test names: `accounts.mfa`, which goes through the elements of a list.
pub(super) fn path(model: &Model, reason: &Expr) -> Option<String> {
    match &reason.kind {
        ExprKind::Local(_) => Some(String::new()),
        ExprKind::Field(owner, index) => {
            let before = path(model, owner)?;
            let fields = match owner.ty.required() {
                Type::Record(id) => &model.record(*id).fields,
                Type::Subject(id) => &model.kind(*id).fields,
                _ => return None,
            };
            let name = &fields.get(*index as usize)?.name;
            Some(if before.is_empty() { name.to_string() } else { format!("{before}.{name}") })
        }
        _ => None,
    }
}

/// Whether a path is among what decided: it itself, something below it, or the record around it that is not there at all.
pub(super) fn decided(path: &str, deciding: &[Observation]) -> bool {
    let of_subject = deciding.iter().filter(|observation| observation.subject.is_none());
    let mut paths = of_subject.map(|observation| without_elements(&observation.path));
    paths.any(|seen| is_below(&seen, path) || !seen.is_empty() && is_below(path, &seen))
}

/// A path without the names of elements: `accounts[root].mfa` is `accounts.mfa`.
pub(super) fn without_elements(path: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: &char| {
        match c {
            '[' => depth += 1,
            ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    path.chars().filter(outside).collect()
}

/// Whether one path is another, or lies below it.
fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_no_part_of_a_reason() {
        assert_eq!(without_elements("accounts[a.b[1]].mfa"), "accounts.mfa");
        assert_eq!(without_elements("ports[2]"), "ports");
    }

    #[test]
    fn a_longer_name_is_not_below() {
        assert!(is_below("patch.applied_on", "patch"));
        assert!(!is_below("patched", "patch"));
    }
}
