//! The runs before a run: each record holds the digest of the file of the one before it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use kijun_findings::{InputKind, PreviousRun, RunRecord};

use super::{Check, Part, Told, Verdict};
use crate::inputs::{Elsewise, Places};
use crate::previous::read_record;

/// Links that are followed.
const MOST_LINKS: usize = 100;

/// Follows the chain as far as records are at hand.
pub(super) fn check(record: &RunRecord, places: &Places, given: &[PathBuf]) -> Check {
    let mut walk = Walk { told: Vec::new(), verdict: Verdict::NotAsked, met: BTreeSet::new() };
    walk.from(record, places.clone());
    walk.strangers(given);
    Check::new(Part::Chain, walk.verdict, walk.told)
}

struct Walk {
    told: Vec<Told>,
    verdict: Verdict,
    /// The digests of the records that were met.
    met: BTreeSet<String>,
}

impl Walk {
    fn from(&mut self, record: &RunRecord, places: Places) {
        let (mut record, mut places) = (record.clone(), places);
        for n in 0..MOST_LINKS {
            let Some(previous) = record.previous.clone() else {
                return self.told.push(Told::new(if n == 0 { "chain-none" } else { "chain-first" }, []));
            };
            let Some((path, found)) = self.link(&record, &previous, &places, n == 0) else { return };
            places = places.and_beside(path.parent().unwrap_or(Path::new("")));
            record = found;
        }
    }

    /// The record that comes before, if it is at hand and can be read.
    fn link(
        &mut self,
        record: &RunRecord,
        previous: &PreviousRun,
        places: &Places,
        is_first: bool,
    ) -> Option<(PathBuf, RunRecord)> {
        let args = || [("project", previous.project.clone()), ("before", previous.blake3.clone())];
        let is_it = |kind, blake3: &str| kind == InputKind::PreviousRun && blake3 == previous.blake3;
        let Some(input) = record.inputs.iter().find(|file| is_it(file.kind, &file.blake3)) else {
            return self.differs(Told::new("chain-not-an-input", args()));
        };
        let path = match places.find(input) {
            Ok(path) => path,
            // Of the runs further back nobody has said that they are to be at hand.
            Err(_) if !is_first => {
                self.told.push(Told::new("chain-goes-on", args()));
                return None;
            }
            Err(Elsewise::Missing) => return self.unchecked(Told::new("chain-missing", args())),
            Err(Elsewise::Changed { path, blake3, .. }) => {
                let at = path.display().to_string();
                let [project, before] = args();
                let after = ("after", blake3.unwrap_or_else(|| "?".to_owned()));
                return self.differs(Told::new("chain-changed", [project, before, ("at", at), after]));
            }
        };
        self.met.insert(previous.blake3.clone());
        let Ok(file) = read_record(&path, None) else {
            return self.unchecked(Told::new("chain-unread", args()));
        };
        let found = file.record;
        if (&found.project, &found.period) != (&previous.project, &previous.period) {
            return self.differs(Told::new("chain-named-otherwise", args()));
        }
        if when(&found) >= when(record) {
            let days = [("before", found.today.clone()), ("after", record.today.clone())];
            return self.differs(Told::new("chain-not-earlier", days));
        }
        let [project, before] = args();
        let period = [("start", found.period.start.clone()), ("end", found.period.end.clone())];
        let [start, end] = period;
        self.told.push(Told::new("chain-link", [project, start, end, before]));
        if self.verdict == Verdict::NotAsked {
            self.verdict = Verdict::Holds;
        }
        Some((path, found))
    }

    /// Records that were given and are none of the chain.
    fn strangers(&mut self, given: &[PathBuf]) {
        for path in given {
            let shown = ("path", path.display().to_string());
            let bytes = crate::previous::read_file(path, None);
            let digest = bytes.ok().map(|bytes| blake3::hash(&bytes).to_hex().to_string());
            match digest {
                None => {
                    self.unchecked::<()>(Told::new("chain-given-unread", [shown]));
                }
                Some(digest) if !self.met.contains(&digest) => {
                    self.differs::<()>(Told::new("chain-stranger", [shown, ("after", digest)]));
                }
                Some(_) => {}
            }
        }
    }

    fn differs<T>(&mut self, told: Told) -> Option<T> {
        self.told.push(told);
        self.verdict = Verdict::Differs;
        None
    }

    fn unchecked<T>(&mut self, told: Told) -> Option<T> {
        self.told.push(told);
        if self.verdict != Verdict::Differs {
            self.verdict = Verdict::Unchecked;
        }
        None
    }
}

/// What tells an earlier run from a later one.
fn when(record: &RunRecord) -> (&str, &str, &str) {
    (&record.period.start, &record.period.end, &record.today)
}
