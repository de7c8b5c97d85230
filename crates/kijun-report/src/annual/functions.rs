//! What templates can call: blocks, prose, charts, and what they ask of the record by name.

use std::sync::Arc;

use kijun_diag::Arg;
use minijinja::value::{Kwargs, Rest};
use minijinja::{Environment, Error, ErrorKind, Value};

use super::block::{Block, Cell, Table};
use super::page::{Gap, Heading, Page};
use super::prose::{self, Prose};
use super::words::Words;
use super::{Format, charts, engine, escape, gather};

/// What functions need to make a block.
#[derive(Clone)]
pub(super) struct Maker {
    pub(super) format: Format,
    pub(super) page: Arc<Page>,
    pub(super) words: Arc<Words>,
}

impl Maker {
    /// A block as a value that is not escaped again.
    pub(super) fn block(&self, block: &Block) -> Value {
        Value::from_safe_string(block.write(self.format))
    }

    /// A value within a line.
    pub(super) fn inline(&self, value: &Value) -> String {
        escape::inline(value, self.format)
    }

    fn all(&self, values: &Value) -> Result<Vec<String>, Error> {
        Ok(values.try_iter()?.map(|value| self.inline(&value)).collect())
    }

    fn heading(&self, level: usize, text: &Value, options: &Kwargs) -> Result<Value, Error> {
        let numbered = options.get::<Option<bool>>("numbered")?.unwrap_or(true);
        let own: Option<String> = options.get("id")?;
        options.assert_all_used()?;
        let level = self.page.descend(level);
        let text = self.inline(text);
        let (id, number) = match numbered {
            true => {
                let path = self.page.count(level);
                let steps: Vec<String> = path.iter().map(usize::to_string).collect();
                (Some(own.unwrap_or_else(|| format!("s-{}", steps.join("-")))), self.words.number(&path))
            }
            false => (own, String::new()),
        };
        if let (true, Some(id)) = (numbered, &id) {
            let heading = Heading { level, id: id.clone(), number: number.clone(), text: text.clone() };
            self.page.heading(heading);
        }
        Ok(self.block(&Block::Heading { level, id: id.as_deref().map(anchor), number, text }))
    }

    fn table(&self, caption: &Value, head: &Value, rows: &Value) -> Result<Value, Error> {
        let cell = |value: Value| Cell { number: value.is_number(), text: self.inline(&value) };
        let row = |row: Value| Ok(row.try_iter()?.map(cell).collect());
        let table = Table {
            caption: self.inline(caption),
            head: self.all(head)?,
            rows: rows.try_iter()?.map(row).collect::<Result<_, Error>>()?,
            empty: self.words.text("report-none", &[]),
        };
        Ok(self.block(&Block::Table(table)))
    }

    fn terms(&self, pairs: &Value) -> Result<Value, Error> {
        let pair = |pair: Value| {
            Ok((self.inline(&pair.get_item_by_index(0)?), self.inline(&pair.get_item_by_index(1)?)))
        };
        Ok(self.block(&Block::Terms(pairs.try_iter()?.map(pair).collect::<Result<_, Error>>()?)))
    }

    fn link(&self, text: &Value, to: &str) -> Value {
        let (text, to) = (self.inline(text), anchor(to));
        Value::from_safe_string(match self.format {
            Format::Html => format!("<a href=\"#{to}\">{text}</a>"),
            Format::Markdown => format!("[{text}](#{to})"),
        })
    }

    /// A link to another file of the same folder.
    fn file_link(&self, text: &Value, file: &str) -> Value {
        let text = self.inline(text);
        let safe: String = file.chars().filter(|c| c.is_alphanumeric() || "-_.".contains(*c)).collect();
        Value::from_safe_string(match self.format {
            Format::Html => format!("<a href=\"./{safe}\">{text}</a>"),
            Format::Markdown => format!("[{text}](./{safe})"),
        })
    }

    fn strong(&self, text: &Value) -> Value {
        let text = self.inline(text);
        Value::from_safe_string(match self.format {
            Format::Html => format!("<strong>{text}</strong>"),
            Format::Markdown => format!("**{text}**"),
        })
    }

    /// A name for a style, which Markdown has not.
    fn mark(&self, text: &Value, class: &str) -> Value {
        let text = self.inline(text);
        Value::from_safe_string(match self.format {
            Format::Html => format!("<span class=\"{}\">{text}</span>", anchor(class)),
            Format::Markdown => text,
        })
    }

    fn verbatim(&self, text: &str) -> Value {
        let text = match self.format {
            Format::Html => escape::html(text),
            Format::Markdown => text.replace(escape::BLOCK, ""),
        };
        self.block(&Block::Verbatim(text))
    }
}

/// A name as a place in the page.
pub(super) fn anchor(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect()
}

/// Names of styles.
fn classes(names: &str) -> String {
    names.split(' ').map(anchor).collect::<Vec<_>>().join(" ")
}

/// Functions and filters that make blocks, and those that ask the record.
pub(super) fn add(
    env: &mut Environment<'static>,
    format: Format,
    page: &Arc<Page>,
    words: &Arc<Words>,
    context: &Value,
) {
    let maker = Maker { format, page: page.clone(), words: words.clone() };
    blocks(env, &maker);
    inlines(env, &maker);
    charts::add(env, &maker);
    asking(env, &maker, context);
}

