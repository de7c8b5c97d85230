//! The diagnostics of one file, as many as the manifest wants to see; the rest are counted.

use std::collections::BTreeMap;

use kijun_diag::{At, Diagnostic, Diagnostics, FileId, Place};

use crate::wrong;

/// Diagnostics of one file. Errors and warnings are counted apart, so that many warnings hide no error.
#[derive(Debug)]
pub(crate) struct Report {
    most: u32,
    errors: u32,
    warnings: u32,
    hidden: usize,
    first_hidden: Option<At>,
    kept: Diagnostics,
}

impl Report {
    /// A report of at most so many errors and as many warnings.
    pub(crate) fn new(most: u32) -> Report {
        let most = most.max(1);
        Report { most, errors: 0, warnings: 0, hidden: 0, first_hidden: None, kept: Diagnostics::default() }
    }

    /// Adds one, or counts it.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        let count = if diagnostic.is_error() { &mut self.errors } else { &mut self.warnings };
        if *count < self.most {
            *count += 1;
            self.kept.push(diagnostic);
        } else {
            self.hidden += 1;
            self.first_hidden = self.first_hidden.or(diagnostic.at);
        }
    }

    /// All that was kept, and how many were not.
    pub(crate) fn finish(mut self) -> Diagnostics {
        if let Some(at) = self.first_hidden {
            self.kept.push(wrong::more(at, self.hidden));
        }
        self.kept
    }
}

/// Diagnostics of several files, told together at the end.
#[derive(Debug)]
pub(crate) struct Reports {
    most: u32,
    files: BTreeMap<FileId, Report>,
}

impl Reports {
    /// Reports of at most so many errors and as many warnings for each file.
    pub(crate) fn new(most: u32) -> Reports {
        Reports { most, files: BTreeMap::new() }
    }

    /// Adds one that stands in a place, or counts it.
    pub(crate) fn push(&mut self, place: Place, diagnostic: Diagnostic) {
        let report = self.files.entry(place.file).or_insert_with(|| Report::new(self.most));
        report.push(diagnostic);
    }

    /// All that was kept, file by file, and how many were not.
    pub(crate) fn finish(self) -> Diagnostics {
        self.files.into_values().flat_map(|report| report.finish().into_iter()).collect()
    }
}
