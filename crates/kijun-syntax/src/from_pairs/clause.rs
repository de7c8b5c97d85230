//! Clauses and sections.

use std::collections::BTreeMap;

use kijun_diag::Span;

use crate::ast::{
    Attest, Clause, ClauseMember, ClauseMemberKind, ExceptionRule, Force, Item, Section, Severity, Statement,
    Subjects,
};
use crate::from_pairs::Cx;
use crate::grammar::{Pair, Rule, first, has, inside};
use crate::problem;
use crate::recover;

/// The members of a block that may stand in it once, and where each was first met.
#[derive(Default)]
pub(super) struct Seen(BTreeMap<String, Span>);

impl<'i> Cx<'i> {
    /// Notes a member that may be given once; a second is reported.
    pub(super) fn once(&mut self, seen: &mut Seen, word: &str, span: Span) {
        match seen.0.get(word) {
            Some(before) => self.report(problem::duplicate_member(span, word, *before)),
            None => drop(seen.0.insert(word.to_owned(), span)),
        }
    }

    /// Notes a member that may be given once per language.
    pub(super) fn once_in(&mut self, seen: &mut Seen, word: &str, lang: &str, span: Span) {
        self.once(seen, &format!("{word} {lang}"), span);
    }

    pub(super) fn clause(&mut self, pair: &Pair<'i>) -> Clause {
        let mut members = Vec::new();
        let mut seen = Seen::default();
        for piece in inside(pair) {
            match piece.as_rule() {
                Rule::clause_member => members.extend(self.clause_member(&piece, &mut seen)),
                Rule::member_junk => {
                    recover::read_again(self, &piece, Rule::alone_clause_member, |cx, member| {
                        members.extend(cx.one_member(member, &mut seen));
                    });
                }
                _ => {}
            }
        }
        let (number, titles) = (self.number_in(pair), self.titles_in(pair));
        Clause { number, titles, members, span: self.span(pair) }
    }

    pub(super) fn section(&mut self, pair: &Pair<'i>) -> Section {
        let (mut defaults, mut items) = (Vec::new(), Vec::new());
        let mut seen = Seen::default();
        for piece in inside(pair) {
            match piece.as_rule() {
                Rule::clause_member => defaults.extend(self.clause_member(&piece, &mut seen)),
                Rule::clause | Rule::section => self.item(&piece, &mut items),
                Rule::member_junk => {
                    let alone = Rule::alone_section_member;
                    let broken = recover::read_again(self, &piece, alone, |cx, member| {
                        match cx.one_member(member, &mut seen) {
                            Some(member) => defaults.push(member),
                            None => cx.item(member, &mut items),
                        }
                    });
                    items.extend(broken.map(Item::Broken));
                }
                _ => {}
            }
        }
        let (number, titles) = (self.number_in(pair), self.titles_in(pair));
        Section { number, titles, defaults, items, span: self.span(pair) }
    }

    fn clause_member(&mut self, pair: &Pair<'i>, seen: &mut Seen) -> Option<ClauseMember> {
        self.one_member(&inside(pair).next()?, seen)
    }

    fn one_member(&mut self, member: &Pair<'i>, seen: &mut Seen) -> Option<ClauseMember> {
        let span = self.span(member);
        if let Some(word) = single(member.as_rule()) {
            self.once(seen, word, span);
        }
        let kind = self.clause_member_kind(member, seen, span)?;
        Some(ClauseMember { kind, span })
    }

