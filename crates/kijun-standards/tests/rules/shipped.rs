//! The rules that are shipped hang together, in both fiscal years.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use kijun_testkit::Rules;

#[test]
fn the_shipped_rules_hang_together() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut texts = Vec::new();
    for path in files(&root.join("rules")) {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        texts.push((name, std::fs::read_to_string(&path).unwrap()));
    }
    let rules = Rules::of(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    assert_eq!(rules.words(&rules.before), "");
    assert_eq!(rules.words(&rules.found), "");
    for (as_of, today) in [("2011-10-01", "2012-03-31"), ("2012-04-01", "2013-03-31")] {
        let [as_of, today]: [Date; 2] = [as_of, today].map(|date| date.parse().unwrap());
        let (effective, found) = rules.standards.effective(&rules.model, as_of, today, None);
        assert_eq!(rules.words(&found), "", "{as_of}");
        assert!(!effective.set.statements.is_empty());
        let mut names: Vec<String> = effective
            .set
            .statements
            .iter()
            .map(|s| rules.standards.lineage(&rules.model, s.statement))
            .collect();
        let n_statements = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), n_statements, "two statements in force share a lasting name");
    }
    // A procedure of 2008 went on citing the ministry's standard of 2006 until it was revised in 2012.
    let stale = |date: &str| rules.standards.citations(&rules.model, date.parse().unwrap());
    assert_eq!(
        stale("2012-03-31").iter().map(|d| d.id.name()).collect::<Vec<_>>(),
        ["graph/citation-superseded"]
    );
    assert!(stale("2012-04-01").is_empty());
}

/// Every rule file below a folder, in order of name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let inside = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    entries
        .into_iter()
        .flat_map(inside)
        .filter(|path| path.extension().is_some_and(|e| e == "kijun"))
        .collect()
}
