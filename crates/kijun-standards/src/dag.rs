//! A directed graph without cycles. Edges that closed one are told and left out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use kijun_diag::Span;
use petgraph::Direction;
use petgraph::algo::{kosaraju_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};

/// How many rounds of telling cycles apart are made before the rest of a knot is cut as a whole.
const ROUNDS: usize = 20;

/// An edge between nodes, by index, and where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) span: Span,
}

/// The edges of a circle, in order, beginning at its least node.
pub(crate) type Cycle = Vec<Edge>;

/// A graph that points upward: from the lower to the higher, from the later to the earlier.
///
/// INVARIANT: it has no cycle, because [`Dag::new`] leaves out the edges of every one.
#[derive(Clone, Debug)]
pub(crate) struct Dag {
    graph: DiGraph<(), Span>,
    left_out: BTreeSet<(usize, usize)>,
    depths: Vec<usize>,
}

impl Dag {
    /// A graph of `n` nodes, and the circles that were in it.
    pub(crate) fn new(n: usize, edges: &[Edge]) -> (Dag, Vec<Cycle>) {
        let mut graph = DiGraph::with_capacity(n, edges.len());
        (0..n).for_each(|_| _ = graph.add_node(()));
        // petgraph hands out the newest edge first; backwards in, they come out as written.
        for edge in edges.iter().rev() {
            graph.add_edge(NodeIndex::new(edge.from), NodeIndex::new(edge.to), edge.span);
        }
        let (cycles, left_out) = cut(&mut graph);
        let depths = depths(&graph);
        (Dag { graph, left_out, depths }, cycles)
    }

    /// Whether an edge between the two was left out because it closed a circle.
    pub(crate) fn was_cut(&self, from: usize, to: usize) -> bool {
        self.left_out.contains(&(from, to))
    }

    /// The nodes right above, as written, each once.
    pub(crate) fn above(&self, node: usize) -> Vec<usize> {
        self.next(node, Direction::Outgoing)
    }

    /// The nodes right below, each once.
    pub(crate) fn below(&self, node: usize) -> Vec<usize> {
        self.next(node, Direction::Incoming)
    }

    fn next(&self, node: usize, direction: Direction) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let all = self.graph.neighbors_directed(NodeIndex::new(node), direction).map(NodeIndex::index);
        all.filter(|&n| seen.insert(n)).collect()
    }

    /// Everything above, nearest first, each once with its distance.
    pub(crate) fn all_above(&self, node: usize) -> Vec<(usize, usize)> {
        walk(node, |n| self.above(n))
    }

    /// Everything below, nearest first, each once with its distance.
    pub(crate) fn all_below(&self, node: usize) -> Vec<(usize, usize)> {
        walk(node, |n| self.below(n))
    }

    /// Whether `high` is above `low`, directly or through others.
    pub(crate) fn reaches(&self, low: usize, high: usize) -> bool {
        self.all_above(low).iter().any(|&(node, _)| node == high)
    }

    /// The length of the longest way up from a node: 0 where nothing is above it.
    pub(crate) fn depth(&self, node: usize) -> usize {
        self.depths[node]
    }
}

/// Breadth first from a node, which is itself not in the answer.
pub(crate) fn walk(start: usize, next: impl Fn(usize) -> Vec<usize>) -> Vec<(usize, usize)> {
    let mut seen = BTreeSet::from([start]);
    let mut queue = VecDeque::from([(start, 0)]);
    let mut found = Vec::new();
    while let Some((node, distance)) = queue.pop_front() {
        for other in next(node) {
            if seen.insert(other) {
                found.push((other, distance + 1));
                queue.push_back((other, distance + 1));
            }
        }
    }
    found
}

fn depths(graph: &DiGraph<(), Span>) -> Vec<usize> {
    let mut depths = vec![0; graph.node_count()];
    // INVARIANT: the cycles are cut, so there is an order.
    let order = toposort(graph, None).unwrap_or_default();
    for node in order.into_iter().rev() {
        let above = graph.neighbors(node).map(|n| depths[n.index()] + 1).max();
        depths[node.index()] = above.unwrap_or(0);
    }
    depths
}

