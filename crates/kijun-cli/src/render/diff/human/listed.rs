//! What was settled, by the sort of its cause, and what only moved: a line for each, under the cause where several have the same.

use kijun_findings::{Change, Class, Level, Outcome, Seen};
use kijun_report::diff::{CauseSort, subject};

use super::super::of;
use super::Page;
use crate::render::audit::line;
use crate::screen::{one_line, wrap};

/// Findings of one sort of cause that are listed when not every one is.
const LISTED: usize = 30;

impl Page<'_> {
    /// Changes of some classes, by the sort of their cause.
    pub(super) fn listed(&self, out: &mut String, key: &str, classes: &[Class]) {
        let changes = of(self.diff, classes);
        if changes.is_empty() {
            return;
        }
        self.title(out, key, changes.len());
        for sort in CauseSort::ALL {
            let some: Vec<&Change> = changes.iter().copied().filter(|c| CauseSort::of(c) == sort).collect();
            if some.is_empty() {
                continue;
            }
            let count = self.report.text("audit-count", &[("n", some.len().into())]);
            line(out, &format!("  {} {count}", self.words.sort(sort)));
            let shown = if self.report.verbose { some.len() } else { LISTED };
            self.by_cause(out, &some[..shown.min(some.len())]);
            self.more(out, "    ", some.len().saturating_sub(shown));
        }
        line(out, "");
    }

    /// Several that have the same cause stand below it.
    fn by_cause(&self, out: &mut String, changes: &[&Change]) {
        let mut groups: Vec<(Vec<String>, Vec<&Change>)> = Vec::new();
        for change in changes {
            let why = self.words.why_in_short(change);
            match groups.iter_mut().find(|(same, _)| *same == why) {
                Some((_, some)) => some.push(change),
                None => groups.push((why, vec![change])),
            }
        }
        for (why, some) in groups {
            let why = why.join(&self.report.text("diff-semicolon", &[]));
            match some.as_slice() {
                [one] => self.hung(out, "    ", &[self.in_short(one), why].join("  ")),
                _ => {
                    self.hung(out, "    ", &why);
                    some.iter().for_each(|one| self.hung(out, "      ", &self.in_short(one)));
                }
            }
        }
    }

    /// A text whose further lines stand further in.
    fn hung(&self, out: &mut String, lead: &str, text: &str) {
        let room = self.columns.saturating_sub(lead.len() + 2);
        for (i, words) in wrap(&one_line(text), room).iter().enumerate() {
            line(out, &format!("{lead}{}{words}", if i == 0 { "" } else { "  " }));
        }
    }

    /// Which provision and what of, and besides only what is not as it mostly is.
    fn in_short(&self, change: &Change) -> String {
        let class = (change.class == Class::Better).then(|| self.words.class(change.class));
        let level =
            change.level().filter(|level| *level != Level::Finding).map(|level| self.words.level(level));
        let about = match &change.subject {
            Some(of) => subject(of),
            None => format!("{}  {}", change.id, self.words.pick(&change.title)),
        };
        let seen = match change.after.seen {
            Seen::Outcome(outcome) if change.after.told.is_none() && outcome != Outcome::Pass => {
                Some(self.words.seen(change.after.seen))
            }
            _ => None,
        };
        let parts = [class, level, Some(self.words.lasting_provision(change)), Some(about), seen];
        parts.into_iter().flatten().chain(self.words.turned(change)).collect::<Vec<_>>().join("  ")
    }
}
