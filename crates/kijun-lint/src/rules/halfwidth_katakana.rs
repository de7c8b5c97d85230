//! A text has half-width katakana.

use kijun_diag::{Diagnostic, Edit, Safety, Span, ids};
use unicode_normalization::UnicodeNormalization as _;

use crate::prose::{Prose, part, prose};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::HALFWIDTH_KATAKANA,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::Safely,
    cost: Cost::Reads,
    summary: "A text has half-width katakana.",
    what: "Looks for half-width katakana (ｶﾀｶﾅ) in titles, texts, messages and advice. Names in evidence (`from`) are left as they are.",
    why: "Searches do not find it, and some programs that show the report cannot either.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "ｻｰﾊﾞを台帳に記載する。" #~
  for  server
  by   officer
  must named: os != "" else "{id}に記載がありません"
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバを台帳に記載する。"
  for  server
  by   officer
  must named: os != "" else "{id}に記載がありません"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    prose(cx).into_iter().filter_map(|(sort, span)| hit(cx, sort, span)).collect()
}

fn hit(cx: &Cx<'_>, sort: Prose, span: Span) -> Option<Diagnostic> {
    let text = cx.slice(span);
    let words: String = text.chars().filter(|c| is_halfwidth(*c)).collect();
    if words.is_empty() {
        return None;
    }
    let hit = LINT.at(span).with("words", words);
    // A message holds expressions, in which it may be the spelling of evidence.
    let edits = (sort == Prose::Words).then(|| edits(text, span));
    Some(edits.into_iter().fold(hit, |hit, edits| hit.fixed_by(Safety::Safe, edits)))
}

/// Each run of them in full width.
fn edits(text: &str, span: Span) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_halfwidth).map(|start| at + start) {
        let end = text[start..].find(|c| !is_halfwidth(c)).map_or(text.len(), |len| start + len);
        edits.push(Edit { span: part(span, start, end), text: text[start..end].nfkc().collect() });
        at = end;
    }
    edits
}

fn is_halfwidth(c: char) -> bool {
    ('\u{ff61}'..='\u{ff9f}').contains(&c)
}
