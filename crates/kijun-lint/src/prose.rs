//! What is written for people: titles, texts, messages, advice. Not what evidence says.

use kijun_diag::Span;
use kijun_syntax::ast::{
    Clause, ClauseMember, ClauseMemberKind, Item, StandardMember, Titles, VocabularyMember,
};

use crate::Cx;

/// What a piece of prose is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prose {
    /// Words alone.
    Words,
    /// Words with expressions among them.
    Message,
}

/// Every piece of prose in the project's own rules, with its quotes.
pub(crate) fn prose(cx: &Cx<'_>) -> Vec<(Prose, Span)> {
    let mut found = Vec::new();
    cx.trees.iter().for_each(|tree| items(&tree.items, &mut found));
    found
}

/// A part of a span, in bytes from its beginning.
pub(crate) fn part(span: Span, start: usize, end: usize) -> Span {
    let at = |offset| span.start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
    Span { start: at(start), end: at(end), ..span }
}

fn items(all: &[Item], found: &mut Vec<(Prose, Span)>) {
    for item in all {
        match item {
            Item::Standard(standard) => {
                found.extend(standard.members.iter().filter_map(|member| match member {
                    StandardMember::Title(_, text) | StandardMember::Issuer(text) => {
                        Some((Prose::Words, text.span))
                    }
                    _ => None,
                }))
            }
            Item::Clause(clause) => of_clause(clause, found),
            Item::Section(section) => {
                titles(&section.titles, found);
                members(&section.defaults, found);
                items(&section.items, found);
            }
            Item::Vocabulary(vocabulary) => vocabulary.members.iter().for_each(|member| match member {
                VocabularyMember::Enum(declared) => {
                    titles(&declared.titles, found);
                    declared.members.iter().for_each(|member| titles(&member.titles, found));
                }
                VocabularyMember::Record(declared) => titles(&declared.titles, found),
                VocabularyMember::Kind(declared) => titles(&declared.titles, found),
                VocabularyMember::Broken(_) => {}
            }),
            Item::Role(role) => titles(&role.titles, found),
            Item::Parameter(parameter) => titles(&parameter.titles, found),
            Item::Measure(measure) => titles(&measure.titles, found),
            Item::Exception(exception) => {
                titles(&exception.titles, found);
                found.extend(exception.because.iter().map(|text| (Prose::Words, text.span)));
            }
            _ => {}
        }
    }
}

fn titles(titles: &Titles, found: &mut Vec<(Prose, Span)>) {
    let texts = titles.plain.iter().chain(titles.tagged.iter().map(|(_, text)| text));
    found.extend(texts.map(|text| (Prose::Words, text.span)));
}

fn of_clause(clause: &Clause, found: &mut Vec<(Prose, Span)>) {
    titles(&clause.titles, found);
    members(&clause.members, found);
}

fn members(members: &[ClauseMember], found: &mut Vec<(Prose, Span)>) {
    for member in members {
        match &member.kind {
            ClauseMemberKind::Text(_, text) | ClauseMemberKind::Fix(_, text) => {
                found.push((Prose::Words, text.span));
            }
            ClauseMemberKind::Statement(statement) => {
                found.extend(statement.messages.iter().map(|(_, message)| (Prose::Message, message.span)));
            }
            ClauseMemberKind::Attest(attest) => titles(&attest.question, found),
            _ => {}
        }
    }
}
