//! What binds at a date, and the chains above it.

use kijun_model::{Model, StatementId, Target};

use super::builder::{Builder, date, words};
use crate::{Effective, Standards};

fn effective(b: &Builder, graph: &Standards, on: &str, bound: Option<&[&str]>) -> (Effective, Vec<String>) {
    let names = bound.map(|names| names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>());
    let (effective, found) = graph.effective(&b.model, date(on), date(on), names.as_deref());
    (effective, words(&found))
}

fn cite(model: &Model, statements: &[StatementId]) -> Vec<String> {
    statements.iter().map(|&s| model.cite(s)).collect()
}

fn chain(b: &Builder, effective: &Effective, of: StatementId) -> Vec<String> {
    let found = effective.set.statements.iter().find(|s| s.statement == of).unwrap();
    cite(&b.model, &found.above)
}

#[test]
fn a_chain_goes_through_all_documents_and_a_label_names_one_statement() {
    let mut b = Builder::new();
    let (top, mid, low) =
        (b.edition("top@2010-01-01"), b.edition("mid@2010-01-01"), b.edition("low@2010-01-01"));
    b.conforms(mid, top);
    b.conforms(low, mid);
    let (t, m, l) = (b.clause(top, "1", 2), b.clause(mid, "1", 1), b.clause(low, "1", 1));
    let second = b.model.clause(t).statements[1];
    let link = b.link(Target::Statement(second));
    b.model.clauses[m.index()].implements.push(link);
    b.implements(l, m);
    let graph = b.sound();
    let (effective, found) = effective(&b, &graph, "2011-01-01", None);
    assert!(found.is_empty());
    assert_eq!(effective.set.editions, [top, mid, low]);
    let lowest = b.model.clause(l).statements[0];
    assert_eq!(chain(&b, &effective, lowest), ["mid@2010-01-01:1#1", "top@2010-01-01:1#2"]);
    let in_force = effective.set.statements.iter().map(|s| s.statement).collect();
    assert_eq!(graph.puts_into_effect(&b.model, m, &in_force), [second]);
    assert_eq!(
        graph.chain_up(&b.model, l).iter().map(|c| (c.clause, c.distance)).collect::<Vec<_>>(),
        [(m, 1), (t, 2)]
    );
    assert_eq!(graph.chain_down(&b.model, t).len(), 2);
}

#[test]
fn a_clause_without_statements_passes_the_chain_on() {
    let mut b = Builder::new();
    let (top, mid, low) =
        (b.edition("top@2010-01-01"), b.edition("mid@2010-01-01"), b.edition("low@2010-01-01"));
    b.conforms(mid, top);
    b.conforms(low, mid);
    let (t, m, l) = (b.clause(top, "1", 1), b.clause(mid, "1", 0), b.clause(low, "1", 1));
    b.implements(m, t);
    b.implements(l, m);
    let graph = b.sound();
    let (effective, _) = effective(&b, &graph, "2011-01-01", None);
    assert_eq!(chain(&b, &effective, b.model.clause(l).statements[0]), ["top@2010-01-01:1#1"]);
}

#[test]
fn clauses_bind_only_on_their_own_days() {
    let mut b = Builder::new();
    let edition = b.edition("a@2010-01-01");
    let (coming, gone) = (b.clause(edition, "1", 1), b.clause(edition, "2", 1));
    b.model.clauses[coming.index()].from = Some(date("2011-04-01"));
    b.model.clauses[gone.index()].until = Some(date("2011-04-01"));
    let graph = b.sound();
    let on = |day| {
        let (effective, _) = effective(&b, &graph, day, None);
        cite(&b.model, &effective.set.statements.iter().map(|s| s.statement).collect::<Vec<_>>())
    };
    assert_eq!(on("2011-03-31"), ["a@2010-01-01:2#1"]);
    assert_eq!(on("2011-04-01"), ["a@2010-01-01:1#1", "a@2010-01-01:2#1"]);
    assert_eq!(on("2011-04-02"), ["a@2010-01-01:1#1"]);
}

#[test]
fn naming_a_standard_binds_all_it_conforms_to_and_what_took_its_place() {
    let mut b = Builder::new();
    let (old, new) = (b.edition("top@2005-01-01"), b.edition("top@2011-01-01"));
    b.supersedes(new, old);
    let (low, other) = (b.edition("low@2006-01-01"), b.edition("other@2006-01-01"));
    b.conforms(low, old);
    b.conforms(other, old);
    let graph = b.sound();
    let editions = |day, bound| effective(&b, &graph, day, Some(bound)).0.set.editions;
    assert_eq!(editions("2010-01-01", &["low"]), [old, low]);
    assert_eq!(editions("2011-01-01", &["low"]), [new, low]);
    let (_, found) = effective(&b, &graph, "2000-01-01", Some(&["low"]));
    assert_eq!(found, ["graph/none-in-force: no edition of `low` is in force on 2000-01-01"]);
}

#[test]
fn what_implements_a_superseded_provision_stands_under_the_one_that_continues_it() {
    let mut b = Builder::new();
    let (old, new, low) =
        (b.edition("top@2010-01-01"), b.edition("top@2012-01-01"), b.edition("low@2010-01-01"));
    b.supersedes(new, old);
    b.conforms(low, old);
    let (was, is, l) = (b.clause(old, "1", 1), b.clause(new, "2", 1), b.clause(low, "1", 1));
    b.was(is, was);
    b.implements(l, was);
    let graph = b.sound();
    let lowest = b.model.clause(l).statements[0];
    let (before, _) = effective(&b, &graph, "2011-01-01", None);
    assert_eq!(chain(&b, &before, lowest), ["top@2010-01-01:1#1"]);
    let (after, _) = effective(&b, &graph, "2013-01-01", None);
    assert_eq!(chain(&b, &after, lowest), ["top@2012-01-01:2#1"]);
}
