//! `kijun diff` on runs as a person and a script meet it: codes, formats, inputs that are gone, hostile words.

use crate::{MANIFEST, RULES, Ran, fixture, kijun, project};

/// A key and a name that would drive a terminal, a page, a spreadsheet or a pull request.
const HOSTILE: &str = "=cmd <img src=x onerror=alert(1)> | @everyone `x`";

/// Two years of a project: `a` gets worse, `b` is mended, a hostile subject appears.
fn years() -> tempfile::TempDir {
    let next = MANIFEST.replace("2011-04-01", "2012-04-01").replace("2012-03-31", "2013-03-31");
    let hostile =
        format!("- {{ id: a, level: 1 }}\n- {{ id: b, level: 9 }}\n- {{ id: {HOSTILE:?}, level: 1 }}\n");
    project(&[
        ("y1/kijun.yaml", MANIFEST),
        ("y1/rules/a.kijun", RULES),
        ("y1/evidence/a.yaml", "- { id: a, level: 9 }\n- { id: b, level: 1 }\n"),
        ("y2/kijun.yaml", &next),
        ("y2/rules/a.kijun", RULES),
        ("y2/evidence/a.yaml", &hostile),
    ])
}

fn diff(folder: &tempfile::TempDir, more: &[&str]) -> Ran {
    kijun(folder.path(), &[&["diff", "y1", "y2", "--lang", "en"], more].concat())
}

#[test]
fn what_is_new_is_1_at_its_level_and_above() {
    let folder = years();
    assert_eq!(diff(&folder, &[]).code, 1);
    assert_eq!(diff(&folder, &["--fail-on", "urgent"]).code, 0);
    assert_eq!(diff(&folder, &["--fail-on", "never"]).code, 0);
    let mended = kijun(folder.path(), &["diff", "y2", "y1", "--fail-on", "never", "--format", "json"]);
    assert!(mended.out.contains("\"class\": \"resolved\""), "{}", mended.out);
}

#[test]
fn a_run_beside_itself_is_one_clear_sentence_and_0() {
    let folder = years();
    for (lang, said) in [("en", "Nothing is different"), ("ja", "違いはありません")] {
        let ran = kijun(folder.path(), &["diff", "y2", "y2", "--lang", lang]);
        assert!(ran.code == 0 && ran.out.contains(said), "{}", ran.whole());
        assert!(ran.out.lines().count() < 10, "{}", ran.out);
    }
}

#[test]
fn the_cause_is_named_with_its_place() {
    let ran = diff(&years(), &[]);
    assert!(ran.out.contains("why: value changed: level 9 → 1 (evidence/a.yaml:1:"), "{}", ran.out);
    assert!(ran.out.contains("By the system (2)"), "{}", ran.out);
    let why = ran.out.find("  By the system                         ").unwrap();
    assert!(why < ran.out.find("New and worse").unwrap(), "why is counted before all else: {}", ran.out);
    let unknown = diff(&years(), &["--no-causes"]).out;
    assert!(!unknown.contains("Why findings changed"), "nothing is known of: {unknown}");
    assert!(ran.out.contains("    level 1 → 9\n      s:1#1  server/b"), "{}", ran.out);
}

#[test]
fn causes_that_nobody_asked_for_or_of_inputs_that_are_gone_are_said_to_be_unknown() {
    let folder = years();
    assert!(diff(&folder, &["--no-causes"]).out.contains("Causes were not looked for"));
    for year in ["y1", "y2"] {
        kijun(folder.path(), &["audit", "--project", year, "-o", &format!("{year}.json")]);
    }
    std::fs::remove_file(folder.path().join("y1/evidence/a.yaml")).unwrap();
    let args = ["diff", "y1.json", "y2.json", "--lang", "en", "--old-project", "y1", "--new-project", "y2"];
    let ran = kijun(folder.path(), &args);
    assert!(ran.code == 1 && ran.out.contains("evidence/a.yaml (evidence, BLAKE3"), "{}", ran.whole());
    assert!(ran.out.contains("New and worse"), "the rest is still told: {}", ran.out);
}

