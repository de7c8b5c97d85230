//! `kijun follow-up` as a person and a script meet it: codes, formats, folders, broken records, hostile words.

use std::path::Path;

use kijun_findings::{RunRecord, Status};

use crate::{MANIFEST, RULES, Ran, kijun, project};

/// Two years of a project: `a` is mended, `b` is not, `c` is gone.
fn years() -> tempfile::TempDir {
    let next = MANIFEST.replace("2011-04-01", "2012-04-01").replace("2012-03-31", "2013-03-31");
    let folder = project(&[
        ("y1/kijun.yaml", MANIFEST),
        ("y1/rules/a.kijun", RULES),
        ("y1/evidence/a.yaml", "- { id: a, level: 1 }\n- { id: b, level: 1 }\n- { id: c, level: 1 }\n"),
        ("y2/kijun.yaml", &next),
        ("y2/rules/a.kijun", RULES),
        ("y2/evidence/a.yaml", "- { id: a, level: 9 }\n- { id: b, level: 1 }\n"),
    ]);
    audit(folder.path(), "y1");
    audit(folder.path(), "y2");
    folder
}

fn audit(folder: &Path, year: &str) -> Ran {
    kijun(folder, &["audit", "--project", year, "-o", &format!("{year}.json")])
}

fn follow(folder: &Path, more: &[&str]) -> Ran {
    kijun(folder, &[&["follow-up", "y1.json", "y2.json", "--lang", "en"], more].concat())
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).unwrap();
}

