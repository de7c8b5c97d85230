//! Formulas to clauses, and the search for assignments of their atoms.

use std::cell::Cell;
use std::rc::Rc;

use batsat::{BasicCallbacks, BasicSolver, Lit, SolverInterface, lbool};
use rustc_hash::{FxHashMap, FxHashSet};

use super::atom::{Atom, AtomId, Atoms};
use super::formula::{Formula, Formulas, Node};
use super::ground::Written;
use crate::effort::{Effort, Exhausted};
use crate::theory::linear::{Form, Rational};

/// An atom, and whether it holds.
pub(crate) type Fact = (AtomId, bool);

/// The clauses of a question.
pub(crate) struct Clauses {
    sat: BasicSolver,
    /// A literal for each formula without its negation.
    literals: FxHashMap<usize, Lit>,
    atoms: FxHashMap<AtomId, Lit>,
    done: FxHashSet<(usize, bool)>,
    /// How often the search may ask whether to go on.
    patience: Rc<Cell<u64>>,
}

impl Clauses {
    pub(crate) fn new() -> Clauses {
        let patience = Rc::new(Cell::new(u64::MAX));
        let mut callbacks = BasicCallbacks::new();
        let asked = Rc::clone(&patience);
        callbacks.set_stop(move || {
            let left = asked.get();
            asked.set(left.saturating_sub(1));
            left == 0
        });
        Clauses {
            sat: BasicSolver::new(Default::default(), callbacks),
            literals: FxHashMap::default(),
            atoms: FxHashMap::default(),
            done: FxHashSet::default(),
            patience,
        }
    }

    /// Demands that a formula holds. A quantity that is not written out may hold or not.
    pub(crate) fn demand(&mut self, formulas: &Formulas, written: Option<&Written>, root: Formula) {
        let literal = self.literal(formulas, root);
        self.clause(vec![literal]);
        let mut stack = vec![(root, true)];
        while let Some((formula, positive)) = stack.pop() {
            let positive = positive != formula.is_negated();
            if self.done.insert((formula.number(), positive)) {
                self.unfold(formulas, written, formula, positive, &mut stack);
            }
        }
    }

    /// What follows from a formula (its negation left aside) being true, or from its being false.
    fn unfold(
        &mut self,
        formulas: &Formulas,
        written: Option<&Written>,
        formula: Formula,
        positive: bool,
        stack: &mut Vec<(Formula, bool)>,
    ) {
        let plain = if formula.is_negated() { !formula } else { formula };
        let head = self.literal(formulas, plain);
        let parts: Vec<Formula> = match formulas.node(plain) {
            Node::True => return self.clause(vec![head]),
            Node::Atom(_) => return,
            Node::And(parts) => parts.to_vec(),
            Node::Quantity(quantity) => match written {
                Some(written) => vec![written.form(*quantity, positive)],
                None => return,
            },
        };
        let literals: Vec<Lit> = parts.iter().map(|part| self.literal(formulas, *part)).collect();
        if positive {
            literals.into_iter().for_each(|part| self.clause(vec![!head, part]));
        } else {
            self.clause(literals.into_iter().map(|part| !part).chain([head]).collect());
        }
        stack.extend(parts.into_iter().map(|part| (part, positive)));
    }

    fn literal(&mut self, formulas: &Formulas, formula: Formula) -> Lit {
        let literal = match self.literals.get(&formula.number()) {
            Some(literal) => *literal,
            None => {
                let literal = match formulas.node(formula) {
                    Node::Atom(atom) => self.atom(*atom),
                    _ => Lit::new(self.sat.new_var(lbool::UNDEF, true), true),
                };
                self.literals.insert(formula.number(), literal);
                literal
            }
        };
        if formula.is_negated() { !literal } else { literal }
    }

    /// The literal of an atom. It is tried false first: nothing is there that need not be.
    fn atom(&mut self, atom: AtomId) -> Lit {
        match self.atoms.get(&atom) {
            Some(literal) => *literal,
            None => {
                let literal = Lit::new(self.sat.new_var(lbool::FALSE, true), true);
                self.atoms.insert(atom, literal);
                literal
            }
        }
    }

