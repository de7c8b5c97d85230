//! The template engine, set up for one format and one language.

use std::error::Error as _;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value, context};

use super::page::Page;
use super::view::RecordView;
use super::words::Words;
use super::{Format, Report, Written, escape, functions, markdown};

/// Steps that a rendering may take: enough for some ten thousand findings; a template that never ends takes them all.
const FUEL: u64 = 30_000_000;

/// What is wrong with a template.
#[derive(Clone, Debug)]
pub struct TemplateError {
    /// Its name, as it is shown.
    pub template: String,
    /// Its text, where it is there.
    pub text: Option<String>,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, in the engine's words.
    pub detail: String,
}

/// An engine with a record's data.
pub(super) struct Engine<'a> {
    report: &'a Report<'a>,
    format: Format,
    words: Arc<Words>,
    context: Value,
}

impl<'a> Engine<'a> {
    pub(super) fn new(report: &'a Report<'a>, format: Format) -> Engine<'a> {
        let words = Arc::new(Words::new(report.lang));
        let record = RecordView::of(report.record, report.previous, &words);
        let previous = report.previous.map(|record| Value::from(Serde(RecordView::of(record, None, &words))));
        let context = context! {
            lang => words.tag(),
            format => format.extension(),
            previous => previous,
            ..Value::from(Serde(&record))
        };
        Engine { report, format, words, context }
    }

    /// The data that templates see.
    pub(super) fn context(&self) -> &Value {
        &self.context
    }

    pub(super) fn words(&self) -> &Words {
        &self.words
    }

    /// A body by a template, with some more data, inside the page of the format.
    pub(super) fn write(&self, body: &str, more: Value) -> Result<Written, TemplateError> {
        let page = Arc::new(Page::default());
        let own = context! { ..more, ..self.context.clone() };
        let env = self.environment(&page, &own);
        let wrong = |error: Error| self.wrong(&error);
        let text = env.get_template(body).and_then(|t| t.render(own.clone())).map_err(wrong)?;
        let whole = context! {
            body => Value::from_safe_string(text),
            contents => Value::from(Serde(page.headings())),
            ..own
        };
        let outer = format!("page.{}", self.format.extension());
        let text = env.get_template(&outer).and_then(|t| t.render(whole)).map_err(wrong)?;
        let text = match self.format {
            Format::Html => text,
            Format::Markdown => markdown::tidy(&text),
        };
        Ok(Written { text, gaps: page.gaps() })
    }

    fn environment(&self, page: &Arc<Page>, context: &Value) -> Environment<'static> {
        let mut env = bare(self.format);
        let templates = self.report.templates.clone();
        env.set_loader(move |name| Ok(templates.get(name)));
        functions::add(&mut env, self.format, page, &self.words, context);
        functions::add_prose(
            &mut env,
            functions::Telling {
                format: self.format,
                page: page.clone(),
                words: self.words.clone(),
                prose: self.report.prose.clone(),
                context: context.clone(),
            },
        );
        env
    }

    /// The innermost template that an error names.
    fn wrong(&self, error: &Error) -> TemplateError {
        let mut innermost = error;
        let mut next = error.source();
        while let Some(source) = next {
            if let Some(inner) = source.downcast_ref::<Error>() {
                innermost = if inner.name().is_some() { inner } else { innermost };
            }
            next = source.source();
        }
        let name = innermost.name().unwrap_or("").to_owned();
        let detail = match innermost.detail() {
            Some(detail) => format!("{}: {detail}", innermost.kind()),
            None => innermost.kind().to_string(),
        };
        TemplateError {
            template: self.report.templates.shown(&name),
            text: self
                .report
                .templates
                .get(&name)
                .or_else(|| self.report.prose.shown(&name).map(str::to_owned)),
            line: innermost.line().unwrap_or(1),
            detail,
        }
    }
}

/// An environment that escapes for a format, refuses what is not there, and ends.
pub(super) fn bare(format: Format) -> Environment<'static> {
    let mut env = Environment::new();
    env.set_auto_escape_callback(move |name| match (format, name.ends_with(".css")) {
        (_, true) => AutoEscape::None,
        (Format::Html, _) => AutoEscape::Html,
        (Format::Markdown, _) => AutoEscape::Custom("markdown".into()),
    });
    env.set_formatter(move |out, state, value| {
        if value.is_undefined() {
            return Err(Error::from(ErrorKind::UndefinedError));
        }
        let text = match state.auto_escape() {
            AutoEscape::None => value.to_string(),
            _ => escape::inline(value, format),
        };
        out.write_str(&text).map_err(Error::from)
    });
    env.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    // A line with nothing but a statement leaves nothing behind.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        env.set_syntax(syntax);
    }
    env.set_fuel(Some(FUEL));
    // A width of a thousand million digits would take no fuel, and a namespace could hold itself.
    env.remove_filter("format");
    env.remove_global("namespace");
    env
}
