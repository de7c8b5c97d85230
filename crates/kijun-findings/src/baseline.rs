//! A run held against a baseline: what is new or worse since, what is known, and why the two may not be fit to be compared.
//!
//! What has become of each finding is told by the [`Diff`] alone. Nothing of this stands in a run record: a baseline judges nothing.

mod doubts;

use std::collections::{BTreeMap, BTreeSet};

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use crate::matrix::document;
use crate::{Class, Diff, DiffRun, Level, RunRecord};

pub use doubts::{BaselineDoubt, Shrunk};

/// The version of the shape of a [`Baselined`].
pub const BASELINE_SCHEMA: &str = "kijun/baseline/1";

/// A run held against a baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Baselined {
    /// The version of this shape: `kijun/baseline/1`.
    pub schema: String,
    /// The run that is the baseline.
    pub baseline: DiffRun,
    /// The BLAKE3 digest of its file, in hexadecimal.
    pub blake3: String,
    /// Why the two may not be fit to be compared.
    pub doubts: Vec<BaselineDoubt>,
    /// How many findings came to what.
    pub figures: BaselineFigures,
    /// The findings of the run in its order, then those that only the baseline has.
    pub findings: Vec<BaselineFinding>,
}

/// How many findings came to what. The first four add up to the findings of the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct BaselineFigures {
    /// Findings that the baseline does not have, though it saw the matter.
    pub new: u64,
    /// Findings that press more, or are about more.
    pub worse: u64,
    /// Findings of a matter that the baseline could not see.
    pub not_comparable: u64,
    /// Findings that the baseline has, and that are no worse.
    pub known: u64,
    /// Findings of the baseline that are settled.
    pub resolved: u64,
    /// Findings of the baseline of a matter that the run could not see.
    pub lost: u64,
    /// Findings of the baseline that another finding of the run tells.
    pub elsewhere: u64,
}

/// A finding, and how it stands to the baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct BaselineFinding {
    /// Its identity.
    pub finding: String,
    /// How much it presses; of what is gone, pressed.
    pub level: Level,
    /// How it stands to the baseline.
    pub state: BaselineState,
    /// What has become of it; absent where it is the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
}

/// How a finding stands to a baseline, as SARIF's `baselineState` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BaselineState {
    /// The baseline does not have it.
    New,
    /// The baseline has it as it is.
    Unchanged,
    /// The baseline has it, and otherwise.
    Updated,
    /// Only the baseline has it.
    Absent,
}

impl BaselineState {
    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            BaselineState::New => "new",
            BaselineState::Unchanged => "unchanged",
            BaselineState::Updated => "updated",
            BaselineState::Absent => "absent",
        }
    }
}

impl BaselineFinding {
    /// Whether the run tells it, and the baseline does not, or not as bad.
    #[must_use]
    pub fn is_news(&self) -> bool {
        let class = matches!(self.class, Some(Class::New | Class::Worse | Class::NotComparable));
        class && self.state != BaselineState::Absent
    }

    /// Whether the baseline tells it, and the run could not see what it is about.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.state == BaselineState::Absent && self.class == Some(Class::NotComparable)
    }
}

impl Baselined {
    /// Holds a run against a baseline, whose file has this digest; `None` if no document binds in both, so that there is nothing to
    /// compare. `diff` is from the baseline to the run.
    #[must_use]
    pub fn of(baseline: &RunRecord, blake3: &str, run: &RunRecord, diff: &Diff) -> Option<Baselined> {
        if !have_common_document(baseline, run) {
            return None;
        }
        let findings = findings(baseline, run, diff);
        Some(Baselined {
            schema: BASELINE_SCHEMA.to_owned(),
            baseline: diff.old.clone(),
            blake3: blake3.to_owned(),
            doubts: doubts::doubts(baseline, run),
            figures: findings.iter().collect(),
            findings,
        })
    }

    /// Whether a finding of this level or above is new, worse, or of a matter that the baseline could not see.
    #[must_use]
    pub fn has_news(&self, least: Level) -> bool {
        self.findings.iter().any(|finding| finding.is_news() && finding.level <= least)
    }

    /// Whether the run, made the baseline, would hide something: news of any level, or something that it lost sight of.
    #[must_use]
    pub fn is_worse(&self) -> bool {
        let figures = &self.figures;
        let blind = self.doubts.iter().any(BaselineDoubt::is_blind);
        blind || figures.new + figures.worse + figures.not_comparable + figures.lost > 0
    }
}

