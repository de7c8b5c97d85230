//! What tests have seen of rules, for programs that show coverage: LCOV and Cobertura.
//!
//! A line is a line of a rule file on which a statement or a condition begins; branches are the results of a statement and the sides of a
//! condition.

mod cobertura;
mod lcov;
mod lines;

pub use cobertura::cobertura;
pub use lcov::lcov;

#[cfg(test)]
mod tests;
