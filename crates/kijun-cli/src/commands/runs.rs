//! What is said of an operand that should be a run and is none.

use std::path::Path;

use kijun::{Loaded, RecordError};

use super::Cx;
use crate::exit::Exit;

/// Says why a file is not a run record that can be used.
pub(super) fn no_record(cx: &Cx<'_>, path: &Path, error: RecordError) -> Exit {
    let path = ("path", path.display().to_string().into());
    match error {
        RecordError::Unreadable(why) => cx.complain("run-unreadable", &[path, ("why", why.into())]),
        RecordError::NotARecord(why) => cx.complain("run-not-a-record", &[path, ("why", why.into())]),
        RecordError::Version(found) => {
            let expected = ("expected", kijun_findings::VERSIONS.join("`, `").into());
            let key = if is_newer(&found) { "run-version-newer" } else { "run-version" };
            cx.complain(key, &[path, ("found", found.into()), expected]);
        }
    }
    Exit::BadInput
}

/// Whether a later program wrote a record: audited again by this one, it would say less.
fn is_newer(schema: &str) -> bool {
    let number = |schema: &str| schema.strip_prefix("kijun/run/")?.parse::<u64>().ok();
    number(schema) > number(kijun_findings::SCHEMA)
}

/// Whether a folder is that of a project; says so if it is not.
pub(super) fn is_project(cx: &Cx<'_>, folder: &Path) -> Result<(), Exit> {
    if folder.join(kijun::MANIFEST).is_file() {
        return Ok(());
    }
    let path = folder.display().to_string();
    cx.complain("run-no-manifest", &[("path", path.into()), ("manifest", kijun::MANIFEST.into())]);
    Err(Exit::BadInput)
}

/// Says why a project could not be audited.
pub(super) fn not_begun(cx: &Cx<'_>, loaded: &Loaded) -> Exit {
    cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
    cx.complain("audit-not-begun", &[]);
    Exit::BadInput
}
