//! Sources, spans, diagnostics and the catalogues that put them into words.
//!
//! A [`Diagnostic`] is plain data about a text that somebody wrote: an [`Id`], where, and the
//! arguments of its message. Words come from a [`Catalogue`], one per language. Nothing here knows
//! a terminal, a colour or a file system.

pub mod ids;

mod catalogue;
mod diagnostic;
mod near;
mod source;

pub use catalogue::{Catalogue, Lang, Wording};
pub use diagnostic::{Arg, At, Diagnostic, Diagnostics, Edit, Fix, Label, Safety, Severity};
pub use ids::Id;
pub use near::nearest;
pub use source::{FileId, Place, Position, Source, Sources, Span};
