//! What is told of exceptions over time: that one ends, is taken up, renews another, is for nobody, or names what was superseded; in
//! every place where exceptions are told, in both languages.

use std::fs;

use serde_json::Value;

use crate::{Ran, kijun, project};

const MANIFEST: &str = "\
kijun: 1
project: office
period: { start: 2011-04-01, end: 2012-03-31 }
as_of: 2012-03-31
rules: [rules]
evidence: [{ kind: server, files: servers.yaml }]
";

const RULES: &str = "\
vocabulary v { kind server { key id : text  length : int } }
standard s { tier office edition 2010-04-01 uses v }
clause 1 \"old\" { for server  must length >= 6  exceptions by boss }
clause 2 \"gone\" { for server  must length >= 7  exceptions by boss }
";

const NEXT: &str = "\
standard s { tier office edition 2011-10-01 uses v  supersedes s@2010-04-01 }
clause 3 \"new\" { for server  must length >= 8  exceptions by boss  was s@2010-04-01:1 }
";

/// `to`, for whom, from when until when.
fn exception(id: &str, to: &str, key: &str, from: &str, until: &str) -> String {
    let whom = format!("for server where id == \"{key}\"");
    let granted = format!("approved by boss on {from} from {from} until {until}");
    format!("exception {id} \"{id}\" {{ to {to} {whom} {granted} because \"x\" }}\n")
}

fn office(manifest: &str) -> tempfile::TempDir {
    let exceptions = [
        exception("E-1", "s:3", "a", "2011-11-01", "2011-12-31"),
        exception("E-2", "s:3", "a", "2012-01-01", "2012-04-10"),
        exception("E-3", "s:3", "b", "2011-11-01", "2012-03-31"),
        exception("E-4", "s:3", "nobody", "2011-11-01", "2012-12-31"),
        exception("E-5", "s@2010-04-01:1", "a", "2011-11-01", "2012-12-31"),
        exception("E-6", "s@2010-04-01:2", "a", "2011-11-01", "2012-12-31"),
        exception("E-7", "s:3", "c", "2011-11-01", "2012-04-01"),
        exception("E-8", "s:3", "c", "2012-03-31", "2013-03-31"),
    ];
    let servers = "[{ id: a, length: 1 }, { id: b, length: 1 }, { id: c, length: 1 }, { id: d, length: 9 }]";
    let files = [
        ("kijun.yaml", manifest),
        ("rules/a.kijun", RULES),
        ("rules/b.kijun", NEXT),
        ("rules/roles.kijun", "role boss \"boss\" {}\n"),
        ("rules/c.kijun", &exceptions.concat()),
        ("servers.yaml", servers),
    ];
    project(&files)
}

/// The part of an audit about exceptions.
fn exceptions(ran: &Ran, head: &str, next: &str) -> String {
    let from = ran.out.find(head).ok_or_else(|| ran.whole()).unwrap();
    let until = ran.out[from..].find(next).unwrap();
    ran.out[from..from + until].trim_end().to_owned()
}

/// The days that exceptions still have, as the record says.
fn ends(record: &Value) -> Vec<String> {
    let left = |e: &Value| Some(format!("{} {}", e["id"].as_str()?, e["ends-in"].as_u64()?));
    record["exceptions"].as_array().unwrap().iter().filter_map(left).collect()
}

#[test]
fn an_audit_tells_all_of_it_in_english() {
    let folder = office(MANIFEST);
    let ran = kijun(folder.path(), &["audit", "--lang", "en"]);
    insta::assert_snapshot!(
        "exceptions-in-an-audit-in-english",
        exceptions(&ran, "Exceptions\n", "Results\n")
    );
}

#[test]
fn an_audit_tells_all_of_it_in_japanese() {
    let folder = office(MANIFEST);
    let ran = kijun(folder.path(), &["audit", "--lang", "ja"]);
    insta::assert_snapshot!("exceptions-in-an-audit-in-japanese", exceptions(&ran, "例外措置\n", "結果\n"));
}

