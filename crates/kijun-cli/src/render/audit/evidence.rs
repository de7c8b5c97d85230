//! What a finding stands on: observations, the chain, the other provisions and the case.

use kijun_findings::{CitedPlace, Finding, Found, Matter, Objected, Observation};

use super::Report;
use super::paint::{line, location};
use crate::screen::{columns, harmless, one_line, pad, width, wrap};

impl Report<'_> {
    pub(super) fn observation(&self, observation: &Observation) -> String {
        let of = observation.subject.as_ref().map_or(String::new(), |s| format!("{}/{}: ", s.kind, s.key));
        let at = location(&observation.at.file, observation.at.line, observation.at.column);
        if let (Found::Unmatched { field, value }, Some(kind)) =
            (&observation.found, observation.path.strip_prefix("all "))
        {
            let value = shorten(value);
            let args = [("kind", kind.into()), ("field", field.as_str().into()), ("value", value.into())];
            return one_line(&format!("{}  {at}", self.text("audit-unmatched", &args)));
        }
        let found = self.found(&observation.found);
        let path = if observation.path.is_empty() {
            self.text("audit-record", &[])
        } else {
            observation.path.clone()
        };
        let gap = if found.starts_with('=') { " " } else { &self.text("audit-gap", &[]) };
        one_line(&format!("{of}{path}{gap}{found}  {at}"))
    }

    pub(crate) fn found(&self, found: &Found) -> String {
        match found {
            Found::Value(value) => format!("= {}", shorten(value)),
            Found::Elements(n) => self.text("found-elements", &[("n", n.to_string().into())]),
            Found::Record => "= { … }".to_owned(),
            Found::Absent => self.text("found-absent", &[]),
            Found::Null => self.text("found-null", &[]),
            Found::Malformed => self.text("found-malformed", &[]),
            Found::Stale(on) => self.text("found-stale", &[("on", on.as_str().into())]),
            Found::Undated => self.text("found-undated", &[]),
            Found::Undetermined => self.text("found-undetermined", &[]),
            Found::Unmatched { field, value } => {
                let value = shorten(value);
                self.text("found-unmatched", &[("field", field.as_str().into()), ("value", value.into())])
            }
            Found::Unread => self.text("found-unread", &[]),
            Found::Unsourced => self.text("found-unsourced", &[]),
        }
    }

    /// A line for each statement of the chain, with its own result.
    pub(super) fn chain(&self, out: &mut String, finding: &Finding) {
        let label = self.text("audit-chain", &[]);
        let indent = 6 + width(&label) + 1;
        let longest = finding.chain.iter().map(|link| width(&link.statement)).max().unwrap_or(0);
        for (i, link) in finding.chain.iter().enumerate() {
            let lead = if i == 0 { format!("      {} ", self.dim(&label)) } else { " ".repeat(indent) };
            let outcome = match link.outcome {
                Some(outcome) => self.result(outcome),
                None if finding.matter == Matter::Statement => self.text("outcome-unbound", &[]),
                None => String::new(),
            };
            line(out, &format!("{lead}{}  {outcome}", pad(&link.statement, longest)));
        }
    }

    /// The other provisions with their places, and the case, with what the evaluator said of it.
    pub(super) fn objected(&self, out: &mut String, finding: &Finding, objected: &Objected) {
        let place = |other: &CitedPlace| {
            format!("{}  {}", other.provision, location(&other.at.file, other.at.line, other.at.column))
        };
        let places: Vec<String> = objected.others.iter().map(place).collect();
        self.labelled(out, "audit-beside", &places.join("\n"));
        let Some(case) = &objected.case else { return };
        line(out, &format!("      {}", self.dim(&self.text("audit-case", &[]))));
        for words in self.pick(&case.yaml).lines() {
            line(out, &format!("        {}", harmless(words)));
        }
        if finding.chain.iter().any(|link| link.outcome.is_some()) {
            self.chain(out, finding);
        }
    }

    pub(super) fn labelled(&self, out: &mut String, key: &str, words: &str) {
        let label = self.text(key, &[]);
        let indent = 6 + width(&label) + 1;
        for (i, words) in wrap(&harmless(words), columns().saturating_sub(indent)).into_iter().enumerate() {
            let lead = if i == 0 { format!("      {} ", self.dim(&label)) } else { " ".repeat(indent) };
            line(out, &format!("{lead}{words}"));
        }
    }
}

/// A value that fits a line.
fn shorten(value: &str) -> String {
    const MOST: usize = 60;
    if value.chars().count() <= MOST {
        return value.to_owned();
    }
    value.chars().take(MOST - 1).chain(['…']).collect()
}
