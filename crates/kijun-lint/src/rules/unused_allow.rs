//! An allowance of what is not there.

use kijun_diag::ids;

use crate::{Cost, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNUSED_ALLOW,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A comment allows a lint that has nothing to say there.",
    what: "Looks for `# kijun: allow(NAME)` where the lint finds nothing in what the comment speaks of.",
    why: "An allowance that is left behind hides what somebody writes there next.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバを台帳に記載する。"
  for  server
  by   officer
  # kijun: allow(unguarded-optional) because "保守契約のない装置がある" #~
  must os != ""
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバを台帳に記載する。"
  for  server
  by   officer
  must os != ""
}
"#,
    // That nothing was found is known when everything has been looked at.
    check: |_| Vec::new(),
};
