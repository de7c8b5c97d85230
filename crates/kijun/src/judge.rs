//! One subject: its outcomes, and the findings they come to.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Sources;
use kijun_eval::{Explanation, Population, Program, Scratch};
use kijun_findings::{
    Altitude, ChainLink, Finding, Found, Matter, Observation, Outcome, Partition, RoleRef, SubjectRef, Texts,
    finding_id,
};
use kijun_model::{Clause, Content, Force, KindId, Model, StatementId, Subject, Value};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::levels::Case;
use crate::words::{location, one_line};

/// What one subject came to.
pub(crate) struct Judged {
    pub(crate) kind: KindId,
    pub(crate) key: Arc<str>,
    /// In the order of the program's statements that bind the kind.
    pub(crate) outcomes: Vec<Outcome>,
    /// The outcomes as they would be if no exception held, counted.
    pub(crate) before_exceptions: Partition,
    pub(crate) findings: Vec<Draft>,
}

/// A finding whose evidence still has its places by number of file.
pub(crate) struct Draft {
    finding: Finding,
    evidence: Vec<kijun_eval::Observation>,
    taken_on: Option<Date>,
}

impl Draft {
    /// The finding, once every file of the run is known.
    pub(crate) fn finish(mut self, model: &Model, sources: &Sources) -> Finding {
        let seen = self.evidence.iter().map(|o| Observation {
            path: o.path.clone(),
            subject: o.subject.as_ref().map(|(kind, key)| subject_ref(model, *kind, key)),
            found: found(model, &o.found, self.taken_on),
            at: location(sources, o.place),
        });
        self.finding.evidence = seen.collect();
        self.finding
    }
}

/// Judges one subject.
pub(crate) fn judge(
    cx: &Context<'_>,
    program: &Program,
    population: &Population,
    scratch: &mut Scratch,
    subject: &Subject,
) -> Judged {
    let mut outcomes = Vec::new();
    program.evaluate(population, subject, scratch, &mut outcomes);
    let before_exceptions = program
        .bound(subject.kind)
        .iter()
        .zip(&outcomes)
        .map(|(&index, &outcome)| match outcome {
            Outcome::Waived => program.before_exceptions(population, subject, scratch, index),
            other => other,
        })
        .collect();
    let case = Judging { cx, program, population, subject, outcomes: &outcomes };
    let findings = case.findings();
    Judged { kind: subject.kind, key: subject.key.clone(), outcomes, before_exceptions, findings }
}

struct Judging<'a> {
    cx: &'a Context<'a>,
    program: &'a Program,
    population: &'a Population,
    subject: &'a Subject,
    outcomes: &'a [Outcome],
}

/// A statement that the subject does not fulfil, or of which that cannot be told.
struct Bad {
    /// Its place among the statements that bind the kind.
    position: usize,
    statement: StatementId,
    outcome: Outcome,
    explanation: Explanation,
    /// The evidence that decided it.
    blamed: BTreeSet<(Option<(KindId, Arc<str>)>, String)>,
}

