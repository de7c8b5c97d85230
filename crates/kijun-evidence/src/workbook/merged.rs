//! The merged regions of a sheet, by column, and what their first cells hold.

use std::collections::{BTreeMap, HashMap};

use calamine::Dimensions;

use crate::raw::Node;
use crate::table::Region;

/// Merged regions. Rows are counted from 1, columns from 0.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// Of each column, the regions that it crosses, from above; no two of them share a cell.
    columns: BTreeMap<u32, Vec<Part>>,
    /// The number of the region that begins with a cell.
    firsts: HashMap<(u32, u32), usize>,
    /// What the first cell of a region holds, once it has been met.
    nodes: HashMap<usize, Node>,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    first_row: u32,
    last_row: u32,
    last_column: u32,
    region: usize,
}

impl Merged {
    /// The regions of a sheet. `None`: they cross more columns than so many, each counted for each region.
    pub(super) fn new(regions: &[Dimensions], most: u64) -> Option<Merged> {
        let mut sorted: Vec<(u32, u32, &Dimensions)> =
            regions.iter().map(|region| (region.start.0, region.start.1, region)).collect();
        sorted.sort_by_key(|(row, column, _)| (*row, *column));
        let (mut merged, mut parts) = (Merged::default(), 0_u64);
        for (number, (row, column, region)) in sorted.into_iter().enumerate() {
            let (last_row, last_column) = region.end;
            parts += u64::from(last_column.saturating_sub(column)) + 1;
            if parts > most {
                return None;
            }
            if last_row >= row && last_column >= column && merged.is_free(row + 1, column..=last_column) {
                merged.firsts.insert((row + 1, column), number);
                let part = Part { first_row: row + 1, last_row: last_row + 1, last_column, region: number };
                (column..=last_column).for_each(|c| merged.columns.entry(c).or_default().push(part));
            }
        }
        Some(merged)
    }

    /// Whether no region reaches into this row in these columns. Regions that overlap are damage; the upper one counts.
    fn is_free(&self, row: u32, mut columns: std::ops::RangeInclusive<u32>) -> bool {
        let last = |column: u32| self.columns.get(&column).and_then(|parts| parts.last());
        columns.all(|column| last(column).is_none_or(|part| part.last_row < row))
    }

    /// Notes what a cell holds, if a region begins with it.
    pub(super) fn note(&mut self, row: u32, column: u32, node: &Node) {
        if let Some(&region) = self.firsts.get(&(row, column)) {
            self.nodes.insert(region, node.clone());
        }
    }

    /// The region around a cell.
    pub(super) fn region(&self, row: u32, column: u32) -> Option<Region<'_>> {
        let parts = self.columns.get(&column)?;
        let below = parts.partition_point(|part| part.first_row <= row);
        let part = parts.get(below.checked_sub(1)?).filter(|part| row <= part.last_row)?;
        let node = self.nodes.get(&part.region);
        Some(Region { number: part.region, last_row: part.last_row, last_column: part.last_column, node })
    }
}
