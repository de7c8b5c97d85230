//! The tree as text without places: two texts that print alike mean the same.
//!
//! For tests, and for the formatter's check of itself. One line per item and member, lists in
//! parentheses, the node's name first.

use std::fmt::Write;

use crate::ast::{
    Broken, ClauseRef, Date, Duration, EditionRef, File, Ident, Item, Number, Text, TimeUnit, Titles,
};

mod expr;
mod item;
mod member;

/// Prints a tree.
#[must_use]
pub fn print(file: &File) -> String {
    let mut out = Printer { out: String::new(), depth: 0 };
    for item in &file.items {
        out.item(item);
    }
    out.out
}

struct Printer {
    out: String,
    depth: usize,
}

impl Printer {
    /// A line of its own.
    fn line(&mut self, head: &str, rest: impl AsRef<str>) {
        let (indent, rest) = ("  ".repeat(self.depth), rest.as_ref());
        let space = if rest.is_empty() { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{indent}({head}{space}{rest})");
    }

    /// A line with lines under it.
    fn block(&mut self, head: &str, rest: impl AsRef<str>, inside: impl FnOnce(&mut Printer)) {
        let start = self.out.len();
        self.line(head, rest);
        let line_end = self.out.len();
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        if self.out.len() > line_end {
            // The closing parenthesis moves behind what is inside.
            self.out.replace_range(line_end - 2..line_end, "\n");
            self.out.truncate(self.out.trim_end_matches('\n').len());
            self.out.push_str(")\n");
        }
        debug_assert!(self.out.len() > start, "a block prints at least its head");
    }

    fn broken(&mut self, broken: &Broken) {
        let words = [&broken.keyword, &broken.name].into_iter().flatten();
        self.line("broken", words.cloned().collect::<Vec<_>>().join(" "));
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }
}

/// Pieces with one blank between those that are not empty.
fn join(pieces: impl IntoIterator<Item = String>) -> String {
    pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `(head rest)`
fn node(head: &str, rest: impl IntoIterator<Item = String>) -> String {
    let rest = join(rest);
    let space = if rest.is_empty() { "" } else { " " };
    format!("({head}{space}{rest})")
}

/// `(head rest)`, or nothing where there is no value.
fn optional<T>(head: &str, value: Option<&T>, print: impl Fn(&T) -> String) -> String {
    value.map(|value| node(head, [print(value)])).unwrap_or_default()
}

/// `(head a b)`, or nothing where the list is empty.
fn list<T>(head: &str, values: &[T], print: impl Fn(&T) -> String) -> String {
    if values.is_empty() { String::new() } else { node(head, values.iter().map(print)) }
}

fn ident(ident: &Ident) -> String {
    ident.name.clone()
}

fn number(number: &Number) -> String {
    number.text.clone()
}

fn text(text: &Text) -> String {
    quoted(&text.value)
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn tagged(lang: Option<&Ident>, words: &Text) -> String {
    join([lang.map(ident).unwrap_or_default(), text(words)])
}

fn titles(titles: &Titles) -> String {
    let plain = titles.plain.as_ref().map(text).unwrap_or_default();
    let tagged = titles.tagged.iter().map(|(lang, words)| tagged(Some(lang), words));
    join(std::iter::once(plain).chain(tagged))
}

fn date(date: &Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

fn duration(duration: &Duration) -> String {
    node("duration", duration.parts.iter().map(|(amount, unit)| format!("{amount} {}", time_unit(*unit))))
}

fn time_unit(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Years => "years",
        TimeUnit::Months => "months",
        TimeUnit::Weeks => "weeks",
        TimeUnit::Days => "days",
        TimeUnit::BusinessDays => "business-days",
        TimeUnit::Hours => "hours",
        TimeUnit::Minutes => "minutes",
        TimeUnit::Seconds => "seconds",
    }
}

fn edition_ref(edition: &EditionRef) -> String {
    let at = edition.edition.as_ref().map(|d| format!("@{}", date(d))).unwrap_or_default();
    format!("{}{at}", edition.name.name)
}

fn clause_ref(clause: &ClauseRef) -> String {
    let standard = clause.standard.as_ref().map(|s| format!("{}:", edition_ref(s))).unwrap_or_default();
    let label = clause.label.as_ref().map(|l| format!("#{}", l.name)).unwrap_or_default();
    format!("{standard}{}{label}", clause.number.text)
}
