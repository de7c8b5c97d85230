//! The documents: a band for each tier, a box for each document, arrows to what it conforms to.
//!
//! Lines run between the rows of boxes and along the left margin, one lane for each document that others conform to, so that no line
//! crosses a box.

use minijinja::{Error, Value};

use super::svg::{INK, Labels, SHADE, SOFT, Svg, WIDTH, lines, n};
use super::{Data, Datum, text_of};
use crate::annual::words::Words;

/// Documents and what they conform to.
pub(super) struct Graph {
    documents: Vec<Document>,
}

struct Document {
    standard: String,
    title: String,
    edition: String,
    tier: String,
    tier_title: String,
    conforms_to: Vec<String>,
}

impl Graph {
    pub(super) fn of(documents: &Value) -> Result<Graph, Error> {
        let document = |value: Value| {
            let texts = value.get_attr("conforms_to")?;
            Ok(Document {
                standard: text_of(&value, "standard")?,
                title: text_of(&value, "title")?,
                edition: text_of(&value, "edition")?,
                tier: text_of(&value, "tier")?,
                tier_title: text_of(&value, "tier_title")?,
                conforms_to: texts.try_iter()?.map(|text| text.to_string()).collect(),
            })
        };
        Ok(Graph { documents: documents.try_iter()?.map(document).collect::<Result<_, Error>>()? })
    }

    fn find(&self, standard: &str) -> Option<usize> {
        self.documents.iter().position(|document| document.standard == standard)
    }

    pub(super) fn table(&self, words: &Words) -> Data {
        let head = ["chart-document", "chart-edition", "chart-tier", "chart-conforms-to"]
            .map(|key| words.text(key, &[]));
        let name = |standard: &String| match self.find(standard).and_then(|i| self.documents.get(i)) {
            Some(document) => format!("{} ({})", document.title, document.edition),
            None => standard.clone(),
        };
        let row = |document: &Document| {
            let above: Vec<String> = document.conforms_to.iter().map(name).collect();
            [
                &document.title,
                &document.edition,
                &document.tier_title,
                &above.join(&words.text("report-comma", &[])),
            ]
            .map(|text| Datum::Text(text.clone()))
            .into()
        };
        Data { head: head.into(), rows: self.documents.iter().map(row).collect(), whole: true }
    }

    /// The documents of each tier, in order.
    fn tiers(&self) -> Vec<(&str, Vec<usize>)> {
        let mut tiers: Vec<(&str, &str, Vec<usize>)> = Vec::new();
        for (i, document) in self.documents.iter().enumerate() {
            match tiers.iter_mut().find(|(tier, ..)| *tier == document.tier) {
                Some((.., of_tier)) => of_tier.push(i),
                None => tiers.push((&document.tier, &document.tier_title, vec![i])),
            }
        }
        tiers.into_iter().map(|(_, title, of_tier)| (title, of_tier)).collect()
    }

    /// The documents that others conform to; each has a lane.
    fn targets(&self) -> Vec<usize> {
        let is_target = |i: &usize| {
            let standard = &self.documents[*i].standard;
            self.documents.iter().any(|document| document.conforms_to.contains(standard))
        };
        (0..self.documents.len()).filter(is_target).collect()
    }
}

/// Boxes in a row.
const IN_ROW: usize = 3;
const BOX: f64 = 60.0;
const GAP: f64 = 14.0;
const LANE: f64 = 7.0;

/// Where a box stands, and in which row.
#[derive(Clone, Copy, Default)]
struct Place {
    x: f64,
    y: f64,
    width: f64,
    row: usize,
    /// Where the room for lines above its row begins.
    room: f64,
    /// Where the room for lines below its row begins.
    below: f64,
}

pub(super) fn draw(graph: &Graph, labels: &Labels) -> Option<String> {
    if graph.documents.is_empty() {
        return None;
    }
    let mut svg = Svg::new(labels.number);
    let targets = graph.targets();
    let (places, height) = layout(&mut svg, graph, targets.len());
    for (source, document) in graph.documents.iter().enumerate() {
        for target in document.conforms_to.iter().filter_map(|standard| graph.find(standard)) {
            let lane = targets.iter().position(|t| *t == target).unwrap_or(0);
            edge(&mut svg, places[source], places[target], lane, targets.len());
        }
    }
    for (document, place) in graph.documents.iter().zip(&places) {
        node(&mut svg, document, *place);
    }
    Some(svg.finish(height, labels))
}

