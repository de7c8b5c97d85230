//! All addresses and networks, cut along some networks into cells.
//!
//! A network is a node of a tree: its two halves hang below it, the whole of IPv4 or of IPv6 is a root. Given networks and
//! all that hold them are the *stem*: each of its nodes is a cell. Every other node hangs in a branch that leaves the stem
//! somewhere: each whole branch is a cell. So every network there is lies in just one cell, and nothing is left out.
//!
//! Of each given network, all that is in a cell says the same. A cell of the stem is a single node. A branch holds no given
//! network, so nothing in it has one inside; and what holds anything of it without being part of it holds all of it.
//!
//! A node has several spellings, for a network may be written with host bits: `10.0.0.1/24` and `10.0.0.0/24` lie in the same
//! place and are not equal. The spellings are the values; how they lie, only the node decides.

use std::collections::BTreeSet;
use std::iter;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// Nodes that lie to all given networks in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A network that is given or holds a given one.
    Stem(IpNet),
    /// A network with all that lies inside it; none of that is given.
    Branch(IpNet),
}

impl Cell {
    /// One network of the cell: the widest.
    pub(super) fn net(&self) -> IpNet {
        match self {
            Cell::Stem(net) | Cell::Branch(net) => *net,
        }
    }

    /// The nodes with a prefix of some length.
    fn nodes(&self, len: u8) -> impl Iterator<Item = IpNet> + Clone + use<> {
        let stem = matches!(self, Cell::Stem(_));
        let fits = !stem || self.net().prefix_len() == len;
        fits.then(|| self.net().subnets(len).ok()).flatten().into_iter().flatten()
    }

    fn addresses(&self) -> impl Iterator<Item = IpNet> + use<> {
        self.nodes(self.net().max_prefix_len())
    }

    fn has_address(&self, address: &IpNet) -> bool {
        match self {
            Cell::Stem(net) => net == address,
            Cell::Branch(net) => net.contains(address),
        }
    }
}

/// The ranges that are set aside for documentation.
pub(super) fn documentation() -> [IpNet; 4] {
    let v4 = |a, b, c| IpNet::from(Ipv4Net::new_assert([a, b, c, 0].into(), 24));
    let v6 = Ipv6Net::new_assert([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0].into(), 32);
    [v4(192, 0, 2), v4(198, 51, 100), v4(203, 0, 113), v6.into()]
}

/// The whole of IPv4, and of IPv6.
fn roots() -> [IpNet; 2] {
    [Ipv4Net::default().into(), Ipv6Net::default().into()]
}

/// Cells in the order in which values are sought there.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    cells: Vec<Cell>,
    /// First and last addresses of networks, which hosts seldom have.
    ends: BTreeSet<IpNet>,
}

impl Cells {
    /// The cells that some networks make: all addresses and networks there are. Values are sought first in `best`.
    pub(super) fn new(given: impl Iterator<Item = IpNet>, best: Option<IpNet>) -> Cells {
        let given: Vec<IpNet> = given.chain(best).chain(roots()).collect();
        let supernets = |net: &IpNet| iter::successors(Some(net.trunc()), |net| net.supernet());
        let stem: BTreeSet<IpNet> = given.iter().flat_map(supernets).collect();
        let halves = stem.iter().filter_map(|net| net.subnets(net.prefix_len() + 1).ok()).flatten();
        let branches = halves.filter(|net| !stem.contains(net));
        let wide = |net: &IpNet| net.prefix_len() + 1 < net.max_prefix_len();
        let wide = given.iter().copied().chain(branches.clone()).filter(wide);
        let ends = wide.flat_map(|net| [net.network(), net.broadcast()]).map(IpNet::from).collect();
        let mut cells: Vec<Cell> =
            branches.map(Cell::Branch).chain(stem.iter().copied().map(Cell::Stem)).collect();
        cells.sort_by_key(|cell| (!best.is_some_and(|best| best.contains(&cell.net())), cell.net()));
        Cells { cells, ends }
    }

    /// Keeps those where something holds.
    pub(super) fn retain(&mut self, holds: impl FnMut(&Cell) -> bool) {
        self.cells.retain(holds);
    }

    /// All that is in the cells, each once: hosts, other addresses, networks that were given or hold such, other networks,
    /// networks with host bits.
    pub(super) fn values(&self) -> impl Iterator<Item = IpNet> {
        let hosts =
            self.cells.iter().flat_map(Cell::addresses).filter(|address| !self.ends.contains(address));
        let ends =
            self.ends.iter().copied().filter(|end| self.cells.iter().any(|cell| cell.has_address(end)));
        let networks = self.networks(true).chain(self.networks(false));
        hosts.chain(ends).chain(networks.clone()).chain(networks.flat_map(with_host_bits))
    }

    /// The networks of the stem, or of the branches, that are no addresses, small ones first.
    fn networks(&self, stem: bool) -> impl Iterator<Item = IpNet> + Clone {
        (0..=127_u8).rev().flat_map(move |len| {
            let has = move |cell: &&Cell| {
                matches!(cell, Cell::Stem(_)) == stem && len < cell.net().max_prefix_len()
            };
            self.cells.iter().filter(has).flat_map(move |cell| cell.nodes(len))
        })
    }
}

fn with_host_bits(net: IpNet) -> impl Iterator<Item = IpNet> {
    let addresses = Cell::Branch(net).addresses().skip(1);
    addresses.filter_map(move |address| IpNet::new(address.addr(), net.prefix_len()).ok())
}
