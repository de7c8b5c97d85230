//! Words for whatever a diff may hold, and nothing of it that becomes markup or a formula.

use std::collections::BTreeSet;

use kijun_diag::Lang;
use kijun_findings::{
    Aspect, Cause, Class, DimensionChange, ExceptionPart, Factor, Found, InputKind, Location, Outcome,
    PartChange, RuleEvent, Seen, SubjectRef, Unattributed, Why,
};

use super::{CauseSort, DiffWords};

fn at() -> Option<Location> {
    Some(Location { file: "a.kijun".to_owned(), line: 3, column: 5 })
}

fn subject() -> SubjectRef {
    SubjectRef { kind: "server".to_owned(), key: "web-01".to_owned() }
}

fn rule(event: RuleEvent) -> Cause {
    let change = |dimension| DimensionChange {
        dimension,
        before: Some("a >= 8".to_owned()),
        after: (dimension != Aspect::Force).then(|| "a >= 10".to_owned()),
    };
    Cause::Rule {
        event,
        before: Some("s@1:1#a".to_owned()),
        after: Some("s@2:2#a".to_owned()),
        dimensions: Aspect::ALL.map(change).into(),
        at_before: at(),
        at_after: at(),
    }
}

/// Another provision: changed, come and gone.
fn beside(event: RuleEvent) -> Vec<Cause> {
    let one_sided = |is_there: [bool; 2]| match rule(event) {
        Cause::Rule { before, after, at_before, at_after, .. } => Cause::Rule {
            event,
            before: before.filter(|_| is_there[0]),
            after: after.filter(|_| is_there[1]),
            dimensions: Vec::new(),
            at_before: at_before.filter(|_| is_there[0]),
            at_after: at_after.filter(|_| is_there[1]),
        },
        other => other,
    };
    vec![rule(event), one_sided([false, true]), one_sided([true, false])]
}

/// The day on which the evidence of the subject was taken.
fn taken(before: Found, after: Found) -> Cause {
    Cause::Value { path: String::new(), subject: None, before, after, at_before: None, at_after: at() }
}

fn value(before: Found, after: Found) -> Cause {
    let path = "a.b".to_owned();
    Cause::Value { path, subject: Some(subject()), before, after, at_before: None, at_after: at() }
}

/// The table of levels says something else.
fn levels() -> Cause {
    Cause::Manifest {
        key: "levels".to_owned(),
        before: Some("{ level: advice }".to_owned()),
        after: None,
        at_before: at(),
        at_after: None,
    }
}

