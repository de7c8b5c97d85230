//! Changes that have a cause in common: the older run on the left, the newer one on the right, the cause below.

use kijun_findings::{Change, Diff, Side, Telling};

use super::super::words::{place, subject};
use super::super::{CauseSort, DiffWords, Group};
use super::escaped;

/// Observations of a finding that are shown.
const OBSERVATIONS: usize = 6;

/// The group as one card.
pub(super) fn group(diff: &Diff, group: &Group<'_>, words: &DiffWords) -> String {
    let Some(first) = group.changes.first() else { return String::new() };
    let level = first.level();
    let name = level.map_or("", |level| level.name());
    let shown = level.map(|level| words.level(level)).unwrap_or_default();
    let entries: String = group.changes.iter().map(|change| entry(diff, change, words)).collect();
    format!(
        "<article class=\"finding {name} change {class}\" data-class=\"{class}\" data-level=\"{name}\" data-sort=\"{sort}\">\n\
         <h3><span class=\"class\">{}</span> {} <span class=\"ref\">{}</span> {}</h3>\n{entries}{}</article>\n",
        escaped(&words.class(first.class)),
        escaped(&shown),
        escaped(&words.provision(first)),
        escaped(&words.pick(&first.title)),
        why(group, words),
        class = first.class.name(),
        sort = CauseSort::of(first).name(),
    )
}

/// Why, with what undoes it where that is something else.
fn why(group: &Group<'_>, words: &DiffWords) -> String {
    let undo = group.changes.first().and_then(|change| change.why.as_ref()).and_then(|why| words.undo(why));
    let lines: Vec<String> =
        group.why.iter().chain(undo.iter()).map(|line| format!("<li>{}</li>\n", escaped(line))).collect();
    match lines.is_empty() {
        true => String::new(),
        false => {
            let head = escaped(&words.word("diff-column-why"));
            format!("<div class=\"why\">\n<h4>{head}</h4>\n<ul>\n{}</ul>\n</div>\n", lines.concat())
        }
    }
}

/// One change: what it is about, then the two runs.
fn entry(diff: &Diff, change: &Change, words: &DiffWords) -> String {
    let who = words.who_by_title(diff, change);
    let who = match who.is_empty() {
        true => String::new(),
        false => words.text("audit-who", &[("who", who.join(" / ").into())]),
    };
    let about = change.subject.as_ref().map(subject).unwrap_or_default();
    let sides = [("diff-old", &change.before), ("diff-new", &change.after)];
    format!(
        "<div class=\"entry\" data-unit=\"{}\">\n<p class=\"about\"><span class=\"id\">{}</span> <strong>{}</strong> {}</p>\n\
         <div class=\"years\">\n{}</div>\n</div>\n",
        escaped(change.unit.as_deref().unwrap_or_default()),
        escaped(&change.id),
        escaped(&about),
        escaped(&who),
        sides.map(|(key, side)| self::side(&words.word(key), side, words)).concat(),
    )
}

/// How a run tells it; what it saw, where it does not.
fn side(run: &str, side: &Side, words: &DiffWords) -> String {
    let seen = escaped(&words.seen(side.seen));
    let told = match &side.told {
        None => format!("<p class=\"none\">{} ({seen})</p>\n", escaped(&words.word("diff-not-told"))),
        Some(told) => telling(told, &seen, words),
    };
    format!("<div>\n<h4>{}</h4>\n{told}</div>\n", escaped(run))
}

fn telling(told: &Telling, seen: &str, words: &DiffWords) -> String {
    let evidence = told.evidence.iter().take(OBSERVATIONS).map(|observation| {
        let (value, at) = (escaped(&words.observation(observation)), escaped(&place(&observation.at)));
        format!("<li><span class=\"value\">{value}</span> <span class=\"at\">{at}</span></li>\n")
    });
    let left = told.evidence.len().saturating_sub(OBSERVATIONS);
    let left = words.text("diff-more", &[("n", left.into())]);
    let more = (told.evidence.len() > OBSERVATIONS).then(|| format!("<li>{}</li>\n", escaped(&left)));
    let evidence: String = evidence.chain(more).collect();
    let evidence = if evidence.is_empty() { evidence } else { format!("<ul>\n{evidence}</ul>\n") };
    format!(
        "<p>{} ({seen})</p>\n<p>{}</p>\n{evidence}<p class=\"at\">{} {}</p>\n",
        escaped(&words.level(told.level)),
        escaped(&words.pick(&told.message)),
        escaped(&told.provision),
        escaped(&place(&told.rule)),
    )
}
