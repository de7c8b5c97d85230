//! The graph as text.

use kijun_diag::{Catalogue, Lang};
use kijun_model::{Target, Titles};

use super::builder::{Builder, date};
use crate::print::{View, dot, json, mermaid, tree};

/// A split, three tiers, a diamond, a renumbered clause, an exclusion.
fn documents() -> Builder {
    let mut b = Builder::new();
    let old = b.edition("government:unified@2005-12-13");
    let technical = b.edition("government:technical@2011-04-21");
    let management = b.edition("government:management@2011-04-21");
    let ministry = b.edition("ministry:ministry@2011-10-01");
    let coming = b.edition("procedure:passwords@2013-04-01");
    b.supersedes(technical, old);
    b.supersedes(management, old);
    b.conforms(ministry, technical);
    b.conforms(ministry, management);
    b.conforms(coming, ministry);
    let (first, second, third) = (
        b.clause(old, "4.1.1.1(a)", 1),
        b.clause(technical, "2.2.1.1(a)", 2),
        b.clause(ministry, "3.4.2", 1),
    );
    let wireless = b.clause(technical, "2.3.1", 1);
    b.was(second, first);
    b.implements(third, second);
    let link = b.link(Target::Clause(wireless));
    b.model.editions[ministry.index()].excludes.push((link, "no wireless networks".into()));
    let tagged = vec![("en".into(), "The \"ministry's\" <standard> #1".into())];
    b.model.editions[ministry.index()].titles = Titles { plain: Some("省の基準".into()), tagged };
    b
}

fn printed(print: impl Fn(&View<'_>) -> String, lang: Lang, clauses: bool) -> String {
    let (b, catalogue) = (documents(), Catalogue::new(lang));
    let standards = b.sound();
    print(&View {
        model: &b.model,
        standards: &standards,
        date: date("2012-03-31"),
        catalogue: &catalogue,
        clauses,
    })
}

#[test]
fn as_a_tree() {
    insta::assert_snapshot!("tree", printed(tree, Lang::En, false));
    insta::assert_snapshot!("tree_ja_clauses", printed(tree, Lang::Ja, true));
}

#[test]
fn for_graphviz() {
    insta::assert_snapshot!("dot", printed(dot, Lang::En, false));
    insta::assert_snapshot!("dot_clauses", printed(dot, Lang::Ja, true));
}

#[test]
fn for_mermaid() {
    insta::assert_snapshot!("mermaid", printed(mermaid, Lang::En, false));
    insta::assert_snapshot!("mermaid_clauses", printed(mermaid, Lang::Ja, true));
}

#[test]
fn as_data() {
    insta::assert_snapshot!("json", printed(json, Lang::En, true));
}

#[test]
fn nothing_is_nothing() {
    let (b, catalogue) = (Builder::new(), Catalogue::new(Lang::En));
    let standards = b.sound();
    let date = date("2012-03-31");
    let view = View { model: &b.model, standards: &standards, date, catalogue: &catalogue, clauses: true };
    assert_eq!(tree(&view), "");
}
