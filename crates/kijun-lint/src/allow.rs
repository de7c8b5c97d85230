//! What a text allows: `# kijun: allow(NAME, …) because "…"`.
//!
//! At the end of a line it speaks of that line. On a line of its own it speaks of what begins on the next one: of a whole clause, or a
//! whole member of one.

mod nodes;

use kijun_diag::Span;
use kijun_syntax::ast::Comment;

use crate::{Cx, Lint, find};

/// One allowance.
#[derive(Debug)]
pub(crate) struct Allowed {
    /// The comment.
    pub(crate) span: Span,
    /// The lints that it names.
    pub(crate) names: Vec<Named>,
    /// Whether it says why.
    pub(crate) is_explained: bool,
    /// What it speaks of.
    of: Extent,
}

/// A lint as an allowance names it.
#[derive(Debug)]
pub(crate) struct Named {
    /// What was written.
    pub(crate) name: String,
    /// Where.
    pub(crate) span: Span,
    /// Whether there was something to allow.
    is_used: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Extent {
    /// What stands on a line.
    Line(u32),
    /// What stands in a part of the text.
    Node(Span),
}

impl Allowed {
    /// Whether it allows a hit, which is remembered.
    pub(crate) fn covers(&mut self, cx: &Cx<'_>, lint: &Lint, hit: Span) -> bool {
        let speaks_of = self.span.file == hit.file
            && match self.of {
                Extent::Line(line) => cx.line(hit.file, hit.start) == line,
                Extent::Node(node) => node.start <= hit.start && hit.start < node.end,
            };
        let named = self.names.iter_mut().find(|named| named.name == lint.name());
        let Some(named) = named.filter(|_| speaks_of) else { return false };
        named.is_used = true;
        true
    }

    /// The names of lints that were run and not needed.
    pub(crate) fn unused<'s>(
        &'s self,
        was_run: &'s dyn Fn(&Lint) -> bool,
    ) -> impl Iterator<Item = (&'s str, Span)> {
        let was_run = move |named: &&Named| find(&named.name).is_some_and(was_run);
        let idle = self.names.iter().filter(|named| !named.is_used).filter(was_run);
        idle.map(|named| (named.name.as_str(), named.span))
    }
}

/// Every allowance of the project's own files.
pub(crate) fn allowed(cx: &Cx<'_>) -> Vec<Allowed> {
    let mut all = Vec::new();
    for tree in cx.trees {
        let comments = tree.comments.iter().filter_map(|comment| Some((comment, read(comment)?)));
        let mut comments = comments.peekable();
        if comments.peek().is_none() {
            continue;
        }
        let nodes = nodes::nodes(tree);
        all.extend(comments.map(|(comment, (names, is_explained))| {
            let of = extent(cx, &nodes, comment.span);
            Allowed { span: comment.span, names, is_explained, of }
        }));
    }
    all
}

/// The names that a comment allows, and whether it says why; `None` if it is an ordinary comment.
fn read(comment: &Comment) -> Option<(Vec<Named>, bool)> {
    let rest = comment.text.trim_start().strip_prefix("kijun:")?.trim_start().strip_prefix("allow")?;
    let inside = rest.trim_start().strip_prefix('(')?;
    let (names, because) = inside.split_once(')')?;
    // `text` is what stands after the `#`.
    let offset = |part: &str| comment.span.end as usize - comment.text.len() + place(&comment.text, part);
    let named = names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(|name| {
        let start = u32::try_from(offset(name)).unwrap_or(u32::MAX);
        let end = start.saturating_add(u32::try_from(name.len()).unwrap_or(0));
        Named { name: name.to_owned(), span: Span { start, end, ..comment.span }, is_used: false }
    });
    Some((named.collect(), is_reason(because)))
}

/// Where a part of a text begins in it.
fn place(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// `because "…"`, with words.
fn is_reason(text: &str) -> bool {
    let words = text.trim_start().strip_prefix("because").map(str::trim);
    let quoted = words.and_then(|words| words.strip_prefix('"')?.strip_suffix('"'));
    quoted.is_some_and(|words| !words.trim().is_empty())
}

/// What a comment speaks of.
fn extent(cx: &Cx<'_>, nodes: &[Span], comment: Span) -> Extent {
    let Some(text) = cx.sources.get(comment.file).text() else { return Extent::Node(comment) };
    let before = &text[..comment.start as usize];
    let stands_alone = before.rsplit('\n').next().is_some_and(|line| line.trim().is_empty());
    if !stands_alone {
        return Extent::Line(cx.line(comment.file, comment.start));
    }
    let Some(next) = next_code(text, comment.end as usize) else { return Extent::Node(comment) };
    let begins_there = nodes.iter().filter(|node| node.start as usize == next);
    match begins_there.max_by_key(|node| node.end) {
        Some(node) => Extent::Node(*node),
        None => Extent::Line(cx.line(comment.file, u32::try_from(next).unwrap_or(u32::MAX))),
    }
}

/// Where the next thing that is no comment begins.
fn next_code(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        let code = line.trim_start();
        if !code.is_empty() && !code.starts_with('#') {
            return Some(at + line.len() - code.len());
        }
        at += line.len();
    }
    None
}
