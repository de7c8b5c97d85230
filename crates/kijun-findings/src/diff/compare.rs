//! Two records to a diff.

use std::collections::{BTreeMap, BTreeSet};

use super::about::about;
use super::pairs::{Alone, pairs};
use super::results::{Turned, turned};
use super::sight::Sight;
use super::{Change, DIFF_SCHEMA, Diff, DiffFigures, DiffRun, Seen, Side, Telling, lists, order};
use crate::follow_up::may_lack;
use crate::matrix::{Matrix, document};
use crate::{Doubt, Finding, Matter, RunRecord};

/// Holds two runs beside each other. Causes are left open.
///
/// It takes as long as reading the records does: sorted sequences are merged, and nothing is looked at for every pair of things.
#[must_use]
pub fn diff(old: &RunRecord, new: &RunRecord) -> Diff {
    let [old, new] = &[old, new].map(Matrix::of);
    let places = order::places(old, new);
    let Turned { rows, transitions } = turned([old, new], &places);
    let comparing = Comparing {
        ranks: order::ranks([old.record, new.record]),
        sights: [Sight::of(new, old), Sight::of(old, new)],
        places: &places,
        runs: [old, new],
    };
    let (changes, persisting) = comparing.changes();
    let mut figures = DiffFigures { persisting, transitions, ..figures(old.record, new.record) };
    figures.count(&changes);
    Diff {
        schema: DIFF_SCHEMA.to_owned(),
        old: run(old.record, &changes),
        new: run(new.record, &changes),
        doubts: doubts(old, new),
        factors: None,
        unattributed: Vec::new(),
        figures,
        changes,
        results: rows,
        measures: lists::measures([old, new]),
        exceptions: lists::exceptions([old, new]),
        statements: lists::statements([old, new], &places),
        documents: lists::documents([old, new]),
        inputs: lists::inputs([old, new]),
    }
}

/// What findings are compared with.
struct Comparing<'m> {
    runs: [&'m Matrix<'m>; 2],
    /// How the older run sees what the newer tells, and how the newer run sees what the older tells.
    sights: [Sight<'m>; 2],
    ranks: BTreeMap<&'m str, u32>,
    places: &'m BTreeMap<&'m str, u32>,
}

impl<'m> Comparing<'m> {
    /// Every matter that is not the same, in order; and how many are.
    fn changes(&self) -> (Vec<Change>, u64) {
        let [old, new] = self.runs;
        let mut persisting = 0;
        let mut changes = Vec::new();
        for finding in &new.record.findings {
            let Some(before) = old.finding(&finding.id) else { continue };
            match self.change(Some(before), Some(finding)) {
                Some(change) => changes.push(change),
                None => persisting += 1,
            }
        }
        let alone = [Alone::of(old, new), Alone::of(new, old)];
        let pairs = pairs(&alone[0], &alone[1]);
        let met: BTreeSet<&str> = pairs.iter().flat_map(|(a, b)| [a.id.as_str(), b.id.as_str()]).collect();
        let left = |finding: &&&Finding| !met.contains(finding.id.as_str());
        let gone = alone[0].findings().iter().filter(left).map(|finding| (Some(*finding), None));
        let come = alone[1].findings().iter().filter(left).map(|finding| (None, Some(*finding)));
        let paired = pairs.iter().map(|(before, after)| (Some(*before), Some(*after)));
        changes.extend(paired.chain(gone).chain(come).filter_map(|(a, b)| self.change(a, b)));
        changes.sort_by(Change::in_order);
        (changes, persisting)
    }

    fn change(&self, before: Option<&Finding>, after: Option<&Finding>) -> Option<Change> {
        if let (Some(before), Some(after)) = (before, after)
            && is_told_alike(before, after)
        {
            return None;
        }
        let told = || [before, after].into_iter().flatten();
        let matter = told().map(|finding| finding.matter).min()?;
        let place = told().map(|finding| self.place(finding)).min()?;
        let sides = [self.side(0, before, after), self.side(1, after, before)];
        let [before, after] = sides;
        Change::between(matter, place, before, after)
    }

