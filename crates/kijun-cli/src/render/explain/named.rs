//! Exceptions, measures, documents and kinds explained to a person.

use kijun::{Document, ExplainedException, ExplainedMeasure, KindPage};

use super::{neighbours, push};
use crate::render::audit::{Report, location};
use crate::screen::{columns, harmless, one_line, pad, width, wrap};

/// An exception: from what, for whom, by whom, and what became of it.
pub(crate) fn exception(report: &Report<'_>, exception: &ExplainedException) -> String {
    let mut out = String::new();
    let record = &exception.record;
    push(&mut out, &format!("{}  {}", report.bold(&record.id), one_line(&report.pick(&record.title))));
    push(&mut out, &format!("{}  {}", report.standing(record), report.use_of(record)));
    report.remarks(&mut out, "", record);
    push(&mut out, &report.dim(&location(&exception.at.file, exception.at.line, exception.at.column)));
    push(&mut out, "");
    let approved = exception.approved.as_ref().map(|(role, on)| {
        let who = one_line(&report.pick(&role.title));
        report.text("explain-approval", &[("who", who.into()), ("on", on.as_str().into())])
    });
    let rows = [
        ("explain-to", Some(exception.to.join(", "))),
        ("explain-for", exception.subjects.clone()),
        ("explain-covers", Some(record.covers.join(", ")).filter(|covers| !covers.is_empty())),
        ("explain-approved", approved),
        ("explain-from", exception.from.clone()),
        ("explain-until", record.until.clone()),
        ("explain-because", exception.because.clone()),
    ];
    labelled(&mut out, report, &rows);
    out
}

/// A measure: what it takes of whom, what it came to, what was found about it.
pub(crate) fn measure(report: &Report<'_>, measure: &ExplainedMeasure) -> String {
    let mut out = String::new();
    let record = &measure.record;
    push(&mut out, &format!("{}  {}", report.bold(&record.measure), one_line(&report.pick(&record.title))));
    push(&mut out, &report.dim(&location(&record.rule.file, record.rule.line, record.rule.column)));
    push(&mut out, "");
    let listed = |all: &[String]| Some(all.join(", ")).filter(|text| !text.is_empty());
    let rows = [
        ("explain-over", Some(measure.over.clone())),
        ("explain-except", measure.except.clone()),
        ("explain-takes", Some(measure.takes.clone())),
        ("explain-target", record.target.clone()),
        ("explain-each", record.each.clone()),
        ("explain-owner", record.role.as_ref().map(|role| report.pick(&role.title))),
        ("explain-see", listed(&record.see)),
    ];
    labelled(&mut out, report, &rows);
    push(&mut out, "");
    out.push_str(&report.measures(std::slice::from_ref(record)));
    if !measure.findings.is_empty() {
        push(&mut out, "");
    }
    for finding in &measure.findings {
        let lead = format!("  {}  ", finding.id);
        let told = wrap(&harmless(&report.pick(&finding.message)), columns().saturating_sub(width(&lead)));
        for (i, words) in told.iter().enumerate() {
            let lead = if i == 0 { lead.clone() } else { " ".repeat(width(&lead)) };
            push(&mut out, &format!("{lead}{words}"));
        }
    }
    out
}

/// A document: its head, then its clauses.
pub(crate) fn document(report: &Report<'_>, document: &Document) -> String {
    let mut out = String::new();
    push(
        &mut out,
        &format!("{}  {}", report.bold(&document.standard), one_line(&report.pick(&document.title))),
    );
    let state = document.state.as_ref().map_or(String::new(), |state| {
        let args = [("day", state.day.as_str().into()), ("by", state.by.as_str().into())];
        report.text(&format!("edition-{}", state.name), &args)
    });
    push(&mut out, &format!("[{}]  {state}", report.tier(&document.tier)));
    push(&mut out, &report.dim(&location(&document.at.file, document.at.line, document.at.column)));
    neighbours(&mut out, report, "explain-conforms-to", &document.conforms_to);
    push(&mut out, "");
    push(&mut out, &report.text("explain-clauses", &[("n", document.clauses.len().into())]));
    let longest = document.clauses.iter().map(|(clause, _)| width(clause)).max().unwrap_or(0);
    for (clause, title) in &document.clauses {
        push(&mut out, &format!("  {}  {}", pad(clause, longest), one_line(&report.pick(title))));
    }
    out
}

/// A kind: its fields.
pub(crate) fn kind(report: &Report<'_>, kind: &KindPage) -> String {
    let mut out = String::new();
    let is = kind.is.as_ref().map_or(String::new(), |is| format!(" is {is}"));
    let name = report.bold(&format!("kind {}{is}", kind.name));
    push(&mut out, &format!("{name}  {}", one_line(&report.pick(&kind.title))));
    push(&mut out, &report.dim(&location(&kind.at.file, kind.at.line, kind.at.column)));
    push(&mut out, "");
    let names = kind.fields.iter().map(|field| width(&field.name)).max().unwrap_or(0);
    let types = kind.fields.iter().map(|field| width(&field.ty)).max().unwrap_or(0);
    for field in &kind.fields {
        let key = if field.key { "key" } else { "   " };
        let (name, ty) = (pad(&field.name, names), pad(&field.ty, types));
        push(&mut out, &format!("  {key} {name} : {ty}  {}", one_line(&report.pick(&field.title))));
    }
    out
}

/// Rows of a word and what there is to it; none for what there is not.
fn labelled(out: &mut String, report: &Report<'_>, rows: &[(&str, Option<String>)]) {
    let there = rows.iter().filter_map(|(key, text)| Some((report.text(key, &[]), text.as_ref()?)));
    let there: Vec<(String, &String)> = there.collect();
    let longest = there.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    for (label, text) in there {
        for (i, words) in wrap(&harmless(text), columns().saturating_sub(longest + 4)).iter().enumerate() {
            let label = pad(if i == 0 { label.as_str() } else { "" }, longest);
            push(out, &format!("  {label}  {words}"));
        }
    }
}
