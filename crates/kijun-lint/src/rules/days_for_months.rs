//! The text of a clause says months or years, and its statement days.

use kijun_diag::{Diagnostic, Edit, Safety, ids};
use kijun_model::{Duration, Value};

use crate::bounds::Bounds;
use crate::quantity::{Likeness, Sort, likeness, quantities};
use crate::provisions::{Provision, provisions};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::DAYS_FOR_MONTHS,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::Unsafely,
    cost: Cost::Reads,
    summary: "The text of a clause says months or years, and its statement days.",
    what: "Looks for a time in months, half years or years in the text where the statements compare with as many days as that may be: `90 days` for 「三か月以内」. The other way round is looked for as well.",
    why: "Three months are 89 to 92 days. On the days between, the text and the audit disagree.",
    example: r#"
clause 2.1 "修正" en "Patches" {
  text "修正プログラムは、三か月以内に適用する。"
  for  server
  by   officer
  must patched: age(patched_on) <= 90 days #~
       else "{id}の適用日は{patched_on}です"
}
"#,
    instead: r#"
clause 2.1 "修正" en "Patches" {
  text "修正プログラムは、三か月以内に適用する。"
  for  server
  by   officer
  must patched: patched_on within 3 months before today
       else "{id}の適用日は{patched_on}です"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    provisions(cx).iter().flat_map(|provision| of_clause(cx, provision)).collect()
}

fn of_clause(cx: &Cx<'_>, provision: &Provision<'_>) -> Vec<Diagnostic> {
    let mut bounds = Bounds::default();
    for (_, statement) in provision.statements(cx) {
        bounds.add(cx.model, &statement.requirement);
    }
    let times: Vec<_> = bounds.of(Sort::Time).filter(|(_, span)| cx.is_own(*span)).collect();
    let mut hits = Vec::new();
    for (_, text) in provision.texts() {
        for quantity in quantities(&text.value).iter().filter(|quantity| quantity.sort == Sort::Time) {
            let like = |wanted| times.iter().filter(move |(value, _)| likeness(value, &quantity.value) == wanted);
            if like(Likeness::Same).next().is_none() {
                hits.extend(like(Likeness::Near).map(|(_, span)| {
                    let hit = LINT.at(*span).with("text", quantity.text.as_str());
                    let hit = hit.with("rule", cx.slice(*span)).also("text", text.span);
                    let instead = written(&quantity.value).map(|text| vec![Edit { span: *span, text }]);
                    instead.into_iter().fold(hit, |hit, edits| hit.fixed_by(Safety::Unsafe, edits))
                }));
            }
        }
    }
    hits
}

/// A time as the language writes it.
fn written(value: &Value) -> Option<String> {
    let Value::Duration(Duration { months, seconds }) = *value else { return None };
    let (n, unit) = match (months, seconds) {
        (n, 0) if n % 12 == 0 => (n / 12, "year"),
        (n, 0) => (n, "month"),
        (0, n) if n % 86_400 == 0 => (n / 86_400, "day"),
        _ => return None,
    };
    Some(format!("{n} {unit}{}", if n == 1 { "" } else { "s" }))
}
