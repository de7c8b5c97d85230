//! What evidence an expression looks at, told by types alone.

use std::collections::BTreeSet;

use crate::{Domain, Expr, ExprKind, KindId, Model, RecordId, StatementId, Type};

/// A field that an expression reads, wherever the record or subject stands that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Read {
    /// A field of a record.
    OfRecord(RecordId, u32),
    /// A field of a subject: of the most general kind that has it.
    OfKind(KindId, u32),
    /// Every subject of a kind, or what stands above those of a tree.
    All(KindId),
}

impl Model {
    /// The scalar fields that a statement's requirement reads, through definitions too, and the kinds that it joins.
    ///
    /// Two statements that share one are about the same evidence.
    #[must_use]
    pub fn reads(&self, statement: StatementId) -> BTreeSet<Read> {
        self.reads_of(&self.statement(statement).requirement)
    }

    /// The same of any expression.
    #[must_use]
    pub fn reads_of(&self, expr: &Expr) -> BTreeSet<Read> {
        let mut reads = BTreeSet::new();
        self.collect(expr, &mut reads);
        reads
    }

    fn collect(&self, expr: &Expr, reads: &mut BTreeSet<Read>) {
        match &expr.kind {
            ExprKind::Field(base, index) if !matches!(expr.ty.required(), Type::Record(_)) => {
                reads.extend(self.read(base.ty.required(), *index));
            }
            ExprKind::Quantified(_, range, _) | ExprKind::Count(range) | ExprKind::Fold(_, _, range) => {
                if let Domain::All(kind) = range.domain {
                    reads.insert(Read::All(kind));
                }
            }
            ExprKind::Under(_, _, kind) => _ = reads.insert(Read::All(*kind)),
            ExprKind::Call(define, _) => self.collect(&self.define(*define).body, reads),
            _ => {}
        }
        expr.children().into_iter().for_each(|child| self.collect(child, reads));
    }

    fn read(&self, owner: &Type, index: u32) -> Option<Read> {
        match owner {
            Type::Record(record) => Some(Read::OfRecord(*record, index)),
            Type::Subject(kind) => {
                let has = |k: &KindId| self.kind(*k).fields.len() > index as usize;
                let line = std::iter::successors(Some(*kind), |&k| self.kind(k).is);
                line.take_while(has).last().map(|kind| Read::OfKind(kind, index))
            }
            _ => None,
        }
    }
}
