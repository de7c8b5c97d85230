//! What exactly made each finding change.
//!
//! Of every least set of factors that is enough, each factor is explained by two worlds: the one with the whole set, in which the
//! matter stands as in the newer run, and the one without the factor, in which it does not. They differ in nothing else, so the cause
//! lies there; which part of it is the cause is found by judging mixtures of the two.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{
    Cause, Change, Diff, Engine, Factor, Factors, Matter, MeasureChange, RuleEvent, SubjectRef, Why,
};

use super::opened::{Evidence, Opened, Wanted, Whole};
use super::rules::Rules;
use super::standing;
use super::worlds::Worlds;
use super::{dates, measured, others, records, values, waivers};

/// A factor to be explained, in a set that is enough.
type Question = (Factors, Factor);

/// Something that is not the same in both runs.
#[derive(Clone, Copy)]
enum Item<'d> {
    Finding(&'d Change),
    Measure(&'d MeasureChange),
}

impl Item<'_> {
    fn why(&self) -> Option<&Why> {
        match self {
            Item::Finding(change) => change.why.as_ref(),
            Item::Measure(change) => change.why.as_ref(),
        }
    }

    /// Of which kinds all subjects are asked for.
    fn whole(&self) -> Option<Whole> {
        match self {
            Item::Finding(change) => match change.matter {
                Matter::Measure => Some(Whole::Measured),
                Matter::Exception => Some(Whole::Excepted),
                _ => None,
            },
            Item::Measure(_) => Some(Whole::Measured),
        }
    }
}

/// Tells of every change what it was.
pub(crate) fn explain(worlds: &Worlds<'_>, diff: &mut Diff) {
    let findings = diff.changes.iter().map(Item::Finding);
    let items: Vec<Item<'_>> = findings.chain(diff.measures.iter().map(Item::Measure)).collect();
    let mut asked: BTreeMap<Question, Vec<usize>> = BTreeMap::new();
    for (i, item) in items.iter().enumerate() {
        for question in item.why().map(questions).unwrap_or_default() {
            asked.entry(question).or_default().push(i);
        }
    }
    let engines = [&diff.old.engine, &diff.new.engine];
    let mut found: Vec<Vec<Cause>> = vec![Vec::new(); items.len()];
    for (question, numbers) in &asked {
        let answered = answer(worlds, question, numbers.iter().map(|&i| (i, items[i])).collect(), engines);
        answered.into_iter().for_each(|(i, causes)| found[i].extend(causes));
    }
    let [old, new] = worlds.recorded();
    let mut found = found.into_iter();
    for (change, causes) in diff.changes.iter_mut().zip(&mut found) {
        let causes = if causes.is_empty() { records::causes(old, new, change) } else { causes };
        change.why.iter_mut().for_each(|why| why.causes = without_repetition(&causes));
    }
    for (change, causes) in diff.measures.iter_mut().zip(found) {
        change.why.iter_mut().for_each(|why| why.causes = without_repetition(&causes));
    }
}

/// The day goes along with newer evidence: it is a cause only where the evidence is none.
fn questions(why: &Why) -> Vec<Question> {
    let of_set = |set: &Factors| -> Vec<Question> {
        let along = |factor: Factor| factor == Factor::Date && set.contains(&Factor::Evidence);
        set.iter().filter(|factor| !along(**factor)).map(|factor| (set.clone(), *factor)).collect()
    };
    why.enough.iter().flat_map(of_set).collect()
}

fn without_repetition(causes: &[Cause]) -> Vec<Cause> {
    let mut seen = BTreeSet::new();
    causes.iter().filter(|cause| seen.insert(*cause)).cloned().collect()
}

