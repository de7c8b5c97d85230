//! Conditions in two rails, from their meaning in three values.

use kijun_model::{Comparison, Expr, ExprKind, Logic, TextTest, Value};

use super::Writer;
use super::regex;
use super::terms::{Scalar, Sort, Sym, Truth, all, any, not};

impl Writer<'_> {
    /// A condition; `env` is what its locals stand for.
    pub(super) fn condition(&mut self, expr: &Expr, env: &[Sym]) -> Result<Truth, String> {
        match self.see(expr, env)? {
            Sym::Bool(truth, _) => Ok(self.named(truth)),
            Sym::Scalar(s) if s.sort == Sort::Bool => {
                let t = all(&[s.known.clone(), s.value.clone()]);
                let f = all(&[s.known, not(&s.value)]);
                Ok(self.named(Truth { t, f }))
            }
            _ => Err("not a condition".to_owned()),
        }
    }

    pub(super) fn see(&mut self, expr: &Expr, env: &[Sym]) -> Result<Sym, String> {
        let truth = match &expr.kind {
            ExprKind::Not(a) => self.condition(a, env)?.not(),
            ExprKind::Logic(logic, a, b) => {
                let (a, b) = (self.condition(a, env)?, self.condition(b, env)?);
                match logic {
                    Logic::And => self.both(&a, &b),
                    Logic::Or => self.either(&a, &b),
                    Logic::Implies => self.either(&a.not(), &b),
                }
            }
            ExprKind::Compare(op, a, b) => {
                let (a, b) = (self.see(a, env)?, self.see(b, env)?);
                self.compare(*op, &a, &b)?
            }
            ExprKind::InSet(item, set) => self.in_set(item, set, env)?,
            ExprKind::InList(item, list) => self.in_list(item, list, env)?,
            ExprKind::Matches(text, pattern) => {
                let text = self.scalar(text, env)?;
                let formula = format!("(str.in_re {} {})", text.value, regex::found(pattern)?);
                self.decided(&[&text], formula)
            }
            ExprKind::Text(test, a, b) => self.text_test(*test, a, b, env)?,
            ExprKind::Within(a, b) => self.within(a, b, env)?,
            ExprKind::IsPresent(a) => self.is_present(a, env)?,
            ExprKind::Quantified(quantifier, range, body) => {
                self.quantified(*quantifier, range, body, env)?
            }
            _ => return self.value(expr, env),
        };
        Ok(Sym::Bool(truth, "false".to_owned()))
    }

    /// A formula over operands that must be known.
    fn decided(&mut self, operands: &[&Scalar], formula: String) -> Truth {
        let known: Vec<String> = operands.iter().map(|s| s.known.clone()).collect();
        let formula = self.name("Bool", formula);
        let t = all(&[all(&known), formula.clone()]);
        let f = all(&[all(&known), not(&formula)]);
        self.named(Truth { t, f })
    }

    pub(super) fn compare(&mut self, op: Comparison, a: &Sym, b: &Sym) -> Result<Truth, String> {
        if matches!(a, Sym::Count { .. }) || matches!(b, Sym::Count { .. }) {
            return compare_ranges(op, a, b).map(|truth| self.named(truth));
        }
        let (a, b) = (single(a)?, single(b)?);
        let sort = if a.sort == Sort::Real { Sort::Real } else { b.sort };
        let formula = compared(op, &a.as_sort(sort), &b.as_sort(sort));
        Ok(self.decided(&[&a, &b], formula))
    }

    fn in_set(&mut self, item: &Expr, set: &[Value], env: &[Sym]) -> Result<Truth, String> {
        let item = self.scalar(item, env)?;
        let mut equal = Vec::new();
        for value in set {
            let value = self.constants.scalar(value)?;
            let sort = if item.sort == Sort::Real { Sort::Real } else { value.sort };
            equal.push(compared(Comparison::Eq, &item.as_sort(sort), &value.as_sort(sort)));
        }
        Ok(self.decided(&[&item], any(&equal)))
    }

    fn text_test(&mut self, test: TextTest, a: &Expr, b: &Expr, env: &[Sym]) -> Result<Truth, String> {
        let (a, b) = (self.scalar(a, env)?, self.scalar(b, env)?);
        let (text, part) = (&a.value, &b.value);
        let formula = match test {
            TextTest::StartsWith => format!("(str.prefixof {part} {text})"),
            TextTest::EndsWith => format!("(str.suffixof {part} {text})"),
            TextTest::Contains => format!("(str.contains {text} {part})"),
        };
        Ok(self.decided(&[&a, &b], formula))
    }

    fn within(&mut self, a: &Expr, b: &Expr, env: &[Sym]) -> Result<Truth, String> {
        let ExprKind::Const(Value::Ip(outer)) = &b.kind else {
            return Err("a network that is a field".to_owned());
        };
        let a = self.scalar(a, env)?;
        let inside = self.constants.networks.iter().enumerate().filter(|(_, n)| outer.contains(*n));
        let inside: Vec<String> = inside.map(|(at, _)| format!("(= {} {at})", a.value)).collect();
        Ok(self.decided(&[&a], any(&inside)))
    }

    fn is_present(&mut self, a: &Expr, env: &[Sym]) -> Result<Truth, String> {
        Ok(match self.see(a, env)? {
            Sym::Bool(truth, absent) => Truth { t: any(&[truth.t, truth.f]), f: absent },
            Sym::Scalar(s) => Truth { t: s.known, f: s.absent },
            Sym::Record(_, absent) | Sym::List(_, absent) => Truth { t: not(&absent), f: absent },
            Sym::Count { .. } => return Err("presence of a count".to_owned()),
        })
    }
}

