//! `kijun sign`: a signature beside a run record; and the keys for it.

use std::path::{Path, PathBuf};

use kijun::KeyError;
use kijun_diag::Arg;

use super::{Cx, runs};
use crate::args::SignArgs;
use crate::exit::Exit;

/// More than any key has.
const KEY_BYTES: u64 = 1 << 16;

/// Signs a record, or makes a key.
pub(crate) fn run(cx: &Cx<'_>, args: &SignArgs) -> Exit {
    let done = match (&args.new_key, &args.run, &args.key) {
        (Some(name), ..) => new_key(cx, name),
        (None, Some(run), Some(key)) => of_file(cx, run, key, args.output.as_deref()),
        _ => Err(Exit::BadInput),
    };
    done.err().unwrap_or(Exit::Fine)
}

fn of_file(cx: &Cx<'_>, run: &Path, key: &Path, output: Option<&Path>) -> Result<(), Exit> {
    let (key, to) = (PrivateKey::read(cx, key)?, output.map_or_else(|| beside(run), Path::to_path_buf));
    cx.spares(Some(&to), &[run.to_path_buf(), key.path.clone()])?;
    // What is signed is a record that can be used.
    kijun::read_record(run, None).map_err(|error| runs::no_record(cx, run, error))?;
    let bytes = std::fs::read(run)
        .map_err(|error| runs::no_record(cx, run, kijun::RecordError::Unreadable(error.to_string())))?;
    key.sign(cx, &bytes, &to)
}

/// Where the signature of a record is, if nobody says.
pub(super) fn beside(run: &Path) -> PathBuf {
    let mut name = run.as_os_str().to_owned();
    name.push(".sig");
    name.into()
}

/// A private key that was read from a file, and found to be one.
pub(super) struct PrivateKey {
    pem: String,
    path: PathBuf,
}

impl PrivateKey {
    /// Reads it; says so if it is none.
    pub(super) fn read(cx: &Cx<'_>, path: &Path) -> Result<PrivateKey, Exit> {
        let key = PrivateKey { pem: text(cx, path)?, path: path.to_path_buf() };
        kijun::sign(&key.pem, b"").map_err(|error| bad_key(cx, path, &error))?;
        Ok(key)
    }

    /// Writes a signature of some bytes.
    pub(super) fn sign(&self, cx: &Cx<'_>, bytes: &[u8], to: &Path) -> Result<(), Exit> {
        let signature = kijun::sign(&self.pem, bytes).map_err(|error| bad_key(cx, &self.path, &error))?;
        cx.write(to, &signature)?;
        told(cx, "signed", &[("path", to.display().to_string().into())]);
        Ok(())
    }
}

/// Makes a pair of keys. A file that is there is never replaced: what was signed with its key could not be checked any more.
fn new_key(cx: &Cx<'_>, name: &Path) -> Result<(), Exit> {
    let with = |ending: &str| {
        let mut path = name.as_os_str().to_owned();
        path.push(ending);
        PathBuf::from(path)
    };
    let (private, public) = (with(".pem"), with(".pub.pem"));
    for path in [&private, &public] {
        if path.symlink_metadata().is_ok() {
            cx.complain("key-exists", &[("path", path.display().to_string().into())]);
            return Err(Exit::BadInput);
        }
    }
    let key = kijun::new_key().map_err(|error| bad_key(cx, &private, &error))?;
    kijun::write_private(&private, key.private.as_bytes())
        .map_err(|error| cx.cannot_write(&private, &error.to_string()))?;
    cx.write(&public, key.public.as_bytes())?;
    let shown = |path: &Path| -> Arg { path.display().to_string().into() };
    told(cx, "key-made", &[("private", shown(&private)), ("public", shown(&public))]);
    Ok(())
}

/// The text of a file with a key.
pub(super) fn text(cx: &Cx<'_>, path: &Path) -> Result<String, Exit> {
    let read = || -> std::io::Result<String> {
        let metadata = std::fs::metadata(path)?;
        if !metadata.is_file() || metadata.len() > KEY_BYTES {
            return Err(std::io::Error::other(cx.catalogue.text("key-too-large", &[])));
        }
        std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    };
    read().map_err(|error| {
        let why = error.to_string();
        cx.complain("key-unreadable", &[("path", path.display().to_string().into()), ("why", why.into())]);
        Exit::BadInput
    })
}

/// Says why a file is not the key that is needed.
pub(super) fn bad_key(cx: &Cx<'_>, path: &Path, error: &KeyError) -> Exit {
    let (what, kind) = match error {
        KeyError::NotPem => ("not-pem", ""),
        KeyError::PublicGiven => ("public-given", ""),
        KeyError::PrivateGiven => ("private-given", ""),
        KeyError::Encrypted => ("encrypted", ""),
        KeyError::OtherKind(kind) => ("other-kind", kind.as_str()),
        KeyError::Broken => ("broken", ""),
        KeyError::NoRandomness => ("no-randomness", ""),
    };
    let args = [("path", path.display().to_string().into()), ("kind", kind.to_owned().into())];
    cx.complain(&format!("key-{what}"), &args);
    Exit::BadInput
}

fn told(cx: &Cx<'_>, key: &str, args: &[(&'static str, Arg)]) {
    if !cx.common.quiet {
        cx.complain(key, args);
    }
}
