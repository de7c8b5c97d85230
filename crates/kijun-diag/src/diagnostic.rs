//! What is wrong with a text: plain data, put into words by a catalogue at the edge.

use crate::{Id, Place, Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The input cannot be judged as it stands.
    Error,
    /// The input can be judged, and probably does not say what was meant.
    Warning,
}

/// Where: bytes of a text that is kept, or a place in an evidence file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// In a rule file or the manifest.
    Span(Span),
    /// In an evidence file.
    Place(Place),
}

impl From<Span> for At {
    fn from(span: Span) -> At {
        At::Span(span)
    }
}

impl From<Place> for At {
    fn from(place: Place) -> At {
        At::Place(place)
    }
}

/// A value that a message mentions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Arg {
    /// Text from the input, shown as it is.
    Text(String),
    /// A number.
    Number(i64),
    /// A word of the product's own, looked up in the catalogue as `word-…`.
    Word(&'static str),
    /// Several such words, joined as the language joins alternatives ("a, b or c").
    AnyOf(Vec<&'static str>),
    /// Several such words that all hold ("a, b and c").
    AllOf(Vec<&'static str>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Arg {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

/// A second place that belongs to the diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// Where.
    pub at: At,
    /// The attribute of the id's message that says what is there: `first`, `declared` …
    pub attribute: &'static str,
}

/// A change of rule texts that answers a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fix {
    /// Whether what the rules say stays the same.
    pub safety: Safety,
    /// What to write where. They do not overlap.
    pub edits: Vec<Edit>,
}

/// What a fix does to the meaning of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// Nothing: it may be made without looking.
    Safe,
    /// It may change what is demanded, or of whom: somebody should look.
    Unsafe,
}

/// One piece of text to be written in the place of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    /// What is replaced; nothing, where text is put in.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// One thing that is wrong with a text.
///
/// The words live in the catalogue under the id: the message itself, and its attributes `.label`
/// (under the place), `.note` (why it matters), `.help` (what to do).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing it is; its name and page are stable.
    pub id: Id,
    /// How bad it is: what the id says, unless the project says otherwise.
    pub severity: Severity,
    /// Arguments of the message, in the order given.
    pub args: Vec<(&'static str, Arg)>,
    /// Where, if anywhere.
    pub at: Option<At>,
    /// Other places that belong to it.
    pub related: Vec<Label>,
    /// A name that is near the one written.
    pub suggestion: Option<String>,
    /// A change that answers it, where one is known.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    #[must_use]
    pub fn new(id: Id, at: impl Into<At>) -> Diagnostic {
        Diagnostic { at: Some(at.into()), ..Diagnostic::nowhere(id) }
    }

    /// A diagnostic about the whole input.
    #[must_use]
    pub fn nowhere(id: Id) -> Diagnostic {
        Diagnostic {
            id,
            severity: id.severity(),
            args: Vec::new(),
            at: None,
            related: Vec::new(),
            suggestion: None,
            fix: None,
        }
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Diagnostic {
        self.args.push((name, arg.into()));
        self
    }

    /// Adds a second place, named by an attribute of the message.
    #[must_use]
    pub fn also(mut self, attribute: &'static str, at: impl Into<At>) -> Diagnostic {
        self.related.push(Label { at: at.into(), attribute });
        self
    }

    /// Adds "did you mean", where a near name was found.
    #[must_use]
    pub fn suggest(mut self, suggestion: Option<impl Into<String>>) -> Diagnostic {
        self.suggestion = suggestion.map(Into::into);
        self
    }

    /// Adds a change that answers it.
    #[must_use]
    pub fn fixed_by(mut self, safety: Safety, edits: Vec<Edit>) -> Diagnostic {
        self.fix = Some(Fix { safety, edits });
        self
    }

    /// Whether the input cannot be judged because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Diagnostics in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another collection.
    pub fn append(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// Whether any is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(Diagnostic::is_error)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Sorts by place, then id, and drops exact repetitions.
    pub fn sort(&mut self) {
        self.0.sort_by_key(|d| (d.at, d.id));
        self.0.dedup();
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, iter: I) {
        self.0.extend(iter);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Diagnostics {
        Diagnostics(iter.into_iter().collect())
    }
}
