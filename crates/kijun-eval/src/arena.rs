//! The compiled form of expressions: nodes, of which equal ones are one.
//!
//! INVARIANT: a node comes after the nodes it is made of, so none contains itself.

use kijun_model::{Arithmetic, Comparison, Fold, KindId, TextTest, Value};
use regex::Regex;
use rustc_hash::FxHashMap;

use crate::calendar::Workdays;

/// The number of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) u32);

impl NodeId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A place for what a binder binds; 0 is the subject.
pub(crate) type Slot = u32;

/// A compiled expression. Definitions, documents' parameters and days have been filled in; `or`, `implies`, `every` and
/// `no` have been written with `and`, `not` and `some`, which mean the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    /// A constant, by its number.
    Const(u32),
    /// What nobody can know: an unset parameter, an answer that nobody gave.
    Unknown,
    /// What a binder binds. `optional`: it may rightly be absent.
    Slot {
        slot: Slot,
        optional: bool,
    },
    /// A field. `optional`: it may rightly be absent.
    Field {
        base: NodeId,
        field: u32,
        optional: bool,
    },
    Not(NodeId),
    And(Box<[NodeId]>),
    Compare(Comparison, NodeId, NodeId),
    /// Membership in a set of constants, by its number.
    InSet(NodeId, u32),
    InList(NodeId, NodeId),
    /// A search for a regular expression, by its number.
    Matches(NodeId, u32),
    Text(TextTest, NodeId, NodeId),
    Within(NodeId, NodeId),
    /// Of keys, in the tree with this number.
    Under(NodeId, NodeId, u32),
    IsPresent(NodeId),
    Some(Over),
    Count(Over),
    /// The value of each element for which the condition holds. The last is what a sum begins with, by its number.
    Fold(Fold, NodeId, Over, Option<u32>),
    Arithmetic(Arithmetic, NodeId, NodeId),
    Negate(NodeId),
    If(NodeId, NodeId, NodeId),
}

/// Elements and a condition on each.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Over {
    pub(crate) from: From,
    pub(crate) slot: Slot,
    pub(crate) holds: NodeId,
    /// How to find the elements for which the condition can hold, without asking all.
    pub(crate) join: Option<Join>,
}

/// Where elements come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum From {
    List(NodeId),
    All(KindId),
}

/// The condition is `element.field == key and rest`, where the key does not depend on the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Join {
    /// The index on the kind's field, by its number.
    pub(crate) index: u32,
    pub(crate) field: NodeId,
    pub(crate) key: NodeId,
    pub(crate) rest: NodeId,
    /// If the rest depends on the element alone: where the population remembers what it came to.
    pub(crate) shared: Option<u32>,
}

/// A kind that is a tree through one of its fields. `optional`: the field may rightly be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tree {
    pub(crate) kind: KindId,
    pub(crate) field: u32,
    pub(crate) optional: bool,
}

/// What is known about a node besides itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    /// The slots it reads, one bit each.
    pub(crate) reads: u64,
    /// Whether it asks for all subjects of a kind.
    pub(crate) joins: bool,
    /// How deep it is.
    pub(crate) depth: u32,
    /// Where its result is remembered.
    pub(crate) memory: Memory,
}

/// Where a result is remembered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Memory {
    /// Nowhere.
    #[default]
    None,
    /// For one subject, at a number.
    Subject(u32),
    /// For the population, at a number: it reads no slot.
    Population(u32),
}

/// How many slots there are: the subject's and one for each binder inside another.
pub(crate) const MAX_SLOTS: Slot = u64::BITS;

/// The bit of a slot in [`Facts::reads`].
pub(crate) fn bit(slot: Slot) -> u64 {
    1u64.checked_shl(slot).unwrap_or(0)
}

/// All nodes of a program and what they refer to by number.
#[derive(Clone, Debug)]
pub(crate) struct Arena {
    pub(crate) nodes: Vec<Node>,
    pub(crate) facts: Vec<Facts>,
    pub(crate) constants: Vec<Value>,
    pub(crate) sets: Vec<Vec<Value>>,
    pub(crate) regexes: Vec<Regex>,
    pub(crate) workdays: Workdays,
    /// The fields of kinds that joins look up.
    pub(crate) indexes: Vec<(KindId, u32)>,
    /// The trees that are walked.
    pub(crate) trees: Vec<Tree>,
    /// How many results are remembered for one subject, for the population, and for the rests of joins.
    pub(crate) n_subject: u32,
    pub(crate) n_population: u32,
    pub(crate) n_shared: u32,
    known: Known,
}

/// The numbers of what has been met.
#[derive(Clone, Debug, Default)]
struct Known {
    nodes: FxHashMap<Node, NodeId>,
    constants: FxHashMap<Value, u32>,
    sets: FxHashMap<Vec<Value>, u32>,
    regexes: FxHashMap<Box<str>, u32>,
    rests: FxHashMap<(u32, NodeId), u32>,
}

