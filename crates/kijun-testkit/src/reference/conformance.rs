//! What conformance asks of the reference evaluator: is a statement broken, is it kept?

use kijun_model::{Expr, Force, StatementId, Subject};

use super::{Reference, Seen};

impl<'a> Reference<'a> {
    /// What a condition comes to for a subject; `None`: unknown.
    #[must_use]
    pub fn truth(&self, condition: &Expr, subject: &'a Subject) -> Option<bool> {
        let seen = self.see(condition, &[Seen::Subject(subject)]);
        if seen.is(true) { Some(true) } else { seen.is(false).then_some(false) }
    }

    /// Whether a statement applies to a subject; `None`: that is unknown.
    #[must_use]
    pub fn applies(&self, id: StatementId, subject: &'a Subject) -> Option<bool> {
        let statement = self.model.statement(id);
        let subjects = self.model.clause(statement.clause).subjects.as_ref();
        let Some(subjects) = subjects.filter(|s| self.model.is_a(subject.kind, s.kind)) else {
            return Some(false);
        };
        let guards = subjects.filter.iter().chain(&statement.when);
        let guards: Vec<Option<bool>> = guards.map(|g| self.truth(g, subject)).collect();
        if guards.contains(&Some(false)) {
            return Some(false);
        }
        (!guards.contains(&None)).then_some(true)
    }

    /// Whether what a statement demands is met.
    #[must_use]
    pub fn meets(&self, id: StatementId, subject: &'a Subject) -> bool {
        let statement = self.model.statement(id);
        let wanted = matches!(statement.force, Force::Must | Force::Should);
        self.truth(&statement.requirement, subject) == Some(wanted)
    }

    /// It applies, and is not met.
    #[must_use]
    pub fn breaks(&self, id: StatementId, subject: &'a Subject) -> bool {
        self.applies(id, subject) == Some(true) && !self.meets(id, subject)
    }

    /// It does not apply, or is met.
    #[must_use]
    pub fn keeps(&self, id: StatementId, subject: &'a Subject) -> bool {
        match self.applies(id, subject) {
            Some(false) => true,
            Some(true) => self.meets(id, subject),
            None => false,
        }
    }
}
