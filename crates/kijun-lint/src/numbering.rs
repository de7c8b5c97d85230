//! Numbers of provisions, taken apart: `2.2.1.1(a)`, `AC-2(1)`, `第3条の2`.

use std::cmp::Ordering;

use crate::quantity::kanji_number;

/// A piece of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// `12`, `十二`
    Number(u64),
    /// `a` by itself.
    Letter(char),
    /// What stands between.
    Other(String),
}

/// The pieces of a number, without marks at its end. Digits and kanji say the same, and so do small and capital letters.
pub(crate) fn pieces(number: &str) -> Vec<Piece> {
    let number = number.trim_end_matches(['.', '．', '。']);
    let mut pieces = Vec::new();
    let mut rest = number;
    while let Some(first) = rest.chars().next() {
        let class = class(first);
        let end = rest.find(|c: char| self::class(c) != class).unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(end);
        pieces.push(self::piece(piece));
        rest = tail;
    }
    pieces
}

fn piece(piece: &str) -> Piece {
    let number = piece.parse().ok().or_else(|| kanji_number(piece));
    let mut chars = piece.chars();
    match (number, chars.next(), chars.next()) {
        (Some(number), ..) => Piece::Number(number),
        (None, Some(letter), None) if letter.is_ascii_alphabetic() => {
            Piece::Letter(letter.to_ascii_lowercase())
        }
        _ => Piece::Other(piece.to_lowercase()),
    }
}

fn class(c: char) -> u8 {
    match c {
        '0'..='9' => 0,
        'a'..='z' | 'A'..='Z' => 1,
        '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' => 2,
        _ => 3,
    }
}

/// Which of two numbers comes first; `None` where they are not of one sort.
pub(crate) fn order(one: &[Piece], other: &[Piece]) -> Option<Ordering> {
    let n_alike = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let goes_on = |short: &[Piece], long: &str| matches!(&short[n_alike..], [Piece::Other(end)] if long.starts_with(&**end));
    match one.get(n_alike).zip(other.get(n_alike)) {
        Some((Piece::Number(a), Piece::Number(b))) => Some(a.cmp(b)),
        Some((Piece::Letter(a), Piece::Letter(b))) => Some(a.cmp(b)),
        // 第3条の2 stands behind 第3条.
        Some((Piece::Other(a), Piece::Other(_))) if goes_on(other, a) => Some(Ordering::Greater),
        Some((Piece::Other(_), Piece::Other(b))) if goes_on(one, b) => Some(Ordering::Less),
        Some(_) => None,
        None => Some(one.len().cmp(&other.len())),
    }
}

/// How many numbers are left out between two that are alike but for one place, at which both end.
pub(crate) fn n_skipped(one: &[Piece], other: &[Piece]) -> Option<u64> {
    let differ: Vec<_> = one.iter().zip(other).filter(|(a, b)| a != b).collect();
    let &[(a, b)] = differ.as_slice() else { return None };
    let is_last =
        |piece: &Piece, all: &[Piece]| all.iter().rfind(|p| !matches!(p, Piece::Other(_))) == Some(piece);
    if one.len() != other.len() || !is_last(a, one) || !is_last(b, other) {
        return None;
    }
    match (a, b) {
        (Piece::Number(a), Piece::Number(b)) => b.checked_sub(*a)?.checked_sub(1),
        (Piece::Letter(a), Piece::Letter(b)) => u64::from(*b).checked_sub(u64::from(*a))?.checked_sub(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order_of(one: &str, other: &str) -> Option<Ordering> {
        order(&pieces(one), &pieces(other))
    }

    #[test]
    fn numbers_are_compared_piece_by_piece() {
        assert_eq!(order_of("2.9", "2.10"), Some(Ordering::Less));
        assert_eq!(order_of("第九条", "第十条"), Some(Ordering::Less));
        assert_eq!(order_of("第3条の2", "第3条"), Some(Ordering::Greater));
        assert_eq!(order_of("第三条", "第3条"), Some(Ordering::Equal));
        assert_eq!(order_of("2.1(b)", "2.1(a)"), Some(Ordering::Greater));
        assert_eq!(order_of("AC-2", "2.1"), None);
        assert_eq!(order_of("2.01", "2.1."), Some(Ordering::Equal));
    }

    #[test]
    fn what_is_skipped_is_skipped_in_the_last_place() {
        let skipped = |one: &str, other: &str| n_skipped(&pieces(one), &pieces(other));
        assert_eq!(skipped("2.2", "2.4"), Some(1));
        assert_eq!(skipped("2.2", "2.3"), Some(0));
        assert_eq!(skipped("2.1.3", "2.4.3"), None);
        assert_eq!(skipped("2.1(a)", "2.1(c)"), Some(1));
        assert_eq!(skipped("第3条", "第6条"), Some(2));
        assert_eq!(skipped("2.4", "2.2"), None);
        assert_eq!(skipped("6.1.1.1(a)", "6.1.9.1(a)"), None);
    }
}
