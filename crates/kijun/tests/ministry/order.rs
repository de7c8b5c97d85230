//! Neither the number of threads nor the order of the manifest's lists changes what is written.

use std::fs;
use std::path::{Path, PathBuf};

use kijun::Options;
use kijun_findings::RunRecord;

use crate::{YEARS, audit, folder, load, repository};

fn json(record: &RunRecord) -> String {
    kijun_findings::to_json(record).unwrap()
}

#[test]
fn one_thread_and_several_write_the_same_bytes() {
    for year in YEARS {
        let one = json(&audit(&folder(year), 1).record);
        for threads in [2, 3, 7] {
            assert_eq!(json(&audit(&folder(year), threads).record), one, "{year}, {threads} threads");
        }
    }
}

#[test]
fn a_later_day_is_judged_alike_twice() {
    let loaded = load(&folder("fy2011"));
    let options = Options { as_of: Some("2013-04-01".parse().unwrap()), threads: Some(2) };
    let twice = [0, 1].map(|_| json(&kijun::audit(&loaded, options).unwrap().record));
    assert_eq!(twice[0], twice[1]);
}

#[test]
fn sources_and_rules_in_reverse_order_write_the_same_bytes() {
    for year in YEARS {
        let home = tempfile::tempdir().unwrap();
        copy(&repository().join("rules"), &home.path().join("rules"));
        let project = home.path().join("fixtures/moj").join(year);
        copy(&folder(year), &project);
        let manifest = fs::read_to_string(project.join("kijun.yaml")).unwrap();
        let before = audit(&project, 2).record;
        let reversed = reversed(&reversed(&manifest, "rules"), "evidence");
        assert_ne!(reversed, manifest);
        fs::write(project.join("kijun.yaml"), reversed).unwrap();
        let after = audit(&project, 2).record;
        assert_eq!(json(&without_manifest(after)), json(&without_manifest(before)), "{year}");
    }
}

/// The record with the same place for everything that stands in the manifest, and no digest of it.
fn without_manifest(mut record: RunRecord) -> RunRecord {
    record.inputs.retain(|input| input.path != "kijun.yaml");
    for seen in record.findings.iter_mut().flat_map(|f| &mut f.evidence) {
        if seen.at.file == "kijun.yaml" {
            seen.at.line = 0;
        }
    }
    record
}

/// The manifest with the entries of one list in reverse order.
fn reversed(manifest: &str, list: &str) -> String {
    let (before, rest) = manifest.split_once(&format!("\n{list}:\n")).unwrap();
    let inside = |line: &&str| line.is_empty() || line.starts_with(' ');
    let n_lines = rest.lines().take_while(inside).count();
    let mut entries: Vec<String> = Vec::new();
    for line in rest.lines().take(n_lines) {
        match entries.last_mut() {
            Some(entry) if !line.starts_with("  - ") => entry.push_str(&format!("{line}\n")),
            _ => entries.push(format!("{line}\n")),
        }
    }
    // What stands before the first entry is a comment, and may stand at the end.
    entries.reverse();
    let after: String = rest.lines().skip(n_lines).map(|line| format!("{line}\n")).collect();
    format!("{before}\n{list}:\n{}{after}", entries.concat())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