/// Bands and places of boxes; between rows there is room for a line to each target.
fn layout(svg: &mut Svg, graph: &Graph, n_targets: usize) -> (Vec<Place>, f64) {
    let mut places = vec![Place::default(); graph.documents.len()];
    let channel = LANE * (n_targets as f64 + 2.0);
    let left = 12.0 + LANE * n_targets as f64;
    // Above the first row there is room only where something in it conforms to something.
    let from_first = graph.tiers().first().is_some_and(|(_, first)| {
        first
            .iter()
            .take(IN_ROW)
            .any(|&i| graph.documents[i].conforms_to.iter().any(|s| graph.find(s).is_some()))
    });
    let (mut y, mut row) = (if from_first { channel } else { 0.0 }, 0);
    for (title, documents) in graph.tiers() {
        let rows: Vec<&[usize]> = documents.chunks(IN_ROW).collect();
        let height = 26.0 + rows.len() as f64 * (BOX + channel) - channel + 10.0;
        svg.rect([left, y, WIDTH - left - 1.0, height], SHADE, "rx=\"6\"");
        svg.text(
            [left + 10.0, y + 17.0],
            "start",
            title,
            &format!("font-size=\"12\" font-weight=\"700\" fill=\"{SOFT}\""),
        );
        y += 26.0;
        let n_rows = rows.len();
        for (nth, of_row) in rows.into_iter().enumerate() {
            let below = if nth + 1 == n_rows { y + BOX + 10.0 } else { y + BOX };
            let room = if nth == 0 { y - 26.0 - channel } else { y - channel };
            let width = (WIDTH - left - 1.0 - GAP * (IN_ROW as f64 + 1.0)) / IN_ROW as f64;
            // A row that is not full stands in the middle.
            let free = (IN_ROW - of_row.len()) as f64 * (width + GAP) / 2.0;
            for (i, &document) in of_row.iter().enumerate() {
                let x = left + free + GAP + (width + GAP) * i as f64;
                places[document] = Place { x, y, width, row, room, below };
            }
            y += BOX + channel;
            row += 1;
        }
        y += 10.0;
    }
    (places, y - channel + 1.0)
}

/// Up from a box, along the rows and the lane of the target, and up into it.
fn edge(svg: &mut Svg, from: Place, to: Place, lane: usize, n_targets: usize) {
    let level = LANE * (lane as f64 + 1.0);
    // Ends of lines to several targets stand beside one another.
    let spread = |place: Place| place.x + place.width * (lane as f64 + 1.0) / (n_targets as f64 + 1.0);
    let (start, end) = (spread(from), to.x + to.width / 2.0);
    let below = to.below + level;
    let d = if from.row == to.row + 1 {
        format!("M{} {}V{}H{}V{}", n(start), n(from.y), n(below), n(end), n(to.y + BOX + 1.0))
    } else {
        let margin = 4.0 + LANE * lane as f64;
        let above = from.room + level;
        format!(
            "M{} {}V{}H{}V{}H{}V{}",
            n(start),
            n(from.y),
            n(above),
            n(margin),
            n(below),
            n(end),
            n(to.y + BOX + 1.0)
        )
    };
    let dash = ["", "stroke-dasharray=\"6 3\"", "stroke-dasharray=\"2 3\"", "stroke-dasharray=\"8 3 2 3\""]
        [lane % 4];
    svg.path(&d, &format!("stroke=\"{SOFT}\" stroke-width=\"1.3\" {dash} {}", svg.arrow()));
}

fn node(svg: &mut Svg, document: &Document, place: Place) {
    svg.rect(
        [place.x, place.y, place.width, BOX],
        "#ffffff",
        &format!("stroke=\"{INK}\" stroke-width=\"1\" rx=\"4\""),
    );
    let middle = place.x + place.width / 2.0;
    let title = lines(&document.title, place.width - 14.0, 12.0, 2);
    let top = if title.len() == 1 { 27.0 } else { 19.0 };
    for (i, line) in title.iter().enumerate() {
        svg.text([middle, place.y + top + 15.0 * i as f64], "middle", line, "font-size=\"12\"");
    }
    svg.text(
        [middle, place.y + 51.0],
        "middle",
        &document.edition,
        &format!("font-size=\"11\" fill=\"{SOFT}\""),
    );
}
