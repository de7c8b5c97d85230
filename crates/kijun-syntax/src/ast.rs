//! The syntax tree: what the text says, with spans, before any name means anything.
//!
//! Comments are kept beside the tree in [`File::comments`]; a formatter attaches them by span.

use kijun_diag::{FileId, Span};

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

/// A name in NFKC, so that full-width and half-width spellings are one name.
#[derive(Clone, Debug)]
pub struct Ident {
    /// The normalized name.
    pub name: String,
    /// Where it was written (with its backquotes, if any).
    pub span: Span,
}

/// A string with its escapes resolved, or a block with its common indentation removed.
#[derive(Clone, Debug)]
pub struct Text {
    /// The value.
    pub value: String,
    /// With its quotes.
    pub span: Span,
}

/// `"…" en "…"`: a text in the document's own language, then in others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Titles {
    /// Without a language tag.
    pub plain: Option<Text>,
    /// With one: `en "…"`.
    pub tagged: Vec<(Ident, Text)>,
}

/// A clause number as written, NFKC: `2.2.1.1(a)`, `第3条第2項`.
#[derive(Clone, Debug)]
pub struct Number {
    /// The normalized number.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A civil date as written; that it exists in the calendar has been checked.
#[derive(Clone, Copy, Debug)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: i8,
    /// Day of the month.
    pub day: i8,
    /// Where.
    pub span: Span,
}

/// `NAME` or `NAME@DATE`: a standard, in one edition where a date is given.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionRef {
    /// The standard's name.
    pub name: Ident,
    /// The edition.
    pub edition: Option<Date>,
    /// The whole reference.
    pub span: Span,
}

/// `[standard[@edition]:]clause[#label]`.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseRef {
    /// The standard; absent means the one the reference stands in.
    pub standard: Option<EditionRef>,
    /// The clause's (or section's) number.
    pub number: Number,
    /// A statement's label or ordinal (from 1).
    pub label: Option<Ident>,
    /// The whole reference.
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
    Exception(Exception),
    /// `measure NAME "…" { … }`
    Measure(Measure),
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

/// A document in one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    /// Its name.
    pub name: Ident,
    /// What the head says, in order.
    pub members: Vec<StandardMember>,
    /// From `standard` to `}`.
    pub span: Span,
}

/// A line of a standard's head.
#[derive(Clone, Debug, PartialEq)]
pub enum StandardMember {
    /// `title [LANG] "…"`
    Title(Option<Ident>, Text),
    /// `issuer "…"`
    Issuer(Text),
    /// `tier NAME`
    Tier(Ident),
    /// `edition DATE`
    Edition(Date),
    /// `in force from DATE`
    InForceFrom(Date),
    /// `until DATE` (the last day in force)
    Until(Date),
    /// `conforms to REF, …`
    ConformsTo(Vec<EditionRef>),
    /// `supersedes REF, …`
    Supersedes(Vec<EditionRef>),
    /// `adopts REF, …`
    Adopts(Vec<ClauseRef>),
    /// `excludes REF, … because "…"`
    Excludes(Vec<ClauseRef>, Text),
    /// `uses VOCABULARY, …`
    Uses(Vec<Ident>),
    /// `monotone in FIELD`
    MonotoneIn(Expr),
}

/// A group of clauses, with defaults for what stands inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its number.
    pub number: Number,
    /// Its title.
    pub titles: Titles,
    /// `for`, `by` and other members that may be given once for all clauses inside.
    pub defaults: Vec<ClauseMember>,
    /// Clauses, sections, broken items.
    pub items: Vec<Item>,
    /// From `section` to `}`.
    pub span: Span,
}

/// A provision.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Its number.
    pub number: Number,
    /// Its title.
    pub titles: Titles,
    /// What it says, in order.
    pub members: Vec<ClauseMember>,
    /// From `clause` to `}`.
    pub span: Span,
}

/// A member of a clause with its span.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseMember {
    /// What it says.
    pub kind: ClauseMemberKind,
    /// All of it, keyword included.
    pub span: Span,
}

