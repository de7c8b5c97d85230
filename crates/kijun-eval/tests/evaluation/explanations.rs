//! What decided an outcome, and no more.

use kijun_eval::{Coverage, Found};

use super::project::Project;

const VOCABULARY: &str = "
vocabulary v {
  record account { name: text, admin: bool, mfa: bool }
  record policy { min: int, max: int? }
  kind host { key id: text  n: int  m: int  accounts: list of account  tags: list of text  ports: map of int  policy: policy }
  kind note { key id: text  host: ref host  ok: bool }
}
standard s { tier ministry edition 2011-04-01 uses v }
";

fn project(requirement: &str, given: &str) -> Project {
    Project::new(&format!(
        "{VOCABULARY}\nclause 1 \"c\" {{ for host must {requirement} }}\ntest \"t\" {{ {given} expect s:1 pass }}"
    ))
}

/// What decided for a host.
fn deciding(requirement: &str, host: &str) -> Vec<String> {
    project(requirement, &format!("given host h {{ id: h {host} }}")).deciding()
}

fn value(path: &str, value: &str) -> String {
    format!("{path} Value({value})")
}

#[test]
fn of_a_conjunction_only_what_is_false() {
    assert_eq!(deciding("n > 1 and m > 1", "n: 5 m: 1"), [value("m", "Number(1)")]);
    assert_eq!(deciding("n > 1 and m > 1", "n: 0 m: 1"), [value("n", "Number(0)"), value("m", "Number(1)")]);
    assert_eq!(deciding("n > 1 and m > 1", "n: 5"), ["m Absent"]);
    assert_eq!(deciding("n > 1 or m > 1", "n: 0"), ["m Absent"]);
    assert_eq!(deciding("n > 1 or m > 1", "n: 5"), [value("n", "Number(5)")]);
    assert_eq!(deciding("n > m", "n: 5 m: many"), ["m Malformed"]);
}

#[test]
fn of_a_quantifier_only_the_elements_that_decide() {
    let accounts = "accounts: [ { name: root admin: true mfa: true } { name: backup admin: true mfa: false } { name: guest \
                    admin: false mfa: false } ]";
    let every = "every a in accounts where a.admin : a.mfa";
    assert_eq!(deciding(every, accounts), [value("accounts[backup].mfa", "Bool(false)")]);
    assert_eq!(
        deciding("no a in accounts : a.name == \"guest\"", accounts),
        [value("accounts[guest].name", "Text(\"guest\")")]
    );
    assert_eq!(
        deciding(every, "accounts: [ { name: a admin: true } { admin: true mfa: true } ]"),
        ["accounts[a].mfa Absent"]
    );
    assert_eq!(
        deciding(
            every,
            "accounts: [ { admin: true mfa: true } { name: a admin: true mfa: false } { name: a admin: true \
         mfa: false } ]"
        ),
        [value("accounts[2].mfa", "Bool(false)"), value("accounts[3].mfa", "Bool(false)")]
    );
    assert_eq!(deciding("some a in accounts : a.mfa", "accounts: []"), ["accounts Elements(0)"]);
    assert_eq!(deciding(every, ""), ["accounts Absent"]);
    assert_eq!(
        deciding("every p in ports : p > 10", "ports: { ssh: 22 old: 1 }"),
        [value("ports[old]", "Number(1)")]
    );
    assert_eq!(
        deciding("every t in tags : t matches /a/", "tags: [ \"a\" \"b\" ]"),
        [value("tags[2]", "Text(\"b\")")]
    );
}

#[test]
fn where_the_condition_says_nothing_why_the_elements_are_meant() {
    let accounts = "accounts: [ { name: a admin: true } { name: b admin: false } ]";
    let admin = [value("accounts[a].admin", "Bool(true)")];
    assert_eq!(deciding("no a in accounts where a.admin : true", accounts), admin);
    assert_eq!(deciding("every a in accounts where a.admin : false", accounts), admin);
    assert_eq!(deciding("some a in accounts where a.admin : true", accounts), admin);
    assert_eq!(deciding("count(a in accounts where true) <= 1", accounts), ["accounts Elements(2)"]);
    assert_eq!(deciding("no a in accounts : true", accounts), ["accounts Elements(2)"]);
    let joined = "no a in accounts where (some t in all note where t.host == a.name : true) : true";
    let given = format!("given host h {{ id: h {accounts} }} given note x {{ id: x host: a ok: true }}");
    assert_eq!(
        project(joined, &given).deciding(),
        [value("note x: host", "Text(\"a\")"), value("accounts[a].name", "Text(\"a\")")]
    );
}

#[test]
fn a_kind_without_a_source_is_not_one_read_in_part() {
    let project = project("some t in all note where t.host == id : t.ok", "given host h { id: h }");
    let subjects = project.given(0);
    let found = |coverage| {
        let population = project.program.population(subjects.clone(), |_| coverage);
        project.program.explain(&project.model, &population, &subjects[0], 0).deciding[0].found.clone()
    };
    assert_eq!(found(Coverage::None), Found::Unsourced);
    assert_eq!(found(Coverage::Partial), Found::Unread);
}

