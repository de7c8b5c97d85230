//! The report for each recipient: a unit or a role, what it answers for, and nothing else.

use std::collections::BTreeSet;

use kijun_findings::{ExceptionRecord, Finding, Followed, RunRecord, Status};
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use super::engine::Engine;
use super::{Format, Gap, Report, TemplateError};

/// By whom a report is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// By the unit that answers.
    Unit,
    /// By the role that answers.
    Role,
}

/// The report for one recipient, or the index of all.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The file's name; safe on every system.
    pub file: String,
    /// The report.
    pub text: String,
    /// What templates asked for in vain.
    pub gaps: Vec<Gap>,
}

/// A recipient; those findings that have none go to one without a name.
#[derive(Debug, Serialize)]
struct Recipient {
    name: String,
    title: String,
    known: bool,
    file: String,
    count: usize,
}

/// A day by which something must have happened.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Deadline {
    day: String,
    what: String,
}

/// A text for each recipient, and `index` last.
pub(super) fn letters(
    report: &Report<'_>,
    split: Split,
    format: Format,
) -> Result<Vec<Letter>, TemplateError> {
    let engine = Engine::new(report, format);
    let mut taken = BTreeSet::from(["index".to_owned()]);
    let mut letters = Vec::new();
    let mut recipients = Vec::new();
    for name in names(report.record, split) {
        let stem = unique(safe(name.as_deref().unwrap_or("none")), &mut taken);
        let file = format!("{stem}.{}", format.extension());
        let recipient = recipient(&engine, split, name.as_deref(), file.clone(), report.record);
        let written = engine.write("recipient.j2", data(&engine, report.record, split, &recipient)?)?;
        letters.push(Letter { file, text: written.text, gaps: written.gaps });
        recipients.push(recipient);
    }
    let written = engine.write("index.j2", context! { recipients => Value::from(Serde(&recipients)) })?;
    let file = format!("index.{}", format.extension());
    letters.push(Letter { file, text: written.text, gaps: written.gaps });
    Ok(letters)
}

/// The recipients: those that the record knows, in its order, then others by name, then nobody, where findings have nobody.
fn names(record: &RunRecord, split: Split) -> Vec<Option<String>> {
    let known: Vec<String> = match split {
        Split::Unit => record.units.iter().map(|unit| unit.id.clone()).collect(),
        Split::Role => record.roles.iter().map(|role| role.name.clone()).collect(),
    };
    let mut with: BTreeSet<Option<String>> =
        record.findings.iter().map(|finding| of(finding, split).map(str::to_owned)).collect();
    let nobody = with.remove(&None);
    let mut names: Vec<Option<String>> =
        known.into_iter().map(Some).filter(|name| with.remove(name)).collect();
    names.extend(with);
    names.extend(nobody.then_some(None));
    names
}

fn of(finding: &Finding, split: Split) -> Option<&str> {
    match split {
        Split::Unit => finding.unit.as_deref(),
        Split::Role => finding.role.as_ref().map(|role| &*role.name),
    }
}

fn of_followed(followed: &Followed, split: Split) -> Option<&str> {
    match split {
        Split::Unit => followed.unit.as_deref(),
        Split::Role => followed.role.as_ref().map(|role| &*role.name),
    }
}

fn recipient(
    engine: &Engine<'_>,
    split: Split,
    name: Option<&str>,
    file: String,
    record: &RunRecord,
) -> Recipient {
    let words = engine.words();
    let title = match (split, name) {
        (Split::Unit, Some(name)) => {
            let unit = record.units.iter().find(|unit| unit.id == name);
            unit.map_or_else(|| name.to_owned(), |unit| words.pick(&unit.title))
        }
        (Split::Role, Some(name)) => {
            let role = record.roles.iter().find(|role| role.name == name).map(|role| &role.title);
            let of_findings =
                || record.findings.iter().find_map(|f| f.role.as_ref().filter(|r| r.name == name));
            role.or_else(|| of_findings().map(|role| &role.title))
                .map_or_else(|| name.to_owned(), |title| words.pick(title))
        }
        (Split::Unit, None) => words.text("report-no-unit", &[]),
        (Split::Role, None) => words.text("report-no-role", &[]),
    };
    let count = record.findings.iter().filter(|finding| of(finding, split) == name).count();
    Recipient { name: name.unwrap_or("").to_owned(), title, known: name.is_some(), file, count }
}