/// Takes the edges of every circle out of the graph.
///
/// Each round finds one shortest circle in each knot. A knot that holds out (only a hostile one does) loses all its edges.
fn cut(graph: &mut DiGraph<(), Span>) -> (Vec<Cycle>, BTreeSet<(usize, usize)>) {
    let mut cycles = Vec::new();
    let mut left_out = BTreeSet::new();
    for round in 0.. {
        let knots = knots(graph);
        if knots.is_empty() {
            break;
        }
        let mut condemned = BTreeSet::new();
        for knot in &knots {
            let cycle = shortest_cycle(graph, knot);
            condemned.extend(cycle.iter().map(|e| (e.from, e.to)));
            cycles.push(cycle);
            if round >= ROUNDS {
                condemned.extend(inside(graph, knot));
            }
        }
        graph.retain_edges(|g, e| {
            g.edge_endpoints(e).is_none_or(|(a, b)| !condemned.contains(&(a.index(), b.index())))
        });
        left_out.append(&mut condemned);
    }
    cycles.sort_by_key(|cycle| cycle.first().map(|e| (e.from, e.to)));
    (cycles, left_out)
}

/// Groups of nodes that reach one another, each sorted; a single node only where it points to itself.
fn knots(graph: &DiGraph<(), Span>) -> Vec<Vec<NodeIndex>> {
    let mut knots = kosaraju_scc(graph);
    knots.retain(|knot| knot.len() > 1 || graph.contains_edge(knot[0], knot[0]));
    knots.iter_mut().for_each(|knot| knot.sort());
    knots.sort();
    knots
}

fn inside(graph: &DiGraph<(), Span>, knot: &[NodeIndex]) -> Vec<(usize, usize)> {
    let members: BTreeSet<NodeIndex> = knot.iter().copied().collect();
    let edges = knot.iter().flat_map(|&n| graph.neighbors(n).map(move |m| (n, m)));
    edges.filter(|(_, m)| members.contains(m)).map(|(n, m)| (n.index(), m.index())).collect()
}

/// A shortest circle through the least node of a knot.
fn shortest_cycle(graph: &DiGraph<(), Span>, knot: &[NodeIndex]) -> Cycle {
    let start = knot[0];
    let mut came_from = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for next in graph.neighbors(node) {
            came_from.entry(next).or_insert_with(|| {
                queue.push_back(next);
                node
            });
        }
        if came_from.contains_key(&start) {
            break;
        }
    }
    let mut cycle = Vec::new();
    let mut to = start;
    while let Some(&from) = came_from.get(&to) {
        if let Some(edge) = graph.find_edge(from, to) {
            cycle.push(Edge { from: from.index(), to: to.index(), span: graph[edge] });
        }
        to = from;
        if to == start {
            break;
        }
    }
    cycle.reverse();
    cycle
}

#[cfg(test)]
mod tests {
    use kijun_diag::Sources;

    use super::*;

    fn dag(n: usize, edges: &[(usize, usize)]) -> (Dag, Vec<Vec<usize>>) {
        let file = Sources::default().add_name("a.kijun");
        let span = Span { file, start: 0, end: 0 };
        let edges: Vec<Edge> = edges.iter().map(|&(from, to)| Edge { from, to, span }).collect();
        let (dag, cycles) = Dag::new(n, &edges);
        (dag, cycles.iter().map(|c| c.iter().map(|e| e.from).collect()).collect())
    }

    #[test]
    fn a_diamond_is_no_cycle_and_its_top_is_met_once() {
        let (dag, cycles) = dag(4, &[(3, 1), (3, 2), (1, 0), (2, 0)]);
        assert!(cycles.is_empty());
        assert_eq!(dag.all_above(3), [(1, 1), (2, 1), (0, 2)]);
        assert_eq!(dag.depth(3), 2);
    }

    #[test]
    fn the_edges_of_a_cycle_are_left_out_and_the_rest_stays() {
        let (dag, cycles) = dag(4, &[(0, 1), (1, 2), (2, 0), (3, 0)]);
        assert_eq!(cycles, [[0, 1, 2]]);
        assert!(dag.was_cut(2, 0));
        assert_eq!(dag.all_above(3), [(0, 1)]);
    }

    #[test]
    fn two_cycles_that_share_a_node_are_both_told() {
        let (_, cycles) = dag(3, &[(0, 1), (1, 0), (1, 2), (2, 1)]);
        assert_eq!(cycles, [[0, 1], [1, 2]]);
    }

    #[test]
    fn a_node_that_points_to_itself_is_a_cycle() {
        assert_eq!(dag(1, &[(0, 0)]).1, [[0]]);
    }

    #[test]
    fn a_knot_of_everything_ends_and_a_long_chain_does_not_overflow() {
        let all: Vec<(usize, usize)> = (0..60).flat_map(|a| (0..60).map(move |b| (a, b))).collect();
        let (knot, cycles) = dag(60, &all);
        assert!(!cycles.is_empty());
        assert_eq!(knot.depth(0), 0);
        let chain: Vec<(usize, usize)> = (1..100_000).map(|n| (n, n - 1)).collect();
        assert_eq!(dag(100_000, &chain).0.depth(99_999), 99_999);
    }
}
