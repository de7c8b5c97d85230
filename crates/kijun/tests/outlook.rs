//! What is coming is what one would see who judged every day.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use std::collections::BTreeMap;
use std::fs;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use kijun::{Loaded, Options};
use kijun_findings::{Aspect, Cause, Coming, Level, Outlook, RunRecord};
use tempfile::TempDir;

const MANIFEST: &str = "kijun: 1\nproject: p\nperiod: { start: 2011-04-01, end: 2012-03-31 }\nrules: [rules]\n\
                        evidence:\n  - { kind: server, files: evidence.yaml }\n";

const RULES: &str = "\
vocabulary v { kind server { key id : text  level : int  checked_on : date } }
standard s { tier office edition 2010-04-01 uses v }
clause 1 \"old\" { for server  must level >= 3 }
clause 2 \"age\" { for server  must age(checked_on) <= 100 days }
clause 3 \"coming\" { in force from 2012-05-01  for server  must level >= 5 }
clause 4 \"going\" { until 2012-04-20  for server  must level >= 9 }
clause 5 \"excepted\" { for server  must level >= 6  exceptions by boss }
clause 6 \"grace\" { in force from 2012-03-01  grace 2 months where checked_on < 2012-03-05
  for server  must level >= 7 }
role boss \"b\" {}
exception E-1 \"e\" {
  to s:5 for server approved by boss on 2011-04-01 from 2011-04-01 until 2012-05-15 because \"x\"
}
";

const NEXT: &str = "\
standard s { tier office edition 2012-04-10 uses v supersedes s@2010-04-01 }
clause 1 \"old\" { for server  must level >= 4 }
clause 2 \"age\" { for server  must age(checked_on) <= 80 days }
";

fn project(rules: &[&str], evidence: &str) -> (TempDir, Loaded) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    fs::create_dir(path.join("rules")).unwrap();
    fs::write(path.join("kijun.yaml"), MANIFEST).unwrap();
    fs::write(path.join("evidence.yaml"), evidence).unwrap();
    for (i, rules) in rules.iter().enumerate() {
        fs::write(path.join(format!("rules/{i}.kijun")), rules).unwrap();
    }
    let loaded = kijun::load(path);
    assert!(!loaded.diagnostics.has_errors(), "{:?}", loaded.diagnostics);
    (folder, loaded)
}

fn on(loaded: &Loaded, day: Option<Date>) -> RunRecord {
    kijun::audit(loaded, Options { as_of: day, threads: Some(1) }).unwrap().record
}

fn outlook(loaded: &Loaded, until: Date) -> Outlook {
    let options = Options { as_of: Some(until), threads: Some(1) };
    kijun::outlook(loaded, &on(loaded, Some(until)), options).unwrap()
}

fn told(record: &RunRecord) -> BTreeMap<String, Level> {
    record.findings.iter().map(|finding| (finding.id.clone(), finding.level)).collect()
}

const EVIDENCE: &str = "\
- { id: a, level: 4, checked_on: 2012-03-01 }
- { id: b, level: 9, checked_on: 2012-03-11 }
- { id: c, level: 3, checked_on: 2012-02-01 }
- { id: d, level: 6, checked_on: 2012-03-20 }
";

