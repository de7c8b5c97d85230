//! The subjects that joins ask about, with the indexes that find them.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use kijun_model::{Cell, Content, KindId, Subject, Value};
use rustc_hash::FxHasher;

use crate::arena::{Arena, Tree};
use crate::hierarchy::Hierarchy;
use crate::run::Remembered;
use crate::truth::Doubt;

/// How much of a kind, those below it included, its sources could tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Coverage {
    /// No source is named for it.
    #[default]
    None,
    /// A source could not be read.
    Partial,
    /// All of it.
    Whole,
}

impl From<bool> for Coverage {
    /// Whether all of it is there.
    fn from(complete: bool) -> Coverage {
        if complete { Coverage::Whole } else { Coverage::Partial }
    }
}

/// All subjects of the kinds that `all KIND` asks for.
#[derive(Debug)]
pub struct Population {
    subjects: Vec<Subject>,
    /// By kind; `None` for kinds that nothing asks for.
    members: Vec<Option<Members>>,
    indexes: Vec<Index>,
    trees: Vec<Hierarchy>,
    /// Results that depend on no single subject, computed when first needed.
    pub(crate) remembered: Vec<OnceLock<Remembered>>,
    pub(crate) shared: Vec<[OnceLock<Undecided>; 2]>,
}

/// The subjects of a kind and of those below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    /// By number, in the population's order.
    pub(crate) subjects: Vec<u32>,
    /// Whether these are all there are.
    pub(crate) coverage: Coverage,
}

/// How many elements of a group may or may not fulfil a condition, and the gravest reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Undecided {
    pub(crate) n: u64,
    pub(crate) doubt: Doubt,
}

/// Where the values of a field are found.
#[derive(Clone, Debug, Default)]
struct Index {
    /// Digests of values with the numbers of their subjects, sorted.
    known: Vec<(u64, u32)>,
    /// Subjects whose value is not known.
    unknown: Vec<u32>,
}

/// The kinds a population is made for.
pub(crate) struct Wanted<'a> {
    pub(crate) arena: &'a Arena,
    /// The kinds that `all KIND` names.
    pub(crate) named: &'a [KindId],
    /// For each kind, the one it is a special case of.
    pub(crate) parents: &'a [Option<KindId>],
}

impl Population {
    /// Sorts the subjects, so that no result depends on the order in which they came.
    pub(crate) fn new(
        wanted: &Wanted<'_>,
        mut subjects: Vec<Subject>,
        coverage: impl Fn(KindId) -> Coverage,
    ) -> Population {
        subjects.sort_by(|a, b| (a.kind, &a.key, a.place).cmp(&(b.kind, &b.key, b.place)));
        let mut members = vec![None; wanted.parents.len()];
        for &kind in wanted.named {
            members[kind.index()] = Some(wanted.members(kind, &subjects, &coverage));
        }
        let mut population = Population {
            subjects,
            members,
            indexes: Vec::new(),
            trees: Vec::new(),
            remembered: (0..wanted.arena.n_population).map(|_| OnceLock::new()).collect(),
            shared: (0..wanted.arena.n_shared).map(|_| [OnceLock::new(), OnceLock::new()]).collect(),
        };
        population.indexes =
            wanted.arena.indexes.iter().map(|&(kind, field)| population.index(kind, field)).collect();
        population.trees = wanted.arena.trees.iter().map(|&tree| population.hierarchy(tree)).collect();
        population
    }

    /// The subjects, in the order in which they were given.
    #[must_use]
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// No subject at all.
    pub(crate) fn empty() -> Population {
        Population {
            subjects: Vec::new(),
            members: Vec::new(),
            indexes: Vec::new(),
            trees: Vec::new(),
            remembered: Vec::new(),
            shared: Vec::new(),
        }
    }

    pub(crate) fn subject(&self, number: u32) -> &Subject {
        &self.subjects[number as usize]
    }

    /// The members of a kind; none for a kind that the population was not made for.
    pub(crate) fn members(&self, kind: KindId) -> Option<&Members> {
        self.members.get(kind.index())?.as_ref()
    }

    /// The subjects of a kind and of those below it, in the order of kind and key; none where nothing asks for the kind.
    pub fn of_kind(&self, kind: KindId) -> impl Iterator<Item = &Subject> {
        self.members(kind).into_iter().flat_map(|m| &m.subjects).map(|&number| self.subject(number))
    }

    /// A tree, by its number among the program's.
    pub(crate) fn tree(&self, number: u32) -> Option<&Hierarchy> {
        self.trees.get(number as usize)
    }

    fn hierarchy(&self, tree: Tree) -> Hierarchy {
        let members = self.members(tree.kind).map_or(&[][..], |m| &m.subjects);
        let members = members.iter().map(|&number| (number, self.subject(number)));
        Hierarchy::new(members, tree.field, tree.optional)
    }

    /// Members whose field may have this value: all that have, and few others.
    pub(crate) fn candidates(&self, index: u32, value: &Value) -> impl Iterator<Item = u32> + '_ {
        let known = self.indexes.get(index as usize).map_or(&[][..], |i| &i.known);
        let digest = digest(value);
        let first = known.partition_point(|(d, _)| *d < digest);
        known[first..].iter().take_while(move |(d, _)| *d == digest).map(|(_, number)| *number)
    }

    /// Members whose field has no known value.
    pub(crate) fn without(&self, index: u32) -> &[u32] {
        self.indexes.get(index as usize).map_or(&[], |i| &i.unknown)
    }

    fn index(&self, kind: KindId, field: u32) -> Index {
        let mut index = Index::default();
        for &number in self.members(kind).map_or(&[][..], |m| &m.subjects) {
            match self.subject(number).cells.get(field as usize) {
                Some(Cell { content: Content::Value(value), .. }) => {
                    index.known.push((digest(value), number))
                }
                _ => index.unknown.push(number),
            }
        }
        index.known.sort_unstable();
        index
    }
}

impl Wanted<'_> {
    fn members(&self, kind: KindId, subjects: &[Subject], coverage: &impl Fn(KindId) -> Coverage) -> Members {
        let numbers =
            (0u32..).zip(subjects).filter(|(_, s)| is_a(self.parents, s.kind, kind)).map(|(n, _)| n);
        Members { subjects: numbers.collect(), coverage: of_family(self.parents, kind, coverage) }
    }
}

/// How much of a kind and of those below it is there: wholly if some is and none only in part.
pub(crate) fn of_family(
    parents: &[Option<KindId>],
    kind: KindId,
    coverage: &impl Fn(KindId) -> Coverage,
) -> Coverage {
    let family = || (0..parents.len()).map(KindId::from_index).filter(|&k| is_a(parents, k, kind));
    let any = |wanted| family().any(|k| coverage(k) == wanted);
    match (any(Coverage::Partial), any(Coverage::Whole)) {
        (true, _) => Coverage::Partial,
        (false, true) => Coverage::Whole,
        (false, false) => Coverage::None,
    }
}

/// Whether a kind is another, or a special case of it.
pub(crate) fn is_a(parents: &[Option<KindId>], kind: KindId, ancestor: KindId) -> bool {
    let parent = |k: &KindId| parents.get(k.index()).copied().flatten();
    std::iter::successors(Some(kind), parent).any(|k| k == ancestor)
}

/// The same for values that are the same; hardly ever for others.
fn digest(value: &Value) -> u64 {
    let mut hasher = FxHasher::default();
    match value {
        Value::Duration(duration) => duration.length().hash(&mut hasher),
        other => other.hash(&mut hasher),
    }
    hasher.finish()
}
