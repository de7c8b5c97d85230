//! `test` items: kinds of the given subjects, and the statements that are expected of. A row of a table becomes a test.

use std::collections::BTreeSet;
use std::sync::Arc;

use kijun_diag::Span;
use kijun_syntax::ast::{self, Item, Literal, LiteralKind};

use super::complaints::{self, Unknown};
use super::expr::Typer;
use super::literals::civil;
use super::scope::{Scope, text};
use super::{Cx, InDocument};
use crate::{Expectation, ExpectedResult, Field, Given, KindId, Test, Type};

/// Builds every test.
pub(super) fn build(cx: &mut Cx, items: &[InDocument<'_>]) {
    for item in items {
        let Item::Test(test) = item.item else { continue };
        let scope = Scope::of(cx, item.edition);
        let built = tests(cx, &scope, test);
        cx.model.tests.extend(built);
    }
}

/// The test; of one with tables, a test for each row. What it expects besides is expected of every row.
fn tests(cx: &mut Cx, scope: &Scope, source: &ast::Test) -> Vec<Test> {
    let given: Vec<Given> = source.given.iter().filter_map(|given| subject(cx, scope, given)).collect();
    named_once(cx, source);
    let on = source.on.as_ref().map(civil);
    let expect = source.expect.iter();
    let expect = expect.filter_map(|expect| expectation(cx, scope, &given, expect)).collect();
    let title = text(&source.title);
    let plain = Test { title, case: Vec::new(), on, given, expect, span: source.title.span };
    if !source.cases.is_empty() {
        return source.cases.iter().flat_map(|table| rows(cx, scope, &plain, table)).collect();
    }
    for (name, span) in placeholders(&plain) {
        cx.report(complaints::unknown_column(&name, span, []));
    }
    vec![plain]
}

/// Of two subjects with one name, nobody could say which is meant.
fn named_once(cx: &mut Cx, source: &ast::Test) {
    for (place, given) in source.given.iter().enumerate() {
        let first = source.given[..place].iter().find(|before| before.name.name == given.name.name);
        if let Some(first) = first {
            cx.report(complaints::duplicate(&given.name.name, given.name.span, first.name.span));
        }
    }
}

fn subject(cx: &mut Cx, scope: &Scope, given: &ast::Given) -> Option<Given> {
    let kind = cx.kind_named(scope, &given.kind)?;
    known_fields(cx, &Type::Subject(kind), &given.value);
    let taken = given.taken.as_ref().map(civil);
    Some(Given { kind, name: given.name.name.as_str().into(), taken, record: given.value.clone() })
}

/// A name that the vocabulary does not know would read as evidence that is absent.
fn known_fields(cx: &mut Cx, ty: &Type, value: &Literal) {
    match (ty.required(), &value.kind) {
        (Type::List(element), LiteralKind::List(items)) => {
            let element = Type::clone(element);
            items.iter().for_each(|item| known_fields(cx, &element, item));
        }
        (Type::Map(element), LiteralKind::Record(entries)) => {
            let element = Type::clone(element);
            entries.iter().for_each(|(_, entry)| known_fields(cx, &element, entry));
        }
        (Type::Record(_) | Type::Subject(_), LiteralKind::Record(entries)) => {
            for (name, value) in entries {
                match field(cx, ty, &name.name) {
                    Some(ty) => known_fields(cx, &ty, value),
                    None => unknown_field(cx, ty, name),
                }
            }
        }
        _ => {}
    }
}

fn fields<'m>(cx: &'m Cx, ty: &Type) -> &'m [Field] {
    match ty.required() {
        Type::Record(id) => &cx.model.record(*id).fields,
        Type::Subject(id) => &cx.model.kind(*id).fields,
        _ => &[],
    }
}

/// The type of the field that a record calls so: by its name, or as evidence does.
fn field(cx: &Cx, ty: &Type, name: &str) -> Option<Type> {
    let is_called = |field: &&Field| *field.name == *name || field.from.iter().any(|from| **from == *name);
    fields(cx, ty).iter().find(is_called).map(|field| field.ty.clone())
}

fn unknown_field(cx: &mut Cx, ty: &Type, name: &ast::Ident) {
    let owner = cx.model.show_type(ty.required());
    let known: Vec<Arc<str>> = fields(cx, ty).iter().map(|field| field.name.clone()).collect();
    let known = known.iter().map(|name| &**name);
    cx.report(complaints::unknown_field(&name.name, &owner, name.span, known));
}

fn expectation(cx: &mut Cx, scope: &Scope, given: &[Given], source: &ast::Expect) -> Option<Expectation> {
    let statements = cx.statements_of(scope, &source.statement);
    let subject = named(cx, given, source.subject.as_ref());
    let result = result(cx, &source.result)?;
    let subject = subject?;
    let because = reason(cx, scope, given, subject, source.because.as_ref());
    Some(Expectation { statements, result, subject, because, span: source.span })
}

/// Which of the given subjects a name means; without one, the first.
fn named(cx: &mut Cx, given: &[Given], name: Option<&ast::Ident>) -> Option<usize> {
    let Some(name) = name else { return Some(0) };
    let found = given.iter().position(|given| *given.name == *name.name);
    if found.is_none() {
        let known = given.iter().map(|given| &*given.name);
        let diagnostic = complaints::unknown(Unknown::Name, &name.name, name.span, known);
        cx.report(diagnostic);
    }
    found
}

