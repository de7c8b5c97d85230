//! Why a finding changed: which kinds of things it took, and what exactly it was.
//!
//! A world is the evidence of one run judged by the rules of one run, with the exceptions of one and on the day of one. Two runs
//! that differ in all of these span sixteen worlds. What turns a finding from how it stands in the older run into how it stands
//! in the newer one is found by judging these worlds, and by nothing else.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DimensionChange, PartChange, RuleEvent};
use crate::{Found, InputKind, Location, SubjectRef};

/// A kind of thing in which two runs may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Factor {
    /// Rules but for exceptions, which editions bind, and the table of levels.
    Rules,
    /// Exceptions.
    Exceptions,
    /// Evidence, and how the manifest reads it.
    Evidence,
    /// The audit date, the audited period, the calendar.
    Date,
    /// The program that judged.
    Engine,
}

impl Factor {
    /// Every factor.
    pub const ALL: [Factor; 5] =
        [Factor::Rules, Factor::Exceptions, Factor::Evidence, Factor::Date, Factor::Engine];

    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Factor::Rules => "rules",
            Factor::Exceptions => "exceptions",
            Factor::Evidence => "evidence",
            Factor::Date => "date",
            Factor::Engine => "engine",
        }
    }
}

/// Some factors.
pub type Factors = BTreeSet<Factor>;

/// Why a finding changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Why {
    /// The least sets of factors that, taken from the newer run into the older one, make the finding stand as in the newer one. One
    /// set of one factor: that alone did it. One set of several: it took them together. Several sets: each of them is enough.
    pub enough: Vec<Factors>,
    /// The least sets of factors that, taken from the older run into the newer one, make the finding stand as in the older one.
    pub undo: Vec<Factors>,
    /// What it was, the first to tell first.
    pub causes: Vec<Cause>,
    /// Whether the causes may be more than it took: the search for the least of them came to its bound, or to nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inexact: bool,
}

