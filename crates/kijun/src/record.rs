//! What was judged to the record of the run.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Diagnostics;
use kijun_eval::{Days, Program};
use kijun_findings::{
    Engine, ExceptionRecord, Figures, Finding, InputFile, InputKind, KindResults, Level, Part, Partition,
    Period, Row, RunRecord, SCHEMA, StandardRecord, Stated, StatementRecord, Texts, UnitRecord,
};
use kijun_model::{Force, StatementId};
use kijun_standards::cite_edition;

use crate::audit::{Audit, Fleet};
use crate::context::Context;
use crate::exceptions::{Told, for_whom, warn_of_ends};
use crate::follow_up::{Response, follow};
use crate::judge::{Draft, Judged};
use crate::sheets::Sheet;
use crate::{empty, organisation};

/// What the record is made from, beside what was judged.
pub(crate) struct Run<'a> {
    pub(crate) cx: &'a Context<'a>,
    pub(crate) program: &'a Program,
    pub(crate) days: &'a Days,
    pub(crate) as_of: Date,
    /// What tells of the documents beside each other.
    pub(crate) documents: &'a dyn Fn(&Context<'_>, &Days) -> Vec<Finding>,
}

impl Run<'_> {
    /// Puts everything in its final order.
    pub(crate) fn finish(&self, mut fleet: Fleet) -> Audit {
        self.order(&mut fleet.judged);
        empty::complain(self, &mut fleet);
        let mut diagnostics = self.diagnostics(&mut fleet);
        let results = self.results(&fleet);
        let statements = self.statements(&fleet);
        let units = organisation::units(&fleet.passed.known, self.cx.words);
        let figures = self.figures(&fleet, &units);
        let listings = std::mem::take(&mut fleet.listed);
        let listings = listings.finish(&self.cx.loaded.model, self.cx.words, &units);
        let (exceptions, findings) = self.findings(&mut fleet);
        let manifest = self.cx.loaded.manifest.as_ref();
        let period = (self.days.period_start, self.days.period_end);
        let mut record = RunRecord {
            schema: SCHEMA.to_owned(),
            engine: engine(),
            project: manifest.map_or(String::new(), |m| m.project.clone()),
            title: title(self.cx),
            period: Period { start: period.0.to_string(), end: period.1.to_string() },
            as_of: self.as_of.to_string(),
            today: self.days.today.to_string(),
            complete: !diagnostics.has_errors(),
            standards: standards(self.cx),
            inputs: self.inputs(&fleet),
            figures,
            statements,
            results,
            measures: std::mem::take(&mut fleet.measures.records),
            roles: organisation::roles(&self.cx.loaded.model, &fleet.passed.known, self.cx.words),
            units,
            listings,
            exceptions,
            warn_days: 0,
            previous: None,
            follow_up: None,
            responses: Vec::new(),
            findings,
            diagnostics: self.stated(&diagnostics, &fleet),
        };
        warn_of_ends(&mut record, manifest.map_or(0, |m| m.warn_days));
        self.follow_up(&fleet, &mut record, &mut diagnostics);
        record.figures.findings = count_levels(&record.findings);
        record.complete = !diagnostics.has_errors();
        record.diagnostics = self.stated(&diagnostics, &fleet);
        Audit { record, sources: fleet.sources, diagnostics }
    }

    /// What is wrong, in words.
    fn stated(&self, diagnostics: &Diagnostics, fleet: &Fleet) -> Vec<Stated> {
        diagnostics.iter().map(|diagnostic| self.cx.words.stated(diagnostic, &fleet.sources)).collect()
    }

    /// What is said of the findings of the run before, and what became of them.
    fn follow_up(&self, fleet: &Fleet, record: &mut RunRecord, diagnostics: &mut Diagnostics) {
        let responses = Response::all(&self.cx.loaded.model, &fleet.responses);
        record.responses = responses.iter().map(|response| response.record(&fleet.sources)).collect();
        record.responses.sort();
        let Some(previous) = &self.cx.loaded.previous else { return };
        follow(self.cx, previous, &responses, record, diagnostics);
        diagnostics.sort();
        record.complete = !diagnostics.has_errors();
        record.diagnostics = self.stated(diagnostics, fleet);
        self.sort(&mut record.findings);
        record.follow_up = Some(kijun_findings::follow_up(&previous.record, record).into());
    }

    /// By kind, by name, then by key.
    fn order(&self, judged: &mut [Judged]) {
        let name = |j: &Judged| &self.cx.loaded.model.kind(j.kind).name;
        judged.sort_by(|a, b| (name(a), &a.key).cmp(&(name(b), &b.key)));
    }

    /// What is wrong with rules and manifest, then with evidence, then with the run.
    fn diagnostics(&self, fleet: &mut Fleet) -> Diagnostics {
        let mut all = Diagnostics::default();
        for reading in &mut fleet.readings {
            all.append(std::mem::take(&mut reading.diagnostics));
        }
        all.append(std::mem::take(&mut fleet.passed.diagnostics));
        all.append(std::mem::take(&mut fleet.diagnostics));
        all.sort();
        all
    }

    /// What became of exceptions; and every finding, in order.
    fn findings(&self, fleet: &mut Fleet) -> (Vec<ExceptionRecord>, Vec<Finding>) {
        let model = &self.cx.loaded.model;
        let for_whom = for_whom(model, &fleet.sources, &self.cx.effective.set.exceptions, &fleet.judged);
        let drafts: Vec<Draft> =
            fleet.judged.iter_mut().flat_map(|j| std::mem::take(&mut j.findings)).collect();
        let independence = std::mem::take(&mut fleet.passed.independence);
        let sources = &fleet.sources;
        let Context { words, effective, levels, .. } = self.cx;
        let exceptions = Told {
            model,
            sources,
            words,
            levels,
            effective,
            standards: &self.cx.loaded.standards,
            used: &fleet.used,
            met: &fleet.met,
            for_whom: &for_whom,
            today: self.days.today,
            previous: self.cx.loaded.previous.as_ref().map(|previous| &previous.record),
        };
        let (exceptions, mut findings) = exceptions.all();
        findings.extend((self.documents)(self.cx, self.days));
        findings.append(&mut fleet.measures.findings);
        findings.extend(drafts.into_iter().chain(independence).map(|draft| draft.finish(model, sources)));
        findings.iter_mut().for_each(|finding| fleet.passed.seats.route(finding));
        self.sort(&mut findings);
        (exceptions, findings)
    }

    fn inputs(&self, fleet: &Fleet) -> Vec<InputFile> {
        let read = fleet.readings.iter().flat_map(|reading| &reading.files).map(|file| InputFile {
            path: file.path.clone(),
            kind: InputKind::Evidence,
            bytes: file.bytes,
            blake3: file.digest.to_string(),
        });
        let mut inputs: Vec<InputFile> = self.cx.loaded.inputs.iter().cloned().chain(read).collect();
        inputs.sort();
        inputs.dedup();
        inputs
    }

    fn statements(&self, fleet: &Fleet) -> Vec<StatementRecord> {
        let model = &self.cx.loaded.model;
        let merged = self.cx.loaded.standards.merged(model);
        let merged = |sheet: &Sheet| -> Vec<String> {
            let clause = model.statement(sheet.statement).clause;
            let since = model.edition(model.clause(clause).edition).date;
            let all = merged.get(self.cx.loaded.standards.clause_lineage(clause)).into_iter().flatten();
            all.filter(|(date, _)| *date <= since).map(|(_, clause)| clause.to_string()).collect()
        };
        let record = |(sheet, figures): (&Sheet, Partition)| StatementRecord {
            statement: sheet.citation.to_string(),
            lineage: sheet.lineage.to_string(),
            tier: sheet.tier.to_string(),
            force: force_name(sheet.force).to_owned(),
            title: (*sheet.title).clone(),
            merged: merged(sheet),
            above: sheet.above.iter().map(|&i| self.cx.sheets[i].citation.to_string()).collect(),
            figures,
        };
        let asked = self.asked(fleet);
        self.cx.sheets.iter().zip(asked).map(|(sheet, (_, figures))| record((sheet, figures))).collect()
    }

    /// The matrix: subjects are in order of kind and key already.
    fn results(&self, fleet: &Fleet) -> Vec<KindResults> {
        let kinds = fleet.judged.chunk_by(|a, b| a.kind == b.kind);
        kinds
            .map(|subjects| {
                let kind = subjects[0].kind;
                let row = |(position, &index): (usize, &usize)| {
                    let outcomes: String = subjects.iter().map(|s| s.outcomes[position].letter()).collect();
                    let before: String =
                        subjects.iter().map(|s| s.before_exceptions(position).letter()).collect();
                    Row {
                        statement: u32::try_from(index).unwrap_or(u32::MAX),
                        before_exceptions: (before != outcomes).then_some(before),
                        outcomes,
                    }
                };
                KindResults {
                    kind: self.cx.loaded.model.kind(kind).name.to_string(),
                    subjects: subjects.iter().map(|s| s.key.to_string()).collect(),
                    rows: self.program.bound(kind).iter().enumerate().map(row).collect(),
                }
            })
            .collect()
    }

    fn figures(&self, fleet: &Fleet, units: &[UnitRecord]) -> Figures {
        let mut figures = Figures::default();
        let mut by_tier: BTreeMap<(usize, &str), Partition> = BTreeMap::new();
        let mut by_kind: BTreeMap<String, Partition> = BTreeMap::new();
        for judged in &fleet.judged {
            let of_subject: Partition = judged.outcomes.iter().copied().collect();
            figures.total.merge(of_subject);
            let before = (0..judged.outcomes.len()).map(|place| judged.before_exceptions(place));
            figures.before_exceptions.merge(before.collect());
            by_kind
                .entry(self.cx.loaded.model.kind(judged.kind).name.to_string())
                .or_default()
                .merge(of_subject);
            for (&index, &outcome) in self.program.bound(judged.kind).iter().zip(&judged.outcomes) {
                let sheet = &self.cx.sheets[index];
                by_tier.entry((sheet.rank, &*sheet.tier)).or_default().add(outcome);
            }
        }
        let part = |name: String, figures| Part { name, figures };
        figures.by_tier = by_tier.into_iter().map(|((_, tier), p)| part(tier.to_owned(), p)).collect();
        let kinds = by_kind.into_iter().filter(|(_, p)| p.total() > 0);
        figures.by_kind = kinds.map(|(kind, p)| part(kind, p)).collect();
        figures.by_unit = by_unit(fleet, units);
        figures.by_role = self.by_role(fleet);
        figures
    }

    /// By the role that answers for each statement, by name.
    fn by_role(&self, fleet: &Fleet) -> Vec<Part> {
        let mut by_role: BTreeMap<&str, Partition> = BTreeMap::new();
        for (sheet, (_, figures)) in self.cx.sheets.iter().zip(self.asked(fleet)) {
            if let Some(role) = sheet.role.as_ref().filter(|_| figures.total() > 0) {
                by_role.entry(&role.name).or_default().merge(figures);
            }
        }
        by_role.into_iter().map(|(name, figures)| Part { name: name.to_owned(), figures }).collect()
    }

    /// What is outside the view first; then by level, then in the order of the documents, lower ones first as they say most, then by subject.
    fn sort(&self, findings: &mut [Finding]) {
        let places = self.cx.sheets.iter().enumerate().map(|(i, sheet)| (&*sheet.citation, i));
        let places: BTreeMap<&str, usize> = places.collect();
        let place = |f: &Finding| places.get(&*f.provision).copied().unwrap_or(usize::MAX);
        findings.sort_by(|a, b| {
            let rank = |f: &Finding| (!f.unseen, f.level, f.matter, place(f));
            let order = rank(a).cmp(&rank(b));
            order.then_with(|| (&a.provision, &a.subject, &a.id).cmp(&(&b.provision, &b.subject, &b.id)))
        });
    }

    /// Each statement's results, counted.
    pub(crate) fn asked(&self, fleet: &Fleet) -> Vec<(StatementId, Partition)> {
        let mut asked: Vec<(StatementId, Partition)> =
            self.cx.sheets.iter().map(|sheet| (sheet.statement, Partition::default())).collect();
        for judged in &fleet.judged {
            for (&index, &outcome) in self.program.bound(judged.kind).iter().zip(&judged.outcomes) {
                asked[index].1.add(outcome);
            }
        }
        asked
    }
}

