//! Which exceptions hold on a day, for which statements, and why the others do not.
//!
//! An exception needs a permission. The rule for a clause is what its own `exceptions` says; where it says nothing, what the
//! nearest clauses in force that it implements say, and of several equally near all must agree; where nobody says
//! anything, exceptions are not permitted.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kijun_diag::Diagnostics;
use kijun_model::{
    Clause, ClauseId, EditionId, Exception, ExceptionId, ExceptionRule, KindId, Link, Model, RoleId,
    StatementId, Target,
};

use crate::editions::State;
use crate::effective::{EffectiveException, EffectiveStatement};
use crate::limits::{Limit, later};
use crate::target::{clauses_of, edition_of, statements_of};
use crate::{Standards, problems};

/// An exception that does not hold, or not for all that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedException {
    /// The exception.
    pub exception: ExceptionId,
    /// The statements it names and does not cover for this reason.
    pub statements: Vec<StatementId>,
    /// Why.
    pub problem: ExceptionProblem,
}

/// Why an exception does not hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExceptionProblem {
    /// Nobody approved it.
    Unapproved,
    /// Its approval is dated after today.
    ApprovedLater {
        /// The date of the approval.
        on: Date,
    },
    /// No reason is given.
    NoReason,
    /// Its first or last day is not given, or the last comes before the first.
    NoPeriod,
    /// It begins after today.
    NotYet {
        /// Its first day.
        from: Date,
    },
    /// Its last day has passed.
    Expired {
        /// Its last day.
        until: Date,
    },
    /// What it names has been superseded.
    Superseded {
        /// By which edition.
        by: EditionId,
        /// The clauses there that continue what it names, where any says so.
        continued_by: Vec<ClauseId>,
    },
    /// What it names is not in force, and nothing has taken its place.
    NotInForce {
        /// The edition that it points into.
        edition: EditionId,
    },
    /// What it names is in force, and does not bind here.
    NotBound {
        /// The edition that it points into.
        edition: EditionId,
    },
    /// It names a clause without statements, from which there is nothing to derogate.
    Nothing,
    /// A clause permits no exception, or no clause permits one.
    Forbidden {
        /// The clause that says `never`; absent: nobody says anything.
        by: Option<ClauseId>,
    },
    /// The role that approved it ranks too low.
    ApprovalTooLow {
        /// The role that approved.
        role: RoleId,
        /// The role that may, or one above it.
        needed: RoleId,
        /// The clause that says so.
        by: ClauseId,
    },
    /// It lasts longer than permitted.
    TooLong {
        /// The last day on which it could hold.
        last: Date,
        /// The clause that says so.
        by: ClauseId,
    },
}

/// Exceptions, judged.
pub(crate) struct Judged {
    pub(crate) hold: Vec<EffectiveException>,
    pub(crate) refused: Vec<RefusedException>,
    pub(crate) limits: Vec<Limit>,
}

/// What has been approved, by whom, for how long.
#[derive(Clone, Copy)]
struct Grant {
    role: RoleId,
    from: Date,
    until: Date,
}

/// Judges every exception: on `as_of` for what binds, on `today` for its own days.
pub(crate) fn judge(
    standards: &Standards,
    model: &Model,
    (as_of, today): (Date, Date),
    (editions, statements): (&[EditionId], &[EffectiveStatement]),
) -> Judged {
    let clauses = statements.iter().map(|s| model.statement(s.statement).clause).collect();
    let chains = statements.iter().map(|s| (s.statement, s.above.as_slice())).collect();
    let editions = editions.iter().copied().collect();
    let court = Court { standards, model, as_of, editions, clauses, chains };
    let mut judged = Judged { hold: Vec::new(), refused: Vec::new(), limits: Vec::new() };
    for (index, exception) in model.exceptions.iter().enumerate() {
        court.hear(ExceptionId::from_index(index), exception, today, &mut judged);
    }
    gather(&mut judged.refused);
    judged
}

/// Exceptions whose last day comes before their first.
pub(crate) fn malformed(model: &Model) -> Diagnostics {
    let reversed = |e: &Exception| match (e.from, e.until) {
        (Some(from), Some(until)) if until < from => Some(problems::reversed_period(e.span, from, until)),
        _ => None,
    };
    let elsewhere =
        |e: &Exception| for_another_kind(model, e).then(|| problems::exception_elsewhere(model, e))?;
    model.exceptions.iter().flat_map(|e| reversed(e).into_iter().chain(elsewhere(e))).collect()
}

