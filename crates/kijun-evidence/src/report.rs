//! The diagnostics of one file, as many as the manifest wants to see; the rest are counted.

use kijun_diag::{At, Diagnostic, Diagnostics};

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
