//! Charts: data of the record to pictures that need no colour, each with its data as a table.
//!
//! A chart is a pure function of its data. What its parts are called stands in the data and in the catalogue.

mod documents;
mod findings;
mod rates;
mod roles;
mod svg;
mod years;

use minijinja::{Environment, Error, Value};

use super::block::{Block, Cell, Table};
use super::functions::Maker;
use super::words::Words;
use svg::Labels;

/// The functions of templates that draw.
pub(super) fn add(env: &mut Environment<'static>, maker: &Maker) {
    let m = maker.clone();
    env.add_function("chart_rates", move |caption: Value, parts: Value| {
        let rows = rates::rows(&parts)?;
        let table = rates::table(&rows, &m.words);
        Ok::<_, Error>(figure(&m, &caption, table, &|labels| rates::draw(&rows, labels)))
    });
    let m = maker.clone();
    env.add_function("chart_findings", move |caption: Value, findings: Value, tiers: Option<Value>| {
        let stacks = findings::stacks(&findings, tiers.as_ref(), &m.words)?;
        let table = findings::table(&stacks, &m.words);
        Ok::<_, Error>(figure(&m, &caption, table, &|labels| findings::draw(&stacks, labels)))
    });
    let m = maker.clone();
    env.add_function("chart_years", move |caption: Value, now: Value, before: Value| {
        let pairs = years::pairs(&now, &before)?;
        let table = years::table(&pairs, &m.words);
        let names = [m.words.text("chart-before", &[]), m.words.text("chart-now", &[])];
        Ok::<_, Error>(figure(&m, &caption, table, &|labels| years::draw(&pairs, &names, labels)))
    });
    let m = maker.clone();
    env.add_function("chart_documents", move |caption: Value, documents: Value| {
        let graph = documents::Graph::of(&documents)?;
        let table = graph.table(&m.words);
        Ok::<_, Error>(figure(&m, &caption, table, &|labels| documents::draw(&graph, labels)))
    });
    let m = maker.clone();
    env.add_function("chart_roles", move |caption: Value, people: Value| {
        let tree = roles::Tree::of(&people)?;
        let table = tree.table(&m.words);
        Ok::<_, Error>(figure(&m, &caption, table, &|labels| roles::draw(&tree, labels)))
    });
}

/// The data of a chart as a table: names of columns, and rows of text.
struct Data {
    head: Vec<String>,
    rows: Vec<Vec<Datum>>,
    /// Whether the picture shows all of it.
    whole: bool,
}

/// A cell of the data.
enum Datum {
    Text(String),
    Number(String),
}

/// A picture with its data. Where there is nothing to draw, only the table is there.
fn figure(maker: &Maker, caption: &Value, data: Data, draw: &dyn Fn(&Labels) -> Option<String>) -> Value {
    let escape = |text: &str| super::escape::escaped(text, maker.format);
    let cell = |datum: &Datum| match datum {
        Datum::Text(text) => Cell { text: escape(text), number: false },
        Datum::Number(text) => Cell { text: escape(text), number: true },
    };
    let table = Table {
        caption: escape(&maker.words.text("chart-data", &[("caption", caption.to_string().into())])),
        head: data.head.iter().map(|text| escape(text)).collect(),
        rows: data.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        empty: maker.words.text("report-none", &[]),
    };
    let title = caption.to_string();
    let labels = Labels { number: maker.page.figure(), title, description: described(&data, &maker.words) };
    match draw(&labels) {
        Some(svg) => {
            let caption = maker.inline(caption);
            let summary = escape(&maker.words.text("chart-as-table", &[]));
            maker.block(&Block::Figure { svg, caption, summary, table, whole: data.whole })
        }
        None => maker.block(&Block::Table(table)),
    }
}

/// What a picture shows, for those who do not see it: the first rows of its data. The rest is in the table beneath.
fn described(data: &Data, words: &Words) -> String {
    const TOLD: usize = 12;
    let text = |datum: &Datum| match datum {
        Datum::Text(text) | Datum::Number(text) => text.clone(),
    };
    let comma = words.text("report-comma", &[]);
    let row =
        |row: &Vec<Datum>| row.iter().map(text).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    let told: Vec<String> = data.rows.iter().take(TOLD).map(row).collect();
    let more = if data.rows.len() > TOLD { " …" } else { "" };
    format!("{}{more}", told.join(&comma))
}

fn text_of(value: &Value, name: &str) -> Result<String, Error> {
    let found = value.get_attr(name)?;
    Ok(if found.is_undefined() || found.is_none() { String::new() } else { found.to_string() })
}

fn number_of(value: &Value, name: &str) -> Result<Option<u64>, Error> {
    Ok(value.get_attr(name)?.as_usize().map(|n| n as u64))
}
