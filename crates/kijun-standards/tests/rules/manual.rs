//! Each section of the manual's page shows its own diagnostic, and nothing before it.

use kijun_diag::Diagnostics;
use kijun_testkit::Rules;
use kijun_testkit::literate::{self, Case};

#[test]
fn every_example_of_the_manual_gives_its_diagnostic() {
    let page = include_str!("../../../../docs/reference/diagnostics/graph.md");
    let mut wrong = String::new();
    for case in literate::cases(page).iter().filter(|case| case.heading.starts_with("graph/")) {
        let rules = Rules::read(case);
        let mut found = rules.before.clone();
        found.extend(rules.found.clone());
        if !found.has_errors() {
            found.append(at_the_date(&rules, case));
        }
        let ids: Vec<&str> = found.iter().map(|d| d.id.name()).collect();
        if ids != [case.heading.as_str()] {
            wrong.push_str(&format!("\n{}\n{}", case.heading, rules.words(&found)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What depends on the date, for the period that the example's manifest names.
fn at_the_date(rules: &Rules, case: &Case) -> Diagnostics {
    let manifest =
        case.block("yaml").map_or("start: 2011-11-01, end: 2012-03-31", |block| block.text.as_str());
    let after = |word: &str| manifest.split(word).nth(1).unwrap().trim();
    let date = after("start:")[..10].parse().unwrap();
    let bound = manifest.contains("standards: [").then(|| vec![after("standards: [").replace(']', "")]);
    let mut found = rules.standards.citations(&rules.model, date);
    found.append(rules.standards.effective(&rules.model, date, date, bound.as_deref()).1);
    found
}
