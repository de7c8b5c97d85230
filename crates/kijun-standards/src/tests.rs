//! Tests on models built by hand, one file for each subject.

mod builder;
mod catalogue;
mod editions;
mod exceptions;
mod laws;
mod lineage;
mod links;
mod parameters;
mod print;
mod statements;
