//! The model: everything that the rules say, with every name resolved.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Span;
use kijun_syntax::ast;

use crate::{
    ClauseId, DefineId, Duration, EditionId, Enum, EnumId, Expr, Kind, KindId, LocalId, ParameterId, Record,
    RecordId, RoleId, SectionId, StatementId, Type, Value,
};

pub use kijun_syntax::ast::{Force, Severity};

/// Everything that the rules say.
///
/// # Invariants
///
/// Every id indexes its list. Kinds come after the kind they specialise. If no error was reported, no
/// [`Type::Broken`] and no `ExprKind::Broken` is left.
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

    /// How a statement is cited: `standard@edition:clause#label`, or its ordinal for a label.
    #[must_use]
    pub fn cite(&self, id: StatementId) -> String {
        let statement = self.statement(id);
        match &statement.label {
            Some(label) => format!("{}#{label}", self.cite_clause(statement.clause)),
            None => format!("{}#{}", self.cite_clause(statement.clause), statement.ordinal),
        }
    }

    /// How a clause is cited: `standard@edition:clause`.
    #[must_use]
    pub fn cite_clause(&self, id: ClauseId) -> String {
        let clause = self.clause(id);
        let edition = self.edition(clause.edition);
        format!("{}@{}:{}", edition.name, edition.date, clause.number)
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
}

/// A role.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its name.
    pub name: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// Whom it reports to; never in a circle.
    pub reports_to: Option<RoleId>,
    /// Roles that one person may not hold beside it; given on both sides.
    pub incompatible_with: Vec<RoleId>,
    /// Where it was declared.
    pub span: Span,
}

/// A standard in one edition.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The standard's name.
    pub name: Arc<str>,
    /// The edition's date.
    pub date: Date,
    /// Its titles.
    pub titles: Titles,
    /// Who issued it.
    pub issuer: Option<Arc<str>>,
    /// Its tier, such as `government`.
    pub tier: Option<Arc<str>>,
    /// The first day in force; the edition's date unless the head says otherwise.
    pub from: Date,
    /// The last day in force, where the head says one.
    pub until: Option<Date>,
    /// Editions it must conform to.
    pub conforms_to: Vec<Link<EditionId>>,
    /// Editions it takes the place of.
    pub supersedes: Vec<Link<EditionId>>,
    /// Provisions of higher documents that it takes over whole.
    pub adopts: Vec<Link<Target>>,
    /// Provisions of higher documents that cannot apply, and why.
    pub excludes: Vec<(Link<Target>, Arc<str>)>,
    /// Fields of a subject, raising which must not lower what is demanded.
    pub monotone_in: Vec<Arc<str>>,
    /// Its clauses, in order.
    pub clauses: Vec<ClauseId>,
    /// The name, where it was declared.
    pub span: Span,
}

/// A link and where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<T> {
    /// What it links to.
    pub to: T,
    /// Where it was written.
    pub span: Span,
}

/// What a reference to a provision names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A section with all that stands in it.
    Section(SectionId),
    /// A clause.
    Clause(ClauseId),
    /// One statement of a clause.
    Statement(StatementId),
}

/// A group of clauses.
#[derive(Clone, Debug)]
pub struct Section {
    /// The edition it belongs to.
    pub edition: EditionId,
    /// Its number.
    pub number: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// The section around it.
    pub parent: Option<SectionId>,
    /// All clauses inside, those of inner sections included.
    pub clauses: Vec<ClauseId>,
    /// Where its number was written.
    pub span: Span,
}

/// A provision. Defaults of its sections have been filled in.
#[derive(Clone, Debug)]
pub struct Clause {
    /// The edition it belongs to.
    pub edition: EditionId,
    /// Its number.
    pub number: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// Its text as a person wrote it.
    pub text: Titles,
    /// The section it stands in.
    pub section: Option<SectionId>,
    /// Which subjects it binds. Absent only where it has no statement.
    pub subjects: Option<Subjects>,
    /// Who is responsible.
    pub by: Option<RoleId>,
    /// How bad a violation is; medium unless said.
    pub severity: Severity,
    /// Its statements, in order.
    pub statements: Vec<StatementId>,
    /// Higher provisions it puts into effect.
    pub implements: Vec<Link<Target>>,
    /// Provisions of earlier editions that it continues.
    pub was: Vec<Link<Target>>,
    /// Provisions it refers to.
    pub see: Vec<Link<Target>>,
    /// Who may derogate from it; absent where the clause does not say.
    pub exceptions: Option<ExceptionRule>,
    /// How old its evidence may be.
    pub evidence_at_most: Option<Duration>,
    /// Its own first day in force.
    pub from: Option<Date>,
    /// Its own last day in force.
    pub until: Option<Date>,
    /// What to do about a violation.
    pub fix: Titles,
    /// Where its number was written.
    pub span: Span,
}

/// Which subjects a clause binds: local 0 of its expressions is the subject.
#[derive(Clone, Debug)]
pub struct Subjects {
    /// The kind.
    pub kind: KindId,
    /// Which of them; a condition.
    pub filter: Option<Expr>,
    /// Where it was written.
    pub span: Span,
}

