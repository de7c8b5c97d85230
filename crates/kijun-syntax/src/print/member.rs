//! Members of standards and clauses.

use crate::ast::{
    Attest, ClauseMember, ClauseMemberKind, ExceptionRule, Force, Message, MessagePart, Severity,
    StandardMember, Statement, Subjects,
};
use crate::print::expr::expr;
use crate::print::{
    Printer, clause_ref, date, duration, edition_ref, ident, join, node, optional, quoted, tagged, text,
    titles,
};

impl Printer {
    pub(super) fn standard_member(&mut self, member: &StandardMember) {
        match member {
            StandardMember::Title(lang, words) => self.line("title", tagged(lang.as_ref(), words)),
            StandardMember::Issuer(words) => self.line("issuer", text(words)),
            StandardMember::Tier(name) => self.line("tier", ident(name)),
            StandardMember::Edition(day) => self.line("edition", date(day)),
            StandardMember::InForceFrom(day) => self.line("in-force-from", date(day)),
            StandardMember::Until(day) => self.line("until", date(day)),
            StandardMember::ConformsTo(refs) => self.line("conforms-to", join(refs.iter().map(edition_ref))),
            StandardMember::Supersedes(refs) => self.line("supersedes", join(refs.iter().map(edition_ref))),
            StandardMember::Adopts(refs) => self.line("adopts", join(refs.iter().map(clause_ref))),
            StandardMember::Excludes(refs, because) => {
                self.line("excludes", join(refs.iter().map(clause_ref).chain([text(because)])));
            }
            StandardMember::Uses(names) => self.line("uses", join(names.iter().map(ident))),
            StandardMember::MonotoneIn(field) => self.line("monotone-in", expr(field)),
        }
    }

    pub(super) fn clause_member(&mut self, member: &ClauseMember) {
        match &member.kind {
            ClauseMemberKind::Text(lang, words) => self.line("text", tagged(lang.as_ref(), words)),
            ClauseMemberKind::Fix(lang, words) => self.line("fix", tagged(lang.as_ref(), words)),
            ClauseMemberKind::Implements(refs) => self.line("implements", join(refs.iter().map(clause_ref))),
            ClauseMemberKind::Was(refs) => self.line("was", join(refs.iter().map(clause_ref))),
            ClauseMemberKind::See(refs) => self.line("see", join(refs.iter().map(clause_ref))),
            ClauseMemberKind::For(over) => self.line("for", subjects(over)),
            ClauseMemberKind::By(role) => self.line("by", ident(role)),
            ClauseMemberKind::Severity(severity) => self.line("severity", severity_word(*severity)),
            ClauseMemberKind::Statement(statement) => self.statement(statement),
            ClauseMemberKind::Attest(attest) => self.attest(attest),
            ClauseMemberKind::Exceptions(rule) => self.line("exceptions", exception_rule(rule)),
            ClauseMemberKind::EvidenceAge(age) => self.line("evidence-age", duration(age)),
            ClauseMemberKind::InForceFrom(day) => self.line("in-force-from", date(day)),
            ClauseMemberKind::Until(day) => self.line("until", date(day)),
            ClauseMemberKind::Grace(time, filter) => {
                self.line("grace", join([duration(time), optional("where", filter.as_ref(), expr)]));
            }
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let label = statement.label.as_ref().map(|label| format!("{}:", label.name)).unwrap_or_default();
        let when = optional("when", statement.when.as_ref(), expr);
        self.block(force_word(statement.force), join([label, expr(&statement.expr), when]), |p| {
            for (lang, words) in &statement.messages {
                p.line("else", join([lang.as_ref().map(ident).unwrap_or_default(), message(words)]));
            }
        });
    }

    fn attest(&mut self, attest: &Attest) {
        let by = optional("by", attest.by.as_ref(), ident);
        let every = optional("every", attest.every.as_ref(), duration);
        self.line("attest", join([titles(&attest.question), by, every]));
    }
}

/// `KIND [NAME] [(where …)]`
pub(super) fn subjects(subjects: &Subjects) -> String {
    let name = subjects.name.as_ref().map(ident).unwrap_or_default();
    join([ident(&subjects.kind), name, optional("where", subjects.filter.as_ref(), expr)])
}

fn message(message: &Message) -> String {
    join(message.parts.iter().map(|part| match part {
        MessagePart::Text(words) => quoted(words),
        MessagePart::Expr(value) => expr(value),
    }))
}

fn exception_rule(rule: &ExceptionRule) -> String {
    match rule {
        ExceptionRule::Never => "never".to_owned(),
        ExceptionRule::By { role, at_most } => {
            join([node("by", [ident(role)]), optional("at-most", at_most.as_ref(), duration)])
        }
    }
}

fn force_word(force: Force) -> &'static str {
    match force {
        Force::Must => "must",
        Force::MustNot => "must-not",
        Force::Should => "should",
        Force::ShouldNot => "should-not",
        Force::May => "may",
    }
}

fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Low => "low",
        Severity::Medium => "medium",
        Severity::High => "high",
        Severity::Critical => "critical",
    }
}
