//! One subject: its outcomes, and the findings they come to.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Sources;
use kijun_eval::{Population, Program, Scratch};
use kijun_findings::{
    Altitude, ChainLink, Finding, Found, Level, Matter, Observation, Outcome, SubjectRef, Texts, finding_id,
};
use kijun_model::{KindId, Model, Subject, Value};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::levels::Case;
use crate::sheets::Sheet;
use crate::words::location;
use crate::{organisation, provisions};

/// What one subject came to.
pub(crate) struct Judged {
    pub(crate) kind: KindId,
    pub(crate) key: Arc<str>,
    /// In the order of the program's statements that bind the kind.
    pub(crate) outcomes: Box<[Outcome]>,
    /// What each waived one would be if no exception held, by its place among the outcomes.
    pub(crate) waived: Vec<(usize, Outcome)>,
    /// The exceptions that name it by saying for whom they are, by their places in the effective set.
    pub(crate) excepting: Vec<usize>,
    pub(crate) findings: Vec<Draft>,
}

/// A finding whose evidence still has its places by number of file.
pub(crate) struct Draft {
    finding: Finding,
    evidence: Vec<kijun_eval::Observation>,
    taken_on: Option<Date>,
}

impl Draft {
    /// A finding with its evidence.
    pub(crate) fn new(finding: Finding, evidence: Vec<kijun_eval::Observation>) -> Draft {
        Draft { finding, evidence, taken_on: None }
    }

    /// The finding as far as it does not need the files, and its evidence.
    pub(crate) fn parts(&self) -> (&Finding, &[kijun_eval::Observation]) {
        (&self.finding, &self.evidence)
    }

    /// The finding, once every file of the run is known.
    pub(crate) fn finish(mut self, model: &Model, sources: &Sources) -> Finding {
        let evidence = self.evidence.iter().map(|o| seen(model, sources, o, self.taken_on));
        self.finding.evidence = evidence.collect();
        self.finding
    }
}

/// A piece of evidence, for a record.
pub(crate) fn seen(
    model: &Model,
    sources: &Sources,
    observation: &kijun_eval::Observation,
    taken_on: Option<Date>,
) -> Observation {
    Observation {
        path: observation.path.clone(),
        subject: observation.subject.as_ref().map(|(kind, key)| subject_ref(model, *kind, key)),
        found: found(model, &observation.found, taken_on),
        at: location(sources, observation.place),
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
    let bound = program.bound(subject.kind).iter().zip(&outcomes).enumerate();
    let waived = bound.filter(|(_, (_, outcome))| **outcome == Outcome::Waived);
    let before = |(place, (&index, _)): (usize, (&usize, &Outcome))| {
        (place, program.before_exceptions(population, subject, scratch, index))
    };
    let waived: Vec<(usize, Outcome)> = waived.map(before).collect();
    let excepting = program.excepting(population, subject, scratch);
    let case = Judging { cx, program, population, subject, outcomes: &outcomes };
    let findings = case.findings();
    let (kind, key) = (subject.kind, subject.key.clone());
    Judged { kind, key, outcomes: outcomes.into(), waived, excepting, findings }
}

impl Judged {
    /// The outcome of a place as it would be if no exception held.
    pub(crate) fn before_exceptions(&self, place: usize) -> Outcome {
        let waived = self.waived.binary_search_by_key(&place, |(waived, _)| *waived);
        waived.map_or(self.outcomes[place], |found| self.waived[found].1)
    }
}

struct Judging<'a> {
    cx: &'a Context<'a>,
    program: &'a Program,
    population: &'a Population,
    subject: &'a Subject,
    outcomes: &'a [Outcome],
}

/// A value of the evidence: of another subject where it is joined, and its path.
type Blamed = (Option<(KindId, Arc<str>)>, String);

/// A statement that the subject does not fulfil, or of which that cannot be told.
struct Bad<'a> {
    /// Its place among the statements in force.
    index: usize,
    sheet: &'a Sheet,
    outcome: Outcome,
    deciding: Vec<kijun_eval::Observation>,
    blamed: BTreeSet<Blamed>,
}

