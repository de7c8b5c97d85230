//! Exceptions: approved derogations.

use std::collections::BTreeMap;

use kijun_diag::Span;
use kijun_syntax::ast::{self, Item};

use super::complaints;
use super::literals::civil;
use super::scope::{Scope, text};
use super::{Cx, InDocument};
use crate::{EditionId, Exception, Link, Target};

/// Builds every exception.
pub(super) fn build(cx: &mut Cx, items: &[InDocument<'_>]) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for item in items {
        let Item::Exception(exception) = item.item else { continue };
        if let Some(before) = first.insert(&exception.id.text, exception.id.span) {
            cx.report(complaints::duplicate(&exception.id.text, exception.id.span, before));
        }
        let built = build_exception(cx, item.edition, exception);
        cx.model.exceptions.push(built);
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
