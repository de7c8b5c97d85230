//! What measures came to, once every subject has been taken.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_findings::{Partition, TargetReached};
use kijun_model::{Comparison, Goal, KindId, MeasureId, Sort, Value};
use rust_decimal::Decimal;

use super::tally::{Key, Parts, Tallies, Tally};
use super::{By, Gauge};
use crate::hierarchy::Hierarchy;
use crate::population::{Coverage, Population};
use crate::program::Program;

/// What a measure came to.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The measure.
    pub measure: MeasureId,
    /// Over all its subjects.
    pub whole: Total,
    /// For each of its breakdowns, its parts: by value, of a tree each before those below it, last what is in no part.
    pub breakdowns: Vec<Vec<PartFigure>>,
    /// Whether a source of its subjects could not be read.
    pub partial: bool,
}

/// What a part of a measure came to.
#[derive(Clone, Debug)]
pub struct PartFigure {
    /// The value that its subjects have, or the key that stands above theirs. Absent: those that have none, or of which it
    /// cannot be told.
    pub value: Option<Value>,
    /// The key of the part above it.
    pub above: Option<Arc<str>>,
    /// How many of its subjects rightly have no value; of a part with a value, none.
    pub outside: u64,
    /// What it came to.
    pub total: Total,
}

/// What a measure came to over some subjects.
#[derive(Clone, Debug)]
pub struct Total {
    /// Every subject of the kind, in exactly one count.
    pub figures: Partition,
    /// The value of any figure but a share, where it can be told.
    pub value: Option<Value>,
    /// Whether the goal that holds for it is reached.
    pub target: Option<TargetReached>,
}

/// What the figures at hand do not know of.
#[derive(Clone, Copy)]
struct Beside {
    /// How much of the kind its sources could tell.
    coverage: Coverage,
    /// Subjects that may belong here, or to another part.
    perhaps: Partition,
}

/// Where a figure lies beside a bound, at least and at most.
struct Range {
    low: Ordering,
    high: Ordering,
}

/// A part with a value.
struct Named {
    value: Value,
    above: Option<Arc<str>>,
    tally: Tally,
    /// Subjects elsewhere of which nobody can tell whether they stand below it.
    adrift: Partition,
}

impl Named {
    /// A part that stands in no tree.
    fn alone(value: Value, tally: Tally) -> Named {
        Named { value, above: None, tally, adrift: Partition::default() }
    }
}

/// A part of a tree, under way.
#[derive(Default)]
struct Rolled {
    tally: Tally,
    /// How many of its subjects stand below a gap or a circle.
    adrift: Partition,
}

const ANYWHERE: Range = Range { low: Ordering::Less, high: Ordering::Greater };

impl Program {
    /// What the measures came to. `coverage` says how much of a kind its sources could tell.
    #[must_use]
    pub fn figures(
        &self,
        population: &Population,
        mut tallies: Tallies,
        coverage: impl Fn(KindId) -> Coverage,
    ) -> Vec<Figure> {
        tallies.fit(&self.gauges);
        let taken = tallies.measures.into_iter().zip(tallies.parts);
        let figure = |(gauge, (whole, parts)): (&Gauge, (Tally, Vec<Parts>))| {
            let coverage = self.coverage(gauge.kind, &coverage);
            let beside = Beside { coverage, perhaps: Partition::default() };
            let breakdowns = gauge.by.iter().zip(parts);
            Figure {
                measure: gauge.measure,
                whole: gauge.total(&whole, gauge.target.as_ref(), beside),
                breakdowns: breakdowns
                    .map(|(by, parts)| gauge.parts(by, parts, population, beside))
                    .collect(),
                partial: coverage == Coverage::Partial,
            }
        };
        self.gauges.iter().zip(taken).map(figure).collect()
    }
}

