//! What is wrong with a test, each in one place.

use kijun_diag::{Arg, Diagnostic, Span, ids};
use kijun_findings::Outcome;

/// An expectation that was not met.
pub(super) struct Unmet<'a> {
    pub(super) at: Span,
    pub(super) statement: &'a str,
    /// Where the statement was written.
    pub(super) written: Span,
    pub(super) subject: &'a str,
    pub(super) found: Outcome,
    /// What made it so, in words.
    pub(super) deciding: Arg,
}

pub(super) fn other_result(unmet: &Unmet<'_>, expected: Outcome) -> Diagnostic {
    Diagnostic::new(ids::TEST_OTHER_RESULT, unmet.at)
        .with("statement", unmet.statement)
        .with("subject", unmet.subject)
        .with("expected", expected.name())
        .with("found", unmet.found.name())
        .with("deciding", unmet.deciding.clone())
        .also("statement", unmet.written)
}

pub(super) fn other_reason(unmet: &Unmet<'_>, because: &str) -> Diagnostic {
    Diagnostic::new(ids::TEST_OTHER_REASON, unmet.at)
        .with("statement", unmet.statement)
        .with("subject", unmet.subject)
        .with("found", unmet.found.name())
        .with("because", because)
        .with("deciding", unmet.deciding.clone())
        .also("statement", unmet.written)
}

pub(super) fn not_in_force(unmet: &Unmet<'_>) -> Diagnostic {
    Diagnostic::new(ids::TEST_NOT_IN_FORCE, unmet.at)
        .with("statement", unmet.statement)
        .also("statement", unmet.written)
}

pub(super) fn nobody(at: Span) -> Diagnostic {
    Diagnostic::new(ids::TEST_NOBODY, at)
}

pub(super) fn no_tests() -> Diagnostic {
    Diagnostic::nowhere(ids::TEST_NONE)
}
