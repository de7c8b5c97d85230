//! The two years of the ministry beside each other: every change has a cause, and those that the example tells of have the right one.

#![expect(clippy::panic, reason = "tests say what went wrong by panicking")]

use std::path::Path;

use kijun::{DiffOptions, DiffSide, diff};
use kijun_findings::{Cause, Change, Diff, Found, SubjectRef};

fn years() -> Diff {
    let side = |year: &str| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/moj").join(year);
        DiffSide::of_project(&root).unwrap_or_else(|error| panic!("{error:?}"))
    };
    diff(&side("fy2011"), &side("fy2012"), DiffOptions { causes: true, threads: None })
}

/// A cause on one line, without its places.
fn said(cause: &Cause) -> String {
    let subject = |subject: &SubjectRef| format!("{} {}", subject.kind, subject.key);
    let found = |found: &Found| match found {
        Found::Value(value) => value.clone(),
        Found::Stale(on) => format!("stale {on}"),
        other => format!("{other:?}").to_lowercase(),
    };
    match cause {
        Cause::Value { path, before, after, .. } => format!("{path}: {} → {}", found(before), found(after)),
        Cause::Rule { event, after, dimensions, .. } => {
            let aspects: Vec<&str> = dimensions.iter().map(|change| change.dimension.name()).collect();
            format!("{} {} {}", event.name(), after.as_deref().unwrap_or("-"), aspects.join(" "))
        }
        Cause::SubjectAppeared { subject: of } => format!("appeared: {}", subject(of)),
        Cause::SubjectLeft { subject: of } => format!("left: {}", subject(of)),
        Cause::KindChanged { before, after } => format!("{} → {}", subject(before), subject(after)),
        Cause::ExceptionLapsed { exception, .. } => format!("lapsed: {exception}"),
        Cause::ExceptionWithdrawn { exception, .. } => format!("withdrawn: {exception}"),
        Cause::ExceptionChanged { exception, before, after, .. } => {
            format!("{exception}: {before} → {after}")
        }
        Cause::Members { kind, appeared, left, changed } => format!("{kind} +{appeared} -{left} ~{changed}"),
        Cause::Date { path, .. } => format!("time: {}", path.as_deref().unwrap_or("-")),
        other => format!("{other:?}"),
    }
}

fn causes(change: &Change) -> Vec<String> {
    change.why.iter().flat_map(|why| &why.causes).map(said).collect()
}

/// What the example says of its second year: the statement, the subject, the causes.
const TOLD: &[(&str, &str, &[&str])] = &[
    // The system changed, for the better.
    ("moj_server_procedure:1.1#min_length", "web-jinken-01", &["password.min_length: 11 → 12"]),
    ("moj_server_procedure:2.2#weak", "web-koan-01", &["tls.ciphers[2]: RC4-SHA → absent"]),
    ("moj_server_procedure:2.1#inspected", "web-soken-01", &["http_inspected_on: 2011-11-21 → 2013-01-30"]),
    ("moj_server_procedure:3.1#encrypted", "nw-kyo-01", &["management: telnet → ssh"]),
    ("moj_standard:4.2#shared", "srv-ken-01", &["accounts[kensatsu-kyoyo]: record → absent"]),
    (
        "moj_server_procedure:1.2#privileged",
        "lan-nyukan-02",
        &["accounts[adm-01].mfa: false → true", "accounts[adm-02].mfa: false → true"],
    ),
    ("moj_server_procedure:1.1#min_length", "srv-kei-01", &["password.min_length: 7 → 9"]),
    // The rule changed.
    (
        "moj_server_procedure:1.4#patched",
        "web-moj-02",
        &["changed moj_server_procedure@2012-04-01:1.4#patched strength"],
    ),
    (
        "moj_server_procedure:2.2#weak",
        "web-minji-01",
        &["changed moj_server_procedure@2012-04-01:2.2#weak strength"],
    ),
    (
        "moj_server_procedure:2.3#current",
        "web-jinken-01",
        &["changed moj_server_procedure@2012-04-01:2.3#current strength"],
    ),
    // Rule and system together.
    (
        "moj_server_procedure:1.4#patched",
        "web-koan-01",
        &[
            "changed moj_server_procedure@2012-04-01:1.4#patched strength",
            "patch.applied_on: 2012-02-25 → 2013-03-01",
            "patch.released_on: 2012-02-14 → 2013-02-12",
        ],
    ),
    // Exceptions, and time alone; that another statement would have told it by the older rules is no cause.
    ("moj_standard:5.5.1#saved", "nw-hom-01", &["time: config_saved_on"]),
    ("moj_standard:5.2.2#supported", "lan-touki-02", &["lapsed: EX-2011-01"]),
    ("moj_server_procedure:1.1#history", "lan-keiji-01", &["withdrawn: EX-2011-05"]),
    ("moj_media_procedure:第2条#counted", "M-005", &["time: counted_on"]),
    ("moj_standard:5.2.2#supported", "lan-log-01", &["time: software[証跡解析ツール].supported_until"]),
    // Subjects came, went and are of another kind.
    ("moj_standard:5.6.1#recent", "lan-file-02", &["left: server lan-file-02"]),
    ("moj_server_procedure:1.4#patched", "lan-file-03", &["appeared: server lan-file-03"]),
    (
        "moj_server_procedure:2.1#prepared",
        "lan-nyukan-01",
        &["server lan-nyukan-01 → web_server lan-nyukan-01"],
    ),
    // Evidence came, vanished and went stale.
    ("moj_server_procedure:1.1#min_length", "srv-hom-01", &["password: absent → record"]),
    ("moj_server_procedure:1.4#patched", "lan-chizu-01", &["patch: absent → record"]),
    ("moj_server_procedure:1.4#patched", "srv-hog-01", &["collected_on: stale 2011-09-14 → 2013-03-08"]),
    ("moj_server_procedure:1.1#lockout", "srv-ken-01", &["password.lockout_after: 5 → absent"]),
    ("moj_server_procedure:1.4#patched", "srv-kei-01", &["collected_on: 2012-03-08 → stale 2012-08-22"]),
    // Two days of one record, and two values of which each alone would do.
    (
        "moj_server_procedure:1.4#patched",
        "srv-nyu-01",
        &["patch.applied_on: 2012-02-22 → 2013-02-17", "patch.released_on: 2011-12-14 → 2012-11-14"],
    ),
    ("moj_standard:5.1#in_time", "M-017", &["due_on: 2012-03-09 → 2013-03-16", "returned: false → true"]),
    // Told by the standard above where the procedure did not bind it yet.
    ("moj_server_procedure:4.1#owned", "D-037", &["owner: S0025 → null"]),
    // Of the least of several days, that one.
    (
        "moj_server_procedure:1.5#renewal",
        "lan-log-01",
        &[
            "issued moj_server_procedure@2012-04-01:1.5#renewal ",
            "time: software[証跡解析ツール].supported_until",
        ],
    ),
];

