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
    let (example, instead) = (shown(lint.example), shown(lint.instead));
    format!(
        "## {id}\n\n{summary}\n\nGroup `{}`, level {level}, fix: {fix}.\n\n\
         ### What it does\n\n{what}\n\n### Why it matters\n\n{why}\n\n\
         ### Example\n\n```kijun\n{example}```\n\n### Instead\n\n```kijun\n{instead}```\n",
        group.name()
    )
}

/// An example without its marks.
fn shown(example: &str) -> String {
    example
        .trim_start_matches('\n')
        .lines()
        .map(|line| format!("{}\n", line.trim_end().trim_end_matches("#~").trim_end()))
        .collect()
}
