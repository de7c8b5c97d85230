//! Where the values of a block's members begin.

use kijun_syntax::concrete::{Node, NodeKind, Piece, Token};
use unicode_width::UnicodeWidthStr;

use crate::spelling;

/// The columns up to which the words before values are filled with blanks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Columns {
    /// Of members with a short word: `for`, `must`, `title`.
    short: usize,
    /// Of the two long words of a standard's head that stand together.
    long: usize,
}

/// The words of which none is so long that the others would stand far off.
fn short_words(block: NodeKind) -> &'static [&'static str] {
    match block {
        NodeKind::Standard => &["title", "issuer", "tier", "edition", "uses", "adopts", "excludes", "until"],
        NodeKind::Clause | NodeKind::Section => {
            &["for", "by", "was", "see", "fix", "must", "should", "may", "shall", "attest"]
        }
        NodeKind::Exception => &["to", "for", "approved", "from", "until", "because"],
        NodeKind::Measure => &[
            "over", "except", "share", "count", "sum", "mean", "min", "max", "target", "each", "by", "owner",
            "see",
        ],
        _ => &[],
    }
}

impl Columns {
    /// The columns of a block.
    pub(crate) fn of(block: NodeKind, members: &[Piece<'_>]) -> Columns {
        // Heads and measures have room for their usual longest word in any case, so that they look alike.
        let short = match block {
            NodeKind::Standard => "title en".len(),
            NodeKind::Measure => "target".len(),
            _ => 0,
        };
        let mut columns = Columns { short, long: 0 };
        for member in members {
            if let Piece::Node(member) = member
                && let Some(width) = key_width(member)
                && let Some(column) = column(&mut columns, block, member)
            {
                *column = width.max(*column);
            }
        }
        columns
    }

    /// How many blanks a member's words lack.
    pub(crate) fn lack(mut self, block: NodeKind, member: &Node<'_>) -> usize {
        let width = key_width(member).unwrap_or(0);
        column(&mut self, block, member).map_or(0, |column| column.saturating_sub(width))
    }
}

fn column<'c>(columns: &'c mut Columns, block: NodeKind, member: &Node<'_>) -> Option<&'c mut usize> {
    let words = spelling::spelled(first(member)?);
    let word = words.split(' ').next().unwrap_or("");
    if short_words(block).contains(&word) {
        Some(&mut columns.short)
    } else if block == NodeKind::Standard && matches!(&*words, "conforms to" | "supersedes") {
        Some(&mut columns.long)
    } else {
        None
    }
}

/// What stands before a member's value: `title en`, `conforms to`; of `must not` and `approved by` the first word.
fn key_width(member: &Node<'_>) -> Option<usize> {
    let words = spelling::spelled(first(member)?);
    Some(match (&*words, member.pieces.get(1)) {
        ("title", Some(Piece::Token(lang))) if has_tag(member) => words.width() + 1 + spelling::columns(lang),
        ("conforms to", _) => words.width(),
        _ => words.split(' ').next().unwrap_or("").width(),
    })
}

/// Whether a language tag stands between a member's word and its text.
pub(crate) fn has_tag(member: &Node<'_>) -> bool {
    matches!(&member.pieces[..], [Piece::Token(word), Piece::Token(_), Piece::Token(_)] if word.text == "title")
}

pub(crate) fn first<'n, 't>(node: &'n Node<'t>) -> Option<&'n Token<'t>> {
    match node.pieces.first()? {
        Piece::Token(token) => Some(token),
        Piece::Node(node) => first(node),
    }
}
