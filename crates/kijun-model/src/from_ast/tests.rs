//! `test` items: kinds of the given subjects, and the statements that are expected of.

use kijun_syntax::ast::{self, Item};

use super::complaints::{self, Unknown};
use super::expr::Typer;
use super::scope::{Scope, text};
use super::{Cx, InDocument};
use crate::{Expectation, ExpectedResult, KindId, Test};

/// Builds every test.
pub(super) fn build(cx: &mut Cx, items: &[InDocument<'_>]) {
    for item in items {
        let Item::Test(test) = item.item else { continue };
        let scope = Scope::of(cx, item.edition);
        let built = build_test(cx, &scope, test);
        cx.model.tests.push(built);
    }
}

fn build_test(cx: &mut Cx, scope: &Scope, source: &ast::Test) -> Test {
    let given: Vec<_> = source
        .given
        .iter()
        .filter_map(|given| {
            let kind = cx.kind_named(scope, &given.kind)?;
            Some((kind, given.name.name.as_str().into(), given.value.clone()))
        })
        .collect();
    let kinds: Vec<(KindId, String)> = given
        .iter()
        .map(|(kind, name, _): &(KindId, std::sync::Arc<str>, _)| (*kind, name.to_string()))
        .collect();
    let expect =
        source.expect.iter().filter_map(|expect| build_expectation(cx, scope, &kinds, expect)).collect();
    Test { title: text(&source.title), given, expect, span: source.title.span }
}

fn build_expectation(
    cx: &mut Cx,
    scope: &Scope,
    given: &[(KindId, String)],
    source: &ast::Expect,
) -> Option<Expectation> {
    let statements = cx.statements_of(scope, &source.statement);
    let Some(result) = result(&source.result.name) else {
        cx.report(complaints::unknown_result(&source.result.name, source.result.span));
        return None;
    };
    let subject = match &source.subject {
        None => 0,
        Some(name) => match given.iter().position(|(_, n)| *n == name.name) {
            Some(subject) => subject,
            None => {
                let known = given.iter().map(|(_, n)| n.as_str());
                let diagnostic = complaints::unknown(Unknown::Name, &name.name, name.span, known);
                cx.report(diagnostic);
                return None;
            }
        },
    };
    let kind = given.get(subject).map(|(kind, _)| *kind);
    let because = source.because.as_ref().map(|path| Typer::of_subject(cx, scope, kind).reason(path));
    Some(Expectation { statements, result, subject, because, span: source.span })
}

fn result(name: &str) -> Option<ExpectedResult> {
    Some(match name {
        "pass" => ExpectedResult::Pass,
        "fail" => ExpectedResult::Fail,
        "unknown" => ExpectedResult::Unknown,
        "not-applicable" => ExpectedResult::NotApplicable,
        "waived" => ExpectedResult::Waived,
        "error" => ExpectedResult::Error,
        _ => return None,
    })
}
