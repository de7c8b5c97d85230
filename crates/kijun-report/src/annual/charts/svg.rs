//! Shapes and texts of a picture. Lengths are in units of the picture; a page scales it as a whole.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthChar as _;

use crate::annual::escape::html;

/// How wide every chart is.
pub(super) const WIDTH: f64 = 720.0;

/// The size of text.
pub(super) const SIZE: f64 = 13.0;

pub(super) const INK: &str = "#1a1a1a";
pub(super) const SOFT: &str = "#565656";
pub(super) const LINE: &str = "#8a8a8a";
pub(super) const SHADE: &str = "#f3f4f6";
pub(super) const ACCENT: &str = "#2f4f82";

/// Fills that differ without colour, darkest first: names of patterns, without the picture's number.
pub(super) const FILLS: usize = 5;

/// What a picture is called.
pub(super) struct Labels {
    /// Tells the parts of this picture from those of others on the page.
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) description: String,
}

/// A picture in the making.
pub(super) struct Svg {
    body: String,
    number: usize,
}

impl Svg {
    pub(super) fn new(number: usize) -> Svg {
        Svg { body: String::new(), number }
    }

    /// A rectangle; `more` are further attributes.
    pub(super) fn rect(&mut self, [x, y, width, height]: [f64; 4], fill: &str, more: &str) {
        let (x, y, width, height) = (n(x), n(y), n(width), n(height));
        _ = writeln!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" {more}/>"
        );
    }

    /// A line along a path.
    pub(super) fn path(&mut self, d: &str, more: &str) {
        _ = writeln!(self.body, "<path d=\"{d}\" fill=\"none\" {more}/>");
    }

    /// A text whose baseline begins (or ends, or is centred) at a point.
    pub(super) fn text(&mut self, [x, y]: [f64; 2], anchor: &str, text: &str, more: &str) {
        let (x, y) = (n(x), n(y));
        _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" {more}>{}</text>",
            html(text)
        );
    }

    /// The fill with this number; after the last it begins anew.
    pub(super) fn fill(&self, i: usize) -> String {
        format!("url(#fig-{}-fill-{})", self.number, i % FILLS)
    }

    /// The end of an arrow, as an attribute of a path.
    pub(super) fn arrow(&self) -> String {
        format!("marker-end=\"url(#fig-{}-arrow)\"", self.number)
    }

    /// The whole picture.
    pub(super) fn finish(self, height: f64, labels: &Labels) -> String {
        let number = self.number;
        let (title, description) = (html(&labels.title), html(&labels.description));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" \
             aria-labelledby=\"fig-{number}-title fig-{number}-desc\" font-family=\"inherit\" font-size=\"{}\" fill=\"{INK}\">\n\
             <title id=\"fig-{number}-title\">{title}</title>\n<desc id=\"fig-{number}-desc\">{description}</desc>\n\
             <defs>\n{}</defs>\n{}</svg>",
            n(WIDTH),
            n(height),
            n(SIZE),
            definitions(number),
            self.body
        )
    }
}

/// Patterns and the end of arrows.
fn definitions(number: usize) -> String {
    let pattern = |i: usize, size: u32, inner: &str| {
        format!(
            "<pattern id=\"fig-{number}-fill-{i}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\">{inner}</pattern>\n"
        )
    };
    let ground = |colour: &str| format!("<rect width=\"8\" height=\"8\" fill=\"{colour}\"/>");
    let patterns = [
        pattern(0, 8, &ground(ACCENT)),
        pattern(
            1,
            8,
            &format!(
                "{}<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"{ACCENT}\" stroke-width=\"2.4\"/>",
                ground("#dbe4f3")
            ),
        ),
        pattern(
            2,
            6,
            &format!("{}<circle cx=\"3\" cy=\"3\" r=\"1.5\" fill=\"{ACCENT}\"/>", ground("#eef2f9")),
        ),
        pattern(
            3,
            8,
            &format!("{}<path d=\"M0 4h8M4 0v8\" stroke=\"#6b7fa3\" stroke-width=\"1\"/>", ground("#ffffff")),
        ),
        pattern(4, 8, &ground("#ffffff")),
    ];
    let arrow = format!(
        "<marker id=\"fig-{number}-arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" \
         orient=\"auto-start-reverse\"><path d=\"M0 0L10 5L0 10z\" fill=\"{SOFT}\"/></marker>\n"
    );
    patterns.concat() + &arrow
}

/// A length with at most one decimal.
pub(super) fn n(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// About how wide a text is at a size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let ems = text.chars().map(|c| if c.width() == Some(2) { 1.0 } else { 0.56 });
    ems.sum::<f64>() * size
}

/// As much of a text as fits, with `…` where something is left out.
pub(super) fn fit(text: &str, room: f64, size: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if width(&out, size) + size * 2.0 > room {
            break;
        }
        out.push(c);
    }
    out + "…"
}

/// A text in lines of at most some width, at blanks where there are some; what does not fit into the last line is left out.
pub(super) fn lines(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        if !line.is_empty() && width(&format!("{line}{word}"), size) > room {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(if line.is_empty() { word.trim_start() } else { &word });
    }
    lines.push(line.trim_end().to_owned());
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).concat();
        lines.push(fit(&rest, room, size));
    }
    lines.iter().map(|line| fit(line, room, size)).collect()
}

/// Pieces between which a line may break: words with the blank after them, and each full-width character; never before a mark
/// that closes.
fn words(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut previous = ' ';
    for c in text.chars() {
        let closes = "、。，．）」』】・ー！？".contains(c);
        let wide = |c: char| c.width() == Some(2);
        let breaks =
            previous == ' ' || (wide(c) || wide(previous)) && !closes && !"（「『【".contains(previous);
        match pieces.last_mut() {
            Some(last) if !breaks => last.push(c),
            _ => pieces.push(c.to_string()),
        }
        previous = c;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_breaks_where_its_language_does() {
        assert_eq!(lines("情報セキュリティ対策基準。", 91.0, 13.0, 3), ["情報セキュリテ", "ィ対策基準。"]);
        assert_eq!(lines("one two three", 60.0, 13.0, 3), ["one two", "three"]);
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        assert_eq!(fit("情報セキュリティ", 52.0, 13.0), "情報セ…");
    }
}
