//! `kijun sample --verify`: a file of a draw against what it says itself, and against the evidence of today.

use std::path::Path;

use kijun::{Deviation, Loaded, NotASample, Verified};
use kijun_diag::Arg;

use super::Cx;
use crate::exit::Exit;

/// How many deviations are told one by one. What differs in everything needs no list.
const MOST: usize = 50;

/// Says what differs.
pub(super) fn run(cx: &Cx<'_>, loaded: &Loaded, file: &Path) -> Exit {
    let path = file.display().to_string();
    let unreadable = |why: String| {
        cx.complain("verify-unreadable", &[("path", path.as_str().into()), ("why", why.into())]);
        Exit::BadInput
    };
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return unreadable(error.to_string()),
    };
    match kijun::verify_sample(loaded, &bytes) {
        Ok(verified) => told(cx, loaded, &verified),
        Err(NotASample::Unreadable(why)) => unreadable(why),
        Err(NotASample::NoHeader) => {
            cx.complain("verify-no-header", &[("path", path.into())]);
            Exit::BadInput
        }
        Err(NotASample::Errors) => {
            cx.complain("sheets-not-begun", &[]);
            Exit::BadInput
        }
    }
}

fn told(cx: &Cx<'_>, loaded: &Loaded, verified: &Verified) -> Exit {
    let mut whole = Exit::Fine;
    for draw in &verified.draws {
        cx.diagnostics(loaded, &draw.sources, &draw.diagnostics);
        if draw.lost || draw.diagnostics.has_errors() {
            whole = Exit::BadInput;
        }
    }
    let all = &verified.deviations;
    let lines = all.iter().take(MOST).map(|deviation| line(cx, deviation));
    let left_out = all.len().saturating_sub(MOST);
    let more = (left_out > 0).then(|| cx.catalogue.text("sample-verify-more", &[("n", left_out.into())]));
    let n = verified.n_rows;
    let (last, exit) = match all.len() {
        0 => (cx.catalogue.text("verify-fine", &[("n", n.into())]), Exit::Fine),
        many => {
            (cx.catalogue.text("verify-count", &[("rows", n.into()), ("n", many.into())]), Exit::Findings)
        }
    };
    let text: String = lines.chain(more).chain([last]).map(|line| format!("{line}\n")).collect();
    cx.show(&text).max(exit).max(whole)
}

/// What differs, in words, with the row where there is one.
fn line(cx: &Cx<'_>, deviation: &Deviation) -> String {
    let text = |text: &str| Arg::from(text);
    let (row, key, args): (Option<usize>, &str, Vec<(&'static str, Arg)>) = match deviation {
        Deviation::Empty => (None, "empty", Vec::new()),
        Deviation::Said { row, found, right } => {
            (Some(*row), "said", vec![("found", text(found)), ("right", text(right))])
        }
        Deviation::Unsaid { right } => (None, "unsaid", vec![("right", text(right))]),
        Deviation::Sample { row, name } => (Some(*row), "sample", vec![("name", text(name))]),
        Deviation::Twice { row, subject } => (Some(*row), "repeated", vec![("subject", text(subject))]),
        Deviation::Digest { row, subject, found, right } => (
            Some(*row),
            "digest",
            vec![("subject", text(subject)), ("found", text(found)), ("right", text(right))],
        ),
        Deviation::Rank { row, subject, found, right } => (
            Some(*row),
            "rank",
            vec![("subject", text(subject)), ("found", text(found)), ("right", right.to_string().into())],
        ),
        Deviation::Drawn { row, subject, right, .. } => {
            let key = if *right { "drawn" } else { "not-drawn" };
            (Some(*row), key, vec![("subject", text(subject))])
        }
        Deviation::Left { row, subject } => (Some(*row), "left", vec![("subject", text(subject))]),
        Deviation::Moved { row, subject, from, to } => {
            (Some(*row), "moved", vec![("subject", text(subject)), ("from", text(from)), ("to", text(to))])
        }
        Deviation::Unit { row, subject, found, right } => (
            Some(*row),
            "unit",
            vec![("subject", text(subject)), ("found", text(found)), ("right", text(right))],
        ),
        Deviation::New { subject, stratum } => {
            (None, "new", vec![("subject", text(subject)), ("stratum", text(stratum))])
        }
    };
    let what = cx.catalogue.text(&format!("verify-{key}"), &args);
    match row {
        Some(row) => cx.catalogue.text("verify-row", &[("row", row.into()), ("what", what.into())]),
        None => what,
    }
}
