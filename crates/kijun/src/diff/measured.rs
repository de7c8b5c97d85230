//! What made a measure come to something else: what its text says, or the subjects that count otherwise.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{Aspect, Cause, DimensionChange, Factor, Outcome, RuleEvent};
use kijun_model::{KindId, Measure, MeasureId, Read, Subject};

use super::aspects::folded;
use super::causes::Between;
use super::cells::{Leaf, alike, leaves};
use super::dates;
use super::opened::{Opened, named, root};
use super::values::{texts, value};
use crate::words::{location, one_line};

/// How many causes are named for one measure.
const MAX_NAMED: usize = 20;

/// What made a measure change, by its name with or without its document.
pub(super) fn causes(between: &Between<'_>, name: &str) -> Vec<Cause> {
    let name = name.rsplit(':').next().unwrap_or_default();
    let find = |opened: &'_ Opened<'_>| -> Option<usize> {
        let in_force = |measure: &Measure| {
            let editions = &opened.prepared.effective.set.editions;
            measure.edition.is_none_or(|edition| editions.contains(&edition))
        };
        let measures = opened.model().measures.iter();
        measures.enumerate().find(|(_, m)| *m.name == *name && in_force(m)).map(|(i, _)| i)
    };
    let (old, new) = (find(between.old), find(between.new));
    match between.factor {
        Factor::Date => vec![dates::cause((between.old, None), (between.new, None), None)],
        Factor::Rules => text(between, old, new),
        Factor::Evidence => new.map(|new| subjects(between, new)).unwrap_or_default(),
        Factor::Exceptions | Factor::Engine => Vec::new(),
    }
}

/// What a measure says, from its first span to its last.
fn text(between: &Between<'_>, old: Option<usize>, new: Option<usize>) -> Vec<Cause> {
    let measure = |opened: &Opened<'_>, at: usize| {
        let id = MeasureId::from_index(at);
        let measure = opened.model().measure(id);
        (opened.model().cite_measure(id), location(&opened.loaded.sources, measure.span))
    };
    let before = old.map(|old| measure(between.old, old));
    let after = new.map(|new| measure(between.new, new));
    let event = match (&before, &after) {
        (None, _) => RuleEvent::Issued,
        (_, None) => RuleEvent::Repealed,
        _ => RuleEvent::Changed,
    };
    let dimensions = match (old, new) {
        (Some(old), Some(new)) => differing(&parts(between.old, old), &parts(between.new, new)),
        _ => Vec::new(),
    };
    let at = after.as_ref().or(before.as_ref()).map(|(_, at)| at.clone());
    let [before, after] = [before, after].map(|told| told.map(|(cited, _)| cited));
    vec![Cause::Rule { event, before, after, dimensions, at }]
}

fn differing(old: &[(Aspect, Option<String>)], new: &[(Aspect, Option<String>)]) -> Vec<DimensionChange> {
    let pairs = old.iter().zip(new).filter(|(was, is)| was != is);
    pairs
        .map(|((dimension, before), (_, after))| DimensionChange {
            dimension: *dimension,
            before: before.clone(),
            after: after.clone(),
        })
        .collect()
}

/// Over whom, who is left out, of what, and what it should come to.
fn parts(opened: &Opened<'_>, at: usize) -> Vec<(Aspect, Option<String>)> {
    let measure = &opened.model().measures[at];
    let written = |span| folded(&one_line(opened.loaded.sources.slice(span)));
    vec![
        (Aspect::Scope, Some(written(measure.over.span))),
        (Aspect::Scope, measure.except.as_ref().map(|(except, _)| written(except.span))),
        (Aspect::Strength, measure.value.as_ref().map(|value| written(value.span))),
        (Aspect::Strength, measure.target.as_ref().map(|goal| written(goal.span))),
        (Aspect::Strength, measure.each.as_ref().map(|goal| written(goal.span))),
    ]
}

/// A subject in both bodies of evidence, as far as it is there.
type Pair<'e> = [Option<&'e Subject>; 2];

