//! Tokens on their way onto the paper, in the order in which they were written.
//!
//! Whoever lays out a part says what stands between two tokens; a comment between them turns that into a new line.

use kijun_syntax::concrete::{Node, Piece, Token, TokenKind};
use pretty::{Arena, Doc as Inner, DocAllocator, DocBuilder};

use crate::kept_lines::KeptLines;
use crate::{WIDTH, spelling, texts};

pub(crate) type Doc<'d> = DocBuilder<'d, Arena<'d>>;

/// Further to the left than any line begins.
const MARGIN: isize = -1_000_000;

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// A blank.
    Blank,
    /// A blank where the group fits on a line, else a new line.
    Line,
    /// Two blanks where the group fits on a line, else a new line.
    Wide,
    /// Nothing where the group fits on a line, else a new line.
    Soft,
    /// A blank where what follows still fits on the line, else a new line.
    Fill,
    /// A new line.
    Hard,
}

/// The text of a tree.
pub(crate) fn render(file: &Node<'_>, text: &str) -> String {
    let arena = Arena::new();
    let mut layout = Layout::new(&arena, text, file);
    let doc = layout.file(file);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = doc.render_fmt(WIDTH, &mut out);
    out
}

pub(crate) struct Layout<'d> {
    arena: &'d Arena<'d>,
    /// The text as it was.
    text: &'d str,
    tokens: Vec<&'d Token<'d>>,
    /// The lines that a comment speaks of.
    kept_line: KeptLines,
    /// The token that comes next.
    next: usize,
    /// Whether the last token has a comment behind it.
    commented: bool,
    /// Whether a new line has just begun.
    begins_line: bool,
    /// Whether the comments before the next token have been laid out.
    told: bool,
    /// The columns by which the present block stands further to the right.
    pub(crate) indent: usize,
    /// Operators around the present expression.
    pub(crate) operators: usize,
}

impl<'d> Layout<'d> {
    fn new(arena: &'d Arena<'d>, text: &'d str, file: &'d Node<'d>) -> Layout<'d> {
        let mut tokens = Vec::new();
        collect(file, &mut tokens);
        Layout {
            arena,
            text,
            kept_line: KeptLines::of(text, &tokens),
            tokens,
            next: 0,
            commented: false,
            begins_line: true,
            told: false,
            indent: 0,
            operators: 0,
        }
    }

    pub(crate) fn nil(&self) -> Doc<'d> {
        self.arena.nil()
    }

    pub(crate) fn plain(&self, text: impl Into<std::borrow::Cow<'d, str>>) -> Doc<'d> {
        self.arena.text(text)
    }

    /// Pieces one after another. They are joined in halves, so that nobody walks down a long chain.
    pub(crate) fn join(&self, mut docs: Vec<Doc<'d>>) -> Doc<'d> {
        match docs.len() {
            0 => self.nil(),
            1 => docs.remove(0),
            n => {
                let behind = docs.split_off(n / 2);
                self.join(docs).append(self.join(behind))
            }
        }
    }

    /// Blanks that stand only where the block around them is laid out in lines.
    pub(crate) fn pad(&self, columns: usize) -> Doc<'d> {
        if self.commented {
            return self.nil();
        }
        self.plain(" ".repeat(columns)).flat_alt(self.nil())
    }

    /// What stands before the next token, with the comments there, which turn it into a new line.
    pub(crate) fn gap(&mut self, gap: Gap) -> Doc<'d> {
        self.gap_with(gap, false)
    }

