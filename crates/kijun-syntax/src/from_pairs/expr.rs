//! Expressions: the flat pieces of the grammar, put in order by one table of precedence.

use std::sync::LazyLock;

use pest::pratt_parser::{Assoc, Op, PrattParser};

use crate::ast::{BinaryOp, Direction, Domain, Expr, ExprKind, Fold, Quantifier, Range, Text};
use crate::from_pairs::Cx;
use crate::from_pairs::terminal::is_text;
use crate::grammar::{Pair, Rule, first, has, inside};
use crate::problem;

/// More operators than this around one operand are refused: every later stage walks the tree by
/// recursion.
const MOST_OPERATORS: usize = 400;

/// Loosest first. A quantifier and an `if` are prefixes that bind loosest of all, so that their
/// operand reaches as far right as it can.
static PRECEDENCE: LazyLock<PrattParser<Rule>> = LazyLock::new(|| {
    use Assoc::{Left, Right};
    PrattParser::new()
        .op(Op::prefix(Rule::quantifier) | Op::prefix(Rule::if_then))
        .op(Op::infix(Rule::k_implies, Right))
        .op(Op::infix(Rule::k_or, Left) | Op::infix(Rule::wrong_or, Left))
        .op(Op::infix(Rule::k_and, Left) | Op::infix(Rule::wrong_and, Left))
        .op(Op::prefix(Rule::k_not) | Op::prefix(Rule::wrong_not))
        .op(comparisons())
        .op(Op::infix(Rule::add, Left) | Op::infix(Rule::sub, Left))
        .op(Op::infix(Rule::mul, Left) | Op::infix(Rule::div, Left))
        .op(Op::prefix(Rule::neg))
});

fn comparisons() -> Op<Rule> {
    let infix = |rule| Op::infix(rule, Assoc::Left);
    let words = infix(Rule::k_in)
        | infix(Rule::k_not_in)
        | infix(Rule::k_contains)
        | infix(Rule::k_starts_with)
        | infix(Rule::k_ends_with);
    let signs = infix(Rule::eq)
        | infix(Rule::ne)
        | infix(Rule::lt)
        | infix(Rule::le)
        | infix(Rule::gt)
        | infix(Rule::ge);
    let wrong = infix(Rule::wrong_eq)
        | infix(Rule::wrong_ne)
        | infix(Rule::wrong_lt)
        | infix(Rule::wrong_le)
        | infix(Rule::wrong_gt)
        | infix(Rule::wrong_ge);
    let postfix = Op::postfix(Rule::in_set)
        | Op::postfix(Rule::matches)
        | Op::postfix(Rule::is_there)
        | Op::postfix(Rule::within);
    words | signs | wrong | postfix
}

/// An operand on its way into the tree.
struct Operand {
    expr: Expr,
    /// Whether it is a comparison without parentheses, which takes no second comparison.
    comparison: bool,
}

impl From<Expr> for Operand {
    fn from(expr: Expr) -> Operand {
        Operand { expr, comparison: false }
    }
}

impl<'i> Cx<'i> {
    /// The first expression directly inside. The grammar promises one where this is asked.
    pub(super) fn expr_in(&mut self, pair: &Pair<'i>) -> Expr {
        self.optional_expr_in(pair).unwrap_or_else(|| self.nothing(pair))
    }

    pub(super) fn optional_expr_in(&mut self, pair: &Pair<'i>) -> Option<Expr> {
        inside(pair).find(|p| is_expr(p.as_rule())).map(|p| self.expr(&p))
    }

    /// Every expression directly inside.
    pub(super) fn exprs_in(&mut self, pair: &Pair<'i>) -> Vec<Expr> {
        inside(pair).filter(|p| is_expr(p.as_rule())).map(|p| self.expr(&p)).collect()
    }

    /// Stands where an expression could not be built; its diagnostic has been given.
    pub(super) fn nothing(&self, pair: &Pair<'i>) -> Expr {
        Expr { kind: ExprKind::Bool(true), span: self.span(pair) }
    }

