//! `kijun verify`, `kijun sign`, `kijun audit --keep`: what is said of a record that is as it was, and of one that is not.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{MANIFEST, RULES, Ran, fixture, kijun, project};

const ONE: &str = "- { id: a, level: 9 }\n- { id: b, level: 1 }\n";

/// A project that was audited, with its inputs kept and the record signed.
fn audited() -> tempfile::TempDir {
    let folder = project(&[("kijun.yaml", MANIFEST), ("rules/a.kijun", RULES), ("evidence/a.yaml", ONE)]);
    assert_eq!(kijun(folder.path(), &["sign", "--new-key", "k"]).code, 0);
    let ran = kijun(folder.path(), &["audit", "-o", "run.json", "--keep", "--sign", "k.pem", "-q"]);
    assert_eq!(ran.code, 1, "{}", ran.whole());
    folder
}

fn read(folder: &tempfile::TempDir) -> String {
    std::fs::read_to_string(folder.path().join("run.json")).unwrap()
}

fn write(folder: &tempfile::TempDir, name: &str, text: impl AsRef<[u8]>) {
    std::fs::write(folder.path().join(name), text).unwrap();
}

/// Puts one text in the place of another in the record.
fn edit(folder: &tempfile::TempDir, before: &str, after: &str) {
    let text = read(folder);
    assert!(text.contains(before), "the record does not say {before}");
    write(folder, "run.json", text.replacen(before, after, 1));
}

fn verify(folder: &Path, more: &[&str]) -> Ran {
    kijun(folder, &[&["verify", "run.json", "--format", "json"], more].concat())
}

/// The verdict of a check.
fn of(ran: &Ran, check: &str) -> String {
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    let checks = value["checks"].as_array().unwrap();
    let found = checks.iter().find(|found| found["check"] == check);
    assert!(found.is_some(), "no {check} in {}", ran.out);
    found.unwrap()["verdict"].as_str().unwrap().to_owned()
}

/// Every file of a folder with what it holds.
fn held(folder: &Path) -> BTreeSet<(PathBuf, Option<Vec<u8>>)> {
    let mut all = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => all.extend(held(&path)),
            false => _ = all.insert((path.clone(), path.is_file().then(|| std::fs::read(&path).unwrap()))),
        }
    }
    all
}

#[test]
fn a_record_as_it_was_made_holds_in_every_check() {
    let folder = audited();
    let ran = verify(folder.path(), &["--key", "k.pub.pem", "--again"]);
    assert_eq!(ran.code, 0, "{}", ran.whole());
    for check in ["canonical", "schema", "consistent", "inputs", "signature", "again"] {
        assert_eq!(of(&ran, check), "holds", "{check}: {}", ran.out);
    }
    assert_eq!(of(&ran, "chain"), "not-asked", "no run before it is named");
}