/// What the template sees: everything of the record is replaced by the recipient's part of it.
fn data(
    engine: &Engine<'_>,
    record: &RunRecord,
    split: Split,
    to: &Recipient,
) -> Result<Value, TemplateError> {
    let name = to.known.then_some(&*to.name);
    let indices: Vec<usize> =
        (0..record.findings.len()).filter(|&i| of(&record.findings[i], split) == name).collect();
    let all = engine.context();
    let attr = |value: &Value, name: &str| value.get_attr(name).unwrap_or_default();
    let findings = attr(all, "findings");
    let own: Vec<Value> = indices.iter().filter_map(|&i| findings.get_item_by_index(i).ok()).collect();
    let responsible: BTreeSet<String> =
        own.iter().filter_map(|f| attr(f, "role_title").as_str().map(str::to_owned)).collect();
    let parts = match split {
        Split::Unit => attr(&attr(all, "figures"), "by_unit"),
        Split::Role => attr(&attr(all, "figures"), "by_role"),
    };
    let is_own = |part: &Value| attr(part, "name").as_str() == Some(&*to.name);
    let figures =
        parts.try_iter().ok().and_then(|mut parts| parts.find(is_own).map(|part| attr(&part, "figures")));
    Ok(context! {
        heading => &to.title,
        recipient => Value::from(Serde(to)),
        findings => own,
        own_figures => figures,
        split => match split { Split::Unit => "unit", Split::Role => "role" },
        responsible => responsible,
        own_measures => own_measures(all, split, name),
        deadlines => Value::from(Serde(deadlines(record, &indices, |f| of_followed(f, split) == name && name.is_some()))),
        figures => (), levels => (), statements => (), measures => (), all_measures => (), listings => (), all_listings => (),
        exceptions => (), diagnostics => (), previous => (), follow_up => (),
    })
}

/// The measures that a role answers for; of each measure that is broken down by unit, the unit's part.
fn own_measures(all: &Value, split: Split, name: Option<&str>) -> Vec<Value> {
    let attr = |value: &Value, name: &str| value.get_attr(name).unwrap_or_default();
    let list = |value: Value| value.try_iter().map(Iterator::collect::<Vec<Value>>).unwrap_or_default();
    let is = |value: &Value, field: &str| name.is_some() && attr(value, field).as_str() == name;
    let measures = list(attr(all, "all_measures"));
    match split {
        Split::Role => measures.into_iter().filter(|measure| is(measure, "role")).collect(),
        Split::Unit => measures
            .iter()
            .filter_map(|measure| {
                let parts =
                    list(attr(measure, "breakdowns")).into_iter().flat_map(|b| list(attr(&b, "parts")));
                let part = parts.into_iter().find(|part| is(part, "key"))?;
                Some(context! { title => attr(measure, "title"), target => attr(measure, "each"), ..part })
            })
            .collect(),
    }
}

/// The last days of the exceptions that cover what the findings are about, and the days by which earlier ones were to be put right.
fn deadlines(record: &RunRecord, indices: &[usize], own: impl Fn(&Followed) -> bool) -> Vec<Deadline> {
    let provisions: BTreeSet<&str> = indices.iter().map(|&i| &*record.findings[i].provision).collect();
    let concerns = |exception: &ExceptionRecord| {
        provisions.contains(&*exception.id)
            || exception.covers.iter().any(|statement| provisions.contains(&**statement))
    };
    let of_exceptions =
        record.exceptions.iter().filter(|exception| concerns(exception)).filter_map(|exception| {
            Some(Deadline { day: exception.until.clone()?, what: exception.id.clone() })
        });
    let followed = record.follow_up.iter().flat_map(|follow_up| &follow_up.findings);
    let of_responses = followed
        .filter(|f| f.status == Status::Persisting && own(f))
        .filter_map(|f| Some(Deadline { day: f.response.as_ref()?.due_on.clone()?, what: f.id.clone() }));
    let all: BTreeSet<Deadline> = of_exceptions.chain(of_responses).collect();
    all.into_iter().collect()
}

/// A name of a file: letters, digits and `-_`; neither empty, nor long, nor a name that some system keeps for itself.
fn safe(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' })
        .take(60)
        .collect();
    let kept = kept.trim_matches('-').to_owned();
    let reserved = ["con", "prn", "aux", "nul"];
    let is_reserved = |name: &str| {
        reserved.contains(&name) || (name.len() == 4 && (name.starts_with("com") || name.starts_with("lpt")))
    };
    match kept.is_empty() || is_reserved(&kept.to_lowercase()) {
        true => format!("r-{kept}"),
        false => kept,
    }
}

/// A name that no other file has, not even on a system that takes large and small letters for the same.
fn unique(name: String, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = name.clone();
    let mut n = 2;
    while !taken.insert(candidate.to_lowercase()) {
        candidate = format!("{name}-{n}");
        n += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_safe_and_differ() {
        let mut taken = BTreeSet::from(["index".to_owned()]);
        let names = ["../../etc/passwd", "民事局", "A", "a", "con", "", "index"];
        let files: Vec<String> = names.iter().map(|name| unique(safe(name), &mut taken)).collect();
        assert_eq!(files, ["etc-passwd", "民事局", "A", "a-2", "r-con", "r-", "index-2"]);
    }
}
