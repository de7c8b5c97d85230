//! `kijun explain`: an id's page or a lint's, a provision, a finding, an exception, a measure, a document, a kind.

use kijun::{Loaded, Options};

use super::Cx;
use crate::args::ExplainArgs;
use crate::exit::Exit;
use crate::render::audit::Report;
use crate::render::explain;

/// Explains what the word names: ids hold a `/`, findings begin with `F-`, provisions hold a `:`; the rest are names.
pub(crate) fn run(cx: &Cx<'_>, args: &ExplainArgs) -> Exit {
    let what = args.what.as_str();
    if what.starts_with("F-") || what.contains(':') {
        let loaded = match cx.load() {
            Ok(loaded) => loaded,
            Err(exit) => return exit,
        };
        return if what.contains(':') { provision(cx, &loaded, what) } else { finding(cx, &loaded, what) };
    }
    let id = kijun_diag::ids::find(what).or_else(|| kijun::find_lint(what).map(|lint| lint.id));
    match id.and_then(kijun::page) {
        Some(page) => cx.show(&format!("{page}\n")),
        None if what.contains('/') => {
            let known = kijun_diag::ids::ALL.iter().map(|id| id.name());
            unknown(cx, what, kijun_diag::nearest(what, known))
        }
        None => match cx.load() {
            Ok(loaded) => named(cx, &loaded, what),
            Err(exit) => exit,
        },
    }
}

/// An exception, a measure, a document, a kind.
fn named(cx: &Cx<'_>, loaded: &Loaded, name: &str) -> Exit {
    if loaded.model.exceptions.iter().any(|exception| *exception.id == *name) {
        return exception(cx, loaded, name);
    }
    if kijun::is_measure(loaded, name) {
        return measure(cx, loaded, name);
    }
    let report = report(cx);
    let documents = kijun::documents(loaded, name);
    let mut pages: Vec<String> = documents.iter().map(|d| explain::document(&report, d)).collect();
    pages.extend(kijun::kind(loaded, name).map(|kind| explain::kind(&report, &kind)));
    if pages.is_empty() {
        let known = kijun::names(loaded);
        return unknown(cx, name, kijun_diag::nearest(name, known.iter().map(String::as_str)));
    }
    cx.show(&pages.join("\n"))
}

fn exception(cx: &Cx<'_>, loaded: &Loaded, id: &str) -> Exit {
    if loaded.diagnostics.has_errors() {
        cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
        return Exit::BadInput;
    }
    match kijun::exception(loaded, Options::default(), id) {
        Some(exception) => cx.show(&explain::exception(&report(cx), &exception)),
        None => unknown(cx, id, None),
    }
}

fn measure(cx: &Cx<'_>, loaded: &Loaded, name: &str) -> Exit {
    if loaded.diagnostics.has_errors() {
        cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
        return Exit::BadInput;
    }
    match kijun::measures(loaded, Options::default(), name) {
        Some(measures) if !measures.is_empty() => {
            let report = report(cx);
            let pages: Vec<String> = measures.iter().map(|m| explain::measure(&report, m)).collect();
            cx.show(&pages.join("\n"))
        }
        _ => unknown(cx, name, None),
    }
}

fn provision(cx: &Cx<'_>, loaded: &Loaded, citation: &str) -> Exit {
    let found = kijun::provisions(loaded, citation);
    if found.is_empty() && kijun::is_measure(loaded, citation) {
        return measure(cx, loaded, citation);
    }
    if found.is_empty() {
        let known = kijun::citations(loaded);
        return unknown(cx, citation, kijun_diag::nearest(citation, known.iter().map(String::as_str)));
    }
    let report = report(cx);
    let pages: Vec<String> = found.iter().map(|p| explain::provision(&report, p)).collect();
    cx.show(&pages.join("\n"))
}

fn finding(cx: &Cx<'_>, loaded: &Loaded, id: &str) -> Exit {
    if loaded.diagnostics.has_errors() {
        cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
        return Exit::BadInput;
    }
    match kijun::explain(loaded, Options::default(), id) {
        Some(explained) => cx.show(&explain::finding(&report(cx), &explained)),
        None => unknown(cx, id, None),
    }
}

fn report<'c>(cx: &'c Cx<'_>) -> Report<'c> {
    Report { catalogue: &cx.catalogue, quiet: cx.common.quiet, verbose: true }
}

fn unknown(cx: &Cx<'_>, what: &str, near: Option<&str>) -> Exit {
    cx.complain("explain-unknown", &[("what", what.into())]);
    if let Some(near) = near {
        cx.complain("did-you-mean", &[("name", near.into())]);
    }
    Exit::BadInput
}
