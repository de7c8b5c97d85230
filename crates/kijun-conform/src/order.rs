//! The order in which a person looks for clauses: by number, where a number counts as one.
//!
//! A document spread over several files is read in the order of the files' names, which says nothing to its reader.

use kijun_model::{ClauseId, Model};
use kijun_standards::EffectiveSet;

/// Where a clause stands: its document in the order of the effective set, then its number.
pub(crate) fn place(model: &Model, set: &EffectiveSet, clause: ClauseId) -> (usize, Vec<Piece>) {
    let document = set.editions.iter().position(|&e| e == model.clause(clause).edition);
    (document.unwrap_or(usize::MAX), number(model, clause))
}

/// A clause's number, as it is ordered.
pub(crate) fn number(model: &Model, clause: ClauseId) -> Vec<Piece> {
    pieces(&model.clause(clause).number)
}

/// A part of a clause's number. Digits come before anything else, the shorter number first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Piece {
    /// Digits without leading zeros, after how many there are: of any length, and still in the order of numbers.
    Digits(usize, String),
    /// What stands between them.
    Text(String),
}

fn pieces(number: &str) -> Vec<Piece> {
    let chars: Vec<char> = number.chars().collect();
    let runs = chars.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    runs.map(|run| piece(&run.iter().collect::<String>())).collect()
}

fn piece(run: &str) -> Piece {
    match run.starts_with(|c: char| c.is_ascii_digit()) {
        true => {
            let digits = run.trim_start_matches('0');
            Piece::Digits(digits.len(), digits.to_owned())
        }
        false => Piece::Text(run.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_in_the_order_a_reader_expects() {
        let expected =
            ["1", "1.2", "1.2.1.1(a)", "1.2.1.1(b)", "1.10", "2.1", "10.1", "第2条", "第10条", "附則1"];
        let mut sorted = expected;
        sorted.reverse();
        sorted.sort_by_key(|number| pieces(number));
        assert_eq!(sorted, expected);
    }
}
