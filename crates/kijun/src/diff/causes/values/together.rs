//! Values of one record that changed together: where what was chosen does not undo the change, what of the same record has to be put
//! back with it; and the days of a record that say something only beside each other.

use std::collections::BTreeSet;

use super::trial::Trial;
use super::{Piece, Values};
use crate::diff::causes::cells::{Leaf, Sort};
use crate::diff::causes::search::least;

impl Values<'_> {
    /// What was chosen, with what belongs to it of the same records.
    pub(super) fn together(&self, chosen: Vec<Piece>) -> Vec<Piece> {
        let beside = self.beside(&chosen);
        if beside.is_empty() {
            return chosen;
        }
        let undone = self.undoing(&chosen, &beside);
        let days = beside.iter().filter(|&&one| chosen.iter().any(|&other| self.are_days(one, other)));
        let found: BTreeSet<Piece> = chosen.iter().chain(&undone).chain(days).copied().collect();
        found.into_iter().collect()
    }

    /// The other differing values of the records whose values were chosen.
    fn beside(&self, chosen: &[Piece]) -> Vec<Piece> {
        let records: Vec<_> = chosen.iter().filter_map(|&piece| self.record(piece)).collect();
        let all = self.whole();
        let beside = all.into_iter().filter(|piece| !chosen.contains(piece));
        beside.filter(|&piece| self.record(piece).is_some_and(|record| records.contains(&record))).collect()
    }

    /// The least of them that has to be put back with what was chosen, that the matter stand as before.
    fn undoing(&self, chosen: &[Piece], beside: &[Piece]) -> Vec<Piece> {
        let before = Trial::of(self).standing(&BTreeSet::new());
        let mut trial = Trial::of(self);
        let all = self.whole();
        let found = least(beside.len(), &mut |back| {
            let is_back = |piece: &Piece| back.iter().any(|&i| beside[i] == *piece);
            let left = all.iter().filter(|piece| !chosen.contains(piece) && !is_back(piece));
            trial.stands(&left.copied().collect(), &before)
        });
        found.into_iter().flatten().map(|i| beside[i]).collect()
    }

    /// Everything that is newer, taken apart as far as it can be.
    fn whole(&self) -> Vec<Piece> {
        self.pieces().into_iter().flat_map(|piece| self.parts(piece)).collect()
    }

    /// Whether two are days of one record that decided together, before and after.
    fn are_days(&self, one: Piece, other: Piece) -> bool {
        let decided = |piece: Piece| {
            let is_day = self.leaf(piece).is_some_and(|leaf| leaf.sort == Sort::Day);
            is_day && (0..2).all(|side| self.decided(piece, side))
        };
        self.record(one) == self.record(other) && decided(one) && decided(other)
    }

    /// Whose record a value is of, and its path there.
    fn record(&self, piece: Piece) -> Option<(Option<usize>, &str)> {
        let whose = if let Piece::Part(i, _) = piece { Some(i) } else { None };
        Some((whose, record_of(self.leaf(piece)?)?))
    }

    pub(super) fn leaf(&self, piece: Piece) -> Option<&Leaf> {
        match piece {
            Piece::Own(i) => self.own.get(i),
            Piece::Part(i, j) => self.others.get(i)?.leaves.get(j),
            Piece::Other(_) | Piece::Coverage(_) => None,
        }
    }
}

/// The path of the record that a value stands in. An element of a list is not a value of a record.
fn record_of(leaf: &Leaf) -> Option<&str> {
    let is_field = leaf.sort != Sort::Taken && !leaf.path.ends_with(']');
    is_field.then(|| leaf.path.rsplit_once('.').map_or("", |(record, _)| record))
}
