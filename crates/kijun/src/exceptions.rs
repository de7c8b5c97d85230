//! What became of each exception: for the record, and as findings where it does not hold or nothing needs it.

mod ending;
mod grant;
mod renewal;
mod whom;

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::{Arg, Sources};
use kijun_evidence::LevelMatter;
use kijun_findings::{
    ExceptionRecord, Finding, ForWhom, Level, Matter, RoleRef, RunRecord, Superseded, lineage_id,
};
use kijun_model::{Exception, ExceptionId, Model, RoleId, StatementId};
use kijun_standards::{
    Effective, EffectiveException, ExceptionProblem, RefusedException, Standards, cite_edition,
};

use crate::levels::Table;
use crate::words::{Words, location};

pub use ending::warn_of_ends;
use grant::named;
use renewal::Grants;
pub(crate) use whom::for_whom;

/// What exceptions are told with.
pub(crate) struct Told<'a> {
    pub(crate) model: &'a Model,
    pub(crate) sources: &'a Sources,
    pub(crate) words: &'a Words,
    pub(crate) levels: &'a Table,
    pub(crate) effective: &'a Effective,
    pub(crate) standards: &'a Standards,
    /// By place among the effective exceptions.
    pub(crate) used: &'a [bool],
    /// Whether any subject is one of theirs, by the same places.
    pub(crate) met: &'a [bool],
    /// For whom each is, by its place in the rules.
    pub(crate) for_whom: &'a [Option<ForWhom>],
    /// The audit date.
    pub(crate) today: Date,
    /// The record of the run before.
    pub(crate) previous: Option<&'a RunRecord>,
}

