//! Clauses and their statements, with the defaults of their sections.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::Span;
use kijun_syntax::ast::{self, ClauseMember, ClauseMemberKind, Item};

use super::complaints;
use super::documents::needs_document;
use super::expr::Typer;
use super::literals::{calendar_duration, civil};
use super::scope::{Scope, keep_first};
use super::{Cx, InDocument};
use crate::{
    Attest, Clause, ClauseId, EditionId, ExceptionRule, Expr, Link, MessagePart, Section, SectionId,
    Severity, Statement, StatementId, Subjects, Target, Titles,
};

/// A clause that has its number, and where its defaults come from.
pub(super) struct Declared<'a> {
    id: ClauseId,
    clause: &'a ast::Clause,
    edition: EditionId,
    section: Option<SectionId>,
    /// Members of the sections around it, outermost first.
    defaults: Vec<&'a ClauseMember>,
}

/// Gives numbers to sections, clauses and statements, so that references find them.
pub(super) fn declare<'a>(cx: &mut Cx, items: &[InDocument<'a>]) -> Vec<Declared<'a>> {
    let mut walk = Walk { cx, declared: Vec::new(), n_statements: 0 };
    for item in items {
        walk.item(item.edition, None, &[], item.item);
    }
    walk.declared
}

struct Walk<'c, 'a> {
    cx: &'c mut Cx,
    declared: Vec<Declared<'a>>,
    n_statements: usize,
}

