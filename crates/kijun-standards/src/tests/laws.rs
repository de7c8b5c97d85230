//! What holds for every set of documents, however they are linked.

use std::collections::BTreeSet;

use kijun_diag::{Catalogue, Lang};
use kijun_model::{ClauseId, EditionId, ExceptionRule, StatementId, Target};
use proptest::collection::vec;
use proptest::prelude::*;

use super::builder::{Builder, date};
use crate::print::{View, dot, json, mermaid, tree};
use crate::{Standards, build};

/// Links between things by number.
type Links = Vec<(usize, usize)>;

/// Documents with arbitrary links, circles and nonsense included.
fn documents() -> impl Strategy<Value = Builder> {
    let editions = vec((0..4usize, 0..6i8, 0..3usize), 1..7);
    let links = || vec((0..20usize, 0..20usize), 0..12);
    let clauses = vec((0..7usize, 0..5usize, 0..3u32), 0..12);
    (editions, clauses, (links(), links(), links(), links(), links())).prop_map(
        |(editions, clauses, (conforms, supersedes, implements, was, exceptions))| {
            let mut b = Builder::new();
            for (name, year, tier) in &editions {
                b.edition(&format!("tier{tier}:s{name}@201{year}-04-01"));
            }
            for (edition, number, n_statements) in &clauses {
                b.clause(EditionId::from_index(edition % editions.len()), &number.to_string(), *n_statements);
            }
            for (from, to) in pairs(&conforms, editions.len()) {
                b.conforms(EditionId::from_index(from), EditionId::from_index(to));
            }
            for (from, to) in pairs(&supersedes, editions.len()) {
                b.supersedes(EditionId::from_index(from), EditionId::from_index(to));
            }
            for (from, to) in pairs(&implements, clauses.len()) {
                b.implements(ClauseId::from_index(from), ClauseId::from_index(to));
            }
            for (from, to) in pairs(&was, clauses.len()) {
                b.was(ClauseId::from_index(from), ClauseId::from_index(to));
            }
            let role = b.role("ciso", None);
            for (to, rule) in pairs(&exceptions, clauses.len()) {
                b.exception(Target::Clause(ClauseId::from_index(to)), role);
                let by = ExceptionRule::By { role, at_most: None };
                b.rule(ClauseId::from_index(rule), if rule % 2 == 0 { by } else { ExceptionRule::Never });
            }
            b
        },
    )
}

fn pairs(links: &Links, n: usize) -> Links {
    let real = links.iter().filter(|_| n > 0);
    real.map(|(a, b)| (a % n.max(1), b % n.max(1))).collect()
}

fn statements(b: &Builder) -> impl Iterator<Item = StatementId> {
    (0..b.model.statements.len()).map(StatementId::from_index)
}

fn editions(b: &Builder) -> impl Iterator<Item = EditionId> {
    (0..b.model.editions.len()).map(EditionId::from_index)
}

fn standards(b: &Builder) -> Standards {
    build(&b.model).0
}