/// Whether an exception is for a kind that nothing it names binds.
fn for_another_kind(model: &Model, exception: &Exception) -> bool {
    let Some(subjects) = &exception.subjects else { return false };
    let clauses = exception.to.iter().flat_map(|link| clauses_of(model, link.to));
    let mut kinds = clauses.filter_map(|c| model.clause(c).subjects.as_ref()).map(|s| s.kind).peekable();
    let met = |kind: KindId| model.is_a(kind, subjects.kind) || model.is_a(subjects.kind, kind);
    kinds.peek().is_some() && !kinds.any(met)
}

/// What exceptions are judged by.
struct Court<'a> {
    standards: &'a Standards,
    model: &'a Model,
    as_of: Date,
    editions: BTreeSet<EditionId>,
    clauses: BTreeSet<ClauseId>,
    chains: BTreeMap<StatementId, &'a [StatementId]>,
}

impl Court<'_> {
    fn hear(&self, id: ExceptionId, exception: &Exception, today: Date, judged: &mut Judged) {
        let mut covers = BTreeSet::new();
        let grant = grant(exception, today);
        let written = exception.to.chunk_by(|a, b| a.span == b.span).flat_map(|links| self.meant(links));
        for link in written {
            let statements = statements_of(self.model, link.to);
            let refused = &mut judged.refused;
            let mut refuse = |statements: Vec<StatementId>, problem| {
                refused.push(RefusedException { exception: id, statements, problem });
            };
            match &grant {
                Err(problem) => refuse(statements, problem.clone()),
                Ok(_) if statements.is_empty() => refuse(statements, ExceptionProblem::Nothing),
                Ok(grant) => {
                    for statement in statements {
                        match self.permits(statement, link, *grant) {
                            Ok(()) => {
                                covers.extend(self.upward(statement, *grant));
                                judged.limits.extend(self.limits(id, statement));
                            }
                            Err(problem) => refuse(vec![statement], problem),
                        }
                    }
                }
            }
        }
        if !covers.is_empty() {
            judged.hold.push(EffectiveException { exception: id, covers: covers.into_iter().collect() });
        }
    }

    /// Of the links that one reference stands for, those that matter. A reference without a date names its provision in every
    /// edition that has it: those that bind are meant, and where none does, the latest.
    fn meant<'l>(&self, links: &'l [Link<Target>]) -> Vec<&'l Link<Target>> {
        let binds =
            |link: &Link<Target>| clauses_of(self.model, link.to).iter().any(|c| self.clauses.contains(c));
        let binding: Vec<&Link<Target>> = links.iter().filter(|link| binds(link)).collect();
        if !binding.is_empty() {
            return binding;
        }
        let date = |link: &&Link<Target>| self.model.edition(edition_of(self.model, link.to)).date;
        links.iter().max_by_key(date).into_iter().collect()
    }

    /// A statement with those above it that look at no other evidence and whose own rules permit the exception too.
    ///
    /// A higher statement that looks at more asks something from which nobody has derogated.
    fn upward(&self, statement: StatementId, grant: Grant) -> Vec<StatementId> {
        let reads = self.model.reads(statement);
        let above = self.chains.get(&statement).copied().unwrap_or_default().iter().copied();
        let same = above.filter(|&s| self.model.reads(s).is_subset(&reads));
        let permitted = same.filter(|&s| self.obey(self.model.statement(s).clause, grant).is_ok());
        std::iter::once(statement).chain(permitted).collect()
    }

    /// Whether a statement binds and its clause permits the exception.
    fn permits(
        &self,
        statement: StatementId,
        link: &Link<Target>,
        grant: Grant,
    ) -> Result<(), ExceptionProblem> {
        let edition = edition_of(self.model, link.to);
        if self.chains.contains_key(&statement) {
            return self.obey(self.model.statement(statement).clause, grant);
        }
        Err(match self.standards.state(edition, self.as_of) {
            State::Superseded { by, .. } => {
                let named = clauses_of(self.model, link.to);
                let continued_by = named.iter().flat_map(|&c| self.standards.continued_by(c)).collect();
                ExceptionProblem::Superseded { by, continued_by }
            }
            State::InForce { .. } if !self.editions.contains(&edition) => {
                ExceptionProblem::NotBound { edition }
            }
            _ => ExceptionProblem::NotInForce { edition },
        })
    }

    /// Whether the rules for a clause permit the exception.
    fn obey(&self, clause: ClauseId, grant: Grant) -> Result<(), ExceptionProblem> {
        let rules = self.rules(clause);
        if rules.is_empty() {
            return Err(ExceptionProblem::Forbidden { by: None });
        }
        rules.into_iter().try_for_each(|(by, rule)| match rule {
            ExceptionRule::Never => Err(ExceptionProblem::Forbidden { by: Some(by) }),
            ExceptionRule::By { role, .. } if !self.model.outranks_or_is(grant.role, *role) => {
                Err(ExceptionProblem::ApprovalTooLow { role: grant.role, needed: *role, by })
            }
            ExceptionRule::By { at_most, .. } => match at_most.map(|d| later(grant.from, d)) {
                Some(last) if last < grant.until => Err(ExceptionProblem::TooLong { last, by }),
                _ => Ok(()),
            },
        })
    }

    /// How long an exception to a statement may last.
    fn limits(&self, exception: ExceptionId, statement: StatementId) -> Vec<Limit> {
        let limit = |(by, rule): (ClauseId, &ExceptionRule)| match rule {
            ExceptionRule::By { at_most: Some(at_most), .. } => {
                Some(Limit { exception, by, at_most: *at_most })
            }
            _ => None,
        };
        self.rules(self.model.statement(statement).clause).into_iter().filter_map(limit).collect()
    }

    /// The rules for a clause: its own, or those of the nearest clauses in force above it that have one.
    fn rules(&self, clause: ClauseId) -> Vec<(ClauseId, &ExceptionRule)> {
        let rule = |c: ClauseId| self.model.clause(c).exceptions.as_ref().map(|rule| (c, rule));
        if let Some(own) = rule(clause) {
            return vec![own];
        }
        let above = self.standards.chain_up(self.model, clause);
        let spoken = above.into_iter().filter(|link| self.is_in_force(link.clause));
        let spoken: Vec<_> = spoken.filter_map(|link| Some((link.distance, rule(link.clause)?))).collect();
        let nearest = spoken.first().map(|&(distance, _)| distance);
        let mut rules: Vec<_> =
            spoken.into_iter().filter(|&(d, _)| Some(d) == nearest).map(|(_, r)| r).collect();
        rules.sort_by_key(|(_, rule)| !matches!(rule, ExceptionRule::Never));
        rules
    }

    fn is_in_force(&self, id: ClauseId) -> bool {
        let clause: &Clause = self.model.clause(id);
        let from = clause.from.is_none_or(|from| from <= self.as_of);
        let until = clause.until.is_none_or(|until| self.as_of <= until);
        self.clauses.contains(&id)
            || (from && until && self.standards.is_in_force(clause.edition, self.as_of))
    }
}

