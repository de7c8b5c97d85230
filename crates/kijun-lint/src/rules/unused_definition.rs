//! A definition that nothing calls.

use std::collections::BTreeSet;

use kijun_diag::{Diagnostic, ids};
use kijun_model::{DefineId, ExprKind};

use crate::exprs::every;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNUSED_DEFINITION,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "Nothing uses a definition.",
    what: "Looks for definitions that no clause, exception, measure, test or other definition calls and that no term means.",
    why: "What it says is not demanded of anybody. Either a clause forgot it, or it is left over.",
    example: r#"
define exposed(s: server) = s.exposure == internet #~
clause 2.1 "連絡先" en "Contact" {
  text "公開するサーバには連絡先を定める。"
  for  server where exposure == internet
  by   officer
  must contact is present
}
"#,
    instead: r#"
define exposed(s: server) = s.exposure == internet
clause 2.1 "連絡先" en "Contact" {
  text "公開するサーバには連絡先を定める。"
  for  server where exposed(self)
  by   officer
  must contact is present
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let called = every(cx.model).into_iter().filter_map(|expr| match &expr.kind {
        ExprKind::Call(define, _) => Some(*define),
        _ => None,
    });
    let meant = cx.model.terms.iter().map(|term| term.means);
    let used: BTreeSet<DefineId> = called.chain(meant).collect();
    let all = cx.model.defines.iter().enumerate();
    let idle = all.filter(|(index, _)| !used.contains(&DefineId::from_index(*index)));
    idle.map(|(_, define)| LINT.at(define.span).with("name", &*define.name)).collect()
}
