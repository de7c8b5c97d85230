//! `kijun lint`: what is probably not meant in the rules, and fixes.

use kijun::{Fixes, LintOptions, Linted, Loaded, RulesAt};
use kijun_diag::{Diagnostic, Diagnostics, Safety};
use similar::TextDiff;

use super::Cx;
use super::check::values;
use crate::args::{Format, LintArgs};
use crate::exit::Exit;
use crate::render::lint::list;

/// Runs the lints over the project, or over the rules at the given paths; makes fixes, where that is asked for.
pub(crate) fn run(cx: &Cx<'_>, args: &LintArgs) -> Exit {
    if args.list {
        return cx.show(&list());
    }
    if !are_known(cx, args) {
        return Exit::BadInput;
    }
    if !args.paths.is_empty() {
        return look(cx, args, RulesAt::Paths(&args.paths));
    }
    match cx.project() {
        Ok(root) => look(cx, args, RulesAt::Project(&root)),
        Err(exit) => exit,
    }
}

fn look(cx: &Cx<'_>, args: &LintArgs, rules: RulesAt<'_>) -> Exit {
    let options = LintOptions { select: args.select.clone(), ignore: args.ignore.clone() };
    if args.fix {
        return fix(cx, args, rules, &options);
    }
    let loaded = kijun::load_at(rules);
    let linted = kijun::lint(&loaded, &options);
    if args.diff && linted.was_run {
        return diff(cx, args, rules, &options).max(verdict(&linted.diagnostics, &linted));
    }
    told(cx, args, &loaded, &linted)
}

/// Whether every name that is selected or ignored is that of a lint or a group; says so if one is not.
fn are_known(cx: &Cx<'_>, args: &LintArgs) -> bool {
    let names = args.select.iter().chain(&args.ignore);
    let unknown = names.filter_map(|name| Some((name, kijun::unknown_lint(name)?))).collect::<Vec<_>>();
    for (name, near) in &unknown {
        cx.complain("lint-unknown", &[("name", name.as_str().into())]);
        if let Some(near) = near {
            cx.complain("did-you-mean", &[("name", (*near).into())]);
        }
    }
    unknown.is_empty()
}

/// Makes fixes and writes them; tells what was made, and then what is left.
fn fix(cx: &Cx<'_>, args: &LintArgs, rules: RulesAt<'_>, options: &LintOptions) -> Exit {
    let fixes = kijun::fix(rules, options, args.safety());
    for file in &fixes.files {
        if let Err(error) = file.write() {
            return cx.cannot_write(&file.path, &error.to_string());
        }
        cx.complain("lint-fixed-file", &[("path", file.name.as_str().into())]);
    }
    if fixes.n_made > 0 {
        cx.complain("lint-fixed", &[("n", fixes.n_made.into()), ("files", fixes.files.len().into())]);
    }
    let refused = refused(cx, &fixes);
    refused.max(told(cx, args, &fixes.loaded, &kijun::lint(&fixes.loaded, options)))
}

/// Shows what fixes would change.
fn diff(cx: &Cx<'_>, args: &LintArgs, rules: RulesAt<'_>, options: &LintOptions) -> Exit {
    let fixes = kijun::fix(rules, options, args.safety());
    let changed = fixes.files.iter().map(|file| {
        let lines = TextDiff::from_lines(&file.before, &file.after);
        lines.unified_diff().header(&file.name, &file.name).to_string()
    });
    let printed = cx.print(&changed.collect::<String>());
    refused(cx, &fixes).max(printed)
}

/// Says which fixes were not made, with the errors that they would have made.
fn refused(cx: &Cx<'_>, fixes: &Fixes) -> Exit {
    let Some((n, after)) = &fixes.refused else { return Exit::Fine };
    cx.diagnostics(after, &after.sources, &fixes.errors());
    cx.complain("lint-refused", &[("n", (*n).into())]);
    Exit::Findings
}

fn told(cx: &Cx<'_>, args: &LintArgs, loaded: &Loaded, linted: &Linted) -> Exit {
    let is_told = |d: &&Diagnostic| d.is_error() && (!linted.was_run || is_of_manifest(d));
    let mut all: Diagnostics = loaded.diagnostics.iter().filter(is_told).cloned().collect();
    all.append(linted.diagnostics.clone());
    let printed = match args.format {
        Format::Human => human(cx, loaded, &all, linted),
        Format::Json | Format::Jsonl => cx.print(&values(cx, loaded, &all, args.format)),
    };
    printed.max(verdict(&all, linted))
}

fn human(cx: &Cx<'_>, loaded: &Loaded, all: &Diagnostics, linted: &Linted) -> Exit {
    cx.diagnostics(loaded, &loaded.sources, all);
    if !linted.was_run {
        cx.complain("lint-not-begun", &[]);
        return Exit::Fine;
    }
    if cx.common.quiet {
        return Exit::Fine;
    }
    let fixable = |at_most| all.iter().filter_map(|d| d.fix.as_ref()).filter(|f| f.safety <= at_most).count();
    let (n_safe, n_all) = (fixable(Safety::Safe), fixable(Safety::Unsafe));
    let args = [
        ("errors", all.iter().filter(|d| d.is_error()).count().into()),
        ("warnings", all.iter().filter(|d| !d.is_error()).count().into()),
        ("safe", n_safe.into()),
        ("unsafe", (n_all - n_safe).into()),
    ];
    cx.show(&format!("{}\n", cx.catalogue.text("lint-summary", &args)))
}

fn verdict(told: &Diagnostics, linted: &Linted) -> Exit {
    match (linted.was_run, told.is_empty()) {
        (false, _) => Exit::BadInput,
        _ if told.iter().any(is_of_manifest) => Exit::BadInput,
        (true, true) => Exit::Fine,
        (true, false) => Exit::Findings,
    }
}

/// Whether something is wrong with the manifest, and so perhaps with what it plans for lints.
fn is_of_manifest(diagnostic: &Diagnostic) -> bool {
    diagnostic.id.group() == "manifest"
}
