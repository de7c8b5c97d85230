//! The audit: documents and evidence to a run record.

use jiff::civil::Date;
use kijun_diag::{Diagnostic, Diagnostics, Sources};
use kijun_eval::{Calendar, Coverage, Days, Population, Program, Scratch, Tallies};
use kijun_evidence::{Plan, Reading, Weekday};
use kijun_findings::{Finding, RunRecord};
use kijun_model::{KindId, Model, Subject};
use kijun_standards::Effective;
use rayon::prelude::*;

use crate::conform;
use crate::context::Context;
use crate::judge::{Judged, judge};
use crate::kept::{self, Kept};
use crate::levels::Table;
use crate::listings::Listed;
use crate::load::Loaded;
use crate::measures::{self, Measures};
use crate::passing::{Passed, Passing};
use crate::record::Run;
use crate::sheets::sheets;
use crate::supplied;
use crate::words::Words;

/// What may be asked of an audit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Judge as if this were today, with the editions in force on this day.
    pub as_of: Option<Date>,
    /// How many threads evaluate; absent: one for each core.
    pub threads: Option<usize>,
}

/// An audit that was carried out.
#[derive(Debug)]
pub struct Audit {
    /// What was found.
    pub record: RunRecord,
    /// Every file of the run.
    pub sources: Sources,
    /// What is wrong with texts: rules, manifest, evidence.
    pub diagnostics: Diagnostics,
}

/// Subjects that are judged together; results keep their order.
const BATCH: usize = 2048;

/// Audits a project that was loaded without errors; `None` if it was not, and nothing can be judged.
///
/// The same inputs give the same record, whatever the number of threads.
#[must_use]
pub fn audit(loaded: &Loaded, options: Options) -> Option<Audit> {
    audit_by(loaded, options, None, &conform::findings)
}

