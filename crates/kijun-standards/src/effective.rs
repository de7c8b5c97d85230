//! What binds at a date: editions, statements with their chains, parameters, exceptions.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kijun_model::{EditionId, ExceptionId, ParameterId, StatementId, Value};

/// Everything that binds at a date.
#[derive(Clone, Debug)]
pub struct EffectiveSet {
    /// The date whose editions bind.
    pub as_of: Date,
    /// The editions in force, higher documents first, then by name.
    pub editions: Vec<EditionId>,
    /// The statements in force (`may` included), in the order of their editions and clauses.
    pub statements: Vec<EffectiveStatement>,
    /// The value of each parameter that a document in force sets; the lowest document's choice wins.
    pub parameters: BTreeMap<ParameterId, Value>,
    /// Exceptions that hold on the audit date, with the statements that each validly covers.
    pub exceptions: Vec<EffectiveException>,
}

/// A statement in force, with what stands above it.
#[derive(Clone, Debug)]
pub struct EffectiveStatement {
    /// The statement.
    pub statement: StatementId,
    /// Statements in force of higher documents that its clause puts into effect, directly or through others; nearest first,
    /// each once. For one of a superseded edition, those that continue it.
    pub above: Vec<StatementId>,
}

/// An exception that holds.
#[derive(Clone, Debug)]
pub struct EffectiveException {
    /// The exception.
    pub exception: ExceptionId,
    /// The statements it validly covers: those it names, and those above them that look at no other evidence and whose
    /// clauses permit it too.
    pub covers: Vec<StatementId>,
}
