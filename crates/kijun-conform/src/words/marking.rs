//! What words alone show of a demand: its numbers, and how firmly it is said.

use super::Words;

/// How firmly a text says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// `must`, `shall`, しなければならない, するものとする.
    Must,
    /// `must not`, してはならない.
    MustNot,
    /// `should`, することが望ましい, 努める.
    Should,
    /// `should not`.
    ShouldNot,
    /// することができる. The English `may` also says what is possible, and is not told apart.
    May,
}

/// The numbers of a text, sorted.
pub(crate) fn numbers(words: &Words) -> Vec<String> {
    let numeric = |word: &&str| word.chars().any(|c| c.is_ascii_digit());
    let mut numbers: Vec<String> = words.iter().filter(numeric).map(str::to_owned).collect();
    numbers.sort();
    numbers
}

/// How firmly a text says what it says, each time that it does; sorted.
pub(crate) fn strengths(words: &Words) -> Vec<Strength> {
    let all: Vec<String> = words.iter().map(str::to_lowercase).collect();
    let mut found = english(&all);
    found.extend(japanese(&all.concat()));
    found.sort();
    found
}

fn english(words: &[String]) -> Vec<Strength> {
    let negated = |at: usize| words.get(at + 1).is_some_and(|next| next == "not");
    let strength = |(at, word): (usize, &String)| match (word.as_str(), negated(at)) {
        ("must" | "shall", false) => Some(Strength::Must),
        ("must" | "shall", true) => Some(Strength::MustNot),
        ("should", false) => Some(Strength::Should),
        ("should", true) => Some(Strength::ShouldNot),
        _ => None,
    };
    words.iter().enumerate().filter_map(strength).collect()
}

/// Endings, longer ones first: what they hold is not counted again.
const ENDINGS: [(&str, Strength); 13] = [
    ("努めなければならない", Strength::Should),
    ("努めるものとする", Strength::Should),
    ("望ましくない", Strength::ShouldNot),
    ("べきではない", Strength::ShouldNot),
    ("なければならない", Strength::Must),
    ("ねばならない", Strength::Must),
    ("てはならない", Strength::MustNot),
    ("ことができる", Strength::May),
    ("ものとする", Strength::Must),
    ("望ましい", Strength::Should),
    ("べきである", Strength::Should),
    ("努めること", Strength::Should),
    ("努める", Strength::Should),
];

fn japanese(text: &str) -> Vec<Strength> {
    let (mut rest, mut found) = (text.to_owned(), Vec::new());
    for (ending, strength) in ENDINGS {
        found.extend(rest.matches(ending).map(|_| strength));
        rest = rest.replace(ending, "\n");
    }
    found
}