/// Audits a project of whose documents somebody may know already what is to be said.
pub(crate) fn audit_knowing(
    loaded: &Loaded,
    options: Options,
    documents: &dyn Fn(&Context<'_>, &Days) -> Vec<Finding>,
) -> Option<Audit> {
    audit_by(loaded, options, None, documents)
}

/// Audits a project with what earlier audits of it have left; it gives the same record.
pub(crate) fn audit_with(loaded: &Loaded, options: Options, kept: &Kept) -> Option<Audit> {
    audit_by(loaded, options, Some(kept), &conform::findings)
}

fn audit_by(
    loaded: &Loaded,
    options: Options,
    kept: Option<&Kept>,
    documents: &dyn Fn(&Context<'_>, &Days) -> Vec<Finding>,
) -> Option<Audit> {
    let prepared = Prepared::of(loaded, options)?;
    let cx = Context { kept, ..prepared.context(loaded)? };
    let threads = |n| rayon::ThreadPoolBuilder::new().num_threads(n).build();
    // Where the machine gives no more threads, one does it all.
    let pool = threads(options.threads.unwrap_or(0)).or_else(|_| threads(1)).ok()?;
    let mut fleet = pool.install(|| Fleet::judge(&cx, &prepared.program, loaded.plan.as_ref()))?;
    fleet.diagnostics.append(prepared.diagnostics.clone());
    let Prepared { program, days, as_of, .. } = &prepared;
    let run = Run { cx: &cx, program, days, as_of: *as_of, documents };
    Some(run.finish(fleet))
}

/// Everything that is settled before evidence is opened.
pub(crate) struct Prepared {
    pub(crate) program: Program,
    pub(crate) effective: Effective,
    /// What is wrong with rules and manifest, and with documents on the day whose editions bind.
    diagnostics: Diagnostics,
    words: Words,
    days: Days,
    as_of: Date,
}

impl Prepared {
    pub(crate) fn of(loaded: &Loaded, options: Options) -> Option<Prepared> {
        let mut diagnostics =
            options.as_of.map_or_else(|| loaded.diagnostics.clone(), |_| loaded.of_no_day());
        if diagnostics.has_errors() {
            return None;
        }
        let bound = loaded.manifest.as_ref()?.standards.as_deref();
        let (as_of, today) = options.as_of.map_or_else(|| loaded.days(), |day| Some((day, day)))?;
        let (effective, of_effective) = loaded.standards.effective(&loaded.model, as_of, today, bound);
        diagnostics.append(loaded.standards.citations(&loaded.model, as_of));
        diagnostics.append(of_effective);
        let days = days(loaded, today);
        let program = kijun_eval::compile(&loaded.model, &effective.set, &days);
        Some(Prepared { program, effective, diagnostics, words: Words::new(), days, as_of })
    }

    /// The days that rules may look at, and the calendar.
    pub(crate) fn days(&self) -> &Days {
        &self.days
    }

    /// The day whose editions bind.
    pub(crate) fn as_of(&self) -> Date {
        self.as_of
    }

    /// What is wrong with rules, manifest and documents.
    pub(crate) fn wrong(&self) -> Diagnostics {
        let mut all = self.diagnostics.clone();
        all.sort();
        all
    }

    pub(crate) fn context<'a>(&'a self, loaded: &'a Loaded) -> Option<Context<'a>> {
        let manifest = loaded.manifest.as_ref()?;
        let highest = loaded.standards.tiers().next().map_or("", |tier| tier);
        Some(Context {
            loaded,
            effective: &self.effective,
            words: &self.words,
            levels: Table::of(manifest, highest),
            sheets: sheets(loaded, &self.effective.set, &self.words),
            unit_field: &manifest.unit,
            kept: None,
        })
    }
}

/// The days around an audit date, and the calendar of the manifest.
pub(crate) fn days(loaded: &Loaded, today: Date) -> Days {
    let manifest = loaded.manifest.as_ref();
    let (start, end) = manifest.map_or((today, today), |m| (m.period.start.0, m.period.end.0));
    let calendar = manifest.map_or_else(Calendar::default, |manifest| {
        let usual = vec![Weekday::Saturday, Weekday::Sunday];
        let mut weekend = [false; 7];
        for day in manifest.calendar.weekend.as_ref().unwrap_or(&usual) {
            weekend[*day as usize] = true;
        }
        Calendar { weekend, holidays: manifest.calendar.holidays.iter().map(|day| day.0).collect() }
    });
    Days { today, period_start: start, period_end: end, calendar }
}

/// Reads the kinds that others ask about into a population, beside the subjects that no file holds; it knows how much of them its
/// sources could tell.
pub(crate) fn read_population(
    cx: &Context<'_>,
    program: &Program,
    plan: &Plan,
    sources: &mut Sources,
) -> (Population, Reading) {
    let joined = program.joined_kinds();
    let mut subjects = supplied::subjects(cx.loaded, &cx.effective.set);
    subjects.retain(|subject| joined.contains(&subject.kind));
    let is_joined = |kind| joined.contains(&kind);
    let reading = kept::read(cx, plan, &is_joined, sources, &mut |subject| subjects.push(subject));
    (program.population(subjects, |kind| coverage(cx.loaded, &reading, kind)), reading)
}

/// How much of a kind its sources could tell.
pub(crate) fn coverage(loaded: &Loaded, reading: &Reading, kind: KindId) -> Coverage {
    let read = match (reading.has_source(kind), reading.lost(kind)) {
        (false, _) => Coverage::None,
        (true, true) => Coverage::Partial,
        (true, false) => Coverage::Whole,
    };
    supplied::coverage(loaded, kind).unwrap_or(read)
}

/// How much of a kind all that was read could tell.
fn whole_coverage(loaded: &Loaded, readings: &[Reading], kind: KindId) -> Coverage {
    let any = |wanted| readings.iter().any(|reading| coverage(loaded, reading, kind) == wanted);
    match (any(Coverage::Partial), any(Coverage::Whole)) {
        (true, _) => Coverage::Partial,
        (false, true) => Coverage::Whole,
        (false, false) => Coverage::None,
    }
}

/// Everything that was judged.
pub(crate) struct Fleet {
    pub(crate) judged: Vec<Judged>,
    pub(crate) sources: Sources,
    pub(crate) readings: Vec<Reading>,
    pub(crate) diagnostics: Diagnostics,
    /// By place among the effective exceptions.
    pub(crate) used: Vec<bool>,
    /// Whether any subject is one of theirs, by the same places.
    pub(crate) met: Vec<bool>,
    /// What was noted of all subjects as they passed by.
    pub(crate) passed: Passed,
    /// What the report shows of them as it is.
    pub(crate) listed: Listed,
    /// What those who answer say of earlier findings.
    pub(crate) responses: Vec<Subject>,
    pub(crate) measures: Measures,
    tallies: Tallies,
}

impl Fleet {
    /// Reads and judges: first the kinds that others ask about, which stay in memory; then the rest, batch by batch.
    fn judge(cx: &Context<'_>, program: &Program, plan: Option<&Plan>) -> Option<Fleet> {
        let plan = plan?;
        let mut fleet = Fleet {
            judged: Vec::new(),
            sources: cx.loaded.sources.clone(),
            readings: Vec::new(),
            diagnostics: Diagnostics::default(),
            used: vec![false; cx.effective.set.exceptions.len()],
            met: vec![false; cx.effective.set.exceptions.len()],
            passed: Passed::default(),
            listed: Listed::new(&plan.listings),
            responses: Vec::new(),
            measures: Measures::default(),
            tallies: Tallies::default(),
        };
        let mut passing = Passing::new(cx, plan);
        let joined = program.joined_kinds();
        let population = fleet.population(cx, program, plan);
        fleet.object(cx, program, &population);
        let mut alone = supplied::subjects(cx.loaded, &cx.effective.set);
        alone.retain(|subject| !joined.contains(&subject.kind));
        for batch in population.subjects().chunks(BATCH).chain(alone.chunks(BATCH)) {
            fleet.batch(cx, program, &population, batch, &mut passing);
        }
        let mut batch = Vec::new();
        let mut sources = std::mem::take(&mut fleet.sources);
        let rest = |kind| !joined.contains(&kind);
        let reading = kept::read(cx, plan, &rest, &mut sources, &mut |subject| {
            batch.push(subject);
            if batch.len() == BATCH {
                fleet.batch(cx, program, &population, &batch, &mut passing);
                batch.clear();
            }
        });
        fleet.batch(cx, program, &population, &batch, &mut passing);
        fleet.sources = sources;
        fleet.readings.push(reading);
        fleet.passed = passing.finish(cx, &|kind| fleet.is_whole(&cx.loaded.model, kind));
        let tallies = std::mem::take(&mut fleet.tallies);
        let coverage = |kind: KindId| whole_coverage(cx.loaded, &fleet.readings, kind);
        fleet.measures = measures::settle(cx, program, &population, tallies, coverage);
        Some(fleet)
    }

    fn population(&mut self, cx: &Context<'_>, program: &Program, plan: &Plan) -> Population {
        let (population, reading) = read_population(cx, program, plan, &mut self.sources);
        self.readings.push(reading);
        population
    }

    fn batch(
        &mut self,
        cx: &Context<'_>,
        program: &Program,
        population: &Population,
        batch: &[Subject],
        passing: &mut Passing<'_>,
    ) {
        self.listed.look(cx, batch);
        let model = &cx.loaded.model;
        let response = model.kind_named(supplied::FINDING_RESPONSE);
        let is_response = |subject: &&Subject| response.is_some_and(|kind| model.is_a(subject.kind, kind));
        self.responses.extend(batch.iter().filter(is_response).cloned());
        let size = batch.len().div_ceil(rayon::current_num_threads()).max(1);
        let judged: Vec<(Vec<Judged>, Tallies, Scratch)> = batch
            .par_chunks(size)
            .map(|subjects| {
                let (mut scratch, mut tallies) = (Scratch::default(), Tallies::default());
                let judge = |s| {
                    let judged = judge(cx, program, population, &mut scratch, s);
                    program.take(population, s, &mut scratch, &mut tallies);
                    judged
                };
                let judged = subjects.iter().map(judge).collect();
                (judged, tallies, scratch)
            })
            .collect();
        let sorts = program.sorts();
        for ((judged, tallies, scratch), subjects) in judged.into_iter().zip(batch.chunks(size)) {
            passing.look(cx, subjects, &judged);
            self.judged.extend(judged);
            self.tallies.merge(&sorts, tallies);
            let used = self.used.iter_mut().zip(scratch.exceptions_used());
            let met = self.met.iter_mut().zip(scratch.exceptions_met());
            used.chain(met).for_each(|(so_far, more)| *so_far |= more);
        }
    }

    /// Statements that cannot be evaluated as they should be.
    fn object(&mut self, cx: &Context<'_>, program: &Program, population: &Population) {
        let limit = cx.loaded.manifest.as_ref().map_or(0, |m| m.limits.scan);
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        for objection in program.check(population, limit) {
            self.diagnostics.push(crate::complaints::objection(&cx.loaded.model, &objection));
        }
    }

    /// Whether all subjects of a kind are known: it, or one below it, has a source, and all of their sources could be read.
    pub(crate) fn is_whole(&self, model: &Model, kind: KindId) -> bool {
        let family = || (0..model.kinds.len()).map(KindId::from_index).filter(|&k| model.is_a(k, kind));
        let sourced = |k| self.readings.iter().any(|reading| reading.has_source(k));
        let known = family().any(|k| sourced(k) || supplied::is_whole(model, k));
        known && !self.has_lost(model, kind)
    }

    /// Whether evidence of a kind, or of one below it, could not be read: that has had its own diagnostic.
    pub(crate) fn has_lost(&self, model: &Model, kind: KindId) -> bool {
        let mut family = (0..model.kinds.len()).map(KindId::from_index).filter(|&k| model.is_a(k, kind));
        family.any(|k| self.readings.iter().any(|reading| reading.lost(k)))
    }

    pub(crate) fn complain(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}
