//! Every lint, one line for each, by name.

use crate::Lint;

macro_rules! lints {
    ($($file:ident)*) => {
        $(mod $file;)*
        /// Every lint, by name.
        pub const LINTS: &[&Lint] = &[$(&$file::LINT),*];
    };
}

lints! {
    bare_message
    circular_compensation
    confusable_names
    count_for_some
    days_for_months
    double_negation
    empty_text
    exact_age
    expired_exception
    fullwidth_name
    half_anchored
    halfwidth_katakana
    implies_for_when
    lasting_answer
    listed_twice
    misplaced_number
    missing_fix
    missing_message
    missing_text
    missing_title
    missing_was
    mixed_script_name
    mixed_width
    never_false
    never_true
    redundant_condition
    repeated_statement
    retroactive_exception
    same_branches
    same_number
    same_operands
    self_approval
    shadowed_name
    skipped_number
    stray_number
    unassigned_clause
    undated_citation
    unexplained_allow
    unexplained_expectation
    unguarded_divisor
    unguarded_optional
    unknown_lint
    unlabelled_statement
    unlike_bound
    unlike_force
    unlike_message
    unlike_number
    unlike_translation
    unpermitted_exception
    unreachable_condition
    untested_statement
    untranslated
    unused_allow
    unused_argument
    unused_binder
    unused_definition
    unused_parameter
    unused_role
    unused_term
    unused_type
}

pub(crate) use unused_allow::LINT as UNUSED_ALLOW;