#[test]
fn what_was_not_checked_is_never_shown_as_passed() {
    let folder = audited();
    let ran = kijun(folder.path(), &["verify", "run.json", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.whole());
    let line = |name: &str| ran.out.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
    assert!(line(" signature ").starts_with('–'), "{}", ran.out);
    assert!(line(" earlier run ").starts_with('–'), "{}", ran.out);
    assert!(!ran.out.contains(" again "), "it was not asked for: {}", ran.out);
    assert_eq!(of(&verify(folder.path(), &[]), "signature"), "not-asked");
}

#[test]
fn an_input_that_changed_since_is_found_in_the_store_and_named_without_it() {
    let folder = audited();
    write(&folder, "evidence/a.yaml", "- { id: a, level: 9 }\n");
    assert_eq!(of(&verify(folder.path(), &["--again"]), "inputs"), "holds", "the store still has it");
    std::fs::remove_dir_all(folder.path().join("inputs")).unwrap();
    let ran = verify(folder.path(), &["--again"]);
    assert_eq!(ran.code, 1, "{}", ran.whole());
    assert_eq!(of(&ran, "inputs"), "differs");
    assert_eq!(of(&ran, "again"), "unchecked");
    assert!(ran.out.contains("evidence/a.yaml") && ran.out.contains("input-changed"), "{}", ran.out);
}

#[test]
fn an_input_that_is_gone_could_not_be_checked_and_is_not_said_to_differ() {
    let folder = audited();
    std::fs::remove_dir_all(folder.path().join("inputs")).unwrap();
    std::fs::remove_file(folder.path().join("evidence/a.yaml")).unwrap();
    let ran = verify(folder.path(), &[]);
    assert_eq!(ran.code, 2, "{}", ran.whole());
    assert_eq!(of(&ran, "inputs"), "unchecked");
}

#[test]
fn a_file_of_the_store_that_was_tampered_with_is_no_input() {
    let folder = audited();
    for entry in std::fs::read_dir(folder.path().join("inputs")).unwrap().flatten() {
        std::fs::write(entry.path(), "something else").unwrap();
    }
    assert_eq!(verify(folder.path(), &[]).code, 0, "the project has them all");
    std::fs::remove_file(folder.path().join("evidence/a.yaml")).unwrap();
    let ran = verify(folder.path(), &[]);
    assert_eq!((ran.code, of(&ran, "inputs")), (1, "differs".to_owned()), "{}", ran.out);
}

#[test]
fn a_figure_that_was_changed_contradicts_the_rest_of_the_record() {
    let folder = audited();
    edit(&folder, "\"fail\": 2", "\"fail\": 1");
    let ran = verify(folder.path(), &["--key", "k.pub.pem", "--again"]);
    assert_eq!(ran.code, 1, "{}", ran.whole());
    assert_eq!(of(&ran, "consistent"), "differs");
    assert_eq!(of(&ran, "signature"), "differs");
    for check in ["canonical", "inputs", "again"] {
        assert_eq!(of(&ran, check), "unchecked", "{check} of what contradicts itself: {}", ran.out);
    }
}

#[test]
fn a_project_that_was_renamed_does_not_come_out_again() {
    let folder = audited();
    edit(&folder, "\"project\": \"p\"", "\"project\": \"q\"");
    assert_eq!(verify(folder.path(), &[]).code, 0, "nothing in the record contradicts it");
    let ran = verify(folder.path(), &["--key", "k.pub.pem", "--again"]);
    assert_eq!(of(&ran, "canonical"), "holds", "the form is as before");
    assert_eq!(of(&ran, "signature"), "differs");
    assert_eq!((ran.code, of(&ran, "again")), (1, "differs".to_owned()), "{}", ran.out);
    assert!(ran.out.contains("again-fields") && ran.out.contains("project"), "{}", ran.out);
}

#[test]
fn a_record_in_another_form_is_told_with_the_line() {
    let folder = audited();
    edit(&folder, "  \"project\": \"p\"", "  \"project\":  \"p\"");
    let ran = verify(folder.path(), &[]);
    assert_eq!((ran.code, of(&ran, "canonical")), (1, "differs".to_owned()), "{}", ran.out);
    assert!(ran.out.contains("\"line\": \"7\""), "{}", ran.out);
}

#[test]
fn another_key_and_a_signature_cut_short_do_not_hold() {
    let folder = audited();
    assert_eq!(kijun(folder.path(), &["sign", "--new-key", "other"]).code, 0);
    let ran = verify(folder.path(), &["--key", "other.pub.pem"]);
    assert_eq!((ran.code, of(&ran, "signature")), (1, "differs".to_owned()), "{}", ran.out);
    let signature = std::fs::read(folder.path().join("run.json.sig")).unwrap();
    write(&folder, "run.json.sig", &signature[..63]);
    let ran = verify(folder.path(), &["--key", "k.pub.pem"]);
    assert_eq!((ran.code, of(&ran, "signature")), (1, "differs".to_owned()), "{}", ran.out);
    assert!(ran.out.contains("signature-length"), "{}", ran.out);
    std::fs::remove_file(folder.path().join("run.json.sig")).unwrap();
    let ran = verify(folder.path(), &["--key", "k.pub.pem"]);
    assert_eq!((ran.code, of(&ran, "signature")), (2, "unchecked".to_owned()), "{}", ran.out);
}

#[test]
fn a_key_is_never_replaced_and_a_public_key_does_not_sign() {
    let folder = audited();
    let before = held(folder.path());
    let ran = kijun(folder.path(), &["sign", "--new-key", "k", "--lang", "en"]);
    assert!(ran.code != 0 && ran.err.contains("is there already"), "{}", ran.whole());
    let ran = kijun(folder.path(), &["sign", "run.json", "--key", "k.pub.pem", "--lang", "en"]);
    assert!(ran.code == 2 && ran.err.contains("is a public key"), "{}", ran.whole());
    assert_eq!(held(folder.path()), before);
}

/// A record that names a file outside: neither its content comes out nor is anything written.
fn names_outside(path: &str) -> (tempfile::TempDir, Ran) {
    let folder = audited();
    edit(&folder, "\"path\": \"evidence/a.yaml\"", &format!("\"path\": \"{path}\""));
    std::fs::remove_dir_all(folder.path().join("inputs")).unwrap();
    let before = held(folder.path());
    let ran = verify(folder.path(), &["--again"]);
    assert_eq!(held(folder.path()), before, "{path} had something written");
    assert_ne!(ran.code, 0, "{path}: {}", ran.whole());
    assert_ne!(of(&ran, "inputs"), "holds", "{path}: {}", ran.out);
    assert_ne!(of(&ran, "again"), "holds", "{path}: {}", ran.out);
    (folder, ran)
}

#[test]
fn a_record_that_names_files_outside_gets_nothing_of_them() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret");
    std::fs::write(&secret, "the-very-secret").unwrap();
    let up = "../".repeat(40) + secret.to_str().unwrap().trim_start_matches('/');
    for path in ["../../../../etc/passwd", "/etc/passwd", "/nowhere/at/all", secret.to_str().unwrap(), &up] {
        let (_folder, ran) = names_outside(path);
        assert!(
            !ran.whole().contains("the-very-secret") && !ran.whole().contains("root:"),
            "{}",
            ran.whole()
        );
    }
    assert_eq!(std::fs::read_to_string(&secret).unwrap(), "the-very-secret");
}

