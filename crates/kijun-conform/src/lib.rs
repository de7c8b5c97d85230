//! Lower documents against higher ones: a decision procedure, counterexamples, verdicts; one edition against another.
//!
//! What this stage adds: whether a lower document demands at least what a higher one demands, with a proof or a subject that
//! shows that it does not, and whether what binds together can be kept together. Two provisions are
//! compared by what they mean, through the typed expressions that the evaluator runs; what was reworded between two editions is told beside
//! that, and proves nothing. It asks no clock and no file.
//!
//! A refutation is a subject that the evaluator itself has judged. What leaves the decided fragment is undecided.

mod effort;

mod theory;

mod case;
mod solver;
mod wish;

mod conformance;
mod verdict;

mod print;

mod confirm;
mod kinds;

mod compare;

mod links;
mod order;

mod duties;
mod orphans;
mod permissions;
mod rows;

mod demand;
mod keeping;
mod same;

mod continued;
mod movement;
mod words;

mod consistency;
mod currency;
mod editions;
mod monotone;
mod parameters;
mod terms;

mod documents;

mod checks;

mod problems;

pub use case::{Case, Mark};
pub use checks::{Check, conformance};
pub use compare::compare;
pub use conformance::{Cell, Conformance, Fate, Objection, Row, Scope};
pub use editions::{
    EditionDiff, Field, Head, HeadChange, Hint, Identity, Known, Provision, Resembles, Substance, Way,
    WordMark, Wording, editions,
};
pub use effort::Limits;
pub use movement::{Judged, Movement, movement};
pub use print::yaml;
pub use same::alike;
pub use solver::{Answer, Solver};
pub use verdict::{Dimension, Gap, Verdict, Why};
pub use wish::{Rail, Wish};
pub use words::{Rewording, Segment, Strength, Words};
