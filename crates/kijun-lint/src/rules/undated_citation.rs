//! A document that is named in the head without its edition.

use kijun_diag::{Diagnostic, Safety, ids};
use kijun_model::Edition;
use kijun_syntax::ast::{EditionRef, Item, StandardMember};

use crate::written::{edit, fixed};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNDATED_CITATION,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::Unsafely,
    cost: Cost::Reads,
    summary: "The head of a document names another without its edition.",
    what: "Looks for `conforms to NAME` and `supersedes NAME` without `@DATE`. References of clauses may leave it out: they mean the \
           edition that the head names.",
    why: "Which edition is meant follows from there being only one. When the next is issued, the document cannot be read any more.",
    example: r#"
standard procedure {
  title       "手順書"
  title en    "Procedure"
  tier        procedure
  edition     2024-12-01
  conforms to ours #~
  uses        it
}
"#,
    instead: r#"
standard procedure {
  title       "手順書"
  title en    "Procedure"
  tier        procedure
  edition     2024-12-01
  conforms to ours@2024-10-01
  uses        it
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let heads = cx.trees.iter().flat_map(|tree| &tree.items).filter_map(|item| match item {
        Item::Standard(standard) => Some(&standard.members),
        _ => None,
    });
    let cited = heads.flatten().filter_map(|member| match member {
        StandardMember::ConformsTo(refs) | StandardMember::Supersedes(refs) => Some(refs),
        _ => None,
    });
    cited.flatten().filter(|cited| cited.edition.is_none()).map(|cited| hit(cx, cited)).collect()
}

fn hit(cx: &Cx<'_>, cited: &EditionRef) -> Diagnostic {
    let found = LINT.at(cited.span).with("name", cited.name.name.as_str());
    match meant(cx, cited) {
        Some(edition) => {
            let dated = format!("{}@{}", cx.slice(cited.name.span), edition.date);
            fixed(cx, found, Safety::Unsafe, vec![edit(cited.span, dated)])
        }
        None => found,
    }
}

/// The edition that a link of the head leads to.
fn meant<'a>(cx: &Cx<'a>, cited: &EditionRef) -> Option<&'a Edition> {
    let heads = cx.model.editions.iter();
    let links = heads.flat_map(|edition| edition.conforms_to.iter().chain(&edition.supersedes));
    let mut to = links.filter(|link| link.span == cited.span);
    Some(cx.model.edition(to.next()?.to))
}
