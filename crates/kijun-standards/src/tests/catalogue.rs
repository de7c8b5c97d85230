//! Every diagnostic of the graph has all its words in every language.

use std::collections::BTreeSet;

use kijun_diag::{Catalogue, Diagnostics, Lang, ids};
use kijun_model::{Exception, Kind, KindId, Subjects};

use super::builder::{Builder, date};
use crate::problems;

/// Every diagnostic with its arguments, about documents of no meaning.
fn all() -> Diagnostics {
    let mut b = Builder::new();
    let (e, f) = (b.edition("a@2011-04-01"), b.edition("b@2011-04-01"));
    let clause = b.clause(e, "1", 1);
    b.implements(clause, clause);
    let on = date("2011-04-01");
    let link = b.model.clauses[0].implements[0];
    let document = b.link(f);
    let span = b.span();
    let edge = |n: usize| crate::dag::Edge { from: 0, to: n, span };
    let cycle = vec![edge(0), edge(0)];
    let setting = super::parameters::setting(&mut b, Some(e), 1);
    let role = b.role("ciso", None);
    let exception = b.exception(kijun_model::Target::Clause(clause), role).clone();
    let titles = kijun_model::Titles::default();
    b.model.kinds.push(Kind { name: "server".into(), titles, is: None, fields: Vec::new(), span });
    let subjects = Subjects { kind: KindId(0), filter: None, span };
    let exception = Exception { subjects: Some(subjects), ..exception };
    let m = &b.model;
    let elsewhere = problems::exception_elsewhere(m, &exception);
    let circles = [
        problems::cyclic_standard(m, &cycle),
        problems::cyclic_supersession(m, &cycle),
        problems::cyclic_implements(m, &cycle),
        problems::cyclic_was(m, &cycle),
    ];
    let rest = [
        problems::implements_unrelated(m, clause, link),
        problems::implements_not_above(m, clause, link),
        problems::was_not_superseded(m, clause, link),
        problems::adopts_not_above(m, e, link),
        problems::excludes_not_above(m, e, link),
        problems::supersedes_later(m, e, document),
        problems::overlapping_editions(m, e, f, on),
        problems::reversed_period(span, on, on),
        problems::citation_superseded(m, (e, document), on, (f, on)),
        problems::citation_not_yet_in_force(m, (e, document), on, on),
        problems::citation_lapsed(m, (e, document), on, on),
        problems::none_in_force("a", on),
        problems::settings_differ(m, &setting, &setting),
        problems::setting_out_of_range(m, &setting),
        problems::parameter_unset(m, setting.parameter, span),
    ];
    circles.into_iter().flatten().chain(elsewhere).chain(rest).collect()
}

#[test]
fn every_id_of_the_group_is_here_once() {
    let here: BTreeSet<_> = all().iter().map(|d| d.id).collect();
    let group: BTreeSet<_> = ids::ALL.iter().copied().filter(|id| id.group() == "graph").collect();
    assert_eq!(here, group);
    assert_eq!(all().len(), group.len());
}

#[test]
fn every_message_has_its_words_and_every_argument_it_names() {
    for lang in [Lang::En, Lang::Ja] {
        let catalogue = Catalogue::new(lang);
        for diagnostic in &all() {
            let words = catalogue.wording(diagnostic);
            assert!(words.help.is_some(), "{} has no help", diagnostic.id);
            assert_eq!(words.label.is_some(), diagnostic.at.is_some(), "{} and its label", diagnostic.id);
            assert!(words.related.iter().all(|w| !w.is_empty()), "{} lacks a related label", diagnostic.id);
            let whole = format!("{words:?}");
            assert!(!whole.contains("{$") && !words.message.contains('\n'), "{whole}");
        }
    }
}

#[test]
fn every_id_of_the_group_has_its_page() {
    let page = include_str!("../../../../docs/reference/diagnostics/graph.md");
    let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let group: Vec<&str> = ids::ALL.iter().filter(|id| id.group() == "graph").map(|id| id.name()).collect();
    assert_eq!(headings, group);
}
