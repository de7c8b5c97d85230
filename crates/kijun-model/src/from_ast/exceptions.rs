//! Exceptions and measures: items about subjects that stand outside clauses.

use std::collections::BTreeMap;

use kijun_diag::Span;
use kijun_syntax::ast::{self, Item};

use super::complaints;
use super::expr::Typer;
use super::literals::civil;
use super::operators::comparison;
use super::scope::{Scope, text};
use super::{Cx, InDocument};
use crate::{EditionId, Exception, Link, Measure, Target, Type};

/// Builds every exception and measure.
pub(super) fn build(cx: &mut Cx, items: &[InDocument<'_>]) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for item in items {
        match item.item {
            Item::Exception(exception) => {
                if let Some(before) = first.insert(&exception.id.text, exception.id.span) {
                    cx.report(complaints::duplicate(&exception.id.text, exception.id.span, before));
                }
                let built = build_exception(cx, item.edition, exception);
                cx.model.exceptions.push(built);
            }
            Item::Measure(measure) => {
                let built = build_measure(cx, item.edition, measure);
                cx.model.measures.extend(built);
            }
            _ => {}
        }
    }
}

fn build_exception(cx: &mut Cx, edition: Option<EditionId>, source: &ast::Exception) -> Exception {
    let scope = Scope::of(cx, edition);
    let refs = |cx: &mut Cx, refs: &[ast::ClauseRef]| -> Vec<Link<Target>> {
        refs.iter().flat_map(|r| cx.provisions(&scope, r)).collect()
    };
    if source.to.is_empty() {
        cx.report(complaints::missing_member("to", &source.id.text, source.id.span));
    }
    Exception {
        id: source.id.text.as_str().into(),
        titles: cx.titles(&source.titles),
        to: refs(cx, &source.to),
        subjects: source.subjects.as_ref().and_then(|subjects| cx.subjects(&scope, subjects)),
        approved: source
            .approved
            .as_ref()
            .and_then(|(role, on)| Some((cx.role_named(&scope, role)?, civil(on)))),
        from: source.from.as_ref().map(civil),
        until: source.until.as_ref().map(civil),
        because: source.because.as_ref().map(text),
        compensated_by: refs(cx, &source.compensated_by),
        span: source.id.span,
    }
}

fn build_measure(cx: &mut Cx, edition: Option<EditionId>, source: &ast::Measure) -> Option<Measure> {
    let scope = Scope::of(cx, edition);
    let name = &source.name;
    let (Some(over), Some(share)) = (&source.over, &source.share) else {
        let word = if source.over.is_none() { "over" } else { "share" };
        cx.report(complaints::missing_member(word, &name.name, name.span));
        return None;
    };
    let binder = over.name.as_ref().map(|n| n.name.as_str().into());
    let over = cx.subjects(&scope, over)?;
    let mut typer = Typer::of_subject(cx, &scope, Some(over.kind));
    typer.name_subject(binder);
    let share = typer.condition(share);
    let by = source.by.as_ref().map(|by| typer.scalar(by));
    let target = source
        .target
        .as_ref()
        .and_then(|(op, value)| Some((comparison(*op)?, typer.constant(value, &Type::Percent)?)));
    let titles = cx.titles(&source.titles);
    Some(Measure {
        name: name.name.as_str().into(),
        edition,
        titles,
        over,
        share,
        target,
        by,
        span: name.span,
    })
}
