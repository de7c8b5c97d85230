//! The generated parser. Its rules do not leave the crate.

#[derive(pest_derive::Parser)]
#[grammar = "grammar.pest"]
pub(crate) struct Grammar;

/// A piece of text that a rule read.
pub(crate) type Pair<'i> = pest::iterators::Pair<'i, Rule>;

/// What stands inside a piece, without the comments.
pub(crate) fn inside<'i>(pair: &Pair<'i>) -> impl Iterator<Item = Pair<'i>> + use<'i> {
    pair.clone().into_inner().filter(|p| p.as_rule() != Rule::COMMENT)
}

/// The first piece of this rule directly inside.
pub(crate) fn first<'i>(pair: &Pair<'i>, rule: Rule) -> Option<Pair<'i>> {
    inside(pair).find(|p| p.as_rule() == rule)
}

/// Whether a piece of this rule stands directly inside.
pub(crate) fn has(pair: &Pair<'_>, rule: Rule) -> bool {
    first(pair, rule).is_some()
}
