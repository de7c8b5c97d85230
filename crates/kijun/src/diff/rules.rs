//! What of the rules made a finding change: the least of what differs between the older and the newer rules that, put into the older
//! ones, makes the matter stand as by the newer.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{Aspect, Cause, Change, Factors, RuleEvent, SubjectRef};
use kijun_syntax::ast::File;

use super::aspects::Forms;
use super::opened::{Evidence, Opened, Wanted};
use super::search::least;
use super::standing::{Matter, Standing, lineages};
use super::terms::{Declared, Term, used};
use super::worlds::Worlds;
use crate::sheets::Sheet;
use crate::words::location;

/// How many mixtures of the rules are judged for one change.
const MAX_TRIED: u32 = 60;

/// The rules of two worlds that differ in nothing else.
pub(super) struct Rules<'a> {
    pub(super) worlds: &'a Worlds<'a>,
    /// What the newer world takes from the newer run.
    pub(super) taken: &'a Factors,
    pub(super) old: &'a Opened<'a>,
    pub(super) new: &'a Opened<'a>,
}

/// What differs in the rules that a statement depends on.
pub(super) struct Differing<'a> {
    /// Statements that both rules have: the statement itself, then those beside it.
    pairs: Vec<Pair<'a>>,
    terms: Vec<(Term, Declared, Declared)>,
    /// Whether the table of levels differs.
    levels: bool,
    /// Statements beside it that only one of the rules has.
    alone: Vec<Cause>,
}

/// A statement in both rules.
struct Pair<'a> {
    forms: Forms<'a>,
    old: &'a Sheet,
    new: &'a Sheet,
}

/// Something that differs and can be exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Aspect(usize, Aspect),
    Term(usize),
    Levels,
}

impl<'a> Rules<'a> {
    /// What made a matter change. `evidence`: that of the newer world, and the subject that was judged.
    pub(super) fn causes(&self, change: &Change, evidence: Option<(&Evidence, &SubjectRef)>) -> Vec<Cause> {
        let find = |opened: &'a Opened<'a>| {
            lineages(change)
                .find_map(|lineage| opened.statement(lineage))
                .map(|index| &opened.cx.sheets[index])
        };
        match (find(self.old), find(self.new)) {
            (Some(old), Some(new)) => self.between(old, new, change, evidence),
            (None, Some(new)) => vec![self.began(new)],
            (Some(old), None) => vec![self.ended(old)],
            (None, None) => Vec::new(),
        }
    }

    /// A statement of the newer rules alone. One that was split from an older one is that one, changed.
    fn began(&self, new: &Sheet) -> Cause {
        let from = |sheet: &&Sheet| is_part_of(&new.lineage, &sheet.lineage);
        match self.old.cx.sheets.iter().find(from) {
            Some(old) => self.continued(old, new),
            None => rule(RuleEvent::Issued, None, Some(new), Vec::new()),
        }
    }

    fn ended(&self, old: &Sheet) -> Cause {
        let into = |sheet: &&Sheet| is_part_of(&sheet.lineage, &old.lineage);
        match self.new.cx.sheets.iter().find(into) {
            Some(new) => self.continued(old, new),
            None => rule(RuleEvent::Repealed, Some(old), None, Vec::new()),
        }
    }

    /// A statement in all that is different of it; `None` if nothing is.
    pub(super) fn changed(&self, old: &Sheet, new: &Sheet) -> Option<Cause> {
        let cause = self.continued(old, new);
        let nothing = matches!(&cause, Cause::Rule { dimensions, .. } if dimensions.is_empty());
        (!nothing).then_some(cause)
    }

