//! A text says another number in one language than in another.

use kijun_diag::{Diagnostic, Span, ids};

use crate::quantity::{Likeness, Sort, likeness, only, quantities};
use crate::provisions::{provisions, words};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNLIKE_TRANSLATION,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A text says another number in one language than in another.",
    what: "Looks for texts and messages with exactly one count, time or share in each of two languages, where the two are not the same.",
    why: "Readers of the two languages keep to different rules.",
    example: r#"
clause 2.1 "パスワード" en "Passwords" {
  text    "パスワードは10文字以上とする。"
  text en "A password has at least 8 characters." #~
  for  server
  by   officer
  must long: min_length >= 10 else "{id}のパスワードは{min_length}文字です"
}
"#,
    instead: r#"
clause 2.1 "パスワード" en "Passwords" {
  text    "パスワードは10文字以上とする。"
  text en "A password has at least 10 characters."
  for  server
  by   officer
  must long: min_length >= 10 else "{id}のパスワードは{min_length}文字です"
}
"#,
    check,
};

/// A text with its place.
type Said = (String, Span);

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut hits = Vec::new();
    for provision in provisions(cx) {
        let texts: Vec<Said> = provision.texts().map(|(_, text)| (text.value.clone(), text.span)).collect();
        hits.extend(unlike(&texts));
        for (statement, _) in provision.statements(cx) {
            let messages = statement.messages.iter().map(|(_, message)| (words(message), message.span));
            hits.extend(unlike(&messages.collect::<Vec<_>>()));
        }
    }
    hits
}

/// Where the others of some texts say another number than the first.
fn unlike(texts: &[Said]) -> Vec<Diagnostic> {
    let Some(((first, at), others)) = texts.split_first() else { return Vec::new() };
    let first = quantities(first);
    let mut hits = Vec::new();
    for (text, span) in others {
        let found = quantities(text);
        let pairs = Sort::ALL.into_iter().filter_map(|sort| Some((only(&first, sort)?, only(&found, sort)?)));
        let differ = pairs.filter(|(one, other)| likeness(&one.value, &other.value) == Likeness::Unlike);
        hits.extend(differ.map(|(one, other)| {
            let hit = LINT.at(*span).with("text", other.text.as_str());
            hit.with("first", one.text.as_str()).also("first", *at)
        }));
    }
    hits
}
