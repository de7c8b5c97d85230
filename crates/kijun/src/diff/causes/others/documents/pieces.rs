//! What provisions say otherwise, piece by piece, and how each is put back as it was.

use std::collections::BTreeSet;

use kijun_diag::{FileId, Sources, Span};
use kijun_findings::{Aspect, Cause, RuleEvent};
use kijun_syntax::ast::{File, Item};

use super::Pair;
use crate::diff::causes::aspects::Forms;
use crate::diff::causes::placed::{self, Placed};
use crate::diff::causes::rules::{Rules, rule};
use crate::sheets::Sheet;

/// What some provisions say otherwise.
pub(super) struct Pieces<'a> {
    provisions: Vec<Provision<'a>>,
    /// The place of the provision, and the aspect in which it is another; no aspect of one that came or went whole.
    pieces: Vec<(usize, Option<Aspect>)>,
}

/// A statement that is another, or of one of the rules only.
struct Provision<'a> {
    pair: Pair<'a>,
    how: How<'a>,
}

enum How<'a> {
    Changed(Forms<'a>),
    /// It came: where it is written.
    Came(Span),
    /// It went: as it was written, beside which statement of its clause that is still there, and in which file its document is.
    Went {
        was: Placed<'a>,
        beside: Option<Span>,
        file: Option<FileId>,
    },
}

impl<'a> Pieces<'a> {
    pub(super) fn new(rules: &Rules<'a>, pairs: Vec<Pair<'a>>) -> Pieces<'a> {
        let mut seen = BTreeSet::new();
        let pairs =
            pairs.into_iter().filter(|pair| seen.insert(pair.map(|side| side.map(|sheet| sheet.statement))));
        let provisions = pairs.filter_map(|pair| Some(Provision { pair, how: How::of(rules, pair)? }));
        let provisions: Vec<Provision<'a>> = provisions.collect();
        let pieces = provisions.iter().enumerate().flat_map(|(i, provision)| match &provision.how {
            How::Changed(forms) => forms.differing().into_iter().map(|aspect| (i, Some(aspect))).collect(),
            How::Came(_) | How::Went { .. } => vec![(i, None)],
        });
        let mut pieces: Vec<_> = pieces.collect();
        // What implements what is what documents are held against each other by.
        pieces.sort_by_key(|(_, aspect)| !matches!(aspect, None | Some(Aspect::Implements)));
        Pieces { provisions, pieces }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Puts one back as it was in the older rules.
    pub(super) fn revert(&self, piece: usize, trees: &mut [File]) {
        let (provision, aspect) = self.pieces[piece];
        match (&self.provisions[provision].how, aspect) {
            (How::Changed(forms), Some(aspect)) => forms.revert(aspect, trees),
            (How::Came(span), _) => placed::remove(trees, *span),
            (How::Went { was, beside: Some(span), .. }, _) => {
                placed::edit(trees, *span, &mut |clause| clause.members.push(was.member.clone()));
            }
            (How::Went { was, file, .. }, _) => {
                let file = trees.iter_mut().find(|tree| Some(tree.file) == *file);
                file.into_iter().for_each(|tree| tree.items.push(Item::Clause(was.alone())));
            }
            (How::Changed(_), None) => {}
        }
    }

    /// Some of them as causes, clause by clause where all of its statements are alike; all if none are chosen.
    pub(super) fn tell(&self, chosen: Option<&BTreeSet<usize>>, sources: &Sources) -> Vec<Cause> {
        let pieces = self.pieces.iter().enumerate();
        let chosen: Vec<_> = pieces
            .filter(|(piece, _)| chosen.is_none_or(|chosen| chosen.contains(piece)))
            .map(|(_, piece)| *piece)
            .collect();
        let told = self.provisions.iter().enumerate().filter_map(|(i, provision)| {
            let mut aspects = chosen.iter().filter(|(of, _)| *of == i).map(|(_, aspect)| *aspect).peekable();
            aspects.peek()?;
            Some(provision.cause(aspects.flatten().collect(), sources))
        });
        by_clause(told.collect())
    }
}

impl<'a> How<'a> {
    fn of(rules: &Rules<'a>, [old, new]: Pair<'a>) -> Option<How<'a>> {
        let written = |sheet: &Sheet| rules.new.model().statement(sheet.statement).span;
        match (old, new) {
            (Some(old), Some(new)) => rules.forms(old, new).map(How::Changed),
            (None, Some(new)) => Some(How::Came(written(new))),
            (Some(old), None) => {
                let span = rules.old.model().statement(old.statement).span;
                let clause = clause_of(&old.lineage);
                let sheets = rules.new.cx.sheets.iter();
                let beside = sheets.clone().find(|sheet| clause_of(&sheet.lineage) == clause).map(written);
                let document = |sheet: &Sheet| sheet.lineage.split(':').next().map(str::to_owned);
                let mut of_document = sheets.filter(|sheet| document(sheet) == document(old));
                let file = of_document.next().map(|sheet| written(sheet).file);
                Some(How::Went { was: Placed::find(rules.worlds.trees()[0], span)?, beside, file })
            }
            (None, None) => None,
        }
    }
}

impl Provision<'_> {
    fn cause(&self, aspects: Vec<Aspect>, sources: &Sources) -> Cause {
        let [old, new] = self.pair;
        match &self.how {
            How::Changed(forms) => {
                let dimensions = aspects.into_iter().map(|aspect| forms.told(aspect, sources)).collect();
                rule(RuleEvent::Changed, old, new, dimensions)
            }
            How::Came(_) => rule(RuleEvent::Issued, old, new, Vec::new()),
            How::Went { .. } => rule(RuleEvent::Repealed, old, new, Vec::new()),
        }
    }
}

fn clause_of(lineage: &str) -> &str {
    lineage.rsplit_once('#').map_or(lineage, |(clause, _)| clause)
}

/// What is the same of several statements of a clause is told of the clause.
fn by_clause(causes: Vec<Cause>) -> Vec<Cause> {
    let clause = |cited: &Option<String>| cited.as_ref().map(|cited| clause_of(cited).to_owned());
    let of_clause = |cause: &Cause| match cause {
        Cause::Rule { event, before, after, dimensions, .. } => {
            Some((*event, clause(before), clause(after), dimensions.clone()))
        }
        _ => None,
    };
    let mut told: Vec<Cause> = Vec::new();
    for cause in causes {
        let alike = of_clause(&cause)
            .and_then(|key| told.iter_mut().find(|other| of_clause(other).as_ref() == Some(&key)));
        match alike {
            Some(Cause::Rule { before, after, .. }) => {
                (*before, *after) = (clause(before), clause(after));
            }
            _ => told.push(cause),
        }
    }
    told
}
