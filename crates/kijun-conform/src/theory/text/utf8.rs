//! What bytes make a text: UTF-8 as an automaton, so that no search leaves the texts that there can be.

/// Where in a character a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum At {
    /// Between two characters.
    Boundary,
    /// Before the last byte.
    One,
    /// Before the last two bytes.
    Two,
    /// Before the last three bytes.
    Three,
    /// After E0: a shorter spelling is no spelling.
    E0,
    /// After ED: surrogates are no characters.
    Ed,
    /// After F0: a shorter spelling is no spelling.
    F0,
    /// After F4: characters end at 10FFFF.
    F4,
}

impl At {
    /// All of them; a text begins at the first.
    pub(super) const ALL: [At; 8] =
        [At::Boundary, At::One, At::Two, At::Three, At::E0, At::Ed, At::F0, At::F4];
}

/// Where a byte leads; `None`: it cannot stand here.
pub(super) fn step(at: At, byte: u8) -> Option<At> {
    Some(match (at, byte) {
        (At::Boundary, 0..=0x7f) => At::Boundary,
        (At::Boundary, 0xc2..=0xdf) => At::One,
        (At::Boundary, 0xe0) => At::E0,
        (At::Boundary, 0xed) => At::Ed,
        (At::Boundary, 0xe1..=0xef) => At::Two,
        (At::Boundary, 0xf0) => At::F0,
        (At::Boundary, 0xf1..=0xf3) => At::Three,
        (At::Boundary, 0xf4) => At::F4,
        (At::One, 0x80..=0xbf) => At::Boundary,
        (At::Two, 0x80..=0xbf) | (At::E0, 0xa0..=0xbf) | (At::Ed, 0x80..=0x9f) => At::One,
        (At::Three, 0x80..=0xbf) | (At::F0, 0x90..=0xbf) | (At::F4, 0x80..=0x8f) => At::Two,
        _ => return None,
    })
}

/// The last number of a class.
pub(super) const LAST_CLASS: u8 = 11;

/// The number of a byte's class: bytes of one class can stand in the same places and lead to the same.
pub(super) fn class(byte: u8) -> u8 {
    match byte {
        0..=0x7f => 0,
        0x80..=0x8f => 1,
        0x90..=0x9f => 2,
        0xa0..=0xbf => 3,
        0xc2..=0xdf => 4,
        0xe0 => 5,
        0xed => 6,
        0xe1..=0xef => 7,
        0xf0 => 8,
        0xf1..=0xf3 => 9,
        0xf4 => 10,
        0xc0 | 0xc1 | 0xf5..=0xff => LAST_CLASS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_automaton_takes_what_is_utf_8_and_nothing_else() {
        let edges = [
            0, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xe1, 0xed, 0xee, 0xf0, 0xf1,
            0xf4, 0xf5,
        ];
        for len in 0..=4 {
            for n in 0..edges.len().pow(len) {
                let bytes: Vec<u8> = (0..len).map(|i| edges[n / edges.len().pow(i) % edges.len()]).collect();
                let end = bytes.iter().try_fold(At::Boundary, |at, byte| step(at, *byte));
                assert_eq!(end == Some(At::Boundary), std::str::from_utf8(&bytes).is_ok(), "{bytes:?}");
            }
        }
    }

    #[test]
    fn bytes_of_a_class_lead_to_the_same() {
        for (a, b) in (0..=255).flat_map(|a| (0..=255).map(move |b| (a, b))) {
            if class(a) == class(b) {
                assert!(At::ALL.iter().all(|at| step(*at, a) == step(*at, b)), "{a:x} {b:x}");
            }
        }
    }
}
