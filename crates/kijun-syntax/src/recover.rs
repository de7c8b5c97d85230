//! What did not parse: found again by the rule that it should have been, to say exactly where.

use pest::Parser;

use crate::ast::Broken;
use crate::explain;
use crate::from_pairs::{Cx, is_blank};
use crate::grammar::{Grammar, Pair, Rule};

/// Reports a piece of junk and keeps what can be told of it.
pub(crate) fn broken(cx: &mut Cx<'_>, pair: &Pair<'_>, alone: Rule) -> Broken {
    let span = cx.span(pair);
    let start = pair.as_span().start();
    let text = pair.as_str().trim_end_matches(is_blank);
    let inner = Cx::new(cx.file, text, cx.base + start);
    if let Err(error) = Grammar::parse(alone, text) {
        cx.report(explain::explain(&inner, &error));
    }
    let mut words = text.split(|c: char| is_blank(c) || c == '{' || c == ':').filter(|w| !w.is_empty());
    let keyword = words.next().map(str::to_owned);
    Broken { keyword, name: words.next().map(str::to_owned), span }
}
