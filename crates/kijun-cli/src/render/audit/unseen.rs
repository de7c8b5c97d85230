//! What the rest of the audit cannot see, and what findings say beside their statement.

use std::collections::BTreeMap;

use kijun_findings::{Finding, RunRecord, Texts};

use super::{Report, hang, level_style, line};

/// The titles of clauses, by `standard:clause`.
pub(crate) type Titles<'r> = BTreeMap<String, &'r Texts>;

/// The titles of the clauses whose statements are in force.
pub(super) fn titles(record: &RunRecord) -> Titles<'_> {
    record.statements.iter().map(|statement| (lasting(&statement.statement), &statement.title)).collect()
}

/// A citation without edition and label.
fn lasting(citation: &str) -> String {
    let (document, place) = citation.split_once(':').unwrap_or((citation, ""));
    let name = document.split('@').next().unwrap_or(document);
    format!("{name}:{}", place.split('#').next().unwrap_or(place))
}

impl Report<'_> {
    /// Those of some findings that are outside the view of the rest of the audit, under a heading of their own.
    pub(super) fn unseen(&self, out: &mut String, findings: &[&Finding], titles: &Titles<'_>) {
        let unseen: Vec<&Finding> = findings.iter().copied().filter(|finding| finding.unseen).collect();
        let Some(first) = unseen.first() else { return };
        let count = self.text("audit-count", &[("n", unseen.len().into())]);
        let head = format!("{} {count}", self.text("audit-unseen", &[]));
        line(out, &self.paint(level_style(first.level), &head));
        hang(out, "  ", &self.text("audit-unseen-why", &[]));
        self.groups(out, &unseen, titles);
        line(out, "");
    }

    /// The provisions that the subject's evidence names, with their titles.
    pub(super) fn concerns(&self, out: &mut String, finding: &Finding, titles: &Titles<'_>) {
        if finding.concerns.is_empty() {
            return;
        }
        let shown = |provision: &String| match titles.get(provision) {
            Some(title) => format!("{provision}  {}", self.pick(title)),
            None => provision.clone(),
        };
        let shown: Vec<String> = finding.concerns.iter().map(shown).collect();
        self.labelled(out, "audit-concerns", &shown.join("\n"));
    }
}
