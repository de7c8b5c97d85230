//! Defects that users of other tools reported, each as a small project that is audited from end to end.
//!
//! `fixtures/traps/*.md`: a heading is a case. Blocks with `file=` are its files, beside those of the file's first heading;
//! `escapes=yes` reads `\xNN` as a byte. The other blocks are what is expected:
//!
//! - `results`: every result, `clause#statement subject outcome`; clauses of the standard `s` are named without it
//! - `findings`: `id level provision subject outcome`
//! - `routes`: `provision subject → role / unit`, what is outside the view marked, with the provisions named by the evidence
//! - `units`, `roles`: who is who, and the results that they answer for
//! - `messages`: what findings say in both languages, with the place of the rule and of the evidence
//! - `figures`: the partition, before exceptions and after
//! - `exceptions`: `id status used|unused`, `orphan` if it is for nobody, what it renews since when, what renews it, and what has taken
//!   the place of its clauses
//! - `ends`: `id days` of those that end soon
//! - `diagnostics`: `id file:line:column`
//!
//! `on=DATE` judges as of that day. Each audit is done with one thread and with three, and must say the same. With
//! `KIJUN_UPDATE=1` the blocks take what was found.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its cases cannot say anything")]

use std::fs;
use std::path::{Path, PathBuf};

use kijun::{Audit, Loaded, Options};
use kijun_findings::{
    ExceptionRecord, Location, Outcome, Part, Partition, Renewal, RoleRecord, RunRecord, UnitRecord,
};
use kijun_testkit::literate::{Block, Case, cases, with_block};

#[test]
fn every_trap_is_avoided() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/traps");
    let mut pages: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let mut wrong = Vec::new();
    for path in pages {
        let page = fs::read_to_string(&path).unwrap();
        let found = as_found(&page);
        if std::env::var_os("KIJUN_UPDATE").is_some() {
            fs::write(&path, &found).unwrap();
        } else if found != page {
            wrong.push(difference(&path, &page, &found));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn difference(path: &Path, page: &str, found: &str) -> String {
    let differs = page.lines().zip(found.lines()).enumerate().find(|(_, (a, b))| a != b);
    let (at, (expected, found)) = differs.unwrap_or((page.lines().count(), ("", "more or fewer lines")));
    format!("{}:{}: expected `{expected}`, found `{found}`", path.display(), at + 1)
}

/// The page with what was found in the place of what was expected.
fn as_found(page: &str) -> String {
    let cases = cases(page);
    let shared: Vec<&Block> = cases[0].blocks.iter().collect();
    let mut outputs = Vec::new();
    for case in &cases[1..] {
        let project = project(&shared, case);
        let loaded = kijun::load(project.path());
        for block in case.blocks.iter().filter(|block| block.attribute("file").is_none()) {
            outputs.push((block.line, output(&loaded, block)));
        }
    }
    let mut found = page.to_owned();
    // From the end, so that lines keep their numbers.
    for (line, output) in outputs.iter().rev() {
        found = with_block(&found, *line, output);
    }
    found
}

fn project(shared: &[&Block], case: &Case) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for block in shared.iter().copied().chain(&case.blocks) {
        if let Some(file) = block.attribute("file") {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes(block)).unwrap();
        }
    }
    folder
}

fn bytes(block: &Block) -> Vec<u8> {
    if block.attribute("escapes").is_none() {
        return block.text.clone().into_bytes();
    }
    let mut parts = block.text.split("\\x");
    let mut bytes = parts.next().unwrap_or("").as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(&part.as_bytes()[2..]);
    }
    bytes
}

fn output(loaded: &Loaded, block: &Block) -> String {
    let audit = audit(loaded, block);
    let lines = match (block.word(), &audit) {
        ("diagnostics", Some(audit)) => diagnostics(&audit.record),
        ("diagnostics", None) => loaded.diagnostics.iter().map(|d| d.id.name().to_owned()).collect(),
        (_, None) => vec!["not judged".to_owned()],
        ("results", Some(audit)) => results(&audit.record),
        ("findings", Some(audit)) => findings(&audit.record),
        ("routes", Some(audit)) => routes(&audit.record),
        ("units", Some(audit)) => units(&audit.record),
        ("roles", Some(audit)) => roles(&audit.record),
        ("messages", Some(audit)) => messages(&audit.record),
        ("figures", Some(audit)) => figures(&audit.record),
        ("exceptions", Some(audit)) => exceptions(&audit.record),
        ("ends", Some(audit)) => ends(&audit.record),
        (other, _) => vec![format!("unknown block {other}")],
    };
    lines.into_iter().map(|line| format!("{line}\n")).collect()
}

fn audit(loaded: &Loaded, block: &Block) -> Option<Audit> {
    let as_of = block.attribute("on").map(|day| day.parse().unwrap());
    let [one, three] = [1, 3].map(|threads| kijun::audit(loaded, Options { as_of, threads: Some(threads) }));
    let record = |audit: &Option<Audit>| audit.as_ref().map(|audit| audit.record.clone());
    assert_eq!(record(&one), record(&three));
    one
}

/// A citation, short for the standard `s`.
fn short(citation: &str) -> &str {
    citation.strip_prefix("s@2010-04-01:").unwrap_or(citation)
}

