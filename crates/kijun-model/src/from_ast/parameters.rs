//! Parameters that a document leaves to lower ones, and the choices those make.

use std::sync::Arc;

use kijun_syntax::ast::{self, Item};

use super::complaints::{self, Unknown};
use super::expr::Typer;
use super::operators::comparison;
use super::scope::Scope;
use super::{Cx, InDocument};
use crate::{Constraint, EditionId, Parameter, ParameterId, Setting, Type};

/// Declares every parameter.
pub(super) fn declare(cx: &mut Cx, items: &[InDocument<'_>]) {
    for item in items {
        let Item::Parameter(parameter) = item.item else { continue };
        let scope = Scope::of(cx, item.edition);
        let id = ParameterId::from_index(cx.model.parameters.len());
        let name: Arc<str> = parameter.name.name.as_str().into();
        if let Some(first) = cx.names.parameters.declare(&name, item.edition, id, parameter.name.span) {
            cx.report(complaints::duplicate(&name, parameter.name.span, first));
        }
        let ty = parameter_type(cx, &name, parameter);
        let constraints =
            parameter.constraints.iter().filter_map(|c| constraint(cx, &scope, &ty, c)).collect();
        let titles = cx.titles(&parameter.titles);
        let (edition, span) = (item.edition, parameter.name.span);
        cx.model.parameters.push(Parameter { name, edition, ty, constraints, titles, span });
    }
}

/// A parameter whose range is in business days is one of business days.
fn parameter_type(cx: &mut Cx, name: &str, parameter: &ast::Parameter) -> Type {
    let ty = cx.build_type(name, &parameter.ty);
    let business = |c: &ast::Constraint| match c {
        ast::Constraint::Compare(_, limit) => matches!(&limit.kind, ast::ExprKind::Duration(d)
            if d.parts.iter().all(|(_, unit)| *unit == ast::TimeUnit::BusinessDays)),
        ast::Constraint::In(_) => false,
    };
    if ty == Type::Duration && parameter.constraints.iter().any(business) { Type::BusinessDays } else { ty }
}

fn constraint(cx: &mut Cx, scope: &Scope, ty: &Type, source: &ast::Constraint) -> Option<Constraint> {
    let mut typer = Typer::of_params(cx, scope, Vec::new());
    match source {
        ast::Constraint::Compare(op, limit) => {
            Some(Constraint::Compare(comparison(*op)?, typer.constant(limit, ty)?))
        }
        ast::Constraint::In(set) => {
            let values = set.iter().filter_map(|value| typer.constant(value, ty)).collect();
            Some(Constraint::In(values))
        }
    }
}

/// Reads every `set`.
pub(super) fn set(cx: &mut Cx, items: &[InDocument<'_>]) {
    for item in items {
        if let Item::Set(set) = item.item {
            build_setting(cx, item.edition, set);
        }
    }
}

fn build_setting(cx: &mut Cx, edition: Option<EditionId>, set: &ast::Set) {
    let scope = Scope::of(cx, edition);
    let Some(standard) = cx.edition_ref(&set.standard, &scope.sees) else { return };
    let Some(parameter) = cx.names.parameters.find(&set.name.name, &[standard]) else {
        let known = cx.names.parameters.names();
        let diagnostic = complaints::unknown(Unknown::Parameter, &set.name.name, set.name.span, known);
        cx.report(diagnostic);
        return;
    };
    let ty = cx.model.parameter(parameter).ty.clone();
    if let Some(value) = Typer::of_params(cx, &scope, Vec::new()).constant(&set.value, &ty) {
        cx.model.settings.push(Setting { edition, parameter, value, span: set.span });
    }
}
