//! Each section of the manual's page shows its own diagnostic, and nothing else.

use kijun_conform::Scope;
use kijun_diag::Diagnostics;
use kijun_testkit::Rules;
use kijun_testkit::literate::{self, Case};

use crate::compared::compared;

#[test]
fn every_example_of_the_manual_gives_its_diagnostic() {
    let page = include_str!("../../../../docs/reference/diagnostics/conform.md");
    let mut wrong = String::new();
    for case in literate::cases(page).iter().filter(|case| case.heading.starts_with("conform/")) {
        let rules = Rules::read(case);
        let mut found = rules.before.clone();
        found.extend(rules.found.clone());
        if !found.has_errors() {
            found.append(objected(&rules, case));
        }
        let ids: Vec<&str> = found.iter().map(|d| d.id.name()).collect();
        if ids != [case.heading.as_str()] {
            wrong.push_str(&format!("\n{}\n{}", case.heading, rules.words(&found)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What is objected to on the first day of the period that the example's manifest names.
fn objected(rules: &Rules, case: &Case) -> Diagnostics {
    let manifest = case.block("yaml").map_or("start: 2011-11-01", |block| block.text.as_str());
    let on = manifest.split("start:").nth(1).unwrap().trim()[..10].parse().unwrap();
    let objections = compared(rules, on, &Scope::default()).objections;
    objections.iter().map(|objection| objection.diagnostic(&rules.model)).collect()
}
