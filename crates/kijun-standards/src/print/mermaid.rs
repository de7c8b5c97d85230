//! The graph for Mermaid, as Markdown pages and code hosts draw it.

use kijun_model::EditionId;

use super::{LinkKind, Node, View};
use crate::target::cite_edition;

/// The graph as a Mermaid flowchart.
#[must_use]
pub fn mermaid(view: &View<'_>) -> String {
    let mut out = "flowchart BT\n".to_owned();
    for edition in view.editions() {
        document(view, edition, &mut out);
    }
    for (from, kind, to) in view.edges() {
        out += &format!("  {from} {}|{}| {to}\n", arrow(kind), kind.name());
    }
    out + "  classDef dashed stroke-dasharray: 4\n"
}

fn document(view: &View<'_>, id: EditionId, out: &mut String) {
    let class = if view.in_force(id) { "" } else { ":::dashed" };
    *out += &format!("  {}[\"{}\"]{class}\n", Node::Document(id), label(&view.lines(id)));
    let clauses = &view.model.edition(id).clauses;
    if view.clauses && !clauses.is_empty() {
        *out += &format!("  subgraph s{}[\"{}\"]\n", id.0, escape(&cite_edition(view.model, id)));
        for &clause in clauses {
            *out += &format!("    {}[\"{}\"]\n", Node::Clause(clause), label(&view.clause_lines(clause)));
        }
        *out += "  end\n";
    }
}

fn arrow(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::ConformsTo => "==>",
        LinkKind::Implements | LinkKind::Adopts | LinkKind::Excludes => "-->",
        LinkKind::Supersedes | LinkKind::Was => "-.->",
    }
}

fn label(lines: &[String]) -> String {
    lines.iter().map(|line| escape(line)).collect::<Vec<_>>().join("<br/>")
}

/// A text in a quoted label: what would end it, and what would be read as markup, is written as an entity.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '#' | '"' | '<' | '>' | '&' | '`' => out += &format!("#{};", u32::from(c)),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
