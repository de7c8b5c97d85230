//! Runs compiled expressions for one subject. Every doubt is carried to the end.

use std::borrow::Cow;
use std::sync::Arc;

use kijun_diag::Place;
use kijun_model::{Cell, Content, Subject, Value};

use crate::arena::{Arena, Memory, Node, NodeId, Slot};
use crate::arithmetic;
use crate::compare;
use crate::population::Population;
use crate::scalar::{Scalar, doubt_of};
use crate::truth::{Doubt, Truth};

/// What a binder has bound, and what the binders around it have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'a, 'f> {
    pub(crate) slot: Slot,
    pub(crate) bound: Bound<'a>,
    pub(crate) outer: Option<&'f Frame<'a, 'f>>,
}

/// No frame: an expression that asks about no subject.
pub(crate) type Frames<'a, 'f> = Option<&'f Frame<'a, 'f>>;

/// An element.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bound<'a> {
    Subject(&'a Subject),
    Cell(&'a Cell),
}

/// What a path leads to.
#[derive(Clone, Debug)]
pub(crate) enum Target<'a> {
    Subject(&'a Subject),
    /// Something: a value, a record, a list or a map.
    Cell(&'a Cell),
    /// Absent or null.
    Nothing {
        /// Whether it, or an optional parent, may rightly be absent.
        rightly: bool,
        null: bool,
        at: Option<Place>,
    },
    Malformed(Place),
    /// Not evidence but computed.
    Computed(Scalar<'a>),
}

/// A result kept for later.
#[derive(Clone, Debug)]
pub(crate) enum Remembered {
    Truth(Truth),
    Scalar(Scalar<'static>),
}

/// Room to work in. One for each thread, used again for every subject.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// What was remembered, and for the how-manieth subject.
    memory: Vec<(u64, Option<Remembered>)>,
    turn: u64,
    pub(crate) used: Vec<bool>,
    pub(crate) met: Vec<bool>,
}

impl Scratch {
    /// Forgets the subject before.
    pub(crate) fn begin(&mut self, n_subject: u32, n_exceptions: usize) {
        self.turn += 1;
        self.memory.resize(n_subject as usize, (0, None));
        self.used.resize(n_exceptions, false);
        self.met.resize(n_exceptions, false);
    }

    fn recall(&self, number: u32) -> Option<&Remembered> {
        match self.memory.get(number as usize) {
            Some((turn, Some(result))) if *turn == self.turn => Some(result),
            _ => None,
        }
    }

    fn remember(&mut self, number: u32, result: Remembered) {
        if let Some(place) = self.memory.get_mut(number as usize) {
            *place = (self.turn, Some(result));
        }
    }

    /// Which exceptions have turned an outcome so far, by their place in the effective set.
    #[must_use]
    pub fn exceptions_used(&self) -> &[bool] {
        &self.used
    }

    /// Which exceptions are for a subject that was judged, whatever came of it, or may be for one, by the same places.
    #[must_use]
    pub fn exceptions_met(&self) -> &[bool] {
        &self.met
    }

    /// Adds the exceptions that another thread saw used and met.
    pub fn merge(&mut self, other: &Scratch) {
        self.used.resize(self.used.len().max(other.used.len()), false);
        self.met.resize(self.met.len().max(other.met.len()), false);
        let used = self.used.iter_mut().zip(&other.used);
        for (mine, theirs) in used.chain(self.met.iter_mut().zip(&other.met)) {
            *mine |= theirs;
        }
    }
}

/// An evaluation under way.
pub(crate) struct Run<'a, 's> {
    pub(crate) arena: &'a Arena,
    pub(crate) population: &'a Population,
    pub(crate) scratch: &'s mut Scratch,
}

impl<'a> Run<'a, '_> {
    /// A condition.
    pub(crate) fn truth(&mut self, id: NodeId, frames: Frames<'a, '_>) -> Truth {
        match self.arena.facts(id).memory {
            Memory::None => self.new_truth(id, frames),
            Memory::Subject(number) => {
                if let Some(Remembered::Truth(truth)) = self.scratch.recall(number) {
                    return *truth;
                }
                let truth = self.new_truth(id, frames);
                self.scratch.remember(number, Remembered::Truth(truth));
                truth
            }
            Memory::Population(number) => {
                let Some(place) = self.population.remembered.get(number as usize) else {
                    return self.new_truth(id, None);
                };
                match place.get_or_init(|| Remembered::Truth(self.new_truth(id, None))) {
                    Remembered::Truth(truth) => *truth,
                    Remembered::Scalar(scalar) => scalar.truth(),
                }
            }
        }
    }

    /// A scalar.
    pub(crate) fn scalar(&mut self, id: NodeId, frames: Frames<'a, '_>) -> Scalar<'a> {
        match self.arena.facts(id).memory {
            Memory::None => self.new_scalar(id, frames),
            Memory::Subject(number) => {
                match self.scratch.recall(number) {
                    Some(Remembered::Scalar(scalar)) => return scalar.clone(),
                    Some(Remembered::Truth(truth)) => return Scalar::of_truth(*truth),
                    None => {}
                }
                let scalar = self.new_scalar(id, frames);
                self.scratch.remember(number, Remembered::Scalar(scalar.clone().into_owned()));
                scalar
            }
            Memory::Population(number) => {
                let population = self.population;
                let Some(place) = population.remembered.get(number as usize) else {
                    return self.new_scalar(id, None);
                };
                match place.get_or_init(|| Remembered::Scalar(self.new_scalar(id, None).into_owned())) {
                    Remembered::Truth(truth) => Scalar::of_truth(*truth),
                    Remembered::Scalar(scalar) => scalar.clone(),
                }
            }
        }
    }

    fn new_truth(&mut self, id: NodeId, frames: Frames<'a, '_>) -> Truth {
        let arena = self.arena;
        match arena.node(id) {
            Node::Not(a) => self.truth(*a, frames).not(),
            Node::And(all) => self.all(all, frames),
            Node::Compare(op, a, b) => {
                compare::compare(*op, &self.scalar(*a, frames), &self.scalar(*b, frames))
            }
            Node::InSet(a, set) => compare::in_set(&self.scalar(*a, frames), &arena.sets[*set as usize]),
            Node::InList(item, list) => self.in_list(*item, *list, frames),
            Node::Matches(a, regex) => compare::test(&self.scalar(*a, frames), |value| match value {
                Value::Text(text) => Some(arena.regexes[*regex as usize].is_match(text)),
                _ => None,
            }),
            Node::Text(test, a, b) => {
                compare::text(*test, &self.scalar(*a, frames), &self.scalar(*b, frames))
            }
            Node::Within(a, b) => compare::within(&self.scalar(*a, frames), &self.scalar(*b, frames)),
            Node::Under(a, b, tree) => {
                let (a, b) = (self.scalar(*a, frames), self.scalar(*b, frames));
                compare::under(&a, &b, self.population.tree(*tree))
            }
            Node::IsPresent(a) => presence(&self.target(*a, frames)),
            Node::Some(over) => self.some(over, frames),
            Node::Const(_)
            | Node::Unknown
            | Node::Slot { .. }
            | Node::Field { .. }
            | Node::If(..)
            | Node::Count(_)
            | Node::Fold(..)
            | Node::Arithmetic(..)
            | Node::Negate(_) => self.new_scalar(id, frames).truth(),
        }
    }

    fn new_scalar(&mut self, id: NodeId, frames: Frames<'a, '_>) -> Scalar<'a> {
        let arena = self.arena;
        match arena.node(id) {
            Node::Const(number) => Scalar::Known(Cow::Borrowed(&arena.constants[*number as usize])),
            Node::Unknown => Scalar::Unknown(Doubt::Missing),
            Node::Slot { .. } | Node::Field { .. } | Node::If(..) => scalar_at(self.target(id, frames)),
            Node::Count(over) => self.count(over, frames),
            Node::Fold(fold, value, over, zero) => self.fold(*fold, *value, over, *zero, frames),
            Node::Arithmetic(op, a, b) => {
                arithmetic::combine(*op, &self.scalar(*a, frames), &self.scalar(*b, frames), &arena.workdays)
            }
            Node::Negate(a) => arithmetic::negate(&self.scalar(*a, frames)),
            Node::Not(_)
            | Node::And(_)
            | Node::Compare(..)
            | Node::InSet(..)
            | Node::InList(..)
            | Node::Matches(..)
            | Node::Text(..)
            | Node::Within(..)
            | Node::Under(..)
            | Node::IsPresent(_)
            | Node::Some(_) => Scalar::of_truth(self.new_truth(id, frames)),
        }
    }

    fn all(&mut self, all: &[NodeId], frames: Frames<'a, '_>) -> Truth {
        let mut truth = Truth::True;
        for &part in all {
            truth = truth.and(self.truth(part, frames));
            if truth == Truth::False {
                break;
            }
        }
        truth
    }

    /// What a path leads to.
    pub(crate) fn target(&mut self, id: NodeId, frames: Frames<'a, '_>) -> Target<'a> {
        match *self.arena.node(id) {
            Node::Slot { slot, optional } => match bound(slot, frames) {
                Some(Bound::Subject(subject)) => Target::Subject(subject),
                Some(Bound::Cell(cell)) => at_cell(cell, optional),
                None => Target::Nothing { rightly: false, null: false, at: None },
            },
            Node::Field { base, field, optional } => field_of(self.target(base, frames), field, optional),
            Node::If(condition, yes, no) => match self.truth(condition, frames) {
                Truth::True => self.target(yes, frames),
                Truth::False => self.target(no, frames),
                Truth::Unknown(doubt) => Target::Computed(self.either(yes, no, doubt, frames)),
            },
            _ => Target::Computed(self.scalar(id, frames)),
        }
    }

    /// Either of two values, nobody knows which: known only where they are the same.
    fn either(&mut self, yes: NodeId, no: NodeId, doubt: Doubt, frames: Frames<'a, '_>) -> Scalar<'a> {
        let (yes, no) = (self.scalar(yes, frames), self.scalar(no, frames));
        match (yes.known(), no.known()) {
            (Some(a), Some(b)) if a.same(b) => yes,
            (Some(_), Some(_)) => Scalar::Unknown(doubt),
            _ => Scalar::Unknown(doubt.max(doubt_of(&yes, &no))),
        }
    }

    fn in_list(&mut self, item: NodeId, list: NodeId, frames: Frames<'a, '_>) -> Truth {
        let item = self.scalar(item, frames);
        let cells = match elements(&self.target(list, frames)) {
            Ok(cells) => cells,
            Err(doubt) => return Truth::Unknown(doubt.max(item.doubt().unwrap_or(doubt))),
        };
        let mut doubt = item.doubt();
        for cell in cells {
            let element = Scalar::of_cell(cell);
            match (item.known(), element.known()) {
                (Some(a), Some(b)) if a.same(b) => return Truth::True,
                _ => doubt = doubt.max(element.doubt()),
            }
        }
        doubt.map_or(Truth::False, Truth::Unknown)
    }
}

