//! Models without a parser: documents, clauses and links, each with a place of its own.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::{Catalogue, Diagnostics, FileId, Lang, Sources, Span};
use kijun_model::{
    Clause, ClauseId, Edition, EditionId, Exception, ExceptionRule, Expr, ExprKind, Force, KindId, Link,
    Model, Role, RoleId, Severity, Statement, StatementId, Subjects, Target, Titles, Type, Value,
};

use crate::{Standards, build};

#[derive(Clone, Debug)]
pub(crate) struct Builder {
    pub(crate) model: Model,
    file: FileId,
    next: u32,
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn titles(text: &str) -> Titles {
    Titles { plain: Some(text.into()), tagged: Vec::new() }
}

impl Builder {
    pub(crate) fn new() -> Builder {
        let mut sources = Sources::default();
        let file = sources.add_name("a.kijun");
        Builder { model: Model::default(), file, next: 0 }
    }

    pub(crate) fn span(&mut self) -> Span {
        self.next += 10;
        Span { file: self.file, start: self.next, end: self.next + 5 }
    }

    pub(crate) fn link<T>(&mut self, to: T) -> Link<T> {
        Link { to, span: self.span() }
    }

    /// `tier:name@date`
    pub(crate) fn edition(&mut self, cited: &str) -> EditionId {
        let (tier, rest) = cited.split_once(':').map_or((None, cited), |(t, r)| (Some(Arc::from(t)), r));
        let (name, day) = rest.split_once('@').unwrap();
        let span = self.span();
        self.model.editions.push(Edition {
            name: name.into(),
            date: date(day),
            titles: titles(&format!("{name} title")),
            issuer: None,
            tier,
            from: date(day),
            until: None,
            conforms_to: Vec::new(),
            supersedes: Vec::new(),
            adopts: Vec::new(),
            excludes: Vec::new(),
            monotone_in: Vec::new(),
            clauses: Vec::new(),
            span,
        });
        EditionId::from_index(self.model.editions.len() - 1)
    }

    pub(crate) fn conforms(&mut self, lower: EditionId, higher: EditionId) {
        let link = self.link(higher);
        self.model.editions[lower.index()].conforms_to.push(link);
    }

    pub(crate) fn supersedes(&mut self, later: EditionId, earlier: EditionId) {
        let link = self.link(earlier);
        self.model.editions[later.index()].supersedes.push(link);
    }

    /// A clause with as many statements.
    pub(crate) fn clause(&mut self, edition: EditionId, number: &str, n_statements: u32) -> ClauseId {
        let id = ClauseId::from_index(self.model.clauses.len());
        let span = self.span();
        let statements = (1..=n_statements).map(|ordinal| self.statement(id, ordinal)).collect();
        self.model.clauses.push(Clause {
            edition,
            number: number.into(),
            titles: titles(&format!("title of {number}")),
            text: Titles::default(),
            section: None,
            subjects: Some(Subjects { kind: KindId(0), filter: None, span }),
            by: None,
            severity: Severity::Medium,
            statements,
            implements: Vec::new(),
            was: Vec::new(),
            see: Vec::new(),
            exceptions: None,
            evidence_at_most: None,
            from: None,
            until: None,
            fix: Titles::default(),
            span,
        });
        self.model.editions[edition.index()].clauses.push(id);
        id
    }

    fn statement(&mut self, clause: ClauseId, ordinal: u32) -> StatementId {
        let span = self.span();
        let requirement = Expr { kind: ExprKind::Const(Value::Bool(true)), ty: Type::Bool, span };
        let (label, force, when, messages, attest) = (None, Force::Must, None, Vec::new(), None);
        let statement =
            Statement { clause, ordinal, label, force, requirement, when, messages, attest, span };
        self.model.statements.push(statement);
        StatementId::from_index(self.model.statements.len() - 1)
    }

    pub(crate) fn implements(&mut self, lower: ClauseId, higher: ClauseId) {
        let link = self.link(Target::Clause(higher));
        self.model.clauses[lower.index()].implements.push(link);
    }

    pub(crate) fn was(&mut self, later: ClauseId, earlier: ClauseId) {
        let link = self.link(Target::Clause(earlier));
        self.model.clauses[later.index()].was.push(link);
    }

    pub(crate) fn role(&mut self, name: &str, reports_to: Option<RoleId>) -> RoleId {
        let (span, incompatible_with) = (self.span(), Vec::new());
        self.model.roles.push(Role {
            name: name.into(),
            titles: titles(name),
            reports_to,
            incompatible_with,
            span,
        });
        RoleId::from_index(self.model.roles.len() - 1)
    }

    pub(crate) fn rule(&mut self, clause: ClauseId, rule: ExceptionRule) {
        self.model.clauses[clause.index()].exceptions = Some(rule);
    }

    /// A sound exception for 2011-06-01 to 2012-03-31.
    pub(crate) fn exception(&mut self, to: Target, by: RoleId) -> &mut Exception {
        let (link, span) = (self.link(to), self.span());
        self.model.exceptions.push(Exception {
            id: format!("EX-{}", self.model.exceptions.len()).into(),
            titles: Titles::default(),
            to: vec![link],
            subjects: None,
            approved: Some((by, date("2011-05-20"))),
            from: Some(date("2011-06-01")),
            until: Some(date("2012-03-31")),
            because: Some("the terminal is replaced in spring".into()),
            compensated_by: Vec::new(),
            span,
        });
        self.model.exceptions.last_mut().unwrap()
    }

    pub(crate) fn build(&self) -> (Standards, Vec<String>) {
        let (standards, found) = build(&self.model);
        (standards, words(&found))
    }

    /// The graph of documents that are sound.
    pub(crate) fn sound(&self) -> Standards {
        let (standards, found) = self.build();
        assert_eq!(found, Vec::<String>::new());
        standards
    }
}

/// `id: message` of each.
pub(crate) fn words(found: &Diagnostics) -> Vec<String> {
    let catalogue = Catalogue::new(Lang::En);
    found.iter().map(|d| format!("{}: {}", d.id, catalogue.wording(d).message)).collect()
}
