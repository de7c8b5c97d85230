//! Types of fields and expressions, and what vocabularies declare.

use std::sync::Arc;

use kijun_diag::Span;

use crate::{EnumId, KindId, RecordId, Titles};

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `bool`; also the type of every condition.
    Bool,
    /// `int`: a whole number.
    Int,
    /// `number`: an exact decimal.
    Number,
    /// `text`
    Text,
    /// `date`
    Date,
    /// `datetime`
    DateTime,
    /// `duration` of the calendar.
    Duration,
    /// A duration in business days; compares only with business days.
    BusinessDays,
    /// `version`
    Version,
    /// `size`
    Size,
    /// `percent`
    Percent,
    /// `ip`
    Ip,
    /// An enumeration.
    Enum(EnumId),
    /// A record.
    Record(RecordId),
    /// A subject itself.
    Subject(KindId),
    /// `list of T`
    List(Box<Type>),
    /// `map of T`, by text.
    Map(Box<Type>),
    /// `ref KIND`: the key of a subject.
    Ref(KindId),
    /// `T?`: may rightly be absent. Never nested.
    Optional(Box<Type>),
    /// The type of an expression that has had its diagnostic. It fits everything, so that one mistake is told once.
    Broken,
}

impl Type {
    /// The type without `?`.
    #[must_use]
    pub fn required(&self) -> &Type {
        match self {
            Type::Optional(inner) => inner,
            other => other,
        }
    }

    /// Whether it may rightly be absent.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        matches!(self, Type::Optional(_))
    }
}

/// An enumeration.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Its name.
    pub name: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// Whether `<` is meant.
    pub ordered: bool,
    /// Its members, least first where ordered.
    pub members: Vec<Member>,
    /// Where it was declared.
    pub span: Span,
}

impl Enum {
    /// The member with this name.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<u32> {
        self.members.iter().position(|m| &*m.name == name).and_then(|i| u32::try_from(i).ok())
    }

    /// The member that evidence spells so: its name, or one of its other spellings.
    #[must_use]
    pub fn spelt(&self, text: &str) -> Option<u32> {
        let fits = |m: &Member| &*m.name == text || m.from.iter().any(|f| &**f == text);
        self.members.iter().position(fits).and_then(|i| u32::try_from(i).ok())
    }
}

/// A member of an enumeration.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// Its other spellings in evidence.
    pub from: Vec<Arc<str>>,
}

/// A record type.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its name; for a record written in place, the path of the field that has it.
    pub name: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Where it was declared.
    pub span: Span,
}

/// A kind of subject.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its name.
    pub name: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// The kind it is a special case of.
    pub is: Option<KindId>,
    /// Its fields, those of the kind above first, so that a field has one index in every kind below.
    pub fields: Vec<Field>,
    /// Where it was declared.
    pub span: Span,
}

impl Kind {
    /// The fields of its key, in order, by index.
    pub fn key(&self) -> impl Iterator<Item = usize> + '_ {
        self.fields.iter().enumerate().filter(|(_, f)| f.key).map(|(i, _)| i)
    }
}

/// A field of a kind or record.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// Its type.
    pub ty: Type,
    /// Whether it is (part of) the key.
    pub key: bool,
    /// Its names in evidence, dotted paths tried in order. Empty: its own name.
    pub from: Vec<Arc<str>>,
    /// Where it was declared.
    pub span: Span,
}
