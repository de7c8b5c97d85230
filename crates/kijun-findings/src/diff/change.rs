//! One finding in both runs: how it was told, what was seen of it where it was not, and what that makes of it.

use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{Class, Why};
use crate::{Altitude, Level, Location, Matter, Observation, Outcome, RoleRef, SubjectRef, Texts};

/// A finding that is not the same in both runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// What has become of it.
    pub class: Class,
    /// Its identity.
    pub id: String,
    /// What kind of matter it is.
    pub matter: Matter,
    /// The provision's identity through editions.
    pub lineage: Arc<str>,
    /// Its title, in the newer run where it is told there.
    pub title: Arc<Texts>,
    /// The subject, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<SubjectRef>,
    /// Who is responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Arc<RoleRef>>,
    /// The unit that answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The place of its statement among the statements of both runs, in the order of the documents; what is about no statement
    /// comes after them all.
    pub place: u32,
    /// The older run.
    pub before: Side,
    /// The newer run.
    pub after: Side,
    /// Why; absent where that could not be found out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
}

impl Change {
    /// What the two sides of a matter come to; `None` where it is the same, or told in neither.
    #[must_use]
    pub fn between(matter: Matter, place: u32, before: Side, after: Side) -> Option<Change> {
        let class = Class::of(&before, &after)?;
        let told = after.told.as_ref().or(before.told.as_ref())?;
        Some(Change {
            class,
            id: told.finding.clone(),
            matter,
            lineage: told.lineage.clone(),
            title: told.title.clone(),
            subject: told.subject.clone(),
            role: told.role.clone(),
            unit: told.unit.clone(),
            place,
            before,
            after,
            why: None,
        })
    }

    /// The order in which changes are read: what is new or worse, what is not comparable, what is better or resolved, what moved; of
    /// these the most pressing first, then by document, then by subject.
    #[must_use]
    pub fn in_order(&self, other: &Change) -> std::cmp::Ordering {
        let rank = |change: &Change| (change.class.reading(), change.level(), change.matter, change.place);
        let order = rank(self).cmp(&rank(other));
        order.then_with(|| (&self.subject, &self.id).cmp(&(&other.subject, &other.id)))
    }

    /// How much it presses: as the newer run says where it is told there.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.after.told.as_ref().or(self.before.told.as_ref()).map(|told| told.level)
    }
}

/// A finding in one of the runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Side {
    /// How it is told; absent where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Telling>,
    /// What the run saw of the matter.
    pub seen: Seen,
}

/// How a finding is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Telling {
    /// The finding that tells it: its own identity, or that of one that speaks for it.
    pub finding: String,
    /// How much it presses.
    pub level: Level,
    /// The result behind it, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The provision, as it is cited.
    pub provision: Arc<str>,
    /// The provision's identity through editions.
    pub lineage: Arc<str>,
    /// Its title.
    pub title: Arc<Texts>,
    /// The subject, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<SubjectRef>,
    /// Who is responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Arc<RoleRef>>,
    /// The unit that answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How far up it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub altitude: Option<Altitude>,
    /// The rank of that tier among the tiers of both runs; 0 is the highest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// What was found.
    pub message: Texts,
    /// Where the provision was written.
    pub rule: Arc<Location>,
    /// The values that made it so.
    pub evidence: Vec<Observation>,
    /// What these values are of, in order: what a finding is about more closely than its subject. Elements go by their keys and never
    /// by their positions; a subject that is joined goes by its key if both runs have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
}

macro_rules! seen {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What a run saw of a matter: what the statement came to for the subject, or why it came to nothing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Seen {
            /// The statement came to this.
            Outcome(Outcome),
            $($(#[$doc])* $variant,)*
        }

        impl Seen {
            /// What there is beside an outcome.
            pub const OTHERS: &[Seen] = &[$(Seen::$variant),*];

            /// Its name, as every output writes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    Seen::Outcome(outcome) => outcome.name(),
                    $(Seen::$variant => $name,)*
                }
            }
        }
    };
}

seen! {
    /// There is no such subject, and all evidence of its kind could be read.
    NoSubject = "no-subject",
    /// There is no such subject, and not all evidence could be read.
    Unread = "unread",
    /// There is no evidence of the kind at all.
    NoKind = "no-kind",
    /// The document does not bind.
    NoDocument = "no-document",
    /// The provision is not in force, and none continues it.
    NoProvision = "no-provision",
    /// The provision does not bind this kind of subject.
    NotBound = "not-bound",
    /// It is no matter of a statement; it was looked at, and nothing was found.
    Clean = "clean",
    /// It is no matter of a statement, and the run did not look at it.
    NotLooked = "not-looked",
    /// It is no matter of a statement, and it was found.
    Found = "found",
}

impl Seen {
    /// Whether the run could judge the matter, so that silence means something.
    #[must_use]
    pub fn is_judged(self) -> bool {
        !matches!(self, Seen::NoSubject | Seen::Unread | Seen::NoKind | Seen::NoDocument | Seen::NotLooked)
    }
}

impl Serialize for Seen {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Seen, D::Error> {
        let name = String::deserialize(deserializer)?;
        let others = Seen::OTHERS.iter().copied();
        let mut all = Outcome::ALL.into_iter().map(Seen::Outcome).chain(others);
        all.find(|seen| seen.name() == name)
            .ok_or_else(|| serde::de::Error::custom(format!("`{name}` is nothing that a run sees")))
    }
}

impl JsonSchema for Seen {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Seen".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let others = Seen::OTHERS.iter().copied();
        let names: Vec<&str> =
            Outcome::ALL.into_iter().map(Seen::Outcome).chain(others).map(Seen::name).collect();
        schemars::json_schema!({
            "description": "What a run saw of a matter: what the statement came to for the subject, or why it came to nothing.",
            "type": "string",
            "enum": names
        })
    }
}
