//! What the functions of one rendering share: headings so far, and gaps.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

/// Something that a template asked for and that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Prose: the file to write.
    Prose(String),
    /// A measure that the record does not have, by the name asked for.
    Measure(String),
    /// A listing that the record does not have.
    Listing(String),
}

/// A heading as the table of contents shows it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Heading {
    /// 1 for a chapter.
    pub(crate) level: usize,
    pub(crate) id: String,
    pub(crate) number: String,
    /// In the format of the rendering, escaped.
    pub(crate) text: String,
}

/// What functions leave behind.
#[derive(Debug, Default)]
pub(crate) struct Page {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// How many headings there are on each level since the last one above.
    counts: Vec<usize>,
    /// The level of the last heading of any sort.
    depth: usize,
    headings: Vec<Heading>,
    gaps: Vec<Gap>,
    n_figures: usize,
}

impl Page {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The level at which a heading may stand: never more than one below the heading before.
    pub(crate) fn descend(&self, wanted: usize) -> usize {
        let mut state = self.state();
        let level = wanted.clamp(1, state.depth + 1).min(5);
        state.depth = level;
        level
    }

    /// The next number on a level, with those above it.
    pub(crate) fn count(&self, level: usize) -> Vec<usize> {
        let mut state = self.state();
        state.counts.resize(level, 0);
        if let Some(last) = state.counts.last_mut() {
            *last += 1;
        }
        state.counts.clone()
    }

    /// The level of the last heading.
    pub(crate) fn depth(&self) -> usize {
        self.state().depth
    }

    pub(crate) fn heading(&self, heading: Heading) {
        self.state().headings.push(heading);
    }

    /// A number for a figure, by which its parts find each other.
    pub(crate) fn figure(&self) -> usize {
        let mut state = self.state();
        state.n_figures += 1;
        state.n_figures
    }

    pub(crate) fn gap(&self, gap: Gap) {
        let mut state = self.state();
        if !state.gaps.contains(&gap) {
            state.gaps.push(gap);
        }
    }

    pub(crate) fn headings(&self) -> Vec<Heading> {
        self.state().headings.clone()
    }

    pub(crate) fn gaps(&self) -> Vec<Gap> {
        self.state().gaps.clone()
    }
}