/// What made a measure come to something else: of the subjects that count otherwise, what differs of them or of those joined to them;
/// where none does, of all.
fn subjects(between: &Between<'_>, at: usize) -> Vec<Cause> {
    let model = between.new.model();
    let measure = &model.measures[at];
    let reads: BTreeSet<Read> = measure.expressions().flat_map(|expr| model.reads_of(expr)).collect();
    let joined = reads.iter().filter_map(|read| if let Read::All(kind) = read { Some(*kind) } else { None });
    let joined = pairs(between, &joined.map(|kind| root(model, kind)).collect());
    let own = pairs(between, &BTreeSet::from([root(model, measure.over.kind)]));
    let mut told = Told { between, fields: fields(between, &reads), causes: Vec::new() };
    for pair in otherwise(between, MeasureId::from_index(at), &own) {
        if !told.tell(pair) {
            let near: BTreeSet<&str> = pair.iter().flatten().flat_map(|subject| texts(subject)).collect();
            let is_near =
                |pair: &&Pair<'_>| pair.iter().flatten().any(|s| texts(s).any(|text| near.contains(text)));
            joined.iter().filter(is_near).for_each(|pair| _ = told.tell(pair));
        }
    }
    if told.causes.is_empty() {
        own.iter().chain(&joined).for_each(|pair| _ = told.tell(pair));
    }
    told.causes.truncate(MAX_NAMED);
    told.causes
}

/// Every subject of some kinds.
fn pairs<'e>(between: &Between<'e>, families: &BTreeSet<KindId>) -> Vec<Pair<'e>> {
    let model = between.new.model();
    let mut pairs: BTreeMap<(KindId, &str), Pair<'e>> = BTreeMap::new();
    for (side, evidence) in [between.was, between.is].into_iter().enumerate() {
        for subject in evidence.all().filter(|subject| families.contains(&root(model, subject.kind))) {
            pairs.entry((subject.kind, &subject.key)).or_default()[side] = Some(subject);
        }
    }
    pairs.into_values().collect()
}

/// Those that count otherwise. Who is not there counts as one of whom nothing is asked.
fn otherwise<'p, 'e>(between: &Between<'_>, measure: MeasureId, pairs: &'p [Pair<'e>]) -> Vec<&'p Pair<'e>> {
    let program = between.new.program();
    let populations = [between.was, between.is].map(|evidence| evidence.population(program));
    let counts = |side: usize, subject: Option<&Subject>| {
        let adds = program.adds(&populations[side], subject?, measure)?;
        (adds.0 != Outcome::NotApplicable).then_some(adds)
    };
    pairs.iter().filter(|[was, is]| counts(0, *was) != counts(1, *is)).collect()
}

struct Told<'b, 'a> {
    between: &'b Between<'a>,
    fields: BTreeSet<&'a str>,
    causes: Vec<Cause>,
}

impl Told<'_, '_> {
    /// Tells what differs of a subject in what is read; whether anything does.
    fn tell(&mut self, [was, is]: &Pair<'_>) -> bool {
        let (model, between) = (self.between.new.model(), self.between);
        let n_before = self.causes.len();
        match (was, is) {
            (Some(was), Some(is)) if !alike(was, is) => {
                let of = named(model, is);
                let is_read = |leaf: &Leaf| {
                    self.fields.contains(leaf.path.split(['.', '[']).next().unwrap_or_default())
                };
                let leaves = leaves(model, was, is).into_iter().filter(is_read);
                let told = leaves.map(|leaf| value(&leaf, Some(of.clone()), between.was, between.is));
                self.causes.extend(told.collect::<Vec<_>>());
            }
            (None, Some(is)) => self.causes.push(Cause::SubjectAppeared { subject: named(model, is) }),
            (Some(was), None) => self.causes.push(Cause::SubjectLeft { subject: named(model, was) }),
            _ => {}
        }
        self.causes.len() > n_before
    }
}

/// The names of the fields of subjects that are read.
fn fields<'a>(between: &Between<'a>, reads: &BTreeSet<Read>) -> BTreeSet<&'a str> {
    let model = between.new.model();
    let records = reads.iter().filter_map(|read| match read {
        Read::OfRecord(record, _) => Some(*record),
        _ => None,
    });
    let records: BTreeSet<_> = records.collect();
    let holds = |ty: &kijun_model::Type| records.iter().any(|record| holds_record(ty, *record));
    let of_kinds = reads.iter().filter_map(|read| match read {
        Read::OfKind(kind, index) => model.kind(*kind).fields.get(*index as usize).map(|field| &*field.name),
        _ => None,
    });
    let of_records = model.kinds.iter().flat_map(|kind| &kind.fields).filter(|field| holds(&field.ty));
    of_kinds.chain(of_records.map(|field| &*field.name)).collect()
}

fn holds_record(ty: &kijun_model::Type, record: kijun_model::RecordId) -> bool {
    match ty.required() {
        kijun_model::Type::Record(id) => *id == record,
        kijun_model::Type::List(inner) | kijun_model::Type::Map(inner) => holds_record(inner, record),
        _ => false,
    }
}
