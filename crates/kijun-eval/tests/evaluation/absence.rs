//! What is not there never passes.

use super::project::Project;

const VOCABULARY: &str = r#"
vocabulary v {
  enum level { low < high }
  record account { name: text, mfa: bool, level: level }
  record policy { min: int, max: int? }
  kind host {
    key id   : text
    n        : int
    name     : text
    on       : date
    at       : datetime
    level    : level
    version  : version
    disk     : size
    load     : percent
    address  : ip
    ok       : bool
    accounts : list of account
    tags     : list of text
    ports    : map of int
    policy   : policy
    spare    : policy?
    until    : date?
    mate     : ref host
  }
}
standard s { tier ministry edition 2011-04-01 uses v }
"#;

/// The outcome of one requirement for a host of which nothing but this is known.
fn outcome(requirement: &str, host: &str) -> String {
    let text = format!(
        "{VOCABULARY}\nclause 1 \"c\" {{ for host must {requirement} }}\n\
         test \"t\" {{ given host h {{ id: h {host} }} expect s:1 pass }}"
    );
    Project::new(&text).first()
}

#[test]
fn every_operator_is_unknown_where_its_operand_is_absent_or_null() {
    let requirements = [
        "n == 1",
        "n != 1",
        "n < 1",
        "n <= 1",
        "n > 1",
        "n >= 1",
        "1 == n",
        "not (n < 5)",
        "not (n == 5)",
        "n in {1, 2}",
        "n not in {1, 2}",
        "name in tags",
        "name not in tags",
        "\"a\" in tags",
        "\"a\" not in tags",
        "tags contains \"a\"",
        "not (tags contains \"a\")",
        "name contains \"a\"",
        "name starts with \"a\"",
        "name ends with \"a\"",
        "name matches /a/",
        "not (name matches /a/)",
        "address in ip\"10.0.0.0/8\"",
        "address not in ip\"10.0.0.0/8\"",
        "ok",
        "not ok",
        "ok == false",
        "level == low",
        "level < high",
        "version >= v\"1.0\"",
        "version != v\"1.0\"",
        "disk > 1 GiB",
        "load < 50%",
        "on < 2012-01-01",
        "on within 30 days before today",
        "age(on) <= 1 year",
        "age(on) > 1 year",
        "on + 1 month < today",
        "n + 1 > 0",
        "n - n == 0",
        "n * 0 == 0",
        "-n < 1",
        "1 / n > 0",
        "every a in accounts : a.mfa",
        "some a in accounts : a.mfa",
        "no a in accounts : a.mfa",
        "every a in accounts : true",
        "every a in accounts where a.mfa : false",
        "count(a in accounts) == 0",
        "count(a in accounts) >= 0",
        "count(a in accounts where a.mfa) <= 100",
        "sum(p for p in ports) == 0",
        "min(p for p in ports) < 1",
        "max(p for p in ports) < 1",
        "every p in ports : p > 0",
        "policy.min >= 1",
        "policy.min != 1",
        "policy.max is present",
        "policy.max is absent",
        "(if ok then 1 else 2) == 1",
        "if ok then true else false",
        "until < today",
        "not (until < today)",
        "spare.min > 1",
        "spare.max != 1",
        "some h in all host : h.id == mate",
        "no h in all host where h.id == mate : true",
        "count(h in all host where h.id == mate) == 0",
        "1 / 0 > 0",
        "1 / 0 != 1",
        "9999-12-31 + 1 day > today",
    ];
    let names = [
        "n", "name", "on", "at", "level", "version", "disk", "load", "address", "ok", "accounts", "tags",
        "ports", "policy", "spare", "until", "mate",
    ];
    let nulls: String = names.iter().map(|name| format!(" {name}: null")).collect();
    for requirement in requirements {
        assert_eq!(outcome(requirement, ""), "U", "{requirement}, absent");
        assert_eq!(outcome(requirement, &nulls), "U", "{requirement}, null");
    }
}

