//! The level of a finding: the first row of a table that fits.

use kijun_diag::Diagnostic;
use kijun_evidence::{
    LevelCheck, LevelForce, LevelMatter, LevelMeasure, LevelResult, LevelRow, LevelSeverity, Manifest,
};
use kijun_findings::{Level, Outcome, TargetReached};
use kijun_model::{Force, Severity};
use kijun_standards::Standards;

use crate::complaints;

/// The tiers of the manifest's table that no document has.
pub(crate) fn unknown_tiers(manifest: &Manifest, standards: &Standards) -> Vec<Diagnostic> {
    let known = || standards.tiers().map(|tier| &**tier);
    let mut found = Vec::new();
    for (i, row) in manifest.levels.iter().flatten().enumerate() {
        for (j, name) in row.tier.iter().enumerate().filter(|(_, name)| known().all(|tier| tier != *name)) {
            let at = manifest.places.value(&format!("levels.{i}.tier.{j}")).map(Into::into);
            found.push(complaints::unknown_tier(name, known(), at));
        }
    }
    found
}

/// What a row is compared with.
pub(crate) struct Case<'a> {
    pub(crate) outcome: Outcome,
    pub(crate) force: Force,
    pub(crate) severity: Severity,
    /// The tiers whose statements are violated by the same evidence.
    pub(crate) tiers: &'a [&'a str],
}

/// What a row is compared with where documents do not go together.
pub(crate) struct Objected<'a> {
    /// The check, by its name.
    pub(crate) check: &'a str,
    /// Force and severity of the higher provision; of one that stands alone, its own.
    pub(crate) force: Force,
    pub(crate) severity: Severity,
    /// The higher document's tier.
    pub(crate) tier: &'a str,
}

/// The table: the manifest's, or the one that holds where the manifest says nothing.
pub(crate) struct Table {
    rows: Vec<LevelRow>,
}

impl Table {
    /// `highest` is the tier that stands above all others.
    pub(crate) fn of(manifest: &Manifest, highest: &str) -> Table {
        Table { rows: manifest.levels.clone().unwrap_or_else(|| usual(highest)) }
    }

    /// Where no row fits, a `must` makes a finding and a `should` advice.
    pub(crate) fn level(&self, case: &Case<'_>) -> Level {
        let row = self.rows.iter().find(|row| fits(row, case));
        let otherwise = match force(case.force) {
            LevelForce::Must => Level::Finding,
            LevelForce::Should => Level::Advice,
        };
        row.map_or(otherwise, |row| level(row.level))
    }

    /// The level of another matter: as the manifest says, else as its own stage does.
    pub(crate) fn of_matter(&self, matter: LevelMatter, otherwise: Level) -> Level {
        let row = self.rows.iter().find(|row| row.matter.contains(&matter));
        row.map_or(otherwise, |row| level(row.level))
    }

    /// A target that is not known to be reached makes a finding, where no row says otherwise. `tier` is that of the measure's
    /// document.
    pub(crate) fn of_measure(&self, reached: TargetReached, tier: Option<&str>) -> Level {
        let row = self.rows.iter().find(|row| fits_measure(row, reached, tier));
        row.map_or(Level::Finding, |row| level(row.level))
    }

    /// The manifest may say nothing of documents: then the usual table holds for them.
    pub(crate) fn of_documents(&self, case: &Objected<'_>) -> Level {
        let usual = of_checks();
        let row = self.rows.iter().chain(&usual).find(|row| fits_documents(row, case));
        row.map_or(Level::Advice, |row| level(row.level))
    }
}

/// Urgent: a critical `must` fails, or one of high severity that the highest tier asks too. Any other `must` makes a
/// finding, whether it fails or evidence is missing. A `should` that fails is advice; without evidence, a recommendation.
fn usual(highest: &str) -> Vec<LevelRow> {
    use kijun_evidence::Level::{Advice, Finding, Recommendation, Urgent};
    let row = |level, result: &[LevelResult], force, severity: &[LevelSeverity]| LevelRow {
        level,
        result: result.to_vec(),
        force: vec![force],
        severity: severity.to_vec(),
        tier: Vec::new(),
        conformance: Vec::new(),
        matter: Vec::new(),
        measure: Vec::new(),
    };
    let fail = [LevelResult::Fail];
    let high = row(Urgent, &fail, LevelForce::Must, &[LevelSeverity::High]);
    vec![
        row(Urgent, &fail, LevelForce::Must, &[LevelSeverity::Critical]),
        LevelRow { tier: vec![highest.to_owned()], ..high },
        row(Finding, &[], LevelForce::Must, &[]),
        row(Advice, &fail, LevelForce::Should, &[]),
        row(Recommendation, &[], LevelForce::Should, &[]),
    ]
}

