//! Conditions on the elements of lists.

use kijun_model::{Comparison, Domain, Expr, Fold, Quantifier, Range};

use super::Writer;
use super::terms::{Elements, Scalar, Sort, Sym, Truth, all, any, not};

impl Writer<'_> {
    pub(super) fn in_list(&mut self, item: &Expr, list: &Expr, env: &[Sym]) -> Result<Truth, String> {
        let item = self.scalar(item, env)?;
        let (elements, absent) = self.elements(list, env)?;
        let (mut found, mut missed) = (Vec::new(), vec![item.known.clone(), not(&absent)]);
        for (there, element) in elements.iter() {
            let equal = self.compare(Comparison::Eq, &Sym::Scalar(item.clone()), element)?;
            found.push(all(&[there.clone(), equal.t]));
            missed.push(any(&[not(there), equal.f]));
        }
        Ok(self.named(Truth { t: all(&[any(&found), not(&absent)]), f: all(&missed) }))
    }

    fn elements(&mut self, list: &Expr, env: &[Sym]) -> Result<(Elements, String), String> {
        match self.see(list, env)? {
            Sym::List(elements, absent) => Ok((elements, absent)),
            _ => Err("not a list".to_owned()),
        }
    }

    /// Each element: whether it is there, whether the filter lets it in, and the locals inside.
    fn range(&mut self, range: &Range, env: &[Sym]) -> Result<(Vec<Element>, String), String> {
        let (elements, absent) = match &range.domain {
            Domain::Elements(list) => self.elements(list, env)?,
            Domain::All(kind) => match self.population(*kind, &env[0]) {
                Sym::List(elements, absent) => (elements, absent),
                _ => return Err("not a list".to_owned()),
            },
        };
        let mut found = Vec::new();
        for (there, element) in elements.iter() {
            let mut env = env.to_vec();
            env.resize(range.binder.index(), Sym::Bool(Truth::constant(false), "false".to_owned()));
            env.push(element.clone());
            let filter = match &range.filter {
                Some(filter) => self.condition(filter, &env)?,
                None => Truth::constant(true),
            };
            found.push(Element { there: there.clone(), filter, env });
        }
        Ok((found, absent))
    }

    pub(super) fn quantified(
        &mut self,
        q: Quantifier,
        range: &Range,
        body: &Expr,
        env: &[Sym],
    ) -> Result<Truth, String> {
        let (elements, absent) = self.range(range, env)?;
        // `some`: one is there of which both are true; false if of each that is there one is false. The rest is `not` of it.
        let (mut witness, mut none) = (Vec::new(), vec![not(&absent)]);
        for element in elements {
            let body = self.condition(body, &element.env)?;
            let body = if q == Quantifier::Every { body.not() } else { body };
            let both = self.both(&element.filter, &body);
            witness.push(all(&[element.there.clone(), both.t]));
            none.push(any(&[not(&element.there), both.f]));
        }
        let some = Truth { t: all(&[any(&witness), not(&absent)]), f: all(&none) };
        Ok(self.named(if q == Quantifier::Some { some } else { some.not() }))
    }

    pub(super) fn count(&mut self, range: &Range, env: &[Sym]) -> Result<Sym, String> {
        let (elements, absent) = self.range(range, env)?;
        let sum = |rail: &dyn Fn(&Element) -> String| {
            let ones = elements.iter().map(|e| format!("(ite {} 1 0)", all(&[e.there.clone(), rail(e)])));
            format!("(+ 0 0 {})", ones.collect::<Vec<_>>().join(" "))
        };
        let (low, high) = (sum(&|e| e.filter.t.clone()), sum(&|e| not(&e.filter.f)));
        Ok(Sym::Count { low: self.name("Int", low), high: self.name("Int", high), known: not(&absent) })
    }

    /// `min`, `max`: known if every element is decided, each value that counts is known, and there is one.
    pub(super) fn extreme(
        &mut self,
        fold: Fold,
        value: &Expr,
        range: &Range,
        env: &[Sym],
    ) -> Result<Sym, String> {
        let (elements, absent) = self.range(range, env)?;
        let (mut known, mut best, mut some) = (vec![not(&absent)], None, "false".to_owned());
        for element in elements {
            let value = self.scalar(value, &element.env)?;
            let Truth { t, f } = element.filter;
            let counts = all(&[element.there.clone(), t.clone()]);
            known.push(any(&[not(&element.there), f, all(&[t, value.known.clone()])]));
            let next = match &best {
                None => value.clone(),
                Some(Scalar { value: old, .. }) => {
                    let better = if fold == Fold::Min { "<" } else { ">" };
                    let beats = any(&[not(&some), format!("({better} {} {old})", value.value)]);
                    let next = format!("(ite {} {} {old})", all(&[counts.clone(), beats]), value.value);
                    Scalar { value: self.name(value.sort.name(), next), ..value.clone() }
                }
            };
            best = Some(next);
            let more = any(&[some, counts]);
            some = self.name("Bool", more);
        }
        known.push(some);
        let known = self.name("Bool", all(&known));
        let nothing = Scalar::known(Sort::Int, "0".to_owned());
        Ok(Sym::Scalar(Scalar { known, absent: "false".to_owned(), ..best.unwrap_or(nothing) }))
    }
}

/// An element of a range.
struct Element {
    there: String,
    filter: Truth,
    env: Vec<Sym>,
}
