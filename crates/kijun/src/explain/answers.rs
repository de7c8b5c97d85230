//! A question to a person, with the answers that were given to it.

use kijun_eval::{Population, Step};
use kijun_findings::Found;
use kijun_model::{Attest, Cell, Content, Model, StatementId, Subject, Value};

use super::finding::{Row, Rows};
use crate::words::location;

/// A question, and whom it was asked.
pub(super) struct Question<'a> {
    pub(super) attest: &'a Attest,
    pub(super) statement: StatementId,
    pub(super) subject: &'a Subject,
}

impl Rows<'_> {
    /// The question with what it came to, then each answer with its date. How answers are looked for was written by
    /// nobody, and is not shown.
    pub(super) fn add_question(&mut self, question: &Question<'_>, asked: &Step, population: &Population) {
        let model = &self.loaded.model;
        self.rows.push(Row {
            depth: 0,
            text: self.words.titles(&question.attest.question, ""),
            found: crate::judge::found(model, &asked.found, None),
            at: None,
            omitted: 0,
        });
        for answer in population.subjects().iter().filter(|answer| question.is_answered(model, answer)) {
            let name = format!("answer/{}", answer.key);
            self.rows.push(Row {
                depth: 1,
                text: self.words.each(|_| name.clone()),
                found: Found::Record,
                at: Some(location(self.sources, answer.place)),
                omitted: 0,
            });
            for field in ["answered_on", "yes"] {
                let row = cell(model, answer, field).map(|cell| self.field(field, cell));
                self.rows.extend(row);
            }
        }
    }

    fn field(&self, name: &str, cell: &Cell) -> Row {
        let found = match &cell.content {
            Content::Value(value) => Found::Value(self.loaded.model.show_value(value)),
            Content::Absent => Found::Absent,
            Content::Null => Found::Null,
            _ => Found::Malformed,
        };
        let at = Some(location(self.sources, cell.place));
        Row { depth: 2, text: self.words.each(|_| name.to_owned()), found, at, omitted: 0 }
    }
}

impl Question<'_> {
    /// Whether a subject is an answer to it by whom it was asked.
    fn is_answered(&self, model: &Model, answer: &Subject) -> bool {
        let says = |field, wanted: &str| match cell(model, answer, field).map(|cell| &cell.content) {
            Some(Content::Value(Value::Text(text))) => **text == *wanted,
            _ => false,
        };
        model.kind_named("answer").is_some_and(|kind| model.is_a(answer.kind, kind))
            && says("subject", &self.subject.key)
            && says("statement", &model.cite_lasting(self.statement))
    }
}

fn cell<'s>(model: &Model, subject: &'s Subject, field: &str) -> Option<&'s Cell> {
    let position = model.kind(subject.kind).fields.iter().position(|f| *f.name == *field)?;
    subject.cells.get(position)
}
