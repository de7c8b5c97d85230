//! A field that may be absent, used without asking.

use kijun_conform::alike;
use kijun_diag::{Diagnostic, ids};
use kijun_model::{Domain, Expr, ExprKind, Logic, Model, Range, Type};

use crate::exprs::{Asked, asked};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNGUARDED_OPTIONAL,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A field that may rightly be absent is used without asking whether it is there.",
    what: "Looks for fields declared `T?` in comparisons, calculations and quantifiers, where neither `for … where`, nor `when`, nor the \
           expression around them asks `is present` first.",
    why: "Where the field is absent, nothing can be told: the result is *unknown*, and the audit reports that evidence is missing, though \
          nothing is.",
    example: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "廃棄したサーバの記録は一年間残す。"
  for  server where state == discarded
  by   officer
  must age(retired_on) <= 1 year #~
  must not some a in accounts : age(a.last_login) > 90 days #~
}
"#,
    instead: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "廃棄したサーバの記録は一年間残す。"
  for  server where state == discarded
  by   officer
  must retired_on is present and age(retired_on) <= 1 year
  must not some a in accounts where a.last_login is present : age(a.last_login) > 90 days
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    asked(cx).into_iter().flat_map(|asked| unguarded(cx.model, &asked)).map(|expr| hit(cx, expr)).collect()
}

fn hit(cx: &Cx<'_>, expr: &Expr) -> Diagnostic {
    LINT.at(expr.span).with("field", cx.slice(expr.span))
}

/// Where an expression uses what may be absent.
fn unguarded<'a>(model: &'a Model, asked: &Asked<'a>) -> Vec<&'a Expr> {
    let mut walk = Walk { model, present: Vec::new(), found: Vec::new() };
    let given = asked.given.iter().flat_map(|given| walk.implied(given, true)).collect();
    walk.knowing(given, asked.expr);
    walk.found
}

struct Walk<'a> {
    model: &'a Model,
    /// What is there, wherever the expression at hand matters.
    present: Vec<&'a Expr>,
    found: Vec<&'a Expr>,
}

impl<'a> Walk<'a> {
    fn knowing(&mut self, present: Vec<&'a Expr>, expr: &'a Expr) {
        let known = self.present.len();
        self.present.extend(present);
        self.visit(expr);
        self.present.truncate(known);
    }

    fn visit(&mut self, expr: &'a Expr) {
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
            ExprKind::Call(define, arguments) => {
                for (argument, param) in arguments.iter().zip(&self.model.define(*define).params) {
                    if !(param.is_optional() && self.is_optional(argument)) {
                        self.visit(argument);
                    }
                }
            }
            _ => self.plain(expr),
        }
    }

    fn plain(&mut self, expr: &'a Expr) {
        if self.is_optional(expr) && !self.present.iter().any(|known| alike(self.model, known, expr)) {
            self.found.push(expr);
        }
        expr.children().into_iter().for_each(|part| self.visit(part));
    }

    /// Each side matters only where the other does not decide.
    fn logic(&mut self, logic: Logic, one: &'a Expr, other: &'a Expr) {
        let (if_one, if_other) = match logic {
            Logic::And => (true, true),
            Logic::Or => (false, false),
            Logic::Implies => (true, false),
        };
        self.knowing(self.implied(other, if_other), one);
        self.knowing(self.implied(one, if_one), other);
    }

    fn range(&mut self, range: &'a Range, body: Option<&'a Expr>) {
        if let Domain::Elements(list) = &range.domain {
            self.visit(list);
        }
        let filter = range.filter.as_deref();
        filter.into_iter().for_each(|filter| self.visit(filter));
        let given = filter.map_or_else(Vec::new, |filter| self.implied(filter, true));
        body.into_iter().for_each(|body| self.knowing(given.clone(), body));
    }

    /// What is there where a condition comes to this.
    fn implied(&self, condition: &'a Expr, comes_to: bool) -> Vec<&'a Expr> {
        match &condition.kind {
            ExprKind::IsPresent(inner) if comes_to => vec![inner],
            ExprKind::Not(inner) => self.implied(inner, !comes_to),
            ExprKind::Logic(Logic::And, one, other) if comes_to => self.both((one, true), (other, true)),
            ExprKind::Logic(Logic::Or, one, other) if !comes_to => self.both((one, false), (other, false)),
            ExprKind::Logic(Logic::Implies, one, other) if !comes_to => self.both((one, true), (other, false)),
            _ => Vec::new(),
        }
    }

    fn both(&self, one: (&'a Expr, bool), other: (&'a Expr, bool)) -> Vec<&'a Expr> {
        let mut all = self.implied(one.0, one.1);
        all.extend(self.implied(other.0, other.1));
        all
    }

    /// Whether it is a field, or a parameter of a definition, that is itself declared as optional.
    fn is_optional(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Local(_) => expr.ty.is_optional(),
            ExprKind::Field(owner, index) => {
                let fields = match owner.ty.required() {
                    Type::Record(id) => &self.model.record(*id).fields,
                    Type::Subject(id) => &self.model.kind(*id).fields,
                    _ => return false,
                };
                fields.get(*index as usize).is_some_and(|field| field.ty.is_optional())
            }
            _ => false,
        }
    }
}
