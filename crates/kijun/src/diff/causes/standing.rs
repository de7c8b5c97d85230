//! How a matter stands for a subject: what its statement comes to, and how that is told. What those beside it come to shows in how
//! much it presses, and how far it reaches.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_eval::{Observation, Population, Scratch};
use kijun_findings::{Altitude, Change, Finding, Level, Outcome, Side};
use kijun_model::{KindId, Subject};

use super::opened::Opened;
use crate::judge::judge;

/// How a matter stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Standing {
    /// What the statement came to; absent where it does not bind the subject.
    outcome: Option<Outcome>,
    /// By the identity of the finding that tells it.
    told: BTreeMap<String, Told>,
}

/// A path; and the other subject whose it is, where it is joined.
type Seen = (Option<(KindId, Arc<str>)>, String);

#[derive(Clone, Debug, PartialEq)]
struct Told {
    level: Level,
    altitude: Option<Altitude>,
    deciding: BTreeSet<Seen>,
}

/// A matter in a world's rules.
pub(super) struct Matter<'a> {
    pub(super) opened: &'a Opened<'a>,
    /// The statement's place among those in force.
    pub(super) index: usize,
    pub(super) relatives: BTreeSet<usize>,
    findings: BTreeSet<String>,
    /// The paths that its findings are about, in order.
    about: Vec<Vec<String>>,
}

impl<'a> Matter<'a> {
    /// `None` where the statement is not in force.
    pub(super) fn new(opened: &'a Opened<'a>, change: &Change) -> Option<Matter<'a>> {
        let index = lineages(change).find_map(|lineage| opened.statement(lineage))?;
        let told = |side: &Side| side.told.as_ref().map(|told| told.finding.clone());
        let findings = told(&change.before).into_iter().chain(told(&change.after)).chain([change.id.clone()]);
        let (relatives, findings) = (opened.relatives(index), findings.collect());
        let sides = [&change.before, &change.after].into_iter().filter_map(|side| side.told.as_ref());
        let about = sides.map(|told| in_order(told.evidence.iter().map(|seen| &*seen.path))).collect();
        Some(Matter { opened, index, relatives, findings, about })
    }

    /// A statement by itself, whatever tells it.
    pub(super) fn of_statement(opened: &'a Opened<'a>, index: usize) -> Matter<'a> {
        let (relatives, findings) = (BTreeSet::from([index]), BTreeSet::new());
        Matter { opened, index, relatives, findings, about: Vec::new() }
    }

    /// How it stands for a subject.
    pub(super) fn standing(&self, population: &Population, subject: &Subject) -> Standing {
        let judged =
            judge(&self.opened.cx, self.opened.program(), population, &mut Scratch::default(), subject);
        let bound = self.opened.program().bound(subject.kind);
        let outcome = bound.binary_search(&self.index).ok().map(|position| judged.outcomes[position]);
        let parts = judged.findings.iter().map(|draft| draft.parts());
        let told = parts.filter(|(finding, evidence)| self.is_told_by(finding, evidence));
        let told = told.map(|(finding, evidence)| {
            let deciding = evidence.iter().map(|o| (o.subject.clone(), o.path.clone())).collect();
            let (level, altitude) = (finding.level, finding.altitude.clone());
            (finding.id.clone(), Told { level, altitude, deciding })
        });
        Standing { outcome, told: told.collect() }
    }

    /// Whether it is told by a finding: its own, or that of a statement beside it about the same values, where it does not bind itself.
    fn is_told_by(&self, finding: &Finding, evidence: &[Observation]) -> bool {
        let beside = || {
            let mut relatives = self.relatives.iter().map(|&i| &self.opened.cx.sheets[i].lineage);
            relatives.any(|lineage| *lineage == finding.lineage)
                && self.about.contains(&in_order(evidence.iter().map(|seen| &*seen.path)))
        };
        self.findings.contains(&finding.id) || beside()
    }

    /// The evidence that decides it for a subject.
    pub(super) fn deciding(&self, population: &Population, subject: &Subject) -> Vec<Observation> {
        if !self.opened.program().bound(subject.kind).contains(&self.index) {
            return Vec::new();
        }
        self.opened.program().deciding(self.opened.model(), population, subject, self.index)
    }
}

fn in_order<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<String> {
    let mut paths: Vec<String> = paths.map(str::to_owned).collect();
    paths.sort();
    paths
}

/// The lineages by which a matter may be known, the newest first.
pub(super) fn lineages(change: &Change) -> impl Iterator<Item = &str> {
    let sides = [&change.after, &change.before];
    let told = sides.into_iter().filter_map(|side| side.told.as_ref()).map(|told| &*told.lineage);
    std::iter::once(&*change.lineage).chain(told)
}