    fn continued(&self, old: &Sheet, new: &Sheet) -> Cause {
        let forms = self.forms(old, new);
        let told = |forms: &Forms<'_>| {
            let told = forms.differing().into_iter();
            told.map(|aspect| forms.told(aspect, &self.new.loaded.sources)).collect()
        };
        let dimensions = forms.as_ref().map(told).unwrap_or_default();
        rule(RuleEvent::Changed, Some(old), Some(new), dimensions)
    }

    fn forms(&self, old: &Sheet, new: &Sheet) -> Option<Forms<'a>> {
        let span = |opened: &Opened<'_>, sheet: &Sheet| opened.model().statement(sheet.statement).span;
        let [was, is] = self.worlds.trees();
        Forms::find((was, span(self.old, old)), (is, span(self.new, new)))
    }

    fn between(
        &self,
        old: &'a Sheet,
        new: &'a Sheet,
        change: &Change,
        evidence: Option<(&Evidence, &SubjectRef)>,
    ) -> Vec<Cause> {
        let differing = self.differing(old, new);
        let pieces = differing.pieces();
        let certain = pieces.len() == 1 && differing.alone.is_empty();
        let chosen = match evidence {
            Some((evidence, subject)) if !certain => {
                self.trial(&differing, change, evidence, subject).and_then(|mut trial| trial.least(&pieces))
            }
            _ => Some(pieces.clone()),
        };
        // Where all that can be exchanged makes no difference, the matter turns on what cannot.
        match chosen {
            Some(chosen) if !chosen.is_empty() => self.tell(&differing, &chosen),
            Some(_) if !differing.alone.is_empty() => differing.alone,
            Some(_) => self.moved(old, new),
            None => self.tell(&differing, &pieces).into_iter().chain(differing.alone).collect(),
        }
    }

    /// A statement that says the same: it is cited otherwise, or the manifest lets it bind.
    fn moved(&self, old: &Sheet, new: &Sheet) -> Vec<Cause> {
        if old.citation != new.citation {
            return vec![rule(RuleEvent::Changed, Some(old), Some(new), Vec::new())];
        }
        let [was, is] = [self.old, self.new].map(|opened| opened.loaded.manifest.as_ref());
        let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
        let keys = [("as_of", was.as_of() != is.as_of()), ("standards", was.standards != is.standards)];
        let keys = keys.into_iter().filter(|(_, differs)| *differs);
        keys.map(|(key, _)| Cause::Manifest { key: key.to_owned() }).collect()
    }

    /// What differs of what a statement depends on.
    pub(super) fn differing(&self, old: &'a Sheet, new: &'a Sheet) -> Differing<'a> {
        let beside = |opened: &'a Opened<'a>, sheet: &Sheet| {
            let index = opened.statement(&sheet.lineage);
            let relatives = index.map(|index| opened.relatives(index)).unwrap_or_default();
            let sheets = relatives.into_iter().filter(move |&other| Some(other) != index);
            sheets.map(|other| &opened.cx.sheets[other]).collect::<Vec<&'a Sheet>>()
        };
        let (olds, news) = (beside(self.old, old), beside(self.new, new));
        let find = |all: &[&'a Sheet], lineage: &str| all.iter().find(|s| *s.lineage == *lineage).copied();
        let both = olds.iter().filter_map(|was| Some((*was, find(&news, &was.lineage)?)));
        let pairs = std::iter::once((old, new)).chain(both);
        let pairs = pairs.filter_map(|(old, new)| Some(Pair { forms: self.forms(old, new)?, old, new }));
        let gone = olds.iter().filter(|was| find(&news, &was.lineage).is_none());
        let come = news.iter().filter(|is| find(&olds, &is.lineage).is_none());
        let gone = gone.map(|was| rule(RuleEvent::Chain, Some(was), None, Vec::new()));
        let alone = come.map(|is| rule(RuleEvent::Chain, None, Some(is), Vec::new())).chain(gone).collect();
        let levels = |opened: &Opened<'_>| opened.loaded.manifest.as_ref().map(|m| m.levels.clone());
        let pairs: Vec<Pair<'a>> = pairs.collect();
        Differing { terms: self.terms(&pairs), pairs, levels: levels(self.old) != levels(self.new), alone }
    }

    /// What the statements use and both rules declare, otherwise.
    fn terms(&self, pairs: &[Pair<'_>]) -> Vec<(Term, Declared, Declared)> {
        let uses = |opened: &Opened<'_>, of: fn(&Pair<'_>) -> kijun_model::StatementId| {
            used(opened.model(), &opened.prepared.effective.set.parameters, pairs.iter().map(of))
        };
        let old = uses(self.old, |pair| pair.old.statement);
        let new = uses(self.new, |pair| pair.new.statement);
        let [was, is] = self.worlds.trees();
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

    /// The mixtures of the rules for a change of a subject; `None` where it is not in the evidence.
    fn trial<'t>(
        &'t self,
        differing: &'t Differing<'a>,
        change: &'t Change,
        evidence: &Evidence,
        subject: &'t SubjectRef,
    ) -> Option<Trial<'t, 'a>> {
        let population = evidence.population(self.new.program());
        let goal = Matter::new(self.new, change)?.standing(&population, evidence.subject(subject)?);
        Some(Trial { rules: self, differing, change, subject, goal, tried: 0 })
    }

    fn tell(&self, differing: &Differing<'_>, pieces: &[Piece]) -> Vec<Cause> {
        let sources = &self.new.loaded.sources;
        let mut causes = Vec::new();
        for (i, pair) in differing.pairs.iter().enumerate() {
            let aspects = pieces.iter().filter_map(|piece| match piece {
                Piece::Aspect(of, aspect) if *of == i => Some(pair.forms.told(*aspect, sources)),
                _ => None,
            });
            let dimensions: Vec<_> = aspects.collect();
            let event = if i == 0 { RuleEvent::Changed } else { RuleEvent::Chain };
            if !dimensions.is_empty() {
                causes.push(rule(event, Some(pair.old), Some(pair.new), dimensions));
            }
        }
        for piece in pieces {
            match piece {
                Piece::Aspect(..) => {}
                Piece::Levels => causes.push(Cause::Manifest { key: "levels".to_owned() }),
                Piece::Term(i) => {
                    let ((sort, name), _, declared) = &differing.terms[*i];
                    causes.push(Cause::Term {
                        sort: sort.name().to_owned(),
                        name: name.clone(),
                        at: Some(location(sources, declared.span)),
                    });
                }
            }
        }
        causes
    }
}

