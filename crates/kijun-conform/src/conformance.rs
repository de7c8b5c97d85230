//! What the nine checks of documents come to.

use kijun_diag::Span;
use kijun_model::{ClauseId, EditionId, ParameterId, RoleId, StatementId};

use crate::{Case, Check, Dimension, Gap, Verdict, Why};
use std::sync::Arc;

/// The documents in force, each against those above it.
#[derive(Clone, Debug, Default)]
pub struct Conformance {
    /// Every higher statement in force whose document has others below it: documents in the order of the effective set, of each
    /// the clauses by their numbers.
    pub rows: Vec<Row>,
    /// Clauses of lower documents that put nothing above them into effect.
    pub orphans: Vec<ClauseId>,
    /// What the checks object to: by check, then in the order of the documents.
    pub objections: Vec<Objection>,
}

/// Which documents to compare, and by which checks; what is absent: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only these lower documents.
    pub from: Option<Vec<EditionId>>,
    /// Only these higher documents.
    pub to: Option<Vec<EditionId>>,
    /// Of what a document answers for by itself (choices, citations, terms, consistency, levels), only these checks.
    pub own: Option<Vec<Check>>,
}

/// A higher statement and what stands below it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The higher statement.
    pub statement: StatementId,
    /// Its document.
    pub document: EditionId,
    /// What the lower documents come to, all together.
    pub verdict: Verdict,
    /// One for each lower document, higher ones first, then by name.
    pub cells: Vec<Cell>,
}

/// A higher statement in one lower document.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The lower document.
    pub document: EditionId,
    /// Its clauses that put the statement into effect.
    pub clauses: Vec<ClauseId>,
    /// What they come to alone; `Uncovered` where there are none.
    pub verdict: Verdict,
}

/// Something that a check objects to. Each variant has its diagnostic.
#[derive(Clone, Debug)]
pub enum Objection {
    /// Coverage: nothing below puts a statement into effect.
    Uncovered {
        /// The higher statement.
        higher: StatementId,
        /// The documents below.
        documents: Vec<EditionId>,
    },
    /// Coverage: only clauses without a statement put it into effect.
    Undeclared {
        /// The higher statement.
        higher: StatementId,
        /// The clauses.
        clauses: Vec<ClauseId>,
    },
    /// Scope: subjects that the statement binds are bound by nothing below.
    Unbound {
        /// The higher statement.
        higher: StatementId,
        /// The clauses that put it into effect for others.
        clauses: Vec<ClauseId>,
        /// Such a subject.
        case: Arc<Case>,
    },
    /// Strength: a subject may keep what is below and break what is above.
    Weaker {
        /// The higher statement.
        higher: StatementId,
        /// How, `Strength` or `Timeframe`; with the lower statements and the subject.
        gap: Gap,
        /// Whether the lower ones demand more in another way.
        incomparable: bool,
    },
    /// Strength: it could not be decided.
    Undecided {
        /// The higher statement.
        higher: StatementId,
        /// The lower clauses.
        clauses: Vec<ClauseId>,
        /// Why.
        why: Why,
    },
    /// Modality: a `must` is put into effect by `should` alone.
    WeakerForce {
        /// The higher statement.
        higher: StatementId,
        /// The lower statements.
        lower: Vec<StatementId>,
    },
    /// Modality: a lower document permits what is forbidden above.
    PermitsForbidden {
        /// The permission.
        permission: StatementId,
        /// What is broken by using it.
        forbidden: StatementId,
        /// A subject that uses it.
        case: Arc<Case>,
    },
    /// Responsibility: the role is lower than the one above names.
    LowerRole {
        /// The higher clause.
        higher: ClauseId,
        /// The lower clause.
        lower: ClauseId,
        /// The role above.
        needed: RoleId,
        /// The role below.
        role: RoleId,
    },
    /// Modality: a lower clause lets more be excepted than the higher one.
    LaxerExceptions {
        /// The higher clause.
        higher: ClauseId,
        /// The lower clause.
        lower: ClauseId,
    },
    /// Strength, in time: a lower clause accepts older evidence.
    OlderEvidence {
        /// The higher clause.
        higher: ClauseId,
        /// The lower clause.
        lower: ClauseId,
    },
    /// Parameters: one that is left to the documents below is set by none.
    ParameterUnset {
        /// The parameter.
        parameter: ParameterId,
        /// The documents below.
        documents: Vec<EditionId>,
    },
    /// Parameters: a choice is outside the range allowed; its place among `Model::settings`.
    ParameterOutOfRange {
        /// The setting.
        setting: usize,
    },
    /// Currency: a provision is cited in an edition that is not in force any more.
    StaleProvision {
        /// The citing clause; absent where the head of the document cites.
        clause: Option<ClauseId>,
        /// The citing document.
        document: EditionId,
        /// Where it is cited.
        span: Span,
        /// The clause cited.
        cited: ClauseId,
        /// What became of it.
        fate: Fate,
    },
    /// Terms: a term means something else than above.
    RedefinedTerm {
        /// The lower term, by its place among `Model::terms`.
        lower: usize,
        /// The higher term.
        higher: usize,
        /// What one meaning holds of and the other does not; absent where that was not decided.
        case: Option<Arc<Case>>,
    },
    /// Consistency: two statements cannot be kept together by a subject that both bind.
    Contradiction {
        /// One.
        first: StatementId,
        /// The other.
        second: StatementId,
        /// A subject that both bind, of those that cannot keep both.
        case: Arc<Case>,
    },
    /// Consistency: nothing that it binds can keep it.
    Impossible {
        /// The statement.
        statement: StatementId,
    },
    /// Consistency: it applies to nothing, or what it demands holds of everything.
    Vacuous {
        /// The statement.
        statement: StatementId,
        /// Whether it applies to something, and demands nothing of it.
        applies: bool,
    },
    /// Consistency: it is implied by others of its document.
    Redundant {
        /// The statement.
        statement: StatementId,
        /// The others.
        by: Vec<StatementId>,
    },
    /// A standard whose demands grow with a level demands less at a higher one.
    NotMonotone {
        /// The document.
        document: EditionId,
        /// The statement that falls away.
        statement: StatementId,
        /// The field, by its name.
        field: Arc<str>,
        /// The lower and the higher level, as members of the field's enumeration.
        levels: (u32, u32),
        /// A subject that keeps everything at the higher level and breaks the statement at the lower one.
        case: Arc<Case>,
    },
    /// A clause that binds at a level says nothing for it.
    LevelWithoutText {
        /// The clause.
        clause: ClauseId,
        /// The field.
        field: Arc<str>,
        /// The level.
        level: u32,
    },
}

/// What became of a cited provision in the edition now in force.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It stands there under its number, or moved, and means the same.
    Same(Vec<ClauseId>),
    /// It stands there and means something else; the dimensions in which it demands more or less.
    Changed(Vec<ClauseId>, Vec<Dimension>),
    /// Nothing continues it.
    Vanished,
}
