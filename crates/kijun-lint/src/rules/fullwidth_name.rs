//! A name is declared in full-width letters.

use kijun_diag::{Diagnostic, Edit, Safety, ids};
use kijun_syntax::ast::Ident;

use crate::names::names;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::FULLWIDTH_NAME,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::Safely,
    cost: Cost::Reads,
    summary: "A name is declared in full-width letters.",
    what: "Looks for names of kinds, fields, members, roles, definitions, parameters and documents that are written with full-width letters or digits, or half-width katakana. Both spellings are one name.",
    why: "Searches and completions do not find it.",
    example: r#"
define ａｌｌｏｗｅｄ(s: server) = s.exposure != internet #~
clause 2.1 "公開" en "Publication" {
  text "サーバを公開しない。"
  for  server
  by   officer
  must hidden: allowed(self) else "{id}が公開されています"
}
"#,
    instead: r#"
define allowed(s: server) = s.exposure != internet
clause 2.1 "公開" en "Publication" {
  text "サーバを公開しない。"
  for  server
  by   officer
  must hidden: allowed(self) else "{id}が公開されています"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let names = names(cx).into_iter().flat_map(|scope| scope.names);
    let spelt_otherwise = names.filter(|name| cx.slice(name.span).trim_matches('`') != name.name);
    spelt_otherwise
        .map(|name| {
            let (written, edits) = (cx.slice(name.span), vec![Edit { span: name.span, text: as_written(cx, name) }]);
            LINT.at(name.span).with("written", written).with("name", name.name.as_str()).fixed_by(Safety::Safe, edits)
        })
        .collect()
}

/// A name in its own width, in backquotes if it had some.
fn as_written(cx: &Cx<'_>, name: &Ident) -> String {
    match cx.slice(name.span).starts_with('`') {
        true => format!("`{}`", name.name),
        false => name.name.clone(),
    }
}
