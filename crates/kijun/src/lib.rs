//! The pipeline on one page: a project's folder in, what is wrong with it and what was found out.
//!
//! [`load`] reads rules and manifest as far as a graph of standards; [`audit`](audit()) goes on to the evidence. This is
//! the only place where phases are put in order.

mod load;
mod previous;
mod project;

mod audit;
mod context;
mod judge;
mod kept;
mod levels;
mod measures;
mod passing;
mod sheets;

mod independence;
mod organisation;
mod provisions;

mod conform;
mod editions;
mod empty;
mod exceptions;
mod follow_up;
mod record;
mod supplied;

mod holders;
mod listings;
mod questionnaire;
mod reach;
mod sample;

mod diff;
mod inputs;
mod outlook;
mod signature;
mod verify;
mod whole;

mod explain;
mod graph;
mod lint;
mod report;

mod init;
mod testing;

mod complaints;
mod judgements;
mod pages;
mod rule_texts;
mod words;

pub use audit::{Audit, Options, audit};
pub use conform::{Conform, ConformOptions, concerns, conform};
pub use diff::{DiffOptions, DiffSide, Impact, ImpactError, SideError, diff, impact};
pub use editions::{EditionsError, EditionsOperand, EditionsOptions, editions};
pub use exceptions::warn_of_ends;
pub use explain::{
    Document, Explained, ExplainedException, ExplainedMeasure, FieldRow, KindPage, Provision, Row, Standing,
    citations, documents, exception, explain, is_measure, kind, measures, names, provisions,
};
pub use graph::{Notation, graph};
pub use init::Template;
pub use inputs::{Elsewise, KeepError, Places, Restored, STORE, keep, restore, restore_from};
pub use lint::{
    Fixable, FixedFile, Fixes, LINTS, Lint, LintOptions, Linted, RulesAt, find_lint, fix, lint, load_at,
    unknown_lint,
};
pub use load::{Loaded, load, load_both, load_rules};
pub use outlook::outlook;
pub use pages::page;
pub use previous::{Previous, RecordError, RecordFile, read_record, record_digest};
pub use project::{MANIFEST, find_root};
pub use questionnaire::{QuestionnaireOptions, Questionnaires, RoleSheet, questionnaires, roles};
pub use report::{Materials, gap, materials, read_run};
pub use rule_texts::{RuleTexts, project_texts, texts_at};
pub use sample::{Deviation, Draw, NotASample, Stratum, Verified, draw, samples, verify_sample};
pub use signature::{KeyError, NewKey, PublicKey, SIGNATURE_BYTES, SignatureError, new_key, sign};
pub use testing::{Generated, RulesFrom, TestOptions, TestsRun, generate, test};
pub use verify::{Check, Part, Signed, Told, Verdict, Verification, VerifyOptions, verify};
pub use whole::{write_private, write_whole};
