//! What found nothing: a run that judged less than it seems must say so.

use std::collections::BTreeSet;

use kijun_diag::Diagnostic;
use kijun_model::{KindId, Model, StatementId};

use crate::audit::Fleet;
use crate::complaints;
use crate::record::Run;
use crate::supplied;

/// Reports statements that met no subject and guards that were never true, unless the manifest expects it.
pub(crate) fn complain(run: &Run<'_>, fleet: &mut Fleet) {
    let model = &run.cx.loaded.model;
    let expected = Expected::of(run);
    let mut found = Vec::new();
    let mut silent_kinds: Vec<KindId> = Vec::new();
    for (statement, figures) in run.asked(fleet) {
        let clause = model.clause(model.statement(statement).clause);
        let Some(subjects) = &clause.subjects else { continue };
        let may = model.statement(statement).force == kijun_model::Force::May;
        let excused = expected.statement(statement)
            || expected.kind(model, subjects.kind)
            || supplied::may_be_empty(run.cx.loaded, subjects.kind);
        if may || figures.assessed() > 0 || excused || fleet.has_lost(model, subjects.kind) {
            continue;
        }
        if figures.total() > 0 {
            found.push(complaints::never_applied(model, statement, figures.total()));
        } else if !silent_kinds.contains(&subjects.kind) {
            silent_kinds.push(subjects.kind);
            found.push(complaints::no_subject(model, statement, subjects.kind));
        }
    }
    if run.cx.effective.set.statements.is_empty() {
        found.push(complaints::nothing_in_force(run.as_of));
    }
    found.extend(idle_coverage(run));
    found.into_iter().for_each(|diagnostic| fleet.complain(diagnostic));
}

/// What the manifest names under `coverage` and is not in force: it marks nothing.
fn idle_coverage(run: &Run<'_>) -> Vec<Diagnostic> {
    let Some(manifest) = &run.cx.loaded.manifest else { return Vec::new() };
    let in_force: BTreeSet<StatementId> = run.cx.sheets.iter().map(|sheet| sheet.statement).collect();
    let idle = manifest.coverage.iter().enumerate().filter(|(_, name)| {
        !run.cx.loaded.model.statements_cited(name).iter().any(|statement| in_force.contains(statement))
    });
    let told = idle.map(|(i, name)| {
        let at = manifest.places.value(&format!("coverage.{i}")).map(Into::into);
        complaints::coverage_not_in_force(name, run.as_of, at)
    });
    told.collect()
}

/// What the manifest expects to find nothing.
struct Expected {
    statements: BTreeSet<StatementId>,
    kinds: Vec<KindId>,
}

impl Expected {
    fn of(run: &Run<'_>) -> Expected {
        let names = run.cx.loaded.manifest.as_ref().map_or(&[][..], |m| &m.expect_empty);
        let model = &run.cx.loaded.model;
        Expected {
            statements: names.iter().flat_map(|name| model.statements_cited(name)).collect(),
            kinds: names.iter().filter_map(|name| model.kind_named(name)).collect(),
        }
    }

    fn statement(&self, statement: StatementId) -> bool {
        self.statements.contains(&statement)
    }

    /// A kind, or one above it.
    fn kind(&self, model: &Model, kind: KindId) -> bool {
        self.kinds.iter().any(|&named| model.is_a(kind, named))
    }
}
