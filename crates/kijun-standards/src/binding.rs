//! From the graph to what binds at a date.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiff::civil::Date;
use kijun_diag::Diagnostics;
use kijun_model::{ClauseId, EditionId, Model, StatementId};

use crate::editions::State;
use crate::effective::{EffectiveSet, EffectiveStatement};
use crate::exceptions::{self, RefusedException};
use crate::limits::Limit;
use crate::{Standards, parameters, problems};

/// What binds at a date, and the exceptions that do not hold.
#[derive(Clone, Debug)]
pub struct Effective {
    /// What binds.
    pub set: EffectiveSet,
    /// Exceptions that do not hold, in whole or for some of their statements, in the order of the model.
    pub refused: Vec<RefusedException>,
    /// How long those that hold may last, where a clause says so.
    pub limits: Vec<Limit>,
}

impl Standards {
    /// What binds on `as_of`, with the exceptions that hold `today`.
    ///
    /// `bound` names the standards that bind, which includes everything that they must conform to; absent: all. Where one
    /// of them cites an edition that has been superseded, the edition in force in its place binds.
    #[must_use]
    pub fn effective(
        &self,
        model: &Model,
        as_of: Date,
        today: Date,
        bound: Option<&[String]>,
    ) -> (Effective, Diagnostics) {
        let mut found = Diagnostics::default();
        let editions = self.binding_editions(model, as_of, bound, &mut found);
        let statements = self.binding_statements(model, as_of, &editions);
        let parameters = parameters::values(self, model, (&editions, &statements), &mut found);
        let judged = exceptions::judge(self, model, (as_of, today), (&editions, &statements));
        found.append(exceptions::malformed(model));
        let exceptions = judged.hold;
        let set = EffectiveSet { as_of, editions, statements, parameters, exceptions };
        (Effective { set, refused: judged.refused, limits: judged.limits }, found)
    }

    /// Editions in force that bind, higher documents first, then by name.
    fn binding_editions(
        &self,
        model: &Model,
        as_of: Date,
        bound: Option<&[String]>,
        found: &mut Diagnostics,
    ) -> Vec<EditionId> {
        let reached = bound.map(|names| self.bound_editions(model, as_of, names, found));
        let all = (0..model.editions.len()).map(EditionId::from_index);
        let binds =
            |e: &EditionId| reached.as_ref().is_none_or(|r| r.contains(e)) && self.is_in_force(*e, as_of);
        let mut editions: Vec<EditionId> = all.filter(binds).collect();
        editions.sort_by_key(|&e| (self.rank(e), model.edition(e).name.clone(), model.edition(e).date));
        editions
    }

    /// The named standards' editions in force, with all that they lead to: what they conform to, and what has taken the
    /// place of that.
    fn bound_editions(
        &self,
        model: &Model,
        as_of: Date,
        names: &[String],
        found: &mut Diagnostics,
    ) -> BTreeSet<EditionId> {
        let mut reached = BTreeSet::new();
        let mut queue = VecDeque::new();
        for name in names {
            let in_force = self.in_force(model, name, as_of);
            if in_force.is_empty() {
                found.push(problems::none_in_force(name, as_of));
            }
            queue.extend(in_force);
        }
        while let Some(edition) = queue.pop_front() {
            if !reached.insert(edition) {
                continue;
            }
            queue.extend(self.conforms_to.above(edition.index()).into_iter().map(EditionId::from_index));
            if matches!(self.state(edition, as_of), State::Superseded { .. }) {
                queue.extend(self.supersedes.below(edition.index()).into_iter().map(EditionId::from_index));
            }
        }
        reached
    }

    /// Statements of clauses in force, each with those in force above it.
    fn binding_statements(
        &self,
        model: &Model,
        as_of: Date,
        editions: &[EditionId],
    ) -> Vec<EffectiveStatement> {
        let clauses = editions.iter().flat_map(|&e| &model.edition(e).clauses).map(|&c| model.clause(c));
        let in_force = clauses.filter(|c| {
            c.from.is_none_or(|from| from <= as_of) && c.until.is_none_or(|until| as_of <= until)
        });
        let binding: Vec<StatementId> = in_force.flat_map(|c| c.statements.iter().copied()).collect();
        let set: BTreeSet<StatementId> = binding.iter().copied().collect();
        let mut memo = BTreeMap::new();
        let mut chain = |statement: StatementId| {
            let clause = model.statement(statement).clause;
            let above = memo.entry(clause).or_insert_with(|| self.statements_above(model, statement));
            let mut seen = BTreeSet::new();
            let in_force = above.iter().flat_map(|&s| or_continued(model, s, &set, |c| self.continued_by(c)));
            in_force.filter(|&s| s != statement && seen.insert(s)).collect()
        };
        binding.into_iter().map(|s| EffectiveStatement { statement: s, above: chain(s) }).collect()
    }
}

/// A statement if it binds; else what binds in its place: the statements of the clauses that continue its clause, of each the
/// one with its label, or all where none has it.
pub(crate) fn or_continued(
    model: &Model,
    statement: StatementId,
    set: &BTreeSet<StatementId>,
    continued_by: impl Fn(ClauseId) -> Vec<ClauseId>,
) -> Vec<StatementId> {
    if set.contains(&statement) {
        return vec![statement];
    }
    let stated = model.statement(statement);
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([stated.clause]);
    let mut queue = VecDeque::from(continued_by(stated.clause));
    while let Some(clause) = queue.pop_front() {
        if !seen.insert(clause) {
            continue;
        }
        let all = model.clause(clause).statements.iter().copied().filter(|s| set.contains(s));
        let all: Vec<StatementId> = all.collect();
        let labelled = |s: &StatementId| stated.label.is_some() && model.statement(*s).label == stated.label;
        match all.iter().copied().find(labelled) {
            Some(same) => found.push(same),
            None => found.extend(all),
        }
        queue.extend(continued_by(clause));
    }
    found
}
