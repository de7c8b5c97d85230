//! All statements of a run, compiled together: equal expressions of different documents are computed once.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Span;
use kijun_model::{Duration, Expr, Force, KindId, MeasureId, MessagePart, Model, Sort, StatementId, Subject};
use kijun_standards::EffectiveSet;

use crate::arena::{Arena, From, NodeId, over};
use crate::arithmetic::date_plus;
use crate::calendar::Days;
use crate::compile::{Compiler, Refusal};
use crate::measure::Gauge;
use crate::population::{Coverage, Population, Wanted, is_a, of_family};
use crate::written::Written;

/// The statements in force, ready to run. Owns all it needs; threads may share it.
#[derive(Clone, Debug)]
pub struct Program {
    pub(crate) arena: Arena,
    pub(crate) statements: Vec<Compiled>,
    pub(crate) exceptions: Vec<Waiver>,
    pub(crate) gauges: Vec<Gauge>,
    pub(crate) parents: Vec<Option<KindId>>,
    pub(crate) today: Date,
    bound: Vec<Vec<usize>>,
    joined: Vec<KindId>,
    named: Vec<KindId>,
}

/// A compiled statement.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    pub(crate) statement: StatementId,
    /// The kind it binds; absent where its clause binds none.
    pub(crate) kind: Option<KindId>,
    /// Whether it forbids what it says.
    pub(crate) forbids: bool,
    pub(crate) guard: NodeId,
    pub(crate) filter: Option<Arc<Written>>,
    pub(crate) when: Option<Arc<Written>>,
    pub(crate) requirement: Arc<Written>,
    /// Evidence taken before this day is none, where the clause says how old it may be.
    pub(crate) evidence_from: Option<Date>,
    /// Exceptions that cover it, by their place among the program's.
    pub(crate) exceptions: Vec<usize>,
    pub(crate) messages: Vec<Message>,
    pub(crate) refusals: Vec<(Refusal, Span)>,
}

/// A message in a language (absent: the document's own).
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) lang: Option<Arc<str>>,
    pub(crate) parts: Vec<Part>,
}

/// A part of a message.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Text(Arc<str>),
    Value(Arc<Written>),
}

/// A compiled exception: for whom it holds.
#[derive(Clone, Debug)]
pub(crate) struct Waiver {
    /// Absent: for all subjects.
    pub(crate) subjects: Option<(KindId, Option<NodeId>)>,
}

/// Something that keeps a statement or a measure from being evaluated as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objection {
    /// In what.
    pub within: Objected,
    /// Where: the whole, or the expression in it.
    pub span: Span,
    /// What.
    pub problem: Problem,
}

/// What cannot be evaluated as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objected {
    /// A statement.
    Statement(StatementId),
    /// A measure.
    Measure(MeasureId),
}

/// What keeps something from being evaluated as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// For each subject it asks every subject of a kind, because no equality says which of them matter.
    JoinWithoutIndex {
        /// The kind.
        kind: KindId,
        /// How many subjects it has.
        n_subjects: usize,
    },
    /// A part of it was not compiled. It is unknown there.
    Refused(Refusal),
}

/// Compiles the statements in force.
///
/// A part that exceeds a limit is unknown, and [`Program::check`] names it.
#[must_use]
pub fn compile(model: &Model, effective: &EffectiveSet, days: &Days) -> Program {
    let mut compiler = Compiler::new(model, &effective.parameters, days);
    let exceptions = effective.exceptions.iter().map(|e| waiver(&mut compiler, model, e.exception)).collect();
    let statements: Vec<Compiled> = effective
        .statements
        .iter()
        .map(|s| Compiled {
            exceptions: covering(effective, s.statement),
            ..statement(&mut compiler, model, s.statement, days.today)
        })
        .collect();
    let counts = |id: &MeasureId| {
        model.measure(*id).edition.is_none_or(|edition| effective.editions.contains(&edition))
    };
    let measures = (0..model.measures.len()).map(MeasureId::from_index).filter(counts);
    let gauges: Vec<Gauge> = measures.map(|id| Gauge::new(&mut compiler, model, id)).collect();
    let parents: Vec<_> = model.kinds.iter().map(|kind| kind.is).collect();
    let mut named = named_kinds(&compiler.arena);
    named.extend(gauges.iter().flat_map(Gauge::kinds));
    named.sort_unstable();
    named.dedup();
    Program {
        bound: bound(&statements, &parents, model),
        joined: (0..parents.len())
            .map(KindId::from_index)
            .filter(|&kind| named.iter().any(|&n| is_a(&parents, kind, n)))
            .collect(),
        arena: compiler.arena,
        statements,
        exceptions,
        gauges,
        parents,
        today: days.today,
        named,
    }
}

