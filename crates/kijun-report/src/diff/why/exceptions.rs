//! What became of an exception, in a sentence.

use kijun_diag::Arg;
use kijun_findings::{Cause, Location, PartChange};

use super::super::words::DiffWords;

impl DiffWords {
    /// What became of an exception, with its place where it has one.
    pub(super) fn exception_with_place(&self, cause: &Cause) -> String {
        let said = self.exceptional(cause).unwrap_or_default();
        let (before, after): (Option<&Location>, Option<&Location>) = match cause {
            Cause::ExceptionGranted { at, .. } | Cause::ExceptionWithdrawn { at, .. } => (None, at.as_ref()),
            Cause::ExceptionChanged { at_before, at_after, .. } => (at_before.as_ref(), at_after.as_ref()),
            _ => (None, None),
        };
        self.at(said, before, after)
    }

    /// What became of an exception; nothing of another cause.
    pub(super) fn exceptional(&self, cause: &Cause) -> Option<String> {
        Some(match cause {
            Cause::ExceptionGranted { exception, from, .. } => {
                self.dated("granted", exception, [from.as_deref(), None])
            }
            Cause::ExceptionWithdrawn { exception, .. } => self.dated("withdrawn", exception, [None, None]),
            Cause::ExceptionBegan { exception, from, until } => {
                self.dated("began", exception, [from.as_deref(), until.as_deref()])
            }
            Cause::ExceptionLapsed { exception, from, until } => {
                self.dated("lapsed", exception, [from.as_deref(), until.as_deref()])
            }
            Cause::ExceptionChanged { exception, before, after, parts, .. } => {
                let [before, after] = [before, after].map(|status| self.standing(Some(status)));
                let said = ("exception", exception.clone());
                self.turns("diff-cause-exception-changed", said, before, after) + &self.parts(parts)
            }
            _ => return None,
        })
    }

    /// An exception that began or ended, with the day where there is one: the first, else the last.
    fn dated(&self, event: &str, exception: &str, [from, until]: [Option<&str>; 2]) -> String {
        let key = format!("diff-cause-exception-{event}");
        let exception = ("exception", Arg::from(exception));
        match (from, until) {
            (Some(from), _) => self.text(&format!("{key}-from"), &[exception, ("from", from.into())]),
            (None, Some(until)) => self.text(&format!("{key}-until"), &[exception, ("until", until.into())]),
            (None, None) => self.text(&key, &[exception]),
        }
    }

    /// What an exception says otherwise.
    fn parts(&self, parts: &[PartChange]) -> String {
        let part = |change: &PartChange| {
            let name = self.word(&format!("diff-exception-{}", change.part.name()));
            self.turned_in(name, change.before.as_deref(), change.after.as_deref())
        };
        parts.iter().map(part).collect()
    }

    /// How an exception stands, where the rules have it.
    pub(in crate::diff) fn standing(&self, status: Option<&String>) -> String {
        let word = |status: &String| self.words.named(&format!("exception-{status}"), status);
        status.map_or_else(|| self.word("diff-no-exception"), word)
    }
}
