//! An exception from what permits none.

use kijun_diag::{Diagnostic, ids};
use kijun_model::{ClauseId, Exception, ExceptionRule};
use kijun_standards::clauses_of;

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNPERMITTED_EXCEPTION,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "An exception derogates from a clause that permits none, or was approved by too low a role.",
    what: "Looks for exceptions from clauses where neither they nor a clause that they put into effect says `exceptions by`, where the nearest \
           word is `exceptions never`, or where it names a role above the one that approved.",
    why: "It will not hold: the audit refuses it, and counts the departure that it was to excuse.",
    example: r#"
clause 2.1 "連絡先" en "Contact" {
  text "サーバには連絡先を定める。"
  for  server
  by   operator
  must contact is present
}
clause 2.2 "稼働" en "Uptime" {
  text "サーバの稼働率は99.5%以上とする。"
  for  server
  by   operator
  must uptime >= 99.5%
  exceptions by ciso
}
exception EX-1 "旧システム" en "Old system" {
  to       2.1 #~
  approved by ciso on 2024-10-01
  from     2024-10-01
  until    2025-12-31
  because  "更改を待つ"
}
exception EX-2 "旧システムの停止" en "Outage of the old system" {
  to       2.2 #~
  approved by officer on 2024-10-01
  from     2024-10-01
  until    2025-12-31
  because  "更改を待つ"
}
"#,
    instead: r#"
clause 2.1 "連絡先" en "Contact" {
  text "サーバには連絡先を定める。"
  for  server
  by   operator
  must contact is present
  exceptions by officer
}
exception EX-1 "旧システム" en "Old system" {
  to       2.1
  approved by ciso on 2024-10-01
  from     2024-10-01
  until    2025-12-31
  because  "更改を待つ"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    cx.model.exceptions.iter().flat_map(|exception| of_exception(cx, exception)).collect()
}

/// One hit for each reference, if no provision that it stands for permits the exception.
fn of_exception(cx: &Cx<'_>, exception: &Exception) -> Vec<Diagnostic> {
    let references = exception.to.chunk_by(|a, b| a.span == b.span);
    let refused = references.filter(|links| {
        let mut clauses = links.iter().flat_map(|link| clauses_of(cx.model, link.to));
        !clauses.any(|clause| permits(cx, clause, exception))
    });
    let spans = refused.filter_map(|links| Some(links.first()?.span));
    spans.map(|span| LINT.at(span).with("id", &*exception.id).with("clause", cx.slice(span))).collect()
}

/// Whether the clause, or else the nearest above it that say something, permit what was approved.
fn permits(cx: &Cx<'_>, clause: ClauseId, exception: &Exception) -> bool {
    let rules = rules(cx, clause);
    let allows = |rule: &&ExceptionRule| match (rule, exception.approved) {
        (ExceptionRule::Never, _) => false,
        // That nobody approved it is another matter.
        (ExceptionRule::By { .. }, None) => true,
        (ExceptionRule::By { role, .. }, Some((approving, _))) => cx.model.outranks_or_is(approving, *role),
    };
    !rules.is_empty() && rules.iter().all(allows)
}

fn rules<'a>(cx: &Cx<'a>, clause: ClauseId) -> Vec<&'a ExceptionRule> {
    let rule = |id: ClauseId| cx.model.clause(id).exceptions.as_ref();
    if let Some(own) = rule(clause) {
        return vec![own];
    }
    let above = cx.standards.chain_up(cx.model, clause);
    let spoken = above.into_iter().filter_map(|link| Some((link.distance, rule(link.clause)?)));
    let spoken: Vec<(usize, &ExceptionRule)> = spoken.collect();
    let nearest = spoken.first().map(|(distance, _)| *distance);
    spoken.into_iter().filter(|(distance, _)| Some(*distance) == nearest).map(|(_, rule)| rule).collect()
}
