//! Two records to a diff.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Class, DIFF_SCHEMA, Diff, DiffFigures, DiffRun, Seen, Side, Telling};
use crate::{Finding, RunRecord};

/// Holds two runs beside each other. Causes are left open.
#[must_use]
pub fn diff(old: &RunRecord, new: &RunRecord) -> Diff {
    let [before, after] = [old, new].map(by_id);
    let ids: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let change = |id: &str| change(before.get(id).copied(), after.get(id).copied());
    let changes: Vec<Change> = ids.iter().copied().filter_map(change).collect();
    let mut figures = DiffFigures {
        persisting: (ids.len() - changes.len()) as u64,
        old_findings: old.figures.findings,
        new_findings: new.figures.findings,
        old: old.figures.total,
        new_results: new.figures.total,
        old_before_exceptions: old.figures.before_exceptions,
        new_before_exceptions: new.figures.before_exceptions,
        ..DiffFigures::default()
    };
    figures.count(&changes);
    Diff {
        schema: DIFF_SCHEMA.to_owned(),
        old: run(old),
        new: run(new),
        doubts: Vec::new(),
        factors: None,
        unattributed: Vec::new(),
        figures,
        changes,
        results: Vec::new(),
        measures: Vec::new(),
        exceptions: Vec::new(),
        statements: Vec::new(),
        documents: Vec::new(),
        inputs: Vec::new(),
    }
}

fn by_id(record: &RunRecord) -> BTreeMap<&str, &Finding> {
    record.findings.iter().map(|finding| (finding.id.as_str(), finding)).collect()
}

fn change(before: Option<&Finding>, after: Option<&Finding>) -> Option<Change> {
    let class = match (before, after) {
        (Some(before), Some(after)) => match before.level.cmp(&after.level) {
            std::cmp::Ordering::Less => Class::Better,
            std::cmp::Ordering::Greater => Class::Worse,
            std::cmp::Ordering::Equal => return None,
        },
        (Some(_), None) => Class::Resolved,
        (None, _) => Class::New,
    };
    let finding = after.or(before)?;
    Some(Change {
        class,
        id: finding.id.clone(),
        matter: finding.matter,
        lineage: finding.lineage.clone(),
        title: finding.title.clone(),
        subject: finding.subject.clone(),
        role: finding.role.clone(),
        unit: finding.unit.clone(),
        place: 0,
        before: side(before),
        after: side(after),
        why: None,
    })
}

fn side(finding: Option<&Finding>) -> Side {
    let told = finding.map(telling);
    let outcome = finding.and_then(|finding| finding.outcome);
    Side { told, seen: outcome.map_or(Seen::NotLooked, Seen::Outcome) }
}

fn telling(finding: &Finding) -> Telling {
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
        rank: None,
        message: finding.message.clone(),
        rule: finding.rule.clone(),
        evidence: finding.evidence.clone(),
    }
}

fn run(record: &RunRecord) -> DiffRun {
    DiffRun {
        project: record.project.clone(),
        title: record.title.clone(),
        period: record.period.clone(),
        as_of: record.as_of.clone(),
        today: record.today.clone(),
        complete: record.complete,
        engine: record.engine.clone(),
    }
}
