//! Measures over small projects: what counts, what is left out, what is unknown, and what is found.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use std::fs;
use std::path::Path;

use kijun::{Options, audit, load};
use kijun_findings::{
    Finding, Level, Matter, MeasureRecord, Measured, MeasuredPart, Outcome, Partition, RunRecord,
    TargetReached,
};

const MANIFEST: &str = "\
kijun: 1
project: office
period: { start: 2011-04-01, end: 2012-03-31 }
rules: [rules]
organisation: { units: { kind: unit, name: title } }
evidence:
  - { kind: unit, files: evidence/units.csv }
  - { kind: person, files: evidence/people.csv }
";

const VOCABULARY: &str = "\
vocabulary office {
  enum grade \"区分\" en \"Grade\" { clerk \"係員\" en \"Clerk\" < chief \"係長\" en \"Chief\" }
  kind unit { key id : text  title : text  parent : ref unit? }
  kind person {
    key id : text
    unit : ref unit \"所属\" en \"Unit\"
    team : text?
    grade : grade \"区分\" en \"Grade\"
    on_duty : bool
    on_leave : bool
    trained : bool
    tenure : duration
    hours : number
  }
}
role officer \"担当者\" en \"Officer\" {}
standard s { tier office edition 2010-04-01 uses office }
clause 1 { for person must hours >= 0 }
";

const UNITS: &str = "\
id,title,parent
hq,本省,
civil,民事局,hq
crime,刑事局,hq
east,東支局,civil
empty,空局,hq
";

/// A person of each line: unit, team, grade, on duty, on leave, trained, tenure, hours.
const PEOPLE: &str = "\
id,unit,team,grade,on_duty,on_leave,trained,tenure,hours
p1,civil,a,clerk,true,false,true,1 year,1.5
p2,civil,,chief,true,false,true,5 years,2
p3,east,b,clerk,true,false,false,2 years,0.25
p4,crime,b,clerk,true,true,false,1 year,4
p5,crime,a,chief,false,false,false,9 years,8
";

fn run_with(measures: &str, people: &str, manifest: &str, threads: usize) -> RunRecord {
    run_in(UNITS, measures, people, manifest, threads)
}

fn run_in(units: &str, measures: &str, people: &str, manifest: &str, threads: usize) -> RunRecord {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "kijun.yaml", manifest);
    write(folder.path(), "rules/office.kijun", VOCABULARY);
    write(folder.path(), "rules/measures.kijun", &format!("part of s@2010-04-01\n{measures}"));
    write(folder.path(), "evidence/units.csv", units);
    write(folder.path(), "evidence/people.csv", people);
    let loaded = load(folder.path());
    let options = Options { threads: Some(threads), as_of: None };
    assert!(!loaded.diagnostics.has_errors(), "{:?}", loaded.diagnostics);
    audit(&loaded, options).unwrap().record
}

fn run(measures: &str, people: &str) -> RunRecord {
    run_with(measures, people, MANIFEST, 2)
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The only measure over people that a member list makes.
fn one(members: &str, people: &str) -> (MeasureRecord, Vec<Finding>) {
    let record = run(&format!("measure m \"率\" en \"Rate\" {{ over person {members} }}"), people);
    let findings = record.findings.into_iter().filter(|f| f.matter == Matter::Measure).collect();
    (record.measures.into_iter().next().unwrap(), findings)
}

fn value(measured: &Measured, lang: &str) -> Option<String> {
    measured.value.as_ref().map(|texts| texts[lang].clone())
}

/// A part's key, title in Japanese and parent; how many count, of how many.
type Told<'a> = (Option<&'a str>, &'a str, Option<&'a str>, u64, u64);

fn titles(parts: &[MeasuredPart]) -> Vec<Told<'_>> {
    let of = |p: &MeasuredPart| p.measured.figures.assessed() - p.measured.figures.waived;
    parts
        .iter()
        .map(|p| {
            (p.key.as_deref(), p.title["ja"].as_str(), p.parent.as_deref(), p.measured.figures.pass, of(p))
        })
        .collect()
}

#[test]
fn what_is_outside_and_what_is_left_out_are_counted_apart() {
    let (m, findings) =
        one("where on_duty except on_leave because \"休業中\" share trained target >= 60%", PEOPLE);
    let figures = Partition { pass: 2, fail: 1, waived: 1, not_applicable: 1, ..Partition::default() };
    assert_eq!(m.whole.figures, figures);
    assert_eq!(m.whole.target, Some(TargetReached::Reached));
    assert_eq!((m.measure.as_str(), m.target.as_deref()), ("s@2010-04-01:m", Some(">= 60%")));
    assert_eq!(findings, []);
}

