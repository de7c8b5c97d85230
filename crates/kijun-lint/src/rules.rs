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
    circular_compensation
    count_for_some
    double_negation
    exact_age
    expired_exception
    half_anchored
    implies_for_when
    lasting_answer
    listed_twice
    missing_was
    never_false
    never_true
    redundant_condition
    repeated_statement
    retroactive_exception
    same_branches
    same_operands
    self_approval
    shadowed_name
    unassigned_clause
    undated_citation
    unexplained_allow
    unexplained_expectation
    unguarded_divisor
    unguarded_optional
    unknown_lint
    unpermitted_exception
    unreachable_condition
    untested_statement
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
