//! Names, texts, numbers, references, dates and durations.

use unicode_normalization::UnicodeNormalization;

use crate::ast::{ClauseRef, Date, Duration, EditionRef, Ident, Number, Text, TimeUnit, Titles};
use crate::from_pairs::Cx;
use crate::grammar::{Pair, Rule, first, inside};
use crate::keywords;
use crate::problem;

impl<'i> Cx<'i> {
    /// A name, in NFKC and without backquotes.
    pub(super) fn name(&mut self, pair: &Pair<'i>) -> Ident {
        let span = self.span(pair);
        let written = pair.as_str();
        let bare = written.strip_prefix('`').and_then(|w| w.strip_suffix('`')).unwrap_or(written);
        let name: String = bare.nfkc().collect();
        if bare.len() != written.len() && !is_name(&name) {
            self.report(problem::bad_name(span, bare));
        }
        Ident { name, span }
    }

    /// The first name directly inside. The grammar promises one where this is asked.
    pub(super) fn name_in(&mut self, pair: &Pair<'i>) -> Ident {
        self.optional_name_in(pair).unwrap_or_else(|| Ident { name: String::new(), span: self.span(pair) })
    }

    pub(super) fn optional_name_in(&mut self, pair: &Pair<'i>) -> Option<Ident> {
        first(pair, Rule::name).map(|p| self.name(&p))
    }

    /// Every name directly inside.
    pub(super) fn names_in(&mut self, pair: &Pair<'i>) -> Vec<Ident> {
        inside(pair).filter(|p| p.as_rule() == Rule::name).map(|p| self.name(&p)).collect()
    }

    /// The names of a list `a, b` directly inside, if there is one.
    pub(super) fn name_list_in(&mut self, pair: &Pair<'i>) -> Vec<Ident> {
        first(pair, Rule::names).map(|list| self.names_in(&list)).unwrap_or_default()
    }

    /// `[LANG] "…"`
    pub(super) fn tagged_text_in(&mut self, pair: &Pair<'i>) -> (Option<Ident>, Text) {
        let lang = first(pair, Rule::lang).map(|p| self.name(&p));
        (lang, self.text_in(pair))
    }

    /// The first text directly inside. The grammar promises one where this is asked.
    pub(super) fn text_in(&mut self, pair: &Pair<'i>) -> Text {
        let text = inside(pair).find(|p| is_text(p.as_rule()));
        match text {
            Some(p) => self.text(&p),
            None => Text { value: String::new(), span: self.span(pair) },
        }
    }

    /// Every text directly inside.
    pub(super) fn texts_in(&mut self, pair: &Pair<'i>) -> Vec<Text> {
        inside(pair).filter(|p| is_text(p.as_rule())).map(|p| self.text(&p)).collect()
    }

    /// A text in any of its quotes.
    pub(super) fn text(&mut self, pair: &Pair<'i>) -> Text {
        let span = self.span(pair);
        let written = pair.as_str();
        let start = pair.as_span().start();
        let value = match pair.as_rule() {
            Rule::block_text => {
                let body = written.get(3..written.len() - 3).unwrap_or("");
                self.unescape(&dedent(body), start + 3)
            }
            Rule::wrong_quotes => {
                self.wrong_spelling(pair);
                let mut inner = written.chars();
                inner.next();
                inner.next_back();
                inner.as_str().to_owned()
            }
            _ => self.unescape(written.get(1..written.len() - 1).unwrap_or(""), start + 1),
        };
        Text { value, span }
    }

    /// Resolves escapes; `start` is where the text begins, for what is wrong in it.
    pub(super) fn unescape(&mut self, text: &str, start: usize) -> String {
        let mut value = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('\\') {
            value.push_str(&rest[..at]);
            let (resolved, length) = escape(&rest[at..]);
            match resolved {
                Some(c) => value.push(c),
                None => {
                    let offset = start + (text.len() - rest.len()) + at;
                    let span = self.span_at(offset, offset + length);
                    self.report(problem::bad_escape(span, &rest[at..at + length]));
                }
            }
            rest = &rest[at + length..];
        }
        value.push_str(rest);
        value
    }

    /// The titles directly inside.
    pub(super) fn titles_in(&mut self, pair: &Pair<'i>) -> Titles {
        first(pair, Rule::titles).map(|p| self.titles(&p)).unwrap_or_default()
    }

