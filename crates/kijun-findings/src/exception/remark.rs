//! What there is to say of an exception beside its status, in one order for all who tell it.

use crate::ExceptionRecord;

/// Something to say of an exception: a message of the catalogue, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The message: `exception-remark-…`.
    pub name: &'static str,
    /// How many, of what the message counts: its argument `n`.
    pub n: usize,
    /// Its other arguments.
    pub args: Vec<(&'static str, String)>,
    /// Whether somebody should do something about it.
    pub pressing: bool,
}

impl ExceptionRecord {
    /// That it ends soon, that another takes it up, what it renews, what has taken the place of its clauses.
    #[must_use]
    pub fn remarks(&self) -> Vec<Remark> {
        [self.ending(), self.taken_up(), self.renewing(), self.moved()].into_iter().flatten().collect()
    }

    fn ending(&self) -> Option<Remark> {
        let days = self.ends_in?;
        let name = if days == 0 { "exception-remark-last-day" } else { "exception-remark-ends" };
        let args = vec![("until", self.until.clone().unwrap_or_default())];
        Some(Remark { name, n: usize::try_from(days).unwrap_or(usize::MAX), args, pressing: true })
    }

    fn taken_up(&self) -> Option<Remark> {
        let args = vec![("by", self.renewed_by.clone()?)];
        Some(Remark { name: "exception-remark-taken-up", n: 1, args, pressing: false })
    }

    fn renewing(&self) -> Option<Remark> {
        let renewal = self.renewal.as_ref()?;
        let args = vec![("since", renewal.since.clone()), ("renews", renewal.renews.join(", "))];
        Some(Remark { name: "exception-remark-renewed", n: renewal.renews.len(), args, pressing: false })
    }

    fn moved(&self) -> Option<Remark> {
        let superseded = self.superseded.as_ref()?;
        let mut args = vec![("by", superseded.by.clone())];
        let clauses = &superseded.continued_by;
        if clauses.is_empty() {
            return Some(Remark { name: "exception-remark-superseded", n: 0, args, pressing: true });
        }
        args.push(("clauses", clauses.join(", ")));
        Some(Remark { name: "exception-remark-continued", n: clauses.len(), args, pressing: true })
    }
}
