//! Horizontal bars: a rate for each part. What was not assessed has no bar and says so.

use minijinja::{Error, Value};

use super::svg::{ACCENT, INK, LINE, Labels, SIZE, SOFT, Svg, WIDTH, fit};
use super::{Data, Datum, number_of, text_of};
use crate::annual::words::Words;

/// A part and its rate.
pub(super) struct Row {
    title: String,
    depth: u64,
    per_mille: Option<u64>,
    rate: String,
    numerator: u64,
    denominator: u64,
    missed: bool,
}

/// Parts of figures, or of a measure's breakdown.
pub(super) fn rows(parts: &Value) -> Result<Vec<Row>, Error> {
    parts.try_iter()?.map(|part| row(&part)).collect()
}

fn row(part: &Value) -> Result<Row, Error> {
    let figures = part.get_attr("figures")?;
    Ok(Row {
        title: text_of(part, "title")?,
        depth: number_of(part, "depth")?.unwrap_or(0),
        per_mille: number_of(&figures, "per_mille")?,
        rate: text_of(&figures, "rate")?,
        numerator: number_of(&figures, "numerator")?.unwrap_or(0),
        denominator: number_of(&figures, "denominator")?.unwrap_or(0),
        missed: text_of(part, "reached")? == "missed",
    })
}

pub(super) fn table(rows: &[Row], words: &Words) -> Data {
    let head = ["chart-part", "chart-rate", "chart-numerator", "chart-denominator"];
    let row = |row: &Row| {
        vec![
            Datum::Text(row.title.clone()),
            Datum::Text(row.rate.clone()),
            Datum::Number(row.numerator.to_string()),
            Datum::Number(row.denominator.to_string()),
        ]
    };
    Data {
        head: head.map(|key| words.text(key, &[])).into(),
        rows: rows.iter().map(row).collect(),
        whole: true,
    }
}

const ROW: f64 = 26.0;
const LEFT: f64 = 236.0;
const RIGHT: f64 = 150.0;
const TOP: f64 = 22.0;

pub(super) fn draw(rows: &[Row], labels: &Labels) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let mut svg = Svg::new(labels.number);
    let room = WIDTH - LEFT - RIGHT;
    let height = TOP + ROW * rows.len() as f64 + 6.0;
    for percent in [0, 50, 100] {
        let x = LEFT + room * f64::from(percent) / 100.0;
        let path = format!("M{} {TOP}V{}", super::svg::n(x), super::svg::n(height - 6.0));
        svg.path(&path, &format!("stroke=\"{LINE}\" stroke-width=\"1\" stroke-dasharray=\"2 3\""));
        svg.text([x, 14.0], "middle", &format!("{percent}%"), &format!("font-size=\"11\" fill=\"{SOFT}\""));
    }
    for (i, row) in rows.iter().enumerate() {
        let y = TOP + ROW * i as f64;
        let indent = 12.0 * row.depth.min(6) as f64;
        let title = fit(&row.title, LEFT - 14.0 - indent, SIZE);
        svg.text([4.0 + indent, y + 17.5], "start", &title, "");
        let end = match row.per_mille {
            Some(mille) => {
                let length = room * mille as f64 / 1000.0;
                let fill = if row.missed { svg.fill(1) } else { ACCENT.to_owned() };
                let outline = format!("stroke=\"{INK}\" stroke-width=\".8\"");
                svg.rect([LEFT, y + 5.0, length.max(0.8), ROW - 10.0], &fill, &outline);
                LEFT + room
            }
            None => LEFT,
        };
        let soft = if row.per_mille.is_some() {
            "font-size=\"12\"".to_owned()
        } else {
            format!("font-size=\"12\" fill=\"{SOFT}\"")
        };
        svg.text([end + 8.0, y + 17.5], "start", &row.rate, &soft);
    }
    Some(svg.finish(height, labels))
}