#[test]
fn of_a_question_the_answers_that_decided_or_the_last_that_is_too_old() {
    let why = |answers: &str| {
        let text = format!(
            "{VOCABULARY}\nclause 1 \"c\" {{ for host attest \"done?\" every 1 year }}\n\
             test \"t\" {{ given host h {{ id: h }} {answers} expect s:1 pass }}"
        );
        Project::new(&text).deciding()
    };
    let answer = |id: &str, on: &str, yes: &str| {
        format!(
            "given answer {id} {{ id: {id} statement: \"s:1#1\" subject: h answered_on: {on} yes: {yes} }} "
        )
    };
    let (old, older) = (answer("a", "2010-06-01", "affirmative"), answer("b", "2009-06-01", "affirmative"));
    assert_eq!(why(&format!("{older}{old}")), ["answer a: answered_on Value(Date(2010-06-01))"]);
    assert_eq!(why(""), ["answer Absent"]);
    let no = why(&format!("{old}{}", answer("c", "2012-01-01", "negative")));
    assert!(no.len() == 1 && no[0].starts_with("answer c: yes Value(Member("), "{no:?}");
}

#[test]
fn of_a_path_the_value_and_of_a_missing_parent_the_path() {
    assert_eq!(deciding("policy.min >= 10", "policy: { min: 8 }"), [value("policy.min", "Number(8)")]);
    assert_eq!(deciding("policy.min >= 10", ""), ["policy.min Absent"]);
    assert_eq!(deciding("policy.max is present", "policy: { min: 8 }"), ["policy.max Absent"]);
    assert_eq!(deciding("\"x\" not in tags", "tags: [ \"y\" \"x\" ]"), [value("tags[2]", "Text(\"x\")")]);
    assert_eq!(deciding("\"x\" in tags", "tags: [ \"y\" ]"), ["tags Elements(1)"]);
    let count = "count(a in accounts where a.admin) <= 0";
    assert_eq!(
        deciding(count, "accounts: [ { name: a admin: true } { name: b } ]"),
        ["accounts Elements(2)".to_owned(), value("accounts[a].admin", "Bool(true)")],
        "b is in doubt, and did not matter"
    );
    assert_eq!(
        deciding(count, "accounts: [ { name: a admin: true } { name: b admin: false } ]"),
        ["accounts Elements(2)".to_owned(), value("accounts[a].admin", "Bool(true)")]
    );
}

#[test]
fn of_a_join_the_subjects_found_or_whom_it_looked_for() {
    let requirement = "some t in all note where t.host == id : t.ok";
    let with = |notes: &str| project(requirement, &format!("given host h {{ id: h }} {notes}")).deciding();
    assert_eq!(
        with("given note x { id: x host: h ok: false } given note y { id: y host: z ok: true }"),
        ["note x: ok Value(Bool(false))"]
    );
    assert_eq!(
        with("given note y { id: y host: z ok: true }"),
        ["all note Unmatched(\"host\", Text(\"h\"))", "id Value(Text(\"h\"))"]
    );
    let nobody = project(requirement, "given host h { n: 1 } given note y { id: y host: z ok: true }");
    assert_eq!(nobody.deciding(), ["id Absent"]);
}

#[test]
fn of_a_guard_that_is_not_decided_the_guard() {
    let text = format!(
        "{VOCABULARY}\nclause 1 \"c\" {{ for host where n > 1 must m > 1 when m < 100 }}\n\
         test \"t\" {{ given host h {{ id: h m: 1 }} expect s:1 pass }}"
    );
    let why = Project::new(&text).why();
    assert_eq!(why.deciding.iter().map(|o| o.path.as_str()).collect::<Vec<_>>(), ["n"]);
    assert!(why.requirement.is_none());
    assert_eq!(why.guards.len(), 2);
}

#[test]
fn an_explanation_is_a_tree_of_what_was_written() {
    let project = project(
        "every a in accounts where a.admin : a.mfa or n > 1",
        "given host h { id: h n: 1 accounts: [ { name: x admin: true mfa: false } { name: y admin: false } ] }",
    );
    let mut lines = Vec::new();
    let why = project.why();
    draw(why.requirement.as_ref().unwrap(), 0, &mut lines);
    insta::assert_snapshot!(lines.join("\n"), @"
    Every = Value(Bool(false))
      Field accounts = Elements(2)
      Element accounts[x] = Value(Bool(false))
        Field accounts[x].admin = Value(Bool(true))
        Or = Value(Bool(false))
          Field accounts[x].mfa = Value(Bool(false))
          Compare = Value(Bool(false))
            Field n = Value(Number(1))
            Constant = Value(Number(1))
      Element accounts[y] = Value(Bool(false))
        Field accounts[y].admin = Value(Bool(false))
    ");
}

fn draw(step: &kijun_eval::Step, depth: usize, lines: &mut Vec<String>) {
    let path = step.path.as_deref().map(|p| format!(" {p}")).unwrap_or_default();
    lines.push(format!("{}{:?}{path} = {:?}", "  ".repeat(depth), step.form, step.found));
    step.children.iter().for_each(|child| draw(child, depth + 1, lines));
}

#[test]
fn a_message_says_the_values_and_a_word_for_what_is_missing() {
    let text = format!(
        "{VOCABULARY}\nclause 1 \"c\" {{ for host must n > 100 else \"{{n}} of {{m}}\" }}\n\
         test \"t\" {{ given host h {{ id: h n: 8 }} expect s:1 pass }}"
    );
    let project = Project::new(&text);
    let subjects = project.given(0);
    let population = project.population(&subjects);
    let message = project.program.message(&project.model, &population, &subjects[0], 0, "en", "nothing");
    assert_eq!(message.as_deref(), Some("8 of nothing"));
}
