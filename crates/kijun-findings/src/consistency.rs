//! Whether a record agrees with itself. What was written by us does; what was edited by hand may not.

use std::collections::BTreeSet;

use crate::{Figures, FollowUpRecord, KindResults, Level, Outcome, Partition, Period, Row, RunRecord};

/// What contradicts itself in a record, if anything does.
pub(crate) fn contradiction(record: &RunRecord) -> Option<String> {
    if let Some(what) = in_days(record).or_else(|| in_identities(record)) {
        return Some(what);
    }
    let results = in_kinds(record).or_else(|| in_each_kind(record));
    let figures = results.or_else(|| in_figures(&record.figures)).or_else(|| in_statements(record));
    let figures = figures.or_else(|| in_findings(record)).or_else(|| twice(record));
    let figures = figures.or_else(|| in_digests(record));
    figures.or_else(|| record.follow_up.as_ref().and_then(in_follow_up))
}

fn in_each_kind(record: &RunRecord) -> Option<String> {
    let n_statements = record.statements.len();
    record.results.iter().find_map(|results| in_results(results, n_statements))
}

fn in_days(record: &RunRecord) -> Option<String> {
    let days = [
        ("period.start", &record.period.start),
        ("period.end", &record.period.end),
        ("as-of", &record.as_of),
        ("today", &record.today),
    ];
    let no_day = days.into_iter().find(|(_, day)| !is_day(day));
    let no_day = no_day.map(|(name, day)| format!("`{name}` is `{day}`, which is no date"));
    let Period { start, end } = &record.period;
    no_day.or_else(|| (start > end).then(|| format!("the period ends on {end}, before it begins on {start}")))
}

/// The findings are as many of each level as the figures say.
fn in_findings(record: &RunRecord) -> Option<String> {
    let count = |level: Level| record.findings.iter().filter(|finding| finding.level == level).count() as u64;
    let differ = Level::ALL.map(count) != record.figures.findings;
    differ.then(|| "the figures are not those of the findings".to_owned())
}

/// What is looked up by its name is there once.
fn twice(record: &RunRecord) -> Option<String> {
    let statements = record.statements.iter().map(|statement| ("statement", &*statement.statement));
    let exceptions = record.exceptions.iter().map(|exception| ("exception", &*exception.id));
    let measures = record.measures.iter().map(|measure| ("measure", &*measure.measure));
    let inputs = record.inputs.iter().map(|input| (input.kind.name(), &*input.path));
    let mut met = BTreeSet::new();
    let mut named = statements.chain(exceptions).chain(measures).chain(inputs);
    let (sort, name) = named.find(|named| !met.insert(*named))?;
    Some(format!("{sort} `{name}` is there twice"))
}

/// A digest that could be none is one that nobody can compare.
fn in_digests(record: &RunRecord) -> Option<String> {
    let inputs = record.inputs.iter().map(|input| (&*input.path, &*input.blake3));
    let previous = record.previous.iter().map(|previous| ("previous", &*previous.blake3));
    let (what, digest) = inputs.chain(previous).find(|(_, digest)| !is_digest(digest))?;
    Some(format!("the digest of `{what}` is `{digest}`, which is no BLAKE3 digest in hexadecimal"))
}

/// 32 bytes as records write them.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
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

/// A result is asked for by kind, subject and statement, so there is one of each.
fn in_kinds(record: &RunRecord) -> Option<String> {
    let mut met = BTreeSet::new();
    let twice = record.results.iter().find(|results| !met.insert(results.kind.as_str()));
    twice.map(|results| format!("results of kind `{}` are there twice", results.kind))
}

fn in_results(results: &KindResults, n_statements: usize) -> Option<String> {
    let kind = &results.kind;
    let mut met = BTreeSet::new();
    if let Some(twice) = results.subjects.iter().find(|key| !met.insert(key.as_str())) {
        return Some(format!("subject `{twice}` of kind `{kind}` is there twice"));
    }
    let mut met = BTreeSet::new();
    results.rows.iter().find_map(|row| {
        let statement = row.statement;
        if statement as usize >= n_statements {
            return Some(format!("results of kind `{kind}` name statement {statement}, which is not there"));
        }
        if !met.insert(statement) {
            return Some(format!("results of kind `{kind}` for statement {statement} are there twice"));
        }
        (!fits(row, results.subjects.len()))
            .then(|| format!("results of kind `{kind}` for statement {statement} do not fit its subjects"))
    })
}

/// Whether there is a letter for each subject; without exceptions, another one for what is waived, and only for that.
fn fits(row: &Row, n_subjects: usize) -> bool {
    let letters = |text: &str| -> Option<Vec<Outcome>> { text.chars().map(Outcome::from_letter).collect() };
    let Some(outcomes) = letters(&row.outcomes).filter(|outcomes| outcomes.len() == n_subjects) else {
        return false;
    };
    let Some(before) = &row.before_exceptions else { return true };
    let same = |(before, after): (&Outcome, &Outcome)| match after {
        Outcome::Waived => *before != Outcome::Waived,
        after => before == after,
    };
    letters(before).is_some_and(|before| before.len() == n_subjects && before.iter().zip(&outcomes).all(same))
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
    let rows = || record.results.iter().flat_map(|kind| &kind.rows);
    let counted: Partition = rows().flat_map(|row| outcomes(&row.outcomes)).collect();
    if stated != record.figures.total || counted != record.figures.total {
        return Some("the figures are not those of the results".to_owned());
    }
    let before = |row| outcomes(Row::before_exceptions(row));
    let counted: Partition = rows().flat_map(before).collect();
    // Version 1 did not keep what was waived.
    let differ = counted.waived == 0 && counted != record.figures.before_exceptions;
    differ.then(|| "the figures before exceptions are not those of the results".to_owned())
}

fn outcomes(letters: &str) -> impl Iterator<Item = Outcome> {
    letters.chars().filter_map(Outcome::from_letter)
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
