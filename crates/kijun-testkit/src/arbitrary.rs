//! Random worlds: a vocabulary, typed rules over it, subjects with all that can be wrong with them.
//!
//! A world is made of bytes, so that whoever finds a bad one can shrink it: fewer bytes, smaller world. Dice that have run
//! out always show the simplest.

mod rules;
pub(crate) mod subjects;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use kijun_diag::{FileId, Place, Sources, Span};
use kijun_model::{KindId, Model, ParameterId, Subject, Value};
use kijun_standards::EffectiveSet;

/// Chance, made of bytes.
#[derive(Debug)]
pub struct Dice<'b> {
    bytes: std::slice::Iter<'b, u8>,
}

impl<'b> Dice<'b> {
    /// Dice that will show what the bytes say.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Dice<'b> {
        Dice { bytes: bytes.iter() }
    }

    /// A number below a bound; 0 when nothing is left.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::from(self.bytes.next().copied().unwrap_or(0)) % bound.max(1)
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of several; the first when nothing is left.
    pub fn pick<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }
}

/// Rules, subjects and days.
#[derive(Clone, Debug)]
pub struct World {
    /// The rules: one edition, a few clauses of one statement each.
    pub model: Model,
    /// All statements bind; some parameters are set; the exceptions hold.
    pub effective: EffectiveSet,
    /// Subjects of every kind.
    pub subjects: Vec<Subject>,
    /// Kinds of which these are not all.
    pub incomplete: Vec<KindId>,
    /// The audit date.
    pub today: Date,
    /// The audited period.
    pub period: (Date, Date),
    /// Free days of the week, Monday first.
    pub weekend: [bool; 7],
    /// Other free days.
    pub holidays: BTreeSet<Date>,
}

impl World {
    /// The world that the bytes describe.
    #[must_use]
    pub fn new(bytes: &[u8]) -> World {
        World::of(&mut Dice::new(bytes), rules::Allowed::Everything)
    }

    /// A world whose rules never ask `is present` and permit no exception: knowing more, one can only decide more.
    #[must_use]
    pub fn without_presence(bytes: &[u8]) -> World {
        let mut world = World::of(&mut Dice::new(bytes), rules::Allowed::NoPresence);
        world.effective.exceptions.clear();
        world
    }

    /// The same world, of which more is known: values stand where nothing was.
    #[must_use]
    pub fn known_better(&self, bytes: &[u8]) -> World {
        let (mut world, mut dice) = (self.clone(), Dice::new(bytes));
        for subject in &mut world.subjects {
            let fields = &self.model.kind(subject.kind).fields;
            subjects::fill(&mut dice, &self.model, fields, &mut subject.cells);
        }
        world
    }

    fn of(dice: &mut Dice<'_>, allowed: rules::Allowed) -> World {
        let mut model = vocabulary::model();
        let parameters = parameters(dice);
        rules::write(dice, &mut model, allowed);
        let effective = rules::in_force(&model, parameters);
        let subjects = subjects::gather(dice, &model);
        let incomplete = (0..model.kinds.len()).map(KindId::from_index).filter(|_| dice.once_in(6)).collect();
        World {
            model,
            effective,
            subjects,
            incomplete,
            today: date(2012, 3, 31),
            period: (date(2011, 4, 1), date(2012, 3, 31)),
            weekend: [false, false, false, false, false, true, true],
            holidays: [date(2012, 3, 20), date(2012, 2, 11)].into(),
        }
    }

    /// The reference evaluator of this world.
    #[must_use]
    pub fn reference(&self) -> crate::Reference<'_> {
        crate::Reference {
            model: &self.model,
            effective: &self.effective,
            today: self.today,
            period: self.period,
            weekend: self.weekend,
            holidays: self.holidays.clone(),
            population: &self.subjects,
            incomplete: self.incomplete.clone(),
        }
    }
}

/// The parameters of [`vocabulary::model`], of which the second may be left unset.
fn parameters(dice: &mut Dice<'_>) -> BTreeMap<ParameterId, Value> {
    let mut parameters = BTreeMap::from([(ParameterId(0), Value::Number(2.into()))]);
    if !dice.once_in(2) {
        let six_months = kijun_model::Duration { months: 6, seconds: 0 };
        parameters.insert(ParameterId(1), Value::Duration(six_months));
    }
    parameters
}

fn file() -> FileId {
    Sources::default().add_name("world")
}

fn span() -> Span {
    Span { file: file(), start: 0, end: 0 }
}

pub(crate) fn place(line: u32) -> Place {
    Place { file: file(), line, column: 1, width: 0 }
}