#[test]
fn every_change_has_a_cause_and_those_that_are_told_of_the_right_one() {
    let diff = years();
    assert_eq!(diff.unattributed, []);
    let silent = diff.changes.iter().filter(|change| causes(change).is_empty());
    assert_eq!(silent.map(|change| &*change.lineage).collect::<Vec<_>>(), [""; 0]);
    let inexact = diff.changes.iter().filter(|change| change.why.as_ref().is_some_and(|why| why.inexact));
    assert_eq!(inexact.map(|change| &*change.lineage).collect::<Vec<_>>(), [""; 0]);
    let wrong = TOLD.iter().filter_map(|(lineage, key, expected)| {
        let about = |change: &&Change| {
            *change.lineage == **lineage
                && change.subject.as_ref().is_some_and(|subject| subject.key == **key)
        };
        let found = diff.changes.iter().find(about).map(causes).unwrap_or_default();
        (found != **expected).then(|| format!("{lineage} {key}: {found:#?}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>().join("\n"), "");
}

/// What the example says of its figures: the measure, the causes.
const MEASURED: &[(&str, &[&str])] = &[
    ("unexcused_absence", &["appeared: training_record T24-0269"]),
    ("audit_plan_rate", &["appeared: audit_task AP24-09", "audit_task +8 -8 ~0"]),
    ("web_servers", &["appeared: web_server lan-nyukan-01", "appeared: web_server web-kyosei-01"]),
    ("self_inspection_rate", &["person +16 -14 ~12"]),
];

#[test]
fn of_a_measure_those_are_named_who_miss_what_it_asks_for_and_the_rest_is_counted() {
    let diff = years();
    for (name, expected) in MEASURED {
        let measure = diff.measures.iter().find(|measure| measure.name == *name);
        let why = measure.and_then(|measure| measure.why.as_ref());
        let found: Vec<String> = why.iter().flat_map(|why| &why.causes).map(said).collect();
        assert_eq!(found, **expected, "{name}");
    }
    let all = diff.measures.iter().filter_map(|measure| measure.why.as_ref()).map(|why| why.causes.len());
    assert!(all.max() <= Some(6), "five are named, and the rest is one cause");
}

#[test]
fn a_year_held_against_itself_is_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/moj/fy2011");
    let side = DiffSide::of_project(&root).unwrap();
    assert!(diff(&side, &side, DiffOptions { causes: true, threads: None }).is_empty());
}