fn reason(
    cx: &mut Cx,
    scope: &Scope,
    given: &[Given],
    subject: usize,
    because: Option<&ast::Expr>,
) -> Option<crate::Expr> {
    let kind: Option<KindId> = given.get(subject).map(|given| given.kind);
    because.map(|path| Typer::of_subject(cx, scope, kind).reason(path))
}

/// A test for each row of a table.
fn rows(cx: &mut Cx, scope: &Scope, plain: &Test, table: &ast::Cases) -> Vec<Test> {
    let statements = cx.statements_of(scope, &table.statement);
    let subject = named(cx, &plain.given, table.subject.as_ref());
    columns(cx, plain, table);
    let rows = table.rows.iter().filter_map(|row| {
        let result = result(cx, &row.result);
        let subject = subject?;
        let because = reason(cx, scope, &plain.given, subject, row.because.as_ref());
        if row.values.len() != table.columns.len() {
            cx.report(complaints::ragged_row(row.values.len(), table.columns.len(), row.span));
            return None;
        }
        let expect =
            Expectation { statements: statements.clone(), result: result?, subject, because, span: row.span };
        Some(case(plain, table, row, expect))
    });
    rows.collect()
}

/// Tells of placeholders without a column, and of columns without a placeholder.
fn columns(cx: &mut Cx, plain: &Test, table: &ast::Cases) {
    let used = placeholders(plain);
    let known = || table.columns.iter().map(|column| column.name.as_str());
    let unknown: Vec<_> = used.iter().filter(|(name, _)| known().all(|column| column != name)).collect();
    for (name, span) in &unknown {
        cx.report(complaints::unknown_column(name, *span, known()));
    }
    // A misspelt placeholder leaves its column idle: that is one mistake.
    if !unknown.is_empty() {
        return;
    }
    let is_idle = |column: &&ast::Ident| used.iter().all(|(name, _)| *name != column.name);
    for column in table.columns.iter().filter(is_idle) {
        cx.report(complaints::unused_column(&column.name, column.span));
    }
}

/// A row as a test: its values in the places of the columns.
fn case(plain: &Test, table: &ast::Cases, row: &ast::CaseRow, expect: Expectation) -> Test {
    let value = |name: &str| {
        let column = table.columns.iter().position(|column| column.name == name)?;
        row.values.get(column)
    };
    let given =
        plain.given.iter().map(|given| Given { record: filled(&given.record, &value), ..given.clone() });
    Test {
        title: plain.title.clone(),
        case: row.values.iter().map(|value| shown(value).into()).collect(),
        on: plain.on,
        given: given.collect(),
        expect: std::iter::once(expect).chain(plain.expect.iter().cloned()).collect(),
        span: row.span,
    }
}

/// A value with what stands in the place of each `$NAME`.
fn filled<'l>(literal: &Literal, value: &dyn Fn(&str) -> Option<&'l Literal>) -> Literal {
    let kind = match &literal.kind {
        LiteralKind::Word(word) => match word.strip_prefix('$').and_then(value) {
            Some(value) => return value.clone(),
            None => LiteralKind::Word(word.clone()),
        },
        LiteralKind::List(items) => LiteralKind::List(items.iter().map(|item| filled(item, value)).collect()),
        LiteralKind::Record(entries) => {
            let entry = |(name, inner): &(ast::Ident, Literal)| (name.clone(), filled(inner, value));
            LiteralKind::Record(entries.iter().map(entry).collect())
        }
        LiteralKind::Text(text) => LiteralKind::Text(text.clone()),
    };
    Literal { kind, span: literal.span }
}

/// Each `$NAME` in the records of a test, once.
fn placeholders(test: &Test) -> BTreeSet<(String, Span)> {
    fn gather(literal: &Literal, found: &mut BTreeSet<(String, Span)>) {
        match &literal.kind {
            LiteralKind::Word(word) => {
                found.extend(word.strip_prefix('$').map(|name| (name.to_owned(), literal.span)));
            }
            LiteralKind::List(items) => items.iter().for_each(|item| gather(item, found)),
            LiteralKind::Record(entries) => entries.iter().for_each(|(_, value)| gather(value, found)),
            LiteralKind::Text(_) => {}
        }
    }
    let mut found = BTreeSet::new();
    test.given.iter().for_each(|given| gather(&given.record, &mut found));
    found
}

/// A value in one line.
fn shown(literal: &Literal) -> String {
    let several = |parts: Vec<String>| parts.join(" ");
    match &literal.kind {
        LiteralKind::Word(word) => word.clone(),
        LiteralKind::Text(text) => format!("\"{text}\""),
        LiteralKind::List(items) => format!("[{}]", several(items.iter().map(shown).collect())),
        LiteralKind::Record(entries) => {
            let entry = |(name, value): &(ast::Ident, Literal)| format!("{}: {}", name.name, shown(value));
            format!("{{{}}}", several(entries.iter().map(entry).collect()))
        }
    }
}

fn result(cx: &mut Cx, name: &ast::Ident) -> Option<ExpectedResult> {
    let result = match name.name.as_str() {
        "pass" => ExpectedResult::Pass,
        "fail" => ExpectedResult::Fail,
        "unknown" => ExpectedResult::Unknown,
        "not-applicable" => ExpectedResult::NotApplicable,
        "waived" => ExpectedResult::Waived,
        "error" => ExpectedResult::Error,
        _ => {
            cx.report(complaints::unknown_result(&name.name, name.span));
            return None;
        }
    };
    Some(result)
}