#[test]
fn presence_is_the_one_question_that_absence_answers() {
    assert_eq!(outcome("until is present", ""), "F");
    assert_eq!(outcome("until is absent", ""), "P");
    assert_eq!(outcome("until is absent", "until: null"), "P");
    assert_eq!(outcome("until is present", "until: 2012-01-01"), "P");
    assert_eq!(outcome("until is present", "until: soon"), "E");
    assert_eq!(outcome("until is absent", "until: soon"), "E");
}

#[test]
fn under_an_optional_parent_that_is_absent_nothing_is_missing() {
    assert_eq!(outcome("spare.max is absent", ""), "P");
    assert_eq!(outcome("spare.min is absent", ""), "P");
    assert_eq!(outcome("spare.max is absent", "spare: { min: 1 }"), "P");
    assert_eq!(outcome("spare.min is absent", "spare: { max: 1 }"), "U", "a required field of what is there");
    assert_eq!(outcome("policy.max is absent", "policy: { min: 1 }"), "P");
    assert_eq!(outcome("policy.max is absent", ""), "U", "a required parent is missing");
}

#[test]
fn what_is_known_suffices_where_the_rest_cannot_matter() {
    assert_eq!(outcome("n > 1 or true", ""), "P");
    assert_eq!(outcome("n > 1 and false", ""), "F");
    assert_eq!(outcome("some a in accounts : a.mfa", "accounts: [ {} { mfa: true } ]"), "P");
    assert_eq!(outcome("every a in accounts : a.mfa", "accounts: [ {} { mfa: false } ]"), "F");
    assert_eq!(outcome("every a in accounts : a.mfa", "accounts: [ {} { mfa: true } ]"), "U");
    assert_eq!(outcome("every a in accounts : a.mfa", "accounts: [ null { mfa: true } ]"), "U");
    assert_eq!(outcome("no a in accounts : a.mfa", "accounts: [ null ]"), "U");
    assert_eq!(outcome("every a in accounts : a.mfa", "accounts: [ ]"), "P");
    assert_eq!(outcome("\"a\" in tags", "tags: [ null \"a\" ]"), "P");
    assert_eq!(outcome("\"a\" not in tags", "tags: [ null \"b\" ]"), "U");
}

#[test]
fn a_count_over_undecided_elements_is_a_range() {
    let accounts = "accounts: [ { mfa: true } {} {} { mfa: false } ]";
    let count = |rest: &str| outcome(&format!("count(a in accounts where a.mfa) {rest}"), accounts);
    assert_eq!(count(">= 1"), "P");
    assert_eq!(count("<= 3"), "P");
    assert_eq!(count("> 3"), "F");
    assert_eq!(count("== 0"), "F");
    assert_eq!(count("!= 4"), "P");
    assert_eq!(count("== 2"), "U");
    assert_eq!(count("+ 1 <= 4"), "P");
    assert_eq!(count("- 1 >= 0"), "P");
    assert_eq!(count("* 2 <= 100"), "U", "only a sum keeps a range");
    assert_eq!(count("in {4, 5}"), "F");
    assert_eq!(count("not in {4, 5}"), "P");
}

#[test]
fn the_wrong_type_is_an_error_only_where_it_is_why_nothing_can_be_said() {
    assert_eq!(outcome("n == 1", "n: many"), "E");
    assert_eq!(outcome("n == 1 or true", "n: many"), "P");
    assert_eq!(outcome("n == 1 and false", "n: many"), "F");
    assert_eq!(outcome("n == 1 and name == \"a\"", "n: many"), "E");
    assert_eq!(outcome("every a in accounts : a.mfa", "accounts: [ { mfa: perhaps } { mfa: false } ]"), "F");
    assert_eq!(outcome("every a in accounts : a.mfa", "accounts: [ { mfa: perhaps } { mfa: true } ]"), "E");
    assert_eq!(outcome("every a in accounts : a.mfa", "accounts: none"), "E");
}
