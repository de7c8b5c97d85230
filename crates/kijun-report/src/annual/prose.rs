//! A body's own words: Markdown files, some of them in several languages.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use unicode_width::UnicodeWidthChar as _;

use super::escape;
use super::page::Page;

/// Markdown files by name, such as `summary.md` and `summary.en.md`.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The files.
    pub files: BTreeMap<String, String>,
    /// The folder in which they are, as it is shown; where there is none, as it would have to be named.
    pub folder: String,
    /// Prose that several years share; it stands beside the templates.
    pub shared: BTreeMap<String, String>,
    /// The folder of that.
    pub shared_folder: String,
}

impl Prose {
    /// The file with a text in a language. Where some file of the folder is marked as of this language, only such files are
    /// taken, since the others are of another one.
    ///
    /// # Errors
    ///
    /// The name of the file that would have to be written.
    pub(super) fn file(&self, name: &str, lang: &str) -> Result<(String, &str), String> {
        let own = found(&self.files, &self.folder, name, lang);
        let shared = || found(&self.shared, &self.shared_folder, name, lang);
        // What is missing in both is to be written in the project.
        own.or_else(|missing| shared().map_err(|_| missing))
    }

    /// The text of a file as it is shown in messages.
    pub(super) fn shown(&self, name: &str) -> Option<&str> {
        let inside = |files: &'_ BTreeMap<String, String>, folder: &str| {
            let file = name.strip_prefix(folder)?.strip_prefix('/')?;
            files.get_key_value(file).map(|(file, _)| file.clone())
        };
        let own = inside(&self.files, &self.folder).and_then(|file| self.files.get(&file));
        let shared = || inside(&self.shared, &self.shared_folder).and_then(|file| self.shared.get(&file));
        own.or_else(shared).map(String::as_str)
    }
}

fn found<'a>(
    files: &'a BTreeMap<String, String>,
    folder: &str,
    name: &str,
    lang: &str,
) -> Result<(String, &'a str), String> {
    let ending = format!(".{lang}.md");
    let marked = files.keys().any(|file| file.ends_with(&ending));
    let file = if marked { format!("{name}{ending}") } else { format!("{name}.md") };
    let shown = format!("{folder}/{file}");
    match files.get(&file) {
        Some(text) if !text.trim().is_empty() => Ok((shown, text)),
        _ => Err(shown),
    }
}

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Markdown as HTML. Headings go below the one before; raw HTML is text; pictures are their descriptions; links lead to pages and
/// into the report alone.
pub(super) fn html(text: &str, page: &Page) -> String {
    let base = page.depth();
    let mut levels = Levels { base, last: base };
    let events = Parser::new_ext(text, OPTIONS).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Heading { level, .. }) => {
            let level = levels.next(level);
            Some(Event::Start(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }))
        }
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(levels.html()))),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_harmless(&dest_url) { dest_url } else { CowStr::from("#") };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        event => Some(event),
    });
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, unbroken(events.collect()).into_iter());
    out.replace("<th>", "<th scope=\"col\">").replace("<th style", "<th scope=\"col\" style")
}

/// Without the line breaks between full-width characters: no blank stands there.
fn unbroken(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let is_wide = |c: Option<char>| c.is_some_and(|c| c.width() == Some(2));
    let within = |i: usize| match (i.checked_sub(1).and_then(|before| events.get(before)), events.get(i + 1))
    {
        (Some(Event::Text(before)), Some(Event::Text(after))) => {
            is_wide(before.chars().last()) && is_wide(after.chars().next())
        }
        _ => false,
    };
    let drop: Vec<bool> =
        events.iter().enumerate().map(|(i, event)| *event == Event::SoftBreak && within(i)).collect();
    events.into_iter().zip(drop).filter(|(_, drop)| !drop).map(|(event, _)| event).collect()
}

/// The levels of the headings in a text, put below the heading before it and without gaps.
struct Levels {
    base: usize,
    last: usize,
}

impl Levels {
    fn next(&mut self, level: HeadingLevel) -> HeadingLevel {
        self.last = (self.base + level as usize).min(self.last + 1).min(5);
        self.html()
    }

    /// A chapter, level 1, is `h2` in HTML.
    fn html(&self) -> HeadingLevel {
        HeadingLevel::try_from(self.last + 1).unwrap_or(HeadingLevel::H6)
    }
}

fn is_harmless(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:", "#"].iter().any(|start| lower.starts_with(start))
}

