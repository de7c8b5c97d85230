//! One order for two runs: of tiers, and of statements. The same whichever of them is called the older.

use std::collections::BTreeMap;

use crate::RunRecord;
use crate::matrix::Matrix;

/// The rank of every tier that either run knows: higher than another if one of the runs has it so. 0 is the highest.
pub(super) fn ranks(runs: [&RunRecord; 2]) -> BTreeMap<&str, u32> {
    let orders = runs.map(tiers);
    let mut ranks: BTreeMap<&str, u32> = orders.iter().flatten().map(|tier| (*tier, 0)).collect();
    let lowest = u32::try_from(ranks.len()).unwrap_or(u32::MAX);
    // Where the two runs contradict each other, the ranks stop at the lowest there may be.
    let mut is_settled = false;
    while !is_settled {
        is_settled = true;
        for pair in orders.iter().flat_map(|order| order.windows(2)) {
            let below = ranks.get(pair[0]).map_or(0, |rank| (rank + 1).min(lowest));
            if let Some(rank) = ranks.get_mut(pair[1]).filter(|rank| **rank < below) {
                *rank = below;
                is_settled = false;
            }
        }
    }
    ranks
}

/// The tiers of the documents that bind, higher ones first, each once.
fn tiers(record: &RunRecord) -> Vec<&str> {
    let mut tiers: Vec<&str> = Vec::new();
    for standard in &record.standards {
        if !tiers.contains(&standard.tier.as_str()) {
            tiers.push(&standard.tier);
        }
    }
    tiers
}

/// The place of every lineage in force in either run, in the order of the documents.
pub(super) fn places<'r>(old: &Matrix<'r>, new: &Matrix<'r>) -> BTreeMap<&'r str, u32> {
    let mut places: BTreeMap<&str, (usize, usize)> = old.lineages().map(|(l, at)| (l, (at, at))).collect();
    for (lineage, at) in new.lineages() {
        let place = places.entry(lineage).or_insert((at, at));
        *place = (place.0.min(at), place.1.max(at));
    }
    let mut order: Vec<((usize, usize), &str)> = places.into_iter().map(|(l, place)| (place, l)).collect();
    order.sort_unstable();
    let numbered = order.into_iter().zip(0..);
    numbered.map(|((_, lineage), number)| (lineage, number)).collect()
}
