//! What tokens and parts are called outside of the grammar.

use crate::grammar::Rule;

/// What a part of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// The whole text.
    File,
    /// `standard NAME { … }`
    Standard,
    /// `part of NAME@EDITION`
    PartOf,
    /// `clause NUMBER "title" { … }`
    Clause,
    /// `section NUMBER "title" { … }`
    Section,
    /// `vocabulary NAME { … }`
    Vocabulary,
    /// `role NAME "…" { … }`
    Role,
    /// `define NAME(params) = expr`
    Define,
    /// `term "…" means NAME`
    Term,
    /// `parameter NAME : type [constraint] "…"`
    Parameter,
    /// `set STANDARD $NAME = value`
    Set,
    /// `exception ID { … }`
    Exception,
    /// `measure NAME "…" { … }`
    Measure,
    /// `test "…" { … }`
    Test,
    /// A line of a block: its keyword, and what it says.
    Member,
    /// `must [LABEL:] EXPR [when EXPR] [else "…"]` and its kin
    Statement,
    /// `label:`
    Label,
    /// `[LANG] "…"` behind `else`
    Message,
    /// `KIND [NAME] [where EXPR]`
    Subjects,
    /// `enum NAME { … }`
    Enum,
    /// `NAME "…" from "…"`
    EnumMember,
    /// `record NAME { … }`
    Record,
    /// `kind NAME "…" [is NAME] { … }`
    Kind,
    /// `{ … }` with fields
    Fields,
    /// `name : type "…" from "…"`
    Field,
    /// `list of T`, `record { … }`, `T?`
    Type,
    /// `from "…", "…"`
    From,
    /// `"…" en "…"`
    Titles,
    /// `en "…"`
    Tagged,
    /// References or names with commas
    References,
    /// `NAME : TYPE` of a definition
    Param,
    /// `<= 1 year`, `in {…}`
    Constraint,
    /// `given KIND NAME { … }`
    Given,
    /// `{ name: value … }`
    LiteralRecord,
    /// `name: value`
    LiteralField,
    /// `[ value … ]`
    LiteralList,
    /// Prefixes, operands and operators, flat
    Expr,
    /// `every x in XS [where P] :`
    Quantifier,
    /// `if C then A else`
    IfThen,
    /// `x in XS [where P]`
    Range,
    /// `[not] in {…}`, `matches /…/`, `is present`, `within …`
    Postfix,
    /// `{a, b}`
    SetOf,
    /// `[a, b]`
    List,
    /// `(a)`
    Paren,
    /// An operand with its fields: `a.b`
    Operand,
    /// `name(a, b)`, `count(…)` and their kin
    Call,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A keyword of one or several words, or anything else that is no more than itself.
    Word,
    /// A bracket, comma, colon …
    Sign,
    /// A name.
    Name,
    /// `"…"`, `/…/` and other signs with blanks in them.
    Text,
    /// `"""…"""`
    BlockText,
    /// An operator between two operands.
    Infix,
    /// An operator before its operand.
    Prefix,
    /// An amount with its unit: `30 days`, `10 GiB`
    Amount,
    /// `98.9%`
    Percent,
    /// What could not be read, as it stands.
    Broken,
    /// The end of the text.
    End,
}

/// What becomes of a rule.
pub(super) enum Shape {
    Node(NodeKind),
    Token(TokenKind),
    /// Its pieces stand for it.
    Through,
    Comment,
}

pub(super) fn shape(rule: Rule) -> Shape {
    through(rule)
        .or_else(|| item(rule).or_else(|| part(rule)).or_else(|| expression(rule)).map(Shape::Node))
        .unwrap_or_else(|| Shape::Token(token(rule)))
}

fn through(rule: Rule) -> Option<Shape> {
    Some(match rule {
        Rule::COMMENT => Shape::Comment,
        Rule::standard_member
        | Rule::standard_end
        | Rule::clause_member
        | Rule::clause_end
        | Rule::exception_member
        | Rule::exception_end
        | Rule::measure_member
        | Rule::measure_end
        | Rule::role_member
        | Rule::role_end
        | Rule::test_member
        | Rule::test_end
        | Rule::field_alone
        | Rule::field_end
        | Rule::item_end
        | Rule::field_key
        | Rule::field_of
        | Rule::domain
        | Rule::all_kind
        | Rule::goal
        | Rule::type_ref
        | Rule::type_record => Shape::Through,
        _ => return None,
    })
}

fn item(rule: Rule) -> Option<NodeKind> {
    Some(match rule {
        Rule::standard => NodeKind::Standard,
        Rule::part_of => NodeKind::PartOf,
        Rule::clause => NodeKind::Clause,
        Rule::section => NodeKind::Section,
        Rule::vocabulary => NodeKind::Vocabulary,
        Rule::role => NodeKind::Role,
        Rule::define => NodeKind::Define,
        Rule::term => NodeKind::Term,
        Rule::parameter => NodeKind::Parameter,
        Rule::set => NodeKind::Set,
        Rule::exception => NodeKind::Exception,
        Rule::measure => NodeKind::Measure,
        Rule::test => NodeKind::Test,
        _ => return None,
    })
}

