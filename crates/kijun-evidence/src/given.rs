//! Whether the names that a manifest gives occur in the evidence: one that never does would read as a field that is
//! rightly absent.

use std::collections::BTreeSet;

use crate::names::Given;
use crate::raw::Raw;
use crate::report::Report;
use crate::wrong;

/// What became of the names that the manifest gives in one source, by number.
#[derive(Debug)]
pub(crate) struct Met<'a> {
    given: &'a [Given],
    fates: Vec<Fate>,
    /// Names that stood where others were sought.
    seen: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Fate {
    sought: bool,
    found: bool,
    /// The header of the file being read lacks it.
    no_column: bool,
    told: bool,
}

/// So many names are remembered for a suggestion.
const MOST: usize = 200;

impl<'a> Met<'a> {
    pub(crate) fn new(given: &'a [Given]) -> Met<'a> {
        Met { given, fates: vec![Fate::default(); given.len()], seen: BTreeSet::new() }
    }

    /// Looks a given name up, and notes whether it is there.
    pub(crate) fn find<'r>(&mut self, number: usize, base: &'r Raw) -> Option<&'r Raw> {
        let name = &self.given.get(number)?.name;
        let fate = self.fates.get_mut(number)?;
        let found = base.find(name);
        fate.sought = true;
        fate.found |= found.is_some();
        if !fate.found && self.seen.len() < MOST {
            self.seen.extend(names(base));
        }
        found
    }

    /// Whether the file being read has no column of a given name.
    pub(crate) fn no_column(&self, number: usize) -> bool {
        self.fates.get(number).is_some_and(|fate| fate.no_column)
    }

    /// Compares the columns of a file with the names; `false`: one is not there.
    pub(crate) fn columns(&mut self, path: &str, columns: &[&str], report: &mut Report) -> bool {
        let mut whole = true;
        for (given, fate) in self.given.iter().zip(&mut self.fates) {
            fate.no_column = !columns.contains(&&*given.name);
            fate.found |= !fate.no_column;
            whole &= !fate.no_column;
            // One place of the manifest is told of once, with the first file.
            if fate.no_column && !std::mem::replace(&mut fate.told, true) {
                report.push(wrong::from_name_nowhere(given.span, &given.name, path, columns));
            }
        }
        whole
    }

    /// At the end of a source: what was sought and never found; `false`: there is such a name.
    pub(crate) fn finish(self, pattern: &str, report: &mut Report) -> bool {
        let seen: Vec<&str> = self.seen.iter().map(String::as_str).collect();
        let mut whole = true;
        for (given, fate) in self.given.iter().zip(&self.fates) {
            let nowhere = fate.sought && !fate.found;
            whole &= !nowhere;
            if nowhere && !fate.told {
                report.push(wrong::from_name_nowhere(given.span, &given.name, pattern, &seen));
            }
        }
        whole
    }
}

/// The names of a map, and those one step below it as paths.
fn names(base: &Raw) -> impl Iterator<Item = String> {
    base.entries().iter().flat_map(|entry| {
        let below = entry.value.entries().iter().map(|inner| format!("{}.{}", entry.name, inner.name));
        std::iter::once(entry.name.to_string()).chain(below)
    })
}
