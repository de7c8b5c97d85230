//! Whether a run record is what it says: its form, its figures, its inputs, the runs before it, who signed it, and whether it comes
//! out again.
//!
//! What could not be checked is told as that, and never counts as passed.

mod again;
mod chain;
mod content;

use std::path::{Path, PathBuf};

use kijun_findings::RunRecord;

use crate::inputs::{Elsewise, Places};
use crate::previous::{RecordError, read_file};
use crate::signature::{PublicKey, SignatureError};

/// What may be asked of a verification.
#[derive(Clone, Debug, Default)]
pub struct VerifyOptions<'a> {
    /// A project in which the inputs may stand.
    pub project: Option<&'a Path>,
    /// A store of inputs that is not beside the record.
    pub store: Option<&'a Path>,
    /// Records of earlier runs.
    pub previous: &'a [PathBuf],
    /// The signature that is to be checked, if any is.
    pub signature: Signed,
    /// Whether to audit the inputs anew.
    pub again: bool,
}

/// A signature to be checked.
#[derive(Clone, Debug, Default)]
pub enum Signed {
    /// There is none, and nobody asks for one.
    #[default]
    Nothing,
    /// There is one, and no key was given to check it with.
    NoKey,
    /// A key was given, and there is no signature.
    Missing(PathBuf),
    /// The key, and what is to be the signature.
    By(PublicKey, Vec<u8>),
}

/// What came of verifying a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The BLAKE3 digest of the record's file.
    pub blake3: String,
    /// What was looked at, in order.
    pub checks: Vec<Check>,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What.
    pub part: Part,
    /// What came of it.
    pub verdict: Verdict,
    /// What there is to say.
    pub told: Vec<Told>,
}

/// What of a record is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Whether its file is the one that writing it gives.
    Canonical,
    /// Whether the version of its shape is known.
    Schema,
    /// Whether it agrees with itself.
    Consistent,
    /// Whether what it was made from is at hand, unchanged.
    Inputs,
    /// Whether it follows the runs that it says it does.
    Chain,
    /// Whether the signature is that of the key.
    Signature,
    /// Whether the same inputs give it again.
    Again,
}

impl Part {
    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Part::Canonical => "canonical",
            Part::Schema => "schema",
            Part::Consistent => "consistent",
            Part::Inputs => "inputs",
            Part::Chain => "chain",
            Part::Signature => "signature",
            Part::Again => "again",
        }
    }
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is so.
    Holds,
    /// It is not so.
    Differs,
    /// It was to be checked and could not be.
    Unchecked,
    /// There was nothing to check, or nobody asked.
    NotAsked,
}

impl Verdict {
    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Differs => "differs",
            Verdict::Unchecked => "unchecked",
            Verdict::NotAsked => "not-asked",
        }
    }
}

/// Something that a check has to say: a message of the catalogue, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The message: `verify-…`.
    pub name: &'static str,
    /// Its arguments.
    pub args: Vec<(&'static str, String)>,
}

impl Told {
    fn new<const N: usize>(name: &'static str, args: [(&'static str, String); N]) -> Told {
        Told { name, args: args.into() }
    }
}

impl Check {
    fn new(part: Part, verdict: Verdict, told: Vec<Told>) -> Check {
        Check { part, verdict, told }
    }
}

/// Verifies the record in a file.
///
/// # Errors
///
/// If the file cannot be read at all.
pub fn verify(path: &Path, options: &VerifyOptions<'_>) -> Result<Verification, RecordError> {
    let bytes = read_file(path, None)?;
    let blake3 = blake3::hash(&bytes).to_hex().to_string();
    let (mut checks, record) = content::checks(&bytes);
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut places = Places::beside(folder, options.project).and_records(options.previous, folder);
    if let Some(store) = options.store {
        places = places.and_store(store);
    }
    match &record {
        Some(record) => {
            checks.push(inputs(record, &places));
            checks.push(chain::check(record, &places, options.previous));
        }
        None => {
            let of_record = |part| Check::new(part, Verdict::Unchecked, vec![Told::new("not-read", [])]);
            checks.extend([Part::Inputs, Part::Chain].map(of_record));
        }
    }
    checks.push(signature(&options.signature, &bytes));
    if options.again {
        let unread = || Check::new(Part::Again, Verdict::Unchecked, vec![Told::new("not-read", [])]);
        checks.push(record.as_ref().map_or_else(unread, |record| again::check(record, &places)));
    }
    Ok(Verification { blake3, checks })
}

/// Whether every input is at hand, with its digest. The run before is looked for with the chain.
fn inputs(record: &RunRecord, places: &Places) -> Check {
    let mut told = Vec::new();
    let (mut n_changed, mut n_missing) = (0, 0);
    for file in &record.inputs {
        let (path, before) = (("path", file.path.clone()), ("before", file.blake3.clone()));
        match places.find(file) {
            Ok(_) => {}
            Err(Elsewise::Missing) => {
                n_missing += 1;
                told.push(Told::new("input-missing", [path, before, ("bytes", file.bytes.to_string())]));
            }
            Err(Elsewise::Changed { path: at, bytes, blake3 }) => {
                n_changed += 1;
                let args = [
                    path,
                    ("at", at.display().to_string()),
                    before,
                    ("after", blake3.unwrap_or_else(|| "?".to_owned())),
                    ("bytes", file.bytes.to_string()),
                    ("bytes-now", bytes.to_string()),
                ];
                told.push(Told::new("input-changed", args));
            }
        }
    }
    let n = record.inputs.len();
    let verdict = match (n, n_changed, n_missing) {
        (0, ..) => Verdict::Unchecked,
        (_, 0, 0) => Verdict::Holds,
        (_, 0, _) => Verdict::Unchecked,
        _ => Verdict::Differs,
    };
    let there = n - n_changed - n_missing;
    let counted = Told::new("inputs-counted", [("n", n.to_string()), ("there", there.to_string())]);
    told.insert(0, counted);
    Check::new(Part::Inputs, verdict, told)
}

fn signature(signed: &Signed, bytes: &[u8]) -> Check {
    let (verdict, told) = match signed {
        Signed::Nothing => (Verdict::NotAsked, Told::new("signature-none", [])),
        Signed::NoKey => (Verdict::NotAsked, Told::new("signature-no-key", [])),
        Signed::Missing(path) => {
            let path = path.display().to_string();
            (Verdict::Unchecked, Told::new("signature-missing", [("path", path)]))
        }
        Signed::By(key, signature) => match key.check(bytes, signature) {
            Ok(()) => (Verdict::Holds, Told::new("signature-holds", [])),
            Err(SignatureError::Length(n)) => {
                (Verdict::Differs, Told::new("signature-length", [("n", n.to_string())]))
            }
            Err(SignatureError::Differs) => (Verdict::Differs, Told::new("signature-differs", [])),
        },
    };
    Check::new(Part::Signature, verdict, vec![told])
}
