//! Stacked bars: how many findings of each level reach which tier.

use minijinja::{Error, Value};

use super::svg::{INK, Labels, SIZE, SOFT, Svg, WIDTH, fit, width};
use super::{Data, Datum, text_of};
use crate::annual::words::Words;

/// Findings counted by level and tier.
pub(super) struct Stacks {
    levels: Vec<String>,
    tiers: Vec<String>,
    /// By level, then by tier.
    counts: Vec<Vec<u64>>,
}

/// Counts findings. Tiers are in the order given, then in that of the findings; those without one come last.
pub(super) fn stacks(findings: &Value, tiers: Option<&Value>, words: &Words) -> Result<Stacks, Error> {
    let mut named: Vec<(String, String)> = Vec::new();
    if let Some(tiers) = tiers.filter(|tiers| !tiers.is_none() && !tiers.is_undefined()) {
        for tier in tiers.try_iter()? {
            named.push((text_of(&tier, "name")?, text_of(&tier, "title")?));
        }
    }
    let levels = kijun_findings::Level::ALL;
    let mut found = Vec::new();
    for finding in findings.try_iter()? {
        let (level, tier) = (text_of(&finding, "level")?, text_of(&finding, "tier")?);
        if !tier.is_empty() && !named.iter().any(|(name, _)| *name == tier) {
            named.push((tier.clone(), text_of(&finding, "tier_title")?));
        }
        found.push((level, tier));
    }
    named.push((String::new(), words.text("chart-tier-none", &[])));
    let count =
        |level: &str, tier: &str| found.iter().filter(|(l, t)| l == level && t == tier).count() as u64;
    named.retain(|(tier, _)| found.iter().any(|(_, t)| t == tier));
    Ok(Stacks {
        levels: levels.map(|level| words.level(level)).into(),
        counts: levels.map(|level| named.iter().map(|(tier, _)| count(level.name(), tier)).collect()).into(),
        tiers: named.into_iter().map(|(_, title)| title).collect(),
    })
}

pub(super) fn table(stacks: &Stacks, words: &Words) -> Data {
    let mut head = vec![words.text("chart-level", &[])];
    head.extend(stacks.tiers.iter().cloned());
    head.push(words.text("chart-total", &[]));
    let row = |(level, counts): (&String, &Vec<u64>)| {
        let numbers = counts
            .iter()
            .chain([&counts.iter().sum::<u64>()])
            .map(|n| Datum::Number(n.to_string()))
            .collect::<Vec<_>>();
        std::iter::once(Datum::Text(level.clone())).chain(numbers).collect()
    };
    Data { head, rows: stacks.levels.iter().zip(&stacks.counts).map(row).collect(), whole: true }
}

const ROW: f64 = 40.0;
const LEFT: f64 = 132.0;
const RIGHT: f64 = 60.0;

pub(super) fn draw(stacks: &Stacks, labels: &Labels) -> Option<String> {
    let totals: Vec<u64> = stacks.counts.iter().map(|counts| counts.iter().sum()).collect();
    let most = totals.iter().copied().max().filter(|most| *most > 0)?;
    let mut svg = Svg::new(labels.number);
    let top = legend(&mut svg, &stacks.tiers);
    let unit = (WIDTH - LEFT - RIGHT) / most as f64;
    for (i, (level, counts)) in stacks.levels.iter().zip(&stacks.counts).enumerate() {
        let y = top + ROW * i as f64;
        svg.text([LEFT - 10.0, y + 25.0], "end", &fit(level, LEFT - 12.0, SIZE), "");
        let mut x = LEFT;
        for (tier, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let length = unit * count as f64;
            let fill = svg.fill(tier);
            svg.rect(
                [x, y + 8.0, length, ROW - 14.0],
                &fill,
                &format!("stroke=\"{INK}\" stroke-width=\"1\""),
            );
            inside(&mut svg, x + length / 2.0, y, length, count);
            x += length;
        }
        let total = totals.get(i).copied().unwrap_or(0);
        svg.text([x + 8.0, y + 25.0], "start", &total.to_string(), "font-weight=\"700\"");
    }
    Some(svg.finish(top + ROW * stacks.levels.len() as f64 + 6.0, labels))
}

/// A number in a bar, on a ground of its own, where there is room.
fn inside(svg: &mut Svg, x: f64, y: f64, length: f64, count: u64) {
    let text = count.to_string();
    let room = width(&text, 12.0) + 8.0;
    if room < length {
        svg.rect([x - room / 2.0, y + 13.0, room, 16.0], "#ffffff", "rx=\"3\"");
        svg.text([x, y + 25.0], "middle", &text, "font-size=\"12\"");
    }
}

/// What each fill stands for; gives where the bars begin.
fn legend(svg: &mut Svg, tiers: &[String]) -> f64 {
    let (mut x, mut y) = (LEFT, 4.0);
    for (i, tier) in tiers.iter().enumerate() {
        let room = width(tier, 12.0) + 42.0;
        if x + room > WIDTH && x > LEFT {
            (x, y) = (LEFT, y + 22.0);
        }
        let fill = svg.fill(i);
        svg.rect([x, y, 18.0, 13.0], &fill, &format!("stroke=\"{INK}\" stroke-width=\"1\""));
        svg.text([x + 24.0, y + 11.0], "start", tier, &format!("font-size=\"12\" fill=\"{SOFT}\""));
        x += room;
    }
    y + 24.0
}