impl Judging<'_> {
    fn findings(&self) -> Vec<Draft> {
        let bad: Vec<Bad> = (0..self.outcomes.len()).filter_map(|position| self.bad(position)).collect();
        let own = bad.iter().filter(|one| !bad.iter().any(|lower| self.absorbs(lower, one)));
        let draft = |one: &Bad| Draft {
            finding: self.finding(one, &bad),
            evidence: one.explanation.deciding.clone(),
            taken_on: self.subject.taken_on,
        };
        own.map(draft).collect()
    }

    fn bad(&self, position: usize) -> Option<Bad> {
        let outcome = self.outcomes[position];
        if !matches!(outcome, Outcome::Fail | Outcome::Unknown | Outcome::Error) {
            return None;
        }
        let index = self.program.bound(self.subject.kind)[position];
        let statement = self.cx.effective.set.statements[index].statement;
        let explanation = self.program.explain(&self.cx.loaded.model, self.population, self.subject, index);
        let blamed = explanation.deciding.iter().map(|o| (o.subject.clone(), o.path.clone())).collect();
        Some(Bad { position, statement, outcome, explanation, blamed })
    }

    /// Whether a finding against a lower statement says all that one against a higher would: the lower puts the higher
    /// into effect, has the same outcome, and every value that decides the higher decides the lower too.
    fn absorbs(&self, lower: &Bad, higher: &Bad) -> bool {
        self.above(lower).contains(&higher.statement)
            && lower.outcome == higher.outcome
            && higher.blamed.is_subset(&lower.blamed)
    }

    fn above(&self, bad: &Bad) -> &[StatementId] {
        let index = self.program.bound(self.subject.kind)[bad.position];
        &self.cx.effective.set.statements[index].above
    }

    fn finding(&self, bad: &Bad, all: &[Bad]) -> Finding {
        let cx = self.cx;
        let model = &cx.loaded.model;
        let statement = model.statement(bad.statement);
        let clause = model.clause(statement.clause);
        let reached = self.reached(bad, all);
        let tiers: Vec<&str> = reached.iter().map(|&s| cx.tier(s)).collect();
        let case =
            Case { outcome: bad.outcome, force: statement.force, severity: clause.severity, tiers: &tiers };
        let lineage = cx.loaded.standards.lineage(model, bad.statement);
        let subject = subject_ref(model, self.subject.kind, &self.subject.key);
        Finding {
            id: finding_id(&lineage, Some(&subject)),
            level: cx.levels.level(&case),
            matter: Matter::Statement,
            outcome: Some(bad.outcome),
            provision: model.cite(bad.statement),
            lineage,
            title: cx.words.titles(&clause.titles, &clause.number),
            subject: Some(subject),
            altitude: self.altitude(&reached),
            chain: self.chain(bad),
            role: self.role(bad),
            unit: self.unit(),
            message: self.message(bad),
            fix: if bad.outcome == Outcome::Fail { self.fix(clause) } else { Texts::new() },
            rule: location(&cx.loaded.sources, statement.span),
            evidence: Vec::new(),
        }
    }

    /// The statement itself, and those above it that the same evidence violates.
    fn reached(&self, bad: &Bad, all: &[Bad]) -> Vec<StatementId> {
        let above = self.above(bad);
        let same = all.iter().filter(|other| {
            above.contains(&other.statement)
                && other.outcome == bad.outcome
                && (other.blamed.is_empty() || !other.blamed.is_disjoint(&bad.blamed))
        });
        std::iter::once(bad.statement).chain(same.map(|other| other.statement)).collect()
    }

    fn altitude(&self, reached: &[StatementId]) -> Option<Altitude> {
        let model = &self.cx.loaded.model;
        let rank = |s: &StatementId| self.cx.rank(*s);
        let highest = reached.iter().min_by_key(|s| (rank(s), **s))?;
        Some(Altitude { tier: self.cx.tier(*highest).to_owned(), statement: model.cite(*highest) })
    }

    fn chain(&self, bad: &Bad) -> Vec<ChainLink> {
        let related = self.cx.related(bad.statement, self.above(bad));
        std::iter::once(bad.statement).chain(related).map(|statement| self.link(statement)).collect()
    }

    fn link(&self, statement: StatementId) -> ChainLink {
        let model = &self.cx.loaded.model;
        let clause = model.clause(model.statement(statement).clause);
        let bound = self.program.bound(self.subject.kind);
        let position = bound.iter().position(|&i| self.cx.effective.set.statements[i].statement == statement);
        ChainLink {
            statement: model.cite(statement),
            tier: self.cx.tier(statement).to_owned(),
            title: self.cx.words.titles(&clause.titles, &clause.number),
            outcome: position.map(|p| self.outcomes[p]),
        }
    }

    /// Who is responsible: as the statement's own clause says, else as the nearest above it does.
    fn role(&self, bad: &Bad) -> Option<RoleRef> {
        let model = &self.cx.loaded.model;
        let chain = std::iter::once(&bad.statement).chain(self.above(bad));
        let role = chain.map(|&s| model.statement(s)).find_map(|statement| {
            let asked = statement.attest.as_ref().and_then(|attest| attest.by);
            asked.or(model.clause(statement.clause).by)
        })?;
        let role = model.role(role);
        Some(RoleRef { name: role.name.to_string(), title: self.cx.words.titles(&role.titles, &role.name) })
    }

    /// The unit that answers, where the subject's kind has a field for it.
    fn unit(&self) -> Option<String> {
        let kind = self.cx.loaded.model.kind(self.subject.kind);
        let field = kind.fields.iter().position(|f| *f.name == *self.cx.unit_field)?;
        match &self.subject.cells.get(field)?.content {
            Content::Value(Value::Text(unit)) => Some(unit.to_string()),
            Content::Value(value) => Some(self.cx.loaded.model.show_value(value)),
            _ => None,
        }
    }

    fn fix(&self, clause: &Clause) -> Texts {
        if clause.fix == kijun_model::Titles::default() {
            return Texts::new();
        }
        self.cx.words.titles(&clause.fix, "")
    }

    /// The statement's own message where it failed and has one; else what was asked and what was found.
    fn message(&self, bad: &Bad) -> Texts {
        let model = &self.cx.loaded.model;
        let index = self.program.bound(self.subject.kind)[bad.position];
        let own = |lang: &str| self.program.message(model, self.population, self.subject, index, lang, "?");
        self.cx.words.each(|catalogue| {
            let lang = catalogue.lang().tag();
            let own = (bad.outcome == Outcome::Fail).then(|| own(lang)).flatten();
            own.unwrap_or_else(|| {
                let statement = model.statement(bad.statement);
                let asked = match &statement.attest {
                    Some(attest) => attest.question.get(lang).map_or(String::new(), |q| q.to_string()),
                    None => one_line(self.cx.loaded.sources.slice(statement.requirement.span)),
                };
                let forbids = matches!(statement.force, Force::MustNot | Force::ShouldNot);
                let what = match (statement.attest.is_some(), forbids) {
                    (true, _) => "attest",
                    (_, true) => "forbidden",
                    _ => "required",
                };
                let path = bad.explanation.deciding.first().map_or(String::new(), |o| o.path.clone());
                let why = match bad.explanation.deciding.first().map(|o| &o.found) {
                    Some(kijun_eval::Found::Stale) => "stale",
                    Some(kijun_eval::Found::Undated) => "undated",
                    _ => bad.outcome.name(),
                };
                let key = format!("finding-{why}-{what}");
                catalogue.text(&key, &[("asked", asked.into()), ("path", path.into())])
            })
        })
    }
}

fn subject_ref(model: &Model, kind: KindId, key: &str) -> SubjectRef {
    SubjectRef { kind: model.kind(kind).name.to_string(), key: key.to_owned() }
}

/// What was found, for the record.
pub(crate) fn found(model: &Model, found: &kijun_eval::Found, taken_on: Option<Date>) -> Found {
    let end = |n: &Option<Decimal>| n.map_or(String::new(), |n| n.normalize().to_string());
    match found {
        kijun_eval::Found::Value(value) => Found::Value(model.show_value(value)),
        kijun_eval::Found::Between(low, high) => Found::Value(format!("{}..{}", end(low), end(high))),
        kijun_eval::Found::Elements(n) => Found::Elements(*n as u64),
        kijun_eval::Found::Record => Found::Record,
        kijun_eval::Found::Absent => Found::Absent,
        kijun_eval::Found::Null => Found::Null,
        kijun_eval::Found::Malformed => Found::Malformed,
        kijun_eval::Found::Unknown(_) => Found::Undetermined,
        kijun_eval::Found::Stale => Found::Stale(taken_on.map_or(String::new(), |on| on.to_string())),
        kijun_eval::Found::Undated => Found::Undated,
        kijun_eval::Found::Unread => Found::Unread,
    }
}
