//! Messages: words with `{expr}` between them.

use pest::Parser;

use crate::ast::{Ident, Message, MessagePart};
use crate::explain;
use crate::from_pairs::Cx;
use crate::grammar::{Grammar, Pair, Rule, first};
use crate::problem;

impl<'i> Cx<'i> {
    /// `[LANG] "…"`
    pub(super) fn message(&mut self, pair: &Pair<'i>) -> Option<(Option<Ident>, Message)> {
        let lang = first(pair, Rule::lang).map(|p| self.name(&p));
        let string = first(pair, Rule::string)?;
        let body = string.as_str().get(1..string.as_str().len() - 1)?;
        let parts = self.message_parts(body, string.as_span().start() + 1);
        Some((lang, Message { parts, span: self.span(&string) }))
    }

    fn message_parts(&mut self, body: &'i str, start: usize) -> Vec<MessagePart> {
        let mut parts = Vec::new();
        let mut words = String::new();
        let mut at = 0;
        while let Some(found) = body[at..].find(['{', '}']) {
            let brace = at + found;
            words.push_str(&self.unescape(&body[at..brace], start + at));
            at = if body[brace..].starts_with("{{") || body[brace..].starts_with("}}") {
                words.push_str(&body[brace..=brace]);
                brace + 2
            } else {
                match self.interpolation(body, brace, start) {
                    Some((part, end)) => {
                        flush(&mut words, &mut parts);
                        parts.extend(part);
                        end
                    }
                    None => brace + 1,
                }
            };
        }
        words.push_str(&self.unescape(&body[at..], start + at));
        flush(&mut words, &mut parts);
        parts
    }

    /// The expression between the brace at `open` and the next closing one, and where the text goes on.
    fn interpolation(
        &mut self,
        body: &'i str,
        open: usize,
        start: usize,
    ) -> Option<(Option<MessagePart>, usize)> {
        let close = body[open..].find('}').map(|n| open + n).filter(|_| body[open..].starts_with('{'));
        let Some(close) = close else {
            let span = self.span_at(start + open, start + open + 1);
            self.report(problem::lone_brace(span, &body[open..=open]));
            return None;
        };
        let inner = &body[open + 1..close];
        let base = self.base + start + open + 1;
        let mut cx = Cx::new(self.file, inner, base);
        let part = match Grammar::parse(Rule::interpolation, inner) {
            Ok(mut pairs) => pairs.next().map(|pair| MessagePart::Expr(cx.expr_in(&pair))),
            Err(error) => {
                cx.report(explain::explain(&cx, &error, Rule::EOI));
                None
            }
        };
        self.diagnostics.append(cx.diagnostics);
        Some((part, close + 1))
    }
}

fn flush(words: &mut String, parts: &mut Vec<MessagePart>) {
    if !words.is_empty() {
        parts.push(MessagePart::Text(std::mem::take(words)));
    }
}