#[test]
fn a_target_that_is_missed_is_a_finding_with_its_figures() {
    let (m, findings) = one(
        "where on_duty except on_leave because \"休業中\" en \"on leave\" share trained target >= 98% owner officer see s:1",
        PEOPLE,
    );
    assert_eq!((m.see, m.whole.target), (vec!["s@2010-04-01:1".to_owned()], Some(TargetReached::Missed)));
    let [finding] = &findings[..] else { panic!("{findings:?}") };
    assert_eq!((finding.level, finding.outcome), (Level::Finding, Some(Outcome::Fail)));
    assert_eq!((&*finding.provision, &*finding.lineage), ("s@2010-04-01:m", "s:m"));
    assert_eq!(finding.role.as_ref().unwrap().name, "officer");
    assert_eq!(
        finding.message["en"],
        "2/3 = 66.7% (1 left out: on leave); the target, at least 98%, is missed"
    );
    assert_eq!(finding.message["ja"], "2/3 = 66.7%（除外 1：休業中）。目標（98%以上）を満たしていません");
}

#[test]
fn what_is_unknown_never_counts_and_may_decide() {
    let unsure = PEOPLE.replace("p3,east,b,clerk,true,false,false", "p3,east,b,clerk,true,false,");
    let target = |op: &str| one(&format!("where on_duty except on_leave share trained target {op}"), &unsure);
    assert_eq!(target(">= 60%").0.whole.target, Some(TargetReached::Reached));
    assert_eq!(target("> 66.6%").0.whole.target, Some(TargetReached::Reached));
    let (m, findings) = target(">= 98%");
    assert_eq!((m.whole.figures.pass, m.whole.figures.unknown), (2, 1));
    assert_eq!(m.whole.target, Some(TargetReached::Undecided));
    assert_eq!(findings[0].outcome, Some(Outcome::Unknown));
    assert_eq!(
        findings[0].message["en"],
        "2/3 = 66.7% (1 left out; 1 not known); whether the target, at least 98%, is reached cannot be told"
    );
    assert_eq!(target("<= 60%").0.whole.target, Some(TargetReached::Missed));
}

#[test]
fn who_may_belong_and_may_not_is_unknown_though_all_else_is_known() {
    let unsure = PEOPLE.replace("p1,civil,a,clerk,true", "p1,civil,a,clerk,");
    let (m, _) = one("where on_duty share trained target >= 30%", &unsure);
    assert_eq!(
        m.whole.figures,
        Partition { pass: 1, fail: 2, unknown: 1, not_applicable: 1, ..Partition::default() }
    );
    assert_eq!(m.whole.target, Some(TargetReached::Undecided));
    let (m, _) = one("except on_duty share trained", &unsure);
    assert_eq!(m.whole.figures, Partition { fail: 1, unknown: 1, waived: 3, ..Partition::default() });
}

#[test]
fn nothing_assessed_is_said_and_is_no_hundred_per_cent() {
    let (m, findings) = one("where hours > 100 share trained target >= 0%", PEOPLE);
    assert_eq!((m.whole.target, m.whole.figures.rate()), (Some(TargetReached::NothingAssessed), None));
    assert_eq!(findings[0].message["en"], "nothing could be assessed; the target is at least 0%");
    let (m, findings) = one("where hours > 100 count target <= 3", PEOPLE);
    assert_eq!((value(&m.whole, "en").as_deref(), findings.len()), (Some("0"), 0));
    let (m, _) = one("where hours > 100 mean hours target <= 3", PEOPLE);
    assert_eq!((m.whole.value, m.whole.target), (None, Some(TargetReached::NothingAssessed)));
}

#[test]
fn a_mean_of_times_is_years_and_months() {
    let section = "where on_duty mean tenure target >= 2 years 3 months";
    let (m, findings) = one(section, PEOPLE);
    assert_eq!(value(&m.whole, "ja").as_deref(), Some("2年3か月"));
    assert_eq!((value(&m.whole, "en").as_deref(), findings.len()), (Some("2 years 3 months"), 0));
    let (m, _) = one("sum hours", PEOPLE);
    assert_eq!(value(&m.whole, "en").as_deref(), Some("15.75"));
    let (m, _) = one("mean hours target < 3.15", PEOPLE);
    assert_eq!(
        (value(&m.whole, "en").as_deref(), m.whole.target),
        (Some("3.15"), Some(TargetReached::Missed))
    );
    let (m, _) = one("where trained max grade target >= chief", PEOPLE);
    assert_eq!(
        (value(&m.whole, "ja").as_deref(), m.whole.target),
        (Some("係長"), Some(TargetReached::Reached))
    );
}

