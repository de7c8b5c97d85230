//! What reaches the terminal: no colour where none is wanted, nothing that drives it, and lines that fit.

use std::path::Path;
use std::sync::OnceLock;

use unicode_width::UnicodeWidthStr as _;

use crate::{MANIFEST, RULES, Ran, fixture, kijun, kijun_with, project};

/// What commands print for a person, run once for all tests.
fn human() -> &'static [Ran] {
    static RAN: OnceLock<Vec<Ran>> = OnceLock::new();
    RAN.get_or_init(run_all)
}

fn run_all() -> Vec<Ran> {
    let mut ran = Vec::new();
    for lang in ["ja", "en"] {
        for year in ["moj/fy2011", "moj/fy2012", "audit/small"] {
            for args in [
                &["audit"][..],
                &["audit", "--verbose"],
                &["check"],
                &["graph"],
                &["graph", "--clauses"],
                &["conform"],
            ] {
                ran.push(kijun(&fixture(year), &[args, &["--lang", lang]].concat()));
            }
        }
        let [old, new] = ["moj/fy2011", "moj/fy2012"].map(|year| fixture(year).display().to_string());
        let follow_up = ["follow-up", &old, &new, "--verbose", "--lang", lang];
        ran.push(kijun(&fixture("moj"), &follow_up));
        let explained = ["conform", "--explain", "moj_standard:5.1.1", "--lang", lang];
        ran.push(kijun(&fixture("moj/fy2011"), &explained));
        ran.push(kijun(&fixture("audit/wrong"), &["check", "--lang", lang]));
        ran.push(kijun(&fixture("audit/wrong"), &["audit", "--lang", lang]));
    }
    ran
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let small = fixture("audit/small");
    let forced = kijun_with(&small, &["audit"], &[("CLICOLOR_FORCE", "1")]);
    assert!(forced.out.contains("\u{1b}[") && forced.err.contains("\u{1b}["));
    let both = kijun_with(&small, &["audit"], &[("CLICOLOR_FORCE", "0"), ("NO_COLOR", "1")]);
    assert_eq!(both.whole(), kijun(&small, &["audit"]).whole());
}

#[test]
fn nothing_but_a_terminal_gets_colours() {
    for ran in human() {
        assert!(!ran.whole().contains('\u{1b}'));
    }
}

/// Lines that say what is whole: the name of a document or of a file, with its title, in the graph; a line of a rule file, with its
/// number, and what points at a place in it.
fn is_unbreakable(line: &str) -> bool {
    let number = line.trim_start().split(" │ ").next().unwrap_or_default();
    line.contains("─ [") || number.parse::<u32>().is_ok() || number.starts_with('·')
}

/// Wider than 100 columns are only a document's lines in the graph, and lines that somebody else wrote.
#[test]
fn lines_fit_in_100_columns() {
    for ran in human() {
        for line in ran.out.lines().chain(ran.err.lines()) {
            assert!(line.width() <= 100 || is_unbreakable(line), "{} columns: {line}", line.width());
        }
    }
}

#[test]
fn no_line_ends_in_blanks() {
    for ran in human() {
        for line in ran.out.lines().chain(ran.err.lines()) {
            assert_eq!(line.trim_end(), line);
        }
    }
}

/// Sequences that clear the screen, set its title, and turn text around, in both encodings of the introducer.
const EVIL: [&str; 4] = ["\u{1b}[2J", "\u{1b}]0;owned\u{7}", "\u{9b}31m", "\u{202e}"];

/// Runs a command with colours and without; nothing but colours comes through.
fn assert_harmless_command(folder: &Path, args: &[&str]) -> Ran {
    let ran = kijun(folder, args);
    assert_harmless(&ran);
    let coloured = kijun_with(folder, args, &[("CLICOLOR_FORCE", "1")]);
    let plain = |text: &str| {
        let style = regex::Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
        style.replace_all(text, "").into_owned()
    };
    assert_harmless(&Ran { code: coloured.code, out: plain(&coloured.out), err: plain(&coloured.err) });
    ran
}

fn assert_harmless(ran: &Ran) {
    for evil in ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\r'] {
        assert!(!ran.out.contains(evil), "{evil:?} in stdout: {}", ran.out);
        assert!(!ran.err.contains(evil), "{evil:?} in stderr: {}", ran.err);
    }
}