/// One of each, and of those that are told in several ways each way.
fn causes() -> Vec<Cause> {
    let name = || "EX-1".to_owned();
    let day = || Some("2012-01-01".to_owned());
    let term = |sort: &str| Cause::Term {
        sort: sort.to_owned(),
        name: name(),
        before: None,
        after: Some("a < b".to_owned()),
        at_before: None,
        at_after: at(),
    };
    let changed = |part| Cause::ExceptionChanged {
        exception: name(),
        before: "holds".to_owned(),
        after: "expired".to_owned(),
        parts: vec![PartChange { part, before: Some("x".to_owned()), after: None }],
        at_before: at(),
        at_after: at(),
    };
    let founds = [
        Found::Value("1".to_owned()),
        Found::Elements(2),
        Found::Record,
        Found::Absent,
        Found::Null,
        Found::Malformed,
        Found::Stale("2011-01-01".to_owned()),
        Found::Undated,
        Found::Undetermined,
        Found::Unmatched { field: "id".to_owned(), value: "x".to_owned() },
        Found::Unread,
        Found::Unsourced,
    ];
    let source = |before, after| Cause::Source { kind: "server".to_owned(), before, after };
    let dated = |path: Option<&str>| Cause::Date {
        before: "2012-03-31".to_owned(),
        after: "2013-03-31".to_owned(),
        path: path.map(str::to_owned),
    };
    let mut all = vec![
        levels(),
        Cause::Earlier { finding: name(), causes: Vec::new() },
        Cause::Earlier { finding: name(), causes: vec![levels()] },
        Cause::SubjectAppeared { subject: subject() },
        Cause::SubjectLeft { subject: subject() },
        Cause::KindChanged { before: subject(), after: subject() },
        Cause::ExceptionGranted { exception: name(), from: None, at: at() },
        Cause::ExceptionGranted { exception: name(), from: day(), at: at() },
        Cause::ExceptionWithdrawn { exception: name(), from: day(), at: at() },
        Cause::ExceptionBegan { exception: name(), from: None, until: None },
        Cause::ExceptionBegan { exception: name(), from: day(), until: None },
        Cause::ExceptionBegan { exception: name(), from: None, until: day() },
        Cause::ExceptionLapsed { exception: name(), from: None, until: None },
        Cause::ExceptionLapsed { exception: name(), from: day(), until: None },
        Cause::ExceptionLapsed { exception: name(), from: None, until: day() },
        Cause::Engine { before: "0.1.0".to_owned(), after: "0.2.0".to_owned() },
    ];
    all.extend([RuleEvent::Issued, RuleEvent::Repealed, RuleEvent::Changed].map(rule));
    all.extend([RuleEvent::Above, RuleEvent::Below].into_iter().flat_map(beside));
    let fresh = || Found::Value("2012-01-01".to_owned());
    let stale = || Found::Stale("2011-01-01".to_owned());
    all.extend([taken(fresh(), stale()), taken(stale(), fresh()), taken(stale(), stale())]);
    all.push(Cause::Members { kind: "server".to_owned(), appeared: 1, left: 2, changed: 3 });
    all.extend(["define", "parameter", "kind", "enum", "record", "role", "term"].map(term));
    all.extend(ExceptionPart::ALL.map(changed));
    all.extend(founds.map(|found| value(Found::Null, found)));
    all.extend([source(true, false), source(false, true), source(false, false)]);
    all.extend([dated(None), dated(Some("patched_on")), dated(Some(""))]);
    all
}

/// What is said in both languages: something, in words that the catalogue has.
fn said(say: impl Fn(&DiffWords) -> String) {
    let [ja, en] = [Lang::Ja, Lang::En].map(|lang| say(&DiffWords::new(lang)));
    for text in [&ja, &en] {
        let is_key =
            ["diff-", "level-", "outcome-", "exception-", "audit-"].iter().any(|key| text.contains(key));
        assert!(!text.trim().is_empty() && !is_key, "{text}");
    }
    assert_ne!(ja, en);
}

#[test]
fn every_cause_is_told_in_words_that_name_what_it_was() {
    for cause in causes() {
        said(|words| words.cause(&cause));
    }
    let told: BTreeSet<String> = causes().iter().map(|cause| DiffWords::new(Lang::Ja).cause(cause)).collect();
    assert_eq!(told.len(), causes().len(), "no two causes are told alike");
}

#[test]
fn whatever_a_diff_may_hold_has_a_word_of_its_own() {
    Class::ALL.iter().for_each(|class| said(|words| words.class(*class)));
    Factor::ALL.iter().for_each(|factor| said(|words| words.factor(*factor)));
    CauseSort::ALL.iter().for_each(|sort| said(|words| words.sort(*sort)));
    Outcome::ALL.iter().for_each(|outcome| said(|words| words.seen(Seen::Outcome(*outcome))));
    Seen::OTHERS.iter().for_each(|seen| said(|words| words.seen(*seen)));
    let kinds = [InputKind::Manifest, InputKind::Rule, InputKind::Evidence, InputKind::PreviousRun];
    kinds.iter().for_each(|kind| said(|words| words.input(*kind)));
}

#[test]
fn causes_that_go_together_are_told_as_such() {
    let ja = DiffWords::new(Lang::Ja);
    let cause = levels;
    let of = |enough: &[&[Factor]], causes: Vec<Cause>| {
        let enough = enough.iter().map(|set| set.iter().copied().collect()).collect();
        ja.why(&Why { enough, causes, ..Why::default() })
    };
    let (rules, evidence) = (Factor::Rules, Factor::Evidence);
    assert_eq!(
        of(&[&[rules]], vec![cause()]),
        ["マニフェストの変更：`levels`：`{ level: advice }` → なし（a.kijun:3:5）"]
    );
    assert_eq!(of(&[&[rules, evidence]], vec![cause()])[0], "次の変化が重なって生じた：規定、証拠");
    assert_eq!(
        of(&[&[rules], &[evidence]], vec![cause()])[0],
        "次のいずれか一つの変化だけでも生じた：規定／証拠"
    );
    assert_eq!(of(&[&[evidence, Factor::Date]], vec![cause()]), of(&[&[evidence]], vec![cause()]));
    assert_eq!(
        of(&[&[rules, evidence, Factor::Date]], vec![cause()]),
        of(&[&[rules, evidence]], vec![cause()])
    );
    assert_eq!(of(&[&[evidence]], vec![]), ["証拠の違いによる（どこの違いかは特定できない）"]);
    assert_eq!(of(&[], vec![]), ["不明"]);
}