#[test]
fn the_least_is_decided_where_one_is_low_enough_though_others_are_unknown() {
    let unsure = PEOPLE.replace("9 years,8", "9 years,");
    let of = |members: &str| one(members, &unsure).0.whole;
    assert_eq!(of("min hours target >= 1").target, Some(TargetReached::Missed));
    assert_eq!(of("min hours target >= 0.1").target, Some(TargetReached::Undecided));
    assert_eq!(of("max hours target >= 4").target, Some(TargetReached::Reached));
    assert_eq!(of("sum hours target >= 1").target, Some(TargetReached::Undecided));
    assert_eq!((of("mean hours").value, of("mean hours").figures.unknown), (None, 1));
}

#[test]
fn units_stand_in_their_tree_and_hold_what_is_below_them() {
    let (m, findings) = one("where on_duty except on_leave share trained each >= 80% by unit", PEOPLE);
    let [units] = &m.breakdowns[..] else { panic!() };
    assert_eq!((units.kind.as_deref(), units.by["ja"].as_str()), (Some("unit"), "所属"));
    assert_eq!(
        titles(&units.parts),
        [
            (Some("hq"), "本省", None, 2, 3),
            (Some("civil"), "民事局", Some("hq"), 2, 3),
            (Some("east"), "東支局", Some("civil"), 0, 1),
            (Some("crime"), "刑事局", Some("hq"), 0, 0),
        ]
    );
    let told: Vec<_> = findings.iter().map(|f| (f.unit.as_deref().unwrap(), &*f.lineage)).collect();
    assert_eq!(told, [("civil", "s:m/unit/civil"), ("east", "s:m/unit/east"), ("hq", "s:m/unit/hq")]);
    assert_eq!(findings[1].message["ja"], "東支局：0/1 = 0.0%。目標（80%以上）を満たしていません");
    let subject = findings[1].subject.as_ref().unwrap();
    assert_eq!((subject.kind.as_str(), subject.key.as_str()), ("unit", "east"));
}

/// Of units that stand below a gap, or in a circle, nobody knows to whom they belong.
#[test]
fn a_unit_that_leads_nowhere_may_belong_to_any_other() {
    let people: Vec<&str> = PEOPLE.lines().filter(|line| !line.starts_with("p4")).collect();
    let people =
        people.join("\n").replace("p3,east,b,clerk,true,false,false", "p3,east,b,clerk,true,false,true");
    let people = people.replace("p5,crime,a,chief,false,false,false", "p5,crime,a,chief,true,false,false");
    let targets = |units: &str| -> Vec<(String, TargetReached)> {
        let measure = "measure m \"率\" { over person share trained each >= 100% by unit }";
        let record = run_in(units, measure, &people, MANIFEST, 1);
        let parts = record.measures[0].breakdowns[0].parts.iter();
        parts.map(|p| (p.key.clone().unwrap_or_default(), p.measured.target.unwrap())).collect()
    };
    use TargetReached::{Missed, Reached, Undecided};
    let told =
        |parts: [(&str, TargetReached); 4]| parts.map(|(key, reached)| (key.to_owned(), reached)).to_vec();
    assert_eq!(
        targets(UNITS),
        told([("hq", Missed), ("civil", Reached), ("east", Reached), ("crime", Missed)])
    );
    let lost = told([("crime", Missed), ("hq", Undecided), ("civil", Undecided), ("east", Undecided)]);
    let row = "crime,刑事局,hq\n";
    assert_eq!(targets(&UNITS.replace(row, "")), lost);
    assert_eq!(targets(&UNITS.replace(row, "crime,刑事局,gone\n")), lost);
    assert_eq!(targets(&UNITS.replace(row, "crime,刑事局,crime\n")), lost);
}

#[test]
fn parts_of_an_enumeration_come_in_its_order_and_without_a_value_last() {
    let (m, _) = one("count by grade, team, on_duty", &PEOPLE.replace("p4,crime,b,clerk", "p4,crime,b,"));
    let titles: Vec<_> = m.breakdowns.iter().map(|b| titles(&b.parts)).collect();
    assert_eq!(
        titles,
        [
            vec![
                (Some("clerk"), "係員", None, 2, 2),
                (Some("chief"), "係長", None, 2, 2),
                (None, "不明", None, 1, 1)
            ],
            vec![(Some("a"), "a", None, 2, 2), (Some("b"), "b", None, 2, 2), (None, "なし", None, 1, 1)],
            vec![(Some("false"), "いいえ", None, 1, 1), (Some("true"), "はい", None, 4, 4)],
        ]
    );
}

