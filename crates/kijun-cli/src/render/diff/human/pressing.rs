//! What presses, by level and provision: what was found, of whom, and why.

use anstyle::Style;
use kijun_findings::{Cause, Change, Class, Level, Observation, Outcome, RuleEvent, Seen, Telling};
use kijun_report::diff::{Group, groups, place, subject};

use super::super::of;
use super::Page;
use crate::render::audit::{level_style, line};
use crate::screen::{one_line, width};

/// Groups of one provision that are shown when not every one is.
const GROUPS: usize = 4;
/// Subjects with the same cause that are shown.
const SUBJECTS: usize = 4;
/// Observations of a finding that are shown where no cause says one.
const OBSERVATIONS: usize = 1;
/// Causes that are shown of many.
const CAUSES: usize = 3;
/// Causes that are few enough to be shown all.
const FEW: usize = 5;

impl Page<'_> {
    /// Changes by level, most pressing first, each with its cause.
    pub(super) fn pressing(&self, out: &mut String, key: &str, classes: &[Class]) {
        let changes = of(self.diff, classes);
        if changes.is_empty() {
            return;
        }
        self.title(out, key, changes.len());
        for level in Level::ALL {
            let some: Vec<&Change> = changes.iter().copied().filter(|c| c.level() == Some(level)).collect();
            if some.is_empty() {
                continue;
            }
            let count = self.report.text("audit-count", &[("n", some.len().into())]);
            let name = format!("{} {count}", self.words.level(level));
            line(out, &format!("  {}", self.report.paint(level_style(level), &name)));
            self.provisions(out, &groups(some, &self.words));
        }
        line(out, "");
    }

    /// Groups under the provisions that they are about.
    fn provisions(&self, out: &mut String, groups: &[Group<'_>]) {
        let about = |group: &Group<'_>| {
            group.changes.first().map(|change| (self.words.provision(change), change.matter))
        };
        for some in groups.chunk_by(|a, b| about(a) == about(b)) {
            let Some(first) = some.first().and_then(|group| group.changes.first()) else { continue };
            let title = one_line(&self.words.pick(&first.title));
            let cited = one_line(&self.words.provision(first));
            let at = told(first).map(|told| one_line(&place(&told.rule))).unwrap_or_default();
            let parts = [(Style::new().bold(), cited), (Style::new(), title), (Style::new().dimmed(), at)];
            line(out, &format!("    {}", self.report.fill_in(&parts, 4, self.columns)));
            let shown = if self.report.verbose { some.len() } else { GROUPS };
            for group in some.iter().take(shown) {
                self.group(out, group);
            }
            let left: usize = some.iter().skip(shown).map(|group| group.changes.len()).sum();
            self.more(out, "      ", left);
        }
    }

    /// Findings with one cause: the first whole, of the others what they are about and what was found; then why.
    fn group(&self, out: &mut String, group: &Group<'_>) {
        let shown = if self.report.verbose { group.changes.len() } else { SUBJECTS };
        let mut before = String::new();
        for (i, change) in group.changes.iter().take(shown).enumerate() {
            line(out, &format!("      {}", self.about(change)));
            let message = told(change).map(|told| self.words.pick(&told.message)).unwrap_or_default();
            if message != before {
                self.hang(out, "        ", &one_line(&message));
            }
            before = message;
            if i == 0 || self.report.verbose {
                self.told(out, change, group.changes.len() == 1);
            }
        }
        self.more(out, "        ", group.changes.len().saturating_sub(shown));
        self.why(out, group);
    }

    /// `F-… new  server/web-01  → system officer / Civil Affairs Bureau`
    fn about(&self, change: &Change) -> String {
        let plain = Style::new();
        let mut parts =
            vec![(Style::new().dimmed(), change.id.clone()), (plain, self.words.class(change.class))];
        parts.extend(change.subject.as_ref().map(|of| (plain, one_line(&subject(of)))));
        let who = self.words.who(change).join(" / ");
        if !who.is_empty() {
            parts.push((plain, one_line(&self.report.text("audit-who", &[("who", who.into())]))));
        }
        self.report.fill_in(&parts, 6, self.columns)
    }

    /// What is not as it was, and where, but for what the cause of a single one says.
    fn told(&self, out: &mut String, change: &Change, is_single: bool) {
        let unseen = self.words.unseen(change).filter(|_| self.report.verbose || !is_plain(change));
        let turned: Vec<String> = self.words.turned(change).into_iter().chain(unseen).collect();
        if !turned.is_empty() {
            self.hang(out, "        ", &one_line(&turned.join(&self.report.text("diff-comma", &[]))));
        }
        let evidence = told(change).map(|told| told.evidence.as_slice()).unwrap_or_default();
        let is_said =
            evidence.iter().any(|seen| is_cause(change, seen)) || is_single && arrival(change).is_some();
        let shown = match (self.report.verbose, is_said) {
            (true, _) => evidence.len(),
            (false, true) => 0,
            (false, false) => OBSERVATIONS,
        };
        for seen in evidence.iter().filter(|seen| !is_cause(change, seen)).take(shown) {
            let seen = format!("{}  {}", self.words.observation(seen), place(&seen.at));
            let seen = self.report.text("diff-evidence", &[("seen", seen.into())]);
            self.dimmed(out, "        ", &one_line(&seen));
        }
    }

    /// Why, each cause on its own line.
    fn why(&self, out: &mut String, group: &Group<'_>) {
        let undo = group.changes.first().and_then(|change| change.why.as_ref());
        let undo = undo.filter(|_| self.report.verbose).and_then(|why| self.words.undo(why));
        let shown = if self.report.verbose { group.why.len() } else { few(group.why.len()) };
        let lead = self.report.text("diff-why", &[]);
        let indent = " ".repeat(8 + width(&lead));
        let is_single = group.changes.len() == 1 && !self.report.verbose;
        let at = group.changes.first().and_then(|change| arrival(change)).filter(|_| is_single);
        let at = at.map(|seen| self.report.text("diff-at", &[("at", place(&seen.at).into())]));
        let arrived = group.why.first().zip(at).map(|(why, at)| format!("{why}{at}"));
        let why = arrived.iter().chain(group.why.iter().skip(usize::from(arrived.is_some())));
        for (i, why) in why.take(shown).chain(undo.iter()).enumerate() {
            let lead = if i == 0 { &format!("        {lead}") } else { &indent };
            self.hang(out, lead, &one_line(why));
        }
        self.more(out, &indent, group.why.len().saturating_sub(shown));
    }
}

