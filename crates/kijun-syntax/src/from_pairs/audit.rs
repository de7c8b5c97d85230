//! What an audit brings along: exceptions, measures, tests.

use crate::ast::{
    CaseRow, Cases, Exception, Expect, Given, Goal, Ident, Literal, LiteralKind, Measure, Sort, Take, Test,
};
use crate::from_pairs::Cx;
use crate::from_pairs::clause::Seen;
use crate::grammar::{Pair, Rule, first, inside};
use crate::recover;

impl<'i> Cx<'i> {
    /// Takes the members of a block; what could not be read is read again by the rule for one alone.
    fn members(
        &mut self,
        pair: &Pair<'i>,
        member: Rule,
        alone: Rule,
        mut take: impl FnMut(&mut Cx<'i>, &Pair<'i>),
    ) {
        for piece in inside(pair) {
            if piece.as_rule() == member {
                inside(&piece).take(1).for_each(|member| take(self, &member));
            } else if piece.as_rule() == Rule::member_junk {
                recover::read_again(self, &piece, alone, &mut take);
            }
        }
    }

    pub(super) fn exception(&mut self, pair: &Pair<'i>) -> Exception {
        let mut exception = Exception {
            id: self.number_in(pair),
            titles: self.titles_in(pair),
            to: Vec::new(),
            subjects: None,
            approved: None,
            from: None,
            until: None,
            because: None,
            compensated_by: Vec::new(),
            span: self.span(pair),
        };
        let mut seen = Seen::default();
        self.members(pair, Rule::exception_member, Rule::alone_exception_member, |cx, member| {
            cx.exception_member(member, &mut exception, &mut seen);
        });
        exception
    }

    fn exception_member(&mut self, pair: &Pair<'i>, exception: &mut Exception, seen: &mut Seen) {
        let span = self.span(pair);
        match pair.as_rule() {
            Rule::x_to => exception.to.extend(self.clause_refs_in(pair)),
            Rule::c_for => {
                self.once(seen, "for", span);
                exception.subjects = self.subjects_in(pair);
            }
            Rule::x_approved => {
                self.once(seen, "approved by", span);
                exception.approved = Some((self.name_in(pair), self.date_in(pair)));
            }
            Rule::x_from => {
                self.once(seen, "from", span);
                exception.from = Some(self.date_in(pair));
            }
            Rule::until => {
                self.once(seen, "until", span);
                exception.until = Some(self.date_in(pair));
            }
            Rule::x_because => {
                self.once(seen, "because", span);
                exception.because = Some(self.text_in(pair));
            }
            Rule::x_compensated => exception.compensated_by.extend(self.clause_refs_in(pair)),
            _ => {}
        }
    }

    pub(super) fn measure(&mut self, pair: &Pair<'i>) -> Measure {
        let (name, titles) = (self.name_in(pair), self.titles_in(pair));
        let span = self.span(pair);
        let mut measure = Measure {
            name,
            titles,
            over: None,
            except: None,
            takes: Vec::new(),
            target: None,
            each: None,
            by: Vec::new(),
            owner: None,
            see: Vec::new(),
            span,
        };
        let mut seen = Seen::default();
        self.members(pair, Rule::measure_member, Rule::alone_measure_member, |cx, member| {
            cx.measure_member(member, &mut measure, &mut seen);
        });
        measure
    }

    fn measure_member(&mut self, pair: &Pair<'i>, measure: &mut Measure, seen: &mut Seen) {
        let span = self.span(pair);
        match pair.as_rule() {
            Rule::m_over => {
                self.once(seen, "over", span);
                measure.over = self.subjects_in(pair);
            }
            Rule::m_except => {
                self.once(seen, "except", span);
                measure.except = Some((self.expr_in(pair), self.titles(pair)));
            }
            Rule::m_target => {
                self.once(seen, "target", span);
                measure.target = self.goal(pair);
            }
            Rule::m_each => {
                self.once(seen, "each", span);
                measure.each = self.goal(pair);
            }
            Rule::m_by => measure.by.extend(self.exprs_in(pair)),
            Rule::m_owner => {
                self.once(seen, "owner", span);
                measure.owner = Some(self.name_in(pair));
            }
            Rule::c_see => measure.see.extend(self.clause_refs_in(pair)),
            rule => measure.takes.extend(sort(rule).map(|sort| {
                let value = self.optional_expr_in(pair);
                Take { sort, value, span }
            })),
        }
    }