/// What was approved, if today is one of its days. The last day belongs to it.
fn grant(exception: &Exception, today: Date) -> Result<Grant, ExceptionProblem> {
    let (role, on) = exception.approved.ok_or(ExceptionProblem::Unapproved)?;
    if today < on {
        return Err(ExceptionProblem::ApprovedLater { on });
    }
    if exception.because.as_ref().is_none_or(|reason| reason.trim().is_empty()) {
        return Err(ExceptionProblem::NoReason);
    }
    let (Some(from), Some(until)) = (exception.from, exception.until) else {
        return Err(ExceptionProblem::NoPeriod);
    };
    match () {
        () if until < from => Err(ExceptionProblem::NoPeriod),
        () if today < from => Err(ExceptionProblem::NotYet { from }),
        () if until < today => Err(ExceptionProblem::Expired { until }),
        () => Ok(Grant { role, from, until }),
    }
}

/// Joins what one exception is refused for one reason.
fn gather(refused: &mut Vec<RefusedException>) {
    refused.sort_by(|a, b| (a.exception, &a.problem).cmp(&(b.exception, &b.problem)));
    refused.dedup_by(|next, before| {
        let same = next.exception == before.exception && next.problem == before.problem;
        if same {
            before.statements.append(&mut next.statements);
        }
        same
    });
}
