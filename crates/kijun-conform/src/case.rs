//! A case: a subject, made up, for which something holds. It is what evidence would be.

use jiff::civil::Date;
use kijun_findings::Outcome;
use kijun_model::{StatementId, Subject};

/// A subject that shows something. The evaluator has judged it.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The subject. Fields that do not matter are absent.
    pub subject: Subject,
    /// The subjects of other kinds that it takes, one after another.
    pub others: Vec<Subject>,
    /// The audit date.
    pub today: Date,
    /// First and last day of the audited period.
    pub period: (Date, Date),
    /// Values that were chosen among several, by path as in `accounts.0.mfa`; subjects of other kinds by `kind/key.path`.
    pub marks: Vec<Mark>,
    /// Optional fields that are asked for and are not there: the subject, as in [`Mark`], and the way.
    pub absent: Vec<(usize, Vec<usize>)>,
    /// What the evaluator said about statements.
    pub outcomes: Vec<(StatementId, Outcome)>,
}

/// A value that could have been another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The subject: 0 is the case's own, others follow in their order.
    pub subject: usize,
    /// The fields and elements that lead to it.
    pub path: Vec<usize>,
    /// Whether any value at all would do, as for a key.
    pub any: bool,
}
