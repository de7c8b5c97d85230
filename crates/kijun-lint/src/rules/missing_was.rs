//! A clause that was renumbered and does not say so.

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::{Diagnostic, Safety, Span, ids};
use kijun_model::{Clause, ClauseId, EditionId};
use kijun_standards::cite_edition;
use kijun_syntax::ast::{self, Item};

use crate::written::{between, edit};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::MISSING_WAS,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::Unsafely,
    cost: Cost::Reads,
    summary: "A clause has the words of a clause of the edition before, under another number, and does not say `was`.",
    what: "Looks for clauses without `was` under a number that the superseded edition did not have, with the same text as one of its \
           clauses that nothing continues.",
    why: "Findings, exceptions and links follow a provision by its number and by `was`. Without it, what was found last year ends, and \
          the same begins anew.",
    example: r#"
part of national@2024-04-01
clause 2.1 "連絡先" en "Contact" {
  text "サーバには、障害の際に連絡する者を定めておかなければならない。"
  for  server
  must contact is present
}
--- rules/next.kijun
standard national {
  title      "国の基準"
  title en   "National Standard"
  tier       government
  edition    2025-04-01
  supersedes national@2024-04-01
  uses       it
}
clause 3.4 "連絡先" en "Contact" { #~
  text "サーバには、障害の際に連絡する者を定めておかなければならない。"
  for  server
  must contact is present
}
"#,
    instead: r#"
part of national@2024-04-01
clause 2.1 "連絡先" en "Contact" {
  text "サーバには、障害の際に連絡する者を定めておかなければならない。"
  for  server
  must contact is present
}
--- rules/next.kijun
standard national {
  title      "国の基準"
  title en   "National Standard"
  tier       government
  edition    2025-04-01
  supersedes national@2024-04-01
  uses       it
}
clause 3.4 "連絡先" en "Contact" {
  was  national@2024-04-01:2.1
  text "サーバには、障害の際に連絡する者を定めておかなければならない。"
  for  server
  must contact is present
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut hits = Vec::new();
    for (index, edition) in cx.model.editions.iter().enumerate() {
        for earlier in edition.supersedes.iter().map(|link| link.to) {
            hits.extend(of_editions(cx, EditionId::from_index(index), earlier));
        }
    }
    hits
}

fn of_editions(cx: &Cx<'_>, later: EditionId, earlier: EditionId) -> Vec<Diagnostic> {
    let model = cx.model;
    let clauses = |edition: EditionId| model.edition(edition).clauses.iter().map(|&id| (id, model.clause(id)));
    let numbers = |edition: EditionId| -> BTreeSet<&str> { clauses(edition).map(|(_, c)| &*c.number).collect() };
    let (had, has) = (numbers(earlier), numbers(later));
    let continued =
        |id: ClauseId| cx.standards.continued_by(id).iter().any(|&by| model.clause(by).edition == later);
    let mut ended: BTreeMap<String, Vec<&Clause>> = BTreeMap::new();
    for (_, clause) in clauses(earlier).filter(|(id, c)| !has.contains(&*c.number) && !continued(*id)) {
        words(clause).into_iter().for_each(|words| ended.entry(words).or_default().push(clause));
    }
    let begun = clauses(later).filter(|(_, c)| c.was.is_empty() && !had.contains(&*c.number));
    begun.filter_map(|(_, clause)| hit(cx, clause, ended.get(&words(clause)?)?)).collect()
}

/// Of several clauses with the same words nobody knows which is meant.
fn hit(cx: &Cx<'_>, clause: &Clause, ended: &[&Clause]) -> Option<Diagnostic> {
    let [before] = ended else { return None };
    let cited = format!("{}:{}", cite_edition(cx.model, before.edition), before.number);
    let found = LINT.at(clause.span).with("before", cited.as_str()).also("before", before.span);
    Some(match opening(cx, clause.span) {
        Some(at) => found.fixed_by(Safety::Unsafe, vec![edit(at, format!("\n  was {cited}"))]),
        None => found,
    })
}

/// Its text, if it is long enough to be nobody else's by chance.
fn words(clause: &Clause) -> Option<String> {
    const FEW: usize = 20;
    let text = clause.text.plain.as_ref()?;
    let words: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    (words.chars().count() >= FEW).then_some(words)
}

/// Right behind the bracket that opens a clause.
fn opening(cx: &Cx<'_>, number: Span) -> Option<Span> {
    let clause = cx.trees.iter().find_map(|tree| find(&tree.items, number))?;
    let titles = clause.titles.plain.iter().chain(clause.titles.tagged.iter().map(|(_, title)| title));
    let end = titles.map(|title| title.span.end).max().unwrap_or(number.end);
    let rest = cx.slice(between(number, end, clause.span.end));
    let at = end + u32::try_from(rest.find('{')?).ok()? + 1;
    Some(between(number, at, at))
}

fn find(items: &[Item], number: Span) -> Option<&ast::Clause> {
    items.iter().find_map(|item| match item {
        Item::Clause(clause) => (clause.number.span == number).then_some(clause),
        Item::Section(section) => find(&section.items, number),
        _ => None,
    })
}
