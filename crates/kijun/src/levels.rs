//! The level of a finding: the first row of a table that fits.

use kijun_evidence::{LevelForce, LevelResult, LevelRow, LevelSeverity, Manifest};
use kijun_findings::{Level, Outcome};
use kijun_model::{Force, Severity};

/// What a row is compared with.
pub(crate) struct Case<'a> {
    pub(crate) outcome: Outcome,
    pub(crate) force: Force,
    pub(crate) severity: Severity,
    /// The tiers whose statements are violated by the same evidence.
    pub(crate) tiers: &'a [&'a str],
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

fn fits(row: &LevelRow, case: &Case<'_>) -> bool {
    fn any_or<T: PartialEq>(list: &[T], value: Option<T>) -> bool {
        list.is_empty() || value.is_some_and(|value| list.contains(&value))
    }
    any_or(&row.result, result(case.outcome))
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
