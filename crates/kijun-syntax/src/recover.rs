//! What did not parse: read again by the rule that it should have been, to say exactly where, and to
//! keep what was right.

use pest::Parser;
use pest::error::{Error, InputLocation};

use crate::ast::Broken;
use crate::explain;
use crate::from_pairs::{Cx, Unread, is_blank};
use crate::grammar::{Grammar, Pair, Rule, inside};

/// Reports a piece of junk, and returns what can be told of it.
///
/// A member often becomes junk only because of the line behind it. Where the first wrong thing begins
/// a line and what stands before it reads well, `take` gets that.
pub(crate) fn read_again<'i>(
    cx: &mut Cx<'i>,
    pair: &Pair<'i>,
    alone: Rule,
    take: impl FnOnce(&mut Cx<'i>, &Pair<'i>),
) -> Option<Broken> {
    let start = pair.as_span().start();
    let text = pair.as_str().trim_end_matches(is_blank);
    let mut inner = Cx::new(cx.file, text, cx.base + start);
    let (good, wrong) = match Grammar::parse(alone, text) {
        Ok(mut pairs) => (pairs.next(), None),
        Err(error) => {
            let diagnostic = explain::explain(&inner, &error, alone);
            cx.unread.push(Unread { diagnostic, start });
            let at = line_before(text, &error);
            (at.and_then(|at| Grammar::parse(alone, &text[..at]).ok()?.next()), Some(at.unwrap_or(0)))
        }
    };
    let kept = good.and_then(|good| inside(&good).next());
    if let Some(member) = &kept {
        inner.note_comments(member);
        take(&mut inner, member);
        cx.diagnostics.append(inner.diagnostics);
    }
    let from = wrong? * usize::from(kept.is_some());
    Some(broken(cx, &text[from..], start + from))
}

/// Where the line of the first wrong thing begins, if nothing right stands on it.
fn line_before(text: &str, error: &Error<Rule>) -> Option<usize> {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let line = text.get(..at)?.rfind('\n')?;
    text[line..at].chars().all(is_blank).then_some(line)
}

fn broken(cx: &Cx<'_>, text: &str, start: usize) -> Broken {
    let blanks = text.len() - text.trim_start_matches(is_blank).len();
    let mut words = text.split(|c: char| is_blank(c) || c == '{' || c == ':').filter(|w| !w.is_empty());
    let keyword = words.next().filter(|w| w.starts_with(unicode_ident::is_xid_start)).map(str::to_owned);
    // A number may hold brackets, a name may not: `define big(b: box)` declares `big`.
    let whole = matches!(keyword.as_deref(), Some("clause" | "section"));
    let cut = |w: &'_ str| if whole { w.to_owned() } else { w.split('(').next().unwrap_or(w).to_owned() };
    let name = words.next().filter(|w| !w.starts_with('"')).map(cut);
    Broken { keyword, name, span: cx.span_at(start + blanks, start + text.len()) }
}
