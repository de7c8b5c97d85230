//! Questionnaires and samples as a person meets them: what is written, what is said, and the exit codes.

use std::path::Path;

use crate::{Ran, kijun, project};

const MANIFEST: &str = "\
kijun: 1
project: p
period: { start: 2011-04-01, end: 2012-03-31 }
rules: [rules]
evidence:
  - { kind: person, files: evidence/people.csv }
  - { kind: answer, files: \"answers/*.csv\" }
organisation: { people: { kind: person, roles: [post] } }
samples:
  - { name: visit, of: [\"s:1\"], strata: [post], size: 50%, at_least: 2, seed: a }
expect_empty: [person]
";

const RULES: &str = "\
vocabulary v { kind person { key id : text  post : text } }
role staff \"職員\" {}
role officer \"責任者\" {}
role idle \"閑職\" {}
standard s { tier office edition 2010-04-01 uses v }
clause 1 { for person  by staff  attest \"A?\" en \"A?\"  attest \"B?\" by officer }
";

const PEOPLE: &str = "id,post\na,staff\nb,staff\nc,officer\nd,\n";

fn files<'f>(manifest: &'f str, rules: &'f str, people: &'f str) -> [(&'f str, &'f str); 3] {
    [("kijun.yaml", manifest), ("rules/a.kijun", rules), ("evidence/people.csv", people)]
}

fn ran(folder: &Path, args: &[&str]) -> Ran {
    kijun(folder, &[args, &["--lang", "en"]].concat())
}

#[test]
fn sheets_are_written_once_and_never_over_what_people_filled_in() {
    let project = project(&files(MANIFEST, RULES, PEOPLE));
    let first = ran(project.path(), &["questionnaire", "--format", "csv"]);
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    assert_eq!(ran(project.path(), &["questionnaire", "--format", "csv"]).code, 0);
    let sheet = project.path().join("questionnaires/staff.csv");
    std::fs::write(&sheet, "filled in").unwrap();
    let again = ran(project.path(), &["questionnaire", "--format", "csv"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("questionnaires/staff.csv` is there already"), "{}", again.err);
    assert!(again.err.lines().all(|line| line.chars().count() <= 100), "{}", again.err);
    assert_eq!(std::fs::read_to_string(&sheet).unwrap(), "filled in");
    assert_eq!(ran(project.path(), &["questionnaire", "--format", "csv", "--overwrite"]).code, 0);
}

#[test]
fn one_role_or_a_blank_sheet_is_what_is_asked_for() {
    let project = project(&files(MANIFEST, RULES, PEOPLE));
    assert_eq!(ran(project.path(), &["questionnaire", "--role", "officer", "--output", "o/p"]).code, 0);
    let there = |name: &str| project.path().join("o/p").join(name).is_file();
    assert!(there("officer.xlsx") && !there("staff.xlsx"));
    std::fs::remove_file(project.path().join("evidence/people.csv")).unwrap();
    assert_eq!(ran(project.path(), &["questionnaire", "--blank", "--format", "csv"]).code, 0);
    let blank = std::fs::read_to_string(project.path().join("questionnaires/staff.csv")).unwrap();
    assert_eq!(blank.lines().count(), 2, "{blank}");
}

/// What is asked of nobody, by nobody or not at all is said, and 1; what was asked for wrongly is 2.
#[test]
fn nothing_to_ask_is_said() {
    let none = RULES.split("attest").next().unwrap().to_owned() + "must id != \"\" }";
    let homeless = RULES.replace("by staff  attest", "attest").replace("\"B?\" by officer", "\"B?\"");
    let nobody = PEOPLE.replace(",officer", ",staff");
    let cases: [(&str, &str, &[&str], i32, &str); 7] = [
        (&none, PEOPLE, &[], 1, "asks anything of a person"),
        (RULES, PEOPLE, &["--role", "idle"], 1, "asks anything of `idle`"),
        (&homeless, PEOPLE, &[], 1, "is on no sheet"),
        (RULES, "id,post\n", &[], 1, "they bind nobody"),
        (RULES, &nobody, &[], 1, "nobody holds the role `officer`"),
        (RULES, PEOPLE, &["--role", "oficer"], 2, "did you mean `officer`"),
        (RULES, PEOPLE, &["--output", "kijun.yaml"], 2, "`kijun.yaml` is a file"),
    ];
    for (rules, people, args, code, says) in cases {
        let project = project(&files(MANIFEST, rules, people));
        let ran = ran(project.path(), &[&["questionnaire"], args].concat());
        assert!(ran.code == code && ran.err.contains(says), "{says}: {}\n{}{}", ran.code, ran.err, ran.out);
    }
}

#[test]
fn evidence_that_cannot_be_read_is_2_and_a_sample_of_the_rest_is_not_drawn() {
    let project = project(&files(MANIFEST, RULES, "id,post\na,staff\n,staff\n"));
    let asked = ran(project.path(), &["questionnaire"]);
    assert!(asked.code == 2 && asked.err.contains("rows may be missing"), "{}", asked.err);
    assert!(project.path().join("questionnaires/staff.xlsx").is_file());
    let drawn = ran(project.path(), &["sample", "visit", "--output", "visit.csv"]);
    assert!(drawn.code == 2 && drawn.err.contains("nothing was written"), "{}", drawn.err);
    assert!(!project.path().join("visit.csv").exists());
}

#[test]
fn sheets_where_answers_are_read_from_are_warned_of() {
    let project = project(&files(MANIFEST, RULES, PEOPLE));
    let ran = ran(project.path(), &["questionnaire", "--format", "csv", "--output", "answers"]);
    assert!(ran.code == 0 && ran.err.contains("warning: an audit reads `answers/staff.csv`"), "{}", ran.err);
}

#[test]
fn a_sample_says_what_is_short_is_written_and_verified() {
    let project = project(&files(MANIFEST, RULES, PEOPLE));
    let shown = ran(project.path(), &["sample"]);
    assert!(shown.code == 0 && shown.out.contains("kijun sample visit --output FILE"), "{}", shown.out);
    assert!(shown.err.contains("the stratum `officer` has 1 of the 2 candidates"), "{}", shown.err);
    for file in ["visit.csv", "visit.xlsx"] {
        assert_eq!(ran(project.path(), &["sample", "visit", "--output", file]).code, 0);
        assert_eq!(ran(project.path(), &["sample", "--verify", file]).code, 0);
    }
    std::fs::write(project.path().join("evidence/people.csv"), "id,post\na,staff\nb,staff\nc,officer\n")
        .unwrap();
    let left = ran(project.path(), &["sample", "--verify", "visit.csv"]);
    assert!(left.code == 1 && left.out.contains("`d` is no candidate any more"), "{}", left.out);
    let other = ran(project.path(), &["sample", "visit", "--output", "visit.csv"]);
    assert!(other.code == 2 && other.err.contains("is there already"), "{}", other.err);
}

#[test]
fn a_sample_that_is_not_planned_is_2_and_none_at_all_is_1() {
    let none = MANIFEST.split("samples:").next().unwrap();
    let empty = project(&files(none, RULES, PEOPLE));
    assert_eq!(ran(empty.path(), &["sample"]).code, 1);
    let project = project(&files(MANIFEST, RULES, PEOPLE));
    let near = ran(project.path(), &["sample", "vist"]);
    assert!(near.code == 2 && near.err.contains("did you mean `visit`"), "{}", near.err);
    for odd in ["kijun.yaml", "nowhere.csv", "rules"] {
        assert_eq!(ran(project.path(), &["sample", "--verify", odd]).code, 2, "{odd}");
    }
}

#[test]
fn a_key_that_no_cell_can_hold_is_named_and_csv_holds_it() {
    let long = format!("long{}", "x".repeat(32_764));
    let project = project(&files(MANIFEST, RULES, &format!("{PEOPLE}{long},staff\n")));
    let xlsx = ran(project.path(), &["questionnaire"]);
    assert_eq!((xlsx.code, xlsx.err.matches("begins with `longxxx").count()), (2, 1), "{}", xlsx.err);
    assert!(xlsx.err.contains("32768") && xlsx.err.contains("32767"), "{}", xlsx.err);
    assert!(!project.path().join("questionnaires/staff.xlsx").exists());
    assert_eq!(ran(project.path(), &["questionnaire", "--format", "csv"]).code, 0);
    let drawn = ran(project.path(), &["sample", "visit", "--output", "visit.xlsx"]);
    assert!(drawn.code == 2 && drawn.err.contains("begins with `longxxx"), "{}", drawn.err);
}

#[test]
fn a_file_that_has_lost_its_candidates_is_1_and_not_all_of_them_are_told() {
    let many: String = (0..60).map(|i| format!("p{i},staff\n")).collect();
    let project = project(&files(MANIFEST, RULES, &format!("id,post\n{many}")));
    assert_eq!(ran(project.path(), &["sample", "visit", "--output", "visit.csv"]).code, 0);
    let whole = std::fs::read_to_string(project.path().join("visit.csv")).unwrap();
    let top: String = whole.split_inclusive("\r\n").take(6).collect();
    std::fs::write(project.path().join("visit.csv"), top).unwrap();
    let gutted = ran(project.path(), &["sample", "--verify", "visit.csv"]);
    assert_eq!(gutted.code, 1, "{}", gutted.out);
    assert!(gutted.out.starts_with("there is no candidate in the file\n"), "{}", gutted.out);
    assert!(gutted.out.ends_with("… and 11 more\n0 candidates, 61 deviations\n"), "{}", gutted.out);
}