fn results(record: &RunRecord) -> Vec<String> {
    let mut lines = Vec::new();
    for kind in &record.results {
        for row in &kind.rows {
            let statement = &record.statements[row.statement as usize].statement;
            for (key, letter) in kind.subjects.iter().zip(row.outcomes.chars()) {
                let outcome = Outcome::from_letter(letter).unwrap().name();
                lines.push((row.statement, format!("{} {key} {outcome}", short(statement))));
            }
        }
    }
    lines.sort_by_key(|(statement, _)| *statement);
    lines.into_iter().map(|(_, line)| line).collect()
}

fn findings(record: &RunRecord) -> Vec<String> {
    let line = |f: &kijun_findings::Finding| {
        let subject = f.subject.as_ref().map_or("-", |s| &*s.key);
        let check = f.documents.as_ref().map(|objected| objected.checks[0].as_str());
        let outcome = f.outcome.map(Outcome::name).or(check).unwrap_or("-");
        format!("{} {} {} {subject} {outcome}", f.id, f.level.name(), short(&f.provision))
    };
    record.findings.iter().map(line).collect()
}

fn routes(record: &RunRecord) -> Vec<String> {
    let line = |f: &kijun_findings::Finding| {
        let subject = f.subject.as_ref().map_or("-", |s| &*s.key);
        let role = f.role.as_ref().map_or("-", |role| &*role.name);
        let unit = f.unit.as_deref().unwrap_or("-");
        let unseen = if f.unseen { "unseen " } else { "" };
        let concerns = f.concerns.iter().map(|provision| format!(" ({provision})")).collect::<String>();
        format!("{unseen}{} {subject} → {role} / {unit}{concerns}", short(&f.provision))
    };
    record.findings.iter().map(line).collect()
}

fn units(record: &RunRecord) -> Vec<String> {
    let parent = |unit: &UnitRecord| unit.parent.as_ref().map_or(String::new(), |p| format!(" under {p}"));
    let unit = |unit: &UnitRecord| format!("{} {}{}", unit.id, unit.title["ja"], parent(unit));
    record.units.iter().map(unit).chain(record.figures.by_unit.iter().map(part)).collect()
}

fn roles(record: &RunRecord) -> Vec<String> {
    let role = |role: &RoleRecord| {
        let superior = role.reports_to.as_ref().map_or(String::new(), |to| format!(" reports to {to}"));
        let others = role.incompatible_with.iter().map(|other| format!(" not {other}")).collect::<String>();
        format!("{}{superior}{others}: {}", role.name, role.held_by.join(", "))
    };
    record.roles.iter().map(role).chain(record.figures.by_role.iter().map(part)).collect()
}

fn messages(record: &RunRecord) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in &record.findings {
        let rule = &finding.rule;
        lines.push(format!("{} {}:{}:{}", finding.title["ja"], rule.file, rule.line, rule.column));
        lines.extend(["ja", "en"].map(|lang| format!("  {}", finding.message[lang])));
        let place = |o: &kijun_findings::Observation| {
            format!("  {} at {}:{}:{}", o.path, o.at.file, o.at.line, o.at.column)
        };
        lines.extend(finding.evidence.iter().map(place));
    }
    lines
}

fn part(part: &Part) -> String {
    partition(&part.name, part.figures)
}

fn figures(record: &RunRecord) -> Vec<String> {
    let figures = &record.figures;
    vec![partition("before", figures.before_exceptions), partition("after", figures.total)]
}

fn partition(name: &str, p: Partition) -> String {
    let rate = p.rate().map_or("no rate".to_owned(), |r| format!("{}/{}", r.numerator, r.denominator));
    format!(
        "{name}: pass {} fail {} unknown {} error {} waived {} not-applicable {} = {}, {rate}",
        p.pass,
        p.fail,
        p.unknown,
        p.error,
        p.waived,
        p.not_applicable,
        p.total()
    )
}

fn exceptions(record: &RunRecord) -> Vec<String> {
    record.exceptions.iter().map(exception).collect()
}

fn exception(exception: &ExceptionRecord) -> String {
    let used = if exception.used { "used" } else { "unused" };
    let orphan = exception.orphan.then(|| " orphan".to_owned());
    let renewal = |renewal: &Renewal| format!(" renews {} since {}", renewal.renews.join(" "), renewal.since);
    let superseded = exception.superseded.as_ref();
    let more = [
        orphan,
        exception.renewal.as_ref().map(renewal),
        exception.renewed_by.as_ref().map(|by| format!(" renewed by {by}")),
        superseded.map(|s| format!(" by {} as {}", s.by, s.continued_by.join(" ")).trim_end().to_owned()),
    ];
    let more: String = more.into_iter().flatten().collect();
    format!("{} {} {used}{more}", exception.id, exception.status)
}

/// The days that exceptions still have which end soon.
fn ends(record: &RunRecord) -> Vec<String> {
    let left = |e: &ExceptionRecord| Some(format!("{} {}", e.id, e.ends_in?));
    record.exceptions.iter().filter_map(left).collect()
}

fn diagnostics(record: &RunRecord) -> Vec<String> {
    let place = |at: &Location| format!(" {}:{}:{}", at.file, at.line, at.column);
    record
        .diagnostics
        .iter()
        .map(|d| format!("{}{}", d.id, d.at.as_ref().map_or(String::new(), place)))
        .collect()
}