    fn gap_with(&mut self, gap: Gap, apart: bool) -> Doc<'d> {
        let commented = self.is_commented();
        if let Some(blank) = self.kept_line.joins(self.next) {
            if blank {
                self.begins_line = false;
                return self.open_flat(gap);
            }
            return self.forced(apart, commented);
        }
        let forced = gap == Gap::Hard || self.commented || commented;
        if !forced {
            self.begins_line = false;
            let line = self.open(gap);
            return if apart { self.lines(apart).flat_alt(line) } else { line };
        }
        self.forced(apart, commented)
    }

    /// A new line, with the comments there.
    fn forced(&mut self, apart: bool, commented: bool) -> Doc<'d> {
        (self.begins_line, self.commented) = (true, false);
        let lines = self.lines(apart);
        if !commented {
            return lines;
        }
        let breaks = self.peek().map_or(0, |token| token.breaks);
        let doc = lines.append(self.comments()).append(self.lines(breaks > 1));
        self.begins_line = true;
        doc
    }

    /// A gap on a line that stays one.
    fn open_flat(&self, gap: Gap) -> Doc<'d> {
        match gap {
            Gap::None | Gap::Soft => self.nil(),
            Gap::Blank | Gap::Line | Gap::Wide | Gap::Fill | Gap::Hard => self.plain(" "),
        }
    }

    /// A gap that nothing forces.
    fn open(&self, gap: Gap) -> Doc<'d> {
        match gap {
            Gap::None | Gap::Hard => self.nil(),
            Gap::Blank => self.plain(" "),
            Gap::Line => self.arena.line(),
            Gap::Wide => self.arena.hardline().flat_alt(self.plain("  ")),
            Gap::Soft => self.arena.line_(),
            Gap::Fill => self.arena.softline(),
        }
    }

    /// A new line, and a blank one before it where things stand apart. A line takes its indentation from what follows, so
    /// the blank one has none.
    pub(crate) fn lines(&self, apart: bool) -> Doc<'d> {
        let line = self.arena.hardline();
        if apart { line.append(self.arena.hardline()).nest(MARGIN) } else { line }
    }

    /// A gap that keeps one blank line if there were some, where the block is laid out in lines.
    pub(crate) fn gap_kept(&mut self, gap: Gap) -> Doc<'d> {
        self.gap_with(gap, self.breaks() > 1)
    }

    /// A new line if the author began one here.
    pub(crate) fn gap_author(&mut self, otherwise: Gap) -> Doc<'d> {
        let gap = if self.breaks() > 0 { Gap::Hard } else { otherwise };
        self.gap(gap)
    }

    pub(crate) fn peek(&self) -> Option<&'d Token<'d>> {
        self.tokens.get(self.next).copied()
    }

    /// The line breaks before what comes next, comments included.
    pub(crate) fn breaks(&self) -> usize {
        let Some(token) = self.peek() else { return 0 };
        let comment = token.before.first().filter(|_| !self.told);
        comment.map_or(token.breaks, |comment| comment.breaks)
    }

    /// Whether comments stand before the next token.
    pub(crate) fn is_commented(&self) -> bool {
        !self.told && self.peek().is_some_and(|token| !token.before.is_empty())
    }

    /// Whether the last token has a comment behind it.
    pub(crate) fn is_comment_behind(&self) -> bool {
        self.commented
    }

    /// The comments before the next token, without the line's end behind the last.
    pub(crate) fn comments(&mut self) -> Doc<'d> {
        let token = self.peek().filter(|_| !self.told);
        let mut docs = Vec::new();
        for (index, comment) in token.into_iter().flat_map(|token| token.before.iter().enumerate()) {
            if index > 0 {
                docs.push(self.lines(comment.breaks > 1));
            }
            docs.push(self.plain(comment.text));
        }
        (self.told, self.begins_line) = (true, false);
        self.join(docs)
    }

    /// The next token with its comments.
    pub(crate) fn token(&mut self) -> Doc<'d> {
        let (words, rest) = self.token_parts(false);
        words.append(rest)
    }

    /// The next token in two: `must`, and `not`.
    pub(crate) fn token_in_two(&mut self) -> (Doc<'d>, Doc<'d>) {
        self.token_parts(true)
    }

    fn token_parts(&mut self, in_two: bool) -> (Doc<'d>, Doc<'d>) {
        let Some(token) = self.peek() else { return (self.nil(), self.nil()) };
        let mut before = self.nil();
        if (self.commented || self.is_commented()) && !self.begins_line {
            before = self.gap(Gap::Hard);
        }
        let spelled = spelling::spelled(token);
        let not = spelled.strip_suffix(" not").filter(|_| in_two).map(str::to_owned);
        let behind = token.behind.map_or(self.nil(), |comment| self.behind(comment));
        let (words, rest) = match not {
            Some(force) => (self.plain(force), self.plain("not").append(behind)),
            None => (self.words(token), behind),
        };
        let words = before.append(words);
        (self.next, self.told, self.begins_line) = (self.next + 1, false, false);
        self.commented = token.behind.is_some();
        (words, rest)
    }

    /// A comment at the end of a line takes no room: it is no reason to break the line.
    fn behind(&self, comment: &'d str) -> Doc<'d> {
        let words = Inner::OwnedText(format!("  {comment}").into()).into_doc(self.arena);
        DocBuilder(self.arena, Inner::RenderLen(0, words).into())
    }

    fn words(&mut self, token: &'d Token<'d>) -> Doc<'d> {
        match token.kind {
            TokenKind::BlockText => {
                let text = texts::indented(token.text, self.indent);
                self.verbatim(&text)
            }
            TokenKind::Broken => self.verbatim(token.text),
            _ => self.plain(spelling::spelled(token)),
        }
    }

    /// Lines that bring their own indentation.
    pub(crate) fn verbatim(&self, text: &str) -> Doc<'d> {
        let lines = text.split('\n').map(|line| self.plain(line.to_owned()));
        self.arena.intersperse(lines, self.arena.hardline()).nest(MARGIN)
    }

    /// What stands before the next token on its line, if only blanks do.
    pub(crate) fn indentation(&self) -> Option<&'d str> {
        let before = &self.text[..self.peek()?.start];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        line.trim_matches([' ', '\t', '\u{3000}', '\u{A0}']).is_empty().then_some(line)
    }

    /// What could not be read, as it stands: with the blanks before it, if it begins a line.
    pub(crate) fn broken(&mut self) -> Doc<'d> {
        let Some(token) = self.peek() else { return self.nil() };
        let indentation = self.indentation();
        let mut apart = self.breaks() > 1;
        let mut comments = self.nil();
        if self.is_commented() {
            comments = self.lines(apart && self.next > 0).append(self.comments());
            apart = token.breaks > 1;
        }
        self.begins_line = true;
        let line = self.lines(apart).append(self.plain(indentation.unwrap_or(""))).append(self.token());
        comments.append(if indentation.is_some() { line.nest(MARGIN) } else { line })
    }
}

/// The tokens in order.
fn collect<'d>(node: &'d Node<'d>, tokens: &mut Vec<&'d Token<'d>>) {
    for piece in &node.pieces {
        match piece {
            Piece::Node(node) => collect(node, tokens),
            Piece::Token(token) => tokens.push(token),
        }
    }
}

trait IntoDoc<'d> {
    fn into_doc(self, arena: &'d Arena<'d>) -> pretty::RefDoc<'d>;
}

impl<'d> IntoDoc<'d> for Inner<'d, pretty::RefDoc<'d>> {
    fn into_doc(self, arena: &'d Arena<'d>) -> pretty::RefDoc<'d> {
        arena.alloc(self)
    }
}
