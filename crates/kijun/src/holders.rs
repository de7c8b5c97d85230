//! How many people hold each role, as the evidence of the people that the manifest names says.

use std::collections::{BTreeMap, BTreeSet};

use kijun_evidence::Directory;
use kijun_model::KindId;

use crate::load::Loaded;
use crate::reach::Held;

/// How many people hold each role, by its name.
pub(crate) struct Holders(BTreeMap<String, usize>);

impl Holders {
    /// The kind of the people, where the manifest names it.
    pub(crate) fn people(loaded: &Loaded) -> Option<KindId> {
        Some(loaded.plan.as_ref()?.organised.people.as_ref()?.kind)
    }

    /// Counts them.
    pub(crate) fn of(loaded: &Loaded, held: &Held) -> Option<Holders> {
        let (model, organised) = (&loaded.model, &loaded.plan.as_ref()?.organised);
        let people = organised.people.as_ref()?;
        let mut directory = Directory::new(model, organised);
        let mut holders = BTreeMap::new();
        for person in held.subjects(loaded, people.kind) {
            let roles = directory.look(person).into_iter().map(|held| model.role(held.role).name.to_string());
            for role in roles.collect::<BTreeSet<_>>() {
                *holders.entry(role).or_default() += 1;
            }
        }
        Some(Holders(holders))
    }

    /// How many hold a role.
    pub(crate) fn count(&self, role: &str) -> usize {
        self.0.get(role).copied().unwrap_or(0)
    }
}
