//! Exceptions in one language: how each stands, and what there is to say of it besides.

use kijun_diag::Arg;
use kijun_findings::{ExceptionRecord, Remark};
use serde::Serialize;

use crate::annual::words::Words;

/// An exception and what became of it.
#[derive(Debug, Serialize)]
pub(crate) struct ExceptionView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) status: String,
    pub(crate) status_title: String,
    pub(crate) covers: Vec<String>,
    pub(crate) for_whom: Option<String>,
    pub(crate) used: bool,
    pub(crate) orphan: bool,
    pub(crate) from: Option<String>,
    pub(crate) until: Option<String>,
    /// The days left, where it ends soon and nothing takes it up.
    pub(crate) ends_in: Option<u32>,
    pub(crate) renews: Vec<String>,
    pub(crate) since: Option<String>,
    pub(crate) renewed_by: Option<String>,
    pub(crate) superseded_by: Option<String>,
    pub(crate) continued_by: Vec<String>,
    /// That it ends soon, what it renews, what takes it up, what has taken the place of its clauses: in words.
    pub(crate) remarks: Vec<String>,
}

impl ExceptionView {
    pub(super) fn of(exception: &ExceptionRecord, words: &Words) -> ExceptionView {
        let e = exception.clone();
        let remarks = exception.remarks().iter().map(|remark| told(remark, words)).collect();
        let (renews, since) = e.renewal.map(|renewal| (renewal.renews, renewal.since)).unzip();
        let (superseded_by, continued_by) = e.superseded.map(|s| (s.by, s.continued_by)).unzip();
        let standing = if e.orphan { "orphan" } else { &e.status };
        ExceptionView {
            id: e.id,
            title: words.pick(&e.title),
            status_title: words.named(&format!("exception-{standing}"), standing),
            status: e.status,
            covers: e.covers,
            for_whom: e.for_whom.map(|whom| whom.written),
            used: e.used,
            orphan: e.orphan,
            from: e.from,
            until: e.until,
            ends_in: e.ends_in,
            renews: renews.unwrap_or_default(),
            since,
            renewed_by: e.renewed_by,
            superseded_by,
            continued_by: continued_by.unwrap_or_default(),
            remarks,
        }
    }
}

/// A remark in words, its days as the language writes them.
fn told(remark: &Remark, words: &Words) -> String {
    let args = remark.args.iter().map(|(name, text)| match *name {
        "until" | "since" => (*name, Arg::from(words.date(text))),
        _ => (*name, Arg::from(text.as_str())),
    });
    let args: Vec<(&'static str, Arg)> = args.chain([("n", remark.n.into())]).collect();
    words.text(remark.name, &args)
}
