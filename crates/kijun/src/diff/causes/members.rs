//! The subjects that made a measure come to something else: those that miss what it asks for and did not, where it got worse; those
//! that did and do not, where it got better. All others that count otherwise are only counted.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use kijun_eval::Coverage;
use kijun_findings::{Cause, Outcome};
use kijun_model::{Comparison, KindId, Measure, MeasureId, Sort, Subject, Value};

use super::Between;
use super::cells::{alike, leaves};
use super::opened::{named, root};
use super::reads::{fields, joined};
use super::values::{source, texts, value};

/// How many causes are named for one measure.
const MAX_NAMED: usize = 5;

/// A subject in both bodies of evidence, as far as it is there.
type Pair<'e> = [Option<&'e Subject>; 2];

/// What a subject adds to a measure; nothing where it does not belong.
type Added = Option<(Outcome, Option<Value>)>;

/// A subject of the measure's kind, and what it adds in both.
struct Member<'e> {
    pair: Pair<'e>,
    adds: [Added; 2],
}

/// What made a measure come to something else, or the part of it with a key.
pub(super) fn causes(between: &Between<'_>, at: usize, part: Option<&str>) -> Vec<Cause> {
    let measure = &between.new.model().measures[at];
    let all = members(between, measure, MeasureId::from_index(at));
    let telling = Telling::new(between, measure);
    let mut causes: Vec<Cause> = coverage(between, measure).into_iter().collect();
    let mut rest: Vec<&Member<'_>> = all.iter().filter(|member| member.adds[0] != member.adds[1]).collect();
    let pressing = pressing(measure, &all, part);
    // Where there are few in all, these are no worse to read.
    let few = if pressing.is_empty() && rest.len() <= MAX_NAMED { rest.clone() } else { Vec::new() };
    for member in pressing.into_iter().chain(few) {
        let told = telling.tell(&member.pair);
        if causes.len() + told.len() > MAX_NAMED {
            break;
        }
        causes.extend(told);
        rest.retain(|other| !std::ptr::eq(*other, member));
    }
    let kind = &between.new.model().kind(measure.over.kind).name;
    causes.extend(counted(kind, rest.iter().map(|member| &member.pair)));
    if causes.is_empty() {
        causes.extend(telling.differing());
    }
    causes
}

/// Whether all subjects of the kind could be read, where that is not the same.
fn coverage(between: &Between<'_>, measure: &Measure) -> Option<Cause> {
    let kind = measure.over.kind;
    let whole = [between.was, between.is].map(|evidence| evidence.coverage(kind) == Coverage::Whole);
    (whole[0] != whole[1]).then(|| source(&between.new.model().kind(kind).name, whole))
}

/// Every subject of the measure's kind, each judged on the day of its own evidence.
fn members<'e>(between: &Between<'e>, measure: &Measure, id: MeasureId) -> Vec<Member<'e>> {
    let own = pairs(between, &|kind| kind == root(between.new.model(), measure.over.kind));
    let [was, is] = between.own_days;
    let sides = [(was, between.was), (is, between.is)];
    let populations = sides.map(|(opened, evidence)| opened.population(evidence));
    let adds = |side: usize, subject: Option<&Subject>| {
        let adds = sides[side].0.program().adds(&populations[side], subject?, id)?;
        (adds.0 != Outcome::NotApplicable).then_some(adds)
    };
    own.into_iter().map(|pair| Member { adds: [adds(0, pair[0]), adds(1, pair[1])], pair }).collect()
}

/// Every subject of the families of kinds that are asked for.
fn pairs<'e>(between: &Between<'e>, is_asked: &dyn Fn(KindId) -> bool) -> Vec<Pair<'e>> {
    let model = between.new.model();
    let mut pairs: BTreeMap<(KindId, &str), Pair<'e>> = BTreeMap::new();
    for (side, evidence) in [between.was, between.is].into_iter().enumerate() {
        for subject in evidence.all().filter(|subject| is_asked(root(model, subject.kind))) {
            pairs.entry((subject.kind, &subject.key)).or_default()[side] = Some(subject);
        }
    }
    pairs.into_values().collect()
}

/// Those that miss what is asked for now and did not, if these have become more among those that count; those that did and do not, if
/// less. Of a part those that name it, where any does.
fn pressing<'m, 'e>(measure: &Measure, all: &'m [Member<'e>], part: Option<&str>) -> Vec<&'m Member<'e>> {
    let is_in = |member: &Member<'_>, side: usize| {
        member.adds[side].as_ref().is_some_and(|(outcome, _)| is_missing(measure, *outcome))
    };
    let into = |side: usize| -> Vec<&'m Member<'e>> {
        all.iter().filter(|member| is_in(member, side) && !is_in(member, 1 - side)).collect()
    };
    let share = |side: usize| {
        let of =
            all.iter().filter(|member| member.adds[side].as_ref().is_some_and(|a| a.0 != Outcome::Waived));
        let n = all.iter().filter(|member| is_in(member, side)).count();
        [n, if measure.sort == Sort::Share { of.count() } else { 1 }]
    };
    let ([before, of_before], [after, of_after]) = (share(0), share(1));
    let found = match (after * of_before.max(1)).cmp(&(before * of_after.max(1))) {
        Ordering::Greater => into(1),
        Ordering::Less => into(0),
        Ordering::Equal => Vec::new(),
    };
    let is_part = |m: &&Member<'_>| m.pair.iter().flatten().any(|s| texts(s).any(|text| Some(text) == part));
    let of_part: Vec<_> = found.iter().copied().filter(is_part).collect();
    if of_part.is_empty() { found } else { of_part }
}

