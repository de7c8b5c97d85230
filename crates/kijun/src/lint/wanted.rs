//! Which lints are wanted in which file, and how bad each is there: what a command asks for over what the manifest says.

use std::collections::BTreeMap;

use kijun_diag::{Diagnostics, FileId, Span, nearest};
use kijun_evidence::{LintLevel, LintPath, LintPlan, Manifest};
use kijun_lint::{Group, LINTS, Level, Lint};

use super::LintOptions;
use crate::complaints;
use crate::load::Loaded;

/// Which lints are wanted.
pub(super) struct Wanted<'a> {
    options: &'a LintOptions,
    plan: Option<&'a LintPlan>,
    /// What is different in a file.
    rows: BTreeMap<FileId, Vec<&'a LintPath>>,
}

impl<'a> Wanted<'a> {
    pub(super) fn of(loaded: &'a Loaded, options: &'a LintOptions) -> Wanted<'a> {
        let plan = loaded.manifest.as_ref().map(|manifest| &manifest.lint);
        let rows = |file| {
            let name = loaded.sources.get(file).name();
            let rows = plan.into_iter().flat_map(|plan| &plan.paths);
            (file, rows.filter(|row| row.covers(name)).collect())
        };
        Wanted { options, plan, rows: loaded.trees.iter().map(|tree| rows(tree.file)).collect() }
    }

    /// How bad a lint is in a file.
    pub(super) fn level(&self, file: FileId, lint: &Lint) -> Level {
        if names(&self.options.ignore, lint) {
            return Level::Off;
        }
        let rows = self.rows.get(&file).into_iter().flatten();
        rows.fold(self.everywhere(lint), |level, row| match said(&row.level, lint) {
            _ if level == Level::Off || names(&row.ignore, lint) => Level::Off,
            said => said.unwrap_or(level),
        })
    }

    /// How bad it is where nothing is different.
    fn everywhere(&self, lint: &Lint) -> Level {
        let asked = &self.options.select;
        let planned = self.plan.and_then(|plan| plan.select.as_ref()).filter(|_| asked.is_empty());
        let select = planned.or(Some(asked).filter(|asked| !asked.is_empty()));
        let ignored = self.plan.filter(|_| asked.is_empty()).is_some_and(|plan| names(&plan.ignore, lint));
        if ignored || select.is_some_and(|select| !names(select, lint)) {
            return Level::Off;
        }
        let level = self.plan.and_then(|plan| said(&plan.level, lint)).unwrap_or(lint.level);
        // What is asked for by its own name is looked for.
        let is_named = select.is_some_and(|select| select.iter().any(|name| is_name_of(name, lint)));
        if is_named { level.max(Level::Warning) } else { level }
    }
}

fn names(list: &[String], lint: &Lint) -> bool {
    list.iter().any(|name| is_name_of(name, lint) || name == lint.group.name())
}

fn is_name_of(name: &str, lint: &Lint) -> bool {
    name == lint.name() || name == lint.id.name()
}

/// What a table of levels says of a lint, or else of its group. What is off by itself is turned on by its own name only.
fn said(levels: &BTreeMap<String, LintLevel>, lint: &Lint) -> Option<Level> {
    let own = levels.iter().find(|(name, _)| is_name_of(name, lint)).map(|(_, level)| level);
    let of_group = || levels.get(lint.group.name()).filter(|_| lint.level != Level::Off);
    own.or_else(of_group).map(|level| match level {
        LintLevel::Off => Level::Off,
        LintLevel::Warning => Level::Warning,
        LintLevel::Error => Level::Error,
    })
}

/// Whether a name is that of no lint and no group; then the name that is near it, if one is.
#[must_use]
pub fn unknown_lint(name: &str) -> Option<Option<&'static str>> {
    let groups = || Group::ALL.into_iter().map(Group::name);
    let is_known = groups().any(|group| group == name) || kijun_lint::find(name).is_some();
    (!is_known).then(|| nearest(name, LINTS.iter().map(|lint| lint.name()).chain(groups())))
}

/// Names in the manifest's plan that are those of no lint and no group.
pub(super) fn unknown(loaded: &Loaded) -> Diagnostics {
    let named = loaded.manifest.as_ref().map(named).unwrap_or_default();
    let unknown = named.into_iter().filter_map(|(name, at)| Some((name, at?, unknown_lint(name)?)));
    unknown.map(|(name, at, near)| complaints::unknown_lint(at, name, near)).collect()
}

/// Every name in the manifest's plan, with its place.
fn named(manifest: &Manifest) -> Vec<(&str, Option<Span>)> {
    let plan = &manifest.lint;
    let mut all = listed(manifest, "lint.select", plan.select.as_deref().unwrap_or_default());
    all.extend(listed(manifest, "lint.ignore", &plan.ignore));
    all.extend(keys(manifest, "lint.level", &plan.level));
    for (i, row) in plan.paths.iter().enumerate() {
        all.extend(listed(manifest, &format!("lint.paths.{i}.ignore"), &row.ignore));
        all.extend(keys(manifest, &format!("lint.paths.{i}.level"), &row.level));
    }
    all
}

fn listed<'m>(manifest: &Manifest, path: &str, names: &'m [String]) -> Vec<(&'m str, Option<Span>)> {
    let at = |i| manifest.places.value(&format!("{path}.{i}"));
    names.iter().enumerate().map(|(i, name)| (name.as_str(), at(i))).collect()
}

fn keys<'m>(
    manifest: &Manifest,
    path: &str,
    levels: &'m BTreeMap<String, LintLevel>,
) -> Vec<(&'m str, Option<Span>)> {
    levels.keys().map(|name| (name.as_str(), manifest.places.key(&format!("{path}.{name}")))).collect()
}
