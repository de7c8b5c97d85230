//! Lints over the rules of a project: which of them, how bad each is there, and what they are asked with.

mod fix;
mod wanted;

use jiff::civil::{Date, date};
use kijun_conform::{Limits, Solver};
use kijun_diag::{Diagnostic, Diagnostics};
use kijun_lint::{Cost, Cx};

pub use fix::{FixedFile, Fixes, RulesAt, fix, load_at};
pub use kijun_lint::{Fixable, LINTS, Lint, find as find_lint};
pub use wanted::unknown_lint;

use crate::audit;
use crate::load::Loaded;
use wanted::Wanted;

/// Which lints are asked for, beside what the manifest says.
#[derive(Clone, Debug, Default)]
pub struct LintOptions {
    /// Only these lints and groups, though the manifest says otherwise; empty: as it says.
    pub select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
}

/// What lints found.
#[derive(Clone, Debug, Default)]
pub struct Linted {
    /// What they found, in the order of the texts; before it, what is wrong with the manifest's plan for them.
    pub diagnostics: Diagnostics,
    /// Whether they were run: they are not, where the rules have errors.
    pub was_run: bool,
}

/// Runs the lints that are wanted. Of rules with errors nothing is said but the errors, which [`Loaded`] has.
#[must_use]
pub fn lint(loaded: &Loaded, options: &LintOptions) -> Linted {
    let mut diagnostics = wanted::unknown(loaded);
    let was_run = can_be_linted(loaded);
    if was_run {
        diagnostics.append(found(loaded, options));
    }
    Linted { diagnostics, was_run }
}

/// Whether every name in the rules means something, and what is planned for lints is known.
pub(crate) fn can_be_linted(loaded: &Loaded) -> bool {
    let of_rules = |d: &Diagnostic| ["syntax", "resolve", "type", "graph"].contains(&d.id.group());
    let mut errors = loaded.diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    !errors.any(|error| loaded.manifest.is_none() || of_rules(error))
}

fn found(loaded: &Loaded, options: &LintOptions) -> Diagnostics {
    let manifest = loaded.manifest.as_ref();
    let (as_of, today) = loaded.days().unwrap_or_else(|| newest(loaded));
    let bound = manifest.and_then(|manifest| manifest.standards.as_deref());
    let (effective, _) = loaded.standards.effective(&loaded.model, as_of, today, bound);
    let days = audit::days(loaded, today);
    let usual = Limits::default();
    let limits = Limits { steps: manifest.map_or(usual.steps, |m| m.limits.solver_steps), ..usual };
    let (model, parameters) = (&loaded.model, &effective.set.parameters);
    let cx = Cx {
        sources: &loaded.sources,
        // The first is that of the rules which every project knows.
        trees: loaded.trees.get(1..).unwrap_or_default(),
        model,
        standards: &loaded.standards,
        solver: Solver { model, parameters, days: &days, limits },
        today,
        languages: manifest.map_or(&[], |manifest| &manifest.lint.languages),
    };
    let wanted = Wanted::of(loaded, options);
    kijun_lint::lint(&cx, Cost::Decides, &|file, lint| wanted.level(file, lint))
}

/// Without a manifest, rules are looked at as on the day of the newest edition.
fn newest(loaded: &Loaded) -> (Date, Date) {
    let day = loaded.model.editions.iter().map(|edition| edition.date).max();
    let day = day.unwrap_or(date(2000, 1, 1));
    (day, day)
}