impl Gauge {
    fn parts(&self, by: &By, parts: Parts, population: &Population, beside: Beside) -> Vec<PartFigure> {
        let Parts { known, mut outside, unknown } = parts;
        let goal = self.each.as_ref();
        let named = match by.tree.and_then(|tree| population.tree(tree)) {
            Some(tree) => self.rolled_up(tree, known),
            None => known.into_iter().map(|(key, tally)| Named::alone(key.0, tally)).collect(),
        };
        let named = named.into_iter().filter(|part| part.tally.is_met()).map(|part| {
            let mut perhaps = unknown.figures;
            perhaps.merge(part.adrift);
            let total = self.total(&part.tally, goal, Beside { perhaps, ..beside });
            PartFigure { value: Some(part.value), above: part.above, outside: 0, total }
        });
        let mut figures: Vec<PartFigure> = named.collect();
        let n_outside = outside.figures.assessed();
        outside.merge(self.sort, &unknown);
        if outside.is_met() {
            let total = self.total(&outside, goal, beside);
            figures.push(PartFigure { value: None, above: None, outside: n_outside, total });
        }
        figures
    }

    /// Adds what is below to what is above, and puts each before those below it. What stands below a gap or a circle may
    /// belong to any part that is not met on the way.
    fn rolled_up(&self, tree: &Hierarchy, known: BTreeMap<Key, Tally>) -> Vec<Named> {
        let mut all: BTreeMap<Arc<str>, Rolled> = BTreeMap::new();
        let mut adrift = Partition::default();
        for (Key(value), tally) in known {
            let Value::Text(key) = value else { continue };
            if !tally.is_met() {
                continue;
            }
            let is_adrift = !tree.is_rooted(&key);
            if is_adrift {
                adrift.merge(tally.figures);
            }
            let mut here = Some(key);
            while let Some(key) = here {
                here = tree.above(&key).cloned();
                let part = all.entry(key).or_default();
                part.tally.merge(self.sort, &tally);
                if is_adrift {
                    part.adrift.merge(tally.figures);
                }
            }
        }
        let order = tree_order(tree, all.keys());
        let named = order.into_iter().map(|(above, key)| {
            let Rolled { tally, adrift: own } = all.remove(&key).unwrap_or_default();
            Named { value: Value::Text(key), above, tally, adrift: without(adrift, own) }
        });
        named.collect()
    }

    fn total(&self, tally: &Tally, goal: Option<&Goal>, beside: Beside) -> Total {
        let nothing = self.is_nothing(tally, beside.coverage);
        let certain = tally.unknown() == 0 && beside.coverage != Coverage::Partial;
        Total {
            figures: tally.figures,
            value: if certain && !nothing { self.value_of(tally) } else { None },
            target: goal.map(|goal| match nothing {
                true => TargetReached::NothingAssessed,
                false => reached(goal.comparison, &self.range(tally, &goal.bound, beside)),
            }),
        }
    }

    /// Whether there was nothing to take it of. Of what is there none are a count, and add up to zero; of what no source
    /// tells there is no count.
    fn is_nothing(&self, tally: &Tally, coverage: Coverage) -> bool {
        tally.counted() == 0 && (coverage == Coverage::None || !matches!(self.sort, Sort::Count | Sort::Sum))
    }

    fn value_of(&self, tally: &Tally) -> Option<Value> {
        match self.sort {
            Sort::Share => None,
            Sort::Count => Some(Value::Number(Decimal::from(tally.figures.pass))),
            Sort::Sum if tally.figures.pass == 0 => self.zero.clone(),
            Sort::Sum => tally.sum.total(),
            Sort::Mean => tally.sum.mean(),
            Sort::Min | Sort::Max => tally.best.clone(),
        }
    }

    /// Where the figure lies beside a bound, whatever the unknown comes to.
    fn range(&self, tally: &Tally, bound: &Value, beside: Beside) -> Range {
        let perhaps = beside.perhaps;
        let more = beside.coverage == Coverage::Partial;
        let doubt = tally.unknown() > 0 || more || perhaps.assessed() > perhaps.waived;
        match self.sort {
            Sort::Share => share(tally.figures, perhaps, more, bound),
            Sort::Count => count(tally.figures, perhaps, more, bound),
            Sort::Sum | Sort::Mean if doubt => ANYWHERE,
            Sort::Sum if tally.figures.pass == 0 => exactly(self.zero.as_ref().and_then(|z| z.order(bound))),
            Sort::Sum => exactly(tally.sum.order(bound)),
            Sort::Mean => exactly(tally.sum.order_of_mean(bound)),
            Sort::Min | Sort::Max => {
                let best = tally.best.as_ref().and_then(|best| best.order(bound));
                match (best, self.sort) {
                    (Some(best), _) if !doubt => exactly(Some(best)),
                    (Some(best), Sort::Min) => Range { high: best, ..ANYWHERE },
                    (Some(best), _) => Range { low: best, ..ANYWHERE },
                    (None, _) => ANYWHERE,
                }
            }
        }
    }
}

