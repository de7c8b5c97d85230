//! Why a finding changed, in sentences.

mod causes;
mod exceptions;

use kijun_findings::{Cause, Change, Factor, Factors, Found, RuleEvent, Why, without_edition};

use super::words::DiffWords;

impl DiffWords {
    /// Why, in a sentence for each cause, after one that says how they go together where there are several.
    #[must_use]
    pub fn why(&self, why: &Why) -> Vec<String> {
        self.reasons(why, |cause| self.cause(cause))
    }

    /// The same of a change as it can be said of all that have the cause in common: the own subject goes without its name.
    #[must_use]
    pub fn why_of(&self, change: &Change) -> Vec<String> {
        let said = |cause: &Cause| self.own(cause, change).unwrap_or_else(|| self.cause(cause));
        change.why.as_ref().map(|why| self.reasons(why, said)).unwrap_or_default()
    }

    /// The same in short, without places: what a heading says already is left out.
    #[must_use]
    pub fn why_in_short(&self, change: &Change) -> Vec<String> {
        let said = |cause: &Cause| self.own(cause, change).unwrap_or_else(|| self.brief(cause));
        change.why.as_ref().map(|why| self.reasons(why, said)).unwrap_or_default()
    }

    fn reasons(&self, why: &Why, cause: impl Fn(&Cause) -> String) -> Vec<String> {
        let causes: Vec<String> = why.causes.iter().map(cause).collect();
        let enough = told(&why.enough);
        let only = match enough.as_slice() {
            [] => self.word("diff-why-unknown"),
            sets => self.text("diff-why-only", &[("sets", self.sets(sets).into())]),
        };
        match (self.relation(&enough, causes.len()), causes.is_empty()) {
            (None, true) => vec![only],
            (relation, _) => {
                let inexact = why.inexact.then(|| self.word("diff-why-inexact"));
                relation.into_iter().chain(inexact).chain(causes).collect()
            }
        }
    }

    /// How the causes go together: one alone needs no words, nor does evidence that is told with its day.
    fn relation(&self, enough: &[Factors], n_causes: usize) -> Option<String> {
        let key = match enough {
            [] => return None,
            [one] if one.len() < 2 => return None,
            [_] => "diff-why-together",
            sets if n_causes == 1 && sets.iter().flatten().all(is_along) => return None,
            _ => "diff-why-either",
        };
        Some(self.text(key, &[("sets", self.sets(enough).into())]))
    }

    /// What happened to a change's own subject, or to its own provision: what stands above it already is not named again.
    fn own(&self, cause: &Cause, change: &Change) -> Option<String> {
        let own = change.subject.as_ref();
        match cause {
            Cause::SubjectAppeared { subject } if Some(subject) == own => {
                Some(self.word("diff-cause-own-appeared"))
            }
            Cause::SubjectLeft { subject } if Some(subject) == own => Some(self.word("diff-cause-own-left")),
            Cause::Rule { event: RuleEvent::Above | RuleEvent::Below, .. } => None,
            Cause::Rule { event, before, after, dimensions, .. } => {
                let told = change.after.told.as_ref().or(change.before.told.as_ref())?;
                let own = without_edition(&told.provision);
                let cited = [before, after].into_iter().flatten().any(|cited| without_edition(cited) == own);
                let is_renumbered = before
                    .as_ref()
                    .zip(after.as_ref())
                    .is_some_and(|(before, after)| without_edition(before) != without_edition(after));
                let said = || self.word(&format!("diff-cause-own-rule-{}", event.name()));
                (cited && !is_renumbered).then(|| said() + &self.dimensions(dimensions))
            }
            _ => None,
        }
    }

    /// A cause without its place; of a value only what it was and is.
    fn brief(&self, cause: &Cause) -> String {
        match cause {
            Cause::Value { path, subject, before, after, .. } if is_taken(path, before, after) => {
                self.taken(subject.as_ref(), path, before, after)
            }
            Cause::Value { path, subject, before, after, .. } => {
                let path = self.path(subject.as_ref(), path);
                self.turns("diff-brief-value", ("path", path), self.found(before), self.found(after))
            }
            Cause::Rule { event, before, after, dimensions, .. } => {
                self.rule_changed(*event, (before.as_deref(), after.as_deref()), dimensions)
            }
            Cause::Term { sort, name, before, after, .. } => {
                self.term(sort, name) + &self.said(before.as_deref(), after.as_deref())
            }
            Cause::Manifest { key, before, after, .. } => {
                self.manifest(key) + &self.said(before.as_deref(), after.as_deref())
            }
            other => self.exceptional(other).unwrap_or_else(|| self.cause(other)),
        }
    }

    /// What, put back as it was, undoes the change; nothing where that is the same as what made it.
    #[must_use]
    pub fn undo(&self, why: &Why) -> Option<String> {
        let [enough, undo] = [&why.enough, &why.undo].map(|sets| told(sets));
        let tells = !undo.is_empty() && undo != enough;
        tells.then(|| self.text("diff-why-undo", &[("sets", self.sets(&undo).into())]))
    }

    /// Sets of factors: those of a set together, and between the sets that each is enough.
    pub(super) fn sets(&self, sets: &[Factors]) -> String {
        let set = |factors: &Factors| {
            let names = factors.iter().map(|factor| self.factor(*factor));
            names.reduce(|names, last| format!("{names}{}", self.text("diff-and", &[("last", last.into())])))
        };
        sets.iter().filter_map(set).collect::<Vec<_>>().join(&self.word("diff-or"))
    }
}

/// Whether a value is the day on which evidence was taken, as far as that shows.
fn is_taken(path: &str, before: &Found, after: &Found) -> bool {
    path.is_empty() || [before, after].into_iter().any(|found| matches!(found, Found::Stale(_)))
}

/// Whether it is the evidence, or the day that goes along with it.
fn is_along(factor: &Factor) -> bool {
    matches!(factor, Factor::Evidence | Factor::Date)
}

/// Sets of factors as people are told of them: newer evidence is always judged on its own day, so that a day which goes with evidence
/// is not named; and what contains another set says nothing more.
fn told(sets: &[Factors]) -> Vec<Factors> {
    let mut told: Vec<Factors> = sets.to_vec();
    for set in told.iter_mut().filter(|set| set.contains(&Factor::Evidence)) {
        set.remove(&Factor::Date);
    }
    let is_least = |i: usize, set: &Factors| {
        let mut others = told.iter().enumerate();
        !others.any(|(j, other)| other.is_subset(set) && (other != set || j < i))
    };
    told.iter().enumerate().filter(|(i, set)| is_least(*i, set)).map(|(_, set)| set.clone()).collect()
}