impl<'a> Walk<'_, 'a> {
    fn item(
        &mut self,
        edition: Option<EditionId>,
        section: Option<SectionId>,
        defaults: &[&'a ClauseMember],
        item: &'a Item,
    ) {
        match item {
            Item::Clause(clause) => {
                let Some(edition) = needs_document(self.cx, edition, clause.number.span) else { return };
                self.clause(edition, section, defaults, clause);
            }
            Item::Section(inner) => {
                let Some(edition) = needs_document(self.cx, edition, inner.number.span) else { return };
                let id = self.section(edition, section, inner);
                let defaults: Vec<_> = defaults.iter().copied().chain(&inner.defaults).collect();
                for item in &inner.items {
                    self.item(Some(edition), Some(id), &defaults, item);
                }
            }
            _ => {}
        }
    }

    fn section(
        &mut self,
        edition: EditionId,
        parent: Option<SectionId>,
        section: &ast::Section,
    ) -> SectionId {
        let id = SectionId::from_index(self.cx.model.sections.len());
        self.provision(edition, &section.number, Target::Section(id));
        let titles = self.cx.titles(&section.titles);
        let number = section.number.text.as_str().into();
        let (clauses, span) = (Vec::new(), section.number.span);
        self.cx.model.sections.push(Section { edition, number, titles, parent, clauses, span });
        id
    }

    fn clause(
        &mut self,
        edition: EditionId,
        section: Option<SectionId>,
        defaults: &[&'a ClauseMember],
        clause: &'a ast::Clause,
    ) {
        let id = ClauseId::from_index(self.declared.len());
        self.provision(edition, &clause.number, Target::Clause(id));
        self.cx.model.editions[edition.index()].clauses.push(id);
        let around = std::iter::successors(section, |&s| self.cx.model.section(s).parent);
        for section in around.collect::<Vec<_>>() {
            self.cx.model.sections[section.index()].clauses.push(id);
        }
        self.statements(id, clause);
        self.declared.push(Declared { id, clause, edition, section, defaults: defaults.to_vec() });
    }

    fn statements(&mut self, clause: ClauseId, source: &ast::Clause) {
        let members = source.members.iter().filter_map(|m| match &m.kind {
            ClauseMemberKind::Statement(s) => Some(s.label.as_ref()),
            ClauseMemberKind::Attest(_) => Some(None),
            _ => None,
        });
        let mut labels: BTreeMap<&str, Span> = BTreeMap::new();
        for (ordinal, label) in (1..).zip(members) {
            let id = StatementId::from_index(self.n_statements);
            self.n_statements += 1;
            let name: Arc<str> = label.map_or_else(|| ordinal.to_string(), |l| l.name.clone()).into();
            self.cx.names.statements.insert((clause, name), id);
            let Some(label) = label else { continue };
            if let Some(first) = labels.insert(&label.name, label.span) {
                self.cx.report(complaints::duplicate(&label.name, label.span, first));
            }
        }
    }

    fn provision(&mut self, edition: EditionId, number: &ast::Number, target: Target) {
        let key = (edition, number.text.as_str().into());
        if let Some(before) = self.cx.names.provisions.get(&key) {
            let first = match before {
                Target::Section(id) => self.cx.model.section(*id).span,
                Target::Clause(id) => {
                    self.declared.get(id.index()).map_or(number.span, |d| d.clause.number.span)
                }
                Target::Statement(_) => number.span,
            };
            self.cx.report(complaints::duplicate(&number.text, number.span, first));
            return;
        }
        self.cx.names.provisions.insert(key, target);
    }
}

/// Builds every declared clause, in order.
pub(super) fn build(cx: &mut Cx, declared: &[Declared<'_>]) {
    for declared in declared {
        let scope = Scope::of(cx, Some(declared.edition));
        let clause = build_clause(cx, &scope, declared);
        cx.model.clauses.push(clause);
    }
}

/// The members of a clause that count: its own, and for what it does not say itself, its nearest section's.
#[derive(Default)]
struct Members<'a> {
    subjects: Option<(&'a ast::Subjects, Span)>,
    by: Option<(&'a ast::Ident, Span)>,
    severity: Option<(ast::Severity, Span)>,
    exceptions: Option<(&'a ast::ExceptionRule, Span)>,
    evidence: Option<(&'a ast::Duration, Span)>,
    from: Option<(&'a ast::Date, Span)>,
    until: Option<(&'a ast::Date, Span)>,
    grace: Option<((&'a ast::Duration, Option<&'a ast::Expr>), Span)>,
}

impl<'a> Members<'a> {
    fn read(declared: &Declared<'a>) -> Members<'a> {
        let mut own = Members::default();
        for member in &declared.clause.members {
            own.take(member);
        }
        for member in declared.defaults.iter().rev() {
            let mut default = Members::default();
            default.take(member);
            own.fill(default);
        }
        own
    }

    fn take(&mut self, member: &'a ClauseMember) {
        let span = member.span;
        match &member.kind {
            ClauseMemberKind::For(subjects) => keep_first(&mut self.subjects, subjects, span),
            ClauseMemberKind::By(role) => keep_first(&mut self.by, role, span),
            ClauseMemberKind::Severity(severity) => keep_first(&mut self.severity, *severity, span),
            ClauseMemberKind::Exceptions(rule) => keep_first(&mut self.exceptions, rule, span),
            ClauseMemberKind::EvidenceAge(age) => keep_first(&mut self.evidence, age, span),
            ClauseMemberKind::InForceFrom(date) => keep_first(&mut self.from, date, span),
            ClauseMemberKind::Until(date) => keep_first(&mut self.until, date, span),
            ClauseMemberKind::Grace(duration, of) => {
                keep_first(&mut self.grace, (duration, of.as_ref()), span);
            }
            _ => {}
        }
    }

    fn fill(&mut self, default: Members<'a>) {
        self.subjects = self.subjects.or(default.subjects);
        self.by = self.by.or(default.by);
        self.severity = self.severity.or(default.severity);
        self.exceptions = self.exceptions.or(default.exceptions);
        self.evidence = self.evidence.or(default.evidence);
        self.from = self.from.or(default.from);
        self.until = self.until.or(default.until);
        self.grace = self.grace.or(default.grace);
    }
}

fn build_clause(cx: &mut Cx, scope: &Scope, declared: &Declared<'_>) -> Clause {
    let source = declared.clause;
    let members = Members::read(declared);
    let subject = members.subjects.and_then(|(subjects, _)| subjects.name.as_ref());
    let scope = &Scope { subject: subject.map(|name| name.name.as_str().into()), ..scope.clone() };
    let titles = cx.titles(&source.titles);
    let from = members.from.map(|(date, _)| civil(date));
    let in_force = from.unwrap_or(cx.model.edition(declared.edition).from);
    let mut subjects = members.subjects.and_then(|(subjects, _)| cx.subjects(scope, subjects));
    if let (Some(subjects), Some((grace, span))) = (&mut subjects, members.grace) {
        cx.add_grace(scope, subjects, grace, in_force, span);
    }
    let mut clause = Clause {
        edition: declared.edition,
        number: source.number.text.as_str().into(),
        titles,
        text: Titles::default(),
        section: declared.section,
        subjects,
        by: members.by.and_then(|(role, _)| cx.role_named(scope, role)),
        severity: members.severity.map_or(Severity::Medium, |(severity, _)| severity),
        statements: Vec::new(),
        implements: Vec::new(),
        was: Vec::new(),
        see: Vec::new(),
        exceptions: members.exceptions.and_then(|(rule, _)| cx.exception_rule(scope, rule)),
        evidence_at_most: members.evidence.and_then(|(age, _)| calendar_duration(cx, age)),
        from,
        until: members.until.map(|(date, _)| civil(date)),
        fix: Titles::default(),
        span: source.number.span,
    };
    for member in &source.members {
        add_member(cx, scope, declared.id, &mut clause, member);
    }
    if members.subjects.is_none() {
        need_subjects(cx, &clause);
    }
    clause
}

fn add_member(cx: &mut Cx, scope: &Scope, id: ClauseId, clause: &mut Clause, member: &ClauseMember) {
    let refs = |cx: &mut Cx, refs: &[ast::ClauseRef]| -> Vec<Link<Target>> {
        refs.iter().flat_map(|r| cx.provisions(scope, r)).collect()
    };
    match &member.kind {
        ClauseMemberKind::Text(lang, value) => cx.title(&mut clause.text, lang.as_ref(), value),
        ClauseMemberKind::Fix(lang, value) => cx.title(&mut clause.fix, lang.as_ref(), value),
        ClauseMemberKind::Implements(to) => clause.implements.extend(refs(cx, to)),
        ClauseMemberKind::Was(to) => {
            clause.was.extend(to.iter().flat_map(|r| cx.earlier_provisions(scope, r)));
        }
        ClauseMemberKind::See(to) => clause.see.extend(refs(cx, to)),
        ClauseMemberKind::Statement(statement) => {
            let built = build_statement(cx, scope, id, clause, statement, member.span);
            push_statement(cx, clause, built);
        }
        ClauseMemberKind::Attest(attest) => {
            let built = build_attest(cx, scope, id, clause, attest, member.span);
            push_statement(cx, clause, built);
        }
        _ => {}
    }
}

/// A clause that binds must say whom. Where an item did not parse, the section that said so may be the one.
fn need_subjects(cx: &mut Cx, clause: &Clause) {
    let Some(first) = clause.statements.first().filter(|_| !cx.names.any_broken) else { return };
    let span = cx.model.statement(*first).span;
    cx.report(complaints::no_subjects(&clause.number, span));
}

fn push_statement(cx: &mut Cx, clause: &mut Clause, statement: Statement) {
    clause.statements.push(StatementId::from_index(cx.model.statements.len()));
    cx.model.statements.push(statement);
}

fn ordinal(clause: &Clause) -> u32 {
    u32::try_from(clause.statements.len() + 1).unwrap_or(u32::MAX)
}

fn build_statement(
    cx: &mut Cx,
    scope: &Scope,
    id: ClauseId,
    clause: &Clause,
    source: &ast::Statement,
    span: Span,
) -> Statement {
    let kind = clause.subjects.as_ref().map(|s| s.kind);
    let mut typer = Typer::of_subject(cx, scope, kind);
    let requirement = typer.condition(&source.expr);
    let when = source.when.as_ref().map(|when| typer.condition(when));
    let messages = source.messages.iter().map(|(lang, m)| (lang, typer.message(m))).collect::<Vec<_>>();
    let messages = messages.into_iter().map(|(lang, parts)| (cx.lang(lang.as_ref()), parts)).collect();
    Statement {
        clause: id,
        ordinal: ordinal(clause),
        label: source.label.as_ref().map(|l| l.name.as_str().into()),
        force: source.force,
        requirement,
        when,
        messages,
        attest: None,
        span,
    }
}

fn build_attest(
    cx: &mut Cx,
    scope: &Scope,
    id: ClauseId,
    clause: &Clause,
    source: &ast::Attest,
    span: Span,
) -> Statement {
    let question = cx.titles(&source.question);
    let every = source.every.as_ref().and_then(|d| calendar_duration(cx, d));
    let by = source.by.as_ref().and_then(|role| cx.role_named(scope, role));
    let edition = cx.model.edition(clause.edition);
    let cited = format!("{}:{}#{}", edition.name, clause.number, ordinal(clause));
    let kind = clause.subjects.as_ref().map(|s| s.kind);
    let requirement = super::quantified::answered(cx, kind, &cited, every, span);
    Statement {
        clause: id,
        ordinal: ordinal(clause),
        label: None,
        force: ast::Force::Must,
        requirement,
        when: None,
        messages: Vec::new(),
        attest: Some(Attest { question, by, every }),
        span,
    }
}

impl Cx {
    /// `KIND [NAME] [where EXPR]`
    pub(super) fn subjects(&mut self, scope: &Scope, source: &ast::Subjects) -> Option<Subjects> {
        let kind = self.kind_named(scope, &source.kind)?;
        let name = source.name.as_ref().map(|n| n.name.as_str().into());
        let filter = source.filter.as_ref().map(|filter| {
            let mut typer = Typer::of_subject(self, scope, Some(kind));
            typer.name_subject(name);
            typer.condition(filter)
        });
        Some(Subjects { kind, filter, span: source.span })
    }

    /// Subjects under grace are bound only when it has run out.
    fn add_grace(
        &mut self,
        scope: &Scope,
        subjects: &mut Subjects,
        (duration, of): (&ast::Duration, Option<&ast::Expr>),
        in_force: jiff::civil::Date,
        span: Span,
    ) {
        let Some(duration) = calendar_duration(self, duration) else { return };
        let of = of.map(|of| Typer::of_subject(self, scope, Some(subjects.kind)).condition(of));
        let over = super::quantified::run_out(in_force, duration, of, span);
        subjects.filter = Some(match subjects.filter.take() {
            Some(filter) => super::quantified::both(filter, over),
            None => over,
        });
    }

    fn exception_rule(&mut self, scope: &Scope, rule: &ast::ExceptionRule) -> Option<ExceptionRule> {
        match rule {
            ast::ExceptionRule::Never => Some(ExceptionRule::Never),
            ast::ExceptionRule::By { role, at_most } => {
                let at_most = at_most.as_ref().and_then(|d| calendar_duration(self, d));
                Some(ExceptionRule::By { role: self.role_named(scope, role)?, at_most })
            }
        }
    }
}

impl Typer<'_> {
    fn message(&mut self, message: &ast::Message) -> Vec<MessagePart> {
        let parts = message.parts.iter().map(|part| match part {
            ast::MessagePart::Text(words) => MessagePart::Text(words.as_str().into()),
            ast::MessagePart::Expr(expr) => {
                let value: Expr = self.scalar(expr);
                MessagePart::Expr(value)
            }
        });
        parts.collect()
    }
}
