//! Whole renderings, kept as snapshots and reviewed by eye (`INSTA_UPDATE=always` takes new ones).

use crate::{Ran, fixture, kijun};

fn in_fixture(name: &str, args: &[&str]) -> Ran {
    kijun(&fixture(name), args)
}

macro_rules! renders {
    ($($test:ident: $fixture:literal $args:expr;)*) => {
        $(
            #[test]
            fn $test() {
                insta::assert_snapshot!(stringify!($test), in_fixture($fixture, &$args).whole());
            }
        )*
    };
}

renders! {
    the_small_audit_in_japanese: "audit/small" ["audit", "--lang", "ja"];
    the_small_audit_in_english: "audit/small" ["audit", "--lang", "en"];
    the_small_audit_with_every_finding_whole: "audit/small" ["audit", "--lang", "en", "--verbose"];
    the_small_audit_with_few_words: "audit/small" ["audit", "--lang", "ja", "--quiet"];
    the_first_year_in_japanese: "moj/fy2011" ["audit", "--lang", "ja"];
    the_second_year_in_english: "moj/fy2012" ["audit", "--lang", "en"];
    the_first_year_by_unit_in_japanese: "moj/fy2011" ["audit", "--lang", "ja", "--by", "unit", "--quiet"];
    the_second_year_by_role_in_english: "moj/fy2012" ["audit", "--lang", "en", "--by", "role", "--quiet"];
    the_second_year_follows_the_first_in_japanese: "moj" ["follow-up", "fy2011", "fy2012", "--lang", "ja", "-v"];
    the_second_year_follows_the_first_in_markdown: "moj" ["follow-up", "fy2011", "fy2012", "--lang", "en", "--format", "markdown"];
    a_check_with_several_errors_in_japanese: "audit/wrong" ["check", "--lang", "ja"];
    a_check_with_several_errors_in_english: "audit/wrong" ["check", "--lang", "en"];
    a_check_without_errors: "audit/small" ["check", "--lang", "ja"];
    the_graph_of_the_small_project: "audit/small" ["graph", "--lang", "ja"];
    the_graph_clause_by_clause: "audit/small" ["graph", "--lang", "en", "--clauses"];
    the_graph_of_the_first_year: "moj/fy2011" ["graph", "--lang", "ja"];
    the_page_of_an_id: "audit/small" ["explain", "--lang", "en", "evidence/wrong-type"];
    a_provision_in_japanese: "audit/small" ["explain", "--lang", "ja", "ministry:3.1"];
    a_provision_in_english: "audit/small" ["explain", "--lang", "en", "server_procedure:第1条#length"];
    a_finding_that_failed: "audit/small" ["explain", "--lang", "ja", "F-c21d071241c8"];
    a_finding_without_evidence: "audit/small" ["explain", "--lang", "en", "F-027837ae23bc"];
    a_question_answered_no: "moj/fy2012" ["explain", "--lang", "en", "F-0661ce4d5bd9"];
    an_exception_in_english: "audit/small" ["explain", "--lang", "en", "EX-1"];
    an_exception_in_japanese: "audit/small" ["explain", "--lang", "ja", "EX-1"];
    a_document_in_english: "audit/small" ["explain", "--lang", "en", "ministry"];
    a_document_in_japanese: "audit/small" ["explain", "--lang", "ja", "server_procedure@2011-01-01"];
    a_kind: "audit/small" ["explain", "--lang", "en", "server"];
    something_that_nothing_is_called: "audit/small" ["explain", "--lang", "en", "ministry:3.3"];
}
