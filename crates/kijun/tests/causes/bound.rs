//! A matter that turns on more than the search can tell apart.

use std::fmt::Write as _;
use std::fs;

use kijun::{DiffSide, diff};

use crate::OPTIONS;

const RULES: &str = "\
vocabulary small {
  kind site { key id : text }
  kind visit { key id : text  done : bool }
}
role officer \"officer\" {}
standard government { tier government  edition 2011-04-01  uses small }
clause 1 \"visits\" { for site  by officer  must count(v in all visit where v.done) >= 400 }
";

const MANIFEST: &str = "\
kijun: 1
project: small
period: { start: 2011-04-01, end: 2012-03-31 }
rules: [rules.kijun]
evidence:
  - { kind: site, files: sites.csv }
  - { kind: visit, files: visits.csv }
";

fn side(done: bool) -> (tempfile::TempDir, DiffSide) {
    let folder = tempfile::tempdir().unwrap();
    let mut visits = "id,done\n".to_owned();
    (0..600).for_each(|i| _ = writeln!(visits, "v{i},{done}"));
    let files = [
        ("kijun.yaml", MANIFEST),
        ("rules.kijun", RULES),
        ("sites.csv", "id\ns1\n"),
        ("visits.csv", &visits),
    ];
    files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
    let side = DiffSide::of_project(folder.path()).unwrap();
    (folder, side)
}

#[test]
fn a_search_that_ends_at_its_bound_says_so() {
    let ((_a, old), (_b, new)) = (side(false), side(true));
    let diff = diff(&old, &new, OPTIONS);
    let [change] = &diff.changes[..] else { panic!("{:?}", diff.changes) };
    let why = change.why.as_ref().unwrap();
    assert!(why.inexact);
    assert!(why.causes.len() >= 400, "what is named is enough");
}