impl Judging<'_> {
    fn findings(&self) -> Vec<Draft> {
        let bound = self.program.bound(self.subject.kind).iter().zip(self.outcomes);
        let bad: Vec<Bad<'_>> = bound.filter_map(|(&index, &outcome)| self.bad(index, outcome)).collect();
        let spoken_for: BTreeSet<usize> =
            bad.iter().flat_map(|lower| lower.absorbed(&bad)).map(|higher| higher.index).collect();
        let own = bad.iter().filter(|one| !spoken_for.contains(&one.index));
        let draft = |one: &Bad<'_>| Draft {
            finding: self.finding(one, &bad),
            evidence: one.deciding.clone(),
            taken_on: self.subject.taken_on,
        };
        own.map(draft).collect()
    }

    fn bad(&self, index: usize, outcome: Outcome) -> Option<Bad<'_>> {
        if !matches!(outcome, Outcome::Fail | Outcome::Unknown | Outcome::Error) {
            return None;
        }
        let model = &self.cx.loaded.model;
        let deciding = self.program.deciding(model, self.population, self.subject, index);
        let blamed = match deciding.first().map(|o| &o.found) {
            // The record as a whole is too old: two statements are about the same evidence if they look at the same fields.
            Some(kijun_eval::Found::Stale | kijun_eval::Found::Undated) => model
                .reads(self.cx.sheets[index].statement)
                .iter()
                .map(|r| (None, format!("{r:?}")))
                .collect(),
            _ => deciding.iter().map(|o| (o.subject.clone(), o.path.clone())).collect(),
        };
        Some(Bad { index, sheet: &self.cx.sheets[index], outcome, deciding, blamed })
    }

    fn finding(&self, bad: &Bad<'_>, all: &[Bad<'_>]) -> Finding {
        let sheet = bad.sheet;
        let reached = bad.reached(all);
        let subject = subject_ref(&self.cx.loaded.model, self.subject.kind, &self.subject.key);
        Finding {
            id: finding_id(&sheet.lineage, Some(&subject)),
            level: self.level(bad, &reached, all),
            matter: Matter::Statement,
            outcome: Some(bad.outcome),
            provision: sheet.citation.clone(),
            lineage: sheet.lineage.clone(),
            title: sheet.title.clone(),
            subject: Some(subject),
            altitude: altitude(&reached),
            chain: std::iter::once(&bad.index).chain(&sheet.related).map(|&i| self.link(i)).collect(),
            role: sheet.role.clone(),
            unit: organisation::unit(self.cx, self.subject).map(|unit| unit.to_string()),
            message: self.message(bad),
            fix: sheet.fix.clone().filter(|_| bad.outcome == Outcome::Fail),
            rule: sheet.rule.clone(),
            evidence: Vec::new(),
            concerns: provisions::named(&self.cx.loaded.model, self.subject),
            unseen: sheet.unseen,
            documents: None,
        }
    }

    /// The level of the statement, or of one above it that the finding speaks for, whichever presses more: a lower
    /// document does not make light of what a higher one takes seriously.
    fn level(&self, bad: &Bad<'_>, reached: &[&Sheet], all: &[Bad<'_>]) -> Level {
        let tiers: Vec<&str> = reached.iter().map(|sheet| &*sheet.tier).collect();
        let level = |one: &Bad<'_>| {
            let (force, severity) = (one.sheet.force, one.sheet.severity);
            self.cx.levels.level(&Case { outcome: one.outcome, force, severity, tiers: &tiers })
        };
        bad.absorbed(all).map(level).fold(level(bad), Level::min)
    }

    fn link(&self, index: usize) -> ChainLink {
        let sheet = &self.cx.sheets[index];
        let bound = self.program.bound(self.subject.kind);
        let position = bound.binary_search(&index).ok();
        ChainLink {
            statement: sheet.citation.clone(),
            tier: sheet.tier.clone(),
            title: sheet.title.clone(),
            outcome: position.map(|p| self.outcomes[p]),
        }
    }

    /// The statement's own message where it failed and has one; else what was asked and what was found.
    fn message(&self, bad: &Bad<'_>) -> Texts {
        let model = &self.cx.loaded.model;
        let path = bad.deciding.first().map_or("", |o| o.path.as_str());
        let answered = bad.last_answered(model);
        let why = match bad.deciding.first().map(|o| &o.found) {
            _ if answered.is_some() => "outdated",
            Some(kijun_eval::Found::Stale) => "stale",
            Some(kijun_eval::Found::Undated) => "undated",
            Some(kijun_eval::Found::Unread) if bad.outcome == Outcome::Unknown => "unread",
            _ => bad.outcome.name(),
        };
        let key = format!("finding-{why}-{}", bad.sheet.manner);
        self.cx.words.each(|catalogue| {
            let lang = catalogue.lang().tag();
            let own = || self.program.message(model, self.population, self.subject, bad.index, lang, "?");
            let own = (bad.outcome == Outcome::Fail).then(own).flatten();
            let asked = bad.sheet.asked.get(lang).map_or("", String::as_str);
            let mut args = vec![("asked", asked.into()), ("path", path.into())];
            if let Some((on, every)) = &answered {
                args.push(("on", on.to_string().into()));
                args.push(("every", model.say_value(every, lang).into()));
            }
            own.unwrap_or_else(|| catalogue.text(&key, &args))
        })
    }
}

