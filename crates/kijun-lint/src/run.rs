//! Every lint that is wanted, run; what the text allows is left out.

use kijun_diag::{At, Diagnostic, Diagnostics, FileId};

use crate::allow::{self, Allowed};
use crate::rules::UNUSED_ALLOW;
use crate::{Cost, Cx, LINTS, Level, Lint};

/// The lint with this name, with or without the group of its id.
#[must_use]
pub fn find(name: &str) -> Option<&'static Lint> {
    LINTS.iter().copied().find(|lint| lint.name() == name || lint.id.name() == name)
}

/// What the lints find, of those that cost at most so much, in the order of the texts.
///
/// `level` says how bad a lint is in a file.
#[must_use]
pub fn lint(cx: &Cx<'_>, cost: Cost, level: &dyn Fn(FileId, &Lint) -> Level) -> Diagnostics {
    let mut allowed = allow::allowed(cx);
    let wanted =
        |lint: &Lint| lint.cost <= cost && cx.trees.iter().any(|t| level(t.file, lint) != Level::Off);
    let hits = LINTS.iter().copied().filter(|lint| wanted(lint)).flat_map(|lint| {
        let hits = (lint.check)(cx);
        hits.into_iter().map(move |hit| (lint, hit))
    });
    let mut found: Diagnostics =
        hits.filter_map(|(lint, hit)| told(cx, &mut allowed, lint, hit, level)).collect();
    for (name, span) in allowed.iter().flat_map(|allow| allow.unused(&wanted)) {
        let hit = UNUSED_ALLOW.at(span).with("name", name);
        found.extend(told(cx, &mut [], &UNUSED_ALLOW, hit, level));
    }
    found.sort();
    found
}

/// A hit as it is told, if it is.
fn told(
    cx: &Cx<'_>,
    allowed: &mut [Allowed],
    lint: &Lint,
    hit: Diagnostic,
    level: &dyn Fn(FileId, &Lint) -> Level,
) -> Option<Diagnostic> {
    let Some(At::Span(span)) = hit.at else { return None };
    let severity = level(span.file, lint).severity().filter(|_| cx.is_own(span))?;
    // Each that speaks of it is needed.
    let n_covering =
        allowed.iter_mut().filter_map(|allow| allow.covers(cx, lint, span).then_some(())).count();
    (n_covering == 0).then_some(Diagnostic { severity, ..hit })
}
