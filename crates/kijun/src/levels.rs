//! The level of a finding: the first row of a table that fits.

use kijun_evidence::{LevelRow, Manifest};
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
pub(crate) struct Table<'a> {
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    level: Level,
    result: Vec<&'a str>,
    force: Vec<&'a str>,
    severity: Vec<&'a str>,
    tier: Vec<&'a str>,
}

impl<'a> Table<'a> {
    /// `highest` is the tier that stands above all others.
    pub(crate) fn of(manifest: &'a Manifest, highest: &'a str) -> Table<'a> {
        match &manifest.levels {
            Some(rows) => Table { rows: rows.iter().map(Row::from_manifest).collect() },
            None => Table::usual(highest),
        }
    }

    /// Where no row fits, a `must` makes a finding and a `should` advice.
    pub(crate) fn level(&self, case: &Case<'_>) -> Level {
        let fits = self.rows.iter().find(|row| row.fits(case));
        let otherwise = if binds(case.force) { Level::Finding } else { Level::Advice };
        fits.map_or(otherwise, |row| row.level)
    }

    fn usual(highest: &'a str) -> Table<'a> {
        let row = |level, result: &[&'a str], force: &[&'a str], severity: &[&'a str], tier: &[&'a str]| Row {
            level,
            result: result.to_vec(),
            force: force.to_vec(),
            severity: severity.to_vec(),
            tier: tier.to_vec(),
        };
        Table {
            rows: vec![
                row(Level::Urgent, &["fail"], &["must"], &["critical"], &[]),
                row(Level::Urgent, &["fail"], &["must"], &["high"], &[highest]),
                row(Level::Finding, &[], &["must"], &[], &[]),
                row(Level::Advice, &["fail"], &["should"], &[], &[]),
                row(Level::Recommendation, &[], &["should"], &[], &[]),
            ],
        }
    }
}

impl<'a> Row<'a> {
    fn from_manifest(row: &'a LevelRow) -> Row<'a> {
        let names = |list: &'a [String]| list.iter().map(String::as_str).collect();
        Row {
            level: match row.level {
                kijun_evidence::Level::Urgent => Level::Urgent,
                kijun_evidence::Level::Finding => Level::Finding,
                kijun_evidence::Level::Advice => Level::Advice,
                kijun_evidence::Level::Recommendation => Level::Recommendation,
            },
            result: names(&row.result),
            force: names(&row.force),
            severity: names(&row.severity),
            tier: names(&row.tier),
        }
    }

    fn fits(&self, case: &Case<'_>) -> bool {
        let any_or = |list: &[&str], value: &str| list.is_empty() || list.contains(&value);
        any_or(&self.result, case.outcome.name())
            && any_or(&self.force, if binds(case.force) { "must" } else { "should" })
            && any_or(&self.severity, severity_name(case.severity))
            && (self.tier.is_empty() || self.tier.iter().any(|tier| case.tiers.contains(tier)))
    }
}

fn binds(force: Force) -> bool {
    matches!(force, Force::Must | Force::MustNot)
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Low => "low",
        Severity::Medium => "medium",
        Severity::High => "high",
        Severity::Critical => "critical",
    }
}