/// What changes about a subject ask for.
fn wanted(items: &[(usize, Item<'_>)]) -> Wanted {
    let subjects = items.iter().filter_map(|(_, item)| match item {
        Item::Finding(change) => change.subject.clone(),
        Item::Measure(_) => None,
    });
    subjects.collect()
}

fn answer(
    worlds: &Worlds<'_>,
    (set, factor): &Question,
    items: Vec<(usize, Item<'_>)>,
    [before, after]: [&Engine; 2],
) -> Vec<(usize, Vec<Cause>)> {
    if *factor == Factor::Engine {
        let (before, after) = (before.version.clone(), after.version.clone());
        let cause = Cause::Engine { before, after };
        return items.into_iter().map(|(i, _)| (i, vec![cause.clone()])).collect();
    }
    let taken = |without: Option<Factor>| -> Factors {
        let kept = |f: &Factor| *f != Factor::Engine && Some(*f) != without;
        set.iter().copied().filter(kept).collect()
    };
    let (older, newer) = (taken(Some(*factor)), taken(None));
    let [was, is] = [&older, &newer].map(|taken| worlds.loaded(taken));
    let prepare = |loaded, taken| Opened::prepare(loaded, worlds.options(taken));
    let (Some(old), Some(new)) = (prepare(&was, &older), prepare(&is, &newer)) else { return Vec::new() };
    let (Some(old), Some(new)) = (Opened::new(&was, &old), Opened::new(&is, &new)) else { return Vec::new() };
    let wanted = wanted(&items);
    let whole: BTreeSet<Whole> = items.iter().filter_map(|(_, item)| item.whole()).collect();
    let read = |opened: &Opened<'_>| Evidence::read(opened.loaded, opened.prepared, &wanted, &whole);
    let (Some(was), Some(is)) = (read(&old), read(&new)) else { return Vec::new() };
    let rules = Rules { worlds, taken: &newer, old: &old, new: &new };
    let between = Between {
        factor: *factor,
        aged: set.contains(&Factor::Date),
        rules,
        old: &old,
        new: &new,
        was: &was,
        is: &is,
    };
    let causes = |item| match item {
        Item::Finding(change) => between.causes(change),
        Item::Measure(change) => measured::causes(&between, &change.name),
    };
    items.into_iter().map(|(i, item)| (i, causes(item))).collect()
}

/// Whether the rules were only cited otherwise.
fn is_nothing(causes: &[Cause]) -> bool {
    let nothing = |cause: &Cause| match cause {
        Cause::Rule { event: RuleEvent::Changed, dimensions, .. } => dimensions.is_empty(),
        _ => false,
    };
    causes.iter().all(nothing)
}

/// Two worlds that differ in one factor alone.
pub(super) struct Between<'a> {
    pub(super) factor: Factor,
    /// Whether the day goes along.
    pub(super) aged: bool,
    pub(super) rules: Rules<'a>,
    pub(super) old: &'a Opened<'a>,
    pub(super) new: &'a Opened<'a>,
    pub(super) was: &'a Evidence,
    pub(super) is: &'a Evidence,
}

impl Between<'_> {
    fn causes(&self, change: &Change) -> Vec<Cause> {
        match &change.subject {
            Some(subject) if change.matter == Matter::Statement => self.of_statement(change, subject),
            _ => others::causes(self, change),
        }
    }

    fn of_statement(&self, change: &Change, subject: &SubjectRef) -> Vec<Cause> {
        let old = standing::Matter::new(self.old, change);
        let new = standing::Matter::new(self.new, change);
        let exceptions = || match (&old, &new) {
            (Some(old), Some(new)) => waivers::causes((old, self.was), (new, self.is), subject),
            _ => Vec::new(),
        };
        match (self.factor, &new) {
            (Factor::Rules, _) => {
                // An exception may not outlive the edition that it was made for.
                let causes = self.rules.causes(change, Some((self.is, subject)));
                let exceptions = exceptions();
                if is_nothing(&causes) && !exceptions.is_empty() { exceptions } else { causes }
            }
            (Factor::Exceptions, _) => exceptions(),
            (Factor::Evidence, Some(new)) => {
                let sides = values::Sides { old: self.was, new: self.is, aged: self.aged };
                values::causes(new, sides, subject)
            }
            (Factor::Evidence | Factor::Engine, _) => Vec::new(),
            (Factor::Date, _) => {
                let exceptions = exceptions();
                if !exceptions.is_empty() {
                    return exceptions;
                }
                let was = old.as_ref().map(|old| (old, self.was));
                let is = new.as_ref().map(|new| (new, self.is));
                vec![dates::cause((self.old, was), (self.new, is), Some(subject))]
            }
        }
    }
}