    pub(super) fn expr(&mut self, pair: &Pair<'i>) -> Expr {
        let operators = inside(pair).filter(|p| p.as_rule() != Rule::primary).count();
        if self.operators + operators > MOST_OPERATORS {
            self.report(problem::too_many_operators(self.span(pair), MOST_OPERATORS));
            return self.nothing(pair);
        }
        self.operators += operators;
        // The closures take turns with the one context.
        let cx = std::cell::RefCell::new(&mut *self);
        let operand = PRECEDENCE
            .map_primary(|primary| Operand::from(cx.borrow_mut().primary(&primary)))
            .map_prefix(|op, operand| Operand::from(cx.borrow_mut().prefix(&op, operand.expr)))
            .map_postfix(|operand, op| cx.borrow_mut().postfix(operand, &op))
            .map_infix(|left, op, right| cx.borrow_mut().infix(left, &op, right))
            .parse(inside(pair));
        self.operators -= operators;
        operand.expr
    }

    fn prefix(&mut self, op: &Pair<'i>, operand: Expr) -> Expr {
        let span = self.span(op).to(operand.span);
        let operand = Box::new(operand);
        let kind = match op.as_rule() {
            Rule::quantifier => {
                let range = self.range_in(op);
                ExprKind::Quantified { quantifier: self.quantifier(op), range, body: operand }
            }
            Rule::if_then => {
                let mut exprs = self.exprs_in(op).into_iter();
                let mut next = || exprs.next().unwrap_or_else(|| self.nothing(op));
                ExprKind::If(Box::new(next()), Box::new(next()), operand)
            }
            Rule::neg => {
                if let Some(wrong) = first(op, Rule::wrong_minus) {
                    self.wrong_spelling(&wrong);
                }
                ExprKind::Negate(operand)
            }
            rule => {
                if rule == Rule::wrong_not {
                    self.wrong_spelling(op);
                }
                ExprKind::Not(operand)
            }
        };
        Expr { kind, span }
    }

    fn quantifier(&mut self, op: &Pair<'i>) -> Quantifier {
        let Some(word) = inside(op).next() else { return Quantifier::Every };
        match word.as_rule() {
            Rule::k_some => Quantifier::Some,
            Rule::k_no => Quantifier::No,
            Rule::wrong_some => {
                self.wrong_spelling(&word);
                Quantifier::Some
            }
            Rule::wrong_every => {
                self.wrong_spelling(&word);
                Quantifier::Every
            }
            _ => Quantifier::Every,
        }
    }

    fn range_in(&mut self, pair: &Pair<'i>) -> Range {
        let pair = first(pair, Rule::range).unwrap_or_else(|| pair.clone());
        let domain = match first(&pair, Rule::domain) {
            Some(domain) => match first(&domain, Rule::all_kind) {
                Some(all) => Domain::All(self.name_in(&all)),
                None => Domain::Expr(Box::new(self.expr_in(&domain))),
            },
            None => Domain::Expr(Box::new(self.nothing(&pair))),
        };
        let filter = self.optional_expr_in(&pair).map(Box::new);
        Range { binder: self.name_in(&pair), domain, filter }
    }

    fn postfix(&mut self, operand: Operand, op: &Pair<'i>) -> Operand {
        self.refuse_chain(&operand, op);
        let span = operand.expr.span.to(self.span(op));
        let item = Box::new(operand.expr);
        let kind = match op.as_rule() {
            Rule::in_set => {
                let set = first(op, Rule::set_of).map(|set| self.exprs_in(&set)).unwrap_or_default();
                ExprKind::InSet { negated: has(op, Rule::k_not_in), item, set }
            }
            Rule::matches => ExprKind::Matches(item, self.regex_in(op)),
            Rule::within => self.within(item, op),
            _ => ExprKind::Is(item, self.is_present(op)),
        };
        Operand { expr: Expr { kind, span }, comparison: true }
    }

    fn regex_in(&mut self, op: &Pair<'i>) -> Text {
        let Some(regex) = first(op, Rule::regex) else {
            return Text { value: String::new(), span: self.span(op) };
        };
        let written = regex.as_str();
        let value = written.get(1..written.len() - 1).unwrap_or("").replace("\\/", "/");
        Text { value, span: self.span(&regex) }
    }

