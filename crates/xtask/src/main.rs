//! Generate, scaffold, check the architecture.
fn main() {}