/// What a member of a clause says.
#[derive(Clone, Debug, PartialEq)]
pub enum ClauseMemberKind {
    /// `text [LANG] """…"""`
    Text(Option<Ident>, Text),
    /// `implements REF, …`
    Implements(Vec<ClauseRef>),
    /// `was REF, …`
    Was(Vec<ClauseRef>),
    /// `see REF, …`
    See(Vec<ClauseRef>),
    /// `for KIND [NAME] [where EXPR]`
    For(Subjects),
    /// `by ROLE`
    By(Ident),
    /// `severity critical|high|medium|low`
    Severity(Severity),
    /// `must [LABEL:] EXPR [when EXPR] [else "…"]` and its kin
    Statement(Statement),
    /// `attest "question" [by ROLE] [every DURATION]`
    Attest(Attest),
    /// `exceptions by ROLE [for at most DURATION]` or `exceptions never`
    Exceptions(ExceptionRule),
    /// `evidence at most DURATION old`
    EvidenceAge(Duration),
    /// `in force from DATE`
    InForceFrom(Date),
    /// `until DATE`
    Until(Date),
    /// `grace DURATION [where EXPR]`: how long these subjects have, from the day it comes into force, to follow it
    Grace(Duration, Option<Expr>),
    /// `fix [LANG] "…"`
    Fix(Option<Ident>, Text),
}

/// How bad a violation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// `low`
    Low,
    /// `medium`
    Medium,
    /// `high`
    High,
    /// `critical`
    Critical,
}

/// `KIND [NAME] [where EXPR]`
#[derive(Clone, Debug, PartialEq)]
pub struct Subjects {
    /// The kind.
    pub kind: Ident,
    /// A name for the subject beside `self`.
    pub name: Option<Ident>,
    /// Which of them.
    pub filter: Option<Expr>,
    /// All of it.
    pub span: Span,
}

/// The force of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// `must`
    Must,
    /// `must not`
    MustNot,
    /// `should`
    Should,
    /// `should not`
    ShouldNot,
    /// `may`
    May,
}

/// One requirement, recommendation or permission.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its force.
    pub force: Force,
    /// Its label.
    pub label: Option<Ident>,
    /// What is required, forbidden or permitted.
    pub expr: Expr,
    /// Under which condition.
    pub when: Option<Expr>,
    /// What to say when it fails: without a language tag, then with.
    pub messages: Vec<(Option<Ident>, Message)>,
}

/// A message with values in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its parts in order.
    pub parts: Vec<MessagePart>,
    /// With its quotes.
    pub span: Span,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum MessagePart {
    /// Words.
    Text(String),
    /// `{expr}`
    Expr(Expr),
}

/// A requirement that only a person can answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Attest {
    /// The question: `"…" en "…"`.
    pub question: Titles,
    /// Who answers.
    pub by: Option<Ident>,
    /// How often.
    pub every: Option<Duration>,
}

/// Who may derogate from a clause.
#[derive(Clone, Debug, PartialEq)]
pub enum ExceptionRule {
    /// `exceptions never`
    Never,
    /// `exceptions by ROLE [for at most DURATION]`
    By {
        /// Who approves.
        role: Ident,
        /// For how long at most.
        at_most: Option<Duration>,
    },
}

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

/// A role.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its name.
    pub name: Ident,
    /// Its title.
    pub titles: Titles,
    /// `reports to ROLE`
    pub reports_to: Option<Ident>,
    /// `incompatible with ROLE, …`
    pub incompatible_with: Vec<Ident>,
    /// From `role` to `}`.
    pub span: Span,
}

/// A named predicate or value.
#[derive(Clone, Debug, PartialEq)]
pub struct Define {
    /// Its name.
    pub name: Ident,
    /// Its parameters with their types.
    pub params: Vec<(Ident, TypeExpr)>,
    /// What it stands for.
    pub body: Expr,
    /// All of it.
    pub span: Span,
}

/// A defined term of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The words.
    pub words: Text,
    /// The definition.
    pub means: Ident,
    /// All of it.
    pub span: Span,
}

/// A value that a document leaves to those that conform to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name, without `$`.
    pub name: Ident,
    /// Its type.
    pub ty: TypeExpr,
    /// The range allowed: comparisons, or `in {…}`; all must hold.
    pub constraints: Vec<Constraint>,
    /// Its title.
    pub titles: Titles,
    /// All of it.
    pub span: Span,
}

/// A constraint on a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Constraint {
    /// `<= 1 year`
    Compare(BinaryOp, Expr),
    /// `in {a, b}`
    In(Vec<Expr>),
}

/// A lower document's choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    /// The standard whose parameter it is.
    pub standard: EditionRef,
    /// The parameter, without `$`.
    pub name: Ident,
    /// The choice.
    pub value: Expr,
    /// All of it.
    pub span: Span,
}

