//! Whether two texts say the same: the guarantee of this crate.

use kijun_diag::Sources;
use kijun_syntax::ast::File;
use kijun_syntax::concrete::{Node, Piece, TokenKind, concrete};

use crate::spelling;

/// The layout would have said something else, and was thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What would have changed.
    pub what: What,
}

/// What a layout may not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The words, or what could not be read.
    Words,
    /// What they mean.
    Tree,
    /// The comments or their order.
    Comments,
    /// What is wrong with the text.
    Diagnostics,
}

/// Compares a text with its layout.
pub(crate) fn same(before: &str, after: &str) -> Result<(), Refusal> {
    let refuse = |what| Err(Refusal { what });
    if words(before) != words(after) {
        return refuse(What::Words);
    }
    let ((old, old_ids), (new, new_ids)) = (read(before), read(after));
    if kijun_syntax::print(&old) != kijun_syntax::print(&new) {
        return refuse(What::Tree);
    }
    if comments(&old) != comments(&new) {
        return refuse(What::Comments);
    }
    // Where brackets are missing, the account of what is wrong goes by how lines are indented.
    let whole = concrete(before).is_some_and(|file| !has_broken(&file));
    if whole && old_ids != new_ids { refuse(What::Diagnostics) } else { Ok(()) }
}

/// The tree, and the ids of what is wrong with it.
fn read(text: &str) -> (File, Vec<&'static str>) {
    let mut sources = Sources::default();
    let file = sources.add("", text);
    let (tree, diagnostics) = kijun_syntax::parse(file, text);
    (tree, diagnostics.iter().map(|diagnostic| diagnostic.id.name()).collect())
}

fn comments(file: &File) -> Vec<&str> {
    file.comments.iter().map(|comment| comment.text.trim_end()).collect()
}

/// Whether something in there could not be read.
pub(crate) fn has_broken(node: &Node<'_>) -> bool {
    node.pieces.iter().any(|piece| match piece {
        Piece::Node(node) => has_broken(node),
        Piece::Token(token) => token.kind == TokenKind::Broken,
    })
}

/// Every token as it is to be written; of block texts only that they are there, for their value is the tree's.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    match concrete(text) {
        Some(file) => collect(&file, &mut words),
        None => words.push(text.to_owned()),
    }
    words
}

fn collect(node: &Node<'_>, words: &mut Vec<String>) {
    for piece in &node.pieces {
        match piece {
            Piece::Node(node) => collect(node, words),
            Piece::Token(token) if token.kind == TokenKind::BlockText => words.push("\"\"\"".to_owned()),
            Piece::Token(token) => words.push(spelling::spelled(token).into_owned()),
        }
    }
}
