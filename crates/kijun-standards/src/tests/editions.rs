//! Which edition is in force, and what stands in its way.

use super::builder::{Builder, date, words};
use crate::State;

#[test]
fn an_edition_is_in_force_until_the_day_before_its_successor() {
    let mut b = Builder::new();
    let old = b.edition("unified@2005-12-13");
    let new = b.edition("unified@2011-04-21");
    b.supersedes(new, old);
    let graph = b.sound();
    let on = |day: &str| graph.in_force(&b.model, "unified", date(day));
    assert_eq!(on("2005-12-12"), []);
    assert_eq!(on("2005-12-13"), [old]);
    assert_eq!(on("2011-04-20"), [old]);
    assert_eq!(on("2011-04-21"), [new]);
    assert_eq!(
        graph.state(old, date("2012-01-01")),
        State::Superseded { by: new, since: date("2011-04-21") }
    );
}

#[test]
fn a_split_into_two_standards_ends_the_one_and_the_first_successor_counts() {
    let mut b = Builder::new();
    let old = b.edition("unified@2005-12-13");
    let management = b.edition("management@2011-05-01");
    let technical = b.edition("technical@2011-04-21");
    let next = b.edition("technical@2012-04-01");
    b.supersedes(management, old);
    b.supersedes(technical, old);
    b.supersedes(next, technical);
    let graph = b.sound();
    assert_eq!(graph.state(old, date("2011-04-20")), State::InForce { until: Some(date("2011-04-20")) });
    let superseded = State::Superseded { by: technical, since: date("2011-04-21") };
    assert_eq!(graph.state(old, date("2013-01-01")), superseded);
    assert!(graph.replaces(next, old));
}

#[test]
fn the_last_day_counts_and_the_earlier_of_two_ends_holds() {
    let mut b = Builder::new();
    let old = b.edition("a@2010-01-01");
    let new = b.edition("a@2011-01-01");
    b.supersedes(new, old);
    b.model.editions[old.index()].until = Some(date("2010-06-30"));
    let graph = b.sound();
    assert!(graph.is_in_force(old, date("2010-06-30")));
    assert_eq!(graph.state(old, date("2010-07-01")), State::Lapsed { until: date("2010-06-30") });
    assert_eq!(graph.in_force(&b.model, "a", date("2010-12-31")), []);
}

#[test]
fn editions_that_overlap_are_told() {
    let mut b = Builder::new();
    b.edition("a@2010-01-01");
    b.edition("a@2011-01-01");
    let (_, found) = b.build();
    assert_eq!(
        found,
        ["graph/overlapping-editions: `a@2011-01-01` and `a@2010-01-01` are both in force on 2011-01-01",]
    );
}

#[test]
fn editions_one_after_the_other_without_a_link_are_fine() {
    let mut b = Builder::new();
    let old = b.edition("a@2010-01-01");
    b.edition("a@2011-01-01");
    b.model.editions[old.index()].until = Some(date("2010-12-31"));
    b.sound();
}

#[test]
fn superseding_a_later_edition_and_a_period_that_runs_backwards_are_told() {
    let mut b = Builder::new();
    let a = b.edition("a@2010-01-01");
    let later = b.edition("b@2011-01-01");
    b.supersedes(a, later);
    b.model.editions[a.index()].until = Some(date("2009-12-31"));
    let (_, found) = b.build();
    assert_eq!(
        found,
        [
            "graph/reversed-period: the last day, 2009-12-31, comes before the first, 2010-01-01",
            "graph/supersedes-later: `a@2010-01-01` cannot supersede `b@2011-01-01`, which is later",
        ]
    );
}

#[test]
fn stale_citations_are_three_different_things_and_only_of_documents_in_force() {
    let mut b = Builder::new();
    let old = b.edition("old@2005-01-01");
    let new = b.edition("old@2011-01-01");
    b.supersedes(new, old);
    let coming = b.edition("coming@2012-01-01");
    let lapsed = b.edition("lapsed@2005-01-01");
    b.model.editions[lapsed.index()].until = Some(date("2010-12-31"));
    let ministry = b.edition("ministry@2006-01-01");
    let future = b.edition("future@2013-01-01");
    for cited in [old, coming, lapsed] {
        b.conforms(ministry, cited);
        b.conforms(future, cited);
    }
    let graph = b.sound();
    let found = words(&graph.citations(&b.model, date("2011-06-01")));
    assert_eq!(
        found,
        [
            "graph/citation-superseded: `ministry@2006-01-01` cites `old@2005-01-01`, which `old@2011-01-01` superseded \
             on 2011-01-01",
            "graph/citation-not-yet-in-force: `ministry@2006-01-01` cites `coming@2012-01-01`, which comes into force \
             on 2012-01-01",
            "graph/citation-lapsed: `ministry@2006-01-01` cites `lapsed@2005-01-01`, which was in force until 2010-12-31",
        ]
    );
    assert_eq!(words(&graph.citations(&b.model, date("2006-06-01"))).len(), 1);
}
