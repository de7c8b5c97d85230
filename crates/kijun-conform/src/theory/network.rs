//! Addresses and networks: which lie inside which.

use ipnet::IpNet;

use crate::effort::Effort;
use crate::theory::Solved;

/// An unknown address or network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Var(pub(crate) u32);

/// What can be said of addresses and networks. Inside means as in `IpNet::contains`: equal counts, IPv4 never inside IPv6.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Literal {
    /// It is this.
    Is(Var, IpNet),
    /// It lies inside this.
    Inside(Var, IpNet),
    /// This lies inside it.
    Holds(Var, IpNet),
    /// Two are the same.
    Same(Var, Var),
}

/// Whether literals, each with whether it holds, hold together; then a value for each unknown: an address where one will do,
/// from the ranges set aside for documentation where nothing says otherwise.
pub(crate) fn solve(n_vars: usize, literals: &[(Literal, bool)], effort: &mut Effort) -> Solved<Vec<IpNet>> {
    todo!()
}