impl Program {
    /// The kinds whose subjects `all KIND` asks for, kinds below included.
    #[must_use]
    pub fn joined_kinds(&self) -> &[KindId] {
        &self.joined
    }

    /// The statements that bind a subject of a kind, by their place in the effective set. `may` binds nobody.
    #[must_use]
    pub fn bound(&self, kind: KindId) -> &[usize] {
        self.bound.get(kind.index()).map_or(&[], Vec::as_slice)
    }

    /// How many statements there are, those that bind nobody included.
    #[must_use]
    pub fn n_statements(&self) -> usize {
        self.statements.len()
    }

    /// Gathers the subjects of joined kinds, with what their sources could tell.
    ///
    /// A kind is complete if it, or one below it, is covered wholly and none of them only in part. Subjects of other
    /// kinds do no harm.
    #[must_use]
    pub fn population<C: Into<Coverage>>(
        &self,
        subjects: Vec<Subject>,
        complete: impl Fn(KindId) -> C,
    ) -> Population {
        let wanted = Wanted { arena: &self.arena, named: &self.named, parents: &self.parents };
        Population::new(&wanted, subjects, |kind| complete(kind).into())
    }

    /// What should be told before evaluation begins: joins that would ask more than `scan_limit` subjects for each subject,
    /// and parts that were not compiled.
    #[must_use]
    pub fn check(&self, population: &Population, scan_limit: usize) -> Vec<Objection> {
        let mut objections = Vec::new();
        let statements = self.statements.iter().map(|compiled| {
            let written: Vec<&Arc<Written>> = compiled.written().collect();
            (Objected::Statement(compiled.statement), &compiled.refusals, written)
        });
        let measures = self
            .gauges
            .iter()
            .map(|gauge| (Objected::Measure(gauge.measure), &gauge.refusals, gauge.written().collect()));
        for (within, refusals, written) in statements.chain(measures) {
            let object = |span, problem| Objection { within, span, problem };
            objections.extend(refusals.iter().map(|&(r, span)| object(span, Problem::Refused(r))));
            let mut scans = Scans::default();
            written.into_iter().for_each(|written| self.scans(written, &mut scans));
            for (span, kind) in scans.found {
                let n_subjects = population.members(kind).map_or(0, |m| m.subjects.len());
                if n_subjects > scan_limit {
                    objections.push(object(span, Problem::JoinWithoutIndex { kind, n_subjects }));
                }
            }
        }
        objections
    }

    /// How much of a kind, those below it included, is there.
    pub(crate) fn coverage(&self, kind: KindId, coverage: &impl Fn(KindId) -> Coverage) -> Coverage {
        of_family(&self.parents, kind, coverage)
    }

    /// The sort of figure that each measure takes, in the order of [`Program::measures`].
    #[must_use]
    pub fn sorts(&self) -> Vec<Sort> {
        self.gauges.iter().map(|gauge| gauge.sort).collect()
    }

    /// Finds what asks all of a kind again for each subject or element.
    fn scans(&self, written: &Written, scans: &mut Scans) {
        let facts = self.arena.facts(written.node);
        if !facts.joins || !scans.seen.insert((written.node, written.span)) {
            return;
        }
        if let Some(over) = self.arena.over(written.node) {
            let indexed = over.join.is_some_and(|join| self.arena.facts(join.key).reads != 0);
            if let (From::All(kind), false, true) = (over.from, indexed, facts.reads != 0) {
                scans.found.insert((written.span, kind));
            }
        }
        written.parts.iter().for_each(|part| self.scans(part, scans));
    }
}

