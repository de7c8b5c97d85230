//! Addresses and networks: which lie inside which.

mod cells;
#[cfg(test)]
mod tests;

use ipnet::IpNet;

use crate::effort::{Effort, Exhausted};
use crate::theory::Solved;
use crate::theory::classes::{self, Sort};
use cells::Cells;

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
    classes::solve(&Networks, n_vars, literals, effort)
}

/// Addresses and networks as a sort of values.
struct Networks;

impl Sort for Networks {
    type Literal = Literal;
    type Value = IpNet;

    fn unknowns(literal: &Literal) -> (u32, Option<u32>) {
        match literal {
            Literal::Is(var, _) | Literal::Inside(var, _) | Literal::Holds(var, _) => (var.0, None),
            Literal::Same(a, b) => (a.0, Some(b.0)),
        }
    }

    fn values(
        &self,
        literals: &[&(Literal, bool)],
        n: usize,
        effort: &mut Effort,
    ) -> Result<Vec<IpNet>, Exhausted> {
        let fine = |net: &IpNet| literals.iter().all(|(literal, holds)| literal.holds(net) == *holds);
        if let Some(net) = literals.iter().find_map(|literal| required(literal)) {
            return Ok(Some(net).filter(fine).into_iter().collect());
        }
        effort.spend(u64::try_from(literals.len()).unwrap_or(u64::MAX).saturating_add(1))?;
        let agree = |net: &IpNet| literals.iter().all(|literal| agrees(literal, net));
        let best = cells::documentation().into_iter().find(agree);
        let mut cells = Cells::new(literals.iter().filter_map(|(literal, _)| literal.place()), best);
        cells.retain(|cell| agree(&cell.net()));
        Ok(cells.values().filter(fine).take(n).collect())
    }
}

impl Literal {
    fn holds(&self, net: &IpNet) -> bool {
        match self {
            Literal::Is(_, constant) => constant == net,
            Literal::Inside(_, outer) => outer.contains(net),
            Literal::Holds(_, inner) => net.contains(inner),
            // One unknown: the other is the same.
            Literal::Same(..) => true,
        }
    }

    /// The network to which a literal says how it lies.
    fn place(&self) -> Option<IpNet> {
        match self {
            Literal::Inside(_, net) | Literal::Holds(_, net) => Some(*net),
            Literal::Is(..) | Literal::Same(..) => None,
        }
    }
}

/// Whether a literal about how things lie comes out as said for a network. What it must or must not be does not count here.
fn agrees((literal, holds): &(Literal, bool), net: &IpNet) -> bool {
    literal.place().is_none() || literal.holds(net) == *holds
}

fn required((literal, holds): &(Literal, bool)) -> Option<IpNet> {
    match literal {
        Literal::Is(_, net) if *holds => Some(*net),
        _ => None,
    }
}
