//! Sheets go out, come back filled in, and are evidence; samples are drawn, and a file of one is held against the evidence.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx};
use kijun::{
    Deviation, Loaded, Options, QuestionnaireOptions, Questionnaires, audit, draw, load, questionnaires,
    verify_sample,
};
use kijun_diag::{Catalogue, Lang};

const RULES: &str = r#"
vocabulary v {
  enum group { headquarters, regional, abroad }
  kind unit { key id : text  group : group }
  kind person { key id : text  unit : ref unit  on_duty : bool }
}
role staff "職員" en "Staff" {}
role officer "責任者" en "Officer" {}
standard s { tier office edition 2010-04-01 uses v }
clause 1 "離席" en "Leaving" {
  for person where on_duty  by staff
  attest "画面をロックしていますか。" en "Do you lock the screen?"
  attest "研修を受けましたか。" en "Have they been trained?" by officer
}
"#;

const MANIFEST: &str = "\
kijun: 1
project: p
title: 試験
period: { start: 2011-04-01, end: 2012-03-31 }
rules: [rules]
evidence:
  - { kind: unit, files: evidence/units.json }
  - { kind: person, files: evidence/people.json }
  - { kind: answer, files: \"answers/*.csv\" }
samples:
  - { name: visit, of: [\"s:1#1\"], strata: [unit.group], size: 30%, at_least: 2, seed: t }
";

/// Keys that a spreadsheet, a table or a shell might make something else of.
const ODD: [&str; 13] = [
    "=cmd|'/c calc'!A1",
    "+1",
    "-1",
    "@x",
    "'=quoted",
    "''''",
    "a,b",
    "\"q\"",
    "two\nlines",
    "ＡＢＣ１２３",
    "＝全角",
    "職員/甲",
    "0012",
];

/// A project of these people, all of them on duty at headquarters.
fn project(people: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "kijun.yaml", MANIFEST);
    write(folder.path(), "rules/s.kijun", RULES);
    write(
        folder.path(),
        "evidence/units.json",
        r#"[{"id":"H","group":"headquarters"},{"id":"R","group":"regional"}]"#,
    );
    set_people(folder.path(), &people.iter().map(|id| (*id, "H")).collect::<Vec<_>>());
    folder
}

fn set_people(folder: &Path, people: &[(&str, &str)]) {
    let person = |(id, unit): &(&str, &str)| serde_json::json!({ "id": id, "unit": unit, "on_duty": true });
    let people: Vec<serde_json::Value> = people.iter().map(person).collect();
    write(folder, "evidence/people.json", &serde_json::Value::Array(people).to_string());
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn asked(folder: &Path, lang: Lang) -> Questionnaires {
    questionnaires(&load(folder), &QuestionnaireOptions { lang, ..Default::default() }).unwrap()
}

/// The sheet of a role as comma-separated values.
fn sheet(folder: &Path, role: &str, lang: Lang) -> String {
    let asked = asked(folder, lang);
    let sheet = asked.sheets.iter().find(|sheet| sheet.role == role).unwrap();
    sheet.sheet.csv(&Catalogue::new(lang))
}

/// Outcomes of the two questions, by subject: a letter each.
fn outcomes(folder: &Path) -> BTreeMap<String, String> {
    let audit = audit(&load(folder), Options::default()).unwrap();
    let told: Vec<_> = audit.diagnostics.iter().map(|d| d.id.name()).collect();
    assert!(told.is_empty(), "{told:?}");
    let people = audit.record.results.iter().find(|kind| kind.kind == "person").unwrap();
    let letters = |i: usize| people.rows.iter().map(|row| row.outcomes.chars().nth(i).unwrap()).collect();
    people.subjects.iter().enumerate().map(|(i, key)| (key.clone(), letters(i))).collect()
}

#[test]
fn what_nobody_filled_in_is_unknown_and_never_passes() {
    for lang in [Lang::En, Lang::Ja] {
        let folder = project(&ODD);
        for role in ["staff", "officer"] {
            write(folder.path(), &format!("answers/{role}.csv"), &sheet(folder.path(), role, lang));
        }
        let outcomes = outcomes(folder.path());
        assert_eq!(outcomes.len(), ODD.len());
        assert!(outcomes.values().all(|letters| letters == "UU"), "{outcomes:?}");
    }
}

#[test]
fn every_key_comes_back_as_it_went_out() {
    for (lang, day, yes) in [(Lang::En, "2011-09-01", "yes"), (Lang::Ja, "2011-09-01", "はい")] {
        let folder = project(&ODD);
        let filled = sheet(folder.path(), "staff", lang).replace(",,,\r\n", &format!(",{day},{yes},\r\n"));
        write(folder.path(), "answers/staff.csv", &filled);
        let outcomes = outcomes(folder.path());
        for key in ODD {
            assert_eq!(outcomes.get(key).map(String::as_str), Some("PU"), "{key:?}");
        }
    }
}

#[test]
fn a_no_fails_and_stays_with_whom_it_is_about() {
    let folder = project(&["a", "b"]);
    let filled = sheet(folder.path(), "staff", Lang::En).replacen(",,,\r\n", ",2011-09-01,no,\r\n", 1);
    write(folder.path(), "answers/staff.csv", &filled);
    let outcomes = outcomes(folder.path());
    assert_eq!((outcomes["a"].as_str(), outcomes["b"].as_str()), ("FU", "UU"));
}

#[test]
fn a_row_is_there_where_a_guard_cannot_be_decided_and_not_where_it_is_false() {
    let folder = project(&[]);
    let people = r#"[{"id":"on","unit":"H","on_duty":true},{"id":"off","unit":"H","on_duty":false},
        {"id":"silent","unit":"H"},{"id":"odd","unit":"H","on_duty":"perhaps"}]"#;
    write(folder.path(), "evidence/people.json", people);
    let asked = asked(folder.path(), Lang::En);
    let subjects: Vec<&str> = asked.sheets[1].sheet.rows.iter().map(|row| &*row.subject).collect();
    assert_eq!(subjects, ["odd", "on", "silent"]);
    assert!(asked.diagnostics.has_errors());
}

#[test]
fn a_number_stays_when_others_come_and_go() {
    let number = |people: &[&str]| {
        let folder = project(people);
        let asked = asked(folder.path(), Lang::Ja);
        let rows = &asked.sheets[1].sheet.rows;
        rows.iter().find(|row| *row.subject == *"b").unwrap().number.clone()
    };
    assert_eq!(number(&["a", "b", "c"]), number(&["b"]));
}

#[test]
fn a_blank_sheet_asks_each_question_once_and_needs_no_evidence() {
    let folder = project(&["a"]);
    std::fs::remove_dir_all(folder.path().join("evidence")).unwrap();
    let options = QuestionnaireOptions { blank: true, ..Default::default() };
    let asked = questionnaires(&load(folder.path()), &options).unwrap();
    assert_eq!(asked.sheets.iter().map(|sheet| sheet.sheet.rows.len()).collect::<Vec<_>>(), [1, 1]);
    assert!(asked.sheets.iter().all(|sheet| sheet.sheet.rows[0].subject.is_empty()));
    assert!(asked.diagnostics.is_empty());
}

#[test]
fn a_workbook_holds_the_same_and_its_bytes_are_always_the_same() {
    let folder = project(&ODD);
    let catalogue = Catalogue::new(Lang::Ja);
    let workbook = || asked(folder.path(), Lang::Ja).sheets[1].sheet.xlsx(&catalogue).unwrap();
    let bytes = workbook();
    assert!(bytes == workbook(), "two workbooks of the same questions differ");
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let range = workbook.worksheet_range("自己点検票").unwrap();
    let header: Vec<String> = range.rows().nth(3).unwrap().iter().map(Data::to_string).collect();
    assert_eq!(header, ["回答番号", "点検項目", "条項", "設問", "組織", "対象", "回答日", "回答", "備考"]);
    let mut subjects: Vec<String> = range.rows().skip(4).map(|row| row[5].to_string()).collect();
    let mut odd = ODD.map(str::to_owned).to_vec();
    subjects.sort();
    odd.sort();
    assert_eq!(subjects, odd);
}

#[test]
fn a_workbook_comes_back_filled_in() {
    for lang in [Lang::Ja, Lang::En] {
        let folder = project(&ODD);
        let manifest = MANIFEST.replace("answers/*.csv", "answers/*.xlsx");
        write(folder.path(), "kijun.yaml", &manifest);
        let asked = asked(folder.path(), lang);
        let catalogue = Catalogue::new(lang);
        let blank = asked.sheets[0].sheet.xlsx(&catalogue).unwrap();
        std::fs::create_dir(folder.path().join("answers")).unwrap();
        std::fs::write(folder.path().join("answers/officer.xlsx"), blank).unwrap();
        let staff =
            filled(&asked.sheets[1].sheet.xlsx(&catalogue).unwrap(), &asked.sheets[1].sheet.replies[0]);
        std::fs::write(folder.path().join("answers/staff.xlsx"), staff).unwrap();
        let outcomes = outcomes(folder.path());
        for key in ODD {
            assert_eq!(outcomes.get(key).map(String::as_str), Some("PU"), "{key:?}");
        }
    }
}

/// A workbook as a person leaves it: a day and an answer in each row below the header.
fn filled(bytes: &[u8], reply: &str) -> Vec<u8> {
    let mut there: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let range = there.worksheet_range_at(0).unwrap().unwrap();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let page = workbook.add_worksheet();
    let day = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    for (at, row) in (0..).zip(range.rows()) {
        for (column, cell) in (0..).zip(row).filter(|(_, cell)| **cell != Data::Empty) {
            page.write_string(at, column, cell.to_string()).unwrap();
        }
        if at > 3 {
            let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2011, 9, 1).unwrap();
            page.write_datetime_with_format(at, 6, &date, &day).unwrap();
            page.write_string(at, 7, reply).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn drawn(loaded: &Loaded) -> Vec<(String, String, bool)> {
    let rows = draw(loaded, "visit", Lang::En).unwrap().sheet.rows;
    rows.into_iter().map(|row| (row.stratum, row.subject, row.drawn)).collect()
}

#[test]
fn a_draw_follows_from_seed_strata_and_keys_and_not_from_the_order_of_evidence() {
    let folder = project(&[]);
    let mut people: Vec<(&str, &str)> = ODD.iter().map(|key| (*key, "H")).collect();
    people.extend([("r1", "R"), ("nowhere", "X")]);
    set_people(folder.path(), &people);
    let first = drawn(&load(folder.path()));
    people.reverse();
    set_people(folder.path(), &people);
    assert_eq!(first, drawn(&load(folder.path())));
    let n_drawn = |stratum: &str| first.iter().filter(|(of, _, drawn)| of == stratum && *drawn).count();
    // A share of 30 % of 13, rounded up; of one, all; of a unit that is nowhere, the group is not known.
    assert_eq!((n_drawn("headquarters"), n_drawn("regional"), n_drawn("未記入 (none)")), (4, 1, 1));
    let strata = draw(&load(folder.path()), "visit", Lang::En).unwrap();
    assert_eq!(strata.empty, [("unit.group".to_owned(), "abroad".to_owned())]);
    assert!(strata.strata.iter().filter(|stratum| stratum.short).count() == 2);
}

#[test]
fn a_value_that_reads_like_none_is_a_stratum_of_its_own() {
    let folder = project(&[]);
    write(folder.path(), "kijun.yaml", &MANIFEST.replace("strata: [unit.group]", "strata: [post]"));
    write(folder.path(), "rules/s.kijun", &RULES.replace("on_duty : bool", "on_duty : bool  post : text?"));
    let none = "未記入 (none)";
    let people = [None, Some(none), Some("\\未記入 (none)"), Some("a\nb"), Some("a b")];
    let person = |(id, post): (usize, &Option<&str>)| serde_json::json!({ "id": id.to_string(), "unit": "H", "on_duty": true, "post": post });
    let people: Vec<serde_json::Value> = people.iter().enumerate().map(person).collect();
    write(folder.path(), "evidence/people.json", &serde_json::Value::Array(people).to_string());
    let loaded = load(folder.path());
    let draw = draw(&loaded, "visit", Lang::En).unwrap();
    let strata: Vec<&str> = draw.strata.iter().map(|stratum| stratum.name.as_str()).collect();
    assert_eq!(strata, ["\\\\未記入 (none)", "\\未記入 (none)", "a\nb", "a b", none]);
    let text = draw.sheet.csv(&Catalogue::new(Lang::En));
    assert_eq!(verify_sample(&loaded, text.as_bytes()).unwrap().deviations, []);
}

#[test]
fn a_response_to_nothing_is_known_by_one_name() {
    assert_eq!(kijun_findings::UNKNOWN_FINDING, kijun_diag::ids::EVIDENCE_UNKNOWN_FINDING.name());
}

#[test]
fn a_file_is_as_it_was_drawn_until_somebody_touches_it_or_the_people_change() {
    let folder = project(&ODD);
    let loaded = load(folder.path());
    let sheet = draw(&loaded, "visit", Lang::Ja).unwrap().sheet;
    for lang in [Lang::Ja, Lang::En] {
        let bytes = draw(&loaded, "visit", lang).unwrap().sheet.csv(&Catalogue::new(lang)).into_bytes();
        let verified = verify_sample(&loaded, &bytes).unwrap();
        assert_eq!((verified.n_rows, verified.deviations), (ODD.len(), Vec::new()));
        let bytes = draw(&loaded, "visit", lang).unwrap().sheet.xlsx(&Catalogue::new(lang)).unwrap();
        let verified = verify_sample(&loaded, &bytes).unwrap();
        assert_eq!((verified.n_rows, verified.deviations), (ODD.len(), Vec::new()));
    }
    let text = sheet.csv(&Catalogue::new(Lang::Ja));
    let last = sheet.rows.last().unwrap();
    let forged = text.replace(&last.digest, &"0".repeat(64)).replacen(",いいえ,", ",はい,", 1);
    let found = verify_sample(&loaded, forged.as_bytes()).unwrap().deviations;
    assert!(matches!(&found[..], [Deviation::Drawn { .. }, Deviation::Digest { .. }]), "{found:?}");
    set_people(folder.path(), &[("new", "H"), (ODD[0], "R")]);
    let found = verify_sample(&load(folder.path()), text.as_bytes()).unwrap().deviations;
    let count = |is: fn(&Deviation) -> bool| found.iter().filter(|deviation| is(deviation)).count();
    assert_eq!(count(|d| matches!(d, Deviation::Left { .. })), ODD.len() - 1);
    assert_eq!(count(|d| matches!(d, Deviation::Moved { .. })), 1);
    assert_eq!(count(|d| matches!(d, Deviation::New { .. })), 1);
}

#[test]
fn a_file_without_its_candidates_or_its_seed_is_not_as_it_was_drawn() {
    let folder = project(&["a", "b", "c"]);
    let loaded = load(folder.path());
    for lang in [Lang::En, Lang::Ja] {
        let text = draw(&loaded, "visit", lang).unwrap().sheet.csv(&Catalogue::new(lang));
        let found = |text: &str| verify_sample(&loaded, text.as_bytes()).unwrap().deviations;
        let lines: Vec<&str> = text.split_inclusive("\r\n").collect();
        for gutted in [lines[..6].concat(), lines[5].to_owned()] {
            let found = found(&gutted);
            assert!(found.contains(&Deviation::Empty), "{found:?}");
            assert_eq!(found.iter().filter(|d| matches!(d, Deviation::New { .. })).count(), 3);
        }
        for line in 0..4 {
            let left_out: String =
                lines.iter().enumerate().filter(|(i, _)| *i != line).map(|(_, l)| *l).collect();
            assert!(matches!(&found(&left_out)[..], [Deviation::Unsaid { .. }]), "{:?}", found(&left_out));
        }
        for (right, wrong) in
            [("t,,,,,,", "u,,,,,,"), (": 2 of 3", ": 1 of 3"), ("候補 3 件", "候補 4 件"), ("%s", "%d")]
        {
            let changed = text.replacen(right, wrong, 1);
            let found = found(&changed);
            let expected = usize::from(changed != text);
            assert!(
                found.len() == expected && found.iter().all(|d| matches!(d, Deviation::Said { .. })),
                "{found:?}"
            );
        }
        let second = text.replacen(lines[2], &format!("{}{}", lines[1].replace("t,", "u,"), lines[2]), 1);
        assert!(matches!(&found(&second)[..], [Deviation::Said { row: 3, .. }]));
        let other_unit = format!("{}R\r\n", text.trim_end());
        assert!(matches!(&found(&other_unit)[..], [Deviation::Unit { .. }]), "{:?}", found(&other_unit));
        assert_eq!(found(&text), []);
    }
}

#[test]
fn what_is_no_sample_is_said_and_nothing_panics() {
    let folder = project(&["a"]);
    let loaded = load(folder.path());
    for odd in [&b""[..], b"a,b\n1,2\n", b"\xff\xfe", b"Sample,Subject,Stratum,Drawn\n", b"\"open"] {
        let verified = verify_sample(&loaded, odd);
        assert!(verified.is_err() || verified.is_ok_and(|verified| verified.n_rows == 0));
    }
}