/// What a binder around has bound.
pub(crate) fn bound<'a>(slot: Slot, frames: Frames<'a, '_>) -> Option<Bound<'a>> {
    let mut frame = frames;
    while let Some(here) = frame {
        if here.slot == slot {
            return Some(here.bound);
        }
        frame = here.outer;
    }
    None
}

fn at_cell(cell: &Cell, optional: bool) -> Target<'_> {
    match cell.content {
        Content::Absent => Target::Nothing { rightly: optional, null: false, at: Some(cell.place) },
        Content::Null => Target::Nothing { rightly: optional, null: true, at: Some(cell.place) },
        Content::Malformed => Target::Malformed(cell.place),
        Content::Value(_) | Content::Record(_) | Content::List(_) | Content::Map(_) => Target::Cell(cell),
    }
}

/// A field of what is there. What an optional parent that is absent would hold is rightly absent too; what a
/// required one would hold is missing.
pub(crate) fn field_of(base: Target<'_>, field: u32, optional: bool) -> Target<'_> {
    let cells: &[Cell] = match base {
        Target::Subject(subject) => &subject.cells,
        Target::Cell(Cell { content: Content::Record(cells), .. }) => cells,
        Target::Cell(cell) => return Target::Nothing { rightly: false, null: false, at: Some(cell.place) },
        Target::Nothing { rightly, at, .. } => return Target::Nothing { rightly, null: false, at },
        other => return other,
    };
    let nothing = Target::Nothing { rightly: false, null: false, at: None };
    cells.get(field as usize).map_or(nothing, |cell| at_cell(cell, optional))
}

fn scalar_at(target: Target<'_>) -> Scalar<'_> {
    match target {
        Target::Cell(cell) => Scalar::of_cell(cell),
        Target::Malformed(_) => Scalar::Unknown(Doubt::Malformed),
        Target::Computed(scalar) => scalar,
        Target::Subject(_) | Target::Nothing { .. } => Scalar::Unknown(Doubt::Missing),
    }
}

fn presence(target: &Target<'_>) -> Truth {
    match target {
        Target::Subject(_) | Target::Cell(_) => Truth::True,
        Target::Nothing { rightly: true, .. } => Truth::False,
        Target::Nothing { rightly: false, .. } => Truth::Unknown(Doubt::Missing),
        Target::Malformed(_) => Truth::Unknown(Doubt::Malformed),
        Target::Computed(scalar) => scalar.doubt().map_or(Truth::True, Truth::Unknown),
    }
}

/// The elements of a list, or a map's values, in the order of the file.
pub(crate) enum Elements<'a> {
    List(std::slice::Iter<'a, Cell>),
    Map(std::slice::Iter<'a, (Arc<str>, Cell)>),
}

impl<'a> Iterator for Elements<'a> {
    type Item = &'a Cell;

    fn next(&mut self) -> Option<&'a Cell> {
        match self {
            Elements::List(cells) => cells.next(),
            Elements::Map(entries) => entries.next().map(|(_, cell)| cell),
        }
    }
}

/// The elements of what should be a list or a map, or why there are none.
pub(crate) fn elements<'a>(target: &Target<'a>) -> Result<Elements<'a>, Doubt> {
    match target {
        Target::Cell(Cell { content: Content::List(cells), .. }) => Ok(Elements::List(cells.iter())),
        Target::Cell(Cell { content: Content::Map(entries), .. }) => Ok(Elements::Map(entries.iter())),
        Target::Malformed(_) => Err(Doubt::Malformed),
        Target::Computed(scalar) => Err(scalar.doubt().unwrap_or(Doubt::Missing)),
        Target::Subject(_) | Target::Cell(_) | Target::Nothing { .. } => Err(Doubt::Missing),
    }
}