#[test]
fn operands_that_are_no_runs_are_2() {
    let folder = years();
    std::fs::write(folder.path().join("empty.json"), "{}").unwrap();
    for bad in ["nowhere.json", "empty.json", "y1/evidence", "s@2010-04-01"] {
        let ran = kijun(folder.path(), &["diff", "y1", bad, "--lang", "en"]);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(bad), "{bad}: {}", ran.whole());
    }
    let ran = diff(&folder, &["--format", "xlsx"]);
    assert!(ran.code == 2 && ran.err.contains("-o"), "{}", ran.whole());
}

#[test]
fn every_format_tells_every_change_and_none_lets_evidence_act() {
    let folder = years();
    let id = |line: &str| line.trim().strip_prefix("\"id\": \"F-").map(|id| format!("F-{}", &id[..12]));
    let ids: Vec<String> = diff(&folder, &["--format", "json"]).out.lines().filter_map(id).collect();
    assert!(ids.len() >= 4, "{ids:?}");
    let armed = [("html", "<img"), ("csv", ",=cmd"), ("markdown", "@everyone\\"), ("human", "\u{1b}[2J")];
    for (format, bad) in armed {
        let out = diff(&folder, &["--format", format, "-v"]).out;
        // What stands in code is not acted on.
        let acts = out.replace("\\`", "").split('`').step_by(2).any(|text| text.contains(bad));
        assert!(!acts && (format == "markdown" || !out.contains(bad)), "{format}: {out}");
        assert!(out.contains("cmd") && out.contains("everyone"), "{format}: {out}");
        let told = ids.iter().filter(|id| out.contains(*id)).count();
        assert!(format == "markdown" || format == "human" || told == ids.len(), "{format}: {told} {out}");
    }
}

#[test]
fn a_page_asks_nothing_of_any_network() {
    let page = diff(&years(), &["--format", "html"]).out;
    let outside = ["http://", "https://", "src=", "@import", "url("];
    let found = outside.iter().find(|sign| page.replace("src=x", "").contains(**sign));
    assert_eq!(found, None);
    assert!(page.contains("default-src 'none'") && page.ends_with("</html>\n"));
}

#[test]
fn a_comment_has_room_for_what_presses_and_says_how_much_is_left_out() {
    let folder = years();
    for (year, levels) in [("y1", 9), ("y2", 1)] {
        let servers: String = (0..3000).map(|n| format!("- {{ id: s{n:04}, level: {levels} }}\n")).collect();
        std::fs::write(folder.path().join(year).join("evidence/a.yaml"), servers).unwrap();
    }
    let out = diff(&folder, &["--format", "markdown"]).out;
    assert!(out.chars().count() <= 65_536, "{}", out.chars().count());
    assert!(out.contains("are left out here"), "{}", &out[..2000]);
}

#[test]
fn a_page_holds_a_thousand_changes_of_a_sort_and_says_how_many_more_there_are() {
    let folder = years();
    for (year, levels) in [("y1", 9), ("y2", 3)] {
        let servers: String = (0..1002).map(|n| format!("- {{ id: s{n:04}, level: {levels} }}\n")).collect();
        std::fs::write(folder.path().join(year).join("evidence/a.yaml"), servers).unwrap();
    }
    let page = diff(&folder, &["--no-causes", "--format", "html"]).out;
    assert_eq!(page.matches("class=\"entry\"").count(), 1000);
    assert!(page.contains("and 2 more that are not on this page") && page.contains("(1002)"));
    let few = diff(&years(), &["--format", "html"]).out;
    assert!(!few.contains("not on this page"), "{few}");
}

#[test]
fn a_unit_is_called_by_its_title_where_there_is_room() {
    let args = ["diff", "fy2011", "fy2012", "--no-causes", "--lang", "en", "--format"];
    let of = |format| kijun(&fixture("moj"), &[&args[..], &[format]].concat()).out;
    assert!(of("markdown").contains("第一地方入国管理局 (AG-NYU-01)"), "{}", of("markdown"));
    assert!(of("html").contains("<option value=\"AG-NYU-01\">第一地方入国管理局 (AG-NYU-01)"));
    assert!(of("csv").contains(",AG-NYU-01,第一地方入国管理局,"));
}