/// What exactly made a finding change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum Cause {
    /// A provision.
    #[serde(rename_all = "kebab-case")]
    Rule {
        /// What happened to it.
        event: RuleEvent,
        /// How the older run cites it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
        /// How the newer run cites it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
        /// In what, where it was changed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        dimensions: Vec<DimensionChange>,
        /// Where it was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_before: Option<Location>,
        /// Where it is written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_after: Option<Location>,
    },
    /// Something that rules are made of and that is no provision: a definition, a parameter, a kind, an enumeration, a role.
    #[serde(rename_all = "kebab-case")]
    Term {
        /// Its sort, as the language calls it: `define`, `parameter`, `kind`, `enum`, `record`, `role`.
        sort: String,
        /// Its name.
        name: String,
        /// What it said, as the language writes it; absent where there was nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
        /// What it says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
        /// Where it was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_before: Option<Location>,
        /// Where it is written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_after: Option<Location>,
    },
    /// The manifest's table of levels, or which documents it lets bind.
    Manifest {
        /// The key of the manifest.
        key: String,
        /// What it said, on one line; absent where there was nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
        /// What it says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
        /// Where it was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_before: Option<Location>,
        /// Where it is written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_after: Option<Location>,
    },
    /// A value of the evidence, of the subject or of another that is joined to it.
    #[serde(rename_all = "kebab-case")]
    Value {
        /// The path in the subject.
        path: String,
        /// The other subject whose value it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        subject: Option<SubjectRef>,
        /// What was there.
        before: Found,
        /// What is there.
        after: Found,
        /// Where it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_before: Option<Location>,
        /// Where it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_after: Option<Location>,
    },
    /// A subject, it or one joined to it, is in the evidence now.
    SubjectAppeared {
        /// The subject.
        subject: SubjectRef,
    },
    /// A subject is not in the evidence any more.
    SubjectLeft {
        /// The subject.
        subject: SubjectRef,
    },
    /// The subject is of another kind.
    KindChanged {
        /// As it was.
        before: SubjectRef,
        /// As it is.
        after: SubjectRef,
    },
    /// A file of evidence that could not be read, or a kind without a source, in one run only.
    #[serde(rename_all = "kebab-case")]
    Source {
        /// The kind whose subjects are affected.
        kind: String,
        /// Whether all of it could be read before.
        before: bool,
        /// Whether all of it can be read now.
        after: bool,
    },
    /// Subjects that a measure counts otherwise, beside those that are named: how many there are of each sort.
    Members {
        /// The kind that the measure is over.
        kind: String,
        /// Those that are counted now and were not in the evidence.
        appeared: u64,
        /// Those that were counted and are not in the evidence any more.
        left: u64,
        /// Those that both runs have.
        changed: u64,
    },
    /// The rules have an exception that they did not have.
    #[serde(rename_all = "kebab-case")]
    ExceptionGranted {
        /// Its id.
        exception: String,
        /// Its first day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// Where it is written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Location>,
    },
    /// The rules do not have an exception any more.
    #[serde(rename_all = "kebab-case")]
    ExceptionWithdrawn {
        /// Its id.
        exception: String,
        /// Its first day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// Where it was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Location>,
    },
    /// An exception holds because of the day: its first day has come; or, where the later run stands first, its last has not passed.
    #[serde(rename_all = "kebab-case")]
    ExceptionBegan {
        /// Its id.
        exception: String,
        /// Its first day, where that lies between the two runs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// Its last day, where that does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<String>,
    },
    /// An exception does not hold because of the day: its last day has passed; or, where the later run stands first, its first has
    /// not come.
    #[serde(rename_all = "kebab-case")]
    ExceptionLapsed {
        /// Its id.
        exception: String,
        /// Its first day, where that lies between the two runs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// Its last day, where that does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<String>,
    },
    /// An exception does not hold any more, or holds again, and not because of the day alone: how it stood and stands, and what it
    /// says otherwise.
    #[serde(rename_all = "kebab-case")]
    ExceptionChanged {
        /// Its id.
        exception: String,
        /// `holds`, or why it did not; `for-others` where it held, and not for this, `unused` where nothing needed it.
        before: String,
        /// `holds`, or why it does not.
        after: String,
        /// What it says otherwise.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parts: Vec<PartChange>,
        /// Where it was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_before: Option<Location>,
        /// Where it is written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_after: Option<Location>,
    },
    /// Of a finding of the follow-up: the earlier finding that it is about stands otherwise.
    Earlier {
        /// The finding that changed: the earlier one, or the one that goes on telling it.
        finding: String,
        /// What made that one change.
        causes: Vec<Cause>,
    },
    /// Time alone: something has become too old, or a day has come.
    Date {
        /// The earlier audit date.
        before: String,
        /// The later one.
        after: String,
        /// Of what the age matters: the path in the subject, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        path: Option<String>,
    },
    /// The program judges otherwise.
    Engine {
        /// The version that made the older record.
        before: String,
        /// The version that made the newer one.
        after: String,
    },
}

/// Why causes are not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Unattributed {
    /// A file that a run was made from is not at hand any more.
    #[serde(rename_all = "kebab-case")]
    InputGone {
        /// Whether it is one of the older run.
        of_old: bool,
        /// Its path, relative to the project.
        path: String,
        /// What it was read as.
        kind: InputKind,
        /// Its BLAKE3 digest.
        blake3: String,
    },
    /// A world could not be judged: the one run's evidence has something that the other's rules do not know.
    World {
        /// What was taken from the newer run.
        taken: Factors,
        /// Why, in words of the first diagnostic.
        reason: crate::Texts,
    },
    /// A record says something else than what its inputs come to when they are judged again: it was made by another version, or
    /// somebody has changed it.
    #[serde(rename_all = "kebab-case")]
    DoesNotFollow {
        /// Whether it is the older run's.
        of_old: bool,
        /// The version that made the record.
        made_by: String,
        /// The version that judged it again.
        judged_by: String,
    },
    /// Nobody asked for causes.
    NotAsked,
}
