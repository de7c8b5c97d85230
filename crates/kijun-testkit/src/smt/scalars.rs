//! Single values, fields, arithmetic.

use kijun_model::{Arithmetic, Day, Expr, ExprKind, Fold, Type, Value};

use super::Writer;
use super::conditions::{compared, single};
use super::terms::{Scalar, Sort, Sym, Truth, all, any, not};

impl Writer<'_> {
    pub(super) fn scalar(&mut self, expr: &Expr, env: &[Sym]) -> Result<Scalar, String> {
        single(&self.see(expr, env)?)
    }

    /// What is not a condition made of others.
    pub(super) fn value(&mut self, expr: &Expr, env: &[Sym]) -> Result<Sym, String> {
        Ok(match &expr.kind {
            ExprKind::Const(value) => Sym::Scalar(self.constants.scalar(value)?),
            ExprKind::Local(local) => env.get(local.index()).cloned().ok_or("a local from nowhere")?,
            ExprKind::Field(base, field) => match self.see(base, env)? {
                Sym::Record(cells, absent) => {
                    cells.get(*field as usize).ok_or("a field from nowhere")?.inside(&absent)
                }
                _ => return Err("a field of no record".to_owned()),
            },
            ExprKind::Parameter(id) => match self.question.parameters.get(id) {
                Some(value) => Sym::Scalar(self.constants.scalar(value)?),
                None => return Err("a parameter that nobody set".to_owned()),
            },
            ExprKind::Day(day) => Sym::Scalar(self.day_of_audit(match day {
                Day::Today => "today",
                Day::PeriodStart => "start",
                Day::PeriodEnd => "end",
            })),
            ExprKind::Count(range) => self.count(range, env)?,
            ExprKind::Fold(fold @ (Fold::Min | Fold::Max), value, range) => {
                self.extreme(*fold, value, range, env)?
            }
            ExprKind::Fold(..) => return Err("a sum over a list".to_owned()),
            ExprKind::Arithmetic(op, a, b) => Sym::Scalar(self.arithmetic(*op, a, b, env)?),
            ExprKind::Negate(a) => {
                let a = self.scalar(a, env)?;
                Sym::Scalar(result(a.sort, format!("(- {})", a.value), &[&a]))
            }
            ExprKind::Age(date) => {
                let (today, date) = (self.day_of_audit("today"), self.scalar(date, env)?);
                let past = compared(kijun_model::Comparison::Le, &date.value, &today.value);
                let length = format!("(* 86400 (- {} {}))", today.value, date.value);
                let age = result(Sort::Int, length, &[&date]);
                Sym::Scalar(Scalar { known: all(&[age.known, past]), ..age })
            }
            ExprKind::If(c, a, b) => self.either_branch(c, a, b, env)?,
            ExprKind::Call(id, args) => {
                let args: Result<Vec<Sym>, String> = args.iter().map(|arg| self.see(arg, env)).collect();
                self.see(&self.question.model.define(*id).body, &args?)?
            }
            _ => return Err("not in reach of this encoding".to_owned()),
        })
    }

    fn either_branch(&mut self, c: &Expr, a: &Expr, b: &Expr, env: &[Sym]) -> Result<Sym, String> {
        let (c, a, b) = (self.condition(c, env)?, self.see(a, env)?, self.see(b, env)?);
        let unknown = not(&any(&[c.t.clone(), c.f.clone()]));
        if let (Sym::Bool(a, _), Sym::Bool(b, _)) = (&a, &b) {
            let rail = |a: &String, b: &String| {
                let same = all(&[unknown.clone(), a.clone(), b.clone()]);
                any(&[all(&[c.t.clone(), a.clone()]), all(&[c.f.clone(), b.clone()]), same])
            };
            let truth = Truth { t: rail(&a.t, &b.t), f: rail(&a.f, &b.f) };
            return Ok(Sym::Bool(self.named(truth), "false".to_owned()));
        }
        let (a, b) = (single(&a)?, single(&b)?);
        let sort = if a.sort == Sort::Real { Sort::Real } else { b.sort };
        let (va, vb) = (a.as_sort(sort), b.as_sort(sort));
        let same = all(&[unknown, a.known.clone(), b.known.clone(), format!("(= {va} {vb})")]);
        let known = any(&[all(&[c.t.clone(), a.known]), all(&[c.f, b.known]), same]);
        let value = format!("(ite {} {va} {vb})", c.t);
        Ok(Sym::Scalar(Scalar { known, ..Scalar::known(sort, value) }))
    }

    fn arithmetic(&mut self, op: Arithmetic, a: &Expr, b: &Expr, env: &[Sym]) -> Result<Scalar, String> {
        let (left, right) = (a.ty.required(), b.ty.required());
        let (x, y) = (self.see(a, env)?, self.see(b, env)?);
        let (mut x, mut y) = (single(&x)?, single(&y)?);
        match (left, right) {
            (Type::Date | Type::DateTime, Type::Duration) => y = shift(left, b)?,
            (Type::Duration, Type::Date | Type::DateTime) => x = shift(right, a)?,
            (Type::Date, Type::Date) => {
                return Ok(result(Sort::Int, format!("(* 86400 (- {} {}))", x.value, y.value), &[&x, &y]));
            }
            (Type::Date, _) | (_, Type::Date) => return Err("business days".to_owned()),
            _ => {}
        }
        let sign = match op {
            Arithmetic::Add => "+",
            Arithmetic::Sub => "-",
            Arithmetic::Mul if is_constant(a) || is_constant(b) => "*",
            _ => return Err("a product or a quotient".to_owned()),
        };
        let sort = if x.sort == Sort::Real { Sort::Real } else { y.sort };
        let value = format!("({sign} {} {})", x.as_sort(sort), y.as_sort(sort));
        Ok(result(sort, value, &[&x, &y]))
    }
}

fn is_constant(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Const(_))
}

/// What is known when its operands are.
fn result(sort: Sort, value: String, operands: &[&Scalar]) -> Scalar {
    let known: Vec<String> = operands.iter().map(|s| s.known.clone()).collect();
    Scalar { known: all(&known), ..Scalar::known(sort, value) }
}

/// By how much a constant length of time moves a day (in days) or a moment (in seconds). A day is not moved by hours.
fn shift(moved: &Type, by: &Expr) -> Result<Scalar, String> {
    let ExprKind::Const(Value::Duration(by)) = &by.kind else {
        return Err("a day moved by a field".to_owned());
    };
    if by.months != 0 {
        return Err("a day moved by months".to_owned());
    }
    let unit = if *moved == Type::Date { 86_400 } else { 1 };
    let amount = super::constants::whole(&(by.seconds / unit).to_string());
    let known = (by.seconds % unit == 0).to_string();
    Ok(Scalar { known, ..Scalar::known(Sort::Int, amount) })
}
