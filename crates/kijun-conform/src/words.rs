//! The words of a text, apart from how they are set: two texts that differ in blanks, bullets, numbering, punctuation or width only
//! have the same words.

mod fold;
mod marking;
mod tokens;

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

pub use marking::Strength;
pub(crate) use marking::{numbers, strengths};
use tokens::Token;

/// The words of a text, in order. They know where they stand in it.
#[derive(Clone, Debug)]
pub struct Words {
    text: String,
    tokens: Vec<Token>,
}

/// A piece of a text that was reworded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands.
    pub rewording: Rewording,
    /// The text, as it is written there.
    pub text: String,
}

/// In which of two texts a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rewording {
    /// In both; as the newer one writes it.
    Kept,
    /// In the older one only.
    Gone,
    /// In the newer one only.
    Come,
}

impl Words {
    /// The words of a text. A Japanese text has one for each character.
    #[must_use]
    pub fn of(text: &str) -> Words {
        Words { text: text.to_owned(), tokens: tokens::of(text) }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Each word as it is compared.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(|token| &*token.key)
    }

    /// The pieces of two texts beside each other. Where the words are the same there is one piece.
    #[must_use]
    pub fn against(&self, new: &Words) -> Vec<Segment> {
        let [old_keys, new_keys] = [self, new].map(|words| words.iter().collect::<Vec<_>>());
        let mut segments = Vec::new();
        for (kept, gone, come) in runs(&old_keys, &new_keys) {
            if kept {
                new.push(&mut segments, Rewording::Kept, come);
            } else {
                self.push(&mut segments, Rewording::Gone, gone);
                new.push(&mut segments, Rewording::Come, come);
            }
        }
        segments
    }

    fn push(&self, segments: &mut Vec<Segment>, rewording: Rewording, of: Range<usize>) {
        if of.is_empty() {
            return;
        }
        let start = if of.start == 0 { 0 } else { self.tokens[of.start].start };
        let end = self.tokens.get(of.end).map_or(self.text.len(), |next| next.start);
        segments.push(Segment { rewording, text: self.text[start..end].to_owned() });
    }
}

/// Texts of more words than this are compared from both ends only: what lies between is told as one piece.
const MOST_WORDS: usize = 4000;

/// A run of words that is kept or is not, and where it stands in both texts.
type Run = (bool, Range<usize>, Range<usize>);

/// What two texts have in common at both ends, and what lies between.
fn from_both_ends(old: &[&str], new: &[&str]) -> Vec<Run> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let runs = [
        (true, 0..head, 0..head),
        (false, head..old_end, head..new_end),
        (true, old_end..old.len(), new_end..new.len()),
    ];
    runs.into_iter().filter(|(_, gone, come)| !(gone.is_empty() && come.is_empty())).collect()
}

/// Runs of words that are kept or are not, and where they stand in both texts. A single character that happens to be kept between two
/// changes is taken for changed: `望ましい` did not become `しなければならない` around its `し`.
fn runs(old: &[&str], new: &[&str]) -> Vec<Run> {
    if old.len().max(new.len()) > MOST_WORDS {
        return from_both_ends(old, new);
    }
    let ops = capture_diff_slices(Algorithm::Patience, old, new);
    let last = ops.len().saturating_sub(1);
    let mut runs: Vec<Run> = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let (gone, come) = (op.old_range(), op.new_range());
        let lone =
            come.len() == 1 && new[come.start].chars().all(fold::is_east_asian) && at != 0 && at != last;
        let kept = matches!(op, DiffOp::Equal { .. }) && !lone;
        match runs.last_mut() {
            Some((false, old, new)) if !kept => (old.end, new.end) = (gone.end, come.end),
            _ => runs.push((kept, gone, come)),
        }
    }
    runs
}

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Words {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_text_is_set_is_no_part_of_its_words() {
        for (one, other) in [
            ("Passwords have 10 characters.", "Passwords  have\n10 characters"),
            ("Do:\n- this\n- that", "Do:\n  (a) this;\n  (b) that."),
            ("1. first\n2. second", "• first\n• second"),
            ("multi-factor “login”", "multi–factor \"login\""),
            ("パスワードは１０文字以上、とする。", "パスワードは 10 文字以上\nとする"),
            ("（１）甲\n（２）乙", "ア　甲\nイ　乙"),
            ("ﾊﾟｽﾜｰﾄﾞ", "パスワード"),
            ("organisation’s", "organisation's"),
        ] {
            assert_eq!(Words::of(one), Words::of(other), "{one} / {other}");
        }
    }

    #[test]
    fn what_a_text_says_is_part_of_its_words() {
        for (one, other) in [
            ("at least 10", "at least 14"),
            ("1.5 days", "15 days"),
            ("above -5", "above 5"),
            ("x <= 3", "x >= 3"),
            ("第3条", "第4条"),
            ("10 characters", "characters"),
            ("see (a) above", "see (b) above"),
            ("should", "must"),
        ] {
            assert_ne!(Words::of(one), Words::of(other), "{one} / {other}");
        }
    }

    #[test]
    fn very_long_texts_are_told_from_both_ends() {
        let text = |middle: &str| format!("begin {middle} end");
        let many = |word: &str| format!("{word} and {} and {word}", "other ".repeat(MOST_WORDS));
        let [old, new] = [many("old"), many("new")].map(|middle| Words::of(&text(&middle)));
        let told: Vec<_> = old.against(&new).into_iter().map(|segment| segment.rewording).collect();
        assert_eq!(told, [Rewording::Kept, Rewording::Gone, Rewording::Come, Rewording::Kept]);
        assert_eq!(old.against(&old).len(), 1);
    }

    #[test]
    fn only_changed_words_are_marked() {
        let [old, new] = ["Use at least 10 characters.", "Use at least 14 characters!"].map(Words::of);
        let marked: Vec<_> = old.against(&new).into_iter().map(|s| (s.rewording, s.text)).collect();
        let expected = [
            (Rewording::Kept, "Use at least "),
            (Rewording::Gone, "10 "),
            (Rewording::Come, "14 "),
            (Rewording::Kept, "characters!"),
        ];
        assert_eq!(marked, expected.map(|(rewording, text)| (rewording, text.to_owned())));
    }
}
