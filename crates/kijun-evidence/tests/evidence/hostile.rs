//! Evidence that wants to do harm: it is refused by the name of a limit, in bounded time and memory.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;

use crate::project::{self, Outcome};

const RULES: &str = "vocabulary office {
  record inner { name: text  more: list of text }
  kind server { key id : text  port: int  inner: inner?  tags: map of text }
}
";

fn run(files: &[(&str, &[u8])], source: &str) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), files, source);
    project::run(folder.path())
}

fn write(folder: &Path, files: &[(&str, &[u8])], source: &str) {
    let manifest = format!(
        "kijun: 1\nproject: office\nperiod: {{ start: 2011-04-01, end: 2012-03-31 }}\nrules: [rules]\n\
         evidence:\n  - {{ kind: server, {source} }}\n"
    );
    fs::write(folder.join("kijun.yaml"), manifest).unwrap();
    fs::create_dir(folder.join("rules")).unwrap();
    fs::write(folder.join("rules/office.kijun"), RULES).unwrap();
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

fn ids(outcome: &Outcome) -> Vec<&'static str> {
    outcome.diagnostics.iter().map(|d| d.id.name()).collect()
}

#[test]
fn deep_nesting_is_a_limit_not_a_crash() {
    let json = "[".repeat(100_000);
    let yaml = format!("- id: {}", "[".repeat(100_000));
    let blocks = (0..10_000).fold(String::new(), |mut text, n| {
        writeln!(text, "{}-", " ".repeat(n)).unwrap();
        text
    });
    assert_eq!(ids(&run(&[("a.json", json.as_bytes())], "files: a.json")), ["evidence/limit"]);
    assert_eq!(ids(&run(&[("a.jsonl", json.as_bytes())], "files: a.jsonl")), ["evidence/limit"]);
    assert_eq!(ids(&run(&[("a.yaml", yaml.as_bytes())], "files: a.yaml")).len(), 1);
    assert_eq!(ids(&run(&[("a.yaml", blocks.as_bytes())], "files: a.yaml")).len(), 1);
}

#[test]
fn aliases_cannot_multiply_without_end() {
    let mut yaml = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for n in 1..20 {
        let inner = vec![format!("*a{}", n - 1); 10].join(", ");
        writeln!(yaml, "a{n}: &a{n} [{inner}]").unwrap();
    }
    let outcome = run(&[("a.yaml", yaml.as_bytes())], "files: a.yaml");
    assert_eq!(ids(&outcome), ["evidence/limit"]);
    let itself = run(&[("a.yaml", b"id: web1\ntags: &t { a: *t }\n")], "files: a.yaml");
    assert_eq!(ids(&itself), ["evidence/yaml-feature"]);
}

#[test]
fn a_line_without_end_is_a_limit_and_the_next_line_is_read() {
    let long = format!("{{\"id\": \"{}\"}}\n{{\"id\": \"web2\"}}\n", "x".repeat(17 << 20));
    let outcome = run(&[("a.jsonl", long.as_bytes())], "files: a.jsonl");
    assert_eq!(ids(&outcome), ["evidence/limit"]);
    assert_eq!(outcome.subjects.len(), 1);
    let row = format!("id,port\n\"{}", "x".repeat(17 << 20));
    assert_eq!(ids(&run(&[("a.csv", row.as_bytes())], "files: a.csv")), ["evidence/limit"]);
}

#[test]
fn bytes_that_are_no_text_are_told_as_such() {
    for name in ["a.yaml", "a.json", "a.jsonl", "a.csv"] {
        let files = format!("files: {name}");
        assert_eq!(ids(&run(&[(name, b"id\n\0\n")], &files)).last(), Some(&"evidence/binary"), "{name}");
        let utf16 = b"\xFF\xFEi\0d\0\n\0";
        assert_eq!(ids(&run(&[(name, utf16)], &files)), ["evidence/encoding"], "{name}");
        let told = if name == "a.json" { "evidence/syntax" } else { "evidence/no-records" };
        assert_eq!(ids(&run(&[(name, b"")], &files)), [told], "{name}");
    }
}

#[test]
fn a_pipe_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[], "files: a.yaml");
    let made = Command::new("mkfifo").arg(folder.path().join("a.yaml")).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(ids(&project::run(folder.path())), ["evidence/not-a-file"]);
    }
}

#[test]
fn the_order_of_folders_does_not_matter_and_many_files_are_read() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[], "files: \"hosts/{id}.yaml\"");
    fs::create_dir(folder.path().join("hosts")).unwrap();
    for n in (0..2000).rev() {
        fs::write(folder.path().join(format!("hosts/h{n:04}.yaml")), "port: 443\n").unwrap();
    }
    let outcome = project::run(folder.path());
    let keys: Vec<&str> = outcome.subjects.iter().map(|s| &*s.key).collect();
    assert_eq!(keys.len(), 2000);
    assert!(keys.is_sorted());
    assert_eq!(outcome.reading.files.len(), 2000);
    assert_eq!(outcome.reading.files[0].digest, blake3::hash(b"port: 443\n"));
}

fn format() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("a.yaml"), Just("a.json"), Just("a.jsonl"), Just("a.csv")]
}

/// Bytes, and texts of the characters that formats care about.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..200),
        "[\\[\\]{}:,\"'\\-#&*!|>% \n\t\r0-9a-eidtrue<.~?@\\\\あ]{0,200}".prop_map(String::into_bytes),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_make_a_reader_panic(name in format(), bytes in bytes(), nested in any::<bool>()) {
        let tree = matches!(name, "a.yaml" | "a.json");
        let records = if nested && tree { ", records: a.b, entry: id" } else { "" };
        let outcome = run(&[(name, &bytes)], &format!("files: {name}{records}"));
        prop_assert!(outcome.diagnostics.len() < 300);
    }

    #[test]
    fn no_text_makes_the_manifest_panic(text in "[\\[\\]{}:,\"'\\-#&*!|>% \n\t0-9a-z.]{0,300}") {
        let mut sources = kijun_diag::Sources::default();
        let file = sources.add("kijun.yaml", text.as_str());
        let (manifest, diagnostics) = kijun_evidence::read_manifest(file, &text);
        prop_assert!(manifest.is_some() || diagnostics.has_errors());
    }
}
