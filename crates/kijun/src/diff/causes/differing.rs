//! What differs in the rules that a statement depends on: of the statement and those beside it, of what they use, and of the levels.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{Aspect, Cause, RuleEvent};
use kijun_syntax::ast::File;

use super::aspects::Forms;
use super::opened::Opened;
use super::rules::{Rules, rule};
use super::terms::{Declared, Term, changed, settings, used};
use crate::sheets::Sheet;

/// What differs in the rules that a statement depends on.
pub(super) struct Differing<'a> {
    /// The statement by the older and by the newer rules.
    pub(super) of: [&'a Sheet; 2],
    /// Statements that both rules have: the statement itself, then those beside it.
    pub(super) pairs: Vec<Pair<'a>>,
    pub(super) terms: Vec<(Term, Declared, Declared)>,
    /// Whether the table of levels differs.
    levels: bool,
    /// Statements beside it that only one of the rules has.
    pub(super) alone: Vec<Cause>,
}

/// A statement in both rules.
pub(super) struct Pair<'a> {
    /// What it is to tell of it: that it changed, or stands above or below the statement.
    event: RuleEvent,
    pub(super) forms: Forms<'a>,
    pub(super) old: &'a Sheet,
    pub(super) new: &'a Sheet,
}

/// Something that differs and can be exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Piece {
    Aspect(usize, Aspect),
    Term(usize),
    Levels,
}

impl<'a> Differing<'a> {
    /// What differs of what a statement depends on.
    pub(super) fn between(rules: &Rules<'a>, old: &'a Sheet, new: &'a Sheet) -> Differing<'a> {
        let beside = |opened: &'a Opened<'a>, sheet: &Sheet| {
            let index = opened.statement(&sheet.lineage);
            let relatives = index.map(|index| opened.relatives(index)).unwrap_or_default();
            let sheets = relatives.into_iter().filter(move |&other| Some(other) != index);
            sheets.map(|other| &opened.cx.sheets[other]).collect::<Vec<&'a Sheet>>()
        };
        let (olds, news) = (beside(rules.old, old), beside(rules.new, new));
        let find = |all: &[&'a Sheet], lineage: &str| all.iter().find(|s| *s.lineage == *lineage).copied();
        let both = olds.iter().filter_map(|was| Some((*was, find(&news, &was.lineage)?)));
        let both = both.map(|(was, is)| (beside_of(rules.new, new, is), was, is));
        let pairs = std::iter::once((RuleEvent::Changed, old, new)).chain(both);
        let pairs = pairs
            .filter_map(|(event, old, new)| Some(Pair { event, forms: rules.forms(old, new)?, old, new }));
        let gone = olds.iter().filter(|was| find(&news, &was.lineage).is_none());
        let come = news.iter().filter(|is| find(&olds, &is.lineage).is_none());
        let gone = gone.map(|was| rule(beside_of(rules.old, old, was), Some(was), None, Vec::new()));
        let come = come.map(|is| rule(beside_of(rules.new, new, is), None, Some(is), Vec::new()));
        let alone = come.chain(gone).collect();
        let levels = |opened: &Opened<'_>| opened.loaded.manifest.as_ref().map(|m| m.levels.clone());
        let pairs: Vec<Pair<'a>> = pairs.collect();
        Differing {
            of: [old, new],
            terms: terms(rules, &pairs),
            pairs,
            levels: levels(rules.old) != levels(rules.new),
            alone,
        }
    }

    /// What can be exchanged, what is nearest to the matter first. Who is responsible settles no result; what stands above by an
    /// `implements` is told of what stands above.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let aspects = self.pairs.iter().enumerate().flat_map(|(i, pair)| {
            let differing = pair.forms.differing().into_iter();
            let matter =
                differing.filter(|aspect| !matches!(aspect, Aspect::Responsibility | Aspect::Implements));
            matter.map(move |aspect| Piece::Aspect(i, aspect))
        });
        let terms = (0..self.terms.len()).map(Piece::Term);
        aspects.chain(terms).chain(self.levels.then_some(Piece::Levels)).collect()
    }

    /// Some of it as causes.
    pub(super) fn tell(&self, pieces: &[Piece], rules: &Rules<'_>) -> Vec<Cause> {
        let sources = &rules.new.loaded.sources;
        let mut causes = Vec::new();
        for (i, pair) in self.pairs.iter().enumerate() {
            let aspects = pieces.iter().filter_map(|piece| match piece {
                Piece::Aspect(of, aspect) if *of == i => Some(pair.forms.told(*aspect, sources)),
                _ => None,
            });
            let dimensions: Vec<_> = aspects.collect();
            if !dimensions.is_empty() {
                causes.push(rule(pair.event, Some(pair.old), Some(pair.new), dimensions));
            }
        }
        for piece in pieces {
            match piece {
                Piece::Aspect(..) => {}
                Piece::Levels => causes.push(settings::cause(rules.old, rules.new, "levels")),
                Piece::Term(i) => {
                    let (term, was, is) = &self.terms[*i];
                    causes.push(changed(term, was, is, sources));
                }
            }
        }
        causes
    }
}

/// What the statements use and both rules declare, otherwise.
fn terms(rules: &Rules<'_>, pairs: &[Pair<'_>]) -> Vec<(Term, Declared, Declared)> {
    let uses = |opened: &Opened<'_>, of: fn(&Pair<'_>) -> kijun_model::StatementId| {
        used(opened.model(), &opened.prepared.effective.set.parameters, pairs.iter().map(of))
    };
    let old = uses(rules.old, |pair| pair.old.statement);
    let new = uses(rules.new, |pair| pair.new.statement);
    let [was, is] = rules.worlds.trees();
    let names: BTreeSet<&Term> = old.keys().chain(new.keys()).collect();
    let declared = |trees: &[File], uses: &BTreeMap<Term, _>, term: &Term| {
        Declared::find(trees, term, uses.get(term).copied().flatten())
    };
    let differing = names.into_iter().filter_map(|term| {
        let (old, new) = (declared(was, &old, term)?, declared(is, &new, term)?);
        (!old.same(&new)).then(|| (term.clone(), old, new))
    });
    differing.collect()
}

/// Where a statement beside another stands.
fn beside_of(opened: &Opened<'_>, sheet: &Sheet, other: &Sheet) -> RuleEvent {
    let is_above = sheet.above.iter().any(|&above| opened.cx.sheets[above].statement == other.statement);
    if is_above { RuleEvent::Above } else { RuleEvent::Below }
}