    fn goal(&mut self, pair: &Pair<'i>) -> Option<Goal> {
        let goal = first(pair, Rule::goal)?;
        let op = inside(&goal).find_map(|p| self.compare_op(&p))?;
        Some(Goal { op, bound: self.expr_in(&goal), span: self.span(&goal) })
    }

    pub(super) fn test(&mut self, pair: &Pair<'i>) -> Test {
        let (title, span) = (self.text_in(pair), self.span(pair));
        let mut test =
            Test { title, on: None, given: Vec::new(), expect: Vec::new(), cases: Vec::new(), span };
        let mut seen = Seen::default();
        self.members(pair, Rule::test_member, Rule::alone_test_member, |cx, member| match member.as_rule() {
            Rule::t_on => {
                cx.once(&mut seen, "on", cx.span(member));
                test.on = Some(cx.date_in(member));
            }
            Rule::given => test.given.extend(cx.given(member)),
            Rule::cases => test.cases.extend(cx.cases(member)),
            _ => test.expect.extend(cx.expect(member)),
        });
        test
    }

    fn given(&mut self, pair: &Pair<'i>) -> Option<Given> {
        let mut names = self.names_in(pair).into_iter();
        let value = first(pair, Rule::lit_record)?;
        let (kind, name) = (names.next()?, names.next()?);
        let taken = first(pair, Rule::date).map(|_| self.date_in(pair));
        Some(Given { kind, name, taken, value: self.literal(&value), span: self.span(pair) })
    }

    fn expect(&mut self, pair: &Pair<'i>) -> Option<Expect> {
        let statement = self.clause_ref(&first(pair, Rule::clause_ref)?);
        let result = first(pair, Rule::result)?;
        let result = Ident { name: result.as_str().to_owned(), span: self.span(&result) };
        let (subject, because) = (self.optional_name_in(pair), self.optional_expr_in(pair));
        Some(Expect { statement, result, subject, because, span: self.span(pair) })
    }

    fn cases(&mut self, pair: &Pair<'i>) -> Option<Cases> {
        let statement = self.clause_ref(&first(pair, Rule::clause_ref)?);
        // Names before the statement are columns; one after it is the subject.
        let mut names = self.names_in(pair);
        let subject = names.pop_if(|name| name.span.start > statement.span.start);
        let rows = inside(pair).filter(|piece| piece.as_rule() == Rule::case_row);
        let rows = rows.filter_map(|row| self.case_row(&row)).collect();
        Some(Cases { columns: names, statement, subject, rows, span: self.span(pair) })
    }

    fn case_row(&mut self, pair: &Pair<'i>) -> Option<CaseRow> {
        let result = first(pair, Rule::result)?;
        let result = Ident { name: result.as_str().to_owned(), span: self.span(&result) };
        let because = first(pair, Rule::case_reason).map(|reason| self.expr(&reason));
        let is_value = |piece: &Pair<'i>| {
            !matches!(piece.as_rule(), Rule::arrow | Rule::result | Rule::k_because | Rule::case_reason)
        };
        let values = inside(pair).filter(is_value).map(|value| self.literal(&value)).collect();
        Some(CaseRow { values, result, because, span: self.span(pair) })
    }

    fn literal(&mut self, pair: &Pair<'i>) -> Literal {
        let kind = match pair.as_rule() {
            Rule::lit_record => LiteralKind::Record(self.literal_fields(pair)),
            Rule::lit_list => LiteralKind::List(inside(pair).map(|p| self.literal(&p)).collect()),
            Rule::lit_word => LiteralKind::Word(pair.as_str().to_owned()),
            _ => LiteralKind::Text(self.text(pair).value),
        };
        Literal { kind, span: self.span(pair) }
    }

    fn literal_fields(&mut self, pair: &Pair<'i>) -> Vec<(Ident, Literal)> {
        let mut fields = Vec::new();
        for field in inside(pair).filter(|p| p.as_rule() == Rule::lit_field) {
            let name = self.name_in(&field);
            if let Some(value) = inside(&field).find(|p| p.as_rule() != Rule::name) {
                fields.push((name, self.literal(&value)));
            }
        }
        fields
    }
}

/// The figure that a member of a measure takes.
fn sort(rule: Rule) -> Option<Sort> {
    Some(match rule {
        Rule::m_share => Sort::Share,
        Rule::m_count => Sort::Count,
        Rule::m_sum => Sort::Sum,
        Rule::m_mean => Sort::Mean,
        Rule::m_min => Sort::Min,
        Rule::m_max => Sort::Max,
        _ => return None,
    })
}
