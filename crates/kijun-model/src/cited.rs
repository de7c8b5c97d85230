//! Provisions as people name them outside of rules: `standard[@edition]:clause[#label]`, in manifests and in evidence.

use crate::{Clause, ClauseId, Model, StatementId};

/// A citation, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited<'a> {
    /// The standard's name.
    pub standard: &'a str,
    /// The edition, where one is named.
    pub edition: Option<&'a str>,
    /// The clause's number.
    pub clause: &'a str,
    /// The label or ordinal of a statement, where one is named.
    pub label: Option<&'a str>,
}

impl<'a> Cited<'a> {
    /// Takes a citation apart. `None`: it names no clause of a standard.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Cited<'a>> {
        let (standard, rest) = text.trim().split_once(':')?;
        let (standard, edition) =
            standard.split_once('@').map_or((standard, None), |(name, date)| (name, Some(date)));
        let (clause, label) =
            rest.split_once('#').map_or((rest, None), |(clause, label)| (clause, Some(label)));
        let named = !standard.is_empty() && !clause.is_empty();
        named.then_some(Cited { standard, edition, clause, label })
    }

    /// The clause through its editions: `standard:clause`.
    #[must_use]
    pub fn provision(&self) -> String {
        format!("{}:{}", self.standard, self.clause)
    }

    fn names(&self, model: &Model, clause: &Clause) -> bool {
        let edition = model.edition(clause.edition);
        *edition.name == *self.standard
            && *clause.number == *self.clause
            && self.edition.is_none_or(|date| edition.date.to_string() == date)
    }
}

impl Model {
    /// The clauses that a citation names; without an edition, those of all editions.
    pub fn clauses_cited<'a>(&'a self, cited: Cited<'a>) -> impl Iterator<Item = ClauseId> + 'a {
        let all = (0..self.clauses.len()).map(ClauseId::from_index);
        all.filter(move |&id| cited.names(self, self.clause(id)))
    }

    /// The statements that a citation names: one by its label or ordinal, or all of a clause; without an edition, those of all
    /// editions.
    #[must_use]
    pub fn statements_cited(&self, text: &str) -> Vec<StatementId> {
        let Some(cited) = Cited::parse(text) else { return Vec::new() };
        let meant = |id: &StatementId| {
            let statement = self.statement(*id);
            let called = |label: &str| match &statement.label {
                Some(own) => **own == *label,
                None => statement.ordinal.to_string() == label,
            };
            cited.label.is_none_or(called)
        };
        let clauses = self.clauses_cited(cited);
        clauses.flat_map(|clause| &self.clause(clause).statements).copied().filter(meant).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_is_taken_apart_at_its_marks() {
        let cited = Cited::parse("moj_standard@2011-10-01:2.2.1.1(a)#length").unwrap();
        assert_eq!((cited.standard, cited.edition), ("moj_standard", Some("2011-10-01")));
        assert_eq!((cited.clause, cited.label), ("2.2.1.1(a)", Some("length")));
        assert_eq!(cited.provision(), "moj_standard:2.2.1.1(a)");
        assert_eq!(Cited::parse("moj_standard:第3条").map(|c| c.edition), Some(None));
        for nothing in ["", "moj_standard", ":3", "moj_standard:", "server"] {
            assert_eq!(Cited::parse(nothing), None, "{nothing}");
        }
    }
}
