//! Two years side by side: measures, or findings by level.

use minijinja::{Error, Value};

use super::svg::{ACCENT, INK, Labels, SIZE, SOFT, Svg, WIDTH, fit, width};
use super::{Data, Datum, number_of, text_of};
use crate::annual::words::Words;

/// The same thing in two years.
pub(super) struct Pair {
    title: String,
    before: Side,
    now: Side,
}

/// A year's value: in words, and as a length where it can be drawn beside the others.
#[derive(Default)]
struct Side {
    text: String,
    length: Option<u64>,
    /// What the length would be at its fullest; absent for counts.
    of: Option<u64>,
}

/// Pairs by name; what is only in one of the years stays alone.
pub(super) fn pairs(now: &Value, before: &Value) -> Result<Vec<Pair>, Error> {
    let mut pairs: Vec<(String, Pair)> = Vec::new();
    for value in now.try_iter()? {
        let pair = Pair { title: text_of(&value, "title")?, before: Side::default(), now: side(&value)? };
        pairs.push((text_of(&value, "name")?, pair));
    }
    for value in before.try_iter()? {
        let name = text_of(&value, "name")?;
        let before = side(&value)?;
        match pairs.iter_mut().find(|(known, _)| *known == name) {
            Some((_, pair)) => pair.before = before,
            None => {
                let pair = Pair { title: text_of(&value, "title")?, before, now: Side::default() };
                pairs.push((name, pair));
            }
        }
    }
    Ok(pairs.into_iter().map(|(_, pair)| pair).collect())
}

/// A count, or a measure.
fn side(value: &Value) -> Result<Side, Error> {
    if let Some(count) = number_of(value, "count")? {
        return Ok(Side { text: count.to_string(), length: Some(count), of: None });
    }
    let length = match &*text_of(value, "sort")? {
        "share" => number_of(&value.get_attr("figures")?, "per_mille")?,
        _ => None,
    };
    Ok(Side { text: text_of(value, "text")?, length, of: Some(1000) })
}

pub(super) fn table(pairs: &[Pair], words: &Words) -> Data {
    let head = ["chart-part", "chart-before", "chart-now"].map(|key| words.text(key, &[]));
    let cell = |side: &Side| {
        let text = if side.text.is_empty() { "—".to_owned() } else { side.text.clone() };
        if side.of.is_none() && side.length.is_some() { Datum::Number(text) } else { Datum::Text(text) }
    };
    let row = |pair: &Pair| vec![Datum::Text(pair.title.clone()), cell(&pair.before), cell(&pair.now)];
    Data { head: head.into(), rows: pairs.iter().map(row).collect(), whole: pairs.iter().all(is_drawn) }
}

/// Whether a pair has a length in either year; any other value stands in the table alone.
fn is_drawn(pair: &Pair) -> bool {
    pair.before.length.or(pair.now.length).is_some()
}

const ROW: f64 = 48.0;
const LEFT: f64 = 220.0;
const RIGHT: f64 = 150.0;

pub(super) fn draw(pairs: &[Pair], names: &[String; 2], labels: &Labels) -> Option<String> {
    let drawn: Vec<&Pair> = pairs.iter().filter(|pair| is_drawn(pair)).collect();
    let sides = || drawn.iter().flat_map(|pair| [&pair.before, &pair.now]);
    let most = sides().filter_map(|side| side.of.or(side.length)).max().filter(|most| *most > 0)?;
    let mut svg = Svg::new(labels.number);
    legend(&mut svg, names);
    let top = 28.0;
    let unit = (WIDTH - LEFT - RIGHT) / most as f64;
    for (i, pair) in drawn.iter().enumerate() {
        let y = top + ROW * i as f64;
        let title = fit(&pair.title, LEFT - 14.0, SIZE);
        svg.text([LEFT - 10.0, y + 27.0], "end", &title, "");
        let hatched = svg.fill(1);
        bar(&mut svg, y + 5.0, &pair.before, unit, &hatched);
        bar(&mut svg, y + 23.0, &pair.now, unit, ACCENT);
    }
    Some(svg.finish(top + ROW * drawn.len() as f64 + 6.0, labels))
}

fn bar(svg: &mut Svg, y: f64, side: &Side, unit: f64, fill: &str) {
    let length = side.length.map_or(0.0, |length| unit * length as f64);
    if side.length.is_some() {
        svg.rect([LEFT, y, length.max(0.8), 15.0], fill, &format!("stroke=\"{INK}\" stroke-width=\".8\""));
    }
    let text = if side.text.is_empty() { "—" } else { &side.text };
    svg.text([LEFT + length + 8.0, y + 12.0], "start", text, "font-size=\"12\"");
}

fn legend(svg: &mut Svg, names: &[String; 2]) {
    let mut x = LEFT;
    for (name, fill) in names.iter().zip([svg.fill(1), ACCENT.to_owned()]) {
        svg.rect([x, 4.0, 18.0, 13.0], &fill, &format!("stroke=\"{INK}\" stroke-width=\"1\""));
        svg.text([x + 24.0, 15.0], "start", name, &format!("font-size=\"12\" fill=\"{SOFT}\""));
        x += width(name, 12.0) + 48.0;
    }
}
