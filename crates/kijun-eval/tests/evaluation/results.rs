//! Guards, force, age of evidence, exceptions: how a truth becomes an outcome.

use jiff::civil::date;
use kijun_eval::{Coverage, Scratch};
use kijun_findings::Outcome;

use super::project::{Project, TODAY};

const HOST: &str = "
vocabulary v { kind host { key id: text  n: int  m: int } }
standard s { tier ministry edition 2011-04-01 uses v }
role ciso \"c\" {}
";

fn outcomes(clause: &str, host: &str) -> String {
    let test = format!("test \"t\" {{ given host h {{ id: h {host} }} expect s:1#1 pass }}");
    Project::new(&format!("{HOST}\nclause 1 \"c\" {{ {clause} }}\n{test}")).first()
}

#[test]
fn a_guard_that_cannot_be_decided_is_never_not_applicable() {
    assert_eq!(outcomes("for host where n > 1 must m > 1", "n: 1"), "-");
    assert_eq!(outcomes("for host where n > 1 must m > 1", "m: 5"), "U");
    assert_eq!(outcomes("for host where n > 1 must m > 1", "n: many m: 5"), "E");
    assert_eq!(outcomes("for host must m > 1 when n > 1", "m: 1"), "U");
    assert_eq!(
        outcomes("for host where n > 1 must m > 1 when m > 5", "m: 1"),
        "-",
        "one false guard suffices"
    );
}

#[test]
fn force_turns_a_truth_into_an_outcome() {
    assert_eq!(outcomes("for host must n > 1 must not n > 1 should n > 1 should not n > 1", "n: 2"), "PFPF");
    assert_eq!(outcomes("for host must n > 1 must not n > 1 should n > 1 should not n > 1", ""), "UUUU");
    assert_eq!(outcomes("for host may n > 1 must n > 1", "n: 2"), "P", "permission binds nobody");
}

#[test]
fn evidence_that_is_too_old_undated_or_from_the_future_is_none() {
    let text = format!(
        "{HOST}\nclause 1 \"c\" {{ for host where n > 1 must m > 1 evidence at most 1 month old }}\n\
         test \"t\" {{ given host h {{ id: h n: 2 m: 2 }} given host i {{ id: i n: 1 }} expect s:1 pass }}"
    );
    let project = Project::new(&text);
    let subjects = project.given(0);
    let population = project.population(&subjects);
    let taken = |day| {
        let mut subject = subjects[0].clone();
        subject.taken_on = day;
        project.letters(&population, &subject)
    };
    assert_eq!(taken(Some(TODAY)), "P");
    assert_eq!(taken(Some(date(2012, 2, 29))), "P", "a month before 31 March");
    assert_eq!(taken(Some(date(2012, 2, 28))), "U");
    assert_eq!(taken(Some(date(2012, 4, 1))), "U");
    assert_eq!(taken(None), "U");
    let mut elsewhere = subjects[1].clone();
    elsewhere.taken_on = None;
    assert_eq!(project.letters(&population, &elsewhere), "-", "what asks nothing needs no evidence");
}

#[test]
fn an_exception_waives_what_did_not_pass_and_is_noted_as_used() {
    let text = format!(
        "{HOST}\nclause 1 \"c\" {{ for host must n > 1 exceptions by ciso for at most 2 years }}\n\
         exception E-1 \"e\" {{ to s:1 for host where m == 1 approved by ciso on 2011-06-01 from 2011-06-01 \
         until 2012-12-31 because \"b\" }}\n\
         test \"t\" {{ given host a {{ id: a n: 1 m: 1 }} given host b {{ id: b m: 1 }} given host c {{ id: c n: 2 m: 1 }} \
         given host d {{ id: d n: 1 m: 2 }} given host e {{ id: e n: 1 }} expect s:1 pass }}"
    );
    let project = Project::new(&text);
    let subjects = project.given(0);
    let population = project.population(&subjects);
    let letters: Vec<String> = subjects.iter().map(|s| project.letters(&population, s)).collect();
    assert_eq!(letters, ["W", "W", "P", "F", "F"]);
    let used = |subject: usize| {
        let mut scratch = Scratch::default();
        project.program.evaluate(&population, &subjects[subject], &mut scratch, &mut Vec::new());
        scratch.exceptions_used().to_vec()
    };
    assert_eq!(used(0), [true]);
    assert_eq!(used(2), [false], "what passes anyway uses no exception");
    let why = project.program.explain(&project.model, &population, &subjects[0], 0);
    assert_eq!((why.outcome, why.before_exceptions), (Outcome::Waived, Outcome::Fail));
}

#[test]
fn a_kind_of_which_not_all_is_known_is_unknown_wherever_the_rest_could_matter() {
    let text = "
        vocabulary v { kind host { key id: text } kind server is host { n: int } kind note { key id: text host: ref host ok: bool } }
        standard s { tier ministry edition 2011-04-01 uses v }
        clause 1 \"c\" { for host
          must some t in all note where t.host == id : t.ok
          must every t in all note where t.host == id : t.ok
          must count(t in all note) >= 1
          must count(h in all host) == 2 }
        test \"t\" { given server a { id: a n: 1 } given host b { id: b }
          given note x { id: x host: a ok: true } given note y { id: y host: b ok: false } expect s:1 pass }";
    let project = Project::new(text);
    let subjects = project.given(0);
    let note = project.model.kind_named("note").unwrap();
    let host = project.model.kind_named("host").unwrap();
    let server = project.model.kind_named("server").unwrap();
    let letters = |notes: Coverage, hosts: Coverage, servers: Coverage| {
        let coverage = |kind| {
            if kind == note {
                notes
            } else if kind == host {
                hosts
            } else {
                servers
            }
        };
        let population = project.program.population(subjects.clone(), coverage);
        format!(
            "{} {}",
            project.letters(&population, &subjects[0]),
            project.letters(&population, &subjects[1])
        )
    };
    use Coverage::{None, Partial, Whole};
    assert_eq!(letters(Whole, Whole, Whole), "PPPP FFPP");
    assert_eq!(letters(Partial, Whole, Whole), "PUPP UFPP");
    assert_eq!(letters(None, Whole, Whole), "PUPP UFPP");
    assert_eq!(letters(Whole, None, Whole), "PPPP FFPP", "the kind below has a source");
    assert_eq!(letters(Whole, Whole, Partial), "PPPU FFPU");
    assert_eq!(project.program.joined_kinds(), [host, server, note]);
}
