//! `some`, `count` and the folds: asks elements, or only those that an index names.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use kijun_model::{Fold, Value};
use rust_decimal::Decimal;

use crate::arena::{From, Join, NodeId, Over};
use crate::arithmetic::add;
use crate::population::{Coverage, Members, Population, Undecided};
use crate::run::{Bound, Frame, Frames, Run, elements};
use crate::scalar::{Bounds, Scalar};
use crate::truth::{Doubt, Truth};

/// What is made of the elements, one after another.
trait Tally<'a> {
    /// An element, and whether it fulfils the condition.
    fn take(&mut self, run: &mut Run<'a, '_>, holds: Truth, frames: &Frame<'a, '_>) -> ControlFlow<()>;

    /// Elements that may or may not fulfil it.
    fn undecided(&mut self, group: Undecided);
}

impl<'a> Run<'a, '_> {
    /// Whether the condition holds for an element.
    pub(crate) fn some(&mut self, over: &Over, frames: Frames<'a, '_>) -> Truth {
        let mut some = Any(Truth::False);
        match self.sweep(over, frames, &mut some) {
            Ok(true) => some.0,
            Ok(false) => some.0.or(Truth::Unknown(Doubt::Missing)),
            Err(doubt) => Truth::Unknown(doubt),
        }
    }

    /// For how many elements it holds: from the certain to the possible.
    pub(crate) fn count(&mut self, over: &Over, frames: Frames<'a, '_>) -> Scalar<'a> {
        let mut count = Count { certain: 0, possible: 0, doubt: Doubt::Missing };
        match self.sweep(over, frames, &mut count) {
            Ok(complete) => Scalar::between(Bounds {
                low: Some(Decimal::from(count.certain)),
                high: complete.then(|| Decimal::from(count.certain + count.possible)),
                doubt: count.doubt,
            }),
            Err(doubt) => Scalar::Unknown(doubt),
        }
    }

    /// The sum, the least or the greatest of the elements for which it holds.
    pub(crate) fn fold(
        &mut self,
        fold: Fold,
        value: NodeId,
        over: &Over,
        zero: Option<u32>,
        frames: Frames<'a, '_>,
    ) -> Scalar<'a> {
        let zero = zero.map(|number| self.arena.constants[number as usize].clone());
        let mut folding = Folding { fold, value, result: zero, doubt: None };
        match self.sweep(over, frames, &mut folding) {
            Ok(true) => {}
            Ok(false) => folding.undecided(Undecided { n: 1, doubt: Doubt::Missing }),
            Err(doubt) => return Scalar::Unknown(doubt),
        }
        match folding.doubt {
            Some(doubt) => Scalar::Unknown(doubt),
            None => Scalar::computed(folding.result),
        }
    }

    /// Asks every element that matters. Says whether these were all elements there are, or why there are none.
    fn sweep(
        &mut self,
        over: &Over,
        frames: Frames<'a, '_>,
        tally: &mut dyn Tally<'a>,
    ) -> Result<bool, Doubt> {
        let kind = match over.from {
            From::All(kind) => kind,
            From::List(list) => {
                let mut all = elements(&self.target(list, frames))?;
                let _ = all.try_for_each(|cell| self.ask(over, Bound::Cell(cell), frames, tally));
                return Ok(true);
            }
        };
        let Some(members) = self.population.members(kind) else { return Ok(false) };
        match over.join {
            Some(join) => {
                let _ = self.look_up(over, join, members, frames, tally);
            }
            None => {
                let _ = self.ask_all(over, members.subjects.iter().copied(), frames, tally);
            }
        }
        Ok(members.coverage == Coverage::Whole)
    }

    fn ask(
        &mut self,
        over: &Over,
        bound: Bound<'a>,
        frames: Frames<'a, '_>,
        tally: &mut dyn Tally<'a>,
    ) -> ControlFlow<()> {
        let frame = Frame { slot: over.slot, bound, outer: frames };
        let holds = self.truth(over.holds, Some(&frame));
        tally.take(self, holds, &frame)
    }

    fn ask_all(
        &mut self,
        over: &Over,
        numbers: impl IntoIterator<Item = u32>,
        frames: Frames<'a, '_>,
        tally: &mut dyn Tally<'a>,
    ) -> ControlFlow<()> {
        let population: &'a Population = self.population;
        numbers
            .into_iter()
            .try_for_each(|n| self.ask(over, Bound::Subject(population.subject(n)), frames, tally))
    }

    /// Where the key is known, the condition is false for all but the candidates and those whose field is unknown.
    /// Where it is not, the condition is nowhere true.
    fn look_up(
        &mut self,
        over: &Over,
        join: Join,
        members: &'a Members,
        frames: Frames<'a, '_>,
        tally: &mut dyn Tally<'a>,
    ) -> ControlFlow<()> {
        let population: &'a Population = self.population;
        let key = self.scalar(join.key, frames);
        let group: &'a [u32] = match &key {
            Scalar::Known(value) => {
                self.ask_all(over, population.candidates(join.index, value), frames, tally)?;
                population.without(join.index)
            }
            Scalar::Unknown(_) => &members.subjects,
            Scalar::Between(_) => return self.ask_all(over, members.subjects.iter().copied(), frames, tally),
        };
        let Some(places) = join.shared.and_then(|shared| population.shared.get(shared as usize)) else {
            return self.ask_all(over, group.iter().copied(), frames, tally);
        };
        let place = &places[usize::from(key.known().is_some())];
        let undecided = *place.get_or_init(|| self.undecided(over, join, group));
        let doubt = undecided.doubt.max(key.doubt().unwrap_or(Doubt::Missing));
        tally.undecided(Undecided { doubt, ..undecided });
        ControlFlow::Continue(())
    }

    /// Of elements whose equality with the key is unknown, those for which the rest does not settle the matter.
    fn undecided(&mut self, over: &Over, join: Join, group: &[u32]) -> Undecided {
        let population: &'a Population = self.population;
        let mut undecided = Undecided { n: 0, doubt: Doubt::Missing };
        for &number in group {
            let bound = Bound::Subject(population.subject(number));
            let frame = Frame { slot: over.slot, bound, outer: None };
            let rest = self.truth(join.rest, Some(&frame));
            if rest != Truth::False {
                let field = self.scalar(join.field, Some(&frame)).doubt();
                undecided.n += 1;
                undecided.doubt = undecided.doubt.max(rest.doubt().max(field).unwrap_or(Doubt::Missing));
            }
        }
        undecided
    }
}

