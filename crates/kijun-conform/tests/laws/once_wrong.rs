//! Questions that were once answered wrongly, as small as they could be made.

use kijun_conform::{Answer, Limits};
use kijun_testkit::pairs::{Asked, RICH};

use crate::asking::About;

/// The answer about a server, for what stands above and what stands below.
fn answered(above: &str, below: &[&str]) -> (Asked, Answer) {
    let clauses = below.iter().zip(1..);
    let clauses: String =
        clauses.map(|(text, n)| format!("clause {n} {{ implements high:1 for server {text} }}\n")).collect();
    let high = "standard high { tier high edition 2011-04-01 uses lab }\n";
    let low = "standard low { tier low edition 2011-10-01 conforms to high@2011-04-01 uses lab }\n";
    let texts = [
        ("lab.kijun", RICH.text.to_owned()),
        ("high.kijun", format!("{high}clause 1 {{ for server {above} }}")),
        ("low.kijun", format!("{low}{clauses}")),
    ];
    let asked = Asked::of(&texts).unwrap();
    let answer = About::pair(&asked).answer(asked.kind("server").unwrap(), Limits::default());
    (asked, answer)
}

/// There is a subject, and it stays one however it is filled in.
fn refuted(above: &str, below: &[&str]) {
    let (asked, answer) = answered(above, below);
    match answer {
        Answer::Possible(case) => assert_eq!(About::pair(&asked).confirmed(&case), Ok(()), "{above}"),
        other => panic!("{above} over {below:?}: {other:?}"),
    }
}

#[test]
fn what_two_conditions_ask_for_may_be_one_element_where_there_are_only_three() {
    refuted(
        "must every a in accounts : false",
        &["must not (no a in accounts : true)", "must count(a in accounts) == 3"],
    );
    refuted("must (every p in protocols : false) or count(p in protocols) != 3", &["must length > 3"]);
}

#[test]
fn a_list_that_decides_is_not_left_out() {
    refuted("must every a in accounts : a.tries == 4", &[]);
    refuted("must every t in all training where t.holder == id : t.passed == true", &[]);
    refuted("must not (kept in {0 days, 2 years} and some n in more : true)", &[]);
}

#[test]
fn elements_that_are_only_counted_have_what_is_asked_of_each() {
    let each = "every a in accounts where a.level != intranet : a.tries != a.tries";
    refuted(
        &format!("must if reviewed_on >= today then count(a in accounts) <= 1 else ({each})"),
        &["must count(a in accounts) != 1"],
    );
    refuted(
        "must every a in accounts where a.label matches /^[a-z]+$/ : a.mfa",
        &["must max(a.tries for a in accounts) != 4"],
    );
}

#[test]
fn what_only_has_to_be_present_or_comes_after_the_last_version_is_found() {
    refuted("must history is absent", &[]);
    refuted("must release is present implies stopped is absent", &["must patched is present"]);
    refuted("must tls <= v\"1.2.1\"", &[]);
}
