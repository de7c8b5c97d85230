//! What came of verifying a record, for a person and for a program.

use std::path::Path;

use anstyle::{AnsiColor, Style};
use kijun::{Check, Told, Verdict, Verification};
use kijun_diag::{Arg, Catalogue};
use serde_json::{Map, Value, json};

use super::audit::{hang, line};
use crate::screen::{harmless, one_line, pad, width};

/// What of a check's details is shown; JSON has all.
const SHOWN: usize = 20;

/// A line for each check, with what there is to say about it.
pub(crate) fn human(catalogue: &Catalogue, quiet: bool, path: &Path, found: &Verification) -> String {
    let mut out = String::new();
    line(&mut out, &one_line(&path.display().to_string()));
    line(&mut out, &format!("  BLAKE3 {}", found.blake3));
    line(&mut out, "");
    let label = |check: &Check| catalogue.text(&format!("verify-part-{}", check.part.name()), &[]);
    let widest = found.checks.iter().map(|check| width(&label(check))).max().unwrap_or(0);
    let is_shown = |check: &&Check| !quiet || matches!(check.verdict, Verdict::Differs | Verdict::Unchecked);
    for check in found.checks.iter().filter(is_shown) {
        of_check(catalogue, &mut out, check, &pad(&label(check), widest));
    }
    line(&mut out, "");
    let (style, key) = whole(found);
    line(&mut out, &format!("{style}{}{style:#}", catalogue.text(&format!("verify-whole-{key}"), &[])));
    out
}

/// The mark, the name and the first words on a line; further words below.
fn of_check(catalogue: &Catalogue, out: &mut String, check: &Check, label: &str) {
    let (mark, style) = mark(check.verdict);
    let verdict = || catalogue.text(&format!("verify-verdict-{}", check.verdict.name()), &[]);
    let first = check.told.first().map_or_else(verdict, |told| words(catalogue, told));
    // The mark has its colour when the lines are broken: what colours it takes no column.
    let mut lines = String::new();
    hang(&mut lines, &format!("{mark} {label}  "), &first);
    out.push_str(&lines.replacen(mark, &format!("{style}{mark}{style:#}"), 1));
    for told in check.told.iter().skip(1).take(SHOWN) {
        for (i, text) in words(catalogue, told).lines().enumerate() {
            hang(out, if i == 0 { "    " } else { "      " }, text);
        }
    }
    if check.told.len() > SHOWN + 1 {
        let more = catalogue.text("verify-more", &[("n", (check.told.len() - SHOWN - 1).into())]);
        line(out, &format!("    {more}"));
    }
}

fn words(catalogue: &Catalogue, told: &Told) -> String {
    let number = |text: &str| text.parse::<u64>().ok();
    let arg = |(name, text): &(&'static str, String)| -> (&'static str, Arg) {
        let counts = matches!(*name, "n" | "of" | "there");
        match number(text).filter(|_| counts).and_then(|n| usize::try_from(n).ok()) {
            Some(n) => (*name, n.into()),
            None => (*name, one_line(text).into()),
        }
    };
    let args: Vec<_> = told.args.iter().map(arg).collect();
    harmless(&catalogue.text(&format!("verify-told-{}", told.name), &args))
}

fn mark(verdict: Verdict) -> (&'static str, Style) {
    match verdict {
        Verdict::Holds => ("✓", AnsiColor::Green.on_default()),
        Verdict::Differs => ("✗", AnsiColor::Red.on_default()),
        Verdict::Unchecked => ("?", AnsiColor::Yellow.on_default()),
        Verdict::NotAsked => ("–", Style::new().dimmed()),
    }
}

/// The colour and the name of what came of all checks together.
fn whole(found: &Verification) -> (Style, &'static str) {
    let any = |verdict| found.checks.iter().any(|check| check.verdict == verdict);
    let verdict = match (any(Verdict::Differs), any(Verdict::Unchecked)) {
        (true, _) => Verdict::Differs,
        (_, true) => Verdict::Unchecked,
        _ => Verdict::Holds,
    };
    (mark(verdict).1, verdict.name())
}

/// The same as data.
pub(crate) fn json(path: &Path, found: &Verification) -> String {
    let details = |check: &Check| -> Vec<Value> {
        let detail = |told: &Told| {
            let args = told.args.iter().map(|(name, text)| ((*name).to_owned(), Value::from(text.as_str())));
            let named = ("told".to_owned(), Value::from(told.name));
            Value::Object(std::iter::once(named).chain(args).collect::<Map<_, _>>())
        };
        check.told.iter().map(detail).collect()
    };
    let check = |check: &Check| json!({ "check": check.part.name(), "verdict": check.verdict.name(), "details": details(check) });
    let value = json!({
        "schema": "kijun/verify/1",
        "record": path.display().to_string(),
        "blake3": found.blake3,
        "verdict": whole(found).1,
        "checks": found.checks.iter().map(check).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}
