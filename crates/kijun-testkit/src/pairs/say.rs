//! Conditions as they are spoken: a tree that prints itself as rule text and can be made stronger or smaller.

use std::fmt;

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Say {
    /// Something that is not taken apart.
    Atom(Atom),
    /// `not`
    Not(Box<Say>),
    /// `and`
    And(Box<Say>, Box<Say>),
    /// `or`
    Or(Box<Say>, Box<Say>),
    /// `implies`
    Implies(Box<Say>, Box<Say>),
    /// `if … then … else …`
    If(Box<Say>, Box<Say>, Box<Say>),
    /// `every`, `some`, `no`
    Quantified(&'static str, Range, Box<Say>),
    /// `count(…)` beside a number.
    Count(Range, &'static str, i64),
    /// `min(…)`, `max(…)` of a value beside a rung of a ladder.
    Extreme(&'static str, String, Range, &'static str, &'static [&'static str], usize),
}

/// `x in XS where P`
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The element's name.
    pub binder: String,
    /// Where elements come from.
    pub domain: String,
    /// Which of them.
    pub filter: Option<Box<Say>>,
}

/// A condition without conditions inside.
#[derive(Clone, Debug, PartialEq)]
pub enum Atom {
    /// As it stands.
    Plain(String),
    /// One of several tests of a value, each of which implies the one before it.
    Chain(String, &'static [&'static str], usize),
    /// A value beside a rung of an ascending ladder; the middle stands between the sign and the rung: `since + `.
    Bound(String, &'static str, String, &'static [&'static str], usize),
    /// `in {…}`, or not.
    Set(String, bool, Vec<&'static str>),
}

impl Say {
    /// `not`
    #[must_use]
    pub fn negated(self) -> Say {
        Say::Not(Box::new(self))
    }

    /// `and`
    #[must_use]
    pub fn and(self, other: Say) -> Say {
        Say::And(Box::new(self), Box::new(other))
    }

    /// `or`
    #[must_use]
    pub fn or(self, other: Say) -> Say {
        Say::Or(Box::new(self), Box::new(other))
    }

    /// As it stands.
    #[must_use]
    pub fn plain(text: &str) -> Say {
        Say::Atom(Atom::Plain(text.to_owned()))
    }

    /// The conditions directly inside.
    pub fn parts(&mut self) -> Vec<&mut Say> {
        match self {
            Say::Atom(_) => Vec::new(),
            Say::Not(a) => vec![a],
            Say::And(a, b) | Say::Or(a, b) | Say::Implies(a, b) => vec![a, b],
            Say::If(a, b, c) => vec![a, b, c],
            Say::Quantified(_, range, body) => {
                range.filter.as_deref_mut().into_iter().chain([&mut **body]).collect()
            }
            Say::Count(range, ..) | Say::Extreme(_, _, range, ..) => {
                range.filter.as_deref_mut().into_iter().collect()
            }
        }
    }

    /// The same with one spelling for another in every name.
    #[must_use]
    pub fn renamed(mut self, from: &str, to: &str) -> Say {
        let swap = |text: &mut String| *text = text.replace(from, to);
        match &mut self {
            Say::Atom(Atom::Plain(text) | Atom::Chain(text, ..) | Atom::Set(text, ..)) => swap(text),
            Say::Atom(Atom::Bound(left, _, middle, ..)) => {
                swap(left);
                swap(middle);
            }
            Say::Quantified(_, range, _) | Say::Count(range, ..) | Say::Extreme(_, _, range, ..) => {
                swap(&mut range.domain);
            }
            _ => {}
        }
        for part in self.parts() {
            *part = part.clone().renamed(from, to);
        }
        self
    }
}

impl fmt::Display for Say {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Say::Atom(atom) => write!(f, "({atom})"),
            Say::Not(a) => write!(f, "(not {a})"),
            Say::And(a, b) => write!(f, "({a} and {b})"),
            Say::Or(a, b) => write!(f, "({a} or {b})"),
            Say::Implies(a, b) => write!(f, "({a} implies {b})"),
            Say::If(a, b, c) => write!(f, "(if {a} then {b} else {c})"),
            Say::Quantified(how, range, body) => write!(f, "({how} {range} : {body})"),
            Say::Count(range, op, n) => write!(f, "(count({range}) {op} {n})"),
            Say::Extreme(fold, value, range, op, ladder, at) => {
                write!(f, "({fold}({value} for {range}) {op} {})", ladder[*at])
            }
        }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}", self.binder, self.domain)?;
        self.filter.iter().try_for_each(|filter| write!(f, " where {filter}"))
    }
}

impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Atom::Plain(text) => f.write_str(text),
            Atom::Chain(left, chain, at) => write!(f, "{left} {}", chain[*at]),
            Atom::Bound(left, op, middle, ladder, at) => write!(f, "{left} {op} {middle}{}", ladder[*at]),
            Atom::Set(left, inside, members) => {
                let within = if *inside { "in" } else { "not in" };
                write!(f, "{left} {within} {{{}}}", members.join(", "))
            }
        }
    }
}