#[test]
fn findings_with_one_cause_are_told_once_and_what_goes_on_is_named_where_everything_is() {
    let folder = years();
    let servers = "- { id: b, level: 1 }\n- { id: s1, level: 1 }\n- { id: s2, level: 1 }\n";
    std::fs::write(folder.path().join("y2/evidence/a.yaml"), servers).unwrap();
    let (short, whole) = (diff(&folder, &[]).out, diff(&folder, &["-v"]).out);
    assert_eq!(short.matches("it is in the evidence now").count(), 2, "once a provision: {short}");
    assert!(short.contains("server/s1") && short.contains("server/s2"), "{short}");
    assert!(!short.contains("server/b") && whole.contains("server/b"), "{whole}");
}

#[test]
fn a_file_that_is_named_is_written_and_nothing_is_printed() {
    let folder = years();
    for format in ["human", "json", "markdown", "html", "csv", "xlsx"] {
        let ran = diff(&folder, &["--format", format, "-o", format]);
        let bytes = std::fs::read(folder.path().join(format)).unwrap();
        assert!(ran.out.is_empty() && ran.code == 1 && !bytes.is_empty(), "{format}: {}", ran.whole());
        assert_eq!(bytes.starts_with(b"PK"), format == "xlsx");
    }
}

#[test]
fn the_ministrys_second_year_begins_with_what_presses_most() {
    let ran = kijun(&fixture("moj"), &["diff", "fy2011", "fy2012", "--lang", "ja"]);
    let head: Vec<&str> = ran.out.lines().take(40).collect();
    insta::assert_snapshot!("the_second_year_beside_the_first", head.join("\n"));
}

#[test]
fn no_command_writes_over_what_it_read() {
    let folder = years();
    let path = |name: &str| folder.path().join(name);
    for year in ["y1", "y2"] {
        kijun(folder.path(), &["audit", "--project", year, "-o", &format!("{year}.json")]);
    }
    std::fs::hard_link(path("y1/rules/a.kijun"), path("link")).unwrap();
    std::fs::copy(path("y1/rules/a.kijun"), path("new.kijun")).unwrap();
    let runs = ["diff", "y1.json", "y2.json", "--old-project", "y1", "--new-project", "y2"];
    let cases: [(&[&str], &str); 10] = [
        (&["diff", "y1", "y2"], "y1/kijun.yaml"),
        (&["diff", "y1", "y2", "--format", "csv"], "link"),
        (&runs, "y1.json"),
        (&runs, "y2/evidence/a.yaml"),
        (&["diff", "y1/rules", "new.kijun"], "new.kijun"),
        (&["diff", "y1/rules", "new.kijun", "--format", "html"], "y1/rules/a.kijun"),
        (&["diff", "--rules", "new.kijun", "y1"], "new.kijun"),
        (&["audit", "--project", "y1"], "y1/evidence/a.yaml"),
        (&["audit", "--project", "y1"], "link"),
        (&["report", "--project", "y1", "--format", "md", "--run", "y1.json"], "y1.json"),
    ];
    for (args, output) in cases {
        let before = std::fs::read(path(output)).unwrap();
        let ran = kijun(folder.path(), &[args, &["-o", output, "--lang", "en"]].concat());
        assert!(ran.code == 2 && ran.err.contains("nothing is written over it"), "{args:?}: {}", ran.whole());
        assert_eq!(std::fs::read(path(output)).unwrap(), before, "{args:?} {output}");
    }
    assert!(kijun(folder.path(), &[&runs[..], &["-o", "diff.txt"]].concat()).code < 2);
    assert!(
        kijun(folder.path(), &[&runs[..], &["-o", "diff.txt"]].concat()).code < 2,
        "what it wrote itself"
    );
}
