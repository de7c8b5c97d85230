//! What tests have seen of the rules, in words: statements without a test, then those of which something is missing.

use kijun_diag::Catalogue;
use kijun_findings::{ConditionSeen, Covered, Location, SharedCoverage, StatementCoverage, TestCoverage};

use crate::screen::{cut, one_line};

/// So much of a condition is shown.
const WIDE: usize = 60;

/// What is missing, and the sums; the sums alone where less is to be said.
pub(crate) fn coverage(catalogue: &Catalogue, coverage: &TestCoverage, only_sums: bool) -> String {
    let mut text = String::new();
    if !only_sums {
        untested(&mut text, catalogue, coverage);
        partly(&mut text, catalogue, coverage);
    }
    let figures = coverage.figures;
    let of = |covered: Covered| format!("{}/{}", covered.seen, covered.of);
    let args = [
        ("statements", of(figures.statements).into()),
        ("results", of(figures.results).into()),
        ("sides", of(figures.sides).into()),
    ];
    text.push_str(&catalogue.text("coverage-figures", &args));
    text.push('\n');
    text
}

fn untested(text: &mut String, catalogue: &Catalogue, coverage: &TestCoverage) {
    let untested: Vec<&StatementCoverage> =
        coverage.statements.iter().filter(|statement| statement.expectations == 0).collect();
    if !untested.is_empty() {
        text.push_str(&format!("\n{}\n", catalogue.text("coverage-untested", &[])));
    }
    untested.iter().for_each(|statement| text.push_str(&head(&statement.statement, &statement.at)));
}

fn partly(text: &mut String, catalogue: &Catalogue, coverage: &TestCoverage) {
    let partial = coverage.statements.iter().filter(|statement| statement.is_partial());
    let of_statements = partial.map(|statement| {
        let never = statement.results.iter().filter(|seen| seen.times == 0);
        let never = never
            .map(|seen| catalogue.text("coverage-never-result", &[("result", seen.result.name().into())]));
        let missing = never.chain(sides(catalogue, &statement.conditions)).collect();
        (head(&statement.statement, &statement.at), missing)
    });
    // What belongs to untested statements alone is told with them.
    let met = |shared: &&SharedCoverage| shared.conditions.iter().any(|c| c.when_true + c.when_false > 0);
    let of_shared = coverage.shared.iter().filter(met).map(|shared| {
        (head(&shared.name, &shared.at), sides(catalogue, &shared.conditions).collect::<Vec<String>>())
    });
    let all: Vec<(String, Vec<String>)> =
        of_statements.chain(of_shared).filter(|(_, missing)| !missing.is_empty()).collect();
    if !all.is_empty() {
        text.push_str(&format!("\n{}\n", catalogue.text("coverage-partly", &[])));
    }
    for (head, missing) in all {
        text.push_str(&head);
        missing.iter().for_each(|line| text.push_str(&format!("      {line}\n")));
    }
    text.push('\n');
}

/// The sides of conditions that were never seen.
fn sides<'a>(catalogue: &'a Catalogue, conditions: &'a [ConditionSeen]) -> impl Iterator<Item = String> + 'a {
    conditions.iter().flat_map(move |condition| {
        let sides =
            [("coverage-never-true", condition.when_true), ("coverage-never-false", condition.when_false)];
        let never = sides.into_iter().filter(|(_, times)| *times == 0);
        never.map(move |(key, _)| {
            catalogue.text(key, &[("text", cut(&one_line(&condition.text), WIDE).into())])
        })
    })
}

fn head(name: &str, at: &Location) -> String {
    format!("  {}  {}:{}\n", one_line(name), one_line(&at.file), at.line)
}