/// An approved derogation.
#[derive(Clone, Debug, PartialEq)]
pub struct Exception {
    /// Its id, such as `EX-2011-03`.
    pub id: Number,
    /// Its title.
    pub titles: Titles,
    /// `to REF, …`
    pub to: Vec<ClauseRef>,
    /// `for KIND [NAME] [where EXPR]`
    pub subjects: Option<Subjects>,
    /// `approved by ROLE on DATE`
    pub approved: Option<(Ident, Date)>,
    /// `from DATE`
    pub from: Option<Date>,
    /// `until DATE`, the last day on which it holds
    pub until: Option<Date>,
    /// `because "…"`
    pub because: Option<Text>,
    /// `compensated by REF, …`
    pub compensated_by: Vec<ClauseRef>,
    /// From `exception` to `}`.
    pub span: Span,
}

/// A rate over subjects with a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name.
    pub name: Ident,
    /// Its title.
    pub titles: Titles,
    /// `over KIND [NAME] [where EXPR]`
    pub over: Option<Subjects>,
    /// `share EXPR`
    pub share: Option<Expr>,
    /// `target >= 98%`
    pub target: Option<(BinaryOp, Expr)>,
    /// `by FIELD`
    pub by: Option<Expr>,
    /// From `measure` to `}`.
    pub span: Span,
}

/// Given subjects, expected results.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// What it shows.
    pub title: Text,
    /// `given KIND NAME { … }`
    pub given: Vec<Given>,
    /// `expect REF RESULT [for NAME] [because PATH]`
    pub expect: Vec<Expect>,
    /// From `test` to `}`.
    pub span: Span,
}

/// A subject of a test.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its kind.
    pub kind: Ident,
    /// Its name, which is its key where the record gives none.
    pub name: Ident,
    /// Its record.
    pub value: Literal,
    /// All of it.
    pub span: Span,
}

/// An expected result.
#[derive(Clone, Debug, PartialEq)]
pub struct Expect {
    /// The statement.
    pub statement: ClauseRef,
    /// The result: `pass`, `fail`, `unknown`, `not-applicable`, `waived`, `error`.
    pub result: Ident,
    /// For which subject; absent: the first given.
    pub subject: Option<Ident>,
    /// The path that made it so.
    pub because: Option<Expr>,
    /// All of it.
    pub span: Span,
}

/// A value in a `given`, in the evidence's own spelling.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    /// What it is.
    pub kind: LiteralKind,
    /// Where.
    pub span: Span,
}

/// A value in a `given`.
#[derive(Clone, Debug, PartialEq)]
pub enum LiteralKind {
    /// A word, number, date or other scalar, as written without quotes.
    Word(String),
    /// A quoted text.
    Text(String),
    /// `[ … ]`
    List(Vec<Literal>),
    /// `{ name: value … }`
    Record(Vec<(Ident, Literal)>),
}

/// A length of time as written; the parts add up (`1 year 6 months`).
#[derive(Clone, Debug)]
pub struct Duration {
    /// Amount and unit, in order.
    pub parts: Vec<(u32, TimeUnit)>,
    /// Where.
    pub span: Span,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// `years`
    Years,
    /// `months`
    Months,
    /// `weeks`
    Weeks,
    /// `days`
    Days,
    /// `business days`
    BusinessDays,
    /// `hours`
    Hours,
    /// `minutes`
    Minutes,
    /// `seconds`
    Seconds,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where.
    pub span: Span,
}

/// An expression. Parentheses leave no trace but the tree's shape.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `true`, `false`
    Bool(bool),
    /// An exact decimal, as digits without `_`.
    Number(String),
    /// `98.9%`, as digits.
    Percent(String),
    /// `10 GiB`: digits and unit as written (`B`, `KiB`, `MB` …).
    Size(String, String),
    /// `"…"`
    Text(String),
    /// A date.
    Date(Date),
    /// `2011-04-21T09:00[:00]`, checked, as written.
    DateTime(String),
    /// A length of time.
    Duration(Duration),
    /// `v"1.2.3"`, unchecked.
    Version(String),
    /// `ip"10.0.0.0/8"`, unchecked.
    Ip(String),
    /// `[a, b]`
    List(Vec<Expr>),
    /// A name: field, binder, enum member, value of a define.
    Name(Ident),
    /// `base.field`, or an enum's member
    Field(Box<Expr>, Ident),
    /// `$name`
    Parameter(Ident),
    /// `self`
    This,
    /// `today`
    Today,
    /// `not e`
    Not(Box<Expr>),
    /// `-e`
    Negate(Box<Expr>),
    /// `a op b`
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `e in {a, b}` and `e not in {a, b}`
    InSet {
        /// Whether `not` stands before `in`.
        negated: bool,
        /// The value.
        item: Box<Expr>,
        /// The set.
        set: Vec<Expr>,
    },
    /// `e in LIST` and `e not in LIST`
    InList {
        /// Whether `not` stands before `in`.
        negated: bool,
        /// The value.
        item: Box<Expr>,
        /// The list.
        list: Box<Expr>,
    },
    /// `e matches /re/`
    Matches(Box<Expr>, Text),
    /// `e is present` (true), `e is absent` (false)
    Is(Box<Expr>, bool),
    /// `e within DURATION before|after|of DATE`
    Within {
        /// The date that is judged.
        date: Box<Expr>,
        /// How far.
        duration: Box<Expr>,
        /// In which direction.
        direction: Direction,
        /// From where.
        anchor: Box<Expr>,
    },
    /// `every x in XS [where P] : Q`
    Quantified {
        /// Which.
        quantifier: Quantifier,
        /// Over what.
        range: Range,
        /// What is asked of each.
        body: Box<Expr>,
    },
    /// `count(x in XS [where P])`
    Count(Range),
    /// `sum(e for x in XS [where P])` and its kin
    Fold {
        /// Which.
        fold: Fold,
        /// The value of each element.
        value: Box<Expr>,
        /// Over what.
        range: Range,
    },
    /// `age(DATE)`
    Age(Box<Expr>),
    /// `if C then A else B`
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `name(args)`
    Call(Ident, Vec<Expr>),
}

