//! `kijun init`, `kijun completions`, `kijun man`.

use std::fs;

use crate::kijun;

#[test]
fn every_template_passes_its_own_checks() {
    for template in ["minimal", "ministry", "moj"] {
        let folder = tempfile::tempdir().unwrap();
        let ran = kijun(folder.path(), &["init", "here", "--template", template]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let project = folder.path().join("here");
        for command in
            [&["check"][..], &["lint"], &["test"], &["conform"], &["audit", "--fail-on", "recommendation"]]
        {
            let ran = kijun(&project, &[command, &["--lang", "en"]].concat());
            assert_eq!(ran.code, 0, "{template} {command:?}\n{}{}", ran.out, ran.err);
            assert_eq!(ran.err, "", "{template} {command:?}");
        }
    }
}

#[test]
fn nothing_is_written_where_something_is_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("rules")).unwrap();
    fs::write(folder.path().join("rules/policy.kijun"), "# mine\n").unwrap();
    let ran = kijun(folder.path(), &["init", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("rules/policy.kijun is there already"), "{}", ran.err);
    assert!(!folder.path().join("kijun.yaml").exists());
    assert_eq!(fs::read_to_string(folder.path().join("rules/policy.kijun")).unwrap(), "# mine\n");
}

#[test]
fn every_shell_completes_every_command() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = kijun(folder.path(), &["completions", shell]);
        assert_eq!(ran.code, 0);
        for command in ["audit", "conform", "questionnaire"] {
            assert!(ran.out.contains(command), "{shell} knows no {command}");
        }
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = tempfile::tempdir().unwrap();
    let ran = kijun(folder.path(), &["man", "--output", "pages"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for page in ["kijun.1", "kijun-audit.1", "kijun-test.1"] {
        let text = fs::read_to_string(folder.path().join("pages").join(page)).unwrap();
        assert!(text.contains(".SH NAME") && text.contains(".SH OPTIONS"), "{page}");
    }
}
