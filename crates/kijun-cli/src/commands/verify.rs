//! `kijun verify`: whether a run record is what it says.

use std::path::Path;

use kijun::{PublicKey, Signed, Verdict, Verification, VerifyOptions};

use super::{Cx, runs, sign};
use crate::args::{VerifyArgs, VerifyFormat};
use crate::exit::Exit;
use crate::render::verify;

/// More than any signature has, so that one that is too long is told as that.
const SIGNATURE_BYTES: u64 = 1 << 12;

/// Looks at everything that was asked for, prints it, and answers by the exit code.
pub(crate) fn run(cx: &Cx<'_>, args: &VerifyArgs) -> Exit {
    let signature = match signed(cx, args) {
        Ok(signature) => signature,
        Err(exit) => return exit,
    };
    if let Some(exit) = args.inputs.as_deref().and_then(|folder| not_a_folder(cx, folder)) {
        return exit;
    }
    let options = VerifyOptions {
        project: cx.common.project.as_deref(),
        store: args.inputs.as_deref(),
        previous: &args.previous,
        signature,
        again: args.again,
    };
    let found = match kijun::verify(&args.run, &options) {
        Ok(found) => found,
        Err(error) => return runs::no_record(cx, &args.run, error),
    };
    let printed = match args.format {
        VerifyFormat::Human => cx.show(&verify::human(&cx.catalogue, cx.common.quiet, &args.run, &found)),
        VerifyFormat::Json => cx.print(&verify::json(&args.run, &found)),
    };
    printed.max(verdict(&found))
}

/// What is to be done about a signature.
fn signed(cx: &Cx<'_>, args: &VerifyArgs) -> Result<Signed, Exit> {
    let path = args.signature.clone().unwrap_or_else(|| sign::beside(&args.run));
    let metadata = std::fs::metadata(&path).ok().filter(std::fs::Metadata::is_file);
    let Some(key) = &args.key else {
        return Ok(if metadata.is_some() { Signed::NoKey } else { Signed::Nothing });
    };
    let pem = sign::text(cx, key)?;
    let key = PublicKey::from_pem(&pem).map_err(|error| sign::bad_key(cx, key, &error))?;
    let small = metadata.is_some_and(|metadata| metadata.len() <= SIGNATURE_BYTES);
    match small.then(|| std::fs::read(&path).ok()).flatten() {
        Some(bytes) => Ok(Signed::By(key, bytes)),
        None => Ok(Signed::Missing(path)),
    }
}

fn not_a_folder(cx: &Cx<'_>, folder: &Path) -> Option<Exit> {
    (!folder.is_dir()).then(|| {
        cx.complain("verify-no-folder", &[("path", folder.display().to_string().into())]);
        Exit::BadInput
    })
}

/// What differs is certain, whatever else could not be checked.
fn verdict(found: &Verification) -> Exit {
    let any = |verdict| found.checks.iter().any(|check| check.verdict == verdict);
    match (any(Verdict::Differs), any(Verdict::Unchecked)) {
        (true, _) => Exit::Findings,
        (false, true) => Exit::BadInput,
        (false, false) => Exit::Fine,
    }
}
