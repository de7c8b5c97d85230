//! `kijun diff` on editions: operands, formats, exit codes, the ministry's own.

use crate::{Ran, fixture, kijun, project};

const OLD: &str = "\
standard s { title \"S\"  tier office  edition 2010-04-01 }
clause 1 { text \"Rooms should be <b>locked</b>, *always*.\" }
clause 2 { text \"Keys are kept by the officer on duty.\" }
";

const NEW: &str = "\
standard s { title \"S\"  tier office  edition 2011-04-01  supersedes s@2010-04-01 }
clause 1 { text \"Rooms must be <b>locked</b>, *always*.\" }
clause 2 { text \"Keys  are kept by the officer, on duty\" }
";

fn compared(args: &[&str]) -> Ran {
    let folder = project(&[("old.kijun", OLD), ("new.kijun", NEW)]);
    let all: Vec<&str> =
        ["diff", "old.kijun", "new.kijun", "--lang", "en"].iter().chain(args).copied().collect();
    kijun(folder.path(), &all)
}

#[test]
fn an_edition_that_is_not_there_is_told_with_those_that_are() {
    let ran =
        kijun(&fixture("moj/fy2012"), &["diff", "moj_standart@2006-04-27", "moj_standard", "--lang", "en"]);
    assert_eq!(ran.code, 2, "{}", ran.whole());
    assert!(ran.err.contains("moj_standart@2006-04-27"), "{}", ran.err);
    assert!(ran.err.contains("did you mean `moj_standard@2006-04-27`"), "{}", ran.err);
    assert!(ran.err.contains("unified@2005-12-13"), "{}", ran.err);
}

#[test]
fn an_edition_is_not_different_from_itself() {
    let args = ["diff", "moj_standard@2011", "moj_standard", "--lang", "ja"];
    let ran = kijun(&fixture("moj/fy2012"), &args);
    assert_eq!(ran.code, 0, "{}", ran.whole());
    assert!(ran.out.contains("相違はありません"), "{}", ran.out);
}

#[test]
fn the_ministry_is_told_what_the_new_edition_changes_in_both_languages() {
    for lang in ["en", "ja"] {
        let args = ["diff", "unified@2005-12-13", "unified_technical@2011-04-21", "--lang", lang];
        let ran = kijun(&fixture("moj/fy2012"), &args);
        insta::assert_snapshot!(format!("editions_of_the_unified_standard_{lang}"), ran.whole());
    }
}

#[test]
fn what_presses_below_decides_the_exit_code() {
    let args = |fail_on| ["diff", "moj_standard@2006-04-27", "moj_standard@2011-10-01", "--fail-on", fail_on];
    let code = |fail_on| kijun(&fixture("moj/fy2012"), &args(fail_on)).code;
    assert_eq!((code("finding"), code("urgent"), code("never")), (1, 0, 0));
}

#[test]
fn text_of_a_standard_is_no_markup_of_a_page() {
    let page = compared(&["--format", "html"]).out;
    assert!(page.contains("<del>should </del>") && page.contains("<ins>must </ins>"), "{page}");
    assert!(page.contains("&lt;b&gt;locked") && !page.contains("<b>locked"), "{page}");
    let markdown = compared(&["--format", "markdown"]).out;
    assert!(markdown.contains("<del>should</del> <ins>must</ins>"), "{markdown}");
    assert!(markdown.contains("\\<b\\>locked"), "{markdown}");
}

#[test]
fn a_spreadsheet_has_a_row_for_each_provision_that_is_not_the_same() {
    let ran = compared(&["--format", "csv"]);
    assert_eq!(ran.code, 0, "{}", ran.whole());
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    assert!(ran.out.contains("Rooms [-should-] {+must+} be"), "{}", ran.out);
}

#[test]
fn rules_that_share_no_standard_are_not_compared() {
    let [t, u] = ["t", "u"]
        .map(|name| format!("standard {name} {{ title \"T\"  tier office  edition 2011-04-01 }}\n"));
    let folder = project(&[("old.kijun", OLD), ("other/t.kijun", &t), ("other/u.kijun", &u)]);
    let ran = kijun(folder.path(), &["diff", "old.kijun", "other", "--lang", "en"]);
    assert_eq!(ran.code, 2, "{}", ran.whole());
    assert!(ran.err.contains("no standard in common"), "{}", ran.err);
}

#[test]
fn a_workbook_lists_provisions_and_what_becomes_of_documents_below() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("editions.xlsx");
    let editions = ["moj_server_procedure@2011-10-01", "moj_server_procedure@2012-04-01"];
    let to = ["--format", "xlsx", "-o", path.to_str().unwrap()];
    let ran = kijun(&fixture("moj/fy2012"), &[&["diff"], &editions[..], &to].concat());
    assert!(ran.code <= 1, "{}", ran.whole());
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    // A terminal is no place for one.
    let ran = kijun(&fixture("moj/fy2012"), &[&["diff"], &editions[..], &to[..2]].concat());
    assert_eq!(ran.code, 2, "{}", ran.whole());
}

#[test]
fn two_documents_are_said_not_to_be_two_editions_of_one() {
    let of = |new: &str| {
        kijun(&fixture("moj/fy2012"), &["diff", "moj_standard@2006-04-27", new, "--lang", "en"]).out
    };
    assert!(of("unified@2005-12-13").contains("No standard is on both sides"));
    assert!(!of("moj_standard@2011-10-01").contains("No standard is on both sides"));
}

#[test]
fn a_standard_without_an_edition_is_no_run() {
    let ran = kijun(&fixture("moj/fy2012"), &["diff", "moj_standard", "moj_standard", "--lang", "en"]);
    assert_eq!(ran.code, 2, "{}", ran.whole());
    assert!(ran.err.contains("`moj_standard@DATE`"), "{}", ran.err);
}
