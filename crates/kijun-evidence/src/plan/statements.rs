//! Statements that a manifest names: each must be one of the rules.

use kijun_model::StatementId;

use super::Planner;
use crate::manifest::wrong;

impl Planner<'_> {
    /// What is expected to find nothing must exist: a pattern, a kind or a statement.
    pub(super) fn expectations_exist(&mut self) {
        let patterns = self.manifest.evidence.iter().map(|source| source.files.as_str());
        let kinds = self.model.kinds.iter().map(|kind| &*kind.name);
        let known: Vec<&str> = patterns.chain(kinds).collect();
        for (i, name) in self.manifest.expect_empty.iter().enumerate() {
            if known.contains(&name.as_str()) || self.may_be_statement(name) {
                continue;
            }
            if let Some(at) = self.value(&format!("expect_empty.{i}")) {
                let statements = self.citations();
                let known = known.iter().copied().chain(statements.iter().map(String::as_str));
                self.diagnostics.push(wrong::unknown_expectation(at, name, known));
            }
        }
    }

    /// What asks whether evidence is all there must exist.
    pub(super) fn coverage_exists(&mut self) {
        for (i, name) in self.manifest.coverage.iter().enumerate() {
            self.statement_exists(&format!("coverage.{i}"), name);
        }
    }

    /// A statement, or a clause for all of its statements, that the manifest names at a path.
    pub(super) fn statement_exists(&mut self, path: &str, name: &str) {
        let Some(at) = self.value(path).filter(|_| !self.may_be_statement(name)) else { return };
        let known = self.citations();
        self.diagnostics.push(wrong::unknown_statement(at, name, known.iter().map(String::as_str)));
    }

    /// Whether a name is that of a statement. That there is none at all has its own diagnostic.
    fn may_be_statement(&self, name: &str) -> bool {
        let unknown = self.model.statements.is_empty() && name.contains(':');
        unknown || !self.model.statements_cited(name).is_empty()
    }

    /// Every statement as a manifest may name it: without the edition.
    fn citations(&self) -> Vec<String> {
        let all = (0..self.model.statements.len()).map(StatementId::from_index);
        all.map(|id| self.model.cite_lasting(id)).collect()
    }
}
