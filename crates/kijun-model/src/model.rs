//! The model: everything that the rules say, with every name resolved.

mod clause;
mod document;
mod item;
mod measure;

use std::sync::Arc;

use crate::{
    ClauseId, DefineId, EditionId, Enum, EnumId, Field, Kind, KindId, MeasureId, ParameterId, Record,
    RecordId, RoleId, SectionId, StatementId, Type,
};

pub use clause::{Attest, Clause, ExceptionRule, MessagePart, SUBJECT, Statement, Subjects};
pub use document::{Edition, Link, Section, Target};
pub use item::{
    Constraint, Define, Exception, Expectation, ExpectedResult, Given, Parameter, Role, Setting, Term, Test,
};
pub use kijun_syntax::ast::{Force, Ident, Literal, LiteralKind, Severity, Sort};
pub use measure::{Goal, Measure};

/// Everything that the rules say.
///
/// # Invariants
///
/// Every id indexes its list. Kinds come after the kind they specialise. If no error was reported, no
/// [`Type::Broken`](crate::Type::Broken) and no `ExprKind::Broken` is left.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Enumerations.
    pub enums: Vec<Enum>,
    /// Record types.
    pub records: Vec<Record>,
    /// Kinds of subject.
    pub kinds: Vec<Kind>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Standards, one entry for each edition.
    pub editions: Vec<Edition>,
    /// Sections.
    pub sections: Vec<Section>,
    /// Clauses, in the order of the documents.
    pub clauses: Vec<Clause>,
    /// Statements, in the order of their clauses.
    pub statements: Vec<Statement>,
    /// Definitions; one that calls another comes after it.
    pub defines: Vec<Define>,
    /// Defined terms.
    pub terms: Vec<Term>,
    /// Parameters.
    pub parameters: Vec<Parameter>,
    /// Choices of parameters.
    pub settings: Vec<Setting>,
    /// Exceptions.
    pub exceptions: Vec<Exception>,
    /// Measures.
    pub measures: Vec<Measure>,
    /// Tests.
    pub tests: Vec<Test>,
}

macro_rules! lookups {
    ($($name:ident: $id:ident -> $list:ident $thing:ident;)*) => {
        impl Model {
            $(
                #[doc = concat!("The ", stringify!($name), " with this id.")]
                #[must_use]
                pub fn $name(&self, id: $id) -> &$thing {
                    &self.$list[id.index()]
                }
            )*
        }
    };
}

lookups! {
    enumeration: EnumId -> enums Enum;
    record: RecordId -> records Record;
    kind: KindId -> kinds Kind;
    role: RoleId -> roles Role;
    edition: EditionId -> editions Edition;
    section: SectionId -> sections Section;
    clause: ClauseId -> clauses Clause;
    statement: StatementId -> statements Statement;
    define: DefineId -> defines Define;
    parameter: ParameterId -> parameters Parameter;
    measure: MeasureId -> measures Measure;
}

impl Model {
    /// Whether a kind is another, or a special case of it.
    #[must_use]
    pub fn is_a(&self, kind: KindId, ancestor: KindId) -> bool {
        std::iter::successors(Some(kind), |&k| self.kind(k).is).any(|k| k == ancestor)
    }

    /// The kind with this name.
    #[must_use]
    pub fn kind_named(&self, name: &str) -> Option<KindId> {
        self.kinds.iter().position(|k| &*k.name == name).map(KindId::from_index)
    }

    /// The field by which the subjects of a kind form a tree: the only one that refers to the kind itself, or to one that it is a
    /// special case of. `None`: the kind is no tree.
    #[must_use]
    pub fn parent_field(&self, kind: KindId) -> Option<usize> {
        let is_parent = |field: &Field| matches!(field.ty.required(), Type::Ref(to) if self.is_a(kind, *to));
        let mut fields = self.kind(kind).fields.iter().enumerate().filter(|(_, field)| is_parent(field));
        let (only, _) = fields.next()?;
        fields.next().is_none().then_some(only)
    }

    /// How a measure is cited: by its name; in a document `standard@edition:name`.
    #[must_use]
    pub fn cite_measure(&self, id: MeasureId) -> String {
        let measure = self.measure(id);
        match measure.edition.map(|edition| self.edition(edition)) {
            Some(edition) => format!("{}@{}:{}", edition.name, edition.date, measure.name),
            None => measure.name.to_string(),
        }
    }

    /// How a statement is cited: `standard@edition:clause#label`, or its ordinal for a label.
    #[must_use]
    pub fn cite(&self, id: StatementId) -> String {
        let statement = self.statement(id);
        match &statement.label {
            Some(label) => format!("{}#{label}", self.cite_clause(statement.clause)),
            None => format!("{}#{}", self.cite_clause(statement.clause), statement.ordinal),
        }
    }

    /// How a statement is cited through its editions: `standard:clause#label`.
    #[must_use]
    pub fn cite_lasting(&self, id: StatementId) -> String {
        let statement = self.statement(id);
        let clause = self.clause(statement.clause);
        let name = &self.edition(clause.edition).name;
        match &statement.label {
            Some(label) => format!("{name}:{}#{label}", clause.number),
            None => format!("{name}:{}#{}", clause.number, statement.ordinal),
        }
    }

    /// How a clause is cited: `standard@edition:clause`.
    #[must_use]
    pub fn cite_clause(&self, id: ClauseId) -> String {
        let clause = self.clause(id);
        let edition = self.edition(clause.edition);
        format!("{}@{}:{}", edition.name, edition.date, clause.number)
    }

    /// The tree in which subjects of a kind stand: the kind that its parents are of, and the index of the field that names
    /// them. `None`: it is no tree, or its key is more than one field.
    #[must_use]
    pub fn tree(&self, kind: KindId) -> Option<(KindId, usize)> {
        let field = self.parent_field(kind)?;
        let Type::Ref(root) = *self.kind(kind).fields[field].ty.required() else { return None };
        let known_by_one = self.kind(root).key().count() == 1;
        (known_by_one && self.parent_field(root) == Some(field)).then_some((root, field))
    }

    /// A role's rank: how many roles it reports to, one above another. 0 is the highest.
    #[must_use]
    pub fn rank(&self, role: RoleId) -> usize {
        std::iter::successors(self.role(role).reports_to, |&r| self.role(r).reports_to).count()
    }

    /// Whether `superior` is `role` or stands above it in the reporting line.
    #[must_use]
    pub fn outranks_or_is(&self, superior: RoleId, role: RoleId) -> bool {
        std::iter::successors(Some(role), |&r| self.role(r).reports_to).any(|r| r == superior)
    }
}

/// A text in several languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles {
    /// In the document's own language.
    pub plain: Option<Arc<str>>,
    /// In others, by tag.
    pub tagged: Vec<(Arc<str>, Arc<str>)>,
}

impl Titles {
    /// The text in a language, else in the document's own, else in any.
    #[must_use]
    pub fn get(&self, lang: &str) -> Option<&Arc<str>> {
        let tagged = self.tagged.iter().find(|(tag, _)| &**tag == lang).map(|(_, text)| text);
        tagged.or(self.plain.as_ref()).or(self.tagged.first().map(|(_, text)| text))
    }

    /// The text in every language that it has.
    pub fn all(&self) -> impl Iterator<Item = &Arc<str>> {
        self.plain.iter().chain(self.tagged.iter().map(|(_, text)| text))
    }
}
