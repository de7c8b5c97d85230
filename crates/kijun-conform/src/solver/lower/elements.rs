//! Quantifiers, counts and membership: what is asked of elements, before it is known how many there are.

use std::rc::Rc;

use kijun_model::{Comparison, Domain, Expr, Quantifier, Range, Type};

use super::Lower;
use crate::solver::formula::Formula;
use crate::solver::place::{PlaceId, Pool};
use crate::solver::term::{Env, Extreme, Is, Local, Over, Quantity, Rails, Scalar, Test};

impl<'a> Lower<'a> {
    /// Where the elements of a range come from; `None` where that is no evidence.
    pub(super) fn over(&mut self, range: &'a Range, env: &Env<'a>) -> Option<Over<'a>> {
        let (pool, there) = match &range.domain {
            Domain::All(kind) => (Pool::Kind(*kind), Formula::TRUE),
            Domain::Elements(list) => {
                let Is::Place(place) = self.what(list, env) else { return None };
                matches!(self.places.ty(place).required(), Type::List(_) | Type::Map(_)).then_some(())?;
                (Pool::List(place), self.there(place))
            }
        };
        Some(Over { pool, there, range, env: Rc::clone(env) })
    }

    pub(super) fn quantified(
        &mut self,
        quantifier: Quantifier,
        range: &'a Range,
        body: &'a Expr,
        expr: &'a Expr,
        env: &Env<'a>,
    ) -> Rails {
        let Some(over) = self.over(range, env) else { return self.opaque_condition(expr, env) };
        let wanted = quantifier != Quantifier::Every;
        let test = Rc::new(Test::Holds { range, body: Some((body, wanted)), env: Rc::clone(env) });
        let some = self.some(&over, &test);
        if quantifier == Quantifier::Some { some } else { some.opposite() }
    }

    /// Whether a test holds for some element.
    fn some(&mut self, over: &Over<'a>, test: &Rc<Test<'a>>) -> Rails {
        let quantity =
            |certain| Quantity { least: 1, pool: over.pool, test: Rc::clone(test), certain, with: None };
        let (certain, possible) = (self.quantity(quantity(true)), self.quantity(quantity(false)));
        Rails {
            yes: self.formulas.and([over.there, certain]),
            no: self.formulas.and([over.there, !possible]),
        }
    }

    /// True if an element is equal; else unknown if the item or an element is unknown; else false.
    pub(super) fn in_list(&mut self, item: &'a Expr, list: &'a Expr, expr: &'a Expr, env: &Env<'a>) -> Rails {
        let item = Rc::new(self.scalar(item, env));
        let Is::Place(place) = self.what(list, env) else { return self.opaque_condition(expr, env) };
        let there = self.there(place);
        let known: Vec<Formula> = item.cases.iter().map(|(when, _)| *when).collect();
        let known = self.formulas.or(known);
        let test = Rc::new(Test::Same(item, expr));
        let quantity = |certain| Quantity {
            least: 1,
            pool: Pool::List(place),
            test: Rc::clone(&test),
            certain,
            with: None,
        };
        let (certain, possible) = (self.quantity(quantity(true)), self.quantity(quantity(false)));
        Rails { yes: self.formulas.and([there, certain]), no: self.formulas.and([there, known, !possible]) }
    }

    /// The formula of a test for one element: that it is true, or (`certain` not set) that it is not false.
    pub(crate) fn instance(&mut self, test: &Test<'a>, element: PlaceId, certain: bool) -> Formula {
        match test {
            Test::Holds { range, body, env } => {
                let inner = self.inside(range, env, element);
                let mut rails = self.filter(range, &inner);
                if let Some((body, wanted)) = *body {
                    let body = self.rails(body, &inner);
                    rails = self.both(rails, if wanted { body } else { body.opposite() });
                }
                if certain { rails.yes } else { !rails.no }
            }
            Test::Same(item, expr) => {
                let here = self.at(element);
                let rails = self.same(item, &here).unwrap_or_else(|| self.nameless(expr.span));
                if certain { rails.yes } else { !rails.no }
            }
            Test::Stands { extreme, comparison, other } => {
                let (passes, value) = self.value(extreme, element);
                let mut found = Vec::new();
                for (when, term) in &value.cases {
                    let related = self.relate(*comparison, term, other);
                    let rails = related.unwrap_or_else(|| self.nameless(extreme.value.span));
                    found.push(self.formulas.and([*when, rails.yes]));
                }
                let stands = self.formulas.or(found);
                self.formulas.and([passes.yes, stands])
            }
            Test::Undecided(extreme) => {
                let (passes, value) = self.value(extreme, element);
                let known: Vec<Formula> = value.cases.iter().map(|(when, _)| *when).collect();
                let known = self.formulas.or(known);
                let fine = self.formulas.and([passes.yes, known]);
                self.formulas.and([!passes.no, !fine])
            }
        }
    }

    /// Whether an element passes the filter, and its value.
    fn value(&mut self, extreme: &Extreme<'a>, element: PlaceId) -> (Rails, Scalar<'a>) {
        let inner = self.inside(extreme.over.range, &extreme.over.env, element);
        (self.filter(extreme.over.range, &inner), self.scalar(extreme.value, &inner))
    }

    fn filter(&mut self, range: &'a Range, inner: &Env<'a>) -> Rails {
        match &range.filter {
            Some(filter) => self.rails(filter, inner),
            None => Rails::known(Formula::TRUE),
        }
    }

    /// The locals inside a binder.
    fn inside(&mut self, range: &Range, env: &Env<'a>, element: PlaceId) -> Env<'a> {
        let nothing = || Local { is: Is::Scalar(Rc::new(Scalar::unknown())), name: "?".into() };
        let mut locals: Vec<Local<'a>> = env.iter().take(range.binder.index()).cloned().collect();
        locals.resize_with(range.binder.index(), nothing);
        locals.push(Local { is: Is::Place(element), name: format!("@{}", element.0).into() });
        Rc::new(locals)
    }

    /// Equality of two scalars of a list's sort; `None` outside the fragment.
    pub(crate) fn same(&mut self, a: &Scalar<'a>, b: &Scalar<'a>) -> Option<Rails> {
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for (when_a, left) in &a.cases {
            for (when_b, right) in &b.cases {
                let rails = self.relate(Comparison::Eq, left, right)?;
                yes.push(self.formulas.and([*when_a, *when_b, rails.yes]));
                no.push(self.formulas.and([*when_a, *when_b, rails.no]));
            }
        }
        Some(Rails { yes: self.formulas.or(yes), no: self.formulas.or(no) })
    }
}