impl Differing<'_> {
    /// What can be exchanged, what is nearest to the matter first. Who is responsible settles no result.
    fn pieces(&self) -> Vec<Piece> {
        let aspects = self.pairs.iter().enumerate().flat_map(|(i, pair)| {
            let differing = pair.forms.differing().into_iter();
            let matter = differing.filter(|aspect| *aspect != Aspect::Responsibility);
            matter.map(move |aspect| Piece::Aspect(i, aspect))
        });
        let terms = (0..self.terms.len()).map(Piece::Term);
        aspects.chain(terms).chain(self.levels.then_some(Piece::Levels)).collect()
    }
}

/// Mixtures of the rules under trial.
struct Trial<'t, 'a> {
    rules: &'t Rules<'a>,
    differing: &'t Differing<'a>,
    change: &'t Change,
    subject: &'t SubjectRef,
    goal: Standing,
    tried: u32,
}

impl Trial<'_, '_> {
    fn least(&mut self, pieces: &[Piece]) -> Option<Vec<Piece>> {
        let found = least(pieces.len(), &mut |chosen| {
            let left = (0..pieces.len()).filter(|i| !chosen.contains(i)).map(|i| pieces[i]);
            self.holds(&left.collect::<Vec<_>>())
        })?;
        Some(found.into_iter().map(|i| pieces[i]).collect())
    }

    /// Whether the matter stands as by the newer rules if all but some pieces are taken from them.
    fn holds(&mut self, older: &[Piece]) -> bool {
        self.tried += 1;
        (older.is_empty() || self.tried <= MAX_TRIED) && self.standing(older).as_ref() == Some(&self.goal)
    }

    fn standing(&self, older: &[Piece]) -> Option<Standing> {
        let Rules { worlds, taken, old, .. } = self.rules;
        let loaded = worlds.edited(taken, &mut |written| {
            for piece in older {
                match *piece {
                    Piece::Aspect(i, aspect) => {
                        self.differing.pairs[i].forms.revert(aspect, &mut written.trees);
                    }
                    Piece::Term(i) => {
                        let (_, was, is) = &self.differing.terms[i];
                        was.replace(is, &mut written.trees);
                    }
                    Piece::Levels => {
                        let levels =
                            old.loaded.manifest.as_ref().and_then(|manifest| manifest.levels.clone());
                        written.manifest.iter_mut().for_each(|manifest| manifest.levels.clone_from(&levels));
                    }
                }
            }
        });
        let prepared = Opened::prepare(&loaded, worlds.options(taken))?;
        let opened = Opened::new(&loaded, &prepared)?;
        let evidence =
            Evidence::read(&loaded, &prepared, &Wanted::from([self.subject.clone()]), &BTreeSet::new())?;
        let matter = Matter::new(&opened, self.change)?;
        let population = evidence.population(opened.program());
        Some(matter.standing(&population, evidence.subject(self.subject)?))
    }
}

/// Whether a statement is of a clause that was split from the clause of another.
fn is_part_of(part: &str, whole: &str) -> bool {
    let clause = whole.rsplit_once('#').map_or(whole, |(clause, _)| clause);
    part.strip_prefix(clause).is_some_and(|rest| rest.starts_with('>'))
}

/// Something that happened to a provision.
pub(super) fn rule(
    event: RuleEvent,
    old: Option<&Sheet>,
    new: Option<&Sheet>,
    dimensions: Vec<kijun_findings::DimensionChange>,
) -> Cause {
    Cause::Rule {
        event,
        before: old.map(|sheet| sheet.citation.to_string()),
        after: new.map(|sheet| sheet.citation.to_string()),
        dimensions,
        at: new.or(old).map(|sheet| (*sheet.rule).clone()),
    }
}
