//! The documents that a question about tests is limited to.

use kijun_model::{EditionId, Model};
use kijun_standards::cite_edition;

/// Some documents, or all.
pub(super) struct Documents(Option<Vec<EditionId>>);

impl Documents {
    /// Those that names mean, `standard` or `standard@edition`, and the names that mean none. Without names, all.
    pub(super) fn named(model: &Model, names: &[String]) -> (Documents, Vec<String>) {
        if names.is_empty() {
            return (Documents(None), Vec::new());
        }
        let (mut found, mut unknown) = (Vec::new(), Vec::new());
        for name in names {
            let means =
                |id: &EditionId| *model.edition(*id).name == **name || cite_edition(model, *id) == *name;
            let meant: Vec<EditionId> =
                (0..model.editions.len()).map(EditionId::from_index).filter(means).collect();
            if meant.is_empty() {
                unknown.push(name.clone());
            }
            found.extend(meant);
        }
        (Documents(Some(found)), unknown)
    }

    /// Whether a document is among them.
    pub(super) fn hold(&self, edition: EditionId) -> bool {
        self.0.as_ref().is_none_or(|some| some.contains(&edition))
    }
}