    fn place(&self, finding: &Finding) -> u32 {
        let last = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let own = (finding.matter == Matter::Statement).then(|| self.places.get(&*finding.lineage));
        own.flatten().copied().unwrap_or(last)
    }

    fn side(&self, run: usize, told: Option<&Finding>, other: Option<&Finding>) -> Side {
        let seen = match (told, other) {
            (Some(finding), _) => finding.outcome.map_or(Seen::Found, Seen::Outcome),
            (None, Some(other)) => self.sights[run].seen(other),
            (None, None) => Seen::NotLooked,
        };
        Side { told: told.map(|finding| self.telling(finding)), seen }
    }

    fn telling(&self, finding: &Finding) -> Telling {
        let rank = finding.altitude.as_ref().and_then(|altitude| self.ranks.get(&*altitude.tier));
        Telling {
            finding: finding.id.clone(),
            level: finding.level,
            outcome: finding.outcome,
            provision: finding.provision.clone(),
            lineage: finding.lineage.clone(),
            title: finding.title.clone(),
            subject: finding.subject.clone(),
            role: finding.role.clone(),
            unit: finding.unit.clone(),
            altitude: finding.altitude.clone(),
            rank: rank.copied(),
            message: finding.message.clone(),
            rule: finding.rule.clone(),
            evidence: finding.evidence.clone(),
            about: about(&finding.evidence, |joined| self.runs.iter().all(|run| run.has_subject(joined))),
        }
    }
}

/// Whether two tellings are the same at first sight. What is not may still come to the same.
fn is_told_alike(before: &Finding, after: &Finding) -> bool {
    let mut evidence = before.evidence.iter().zip(&after.evidence);
    (&before.id, before.level, before.outcome) == (&after.id, after.level, after.outcome)
        && (&before.provision, &before.altitude) == (&after.provision, &after.altitude)
        && before.evidence.len() == after.evidence.len()
        && evidence.all(|(a, b)| (&a.path, &a.subject, &a.found) == (&b.path, &b.subject, &b.found))
}

fn doubts(old: &Matrix<'_>, new: &Matrix<'_>) -> Vec<Doubt> {
    let standards = old.record.standards.iter();
    let common = standards.map(|standard| document(&standard.standard)).any(|name| new.has_document(name));
    let doubts = [
        (Doubt::NoCommonDocument, !common),
        (Doubt::OldIncomplete, may_lack(old.record)),
        (Doubt::NewIncomplete, may_lack(new.record)),
    ];
    doubts.into_iter().filter_map(|(doubt, holds)| holds.then_some(doubt)).collect()
}

fn figures(old: &RunRecord, new: &RunRecord) -> DiffFigures {
    DiffFigures {
        old_findings: old.figures.findings,
        new_findings: new.figures.findings,
        old: old.figures.total,
        new_results: new.figures.total,
        old_before_exceptions: old.figures.before_exceptions,
        new_before_exceptions: new.figures.before_exceptions,
        ..DiffFigures::default()
    }
}

fn run(record: &RunRecord, changes: &[Change]) -> DiffRun {
    let sides = changes.iter().flat_map(|change| [&change.before, &change.after]);
    let told = sides.filter_map(|side| side.told.as_ref());
    let named: BTreeSet<&str> = told.filter_map(|told| told.unit.as_deref()).collect();
    let units = record.units.iter().filter(|unit| named.contains(&*unit.id));
    DiffRun {
        project: record.project.clone(),
        title: record.title.clone(),
        period: record.period.clone(),
        as_of: record.as_of.clone(),
        today: record.today.clone(),
        complete: record.complete,
        engine: record.engine.clone(),
        units: units.map(|unit| (unit.id.clone(), unit.title.clone())).collect(),
    }
}
