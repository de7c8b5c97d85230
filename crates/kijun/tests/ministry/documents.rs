//! The documents of two years, held against each other: what is said adds up, and every case is evidence that shows it.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use kijun::{ConformOptions, Options};
use kijun_findings::{CaseRecord, ConformanceRecord, RunRecord, VerdictName};

use crate::{YEARS, folder, load, repository};

/// The comparison of a year, made once for all tests.
fn compared(year: &str) -> &'static ConformanceRecord {
    static RECORDS: [OnceLock<ConformanceRecord>; 2] = [const { OnceLock::new() }; 2];
    let at = YEARS.iter().position(|other| *other == year).unwrap();
    RECORDS[at]
        .get_or_init(|| kijun::conform(&load(&folder(year)), &ConformOptions::default()).unwrap().record)
}

#[test]
fn every_higher_statement_is_in_one_row_and_counted_once() {
    for year in YEARS {
        let record = compared(year);
        assert_eq!(record.figures.total(), record.rows.len() as u64);
        let mut statements: Vec<&str> = record.rows.iter().map(|row| row.statement.as_str()).collect();
        statements.sort_unstable();
        statements.dedup();
        assert_eq!(statements.len(), record.rows.len());
    }
}

#[test]
fn what_a_must_lacks_is_a_finding() {
    let short = |verdict| {
        !matches!(
            verdict,
            VerdictName::Stricter
                | VerdictName::Equal
                | VerdictName::Adopted
                | VerdictName::Excluded
                | VerdictName::Permission
        )
    };
    for year in YEARS {
        let record = compared(year);
        let owed = record.rows.iter().filter(|row| row.force.starts_with("must"));
        for row in owed.filter(|row| short(row.judgement.verdict)) {
            let told = record.findings.iter().any(|finding| {
                let mut places = finding.documents.iter().flat_map(|objected| &objected.others);
                *finding.provision == *row.statement || places.any(|other| other.provision == row.statement)
            });
            assert!(told, "{}", row.statement);
        }
    }
}

/// Which unit answers, only the evidence says.
#[test]
fn an_audit_has_the_findings_of_the_comparison() {
    for year in YEARS {
        let mut audited = kijun::audit(&load(&folder(year)), Options::default()).unwrap().record.findings;
        audited
            .iter_mut()
            .filter(|finding| finding.subject.is_none())
            .for_each(|finding| finding.unit = None);
        for finding in &compared(year).findings {
            assert!(audited.contains(finding), "{finding:?}");
        }
    }
}

#[test]
fn a_comparison_of_some_documents_says_of_them_what_the_whole_says() {
    let whole = compared("fy2011");
    let options = ConformOptions { to: vec!["unified_technical".to_owned()], ..ConformOptions::default() };
    let part = kijun::conform(&load(&folder("fy2011")), &options).unwrap().record;
    let rows = whole.rows.iter().filter(|row| row.document.starts_with("unified_technical@"));
    assert_eq!(part.rows, rows.cloned().collect::<Vec<_>>());
}

#[test]
fn a_case_pasted_into_evidence_is_judged_as_the_comparison_says() {
    for year in YEARS {
        let record = compared(year);
        let gaps = record.rows.iter().flat_map(|row| &row.judgement.gaps).filter_map(|gap| gap.case.as_ref());
        let found = record.findings.iter().filter_map(|finding| finding.documents.as_ref()?.case.as_ref());
        // A finding's case is often a gap's.
        let cases: BTreeMap<&str, &CaseRecord> =
            gaps.chain(found).map(|c| (c.yaml["en"].as_str(), c)).collect();
        assert!(cases.len() > 3);
        for case in cases.into_values().filter(|case| !case.outcomes.is_empty()) {
            assert_judged(record, case);
        }
    }
}

fn assert_judged(record: &ConformanceRecord, case: &CaseRecord) {
    let text = &case.yaml["en"];
    let audited = paste(record, case, text);
    for expected in &case.outcomes {
        let index = audited.statements.iter().position(|s| s.statement == expected.statement);
        // A permission, and a statement that binds another kind, have no result.
        let Some(index) = index else { continue };
        let rows = audited.results.iter().filter(|kind| kind.kind == case.kind).flat_map(|kind| &kind.rows);
        let row = rows.into_iter().find(|row| row.statement as usize == index);
        let letter = row.and_then(|row| row.outcomes.chars().next());
        assert_eq!(letter, Some(expected.outcome.letter()), "{} of\n{text}", expected.statement);
    }
}

/// An audit of the case alone, by the same rules and on its day.
fn paste(record: &ConformanceRecord, case: &CaseRecord, text: &str) -> RunRecord {
    let project = tempfile::tempdir().unwrap();
    let today = text.lines().find_map(|line| line.strip_prefix("# audit date: ")).unwrap_or(&record.today);
    let period = text.lines().find_map(|line| line.strip_prefix("# audited period: ")?.split_once(" to "));
    let (start, end) = period.unwrap_or((&record.as_of, &record.today));
    let kinds: Vec<&str> = case_kinds(case, text);
    let source = |kind: &&str| match kinds.len() {
        1 => format!("  - {{ kind: {kind}, files: case.yaml }}\n"),
        _ => format!("  - {{ kind: {kind}, files: case.yaml, records: {kind} }}\n"),
    };
    let evidence: String = kinds.iter().map(source).collect();
    // Kinds of which the case says that there is no subject: a source that finds none.
    let none: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("# no ")).collect();
    let empty: String =
        none.iter().map(|kind| format!("  - {{ kind: {kind}, files: none.yaml }}\n")).collect();
    let expected = if none.is_empty() { "" } else { "expect_empty: [none.yaml]\n" };
    let rules = repository().join("rules");
    let manifest = format!(
        "kijun: 1\nproject: case\nperiod: {{ start: {start}, end: {end} }}\ntoday: {today}\nas_of: {}\nrules: [\"{}\"]\n{expected}evidence:\n{evidence}{empty}",
        record.as_of,
        rules.display(),
    );
    fs::write(project.path().join("kijun.yaml"), manifest).unwrap();
    fs::write(project.path().join("case.yaml"), text).unwrap();
    kijun::audit(&load(project.path()), Options::default()).unwrap().record
}

/// The kinds of a case: its own, or those below whose names its lists stand.
fn case_kinds<'c>(case: &'c CaseRecord, text: &'c str) -> Vec<&'c str> {
    if text.starts_with("# kind: ") {
        return vec![&case.kind];
    }
    text.lines()
        .filter(|line| !line.starts_with([' ', '#', '-']))
        .filter_map(|line| line.strip_suffix(':'))
        .collect()
}
