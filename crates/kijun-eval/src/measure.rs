//! Measures: each subject is taken into figures as it passes by, and nothing else of it is kept.
//!
//! A subject that may belong and may not counts as unknown, whatever else is known of it; so a figure lies between what is
//! certain and what is possible.

mod figure;
mod sum;
mod tally;

use std::sync::Arc;

use kijun_diag::Span;
use kijun_findings::Outcome;
use kijun_model::{Goal, KindId, Measure, MeasureId, Model, Sort, Subject, Type, Value};

use crate::arena::NodeId;
use crate::compile::{Compiler, Refusal, zero};
use crate::judge::{Judge, undecided};
use crate::population::{Population, is_a};
use crate::program::Program;
use crate::run::{Scratch, Target};
use crate::truth::{Doubt, Truth};
use crate::written::Written;

pub use figure::{Figure, PartFigure, Total};
pub use tally::Tallies;

/// A compiled measure.
#[derive(Clone, Debug)]
pub(crate) struct Gauge {
    pub(crate) measure: MeasureId,
    pub(crate) kind: KindId,
    pub(crate) sort: Sort,
    filter: Option<Arc<Written>>,
    except: Option<Arc<Written>>,
    value: Option<Arc<Written>>,
    /// What a sum of nothing is.
    pub(crate) zero: Option<Value>,
    pub(crate) target: Option<Goal>,
    pub(crate) each: Option<Goal>,
    pub(crate) by: Vec<By>,
    pub(crate) refusals: Vec<(Refusal, Span)>,
}

/// What a measure is broken down by.
#[derive(Clone, Debug)]
pub(crate) struct By {
    written: Arc<Written>,
    /// The kind of which the parts are subjects.
    pub(crate) kind: Option<KindId>,
    /// The tree in which these stand, by its number.
    pub(crate) tree: Option<u32>,
}

/// What one subject adds to a measure.
pub(crate) struct Taken {
    pub(crate) outcome: Outcome,
    /// Its value, where it counts and has one.
    pub(crate) value: Option<Value>,
}

/// In which part of a breakdown a subject is.
pub(crate) enum Part {
    Of(Value),
    /// It rightly has no such value.
    Outside,
    /// Nobody can tell.
    Unknown,
}

impl Gauge {
    pub(crate) fn new(compiler: &mut Compiler<'_>, model: &Model, id: MeasureId) -> Gauge {
        compiler.begin();
        let measure = model.measure(id);
        let filter = measure.over.filter.as_ref().map(|filter| compiler.about_subject(filter));
        let except = measure.except.as_ref().map(|(condition, _)| compiler.about_subject(condition));
        let value = measure.value.as_ref().map(|value| compiler.about_subject(value));
        Gauge {
            measure: id,
            kind: measure.over.kind,
            sort: measure.sort,
            filter,
            except,
            value,
            zero: measure.value.as_ref().and_then(|value| zero(&value.ty)),
            target: measure.target.clone(),
            each: measure.each.clone(),
            by: bys(compiler, measure),
            refusals: std::mem::take(&mut compiler.refusals),
        }
    }

    /// Its expressions as written.
    pub(crate) fn written(&self) -> impl Iterator<Item = &Arc<Written>> {
        let by = self.by.iter().map(|by| &by.written);
        self.filter.iter().chain(&self.except).chain(&self.value).chain(by)
    }

    /// The kinds of which parts are subjects.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = KindId> + '_ {
        self.by.iter().filter_map(|by| by.kind)
    }
}

fn bys(compiler: &mut Compiler<'_>, measure: &Measure) -> Vec<By> {
    let by = |by| {
        let written = compiler.about_subject(by);
        let kind = match by.ty.required() {
            Type::Ref(kind) => Some(*kind),
            _ => None,
        };
        By { written, kind, tree: kind.and_then(|kind| compiler.tree(kind)) }
    };
    measure.by.iter().map(by).collect()
}

