//! Tests of texts by patterns, and of addresses by networks.

use kijun_model::{Expr, TextTest, Value};
use regex_automata::meta::Regex;

use super::Lower;
use crate::solver::atom::Atom;
use crate::solver::formula::Formula;
use crate::solver::term::{Env, Rails, Scalar, Term};
use crate::theory::network;
use crate::theory::text::{self, Pattern};

impl<'a> Lower<'a> {
    pub(super) fn matches(&mut self, text: &'a Expr, pattern: &str, expr: &'a Expr, env: &Env<'a>) -> Rails {
        let text = self.scalar(text, env);
        self.each(&text, expr, env, |lower, term| match term {
            Term::Value(Value::Text(text)) => Some(settled(Regex::new(pattern).ok()?.is_match(&**text))),
            Term::Text(var) => lower.fits(*var, Pattern::Matches(pattern.into())),
            _ => None,
        })
    }

    pub(super) fn text_test(
        &mut self,
        test: TextTest,
        a: &'a Expr,
        b: &'a Expr,
        expr: &'a Expr,
        env: &Env<'a>,
    ) -> Rails {
        let (whole, part) = (self.scalar(a, env), self.scalar(b, env));
        self.each_two(&whole, &part, expr, env, |lower, whole, part| match (whole, part) {
            (Term::Value(Value::Text(whole)), Term::Value(Value::Text(part))) => Some(settled(match test {
                TextTest::StartsWith => whole.starts_with(&**part),
                TextTest::EndsWith => whole.ends_with(&**part),
                TextTest::Contains => whole.contains(&**part),
            })),
            (Term::Text(whole), Term::Text(part)) if whole == part => Some(Formula::TRUE),
            (Term::Text(var), Term::Value(Value::Text(part))) => {
                let pattern = match test {
                    TextTest::StartsWith => Pattern::StartsWith(part.clone()),
                    TextTest::EndsWith => Pattern::EndsWith(part.clone()),
                    TextTest::Contains => Pattern::Contains(part.clone()),
                };
                lower.fits(*var, pattern)
            }
            _ => None,
        })
    }

    pub(super) fn within(&mut self, a: &'a Expr, b: &'a Expr, expr: &'a Expr, env: &Env<'a>) -> Rails {
        let (inner, outer) = (self.scalar(a, env), self.scalar(b, env));
        self.each_two(&inner, &outer, expr, env, |lower, inner, outer| {
            let literal = match (inner, outer) {
                (Term::Value(Value::Ip(a)), Term::Value(Value::Ip(b))) => {
                    return Some(settled(b.contains(a)));
                }
                (Term::Network(a), Term::Network(b)) if a == b => return Some(Formula::TRUE),
                (Term::Network(var), Term::Value(Value::Ip(net))) => network::Literal::Inside(*var, *net),
                (Term::Value(Value::Ip(net)), Term::Network(var)) => network::Literal::Holds(*var, *net),
                _ => return None,
            };
            Some(lower.atom(Atom::Network(literal)))
        })
    }

    fn fits(&mut self, var: text::Var, pattern: Pattern) -> Option<Formula> {
        let pattern = self.patterns.number(pattern)?;
        Some(self.atom(Atom::Text(text::Literal::Fits(var, pattern))))
    }

    /// A test of a known term; what is outside the fragment is opaque.
    fn each(
        &mut self,
        scalar: &Scalar<'a>,
        expr: &'a Expr,
        env: &Env<'a>,
        mut test: impl FnMut(&mut Self, &Term<'a>) -> Option<Formula>,
    ) -> Rails {
        let anything = Scalar::known(Term::Value(Value::Bool(true)));
        self.each_two(scalar, &anything, expr, env, |lower, term, _| test(lower, term))
    }

    fn each_two(
        &mut self,
        a: &Scalar<'a>,
        b: &Scalar<'a>,
        expr: &'a Expr,
        env: &Env<'a>,
        mut test: impl FnMut(&mut Self, &Term<'a>, &Term<'a>) -> Option<Formula>,
    ) -> Rails {
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for (when_a, left) in &a.cases {
            for (when_b, right) in &b.cases {
                let rails = match test(self, left, right) {
                    Some(holds) => Rails::known(holds),
                    None => self.opaque_condition(expr, env),
                };
                yes.push(self.formulas.and([*when_a, *when_b, rails.yes]));
                no.push(self.formulas.and([*when_a, *when_b, rails.no]));
            }
        }
        Rails { yes: self.formulas.or(yes), no: self.formulas.or(no) }
    }
}

fn settled(holds: bool) -> Formula {
    if holds { Formula::TRUE } else { Formula::FALSE }
}
