//! Names that survive renumbering.

use kijun_model::{ClauseId, EditionId};

use super::builder::Builder;

/// Two editions of `u`, the later superseding.
fn two(b: &mut Builder) -> (EditionId, EditionId) {
    let (old, new) = (b.edition("u@2005-12-13"), b.edition("u@2011-04-21"));
    b.supersedes(new, old);
    (old, new)
}

fn names(b: &Builder, clauses: &[ClauseId]) -> Vec<String> {
    let graph = b.sound();
    clauses.iter().map(|&c| graph.clause_lineage(c).to_string()).collect()
}

#[test]
fn a_renumbered_clause_keeps_its_name_over_several_editions() {
    let mut b = Builder::new();
    let (old, new) = two(&mut b);
    let newest = b.edition("u@2012-04-01");
    b.supersedes(newest, new);
    let first = b.clause(old, "4.1.1.1(a)", 1);
    let second = b.clause(new, "2.2.1.1(a)", 1);
    let third = b.clause(newest, "2.2.1.1(a)", 1);
    b.was(second, first);
    assert_eq!(names(&b, &[first, second, third]), ["u:4.1.1.1(a)"; 3]);
}

#[test]
fn statements_add_their_label_or_ordinal() {
    let mut b = Builder::new();
    let (old, _) = two(&mut b);
    let clause = b.clause(old, "1", 2);
    let [one, two] = [b.model.clause(clause).statements[0], b.model.clause(clause).statements[1]];
    b.model.statements[two.index()].label = Some("mfa".into());
    let graph = b.sound();
    assert_eq!(graph.lineage(&b.model, one), "u:1#1");
    assert_eq!(graph.lineage(&b.model, two), "u:1#mfa");
}

#[test]
fn a_split_stays_apart_and_a_merge_follows_its_first() {
    let mut b = Builder::new();
    let (old, new) = two(&mut b);
    let (whole, x, y) = (b.clause(old, "1", 1), b.clause(old, "2", 1), b.clause(old, "3", 1));
    let (left, right, merged) = (b.clause(new, "1", 1), b.clause(new, "1.2", 1), b.clause(new, "9", 1));
    b.was(left, whole);
    b.was(right, whole);
    b.was(merged, y);
    b.was(merged, x);
    assert_eq!(names(&b, &[left, right, merged]), ["u:1>1", "u:1>1.2", "u:3"]);
}

#[test]
fn a_split_into_two_standards_stays_apart_and_keeps_apart_later() {
    let mut b = Builder::new();
    let old = b.edition("u@2005-12-13");
    let (m, t, next) = (b.edition("m@2011-04-21"), b.edition("t@2011-04-21"), b.edition("t@2012-04-21"));
    b.supersedes(m, old);
    b.supersedes(t, old);
    b.supersedes(next, t);
    let whole = b.clause(old, "1", 1);
    let (left, right, later) = (b.clause(m, "1", 1), b.clause(t, "1", 1), b.clause(next, "7", 1));
    b.was(left, whole);
    b.was(right, whole);
    b.was(later, right);
    assert_eq!(names(&b, &[left, right, later]), ["u:1>m:1", "u:1>t:1", "u:1>t:1"]);
}

#[test]
fn swapped_numbers_swap_names_and_a_new_clause_under_an_old_number_is_new() {
    let mut b = Builder::new();
    let (old, new) = two(&mut b);
    let (one, two, three) = (b.clause(old, "1", 1), b.clause(old, "2", 1), b.clause(old, "3", 1));
    let (was_two, was_one) = (b.clause(new, "1", 1), b.clause(new, "2", 1));
    let (fresh, moved) = (b.clause(new, "3", 1), b.clause(new, "4", 1));
    b.was(was_two, two);
    b.was(was_one, one);
    b.was(moved, three);
    assert_eq!(names(&b, &[was_two, was_one, fresh, moved]), ["u:2", "u:1", "u@2011-04-21:3", "u:3"]);
}

#[test]
fn a_later_edition_changes_no_name() {
    let mut b = Builder::new();
    let (old, new) = two(&mut b);
    let first = b.clause(old, "1", 1);
    let second = b.clause(new, "1", 1);
    let before = names(&b, &[first, second]);
    let newest = b.edition("u@2012-04-01");
    b.supersedes(newest, new);
    for number in ["1", "2"] {
        let clause = b.clause(newest, number, 1);
        b.was(clause, second);
    }
    assert_eq!(names(&b, &[first, second]), before);
}
