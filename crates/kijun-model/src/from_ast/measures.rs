//! Measures: what is taken of which subjects, and what it should come to.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::Span;
use kijun_syntax::ast::{self, Item, Sort};

use super::complaints;
use super::expr::Typer;
use super::operators::comparison;
use super::scope::Scope;
use super::{Cx, InDocument};
use crate::{EditionId, Expr, Goal, Measure, Type};

/// Builds every measure.
pub(super) fn build(cx: &mut Cx, items: &[InDocument<'_>]) {
    let mut first: BTreeMap<(Option<EditionId>, &str), Span> = BTreeMap::new();
    for item in items {
        let Item::Measure(measure) = item.item else { continue };
        let name = &measure.name;
        if let Some(before) = first.insert((item.edition, &name.name), name.span) {
            cx.report(complaints::duplicate(&name.name, name.span, before));
        }
        let built = build_measure(cx, item.edition, measure);
        cx.model.measures.extend(built);
    }
}

fn build_measure(cx: &mut Cx, edition: Option<EditionId>, source: &ast::Measure) -> Option<Measure> {
    let scope = Scope::of(cx, edition);
    let name = &source.name;
    let take = cx.figure(source);
    if source.each.is_some() && source.by.is_empty() {
        cx.report(complaints::each_without_by(
            &name.name,
            source.each.as_ref().map_or(name.span, |e| e.span),
        ));
    }
    let Some(over) = &source.over else {
        cx.report(complaints::missing_member("over", &name.name, name.span));
        return None;
    };
    let binder: Option<Arc<str>> = over.name.as_ref().map(|n| n.name.as_str().into());
    let over = cx.subjects(&scope, over)?;
    let take = take?;
    let except_because = source.except.as_ref().map(|(_, because)| cx.titles(because));
    let mut typer = Typer::of_subject(cx, &scope, Some(over.kind));
    typer.name_subject(binder);
    let except = source.except.as_ref().map(|(condition, _)| typer.condition(condition));
    let value = take.value.as_ref().map(|value| typer.figure(take.sort, value));
    let by = source.by.iter().map(|by| typer.scalar(by)).collect();
    let wanted = goal_type(take.sort, value.as_ref());
    let target = source.target.as_ref().and_then(|goal| typer.goal(goal, &wanted));
    let each = source.each.as_ref().and_then(|goal| typer.goal(goal, &wanted));
    let see = source.see.iter().flat_map(|reference| cx.provisions(&scope, reference)).collect();
    Some(Measure {
        name: name.name.as_str().into(),
        edition,
        titles: cx.titles(&source.titles),
        over,
        except: except.zip(except_because),
        sort: take.sort,
        value,
        target,
        each,
        by,
        owner: source.owner.as_ref().and_then(|role| cx.role_named(&scope, role)),
        see,
        span: name.span,
    })
}

/// What a target of such a figure is a constant of. A mean of whole numbers need not be one.
fn goal_type(sort: Sort, value: Option<&Expr>) -> Type {
    match (sort, value.map(|value| value.ty.required())) {
        (Sort::Share, _) => Type::Percent,
        (Sort::Mean, Some(Type::Int)) => Type::Number,
        (Sort::Count, _) | (_, None) => Type::Int,
        (_, Some(ty)) => ty.clone(),
    }
}

impl Cx {
    /// The one figure that a measure takes.
    fn figure<'a>(&mut self, source: &'a ast::Measure) -> Option<&'a ast::Take> {
        let name = &source.name;
        let Some((first, others)) = source.takes.split_first() else {
            self.report(complaints::no_figure(&name.name, name.span));
            return None;
        };
        for other in others {
            self.report(complaints::two_figures(&name.name, other.span, first.span));
        }
        Some(first)
    }
}

impl Typer<'_> {
    /// What a figure is taken of.
    fn figure(&mut self, sort: Sort, value: &ast::Expr) -> Expr {
        match sort {
            Sort::Share | Sort::Count => self.condition(value),
            Sort::Sum | Sort::Mean => self.quantity(value),
            Sort::Min | Sort::Max => self.in_order(value),
        }
    }

    fn goal(&mut self, goal: &ast::Goal, wanted: &Type) -> Option<Goal> {
        let bound = self.constant(&goal.bound, wanted)?;
        let comparison = comparison(goal.op)?;
        Some(Goal { comparison, bound, span: goal.span })
    }
}