/// What falls short of a `must` makes a finding, of a `should` advice. What is open is advice: not decided, said in words
/// only, cited in an edition that is gone. What is idle is a recommendation.
fn of_checks() -> Vec<LevelRow> {
    use LevelCheck::{
        AppliesToNothing, DemandsNothing, LevelWithoutText, ProvisionChanged, ProvisionMoved,
        ProvisionVanished, RedefinedTerm, Redundant, UnclearTerm, Undecided, Undeclared,
    };
    use kijun_evidence::Level::{Advice, Finding, Recommendation};
    let stale = [ProvisionMoved, ProvisionChanged, ProvisionVanished];
    let open = [Undeclared, Undecided, RedefinedTerm, UnclearTerm, LevelWithoutText];
    let open: Vec<LevelCheck> = stale.into_iter().chain(open).collect();
    let idle = vec![AppliesToNothing, DemandsNothing, Redundant];
    let short =
        LevelCheck::ALL.iter().copied().filter(|check| !open.contains(check) && !idle.contains(check));
    let row = |level, force: &[LevelForce], conformance| LevelRow {
        level,
        result: Vec::new(),
        force: force.to_vec(),
        severity: Vec::new(),
        tier: Vec::new(),
        conformance,
        matter: Vec::new(),
        measure: Vec::new(),
    };
    let must = row(Finding, &[LevelForce::Must], short.clone().collect());
    vec![must, row(Advice, &[], short.collect()), row(Advice, &[], open), row(Recommendation, &[], idle)]
}

fn any_or<T: PartialEq>(list: &[T], value: Option<T>) -> bool {
    list.is_empty() || value.is_some_and(|value| list.contains(&value))
}

fn fits_documents(row: &LevelRow, case: &Objected<'_>) -> bool {
    row.result.is_empty()
        && row.matter.is_empty()
        && row.measure.is_empty()
        && row.conformance.iter().any(|check| check.name() == case.check)
        && any_or(&row.force, Some(force(case.force)))
        && any_or(&row.severity, Some(severity(case.severity)))
        && (row.tier.is_empty() || row.tier.iter().any(|tier| tier == case.tier))
}

/// Measures have neither force nor severity.
fn fits_measure(row: &LevelRow, reached: TargetReached, tier: Option<&str>) -> bool {
    let wanted = match reached {
        TargetReached::Reached => return false,
        TargetReached::Missed => LevelMeasure::Missed,
        TargetReached::Undecided => LevelMeasure::Undecided,
        TargetReached::NothingAssessed => LevelMeasure::NothingAssessed,
    };
    let other = !row.result.is_empty() || !row.conformance.is_empty();
    !other
        && row.force.is_empty()
        && row.severity.is_empty()
        && row.measure.contains(&wanted)
        && (row.tier.is_empty() || row.tier.iter().any(|named| Some(named.as_str()) == tier))
}

fn fits(row: &LevelRow, case: &Case<'_>) -> bool {
    row.conformance.is_empty()
        && row.matter.is_empty()
        && row.measure.is_empty()
        && any_or(&row.result, result(case.outcome))
        && any_or(&row.force, Some(force(case.force)))
        && any_or(&row.severity, Some(severity(case.severity)))
        && (row.tier.is_empty() || row.tier.iter().any(|tier| case.tiers.contains(&tier.as_str())))
}

fn result(outcome: Outcome) -> Option<LevelResult> {
    match outcome {
        Outcome::Fail => Some(LevelResult::Fail),
        Outcome::Unknown => Some(LevelResult::Unknown),
        Outcome::Error => Some(LevelResult::Error),
        Outcome::Pass | Outcome::NotApplicable | Outcome::Waived => None,
    }
}

fn force(force: Force) -> LevelForce {
    match force {
        Force::Must | Force::MustNot => LevelForce::Must,
        Force::Should | Force::ShouldNot | Force::May => LevelForce::Should,
    }
}

fn severity(severity: Severity) -> LevelSeverity {
    match severity {
        Severity::Low => LevelSeverity::Low,
        Severity::Medium => LevelSeverity::Medium,
        Severity::High => LevelSeverity::High,
        Severity::Critical => LevelSeverity::Critical,
    }
}

fn level(level: kijun_evidence::Level) -> Level {
    match level {
        kijun_evidence::Level::Urgent => Level::Urgent,
        kijun_evidence::Level::Finding => Level::Finding,
        kijun_evidence::Level::Advice => Level::Advice,
        kijun_evidence::Level::Recommendation => Level::Recommendation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_of_documents_may_have_a_level() {
        let ids = kijun_diag::ids::ALL.iter().filter(|id| id.group() == "conform");
        let names: Vec<&str> = ids.filter_map(|id| id.name().split('/').nth(1)).collect();
        let checks: Vec<&str> = LevelCheck::ALL.iter().map(|check| check.name()).collect();
        assert_eq!(checks, names);
    }
}
