//! Whole projects through the readers, as the product runs them.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up its project cannot say anything")]

mod archives;
mod blocks;
mod hostile;
mod literate;
mod manual;
mod moj;
mod project;
mod reference;
mod workbooks;
