//! The inputs of a run are kept by digest and found again by digest, and nothing that a record says is written outside the folder
//! that was made for it.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use kijun::{KeepError, Options, STORE, keep, restore};
use kijun_findings::{InputFile, InputKind, RunRecord};
use tempfile::TempDir;

const RULES: &str = "
vocabulary v { kind box { key id : text  n : int } }
standard s { tier t edition 2025-01-01 uses v }
clause 1 { for box  must n > 1 }
";

/// A folder with shared rules, and projects beside each other that read them.
struct Office(TempDir);

impl Office {
    fn new() -> Office {
        let office = Office(tempfile::tempdir().unwrap());
        office.write("shared/rules/s.kijun", RULES);
        office.year("y1", "- { id: b1, n: 1 }\n");
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn year(&self, year: &str, boxes: &str) {
        let manifest = format!(
            "kijun: 1\nproject: {year}\nperiod: {{ start: 2025-04-01, end: 2026-03-31 }}\nrules: [../shared/rules]\n\
             evidence:\n  - {{ kind: box, files: evidence/*.yaml }}\n"
        );
        self.write(&format!("{year}/kijun.yaml"), &manifest);
        self.write(&format!("{year}/evidence/boxes.yaml"), boxes);
    }

    fn audit(&self, year: &str) -> RunRecord {
        record_of(&self.path(year))
    }

    /// Audits a year and keeps its inputs in `runs`.
    fn kept(&self, year: &str) -> RunRecord {
        let record = self.audit(year);
        keep(&record, &self.path(year), &self.path("runs")).unwrap();
        record
    }

    fn stored(&self) -> Vec<PathBuf> {
        let mut all: Vec<_> =
            fs::read_dir(self.path("runs").join(STORE)).unwrap().map(|e| e.unwrap().path()).collect();
        all.sort();
        all
    }
}

fn record_of(root: &Path) -> RunRecord {
    kijun::audit(&kijun::load(root), Options::default()).unwrap().record
}

fn paths(files: &[InputFile]) -> Vec<&str> {
    files.iter().map(|file| &*file.path).collect()
}

#[test]
fn a_project_that_is_gone_is_audited_again_from_what_was_kept() {
    let office = Office::new();
    let record = office.kept("y1");
    fs::remove_dir_all(office.path("y1")).unwrap();
    fs::remove_dir_all(office.path("shared")).unwrap();
    let restored = restore(&record, &office.path("runs"), None).unwrap();
    assert_eq!(record_of(&restored.root), record);
}

#[test]
fn a_store_may_be_moved_with_its_records() {
    let office = Office::new();
    let record = office.kept("y1");
    fs::rename(office.path("runs"), office.path("archive")).unwrap();
    fs::remove_dir_all(office.path("y1")).unwrap();
    assert!(restore(&record, &office.path("runs"), None).is_err());
    assert!(restore(&record, &office.path("archive"), None).is_ok());
}

#[test]
fn several_years_share_what_did_not_change() {
    let office = Office::new();
    office.year("y2", "- { id: b1, n: 2 }\n");
    let (first, second) = (office.kept("y1"), office.kept("y2"));
    assert_eq!(office.stored().len(), 5, "one file of rules, two manifests, two of evidence");
    fs::remove_dir_all(office.path("y1")).unwrap();
    fs::remove_dir_all(office.path("y2")).unwrap();
    for record in [first, second] {
        let restored = restore(&record, &office.path("runs"), None).unwrap();
        assert_eq!(record_of(&restored.root), record);
    }
}

#[test]
fn what_the_store_has_is_not_written_again_and_what_was_broken_is() {
    let office = Office::new();
    office.kept("y1");
    let whole = fs::read(&office.stored()[0]).unwrap();
    let times = || -> Vec<_> {
        office.stored().iter().map(|path| fs::metadata(path).unwrap().modified().unwrap()).collect()
    };
    let before = times();
    office.kept("y1");
    assert_eq!(before, times());
    fs::write(&office.stored()[0], &whole[1..]).unwrap();
    office.kept("y1");
    assert_eq!(fs::read(&office.stored()[0]).unwrap(), whole);
}

#[test]
fn a_stored_file_that_was_cut_short_counts_as_missing() {
    let office = Office::new();
    let record = office.kept("y1");
    fs::remove_dir_all(office.path("y1")).unwrap();
    let evidence = record.inputs.iter().find(|file| file.kind == InputKind::Evidence).unwrap();
    let stored = office.path("runs").join(STORE).join(&evidence.blake3);
    let bytes = fs::read(&stored).unwrap();
    fs::write(&stored, &bytes[..bytes.len() - 1]).unwrap();
    let gone = restore(&record, &office.path("runs"), None).unwrap_err();
    assert_eq!(paths(&gone), ["evidence/boxes.yaml"]);
}

#[test]
fn a_file_of_the_same_path_and_size_that_holds_something_else_counts_as_missing() {
    let office = Office::new();
    let record = office.audit("y1");
    office.write("y1/evidence/boxes.yaml", "- { id: b1, n: 9 }\n");
    let gone = restore(&record, &office.path("y1"), None).unwrap_err();
    assert_eq!(paths(&gone), ["evidence/boxes.yaml"]);
}

#[test]
fn a_file_that_came_later_is_not_read() {
    let office = Office::new();
    let record = office.audit("y1");
    office.write("y1/evidence/later.yaml", "- { id: b2, n: 0 }\n");
    assert_ne!(office.audit("y1"), record);
    let restored = restore(&record, &office.path("y1"), None).unwrap();
    assert_eq!(record_of(&restored.root), record);
}

#[test]
fn what_a_project_does_not_have_any_more_is_taken_from_the_store() {
    let office = Office::new();
    let record = office.kept("y1");
    office.write("y1/evidence/boxes.yaml", "- { id: b1, n: 9 }\n");
    let restored = restore(&record, &office.path("runs"), Some(&office.path("y1"))).unwrap();
    assert_eq!(record_of(&restored.root), record);
}

#[test]
fn what_was_put_together_does_not_share_its_small_files_and_goes_with_its_owner() {
    let office = Office::new();
    let record = office.audit("y1");
    let restored = restore(&record, &office.path("y1"), None).unwrap();
    fs::write(restored.root.join("kijun.yaml"), "nothing").unwrap();
    assert_eq!(office.audit("y1"), record);
    let root = restored.root.clone();
    drop(restored);
    assert!(!root.exists());
}

#[test]
fn an_input_that_changed_during_the_audit_is_not_kept_under_its_old_digest() {
    let office = Office::new();
    let record = office.audit("y1");
    office.write("y1/evidence/boxes.yaml", "- { id: b1, n: 9 }\n");
    let error = keep(&record, &office.path("y1"), &office.path("runs")).unwrap_err();
    assert!(matches!(error, KeepError::Changed(files) if paths(&files) == ["evidence/boxes.yaml"]));
    assert_eq!(office.stored().len(), record.inputs.len() - 1, "and nothing half-written stays");
}

/// The record with one more input, which is really there.
fn with_input(record: &RunRecord, at: &Path, path: &str) -> RunRecord {
    let bytes = fs::read(at).unwrap();
    let (size, blake3) = (bytes.len() as u64, blake3::hash(&bytes).to_hex().to_string());
    let mut record = record.clone();
    record.inputs.push(InputFile { path: path.to_owned(), kind: InputKind::Evidence, bytes: size, blake3 });
    record
}

#[test]
fn paths_that_a_record_makes_up_lead_nowhere() {
    let office = Office::new();
    office.write("secret", "of the office");
    let record = office.kept("y1");
    let climbing = format!("{}x", "../".repeat(100));
    let absolute = office.path("secret").to_string_lossy().into_owned();
    for path in
        [climbing.as_str(), absolute.as_str(), "", ".", "..", "evidence/..", "evidence/boxes.yaml/x", "x\0"]
    {
        let hostile = with_input(&record, &office.path("secret"), path);
        fs::write(
            office.path("runs").join(STORE).join(&hostile.inputs.last().unwrap().blake3),
            "of the office",
        )
        .unwrap();
        let gone = restore(&hostile, &office.path("runs"), Some(&office.path("y1"))).unwrap_err();
        assert_eq!(paths(&gone), [path]);
    }
}

#[test]
fn a_path_beside_the_project_is_beside_it_again_and_not_in_it() {
    let office = Office::new();
    office.write("runs/inputs/placeholder", "");
    let record = office.kept("y1");
    office.write("project/evidence/x.yaml", "- { id: b2, n: 0 }\n");
    let beside = with_input(&record, &office.path("project/evidence/x.yaml"), "../project/evidence/x.yaml");
    let restored = restore(&beside, &office.path("runs"), Some(&office.path("y1"))).unwrap();
    assert!(restored.root.join("../project/evidence/x.yaml").is_file());
    assert_eq!(record_of(&restored.root), record);
}

#[test]
fn one_path_with_two_contents_is_refused() {
    let office = Office::new();
    let record = office.kept("y1");
    office.write("other", "- { id: b1, n: 9 }\n");
    let both = with_input(&record, &office.path("other"), "evidence/boxes.yaml");
    fs::copy(office.path("other"), office.path("runs").join(STORE).join(&both.inputs.last().unwrap().blake3))
        .unwrap();
    let gone = restore(&both, &office.path("runs"), None).unwrap_err();
    assert_eq!(paths(&gone), ["evidence/boxes.yaml", "evidence/boxes.yaml"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_a_device_and_a_folder_are_never_opened() {
    let office = Office::new();
    let mut record = office.kept("y1");
    let made = std::process::Command::new("mkfifo").arg(office.path("y1/pipe")).status().unwrap();
    assert!(made.success());
    for path in ["pipe", "/dev/zero", "evidence"] {
        let blake3 = blake3::hash(b"").to_hex().to_string();
        record.inputs.push(InputFile { path: path.to_owned(), kind: InputKind::Evidence, bytes: 0, blake3 });
    }
    let gone = restore(&record, &office.path("runs"), Some(&office.path("y1"))).unwrap_err();
    assert_eq!(paths(&gone), ["pipe", "/dev/zero", "evidence"]);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_taken_and_not_the_link() {
    let office = Office::new();
    fs::rename(office.path("y1/evidence/boxes.yaml"), office.path("y1/real")).unwrap();
    std::os::unix::fs::symlink("../real", office.path("y1/evidence/boxes.yaml")).unwrap();
    let record = office.audit("y1");
    let restored = restore(&record, &office.path("y1"), None).unwrap();
    assert!(fs::symlink_metadata(restored.root.join("evidence/boxes.yaml")).unwrap().is_file());
    assert_eq!(record_of(&restored.root), record);
}