fn record(folder: &Path, name: &str) -> RunRecord {
    kijun_findings::from_json(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

/// Has the second year name the first, with these responses; audits it.
fn answered(folder: &Path, responses: &str) -> Ran {
    let manifest = std::fs::read_to_string(folder.join("y2/kijun.yaml")).unwrap();
    if !manifest.contains("previous") {
        let source =
            "previous: ../y1.json\nevidence:\n  - { kind: finding_response, files: responses.csv }\n";
        write(folder, "y2/kijun.yaml", &manifest.replace("evidence:\n", source));
    }
    write(folder, "y2/responses.csv", &format!("finding,claim,stated_on,due_on\n{responses}"));
    audit(folder, "y2")
}

#[test]
fn what_persists_or_is_lost_is_1_at_its_level_and_above() {
    let folder = years();
    assert_eq!(follow(folder.path(), &[]).code, 1);
    assert_eq!(follow(folder.path(), &["--fail-on", "urgent"]).code, 0);
    assert_eq!(follow(folder.path(), &["--fail-on", "never"]).code, 0);
    write(
        folder.path(),
        "y2/evidence/a.yaml",
        "- { id: a, level: 9 }\n- { id: b, level: 9 }\n- { id: c, level: 4 }\n",
    );
    audit(folder.path(), "y2");
    assert_eq!(follow(folder.path(), &[]).code, 0, "advice does not press");
    assert_eq!(follow(folder.path(), &["--fail-on", "advice"]).code, 1);
}

#[test]
fn folders_are_audited() {
    let folder = years();
    let of_folders = kijun(folder.path(), &["follow-up", "y1", "y2", "--lang", "en"]);
    assert_eq!(of_folders.whole(), follow(folder.path(), &[]).whole());
    assert_eq!(kijun(folder.path(), &["follow-up", "y1", "y2/evidence"]).code, 2);
}

#[test]
fn the_same_run_twice_has_everything_persisting_and_says_so() {
    let folder = years();
    let ran = kijun(folder.path(), &["follow-up", "y1.json", "y1.json", "--format", "json", "--lang", "en"]);
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let findings = value["findings"].as_array().unwrap();
    assert!(findings.iter().all(|finding| finding["status"] == "persisting") && !findings.is_empty());
    assert!(ran.err.contains("not a later audit"), "{}", ran.err);
}

#[test]
fn every_format_has_every_finding() {
    let folder = years();
    let old = record(folder.path(), "y1.json");
    for format in ["human", "json", "markdown", "csv"] {
        for lang in ["ja", "en"] {
            let args = ["follow-up", "y1.json", "y2.json", "-v", "--format", format, "--lang", lang];
            let out = kijun(folder.path(), &args).out;
            assert!(old.findings.iter().all(|finding| out.contains(&finding.id)), "{format}: {out}");
        }
    }
}

#[test]
fn records_that_cannot_be_used_are_2_and_say_what_to_do() {
    let folder = years();
    let text = std::fs::read_to_string(folder.path().join("y2.json")).unwrap();
    let cases = [
        ("cut.json", text[..200].to_owned(), "cannot be read as a run record"),
        ("other.json", text.replace("kijun/run/2", "kijun/run/9"), "of the form `kijun/run/9`"),
        ("empty.json", "{}".to_owned(), "cannot be read as a run record"),
        ("edited.json", text.replacen("\"pass\": ", "\"pass\": 1", 1), "cannot be read as a run record"),
        ("bytes.json", String::new(), "cannot be read as a run record"),
    ];
    for (name, text, said) in cases {
        write(folder.path(), name, &text);
        for args in [["follow-up", name, "y2.json"], ["follow-up", "y1.json", name]] {
            let ran = kijun(folder.path(), &[&args[..], &["--lang", "en"]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}");
            assert!(ran.err.contains(said) && ran.err.contains(name), "{}", ran.err);
        }
    }
    let missing = kijun(folder.path(), &["follow-up", "nowhere.json", "y2.json", "--lang", "en"]);
    assert!(missing.code == 2 && missing.err.contains("nowhere.json"), "{}", missing.err);
}

#[test]
fn an_audit_and_the_command_say_the_same() {
    let folder = years();
    let old = record(folder.path(), "y1.json");
    let id =
        |key: &str| old.findings.iter().find(|f| f.subject.as_ref().unwrap().key == key).unwrap().id.clone();
    let responses = format!(
        "{},fixed,2012-06-01,\n{},fixed,2012-06-01,\n{},planned,2012-06-01,2012-12-31\n",
        id("a"),
        id("b"),
        id("c")
    );
    answered(folder.path(), &responses);
    let new = record(folder.path(), "y2.json");
    let told = new.follow_up.unwrap();
    let ran = follow(folder.path(), &["--format", "json"]);
    let said: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(said["findings"], serde_json::to_value(&told.findings).unwrap());
    assert_eq!(said["figures"], serde_json::to_value(told.figures).unwrap());
    let statuses: Vec<(String, Status)> =
        told.findings.iter().map(|f| (f.subject.clone().unwrap().key, f.status)).collect();
    for (key, status) in [("a", Status::Fixed), ("b", Status::Persisting), ("c", Status::LostFromSight)] {
        assert!(statuses.contains(&(key.to_owned(), status)), "{statuses:?}");
    }
    let of_follow_up = new.findings.iter().filter(|f| f.matter == kijun_findings::Matter::FollowUp);
    let of_follow_up: Vec<(&str, &str)> =
        of_follow_up.map(|f| (&*f.lineage, f.subject.as_ref().unwrap().key.as_str())).collect();
    assert!(of_follow_up.contains(&("follow-up:claimed-fixed-without-evidence", &id("b"))));
    assert!(of_follow_up.contains(&("follow-up:overdue", &id("c"))));
    assert!(new.inputs.iter().any(|input| input.kind == kijun_findings::InputKind::PreviousRun));
}

#[test]
fn a_response_to_no_finding_is_2_and_says_which_was_meant() {
    let folder = years();
    let id = record(folder.path(), "y1.json").findings[0].id.clone();
    let slip = format!("{}x", &id[..13]);
    let ran = answered(folder.path(), &format!("{slip},fixed,2012-06-01,\n"));
    assert!(ran.err.contains("evidence/unknown-finding") && ran.err.contains(&id), "{}", ran.err);
    assert!(ran.code != 0);
    let ran = follow(folder.path(), &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(&slip) && ran.err.contains(&id), "{}", ran.err);
    assert!(ran.err.contains("responses.csv:2:1"), "{}", ran.err);
    assert!(!ran.err.contains("part of the input"), "{}", ran.err);
}

#[test]
fn a_record_with_a_finding_twice_or_a_day_that_is_none_is_2_and_says_so() {
    let folder = years();
    let mut twice = record(folder.path(), "y1.json");
    let id = twice.findings[0].id.clone();
    twice.findings.insert(0, twice.findings[0].clone());
    std::fs::write(folder.path().join("y1.json"), kijun_findings::to_json(&twice).unwrap()).unwrap();
    let ran = follow(folder.path(), &[]);
    assert!(ran.code == 2 && ran.err.contains(&format!("finding `{id}` is there twice")), "{}", ran.err);
    twice.findings.remove(0);
    twice.today = "soon".to_owned();
    std::fs::write(folder.path().join("y1.json"), kijun_findings::to_json(&twice).unwrap()).unwrap();
    let ran = follow(folder.path(), &[]);
    assert!(ran.code == 2 && ran.err.contains("`today` is `soon`, which is no date"), "{}", ran.err);
}

#[test]
fn another_record_than_the_one_that_was_followed_is_told() {
    let folder = years();
    answered(folder.path(), "");
    write(folder.path(), "y1/evidence/a.yaml", "- { id: a, level: 1 }\n");
    audit(folder.path(), "y1");
    assert!(follow(folder.path(), &[]).err.contains("not this record"));
}

#[test]
fn a_missing_or_broken_previous_record_keeps_the_audit_from_being_begun() {
    let folder = years();
    answered(folder.path(), "");
    for (text, id) in [
        ("{", "audit/previous-not-a-record"),
        ("{ \"schema\": \"kijun/run/9\" }", "audit/previous-version"),
        ("{ \"schema\": \"kijun/run/1\" }", "audit/previous-not-a-record"),
    ] {
        write(folder.path(), "y1.json", text);
        let ran = audit(folder.path(), "y2");
        assert!(ran.code == 2 && ran.err.contains(id) && ran.err.contains("kijun.yaml"), "{}", ran.err);
    }
    std::fs::remove_file(folder.path().join("y1.json")).unwrap();
    let ran = audit(folder.path(), "y2");
    assert!(ran.code == 2 && ran.err.contains("audit/previous-unreadable"), "{}", ran.err);
}

#[test]
fn a_record_of_a_run_that_is_not_earlier_is_a_warning() {
    let folder = years();
    let manifest = MANIFEST.replace("evidence:\n", "previous: ../y2.json\nevidence:\n");
    write(folder.path(), "y1/kijun.yaml", &manifest);
    let ran = audit(folder.path(), "y1");
    assert!(ran.err.contains("audit/previous-not-earlier"), "{}", ran.err);
}

#[test]
fn words_of_responses_and_records_cannot_drive_the_terminal() {
    let folder = years();
    let id = record(folder.path(), "y1.json").findings[0].id.clone();
    let source =
        format!("finding,claim,stated_on,due_on,evidence\n{id},fixed,2012-06-01,,\"\u{1b}[2J\u{202e}\"\n");
    answered(folder.path(), "");
    write(folder.path(), "y2/responses.csv", &source);
    audit(folder.path(), "y2");
    let text = std::fs::read_to_string(folder.path().join("y1.json")).unwrap();
    let evil = text.replace("\"project\": \"p\"", "\"project\": \"\\u001b[2J\\u009b31m\"");
    write(folder.path(), "y1.json", &evil);
    for format in ["human", "csv", "markdown"] {
        let ran = follow(folder.path(), &["-v", "--format", format]);
        if format == "human" {
            assert!(!ran.out.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{}", ran.out);
        }
        assert!(!ran.err.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{}", ran.err);
    }
}