impl Arena {
    pub(crate) fn new(workdays: Workdays) -> Arena {
        Arena {
            nodes: Vec::new(),
            facts: Vec::new(),
            constants: Vec::new(),
            sets: Vec::new(),
            regexes: Vec::new(),
            workdays,
            indexes: Vec::new(),
            trees: Vec::new(),
            n_subject: 0,
            n_population: 0,
            n_shared: 0,
            known: Known::default(),
        }
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    pub(crate) fn facts(&self, id: NodeId) -> Facts {
        self.facts[id.index()]
    }

    /// The range of a node, or of what it negates.
    pub(crate) fn over(&self, id: NodeId) -> Option<&Over> {
        match self.node(id) {
            Node::Not(inner) => over(self.node(*inner)),
            node => over(node),
        }
    }

    /// The number of an equal node that exists already.
    pub(crate) fn find(&self, node: &Node) -> Option<NodeId> {
        self.known.nodes.get(node).copied()
    }

    /// Adds a node that does not exist yet.
    pub(crate) fn push(&mut self, node: Node) -> NodeId {
        let id = NodeId(count(&self.nodes));
        let facts = self.facts_of(&node);
        self.known.nodes.insert(node.clone(), id);
        self.nodes.push(node);
        self.facts.push(facts);
        id
    }

    /// Takes back the node just added.
    pub(crate) fn pop(&mut self) {
        if let Some(node) = self.nodes.pop() {
            self.known.nodes.remove(&node);
            self.facts.pop();
        }
    }

    /// Numbers a constant. Equal constants share a number.
    pub(crate) fn constant_number(&mut self, value: Value) -> u32 {
        let next = count(&self.constants);
        let number = *self.known.constants.entry(value.clone()).or_insert(next);
        if number == next {
            self.constants.push(value);
        }
        number
    }

    pub(crate) fn set_number(&mut self, values: &[Value]) -> u32 {
        let next = count(&self.sets);
        let number = *self.known.sets.entry(values.to_vec()).or_insert(next);
        if number == next {
            self.sets.push(values.to_vec());
        }
        number
    }

    pub(crate) fn regex_number(
        &mut self,
        pattern: &str,
        compile: impl FnOnce() -> Option<Regex>,
    ) -> Option<u32> {
        if let Some(number) = self.known.regexes.get(pattern) {
            return Some(*number);
        }
        let number = count(&self.regexes);
        self.regexes.push(compile()?);
        self.known.regexes.insert(pattern.into(), number);
        Some(number)
    }

    pub(crate) fn index_number(&mut self, kind: KindId, field: u32) -> u32 {
        let found = self.indexes.iter().position(|&index| index == (kind, field));
        let number = found.unwrap_or_else(|| {
            self.indexes.push((kind, field));
            self.indexes.len() - 1
        });
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    pub(crate) fn tree_number(&mut self, tree: Tree) -> u32 {
        let found = self.trees.iter().position(|&known| known == tree);
        let number = found.unwrap_or_else(|| {
            self.trees.push(tree);
            self.trees.len() - 1
        });
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// Numbers the rest of a join that depends on the element alone.
    pub(crate) fn rest_number(&mut self, index: u32, rest: NodeId) -> u32 {
        let next = &mut self.n_shared;
        *self.known.rests.entry((index, rest)).or_insert_with(|| {
            *next += 1;
            *next - 1
        })
    }

    fn facts_of(&mut self, node: &Node) -> Facts {
        let mut facts = Facts { depth: 1, ..Facts::default() };
        let mut add = |arena: &Arena, id: NodeId, without: u64| {
            let part = arena.facts(id);
            facts.reads |= part.reads & !without;
            facts.joins |= part.joins;
            facts.depth = facts.depth.max(part.depth + 1);
        };
        for part in parts(node) {
            add(self, part, 0);
        }
        if let Some(over) = over(node) {
            for part in bound_parts(node, over) {
                add(self, part, bit(over.slot));
            }
            facts.joins |= matches!(over.from, From::All(_));
        }
        facts.joins |= matches!(node, Node::Under(..));
        if let Node::Slot { slot, .. } = node {
            facts.reads |= bit(*slot);
        }
        facts.memory = self.memory(node, facts.reads);
        facts
    }

    /// Paths and constants are as quick as remembering them.
    fn memory(&mut self, node: &Node, reads: u64) -> Memory {
        let cheap = matches!(node, Node::Const(_) | Node::Unknown | Node::Slot { .. } | Node::Field { .. });
        match reads {
            _ if cheap => Memory::None,
            0 => Memory::Population(next(&mut self.n_population)),
            1 => Memory::Subject(next(&mut self.n_subject)),
            _ => Memory::None,
        }
    }
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

fn next(counter: &mut u32) -> u32 {
    *counter += 1;
    *counter - 1
}

/// The range of a node that has one.
pub(crate) fn over(node: &Node) -> Option<&Over> {
    match node {
        Node::Some(over) | Node::Count(over) | Node::Fold(_, _, over, _) => Some(over),
        _ => None,
    }
}

/// The nodes a node is made of, those under its own binder left out.
fn parts(node: &Node) -> Vec<NodeId> {
    match node {
        Node::Const(_) | Node::Unknown | Node::Slot { .. } => Vec::new(),
        Node::Field { base: a, .. }
        | Node::Not(a)
        | Node::InSet(a, _)
        | Node::Matches(a, _)
        | Node::IsPresent(a)
        | Node::Negate(a) => vec![*a],
        Node::And(all) => all.to_vec(),
        Node::Compare(_, a, b)
        | Node::InList(a, b)
        | Node::Text(_, a, b)
        | Node::Within(a, b)
        | Node::Under(a, b, _)
        | Node::Arithmetic(_, a, b) => vec![*a, *b],
        Node::If(a, b, c) => vec![*a, *b, *c],
        Node::Some(over) | Node::Count(over) | Node::Fold(_, _, over, _) => match over.from {
            From::List(list) => vec![list],
            From::All(_) => Vec::new(),
        },
    }
}

/// The nodes under a node's own binder. A join's rest adds nothing to the condition it was taken from.
fn bound_parts(node: &Node, over: &Over) -> Vec<NodeId> {
    match node {
        Node::Fold(_, value, _, _) => vec![over.holds, *value],
        _ => vec![over.holds],
    }
}
