//! A world, opened: its rules ready to run, and of its evidence what the changes under question need.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use kijun_diag::Sources;
use kijun_eval::{Coverage, Population, Program};
use kijun_findings::SubjectRef;
use kijun_model::{KindId, Model, Subject};

use super::younger::moved;
use crate::Options;
use crate::audit::{Prepared, coverage};
use crate::context::Context;
use crate::load::Loaded;
use crate::supplied;

/// A world whose rules are ready to run.
pub(super) struct Opened<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) prepared: &'a Prepared,
    pub(super) cx: Context<'a>,
    /// By the number of the evidence.
    populations: RefCell<BTreeMap<usize, Rc<Population>>>,
    /// Whether a search for the least ended without it.
    gave_up: Cell<bool>,
}

impl<'a> Opened<'a> {
    pub(super) fn new(loaded: &'a Loaded, prepared: &'a Prepared) -> Option<Opened<'a>> {
        let cx = prepared.context(loaded)?;
        Some(Opened { loaded, prepared, cx, populations: RefCell::default(), gave_up: Cell::default() })
    }

    /// Notes that a search for the least ended without it.
    pub(super) fn give_up(&self) {
        self.gave_up.set(true);
    }

    /// Whether a search ended so since this was last asked.
    pub(super) fn gave_up(&self) -> bool {
        self.gave_up.take()
    }

    pub(super) fn prepare(loaded: &Loaded, options: Options) -> Option<Prepared> {
        Prepared::of(loaded, options)
    }

    pub(super) fn model(&self) -> &'a Model {
        &self.loaded.model
    }

    pub(super) fn program(&self) -> &'a Program {
        &self.prepared.program
    }

    /// The joined subjects of some evidence as they are, for these rules.
    pub(super) fn population(&self, evidence: &Evidence) -> Rc<Population> {
        let known = self.populations.borrow().get(&evidence.number).cloned();
        known.unwrap_or_else(|| {
            let made = self.program().population(evidence.joined.clone(), |kind| evidence.coverage(kind));
            let made = Rc::new(made);
            self.populations.borrow_mut().insert(evidence.number, Rc::clone(&made));
            made
        })
    }

    /// The place of a statement among those in force, by its lineage.
    pub(super) fn statement(&self, lineage: &str) -> Option<usize> {
        self.cx.sheets.iter().position(|sheet| *sheet.lineage == *lineage)
    }

    /// The statement with those above it and those that it stands above: what a finding about it may speak of.
    pub(super) fn relatives(&self, index: usize) -> BTreeSet<usize> {
        let above = self.cx.sheets[index].above.iter().copied();
        let sheets = self.cx.sheets.iter().enumerate();
        let below = sheets.filter(|(_, sheet)| sheet.above.contains(&index)).map(|(below, _)| below);
        above.chain(below).chain([index]).collect()
    }
}

/// Kinds of which all subjects are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whole {
    /// Those that measures are over.
    Measured,
    /// Those of which exceptions hold for some.
    Excepted,
}

impl Whole {
    /// The most general kinds.
    fn kinds(self, loaded: &Loaded, prepared: &Prepared) -> BTreeSet<KindId> {
        let model = &loaded.model;
        let clause = |id| model.clause(model.statement(id).clause).subjects.as_ref();
        let kinds: BTreeSet<KindId> = match self {
            Whole::Measured => model.measures.iter().map(|measure| measure.over.kind).collect(),
            Whole::Excepted => {
                let covered = prepared.effective.set.exceptions.iter().flat_map(|held| &held.covers);
                covered.filter_map(|&id| clause(id)).map(|subjects| subjects.kind).collect()
            }
        };
        kinds.into_iter().map(|kind| root(model, kind)).collect()
    }
}

/// Subjects by the names of their kinds and their keys.
pub(super) type Wanted = BTreeSet<SubjectRef>;

/// Of the evidence of a world: the subjects that were asked for, and those that others join.
pub(super) struct Evidence {
    /// Which it is, of all that are held against the same rules.
    number: usize,
    pub(super) sources: Sources,
    pub(super) joined: Vec<Subject>,
    /// By kind.
    coverage: Vec<Coverage>,
    subjects: BTreeMap<SubjectRef, Subject>,
}

