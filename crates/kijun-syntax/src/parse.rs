//! The one way in: text to tree.

use kijun_diag::{Diagnostics, FileId};
use pest::Parser;

use crate::ast::File;
use crate::balance;
use crate::explain;
use crate::from_pairs::{Cx, Unread};
use crate::grammar::{Grammar, Rule};
use crate::problem;
use crate::scan;

/// Brackets, quantifiers and conditions inside each other, at most.
pub(crate) const MOST_NESTING: usize = 128;

/// Reads a text, of which a byte order mark has been removed.
///
/// There is always a tree. What could not be read stands in it as [`crate::ast::Broken`] and has a
/// diagnostic; several errors of a file are all reported.
#[must_use]
pub fn parse(file: FileId, text: &str) -> (File, Diagnostics) {
    let mut cx = Cx::new(file, text, 0);
    let empty = File { file, items: Vec::new(), comments: Vec::new() };
    if let Some(at) = scan::too_deep(text, MOST_NESTING) {
        let length = text[at..].chars().next().map_or(0, char::len_utf8);
        cx.report(problem::too_deep(cx.span_at(at, at + length), MOST_NESTING));
        return (empty, cx.diagnostics);
    }
    let tree = match Grammar::parse(Rule::file, text) {
        Ok(mut pairs) => pairs.next().map_or(empty, |file| cx.file(&file)),
        Err(error) => {
            let diagnostic = explain::explain(&cx, &error, Rule::alone_item);
            cx.unread.push(Unread { diagnostic, start: 0 });
            empty
        }
    };
    let unread = std::mem::take(&mut cx.unread);
    cx.diagnostics.extend(balance::explain(&cx, unread));
    let mut diagnostics = cx.diagnostics;
    diagnostics.sort();
    (tree, diagnostics)
}
