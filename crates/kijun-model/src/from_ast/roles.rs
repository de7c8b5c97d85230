//! Roles: the reporting line and incompatible duties.

use kijun_syntax::ast::{self, Item};

use super::complaints;
use super::scope::Scope;
use super::{Cx, InDocument};
use crate::{EditionId, Link, Role, RoleId};

/// Declares every role, then links them.
pub(super) fn declare(cx: &mut Cx, items: &[InDocument<'_>]) {
    let mut declared: Vec<(RoleId, Option<EditionId>, &ast::Role)> = Vec::new();
    for item in items {
        let Item::Role(role) = item.item else { continue };
        let id = RoleId::from_index(cx.model.roles.len());
        let name = role.name.name.as_str().into();
        if let Some(first) = cx.names.roles.declare(&name, item.edition, id, role.name.span) {
            cx.report(complaints::duplicate(&role.name.name, role.name.span, first));
        }
        let titles = cx.titles(&role.titles);
        let (reports_to, incompatible_with, span) = (None, Vec::new(), role.name.span);
        cx.model.roles.push(Role { name, titles, reports_to, incompatible_with, span });
        declared.push((id, item.edition, role));
    }
    for (id, edition, role) in declared {
        link(cx, id, edition, role);
    }
}

fn link(cx: &mut Cx, id: RoleId, edition: Option<EditionId>, role: &ast::Role) {
    let scope = Scope::of(cx, edition);
    if let Some(superior) = &role.reports_to
        && let Some(to) = cx.role_named(&scope, superior)
    {
        if cx.model.outranks_or_is(id, to) {
            cx.report(complaints::cyclic(&role.name.name, superior.span));
        } else {
            cx.model.roles[id.index()].reports_to = Some(to);
        }
    }
    for name in &role.incompatible_with {
        let Some(other) = cx.role_named(&scope, name) else { continue };
        add(&mut cx.model.roles[id.index()].incompatible_with, Link { to: other, span: name.span });
        add(&mut cx.model.roles[other.index()].incompatible_with, Link { to: id, span: name.span });
    }
}

/// Keeps the place where a pair was written first.
fn add(roles: &mut Vec<Link<RoleId>>, role: Link<RoleId>) {
    if !roles.iter().any(|known| known.to == role.to) {
        roles.push(role);
        roles.sort_unstable_by_key(|link| link.to);
    }
}
