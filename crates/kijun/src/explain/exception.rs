//! What an exception derogates from, and what became of it.

use kijun_findings::{ExceptionRecord, Location, RoleRef};

use crate::audit::{Options, audit};
use crate::load::Loaded;
use crate::words::{Words, location};

/// An exception with what became of it.
#[derive(Clone, Debug)]
pub struct ExplainedException {
    /// What became of it, as the record of a run says it.
    pub record: ExceptionRecord,
    /// What it names, as written.
    pub to: Vec<String>,
    /// For whom, as written.
    pub subjects: Option<String>,
    /// Who approved it, and when.
    pub approved: Option<(RoleRef, String)>,
    /// Its first day.
    pub from: Option<String>,
    /// Why.
    pub because: Option<String>,
    /// Where it was written.
    pub at: Location,
}

/// The exception with this id, judged with all evidence. `None` if there is none, or the project has errors.
#[must_use]
pub fn exception(loaded: &Loaded, options: Options, id: &str) -> Option<ExplainedException> {
    let exception = loaded.model.exceptions.iter().find(|e| *e.id == *id)?;
    let record = audit(loaded, options)?.record.exceptions.into_iter().find(|e| e.id == id)?;
    let written = |span| crate::words::one_line(loaded.sources.slice(span));
    let approved = exception.approved.map(|(role, on)| {
        let role = loaded.model.role(role);
        let title = Words::new().titles(&role.titles, &role.name);
        (RoleRef { name: role.name.to_string(), title }, on.to_string())
    });
    Some(ExplainedException {
        record,
        to: exception.to.iter().map(|link| written(link.span)).collect(),
        subjects: exception.subjects.as_ref().map(|s| written(s.span)),
        approved,
        from: exception.from.map(|from| from.to_string()),
        because: exception.because.as_ref().map(ToString::to_string),
        at: location(&loaded.sources, exception.span),
    })
}
