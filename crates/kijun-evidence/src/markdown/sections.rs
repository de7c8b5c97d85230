//! The sections of a Markdown text: each heading, and what stands under it.

use std::ops::Range;
use std::sync::Arc;

use kijun_diag::Place;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::raw::{Entry, Node, Raw};

/// A heading of the text itself; one inside a quotation or a list is none.
struct Heading {
    level: u8,
    title: String,
    /// Where it stands in the text, with its underline if it has one.
    range: Range<usize>,
}

/// The sections, in order. `start`: where the text begins.
pub(super) fn of(text: &str, start: Place) -> Vec<Raw> {
    let (headings, comments) = outline(text);
    let mut lines = Lines { text, at: 0, line: start.line, start };
    let mut sections = Vec::new();
    let starts: Vec<Place> = headings.iter().map(|heading| lines.place(heading.range.start)).collect();
    for (i, (heading, place)) in headings.iter().zip(starts).enumerate() {
        let below = headings[i + 1..].iter().take_while(|other| other.level > heading.level);
        let last = i + 1 + below.count();
        let pieces = (i..last).map(|k| {
            let end = headings.get(k + 1).map_or(text.len(), |next| next.range.start);
            prose(text, headings[k].range.end..end, &comments)
        });
        let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
        sections.push(section(heading, pieces.join("\n\n"), place));
    }
    sections
}

fn section(heading: &Heading, text: String, place: Place) -> Raw {
    let entry = |name: &str, node| Entry { name: Arc::from(name), place, value: Raw::new(node, place) };
    let mut entries = vec![
        entry("title", Node::Text(heading.title.as_str().into())),
        entry("level", Node::Number(heading.level.to_string().into())),
    ];
    entries.extend(number(&heading.title).map(|number| entry("number", Node::Text(number.into()))));
    entries.push(entry("text", Node::Text(text.into())));
    Raw::new(Node::Map(entries), place)
}

/// The headings of a text, and the comments in it, which nobody sees.
fn outline(text: &str) -> (Vec<Heading>, Vec<Range<usize>>) {
    let (mut headings, mut comments): (Vec<Heading>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let (mut depth, mut open) = (0_usize, None);
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                open = Some(Heading { level: level as u8, title: String::new(), range });
            }
            Event::End(TagEnd::Heading(_)) => headings.extend(open.take()),
            Event::Start(Tag::BlockQuote(_) | Tag::List(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => depth = depth.saturating_sub(1),
            Event::Text(words) | Event::Code(words) => {
                open.iter_mut().for_each(|heading| heading.title.push_str(&words));
            }
            Event::SoftBreak | Event::HardBreak => {
                open.iter_mut().for_each(|heading| heading.title.push(' '));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                // A comment that spans lines comes line by line.
                let goes_on = comments.last().is_some_and(|last| {
                    last.end == range.start && !text[last.clone()].trim_end().ends_with("-->")
                });
                match comments.last_mut().filter(|_| goes_on) {
                    Some(last) => last.end = range.end,
                    None if html.trim_start().starts_with("<!--") => comments.push(range),
                    None => {}
                }
            }
            _ => {}
        }
    }
    (headings, comments)
}

/// What stands in a part of the text, without comments and without blanks around it.
fn prose(text: &str, part: Range<usize>, comments: &[Range<usize>]) -> String {
    let first = comments.partition_point(|comment| comment.end <= part.start);
    let (mut prose, mut at) = (String::new(), part.start);
    for comment in comments[first..].iter().take_while(|comment| comment.start < part.end) {
        prose.push_str(text.get(at..comment.start).unwrap_or(""));
        at = comment.end;
    }
    prose.push_str(text.get(at..part.end).unwrap_or(""));
    prose.trim().to_owned()
}

/// The number with which a title begins: `5`, `5.2`, `１．`, `第3章`.
fn number(title: &str) -> Option<&str> {
    let title = title.trim_start();
    let (number, rest) = title.split_at(title.find(char::is_whitespace)?);
    let bare = number.trim_end_matches(['.', '．']);
    let digits = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let dotted = |c: char| digits(c) || c == '.' || c == '．';
    let chapter =
        number.strip_prefix('第').and_then(|n| n.strip_suffix(['章', '節', '条', '項', '編', '部']));
    let fits = match chapter {
        Some(inner) => inner.chars().all(|c| digits(c) || "一二三四五六七八九十百".contains(c)),
        None => bare.starts_with(digits) && bare.chars().all(dotted),
    };
    (fits && !rest.trim().is_empty()).then_some(bare)
}

/// Counts lines as places are asked for, forwards.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    start: Place,
}

impl Lines<'_> {
    fn place(&mut self, at: usize) -> Place {
        let passed = self.text.get(self.at..at).unwrap_or("").matches('\n').count();
        self.line = self.line.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
        self.at = at.max(self.at);
        Place { line: self.line, ..self.start }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut sources = kijun_diag::Sources::default();
        let start = Place { file: sources.add_name("a.md"), line: 5, column: 1, width: 0 };
        let value = |raw: &Raw, name: &str| {
            raw.get(name).and_then(|raw| raw.node.written()).unwrap_or("-").to_owned()
        };
        let told = |raw: &Raw| {
            let part = |name| value(raw, name);
            format!(
                "{} {} {} {} {:?}",
                raw.place.line,
                part("level"),
                part("number"),
                part("title"),
                part("text")
            )
        };
        of(text, start).iter().map(told).collect()
    }

    #[test]
    fn headings_of_both_sorts_are_sections_and_code_is_not() {
        let text = "前文\n\n# 1 目的\n\n調達の**目的**。\n\n```\n# comment\n```\n\n要件 `a`\n=======\n\n### 2.1 クラウド\n内容\n\n> # 引用\n\n    # 字下げ\n\n# 第3章 その他 #\n";
        assert_eq!(
            told(text),
            [
                "7 1 1 1 目的 \"調達の**目的**。\\n\\n```\\n# comment\\n```\"",
                "15 1 - 要件 a \"内容\\n\\n> # 引用\\n\\n    # 字下げ\"",
                "18 3 2.1 2.1 クラウド \"内容\\n\\n> # 引用\\n\\n    # 字下げ\"",
                "25 1 第3章 第3章 その他 \"\"",
            ]
        );
    }

    #[test]
    fn a_section_holds_what_its_parts_say_and_comments_say_nothing() {
        let text =
            "A\n=\n\nB\n-\n\nb\n\n## C\n<!-- 記入\nする -->\n\nc <!-- x --> d\n\n# D\n<!-- 未記入 -->\n";
        assert_eq!(
            told(text),
            ["5 1 - A \"b\\n\\nc  d\"", "8 2 - B \"b\"", "13 2 - C \"c  d\"", "19 1 - D \"\""]
        );
    }

    #[test]
    fn numbers_stand_before_a_title() {
        for (title, expected) in [
            ("5.2 クラウド", Some("5.2")),
            ("１．目的", None),
            ("１． 目的", Some("１")),
            ("第三条 目的", Some("第三条")),
            ("2011年度", None),
            ("5", None),
        ] {
            assert_eq!(number(title), expected, "{title}");
        }
    }
}
