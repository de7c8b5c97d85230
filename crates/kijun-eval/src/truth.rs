//! Truth in three values, with the reason for a doubt carried beside it.

/// Why something is undecided. Of several reasons the graver is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// Evidence is missing.
    Missing,
    /// Evidence has the wrong type.
    Malformed,
}

/// A truth value of strong Kleene logic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It does not hold.
    False,
    /// It cannot be told.
    Unknown(Doubt),
    /// It holds.
    True,
}

impl Truth {
    /// The truth of a known condition.
    #[must_use]
    pub fn known(holds: bool) -> Truth {
        if holds { Truth::True } else { Truth::False }
    }

    /// False if one is false, else unknown if one is unknown.
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::Unknown(a), Truth::Unknown(b)) => Truth::Unknown(a.max(b)),
            (Truth::Unknown(d), Truth::True) | (Truth::True, Truth::Unknown(d)) => Truth::Unknown(d),
            (Truth::True, Truth::True) => Truth::True,
        }
    }

    /// True if one is true, else unknown if one is unknown.
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        self.not().and(other.not()).not()
    }

    /// A doubt stays a doubt.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "read beside `and` and `or`")]
    pub fn not(self) -> Truth {
        match self {
            Truth::False => Truth::True,
            Truth::Unknown(doubt) => Truth::Unknown(doubt),
            Truth::True => Truth::False,
        }
    }

    /// The doubt, if it is one.
    #[must_use]
    pub fn doubt(self) -> Option<Doubt> {
        match self {
            Truth::Unknown(doubt) => Some(doubt),
            Truth::False | Truth::True => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Truth; 4] =
        [Truth::False, Truth::Unknown(Doubt::Missing), Truth::Unknown(Doubt::Malformed), Truth::True];

    #[test]
    fn the_laws_of_kleene_hold() {
        for a in ALL {
            assert_eq!(a.not().not(), a);
            assert_eq!((a.and(a), a.or(a)), (a, a));
            for b in ALL {
                assert_eq!(a.and(b), b.and(a));
                assert_eq!(a.or(b), b.or(a));
                assert_eq!(a.and(b).not(), a.not().or(b.not()));
                for c in ALL {
                    assert_eq!(a.and(b).and(c), a.and(b.and(c)));
                    assert_eq!(a.or(b).or(c), a.or(b.or(c)));
                }
            }
        }
    }

    #[test]
    fn only_the_doubt_that_matters_remains() {
        let (missing, malformed) = (Truth::Unknown(Doubt::Missing), Truth::Unknown(Doubt::Malformed));
        assert_eq!(missing.and(malformed), malformed);
        assert_eq!(malformed.and(Truth::False), Truth::False);
        assert_eq!(malformed.or(Truth::True), Truth::True);
    }
}
