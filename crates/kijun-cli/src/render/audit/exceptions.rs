//! Exceptions: how they stand, which end soon, and which were granted before.

use kijun_diag::Arg;
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
            let (id, status) = (pad(&exception.id, longest), pad(&self.standing(exception), 12));
            let title = one_line(&self.pick(&exception.title));
            line(out, &format!("  {id}  {status}  {}  {title}", self.use_of(exception)));
            self.remarks(out, "    ", exception);
        }
        line(out, "");
    }

    /// How an exception stands; one that holds may be for nobody.
    pub(crate) fn standing(&self, exception: &ExceptionRecord) -> String {
        let word = if exception.orphan { "orphan" } else { exception.status.as_str() };
        self.text(&format!("exception-{word}"), &[])
    }

    /// Whether it changed any result.
    pub(crate) fn use_of(&self, exception: &ExceptionRecord) -> String {
        self.text(if exception.used { "audit-used" } else { "audit-unused" }, &[])
    }

    /// What there is to say of an exception beside its status, each on lines of its own.
    pub(crate) fn remarks(&self, out: &mut String, lead: &str, exception: &ExceptionRecord) {
        for remark in exception.remarks() {
            let args = remark.args.iter().map(|(name, text)| (*name, Arg::from(one_line(text))));
            let args: Vec<(&'static str, Arg)> = args.chain([("n", remark.n.into())]).collect();
            let words = self.text(remark.name, &args);
            if remark.pressing { self.caution(out, lead, &words) } else { hang(out, lead, &words) }
        }
    }
}
