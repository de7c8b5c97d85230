//! What names a clause beside the documents that put it into effect.

use std::collections::BTreeMap;

use kijun_findings::{Naming, NamingSort};
use kijun_model::{ClauseId, Link, MeasureId, Model, Target};
use kijun_standards::clauses_of;

/// What names each clause: sort and name.
pub(super) struct Names {
    by_clause: BTreeMap<ClauseId, Vec<(NamingSort, String)>>,
}

impl Names {
    pub(super) fn of(model: &Model) -> Names {
        let mut names = Names { by_clause: BTreeMap::new() };
        for exception in &model.exceptions {
            names.add(model, &exception.to, NamingSort::Exception, &exception.id);
            names.add(model, &exception.compensated_by, NamingSort::Compensation, &exception.id);
        }
        for (index, measure) in model.measures.iter().enumerate() {
            let cited = model.cite_measure(MeasureId::from_index(index));
            names.add(model, &measure.see, NamingSort::Measure, &cited);
        }
        for (index, clause) in model.clauses.iter().enumerate() {
            let cited = model.cite_clause(ClauseId::from_index(index));
            names.add(model, &clause.see, NamingSort::Reference, &cited);
        }
        names
    }

    fn add(&mut self, model: &Model, links: &[Link<Target>], sort: NamingSort, name: &str) {
        for clause in links.iter().flat_map(|link| clauses_of(model, link.to)) {
            self.by_clause.entry(clause).or_default().push((sort, name.to_owned()));
        }
    }

    /// What names some clauses, each once.
    pub(super) fn naming(&self, model: &Model, clauses: &[ClauseId]) -> Vec<Naming> {
        let mut found = Vec::new();
        for &clause in clauses {
            for (sort, name) in self.by_clause.get(&clause).into_iter().flatten() {
                let naming = Naming { sort: *sort, name: name.clone(), clause: model.cite_clause(clause) };
                if !found.contains(&naming) {
                    found.push(naming);
                }
            }
        }
        found
    }
}
