//! Message catalogues: one set of Fluent files per language, compiled in.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{Arg, Diagnostic};

/// A language that the product speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// The language's tag: `en`, `ja`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ja => "ja",
        }
    }

    /// Reads a tag or a locale (`ja_JP.UTF-8`); anything else is `None`.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Lang> {
        let tag = locale.split(['_', '-', '.', '@']).next().unwrap_or("");
        match tag.to_ascii_lowercase().as_str() {
            "en" | "c" | "posix" => Some(Lang::En),
            "ja" => Some(Lang::Ja),
            _ => None,
        }
    }

    fn files(self) -> &'static [&'static str] {
        macro_rules! files {
            ($lang:literal, $($name:literal),*) => {
                &[$(include_str!(concat!("../messages/", $lang, "/", $name, ".ftl"))),*]
            };
        }
        match self {
            Lang::En => {
                files!(
                    "en", "syntax", "model", "graph", "evidence", "audit", "conform", "findings", "lint",
                    "report", "cli", "measure", "sheets", "baseline", "coming", "diff", "editions", "test",
                    "verify"
                )
            }
            Lang::Ja => {
                files!(
                    "ja", "syntax", "model", "graph", "evidence", "audit", "conform", "findings", "lint",
                    "report", "cli", "measure", "sheets", "baseline", "coming", "diff", "editions", "test",
                    "verify"
                )
            }
        }
    }
}

/// A diagnostic in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is wrong, one line.
    pub message: String,
    /// A few words for under the place.
    pub label: Option<String>,
    /// Words for each related place, in the diagnostic's order.
    pub related: Vec<String>,
    /// Why it matters.
    pub note: Option<String>,
    /// What to do, with "did you mean" first.
    pub help: Option<String>,
}

/// The messages of one language.
pub struct Catalogue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Reads the compiled-in files of a language. A file that does not parse keeps what does; a test
    /// checks that all do.
    #[must_use]
    pub fn new(lang: Lang) -> Catalogue {
        let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for text in lang.files() {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Catalogue { lang, bundle }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Puts a diagnostic into words.
    #[must_use]
    pub fn wording(&self, diagnostic: &Diagnostic) -> Wording {
        let key = diagnostic.id.name().replace('/', "-");
        let args = self.fluent_args(&diagnostic.args);
        let attribute = |name: &str| self.format(&key, Some(name), &args);
        let near =
            diagnostic.suggestion.as_ref().map(|s| self.text("did-you-mean", &[("name", s.as_str().into())]));
        let help = match (near, attribute("help")) {
            (Some(near), Some(help)) => Some(match self.lang {
                Lang::En => format!("{near} {help}"),
                Lang::Ja => format!("{near}{help}"),
            }),
            (near, help) => near.or(help),
        };
        Wording {
            message: self.format(&key, None, &args).unwrap_or(key.clone()),
            label: attribute("label"),
            related: diagnostic.related.iter().map(|l| attribute(l.attribute).unwrap_or_default()).collect(),
            note: attribute("note"),
            help,
        }
    }

    /// A message of the product's own, such as a heading. An unknown key is returned as it is.
    #[must_use]
    pub fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.format(key, None, &self.fluent_args(args)).unwrap_or_else(|| key.to_owned())
    }

    /// Whether the catalogue has this message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn fluent_args(&self, args: &[(&'static str, Arg)]) -> FluentArgs<'static> {
        args.iter().map(|(name, arg)| (Cow::Borrowed(*name), self.fluent_value(arg))).collect()
    }

    fn fluent_value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
            Arg::Number(n) => FluentValue::from(*n),
            Arg::Word(word) => FluentValue::String(Cow::Owned(self.word(word))),
            Arg::AnyOf(words) => FluentValue::String(Cow::Owned(self.listed(words, (" or ", "または")))),
            Arg::AllOf(words) => FluentValue::String(Cow::Owned(self.listed(words, (" and ", "と")))),
        }
    }

    fn word(&self, word: &str) -> String {
        let key = format!("word-{word}");
        self.format(&key, None, &FluentArgs::new()).unwrap_or_else(|| word.to_owned())
    }

    /// Words as the language lists them, with what it says before the last one.
    fn listed(&self, words: &[&str], (en, ja): (&str, &str)) -> String {
        let words: Vec<String> = words.iter().map(|w| self.word(w)).collect();
        let (comma, joint) = match self.lang {
            Lang::En => (", ", en),
            Lang::Ja => ("、", ja),
        };
        match words.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}{joint}{last}", rest.join(comma)),
            Some((last, _)) => last.clone(),
            None => String::new(),
        }
    }

    fn format(&self, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Catalogue({})", self.lang.tag())
    }
}
