//! A text recommends where its statements bind, or binds where they recommend.

use kijun_diag::{Diagnostic, ids};
use kijun_syntax::ast;

use crate::provisions::{Provision, provisions};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNLIKE_FORCE,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A text recommends where its statements bind, or binds where they recommend.",
    what: "Looks for texts all of whose sentences recommend (「望ましい」, 「努める」, \"should\") beside statements that are all `must`, and for texts all of whose sentences bind (「しなければならない」, 「こと。」, \"must\", \"shall\") beside statements that are all `should`.",
    why: "What is not kept makes a finding in the one case and advice in the other.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの保守契約を結ぶことが望ましい。" #~
  for  server
  by   officer
  must held: contact is present else "{id}の保守契約がありません"
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの保守契約を結ぶことが望ましい。"
  for  server
  by   officer
  should held: contact is present else "{id}の保守契約がありません"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    provisions(cx).iter().flat_map(|provision| of_clause(cx, provision)).collect()
}

fn of_clause(cx: &Cx<'_>, provision: &Provision<'_>) -> Vec<Diagnostic> {
    let forces = provision.model.statements.iter().map(|&id| cx.model.statement(id).force);
    let Some(demanded) = common(forces.map(of_force)) else { return Vec::new() };
    let otherwise = |text: &&ast::Text| said(&text.value).is_some_and(|said| said != demanded);
    let texts = provision.texts().map(|(_, text)| text).filter(otherwise);
    texts
        .map(|text| match demanded {
            Force::Binds => LINT.at(text.span).with("force", "must"),
            Force::Recommends => LINT.at(text.span).with("force", "should"),
        })
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Force {
    Binds,
    Recommends,
}

fn of_force(force: kijun_model::Force) -> Option<Force> {
    match force {
        kijun_model::Force::Must | kijun_model::Force::MustNot => Some(Force::Binds),
        kijun_model::Force::Should | kijun_model::Force::ShouldNot => Some(Force::Recommends),
        kijun_model::Force::May => None,
    }
}

/// What all of them are, if they are all the same.
fn common(mut forces: impl Iterator<Item = Option<Force>>) -> Option<Force> {
    let first = forces.next()??;
    forces.all(|force| force == Some(first)).then_some(first)
}

/// What every sentence of a text does.
fn said(text: &str) -> Option<Force> {
    let sentences = text.split(['。', '\n']).flat_map(|line| line.split(". ")).map(str::trim);
    common(sentences.filter(|sentence| !sentence.is_empty()).map(of_sentence))
}

fn of_sentence(sentence: &str) -> Option<Force> {
    const RECOMMENDS: [&str; 5] = ["望ましい", "望ましいものとする", "努める", "努めるものとする", "推奨する"];
    const BINDS: [&str; 5] = ["なければならない", "てはならない", "ではならない", "ものとする", "こと"];
    let ends = |words: &[&str]| words.iter().any(|word| sentence.ends_with(word));
    let english: Vec<String> = words(sentence);
    let has = |words: &[&str]| english.iter().any(|word| words.contains(&word.as_str()));
    let recommends = ends(&RECOMMENDS) || has(&["should", "recommended", "encouraged"]);
    let binds = ends(&BINDS) || has(&["must", "shall"]);
    match (recommends, binds) {
        (true, _) if has(&["must", "shall"]) || sentence.contains("努めなければ") => None,
        (true, _) => Some(Force::Recommends),
        (false, true) if !sentence.contains("努め") && !sentence.contains("望まし") => Some(Force::Binds),
        _ => None,
    }
}

fn words(sentence: &str) -> Vec<String> {
    let words = sentence.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect()
}
