//! Definitions and terms. A definition is typed after those it calls, so that order in the files does not matter.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_syntax::ast::{self, Item, TypeExprKind};

use super::complaints::{self, Unknown};
use super::expr::{Typer, broken, fits, make};
use super::names::TypeName;
use super::scope::{Scope, text};
use super::{Cx, InDocument};
use crate::{Define, DefineId, EditionId, Expr, ExprKind, Term, Type};

/// How many definitions may stand on one another.
const DEEPEST: u32 = 32;

/// Declares every definition with the types of its parameters; bodies follow.
pub(super) fn declare(cx: &mut Cx, items: &[InDocument<'_>]) {
    for item in items {
        let Item::Define(define) = item.item else { continue };
        let scope = Scope::of(cx, item.edition);
        let id = DefineId::from_index(cx.model.defines.len());
        let name: Arc<str> = define.name.name.as_str().into();
        if let Some(first) = cx.names.defines.declare(&name, item.edition, id, define.name.span) {
            cx.report(complaints::duplicate(&name, define.name.span, first));
        }
        let params = define.params.iter().map(|(_, ty)| cx.parameter_type(&scope, &name, ty)).collect();
        let (edition, span) = (item.edition, define.name.span);
        cx.model.defines.push(Define { name, edition, params, body: broken(span), span });
    }
}

/// Types every body, in an order in which each comes after those it calls.
pub(super) fn build(cx: &mut Cx, items: &[InDocument<'_>]) {
    let defines: Vec<(Option<EditionId>, &ast::Define)> = items
        .iter()
        .filter_map(|i| if let Item::Define(define) = i.item { Some((i.edition, define)) } else { None })
        .collect();
    let order = Order::of(cx, &defines);
    for id in order {
        let (edition, define) = defines[id.index()];
        let scope = Scope::of(cx, edition);
        let types = cx.model.define(id).params.clone();
        let names = define.params.iter().map(|(name, _)| Arc::from(name.name.as_str()));
        let mut typer = Typer::of_params(cx, &scope, names.zip(types).collect());
        let body = typer.infer(&define.body, None);
        cx.model.defines[id.index()].body = body;
    }
    for item in items {
        if let Item::Term(term) = item.item {
            build_term(cx, item.edition, term);
        }
    }
}

fn build_term(cx: &mut Cx, edition: Option<EditionId>, term: &ast::Term) {
    let scope = Scope::of(cx, edition);
    match cx.names.defines.find(&term.means.name, &scope.sees) {
        Some(means) => {
            let words = text(&term.words);
            cx.model.terms.push(Term { words, edition, means, span: term.span });
        }
        None => {
            let known = cx.names.defines.names();
            let diagnostic =
                complaints::unknown(Unknown::Definition, &term.means.name, term.means.span, known);
            cx.report(diagnostic);
        }
    }
}

/// A topological order by calls; a circle is reported once and cut.
struct Order<'a> {
    calls: Vec<Vec<DefineId>>,
    defines: &'a [(Option<EditionId>, &'a ast::Define)],
    depth: Vec<Option<u32>>,
    order: Vec<DefineId>,
}

impl<'a> Order<'a> {
    fn of(cx: &mut Cx, defines: &'a [(Option<EditionId>, &'a ast::Define)]) -> Vec<DefineId> {
        let calls = defines.iter().map(|(edition, define)| calls(cx, *edition, define)).collect();
        let mut order = Order { calls, defines, depth: vec![None; defines.len()], order: Vec::new() };
        order.run(cx);
        order.order
    }

    /// Places every definition whose calls are all placed, until none is left that can be.
    fn run(&mut self, cx: &mut Cx) {
        let mut open: Vec<usize> = (0..self.defines.len()).collect();
        loop {
            let n_open = open.len();
            open.retain(|&i| !self.place(cx, i));
            if open.len() == n_open {
                break;
            }
        }
        for i in open {
            let name = &self.defines[i].1.name;
            cx.report(complaints::cyclic(&name.name, name.span));
        }
    }

    fn place(&mut self, cx: &mut Cx, i: usize) -> bool {
        let below: Option<Vec<u32>> = self.calls[i].iter().map(|call| self.depth[call.index()]).collect();
        let Some(below) = below else { return false };
        let depth = below.into_iter().max().unwrap_or(0) + 1;
        self.depth[i] = Some(depth);
        if depth > DEEPEST {
            let name = &self.defines[i].1.name;
            cx.report(complaints::too_deep(&name.name, name.span));
        } else {
            self.order.push(DefineId::from_index(i));
        }
        true
    }
}