    fn within(&mut self, date: Box<Expr>, op: &Pair<'i>) -> ExprKind {
        let direction = match () {
            () if has(op, Rule::k_before) => Direction::Before,
            () if has(op, Rule::k_after) => Direction::After,
            () => Direction::Of,
        };
        let mut exprs = self.exprs_in(op).into_iter();
        let mut next = || Box::new(exprs.next().unwrap_or_else(|| self.nothing(op)));
        ExprKind::Within { date, duration: next(), direction, anchor: next() }
    }

    fn is_present(&mut self, op: &Pair<'i>) -> bool {
        let Some(word) = inside(op).nth(1) else { return true };
        match word.as_rule() {
            Rule::k_present => return true,
            Rule::k_absent => return false,
            _ => self.wrong_spelling(&word),
        }
        word.as_rule() == Rule::wrong_not_absent
    }

    fn infix(&mut self, left: Operand, op: &Pair<'i>, right: Operand) -> Operand {
        let span = left.expr.span.to(right.expr.span);
        let comparison = is_comparison(op.as_rule());
        if comparison {
            self.refuse_chain(&left, op);
        }
        let op = self.infix_op(op);
        let (left, right) = (Box::new(left.expr), Box::new(right.expr));
        let kind = match op {
            Infix::Binary(op) => ExprKind::Binary(op, left, right),
            Infix::In { negated } => ExprKind::InList { negated, item: left, list: right },
        };
        Operand { expr: Expr { kind, span }, comparison }
    }

    fn refuse_chain(&mut self, left: &Operand, op: &Pair<'i>) {
        if left.comparison {
            self.report(problem::chained_comparison(self.span(op), left.expr.span));
        }
    }

    fn infix_op(&mut self, op: &Pair<'i>) -> Infix {
        let binary = match op.as_rule() {
            Rule::k_in => return Infix::In { negated: false },
            Rule::k_not_in => return Infix::In { negated: true },
            Rule::k_implies => BinaryOp::Implies,
            Rule::k_or => BinaryOp::Or,
            Rule::k_and => BinaryOp::And,
            Rule::k_contains => BinaryOp::Contains,
            Rule::k_starts_with => BinaryOp::StartsWith,
            Rule::k_ends_with => BinaryOp::EndsWith,
            Rule::add => BinaryOp::Add,
            Rule::sub => BinaryOp::Sub,
            Rule::mul => BinaryOp::Mul,
            Rule::div => BinaryOp::Div,
            Rule::wrong_or => {
                self.wrong_spelling(op);
                BinaryOp::Or
            }
            Rule::wrong_and => {
                self.wrong_spelling(op);
                BinaryOp::And
            }
            _ => self.compare_op(op).unwrap_or(BinaryOp::Eq),
        };
        Infix::Binary(binary)
    }

    /// `==` and its kin, in any spelling.
    pub(super) fn compare_op(&mut self, op: &Pair<'i>) -> Option<BinaryOp> {
        let (binary, right) = match op.as_rule() {
            Rule::eq => (BinaryOp::Eq, true),
            Rule::ne => (BinaryOp::Ne, true),
            Rule::lt => (BinaryOp::Lt, true),
            Rule::le => (BinaryOp::Le, true),
            Rule::gt => (BinaryOp::Gt, true),
            Rule::ge => (BinaryOp::Ge, true),
            Rule::wrong_eq => (BinaryOp::Eq, false),
            Rule::wrong_ne => (BinaryOp::Ne, false),
            Rule::wrong_lt => (BinaryOp::Lt, false),
            Rule::wrong_le => (BinaryOp::Le, false),
            Rule::wrong_gt => (BinaryOp::Gt, false),
            Rule::wrong_ge => (BinaryOp::Ge, false),
            _ => return None,
        };
        if !right {
            self.wrong_spelling(op);
        }
        Some(binary)
    }

