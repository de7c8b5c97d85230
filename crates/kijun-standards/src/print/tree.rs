//! The graph as a tree for a terminal: the highest documents first, each with those that conform to it.

use std::collections::BTreeSet;

use kijun_model::EditionId;

use super::{LinkKind, View};
use crate::target::{cite_edition, cite_target};

/// A line to be drawn: the document, and what stands before it on its own line and on those below.
struct Branch {
    edition: EditionId,
    first: String,
    rest: String,
}

/// The graph as a tree. A document that stands below several is drawn below each, and what is below it only once.
#[must_use]
pub fn tree(view: &View<'_>) -> String {
    let roots = view.editions().into_iter().filter(|&e| view.standards.rank(e) == 0);
    let mut stack: Vec<Branch> =
        roots.map(|edition| Branch { edition, first: String::new(), rest: String::new() }).collect();
    stack.reverse();
    let (mut out, mut drawn) = (String::new(), BTreeSet::new());
    while let Some(branch) = stack.pop() {
        let again = !drawn.insert(branch.edition);
        let children = if again { Vec::new() } else { children(view, branch.edition) };
        draw(view, &branch, again, !children.is_empty(), &mut out);
        let n_children = children.len();
        let branches = children.into_iter().enumerate().map(|(index, edition)| {
            let (first, rest) =
                if index + 1 == n_children { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            Branch {
                edition,
                first: format!("{}{first}", branch.rest),
                rest: format!("{}{rest}", branch.rest),
            }
        });
        stack.extend(branches.rev());
    }
    // Nothing that a document says may move the cursor of a terminal.
    out.replace(|c: char| c.is_control() && c != '\n', "\u{fffd}")
}

fn children(view: &View<'_>, edition: EditionId) -> Vec<EditionId> {
    let below = view.standards.conforms_to.below(edition.index());
    view.in_order(below.into_iter().map(EditionId::from_index).collect())
}

fn draw(view: &View<'_>, branch: &Branch, again: bool, parent: bool, out: &mut String) {
    let cited = cite_edition(view.model, branch.edition);
    if again {
        *out += &format!("{}{cited} …\n", branch.first);
        return;
    }
    let edition = view.model.edition(branch.edition);
    let tier = edition.tier.as_ref().map(|tier| format!("[{tier}] ")).unwrap_or_default();
    let title = view.title(&edition.titles).map(|title| format!(" {title}")).unwrap_or_default();
    *out += &format!("{}{tier}{cited}{title}\n", branch.first);
    let margin = format!("{}{}", branch.rest, if parent { "│    " } else { "     " });
    *out += &format!("{margin}{} · {}\n", view.state(branch.edition), view.size(branch.edition));
    for (kind, to) in view.links(branch.edition).into_iter().filter(|(kind, _)| *kind == LinkKind::Supersedes)
    {
        *out += &format!("{margin}{} {}\n", kind.name(), cite_edition(view.model, to));
    }
    for (kind, to) in view.treatment(branch.edition) {
        *out += &format!("{margin}{} {}\n", kind.name(), cite_target(view.model, to));
    }
    if view.clauses {
        clauses(view, branch.edition, &margin, out);
    }
}

fn clauses(view: &View<'_>, edition: EditionId, margin: &str, out: &mut String) {
    for &id in &view.model.edition(edition).clauses {
        let clause = view.model.clause(id);
        let title = view.title(&clause.titles).map(|title| format!(" {title}")).unwrap_or_default();
        *out += &format!("{margin}{}{title}\n", clause.number);
        for (kind, to) in view.clause_links(id) {
            *out += &format!("{margin}  {} {}\n", kind.name(), cite_target(view.model, to));
        }
    }
}