/// Who may derogate from a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExceptionRule {
    /// Nobody.
    Never,
    /// A role, or one above it.
    By {
        /// The role.
        role: RoleId,
        /// For how long at most.
        at_most: Option<Duration>,
    },
}

/// One requirement, recommendation or permission.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its clause.
    pub clause: ClauseId,
    /// Its place among the clause's statements, from 1.
    pub ordinal: u32,
    /// Its label.
    pub label: Option<Arc<str>>,
    /// Its force.
    pub force: Force,
    /// What is required, forbidden (`must not`) or permitted; a condition.
    pub requirement: Expr,
    /// Under which condition.
    pub when: Option<Expr>,
    /// What to say when it fails: language (absent: the document's own) and parts.
    pub messages: Vec<(Option<Arc<str>>, Vec<MessagePart>)>,
    /// Where it comes from an `attest`.
    pub attest: Option<Attest>,
    /// All of it.
    pub span: Span,
}

/// A part of a message.
#[derive(Clone, Debug)]
pub enum MessagePart {
    /// Words.
    Text(Arc<str>),
    /// A value.
    Expr(Expr),
}

/// A question to a person. The statement's requirement looks for the answer.
#[derive(Clone, Debug)]
pub struct Attest {
    /// The question.
    pub question: Titles,
    /// Who answers, where it is not who is responsible.
    pub by: Option<RoleId>,
    /// How often.
    pub every: Option<Duration>,
}

/// A named predicate or value. Locals 0.. of its body are its parameters.
#[derive(Clone, Debug)]
pub struct Define {
    /// Its name.
    pub name: Arc<str>,
    /// The edition whose document declares it; absent: everywhere.
    pub edition: Option<EditionId>,
    /// Types of its parameters.
    pub params: Vec<Type>,
    /// What it stands for.
    pub body: Expr,
    /// Where its name was written.
    pub span: Span,
}

/// A defined term of a text.
#[derive(Clone, Debug)]
pub struct Term {
    /// The words.
    pub words: Arc<str>,
    /// The edition whose document defines it; absent: everywhere.
    pub edition: Option<EditionId>,
    /// Its definition.
    pub means: DefineId,
    /// Where.
    pub span: Span,
}

/// A value that a document leaves to those that conform to it.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name, without `$`.
    pub name: Arc<str>,
    /// The edition that declares it; absent: everywhere.
    pub edition: Option<EditionId>,
    /// Its type.
    pub ty: Type,
    /// The range allowed.
    pub constraints: Vec<Constraint>,
    /// Its titles.
    pub titles: Titles,
    /// Where its name was written.
    pub span: Span,
}

/// A constraint on a parameter.
#[derive(Clone, Debug)]
pub enum Constraint {
    /// `<= 1 year`
    Compare(crate::Comparison, Value),
    /// `in {a, b}`
    In(Vec<Value>),
}

/// A lower document's choice.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The edition that chooses; absent: a file of no document.
    pub edition: Option<EditionId>,
    /// The parameter.
    pub parameter: ParameterId,
    /// The choice.
    pub value: Value,
    /// Where.
    pub span: Span,
}

/// An approved derogation.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Its id.
    pub id: Arc<str>,
    /// Its titles.
    pub titles: Titles,
    /// From what.
    pub to: Vec<Link<Target>>,
    /// For which subjects; absent: all that are bound.
    pub subjects: Option<Subjects>,
    /// Approved by whom, and when.
    pub approved: Option<(RoleId, Date)>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Why.
    pub because: Option<Arc<str>>,
    /// What makes up for it.
    pub compensated_by: Vec<Link<Target>>,
    /// Where its id was written.
    pub span: Span,
}

/// A rate over subjects with a target.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its name.
    pub name: Arc<str>,
    /// The edition whose document declares it; absent: everywhere.
    pub edition: Option<EditionId>,
    /// Its titles.
    pub titles: Titles,
    /// Over which subjects.
    pub over: Subjects,
    /// What counts; a condition.
    pub share: Expr,
    /// The target.
    pub target: Option<(crate::Comparison, Value)>,
    /// Breakdown.
    pub by: Option<Expr>,
    /// Where its name was written.
    pub span: Span,
}

/// Given subjects, expected results; run by `kijun test`.
#[derive(Clone, Debug)]
pub struct Test {
    /// What it shows.
    pub title: Arc<str>,
    /// The subjects: kind, name, and the record as written.
    pub given: Vec<(KindId, Arc<str>, ast::Literal)>,
    /// What is expected.
    pub expect: Vec<Expectation>,
    /// Where its title was written.
    pub span: Span,
}

/// An expected result.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// The statements meant: one, or all of a clause.
    pub statements: Vec<StatementId>,
    /// The result's name.
    pub result: ExpectedResult,
    /// For which of the given subjects, by index.
    pub subject: usize,
    /// The path that made it so.
    pub because: Option<Expr>,
    /// Where.
    pub span: Span,
}

/// A result that a test expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the results of the language, by name")]
pub enum ExpectedResult {
    Pass,
    Fail,
    Unknown,
    NotApplicable,
    Waived,
    Error,
}

/// The local that is the subject, in the expressions of clauses, exceptions and measures.
pub const SUBJECT: LocalId = LocalId(0);
