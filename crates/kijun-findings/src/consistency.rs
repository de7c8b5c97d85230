//! Whether a record agrees with itself. What was written by us does; what was edited by hand may not.

use crate::{Figures, FollowUpRecord, KindResults, Outcome, Partition, Row, RunRecord};

/// What contradicts itself in a record, if anything does.
pub(crate) fn contradiction(record: &RunRecord) -> Option<String> {
    let n_statements = record.statements.len();
    let results = record.results.iter().find_map(|results| in_results(results, n_statements));
    let figures = results.or_else(|| in_figures(&record.figures)).or_else(|| in_statements(record));
    figures.or_else(|| record.follow_up.as_ref().and_then(in_follow_up))
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
