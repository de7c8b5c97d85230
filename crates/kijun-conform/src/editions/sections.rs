//! Sections of two editions: which are the same, so that it shows where a clause now stands in another one.
//!
//! A section is known by its title and those around it; one whose title is new, by its number. That sections before it came or went
//! moves nothing.

use std::collections::{BTreeMap, BTreeSet};

use kijun_model::{ClauseId, EditionId, Model, SectionId};

use crate::words::Words;

/// The sections of one edition, by those of the other.
pub(super) struct Sections {
    same: BTreeMap<SectionId, SectionId>,
}

impl Sections {
    pub(super) fn of(model: &Model, old: &[EditionId], new: &[EditionId]) -> Sections {
        let [old, new] = [old, new].map(|editions| {
            let all = (0..model.sections.len()).map(SectionId::from_index);
            all.filter(|&s| editions.contains(&model.section(s).edition)).collect::<Vec<_>>()
        });
        let mut same = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for key in [path as fn(&Model, SectionId) -> String, number] {
            let mut named: BTreeMap<String, Vec<SectionId>> = BTreeMap::new();
            for &section in new.iter().filter(|section| !taken.contains(*section)) {
                named.entry(key(model, section)).or_default().push(section);
            }
            for &section in &old {
                if !same.contains_key(&section)
                    && let Some([only]) = named.get(&key(model, section)).map(Vec::as_slice)
                    && taken.insert(*only)
                {
                    same.insert(section, *only);
                }
            }
        }
        Sections { same }
    }

    /// The sections of a clause in both editions, where they are not the same.
    pub(super) fn moved(
        &self,
        model: &Model,
        old: ClauseId,
        new: ClauseId,
    ) -> Option<(Option<SectionId>, Option<SectionId>)> {
        let [old, new] = [old, new].map(|clause| model.clause(clause).section);
        let stays = match (old, new) {
            (Some(old), Some(new)) => self.same.get(&old) == Some(&new),
            (old, new) => old.is_none() && new.is_none(),
        };
        (!stays).then_some((old, new))
    }
}

/// The titles of a section and of those around it; for one without a title its number.
fn path(model: &Model, section: SectionId) -> String {
    let around = std::iter::successors(Some(section), |&s| model.section(s).parent);
    let name = |s: SectionId| {
        let section = model.section(s);
        let title = section.titles.plain.as_ref().or(section.titles.tagged.first().map(|(_, title)| title));
        let words = Words::of(title.unwrap_or(&section.number));
        words.iter().collect::<Vec<_>>().join(" ")
    };
    around.map(name).collect::<Vec<_>>().join("\n")
}

fn number(model: &Model, section: SectionId) -> String {
    let section = model.section(section);
    format!("{}:{}", model.edition(section.edition).name, section.number)
}
