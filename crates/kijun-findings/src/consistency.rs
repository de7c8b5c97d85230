//! Whether a record agrees with itself. What was written by us does; what was edited by hand may not.

use std::collections::BTreeSet;

use crate::{Figures, FollowUpRecord, KindResults, Outcome, Partition, Row, RunRecord};

/// What contradicts itself in a record, if anything does.
pub(crate) fn contradiction(record: &RunRecord) -> Option<String> {
    if let Some(what) = in_days(record).or_else(|| in_identities(record)) {
        return Some(what);
    }
    let n_statements = record.statements.len();
    let results = record.results.iter().find_map(|results| in_results(results, n_statements));
    let figures = results.or_else(|| in_figures(&record.figures)).or_else(|| in_statements(record));
    figures.or_else(|| record.follow_up.as_ref().and_then(in_follow_up))
}

fn in_days(record: &RunRecord) -> Option<String> {
    let days = [
        ("period.start", &record.period.start),
        ("period.end", &record.period.end),
        ("as-of", &record.as_of),
        ("today", &record.today),
    ];
    days.into_iter()
        .find(|(_, day)| !is_day(day))
        .map(|(name, day)| format!("`{name}` is `{day}`, which is no date"))
}

/// Whether this is a day as records write it: `YYYY-MM-DD`.
fn is_day(text: &str) -> bool {
    let is_shaped = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    let number =
        |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    is_shaped && (1..=12).contains(&month) && (1..=last).contains(&day)
}

/// A finding is followed by its identity, so there is one of each.
fn in_identities(record: &RunRecord) -> Option<String> {
    let mut met = BTreeSet::new();
    let twice = record.findings.iter().find(|finding| !met.insert(finding.id.as_str()))?;
    Some(format!("finding `{}` is there twice", twice.id))
}

fn in_results(results: &KindResults, n_statements: usize) -> Option<String> {
    let kind = &results.kind;
    results.rows.iter().find_map(|Row { statement, outcomes }| {
        if *statement as usize >= n_statements {
            return Some(format!("results of kind `{kind}` name statement {statement}, which is not there"));
        }
        let known = outcomes.chars().all(|letter| Outcome::from_letter(letter).is_some());
        let fits = known && outcomes.chars().count() == results.subjects.len();
        (!fits).then(|| format!("results of kind `{kind}` for statement {statement} do not fit its subjects"))
    })
}

fn in_figures(figures: &Figures) -> Option<String> {
    if figures.total.total() != figures.before_exceptions.total() {
        return Some("the figures before and after exceptions differ in their totals".to_owned());
    }
    let tiers = sum(figures.by_tier.iter().map(|part| part.figures));
    let kinds = sum(figures.by_kind.iter().map(|part| part.figures));
    (tiers != figures.total || kinds != figures.total)
        .then(|| "the figures do not add up to their total".to_owned())
}

fn in_statements(record: &RunRecord) -> Option<String> {
    let stated = sum(record.statements.iter().map(|statement| statement.figures));
    let letters = record.results.iter().flat_map(|kind| &kind.rows).flat_map(|row| row.outcomes.chars());
    let counted: Partition = letters.filter_map(Outcome::from_letter).collect();
    let differ = stated != record.figures.total || counted != record.figures.total;
    differ.then(|| "the figures are not those of the results".to_owned())
}

fn in_follow_up(follow_up: &FollowUpRecord) -> Option<String> {
    let differ = follow_up.findings.iter().collect::<crate::FollowUpFigures>() != follow_up.figures;
    differ.then(|| "the figures of the follow-up are not those of its findings".to_owned())
}

fn sum(parts: impl Iterator<Item = Partition>) -> Partition {
    let mut sum = Partition::default();
    parts.for_each(|part| sum.merge(part));
    sum
}
