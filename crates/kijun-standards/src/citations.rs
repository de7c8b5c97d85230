//! Documents that cite an edition which does not bind on the date.

use jiff::civil::Date;
use kijun_diag::Diagnostics;
use kijun_model::{EditionId, Model};

use crate::editions::State;
use crate::{Standards, problems};

impl Standards {
    /// The stale citations (`conforms to`) of documents in force on a date. Three different things: superseded, not yet in
    /// force, lapsed. An edition that was never issued is no citation at all; resolving names tells that.
    #[must_use]
    pub fn citations(&self, model: &Model, date: Date) -> Diagnostics {
        let mut found = Diagnostics::default();
        for (index, edition) in model.editions.iter().enumerate() {
            let id = EditionId::from_index(index);
            if !self.is_in_force(id, date) {
                continue;
            }
            for &link in &edition.conforms_to {
                found.extend(match self.state(link.to, date) {
                    State::InForce { .. } => None,
                    State::Superseded { by, since } => {
                        Some(problems::citation_superseded(model, (id, link), date, (by, since)))
                    }
                    State::Coming { from } => {
                        Some(problems::citation_not_yet_in_force(model, (id, link), date, from))
                    }
                    State::Lapsed { until } => {
                        Some(problems::citation_lapsed(model, (id, link), date, until))
                    }
                });
            }
        }
        found
    }
}
