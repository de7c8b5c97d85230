//! Exceptions: how they stand, which end soon, and which were granted before.

use kijun_findings::{ExceptionRecord, RunRecord};

use super::Report;
use super::paint::{hang, line};
use crate::screen::{one_line, pad, width};

impl Report<'_> {
    pub(super) fn exceptions(&self, out: &mut String, record: &RunRecord) {
        if record.exceptions.is_empty() {
            return;
        }
        line(out, &self.bold(&self.text("audit-exceptions", &[])));
        let longest = record.exceptions.iter().map(|e| width(&e.id)).max().unwrap_or(0);
        for exception in &record.exceptions {
            let word = if exception.orphan { "orphan" } else { exception.status.as_str() };
            let status = self.text(&format!("exception-{word}"), &[]);
            let used = self.text(if exception.used { "audit-used" } else { "audit-unused" }, &[]);
            let title = one_line(&self.pick(&exception.title));
            line(out, &format!("  {}  {}  {used}  {title}", pad(&exception.id, longest), pad(&status, 12)));
            self.in_time(out, record, exception);
        }
        line(out, "");
    }

    /// That an exception ends soon, and that it was granted before.
    fn in_time(&self, out: &mut String, record: &RunRecord, exception: &ExceptionRecord) {
        let near = |days: &u32| self.warn_days > 0 && *days <= u32::from(self.warn_days);
        if let Some(days) = kijun::days_left(record, exception).filter(near) {
            let key = if days == 0 { "audit-exception-last-day" } else { "audit-exception-ends" };
            let until = exception.until.as_deref().unwrap_or_default();
            let n = usize::try_from(days).unwrap_or(usize::MAX);
            let words = self.text(key, &[("n", n.into()), ("until", until.into())]);
            line(out, &format!("    {}", self.warn(&words)));
        }
        if let Some(renewal) = &exception.renewal {
            let args = [
                ("n", renewal.renews.len().into()),
                ("since", one_line(&renewal.since).into()),
                ("renews", one_line(&renewal.renews.join(", ")).into()),
            ];
            hang(out, "    ", &self.text("audit-exception-renewed", &args));
        }
    }
}
