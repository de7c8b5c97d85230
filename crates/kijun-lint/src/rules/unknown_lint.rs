//! An allowance of a lint that does not exist.

use kijun_diag::{Diagnostic, ids, nearest};

use crate::allow::allowed;
use crate::{Cost, Cx, Fixable, Group, LINTS, Level, Lint, find};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNKNOWN_LINT,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A comment allows a lint that does not exist.",
    what: "Looks for `# kijun: allow(NAME)` where no lint has the name.",
    why: "A misspelt allowance allows nothing, though whoever wrote it believes that it does.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバを台帳に記載する。"
  for  server
  by   officer
  # kijun: allow(unguarded-optionals) because "保守契約のない装置がある" #~
  must os != ""
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバを台帳に記載する。"
  for  server
  by   officer
  # kijun: allow(unguarded-optional) because "保守契約のない装置がある"
  must contact != ""
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let names = allowed(cx).into_iter().flat_map(|allow| allow.names);
    let unknown = names.filter(|named| find(&named.name).is_none());
    let known = || LINTS.iter().map(|lint| lint.name());
    unknown
        .map(|named| LINT.at(named.span).suggest(nearest(&named.name, known())).with("name", named.name))
        .collect()
}