#[test]
fn evidence_cannot_drive_the_terminal() {
    let evil = EVIL.concat().replace('\u{1b}', "\\e").replace('\u{7}', "\\a");
    let evidence = format!(
        "- {{ id: \"a{evil}\", name: \"{evil}\", level: 1 }}\n- {{ id: b, level: \"{evil}\" }}\n- {{ id: \"c\", \"{evil}\": 1, level: 2 }}\n"
    );
    let rules = format!(
        "{RULES}clause 3 {{ for server must name is absent else \"{{name}}\" }}\nclause 4 {{ for server must name == \"x\" }}\n"
    );
    let folder =
        project(&[("kijun.yaml", MANIFEST), ("rules/a.kijun", &rules), ("evidence/a.yaml", &evidence)]);
    let audit = assert_harmless_command(folder.path(), &["audit", "--verbose"]);
    assert_eq!(audit.code, 1, "{}", audit.err);
    let record = kijun(folder.path(), &["audit", "--format", "json"]);
    let record = kijun_findings::from_json(&record.out).unwrap();
    for finding in &record.findings {
        assert_harmless_command(folder.path(), &["explain", &finding.id]);
    }
}

#[test]
fn rules_cannot_drive_the_terminal() {
    let evil = EVIL.concat();
    let rules = RULES.replace("clause 1 {", &format!("clause 1 \"{evil}\" {{"));
    let wrong =
        format!("{RULES}clause 3{evil} {{ for server must levle{evil} >= 2 }}\n# {evil}\nclause {evil}\n");
    for rules in [rules, wrong] {
        let evidence = ("evidence/a.yaml", "- { id: a, level: 1 }\n");
        let folder = project(&[("kijun.yaml", MANIFEST), ("rules/a.kijun", &rules), evidence]);
        for args in [&["audit"][..], &["check"], &["graph", "--clauses"], &["explain", "s:1"]] {
            assert_harmless_command(folder.path(), args);
        }
    }
}

#[test]
fn a_manifest_cannot_drive_the_terminal() {
    let evil = "\\e[2J\\e]0;owned\\a\\x9b31m";
    for manifest in [
        MANIFEST.replace("project: p", &format!("project: p\ntitle: \"{evil}\"")),
        MANIFEST.replace("kind: server", &format!("kind: \"{evil}\"")),
        MANIFEST.replace("evidence/*.yaml", "evidence/*.yaml\", \"x\\e[2J\": \"1"),
        MANIFEST.replace("rules: [rules]", &format!("rules: [rules, \"{evil}\"]")),
    ] {
        let evidence = ("evidence/a.yaml", "- { id: a, level: 1 }\n");
        let folder = project(&[("kijun.yaml", &manifest), ("rules/a.kijun", RULES), evidence]);
        assert_harmless_command(folder.path(), &["audit"]);
        assert_harmless_command(folder.path(), &["check"]);
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_cannot_drive_the_terminal() {
    let evil = EVIL.concat();
    let (rules, evidence) = (format!("rules/{evil}.kijun"), format!("evidence/{evil}.yaml"));
    for level in ["1", "one", "{"] {
        let text = format!("- {{ id: a, level: {level} }}\n");
        let folder = project(&[("kijun.yaml", MANIFEST), (&rules, RULES), (&evidence, &text)]);
        assert_harmless_command(folder.path(), &["audit", "--verbose"]);
        assert_harmless_command(folder.path(), &["explain", "s:1"]);
    }
}

#[test]
fn what_was_typed_cannot_drive_the_terminal() {
    for evil in EVIL {
        for what in [evil.to_owned(), format!("F-{evil}"), format!("s:{evil}")] {
            assert_harmless_command(&fixture("audit/small"), &["explain", &what]);
        }
    }
}

#[test]
fn what_could_not_be_read_is_named_with_its_place_and_beside_the_figures() {
    let project = project(&[("kijun.yaml", MANIFEST), ("rules/s.kijun", RULES)]);
    std::fs::create_dir(project.path().join("evidence")).unwrap();
    std::fs::write(project.path().join("evidence/a.yaml"), b"- id: \x83\x54\x81\x5b\n  level: 6\n").unwrap();
    std::fs::write(project.path().join("evidence/b.yaml"), "- id: b\n  level: 6\n").unwrap();
    for (lang, words) in [("en", "findings may be missing"), ("ja", "読み取れない部分")] {
        for quiet in ["-q", "--verbose"] {
            let ran = kijun(project.path(), &["audit", "--lang", lang, quiet]);
            assert!(ran.err.contains("--> evidence/a.yaml:1:"), "{}", ran.err);
            assert!(ran.out.contains(words), "{}", ran.out);
        }
    }
}

#[test]
fn no_value_begins_a_line() {
    let evidence = "- id: \"a\\r\\nFORGED\\nFORGED\\u2028FORGED\"\n  level: 1\n";
    let project =
        project(&[("kijun.yaml", MANIFEST), ("rules/s.kijun", RULES), ("evidence/a.yaml", evidence)]);
    let ran = kijun(project.path(), &["audit", "--lang", "en", "--verbose"]);
    assert!(ran.out.contains("FORGED"), "{}", ran.out);
    assert!(ran.out.lines().all(|line| !line.trim_start().starts_with("FORGED")), "{}", ran.out);
}
