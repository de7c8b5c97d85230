//! Documents against documents: for a command of its own, and for the findings of an audit.

mod cite;
mod finding;
mod record;
mod stale;
mod together;

use std::collections::BTreeSet;

use jiff::civil::Date;
use kijun_conform::{Check, Conformance, Limits, Objection, Scope, Solver};
use kijun_eval::Days;
use kijun_findings::{ConformanceRecord, ConformanceRow, Finding};
use kijun_model::EditionId;
use kijun_standards::cite_edition;

use crate::audit::{Options, Prepared};
use crate::context::Context;
use crate::load::Loaded;

/// What may be asked of a comparison.
#[derive(Clone, Debug, Default)]
pub struct ConformOptions {
    /// Compare the editions in force on this day, as if it were today.
    pub as_of: Option<Date>,
    /// Only these lower documents: `standard` or `standard@edition`; empty: all.
    pub from: Vec<String>,
    /// Only these higher documents; empty: all.
    pub to: Vec<String>,
    /// Steps of search that one question may take; absent: as the manifest says.
    pub effort: Option<u64>,
}

/// A comparison that was carried out.
#[derive(Debug)]
pub struct Conform {
    /// What it came to.
    pub record: ConformanceRecord,
    /// Names that were asked for and are no document that binds on the day.
    pub unknown: Vec<String>,
}

/// Compares the documents of a project that was loaded without errors; `None` if it was not. No evidence is opened.
#[must_use]
pub fn conform(loaded: &Loaded, options: &ConformOptions) -> Option<Conform> {
    let prepared = Prepared::of(loaded, Options { as_of: options.as_of, threads: None })?;
    let cx = prepared.context(loaded)?;
    let mut unknown = Vec::new();
    let mut scope = |names: &[String]| {
        let named = editions(&cx, names, &mut unknown);
        (!names.is_empty()).then_some(named)
    };
    let scope = Scope { from: scope(&options.from), to: scope(&options.to), own: None };
    let conformance = compare(&cx, prepared.days(), &scope, options.effort);
    let record = record::record(&cx, &prepared, &conformance);
    Some(Conform { record, unknown })
}

/// Whether a row is about a provision: `standard[@edition]:clause[#label]`, above or below.
#[must_use]
pub fn concerns(row: &ConformanceRow, reference: &str) -> bool {
    let below = row.cells.iter().flat_map(|cell| &cell.clauses);
    let clause = reference.split('#').next().unwrap_or(reference);
    same(&row.statement, reference) || below.into_iter().any(|lower| same(&lower.clause, clause))
}

/// Whether a full citation is what a reference means, which may leave out the edition and the label.
pub(crate) fn same(citation: &str, reference: &str) -> bool {
    let (document, place) = citation.split_once(':').unwrap_or((citation, ""));
    let name = document.split('@').next().unwrap_or(document);
    let clause = place.split('#').next().unwrap_or(place);
    [document, name]
        .iter()
        .any(|d| reference == format!("{d}:{place}") || reference == format!("{d}:{clause}"))
}

/// The findings of a whole comparison, for an audit.
pub(crate) fn findings(cx: &Context<'_>, days: &Days) -> Vec<Finding> {
    let found = || told(cx, &compare(cx, days, &Scope::default(), None));
    cx.kept.map_or_else(found, |kept| kept.of_documents(cx, found))
}

/// The findings of a comparison of some documents with each other, by name. Whether what binds can be kept together, and what each level
/// demands, is the dearest of all questions, and asked only on request.
pub(crate) fn findings_among(
    cx: &Context<'_>,
    days: &Days,
    documents: &BTreeSet<&str>,
    together: bool,
) -> Vec<Finding> {
    let is_meant = |id: &EditionId| documents.contains(&*cx.loaded.model.edition(*id).name);
    let meant: Vec<EditionId> = cx.effective.set.editions.iter().copied().filter(is_meant).collect();
    let own = (!together).then(|| vec![Check::Parameters, Check::Currency, Check::Terms]);
    told(cx, &compare(cx, days, &Scope { from: Some(meant.clone()), to: Some(meant), own }, None))
}

fn compare(cx: &Context<'_>, days: &Days, scope: &Scope, effort: Option<u64>) -> Conformance {
    let manifest = cx.loaded.manifest.as_ref();
    let steps = effort.or(manifest.map(|m| m.limits.solver_steps));
    let usual = Limits::default();
    let limits = Limits { steps: steps.unwrap_or(usual.steps), ..usual };
    let set = &cx.effective.set;
    let solver = Solver { model: &cx.loaded.model, parameters: &set.parameters, days, limits };
    kijun_conform::conformance(&solver, &cx.loaded.standards, set, scope)
}

/// What is to be said of documents: of stale citations first, then objections in their order.
fn told(cx: &Context<'_>, conformance: &Conformance) -> Vec<Finding> {
    let objections = &conformance.objections;
    let mut findings = stale::findings(cx, objections);
    let told = |o: &&Objection| stale::is_told(cx, o) || together::is_told(cx, o, objections);
    let own = objections.iter().filter(|objection| !told(objection));
    findings.extend(own.map(|objection| together::told(cx, objection, objections).finding()));
    findings
}

/// The documents in force that names mean.
fn editions(cx: &Context<'_>, names: &[String], unknown: &mut Vec<String>) -> Vec<EditionId> {
    let model = &cx.loaded.model;
    let mut all = Vec::new();
    for name in names {
        let means =
            |id: &&EditionId| *model.edition(**id).name == **name || cite_edition(model, **id) == *name;
        let found: Vec<EditionId> = cx.effective.set.editions.iter().filter(means).copied().collect();
        if found.is_empty() {
            unknown.push(name.clone());
        }
        all.extend(found);
    }
    all
}