/// What asks all of a kind, and where has been looked.
#[derive(Default)]
struct Scans {
    found: BTreeSet<(Span, KindId)>,
    seen: BTreeSet<(NodeId, Span)>,
}

impl Compiled {
    /// Its guards as written.
    pub(crate) fn guards(&self) -> impl Iterator<Item = &Arc<Written>> {
        self.filter.iter().chain(&self.when)
    }

    /// Its expressions as written.
    fn written(&self) -> impl Iterator<Item = &Arc<Written>> {
        self.guards().chain([&self.requirement])
    }
}

fn statement(compiler: &mut Compiler<'_>, model: &Model, id: StatementId, today: Date) -> Compiled {
    compiler.begin();
    let statement = model.statement(id);
    let clause = model.clause(statement.clause);
    let mut about = |expr: &Expr| compiler.about_subject(expr);
    let filter = clause.subjects.as_ref().and_then(|s| s.filter.as_ref()).map(&mut about);
    let when = statement.when.as_ref().map(&mut about);
    let requirement = about(&statement.requirement);
    let messages =
        statement.messages.iter().map(|(lang, parts)| message(compiler, lang.clone(), parts)).collect();
    let guards: Vec<NodeId> = filter.iter().chain(&when).map(|w| w.node).collect();
    Compiled {
        statement: id,
        kind: clause.subjects.as_ref().map(|s| s.kind).filter(|_| statement.force != Force::May),
        forbids: matches!(statement.force, Force::MustNot | Force::ShouldNot),
        guard: compiler.and(&guards),
        filter,
        when,
        requirement,
        evidence_from: clause.evidence_at_most.map(|at_most| days_back(today, at_most)),
        exceptions: Vec::new(),
        messages,
        refusals: std::mem::take(&mut compiler.refusals),
    }
}

fn message(compiler: &mut Compiler<'_>, lang: Option<Arc<str>>, parts: &[MessagePart]) -> Message {
    let part = |part: &MessagePart| match part {
        MessagePart::Text(text) => Part::Text(Arc::clone(text)),
        MessagePart::Expr(expr) => Part::Value(compiler.about_subject(expr)),
    };
    Message { lang, parts: parts.iter().map(part).collect() }
}

fn waiver(compiler: &mut Compiler<'_>, model: &Model, id: kijun_model::ExceptionId) -> Waiver {
    compiler.begin();
    let subjects = model.exceptions[id.index()].subjects.as_ref();
    Waiver { subjects: subjects.map(|s| (s.kind, s.filter.as_ref().map(|f| compiler.about_subject(f).node))) }
}

fn covering(effective: &EffectiveSet, statement: StatementId) -> Vec<usize> {
    let covers = |i: &usize| effective.exceptions[*i].covers.contains(&statement);
    (0..effective.exceptions.len()).filter(covers).collect()
}

/// The first day of evidence that is young enough. Hours count as nothing: a date has none.
fn days_back(today: Date, at_most: Duration) -> Date {
    let back = |n: i64| n.checked_neg().unwrap_or(i64::MAX);
    let whole_days = at_most.seconds - at_most.seconds.rem_euclid(86_400);
    let by = Duration { months: back(at_most.months), seconds: back(whole_days) };
    date_plus(today, by).unwrap_or(Date::MIN)
}

fn bound(statements: &[Compiled], parents: &[Option<KindId>], model: &Model) -> Vec<Vec<usize>> {
    let binds = |kind: KindId| {
        let bound = move |(_, s): &(usize, &Compiled)| s.kind.is_some_and(|of| is_a(parents, kind, of));
        statements.iter().enumerate().filter(bound).map(|(i, _)| i).collect()
    };
    (0..model.kinds.len()).map(KindId::from_index).map(binds).collect()
}

pub(crate) fn named_kinds(arena: &Arena) -> Vec<KindId> {
    let kinds = arena.nodes.iter().filter_map(|node| match over(node)?.from {
        From::All(kind) => Some(kind),
        From::List(_) => None,
    });
    let kinds = kinds.chain(arena.trees.iter().map(|tree| tree.kind));
    kinds.collect::<BTreeSet<_>>().into_iter().collect()
}
