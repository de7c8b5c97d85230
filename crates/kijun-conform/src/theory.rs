//! What literals of one sort can hold together, sort by sort: numbers, texts, networks.
//!
//! Each theory answers the same question: can these hold at once? With what values; or which few of them cannot.

mod classes;
pub(crate) mod linear;
pub(crate) mod network;
pub(crate) mod text;
pub(crate) mod versions;

/// What became of a set of constraints.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Solved<M> {
    /// They hold together, for example so.
    Yes(M),
    /// They do not. The constraints at these places, in ascending order, already do not.
    No(Vec<usize>),
    /// Not settled with the effort allowed.
    TooHard,
}
