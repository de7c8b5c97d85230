//! The pages of diagnostics, as `kijun explain` prints them.

use kijun_diag::Id;

/// The reference, one file for each group.
const GROUPS: [(&str, &str); 12] = [
    ("audit", include_str!("../../../docs/reference/diagnostics/audit.md")),
    ("conform", include_str!("../../../docs/reference/diagnostics/conform.md")),
    ("evidence", include_str!("../../../docs/reference/diagnostics/evidence.md")),
    ("fmt", include_str!("../../../docs/reference/diagnostics/fmt.md")),
    ("graph", include_str!("../../../docs/reference/diagnostics/graph.md")),
    ("lint", include_str!("../../../docs/reference/diagnostics/lint.md")),
    ("manifest", include_str!("../../../docs/reference/diagnostics/manifest.md")),
    ("report", include_str!("../../../docs/reference/diagnostics/report.md")),
    ("resolve", include_str!("../../../docs/reference/diagnostics/resolve.md")),
    ("syntax", include_str!("../../../docs/reference/diagnostics/syntax.md")),
    ("test", include_str!("../../../docs/reference/diagnostics/test.md")),
    ("type", include_str!("../../../docs/reference/diagnostics/type.md")),
];

/// The section of an id in the reference, from its heading to the next.
#[must_use]
pub fn page(id: Id) -> Option<&'static str> {
    let (_, text) = GROUPS.iter().find(|(group, _)| *group == id.group())?;
    let heading = format!("## {}\n", id.name());
    let start = text.find(&heading)?;
    let body = &text[start..];
    let end = body[heading.len()..].find("\n## ").map_or(body.len(), |end| heading.len() + end);
    Some(body[..end].trim_end())
}
