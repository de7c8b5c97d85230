//! Syntax trees to a resolved, typed model.
//!
//! What this stage adds: every name is an id, every expression has a type, section defaults stand in their
//! clauses. What later stages no longer know: spelling, order of files, sugar.

mod cited;
mod expr;
mod from_ast;
mod ids;
mod invariants;
mod model;
mod print;
mod reads;
mod subject;
mod types;
mod value;

pub use cited::Cited;
pub use expr::{
    Arithmetic, Comparison, Day, Domain, Expr, ExprKind, Fold, Logic, Quantifier, Range, TextTest,
};
pub use from_ast::build;
pub use ids::{
    ClauseId, DefineId, EditionId, EnumId, ExceptionId, KindId, LocalId, MeasureId, ParameterId, RecordId,
    RoleId, SectionId, StatementId,
};
pub use model::{
    Attest, Clause, Constraint, Define, Edition, Exception, ExceptionRule, Expectation, ExpectedResult,
    Force, Given, Goal, Ident, Link, Literal, LiteralKind, Measure, MessagePart, Model, Parameter, Role,
    SUBJECT, Section, Setting, Severity, Sort, Statement, Subjects, Target, Term, Test, Titles,
};
pub use reads::Read;
pub use subject::{Cell, Content, Subject, TakenAt};
pub use types::{Enum, Field, Kind, Member, Record, Type};
pub use value::{Duration, Value, Version};

/// The name and text of the rules that every project knows; the first file of every build.
pub const PRELUDE: (&str, &str) = ("<prelude>", include_str!("prelude.kijun"));
