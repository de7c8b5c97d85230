//! Many subjects under many statements, with a join: time grows with their number, not with its square.

use std::fmt::Write as _;

use kijun_eval::Scratch;
use kijun_model::{Content, Subject, Value};

use super::project::Project;

/// 40 statements, of which every fourth joins.
fn rules() -> String {
    let mut rules = String::from(
        "vocabulary v {
           record account { name: text, admin: bool, mfa: bool }
           kind host { key id: text  n: int  m: int  name: text  accounts: list of account }
           kind note { key id: text  host: ref host  ok: bool }
         }
         standard s { tier ministry edition 2011-04-01 uses v }
         define strict(h: host) = h.n >= 10 and h.name matches /^h[0-9]+/
         clause 1 \"c\" { for host where n > 1\n",
    );
    for i in 0..10 {
        let _ = writeln!(rules, "must n >= {i} and m < {}", i + 100);
        let _ = writeln!(rules, "must every a in accounts where a.admin : a.mfa or m == {i}");
        let _ = writeln!(rules, "must strict(self) or count(a in accounts) < {i}");
        let _ = writeln!(rules, "must some t in all note where t.host == id : t.ok or n == {i}");
    }
    rules += "}\ntest \"t\" {
        given host h { id: h n: 12 m: 5 name: h1 accounts: [ { name: a admin: true mfa: true } { name: b admin: false mfa: false } ] }
        given note x { id: x host: h ok: true } expect s:1#1 pass }";
    rules
}

fn renamed(subject: &Subject, number: usize, field: usize) -> Subject {
    let mut subject = subject.clone();
    subject.key = number.to_string().into();
    subject.cells[field].content = Content::Value(Value::Text(format!("h{number}").into()));
    subject
}

#[test]
fn many_subjects_under_many_statements_take_time_for_each_only_once() {
    let number = if cfg!(debug_assertions) { 3_000 } else { 100_000 };
    let project = Project::new(&rules());
    let given = project.given(0);
    let hosts: Vec<Subject> = (0..number).map(|i| renamed(&given[0], i, 0)).collect();
    let notes: Vec<Subject> = (0..number).map(|i| renamed(&given[1], i, 1)).collect();
    let population = project.population(&notes);
    let (mut scratch, mut out) = (Scratch::default(), Vec::new());
    for host in &hosts {
        project.program.evaluate(&population, host, &mut scratch, &mut out);
    }
    assert_eq!(out.len(), 40 * number);
    assert!(out.iter().all(|outcome| outcome.letter() == 'P'));
}