#[test]
fn who_belongs_to_no_known_part_may_belong_to_any() {
    let lost = PEOPLE.replace("p3,east,b", "p3,,b");
    let each = |op: &str| {
        let (m, _) = one(&format!("where on_duty except on_leave share trained each {op} by unit"), &lost);
        m.breakdowns[0].parts.iter().find(|p| p.key.as_deref() == Some("civil")).unwrap().measured.target
    };
    assert_eq!(each(">= 60%"), Some(TargetReached::Reached));
    assert_eq!(each(">= 80%"), Some(TargetReached::Undecided));
}

#[test]
fn the_manifest_gives_levels_to_measures() {
    let manifest = format!(
        "{MANIFEST}levels:\n  - {{ measure: [undecided], level: recommendation }}\n  - {{ measure: [missed, nothing-assessed], tier: [office], level: urgent }}\n  - {{ level: finding }}\n"
    );
    let measure = "measure m { over person share trained target >= 98% }";
    let record = run_with(measure, PEOPLE, &manifest, 1);
    assert_eq!(record.findings[0].level, Level::Urgent);
}

#[test]
fn a_measure_of_a_document_that_does_not_bind_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "kijun.yaml", MANIFEST);
    write(folder.path(), "rules/office.kijun", VOCABULARY);
    write(
        folder.path(),
        "rules/later.kijun",
        "standard later { tier office edition 2015-04-01 uses office }\nmeasure m { over person count }",
    );
    write(folder.path(), "rules/free.kijun", "measure m { over person count }");
    write(folder.path(), "evidence/units.csv", UNITS);
    write(folder.path(), "evidence/people.csv", PEOPLE);
    let record = audit(&load(folder.path()), Options::default()).unwrap().record;
    let names: Vec<&str> = record.measures.iter().map(|m| m.measure.as_str()).collect();
    assert_eq!(names, ["m"]);
}

/// Rules about what stands below what, over the same people.
const BELOW: &str = "\
clause 2 \"支局\" { for person  must unit in \"civil\" else \"民事局の者ではありません\" }
clause 3 { for unit  must no p in all person where not (p.unit in self) : p.on_leave }
";

#[test]
fn what_stands_below_is_looked_up_in_the_tree_and_explained_link_by_link() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "kijun.yaml", MANIFEST);
    write(folder.path(), "rules/office.kijun", VOCABULARY);
    write(folder.path(), "rules/below.kijun", &format!("part of s@2010-04-01\n{BELOW}"));
    write(folder.path(), "evidence/units.csv", &UNITS.replace("empty,空局,hq", "lost,迷子,gone"));
    let people = format!("{PEOPLE}p6,lost,,clerk,true,false,true,1 year,1\n");
    write(folder.path(), "evidence/people.csv", &people);
    let loaded = load(folder.path());
    let record = audit(&loaded, Options::default()).unwrap().record;
    let of = |clause: &str| {
        let letters = |f: &&Finding| f.provision.contains(clause);
        let found = record.findings.iter().filter(letters);
        found.map(|f| (f.subject.as_ref().unwrap().key.as_str(), f.outcome.unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(of(":2#"), [("p4", Outcome::Fail), ("p5", Outcome::Fail), ("p6", Outcome::Unknown)]);
    assert_eq!(of(":3#"), [("civil", Outcome::Fail), ("east", Outcome::Fail), ("lost", Outcome::Fail)]);
    let id = |key: &str| {
        let is =
            |f: &&Finding| f.subject.as_ref().is_some_and(|s| s.key == key) && f.provision.contains(":2#");
        record.findings.iter().find(is).unwrap()
    };
    let seen = |key: &str| -> Vec<(String, String)> {
        let seen = id(key).evidence.iter();
        let of =
            |o: &kijun_findings::Observation| o.subject.as_ref().map(|s| s.key.clone()).unwrap_or_default();
        seen.map(|o| (format!("{}.{}", of(o), o.path), format!("{:?}", o.found))).collect()
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        seen("p4"),
        [pair(".unit", "Value(\"crime\")"), pair("crime.parent", "Value(\"hq\")"), pair("hq.parent", "Null")]
    );
    let lost = seen("p6");
    assert_eq!(lost.last().unwrap().0, ".all unit", "{lost:?}");
    let explained = kijun::explain(&loaded, Options::default(), &id("p4").id).unwrap();
    let rows: Vec<&str> = explained.rows.iter().map(|row| row.text["en"].as_str()).collect();
    assert_eq!(rows, ["unit in \"civil\"", "unit", "\"civil\"", "crime: parent", "hq: parent"]);
}
