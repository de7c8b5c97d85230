//! Random pairs of provisions as rule text: one above, a few below, over a vocabulary that has every type.
//!
//! About half are provable, because what stands below is made from what stands above by steps that demand more. A pair is
//! made of a seed, prints itself, and offers smaller pairs, so that a bad one can be made short enough to read.

mod atoms;
mod conditions;
mod evidence;
mod read;
mod say;
mod shrink;
mod stronger;
mod vocabulary;

use crate::Dice;

pub use evidence::{complete, every, some};
pub use read::Asked;
pub use say::{Atom, Range, Say};
pub use vocabulary::{Lab, RICH, SMALL};

/// A condition with a name and one parameter, the subject.
#[derive(Clone, Debug)]
pub struct Define {
    /// Its name.
    pub name: String,
    /// The kind of its parameter.
    pub kind: &'static str,
    /// What it stands for. Fields begin with [`PARAMETER`].
    pub body: Say,
}

/// How the body of a [`Define`] writes its parameter.
pub const PARAMETER: &str = "given_subject.";

/// A clause of one statement.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Whom it binds.
    pub kind: &'static str,
    /// Behind `where`.
    pub filter: Option<Say>,
    /// `must not` instead of `must`.
    pub forbids: bool,
    /// What it demands.
    pub requirement: Say,
    /// Behind `when`.
    pub when: Option<Say>,
}

/// A provision and those below it that put it into effect.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The vocabulary.
    pub lab: &'static Lab,
    /// Definitions that both sides see.
    pub defines: Vec<Define>,
    /// The provision above.
    pub higher: Provision,
    /// The provisions below.
    pub lowers: Vec<Provision>,
}

impl Pair {
    /// The pair of a seed.
    #[must_use]
    pub fn new(lab: &'static Lab, seed: u64) -> Pair {
        let bytes = bytes(seed, 3000);
        conditions::pair(lab, &mut Dice::new(&bytes))
    }

    /// A provision without a condition and two below it, the second made from the first one as that from what stands above.
    #[must_use]
    pub fn chain(lab: &'static Lab, seed: u64) -> Pair {
        let bytes = bytes(seed, 3000);
        conditions::chain(lab, &mut Dice::new(&bytes))
    }

    /// A provision, and below it the same made weaker by a few steps.
    #[must_use]
    pub fn weakened(lab: &'static Lab, seed: u64) -> Pair {
        let bytes = bytes(seed, 3000);
        conditions::weakened(lab, &mut Dice::new(&bytes))
    }

    /// The rules: a vocabulary, a higher document, a lower one.
    #[must_use]
    pub fn text(&self) -> [(&'static str, String); 3] {
        let head = |name: &str, day: &str, more: &str| {
            format!("standard {name} {{\n  tier {name}\n  edition {day}\n{more}  uses lab\n}}\n")
        };
        let mut high = head("high", "2011-04-01", "");
        high.push_str(self.lab.above);
        high.push_str(&self.defines.iter().map(Define::text).collect::<String>());
        high.push_str(&self.higher.text("1", ""));
        let mut low = head("low", "2011-10-01", "  conforms to high@2011-04-01\n");
        low.push_str(self.lab.below);
        for (at, lower) in self.lowers.iter().enumerate() {
            low.push_str(&lower.text(&(at + 1).to_string(), "  implements high:1\n"));
        }
        [("lab.kijun", self.lab.text.to_owned()), ("high.kijun", high), ("low.kijun", low)]
    }

    /// The provisions, as they are read; the vocabulary left out.
    #[must_use]
    pub fn words(&self) -> String {
        let [_, (_, high), (_, low)] = self.text();
        high + &low
    }

    /// Every kind whose subjects the provision above may bind.
    #[must_use]
    pub fn kinds(&self) -> &'static [&'static str] {
        let below = |kind: &&(&'static str, &'static [&'static str])| kind.0 == self.higher.kind;
        self.lab.kinds.iter().find(below).map_or(&[], |kind| kind.1)
    }
}

impl Define {
    fn text(&self) -> String {
        let name = PARAMETER.trim_end_matches('.');
        format!("define {}({name}: {}) = {}\n", self.name, self.kind, self.body)
    }
}

impl Provision {
    fn text(&self, number: &str, link: &str) -> String {
        let filter = self.filter.as_ref().map_or_else(String::new, |f| format!(" where {f}"));
        let when = self.when.as_ref().map_or_else(String::new, |w| format!(" when {w}"));
        let force = if self.forbids { "must not" } else { "must" };
        let (kind, requirement) = (self.kind, &self.requirement);
        format!("clause {number} {{\n{link}  for {kind}{filter}\n  {force} {requirement}{when}\n}}\n")
    }
}

/// Bytes that look random: splitmix64.
#[must_use]
pub fn bytes(seed: u64, n: usize) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    std::iter::repeat_with(|| next().to_le_bytes()).flatten().take(n).collect()
}
