//! What clauses say beside their statements, as the language writes it.

use kijun_conform::{Head, HeadChange, Way};
use kijun_findings::{Aspect, AspectMoved, Texts, WayName};
use kijun_model::{Clause, Duration, ExceptionRule, RoleId, Severity, Value};

use crate::judgements::Writer;

/// The change, in words.
pub(super) fn moved(writer: Writer<'_>, change: &HeadChange) -> AspectMoved {
    let model = &writer.loaded.model;
    let said = |clause: &Clause| said(writer, change.head, clause);
    AspectMoved {
        aspect: match change.head {
            Head::Responsible => Aspect::Responsibility,
            Head::Severity => Aspect::Severity,
            Head::Exceptions => Aspect::Exceptions,
            Head::Evidence => Aspect::Timeframe,
            Head::InForce => Aspect::Scope,
        },
        way: way(change.way),
        before: said(model.clause(change.before)),
        after: said(model.clause(change.after)),
    }
}

pub(super) fn way(way: Way) -> WayName {
    match way {
        Way::Stricter => WayName::Stricter,
        Way::Weaker => WayName::Weaker,
        Way::Other => WayName::Other,
    }
}

fn said(writer: Writer<'_>, head: Head, clause: &Clause) -> Option<Texts> {
    let code = |text: String| Some(writer.words.each(|_| text.clone()));
    match head {
        Head::Responsible => responsible(writer, clause),
        Head::Severity => code(format!("severity {}", severity(clause.severity))),
        Head::Exceptions => code(exceptions(writer, clause.exceptions.as_ref()?)),
        Head::Evidence => code(format!("evidence at most {} old", written(writer, clause.evidence_at_most?))),
        Head::InForce => {
            let from = clause.from.map(|day| format!("from {day}"));
            let until = clause.until.map(|day| format!("until {day}"));
            let both: Vec<String> = from.into_iter().chain(until).collect();
            (!both.is_empty()).then(|| code(format!("in force {}", both.join(" ")))).flatten()
        }
    }
}

/// The role, with those whom its questions name.
fn responsible(writer: Writer<'_>, clause: &Clause) -> Option<Texts> {
    let model = &writer.loaded.model;
    let attests = clause.statements.iter().filter_map(|&s| model.statement(s).attest.as_ref());
    let mut roles: Vec<RoleId> =
        clause.by.into_iter().chain(attests.filter_map(|attest| attest.by)).collect();
    roles.dedup();
    let title = |role: RoleId| writer.words.titles(&model.role(role).titles, &model.role(role).name);
    let titles: Vec<Texts> = roles.into_iter().map(title).collect();
    (!titles.is_empty()).then(|| writer.words.listed(&titles))
}

fn exceptions(writer: Writer<'_>, rule: &ExceptionRule) -> String {
    match rule {
        ExceptionRule::Never => "exceptions never".to_owned(),
        ExceptionRule::By { role, at_most } => {
            let role = &writer.loaded.model.role(*role).name;
            let limit =
                at_most.map_or(String::new(), |most| format!(" for at most {}", written(writer, most)));
            format!("exceptions by {role}{limit}")
        }
    }
}

fn written(writer: Writer<'_>, duration: Duration) -> String {
    writer.loaded.model.show_value(&Value::Duration(duration))
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
    }
}
