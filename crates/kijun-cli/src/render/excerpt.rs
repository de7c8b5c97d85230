//! The piece of a text that is shown with a diagnostic. Of a line too long to look at, only what surrounds the place.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::screen::harmless;

/// Characters of a line that are shown whole.
const LONGEST_LINE: usize = 240;
/// Characters before and after the place that are shown of a longer one.
const AROUND: usize = 60;

/// A piece of a text, and where it stood.
#[derive(Debug)]
pub(crate) struct Excerpt {
    name: String,
    text: String,
    /// The bytes of the text that the piece shows.
    shown: std::ops::Range<usize>,
    /// Bytes that stand before them here and not in the text.
    lead: usize,
    /// Lines before the piece.
    first_line: usize,
    /// Where the place itself is: line and column from 1, the column in characters.
    position: (u32, u32),
}

impl Excerpt {
    /// A whole text, if every line at these offsets can be looked at; else the line of the first offset, cut.
    pub(crate) fn of_text(name: &str, text: &str, offsets: &[usize], position: (u32, u32)) -> Excerpt {
        let lines = offsets.iter().map(|&offset| line_at(text, offset));
        if lines.clone().all(|line| text[line].chars().count() <= LONGEST_LINE) {
            let (shown, first_line) = (0..text.len(), 0);
            return Excerpt::new(name, text, shown, first_line, position);
        }
        let offset = offsets.first().copied().unwrap_or(0).min(text.len());
        let line = line_at(text, offset);
        let shown = around(&text[line.clone()], offset - line.start);
        let shown = line.start + shown.start..line.start + shown.end;
        Excerpt::new(name, text, shown, position.0.saturating_sub(1) as usize, position)
    }

    /// One line of a file, cut around an offset in it if it is long.
    pub(crate) fn of_line(name: &str, line: &str, offset: usize, position: (u32, u32)) -> Excerpt {
        let long = line.chars().count() > LONGEST_LINE;
        let shown = if long { around(line, offset) } else { 0..line.len() };
        Excerpt::new(name, line, shown, position.0.saturating_sub(1) as usize, position)
    }

    fn new(
        name: &str,
        text: &str,
        shown: std::ops::Range<usize>,
        first_line: usize,
        position: (u32, u32),
    ) -> Excerpt {
        let lead = if shown.start == 0 || text[..shown.start].ends_with('\n') { "" } else { "…" };
        let tail = if shown.end == text.len() || text[shown.end..].starts_with('\n') { "" } else { "…" };
        let body = harmless(&text[shown.clone()]);
        let text = format!("{lead}{body}{tail}\n");
        Excerpt { name: harmless(name), text, shown, lead: lead.len(), first_line, position }
    }

    /// Where bytes of the text are in the piece; `None` if it does not show them.
    pub(crate) fn place(&self, bytes: std::ops::Range<usize>) -> Option<SourceSpan> {
        if bytes.start < self.shown.start || bytes.start > self.shown.end {
            return None;
        }
        let end = bytes.end.clamp(bytes.start, self.shown.end);
        let start = bytes.start - self.shown.start + self.lead;
        Some((start, (end - bytes.start).max(1)).into())
    }
}

/// The line that holds an offset, without its end.
fn line_at(text: &str, offset: usize) -> std::ops::Range<usize> {
    let offset = offset.min(text.len());
    let start = text.as_bytes()[..offset].iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
    let end = text.as_bytes()[offset..].iter().position(|&b| b == b'\n').map_or(text.len(), |i| offset + i);
    start..end
}

/// The bytes of the characters around an offset.
fn around(line: &str, offset: usize) -> std::ops::Range<usize> {
    let before = line[..offset].char_indices().rev().nth(AROUND - 1).map_or(0, |(i, _)| i);
    let after = line[offset..].char_indices().nth(AROUND).map_or(line.len(), |(i, _)| offset + i);
    before..after
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inner = self.text.as_str().read_span(span, before, after)?;
        // Without lines around it, miette asks for the place itself, to write it above the excerpt.
        let (line, column) = match (before, after) {
            (0, 0) => {
                (self.position.0.saturating_sub(1) as usize, self.position.1.saturating_sub(1) as usize)
            }
            _ => (inner.line() + self.first_line, inner.column()),
        };
        let (name, data, span) = (self.name.clone(), inner.data(), *inner.span());
        Ok(Box::new(MietteSpanContents::new_named(name, data, span, line, column, inner.line_count())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("a\n{}x{}", "あ".repeat(500), "い".repeat(500));
        let at = text.find('x').unwrap();
        let excerpt = Excerpt::of_text("a", &text, &[at], (2, 501));
        assert!(excerpt.text.chars().count() < 200);
        let place = excerpt.place(at..at + 1).unwrap();
        assert_eq!(&excerpt.text[place.offset()..place.offset() + place.len()], "x");
        assert!(excerpt.place(0..1).is_none());
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let excerpt = Excerpt::of_text("a", "one\ntwo", &[4, 0], (2, 1));
        assert_eq!(excerpt.text, "one\ntwo\n");
        assert!(excerpt.place(0..3).is_some());
    }

    #[test]
    fn a_place_at_the_end_of_a_text_is_a_place() {
        let excerpt = Excerpt::of_text("a", "one", &[3], (1, 4));
        assert_eq!(excerpt.place(3..3).map(|p| (p.offset(), p.len())), Some((3, 1)));
    }
}