fn part(rule: Rule) -> Option<NodeKind> {
    Some(match rule {
        Rule::s_title | Rule::s_issuer | Rule::s_tier | Rule::s_edition | Rule::s_conforms => {
            NodeKind::Member
        }
        Rule::s_supersedes | Rule::s_adopts | Rule::s_excludes | Rule::s_uses => NodeKind::Member,
        Rule::s_monotone | Rule::in_force | Rule::until | Rule::c_text | Rule::c_implements => {
            NodeKind::Member
        }
        Rule::c_was | Rule::c_see | Rule::c_for | Rule::c_by | Rule::c_severity => NodeKind::Member,
        Rule::c_attest | Rule::c_exceptions | Rule::c_evidence | Rule::c_grace => NodeKind::Member,
        Rule::c_fix | Rule::x_to | Rule::x_approved | Rule::x_from | Rule::x_because => NodeKind::Member,
        Rule::x_compensated | Rule::m_over | Rule::m_except | Rule::m_share => NodeKind::Member,
        Rule::m_count | Rule::m_sum | Rule::m_mean | Rule::m_min | Rule::m_max => NodeKind::Member,
        Rule::m_target | Rule::m_each | Rule::m_by | Rule::m_owner => NodeKind::Member,
        Rule::role_reports | Rule::role_incompatible | Rule::expect => NodeKind::Member,
        Rule::statement => NodeKind::Statement,
        Rule::label => NodeKind::Label,
        Rule::message => NodeKind::Message,
        Rule::subjects | Rule::measured => NodeKind::Subjects,
        Rule::enum_decl => NodeKind::Enum,
        Rule::enum_member => NodeKind::EnumMember,
        Rule::record_decl => NodeKind::Record,
        Rule::kind_decl => NodeKind::Kind,
        Rule::fields => NodeKind::Fields,
        Rule::field => NodeKind::Field,
        Rule::type_expr => NodeKind::Type,
        Rule::from => NodeKind::From,
        Rule::titles => NodeKind::Titles,
        Rule::tagged => NodeKind::Tagged,
        Rule::clause_refs | Rule::edition_refs | Rule::names => NodeKind::References,
        Rule::param => NodeKind::Param,
        Rule::constraint => NodeKind::Constraint,
        Rule::given => NodeKind::Given,
        Rule::cases => NodeKind::Test,
        Rule::case_row => NodeKind::Member,
        Rule::lit_record => NodeKind::LiteralRecord,
        Rule::lit_field => NodeKind::LiteralField,
        Rule::lit_list => NodeKind::LiteralList,
        _ => return None,
    })
}

fn expression(rule: Rule) -> Option<NodeKind> {
    Some(match rule {
        Rule::expr | Rule::arith => NodeKind::Expr,
        Rule::quantifier => NodeKind::Quantifier,
        Rule::if_then => NodeKind::IfThen,
        Rule::range => NodeKind::Range,
        Rule::in_set | Rule::matches | Rule::is_there | Rule::within => NodeKind::Postfix,
        Rule::set_of => NodeKind::SetOf,
        Rule::list => NodeKind::List,
        Rule::paren | Rule::wrong_paren => NodeKind::Paren,
        Rule::primary => NodeKind::Operand,
        Rule::count | Rule::fold | Rule::age | Rule::call => NodeKind::Call,
        _ => return None,
    })
}

fn token(rule: Rule) -> TokenKind {
    match rule {
        Rule::EOI => TokenKind::End,
        Rule::junk | Rule::member_junk | Rule::wrong_include => TokenKind::Broken,
        Rule::name | Rule::expr_name | Rule::call_name => TokenKind::Name,
        Rule::string | Rule::wrong_quotes | Rule::regex | Rule::version | Rule::ip => TokenKind::Text,
        Rule::block_text => TokenKind::BlockText,
        Rule::duration | Rule::size => TokenKind::Amount,
        Rule::percent => TokenKind::Percent,
        Rule::open | Rule::shut | Rule::colon | Rule::optional | Rule::enum_sep => TokenKind::Sign,
        Rule::k_not | Rule::wrong_not | Rule::neg => TokenKind::Prefix,
        Rule::k_implies | Rule::k_or | Rule::k_and | Rule::wrong_or | Rule::wrong_and => TokenKind::Infix,
        Rule::eq | Rule::ne | Rule::le | Rule::ge | Rule::lt | Rule::gt => TokenKind::Infix,
        Rule::wrong_ge | Rule::wrong_le | Rule::wrong_ne | Rule::wrong_eq | Rule::wrong_gt => {
            TokenKind::Infix
        }
        Rule::wrong_lt | Rule::add | Rule::sub | Rule::mul | Rule::div => TokenKind::Infix,
        Rule::k_not_in | Rule::k_in | Rule::k_contains => TokenKind::Infix,
        Rule::k_starts_with | Rule::k_ends_with => TokenKind::Infix,
        _ => TokenKind::Word,
    }
}