fn have_common_document(baseline: &RunRecord, run: &RunRecord) -> bool {
    let names = |record: &RunRecord| -> BTreeSet<String> {
        record.standards.iter().map(|standard| document(&standard.standard).to_owned()).collect()
    };
    !names(baseline).is_disjoint(&names(run))
}

/// The findings of the run, then those that only the baseline has.
fn findings(baseline: &RunRecord, run: &RunRecord, diff: &Diff) -> Vec<BaselineFinding> {
    let classes = Classes::of(diff);
    let had: BTreeSet<&str> = baseline.findings.iter().map(|finding| finding.id.as_str()).collect();
    let has: BTreeSet<&str> = run.findings.iter().map(|finding| finding.id.as_str()).collect();
    let present = run.findings.iter().map(|finding| {
        let class = classes.of_present(&finding.id, had.contains(finding.id.as_str()));
        let state = match class {
            None => BaselineState::Unchanged,
            Some(Class::New | Class::NotComparable) => BaselineState::New,
            Some(_) => BaselineState::Updated,
        };
        BaselineFinding { finding: finding.id.clone(), level: finding.level, state, class }
    });
    let gone = baseline.findings.iter().filter(|finding| !has.contains(finding.id.as_str()));
    let gone = gone.map(|finding| BaselineFinding {
        finding: finding.id.clone(),
        level: finding.level,
        state: BaselineState::Absent,
        class: classes.of_gone(&finding.id),
    });
    present.chain(gone).collect()
}

/// What has become of findings, by their own identity and by the finding that tells them now.
struct Classes<'d> {
    own: BTreeMap<&'d str, Class>,
    told_by: BTreeMap<&'d str, Vec<Class>>,
}

impl<'d> Classes<'d> {
    fn of(diff: &'d Diff) -> Classes<'d> {
        let own = diff.changes.iter().map(|change| (change.id.as_str(), change.class)).collect();
        let mut told_by: BTreeMap<&str, Vec<Class>> = BTreeMap::new();
        for change in &diff.changes {
            if let Some(told) = change.after.told.as_ref().filter(|told| told.finding != change.id) {
                told_by.entry(&told.finding).or_default().push(change.class);
            }
        }
        Classes { own, told_by }
    }

    /// Of a finding of the run. One that speaks for another that is new or worse is itself worse, where the baseline has it.
    fn of_present(&self, id: &str, had: bool) -> Option<Class> {
        let own = self.own.get(id).copied();
        let news = |class: &Class| matches!(class, Class::New | Class::Worse | Class::NotComparable);
        let speaks = self.told_by.get(id).is_some_and(|classes| classes.iter().any(news));
        match own {
            Some(class) if news(&class) => own,
            _ if speaks && had => Some(Class::Worse),
            _ if speaks => Some(Class::New),
            _ => own,
        }
    }

    /// Of a finding that only the baseline has.
    fn of_gone(&self, id: &str) -> Option<Class> {
        Some(self.own.get(id).copied().unwrap_or(Class::Moved))
    }
}

impl<'a> FromIterator<&'a BaselineFinding> for BaselineFigures {
    fn from_iter<I: IntoIterator<Item = &'a BaselineFinding>>(findings: I) -> BaselineFigures {
        let mut figures = BaselineFigures::default();
        for finding in findings {
            *figures.of_mut(finding) += 1;
        }
        figures
    }
}

impl BaselineFigures {
    fn of_mut(&mut self, finding: &BaselineFinding) -> &mut u64 {
        let is_gone = finding.state == BaselineState::Absent;
        match finding.class {
            Some(Class::Resolved) if is_gone => &mut self.resolved,
            Some(Class::NotComparable) if is_gone => &mut self.lost,
            _ if is_gone => &mut self.elsewhere,
            Some(Class::New) => &mut self.new,
            Some(Class::Worse) => &mut self.worse,
            Some(Class::NotComparable) => &mut self.not_comparable,
            _ => &mut self.known,
        }
    }
}

/// The JSON Schema of a [`Baselined`].
#[must_use]
pub fn baseline_schema() -> Schema {
    schemars::schema_for!(Baselined)
}
