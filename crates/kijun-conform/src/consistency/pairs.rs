//! Contradictions: two statements that a subject cannot keep together, though each alone and though both bind it.
//!
//! Only statements that share evidence are held against each other, and not pair by pair: where a subject keeps a whole group,
//! nothing in the group contradicts. A group that nobody keeps is halved until a pair is left.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_model::{KindId, Model, StatementId};

use super::parts::{self, Part, Path};
use crate::demand::{self, Shared};
use crate::{Answer, Case, Objection, Solver, Wish};

/// So many questions are asked of a group for each of its statements, so that time grows with their number.
const QUESTIONS: usize = 32;
/// And so many of a group however small.
const AT_LEAST: usize = 512;

/// The contradictions among statements that can each be met, in their order.
pub(super) fn check(solver: &Solver<'_>, statements: &[StatementId]) -> Vec<Objection> {
    let model = solver.model;
    let demands = |s: &StatementId| demand::binds(model, *s) && !demand::is_attested(model, *s);
    let binding: Vec<StatementId> = statements.iter().copied().filter(demands).collect();
    let mut search = Search::new(solver, &binding);
    for (kind, group) in groups(model, &binding) {
        search.group(kind, &group);
    }
    let contradiction = |((first, second), case)| Objection::Contradiction {
        first: binding[first],
        second: binding[second],
        case,
    };
    search.found.into_iter().map(contradiction).collect()
}

/// Statements that read the same evidence and bind subjects of one kind, by their place among all. Each group once.
fn groups(model: &Model, binding: &[StatementId]) -> BTreeSet<(KindId, Vec<usize>)> {
    let places: BTreeMap<StatementId, usize> = binding.iter().enumerate().map(|(i, &s)| (s, i)).collect();
    let mut groups = BTreeSet::new();
    for readers in Shared::new(model, binding).readers() {
        let kinds: BTreeSet<KindId> = readers.iter().filter_map(|&s| demand::kind(model, s)).collect();
        for kind in kinds {
            let bound = readers.iter().filter(|&&s| demand::reaches(model, s, kind));
            let group: Vec<usize> = bound.map(|s| places[s]).collect();
            if group.len() > 1 {
                groups.insert((kind, group));
            }
        }
    }
    groups
}

struct Search<'a> {
    solver: &'a Solver<'a>,
    binding: &'a [StatementId],
    dividing: Vec<BTreeMap<Path, kijun_model::Expr>>,
    /// Whether a statement binds anything in a part, by the part's place among the fields that divide the statement.
    applies: BTreeMap<(usize, Vec<(Path, usize)>), bool>,
    judged: BTreeSet<(usize, usize)>,
    found: BTreeMap<(usize, usize), Arc<Case>>,
    /// Questions left for the group at hand.
    left: usize,
}

impl<'a> Search<'a> {
    fn new(solver: &'a Solver<'a>, binding: &'a [StatementId]) -> Search<'a> {
        let dividing = binding.iter().map(|&s| parts::dividing(solver.model, s)).collect();
        let (applies, judged, found) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        Search { solver, binding, dividing, applies, judged, found, left: 0 }
    }

    fn group(&mut self, kind: KindId, group: &[usize]) {
        self.left = AT_LEAST.max(QUESTIONS * group.len());
        for part in self.parts(group) {
            let bound: Vec<usize> = group.iter().copied().filter(|&s| self.applies(s, kind, &part)).collect();
            self.divide(kind, &part, &bound);
        }
    }

    fn parts(&self, group: &[usize]) -> Vec<Part> {
        let fields = group.iter().flat_map(|&s| self.dividing[s].clone()).collect();
        parts::of(self.solver.model, &fields)
    }

    fn applies(&mut self, statement: usize, kind: KindId, part: &Part) -> bool {
        let fields = &self.dividing[statement];
        if fields.is_empty() {
            return true;
        }
        let key = (statement, part.place(fields));
        if let Some(&applies) = self.applies.get(&key) {
            return applies;
        }
        let bound = Wish::bound(self.solver.model, self.binding[statement], kind);
        let applies = self.find(kind, part, bound) != Answer::Impossible;
        self.applies.insert(key, applies);
        applies
    }

    /// A subject in a part for which a wish holds.
    fn find<'w>(&self, kind: KindId, part: &'w Part, wish: Wish<'w>) -> Answer {
        self.solver.find(kind, &Wish::All(vec![part.wish(), wish]))
    }

    /// Looks for contradictions within a group.
    fn divide(&mut self, kind: KindId, part: &Part, group: &[usize]) {
        if group.len() < 2 || (group.len() > 2 && self.together(kind, part, group, &[])) {
            return;
        }
        let (one, other) = group.split_at(group.len() / 2);
        self.divide(kind, part, one);
        self.divide(kind, part, other);
        self.cross(kind, part, one, other);
    }

    /// Looks for contradictions between two groups that are not kept together.
    fn cross(&mut self, kind: KindId, part: &Part, one: &[usize], other: &[usize]) {
        if let (&[first], &[second]) = (one, other) {
            return self.pair(first, second);
        }
        let (long, short) = if one.len() < other.len() { (other, one) } else { (one, other) };
        let (left, right) = long.split_at(long.len() / 2);
        for half in [left, right] {
            let is_pair = half.len() + short.len() == 2;
            if is_pair || !self.together(kind, part, half, short) {
                self.cross(kind, part, half, short);
            }
        }
    }

    /// Whether a subject in the part is bound by all of these and keeps them. With no questions left nothing more is looked
    /// for: as if one did.
    fn together(&mut self, kind: KindId, part: &Part, one: &[usize], other: &[usize]) -> bool {
        let Some(left) = self.left.checked_sub(1) else { return true };
        self.left = left;
        let all = one.iter().chain(other);
        let passes = all.map(|&s| Wish::passes(self.solver.model, self.binding[s], kind)).collect();
        matches!(self.find(kind, part, Wish::All(passes)), Answer::Possible(_))
    }

    /// Judges a pair, in all its parts, once.
    fn pair(&mut self, one: usize, other: usize) {
        let pair = (one.min(other), one.max(other));
        if self.judged.insert(pair)
            && let Some(case) = self.contradiction(pair.0, pair.1)
        {
            self.found.insert(pair, Arc::new(case));
        }
    }

    /// A subject that both bind, of those that cannot keep both.
    fn contradiction(&self, first: usize, second: usize) -> Option<Case> {
        let model = self.solver.model;
        let [one, other] = [self.binding[first], self.binding[second]];
        let [a, b] = [demand::kind(model, one)?, demand::kind(model, other)?];
        let kind = if model.is_a(a, b) { a } else { b };
        let both = || Wish::All([one, other].map(|s| Wish::bound(model, s, kind)).into());
        let kept = || Wish::All([one, other].map(|s| Wish::passes(model, s, kind)).into());
        let alone = |s: StatementId, part: &Part| {
            matches!(self.find(kind, part, Wish::passes(model, s, kind)), Answer::Possible(_))
        };
        let whole = std::iter::once(Part::default());
        whole.chain(self.parts(&[first, second])).find_map(|part| {
            let Answer::Possible(case) = self.find(kind, &part, both()) else { return None };
            let torn = self.find(kind, &part, kept()) == Answer::Impossible;
            (torn && alone(one, &part) && alone(other, &part)).then_some(*case)
        })
    }
}
