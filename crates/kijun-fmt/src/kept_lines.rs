//! Lines that stay as they are made up, because a comment at their end speaks of them: `# kijun: allow(…)`.

use std::collections::BTreeSet;

use kijun_syntax::concrete::Token;

/// Where tokens stood, and which lines are spoken of.
pub(crate) struct KeptLines {
    /// The lines on which each token began and ended.
    tokens: Vec<(usize, usize)>,
    lines: BTreeSet<usize>,
}

impl KeptLines {
    pub(crate) fn of(text: &str, tokens: &[&Token<'_>]) -> KeptLines {
        let (mut at, mut line) = (0, 0);
        let mut places = Vec::with_capacity(tokens.len());
        let mut lines = BTreeSet::new();
        for token in tokens {
            line += breaks(&text[at..token.start]);
            let end = line + breaks(token.text);
            places.push((line, end));
            (at, line) = (token.start + token.text.len(), end);
            if token.behind.is_some_and(speaks) {
                lines.insert(end);
            }
            // A comment on a line of its own may speak of the next line only.
            if token.before.last().is_some_and(|comment| speaks(comment.text)) && !begins(token.text) {
                lines.insert(places[places.len() - 1].0);
            }
        }
        KeptLines { tokens: places, lines }
    }

    /// Whether this token stays on the line of the one before it, if one of the two lines is spoken of.
    pub(crate) fn joins(&self, token: usize) -> Option<bool> {
        let (_, before) = *self.tokens.get(token.checked_sub(1)?)?;
        let (line, _) = *self.tokens.get(token)?;
        (self.lines.contains(&before) || self.lines.contains(&line)).then_some(before == line)
    }
}

fn breaks(text: &str) -> usize {
    text.matches('\n').count()
}

fn speaks(comment: &str) -> bool {
    comment.trim_start_matches(['#', ' ', '\t', '\u{3000}']).starts_with("kijun:")
}

/// Whether a word begins something that a comment above it speaks of as a whole.
fn begins(word: &str) -> bool {
    matches!(
        word.split_whitespace().next().unwrap_or(""),
        "clause"
            | "section"
            | "must"
            | "should"
            | "may"
            | "shall"
            | "kind"
            | "record"
            | "enum"
            | "vocabulary"
            | "standard"
            | "define"
            | "parameter"
            | "measure"
            | "exception"
            | "role"
            | "term"
            | "test"
    )
}