impl Evidence {
    /// Reads the evidence of a world as far as its rules join it or `wanted` names it; of some kinds all. No two that are held against
    /// the same rules have one number.
    pub(super) fn read(
        loaded: &Loaded,
        prepared: &Prepared,
        wanted: &Wanted,
        whole: &BTreeSet<Whole>,
        number: usize,
    ) -> Option<Evidence> {
        let (model, plan) = (&loaded.model, loaded.plan.as_ref()?);
        let joined = prepared.program.joined_kinds();
        let keys: BTreeSet<&str> = wanted.iter().map(|subject| subject.key.as_str()).collect();
        let kinds = wanted.iter().filter_map(|subject| model.kind_named(&subject.kind));
        let families: BTreeSet<KindId> = kinds.map(|kind| root(model, kind)).collect();
        let counted: BTreeSet<KindId> =
            whole.iter().flat_map(|whole| whole.kinds(loaded, prepared)).collect();
        let is_needed = |kind| {
            let family = root(model, kind);
            joined.contains(&kind) || families.contains(&family) || counted.contains(&family)
        };
        let mut sources = loaded.sources.clone();
        let (mut members, mut subjects) = (Vec::new(), BTreeMap::new());
        let mut take = |subject: Subject| {
            if keys.contains(&*subject.key) || counted.contains(&root(model, subject.kind)) {
                subjects.entry(named(model, &subject)).or_insert_with(|| subject.clone());
            }
            if joined.contains(&subject.kind) {
                members.push(subject);
            }
        };
        supplied::subjects(loaded, &prepared.effective.set).into_iter().for_each(&mut take);
        let plan = plan.only(is_needed);
        let reading = kijun_evidence::read(model, &plan, &loaded.root, &mut sources, &mut take);
        let kinds = (0..model.kinds.len()).map(KindId::from_index);
        let coverage = kinds.map(|kind| coverage(loaded, &reading, kind)).collect();
        Some(Evidence { number, sources, joined: members, coverage, subjects })
    }

    /// The same with every day moved on by so many days.
    pub(super) fn moved(&self, days: i32) -> Evidence {
        Evidence {
            number: self.number + MOVED,
            sources: Sources::default(),
            joined: self.joined.iter().map(|subject| moved(subject, days)).collect(),
            coverage: self.coverage.clone(),
            subjects: self
                .subjects
                .iter()
                .map(|(name, subject)| (name.clone(), moved(subject, days)))
                .collect(),
        }
    }

    pub(super) fn subject(&self, wanted: &SubjectRef) -> Option<&Subject> {
        self.subjects.get(wanted)
    }

    /// A subject of the same key and of another kind of the same family.
    pub(super) fn of_other_kind(&self, model: &Model, wanted: &SubjectRef) -> Option<SubjectRef> {
        let family = root(model, model.kind_named(&wanted.kind)?);
        let mut named =
            self.subjects.keys().filter(|subject| subject.key == wanted.key && *subject != wanted);
        named
            .find(|subject| model.kind_named(&subject.kind).map(|kind| root(model, kind)) == Some(family))
            .cloned()
    }

    /// Every subject that was read.
    pub(super) fn all(&self) -> impl Iterator<Item = &Subject> {
        self.joined.iter().chain(self.subjects.values())
    }

    /// How much of a kind its sources could tell.
    pub(super) fn coverage(&self, kind: KindId) -> Coverage {
        self.coverage.get(kind.index()).copied().unwrap_or_default()
    }
}

/// What the number of evidence whose days were moved has more: there are fewer worlds.
const MOVED: usize = 1 << 16;

/// The most general kind that a kind is a special case of.
pub(super) fn root(model: &Model, kind: KindId) -> KindId {
    std::iter::successors(Some(kind), |&k| model.kind(k).is).last().unwrap_or(kind)
}

/// A subject by the name of its kind and its key.
pub(super) fn named(model: &Model, subject: &Subject) -> SubjectRef {
    SubjectRef { kind: model.kind(subject.kind).name.to_string(), key: subject.key.to_string() }
}