    fn primary(&mut self, pair: &Pair<'i>) -> Expr {
        let mut pieces = inside(pair);
        let Some(atom) = pieces.next() else { return self.nothing(pair) };
        let fields: Vec<Pair<'i>> = pieces.collect();
        if self.operators + fields.len() > MOST_OPERATORS {
            self.report(problem::too_many_operators(self.span(pair), MOST_OPERATORS));
            return self.nothing(pair);
        }
        let mut expr = self.atom(&atom);
        for field in fields {
            let span = expr.span.to(self.span(&field));
            expr = Expr { kind: ExprKind::Field(Box::new(expr), self.name_in(&field)), span };
        }
        expr
    }

    fn atom(&mut self, pair: &Pair<'i>) -> Expr {
        if matches!(pair.as_rule(), Rule::paren | Rule::wrong_paren) {
            if pair.as_rule() == Rule::wrong_paren {
                self.wrong_spelling(pair);
            }
            return Expr { span: self.span(pair), ..self.expr_in(pair) };
        }
        Expr { kind: self.atom_kind(pair), span: self.span(pair) }
    }

    fn atom_kind(&mut self, pair: &Pair<'i>) -> ExprKind {
        match pair.as_rule() {
            Rule::k_true => ExprKind::Bool(true),
            Rule::k_false => ExprKind::Bool(false),
            Rule::k_self => ExprKind::This,
            Rule::k_today => ExprKind::Today,
            Rule::decimal => ExprKind::Number(digits(pair)),
            Rule::percent => ExprKind::Percent(amount_in(pair)),
            Rule::size => {
                let unit = first(pair, Rule::size_unit).map_or("B", |unit| unit.as_str());
                ExprKind::Size(amount_in(pair), unit.to_owned())
            }
            Rule::date => ExprKind::Date(self.date(pair)),
            Rule::datetime => ExprKind::DateTime(self.datetime(pair)),
            Rule::duration => ExprKind::Duration(self.duration(pair)),
            Rule::version => ExprKind::Version(self.text_in(pair).value),
            Rule::ip => ExprKind::Ip(self.text_in(pair).value),
            Rule::list => ExprKind::List(self.exprs_in(pair)),
            Rule::parameter_name => ExprKind::Parameter(self.name_in(pair)),
            Rule::expr_name => ExprKind::Name(self.name(pair)),
            rule if is_text(rule) => ExprKind::Text(self.text(pair).value),
            _ => self.form(pair),
        }
    }

    /// What looks like a call.
    fn form(&mut self, pair: &Pair<'i>) -> ExprKind {
        match pair.as_rule() {
            Rule::count => ExprKind::Count(self.range_in(pair)),
            Rule::fold => {
                let fold = match () {
                    () if has(pair, Rule::k_sum) => Fold::Sum,
                    () if has(pair, Rule::k_min) => Fold::Min,
                    () => Fold::Max,
                };
                ExprKind::Fold { fold, value: Box::new(self.expr_in(pair)), range: self.range_in(pair) }
            }
            Rule::age => ExprKind::Age(Box::new(self.expr_in(pair))),
            Rule::call => {
                let name = first(pair, Rule::call_name).unwrap_or_else(|| pair.clone());
                ExprKind::Call(self.name(&name), self.exprs_in(pair))
            }
            _ => {
                self.wrong_spelling(pair);
                ExprKind::Bool(true)
            }
        }
    }
}

enum Infix {
    Binary(BinaryOp),
    In { negated: bool },
}

fn is_expr(rule: Rule) -> bool {
    matches!(rule, Rule::expr | Rule::arith)
}

fn is_comparison(rule: Rule) -> bool {
    !matches!(
        rule,
        Rule::k_implies
            | Rule::k_or
            | Rule::k_and
            | Rule::wrong_or
            | Rule::wrong_and
            | Rule::add
            | Rule::sub
            | Rule::mul
            | Rule::div
    )
}

fn digits(pair: &Pair<'_>) -> String {
    pair.as_str().replace('_', "")
}

fn amount_in(pair: &Pair<'_>) -> String {
    first(pair, Rule::amount).map_or_else(String::new, |p| digits(&p))
}
