//! The columns of a table by their names, alone and with the names of the groups above them.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::Place;

use super::{Cell, Grid, Row, cell};
use crate::header::{Expected, normal};
use crate::raw::Node;
use crate::report::Report;
use crate::wrong;

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    /// Its number, from 0.
    pub(super) index: u32,
    /// Further columns over which its header is merged.
    pub(super) further: Vec<u32>,
    /// The names by which something takes it; of one that nothing takes, its own.
    pub(super) names: Vec<Arc<str>>,
    /// Where its header stands.
    pub(super) place: Place,
    /// Whether another column has the same name, so that it names nothing.
    pub(super) repeated: bool,
}

/// A column's header, before anything is known of other columns.
struct Head {
    index: u32,
    further: Vec<u32>,
    place: Place,
    /// The merged region that its header is.
    region: Option<usize>,
    /// Its own name, then with the group right above it, then with all of them.
    names: Vec<String>,
}

/// Every name of every column that these rows would head.
pub(super) fn all_names<G: Grid>(grid: &G, rows: &[&Row]) -> Vec<String> {
    heads(grid, rows).into_iter().flat_map(|head| head.names).collect()
}

/// The columns. A name that stands twice names nothing, unless nobody uses it.
pub(super) fn named<G: Grid>(
    grid: &G,
    rows: &[Row],
    expected: &Expected,
    report: &mut Report,
) -> Vec<Column> {
    let heads = heads(grid, &rows.iter().collect::<Vec<_>>());
    let mut bearers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, head) in heads.iter().enumerate() {
        head.names.iter().for_each(|name| bearers.entry(name).or_default().push(i));
    }
    let columns = heads.iter().enumerate().map(|(i, head)| {
        let alone = |name: &&String| bearers.get(name.as_str()).is_some_and(|all| all.len() == 1);
        let used = |name: &&String| expected.takes(name);
        let clash = head.names.iter().find(|name| !alone(name) && used(name));
        let clash = clash.or_else(|| head.names.first().filter(|_| !head.names.iter().any(|n| alone(&n))));
        if let Some(name) = clash
            && let Some(&first) = bearers.get(name.as_str()).and_then(|all| all.first()).filter(|f| **f != i)
        {
            report.push(wrong::duplicate_column(head.place, name, heads[first].place));
        }
        let unique = head.names.iter().filter(|name| clash.is_none() && alone(name));
        let offered = || clash.into_iter().chain(unique.clone());
        let mut names: Vec<Arc<str>> = offered().flat_map(|name| expected.spellings(name)).collect();
        if names.is_empty() {
            names.extend(offered().next().map(|name| name.as_str().into()));
        }
        let Head { index, place, .. } = *head;
        Column { index, further: head.further.clone(), names, place, repeated: clash.is_some() }
    });
    columns.collect()
}

/// The columns that these rows head, the last one by name and those above it by groups.
fn heads<G: Grid>(grid: &G, rows: &[&Row]) -> Vec<Head> {
    let Some((last, above)) = rows.split_last() else { return Vec::new() };
    let mut heads: Vec<Head> = Vec::new();
    for index in indexes(grid, rows) {
        let found = cell(grid, last, index);
        let own = name(&found.node);
        if own.is_empty() {
            continue;
        }
        if let Some(before) = heads.last_mut().filter(|h| h.region.is_some() && h.region == found.region) {
            before.further.push(index);
            continue;
        }
        let mut groups: Vec<String> = Vec::new();
        for row in above.iter().filter(|_| !grid.is_even()) {
            let group = cell(grid, row, index);
            let text = name(&group.node);
            let repeats = group.region.is_some() && group.region == found.region;
            if !text.is_empty() && !repeats && groups.last() != Some(&text) {
                groups.push(text);
            }
        }
        let mut names = vec![own.clone()];
        names.extend(groups.last().map(|group| format!("{group}.{own}")));
        if groups.len() > 1 {
            names.push(format!("{}.{own}", groups.join(".")));
        }
        heads.push(Head { index, further: Vec::new(), place: found.place, region: found.region, names });
    }
    heads
}

/// The columns in which these rows have cells, those among them over which a cell is merged.
fn indexes<G: Grid>(grid: &G, rows: &[&Row]) -> Vec<u32> {
    let last = |row: &Row, cell: &Cell| grid.region(row.number, cell.column).map(|region| region.last_column);
    let reach = |row: &Row, cell: &Cell| cell.column..=last(row, cell).unwrap_or(cell.column);
    let cells = rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (*row, cell)));
    let mut indexes: Vec<u32> = cells.flat_map(|(row, cell)| reach(row, cell)).collect();
    indexes.sort_unstable();
    indexes.dedup();
    indexes
}

fn name(node: &Node) -> String {
    normal(node.written().unwrap_or(""))
}
