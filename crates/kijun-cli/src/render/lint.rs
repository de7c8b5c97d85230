//! The lints as a list.

use kijun::{Fixable, LINTS, Lint};

use crate::screen::{columns, pad, width, wrap};

/// Every lint: name, group, level, fix; below it what it finds.
pub(crate) fn list() -> String {
    let widest = LINTS.iter().map(|lint| width(lint.name())).max().unwrap_or(0);
    LINTS.iter().map(|lint| row(lint, widest)).collect()
}

fn row(lint: &Lint, widest: usize) -> String {
    let level = lint.level.severity().map_or("off", super::diagnostics::severity);
    let fix = match lint.fix {
        Fixable::No => "",
        Fixable::Safely => "--fix",
        Fixable::Unsafely => "--unsafe-fixes",
    };
    let head =
        format!("{}  {}  {}  {fix}", pad(lint.name(), widest), pad(lint.group.name(), 11), pad(level, 7));
    let below =
        wrap(lint.summary, columns().saturating_sub(4)).into_iter().map(|line| format!("    {line}\n"));
    format!("{}\n{}", head.trim_end(), below.collect::<String>())
}
