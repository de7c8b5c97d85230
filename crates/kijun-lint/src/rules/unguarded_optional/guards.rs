//! Which uses of what may be absent are guarded, through definitions too.

use kijun_conform::alike;
use kijun_diag::Span;
use kijun_model::{DefineId, Domain, Expr, ExprKind, Logic, Model, Range, Type};

/// A use of what may be absent.
#[derive(Clone, Debug)]
pub(super) struct Use {
    /// Where it was written.
    pub(super) at: Span,
    /// What may be absent, as it is known where the use is asked about; `None`: it has no name there.
    what: Option<Expr>,
}

/// What the definitions leave to those who call them.
pub(super) struct Guards<'a> {
    model: &'a Model,
    needs: Vec<Vec<Use>>,
}

/// The definition that an expression calls.
pub(super) fn called(expr: &Expr) -> Option<DefineId> {
    match &expr.kind {
        ExprKind::Call(define, _) => Some(*define),
        _ => None,
    }
}

impl<'a> Guards<'a> {
    /// Of all definitions: one that calls another comes after it.
    pub(super) fn new(model: &'a Model) -> Guards<'a> {
        let mut guards = Guards { model, needs: Vec::new() };
        for define in &model.defines {
            let needs = guards.unguarded(&[], &define.body);
            guards.needs.push(needs);
        }
        guards
    }

    /// What a definition uses and does not ask about.
    pub(super) fn needs(&self, define: DefineId) -> &[Use] {
        self.needs.get(define.index()).map_or(&[], Vec::as_slice)
    }

    /// Where an expression uses what may be absent, though these conditions hold.
    pub(super) fn unguarded(&self, given: &[&Expr], expr: &Expr) -> Vec<Use> {
        let mut walk = Walk { guards: self, present: Vec::new(), found: Vec::new() };
        let given = given.iter().flat_map(|given| walk.implied(given, true)).collect();
        walk.knowing(given, expr);
        walk.found
    }
}

struct Walk<'g> {
    guards: &'g Guards<'g>,
    /// What is there, wherever the expression at hand matters.
    present: Vec<Expr>,
    found: Vec<Use>,
}

impl Walk<'_> {
    fn knowing(&mut self, present: Vec<Expr>, expr: &Expr) {
        let known = self.present.len();
        self.present.extend(present);
        self.visit(expr);
        self.present.truncate(known);
    }

    fn visit(&mut self, expr: &Expr) {
        match &expr.kind {
            // What stands around a field that is asked about has to be there.
            ExprKind::IsPresent(inner) => inner.children().into_iter().for_each(|part| self.visit(part)),
            ExprKind::Logic(logic, one, other) => self.logic(*logic, one, other),
            ExprKind::If(condition, then, otherwise) => {
                self.visit(condition);
                self.knowing(self.implied(condition, true), then);
                self.knowing(self.implied(condition, false), otherwise);
            }
            ExprKind::Quantified(_, range, body) => self.range(range, Some(body)),
            ExprKind::Count(range) => self.range(range, None),
            ExprKind::Fold(_, value, range) => self.range(range, Some(value)),
            ExprKind::Call(define, arguments) => self.call(*define, arguments),
            _ => self.plain(expr),
        }
    }

    fn plain(&mut self, expr: &Expr) {
        self.used(Use { at: expr.span, what: is_optional(self.guards.model, expr).then(|| expr.clone()) });
        expr.children().into_iter().for_each(|part| self.visit(part));
    }

    /// Remembers a use of something optional that is not known to be there.
    fn used(&mut self, used: Use) {
        let Some(what) = &used.what else { return };
        if !self.present.iter().any(|known| alike(self.guards.model, known, what)) {
            self.found.push(used);
        }
    }

    /// What is handed on as it may be absent is the definition's matter, and what that leaves open is the caller's.
    fn call(&mut self, define: DefineId, arguments: &[Expr]) {
        let model = self.guards.model;
        for (argument, param) in arguments.iter().zip(&model.define(define).params) {
            if !(param.is_optional() && is_optional(model, argument)) {
                self.visit(argument);
            }
        }
        for need in self.guards.needs(define) {
            match need.what.as_ref().and_then(|what| with(what, arguments)) {
                Some(what) if is_optional(model, &what) => self.used(Use { what: Some(what), ..need.clone() }),
                Some(_) => {}
                None => self.found.push(Use { what: None, ..need.clone() }),
            }
        }
    }

    /// Each side matters only where the other does not decide.
    fn logic(&mut self, logic: Logic, one: &Expr, other: &Expr) {
        let (if_one, if_other) = match logic {
            Logic::And => (true, true),
            Logic::Or => (false, false),
            Logic::Implies => (true, false),
        };
        self.knowing(self.implied(other, if_other), one);
        self.knowing(self.implied(one, if_one), other);
    }

    fn range(&mut self, range: &Range, body: Option<&Expr>) {
        if let Domain::Elements(list) = &range.domain {
            self.visit(list);
        }
        let filter = range.filter.as_deref();
        filter.into_iter().for_each(|filter| self.visit(filter));
        let given = filter.map_or_else(Vec::new, |filter| self.implied(filter, true));
        body.into_iter().for_each(|body| self.knowing(given.clone(), body));
    }

    /// What is there where a condition comes to this.
    fn implied(&self, condition: &Expr, comes_to: bool) -> Vec<Expr> {
        match &condition.kind {
            ExprKind::IsPresent(inner) if comes_to => vec![(**inner).clone()],
            ExprKind::Not(inner) => self.implied(inner, !comes_to),
            ExprKind::Logic(Logic::And, one, other) if comes_to => self.both((one, true), (other, true)),
            ExprKind::Logic(Logic::Or, one, other) if !comes_to => self.both((one, false), (other, false)),
            ExprKind::Logic(Logic::Implies, one, other) if !comes_to => self.both((one, true), (other, false)),
            ExprKind::Call(define, arguments) => {
                let inside = self.implied(&self.guards.model.define(*define).body, comes_to);
                inside.iter().filter_map(|there| with(there, arguments)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn both(&self, one: (&Expr, bool), other: (&Expr, bool)) -> Vec<Expr> {
        let mut all = self.implied(one.0, one.1);
        all.extend(self.implied(other.0, other.1));
        all
    }
}

/// A field of a definition's parameters, as one of what the definition was given for them.
fn with(expr: &Expr, arguments: &[Expr]) -> Option<Expr> {
    match &expr.kind {
        ExprKind::Local(local) => arguments.get(local.index()).cloned(),
        ExprKind::Field(owner, index) => {
            let kind = ExprKind::Field(Box::new(with(owner, arguments)?), *index);
            Some(Expr { kind, ty: expr.ty.clone(), span: expr.span })
        }
        _ => None,
    }
}

/// Whether it is a field, or a parameter of a definition, that is itself declared as optional.
fn is_optional(model: &Model, expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Local(_) => expr.ty.is_optional(),
        ExprKind::Field(owner, index) => {
            let fields = match owner.ty.required() {
                Type::Record(id) => &model.record(*id).fields,
                Type::Subject(id) => &model.kind(*id).fields,
                _ => return false,
            };
            fields.get(*index as usize).is_some_and(|field| field.ty.is_optional())
        }
        _ => false,
    }
}
