//! Formulas in two values over atoms. Equal ones are one.

use rustc_hash::FxHashMap;

use super::atom::AtomId;

/// A formula or its negation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Formula {
    node: u32,
    negated: bool,
}

impl std::ops::Not for Formula {
    type Output = Formula;

    fn not(self) -> Formula {
        Formula { negated: !self.negated, ..self }
    }
}

impl Formula {
    pub(crate) const TRUE: Formula = Formula { node: 0, negated: false };
    pub(crate) const FALSE: Formula = Formula { node: 0, negated: true };

    pub(crate) fn is_negated(self) -> bool {
        self.negated
    }

    pub(crate) fn number(self) -> usize {
        self.node as usize
    }
}

/// A quantified condition by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct QuantityId(pub(crate) u32);

/// What a formula is made of, negation aside.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    True,
    Atom(AtomId),
    And(Box<[Formula]>),
    /// So many elements fulfil a condition.
    Quantity(QuantityId),
}

/// All formulas of a question.
#[derive(Debug)]
pub(crate) struct Formulas {
    nodes: Vec<Node>,
    known: FxHashMap<Node, u32>,
}

impl Formulas {
    pub(crate) fn new() -> Formulas {
        let mut formulas = Formulas { nodes: Vec::new(), known: FxHashMap::default() };
        formulas.intern(Node::True);
        formulas
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn node(&self, formula: Formula) -> &Node {
        &self.nodes[formula.number()]
    }

    pub(crate) fn atom(&mut self, atom: AtomId) -> Formula {
        self.intern(Node::Atom(atom))
    }

    pub(crate) fn quantity(&mut self, quantity: QuantityId) -> Formula {
        self.intern(Node::Quantity(quantity))
    }

    pub(crate) fn and(&mut self, parts: impl IntoIterator<Item = Formula>) -> Formula {
        let mut all: Vec<Formula> = Vec::new();
        for part in parts {
            match self.node(part) {
                Node::And(inner) if !part.negated => all.extend(inner),
                _ => all.push(part),
            }
        }
        all.retain(|&part| part != Formula::TRUE);
        all.sort_unstable();
        all.dedup();
        let contradicts = |&part: &Formula| part == Formula::FALSE || all.binary_search(&!part).is_ok();
        if all.iter().any(contradicts) {
            return Formula::FALSE;
        }
        match all[..] {
            [] => Formula::TRUE,
            [one] => one,
            _ => self.intern(Node::And(all.into())),
        }
    }

    pub(crate) fn or(&mut self, parts: impl IntoIterator<Item = Formula>) -> Formula {
        !self.and(parts.into_iter().map(|part| !part))
    }

    /// At least so many of some formulas.
    pub(crate) fn at_least(&mut self, least: usize, of: &[Formula]) -> Formula {
        // `row[k]`: at least k of those seen so far.
        let mut row = vec![Formula::FALSE; least + 1];
        row[0] = Formula::TRUE;
        for &one in of {
            for k in (1..=least).rev() {
                let with = self.and([row[k - 1], one]);
                row[k] = self.or([row[k], with]);
            }
        }
        row[least]
    }

    fn intern(&mut self, node: Node) -> Formula {
        let next = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let number = *self.known.entry(node.clone()).or_insert(next);
        if number == next {
            self.nodes.push(node);
        }
        Formula { node: number, negated: false }
    }
}
