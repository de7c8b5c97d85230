//! The graph for Graphviz. Lower documents point up to higher ones, later editions across to earlier ones.

use kijun_model::EditionId;

use super::{LinkKind, Node, View};
use crate::target::cite_edition;

/// The graph in the DOT language.
#[must_use]
pub fn dot(view: &View<'_>) -> String {
    let mut out = "digraph standards {\n  rankdir=BT;\n  node [shape=box];\n".to_owned();
    for edition in view.editions() {
        document(view, edition, &mut out);
    }
    for (from, kind, to) in view.edges() {
        out += &format!("  {from} -> {to} [label=\"{}\", {}];\n", kind.name(), style(kind));
    }
    out + "}\n"
}

fn document(view: &View<'_>, id: EditionId, out: &mut String) {
    let style = if view.in_force(id) { "solid" } else { "dashed" };
    *out += &format!("  {} [label=\"{}\", style={style}];\n", Node::Document(id), label(&view.lines(id)));
    let clauses = &view.model.edition(id).clauses;
    if view.clauses && !clauses.is_empty() {
        let cited = escape(&cite_edition(view.model, id));
        *out += &format!("  subgraph cluster_{} {{\n    label=\"{cited}\";\n", id.0);
        for &clause in clauses {
            *out +=
                &format!("    {} [label=\"{}\"];\n", Node::Clause(clause), label(&view.clause_lines(clause)));
        }
        *out += "  }\n";
    }
}

fn style(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::ConformsTo => "style=bold",
        LinkKind::Implements | LinkKind::Adopts | LinkKind::Excludes => "style=solid",
        LinkKind::Supersedes | LinkKind::Was => "style=dashed, constraint=false",
    }
}

fn label(lines: &[String]) -> String {
    lines.iter().map(|line| escape(line)).collect::<Vec<_>>().join("\\n")
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace(char::is_control, " ")
}
