//! The laws, asked without the formatter's own opinion of itself.

use kijun_diag::Sources;
use kijun_syntax::concrete::{Node, Piece, TokenKind, concrete};

/// A text's tree, its comments, and the ids of what is wrong with it.
fn read(text: &str) -> (String, Vec<String>, Vec<&'static str>) {
    let mut sources = Sources::default();
    let file = sources.add("a.kijun", text);
    let (tree, diagnostics) = kijun_syntax::parse(file, text);
    let comments = tree.comments.iter().map(|comment| comment.text.trim_end().to_owned()).collect();
    (
        kijun_syntax::print(&tree),
        comments,
        diagnostics.iter().map(|diagnostic| diagnostic.id.name()).collect(),
    )
}

/// Whether all of a text could be read.
pub(crate) fn is_read(text: &str) -> bool {
    broken(text).is_empty()
}

/// All laws.
pub(crate) fn check(text: &str) -> Result<(), String> {
    let once = kijun_fmt::format(text).map_err(|refusal| format!("{refusal:?}"))?;
    let twice =
        kijun_fmt::format(&once).map_err(|refusal| format!("the second time: {refusal:?}\n{once}"))?;
    let unix = text.replace("\r\n", "\n");
    let (before, after) = (read(&unix), read(&once));
    let is_laid_out = concrete(&unix).is_some();
    let laws = [
        (once == twice, "not the same twice"),
        (before.0 == after.0, "another tree"),
        (before.1 == after.1, "other comments"),
        (!broken(&unix).is_empty() || before.2 == after.2, "other diagnostics"),
        (broken(&unix) == broken(&once), "broken text was touched"),
        (!has_lines(&unix) || spoken_of(&unix) == spoken_of(&once), "a comment speaks of another line"),
        (!is_laid_out || once.is_empty() || once.ends_with('\n') && !once.ends_with("\n\n"), "the end"),
    ];
    match laws.iter().find(|(holds, _)| !holds) {
        Some((_, law)) => Err(format!("{law}\n--- once\n{once}\n--- twice\n{twice}\n--- of")),
        None => Ok(()),
    }
}

/// The lines at whose ends something is allowed, without their blanks.
fn spoken_of(text: &str) -> Vec<String> {
    let lines =
        text.lines().filter(|line| line.contains("# kijun: allow") && !line.trim_start().starts_with('#'));
    lines.map(|line| line.chars().filter(|c| !c.is_whitespace() && *c != '`').collect()).collect()
}

/// Whether it can be told what stands on which line: of what could not be read it cannot, nor of a keyword that is broken over two.
fn has_lines(text: &str) -> bool {
    let is_whole =
        |node: &Node<'_>| every_token(node, &|token| token.starts_with('"') || !token.contains('\n'));
    is_read(text) && concrete(text).is_some_and(|file| is_whole(&file))
}

fn every_token(node: &Node<'_>, holds: &dyn Fn(&str) -> bool) -> bool {
    node.pieces.iter().all(|piece| match piece {
        Piece::Node(node) => every_token(node, holds),
        Piece::Token(token) => holds(token.text),
    })
}

/// What could not be read, byte for byte.
fn broken(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(file) = concrete(text) {
        collect(&file, &mut found);
    }
    found
}

fn collect(node: &Node<'_>, found: &mut Vec<String>) {
    for piece in &node.pieces {
        match piece {
            Piece::Node(node) => collect(node, found),
            Piece::Token(token) if token.kind == TokenKind::Broken => found.push(token.text.to_owned()),
            Piece::Token(_) => {}
        }
    }
}
