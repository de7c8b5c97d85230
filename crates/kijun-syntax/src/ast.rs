//! The syntax tree: what the text says, with spans, before any name means anything.
//!
//! Comments are kept beside the tree in [`File::comments`]; a formatter attaches them by span.

mod clause;
mod document;
mod expr;
mod file;
mod item;
mod names;
mod vocabulary;

pub use clause::{
    Attest, Clause, ClauseMember, ClauseMemberKind, ExceptionRule, Force, Message, MessagePart, Severity,
    Statement, Subjects,
};
pub use document::{Section, Standard, StandardMember};
pub use expr::{BinaryOp, Direction, Domain, Expr, ExprKind, Fold, Quantifier, Range};
pub use file::{Broken, Comment, File, Item};
pub use item::{
    CaseRow, Cases, Constraint, Define, Exception, Expect, Given, Goal, Literal, LiteralKind, Measure,
    Parameter, Role, Set, Sort, Take, Term, Test,
};
pub use names::{ClauseRef, Date, Duration, EditionRef, Ident, Number, Text, TimeUnit, Titles};
pub use vocabulary::{
    EnumDecl, EnumMember, FieldDecl, KindDecl, RecordDecl, TypeExpr, TypeExprKind, Vocabulary,
    VocabularyMember,
};
