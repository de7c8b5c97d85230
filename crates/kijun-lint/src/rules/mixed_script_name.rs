//! A name mixes letters of scripts that nobody writes together.

use kijun_diag::{Diagnostic, ids};
use unicode_security::{RestrictionLevel, RestrictionLevelDetection as _};

use crate::names::names;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::MIXED_SCRIPT_NAME,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A name mixes letters of scripts that nobody writes together.",
    what: "Looks for names that mix Latin, Cyrillic and Greek letters, among others. Kanji, kana and Latin letters go together.",
    why: "Such a name cannot be told from another one, and nobody finds it by typing.",
    example: r#"
define pаtched(s: server) = age(s.patched_on) <= 30 days #~
clause 2.1 "修正" en "Patches" {
  text "修正プログラムは30日以内に適用する。"
  for  server
  by   officer
  must patched: pаtched(self) else "{id}の適用日は{patched_on}です"
}
"#,
    instead: r#"
define patched(s: server) = age(s.patched_on) <= 30 days
clause 2.1 "修正" en "Patches" {
  text "修正プログラムは30日以内に適用する。"
  for  server
  by   officer
  must patched: patched(self) else "{id}の適用日は{patched_on}です"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let names = names(cx).into_iter().flat_map(|scope| scope.names);
    // Letters alone tell: marks belong to every script.
    let letters = |name: &str| name.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let mixed = names.filter(|name| letters(&name.name).detect_restriction_level() > RestrictionLevel::HighlyRestrictive);
    mixed.map(|name| LINT.at(name.span).with("name", name.name.as_str())).collect()
}
