//! A pattern as a finite automaton over the bytes of texts.
//!
//! The states come from `regex-automata`, which reads expressions as `regex` does. They are made only as far as a text can
//! lead, and not beyond the first match: a text that fits keeps fitting, whatever follows.

use std::collections::BTreeMap;

use regex_automata::hybrid::LazyStateID;
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson;
use regex_automata::util::{start, syntax};
use regex_automata::{Anchored, MatchKind};

use super::utf8::{self, At};

/// Bytes that the expression may take while states are made.
const MAX_BYTES: usize = 32 << 20;
/// Ways from state to state that an automaton may have.
const MAX_WAYS: usize = 1 << 22;

/// The state of an automaton.
pub(super) type State = u32;

/// No way leads on: the byte cannot stand here.
const NOWHERE: State = State::MAX;

/// An automaton. It begins in state 0.
#[derive(Debug)]
pub(super) struct Automaton {
    classes: [u8; 256],
    n_classes: usize,
    /// For each state, where the bytes of each class lead.
    ways: Vec<State>,
    ends: Vec<End>,
}

/// What is to be said of a state.
#[derive(Clone, Copy, Debug, Default)]
struct End {
    /// Whether a text may end here, and then whether it fits.
    fits: Option<bool>,
    /// Whether a text that goes on from here can fit, or miss.
    hopes: [bool; 2],
}

impl Automaton {
    /// The automaton of a regular expression; `None` where there is none of bearable size, or it asks for what no automaton
    /// of this sort decides, as the word boundaries of Unicode.
    pub(super) fn new(regex: &str) -> Option<Automaton> {
        let dfa = DFA::builder()
            .configure(
                // All matches, not the preferred one: an empty match inside a character does not count, and must not hide
                // one that does.
                DFA::config()
                    .match_kind(MatchKind::All)
                    .cache_capacity(MAX_BYTES)
                    .minimum_cache_clear_count(Some(0)),
            )
            .syntax(syntax::Config::new())
            .thompson(thompson::Config::new().nfa_size_limit(Some(MAX_BYTES)))
            .build(regex)
            .ok()?;
        let mut making =
            Making { cache: dfa.create_cache(), dfa: &dfa, places: Vec::new(), numbers: BTreeMap::new() };
        making.automaton()
    }

    /// The automaton that every text fits.
    pub(super) fn anything() -> Automaton {
        let classes = std::array::from_fn(|byte| utf8::class(u8::try_from(byte).unwrap_or(u8::MAX)));
        let samples =
            (0..=utf8::LAST_CLASS).filter_map(|class| (0..=u8::MAX).find(|byte| utf8::class(*byte) == class));
        let samples: Vec<u8> = samples.collect();
        let place =
            |at: At| At::ALL.iter().position(|other| *other == at).and_then(|n| State::try_from(n).ok());
        let way = |at: At, byte: u8| utf8::step(at, byte).and_then(place).unwrap_or(NOWHERE);
        let ways = At::ALL.iter().flat_map(|at| samples.iter().map(|byte| way(*at, *byte))).collect();
        let fits = |at: &At| (*at == At::Boundary).then_some(true);
        let ends = At::ALL.iter().map(|at| End { fits: fits(at), hopes: [false, true] }).collect();
        Automaton { classes, n_classes: samples.len(), ways, ends }
    }

    /// The class of a byte.
    pub(super) fn class(&self, byte: u8) -> u8 {
        self.classes[usize::from(byte)]
    }

    /// Where a byte leads.
    pub(super) fn step(&self, state: State, byte: u8) -> Option<State> {
        let way = self.ways[state as usize * self.n_classes + usize::from(self.class(byte))];
        (way != NOWHERE).then_some(way)
    }

    /// Whether a text that ends here fits; `None` in the midst of a character.
    pub(super) fn end(&self, state: State) -> Option<bool> {
        self.ends[state as usize].fits
    }

    /// Whether a text that comes through here can fit, or can miss.
    pub(super) fn can(&self, state: State, fit: bool) -> bool {
        self.ends[state as usize].hopes[usize::from(fit)]
    }