impl Told<'_> {
    /// Every exception, by id; and what is found about them.
    pub(crate) fn all(&self) -> (Vec<ExceptionRecord>, Vec<Finding>) {
        let grants = Grants::of(self.model, self.standards, self.for_whom, self.previous);
        let ids = (0..self.model.exceptions.len()).map(ExceptionId::from_index);
        let mut records: Vec<ExceptionRecord> = ids.map(|id| self.record(id, &grants)).collect();
        records.sort_by(|a, b| a.id.cmp(&b.id));
        (records, self.findings(&grants))
    }

    fn record(&self, id: ExceptionId, grants: &Grants<'_>) -> ExceptionRecord {
        let exception = self.exception(id);
        let held = self.effective.set.exceptions.iter().position(|e| e.exception == id);
        let refused = self.effective.refused.iter().find(|r| r.exception == id);
        let status = match (held, refused) {
            (Some(_), _) => "holds",
            (None, Some(refused)) => status(&refused.problem),
            (None, None) => "nothing",
        };
        let covers = held.map_or(&[][..], |i| &self.effective.set.exceptions[i].covers);
        ExceptionRecord {
            id: exception.id.to_string(),
            title: self.words.titles(&exception.titles, &exception.id),
            status: status.to_owned(),
            named: named(self.model, self.standards, exception),
            covers: covers.iter().map(|&s| self.model.cite(s)).collect(),
            for_whom: self.for_whom.get(id.index()).cloned().flatten(),
            used: held.is_some_and(|i| self.used.get(i).copied().unwrap_or(false)),
            from: exception.from.map(|from| from.to_string()),
            until: exception.until.map(|until| until.to_string()),
            ends_in: None,
            approved_on: exception.approved.map(|(_, on)| on.to_string()),
            approved_by: exception.approved.map(|(role, _)| self.model.role(role).name.to_string()),
            orphan: held.is_some_and(|i| !self.met.get(i).copied().unwrap_or(false)),
            superseded: refused.filter(|_| held.is_none()).and_then(|r| self.superseded(&r.problem)),
            renewal: grants.line(id).and_then(|line| line.record()),
            renewed_by: grants.successor(id, |other| self.may_take_up(other)).map(str::to_owned),
        }
    }

    /// What has taken the place of what an exception names.
    fn superseded(&self, problem: &ExceptionProblem) -> Option<Superseded> {
        let ExceptionProblem::Superseded { by, continued_by } = problem else { return None };
        let continued_by = continued_by.iter().map(|&clause| self.model.cite_clause(clause)).collect();
        Some(Superseded { by: cite_edition(self.model, *by), continued_by })
    }

    /// Whether an exception holds, or was approved and will begin.
    fn may_take_up(&self, id: ExceptionId) -> bool {
        let is_approved = self.exception(id).approved.is_some_and(|(_, on)| on <= self.today);
        let begins = |r: &RefusedException| matches!(r.problem, ExceptionProblem::NotYet { .. });
        let refused = self.effective.refused.iter().filter(|r| r.exception == id);
        is_approved && refused.clone().all(begins)
    }

    /// Findings about exceptions that do not hold, about those that hold and change nothing, and about those that last too long in all.
    fn findings(&self, grants: &Grants<'_>) -> Vec<Finding> {
        let same = |a: &RefusedException, b: &RefusedException| {
            a.exception == b.exception && status(&a.problem) == status(&b.problem)
        };
        let refused = self.effective.refused.chunk_by(same).filter_map(|refused| self.refused(refused));
        let held = self.effective.set.exceptions.iter();
        let unused = held.clone().zip(self.used.iter().zip(self.met)).filter(|(_, (used, _))| !**used);
        let unused = unused.map(|(held, (_, met))| {
            let status = if *met { "unused" } else { "orphan" };
            self.finding(held.exception, &held.covers, Level::Recommendation, status, |_| Vec::new())
        });
        refused.chain(unused).chain(held.filter_map(|held| self.renewed_beyond(held, grants))).collect()
    }

    /// A finding where an exception, with those it renews, outlasts what its clause permits.
    fn renewed_beyond(&self, held: &EffectiveException, grants: &Grants<'_>) -> Option<Finding> {
        let beyond = grants.line(held.exception)?.beyond(held.exception, self.effective)?;
        let args = |_: &str| {
            vec![
                ("n", beyond.times.into()),
                ("since", beyond.since.to_string().into()),
                ("date", beyond.last.to_string().into()),
                ("by", self.model.cite_clause(beyond.limit.by).into()),
            ]
        };
        Some(self.finding(held.exception, &held.covers, Level::Finding, "renewed-beyond", args))
    }

    /// One finding for all that an exception is refused for one reason.
    fn refused(&self, refused: &[RefusedException]) -> Option<Finding> {
        let RefusedException { exception, problem, .. } = refused.first()?;
        let level = match problem {
            ExceptionProblem::NotYet { .. } => return None,
            ExceptionProblem::Superseded { .. }
            | ExceptionProblem::NotInForce { .. }
            | ExceptionProblem::NotBound { .. }
            | ExceptionProblem::Nothing => Level::Advice,
            _ => Level::Finding,
        };
        let statements: Vec<StatementId> = refused.iter().flat_map(|r| r.statements.clone()).collect();
        let args = |lang: &str| self.args(problem, lang);
        Some(self.finding(*exception, &statements, level, status(problem), args))
    }

    /// The arguments of a message, with titles in its language.
    fn args(&self, problem: &ExceptionProblem, lang: &str) -> Vec<(&'static str, Arg)> {
        let date = |name, date: &Date| vec![(name, Arg::Text(date.to_string()))];
        let role = |id: &RoleId| {
            let role = self.model.role(*id);
            Arg::Text(role.titles.get(lang).unwrap_or(&role.name).to_string())
        };
        match problem {
            ExceptionProblem::ApprovedLater { on } => date("date", on),
            ExceptionProblem::NotYet { from } => date("date", from),
            ExceptionProblem::Expired { until } => date("date", until),
            ExceptionProblem::Superseded { by, .. } => vec![("by", cite_edition(self.model, *by).into())],
            ExceptionProblem::NotInForce { edition } | ExceptionProblem::NotBound { edition } => {
                vec![("edition", cite_edition(self.model, *edition).into())]
            }
            ExceptionProblem::ApprovalTooLow { role: approved, needed, by } => vec![
                ("role", role(approved)),
                ("needed", role(needed)),
                ("by", self.model.cite_clause(*by).into()),
            ],
            ExceptionProblem::TooLong { last, by } => {
                vec![("date", last.to_string().into()), ("by", self.model.cite_clause(*by).into())]
            }
            ExceptionProblem::Unapproved
            | ExceptionProblem::NoReason
            | ExceptionProblem::NoPeriod
            | ExceptionProblem::Nothing
            | ExceptionProblem::Forbidden { .. } => Vec::new(),
        }
    }

    /// Statements as they are cited: a clause for all of its statements, else each by its label.
    fn cite(&self, statements: &[StatementId]) -> String {
        let clause = |s: &StatementId| self.model.statement(*s).clause;
        let whole =
            |s: &StatementId| self.model.clause(clause(s)).statements.iter().all(|t| statements.contains(t));
        let cited = statements
            .iter()
            .map(|s| if whole(s) { self.model.cite_clause(clause(s)) } else { self.model.cite(*s) });
        let mut cited: Vec<String> = cited.collect();
        cited.dedup();
        cited.join(", ")
    }

    fn finding(
        &self,
        id: ExceptionId,
        statements: &[StatementId],
        level: Level,
        status: &str,
        args: impl Fn(&str) -> Vec<(&'static str, Arg)>,
    ) -> Finding {
        let exception = self.exception(id);
        let cited = self.cite(statements);
        let message = self.words.each(|catalogue| {
            let mut args = args(catalogue.lang().tag());
            args.push(("statements", cited.as_str().into()));
            catalogue.text(&format!("exception-finding-{status}"), &args)
        });
        let lineage: Arc<str> = format!("exception:{}:{status}", exception.id).into();
        Finding {
            id: lineage_id(&lineage),
            level: self.levels.of_matter(LevelMatter::Exception, level),
            matter: Matter::Exception,
            outcome: None,
            provision: exception.id.clone(),
            lineage,
            title: Arc::new(self.words.titles(&exception.titles, &exception.id)),
            subject: None,
            altitude: None,
            chain: Vec::new(),
            role: self.approver(exception),
            unit: None,
            message,
            fix: None,
            rule: Arc::new(location(self.sources, exception.span)),
            evidence: Vec::new(),
            concerns: Vec::new(),
            unseen: false,
            documents: None,
        }
    }

    fn approver(&self, exception: &Exception) -> Option<Arc<RoleRef>> {
        let role = self.model.role(exception.approved?.0);
        let title = self.words.titles(&role.titles, &role.name);
        Some(Arc::new(RoleRef { name: role.name.to_string(), title }))
    }

    fn exception(&self, id: ExceptionId) -> &Exception {
        &self.model.exceptions[id.index()]
    }
}

/// The word for a problem, in records and message keys.
pub(crate) fn status(problem: &ExceptionProblem) -> &'static str {
    match problem {
        ExceptionProblem::Unapproved => "unapproved",
        ExceptionProblem::ApprovedLater { .. } => "approved-later",
        ExceptionProblem::NoReason => "no-reason",
        ExceptionProblem::NoPeriod => "no-period",
        ExceptionProblem::NotYet { .. } => "not-yet",
        ExceptionProblem::Expired { .. } => "expired",
        ExceptionProblem::Superseded { .. } => "superseded",
        ExceptionProblem::NotInForce { .. } => "not-in-force",
        ExceptionProblem::NotBound { .. } => "not-bound",
        ExceptionProblem::Nothing => "nothing",
        ExceptionProblem::Forbidden { .. } => "forbidden",
        ExceptionProblem::ApprovalTooLow { .. } => "approval-too-low",
        ExceptionProblem::TooLong { .. } => "too-long",
    }
}