pub(super) fn single(sym: &Sym) -> Result<Scalar, String> {
    match sym {
        Sym::Scalar(scalar) => Ok(scalar.clone()),
        Sym::Bool(truth, absent) => Ok(Scalar {
            sort: Sort::Bool,
            value: truth.t.clone(),
            known: any(&[truth.t.clone(), truth.f.clone()]),
            absent: absent.clone(),
        }),
        _ => Err("not a single value".to_owned()),
    }
}

pub(super) fn compared(op: Comparison, a: &str, b: &str) -> String {
    match op {
        Comparison::Eq => format!("(= {a} {b})"),
        Comparison::Ne => format!("(not (= {a} {b}))"),
        Comparison::Lt => format!("(< {a} {b})"),
        Comparison::Le => format!("(<= {a} {b})"),
        Comparison::Gt => format!("(> {a} {b})"),
        Comparison::Ge => format!("(>= {a} {b})"),
    }
}

/// A comparison with a range holds if it does for every number in it, and fails if it does for none.
fn compare_ranges(op: Comparison, a: &Sym, b: &Sym) -> Result<Truth, String> {
    let ((al, ah, a), (bl, bh, b)) = (ends(a)?, ends(b)?);
    let less = |x: &str, y: &str| format!("(< {x} {y})");
    let at_most = |x: &str, y: &str| format!("(<= {x} {y})");
    let lt = Truth { t: less(&ah, &bl), f: at_most(&bh, &al) };
    let gt = Truth { t: less(&bh, &al), f: at_most(&ah, &bl) };
    let truth = match op {
        Comparison::Lt => lt,
        Comparison::Ge => lt.not(),
        Comparison::Gt => gt,
        Comparison::Le => gt.not(),
        Comparison::Eq | Comparison::Ne => {
            let same = Truth { t: format!("(= {al} {ah} {bl} {bh})"), f: any(&[lt.t, gt.t]) };
            if op == Comparison::Eq { same } else { same.not() }
        }
    };
    let known = |rail: String| all(&[a.clone(), b.clone(), rail]);
    Ok(Truth { t: known(truth.t), f: known(truth.f) })
}

/// Least, most, and whether they are known.
fn ends(sym: &Sym) -> Result<(String, String, String), String> {
    match sym {
        Sym::Count { low, high, known } => Ok((low.clone(), high.clone(), known.clone())),
        Sym::Scalar(s) if s.sort == Sort::Int => Ok((s.value.clone(), s.value.clone(), s.known.clone())),
        _ => Err("a count beside a fraction".to_owned()),
    }
}