/// Keys with the one above each, each before those below it.
fn tree_order<'k>(
    tree: &Hierarchy,
    keys: impl Iterator<Item = &'k Arc<str>>,
) -> Vec<(Option<Arc<str>>, Arc<str>)> {
    let mut below: BTreeMap<Option<Arc<str>>, Vec<Arc<str>>> = BTreeMap::new();
    for key in keys {
        below.entry(tree.above(key).cloned()).or_default().push(key.clone());
    }
    let mut open: Vec<(Option<Arc<str>>, Arc<str>)> = Vec::new();
    let mut put = |open: &mut Vec<_>, above: Option<Arc<str>>| {
        let keys = below.remove(&above).unwrap_or_default();
        open.extend(keys.into_iter().rev().map(|key| (above.clone(), key)));
    };
    put(&mut open, None);
    let mut ordered = Vec::new();
    while let Some((above, key)) = open.pop() {
        put(&mut open, Some(key.clone()));
        ordered.push((above, key));
    }
    ordered
}

/// What is left of a partition without a part of it.
fn without(all: Partition, part: Partition) -> Partition {
    Partition {
        pass: all.pass - part.pass,
        fail: all.fail - part.fail,
        unknown: all.unknown - part.unknown,
        error: all.error - part.error,
        waived: all.waived - part.waived,
        not_applicable: all.not_applicable - part.not_applicable,
    }
}

/// From nothing of the unknown to all of it. What may belong here and may not is taken as it does least, or most.
fn share(figures: Partition, perhaps: Partition, more: bool, bound: &Value) -> Range {
    let Value::Percent(bound) = bound else { return ANYWHERE };
    let unknown = |p: Partition| p.unknown + p.error;
    let all = figures.pass + figures.fail + unknown(figures);
    let order = |part: u64, whole: u64| {
        let (part, whole) = (Decimal::from(part), Decimal::from(whole));
        let bound = bound.checked_mul(whole);
        bound.map(|bound| (part * Decimal::ONE_HUNDRED).cmp(&bound))
    };
    let low = if more { order(0, 1) } else { order(figures.pass, all + perhaps.fail + unknown(perhaps)) };
    let added = perhaps.pass + unknown(perhaps);
    let high = if more { order(1, 1) } else { order(figures.pass + unknown(figures) + added, all + added) };
    Range { low: low.unwrap_or(Ordering::Less), high: high.unwrap_or(Ordering::Greater) }
}

fn count(figures: Partition, perhaps: Partition, more: bool, bound: &Value) -> Range {
    let Value::Number(bound) = bound else { return ANYWHERE };
    let unknown = figures.unknown + figures.error;
    let most = figures.pass + unknown + perhaps.assessed() - perhaps.waived;
    let high = if more { Ordering::Greater } else { Decimal::from(most).cmp(bound) };
    Range { low: Decimal::from(figures.pass).cmp(bound), high }
}

fn exactly(order: Option<Ordering>) -> Range {
    order.map_or(ANYWHERE, |order| Range { low: order, high: order })
}

/// Whether a comparison holds for all of a range, for none of it, or for a part.
fn reached(comparison: Comparison, range: &Range) -> TargetReached {
    if always(comparison, range) {
        TargetReached::Reached
    } else if always(comparison.opposite(), range) {
        TargetReached::Missed
    } else {
        TargetReached::Undecided
    }
}

fn always(comparison: Comparison, Range { low, high }: &Range) -> bool {
    match comparison {
        Comparison::Lt | Comparison::Le => comparison.holds(*high),
        Comparison::Gt | Comparison::Ge => comparison.holds(*low),
        Comparison::Eq => low.is_eq() && high.is_eq(),
        Comparison::Ne => high.is_lt() || low.is_gt(),
    }
}
