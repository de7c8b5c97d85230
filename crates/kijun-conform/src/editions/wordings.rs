//! What was reworded, and what the words alone show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_model::{ClauseId, Model, Titles};

use super::{Field, Substance, WordMark, Wording};
use crate::words::{Words, numbers, strengths};

/// The words of clauses that became of each other, where they are others: in every language that both sides have. The titles
/// of clauses that were split or merged are not compared.
pub(super) fn changes(model: &Model, before: &[ClauseId], after: &[ClauseId]) -> Vec<Wording> {
    let alone = before.len() == 1 && after.len() == 1;
    let fields = [Field::Title, Field::Text, Field::Question, Field::Fix];
    let mut found = Vec::new();
    for field in fields.into_iter().filter(|field| alone || matches!(field, Field::Text | Field::Question)) {
        let [old, new] = [before, after].map(|clauses| said(model, clauses, field));
        for lang in languages(&old, &new) {
            let [old, new] = [&old, &new].map(|said| Words::of(said.get(&lang).map_or("", String::as_str)));
            if old != new {
                found.push(Wording { field, lang, segments: old.against(&new) });
            }
        }
    }
    found
}

/// Texts by language; the document's own has none.
type Said = BTreeMap<Option<Arc<str>>, String>;

fn said(model: &Model, clauses: &[ClauseId], field: Field) -> Said {
    let mut said = Said::new();
    for titles in clauses.iter().flat_map(|&clause| texts(model, clause, field)) {
        let plain = titles.plain.iter().map(|text| (None, text));
        let tagged = titles.tagged.iter().map(|(lang, text)| (Some(lang.clone()), text));
        for (lang, text) in plain.chain(tagged) {
            let all = said.entry(lang).or_default();
            if !all.is_empty() {
                all.push('\n');
            }
            all.push_str(text);
        }
    }
    said
}

fn texts(model: &Model, clause: ClauseId, field: Field) -> Vec<&Titles> {
    let own = model.clause(clause);
    match field {
        Field::Title => vec![&own.titles],
        Field::Text => vec![&own.text],
        Field::Fix => vec![&own.fix],
        Field::Question => {
            let attests = own.statements.iter().filter_map(|&s| model.statement(s).attest.as_ref());
            attests.map(|attest| &attest.question).collect()
        }
    }
}

/// Those of both sides; where one side says nothing at all, those of the other. A translation that is added rewords nothing.
fn languages(old: &Said, new: &Said) -> Vec<Option<Arc<str>>> {
    match (old.is_empty(), new.is_empty()) {
        (false, false) => old.keys().filter(|lang| new.contains_key(*lang)).cloned().collect(),
        _ => old.keys().chain(new.keys()).cloned().collect(),
    }
}

/// What the words show of a demand, beside what became of the statements.
pub(super) fn marks(
    model: &Model,
    (before, after): (&[ClauseId], &[ClauseId]),
    formal: Substance,
    wordings: &[Wording],
) -> Vec<WordMark> {
    let mut marks = Vec::new();
    if wordings.iter().any(|wording| wording.field == Field::Text) {
        let [old, new] = [before, after].map(|clauses| said(model, clauses, Field::Text));
        let shared = languages(&old, &new);
        let words = |said: &Said| {
            let texts = shared.iter().filter_map(|lang| said.get(lang)).map(|text| Words::of(text));
            texts.collect::<Vec<_>>()
        };
        let [old, new] = [words(&old), words(&new)];
        if let Some((gone, come)) = exchanged(&old, &new, numbers) {
            marks.push(WordMark::Numbers { gone, come });
        }
        if let Some((gone, come)) = exchanged(&old, &new, strengths) {
            marks.push(WordMark::Firmness { gone, come });
        }
        if !marks.is_empty() && formal == Substance::Equal {
            marks.push(WordMark::RuleUnmoved);
        }
    } else if moved(formal) && has_text(model, before) && has_text(model, after) {
        marks.push(WordMark::TextUnmoved);
    }
    marks
}

fn moved(formal: Substance) -> bool {
    matches!(formal, Substance::Stricter | Substance::Weaker | Substance::Incomparable)
}

fn has_text(model: &Model, clauses: &[ClauseId]) -> bool {
    clauses.iter().any(|&clause| model.clause(clause).text.all().next().is_some())
}

/// What texts name no more, and what they name now; each once, whatever the number of languages.
fn exchanged<T: Ord + Clone>(
    old: &[Words],
    new: &[Words],
    named: fn(&Words) -> Vec<T>,
) -> Option<(Vec<T>, Vec<T>)> {
    let (mut gone, mut come) = (BTreeSet::new(), BTreeSet::new());
    for (old, new) in old.iter().zip(new) {
        let [old, new] = [old, new].map(|words| counted(named(words)));
        let fewer = |than: &BTreeMap<T, usize>, item: &T, n: usize| than.get(item).copied().unwrap_or(0) < n;
        gone.extend(old.iter().filter(|(item, n)| fewer(&new, item, **n)).map(|(item, _)| item.clone()));
        come.extend(new.iter().filter(|(item, n)| fewer(&old, item, **n)).map(|(item, _)| item.clone()));
    }
    (!gone.is_empty() || !come.is_empty()).then(|| (gone.into_iter().collect(), come.into_iter().collect()))
}

fn counted<T: Ord>(items: Vec<T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}
