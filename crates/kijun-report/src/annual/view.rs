//! A run record as templates see it: every text in one language, names beside titles, counts beside rates.

mod documents;
mod exceptions;
mod figures;
mod findings;
mod follow_up;
pub(crate) mod measures;
mod people;

use std::collections::BTreeMap;

use kijun_findings::{FollowUpRecord, Level, RunRecord};
use serde::Serialize;

use super::words::Words;
use documents::{DocumentView, ListingView, StatementView};
use exceptions::ExceptionView;
use figures::FiguresView;
pub(crate) use figures::PartitionView;
pub(crate) use findings::FindingView;
use follow_up::FollowUpView;
use measures::MeasureView;
use people::{RoleView, UnitView};

/// A record in one language.
#[derive(Debug, Serialize)]
pub(crate) struct RecordView {
    pub(crate) engine: String,
    pub(crate) project: String,
    pub(crate) title: String,
    pub(crate) period: PeriodView,
    pub(crate) as_of: String,
    pub(crate) today: String,
    pub(crate) complete: bool,
    pub(crate) n_inputs: usize,
    pub(crate) standards: Vec<DocumentView>,
    pub(crate) figures: FiguresView,
    pub(crate) levels: Vec<LevelView>,
    /// By name, with and without the document.
    pub(crate) measures: BTreeMap<String, MeasureView>,
    /// In the order of the rules.
    pub(crate) all_measures: Vec<MeasureView>,
    pub(crate) findings: Vec<FindingView>,
    pub(crate) statements: Vec<StatementView>,
    pub(crate) units: Vec<UnitView>,
    pub(crate) roles: Vec<RoleView>,
    pub(crate) listings: BTreeMap<String, ListingView>,
    /// In the order of the manifest.
    pub(crate) all_listings: Vec<ListingView>,
    pub(crate) exceptions: Vec<ExceptionView>,
    /// Absent where there is no year before.
    pub(crate) follow_up: Option<FollowUpView>,
    pub(crate) diagnostics: Vec<DiagnosticView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PeriodView {
    pub(crate) start: String,
    pub(crate) end: String,
}

/// A level, and how many findings it has.
#[derive(Debug, Serialize)]
pub(crate) struct LevelView {
    pub(crate) name: &'static str,
    pub(crate) title: String,
    pub(crate) count: u64,
}

#[derive(Debug, Serialize)]
pub(crate) struct DiagnosticView {
    pub(crate) id: String,
    pub(crate) severity: String,
    pub(crate) message: String,
    pub(crate) at: Option<String>,
}

impl RecordView {
    /// A record in the words' language, followed up from the one before.
    pub(crate) fn of(record: &RunRecord, previous: Option<&RunRecord>, words: &Words) -> RecordView {
        let words = &words.of_run(record.complete);
        // A record says itself what became of earlier findings, unless it knew of none.
        let compared = || previous.map(|previous| kijun_findings::follow_up(previous, record).into());
        let follow_up: Option<FollowUpRecord> = record.follow_up.clone().or_else(compared);
        let titles = people::Titles::of(record, words);
        let all_measures = record.measures.iter().map(|m| MeasureView::of(m, words));
        let listings = record.listings.iter().map(|l| ListingView::of(l, words));
        RecordView {
            engine: format!("{} {}", record.engine.name, record.engine.version),
            project: record.project.clone(),
            title: words.pick(&record.title),
            period: PeriodView { start: record.period.start.clone(), end: record.period.end.clone() },
            as_of: record.as_of.clone(),
            today: record.today.clone(),
            complete: record.complete,
            n_inputs: record.inputs.len(),
            standards: record.standards.iter().map(|s| DocumentView::of(s, words)).collect(),
            figures: FiguresView::of(record, &titles, words),
            levels: levels(record, words),
            measures: measures::by_name(record, words),
            all_measures: all_measures.collect(),
            findings: record.findings.iter().map(|f| FindingView::of(f, &titles, words)).collect(),
            statements: record.statements.iter().map(|s| StatementView::of(s, words)).collect(),
            units: people::units(record, words),
            roles: people::roles(record, words),
            listings: record.listings.iter().map(|l| (l.name.clone(), ListingView::of(l, words))).collect(),
            all_listings: listings.collect(),
            exceptions: record.exceptions.iter().map(|e| ExceptionView::of(e, words)).collect(),
            follow_up: follow_up.map(|followed| FollowUpView::of(&followed, &titles, words)),
            diagnostics: record.diagnostics.iter().map(|d| diagnostic(d, words)).collect(),
        }
    }
}

fn levels(record: &RunRecord, words: &Words) -> Vec<LevelView> {
    let count = |level: Level| record.findings.iter().filter(|f| f.level == level).count() as u64;
    let view =
        |level: Level| LevelView { name: level.name(), title: words.level(level), count: count(level) };
    Level::ALL.into_iter().map(view).collect()
}

fn diagnostic(stated: &kijun_findings::Stated, words: &Words) -> DiagnosticView {
    DiagnosticView {
        id: stated.id.clone(),
        severity: stated.severity.clone(),
        message: words.pick(&stated.message),
        at: stated.at.as_ref().map(place),
    }
}

/// `file:line:column`
pub(crate) fn place(at: &kijun_findings::Location) -> String {
    format!("{}:{}:{}", at.file, at.line, at.column)
}
