//! The head of a standard.

use crate::ast::{Standard, StandardMember};
use crate::from_pairs::Cx;
use crate::from_pairs::clause::Seen;
use crate::grammar::{Pair, Rule, inside};
use crate::recover;

impl<'i> Cx<'i> {
    pub(super) fn standard(&mut self, pair: &Pair<'i>) -> Standard {
        let mut members = Vec::new();
        let mut seen = Seen::default();
        for piece in inside(pair) {
            match piece.as_rule() {
                Rule::standard_member => {
                    let member = inside(&piece).next();
                    members.extend(member.and_then(|member| self.standard_member(&member, &mut seen)));
                }
                Rule::member_junk => {
                    recover::read_again(self, &piece, Rule::alone_standard_member, |cx, member| {
                        members.extend(cx.standard_member(member, &mut seen));
                    });
                }
                _ => {}
            }
        }
        Standard { name: self.name_in(pair), members, span: self.span(pair) }
    }

    fn standard_member(&mut self, pair: &Pair<'i>, seen: &mut Seen) -> Option<StandardMember> {
        let span = self.span(pair);
        let mut once = |cx: &mut Cx<'i>, word: &'static str| cx.once(seen, word, span);
        Some(match pair.as_rule() {
            Rule::s_title => {
                let (lang, text) = self.tagged_text_in(pair);
                match &lang {
                    None => self.once(seen, "title", span),
                    Some(lang) => self.once_in(seen, "title", &lang.name, span),
                }
                StandardMember::Title(lang, text)
            }
            Rule::s_issuer => {
                once(self, "issuer");
                StandardMember::Issuer(self.text_in(pair))
            }
            Rule::s_tier => {
                once(self, "tier");
                StandardMember::Tier(self.name_in(pair))
            }
            Rule::s_edition => {
                once(self, "edition");
                StandardMember::Edition(self.date_in(pair))
            }
            Rule::in_force => {
                once(self, "in force from");
                StandardMember::InForceFrom(self.date_in(pair))
            }
            Rule::until => {
                once(self, "until");
                StandardMember::Until(self.date_in(pair))
            }
            Rule::s_conforms => StandardMember::ConformsTo(self.edition_refs_in(pair)),
            Rule::s_supersedes => StandardMember::Supersedes(self.edition_refs_in(pair)),
            Rule::s_adopts => StandardMember::Adopts(self.clause_refs_in(pair)),
            Rule::s_excludes => StandardMember::Excludes(self.clause_refs_in(pair), self.text_in(pair)),
            Rule::s_uses => StandardMember::Uses(self.name_list_in(pair)),
            Rule::s_monotone => StandardMember::MonotoneIn(self.expr_in(pair)),
            _ => return None,
        })
    }
}
