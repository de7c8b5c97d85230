//! A lint explained: for the manual, for `kijun explain`, for an editor.

use crate::{Fixable, Level, Lint};

/// The rules that every example stands beside.
pub const PREAMBLE: [(&str, &str); 2] = [
    ("rules/national.kijun", include_str!("preamble/national.kijun")),
    ("rules/ours.kijun", include_str!("preamble/ours.kijun")),
];

/// A lint's page in Markdown, under a heading of the second level.
#[must_use]
pub fn page(lint: &Lint) -> String {
    let Lint { id, group, summary, what, why, .. } = lint;
    let level = match lint.level {
        Level::Off => "off",
        Level::Warning => "warning",
        Level::Error => "error",
    };
    let fix = match lint.fix {
        Fixable::No => "none",
        Fixable::Safely => "`--fix`",
        Fixable::Unsafely => "`--unsafe-fixes`",
    };
    let (example, instead) = (fenced(lint.example), fenced(lint.instead));
    format!(
        "## {id}\n\n{summary}\n\nGroup `{}`, level {level}, fix: {fix}.\n\n\
         ### What it does\n\n{what}\n\n### Why it matters\n\n{why}\n\n\
         ### Example\n\n{example}\n### Instead\n\n{instead}",
        group.name()
    )
}

/// The files of an example, which a line `--- NAME` parts: the name of each after the first, and its text.
pub fn files(example: &str) -> impl Iterator<Item = (Option<&str>, &str)> {
    let mut parts = example.trim_start_matches('\n').split("--- ");
    let first = parts.next().map(|text| (None, text));
    first
        .into_iter()
        .chain(parts.filter_map(|part| part.split_once('\n')).map(|(name, text)| (Some(name), text)))
}

/// An example without its marks, each file in a fence of its own.
fn fenced(example: &str) -> String {
    let fence = |(name, text): (Option<&str>, &str)| {
        let info = name.map_or_else(String::new, |name| format!(" file={name}"));
        let lines = text.lines().map(|line| line.trim_end().trim_end_matches("#~").trim_end());
        format!("```kijun{info}\n{}```\n", lines.map(|line| format!("{line}\n")).collect::<String>())
    };
    files(example).map(fence).collect::<Vec<_>>().join("\n")
}
