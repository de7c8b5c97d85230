//! Roles, definitions, terms, parameters and their settings.

use kijun_diag::Span;

use crate::ast::{Constraint, Define, Parameter, Role, Set, Term};
use crate::from_pairs::Cx;
use crate::from_pairs::clause::Seen;
use crate::grammar::{Pair, Rule, first, inside};
use crate::recover;

impl<'i> Cx<'i> {
    pub(super) fn role(&mut self, pair: &Pair<'i>) -> Role {
        let (name, titles) = (self.name_in(pair), self.titles_in(pair));
        let mut role =
            Role { name, titles, reports_to: None, incompatible_with: Vec::new(), span: self.span(pair) };
        let mut seen = Seen::default();
        for piece in inside(pair) {
            match piece.as_rule() {
                Rule::role_member => {
                    let member = inside(&piece).next();
                    member.iter().for_each(|member| self.role_member(member, &mut role, &mut seen));
                }
                Rule::member_junk => {
                    recover::read_again(self, &piece, Rule::alone_role_member, |cx, member| {
                        cx.role_member(member, &mut role, &mut seen);
                    });
                }
                _ => {}
            }
        }
        role
    }

    fn role_member(&mut self, member: &Pair<'i>, role: &mut Role, seen: &mut Seen) {
        if member.as_rule() == Rule::role_reports {
            self.once(seen, "reports to", self.span(member));
            role.reports_to = Some(self.name_in(member));
        } else {
            role.incompatible_with.extend(self.name_list_in(member));
        }
    }

    pub(super) fn define(&mut self, pair: &Pair<'i>) -> Define {
        let params = inside(pair).filter(|p| p.as_rule() == Rule::param);
        let params = params.map(|p| (self.name_in(&p), self.type_in(&p))).collect();
        let (name, body) = (self.name_in(pair), self.expr_in(pair));
        Define { name, params, body, span: self.span(pair) }
    }

    pub(super) fn term(&mut self, pair: &Pair<'i>) -> Term {
        Term { words: self.text_in(pair), means: self.name_in(pair), span: self.span(pair) }
    }

    pub(super) fn parameter(&mut self, pair: &Pair<'i>) -> Parameter {
        let constraints = inside(pair).filter(|p| p.as_rule() == Rule::constraint);
        let constraints = constraints.filter_map(|p| self.constraint(&p)).collect();
        let (name, ty, titles) = (self.name_in(pair), self.type_in(pair), self.titles_in(pair));
        Parameter { name, ty, constraints, titles, span: self.span(pair) }
    }

    fn constraint(&mut self, pair: &Pair<'i>) -> Option<Constraint> {
        if let Some(set) = first(pair, Rule::set_of) {
            return Some(Constraint::In(self.exprs_in(&set)));
        }
        let op = inside(pair).find_map(|p| self.compare_op(&p))?;
        Some(Constraint::Compare(op, self.expr_in(pair)))
    }

    pub(super) fn set(&mut self, pair: &Pair<'i>) -> Set {
        let name = first(pair, Rule::parameter_name);
        let name = self.name_in(&name.unwrap_or_else(|| pair.clone()));
        let (standard, value) = (self.edition_ref_in(pair), self.expr_in(pair));
        let span: Span = self.span(pair);
        Set { standard, name, value, span }
    }
}
