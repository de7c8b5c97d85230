//! The worlds between two runs: the evidence of one judged by the rules of one, with the exceptions of one, on the days of one.
//!
//! A world is a project like any other, and is judged by the audit like any other.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use kijun_diag::Sources;
use kijun_eval::Days;
use kijun_findings::{Factor, Factors, Finding, RunRecord, Texts, Unattributed};
use kijun_syntax::ast;

use super::parts::{Crossed, Parts};
use super::{DiffOptions, DiffSide};
use crate::audit::audit_knowing;
use crate::context::Context;
use crate::load::{Loaded, Written};
use crate::words::Words;
use crate::{Options, conform};

/// Two runs whose inputs are at hand, and what was judged between them.
pub(crate) struct Worlds<'a> {
    sides: [&'a DiffSide; 2],
    options: DiffOptions,
    sources: Sources,
    parts: [Parts; 2],
    differ: Factors,
    judged: BTreeMap<Factors, Result<Cow<'a, RunRecord>, Texts>>,
    /// What is to be said of the documents, by what is taken from the newer run of all that this depends on.
    documents: RefCell<BTreeMap<Factors, Vec<Finding>>>,
}

impl<'a> Worlds<'a> {
    /// `None` where the inputs of a run are not at hand.
    pub(crate) fn of(old: &'a DiffSide, new: &'a DiffSide, options: DiffOptions) -> Option<Worlds<'a>> {
        let mut sources = Sources::default();
        let mut parts = |side: &DiffSide| {
            let inputs = side.inputs.as_ref().ok()?;
            let mut written = Written::of_project(&inputs.root, &mut sources);
            if let Some(overlay) = &side.overlay {
                written = overlay.over(written, &mut sources).written;
            }
            Parts::of(written, &sources, &side.record)
        };
        let parts = [parts(old)?, parts(new)?];
        let differ = parts[0].differ(&parts[1]);
        // What was judged a moment ago need not be judged again.
        let own =
            [(old, Factors::new()), (new, differ.clone())].into_iter().filter(|(side, _)| side.is_judged_now);
        let judged = own.map(|(side, taken)| (taken, Ok(Cow::Borrowed(&side.record)))).collect();
        let documents = RefCell::default();
        Some(Worlds { sides: [old, new], options, sources, parts, differ, judged, documents })
    }

    /// The factors in which the two runs differ at all: by what was written, not by names of files or the layout of rules.
    pub(crate) fn differ(&self) -> &Factors {
        &self.differ
    }

    /// The rules of the older run, then of the newer one.
    pub(super) fn trees(&self) -> [&[ast::File]; 2] {
        self.parts.each_ref().map(|parts| &parts.written.trees[..])
    }

    /// The project of a world, edited before anything is made of it.
    pub(super) fn edited(&self, taken: &Factors, edit: &mut dyn FnMut(&mut Written)) -> Loaded {
        self.crossed(taken).project(&self.sources, edit)
    }

    /// The project of a world: what `taken` names is the newer run's, the rest the older one's.
    pub(crate) fn loaded(&self, taken: &Factors) -> Loaded {
        if taken.is_disjoint(&self.differ) {
            return self.parts[0].whole(&self.sources);
        }
        if taken.is_superset(&self.differ) {
            return self.parts[1].whole(&self.sources);
        }
        self.crossed(taken).project(&self.sources, &mut |_| {})
    }

    fn crossed(&self, taken: &Factors) -> Crossed<'_> {
        let of = |factor| &self.parts[usize::from(taken.contains(&factor))];
        Crossed {
            rules: of(Factor::Rules),
            exceptions: of(Factor::Exceptions),
            evidence: of(Factor::Evidence),
            date: of(Factor::Date),
        }
    }

    /// What is asked of the audit of a world: a run that was judged as if on another day is judged so again.
    pub(crate) fn options(&self, taken: &Factors) -> Options {
        let as_of = self.parts[usize::from(taken.contains(&Factor::Date))].as_of;
        Options { as_of, threads: self.options.threads }
    }

    /// Its record, judged once and kept; `None` if nothing can be judged in it.
    pub(crate) fn record(&mut self, taken: &Factors) -> Option<&RunRecord> {
        let taken: Factors = taken.intersection(&self.differ).copied().collect();
        if !self.judged.contains_key(&taken) {
            let judged = self.judge(&taken).map(Cow::Owned);
            self.judged.insert(taken.clone(), judged);
        }
        self.judged.get(&taken)?.as_deref().ok()
    }

    fn judge(&self, taken: &Factors) -> Result<RunRecord, Texts> {
        let loaded = self.loaded(taken);
        let documents = |cx: &Context<'_>, days: &Days| self.documents(taken, cx, days);
        let audit = audit_knowing(&loaded, self.options(taken), &documents);
        audit.map(|audit| audit.record).ok_or_else(|| first_error(&loaded).unwrap_or_default())
    }

    /// What is to be said of the documents of a world. No evidence is looked at for it: worlds that differ in nothing else have it in
    /// common.
    fn documents(&self, taken: &Factors, cx: &Context<'_>, days: &Days) -> Vec<Finding> {
        let limits = self.parts.each_ref().map(|parts| parts.manifest.limits.solver_steps);
        let counts = |factor: &&Factor| **factor != Factor::Evidence || limits[0] != limits[1];
        let key: Factors = taken.iter().filter(counts).copied().collect();
        let mut known = self.documents.borrow_mut();
        known.entry(key).or_insert_with(|| conform::findings(cx, days)).clone()
    }

    /// The worlds that could not be judged, with the reason.
    pub(crate) fn unjudged(&self) -> Vec<Unattributed> {
        let unjudged = self.judged.iter().filter_map(|(taken, judged)| {
            let reason = judged.as_ref().err()?.clone();
            Some(Unattributed::World { taken: taken.clone(), reason })
        });
        unjudged.collect()
    }

    /// The two runs as they were recorded, the older one first.
    pub(crate) fn recorded(&self) -> [&'a RunRecord; 2] {
        self.sides.map(|side| &side.record)
    }
}

/// The first thing that keeps a project from being judged.
pub(super) fn first_error(loaded: &Loaded) -> Option<Texts> {
    let error = loaded.diagnostics.iter().find(|diagnostic| diagnostic.is_error())?;
    Some(Words::new().stated(error, &loaded.sources).message)
}
