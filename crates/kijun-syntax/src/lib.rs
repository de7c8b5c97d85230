//! Text to syntax tree, with recovery.
//!
//! Parsing always yields a tree: what could not be read stands in it as [`ast::Broken`] and has a
//! diagnostic. Names mean nothing yet. This is the only crate that names pest.

pub mod ast;

pub mod concrete;

mod balance;
mod explain;
mod from_pairs;
mod grammar;
mod keywords;
mod parse;
mod print;
mod problem;
mod recover;
mod scan;
mod words;

pub use parse::parse;
pub use print::print;
