//! What the lints say of the ministry's rules.

use std::path::Path;

use jiff::civil::date;
use kijun_diag::{At, Diagnostic};
use kijun_lint::Group;

use super::project::Project;

/// Rule files below a folder of the workspace, by name.
fn texts(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (mut open, mut all) = (vec![root.join(folder)], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ext| ext == "kijun") {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            all.push((name, std::fs::read_to_string(path).unwrap()));
        }
    }
    all.sort();
    all
}

/// What lints of meaning find with their own levels: file, line, lint.
fn found(folders: &[&str]) -> Vec<String> {
    let all: Vec<(String, String)> = folders.iter().flat_map(|folder| texts(folder)).collect();
    let project = Project::of(&[], &all).unwrap();
    let of_meaning = [Group::Correctness, Group::Conformance];
    let level = |lint: &kijun_lint::Lint| match of_meaning.contains(&lint.group) {
        true => lint.level,
        false => kijun_lint::Level::Off,
    };
    let told = |d: &Diagnostic| {
        let Some(At::Span(span)) = d.at else { return d.id.name().to_owned() };
        let (source, text) = (project.sources.get(span.file), project.sources.slice(span));
        let first = text.lines().next().unwrap_or_default();
        format!("{}:{} {} `{first}`", source.name(), source.position(span.start).line, d.id.name())
    };
    project.lint(date(2012, 3, 31), level).iter().map(told).collect()
}

/// What is truly so: a definition, a term and a parameter that nothing uses, an exception that has ended and one that too low a role
/// approved, tests that do not say why, fields that may rightly be absent, requirements that those keep whom they do not concern, and one
/// that can be missed by missing evidence alone.
const KNOWN: [&str; 16] = [
    "rules/gov_it/definitions.kijun:3 lint/unused-definition `confidential`",
    "rules/moj/2011-10-01/information.kijun:14 lint/unguarded-optional `e.confidentiality`",
    "rules/moj/2011-10-01/standard.kijun:36 lint/implies-for-when `post == audit_officer implies second_post == ciso_advisor`",
    "rules/moj/measures.kijun:167 lint/unguarded-optional `w.task`",
    "rules/moj/procedures/audit.kijun:21 lint/unguarded-optional `w.task`",
    "rules/moj/procedures/server-2012.kijun:22 lint/unused-term `term \"要機密情報\" means most_confidential`",
    "rules/moj/procedures/server-2012.kijun:106 lint/never-false `confidentiality in {c1, c2, c3}`",
    "rules/moj/tests/people.kijun:29 lint/unexplained-expectation `expect moj_standard@2011-10-01:4.1.1#ordered fail`",
    "rules/moj/tests/registers.kijun:15 lint/unexplained-expectation `expect moj_server_procedure@2011-10-01:4.1#prompt fail for D2`",
    "rules/moj/tests/registers.kijun:17 lint/unexplained-expectation `expect moj_standard@2011-10-01:3.1.2#prompt fail for D2`",
    "rules/moj/tests/registers.kijun:43 lint/unexplained-expectation `expect moj_standard@2011-10-01:3.2.1#in_time fail for M2`",
    "rules/unified/2011-04-21/management.kijun:17 lint/unused-parameter `exercise_interval`",
    "rules/unified/2011-04-21/management.kijun:46 lint/implies-for-when `post == audit_officer implies second_post in {ciso_advisor, staff}`",
    "fixtures/moj/fy2011/rules/exceptions.kijun:14 lint/expired-exception `EX-2011-02`",
    "fixtures/moj/fy2011/rules/exceptions.kijun:25 lint/unpermitted-exception `moj_standard@2011-10-01:5.5.1#encrypted`",
    "fixtures/moj/fy2011/rules/exceptions.kijun:25 lint/unpermitted-exception `moj_server_procedure@2011-10-01:3.1#encrypted`",
];

#[test]
fn of_the_ministry_s_rules_only_what_is_truly_so_is_told() {
    assert_eq!(found(&["rules", "fixtures/moj/fy2011/rules"]), KNOWN);
}

#[test]
fn of_the_small_audit_it_is_told_that_nobody_answers_for_two_clauses() {
    let idle = [
        "fixtures/audit/small/rules/national.kijun:20 lint/unassigned-clause `1.2`",
        "fixtures/audit/small/rules/procedure.kijun:19 lint/unassigned-clause `第2条`",
    ];
    assert_eq!(found(&["fixtures/audit/small/rules"]), idle);
}