proptest! {
    #[test]
    fn nothing_stands_above_itself(b in documents()) {
        let graph = standards(&b);
        for edition in editions(&b) {
            prop_assert!(!graph.above(edition).contains(&edition));
            prop_assert!(!graph.replaces(edition, edition));
            for higher in graph.above(edition) {
                prop_assert!(graph.rank(higher) < graph.rank(edition));
                prop_assert!(graph.below(higher).contains(&edition));
            }
        }
        for clause in (0..b.model.clauses.len()).map(ClauseId::from_index) {
            prop_assert!(graph.chain_up(&b.model, clause).iter().all(|link| link.clause != clause));
        }
        for statement in statements(&b) {
            let above = graph.statements_above(&b.model, statement);
            prop_assert!(!above.contains(&statement));
            prop_assert_eq!(above.iter().collect::<BTreeSet<_>>().len(), above.len());
        }
    }

    #[test]
    fn every_circle_is_told_and_only_circles_are_cut(b in documents()) {
        let (graph, found) = build(&b.model);
        let told = found.iter().any(|d| d.id.name() == "graph/cyclic-standard");
        let cut = editions(&b).any(|e| {
            b.model.edition(e).conforms_to.iter().any(|l| graph.conforms_to.was_cut(e.index(), l.to.index()))
        });
        prop_assert_eq!(told, cut);
    }

    #[test]
    fn two_editions_in_force_together_are_told(b in documents(), day in 0..8i8) {
        let (graph, found) = build(&b.model);
        let on = date(&format!("201{day}-06-01"));
        let told = ["graph/overlapping-editions", "graph/cyclic-supersession"];
        for name in b.model.editions.iter().map(|e| &e.name) {
            let dates: BTreeSet<_> =
                graph.in_force(&b.model, name, on).iter().map(|&e| b.model.edition(e).date).collect();
            prop_assert!(dates.len() <= 1 || found.iter().any(|d| told.contains(&d.id.name())));
        }
    }

    #[test]
    fn lasting_names_are_unique_in_an_edition(b in documents()) {
        let graph = standards(&b);
        let mut seen = BTreeSet::new();
        for (index, clause) in b.model.clauses.iter().enumerate() {
            let twins = b.model.clauses.iter().filter(|c| c.edition == clause.edition && c.number == clause.number);
            if twins.count() == 1 {
                let name = graph.clause_lineage(ClauseId::from_index(index)).clone();
                prop_assert!(!name.is_empty());
                prop_assert!(seen.insert((clause.edition, name)));
            }
        }
    }

    #[test]
    fn a_later_edition_changes_no_lasting_name(b in documents(), added in vec((0..5usize, 0..20usize), 0..6)) {
        let (mut b, before) = (b.clone(), standards(&b).lineages);
        let later = b.edition("tier0:s0@2019-04-01");
        let n_clauses = b.model.clauses.len();
        for (number, earlier) in added {
            let clause = b.clause(later, &number.to_string(), 1);
            if n_clauses > 0 {
                b.was(clause, ClauseId::from_index(earlier % n_clauses));
            }
        }
        prop_assert_eq!(&standards(&b).lineages[..n_clauses], &before[..]);
    }

    #[test]
    fn what_binds_is_in_force_and_exceptions_cover_only_that(b in documents(), day in 0..8i8) {
        let graph = standards(&b);
        let as_of = date(&format!("201{day}-06-01"));
        let (effective, _) = graph.effective(&b.model, as_of, date("2011-07-01"), None);
        let binding: BTreeSet<_> = effective.set.statements.iter().map(|s| s.statement).collect();
        for statement in &effective.set.statements {
            let clause = b.model.clause(b.model.statement(statement.statement).clause);
            prop_assert!(graph.is_in_force(clause.edition, as_of));
            prop_assert!(statement.above.iter().all(|s| binding.contains(s)));
        }
        for exception in &effective.set.exceptions {
            prop_assert!(!exception.covers.is_empty());
            for covered in &exception.covers {
                prop_assert!(binding.contains(covered));
                let clause = b.model.clause(b.model.statement(*covered).clause);
                prop_assert_ne!(clause.exceptions.as_ref(), Some(&ExceptionRule::Never));
            }
        }
    }

    #[test]
    fn everything_can_be_drawn_and_twice_the_same(b in documents()) {
        let (graph, catalogue, on) = (standards(&b), Catalogue::new(Lang::Ja), date("2012-04-01"));
        let view = View { model: &b.model, standards: &graph, date: on, catalogue: &catalogue, clauses: true };
        for print in [tree, dot, mermaid, json] {
            prop_assert_eq!(print(&view), print(&view));
        }
        let drawn = tree(&view);
        for edition in editions(&b) {
            prop_assert!(drawn.contains(&crate::cite_edition(&b.model, edition)));
        }
    }
}

#[test]
fn ten_thousand_clauses_in_a_chain_of_documents_are_no_matter() {
    let mut b = Builder::new();
    let documents: Vec<EditionId> = (0..20).map(|n| b.edition(&format!("d{n}@2010-01-01"))).collect();
    for pair in documents.windows(2) {
        b.conforms(pair[1], pair[0]);
    }
    let mut above: Vec<ClauseId> = Vec::new();
    for &document in &documents {
        let own: Vec<ClauseId> = (0..500).map(|n| b.clause(document, &n.to_string(), 1)).collect();
        above.iter().zip(&own).for_each(|(&higher, &lower)| b.implements(lower, higher));
        above = own;
    }
    let graph = b.sound();
    let (effective, _) = graph.effective(&b.model, date("2011-01-01"), date("2011-01-01"), None);
    assert_eq!(effective.set.statements.len(), 10_000);
    assert_eq!(effective.set.statements[9_999].above.len(), 19);
}
