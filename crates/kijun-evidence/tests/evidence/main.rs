//! Whole projects through the readers, as the product runs them.

mod moj;
mod project;
