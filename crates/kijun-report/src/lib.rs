//! Run records to what people read and fill in: one file for each thing that is written.
//!
//! It takes no decision: what is a finding, whether a target is reached, who answers, all that stands in the record.

mod annual;

pub mod diff;

pub mod coverage;
pub mod csv;

mod book;
mod harmless;
mod lists;
mod page;

pub mod questionnaire;
pub mod sample;

pub use book::WorkbookError;
pub use harmless::harmless;
pub use lists::{List, lists};
pub use page::Refused;
pub use questionnaire::Questionnaire;
pub use sample::Sample;

pub use annual::{
    Format, Gap, Letter, Prose, Report, Split, TemplateError, Templates, Written, shipped_templates,
};