impl Bad<'_> {
    /// Of a question whose last answer is too old: when that was given, and how often one should be.
    fn last_answered(&self, model: &Model) -> Option<(Date, Value)> {
        let every = model.statement(self.sheet.statement).attest.as_ref()?.every?;
        match &self.deciding[..] {
            [only] if self.outcome == Outcome::Unknown && only.path == "answered_on" => match only.found {
                kijun_eval::Found::Value(Value::Date(on)) => Some((on, Value::Duration(every))),
                _ => None,
            },
            _ => None,
        }
    }

    /// The statements above of which a finding against this one says all: it puts them into effect, has the same
    /// outcome, and every value that decides them decides it too.
    fn absorbed<'s>(&'s self, all: &'s [Bad<'s>]) -> impl Iterator<Item = &'s Bad<'s>> {
        self.alike(all).filter(|higher| higher.blamed.is_subset(&self.blamed))
    }

    /// The statement itself, and those above it that the same evidence violates.
    fn reached<'s>(&'s self, all: &'s [Bad<'s>]) -> Vec<&'s Sheet> {
        let same = self.alike(all).filter(|o| o.blamed.is_empty() || !o.blamed.is_disjoint(&self.blamed));
        std::iter::once(self.sheet).chain(same.map(|other| other.sheet)).collect()
    }

    /// The statements above with the same outcome. `all` is in the order of the statements in force.
    fn alike<'s>(&'s self, all: &'s [Bad<'s>]) -> impl Iterator<Item = &'s Bad<'s>> {
        let find = |index: &usize| all.binary_search_by_key(index, |bad| bad.index).ok();
        let above = self.sheet.above.iter().filter_map(find).map(|at| &all[at]);
        above.filter(|higher| higher.outcome == self.outcome)
    }
}

fn altitude(reached: &[&Sheet]) -> Option<Altitude> {
    let highest = reached.iter().min_by_key(|sheet| (sheet.rank, sheet.statement))?;
    Some(Altitude { tier: highest.tier.clone(), statement: highest.citation.clone() })
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
        kijun_eval::Found::Unmatched(field, value) => {
            Found::Unmatched { field: field.to_string(), value: model.show_value(value) }
        }
        kijun_eval::Found::Unread => Found::Unread,
        kijun_eval::Found::Unsourced => Found::Unsourced,
    }
}
