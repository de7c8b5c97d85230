//! Two names of one scope look alike.

use std::collections::BTreeMap;

use kijun_diag::{Diagnostic, ids};
use kijun_syntax::ast::Ident;
use unicode_security::confusable_detection::skeleton;

use crate::names::names;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::CONFUSABLE_NAMES,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "Two names of one scope look alike.",
    what: "Looks for names that differ only in characters that look the same: Latin `a` and Cyrillic `а`, ー and 一, `l` and `1`, `O` and `0`. Fields are compared within their kind, members within their enumeration, other names with one another. Which characters look the same is taken from Unicode Technical Standard 39.",
    why: "A reader takes the one for the other, and a rule asks about the wrong field.",
    example: r#"
define allow1(s: server) = s.exposure != internet
define allowl(s: server) = s.exposure == internal #~
clause 2.1 "公開" en "Publication" {
  text "サーバを公開しない。"
  for  server
  by   officer
  must hidden: allow1(self) and allowl(self) else "{id}が公開されています"
}
"#,
    instead: r#"
define unpublished(s: server) = s.exposure != internet
define patched(s: server) = age(s.patched_on) <= 30 days
clause 2.1 "公開" en "Publication" {
  text "サーバを公開しない。"
  for  server
  by   officer
  must hidden: unpublished(self) and patched(self) else "{id}が公開されています"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut hits = Vec::new();
    for scope in names(cx) {
        let mut seen: BTreeMap<String, &Ident> = BTreeMap::new();
        for name in scope.names {
            let first = *seen.entry(skeleton(&name.name).collect()).or_insert(name);
            if first.name != name.name {
                let hit = LINT.at(name.span).with("name", name.name.as_str());
                hits.push(hit.with("first", first.name.as_str()).also("first", first.span));
            }
        }
    }
    hits
}
