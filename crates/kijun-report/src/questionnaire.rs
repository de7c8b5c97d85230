//! A role's questions as a sheet that people fill in, and that is evidence as soon as they have: rows of `answer`.
//!
//! The columns that are read back are named by whoever declares that kind; this file adds those that only people read.

mod workbook;

use std::sync::Arc;

use kijun_diag::{Arg, Catalogue};

use crate::Refused;
use crate::csv;

/// Whose questions, and which.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// The project's title.
    pub project: String,
    /// First and last day of the audited period.
    pub period: (String, String),
    /// The title of the role that is asked.
    pub role: String,
    /// The audit date, `YYYY-MM-DD`; the workbook says that it was made on this day, so that the same questions give the same bytes.
    pub day: String,
    /// The names of the columns that are read back.
    pub names: Names,
    /// What may be answered.
    pub replies: Vec<String>,
    /// The questions, in the order of the sheet.
    pub rows: Vec<Row>,
}

/// The names of the columns that are read back.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields of an answer, by name")]
pub struct Names {
    pub id: String,
    pub statement: String,
    pub subject: String,
    pub answered_on: String,
    pub yes: String,
}

/// A question about a subject.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number, the same whatever stands beside it.
    pub number: String,
    /// `standard:clause#label`
    pub statement: Arc<str>,
    /// The title of the clause.
    pub clause: Arc<str>,
    /// The question.
    pub question: Arc<str>,
    /// The unit of the subject; empty where nothing tells.
    pub unit: Arc<str>,
    /// The key of the subject; empty on a sheet without subjects.
    pub subject: Arc<str>,
}

/// How many columns there are.
const N_COLUMNS: usize = 9;
/// Where the cells that people fill in begin.
const N_GIVEN: usize = 6;

impl Questionnaire {
    /// As comma-separated values: a header, then the questions.
    #[must_use]
    pub fn csv(&self, catalogue: &Catalogue) -> String {
        let rows = self.rows.iter().map(|row| csv::row(row.cells().into_iter().chain(["", "", ""])));
        let header = csv::row(self.header(catalogue));
        std::iter::once(format!("{}{header}", csv::BYTE_ORDER_MARK)).chain(rows).collect()
    }

    /// As a workbook of one sheet, ready to fill in and to print.
    ///
    /// # Errors
    ///
    /// Where the format cannot hold the questions.
    pub fn xlsx(&self, catalogue: &Catalogue) -> Result<Vec<u8>, Refused> {
        workbook::write(catalogue, self)
    }

    fn header(&self, catalogue: &Catalogue) -> [String; N_COLUMNS] {
        let word = |key: &str| catalogue.text(&format!("questionnaire-{key}"), &[]);
        let Names { id, statement, subject, answered_on, yes } = self.names.clone();
        let (clause, question, unit) = (word("clause"), word("question"), word("unit"));
        [id, statement, clause, question, unit, subject, answered_on, yes, word("remarks")]
    }

    fn title(&self, catalogue: &Catalogue) -> String {
        catalogue.text("questionnaire-title", &[("role", self.role.as_str().into())])
    }

    fn about(&self, catalogue: &Catalogue) -> String {
        let args: [(&'static str, Arg); 3] = [
            ("project", self.project.as_str().into()),
            ("start", self.period.0.as_str().into()),
            ("end", self.period.1.as_str().into()),
        ];
        catalogue.text("questionnaire-about", &args)
    }

    fn instruction(&self, catalogue: &Catalogue) -> String {
        let (answered_on, yes) = (self.names.answered_on.as_str(), self.names.yes.as_str());
        let replies = self.replies.join(&catalogue.text("questionnaire-or", &[]));
        let args = [("answered-on", answered_on.into()), ("yes", yes.into()), ("replies", replies.into())];
        catalogue.text("questionnaire-instruction", &args)
    }
}

impl Row {
    fn cells(&self) -> [&str; N_GIVEN] {
        [&self.number, &self.statement, &self.clause, &self.question, &self.unit, &self.subject]
    }
}
