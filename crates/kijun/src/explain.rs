//! Everything that has a name, explained: provisions, findings, exceptions, measures, documents, kinds.

mod answers;
mod document;
mod exception;
mod finding;
mod measure;
mod provision;

pub use document::{Document, FieldRow, KindPage, Standing, documents, kind, names};
pub use exception::{ExplainedException, exception};
pub use finding::{Explained, Row, explain};
pub use measure::{ExplainedMeasure, is_measure, measures};
pub(crate) use provision::demand;
pub use provision::{Provision, citations, provisions};