fn blocks(env: &mut Environment<'static>, maker: &Maker) {
    let m = maker.clone();
    env.add_function("h", move |level: usize, text: Value, options: Kwargs| {
        m.heading(level, &text, &options)
    });
    let m = maker.clone();
    env.add_function("p", move |text: Value| m.block(&Block::Paragraph(m.inline(&text))));
    let m = maker.clone();
    env.add_function("note", move |text: Value| m.block(&Block::Note(m.inline(&text))));
    let m = maker.clone();
    env.add_function("gap", move |text: Value| m.block(&Block::Gap(m.inline(&text))));
    let m = maker.clone();
    env.add_function("ul", move |items: Value| {
        Ok::<_, Error>(m.block(&Block::List { ordered: false, items: m.all(&items)? }))
    });
    let m = maker.clone();
    env.add_function("ol", move |items: Value| {
        Ok::<_, Error>(m.block(&Block::List { ordered: true, items: m.all(&items)? }))
    });
    let m = maker.clone();
    env.add_function("dl", move |pairs: Value| m.terms(&pairs));
    let m = maker.clone();
    env.add_function("pre", move |text: String| m.verbatim(&text));
    let m = maker.clone();
    env.add_function("table", move |caption: Value, head: Value, rows: Value| {
        m.table(&caption, &head, &rows)
    });
    let m = maker.clone();
    env.add_function("group", move |class: Option<String>| {
        m.block(&Block::Group(class.map(|class| classes(&class))))
    });
    let work = gather::Work::default();
    env.add_function("gather", move || gather::empty(&work));
}

fn inlines(env: &mut Environment<'static>, maker: &Maker) {
    let m = maker.clone();
    env.add_function("link", move |text: Value, to: String| m.link(&text, &to));
    let m = maker.clone();
    env.add_function("file_link", move |text: Value, file: String| m.file_link(&text, &file));
    let m = maker.clone();
    env.add_filter("strong", move |text: Value| m.strong(&text));
    let m = maker.clone();
    env.add_filter("mark", move |text: Value, class: String| m.mark(&text, &class));
    let m = maker.clone();
    env.add_filter("joined", move |parts: Value, by: Option<String>| {
        let by = by.map(|by| escape::escaped(&by, m.format)).unwrap_or_default();
        let parts = m.all(&parts)?;
        let kept: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Ok::<_, Error>(Value::from_safe_string(kept.join(&by)))
    });
    let words = maker.words.clone();
    env.add_filter("date", move |day: String| words.date(&day));
    let words = maker.words.clone();
    env.add_filter("era", move |day: String| words.era(&day));
    env.add_filter("fill", fill);
}

/// `{0}`, `{1}` … in a text replaced by values, so that a sentence keeps its order in each language.
fn fill(text: String, values: Rest<Value>) -> String {
    let filled =
        |text: String, (i, value): (usize, &Value)| text.replace(&format!("{{{i}}}"), &value.to_string());
    values.iter().enumerate().fold(text, filled)
}

/// What is asked of the record by name; what is not there is kept as a gap.
fn asking(env: &mut Environment<'static>, maker: &Maker, context: &Value) {
    let page = &maker.page;
    let ask = |map: &'static str, gap: fn(String) -> Gap| {
        let (page, context) = (page.clone(), context.clone());
        move |name: String| {
            let found = context.get_attr(map)?.get_item(&Value::from(name.clone()))?;
            if found.is_undefined() {
                page.gap(gap(name));
                return Ok::<_, Error>(Value::from(()));
            }
            Ok(found)
        }
    };
    let (telling, words) = (ask("measures", Gap::Measure), maker.words.clone());
    env.add_function("value", move |name: String| {
        let measure = telling(name.clone())?;
        match measure.is_none() {
            true => Ok::<_, Error>(Value::from(words.text("report-gap-measure", &[("name", name.into())]))),
            false => measure.get_attr("text"),
        }
    });
    env.add_function("measure", ask("measures", Gap::Measure));
    env.add_function("listing", ask("listings", Gap::Listing));
}

/// What prose is made from.
pub(super) struct Telling {
    pub(super) format: Format,
    pub(super) page: Arc<Page>,
    pub(super) words: Arc<Words>,
    pub(super) prose: Prose,
    pub(super) context: Value,
}

/// Prose by its name: a template itself, whose values are Markdown.
pub(super) fn add_prose(env: &mut Environment<'static>, telling: Telling) {
    let mut inner = engine::bare(Format::Markdown);
    add(&mut inner, Format::Markdown, &telling.page, &telling.words, &telling.context);
    let tell = move |name: String| telling.tell(&inner, &name);
    env.add_function("prose", tell);
}

impl Telling {
    fn tell(&self, env: &Environment<'static>, name: &str) -> Result<Value, Error> {
        let maker = Maker { format: self.format, page: self.page.clone(), words: self.words.clone() };
        match self.prose.file(name, self.words.tag()) {
            Ok((file, text)) => {
                let text = env
                    .render_named_str(&file, text, self.context.clone())
                    .map_err(|error| Error::new(ErrorKind::BadInclude, file.clone()).with_source(error))?;
                Ok(Value::from_safe_string(match self.format {
                    Format::Html => prose::html(&text, &self.page),
                    Format::Markdown => {
                        format!("{}{}\n\n", escape::BLOCK, prose::markdown(&text, &self.page))
                    }
                }))
            }
            Err(file) => {
                let text = self.words.text("report-gap-prose", &[("file", Arg::from(file.clone()))]);
                self.page.gap(Gap::Prose(file));
                Ok(maker.block(&Block::Gap(escape::escaped(&text, self.format))))
            }
        }
    }
}
