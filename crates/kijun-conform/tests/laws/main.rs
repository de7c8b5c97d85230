//! What makes the decision procedure worth trusting: an independent solver, brute force, and laws agree with it.
//!
//! `KIJUN_PAIRS=20000 cargo test --release -p kijun-conform --test laws -- --nocapture` asks about so many random pairs,
//! from the seed `KIJUN_SEED` on; `KIJUN_DISAGREEMENTS` names a folder for what does not agree.

mod against_brute_force;
mod against_z3;
mod asking;
mod once_wrong;
mod properties;