/// Of a share, whether it is what keeps it from its target; of anything else, whether it counts.
fn is_missing(measure: &Measure, outcome: Outcome) -> bool {
    let ceiling = measure
        .target
        .as_ref()
        .is_some_and(|goal| matches!(goal.comparison, Comparison::Lt | Comparison::Le));
    match outcome {
        Outcome::Pass => measure.sort != Sort::Share || ceiling,
        Outcome::Fail => !ceiling,
        Outcome::Unknown | Outcome::Error => true,
        Outcome::Waived | Outcome::NotApplicable => false,
    }
}

/// How many subjects came, left, and are there otherwise; nothing where there are none.
fn counted<'p, 'e: 'p>(kind: &str, pairs: impl Iterator<Item = &'p Pair<'e>>) -> Option<Cause> {
    let [mut appeared, mut left, mut changed] = [0, 0, 0];
    for pair in pairs {
        match pair {
            [None, _] => appeared += 1,
            [_, None] => left += 1,
            _ => changed += 1,
        }
    }
    let any = appeared + left + changed > 0;
    any.then(|| Cause::Members { kind: kind.to_owned(), appeared, left, changed })
}

/// What subjects are told with.
struct Telling<'b, 'e> {
    between: &'b Between<'e>,
    /// The names of the fields that are read.
    fields: BTreeSet<&'b str>,
    own: KindId,
    /// Subjects that are joined and differ.
    joined: Vec<Pair<'e>>,
}

impl<'b, 'e> Telling<'b, 'e> {
    fn new(between: &'b Between<'e>, measure: &Measure) -> Telling<'b, 'e> {
        let model = between.new.model();
        let reads = measure.expressions().flat_map(|expr| model.reads_of(expr)).collect();
        let kinds = joined(model, &reads);
        let mut pairs = pairs(between, &|kind| kinds.contains(&kind));
        pairs.retain(differs);
        Telling { between, fields: fields(model, &reads), own: measure.over.kind, joined: pairs }
    }

    /// What differs of a subject in what is read; else of those joined that it has most closely to do with.
    fn tell(&self, pair: &Pair<'_>) -> Vec<Cause> {
        let own = self.one(pair);
        if !own.is_empty() {
            return own;
        }
        let near = self.near(pair);
        let newer: Vec<_> = near.iter().filter(|[_, is]| is.is_some()).copied().collect();
        let told = if newer.is_empty() { near } else { newer };
        told.into_iter().flat_map(|pair| self.one(pair)).collect()
    }

    /// Of the subjects that name what the subject names, those of the rarest name.
    fn near(&self, pair: &Pair<'_>) -> Vec<&Pair<'e>> {
        let names = pair.iter().flatten().flat_map(|subject| texts(subject));
        let naming = |name: &str| -> Vec<&Pair<'e>> {
            let names = |pair: &&Pair<'_>| pair.iter().flatten().any(|s| texts(s).any(|text| text == name));
            self.joined.iter().filter(names).collect()
        };
        let groups = names.map(naming).filter(|group| !group.is_empty());
        groups.min_by_key(Vec::len).unwrap_or_default()
    }

    fn one(&self, [was, is]: &Pair<'_>) -> Vec<Cause> {
        let (model, between) = (self.between.new.model(), self.between);
        match (was, is) {
            (Some(was), Some(is)) => {
                let subject = named(model, is);
                let leaves = leaves(model, was, is).into_iter();
                let read = leaves.filter(|leaf| {
                    self.fields.contains(leaf.path.split(['.', '[']).next().unwrap_or_default())
                });
                read.map(|leaf| value(&leaf, Some(subject.clone()), between.was, between.is)).collect()
            }
            (None, Some(is)) => vec![Cause::SubjectAppeared { subject: named(model, is) }],
            (Some(was), None) => vec![Cause::SubjectLeft { subject: named(model, was) }],
            (None, None) => Vec::new(),
        }
    }

    /// What differs of the kind, or how many where these are not few; else of each kind that is joined, where none counts otherwise.
    fn differing(&self) -> Vec<Cause> {
        let model = self.between.new.model();
        let mut own = pairs(self.between, &|kind| kind == root(model, self.own));
        own.retain(differs);
        let each: Vec<Cause> = own.iter().flat_map(|pair| self.one(pair)).collect();
        if (1..=MAX_NAMED).contains(&each.len()) {
            return each;
        }
        let all = counted(&model.kind(self.own).name, own.iter());
        let mut kinds: BTreeMap<KindId, Vec<&Pair<'_>>> = BTreeMap::new();
        for pair in &self.joined {
            let subject = pair.iter().flatten().next();
            subject.into_iter().for_each(|s| kinds.entry(root(model, s.kind)).or_default().push(pair));
        }
        let joined = || {
            kinds.into_iter().filter_map(|(kind, pairs)| counted(&model.kind(kind).name, pairs.into_iter()))
        };
        all.map_or_else(|| joined().collect(), |cause| vec![cause])
    }
}

fn differs(pair: &Pair<'_>) -> bool {
    match pair {
        [Some(was), Some(is)] => !alike(was, is),
        _ => true,
    }
}
