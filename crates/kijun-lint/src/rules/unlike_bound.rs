//! The text of a clause bounds a number otherwise than its statement.

use kijun_diag::{Diagnostic, Span, ids};
use kijun_model::{Comparison, Expr, ExprKind, Force, Logic, Value};

use crate::quantity::{Bound, Likeness, Quantity, likeness, quantities};
use crate::provisions::{Provision, provisions};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNLIKE_BOUND,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "The text of a clause bounds a number otherwise than its statement.",
    what: "Looks for 「…以上とする」, 「…以内に」, \"at least …\", \"at most …\", \"within …\" where the statement compares with the same number by another sign: `> 8` for 「８文字以上とする」, `< 30 days` for 「30日以内に」.",
    why: "What lies just on the bound is judged otherwise than people read it.",
    example: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは８文字以上とする。" #~
  for  server
  by   officer
  must long: min_length > 8 else "{id}のパスワードは{min_length}文字です"
}
"#,
    instead: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは８文字以上とする。"
  for  server
  by   officer
  must long: min_length >= 8 else "{id}のパスワードは{min_length}文字です"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    provisions(cx).iter().flat_map(|provision| of_clause(cx, provision)).collect()
}

fn of_clause(cx: &Cx<'_>, provision: &Provision<'_>) -> Vec<Diagnostic> {
    let mut demands = Vec::new();
    for (_, statement) in provision.statements(cx) {
        let is_forbidden = matches!(statement.force, Force::MustNot | Force::ShouldNot);
        demanded(&statement.requirement, !is_forbidden, &mut demands);
    }
    let mut hits = Vec::new();
    for (_, text) in provision.texts() {
        for quantity in quantities(&text.value) {
            hits.extend(otherwise(&quantity, &demands).map(|span| {
                let hit = LINT.at(text.span).with("text", quantity.text.as_str());
                hit.with("rule", cx.slice(span)).also("rule", span)
            }));
        }
    }
    hits
}

/// A comparison with a constant, as it is demanded.
struct Demand<'a> {
    comparison: Comparison,
    value: &'a Value,
    span: Span,
}

/// The comparisons that all have to hold.
fn demanded<'a>(expr: &'a Expr, holds: bool, demands: &mut Vec<Demand<'a>>) {
    match &expr.kind {
        ExprKind::Not(inner) => demanded(inner, !holds, demands),
        ExprKind::Logic(Logic::And, one, other) if holds => {
            demanded(one, holds, demands);
            demanded(other, holds, demands);
        }
        ExprKind::Compare(comparison, one, other) => {
            let (comparison, value) = match (&one.kind, &other.kind) {
                (_, ExprKind::Const(value)) => (*comparison, value),
                (ExprKind::Const(value), _) => (comparison.turned(), value),
                _ => return,
            };
            let comparison = if holds { comparison } else { comparison.opposite() };
            demands.push(Demand { comparison, value, span: expr.span });
        }
        _ => {}
    }
}

/// The only comparison with a quantity, where it is not by the sign that the text says.
fn otherwise(quantity: &Quantity, demands: &[Demand<'_>]) -> Option<Span> {
    let wanted = match quantity.bound? {
        Bound::AtLeast => Comparison::Ge,
        Bound::AtMost => Comparison::Le,
    };
    let mut same = demands.iter().filter(|d| likeness(d.value, &quantity.value) == Likeness::Same);
    let demand = same.next()?;
    // What the text says of those who break it is the other way round, and right.
    let fits = [wanted, wanted.opposite(), Comparison::Ne].contains(&demand.comparison);
    (same.next().is_none() && !fits).then_some(demand.span)
}