impl Program {
    /// The measures that count, in the order of the rules.
    pub fn measures(&self) -> impl Iterator<Item = MeasureId> + '_ {
        self.gauges.iter().map(|gauge| gauge.measure)
    }

    /// What a subject adds to a measure: how it counts, and its value where values are taken. `None` where the measure does not count,
    /// or is not over the subject's kind.
    #[must_use]
    pub fn adds(
        &self,
        population: &Population,
        subject: &Subject,
        measure: MeasureId,
    ) -> Option<(Outcome, Option<Value>)> {
        let gauge = self.gauges.iter().find(|gauge| gauge.measure == measure)?;
        if !is_a(&self.parents, subject.kind, gauge.kind) {
            return None;
        }
        let mut scratch = Scratch::default();
        let taken = Judge::new(self, population, subject, &mut scratch).taken(gauge);
        Some((taken.outcome, taken.value))
    }

    /// Takes a subject into the figures of every measure over its kind.
    ///
    /// The order in which subjects are taken does not matter, nor what `scratch` held before.
    pub fn take(
        &self,
        population: &Population,
        subject: &Subject,
        scratch: &mut Scratch,
        tallies: &mut Tallies,
    ) {
        tallies.fit(&self.gauges);
        let mut concerned = self
            .gauges
            .iter()
            .enumerate()
            .filter(|(_, gauge)| is_a(&self.parents, subject.kind, gauge.kind))
            .peekable();
        if concerned.peek().is_none() {
            return;
        }
        let mut judge = Judge::new(self, population, subject, scratch);
        for (i, gauge) in concerned {
            let taken = judge.taken(gauge);
            let parts = gauge.by.iter().map(|by| judge.part(by));
            tallies.add(i, gauge.sort, &taken, parts);
        }
    }
}

impl Judge<'_, '_> {
    /// What a subject of the kind adds.
    fn taken(&mut self, gauge: &Gauge) -> Taken {
        let mut holds = |node: Option<NodeId>, otherwise| {
            let frame = self.frame();
            node.map_or(otherwise, |node| self.run.truth(node, Some(&frame)))
        };
        let member = holds(gauge.filter.as_ref().map(|w| w.node), Truth::True);
        if member == Truth::False {
            return Taken { outcome: Outcome::NotApplicable, value: None };
        }
        let left_out = holds(gauge.except.as_ref().map(|w| w.node), Truth::False);
        match member.and(left_out.not()) {
            Truth::False => Taken { outcome: Outcome::Waived, value: None },
            Truth::Unknown(doubt) => Taken { outcome: undecided(doubt), value: None },
            Truth::True => self.counted(gauge),
        }
    }

    fn counted(&mut self, gauge: &Gauge) -> Taken {
        let Some(value) = &gauge.value else { return Taken { outcome: Outcome::Pass, value: None } };
        let frame = self.frame();
        if gauge.sort == Sort::Share {
            let outcome = match self.run.truth(value.node, Some(&frame)) {
                Truth::True => Outcome::Pass,
                Truth::False => Outcome::Fail,
                Truth::Unknown(doubt) => undecided(doubt),
            };
            return Taken { outcome, value: None };
        }
        let scalar = self.run.scalar(value.node, Some(&frame));
        match (scalar.known(), scalar.doubt()) {
            (Some(value), _) => Taken { outcome: Outcome::Pass, value: Some(value.clone()) },
            (None, doubt) => Taken { outcome: undecided(doubt.unwrap_or(Doubt::Missing)), value: None },
        }
    }

    fn part(&mut self, by: &By) -> Part {
        let frame = self.frame();
        if let Target::Nothing { rightly: true, .. } = self.run.target(by.written.node, Some(&frame)) {
            return Part::Outside;
        }
        let scalar = self.run.scalar(by.written.node, Some(&frame));
        scalar.known().map_or(Part::Unknown, |value| Part::Of(value.clone()))
    }
}
