//! `kijun report` as a person and a script meet it: formats, exit codes, what is left behind where nothing is made.

use super::*;

const EVIDENCE: &str = "- { id: a, name: \"x | y\", level: 2 }\n- { id: b, level: 6 }\n";

fn small() -> tempfile::TempDir {
    project(&[("kijun.yaml", MANIFEST), ("rules/r.kijun", RULES), ("evidence/s.yaml", EVIDENCE)])
}

#[test]
fn a_report_of_a_small_project_reads_well_in_both_languages() {
    let folder = small();
    for lang in ["ja", "en"] {
        let ran = kijun(folder.path(), &["report", "--format", "md", "--lang", lang]);
        insta::assert_snapshot!(format!("report-{lang}"), ran.whole());
    }
}

#[test]
fn a_report_needs_no_project_where_it_has_a_record() {
    let folder = small();
    let run = folder.path().join("run.json");
    let run = run.to_str().unwrap();
    kijun(folder.path(), &["audit", "-q", "-o", run]);
    let elsewhere = tempfile::tempdir().unwrap();
    let there = kijun(elsewhere.path(), &["report", "--run", run, "--format", "md"]);
    let here = kijun(folder.path(), &["report", "--format", "md"]);
    assert_eq!((there.code, there.out), (0, here.out));
    let two = kijun(elsewhere.path(), &["report", "--run", run, "--previous", run]);
    assert!(two.out.contains("Compared with the year before"));
    assert!(two.err.contains("not a later audit"), "{}", two.err);
    let other = std::fs::read_to_string(run).unwrap().replacen("\"project\": \"", "\"project\": \"other-", 1);
    std::fs::write(run, other).unwrap();
    let other = kijun(folder.path(), &["report", "--run", run, "--format", "md"]);
    assert!(other.err.contains("of the project `other-"), "{}", other.err);
}

#[test]
fn what_cannot_be_made_leaves_nothing_behind() {
    let folder = small();
    let gone = |name: &str| !folder.path().join(name).exists();
    let exit = |args: &[&str]| kijun(folder.path(), &[&["report"], args].concat()).code;
    assert_eq!(exit(&["--format", "xlsx"]), 2);
    assert_eq!(exit(&["--split-by", "unit"]), 2);
    assert_eq!(exit(&["--split-by", "role", "--format", "pdf", "-o", "r"]), 2);
    assert_eq!(exit(&["--run", "nowhere.json", "-o", "r.html"]), 2);
    assert_eq!(exit(&["--templates", "nowhere", "-o", "r.html"]), 2);
    std::fs::create_dir(folder.path().join("t")).unwrap();
    std::fs::write(folder.path().join("t/report.j2"), "{{ h(1, \"x\") }}\n{{ none.of_this }}\n").unwrap();
    let wrong = kijun(folder.path(), &["report", "--templates", "t", "-o", "r.html"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("report/template") && wrong.err.contains("t/report.j2:2:1"), "{}", wrong.err);
    assert!(gone("r.html") && gone("r"));
}

#[test]
fn each_recipient_has_a_file_and_there_is_an_index() {
    let folder = small();
    assert_eq!(kijun(folder.path(), &["report", "--split-by", "unit", "-q", "-o", "letters"]).code, 0);
    let mut files: Vec<String> = std::fs::read_dir(folder.path().join("letters"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files, ["index.html", "none.html"]);
}

#[test]
fn without_a_browser_one_sentence_says_what_to_install() {
    let folder = small();
    let args = ["report", "--format", "pdf", "-o", "r.pdf", "--lang", "en"];
    let ran = kijun_with(folder.path(), &args, &[("PATH", "/nowhere"), ("KIJUN_CHROMIUM", "")]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("apt install chromium"), "{}", ran.err);
    assert!(!folder.path().join("r.pdf").exists());
    let broken = kijun_with(folder.path(), &args, &[("KIJUN_CHROMIUM", "/bin/false")]);
    assert!(broken.code == 2 && !folder.path().join("r.pdf").exists());
}

#[test]
fn a_browser_prints_the_report() {
    let folder = small();
    let ran = kijun(folder.path(), &["report", "--format", "pdf", "-o", "r.pdf", "--lang", "en"]);
    if ran.code == 2 && ran.err.contains("apt install chromium") {
        use std::io::Write as _;
        // What was not tested must be seen, and the test's own output is not shown.
        let _ = writeln!(std::io::stderr().lock(), "SKIPPED: no Chromium here, so no PDF was printed");
        return;
    }
    assert_eq!(ran.code, 0, "{}", ran.err);
    let bytes = std::fs::read(folder.path().join("r.pdf")).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.windows(9).any(|window| window == b"/Outlines"));
}
