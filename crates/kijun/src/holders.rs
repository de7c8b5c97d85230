//! How many people hold each role, as the evidence of the people that the manifest names says.

use std::collections::BTreeMap;

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

    /// Counts them. What names no role is told by an audit.
    pub(crate) fn of(loaded: &Loaded, held: &Held) -> Option<Holders> {
        let people = Holders::people(loaded)?;
        let mut directory = Directory::new(&loaded.model, &loaded.plan.as_ref()?.organised);
        for person in held.subjects(loaded, people) {
            directory.look(person);
        }
        let (known, _) = directory.finish(0);
        let mut count = BTreeMap::new();
        for (role, holders) in known.holders {
            *count.entry(loaded.model.role(role).name.to_string()).or_default() += holders.len();
        }
        Some(Holders(count))
    }

    /// How many hold a role.
    pub(crate) fn count(&self, role: &str) -> usize {
        self.0.get(role).copied().unwrap_or(0)
    }
}
