//! Rules as people write them, subjects as tests give them, and what comes of it.

mod absence;
mod explanations;
mod limits;
mod project;
mod results;
mod throughput;