    fn clause_member_kind(
        &mut self,
        pair: &Pair<'i>,
        seen: &mut Seen,
        span: Span,
    ) -> Option<ClauseMemberKind> {
        Some(match pair.as_rule() {
            Rule::c_text => {
                let (lang, text) = self.tagged_text_in(pair);
                let tag = lang.as_ref().map_or("", |lang| &lang.name);
                self.once_in(seen, "text", tag, span);
                ClauseMemberKind::Text(lang, text)
            }
            Rule::c_fix => {
                let (lang, text) = self.tagged_text_in(pair);
                ClauseMemberKind::Fix(lang, text)
            }
            Rule::c_implements => ClauseMemberKind::Implements(self.clause_refs_in(pair)),
            Rule::c_was => ClauseMemberKind::Was(self.clause_refs_in(pair)),
            Rule::c_see => ClauseMemberKind::See(self.clause_refs_in(pair)),
            Rule::c_for => ClauseMemberKind::For(self.subjects_in(pair)?),
            Rule::c_by => ClauseMemberKind::By(self.name_in(pair)),
            Rule::c_severity => ClauseMemberKind::Severity(severity(&first(pair, Rule::severity)?)),
            Rule::statement => ClauseMemberKind::Statement(self.statement(pair)),
            Rule::c_attest => ClauseMemberKind::Attest(self.attest(pair)),
            Rule::c_exceptions => ClauseMemberKind::Exceptions(self.exception_rule(pair)),
            Rule::c_evidence => ClauseMemberKind::EvidenceAge(self.duration_in(pair)?),
            Rule::in_force => ClauseMemberKind::InForceFrom(self.date_in(pair)),
            Rule::until => ClauseMemberKind::Until(self.date_in(pair)),
            Rule::c_grace => ClauseMemberKind::Grace(self.duration_in(pair)?, self.optional_expr_in(pair)),
            _ => return None,
        })
    }

    /// `KIND [NAME] [where EXPR]`
    pub(super) fn subjects_in(&mut self, pair: &Pair<'i>) -> Option<Subjects> {
        let pair = first(pair, Rule::subjects).or_else(|| first(pair, Rule::measured))?;
        let kind = first(&pair, Rule::subjects_kind).or_else(|| first(&pair, Rule::measured_kind))?;
        let mut names = self.names_in(&kind).into_iter();
        let kind = names.next()?;
        let filter = self.optional_expr_in(&pair);
        Some(Subjects { kind, name: names.next(), filter, span: self.span(&pair) })
    }

    fn statement(&mut self, pair: &Pair<'i>) -> Statement {
        let label = first(pair, Rule::label).map(|label| self.name_in(&label));
        let force = self.force(pair);
        let mut exprs = self.exprs_in(pair).into_iter();
        let expr = exprs.next().unwrap_or_else(|| self.nothing(pair));
        let when = exprs.next();
        let messages = inside(pair).filter(|p| p.as_rule() == Rule::message);
        let messages = messages.filter_map(|message| self.message(&message)).collect();
        Statement { force, label, expr, when, messages }
    }

    fn force(&mut self, pair: &Pair<'i>) -> Force {
        let Some(word) = inside(pair).next() else { return Force::Must };
        match word.as_rule() {
            Rule::k_must_not => Force::MustNot,
            Rule::k_should => Force::Should,
            Rule::k_should_not => Force::ShouldNot,
            Rule::k_may => Force::May,
            Rule::wrong_shall => {
                self.wrong_spelling(&word);
                Force::Must
            }
            Rule::wrong_shall_not => {
                self.wrong_spelling(&word);
                Force::MustNot
            }
            _ => Force::Must,
        }
    }

    fn attest(&mut self, pair: &Pair<'i>) -> Attest {
        let question = self.titles(pair);
        Attest { question, by: self.optional_name_in(pair), every: self.duration_in(pair) }
    }

    fn exception_rule(&mut self, pair: &Pair<'i>) -> ExceptionRule {
        if has(pair, Rule::k_never) {
            return ExceptionRule::Never;
        }
        ExceptionRule::By { role: self.name_in(pair), at_most: self.duration_in(pair) }
    }
}

/// The keyword of a member that a clause has at most once.
fn single(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::c_for => "for",
        Rule::c_by => "by",
        Rule::c_severity => "severity",
        Rule::c_exceptions => "exceptions",
        Rule::c_evidence => "evidence at most",
        Rule::in_force => "in force from",
        Rule::until => "until",
        Rule::c_grace => "grace",
        _ => return None,
    })
}

fn severity(pair: &Pair<'_>) -> Severity {
    match pair.as_str() {
        "critical" => Severity::Critical,
        "high" => Severity::High,
        "medium" => Severity::Medium,
        _ => Severity::Low,
    }
}