/// `x in XS [where P]`
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The element's name.
    pub binder: Ident,
    /// Where elements come from.
    pub domain: Domain,
    /// Which of them.
    pub filter: Option<Box<Expr>>,
}

/// Where elements come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Domain {
    /// A list, or a map's values.
    Expr(Box<Expr>),
    /// `all KIND`
    All(Ident),
}

/// A quantifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// `every`
    Every,
    /// `some`
    Some,
    /// `no`
    No,
}

/// A fold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// `sum`
    Sum,
    /// `min`
    Min,
    /// `max`
    Max,
}

/// The direction of `within`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Not after the anchor, and not earlier than the duration before it.
    Before,
    /// Not before the anchor, and not later than the duration after it.
    After,
    /// Either.
    Of,
}

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `or`
    Or,
    /// `and`
    And,
    /// `implies`
    Implies,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `contains`
    Contains,
    /// `starts with`
    StartsWith,
    /// `ends with`
    EndsWith,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
}

impl Expr {
    /// The expressions directly inside, in the order in which they were written.
    #[must_use]
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Field(a, _)
            | ExprKind::Not(a)
            | ExprKind::Negate(a)
            | ExprKind::Matches(a, _)
            | ExprKind::Is(a, _)
            | ExprKind::Age(a) => vec![a],
            ExprKind::Binary(_, a, b) => vec![a, b],
            ExprKind::InList { item, list, .. } => vec![item, list],
            ExprKind::If(a, b, c) => vec![a, b, c],
            ExprKind::InSet { item, set, .. } => std::iter::once(&**item).chain(set).collect(),
            ExprKind::Within { date, duration, anchor, .. } => vec![date, duration, anchor],
            ExprKind::Quantified { range, body, .. } => range.exprs().chain([&**body]).collect(),
            ExprKind::Count(range) => range.exprs().collect(),
            ExprKind::Fold { value, range, .. } => std::iter::once(&**value).chain(range.exprs()).collect(),
            ExprKind::List(all) | ExprKind::Call(_, all) => all.iter().collect(),
            ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::Percent(_)
            | ExprKind::Size(..)
            | ExprKind::Text(_)
            | ExprKind::Date(_)
            | ExprKind::DateTime(_)
            | ExprKind::Duration(_)
            | ExprKind::Version(_)
            | ExprKind::Ip(_)
            | ExprKind::Name(_)
            | ExprKind::Parameter(_)
            | ExprKind::This
            | ExprKind::Today => Vec::new(),
        }
    }
}

impl Range {
    fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let domain = match &self.domain {
            Domain::Expr(list) => Some(&**list),
            Domain::All(_) => None,
        };
        domain.into_iter().chain(self.filter.as_deref())
    }
}

// Names, texts, numbers, dates and durations are the same if they say the same, wherever they stood.
// Larger nodes hold spans that count; two trees are compared by printing them (`print`).
macro_rules! eq_without_span {
    ($($ty:ident { $($field:ident),* })*) => {
        $(impl PartialEq for $ty {
            fn eq(&self, other: &Self) -> bool {
                true $(&& self.$field == other.$field)*
            }
        })*
    };
}

eq_without_span! {
    Ident { name }
    Text { value }
    Number { text }
    Date { year, month, day }
    Duration { parts }
}
