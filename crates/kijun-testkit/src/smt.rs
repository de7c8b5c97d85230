//! The question of conformance for an independent solver: is there a subject that breaks one statement and keeps others?
//! Written out in SMT-LIB 2 from the language's manual and the meaning of the reference evaluator.
//!
//! Each condition has two rails, *is true* and *is false*; neither is unknown. What an optional field lacks is a boolean.
//! Nothing here is shared with the decision procedure that it is to judge. Assumed of evidence: all that the vocabulary
//! requires is there, sizes and lengths of time are not negative, days lie within the years 1 to 9000 (so that no sum
//! of days leaves the calendar). Of audits: the period begins not after its end, and not after the audit date.

mod bounds;
mod conditions;
mod constants;
mod elements;
mod regex;
mod scalars;
mod subjects;
mod terms;
mod z3;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kijun_model::{Force, KindId, Model, ParameterId, StatementId, Value};

pub use z3::{Said, Z3};

use bounds::Bounds;
use constants::Constants;
use terms::{Sym, Truth};

/// Is there a subject of a kind that breaks the one and keeps the others?
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The rules.
    pub model: &'a Model,
    /// What is set.
    pub parameters: &'a BTreeMap<ParameterId, Value>,
    /// The subject's kind.
    pub kind: KindId,
    /// To be broken.
    pub higher: StatementId,
    /// To be kept.
    pub lowers: &'a [StatementId],
}

impl Question<'_> {
    /// The question as a script, without `(check-sat)`.
    ///
    /// # Errors
    ///
    /// What this encoding does not cover: sums over lists, months added to days, products of fields.
    pub fn script(&self) -> Result<String, String> {
        let bounds = Bounds::of(self);
        let constants = Constants::of(self);
        let mut writer = Writer::new(self, &bounds, &constants);
        let subject = writer.subject(self.kind);
        let broken = writer.broken(self.higher, &subject)?;
        writer.assert(&broken);
        for lower in self.lowers {
            let kept = writer.kept(*lower, &subject)?;
            writer.assert(&kept);
        }
        Ok(writer.lines)
    }

    /// Conditions that decide whether a statement applies; `None`: not to subjects of this kind.
    fn guards(&self, id: StatementId) -> Option<Vec<&kijun_model::Expr>> {
        let statement = self.model.statement(id);
        let subjects = self.model.clause(statement.clause).subjects.as_ref()?;
        let guards = subjects.filter.iter().chain(&statement.when).collect();
        self.model.is_a(self.kind, subjects.kind).then_some(guards)
    }
}

/// A script that is being written.
struct Writer<'a> {
    question: &'a Question<'a>,
    bounds: &'a Bounds,
    constants: &'a Constants,
    lines: String,
    n_names: usize,
    /// Subjects of other kinds, once there is a condition on them.
    populations: BTreeMap<KindId, Sym>,
    /// Days of the audit, once named.
    days: BTreeMap<&'static str, String>,
}

impl<'a> Writer<'a> {
    fn new(question: &'a Question<'a>, bounds: &'a Bounds, constants: &'a Constants) -> Writer<'a> {
        Writer {
            question,
            bounds,
            constants,
            lines: String::new(),
            n_names: 0,
            populations: BTreeMap::new(),
            days: BTreeMap::new(),
        }
    }

    fn assert(&mut self, formula: &str) {
        let _ = writeln!(self.lines, "(assert {formula})");
    }

    /// A new unknown of a sort.
    fn unknown(&mut self, sort: &str) -> String {
        self.n_names += 1;
        let name = format!("x{}", self.n_names);
        let _ = writeln!(self.lines, "(declare-const {name} {sort})");
        name
    }

    /// A short name for a long formula, so that what is used often is written once.
    fn name(&mut self, sort: &str, formula: String) -> String {
        if formula.len() < 24 {
            return formula;
        }
        self.n_names += 1;
        let name = format!("d{}", self.n_names);
        let _ = writeln!(self.lines, "(define-fun {name} () {sort} {formula})");
        name
    }

    /// The guards of a statement, all of them in one.
    fn applies(&mut self, id: StatementId, subject: &Sym) -> Result<Option<Truth>, String> {
        let Some(guards) = self.question.guards(id) else { return Ok(None) };
        let mut all = Truth::constant(true);
        for guard in guards {
            let guard = self.condition(guard, std::slice::from_ref(subject))?;
            all = self.both(&all, &guard);
        }
        Ok(Some(all))
    }

    /// Whether what a statement demands is met.
    fn met(&mut self, id: StatementId, subject: &Sym) -> Result<String, String> {
        let statement = self.question.model.statement(id);
        let truth = self.condition(&statement.requirement, std::slice::from_ref(subject))?;
        Ok(if matches!(statement.force, Force::Must | Force::Should) { truth.t } else { truth.f })
    }

    fn broken(&mut self, id: StatementId, subject: &Sym) -> Result<String, String> {
        let Some(applies) = self.applies(id, subject)? else { return Ok("false".to_owned()) };
        let met = self.met(id, subject)?;
        Ok(format!("(and {} (not {met}))", applies.t))
    }

    fn kept(&mut self, id: StatementId, subject: &Sym) -> Result<String, String> {
        let Some(applies) = self.applies(id, subject)? else { return Ok("true".to_owned()) };
        let met = self.met(id, subject)?;
        Ok(format!("(or {} (and {} {met}))", applies.f, applies.t))
    }
}
