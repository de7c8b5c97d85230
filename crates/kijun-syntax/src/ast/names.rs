//! Names, texts, dates and references.

use kijun_diag::Span;

/// A name in NFKC, so that full-width and half-width spellings are one name.
#[derive(Clone, Debug)]
pub struct Ident {
    /// The normalized name.
    pub name: String,
    /// Where it was written (with its backquotes, if any).
    pub span: Span,
}

/// A string with its escapes resolved, or a block with its common indentation removed.
#[derive(Clone, Debug)]
pub struct Text {
    /// The value.
    pub value: String,
    /// With its quotes.
    pub span: Span,
}

/// `"…" en "…"`: a text in the document's own language, then in others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Titles {
    /// Without a language tag.
    pub plain: Option<Text>,
    /// With one: `en "…"`.
    pub tagged: Vec<(Ident, Text)>,
}

/// A clause number as written, NFKC: `2.2.1.1(a)`, `第3条第2項`.
#[derive(Clone, Debug)]
pub struct Number {
    /// The normalized number.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A civil date as written; that it exists in the calendar has been checked.
#[derive(Clone, Copy, Debug)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: i8,
    /// Day of the month.
    pub day: i8,
    /// Where.
    pub span: Span,
}

/// `NAME` or `NAME@DATE`: a standard, in one edition where a date is given.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionRef {
    /// The standard's name.
    pub name: Ident,
    /// The edition.
    pub edition: Option<Date>,
    /// The whole reference.
    pub span: Span,
}

/// `[standard[@edition]:]clause[#label]`.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseRef {
    /// The standard; absent means the one the reference stands in.
    pub standard: Option<EditionRef>,
    /// The clause's (or section's) number.
    pub number: Number,
    /// A statement's label or ordinal (from 1).
    pub label: Option<Ident>,
    /// The whole reference.
    pub span: Span,
}

/// A length of time as written; the parts add up (`1 year 6 months`).
#[derive(Clone, Debug)]
pub struct Duration {
    /// Amount and unit, in order.
    pub parts: Vec<(u32, TimeUnit)>,
    /// Where.
    pub span: Span,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// `years`
    Years,
    /// `months`
    Months,
    /// `weeks`
    Weeks,
    /// `days`
    Days,
    /// `business days`
    BusinessDays,
    /// `hours`
    Hours,
    /// `minutes`
    Minutes,
    /// `seconds`
    Seconds,
}

// Names, texts, numbers, dates and durations are the same if they say the same, wherever they stood.
// Larger nodes hold spans that count; two trees are compared by printing them (`print`).
macro_rules! eq_without_span {
    ($($ty:ident { $($field:ident),* })*) => {
        $(impl PartialEq for $ty {
            fn eq(&self, other: &Self) -> bool {
                true $(&& self.$field == other.$field)*
            }
        })*
    };
}

eq_without_span! {
    Ident { name }
    Text { value }
    Number { text }
    Date { year, month, day }
    Duration { parts }
}
