//! Grammar rules in words: no rule's name reaches a reader.

use crate::grammar::Rule;

/// What a rule reads, as a word of the catalogues (`word-…`) or as the keyword itself in backticks.
/// `None` for what nobody is told to write: blanks, recovery, wrong spellings.
pub(crate) fn word(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::file | Rule::alone_item | Rule::item_head | Rule::item_word | Rule::item_end => "syntax-item",
        Rule::string | Rule::block_text => "syntax-text",
        Rule::titles | Rule::tagged => "syntax-title",
        Rule::lang => "syntax-language",
        Rule::name | Rule::names | Rule::expr_name | Rule::call_name | Rule::expr_word | Rule::label_name => {
            "syntax-name"
        }
        Rule::number => "syntax-number",
        Rule::edition_ref | Rule::edition_refs => "syntax-edition-ref",
        Rule::clause_ref | Rule::clause_refs => "syntax-clause-ref",
        Rule::date | Rule::datetime => "syntax-date",
        Rule::digits | Rule::decimal | Rule::amount | Rule::percent => "syntax-decimal",
        Rule::size | Rule::size_unit => "syntax-size",
        Rule::duration | Rule::duration_part => "syntax-duration",
        Rule::time_unit => "syntax-time-unit",
        Rule::regex => "syntax-regex",
        Rule::version => "syntax-version",
        Rule::ip => "syntax-ip",
        Rule::standard_member
        | Rule::alone_standard_member
        | Rule::standard_end
        | Rule::standard_word
        | Rule::s_title
        | Rule::s_issuer
        | Rule::s_tier
        | Rule::s_edition
        | Rule::s_conforms
        | Rule::s_supersedes
        | Rule::s_adopts
        | Rule::s_excludes
        | Rule::s_uses
        | Rule::s_monotone
        | Rule::in_force
        | Rule::until => "syntax-standard-member",
        Rule::clause_member
        | Rule::alone_clause_member
        | Rule::clause_end
        | Rule::clause_word
        | Rule::c_text
        | Rule::c_implements
        | Rule::c_was
        | Rule::c_see
        | Rule::c_for
        | Rule::c_by
        | Rule::c_severity
        | Rule::c_attest
        | Rule::c_exceptions
        | Rule::c_evidence
        | Rule::c_grace
        | Rule::c_fix
        | Rule::member_word
        | Rule::member_head => "syntax-clause-member",
        Rule::alone_section_member => "syntax-section-member",
        Rule::severity => "syntax-severity",
        Rule::statement => "syntax-statement",
        Rule::label => "syntax-label",
        Rule::message => "syntax-message",
        Rule::subjects
        | Rule::subjects_kind
        | Rule::subjects_stop
        | Rule::measured
        | Rule::measured_kind
        | Rule::measured_stop => "syntax-subjects",
        Rule::goal => "syntax-comparison",
        Rule::alone_vocabulary_member | Rule::enum_decl | Rule::record_decl | Rule::kind_decl => {
            "syntax-vocabulary-member"
        }
        Rule::enum_member => "syntax-enum-member",
        Rule::enum_sep => "syntax-separator",
        Rule::fields => "syntax-fields",
        Rule::field | Rule::field_alone | Rule::alone_field | Rule::field_end | Rule::field_key => {
            "syntax-field"
        }
        Rule::from => "syntax-from",
        Rule::type_expr | Rule::type_ref | Rule::type_record => "syntax-type",
        Rule::role_member
        | Rule::alone_role_member
        | Rule::role_reports
        | Rule::role_incompatible
        | Rule::role_end => "syntax-role-member",
        Rule::param => "syntax-param",
        Rule::constraint => "syntax-constraint",
        Rule::parameter_name => "syntax-parameter-name",
        Rule::exception_member
        | Rule::alone_exception_member
        | Rule::exception_end
        | Rule::exception_word
        | Rule::x_to
        | Rule::x_approved
        | Rule::x_from
        | Rule::x_because
        | Rule::x_compensated => "syntax-exception-member",
        Rule::measure_member
        | Rule::alone_measure_member
        | Rule::measure_end
        | Rule::measure_word
        | Rule::m_over
        | Rule::m_share
        | Rule::m_target
        | Rule::m_except
        | Rule::m_count
        | Rule::m_sum
        | Rule::m_mean
        | Rule::m_min
        | Rule::m_max
        | Rule::m_each
        | Rule::m_owner
        | Rule::m_by => "syntax-measure-member",
        Rule::test_member
        | Rule::alone_test_member
        | Rule::test_end
        | Rule::t_on
        | Rule::given
        | Rule::expect
        | Rule::cases => "syntax-test-member",
        Rule::case_row => "syntax-case-row",
        Rule::case_reason => "syntax-path",
        Rule::arrow => "`=>`",
        Rule::result => "syntax-result",
        Rule::lit_record | Rule::lit_list | Rule::lit_field | Rule::lit_word => "syntax-literal",
        Rule::expr
        | Rule::arith
        | Rule::primary
        | Rule::interpolation
        | Rule::list
        | Rule::paren
        | Rule::count
        | Rule::fold
        | Rule::age
        | Rule::call
        | Rule::neg
        | Rule::quantifier
        | Rule::if_then => "syntax-expression",
        Rule::range | Rule::domain | Rule::all_kind => "syntax-range",
        Rule::in_set
        | Rule::matches
        | Rule::is_there
        | Rule::within
        | Rule::add
        | Rule::sub
        | Rule::mul
        | Rule::div => "syntax-operator",
        Rule::eq | Rule::ne | Rule::le | Rule::ge | Rule::lt | Rule::gt => "syntax-comparison",
        Rule::set_of => "syntax-set-of",
        Rule::EOI => "syntax-end",
        Rule::open => "`{`",
        Rule::shut => "`)`",
        Rule::assign => "`=`",
        Rule::colon => "`:`",
        Rule::field_of => "`.`",
        Rule::optional => "`?`",
        Rule::standard => "`standard`",
        Rule::part_of => "`part of`",
        Rule::clause => "`clause`",
        Rule::section => "`section`",
        Rule::vocabulary => "`vocabulary`",
        Rule::role => "`role`",
        Rule::define => "`define`",
        Rule::term => "`term`",
        Rule::parameter => "`parameter`",
        Rule::set => "`set`",
        Rule::exception => "`exception`",
        Rule::measure => "`measure`",
        Rule::test => "`test`",
        Rule::k_absent => "`absent`",
        Rule::k_adopts => "`adopts`",
        Rule::k_after => "`after`",
        Rule::k_age => "`age`",
        Rule::k_all => "`all`",
        Rule::k_and => "`and`",
        Rule::k_approved_by => "`approved by`",
        Rule::k_attest => "`attest`",
        Rule::k_because => "`because`",
        Rule::k_before => "`before`",
        Rule::k_by => "`by`",
        Rule::k_cases => "`cases`",
        Rule::k_clause => "`clause`",
        Rule::k_compensated_by => "`compensated by`",
        Rule::k_conforms_to => "`conforms to`",
        Rule::k_contains => "`contains`",
        Rule::k_count => "`count`",
        Rule::k_define => "`define`",
        Rule::k_each => "`each`",
        Rule::k_edition => "`edition`",
        Rule::k_else => "`else`",
        Rule::k_ends_with => "`ends with`",
        Rule::k_enum => "`enum`",
        Rule::k_every => "`every`",
        Rule::k_evidence_at_most => "`evidence at most`",
        Rule::k_except => "`except`",
        Rule::k_exception => "`exception`",
        Rule::k_exceptions => "`exceptions`",
        Rule::k_excludes => "`excludes`",
        Rule::k_expect => "`expect`",
        Rule::k_extends => "`extends`",
        Rule::k_false => "`false`",
        Rule::k_fix => "`fix`",
        Rule::k_for => "`for`",
        Rule::k_for_at_most => "`for at most`",
        Rule::k_from => "`from`",
        Rule::k_given => "`given`",
        Rule::k_grace => "`grace`",
        Rule::k_if => "`if`",
        Rule::k_implements => "`implements`",
        Rule::k_implies => "`implies`",
        Rule::k_in => "`in`",
        Rule::k_in_force_from => "`in force from`",
        Rule::k_incompatible_with => "`incompatible with`",
        Rule::k_is => "`is`",
        Rule::k_issuer => "`issuer`",
        Rule::k_key => "`key`",
        Rule::k_kind => "`kind`",
        Rule::k_list_of => "`list of`",
        Rule::k_map_of => "`map of`",
        Rule::k_matches => "`matches`",
        Rule::k_max => "`max`",
        Rule::k_may => "`may`",
        Rule::k_mean => "`mean`",
        Rule::k_means => "`means`",
        Rule::k_measure => "`measure`",
        Rule::k_min => "`min`",
        Rule::k_monotone_in => "`monotone in`",
        Rule::k_must => "`must`",
        Rule::k_must_not => "`must not`",
        Rule::k_never => "`never`",
        Rule::k_no => "`no`",
        Rule::k_not => "`not`",
        Rule::k_not_in => "`not in`",
        Rule::k_of => "`of`",
        Rule::k_old => "`old`",
        Rule::k_on => "`on`",
        Rule::k_or => "`or`",
        Rule::k_over => "`over`",
        Rule::k_owner => "`owner`",
        Rule::k_parameter => "`parameter`",
        Rule::k_part_of => "`part of`",
        Rule::k_present => "`present`",
        Rule::k_record => "`record`",
        Rule::k_ref => "`ref`",
        Rule::k_reports_to => "`reports to`",
        Rule::k_role => "`role`",
        Rule::k_section => "`section`",
        Rule::k_see => "`see`",
        Rule::k_self => "`self`",
        Rule::k_set => "`set`",
        Rule::k_severity => "`severity`",
        Rule::k_share => "`share`",
        Rule::k_should => "`should`",
        Rule::k_should_not => "`should not`",
        Rule::k_some => "`some`",
        Rule::k_standard => "`standard`",
        Rule::k_starts_with => "`starts with`",
        Rule::k_sum => "`sum`",
        Rule::k_supersedes => "`supersedes`",
        Rule::k_taken => "`taken`",
        Rule::k_target => "`target`",
        Rule::k_term => "`term`",
        Rule::k_test => "`test`",
        Rule::k_text => "`text`",
        Rule::k_then => "`then`",
        Rule::k_tier => "`tier`",
        Rule::k_title => "`title`",
        Rule::k_to => "`to`",
        Rule::k_today => "`today`",
        Rule::k_true => "`true`",
        Rule::k_until => "`until`",
        Rule::k_uses => "`uses`",
        Rule::k_vocabulary => "`vocabulary`",
        Rule::k_was => "`was`",
        Rule::k_when => "`when`",
        Rule::k_where => "`where`",
        Rule::k_within => "`within`",
        Rule::COMMENT
        | Rule::junk
        | Rule::word
        | Rule::member_junk
        | Rule::nested
        | Rule::wrong_include
        | Rule::wrong_shall_not
        | Rule::wrong_shall
        | Rule::wrong_quotes
        | Rule::wrong_every
        | Rule::wrong_some
        | Rule::wrong_null
        | Rule::wrong_not
        | Rule::wrong_and
        | Rule::wrong_or
        | Rule::wrong_not_present
        | Rule::wrong_not_absent
        | Rule::wrong_absent
        | Rule::wrong_eq
        | Rule::wrong_ne
        | Rule::wrong_ge
        | Rule::wrong_le
        | Rule::wrong_gt
        | Rule::wrong_lt
        | Rule::wrong_minus
        | Rule::wrong_paren
        | Rule::WHITESPACE
        | Rule::item
        | Rule::junk_piece
        | Rule::member_piece
        | Rule::enter
        | Rule::leave
        | Rule::blank
        | Rule::text
        | Rule::some_title
        | Rule::standard_member_kind
        | Rule::clause_member_kind
        | Rule::force
        | Rule::vocabulary_member
        | Rule::type_prefix
        | Rule::type_base
        | Rule::role_member_kind
        | Rule::params
        | Rule::exception_member_kind
        | Rule::measure_member_kind
        | Rule::test_member_kind
        | Rule::literal
        | Rule::prefix
        | Rule::postfix
        | Rule::direction
        | Rule::infix
        | Rule::arith_infix
        | Rule::compare
        | Rule::atom => return None,
    })
}

/// Whether it stands between or behind operands.
pub(crate) fn is_operator(rule: Rule) -> bool {
    matches!(
        word(rule),
        Some(
            "syntax-operator"
                | "syntax-comparison"
                | "`and`"
                | "`or`"
                | "`implies`"
                | "`in`"
                | "`not in`"
                | "`contains`"
        )
    ) || matches!(
        rule,
        Rule::k_starts_with
            | Rule::k_ends_with
            | Rule::k_is
            | Rule::k_matches
            | Rule::k_within
            | Rule::field_of
    )
}

/// Whether it stands before an operand.
pub(crate) fn is_prefix(rule: Rule) -> bool {
    matches!(rule, Rule::k_not | Rule::k_if | Rule::neg | Rule::quantifier | Rule::if_then)
}
