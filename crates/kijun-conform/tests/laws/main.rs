//! What makes the decision procedure worth trusting: an independent solver, brute force, and laws agree with it.
//!
//! `KIJUN_PAIRS=20000 cargo test --release -p kijun-conform --test laws -- --nocapture` asks about so many random pairs,
//! from the seed `KIJUN_SEED` on; `KIJUN_DISAGREEMENTS` names a folder for what does not agree.

#![expect(clippy::panic, clippy::unwrap_used, reason = "tests say what went wrong by panicking")]
#![expect(clippy::print_stderr, reason = "how much was asked, and what z3 could not tell, is said aloud")]
#![expect(
    clippy::disallowed_methods,
    reason = "how much to ask, and what it cost, are outside of every answer"
)]

mod against_brute_force;
mod against_z3;
mod asking;
mod once_wrong;
mod properties;