    /// `"…" en "…"`: the texts and tagged texts directly inside.
    pub(super) fn titles(&mut self, pair: &Pair<'i>) -> Titles {
        let mut titles = Titles::default();
        for piece in inside(pair) {
            self.add_title(&mut titles, &piece);
        }
        titles
    }

    /// Adds a text or a tagged text; anything else is somebody else's.
    pub(super) fn add_title(&mut self, titles: &mut Titles, piece: &Pair<'i>) {
        match piece.as_rule() {
            Rule::tagged => {
                if let (Some(lang), text) = self.tagged_text_in(piece) {
                    titles.tagged.push((lang, text));
                }
            }
            rule if is_text(rule) => {
                let text = self.text(piece);
                match &titles.plain {
                    None => titles.plain = Some(text),
                    Some(before) => {
                        let before = before.span;
                        self.report(problem::duplicate_member(text.span, "title", before));
                    }
                }
            }
            _ => {}
        }
    }

    /// A clause number, in NFKC.
    pub(super) fn number(&mut self, pair: &Pair<'i>) -> Number {
        Number { text: pair.as_str().nfkc().collect(), span: self.span(pair) }
    }

    /// The first number directly inside. The grammar promises one where this is asked.
    pub(super) fn number_in(&mut self, pair: &Pair<'i>) -> Number {
        match first(pair, Rule::number) {
            Some(p) => self.number(&p),
            None => Number { text: String::new(), span: self.span(pair) },
        }
    }

    pub(super) fn edition_ref_in(&mut self, pair: &Pair<'i>) -> EditionRef {
        let inner = first(pair, Rule::edition_ref).unwrap_or_else(|| pair.clone());
        self.edition_ref(&inner)
    }

    fn edition_ref(&mut self, pair: &Pair<'i>) -> EditionRef {
        EditionRef {
            name: self.name_in(pair),
            edition: first(pair, Rule::date).map(|p| self.date(&p)),
            span: self.span(pair),
        }
    }

    pub(super) fn edition_refs_in(&mut self, pair: &Pair<'i>) -> Vec<EditionRef> {
        let Some(list) = first(pair, Rule::edition_refs) else { return Vec::new() };
        inside(&list).map(|p| self.edition_ref(&p)).collect()
    }

    pub(super) fn clause_ref(&mut self, pair: &Pair<'i>) -> ClauseRef {
        ClauseRef {
            standard: first(pair, Rule::edition_ref).map(|p| self.edition_ref(&p)),
            number: self.number_in(pair),
            label: first(pair, Rule::label_name).map(|p| self.name(&p)),
            span: self.span(pair),
        }
    }

    pub(super) fn clause_refs_in(&mut self, pair: &Pair<'i>) -> Vec<ClauseRef> {
        let Some(list) = first(pair, Rule::clause_refs) else { return Vec::new() };
        inside(&list).map(|p| self.clause_ref(&p)).collect()
    }

    /// A date; one that is not in the calendar is reported and read as the nearest that is.
    pub(super) fn date(&mut self, pair: &Pair<'i>) -> Date {
        let span = self.span(pair);
        let written = pair.as_str();
        let mut parts = written.split('-').map(|part| part.parse::<i16>().unwrap_or(0));
        let mut next = || parts.next().unwrap_or(0);
        let (year, month, day) = (next(), next(), next());
        if written.len() != "2011-04-21".len() || !is_civil(year, month, day) {
            self.report(problem::bad_date(span, written));
        }
        let small = |n: i16, most: i16| i8::try_from(n.clamp(1, most)).unwrap_or(1);
        Date { year: year.max(1), month: small(month, 12), day: small(day, 28.max(day.min(31))), span }
    }

    /// The first date directly inside. The grammar promises one where this is asked.
    pub(super) fn date_in(&mut self, pair: &Pair<'i>) -> Date {
        match first(pair, Rule::date) {
            Some(p) => self.date(&p),
            None => Date { year: 1, month: 1, day: 1, span: self.span(pair) },
        }
    }

    /// `2011-04-21T09:00[:00]`
    pub(super) fn datetime(&mut self, pair: &Pair<'i>) -> String {
        let written = pair.as_str();
        if !is_datetime(written) {
            self.report(problem::bad_date(self.span(pair), written));
        }
        written.to_owned()
    }

