//! What the decision procedure is asked of a condition.

use kijun_conform::{Answer, Rail, Solver, Wish};
use kijun_diag::Span;
use kijun_model::{Expr, ExprKind, Quantifier, Range, Type};

use super::{Condition, Given, conditions, may_be_constant, speaks_of_parameters};
use crate::Cx;

/// The conditions that come to the same whatever the evidence says, and whether that cannot be true, or cannot be false. Of what is
/// constant because a part of it is, the part is told.
pub(crate) fn constants<'a>(cx: &Cx<'a>) -> Vec<(Condition<'a>, bool)> {
    let mut found: Vec<(Condition<'a>, bool)> = Vec::new();
    // From the inside out.
    for condition in conditions(cx).into_iter().rev() {
        let is_told = found.iter().any(|(part, _)| condition.holds(part.expr.span));
        let never = || [true, false].into_iter().find(|&truth| condition.never_comes_to(cx, truth));
        if let Some(truth) = (!is_told).then(never).flatten() {
            found.push((condition, truth));
        }
    }
    found
}

impl<'a> Condition<'a> {
    /// Whether something stands in it.
    pub(crate) fn holds(&self, part: Span) -> bool {
        encloses(self.expr.span, part)
    }

    /// Whether it stands in something.
    pub(crate) fn stands_in(&self, whole: Span) -> bool {
        encloses(whole, self.expr.span)
    }

    /// Whether something is known where it matters.
    pub(crate) fn knows(&self, given: Span) -> bool {
        self.given.iter().any(|known| known.expr.span == given)
    }

    /// Whether it is proved that it can never come to this, of whatever subject.
    pub(crate) fn never_comes_to(&self, cx: &Cx<'_>, truth: bool) -> bool {
        let asked = self.around(truth);
        let rail = if truth || !self.ranges.is_empty() { Rail::True } else { Rail::False };
        may_be_constant(self.expr) && cx.solver.find(self.kind, &Wish::Is(&asked, rail)) == Answer::Impossible
    }

    /// What is known where it matters and makes it true, so that it could be left out; `None`: that is not proved.
    pub(crate) fn follows_from(&self, cx: &Cx<'_>) -> Option<Given<'a>> {
        self.settled(cx, |known| {
            let all = |rail: fn(&Given<'a>) -> Wish<'a>| Wish::All(known.iter().map(rail).collect());
            let some_open = Wish::Any(known.iter().map(not_so).collect());
            // Where what is known cannot be told, it must not turn out to be false: it would decide.
            Wish::Any(vec![
                Wish::All(vec![all(so), Wish::Is(self.expr, Rail::NotTrue)]),
                Wish::All(vec![all(perhaps), some_open, Wish::Is(self.expr, Rail::False)]),
            ])
        })
    }

    /// What is known where it matters, other than the other side of an `and`, and keeps it from being true.
    pub(crate) fn ruled_out_by(&self, cx: &Cx<'_>) -> Option<Given<'a>> {
        let around: Vec<Given<'a>> = self.given.iter().copied().filter(|given| !given.is_beside).collect();
        let alone = Condition { given: around, ..self.clone() };
        alone.settled(cx, |known| {
            Wish::All(known.iter().map(so).chain([Wish::Is(self.expr, Rail::True)]).collect())
        })
    }

    /// The one that settles it, or the last of several that do, if what is known leaves no way against it.
    fn settled(&self, cx: &Cx<'_>, against: impl Fn(&[Given<'a>]) -> Wish<'a>) -> Option<Given<'a>> {
        let related = self.related(cx);
        let last = *related.last()?;
        let is_proved = |known: &[Given<'a>]| {
            let solver: Solver<'_> = cx.solver;
            solver.find(self.kind, &against(known)) == Answer::Impossible
        };
        let there = Wish::All(related.iter().map(so).collect());
        let can_be = || matches!(cx.solver.find(self.kind, &there), Answer::Possible(_));
        let one = || related.iter().copied().find(|&given| is_proved(&[given]));
        (is_proved(&related) && can_be()).then(|| one().unwrap_or(last))
    }

    /// What is known and looks at the same evidence.
    fn related(&self, cx: &Cx<'_>) -> Vec<Given<'a>> {
        let model = cx.model;
        let reads = model.reads_of(self.expr);
        let is_near = |given: &Given<'a>| {
            !speaks_of_parameters(model, given.expr)
                && model.reads_of(given.expr).iter().any(|read| reads.contains(read))
        };
        self.given.iter().copied().filter(is_near).collect()
    }

    /// Inside of quantifiers: that it comes to this for some element.
    fn around(&self, truth: bool) -> Expr {
        let (mut asked, span) = (self.expr.clone(), self.expr.span);
        if !truth && !self.ranges.is_empty() {
            asked = condition(ExprKind::Not(Box::new(asked)), span);
        }
        for (depth, range) in self.ranges.iter().enumerate().rev() {
            let is_filter = range.filter.as_ref().is_some_and(|filter| encloses(filter.span, span));
            let filter = range.filter.clone().filter(|_| !(is_filter && depth + 1 == self.ranges.len()));
            let range = Range { filter, ..(*range).clone() };
            asked = condition(ExprKind::Quantified(Quantifier::Some, range, Box::new(asked)), span);
        }
        asked
    }
}

fn encloses(outer: Span, inner: Span) -> bool {
    outer.file == inner.file && outer.start <= inner.start && inner.end <= outer.end
}

/// That what is known is so.
fn so<'w>(given: &Given<'w>) -> Wish<'w> {
    Wish::Is(given.expr, if given.holds { Rail::True } else { Rail::False })
}

/// That it is so, or cannot be told.
fn perhaps<'w>(given: &Given<'w>) -> Wish<'w> {
    Wish::Is(given.expr, if given.holds { Rail::NotFalse } else { Rail::NotTrue })
}

/// That it is not so, or cannot be told.
fn not_so<'w>(given: &Given<'w>) -> Wish<'w> {
    Wish::Is(given.expr, if given.holds { Rail::NotTrue } else { Rail::NotFalse })
}

fn condition(kind: ExprKind, span: Span) -> Expr {
    Expr { kind, ty: Type::Bool, span }
}
