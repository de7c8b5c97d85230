//! Mixtures of the older and the newer rules, judged: each is made once for all changes of a statement.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use kijun_eval::Population;
use kijun_findings::{Change, SubjectRef};

use super::differing::{Differing, Piece};
use super::opened::{Evidence, Opened, Wanted};
use super::rules::Rules;
use super::search::least;
use super::standing::{Matter, Standing};
use crate::audit::Prepared;
use crate::load::{Loaded, Written};
use crate::sheets::Sheet;

/// How many mixtures of the rules are judged for one change.
const MAX_TRIED: u32 = 60;

/// The mixtures for the changes of one statement.
pub(super) struct Mixtures<'a> {
    pub(super) differing: Differing<'a>,
    lineage: Arc<str>,
    wanted: Wanted,
    /// By the pieces that are the older rules'; `None` of one that is not sound.
    made: RefCell<BTreeMap<Vec<Piece>, Option<Rc<Mixture>>>>,
}

/// A mixture with the evidence that is judged by it.
struct Mixture {
    loaded: Loaded,
    prepared: Prepared,
    evidence: Evidence,
    population: OnceCell<Rc<Population>>,
}

impl<'a> Mixtures<'a> {
    pub(super) fn new(differing: Differing<'a>, lineage: &Arc<str>, wanted: Wanted) -> Mixtures<'a> {
        Mixtures { differing, lineage: Arc::clone(lineage), wanted, made: RefCell::default() }
    }

    /// Whether these are the mixtures for a change of this lineage between these statements.
    pub(super) fn is_for(&self, old: &Sheet, new: &Sheet, lineage: &str) -> bool {
        let own = self.differing.of;
        (own[0].statement, own[1].statement) == (old.statement, new.statement) && *self.lineage == *lineage
    }

    /// The newer rules with some pieces of the older ones.
    fn with(&self, rules: &Rules<'_>, older: &[Piece]) -> Option<Rc<Mixture>> {
        if let Some(made) = self.made.borrow().get(older) {
            return made.clone();
        }
        let made = self.make(rules, older).map(Rc::new);
        self.made.borrow_mut().insert(older.to_vec(), made.clone());
        made
    }

    fn make(&self, rules: &Rules<'_>, older: &[Piece]) -> Option<Mixture> {
        let Rules { worlds, taken, .. } = *rules;
        let loaded = worlds.edited(taken, &mut |written| {
            older.iter().for_each(|piece| self.revert(rules, *piece, written));
        });
        let prepared = Opened::prepare(&loaded, worlds.options(taken))?;
        let evidence = Evidence::read(&loaded, &prepared, &self.wanted, &BTreeSet::new(), 0)?;
        Some(Mixture { loaded, prepared, evidence, population: OnceCell::new() })
    }

    /// Puts a piece of the older rules into what was written.
    fn revert(&self, rules: &Rules<'_>, piece: Piece, written: &mut Written) {
        match piece {
            Piece::Aspect(i, aspect) => {
                self.differing.pairs[i].forms.revert(aspect, &mut written.trees);
            }
            Piece::Term(i) => {
                let (_, was, is) = &self.differing.terms[i];
                was.replace(is, &mut written.trees);
            }
            Piece::Levels => {
                let manifest = rules.old.loaded.manifest.as_ref();
                let levels = manifest.and_then(|manifest| manifest.levels.clone());
                written.manifest.iter_mut().for_each(|manifest| manifest.levels.clone_from(&levels));
            }
        }
    }
}

/// Mixtures of the rules under trial, for a change of a subject.
pub(super) struct Trial<'t, 'a> {
    rules: &'t Rules<'a>,
    mixtures: &'t Mixtures<'a>,
    change: &'t Change,
    subject: &'t SubjectRef,
    goal: Standing,
    tried: u32,
}

impl<'t, 'a> Trial<'t, 'a> {
    /// `None` where the subject is not in the evidence.
    pub(super) fn of(
        rules: &'t Rules<'a>,
        mixtures: &'t Mixtures<'a>,
        change: &'t Change,
        (evidence, subject): (&Evidence, &'t SubjectRef),
    ) -> Option<Trial<'t, 'a>> {
        let population = rules.new.population(evidence);
        let goal = Matter::new(rules.new, change)?.standing(&population, evidence.subject(subject)?);
        Some(Trial { rules, mixtures, change, subject, goal, tried: 0 })
    }

    /// The least of some pieces that have to be the newer rules'.
    pub(super) fn least(&mut self, pieces: &[Piece]) -> Option<Vec<Piece>> {
        let found = least(pieces.len(), &mut |chosen| {
            let left = (0..pieces.len()).filter(|i| !chosen.contains(i)).map(|i| pieces[i]);
            self.holds(&left.collect::<Vec<_>>())
        })?;
        Some(found.into_iter().map(|i| pieces[i]).collect())
    }

    /// Whether the matter stands as by the newer rules if all but some pieces are taken from them.
    fn holds(&mut self, older: &[Piece]) -> bool {
        self.tried += 1;
        if !older.is_empty() && self.tried > MAX_TRIED {
            self.rules.new.give_up();
            return false;
        }
        self.standing(older).as_ref() == Some(&self.goal)
    }

    fn standing(&self, older: &[Piece]) -> Option<Standing> {
        let mixture = self.mixtures.with(self.rules, older)?;
        let opened = Opened::new(&mixture.loaded, &mixture.prepared)?;
        let matter = Matter::new(&opened, self.change)?;
        let population = mixture.population.get_or_init(|| opened.population(&mixture.evidence));
        Some(matter.standing(population, mixture.evidence.subject(self.subject)?))
    }
}
