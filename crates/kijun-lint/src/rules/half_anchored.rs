//! An anchor that holds of one alternative only.

use kijun_diag::{Diagnostic, Safety, Span, ids};
use kijun_syntax::ast::{ExprKind, Text};

use crate::written::{between, edit, exprs, fixed};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::HALF_ANCHORED,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::Unsafely,
    cost: Cost::Reads,
    summary: "In a regular expression `^` or `$` holds of one alternative only.",
    what: "Looks for `/^a|b$/`: alternatives, of which only the first begins with `^` and only the last ends with `$`.",
    why: "It finds what begins with `a` and what ends with `b`, and so lets `xb` pass. What is meant is nearly always `/^(?:a|b)$/`.",
    example: r#"
clause 2.1 "基本ソフト" en "Operating system" {
  text "定められた基本ソフトを用いる。"
  for  server
  by   officer
  must os matches /^alma|debian$/ #~
}
"#,
    instead: r#"
clause 2.1 "基本ソフト" en "Operating system" {
  text "定められた基本ソフトを用いる。"
  for  server
  by   officer
  must os matches /^(?:alma|debian)$/
  must os matches /^alma$|^debian$/
  must os matches /^alma|^debian/
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let patterns = exprs(cx).into_iter().filter_map(|expr| match &expr.kind {
        ExprKind::Matches(_, pattern) => Some(pattern),
        _ => None,
    });
    patterns.filter(|pattern| is_half_anchored(&pattern.value)).map(|pattern| hit(cx, pattern)).collect()
}

fn is_half_anchored(pattern: &str) -> bool {
    let all = alternatives(pattern);
    let [first, middle @ .., last] = &all[..] else { return false };
    let begins = |part: &&str| part.starts_with('^');
    let ends = |part: &&str| part.ends_with('$') && !part.ends_with("\\$");
    let others_begin = middle.iter().any(begins) || begins(last);
    let others_end = middle.iter().any(ends) || ends(first);
    begins(first) && ends(last) && !others_begin && !others_end
}

/// The alternatives of a pattern, those inside of groups left whole.
fn alternatives(pattern: &str) -> Vec<&str> {
    let (mut depth, mut in_class, mut escaped, mut start) = (0_u32, false, false, 0);
    let mut all = Vec::new();
    for (at, c) in pattern.char_indices() {
        match c {
            _ if escaped => {
                escaped = false;
                continue;
            }
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            _ if in_class => {}
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => {
                all.push(&pattern[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    all.push(&pattern[start..]);
    all
}

fn hit(cx: &Cx<'_>, pattern: &Text) -> Diagnostic {
    let found = LINT.at(pattern.span).with("pattern", cx.slice(pattern.span));
    let Some((opening, closing)) = anchors(cx, pattern.span) else { return found };
    let edits = vec![edit(opening, "^(?:"), edit(closing, ")$")];
    fixed(cx, found, Safety::Unsafe, edits)
}

/// Where the anchors stand.
fn anchors(cx: &Cx<'_>, span: Span) -> Option<(Span, Span)> {
    let text = cx.slice(span);
    let (first, last) = (u32::try_from(text.find('^')?).ok()?, u32::try_from(text.rfind('$')?).ok()?);
    let at = |offset: u32| between(span, span.start + offset, span.start + offset + 1);
    Some((at(first), at(last)))
}
