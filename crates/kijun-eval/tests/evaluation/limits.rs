//! What would take too long or too much is said, and is unknown meanwhile.

use kijun_eval::{MAX_DEPTH, Problem, Refusal};

use super::project::Project;

const HOST: &str = "
vocabulary v { kind host { key id: text  n: int } kind note { key id: text  host: ref host  n: int } }
standard s { tier ministry edition 2011-04-01 uses v }
";

fn project(rules: &str) -> Project {
    Project::new(&format!(
        "{HOST}{rules}\ntest \"t\" {{ given host h {{ id: h n: 1 }} given note a {{ id: a n: 1 }} given note b {{ id: b }} \
         expect s:1 pass }}"
    ))
}

fn problems(project: &Project) -> Vec<Problem> {
    let population = project.population(&project.given(0));
    project.program.check(&population, 1).into_iter().map(|objection| objection.problem).collect()
}

#[test]
fn a_join_without_an_equality_is_named_if_its_kind_is_large() {
    let note = |project: &Project| project.model.kind_named("note").unwrap();
    let scan = project("clause 1 \"c\" { for host must every t in all note : t.n > n }");
    assert_eq!(problems(&scan), [Problem::JoinWithoutIndex { kind: note(&scan), n_subjects: 2 }]);
    let population = scan.population(&scan.given(0));
    assert!(scan.program.check(&population, 2).is_empty());
    let indexed =
        project("clause 1 \"c\" { for host must every t in all note where t.host == id : t.n > n }");
    assert!(problems(&indexed).is_empty());
    let once = project("clause 1 \"c\" { for host must every t in all note : t.n > 1 }");
    assert!(problems(&once).is_empty(), "what does not depend on the subject is asked once");
    let constant = project("clause 1 \"c\" { for host must every t in all note where t.n == 1 : t.n > n }");
    assert_eq!(
        problems(&constant).len(),
        1,
        "the same key for everybody finds the same subjects for everybody"
    );
}

/// A chain of definitions, each made of the one before; the last is called with `n`.
fn chain(first: &str, next: impl Fn(usize) -> String) -> Project {
    let mut rules = format!("define f0(x: int) = {first}\n");
    for i in 1..=LAST {
        rules += &format!("define f{i}(x: int) = {}\n", next(i - 1));
    }
    project(&format!("{rules}clause 1 \"c\" {{ for host must f{LAST}(n) }}"))
}

/// The model refuses longer chains.
const LAST: usize = 31;

#[test]
fn definitions_that_grow_beyond_bounds_are_refused_and_never_pass() {
    let project = chain("x > 0 or x < 9", |i| format!("f{i}(x * 2) and f{i}(x * 2 + 1)"));
    assert_eq!(project.first(), "U");
    assert!(problems(&project).contains(&Problem::Refused(Refusal::TooLarge)));
}

#[test]
fn definitions_that_repeat_themselves_are_shared() {
    let project = chain("x > 0", |i| format!("f{i}(x) and (f{i}(x) or x > {i})"));
    assert_eq!(project.first(), "P");
    assert!(problems(&project).is_empty());
    assert!(!project.why().deciding.is_empty());
}

#[test]
fn what_is_deeper_than_the_limit_is_refused() {
    let depth = MAX_DEPTH as usize / LAST / 2 + 2;
    let deeper = |i| format!("{}f{i}(x){}", "not (x == 1 and ".repeat(depth), ")".repeat(depth));
    let project = chain("x > 0", deeper);
    assert_eq!(project.first(), "U");
    assert!(problems(&project).contains(&Problem::Refused(Refusal::TooDeep)));
}

#[test]
fn the_deepest_that_is_allowed_fits_the_stack() {
    // Quantifiers take the most room: these are as many as may be inside each other.
    let depth = (MAX_DEPTH as usize - 250) / (LAST * 4) * 2;
    let two = "some t in all note where t.n == 1 : ".repeat(2);
    let nested = |i| format!("{two}{}f{i}(x + 0){}", "not (x == 1 and ".repeat(depth), ")".repeat(depth));
    let project = chain("x > 0", nested);
    assert!(problems(&project).iter().all(|p| !matches!(p, Problem::Refused(_))));
    assert_eq!(project.first(), "P");
    assert!(project.why().requirement.is_some());
}

#[test]
fn a_long_chain_is_not_deep() {
    let chain: String = (0..190).map(|i| format!(" or n == {}", i + 5)).collect();
    let project = project(&format!("clause 1 \"c\" {{ for host must n == 1{chain} }}"));
    assert_eq!(project.first(), "P");
    assert!(problems(&project).is_empty());
}
