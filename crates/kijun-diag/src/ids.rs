//! Every diagnostic's id: a group and a name, both for ever.

use crate::Severity;

/// A diagnostic's id, such as `syntax/unclosed-block`.
///
/// Ids are never renumbered or reused. Each has a message in every catalogue, a page in
/// `docs/reference/diagnostics`, and one place in the code that emits it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    name: &'static str,
    severity: Severity,
}

impl Id {
    /// Group and name: `syntax/unclosed-block`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The group: `syntax`.
    #[must_use]
    pub fn group(self) -> &'static str {
        self.name.split('/').next().unwrap_or(self.name)
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.severity
    }
}

impl std::fmt::Debug for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

macro_rules! ids {
    ($($severity:ident $constant:ident = $name:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`")]
            pub const $constant: Id = Id { name: $name, severity: Severity::$severity };
        )*
        /// Every id, in the order of this file.
        pub const ALL: &[Id] = &[$($constant),*];
    };
}

ids! {
    // syntax: a text that is not the language.
    Error UNEXPECTED = "syntax/unexpected";
    Error UNFINISHED = "syntax/unfinished";
    Error UNCLOSED_BLOCK = "syntax/unclosed-block";
    Error UNCLOSED_TEXT = "syntax/unclosed-text";
    Error UNCLOSED_NAME = "syntax/unclosed-name";
    Error STRAY_BRACE = "syntax/stray-brace";
    Error OTHER_SPELLING = "syntax/other-spelling";
    Error INCLUDE = "syntax/include";
    Error PART_OF_NOT_FIRST = "syntax/part-of-not-first";
    Error DUPLICATE_MEMBER = "syntax/duplicate-member";
    Error MIXED_SEPARATORS = "syntax/mixed-separators";
    Error CHAINED_COMPARISON = "syntax/chained-comparison";
    Error BAD_DATE = "syntax/bad-date";
    Error BAD_ESCAPE = "syntax/bad-escape";
    Error BAD_NAME = "syntax/bad-name";
    Error AMOUNT_TOO_LARGE = "syntax/amount-too-large";
    Error LONE_BRACE = "syntax/lone-brace";
    Error TOO_DEEP = "syntax/too-deep";
    Error TOO_MANY_OPERATORS = "syntax/too-many-operators";

    // fmt: a text that is left as it stands.
    Error WOULD_CHANGE_MEANING = "fmt/would-change-meaning";

    // resolve: a name that means nothing, or two things.
    Error AMBIGUOUS_EDITION = "resolve/ambiguous-edition";
    Error CYCLIC_NAME = "resolve/cyclic-name";
    Error DUPLICATE_NAME = "resolve/duplicate-name";
    Error EACH_WITHOUT_BY = "resolve/each-without-by";
    Error MISSING_MEMBER = "resolve/missing-member";
    Error NEVER_ISSUED_EDITION = "resolve/never-issued-edition";
    Error NO_DOCUMENT = "resolve/no-document";
    Error NO_FIGURE = "resolve/no-figure";
    Error NO_SUBJECTS = "resolve/no-subjects";
    Error NOT_IN_SCOPE = "resolve/not-in-scope";
    Error RAGGED_CASE = "resolve/ragged-case";
    Error REPEATED_MEMBER = "resolve/repeated-member";
    Error TWO_FIGURES = "resolve/two-figures";
    Error UNKNOWN_CLAUSE = "resolve/unknown-clause";
    Error UNKNOWN_COLUMN = "resolve/unknown-column";
    Error UNKNOWN_DEFINITION = "resolve/unknown-definition";
    Error UNKNOWN_FIELD = "resolve/unknown-field";
    Error UNKNOWN_KIND = "resolve/unknown-kind";
    Error UNKNOWN_LANGUAGE = "resolve/unknown-language";
    Error UNKNOWN_MEMBER = "resolve/unknown-member";
    Error UNKNOWN_NAME = "resolve/unknown-name";
    Error UNKNOWN_PARAMETER = "resolve/unknown-parameter";
    Error UNKNOWN_RESULT = "resolve/unknown-result";
    Error UNKNOWN_ROLE = "resolve/unknown-role";
    Error UNKNOWN_STANDARD = "resolve/unknown-standard";
    Error UNKNOWN_STATEMENT = "resolve/unknown-statement";
    Error UNKNOWN_TYPE = "resolve/unknown-type";
    Error UNKNOWN_VOCABULARY = "resolve/unknown-vocabulary";
    Error UNUSED_COLUMN = "resolve/unused-column";

    // type: an expression that does not fit together.
    Error BAD_LITERAL = "type/bad-literal";
    Error DEFINITIONS_TOO_DEEP = "type/definitions-too-deep";
    Error EMPTY_SET = "type/empty-set";
    Error FIELD_OF_REFERENCE = "type/field-of-reference";
    Error KEY_TYPE = "type/key-type";
    Error KIND_AS_FIELD = "type/kind-as-field";
    Error MISMATCH = "type/mismatch";
    Error MIXED_DAYS = "type/mixed-days";
    Error NESTED_OPTIONAL = "type/nested-optional";
    Error NETWORK_EQUALITY = "type/network-equality";
    Error NOT_A_CONDITION = "type/not-a-condition";
    Error NOT_A_LEVEL = "type/not-a-level";
    Error NOT_A_LIST = "type/not-a-list";
    Error NOT_A_QUANTITY = "type/not-a-quantity";
    Error NOT_A_SCALAR = "type/not-a-scalar";
    Error NOT_A_TREE = "type/not-a-tree";
    Error NOT_CONSTANT = "type/not-constant";
    Error NOT_OPTIONAL = "type/not-optional";
    Error NOT_ORDERED = "type/not-ordered";
    Error NO_KEY = "type/no-key";
    Error WRONG_ARGUMENTS = "type/wrong-arguments";
    Error WRONG_OPERANDS = "type/wrong-operands";
    Error WRONG_TYPE = "type/wrong-type";

    // graph: documents that do not fit together.
    Error CYCLIC_STANDARD = "graph/cyclic-standard";
    Error CYCLIC_SUPERSESSION = "graph/cyclic-supersession";
    Error CYCLIC_IMPLEMENTS = "graph/cyclic-implements";
    Error CYCLIC_WAS = "graph/cyclic-was";
    Error IMPLEMENTS_UNRELATED = "graph/implements-unrelated";
    Error IMPLEMENTS_NOT_ABOVE = "graph/implements-not-above";
    Error WAS_NOT_SUPERSEDED = "graph/was-not-superseded";
    Error ADOPTS_NOT_ABOVE = "graph/adopts-not-above";
    Error EXCLUDES_NOT_ABOVE = "graph/excludes-not-above";
    Error SUPERSEDES_LATER = "graph/supersedes-later";
    Error OVERLAPPING_EDITIONS = "graph/overlapping-editions";
    Error REVERSED_PERIOD = "graph/reversed-period";
    Error EXCEPTION_ELSEWHERE = "graph/exception-elsewhere";
    Warning CITATION_SUPERSEDED = "graph/citation-superseded";
    Warning CITATION_NOT_YET_IN_FORCE = "graph/citation-not-yet-in-force";
    Warning CITATION_LAPSED = "graph/citation-lapsed";
    Warning NONE_IN_FORCE = "graph/none-in-force";
    Error SETTINGS_DIFFER = "graph/settings-differ";
    Error SETTING_OUT_OF_RANGE = "graph/setting-out-of-range";
    Warning PARAMETER_UNSET = "graph/parameter-unset";

    // manifest: kijun.yaml.
    Error MANIFEST_SYNTAX = "manifest/syntax";
    Error MANIFEST_UNKNOWN_KEY = "manifest/unknown-key";
    Error MANIFEST_DUPLICATE_KEY = "manifest/duplicate-key";
    Error MANIFEST_MISSING_KEY = "manifest/missing-key";
    Error MANIFEST_WRONG_TYPE = "manifest/wrong-type";
    Error MANIFEST_UNKNOWN_WORD = "manifest/unknown-word";
    Error MANIFEST_NOT_A_DATE = "manifest/not-a-date";
    Error MANIFEST_VERSION = "manifest/version";
    Error MANIFEST_EMPTY_PERIOD = "manifest/empty-period";
    Error MANIFEST_LIMIT_RANGE = "manifest/limit-range";
    Error MANIFEST_INVALID = "manifest/invalid";
    Error MANIFEST_UNKNOWN_KIND = "manifest/unknown-kind";
    Error MANIFEST_UNKNOWN_FIELD = "manifest/unknown-field";
    Error MANIFEST_FIELD_TYPE = "manifest/field-type";
    Error MANIFEST_BAD_CONSTANT = "manifest/bad-constant";
    Error MANIFEST_FILLED_TWICE = "manifest/filled-twice";
    Error MANIFEST_BAD_PATTERN = "manifest/bad-pattern";
    Error MANIFEST_OUTSIDE = "manifest/outside";
    Error MANIFEST_UNKNOWN_FORMAT = "manifest/unknown-format";
    Error MANIFEST_NOT_FOR_FORMAT = "manifest/not-for-format";
    Error MANIFEST_JOIN_ALONE = "manifest/join-alone";
    Error MANIFEST_UNKNOWN_EXPECTATION = "manifest/unknown-expectation";
    Error MANIFEST_UNKNOWN_UNIT = "manifest/unknown-unit";
    Error MANIFEST_UNKNOWN_STATEMENT = "manifest/unknown-statement";
    Error MANIFEST_UNKNOWN_LINT = "manifest/unknown-lint";
    Error MANIFEST_UNKNOWN_TIER = "manifest/unknown-tier";
    Error MANIFEST_NO_SOURCE = "manifest/no-source";
    Error MANIFEST_DUPLICATE_SAMPLE = "manifest/duplicate-sample";
    Error MANIFEST_EMPTY_VALUE = "manifest/empty-value";
    Error MANIFEST_MIXED_KINDS = "manifest/mixed-kinds";
    Error MANIFEST_SAMPLE_SIZE = "manifest/sample-size";

    // evidence: files about systems and people.
    Error EVIDENCE_NO_FILE = "evidence/no-file";
    Error EVIDENCE_NOT_A_FILE = "evidence/not-a-file";
    Error EVIDENCE_BAD_LINK = "evidence/bad-link";
    Error EVIDENCE_UNREADABLE = "evidence/unreadable";
    Error EVIDENCE_ENCODING = "evidence/encoding";
    Error EVIDENCE_UNDECODABLE = "evidence/undecodable";
    Error EVIDENCE_BINARY = "evidence/binary";
    Error EVIDENCE_LIMIT = "evidence/limit";
    Error EVIDENCE_SYNTAX = "evidence/syntax";
    Error EVIDENCE_YAML_FEATURE = "evidence/yaml-feature";
    Error EVIDENCE_DUPLICATE_KEY = "evidence/duplicate-key";
    Error EVIDENCE_DUPLICATE_COLUMN = "evidence/duplicate-column";
    Error EVIDENCE_RAGGED_ROW = "evidence/ragged-row";
    Error EVIDENCE_NO_HEADER = "evidence/no-header";
    Error EVIDENCE_NOT_A_WORKBOOK = "evidence/not-a-workbook";
    Error EVIDENCE_UNKNOWN_SHEET = "evidence/unknown-sheet";
    Error EVIDENCE_ERROR_CELL = "evidence/error-cell";
    Error EVIDENCE_UNCLOSED_FRONT_MATTER = "evidence/unclosed-front-matter";
    Error EVIDENCE_UNCLOSED_QUOTE = "evidence/unclosed-quote";
    Error EVIDENCE_NO_RECORDS = "evidence/no-records";
    Error EVIDENCE_NOT_A_RECORD = "evidence/not-a-record";
    Error EVIDENCE_WRONG_TYPE = "evidence/wrong-type";
    Error EVIDENCE_UNKNOWN_MEMBER = "evidence/unknown-member";
    Error EVIDENCE_FROM_NAME_NOWHERE = "evidence/from-name-nowhere";
    Warning EVIDENCE_NEAR_NAME = "evidence/near-name";
    Error EVIDENCE_CONFLICT = "evidence/conflict";
    Error EVIDENCE_MISSING_KEY = "evidence/missing-key";
    Error EVIDENCE_JOINED_TWICE = "evidence/joined-twice";
    Error EVIDENCE_KEY_COLLISION = "evidence/key-collision";
    Warning EVIDENCE_JOINED_TO_NOTHING = "evidence/joined-to-nothing";
    Error EVIDENCE_UNKNOWN_FINDING = "evidence/unknown-finding";
    Warning EVIDENCE_MORE = "evidence/more";
    Warning EVIDENCE_DANGLING_REFERENCE = "evidence/dangling-reference";
    Warning EVIDENCE_UNKNOWN_QUESTION = "evidence/unknown-question";
    Warning EVIDENCE_UNKNOWN_ROLE = "evidence/unknown-role";
    Warning EVIDENCE_CYCLIC_UNITS = "evidence/cyclic-units";

    // audit: a run that judged nothing, or less than it seems.
    Warning COVERAGE_NOT_IN_FORCE = "audit/coverage-not-in-force";
    Warning EMPTY_RULES = "audit/empty-rules";
    Error JOIN_WITHOUT_INDEX = "audit/join-without-index";
    Warning LEFT_OUT = "audit/left-out";
    Error NEVER_APPLIED = "audit/never-applied";
    Error NOTHING_IN_FORCE = "audit/nothing-in-force";
    Error NOT_COMPILED = "audit/not-compiled";
    Error NO_RULES = "audit/no-rules";
    Error NO_STATEMENTS = "audit/no-statements";
    Error NO_SUBJECT = "audit/no-subject";
    Error PREVIOUS_NOT_A_RECORD = "audit/previous-not-a-record";
    Error PREVIOUS_UNREADABLE = "audit/previous-unreadable";
    Error PREVIOUS_VERSION = "audit/previous-version";
    Warning PREVIOUS_NOT_EARLIER = "audit/previous-not-earlier";
    Warning PREVIOUS_NO_COMMON_DOCUMENT = "audit/previous-no-common-document";
    Error UNREADABLE_RULES = "audit/unreadable-rules";

    // conform: documents below that fall short of those above.
    Error CONFORM_UNCOVERED = "conform/uncovered";
    Error CONFORM_UNDECLARED = "conform/undeclared";
    Error CONFORM_UNBOUND = "conform/unbound";
    Error CONFORM_WEAKER = "conform/weaker";
    Error CONFORM_INCOMPARABLE = "conform/incomparable";
    Warning CONFORM_UNDECIDED = "conform/undecided";
    Error CONFORM_WEAKER_FORCE = "conform/weaker-force";
    Error CONFORM_PERMITS_FORBIDDEN = "conform/permits-forbidden";
    Error CONFORM_LOWER_ROLE = "conform/lower-role";
    Error CONFORM_LAXER_EXCEPTIONS = "conform/laxer-exceptions";
    Error CONFORM_OLDER_EVIDENCE = "conform/older-evidence";
    Error CONFORM_PARAMETER_UNSET = "conform/parameter-unset";
    Error CONFORM_PARAMETER_OUT_OF_RANGE = "conform/parameter-out-of-range";
    Warning CONFORM_PROVISION_MOVED = "conform/provision-moved";
    Warning CONFORM_PROVISION_CHANGED = "conform/provision-changed";
    Warning CONFORM_PROVISION_VANISHED = "conform/provision-vanished";
    Error CONFORM_REDEFINED_TERM = "conform/redefined-term";
    Warning CONFORM_UNCLEAR_TERM = "conform/unclear-term";
    Error CONFORM_CONTRADICTION = "conform/contradiction";
    Error CONFORM_IMPOSSIBLE = "conform/impossible";
    Warning CONFORM_APPLIES_TO_NOTHING = "conform/applies-to-nothing";
    Warning CONFORM_DEMANDS_NOTHING = "conform/demands-nothing";
    Warning CONFORM_REDUNDANT = "conform/redundant";
    Error CONFORM_NOT_MONOTONE = "conform/not-monotone";
    Warning CONFORM_LEVEL_WITHOUT_TEXT = "conform/level-without-text";

    // lint: what is probably not meant.
    Warning BARE_MESSAGE = "lint/bare-message";
    Warning CIRCULAR_COMPENSATION = "lint/circular-compensation";
    Warning CONFUSABLE_NAMES = "lint/confusable-names";
    Warning COUNT_FOR_SOME = "lint/count-for-some";
    Warning DAYS_FOR_MONTHS = "lint/days-for-months";
    Warning DOUBLE_NEGATION = "lint/double-negation";
    Warning EMPTY_TEXT = "lint/empty-text";
    Warning EXACT_AGE = "lint/exact-age";
    Warning EXPIRED_EXCEPTION = "lint/expired-exception";
    Warning FULLWIDTH_NAME = "lint/fullwidth-name";
    Warning HALF_ANCHORED = "lint/half-anchored";
    Warning HALFWIDTH_KATAKANA = "lint/halfwidth-katakana";
    Warning IMPLIES_FOR_WHEN = "lint/implies-for-when";
    Warning LASTING_ANSWER = "lint/lasting-answer";
    Warning LISTED_TWICE = "lint/listed-twice";
    Warning MISPLACED_NUMBER = "lint/misplaced-number";
    Warning MISSING_FIX = "lint/missing-fix";
    Warning MISSING_MESSAGE = "lint/missing-message";
    Warning MISSING_TEXT = "lint/missing-text";
    Warning MISSING_TITLE = "lint/missing-title";
    Warning MISSING_WAS = "lint/missing-was";
    Warning MIXED_SCRIPT_NAME = "lint/mixed-script-name";
    Warning MIXED_WIDTH = "lint/mixed-width";
    Warning NEVER_FALSE = "lint/never-false";
    Warning NEVER_TRUE = "lint/never-true";
    Warning REDUNDANT_CONDITION = "lint/redundant-condition";
    Warning REPEATED_STATEMENT = "lint/repeated-statement";
    Warning RETROACTIVE_EXCEPTION = "lint/retroactive-exception";
    Warning SAME_BRANCHES = "lint/same-branches";
    Warning SAME_NUMBER = "lint/same-number";
    Warning SAME_OPERANDS = "lint/same-operands";
    Warning SELF_APPROVAL = "lint/self-approval";
    Warning SHADOWED_NAME = "lint/shadowed-name";
    Warning SKIPPED_NUMBER = "lint/skipped-number";
    Warning STRAY_NUMBER = "lint/stray-number";
    Warning UNASSIGNED_CLAUSE = "lint/unassigned-clause";
    Warning UNDATED_CITATION = "lint/undated-citation";
    Warning UNEXPLAINED_ALLOW = "lint/unexplained-allow";
    Warning UNEXPLAINED_EXPECTATION = "lint/unexplained-expectation";
    Warning UNGUARDED_DIVISOR = "lint/unguarded-divisor";
    Warning UNGUARDED_OPTIONAL = "lint/unguarded-optional";
    Warning UNKNOWN_LINT = "lint/unknown-lint";
    Warning UNLABELLED_STATEMENT = "lint/unlabelled-statement";
    Warning UNLIKE_BOUND = "lint/unlike-bound";
    Warning UNLIKE_FORCE = "lint/unlike-force";
    Warning UNLIKE_MESSAGE = "lint/unlike-message";
    Warning UNLIKE_NUMBER = "lint/unlike-number";
    Warning UNLIKE_TRANSLATION = "lint/unlike-translation";
    Warning UNPERMITTED_EXCEPTION = "lint/unpermitted-exception";
    Warning UNREACHABLE_CONDITION = "lint/unreachable-condition";
    Warning UNTESTED_STATEMENT = "lint/untested-statement";
    Warning UNTRANSLATED = "lint/untranslated";
    Warning UNUSED_ALLOW = "lint/unused-allow";
    Warning UNUSED_ARGUMENT = "lint/unused-argument";
    Warning UNUSED_BINDER = "lint/unused-binder";
    Warning UNUSED_DEFINITION = "lint/unused-definition";
    Warning UNUSED_PARAMETER = "lint/unused-parameter";
    Warning UNUSED_ROLE = "lint/unused-role";
    Warning UNUSED_TERM = "lint/unused-term";
    Warning UNUSED_TYPE = "lint/unused-type";

    // test: rules that do not do what their tests expect.
    Error TEST_NOBODY = "test/nobody";
    Error TEST_NONE = "test/none";
    Error TEST_NOT_IN_FORCE = "test/not-in-force";
    Error TEST_OTHER_REASON = "test/other-reason";
    Error TEST_OTHER_RESULT = "test/other-result";

    // report: templates and prose of the annual report.
    Error REPORT_TEMPLATE = "report/template";
    Error REPORT_UNREADABLE = "report/unreadable";
    Warning REPORT_NO_PROSE = "report/no-prose";
    Warning REPORT_NO_MEASURE = "report/no-measure";
    Warning REPORT_NO_LISTING = "report/no-listing";
}

/// The id with this name.
#[must_use]
pub fn find(name: &str) -> Option<Id> {
    ALL.iter().copied().find(|id| id.name == name)
}
