//! What exactly made each finding change.
//!
//! Of every least set of factors that is enough, each factor is explained by two worlds: the one with the whole set, in which the
//! matter stands as in the newer run, and the one without the factor, in which it does not. They differ in nothing else, so the cause
//! lies there; which part of it is the cause is found by judging mixtures of the two.

mod asked;
mod measured;
mod members;
mod opened;
mod others;
mod records;
mod standing;
mod waivers;

mod dates;
mod values;
mod younger;

mod cells;
mod reads;
mod search;

mod rules;

mod aspects;
mod differing;
mod mixtures;
mod placed;
mod terms;

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{
    Cause, Change, Diff, Engine, Factor, Factors, Matter, MeasureChange, RuleEvent, SubjectRef, Why,
};

use super::worlds::Worlds;
use asked::{Question, World, lay, open};
pub(crate) use aspects::dimensions_between;
use opened::{Evidence, Opened, Wanted, Whole};
pub(super) use records::explain_from_records;
use rules::Rules;

/// Something that is not the same in both runs.
#[derive(Clone, Copy)]
enum Item<'d> {
    Finding(&'d Change),
    Measure(&'d MeasureChange),
}

impl<'d> Item<'d> {
    /// Of which statement it is, where it is of one.
    fn lineage(&self) -> &'d str {
        match self {
            Item::Finding(change) => &change.lineage,
            Item::Measure(_) => "",
        }
    }

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
    let differ = worlds.differ();
    let is_of_measures = |numbers: &[usize]| numbers.iter().any(|&i| items[i].whole().is_some());
    let sets = asked.iter().flat_map(|(question, numbers)| question.worlds(differ, is_of_measures(numbers)));
    let laid = lay(worlds, sets.collect());
    let whole: BTreeSet<Whole> = items.iter().filter_map(Item::whole).collect();
    let opened = open(&laid, &wanted(&items), &whole);
    let engines = [&diff.old.engine, &diff.new.engine];
    let mut found: Vec<(Vec<Cause>, bool)> = vec![Default::default(); items.len()];
    for (question, numbers) in &asked {
        let answers = Answers { worlds, opened: &opened, engines };
        let answered = answers.to(question, numbers.iter().map(|&i| (i, items[i])).collect());
        for (i, causes, inexact) in answered {
            found[i].0.extend(causes);
            found[i].1 |= inexact;
        }
    }
    let [old, new] = worlds.recorded();
    let mut found = found.into_iter();
    for (change, (causes, inexact)) in diff.changes.iter_mut().zip(&mut found) {
        let causes = if causes.is_empty() { records::causes(old, new, change) } else { causes };
        change.why.iter_mut().for_each(|why| tell(why, &causes, inexact));
    }
    for (change, (causes, inexact)) in diff.measures.iter_mut().zip(found) {
        change.why.iter_mut().for_each(|why| tell(why, &causes, inexact));
    }
}

/// The day goes along with newer evidence: it is a cause only where the evidence is none.
fn questions(why: &Why) -> Vec<Question> {
    let of_set = |set: &Factors| -> Vec<Question> {
        let along = |factor: Factor| factor == Factor::Date && set.contains(&Factor::Evidence);
        let explained = set.iter().copied().filter(|factor| !along(*factor));
        explained.map(|factor| Question { set: set.clone(), factor }).collect()
    };
    why.enough.iter().flat_map(of_set).collect()
}

/// Tells causes without repetition.
fn tell(why: &mut Why, causes: &[Cause], inexact: bool) {
    let mut seen = BTreeSet::new();
    why.causes = causes.iter().filter(|cause| seen.insert(*cause)).cloned().collect();
    why.inexact = inexact;
}

