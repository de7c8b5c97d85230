//! Figures under way.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use kijun_findings::Partition;
use kijun_model::{Sort, Value};

use super::sum::Sum;
use super::{Gauge, Part, Taken};

/// The figures of every measure, under way. Merging is commutative and associative.
#[derive(Clone, Debug, Default)]
pub struct Tallies {
    pub(super) measures: Vec<Tally>,
    /// For each measure, for each of its breakdowns.
    pub(super) parts: Vec<Vec<Parts>>,
}

/// What some subjects have come to so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) figures: Partition,
    pub(super) sum: Sum,
    pub(super) best: Option<Value>,
}

/// The parts of a breakdown.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    pub(super) known: BTreeMap<Key, Tally>,
    /// Subjects that rightly are in no part.
    pub(super) outside: Tally,
    /// Subjects of which it cannot be told.
    pub(super) unknown: Tally,
}

/// A value by which subjects are told apart, in the order of its sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key(pub(super) Value);

impl Ord for Key {
    fn cmp(&self, other: &Key) -> Ordering {
        self.0.order(&other.0).unwrap_or(Ordering::Equal)
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Key) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Tallies {
    /// Makes room for every measure.
    pub(super) fn fit(&mut self, gauges: &[Gauge]) {
        self.measures.resize_with(gauges.len(), Tally::default);
        for gauge in &gauges[self.parts.len().min(gauges.len())..] {
            self.parts.push(vec![Parts::default(); gauge.by.len()]);
        }
    }

    pub(super) fn add(&mut self, i: usize, sort: Sort, taken: &Taken, parts: impl Iterator<Item = Part>) {
        self.measures[i].add(sort, taken);
        for (into, part) in self.parts[i].iter_mut().zip(parts) {
            into.tally(part).add(sort, taken);
        }
    }

    /// Adds what another thread took.
    pub fn merge(&mut self, sorts: &[Sort], other: Tallies) {
        if self.measures.is_empty() {
            *self = other;
            return;
        }
        for ((mine, theirs), sort) in self.measures.iter_mut().zip(other.measures).zip(sorts) {
            mine.merge(*sort, &theirs);
        }
        for ((mine, theirs), sort) in self.parts.iter_mut().zip(other.parts).zip(sorts) {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                mine.merge(*sort, theirs);
            }
        }
    }
}

impl Parts {
    fn tally(&mut self, part: Part) -> &mut Tally {
        match part {
            Part::Outside => &mut self.outside,
            Part::Unknown => &mut self.unknown,
            Part::Of(value) => self.known(Key(plain(value))),
        }
    }

    /// Of keys that are the same value in two spellings (1 year, 12 months) one stands for both, whichever came first.
    fn known(&mut self, key: Key) -> &mut Tally {
        if let Some((known, _)) = self.known.get_key_value(&key)
            && spelling(&key.0) < spelling(&known.0)
            && let Some(tally) = self.known.remove(&key)
        {
            return self.known.entry(key).or_insert(tally);
        }
        self.known.entry(key).or_default()
    }

    fn merge(&mut self, sort: Sort, other: Parts) {
        self.outside.merge(sort, &other.outside);
        self.unknown.merge(sort, &other.unknown);
        for (key, tally) in other.known {
            self.known(key).merge(sort, &tally);
        }
    }
}

impl Tally {
    fn add(&mut self, sort: Sort, taken: &Taken) {
        self.figures.add(taken.outcome);
        let Some(value) = &taken.value else { return };
        match sort {
            Sort::Sum | Sort::Mean => self.sum.add(value),
            Sort::Min | Sort::Max => self.better(sort, value),
            Sort::Share | Sort::Count => {}
        }
    }

    pub(super) fn merge(&mut self, sort: Sort, other: &Tally) {
        self.figures.merge(other.figures);
        self.sum.merge(&other.sum);
        if let Some(value) = &other.best {
            self.better(sort, value);
        }
    }

    fn better(&mut self, sort: Sort, value: &Value) {
        let wanted = if sort == Sort::Min { Ordering::Less } else { Ordering::Greater };
        let order = self.best.as_ref().map(|best| value.order(best).unwrap_or(Ordering::Equal));
        let takes = match (&self.best, order) {
            (Some(best), Some(Ordering::Equal)) => spelling(value) < spelling(best),
            (_, order) => order.is_none_or(|order| order == wanted),
        };
        if takes {
            self.best = Some(plain(value.clone()));
        }
    }

    /// How many subjects count, or may.
    pub(super) fn counted(&self) -> u64 {
        self.figures.assessed() - self.figures.waived
    }

    /// How many of them cannot be told.
    pub(super) fn unknown(&self) -> u64 {
        self.figures.unknown + self.figures.error
    }

    /// Whether anything here belongs to the measure.
    pub(super) fn is_met(&self) -> bool {
        self.figures.assessed() > 0
    }
}

/// A number without zeros behind it.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(n) => Value::Number(n.normalize()),
        Value::Percent(n) => Value::Percent(n.normalize()),
        Value::Size(n) => Value::Size(n.normalize()),
        other => other,
    }
}

/// What tells apart two values that are the same: only durations and versions can be.
fn spelling(value: &Value) -> (i64, &str) {
    match value {
        Value::Duration(duration) => (-duration.months, ""),
        Value::Version(version) => (0, version.as_str()),
        _ => (0, ""),
    }
}
