//! The shortest texts that fit some patterns and miss others: a search through their automata side by side.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::automata::{Automaton, State};
use crate::effort::{Effort, Exhausted};

/// Automata, each with whether texts are to fit it. At least one, for each sees to it that texts are texts.
pub(super) type Wanted<'a> = [(&'a Automaton, bool)];

/// The best `n` texts as wanted, best first: short ones before long ones, plain ones before others; fewer where
/// there are no more.
pub(super) fn texts(wanted: &Wanted<'_>, n: usize, effort: &mut Effort) -> Result<Vec<Arc<str>>, Exhausted> {
    // One more is followed, for the empty text is set aside.
    let mut search = Search { wanted, most: n + 1, bytes: bytes(wanted, n + 1), ..Search::default() };
    search.arrive(wanted.iter().map(|_| 0).collect(), Step { from: None, byte: 0 }, 0);
    search.run(n, effort)
}

/// The bytes to try, best first. Among bytes that lead to the same everywhere, as many as texts are asked for.
fn bytes(wanted: &Wanted<'_>, n: usize) -> Vec<u8> {
    let mut tried: FxHashMap<Vec<u8>, usize> = FxHashMap::default();
    let mut fresh = |byte: &u8| {
        let times = tried.entry(wanted.iter().map(|(a, _)| a.class(*byte)).collect()).or_default();
        *times += 1;
        *times <= n
    };
    let mut all: Vec<u8> = (0..=u8::MAX).collect();
    all.sort_by_key(|byte| rank(*byte));
    all.retain(|byte| fresh(byte));
    all
}

/// How gladly a byte is read. Of the letters beyond ASCII those from à to ÿ come first.
fn rank(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => 0,
        b'0'..=b'9' => 1,
        b'A'..=b'Z' => 2,
        b'-' | b'_' | b'.' => 3,
        b'!'..=b'~' => 4,
        b' ' => 5,
        0xc3 | 0xa0..=0xbf => 6,
        0x80.. => 7,
        b'\t' | b'\n' => 8,
        _ => 9,
    }
}

/// What a byte costs. A letter beyond ASCII costs as much as some within, and what cannot be printed as much as some such
/// letters; besides, the many states in the midst of characters are not visited where plain texts will do.
fn cost(byte: u8) -> u32 {
    match byte {
        0xc0.. => 16,
        _ if rank(byte) < 8 => 1,
        _ => 64,
    }
}

#[derive(Default)]
struct Search<'a> {
    wanted: &'a Wanted<'a>,
    /// How many texts are followed from any place. The best of that number never pass a place that as many better ones have
    /// passed: each of those goes on in the same way.
    most: usize,
    bytes: Vec<u8>,
    /// Where texts lead, and how many have been followed from there.
    places: Vec<(Box<[State]>, usize)>,
    numbers: FxHashMap<Box<[State]>, usize>,
    steps: Vec<Step>,
    /// By cost, then in the order of discovery: step and place.
    open: BinaryHeap<Reverse<(u32, usize, usize)>>,
}

/// How a text came about: a byte after the text of an earlier step.
struct Step {
    from: Option<usize>,
    byte: u8,
}

impl Search<'_> {
    fn run(&mut self, n: usize, effort: &mut Effort) -> Result<Vec<Arc<str>>, Exhausted> {
        let (mut found, mut empty) = (Vec::new(), None);
        while let Some(Reverse((cost, step, place))) = self.open.pop() {
            if self.places[place].1 >= self.most {
                continue;
            }
            effort.spend(1)?;
            self.places[place].1 += 1;
            if self.accepts(place) {
                match step {
                    0 => empty = Some(Arc::from("")),
                    _ => found.push(self.text(step)),
                }
            }
            if found.len() == n {
                return Ok(found);
            }
            self.follow(cost, step, place);
        }
        // The empty text is short, but says little.
        found.extend(empty);
        Ok(found)
    }

    fn accepts(&self, place: usize) -> bool {
        self.wanted.iter().zip(&*self.places[place].0).all(|((a, fit), state)| a.end(*state) == Some(*fit))
    }

    fn follow(&mut self, cost: u32, step: usize, place: usize) {
        for i in 0..self.bytes.len() {
            let byte = self.bytes[i];
            let states = &self.places[place].0;
            let next = self.wanted.iter().zip(&**states).map(|((a, fit), state)| {
                let next = a.step(*state, byte)?;
                a.can(next, *fit).then_some(next)
            });
            if let Some(next) = next.collect() {
                self.arrive(next, Step { from: Some(step), byte }, cost + self::cost(byte));
            }
        }
    }

    fn arrive(&mut self, states: Box<[State]>, step: Step, cost: u32) {
        let place = match self.numbers.get(&states) {
            Some(place) => *place,
            None => {
                self.places.push((states.clone(), 0));
                self.numbers.insert(states, self.places.len() - 1);
                self.places.len() - 1
            }
        };
        if self.places[place].1 < self.most {
            self.open.push(Reverse((cost, self.steps.len(), place)));
            self.steps.push(step);
        }
    }

    fn text(&self, step: usize) -> Arc<str> {
        let mut bytes = Vec::new();
        let mut at = &self.steps[step];
        while let Some(from) = at.from {
            bytes.push(at.byte);
            at = &self.steps[from];
        }
        bytes.reverse();
        String::from_utf8_lossy(&bytes).into()
    }
}
