//! Documents as people write them, compared: the cases of `fixtures/conform`, and the examples of the manual.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test reads the files it is about")]

mod answers;
mod brute;
mod compared;
mod consistent;
mod editions;
mod editions_laws;
mod laws;
mod levels;
mod literate;
mod manual;
mod small_world;
mod throughput;
