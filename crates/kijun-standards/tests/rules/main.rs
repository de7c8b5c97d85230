//! The graph of rules as people write them: the cases of `fixtures/graph`, and the examples of the manual.

#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads the files it is about"
)]

mod answers;
mod literate;
mod manual;
mod shipped;