    /// Whether a text fits.
    pub(super) fn fits(&self, text: &str) -> bool {
        let end = text.bytes().try_fold(0, |state, byte| self.step(state, byte));
        end.and_then(|state| self.end(state)) == Some(true)
    }
}

/// Where an automaton in the making stands: in a state of the expression, `None` once it has matched, and in a character.
type Place = (Option<LazyStateID>, At);

struct Making<'a> {
    dfa: &'a DFA,
    cache: Cache,
    places: Vec<Place>,
    numbers: BTreeMap<Place, State>,
}

impl Making<'_> {
    fn automaton(&mut self) -> Option<Automaton> {
        let (classes, samples) = self.classes();
        let config = start::Config::new().anchored(Anchored::No);
        let first = self.dfa.start_state(&mut self.cache, &config).ok()?;
        self.number((Some(first), At::Boundary));
        let (mut ways, mut ends, mut done) = (Vec::new(), Vec::new(), 0);
        while let Some(place) = self.places.get(done).copied() {
            for byte in &samples {
                ways.push(self.way(place, *byte)?);
            }
            ends.push(End { fits: self.fits(place)?, hopes: [false; 2] });
            done += 1;
            if ways.len() > MAX_WAYS {
                return None;
            }
        }
        let mut automaton = Automaton { classes, n_classes: samples.len(), ways, ends };
        automaton.look_back();
        Some(automaton)
    }

    /// Bytes that neither the expression nor UTF-8 tells apart, and one of each.
    fn classes(&self) -> ([u8; 256], Vec<u8>) {
        let mut known: BTreeMap<(u8, u8), u8> = BTreeMap::new();
        let (mut classes, mut samples) = ([0; 256], Vec::new());
        for byte in 0..=u8::MAX {
            let key = (self.dfa.byte_classes().get(byte), utf8::class(byte));
            classes[usize::from(byte)] = *known.entry(key).or_insert_with(|| {
                samples.push(byte);
                u8::try_from(samples.len() - 1).unwrap_or(u8::MAX)
            });
        }
        (classes, samples)
    }

    fn number(&mut self, place: Place) -> State {
        *self.numbers.entry(place).or_insert_with(|| {
            self.places.push(place);
            State::try_from(self.places.len() - 1).unwrap_or(NOWHERE)
        })
    }

    fn way(&mut self, (state, at): Place, byte: u8) -> Option<State> {
        let Some(next_at) = utf8::step(at, byte) else { return Some(NOWHERE) };
        let Some(state) = state else { return Some(self.number((None, next_at))) };
        let next = self.dfa.next_state(&mut self.cache, state, byte).ok()?;
        if next.is_quit() {
            return None;
        }
        // A match is told one byte late: it ended where the text stood before this byte.
        let matched = next.is_match() && at == At::Boundary;
        Some(self.number(((!matched).then_some(next), next_at)))
    }

    /// Whether a text that ends here fits, if it may; `None` if that cannot be told.
    fn fits(&mut self, (state, at): Place) -> Option<Option<bool>> {
        Some(match (state, at) {
            (_, at) if at != At::Boundary => None,
            (None, _) => Some(true),
            (Some(state), _) => Some(self.dfa.next_eoi_state(&mut self.cache, state).ok()?.is_match()),
        })
    }
}

impl Automaton {
    /// Finds from which states a text can still fit, or miss.
    fn look_back(&mut self) {
        let mut before: Vec<Vec<State>> = vec![Vec::new(); self.ends.len()];
        for (from, ways) in (0..).zip(self.ways.chunks(self.n_classes)) {
            for to in ways.iter().filter(|to| **to != NOWHERE) {
                let list = &mut before[*to as usize];
                if list.last() != Some(&from) {
                    list.push(from);
                }
            }
        }
        for fit in [false, true] {
            let ends = (0..).zip(&self.ends).filter(|(_, end)| end.fits == Some(fit));
            let mut open: Vec<State> = ends.map(|(state, _)| state).collect();
            while let Some(state) = open.pop() {
                let hope = &mut self.ends[state as usize].hopes[usize::from(fit)];
                if !std::mem::replace(hope, true) {
                    open.extend(&before[state as usize]);
                }
            }
        }
    }
}
