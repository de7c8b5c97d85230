//! Two runs beside each other, with the cause of every change.
//!
//! What is different is told by [`kijun_findings::diff`] from the records. Why, is found by judging crossed worlds: the evidence of
//! the one run by the rules of the other, and so on. For that the inputs of both runs must be at hand.

mod attribute;
mod causes;
mod gone;
mod held;
mod impact;
mod overlay;
mod parts;
mod worlds;

use std::path::{Path, PathBuf};

use kijun_findings::{Diff, Factor, Factors, RunRecord, Unattributed};

use attribute::attribute;
pub(crate) use causes::dimensions_between;
use causes::{explain, explain_from_records};
use overlay::Overlay;
use worlds::Worlds;

pub use impact::{Impact, ImpactError, impact};

use crate::inputs::{Restored, restore};
use crate::load::Loaded;
use crate::{Options, RecordError, audit, load, read_record, record_digest};

/// A run, and what it was made from as far as that is at hand.
#[derive(Debug)]
pub struct DiffSide {
    /// Its record.
    pub record: RunRecord,
    /// The digest of the record's file.
    pub blake3: String,
    /// Its inputs; else the files that are gone.
    pub inputs: Result<Restored, Vec<kijun_findings::InputFile>>,
    /// Rules laid over those of the inputs, where the run is a hypothetical one.
    pub(crate) overlay: Option<Overlay>,
    /// Whether this program has just made its record from its inputs.
    pub(crate) is_judged_now: bool,
}

/// Why there is no run to compare.
#[derive(Debug)]
pub enum SideError {
    /// The file is not a run record that can be used.
    Record(RecordError),
    /// The project's rules or manifest are wrong, so that nothing was judged.
    NotBegun(Box<Loaded>),
}

impl DiffSide {
    /// The project in a folder, audited now.
    ///
    /// # Errors
    ///
    /// If its rules or its manifest are wrong.
    pub fn of_project(root: &Path) -> Result<DiffSide, SideError> {
        let loaded = load(root);
        let Some(audit) = audit(&loaded, Options::default()) else {
            return Err(SideError::NotBegun(Box::new(loaded)));
        };
        let blake3 = record_digest(&audit.record);
        Ok(DiffSide {
            record: audit.record,
            blake3,
            inputs: Ok(Restored::in_place(root)),
            overlay: None,
            is_judged_now: true,
        })
    }

    /// A run record. Its inputs are looked for in `project` if given, beside the record where `kijun audit --keep` put them, and in
    /// the project that the record lies in.
    ///
    /// # Errors
    ///
    /// If the file is not a run record.
    pub fn of_record(path: &Path, project: Option<&Path>) -> Result<DiffSide, SideError> {
        let file = read_record(path, None).map_err(SideError::Record)?;
        let folder: PathBuf = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let inputs = restore(&file.record, &folder, project);
        Ok(DiffSide { record: file.record, blake3: file.blake3, inputs, overlay: None, is_judged_now: false })
    }
}

/// What may be asked of a diff.
#[derive(Clone, Copy, Debug)]
pub struct DiffOptions {
    /// Whether to find out why.
    pub causes: bool,
    /// How many threads evaluate; absent: one for each core.
    pub threads: Option<usize>,
}

/// Holds two runs beside each other, and finds the cause of every change where the inputs of both are at hand.
#[must_use]
pub fn diff(old: &DiffSide, new: &DiffSide, options: DiffOptions) -> Diff {
    let mut diff = kijun_findings::diff(&old.record, &new.record);
    if !options.causes {
        diff.unattributed = vec![Unattributed::NotAsked];
        return diff;
    }
    match Worlds::of(old, new, options) {
        Some(mut worlds) => {
            attribute(&mut worlds, &mut diff);
            explain(&worlds, &mut diff);
        }
        None => diff.unattributed = unattributed(old, new),
    }
    explain_from_records(&old.record, &new.record, &mut diff);
    diff
}

/// Why there are no worlds: files are gone; else what they hold is nothing that this version can judge.
fn unattributed(old: &DiffSide, new: &DiffSide) -> Vec<Unattributed> {
    let gone: Vec<Unattributed> = gone(old, true).chain(gone(new, false)).collect();
    if !gone.is_empty() {
        return gone;
    }
    let sides = [(old, Factors::new()), (new, Factors::from(Factor::ALL))];
    let wrong = sides.into_iter().filter_map(|(side, taken)| {
        let loaded = load(&side.inputs.as_ref().ok()?.root);
        Some(Unattributed::World { taken, reason: worlds::first_error(&loaded)? })
    });
    wrong.collect()
}

/// The files of a run that are not at hand any more.
fn gone(side: &DiffSide, of_old: bool) -> impl Iterator<Item = Unattributed> {
    let files = side.inputs.as_ref().err().into_iter().flatten();
    files.map(move |file| Unattributed::InputGone {
        of_old,
        path: file.path.clone(),
        kind: file.kind,
        blake3: file.blake3.clone(),
    })
}
