//! A coverage by files and lines.

use std::collections::BTreeMap;

use kijun_findings::{ConditionSeen, Location, StatementCoverage, TestCoverage};

/// A file by its lines.
#[derive(Debug, Default)]
pub(super) struct File<'c> {
    pub(super) lines: BTreeMap<u32, Line>,
    /// The statements that begin in it.
    pub(super) statements: Vec<&'c StatementCoverage>,
}

/// A line: the branches that begin on it, in blocks that belong together.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) blocks: Vec<Vec<usize>>,
}

impl Line {
    /// How often something on the line was seen.
    pub(super) fn hits(&self) -> usize {
        self.branches().max().unwrap_or(0)
    }

    /// How often each branch was seen.
    pub(super) fn branches(&self) -> impl Iterator<Item = usize> {
        self.blocks.iter().flatten().copied()
    }
}

impl File<'_> {
    /// Lines that were seen, and all.
    pub(super) fn covered(&self) -> (usize, usize) {
        (self.lines.values().filter(|line| line.hits() > 0).count(), self.lines.len())
    }

    /// Branches that were seen, and all.
    pub(super) fn branches(&self) -> (usize, usize) {
        let all = || self.lines.values().flat_map(Line::branches);
        (all().filter(|times| *times > 0).count(), all().count())
    }
}

/// The files of a coverage, by name.
pub(super) fn files(coverage: &TestCoverage) -> BTreeMap<&str, File<'_>> {
    let mut files: BTreeMap<&str, File<'_>> = BTreeMap::new();
    for statement in &coverage.statements {
        let file = files.entry(&statement.at.file).or_default();
        file.statements.push(statement);
        file.line(&statement.at).push(statement.results.iter().map(|seen| seen.times).collect());
    }
    let own = coverage.statements.iter().flat_map(|statement| &statement.conditions);
    for condition in own.chain(coverage.shared.iter().flat_map(|shared| &shared.conditions)) {
        files.entry(&condition.at.file).or_default().line(&condition.at).push(sides(condition));
    }
    files
}

impl File<'_> {
    fn line(&mut self, at: &Location) -> &mut Vec<Vec<usize>> {
        &mut self.lines.entry(at.line).or_default().blocks
    }
}

fn sides(condition: &ConditionSeen) -> Vec<usize> {
    vec![condition.when_true, condition.when_false]
}