/// What changes about a subject ask for.
fn wanted(items: &[Item<'_>]) -> Wanted {
    let subjects = items.iter().filter_map(|item| match item {
        Item::Finding(change) => change.subject.clone(),
        Item::Measure(_) => None,
    });
    subjects.collect()
}

/// What questions are answered from.
struct Answers<'w, 'a> {
    worlds: &'w Worlds<'w>,
    opened: &'w BTreeMap<Factors, World<'a>>,
    engines: [&'w Engine; 2],
}

impl Answers<'_, '_> {
    /// Of each item the causes, and whether these may be more than it took.
    fn to(&self, question: &Question, mut items: Vec<(usize, Item<'_>)>) -> Vec<(usize, Vec<Cause>, bool)> {
        if question.factor == Factor::Engine {
            let [before, after] = self.engines.map(|engine| engine.version.clone());
            let cause = Cause::Engine { before, after };
            return items.into_iter().map(|(i, _)| (i, vec![cause.clone()], false)).collect();
        }
        let (older, newer) = (question.older(), question.newer());
        let (Some(old), Some(new)) = (self.opened.get(&older), self.opened.get(&newer)) else {
            return Vec::new();
        };
        let rules = Rules {
            worlds: self.worlds,
            taken: &newer,
            old: &old.opened,
            new: &new.opened,
            wanted: by_lineage(&items),
            last: RefCell::default(),
        };
        let find = |taken: Factors| self.opened.get(&taken);
        let [first, last] = question.own_days(self.worlds.differ()).map_or([None; 2], |days| days.map(find));
        let between = Between {
            factor: question.factor,
            aged: question.set.contains(&Factor::Date),
            rules,
            old: &old.opened,
            new: &new.opened,
            was: &old.evidence,
            is: &new.evidence,
            own_days: [first, last].map(|world| world.map_or(&new.opened, |world| &world.opened)),
            renewed: question.renewed(self.worlds.differ()).and_then(find),
            young: OnceCell::new(),
        };
        let causes = |item| match item {
            Item::Finding(change) => between.causes(change),
            Item::Measure(change) => measured::causes(&between, &change.name, None),
        };
        // Changes of one statement one after the other: they have the mixtures of its rules in common.
        items.sort_by_key(|(i, item)| (item.lineage(), *i));
        items.into_iter().map(|(i, item)| (i, causes(item), new.opened.gave_up())).collect()
    }
}

/// The subjects of changes, by the lineage of these.
fn by_lineage<'d>(items: &[(usize, Item<'d>)]) -> BTreeMap<&'d str, Wanted> {
    let mut subjects: BTreeMap<&str, Wanted> = BTreeMap::new();
    for (_, item) in items {
        if let Item::Finding(change) = item {
            subjects.entry(&change.lineage).or_default().extend(change.subject.clone());
        }
    }
    subjects
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
struct Between<'a> {
    factor: Factor,
    /// Whether the day goes along.
    aged: bool,
    rules: Rules<'a>,
    old: &'a Opened<'a>,
    new: &'a Opened<'a>,
    was: &'a Evidence,
    is: &'a Evidence,
    /// The rules on the day of the older evidence, and on that of the newer.
    own_days: [&'a Opened<'a>; 2],
    /// The world with the newer run's own evidence, where it is the day that made the change.
    renewed: Option<&'a World<'a>>,
    young: OnceCell<Evidence>,
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
                let anew = || self.anew(change, was?, is?, subject);
                anew().unwrap_or_else(|| self.passed(was, is, subject))
            }
        }
    }

    /// What the newer run has anew and is as old: then it is not the older evidence that has aged.
    fn anew(
        &self,
        change: &Change,
        was: dates::Aged<'_>,
        is: dates::Aged<'_>,
        subject: &SubjectRef,
    ) -> Option<Vec<Cause>> {
        let World { opened, evidence } = self.renewed?;
        let matter = standing::Matter::new(opened, change)?;
        dates::anew([was, is, (&matter, evidence)], self.young(), subject)
    }

    /// Time alone, of each day whose age it was.
    fn passed(
        &self,
        was: Option<dates::Aged<'_>>,
        is: Option<dates::Aged<'_>>,
        subject: &SubjectRef,
    ) -> Vec<Cause> {
        let paths = dates::paths(was, is, self.young(), subject);
        let paths = if paths.is_empty() { vec![None] } else { paths.into_iter().map(Some).collect() };
        paths.into_iter().map(|path| dates::cause(self.old, self.new, path)).collect()
    }

    /// The newer world's evidence, as old as it was in the older one.
    fn young(&self) -> &Evidence {
        self.young.get_or_init(|| dates::as_young(self.old, self.new, self.is))
    }
}
