//! Run records, findings and their identities.
//!
//! The types here are what the outside world reads: their shape is public and versioned. They say nothing of how a
//! finding was found.

mod baseline;
mod conformance;
mod consistency;
mod diff;
mod editions;
mod exception;
mod figures;
mod finding;
mod follow_up;
mod identity;
mod json;
mod listing;
mod matrix;
mod measure;
mod mutants;
mod organisation;
mod outcome;
mod outlook;
mod previous;
mod record;
mod test_coverage;
mod test_run;

#[cfg(test)]
mod tests;

pub use baseline::{
    BASELINE_SCHEMA, BaselineDoubt, BaselineFigures, BaselineFinding, BaselineState, Baselined, Shrunk,
    baseline_schema,
};
pub use conformance::{
    CONFORMANCE_SCHEMA, CaseOutcome, CaseRecord, CitedClause, CitedPlace, ConformanceCell,
    ConformanceFigures, ConformanceRecord, ConformanceRow, DimensionName, GapRecord, Judgement, Objected,
    VerdictName, conformance_schema, conformance_to_json,
};
pub use diff::{
    Aspect, Cause, Change, Class, DIFF_SCHEMA, Diff, DiffFigures, DiffRun, DimensionChange, DocumentChange,
    ExceptionChange, ExceptionPart, Factor, Factors, InputChange, MeasureChange, MeasureState, PartChange,
    ResultRow, RuleEvent, Seen, Side, Snapshot, StatementChange, Telling, Transition, Unattributed, Why,
    apply, diff, diff_schema, diff_to_json,
};
pub use editions::{
    AspectMoved, Below, BelowStatus, Counted, EDITIONS_SCHEMA, EditionRecord, EditionsFigures,
    EditionsRecord, FieldName, HintRecord, IdentityName, KnownName, MarkRecord, Naming, NamingSort,
    PieceRecord, ProvisionRecord, ResemblesName, RewordingName, SectionMoved, StatementMoved, SubstanceName,
    WayName, WordingRecord, editions_schema, editions_to_json,
};
pub use exception::{ExceptedKind, ExceptionRecord, ForWhom, Remark, Renewal, Superseded};
pub use figures::{Figures, Part, Partition, Rate};
pub use finding::{
    Altitude, ChainLink, Finding, Found, Level, Location, Matter, Observation, RoleRef, SubjectRef, Texts,
};
pub use follow_up::{
    Doubt, FOLLOW_UP_SCHEMA, FollowUp, FollowUpFigures, FollowUpRecord, Followed, Objection, Reason, RunRef,
    Standing, Status, UNKNOWN_FINDING, follow_up, follow_up_schema, follow_up_to_json,
};
pub use identity::{finding_id, lineage_id, question_id};
pub use json::{FromJsonError, VERSIONS, from_json, run_schema, to_json};
pub use listing::{ListingColumn, ListingRecord, ListingRow};
pub use matrix::without_edition;
pub use measure::{Breakdown, MeasureRecord, MeasureSort, Measured, MeasuredPart, TargetReached};
pub use mutants::{MutantFigures, Mutants, Survivor};
pub use organisation::{RoleRecord, UnitRecord};
pub use outcome::Outcome;
pub use outlook::{Coming, OUTLOOK_SCHEMA, Outlook, outlook_schema};
pub use previous::{Claim, PreviousRun, ResponseRecord};
pub use record::{
    Engine, InputFile, InputKind, KindResults, Period, Row, RunRecord, SCHEMA, StandardRecord, Stated,
    StatementRecord,
};
pub use test_coverage::{
    ConditionRole, ConditionSeen, CoverageFigures, Covered, ResultSeen, SharedCoverage, StatementCoverage,
    TestCoverage,
};
pub use test_run::{
    ExpectationVerdict, Expected, TEST_RUN_SCHEMA, TestFigures, TestRun, Tested, test_run_schema,
};
