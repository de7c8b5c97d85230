//! How far a quantity can go while all limits are kept.

use super::delta::Delta;
use super::quantity::{Quantity, Seat, Side};
use super::tableau::Tableau;
use crate::effort::{Effort, Exhausted};

/// How far a quantity in a column can move, and what stops it there: the sum in a row, or its own limit.
struct Stretch {
    step: Delta,
    stopper: usize,
    row: Option<usize>,
}

impl Tableau {
    /// Moves a quantity to a side as far as it goes, and says where that is. `None`: it goes without end. Precondition: all
    /// limits are kept.
    pub(super) fn optimum(
        &mut self,
        at: usize,
        side: Side,
        effort: &mut Effort,
    ) -> Result<Option<Delta>, Exhausted> {
        if self.quantities[at].seat == Seat::Loose {
            return Ok(self.quantities[at].limit(side).map(|limit| limit.value.clone()));
        }
        while let Some((column, direction)) = self.mover(at, side) {
            let Some(stretch) = self.stretch(column, direction) else { return Ok(None) };
            effort.spend(1)?;
            self.shift(column, &stretch.step);
            if let Some(row) = stretch.row {
                self.pivot(row, column);
            }
        }
        Ok(Some(self.quantities[at].value.clone()))
    }

    /// The column that can move so that a quantity goes further to a side, and its own direction.
    fn mover(&self, at: usize, side: Side) -> Option<(usize, Side)> {
        let quantity = &self.quantities[at];
        match quantity.seat {
            _ if !quantity.can_move(side) => None,
            Seat::Row(row) => {
                let column = self.helper(row, side)?;
                Some((column, side.through(&self.rows[row].factors[column])))
            }
            Seat::Column(column) => Some((column, side)),
            Seat::Loose => None,
        }
    }

    /// How far a column can move; of several that stop it there, the least quantity (Bland's rule). `None`: nothing does.
    fn stretch(&self, column: usize, direction: Side) -> Option<Stretch> {
        let own = self.columns[column];
        let itself =
            room(&self.quantities[own], direction).map(|step| Stretch { step, stopper: own, row: None });
        let sums = self.rows.iter().enumerate().filter_map(|(at, row)| {
            let factor = Some(&row.factors[column]).filter(|factor| !factor.is_zero())?;
            let step = room(&self.quantities[row.sum], direction.through(factor))?.over(factor);
            Some(Stretch { step, stopper: row.sum, row: Some(at) })
        });
        itself.into_iter().chain(sums).reduce(|one, other| shorter(direction, one, other))
    }
}

/// How far it is from the value of a quantity to its limit.
fn room(quantity: &Quantity, side: Side) -> Option<Delta> {
    Some(quantity.value.to(&quantity.limit(side)?.value))
}

fn shorter(direction: Side, one: Stretch, other: Stretch) -> Stretch {
    let longer = direction.beyond(&one.step, &other.step);
    if longer || one.step == other.step && other.stopper < one.stopper { other } else { one }
}