struct Any(Truth);

impl<'a> Tally<'a> for Any {
    fn take(&mut self, _: &mut Run<'a, '_>, holds: Truth, _: &Frame<'a, '_>) -> ControlFlow<()> {
        self.0 = self.0.or(holds);
        if self.0 == Truth::True { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn undecided(&mut self, group: Undecided) {
        if group.n > 0 {
            self.0 = self.0.or(Truth::Unknown(group.doubt));
        }
    }
}

struct Count {
    certain: u64,
    possible: u64,
    doubt: Doubt,
}

impl<'a> Tally<'a> for Count {
    fn take(&mut self, _: &mut Run<'a, '_>, holds: Truth, _: &Frame<'a, '_>) -> ControlFlow<()> {
        match holds {
            Truth::True => self.certain += 1,
            Truth::Unknown(doubt) => self.undecided(Undecided { n: 1, doubt }),
            Truth::False => {}
        }
        ControlFlow::Continue(())
    }

    fn undecided(&mut self, group: Undecided) {
        if group.n > 0 {
            self.possible += group.n;
            self.doubt = self.doubt.max(group.doubt);
        }
    }
}

struct Folding {
    fold: Fold,
    value: NodeId,
    /// Absent where there was no element yet, or where a sum overflowed.
    result: Option<Value>,
    doubt: Option<Doubt>,
}

impl Folding {
    /// Adds a value; says why it cannot.
    fn add(&mut self, scalar: &Scalar<'_>, run: &Run<'_, '_>) -> Option<Doubt> {
        let Some(value) = scalar.known() else { return scalar.doubt() };
        let so_far = self.result.take();
        self.result = match (&so_far, self.fold) {
            (None, _) => Some(value.clone()),
            (Some(sum), Fold::Sum) => add(sum, value, &run.arena.workdays),
            (Some(least), Fold::Min) => Some(better(Ordering::Less, value, least)),
            (Some(most), Fold::Max) => Some(better(Ordering::Greater, value, most)),
        };
        self.result.is_none().then_some(Doubt::Missing)
    }
}

/// The better of two values; of values that are the same, the one before.
fn better(wanted: Ordering, new: &Value, old: &Value) -> Value {
    if new.order(old) == Some(wanted) { new.clone() } else { old.clone() }
}

impl<'a> Tally<'a> for Folding {
    fn take(&mut self, run: &mut Run<'a, '_>, holds: Truth, frame: &Frame<'a, '_>) -> ControlFlow<()> {
        let doubt = match holds {
            Truth::False => None,
            Truth::Unknown(doubt) => Some(doubt),
            Truth::True => {
                let scalar = run.scalar(self.value, Some(frame));
                self.add(&scalar, run)
            }
        };
        self.doubt = self.doubt.max(doubt);
        ControlFlow::Continue(())
    }

    fn undecided(&mut self, group: Undecided) {
        if group.n > 0 {
            self.doubt = self.doubt.max(Some(group.doubt));
        }
    }
}