    fn clause(&mut self, mut literals: Vec<Lit>) {
        self.sat.add_clause_reuse(&mut literals);
    }

    /// Rules out that facts hold together.
    pub(crate) fn exclude(&mut self, facts: &[Fact]) {
        let literals = facts.iter().map(|&(atom, holds)| {
            let literal = self.atom(atom);
            if holds { !literal } else { literal }
        });
        let literals = literals.collect();
        self.clause(literals);
    }

    /// Of bounds on one form, each follows from those below it.
    pub(crate) fn order_bounds(&mut self, atoms: &Atoms) {
        let mut bounds: Vec<(&Form, &Rational, bool, AtomId)> = Vec::new();
        for (number, atom) in (0..).zip(&atoms.all) {
            if let Atom::Bound { form, bound, strict } = atom {
                bounds.push((form, bound, !strict, AtomId(number)));
            }
        }
        bounds.sort_unstable();
        for pair in bounds.windows(2) {
            if pair[0].0 == pair[1].0 {
                self.exclude(&[(pair[0].3, true), (pair[1].3, false)]);
            }
        }
    }

    /// Whether the clauses can hold; `None`: with the effort allowed that was not found out.
    pub(crate) fn solve(&mut self, effort: &mut Effort, assumed: &[Fact]) -> Result<bool, Exhausted> {
        let before = effort.left();
        self.patience.set(before);
        let assumed: Vec<Lit> = assumed
            .iter()
            .map(|&(atom, holds)| {
                let literal = self.atom(atom);
                if holds { literal } else { !literal }
            })
            .collect();
        let result = self.sat.solve_limited(&assumed);
        effort.spend(before.saturating_sub(self.patience.get()).min(before))?;
        match result {
            r if r == lbool::TRUE => Ok(true),
            r if r == lbool::FALSE => Ok(false),
            _ => Err(Exhausted),
        }
    }

    /// Facts of the assignment found that already make a formula hold.
    pub(crate) fn reasons(&self, formulas: &Formulas, written: &Written, roots: &[Formula]) -> Vec<Fact> {
        let mut facts: FxHashMap<AtomId, bool> = FxHashMap::default();
        let mut seen = FxHashSet::default();
        let mut stack: Vec<(Formula, bool)> = roots.iter().map(|root| (*root, true)).collect();
        while let Some((formula, wanted)) = stack.pop() {
            let wanted = wanted != formula.is_negated();
            if !seen.insert((formula.number(), wanted)) {
                continue;
            }
            match formulas.node(formula) {
                Node::True => {}
                Node::Atom(atom) => _ = facts.insert(*atom, wanted),
                Node::And(parts) if wanted => stack.extend(parts.iter().map(|part| (*part, true))),
                Node::And(parts) => {
                    let false_ones = parts.iter().filter(|part| !self.holds(formulas, **part));
                    let best = false_ones.min_by_key(|part| self.price(formulas, &facts, **part));
                    stack.extend(best.map(|part| (*part, false)));
                }
                Node::Quantity(quantity) => stack.push((written.form(*quantity, wanted), wanted)),
            }
        }
        let mut facts: Vec<Fact> = facts.into_iter().collect();
        facts.sort_unstable();
        facts
    }

    /// How much a false part would add to the reasons: what is given already adds nothing.
    fn price(&self, formulas: &Formulas, facts: &FxHashMap<AtomId, bool>, part: Formula) -> u8 {
        match formulas.node(part) {
            Node::True => 0,
            Node::Atom(atom) if facts.get(atom) == Some(&part.is_negated()) => 0,
            Node::Atom(_) => 1,
            _ => 2,
        }
    }

    fn holds(&self, formulas: &Formulas, formula: Formula) -> bool {
        if *formulas.node(formula) == Node::True {
            return !formula.is_negated();
        }
        let value = self.literals.get(&formula.number()).map(|literal| self.sat.value_lit(*literal));
        (value == Some(lbool::TRUE)) != formula.is_negated()
    }
}