/// The definitions that a body names.
fn calls(cx: &Cx, edition: Option<EditionId>, define: &ast::Define) -> Vec<DefineId> {
    let scope = Scope::of(cx, edition);
    let mut names = Vec::new();
    names_in(&define.body, &mut names);
    let own: Vec<&str> = define.params.iter().map(|(name, _)| name.name.as_str()).collect();
    let free = names.into_iter().filter(|name| !own.contains(name));
    let mut found: Vec<DefineId> = free.filter_map(|name| cx.names.defines.find(name, &scope.sees)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

impl Cx {
    fn parameter_type(&mut self, scope: &Scope, owner: &str, ty: &ast::TypeExpr) -> Type {
        if let TypeExprKind::Named(name) = &ty.kind
            && let Some(TypeName::Kind(kind)) = self.names.types.get(name.name.as_str()).map(|t| t.what)
        {
            self.type_named(scope, name, Unknown::Type);
            return Type::Subject(kind);
        }
        self.build_type(owner, ty)
    }
}

impl Typer<'_> {
    pub(super) fn call(&mut self, name: &ast::Ident, args: &[ast::Expr], span: Span) -> Expr {
        if let Some(id) = self.cx.names.defines.find(&name.name, &self.scope.sees) {
            return self.call_of(id, name, args, span);
        }
        if !self.cx.names.broken.contains(&name.name) {
            let built_in = ["age", "count", "sum", "min", "max"];
            let known = self.cx.names.defines.names().chain(built_in);
            let diagnostic = complaints::unknown(Unknown::Definition, &name.name, name.span, known);
            self.cx.report(diagnostic);
        }
        broken(span)
    }

    pub(super) fn call_of(
        &mut self,
        id: DefineId,
        name: &ast::Ident,
        args: &[ast::Expr],
        span: Span,
    ) -> Expr {
        let params = self.cx.model.define(id).params.clone();
        if params.len() != args.len() {
            self.cx.report(complaints::arguments(&name.name, params.len(), args.len(), span));
            return broken(span);
        }
        let args: Vec<Expr> =
            args.iter().zip(&params).map(|(arg, param)| self.argument(arg, param)).collect();
        let ty = self.cx.model.define(id).body.ty.clone();
        if ty == Type::Broken || args.iter().any(|arg| arg.ty == Type::Broken) {
            return broken(span);
        }
        make(ExprKind::Call(id, args), ty, span)
    }

    fn argument(&mut self, arg: &ast::Expr, param: &Type) -> Expr {
        let typed = self.infer(arg, Some(param));
        let fine = match (param.required(), typed.ty.required()) {
            (Type::Subject(wanted), Type::Subject(found)) => self.cx.model.is_a(*found, *wanted),
            (wanted, found) => fits(wanted, found),
        };
        if fine {
            return typed;
        }
        let (found, wanted) = (self.show(&typed.ty), self.show(param));
        self.cx.report(complaints::wrong_type(&found, &wanted, arg.span));
        broken(arg.span)
    }
}

/// Every name that an expression uses by itself, called or not.
fn names_in<'a>(expr: &'a ast::Expr, names: &mut Vec<&'a str>) {
    match &expr.kind {
        ast::ExprKind::Name(name) => names.push(&name.name),
        ast::ExprKind::Call(name, args) => {
            names.push(&name.name);
            args.iter().for_each(|arg| names_in(arg, names));
        }
        _ => expr.children().into_iter().for_each(|child| names_in(child, names)),
    }
}