#[test]
fn causes_that_may_be_too_many_are_told_as_such() {
    let why = |inexact| Why {
        enough: vec![BTreeSet::from([Factor::Rules])],
        causes: vec![levels()],
        inexact,
        ..Why::default()
    };
    for lang in [Lang::En, Lang::Ja] {
        let words = DiffWords::new(lang);
        let [exact, inexact] = [false, true].map(|inexact| words.why(&why(inexact)));
        assert_eq!(inexact[1..], exact);
        assert_ne!(inexact[0], exact[0]);
    }
}

#[test]
fn where_both_runs_have_it_both_places_are_given_and_a_file_is_named_once() {
    let en = DiffWords::new(Lang::En);
    let at = |file: &str, line| Some(Location { file: file.to_owned(), line, column: 5 });
    let value = |at_before, at_after| Cause::Value {
        path: "a".to_owned(),
        subject: None,
        before: Found::Null,
        after: Found::Record,
        at_before,
        at_after,
    };
    let places = [
        (at("a.yaml", 1), at("a.yaml", 2), "(a.yaml:1:5 → 2:5)"),
        (at("a.yaml", 1), at("b.yaml", 1), "(a.yaml:1:5 → b.yaml:1:5)"),
        (at("a.yaml", 1), at("a.yaml", 1), "(a.yaml:1:5)"),
        (None, at("a.yaml", 2), "(a.yaml:2:5)"),
        (at("a.yaml", 1), None, "(a.yaml:1:5)"),
    ];
    for (before, after, expected) in places {
        let said = en.cause(&value(before, after));
        assert_eq!(said, format!("value changed: a empty → a record {expected}"));
    }
}

#[test]
fn what_a_cause_is_of_decides_under_which_heading_it_stands() {
    let of_nothing = |cause: &&Cause| matches!(cause, Cause::Earlier { causes, .. } if causes.is_empty());
    let sorts: BTreeSet<&str> = causes()
        .iter()
        .filter(|cause| !of_nothing(cause))
        .map(|cause| CauseSort::of_causes(std::slice::from_ref(cause)).name())
        .collect();
    let all = ["system", "subject", "rules", "exception", "source", "date", "engine"];
    assert_eq!(sorts, BTreeSet::from(all));
    assert_eq!(CauseSort::of_causes(&causes()), CauseSort::Several);
}

#[test]
fn why_causes_are_not_known_is_told_of_each_run() {
    let gone = |of_old| Unattributed::InputGone {
        of_old,
        path: "rules/a.kijun".to_owned(),
        kind: InputKind::Rule,
        blake3: "0123456789abcdef".to_owned(),
    };
    let differs = |of_old| Unattributed::DoesNotFollow {
        of_old,
        made_by: "kijun 0.1.0".to_owned(),
        judged_by: "kijun 0.2.0".to_owned(),
    };
    let world = Unattributed::World {
        taken: [Factor::Rules].into(),
        reason: [("en".to_owned(), "it fails".to_owned())].into(),
    };
    let all = vec![gone(true), gone(false), differs(true), differs(false), world, Unattributed::NotAsked];
    let [ja, en] = [Lang::Ja, Lang::En].map(|lang| DiffWords::new(lang).unknown(&all));
    assert_eq!((ja.len(), en.len()), (6, 6));
    assert!(en[0].contains("0123456789ab)") && en[0].contains("--old-project"), "{}", en[0]);
    assert!(ja.iter().chain(&en).all(|text| !text.contains("diff-")), "{ja:?} {en:?}");
}
