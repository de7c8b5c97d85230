//! The binary: arguments, rendering, exit codes.
fn main() {}
