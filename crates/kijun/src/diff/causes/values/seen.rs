//! What decided a matter in one body of evidence, by whose it is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_eval::Found;
use kijun_model::{KindId, Subject};

use crate::diff::causes::cells::{Leaf, Sort};
use crate::diff::causes::opened::Evidence;
use crate::diff::causes::standing::Matter;

/// Another subject.
pub(super) type Joined = (KindId, Arc<str>);

/// What decided.
pub(in crate::diff::causes) struct Seen {
    /// Paths, by the other subject whose they are; the subject's own go by nobody.
    paths: BTreeMap<Option<Joined>, BTreeSet<String>>,
    /// Whether it was that the evidence is too old, or nobody knows how old.
    pub(in crate::diff::causes) is_stale: bool,
}

impl Seen {
    pub(in crate::diff::causes) fn of(matter: &Matter<'_>, evidence: &Evidence, subject: &Subject) -> Seen {
        let deciding = matter.deciding(&matter.opened.population(evidence), subject);
        let is_stale = deciding.iter().any(|seen| matches!(seen.found, Found::Stale | Found::Undated));
        let mut paths: BTreeMap<Option<Joined>, BTreeSet<String>> = BTreeMap::new();
        for seen in deciding {
            let other = seen.subject.filter(|(kind, key)| (*kind, key) != (subject.kind, &subject.key));
            paths.entry(other).or_default().insert(seen.path);
        }
        Seen { paths, is_stale }
    }

    /// Whether something of another subject decided.
    pub(super) fn names(&self, other: &Joined) -> bool {
        self.paths.contains_key(&Some(other.clone()))
    }

    /// Whether a difference is in what decided.
    pub(super) fn has(&self, other: Option<&Joined>, leaf: &Leaf) -> bool {
        if leaf.sort == Sort::Taken {
            return other.is_none() && self.is_stale;
        }
        let mut paths = self.paths.get(&other.cloned()).into_iter().flatten();
        paths.any(|path| leads(path, &leaf.path) || leads(&leaf.path, path))
    }
}

/// Whether a path is another, or leads to it.
fn leads(path: &str, to: &str) -> bool {
    let rest = to.strip_prefix(path).filter(|_| !path.is_empty());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