#[test]
fn the_manifest_says_how_many_days_and_the_option_says_otherwise() {
    let json = |manifest: &str, more: &[&str]| {
        let ran = kijun(office(manifest).path(), &[&["audit", "--format", "json"], more].concat());
        serde_json::from_str::<Value>(&ran.out).unwrap()
    };
    let usual = json(MANIFEST, &[]);
    assert_eq!(
        (ends(&usual), &usual["warn-days"]),
        (vec!["E-2 10".to_owned(), "E-3 0".to_owned()], &30.into())
    );
    let few = MANIFEST.to_owned() + "warn_days: 9\n";
    assert_eq!(ends(&json(&few, &[])), ["E-3 0"]);
    assert_eq!(ends(&json(&few, &["--warn-days", "10"])), ["E-2 10", "E-3 0"]);
    assert_eq!(ends(&json(&few, &["--warn-days", "0"])), [""; 0]);
    // It moves no finding.
    assert_eq!(usual["findings"], json(MANIFEST, &["--warn-days", "0"])["findings"]);
}

#[test]
fn a_number_of_days_that_is_none_is_an_error() {
    for days in ["-1", "70000", "many"] {
        let ran = kijun(office(&format!("{MANIFEST}warn_days: {days}\n")).path(), &["check", "--lang", "en"]);
        assert_eq!(ran.code, 2, "{days}: {}", ran.whole());
        assert!(ran.err.contains("kijun.yaml:7:12"), "{days}: {}", ran.err);
    }
}

#[test]
fn a_line_of_json_for_each_exception() {
    let ran = kijun(office(MANIFEST).path(), &["audit", "--format", "jsonl"]);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids = lines.iter().filter_map(|line| line["exception"]["id"].as_str());
    assert_eq!(ids.collect::<Vec<_>>().join(" "), "E-1 E-2 E-3 E-4 E-5 E-6 E-7 E-8");
}

#[test]
fn a_quiet_audit_says_how_it_is_before_and_after_exceptions() {
    let folder = office(MANIFEST);
    let quiet = |lang| kijun(folder.path(), &["audit", "--quiet", "--lang", lang]).out;
    let (english, japanese) = (quiet("en"), quiet("ja"));
    assert!(english.contains("\nnot passing: 3 before exceptions, 0 after\n"), "{english}");
    assert!(japanese.contains("\n適合以外：例外適用前 3件、適用後 0件\n"), "{japanese}");
}

#[test]
fn explain_tells_what_an_audit_tells() {
    let folder = office(MANIFEST);
    let explained = |id: &str, lang| kijun(folder.path(), &["explain", id, "--lang", lang]).out;
    let heads = |lang| {
        let heads = ["E-2", "E-3", "E-4", "E-5", "E-6", "E-7"].map(|id| {
            let text = explained(id, lang);
            text.lines().skip(1).take_while(|line| !line.contains("rules/")).collect::<Vec<_>>().join(" | ")
        });
        heads.join("\n")
    };
    insta::assert_snapshot!("exceptions-explained-in-english", heads("en"));
    insta::assert_snapshot!("exceptions-explained-in-japanese", heads("ja"));
}

#[test]
fn a_report_tells_what_an_audit_tells() {
    let folder = office(MANIFEST);
    let report = |lang: &str, file: &str| {
        let ran = kijun(folder.path(), &["report", "--lang", lang, "--output", file]);
        assert!(ran.code < 2, "{}", ran.whole());
        fs::read_to_string(folder.path().join(file)).unwrap()
    };
    let rows = |text: &str| {
        let rows = text.lines().filter(|line| line.starts_with("<tr><th scope=\"row\" class=\"short\">E-"));
        rows.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("exceptions-in-a-report-in-english", rows(&report("en", "r.md")));
    insta::assert_snapshot!("exceptions-in-a-report-in-japanese", rows(&report("ja", "r.md")));
    let html = report("en", "r.html");
    assert!(html.contains("renewed once, since 1 November 2011: E-1"), "{html}");
}
