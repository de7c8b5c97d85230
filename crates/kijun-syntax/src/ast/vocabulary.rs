//! Vocabularies: kinds, records, enums and the types of their fields.

use kijun_diag::Span;

use super::{Broken, Ident, Text, Titles};

/// Kinds, records and enums.
#[derive(Clone, Debug, PartialEq)]
pub struct Vocabulary {
    /// Its name.
    pub name: Ident,
    /// Vocabularies it extends.
    pub extends: Vec<Ident>,
    /// What it declares, in order.
    pub members: Vec<VocabularyMember>,
    /// From `vocabulary` to `}`.
    pub span: Span,
}

/// A declaration in a vocabulary.
#[derive(Clone, Debug, PartialEq)]
pub enum VocabularyMember {
    /// `enum NAME { a < b }`
    Enum(EnumDecl),
    /// `record NAME { … }`
    Record(RecordDecl),
    /// `kind NAME "…" [is NAME] { … }`
    Kind(KindDecl),
    /// Text that did not parse.
    Broken(Broken),
}

/// An enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumDecl {
    /// Its name.
    pub name: Ident,
    /// Its title.
    pub titles: Titles,
    /// Whether members were separated by `<`.
    pub ordered: bool,
    /// Its members, least first where ordered.
    pub members: Vec<EnumMember>,
    /// From `enum` to `}`.
    pub span: Span,
}

/// A member of an enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumMember {
    /// Its name, which is also its spelling in evidence.
    pub name: Ident,
    /// Its title.
    pub titles: Titles,
    /// Other spellings in evidence: `from "外部公開", "公開"`.
    pub from: Vec<Text>,
}

/// A record type.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordDecl {
    /// Its name.
    pub name: Ident,
    /// Its title.
    pub titles: Titles,
    /// Its fields.
    pub fields: Vec<FieldDecl>,
    /// From `record` to `}`.
    pub span: Span,
}

/// A kind of subject.
#[derive(Clone, Debug, PartialEq)]
pub struct KindDecl {
    /// Its name.
    pub name: Ident,
    /// Its title.
    pub titles: Titles,
    /// The kind it is a special case of.
    pub is: Option<Ident>,
    /// Its own fields.
    pub fields: Vec<FieldDecl>,
    /// From `kind` to `}`.
    pub span: Span,
}

/// A field of a kind or record.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDecl {
    /// Whether it is (part of) the key.
    pub key: bool,
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: TypeExpr,
    /// Its title.
    pub titles: Titles,
    /// Its names in evidence, tried in order: `from "a.b", "c"`. Empty: its own name.
    pub from: Vec<Text>,
    /// All of it.
    pub span: Span,
}

/// A type as written.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeExpr {
    /// What it is.
    pub kind: TypeExprKind,
    /// Where.
    pub span: Span,
}

/// A type as written.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeExprKind {
    /// `int`, `text`, an enum, a record …; built-in names are not yet told from declared ones.
    Named(Ident),
    /// `list of T`
    List(Box<TypeExpr>),
    /// `map of T`
    Map(Box<TypeExpr>),
    /// `ref KIND`
    Ref(Ident),
    /// `record { … }`
    Record(Vec<FieldDecl>),
    /// `T?`
    Optional(Box<TypeExpr>),
}