fn every_day_bears_it_out(rules: &[&str]) {
    let (_folder, loaded) = project(rules, EVIDENCE);
    let until = date(2012, 7, 20);
    let outlook = outlook(&loaded, until);
    let mut days = BTreeMap::new();
    let mut day = date(2012, 3, 31);
    while day <= until {
        days.insert(day.to_string(), told(&on(&loaded, Some(day))));
        day = day.saturating_add(1.day());
    }
    let own = told(&on(&loaded, None));
    assert!(!outlook.worse.is_empty());
    for coming in &outlook.worse {
        let level = coming.after.told.as_ref().unwrap().level;
        let stands = |told: &BTreeMap<String, Level>| told.get(&coming.id).is_some_and(|l| *l <= level);
        let before = coming.last.as_ref().map_or(&own, |last| &days[last]);
        assert!(stands(&days[&coming.from]) && !stands(before), "{coming:#?}");
        let first = days.iter().find(|(_, told)| stands(told)).unwrap().0;
        assert_eq!(*first, coming.from, "{} {:?}", coming.lineage, coming.subject);
    }
    let at_last = &days[&until.to_string()];
    let news = at_last.keys().filter(|id| !own.contains_key(*id));
    let missed = news.filter(|id| outlook.worse.iter().all(|coming| coming.id != **id));
    assert_eq!(missed.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_first_day_is_the_first_that_one_would_see_day_by_day() {
    every_day_bears_it_out(&[RULES]);
}

#[test]
fn so_it_is_where_an_edition_takes_over() {
    every_day_bears_it_out(&[RULES, NEXT]);
}

#[test]
fn an_edition_in_force_since_the_start_of_the_period_is_told_as_already_there() {
    let next = NEXT.replace("2012-04-10", "2012-01-10");
    let (_folder, loaded) = project(&[RULES, &next], EVIDENCE);
    let outlook = outlook(&loaded, date(2012, 4, 2));
    let already: Vec<_> = outlook.worse.iter().filter(|coming| coming.last.is_none()).collect();
    assert!(!already.is_empty() && already.iter().all(|coming| coming.from == "2012-03-31"), "{outlook:#?}");
}

#[test]
fn however_many_first_days_there_are_each_is_exact() {
    let day = date(2012, 3, 31);
    let server = |i: i32| {
        format!("- {{ id: s{i:03}, level: 9, checked_on: {} }}\n", day.saturating_add((-3 * i).days()))
    };
    let evidence: String = (0..110).map(server).collect();
    let rules = RULES.replace("<= 100 days", "<= 400 days");
    let (_folder, loaded) = project(&[&rules], &evidence);
    // So long a range that not each of its days need be judged.
    for until in [date(2013, 6, 30), date(2016, 6, 30)] {
        let outlook = outlook(&loaded, until);
        let aged = outlook.worse.iter().filter(|coming| *coming.lineage == *"s:2#1");
        let found: BTreeMap<String, Date> = aged
            .map(|coming| (coming.subject.as_ref().unwrap().key.clone(), coming.from.parse().unwrap()))
            .collect();
        let expected = (0..110).map(|i| (format!("s{i:03}"), day.saturating_add((401 - 3 * i).days())));
        assert_eq!(found, expected.collect());
    }
}

#[test]
fn the_end_of_a_grace_is_told_with_what_is_asked_from_then_on() {
    let (_folder, loaded) = project(&[RULES], EVIDENCE);
    let outlook = outlook(&loaded, date(2012, 7, 20));
    let is_spared = |coming: &&Coming| {
        let subject = coming.subject.as_ref().map(|subject| subject.key.as_str());
        *coming.lineage == *"s:6#1" && matches!(subject, Some("a" | "c"))
    };
    let spared: Vec<_> = outlook.worse.iter().filter(is_spared).collect();
    assert_eq!(spared.len(), 2);
    for coming in spared {
        assert_eq!(coming.from, "2012-05-01");
        let [Cause::Rule { before, after, dimensions, .. }] = &coming.causes[..] else {
            panic!("{:?}", coming.causes)
        };
        assert_eq!((before, after.as_deref()), (after, Some("s@2010-04-01:6#1")));
        assert_eq!(dimensions[0].before.as_deref(), Some("grace 2 months where checked_on < 2012-03-05"));
        assert_eq!(dimensions[1].after.as_deref(), Some("must level >= 7"));
    }
}

#[test]
fn of_an_edition_that_takes_over_it_is_told_in_what_it_differs() {
    let (_folder, loaded) = project(&[RULES, NEXT], EVIDENCE);
    let outlook = outlook(&loaded, date(2012, 4, 30));
    let older = outlook.worse.iter().find(|coming| *coming.lineage == *"s:1#1").unwrap();
    let Cause::Rule { dimensions, .. } = &older.causes[0] else { panic!("{:?}", older.causes) };
    let told: Vec<_> = dimensions
        .iter()
        .map(|change| (change.dimension, change.before.as_deref(), change.after.as_deref()))
        .collect();
    assert_eq!(told, [(Aspect::Strength, Some("level >= 3"), Some("level >= 4"))]);
}

#[test]
fn a_day_that_is_not_later_has_no_outlook() {
    let (_folder, loaded) = project(&[RULES], EVIDENCE);
    let options = Options { as_of: Some(date(2012, 3, 31)), threads: Some(1) };
    assert!(kijun::outlook(&loaded, &on(&loaded, options.as_of), options).is_none());
}
