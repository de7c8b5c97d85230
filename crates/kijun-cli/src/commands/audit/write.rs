//! `kijun audit -o`: the record, with `--keep` what it was made from, with `--sign` a signature.

use std::path::Path;

use kijun::{KeepError, Loaded};
use kijun_findings::{InputFile, RunRecord};

use super::{Told, baseline};
use crate::args::AuditArgs;
use crate::commands::Cx;
use crate::commands::sign::{PrivateKey, beside};
use crate::exit::Exit;

/// Whether neither the record nor its signature would be written over a file that was read; says so if one would.
pub(super) fn spares(
    cx: &Cx<'_>,
    args: &AuditArgs,
    loaded: &Loaded,
    inputs: &[InputFile],
) -> Result<(), Exit> {
    let Some(path) = &args.output else { return Ok(()) };
    let read: Vec<_> =
        inputs.iter().map(|file| loaded.root.join(&file.path)).chain(args.sign.clone()).collect();
    cx.spares(Some(path), &read)?;
    args.sign.as_ref().map_or(Ok(()), |_| cx.spares(Some(&beside(path)), &read))
}

/// Writes the record, where one is asked for and it may take the place of what is there: after its inputs, so that where it is
/// they are, and before its signature.
pub(super) fn record(
    cx: &Cx<'_>,
    args: &AuditArgs,
    told: &Told<'_>,
    loaded: &Loaded,
    key: Option<&PrivateKey>,
) -> Result<Exit, Exit> {
    let Some(path) = &args.output else { return Ok(Exit::Fine) };
    let record = &told.audit.record;
    if told.held.is_some_and(|held| !baseline::may_write(cx, args, held, record)) {
        return Ok(Exit::Findings);
    }
    if args.keep {
        keep(cx, loaded, record, path)?;
    }
    let json = kijun_findings::to_json(record).map_err(|_| Exit::Fault)?;
    cx.write(path, json.as_bytes())?;
    key.map_or(Ok(()), |key| key.sign(cx, json.as_bytes(), &beside(path)))?;
    Ok(Exit::Fine)
}

/// Keeps the inputs beside the record; says so where that cannot be done.
fn keep(cx: &Cx<'_>, loaded: &Loaded, record: &RunRecord, path: &Path) -> Result<(), Exit> {
    let folder = path.parent().unwrap_or(Path::new(""));
    kijun::keep(record, &loaded.root, folder).map_err(|error| match error {
        KeepError::Changed(files) => {
            let paths: Vec<&str> = files.iter().map(|file| &*file.path).collect();
            cx.complain("keep-changed", &[("n", files.len().into()), ("paths", paths.join(", ").into())]);
            Exit::BadInput
        }
        KeepError::Io(path, why) => {
            let why = why.to_string().into();
            cx.complain("keep-failed", &[("path", path.display().to_string().into()), ("why", why)]);
            Exit::Fault
        }
    })
}