#[cfg(unix)]
#[test]
fn a_record_that_names_a_pipe_or_a_device_does_not_hang() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [pipe.to_str().unwrap(), "/dev/zero"] {
        names_outside(path);
    }
}

#[test]
fn a_year_is_chained_to_the_year_before_by_digest() {
    let year = fixture("moj/fy2012");
    let folder = tempfile::tempdir().unwrap();
    let run = folder.path().join("run.json");
    let run = run.to_str().unwrap();
    assert_eq!(kijun(&year, &["audit", "-q", "--keep", "-o", run]).code, 1);
    let ran = verify(folder.path(), &[]);
    assert_eq!((ran.code, of(&ran, "chain")), (0, "holds".to_owned()), "{}", ran.out);
    // Without the store and the project, nobody has the earlier record until it is named.
    std::fs::remove_dir_all(folder.path().join("inputs")).unwrap();
    assert_eq!(of(&verify(folder.path(), &[]), "chain"), "unchecked");
    let previous = year.join("previous/fy2011.json");
    let ran = verify(folder.path(), &["--previous", previous.to_str().unwrap()]);
    assert_eq!(of(&ran, "chain"), "holds", "{}", ran.out);
    // A copy that was changed is not the run that this one follows.
    let text = std::fs::read_to_string(&previous).unwrap();
    assert!(text.contains("\"fail\": 44"), "the figures of the year before are others");
    write(&folder, "changed.json", text.replacen("\"fail\": 44", "\"fail\": 43", 1));
    let ran = verify(folder.path(), &["--previous", "changed.json"]);
    assert_ne!(of(&ran, "chain"), "holds", "{}", ran.out);
    assert_ne!(ran.code, 0, "{}", ran.whole());
}

#[test]
fn a_signature_is_not_written_over_its_record_or_key() {
    let folder = audited();
    let before = held(folder.path());
    for output in ["run.json", "./run.json", "k.pem"] {
        let ran = kijun(folder.path(), &["sign", "run.json", "--key", "k.pem", "-o", output]);
        assert_eq!((ran.code, held(folder.path()) == before), (2, true), "{output}: {}", ran.whole());
    }
}

#[test]
fn an_audit_that_may_not_write_its_record_prints_no_findings() {
    let folder = audited();
    let before = held(folder.path());
    for output in ["kijun.yaml", "rules/a.kijun", "evidence/a.yaml", "k.pem"] {
        let ran = kijun(folder.path(), &["audit", "-o", output, "--sign", "k.pem"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{output}: {}", ran.whole());
        assert!(held(folder.path()) == before, "{output}");
    }
}

#[test]
fn a_record_that_says_a_thing_twice_or_holds_no_digest_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("run.json");
    let year = fixture("moj/fy2011");
    kijun(&year, &["audit", "--output", path.to_str().unwrap()]);
    let record: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let told = |edit: &dyn Fn(&mut serde_json::Value)| {
        let mut edited = record.clone();
        edit(&mut edited);
        std::fs::write(&path, edited.to_string()).unwrap();
        let ran = kijun(&year, &["verify", path.to_str().unwrap(), "--lang", "en"]);
        // Wherever the screen breaks a line.
        (ran.code, ran.whole().split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let again = |list: &'static str| {
        move |record: &mut serde_json::Value| {
            let first = record[list][0].clone();
            record[list].as_array_mut().unwrap().push(first);
        }
    };
    for (list, named) in [("measures", "measure `"), ("inputs", "rule `")] {
        let (code, told) = told(&again(list));
        assert!(code != 0 && told.contains("is there twice") && told.contains(named), "{list}: {told}");
    }
    for digest in ["", "0", &"g".repeat(64), &"A".repeat(64)] {
        let (code, told) = told(&|record| record["inputs"][0]["blake3"] = digest.into());
        assert!(code != 0 && told.contains("no BLAKE3 digest"), "{digest}: {told}");
    }
}
