//! Candidates before the evaluator. What it does not confirm is no case.

use kijun_eval::{Conditions, Days, Truth};
use kijun_model::{Cell, Content, Expr, Subject, Value};

use super::build::Candidate;
use super::lower::Lower;
use crate::wish::{Rail, Wish};

/// A candidate for which a wish holds, as the evaluator says.
pub(crate) struct Witness<'w> {
    pub(crate) candidate: Candidate,
    conditions: Conditions,
    leaves: Vec<Leaf<'w>>,
    pub(crate) support: Support,
}

/// The conditions that make a wish hold, by place among its leaves, with what they come to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Support(Vec<(usize, Truth)>);

/// A condition of a wish, with the fields that have another value there.
struct Leaf<'w> {
    rail: Rail,
    with: Vec<(u32, &'w Value)>,
}

impl<'w> Witness<'w> {
    /// `None` where the wish does not hold.
    pub(crate) fn judge(lower: &Lower<'_>, wish: &'w Wish<'_>, candidate: Candidate) -> Option<Witness<'w>> {
        let mut leaves = Vec::new();
        let mut exprs = Vec::new();
        gather(wish, &mut Vec::new(), &mut leaves, &mut exprs);
        let days = Days {
            today: candidate.today,
            period_start: candidate.period.0,
            period_end: candidate.period.1,
            calendar: lower.solver.days.calendar.clone(),
        };
        let solver = &lower.solver;
        let conditions = Conditions::compile(solver.model, solver.parameters, &days, exprs);
        let mut witness = Witness { candidate, conditions, leaves, support: Support::default() };
        witness.support = witness.support_of(wish, &witness.candidate)?;
        Some(witness)
    }

    /// Why a wish holds of evidence; `None` where it does not.
    pub(crate) fn support_of(&self, wish: &Wish<'_>, candidate: &Candidate) -> Option<Support> {
        let truths = self.truths(candidate);
        let leaves = self.leaves_of(wish, &mut 0, &truths)?;
        Some(Support(leaves.into_iter().map(|leaf| (leaf, truths[leaf])).collect()))
    }

    /// Whether evidence shows the same, for the same reasons.
    pub(crate) fn still(&self, support: &Support, candidate: &Candidate) -> bool {
        let truths = self.truths(candidate);
        support.0.iter().all(|(leaf, truth)| truths[*leaf] == *truth)
    }

    fn truths(&self, candidate: &Candidate) -> Vec<Truth> {
        let plain = self.evaluate(candidate, &candidate.subject);
        let each = self.leaves.iter().enumerate().map(|(place, leaf)| match leaf.with.is_empty() {
            true => plain[place],
            false => self.evaluate(candidate, &changed(&candidate.subject, &leaf.with))[place],
        });
        each.collect()
    }

    fn evaluate(&self, candidate: &Candidate, subject: &Subject) -> Vec<Truth> {
        let all = candidate.others.iter().chain([subject]).cloned().collect();
        let population = self.conditions.population(all);
        self.conditions.truths(&population, subject)
    }

    /// Conditions that make a wish hold, of several ways the one with the fewest. `next` is the place of its first leaf.
    fn leaves_of(&self, wish: &Wish<'_>, next: &mut usize, truths: &[Truth]) -> Option<Vec<usize>> {
        match wish {
            Wish::Is(..) => {
                let leaf = *next;
                *next += 1;
                fits(self.leaves[leaf].rail, truths[leaf]).then(|| vec![leaf])
            }
            Wish::All(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.leaves_of(part, next, truths)).collect();
                parts.into_iter().collect::<Option<Vec<_>>>().map(|parts| parts.concat())
            }
            Wish::Any(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.leaves_of(part, next, truths)).collect();
                parts.into_iter().flatten().min_by_key(Vec::len)
            }
            Wish::With(_, _, inner) => self.leaves_of(inner, next, truths),
        }
    }
}

fn fits(rail: Rail, truth: Truth) -> bool {
    match rail {
        Rail::True => truth == Truth::True,
        Rail::NotTrue => truth != Truth::True,
        Rail::False => truth == Truth::False,
        Rail::NotFalse => truth != Truth::False,
    }
}

fn gather<'w>(
    wish: &'w Wish<'_>,
    with: &mut Vec<(u32, &'w Value)>,
    leaves: &mut Vec<Leaf<'w>>,
    exprs: &mut Vec<&'w Expr>,
) {
    match wish {
        Wish::Is(expr, rail) => {
            leaves.push(Leaf { rail: *rail, with: with.clone() });
            exprs.push(expr);
        }
        Wish::All(parts) | Wish::Any(parts) => {
            parts.iter().for_each(|part| gather(part, with, leaves, exprs))
        }
        Wish::With(field, value, inner) => {
            with.push((*field, value));
            gather(inner, with, leaves, exprs);
            with.pop();
        }
    }
}

/// The subject with other values in some of its fields; of two for one field the inner one.
fn changed(subject: &Subject, with: &[(u32, &Value)]) -> Subject {
    let mut subject = subject.clone();
    for (field, value) in with {
        if let Some(cell) = subject.cells.get_mut(*field as usize) {
            *cell = Cell { content: Content::Value((*value).clone()), place: cell.place };
        }
    }
    subject
}
