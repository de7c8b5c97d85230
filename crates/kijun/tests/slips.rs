//! One slip in a ministry's year makes the findings that it should, with their places and recipients, and no others.
//!
//! `fixtures/slips/*.md`: a heading is a case. A `change` block names a year of `fixtures/moj` and a file of it (`year=fy2011
//! file=evidence/…`) or of the rules (`file=rules/…`), and says, as a diff does, which lines become which; what it takes away must stand
//! there just once. The `findings` block is what the audit then says and did not say before (`+`), or said before and does not say any
//! more (`-`), diagnostics among it: level, provision, subject, recipient and message; of what is new, its places too. With `UPDATE=1` it
//! takes what was found.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its cases cannot say anything")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use kijun::Options;
use kijun_findings::{Finding, Location, RunRecord, Stated};
use kijun_testkit::literate::{Block, Case, cases, differences, with_block};

#[test]
fn every_slip_is_found_where_it_is_and_told_to_whom_it_concerns() {
    let before: BTreeMap<&str, Said> =
        ["fy2011", "fy2012"].into_iter().map(|year| (year, said(year, &[]))).collect();
    let check = |page: &str| {
        let (mut updated, mut wrong) = (page.to_owned(), String::new());
        // From the end, so that lines keep their numbers.
        for case in cases(page).iter().rev() {
            let Some(expected) = case.block("findings") else { continue };
            let found = outcome(case, &before);
            if found != expected.text {
                wrong.push_str(&format!("\n## {}\n{found}", case.heading));
                updated = with_block(&updated, expected.line, &found);
            }
        }
        (updated, wrong)
    };
    let wrong = differences(&repository().join("fixtures/slips"), check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// What an audit says, with the places of each.
type Said = BTreeMap<String, BTreeSet<String>>;

/// What the audit says with the case's changes and not without, and the reverse.
fn outcome(case: &Case, before: &BTreeMap<&str, Said>) -> String {
    let changes: Vec<&Block> = case.blocks.iter().filter(|block| block.word() == "change").collect();
    let year = changes[0].attribute("year").unwrap();
    let (before, after) = (&before[year], said(year, &changes));
    let gone = before.keys().filter(|said| !after.contains_key(*said)).map(|said| format!("- {said}"));
    let new = after.iter().filter(|(said, _)| !before.contains_key(*said));
    let new = new.map(|(said, places)| {
        format!("+ {said}{}", places.iter().map(|at| format!("    {at}\n")).collect::<String>())
    });
    gone.chain(new).collect()
}

/// Everything that an audit of a year says, each in its words.
fn said(year: &str, changes: &[&Block]) -> Said {
    let folder = copy(year);
    for block in changes {
        change(folder.path(), year, block);
    }
    let loaded = kijun::load(&folder.path().join("fixtures/moj").join(year));
    match kijun::audit(&loaded, Options::default()) {
        Some(audit) => of_record(&audit.record),
        None => {
            let told = loaded.diagnostics.iter().map(|d| format!("not judged: {}\n", d.id.name()));
            told.map(|said| (said, BTreeSet::new())).collect()
        }
    }
}

fn of_record(record: &RunRecord) -> Said {
    record.findings.iter().map(finding).chain(record.diagnostics.iter().map(diagnostic)).collect()
}

fn finding(finding: &Finding) -> (String, BTreeSet<String>) {
    let subject = finding.subject.as_ref().map_or("-".to_owned(), |s| format!("{}/{}", s.kind, s.key));
    let role = finding.role.as_ref().map_or("-", |role| &role.title["ja"]);
    let unit = finding.unit.as_deref().unwrap_or("-");
    let head = format!("{} {} {subject} → {role} / {unit}", finding.level.name(), finding.provision);
    let places = finding.evidence.iter().map(|o| place(&o.at)).collect();
    (format!("{head}\n    {}\n", finding.message["ja"]), places)
}

fn diagnostic(stated: &Stated) -> (String, BTreeSet<String>) {
    let said = format!("{} {}\n    {}\n", stated.severity, stated.id, stated.message["ja"]);
    (said, stated.at.iter().map(place).collect())
}

fn place(at: &Location) -> String {
    format!("{}:{}:{}", at.file, at.line, at.column)
}

/// Applies a change.
fn change(folder: &Path, year: &str, block: &Block) {
    let file = block.attribute("file").unwrap();
    let of_year = folder.join("fixtures/moj").join(year);
    let path = if file.starts_with("rules/") { folder.join(file) } else { of_year.join(file) };
    let text = fs::read_to_string(&path).unwrap();
    let side = |sign: &str| -> String {
        let lines = block.text.lines().filter_map(|line| line.strip_prefix(sign));
        lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect()
    };
    let (old, new) = (side("-"), side("+"));
    assert_eq!(text.matches(&old).count(), 1, "line {} of the page: {old}", block.line);
    fs::write(path, text.replacen(&old, &new, 1)).unwrap();
}

/// A copy of one year, beside the rules.
fn copy(year: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let ours = repository();
    copy_folder(&ours.join("rules"), &folder.path().join("rules"));
    let entries = fs::read_dir(ours.join("fixtures/moj")).unwrap().map(|entry| entry.unwrap().path());
    for beside in
        entries.filter(|path| path.is_dir() && !path.file_name().unwrap().to_string_lossy().starts_with("fy"))
    {
        let name = beside.file_name().unwrap().to_owned();
        copy_folder(&beside, &folder.path().join("fixtures/moj").join(name));
    }
    let year = Path::new("fixtures/moj").join(year);
    copy_folder(&ours.join(&year), &folder.path().join(&year));
    folder
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}
