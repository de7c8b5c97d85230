//! Run records, findings and their identities.
//!
//! The types here are what the outside world reads: their shape is public and versioned.

mod outcome;

pub use outcome::Outcome;
