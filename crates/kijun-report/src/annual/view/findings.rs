//! A finding with every text in one language and every place as one text.

use kijun_findings::{Finding, Observation, SubjectRef};
use serde::Serialize;

use super::people::Titles;
use super::place;
use crate::annual::words::Words;

/// A finding.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FindingView {
    pub(crate) id: String,
    pub(crate) level: &'static str,
    pub(crate) level_title: String,
    pub(crate) matter: String,
    pub(crate) outcome: Option<&'static str>,
    pub(crate) outcome_title: Option<String>,
    pub(crate) provision: String,
    pub(crate) title: String,
    pub(crate) kind: Option<String>,
    pub(crate) subject: Option<String>,
    /// The tier that it reaches, and its title.
    pub(crate) tier: Option<String>,
    pub(crate) tier_title: Option<String>,
    pub(crate) altitude: Option<String>,
    pub(crate) chain: Vec<LinkView>,
    pub(crate) role: Option<String>,
    pub(crate) role_title: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) unit_title: Option<String>,
    pub(crate) message: String,
    pub(crate) fix: Option<String>,
    pub(crate) rule: String,
    pub(crate) evidence: Vec<SeenView>,
    pub(crate) concerns: Vec<String>,
    pub(crate) unseen: bool,
    pub(crate) others: Vec<OtherView>,
    pub(crate) case: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkView {
    pub(crate) statement: String,
    pub(crate) title: String,
    pub(crate) tier_title: String,
    pub(crate) outcome: Option<&'static str>,
    pub(crate) outcome_title: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeenView {
    pub(crate) path: String,
    pub(crate) subject: Option<String>,
    pub(crate) found: String,
    pub(crate) at: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct OtherView {
    pub(crate) provision: String,
    pub(crate) at: String,
}

impl FindingView {
    pub(super) fn of(finding: &Finding, titles: &Titles, words: &Words) -> FindingView {
        let tier = finding.altitude.as_ref().map(|a| a.tier.to_string()).filter(|tier| !tier.is_empty());
        let documents = finding.documents.as_deref();
        let others = documents.map_or(&[][..], |objected| &objected.others).iter();
        FindingView {
            id: finding.id.clone(),
            level: finding.level.name(),
            level_title: words.named(&format!("level-one-{}", finding.level.name()), finding.level.name()),
            matter: format!("{:?}", finding.matter).to_lowercase(),
            outcome: finding.outcome.map(|outcome| outcome.name()),
            outcome_title: finding.outcome.map(|outcome| words.outcome(outcome)),
            provision: finding.provision.to_string(),
            title: words.pick(&finding.title),
            kind: finding.subject.as_ref().map(|subject| subject.kind.clone()),
            subject: finding.subject.as_ref().map(|subject| subject.key.clone()),
            tier_title: tier.as_deref().map(|tier| words.tier(tier)),
            tier,
            altitude: finding.altitude.as_ref().map(|altitude| altitude.statement.to_string()),
            chain: finding.chain.iter().map(|link| chain(link, words)).collect(),
            role: finding.role.as_ref().map(|role| role.name.clone()),
            role_title: finding.role.as_ref().map(|role| words.pick(&role.title)),
            unit_title: finding.unit.as_deref().map(|unit| titles.unit(unit)),
            unit: finding.unit.clone(),
            message: words.pick(&finding.message),
            fix: finding.fix.as_ref().map(|fix| words.pick(fix)),
            rule: place(&finding.rule),
            evidence: finding.evidence.iter().map(|seen| observation(seen, words)).collect(),
            concerns: finding.concerns.clone(),
            unseen: finding.unseen,
            others: others.map(|o| OtherView { provision: o.provision.clone(), at: place(&o.at) }).collect(),
            case: documents.and_then(|objected| objected.case.as_ref()).map(|case| words.pick(&case.yaml)),
        }
    }
}

fn chain(link: &kijun_findings::ChainLink, words: &Words) -> LinkView {
    LinkView {
        statement: link.statement.to_string(),
        title: words.pick(&link.title),
        tier_title: words.tier(&link.tier),
        outcome: link.outcome.map(|outcome| outcome.name()),
        outcome_title: link.outcome.map(|outcome| words.outcome(outcome)),
    }
}

fn observation(seen: &Observation, words: &Words) -> SeenView {
    let subject = seen.subject.as_ref().map(|SubjectRef { kind, key }| format!("{kind}/{key}"));
    SeenView { path: seen.path.clone(), subject, found: words.found(seen), at: place(&seen.at) }
}
