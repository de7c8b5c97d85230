//! Answers to questions that nobody asks: an `answer` whose statement is no `attest` of the documents in force.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_diag::{Diagnostics, Place};
use kijun_model::{Content, KindId, Model, StatementId, Subject, Value};

use crate::decode::shown;
use crate::plan::Plan;
use crate::references::References;
use crate::report::Reports;
use crate::wrong;

/// The built-in kind of answers, and its fields that say to what and by whom.
const ANSWER: &str = "answer";
const STATEMENT: &str = "statement";
const SUBJECT: &str = "subject";

/// Questions and answers, as far as subjects have been looked at.
#[derive(Debug)]
pub struct Questions<'m> {
    model: &'m Model,
    /// The kind of answers, and its fields; absent where no source tells of any.
    answer: Option<(KindId, [usize; 2])>,
    /// By citation without the edition: the kinds of those who are asked.
    asked: BTreeMap<String, BTreeSet<KindId>>,
    /// Statements that answers name and nobody asks, with the place of the first.
    unasked: BTreeMap<Arc<str>, Place>,
}

impl<'m> Questions<'m> {
    /// The questions of some standards, in whatever edition.
    #[must_use]
    pub fn new(model: &'m Model, plan: &Plan, standard: &dyn Fn(&str) -> bool) -> Questions<'m> {
        let mut asked: BTreeMap<String, BTreeSet<KindId>> = BTreeMap::new();
        for (i, statement) in model.statements.iter().enumerate() {
            let clause = model.clause(statement.clause);
            let binds = standard(&model.edition(clause.edition).name);
            if let (Some(_), Some(subjects), true) = (&statement.attest, &clause.subjects, binds) {
                let citation = model.cite_lasting(StatementId::from_index(i));
                asked.entry(citation).or_default().insert(subjects.kind);
            }
        }
        Questions { model, answer: answer(model, plan), asked, unasked: BTreeMap::new() }
    }

    /// The kinds of those who are asked, where somebody answers.
    #[must_use]
    pub fn kinds(&self) -> Vec<KindId> {
        let all = self.asked.values().flatten().copied().collect::<BTreeSet<_>>();
        all.into_iter().filter(|_| self.answer.is_some()).collect()
    }

    /// Notes an answer: its question must be asked, and who answers must be there.
    pub fn look(&mut self, subject: &Subject, references: &mut References<'_>) {
        let Some((kind, [statement, by])) = self.answer else { return };
        if !self.model.is_a(subject.kind, kind) {
            return;
        }
        let text = |field: usize| match subject.cells.get(field).map(|cell| (&cell.content, cell.place)) {
            Some((Content::Value(Value::Text(text)), place)) => Some((text, place)),
            _ => None,
        };
        let Some((statement, place)) = text(statement) else { return };
        match self.asked.get(&**statement).map(|kinds| kinds.iter().collect::<Vec<_>>()) {
            None => {
                self.unasked.entry(Arc::clone(statement)).or_insert(place);
            }
            // Where editions ask different kinds, it cannot be told which is meant.
            Some(kinds) => {
                if let ([kind], Some((by, place))) = (&kinds[..], text(by)) {
                    references.expect(**kind, by, place);
                }
            }
        }
    }

    /// Answers to questions that nobody asks, each question once; at most so many of a file.
    #[must_use]
    pub fn finish(self, most: u32) -> Diagnostics {
        let mut reports = Reports::new(most);
        for (statement, place) in &self.unasked {
            let known = self.asked.keys().map(String::as_str);
            reports.push(*place, wrong::unknown_question(*place, &shown(statement), known));
        }
        reports.finish()
    }
}

fn answer(model: &Model, plan: &Plan) -> Option<(KindId, [usize; 2])> {
    let kind = model.kind_named(ANSWER)?;
    plan.sources.iter().find(|source| model.is_a(source.kind, kind))?;
    let field = |name: &str| model.kind(kind).fields.iter().position(|field| *field.name == *name);
    Some((kind, [field(STATEMENT)?, field(SUBJECT)?]))
}
