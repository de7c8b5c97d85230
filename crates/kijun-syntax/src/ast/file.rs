//! A file and the items it holds.

use kijun_diag::{FileId, Span};

use super::{
    Clause, Define, EditionRef, Exception, Measure, Parameter, Role, Section, Set, Standard, Term, Test,
    Vocabulary,
};

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its number in `Sources`.
    pub file: FileId,
    /// Its items in order; broken ones keep their place as [`Item::Broken`].
    pub items: Vec<Item>,
    /// Every comment, in order.
    pub comments: Vec<Comment>,
}

/// A comment, from `#` to the end of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The text after `#`, as written.
    pub text: String,
    /// From `#`, without the line's end.
    pub span: Span,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// `standard NAME { … }`
    Standard(Standard),
    /// `part of NAME@EDITION`
    PartOf(EditionRef),
    /// `clause NUMBER "title" { … }`
    Clause(Clause),
    /// `section NUMBER "title" { … }`
    Section(Section),
    /// `vocabulary NAME { … }`
    Vocabulary(Vocabulary),
    /// `role NAME "…" { … }`
    Role(Role),
    /// `define NAME(params) = expr`
    Define(Define),
    /// `term "…" means NAME`
    Term(Term),
    /// `parameter NAME : type [constraint] "…"`
    Parameter(Parameter),
    /// `set STANDARD $NAME = value`
    Set(Set),
    /// `exception ID { … }`
    Exception(Box<Exception>),
    /// `measure NAME "…" { … }`
    Measure(Box<Measure>),
    /// `test "…" { … }`
    Test(Test),
    /// Text that did not parse; its diagnostic has been given.
    Broken(Broken),
}

/// An item that did not parse, with what could be told of it, so that references to it do not dangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The keyword it began with, if one: `clause`, `kind` …
    pub keyword: Option<String>,
    /// The name or number after the keyword.
    pub name: Option<String>,
    /// All of it.
    pub span: Span,
}
