//! What only shows when all lines are there: the column of comments at the ends of lines, and room around items.

use std::collections::BTreeMap;

use kijun_syntax::concrete::{Node, NodeKind, Piece, Token, concrete};
use unicode_width::UnicodeWidthStr;

/// Gives items room, and comments at the ends of neighbouring lines one column.
pub(crate) fn apart(text: &str) -> String {
    let text = text.trim_matches('\n');
    let mut changes = Changes { text, lines: line_starts(text), at: BTreeMap::new() };
    if let Some(file) = concrete(text) {
        changes.items(&file);
        changes.comments(&file);
    }
    changes.written()
}

/// Blanks and lines to put in, by where they belong.
struct Changes<'t> {
    text: &'t str,
    lines: Vec<usize>,
    at: BTreeMap<usize, String>,
}

impl<'t> Changes<'t> {
    /// Items of which one takes several lines stand apart.
    fn items(&mut self, node: &Node<'t>) {
        let mut before: Option<&Node<'t>> = None;
        for piece in &node.pieces {
            let Piece::Node(item) = piece else {
                before = None;
                continue;
            };
            if let Some(before) = before.filter(|before| is_item(before) && is_item(item)) {
                self.between(before, item);
            }
            before = Some(item);
            if item.kind == NodeKind::Section {
                self.items(item);
            }
        }
    }

    fn between(&mut self, before: &Node<'t>, item: &Node<'t>) {
        let Some(first) = tokens(item).into_iter().next() else { return };
        let joined = first.breaks < 2 && first.before.iter().all(|comment| comment.breaks < 2);
        if joined && (self.n_lines(before) > 1 || self.n_lines(item) > 1) {
            let from = first.before.first().map_or(first.start, |comment| self.offset(comment.text));
            let line = self.line_of(from);
            // On a line that stays as it is, an item may stand behind another.
            if self.text[self.lines[line]..from].trim().is_empty() {
                self.at.insert(self.lines[line], "\n".to_owned());
            }
        }
    }

    fn n_lines(&self, node: &Node<'t>) -> usize {
        let tokens = tokens(node);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return 0 };
        1 + self.line_of(last.start + last.text.len()) - self.line_of(first.start)
    }

    /// Comments behind the lines of one block that follow one another.
    fn comments(&mut self, file: &Node<'t>) {
        let mut run: Vec<(usize, usize)> = Vec::new();
        for comment in tokens(file).into_iter().filter_map(|token| token.behind) {
            let at = self.offset(comment);
            let line = self.line_of(at);
            let apart = self.at.contains_key(&self.lines[line]);
            let alone = |before: usize| apart || before + 1 != line || !self.are_alike(before, line);
            if run.last().is_some_and(|(before, _)| alone(*before)) {
                self.level(&std::mem::take(&mut run));
            }
            run.push((line, at));
        }
        self.level(&run);
    }

    /// Puts the comments of a run into one column.
    fn level(&mut self, run: &[(usize, usize)]) {
        let width = |(line, at): &(usize, usize)| self.text[self.lines[*line]..*at].trim_end().width();
        let widths: Vec<usize> = run.iter().map(width).collect();
        let column = widths.iter().max().copied().unwrap_or(0);
        for ((_, at), width) in run.iter().zip(widths) {
            self.at.insert(*at, " ".repeat(column - width));
        }
    }

    /// Whether two lines are indented alike.
    fn are_alike(&self, one: usize, other: usize) -> bool {
        let indent = |line: usize| {
            let line = &self.text[self.lines[line]..];
            line.len() - line.trim_start_matches(' ').len()
        };
        indent(one) == indent(other)
    }

    /// Where a piece of the text stands in it.
    fn offset(&self, piece: &str) -> usize {
        piece.as_ptr() as usize - self.text.as_ptr() as usize
    }

    fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn written(self) -> String {
        let mut out = String::with_capacity(self.text.len() + 1);
        let mut from = 0;
        for (at, put) in &self.at {
            out.push_str(&self.text[from..*at]);
            out.push_str(put);
            from = *at;
        }
        out.push_str(&self.text[from..]);
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

fn is_item(node: &Node<'_>) -> bool {
    !matches!(node.kind, NodeKind::Member | NodeKind::Statement | NodeKind::Titles)
}

/// The tokens of a part, in order.
fn tokens<'n, 't>(node: &'n Node<'t>) -> Vec<&'n Token<'t>> {
    let mut all = Vec::new();
    let mut open = vec![node.pieces.iter()];
    while let Some(pieces) = open.last_mut() {
        match pieces.next() {
            Some(Piece::Token(token)) => all.push(token),
            Some(Piece::Node(node)) => open.push(node.pieces.iter()),
            None => drop(open.pop()),
        }
    }
    all
}
