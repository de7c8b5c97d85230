//! Links between documents and provisions: circles, diamonds, wrong directions.

use std::collections::BTreeSet;

use kijun_model::Target;

use super::builder::Builder;

#[test]
fn a_circle_of_documents_names_them_all_and_nothing_leans_on_it_twice() {
    let mut b = Builder::new();
    let (a, c, d) =
        (b.edition("t1:a@2010-01-01"), b.edition("t2:c@2010-01-01"), b.edition("t3:d@2010-01-01"));
    b.conforms(a, c);
    b.conforms(c, d);
    b.conforms(d, a);
    let (high, low) = (b.clause(a, "1", 1), b.clause(d, "1", 1));
    b.implements(low, high);
    let (graph, found) = b.build();
    assert_eq!(
        found,
        ["graph/cyclic-standard: documents conform to one another in a circle: \
          `a@2010-01-01 → c@2010-01-01 → d@2010-01-01 → a@2010-01-01`"]
    );
    assert_eq!(graph.above(a), []);
    let (_, diagnostics) = crate::build(&b.model);
    assert_eq!(diagnostics.iter().next().map(|d| d.related.len()), Some(2));
}

#[test]
fn circles_of_editions_and_clauses_are_told_once_each() {
    let mut b = Builder::new();
    let (old, new) = (b.edition("a@2010-01-01"), b.edition("a@2011-01-01"));
    b.supersedes(new, old);
    b.supersedes(old, new);
    let (one, two) = (b.clause(old, "1", 1), b.clause(old, "2", 1));
    b.implements(one, two);
    b.implements(two, one);
    b.was(one, two);
    b.was(two, one);
    let (_, found) = b.build();
    let ids: Vec<&str> = found.iter().filter_map(|f| f.split(": ").next()).collect();
    assert_eq!(ids, ["graph/cyclic-supersession", "graph/cyclic-implements", "graph/cyclic-was"]);
}

#[test]
fn a_diamond_of_documents_is_fine() {
    let mut b = Builder::new();
    let (top, left, right, low) = (
        b.edition("top@2010-01-01"),
        b.edition("l@2010-01-01"),
        b.edition("r@2010-01-01"),
        b.edition("low@2010-01-01"),
    );
    for (lower, higher) in [(left, top), (right, top), (low, left), (low, right)] {
        b.conforms(lower, higher);
    }
    let graph = b.sound();
    assert_eq!(graph.above(low), [left, right, top]);
    assert_eq!(graph.rank(low), 2);
}

#[test]
fn implementing_needs_a_document_above() {
    let mut b = Builder::new();
    let top = b.edition("government:top@2010-01-01");
    let other = b.edition("government:other@2010-01-01");
    let low = b.edition("ministry:low@2010-01-01");
    let beside = b.edition("ministry:beside@2010-01-01");
    b.conforms(low, top);
    let [t, o, l, s] = [top, other, low, beside].map(|e| b.clause(e, "1", 1));
    b.implements(l, t);
    b.implements(l, o);
    b.implements(l, s);
    b.implements(t, l);
    let (_, found) = b.build();
    assert_eq!(
        found,
        [
            "graph/implements-unrelated: `other@2010-01-01:1` cannot be implemented, because `low@2010-01-01` does not \
             conform to `other@2010-01-01`",
            "graph/implements-not-above: `beside@2010-01-01:1` does not stand above `low@2010-01-01`",
            // The circle is told once; neither of its links is told again.
            "graph/cyclic-implements: clauses implement one another in a circle: \
             `top@2010-01-01:1 → low@2010-01-01:1 → top@2010-01-01:1`",
        ]
    );
}

#[test]
fn what_is_continued_adopted_or_excluded_must_be_where_it_can_be() {
    let mut b = Builder::new();
    let (top, low) = (b.edition("top@2010-01-01"), b.edition("low@2011-01-01"));
    let (t, l) = (b.clause(top, "1", 1), b.clause(low, "1", 1));
    b.was(l, t);
    let (adopts, excludes) = (b.link(Target::Clause(t)), b.link(Target::Clause(t)));
    b.model.editions[low.index()].adopts.push(adopts);
    b.model.editions[low.index()].excludes.push((excludes, "no such systems".into()));
    let (graph, found) = b.build();
    let ids: Vec<&str> = found.iter().filter_map(|f| f.split(": ").next()).collect();
    assert_eq!(ids, ["graph/was-not-superseded", "graph/adopts-not-above", "graph/excludes-not-above"]);
    let statement = b.model.clause(t).statements[0];
    let in_force = BTreeSet::from([statement]);
    assert_eq!(graph.adopts(&b.model, low, &in_force), []);
    b.conforms(low, top);
    let (graph, _) = b.build();
    assert_eq!(graph.adopts(&b.model, low, &in_force), [statement]);
    assert_eq!(graph.excludes(&b.model, low, &in_force), [(statement, 0)]);
}

#[test]
fn what_was_cited_of_a_superseded_edition_counts_for_what_continues_it() {
    let mut b = Builder::new();
    let (old, new) = (b.edition("top@2010-01-01"), b.edition("top@2011-01-01"));
    let (low, procedure) = (b.edition("low@2010-01-01"), b.edition("procedure@2010-01-01"));
    b.supersedes(new, old);
    b.conforms(low, old);
    b.conforms(procedure, low);
    let [before, gone, kept] = ["1", "2", "3"].map(|number| b.clause(old, number, 1));
    let [after, still] = ["7", "3"].map(|number| b.clause(new, number, 1));
    let [one, two, three] = ["1", "2", "3"].map(|number| b.clause(low, number, 1));
    b.was(after, before);
    b.implements(one, before);
    b.implements(two, gone);
    b.implements(three, kept);
    let (adopts, excludes) = (b.link(Target::Clause(before)), b.link(Target::Clause(before)));
    b.model.editions[low.index()].adopts.push(adopts);
    b.model.editions[low.index()].excludes.push((excludes, "no such systems".into()));
    let (graph, model) = (b.sound(), &b.model);
    let in_force = [after, still, one, two, three]
        .into_iter()
        .flat_map(|c| model.clause(c).statements.clone())
        .collect();
    let standing = model.clause(after).statements[0];
    assert_eq!(graph.conforming(new), [low]);
    assert_eq!(graph.conforming(low), [procedure]);
    assert_eq!(graph.puts_into_effect(model, one, &in_force), [standing]);
    assert_eq!(graph.puts_into_effect(model, two, &in_force), []);
    assert_eq!(graph.puts_into_effect(model, three, &in_force), model.clause(still).statements);
    assert_eq!(graph.adopts(model, low, &in_force), [standing]);
    assert_eq!(graph.excludes(model, low, &in_force), [(standing, 0)]);
}

#[test]
fn tiers_rank_by_the_documents_whatever_their_names() {
    let mut b = Builder::new();
    let top = b.edition("zenith:top@2010-01-01");
    let inner = b.edition("zenith:inner@2010-01-01");
    let low = b.edition("abyss:low@2010-01-01");
    let lowest = b.edition("middle:lowest@2010-01-01");
    b.conforms(inner, top);
    b.conforms(low, inner);
    b.conforms(lowest, low);
    let graph = b.sound();
    let tiers: Vec<&str> = graph.tiers().map(|t| &**t).collect();
    assert_eq!(tiers, ["zenith", "abyss", "middle"]);
    assert_eq!(graph.tier_rank("abyss"), Some(1));
    assert_eq!(graph.rank(low), 2);
}