/// In the order of the units; those that are none of them follow by name.
fn by_unit(fleet: &Fleet, units: &[UnitRecord]) -> Vec<Part> {
    let mut left = fleet.passed.by_unit.clone();
    let known = units.iter().filter_map(|unit| left.remove_entry(unit.id.as_str()));
    let known: Vec<_> = known.collect();
    let part = |(name, figures): (Arc<str>, Partition)| Part { name: name.to_string(), figures };
    known.into_iter().chain(left).map(part).collect()
}

/// What made the record.
pub(crate) fn engine() -> Engine {
    Engine { name: "kijun".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
}

/// The project's title.
pub(crate) fn title(cx: &Context<'_>) -> Texts {
    let Some(manifest) = &cx.loaded.manifest else { return Texts::new() };
    let own = manifest.title.as_ref().unwrap_or(&manifest.project);
    cx.words.each(|catalogue| match (catalogue.lang().tag(), &manifest.title_en) {
        ("en", Some(title)) => title.clone(),
        _ => own.clone(),
    })
}

/// The documents that bind, higher ones first.
pub(crate) fn standards(cx: &Context<'_>) -> Vec<StandardRecord> {
    let model = &cx.loaded.model;
    let record = |&id| {
        let edition = model.edition(id);
        StandardRecord {
            standard: cite_edition(model, id),
            tier: edition.tier.as_deref().unwrap_or("").to_owned(),
            title: cx.words.titles(&edition.titles, &edition.name),
            conforms_to: edition.conforms_to.iter().map(|link| cite_edition(model, link.to)).collect(),
        }
    };
    cx.effective.set.editions.iter().map(record).collect()
}

fn count_levels(findings: &[Finding]) -> [u64; 4] {
    Level::ALL.map(|level| findings.iter().filter(|f| f.level == level).count() as u64)
}

/// A force as the language writes it.
pub(crate) fn force_name(force: Force) -> &'static str {
    match force {
        Force::Must => "must",
        Force::MustNot => "must not",
        Force::Should => "should",
        Force::ShouldNot => "should not",
        Force::May => "may",
    }
}