    /// `1 year 6 months`
    pub(super) fn duration(&mut self, pair: &Pair<'i>) -> Duration {
        let mut parts = Vec::new();
        for part in inside(pair) {
            let amount = first(&part, Rule::digits).map_or_else(String::new, |p| p.as_str().replace('_', ""));
            let unit = first(&part, Rule::time_unit).map_or(TimeUnit::Days, |p| time_unit(p.as_str()));
            let amount = amount.parse().unwrap_or_else(|_| {
                let span = self.span(&part);
                self.report(problem::too_large(span, &amount));
                u32::MAX
            });
            parts.push((amount, unit));
        }
        Duration { parts, span: self.span(pair) }
    }

    /// The first duration directly inside, if there is one.
    pub(super) fn duration_in(&mut self, pair: &Pair<'i>) -> Option<Duration> {
        first(pair, Rule::duration).map(|p| self.duration(&p))
    }

    /// Reports a wrong spelling that the grammar knows.
    pub(crate) fn wrong_spelling(&mut self, pair: &Pair<'i>) {
        let found = match pair.as_rule() {
            Rule::wrong_paren => "（ ）",
            _ => pair.as_str(),
        };
        self.report(problem::other_spelling(self.span(pair), found, keywords::instead(pair)));
    }
}

pub(super) fn is_text(rule: Rule) -> bool {
    matches!(rule, Rule::string | Rule::block_text | Rule::wrong_quotes)
}

fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue)
}

/// What the escape at the start of `text` stands for, and how many bytes it takes.
fn escape(text: &str) -> (Option<char>, usize) {
    let Some(c) = text[1..].chars().next() else { return (None, 1) };
    let plain = match c {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '"' | '\\' | '\'' => c,
        'u' => return unicode_escape(text),
        _ => return (None, 1 + c.len_utf8()),
    };
    (Some(plain), 2)
}

/// `\u{3042}`
fn unicode_escape(text: &str) -> (Option<char>, usize) {
    let Some(end) = text.strip_prefix("\\u{").and_then(|rest| rest.find('}')) else { return (None, 2) };
    let (digits, length) = (&text[3..3 + end], end + 4);
    let code = (1..=6).contains(&digits.len()).then(|| u32::from_str_radix(digits, 16).ok()).flatten();
    (code.and_then(char::from_u32), length)
}

/// Removes the line break behind the opening quotes, the indentation that all lines share, and the
/// blank line before the closing quotes.
fn dedent(body: &str) -> String {
    let body = body.replace("\r\n", "\n");
    let Some((head, rest)) = body.split_once('\n') else { return body };
    let lines: Vec<&str> = rest.split('\n').collect();
    let filled = lines.iter().filter(|line| !line.trim_matches(super::is_blank).is_empty());
    let margin = filled.map(|line| line.len() - line.trim_start_matches([' ', '\t', '\u{3000}']).len()).min();
    let margin = margin.unwrap_or(0);
    let mut out: Vec<&str> = Vec::with_capacity(lines.len() + 1);
    if !head.trim_matches(super::is_blank).is_empty() {
        out.push(head);
    }
    for (i, line) in lines.iter().enumerate() {
        let blank = line.trim_matches(super::is_blank).is_empty();
        if blank && i + 1 == lines.len() {
            break;
        }
        out.push(if blank { "" } else { line.get(margin..).unwrap_or(line) });
    }
    out.join("\n")
}

fn is_civil(year: i16, month: i16, day: i16) -> bool {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i16::from(leap),
        1..=12 => 31,
        _ => 0,
    };
    year >= 1 && (1..=length).contains(&day)
}

fn is_datetime(written: &str) -> bool {
    let Some((date, time)) = written.split_once('T') else { return false };
    let date: Vec<&str> = date.split('-').collect();
    let time: Vec<&str> = time.split(':').collect();
    let n = |part: &&str| part.parse::<i16>().unwrap_or(-1);
    let shaped = date.iter().skip(1).chain(&time).all(|part| part.len() == 2);
    let in_day = time.iter().zip([23, 59, 59]).all(|(part, most)| (0..=most).contains(&n(part)));
    matches!(&date[..], [y, m, d] if is_civil(n(y), n(m), n(d))) && shaped && in_day
}

fn time_unit(word: &str) -> TimeUnit {
    match word.trim_end_matches('s') {
        "year" => TimeUnit::Years,
        "month" => TimeUnit::Months,
        "week" => TimeUnit::Weeks,
        "day" => TimeUnit::Days,
        "hour" => TimeUnit::Hours,
        "minute" => TimeUnit::Minutes,
        "second" => TimeUnit::Seconds,
        _ => TimeUnit::BusinessDays,
    }
}
