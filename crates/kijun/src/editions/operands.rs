//! What an operand names: editions by name, or those that rule files hold.

use std::collections::BTreeSet;
use std::path::Path;

use kijun_model::{EditionId, Model};
use kijun_standards::cite_edition;

use super::EditionsError;
use crate::load::Loaded;

/// One side of a comparison.
#[derive(Clone, Debug)]
pub enum EditionsOperand<'a> {
    /// `standard@edition`, or `standard` for its latest; a date may be cut short where that leaves one edition. Several, where a
    /// document was put together of some.
    Names(Vec<&'a str>),
    /// A rule file or a folder of them, whose latest editions are meant.
    Rules(&'a Path),
}

/// The editions of both sides.
pub(super) fn editions(
    loaded: &Loaded,
    old: &EditionsOperand<'_>,
    new: &EditionsOperand<'_>,
) -> Result<(Vec<EditionId>, Vec<EditionId>), EditionsError> {
    let [old_ids, new_ids] = [side(loaded, old)?, side(loaded, new)?];
    let (EditionsOperand::Rules(_), EditionsOperand::Rules(_)) = (old, new) else {
        return Ok((old_ids, new_ids));
    };
    let model = &loaded.model;
    let names =
        |ids: &[EditionId]| ids.iter().map(|&id| model.edition(id).name.clone()).collect::<BTreeSet<_>>();
    let common: BTreeSet<_> = names(&old_ids).intersection(&names(&new_ids)).cloned().collect();
    let shared = |ids: Vec<EditionId>| -> Vec<EditionId> {
        ids.into_iter().filter(|&id| common.contains(&model.edition(id).name)).collect()
    };
    match (common.is_empty(), old_ids.len(), new_ids.len()) {
        // The standard itself may have another name now.
        (true, 1, 1) => Ok((old_ids, new_ids)),
        (true, ..) => Err(EditionsError::NothingInCommon),
        _ => Ok((shared(old_ids), shared(new_ids))),
    }
}

fn side(loaded: &Loaded, operand: &EditionsOperand<'_>) -> Result<Vec<EditionId>, EditionsError> {
    match operand {
        EditionsOperand::Names(names) => names.iter().map(|name| named(&loaded.model, name)).collect(),
        EditionsOperand::Rules(path) => Ok(held(loaded, path)),
    }
}

fn named(model: &Model, text: &str) -> Result<EditionId, EditionsError> {
    let (name, date) = text.split_once('@').map_or((text, None), |(name, date)| (name, Some(date)));
    let means = |id: &EditionId| {
        let edition = model.edition(*id);
        *edition.name == *name && date.is_none_or(|date| edition.date.to_string().starts_with(date))
    };
    let found: Vec<EditionId> = all(model).filter(means).collect();
    match (date, &found[..]) {
        (None, [_, ..]) => found.iter().copied().max_by_key(|&id| model.edition(id).date),
        (Some(_), &[only]) => Some(only),
        _ => None,
    }
    .ok_or_else(|| {
        EditionsError::Unknown(text.to_owned(), all(model).map(|id| cite_edition(model, id)).collect())
    })
}

fn all(model: &Model) -> impl Iterator<Item = EditionId> {
    (0..model.editions.len()).map(EditionId::from_index)
}

/// The latest edition of each standard that stands in a file or a folder.
fn held(loaded: &Loaded, path: &Path) -> Vec<EditionId> {
    let model = &loaded.model;
    let stands = |id: &EditionId| {
        let file = loaded.sources.get(model.edition(*id).span.file).name();
        Path::new(file).starts_with(path)
    };
    let held: Vec<EditionId> = all(model).filter(stands).collect();
    let later = |id: EditionId| {
        let own = model.edition(id);
        held.iter()
            .any(|&other| model.edition(other).name == own.name && model.edition(other).date > own.date)
    };
    held.iter().copied().filter(|&id| !later(id)).collect()
}