/// Markdown within the report's Markdown: headings below the one before, raw HTML as text, pictures and links as in [`html`].
pub(super) fn markdown(text: &str, page: &Page) -> String {
    let base = page.depth();
    let mut levels = Levels { base, last: base };
    let parser = Parser::new_ext(text, OPTIONS);
    // A definition that one text does not use would still serve another one of the report.
    let definitions = parser.reference_definitions().iter().filter(|(_, of)| !is_harmless(&of.dest));
    let mut changes: Vec<(Range<usize>, String)> =
        definitions.map(|(_, of)| (of.span.clone(), String::new())).collect();
    let mut plain: Option<(Range<usize>, String)> = None;
    for (event, range) in parser.into_offset_iter() {
        if let Some((whole, words)) = &mut plain {
            match event {
                Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    words.push_str(&escape::markdown(&text));
                }
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                Event::End(TagEnd::Link | TagEnd::Image) if range == *whole => changes.extend(plain.take()),
                _ => {}
            }
            continue;
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                levels.next(level);
                changes.extend(marks(text, range, levels.last + 1));
            }
            Event::Html(raw) | Event::InlineHtml(raw) => changes.push((range, raw.replace('<', "\\<"))),
            Event::Start(Tag::Image { .. }) => plain = Some((range, String::new())),
            Event::Start(Tag::Link { dest_url, .. }) if !is_harmless(&dest_url) => {
                plain = Some((range, String::new()));
            }
            _ => {}
        }
    }
    changed(text, changes)
}

/// What a heading is marked by, before it and after it, at another level.
fn marks(text: &str, range: Range<usize>, level: usize) -> [(Range<usize>, String); 2] {
    let written = text.get(range.clone()).unwrap_or("");
    let line = written.lines().next().unwrap_or("");
    let title = line.trim_start_matches('#').trim_start();
    let start = range.start + line.len() - title.len();
    let end = start + title.trim_end().len();
    [(range.start..start, format!("{} ", "#".repeat(level))), (end..range.end, "\n".to_owned())]
}

/// A text with parts replaced; of two that overlap, the first.
fn changed(text: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, by) in changes.into_iter().filter(|(range, _)| range.start <= range.end) {
        if range.start < done {
            continue;
        }
        out.push_str(text.get(done..range.start).unwrap_or(""));
        out.push_str(&by);
        done = range.end;
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        let page = Page::default();
        page.descend(1);
        page
    }

    #[test]
    fn raw_html_is_text_and_headings_go_below_without_gaps() {
        let written =
            html("### a\n\n<script>x</script>\n\n<b>b</b> ![c](https://x/y.png) [d](javascript:x)", &page());
        assert!(!written.contains("<script>") && !written.contains("<b>") && !written.contains("<img"));
        assert!(written.contains("<h3>a</h3>") && written.contains("&lt;script&gt;"));
        assert!(!written.contains("javascript"));
    }

    #[test]
    fn a_line_break_between_full_width_characters_is_no_blank() {
        assert_eq!(html("一行目、\n二行目\nthree\nfour", &page()), "<p>一行目、二行目\nthree\nfour</p>\n");
    }

    #[test]
    fn markdown_keeps_its_text_and_moves_its_headings() {
        assert_eq!(markdown("# a\n\ntext <i>b</i>\n", &page()), "### a\n\ntext \\<i>b\\</i>\n");
    }

    #[test]
    fn markdown_leads_nowhere_that_html_does_not_lead() {
        let written = |text: &str| markdown(text, &page());
        assert_eq!(written("a [b](javascript:x) ![c](https://x/y.png)."), "a b c.");
        assert_eq!(written("[b](https://x/y) <data:x>"), "[b](https://x/y) data:x");
        assert_eq!(written("# [b](VBScript:x) <i>\n"), "### b \\<i>\n");
        assert!(!written("[b][c]\n\n[c]: javascript:x\n").contains("javascript"));
    }

    #[test]
    fn a_language_with_files_of_its_own_takes_no_other() {
        let file = |name: &str| (name.to_owned(), "x".to_owned());
        let prose = Prose {
            files: [file("a.md"), file("a.en.md"), file("b.md")].into(),
            folder: "p".to_owned(),
            ..Prose::default()
        };
        assert_eq!(prose.file("a", "en"), Ok(("p/a.en.md".to_owned(), "x")));
        assert_eq!(prose.file("b", "en"), Err("p/b.en.md".to_owned()));
        assert_eq!(prose.file("b", "ja"), Ok(("p/b.md".to_owned(), "x")));
    }
}