/// How many of so many causes are shown.
pub(super) fn few(causes: usize) -> usize {
    if causes > FEW { CAUSES } else { causes }
}

/// A change as the newer run tells it, else the older one.
fn told(change: &Change) -> Option<&Telling> {
    change.after.told.as_ref().or(change.before.told.as_ref())
}

/// Whether what the other run saw goes without saying: all was well, or the cause says it.
fn is_plain(change: &Change) -> bool {
    let (side, is_new) = match &change.before.told {
        None => (&change.before, true),
        Some(_) => (&change.after, false),
    };
    let any = |is: fn(&Cause) -> bool| change.why.iter().flat_map(|why| &why.causes).any(is);
    match side.seen {
        Seen::Outcome(Outcome::Pass) | Seen::Clean => is_new,
        Seen::NoSubject | Seen::NoKind if is_new => {
            any(|cause| matches!(cause, Cause::SubjectAppeared { .. } | Cause::KindChanged { .. }))
        }
        Seen::NoSubject => {
            any(|cause| matches!(cause, Cause::SubjectLeft { .. } | Cause::KindChanged { .. }))
        }
        Seen::NoProvision => {
            any(|cause| matches!(cause, Cause::Rule { event: RuleEvent::Issued | RuleEvent::Repealed, .. }))
        }
        _ => false,
    }
}

/// Whether a cause says what was seen, at the same place.
fn is_cause(change: &Change, seen: &Observation) -> bool {
    let causes = change.why.iter().flat_map(|why| &why.causes);
    causes.into_iter().any(|cause| match cause {
        Cause::Value { path, subject, at_before, at_after, .. } => {
            let is_there = at_after.as_ref().or(at_before.as_ref()) == Some(&seen.at);
            is_there && *path == seen.path && *subject == seen.subject
        }
        _ => false,
    })
}

/// What was seen of the subject whose arrival alone is the cause.
fn arrival(change: &Change) -> Option<&Observation> {
    let why = change.why.as_ref()?;
    let [Cause::SubjectAppeared { subject }] = why.causes.as_slice() else { return None };
    let of = |seen: &&Observation| seen.subject.as_ref().or(change.subject.as_ref()) == Some(subject);
    told(change)?.evidence.iter().find(of)
}
