//! Fixes, made: the texts as they are after all edits that do not get in each other's way.

use std::collections::BTreeMap;

use kijun_diag::{Diagnostics, Edit, FileId, Fix, Safety, Sources};

/// What became of fixes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The files that change, and what they hold afterwards.
    pub texts: BTreeMap<FileId, String>,
    /// How many fixes were made.
    pub n_made: usize,
    /// How many were left, since they get in the way of others: after another look they can be made.
    pub n_left: usize,
}

/// Makes every fix that is at most so unsafe, in order. Of two that touch the same text the first is made.
#[must_use]
pub fn apply(sources: &Sources, diagnostics: &Diagnostics, at_most: Safety) -> Fixed {
    let mut fixed = Fixed::default();
    let mut made: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    let fixes = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
    for fix in fixes.filter(|fix| fix.safety <= at_most) {
        if is_free(fix, &made) {
            fixed.n_made += 1;
            fix.edits.iter().for_each(|edit| made.entry(edit.span.file).or_default().push(edit));
        } else {
            fixed.n_left += 1;
        }
    }
    let texts = made.into_iter().map(|(file, edits)| (file, written(sources, file, edits)));
    fixed.texts = texts.collect();
    fixed
}

/// Whether no edit of a fix touches one that was made.
fn is_free(fix: &Fix, made: &BTreeMap<FileId, Vec<&Edit>>) -> bool {
    fix.edits.iter().all(|edit| {
        let others = made.get(&edit.span.file).into_iter().flatten();
        others.into_iter().all(|other| edit.span.end < other.span.start || other.span.end < edit.span.start)
    })
}

fn written(sources: &Sources, file: FileId, mut edits: Vec<&Edit>) -> String {
    let mut text = sources.get(file).text().map_or_else(String::new, |text| text.to_string());
    edits.sort();
    for edit in edits.into_iter().rev() {
        text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
    }
    text
}
