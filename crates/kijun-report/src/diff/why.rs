//! Why a finding changed, in sentences.

use kijun_diag::Arg;
use kijun_findings::{
    Cause, Change, DimensionChange, Factor, Factors, Found, Location, RuleEvent, SubjectRef, Why,
    without_edition,
};

use super::words::{DiffWords, place, shortened, subject};

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
            Cause::Term { sort, name, .. } => self.term(sort, name),
            other => self.cause(other),
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

    /// A cause in a sentence, with its place where it has one.
    #[must_use]
    pub fn cause(&self, cause: &Cause) -> String {
        match cause {
            Cause::Rule { event, before, after, dimensions, at } => {
                let said = self.rule_changed(*event, (before.as_deref(), after.as_deref()), dimensions);
                self.at(said, at.as_ref())
            }
            Cause::Term { sort, name, at } => self.at(self.term(sort, name), at.as_ref()),
            Cause::Manifest { key } => self.text("diff-cause-manifest", &[("key", key.as_str().into())]),
            Cause::Value { path, subject, before, after, at_before, at_after } => {
                let said = match is_taken(path, before, after) {
                    true => self.taken(subject.as_ref(), path, before, after),
                    false => {
                        let path = ("path", self.path(subject.as_ref(), path));
                        self.turns("diff-cause-value", path, self.found(before), self.found(after))
                    }
                };
                self.at(said, at_after.as_ref().or(at_before.as_ref()))
            }
            Cause::SubjectAppeared { subject: one } => {
                self.text("diff-cause-subject-appeared", &[("subject", subject(one).into())])
            }
            Cause::SubjectLeft { subject: one } => {
                self.text("diff-cause-subject-left", &[("subject", subject(one).into())])
            }
            Cause::KindChanged { before, after } => {
                let args = [("before", subject(before).into()), ("after", subject(after).into())];
                self.text("diff-cause-kind-changed", &args)
            }
            Cause::Source { kind, before, after } => self.source(kind, *before, *after),
            Cause::Members { kind, appeared, left, changed } => {
                let n = |n: u64| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
                let counts = [("appeared", n(*appeared)), ("left", n(*left)), ("changed", n(*changed))];
                let args: Vec<_> = counts.into_iter().chain([("kind", kind.as_str().into())]).collect();
                self.text("diff-cause-members", &args)
            }
            Cause::ExceptionBegan { exception, from } => {
                self.dated("began", exception, "from", from.as_deref())
            }
            Cause::ExceptionLapsed { exception, until } => {
                self.dated("lapsed", exception, "until", until.as_deref())
            }
            Cause::ExceptionWithdrawn { exception } => {
                self.text("diff-cause-exception-withdrawn", &[("exception", exception.as_str().into())])
            }
            Cause::ExceptionChanged { exception, before, after } => {
                let [before, after] = [before, after].map(|status| self.standing(Some(status)));
                self.turns("diff-cause-exception-changed", ("exception", exception.clone()), before, after)
            }
            Cause::Date { before, after, path } => {
                let (before, after) = (before.clone(), after.clone());
                match path.as_deref() {
                    Some("") => self.text(
                        "diff-cause-date-record",
                        &[("before", before.into()), ("after", after.into())],
                    ),
                    Some(path) => {
                        self.turns("diff-cause-date-path", ("path", path.to_owned()), before, after)
                    }
                    None => {
                        let args = [("before", before.into()), ("after", after.into())];
                        self.text("diff-cause-date", &args)
                    }
                }
            }
            Cause::Engine { before, after } => {
                let args = [("before", before.as_str().into()), ("after", after.as_str().into())];
                self.text("diff-cause-engine", &args)
            }
        }
    }

    fn turns(&self, key: &str, what: (&'static str, String), before: String, after: String) -> String {
        self.text(key, &[(what.0, what.1.into()), ("before", before.into()), ("after", after.into())])
    }

    fn at(&self, said: String, at: Option<&Location>) -> String {
        match at {
            Some(at) => said + &self.text("diff-at", &[("at", place(at).into())]),
            None => said,
        }
    }

    fn term(&self, sort: &str, name: &str) -> String {
        let sort = self.words.named(&format!("diff-sort-of-{sort}"), sort);
        self.text("diff-cause-term", &[("sort", sort.into()), ("name", name.into())])
    }

    /// What happened to a provision, as two runs cite it, and in what.
    fn rule_changed(
        &self,
        event: RuleEvent,
        (before, after): (Option<&str>, Option<&str>),
        dimensions: &[DimensionChange],
    ) -> String {
        let provision = self.cited(before, after);
        self.rule(event, [before.is_some(), after.is_some()], &provision) + &self.dimensions(dimensions)
    }

    fn dimensions(&self, changes: &[DimensionChange]) -> String {
        changes.iter().map(|change| self.dimension(change)).collect()
    }

    /// What happened to a provision; of one above or below, whether it stood there in one run only.
    fn rule(&self, event: RuleEvent, is_there: [bool; 2], provision: &str) -> String {
        let when = match (event, is_there) {
            (RuleEvent::Above | RuleEvent::Below, [false, true]) => "-now",
            (RuleEvent::Above | RuleEvent::Below, [true, false]) => "-no-more",
            _ => "",
        };
        let key = format!("diff-cause-rule-{}{when}", event.name());
        self.text(&key, &[("provision", provision.into())])
    }

    /// The day on which evidence was taken, and whether it is too long ago.
    fn taken(&self, subject: Option<&SubjectRef>, path: &str, before: &Found, after: &Found) -> String {
        let key = match (before, after) {
            (Found::Stale(_), Found::Stale(_)) => "diff-cause-taken",
            (_, Found::Stale(_)) => "diff-cause-taken-stale",
            (Found::Stale(_), _) => "diff-cause-taken-fresh",
            _ => "diff-cause-taken",
        };
        let day = |found: &Found| match found {
            Found::Stale(day) => day.clone(),
            other => self.found(other),
        };
        self.turns(key, ("path", self.path(subject, path)), day(before), day(after))
    }

    fn dimension(&self, change: &DimensionChange) -> String {
        let aspect = self.word(&format!("diff-aspect-{}", change.dimension.name()));
        let written = |text: &Option<String>| match text {
            Some(text) => format!("`{}`", shortened(text)),
            None => self.word("diff-none"),
        };
        self.turns("diff-aspect", ("aspect", aspect), written(&change.before), written(&change.after))
    }

    fn source(&self, kind: &str, before: bool, after: bool) -> String {
        let key = match (before, after) {
            (true, false) => "diff-cause-source-lost",
            (false, true) => "diff-cause-source-found",
            _ => "diff-cause-source-changed",
        };
        self.text(key, &[("kind", kind.into())])
    }

    /// An exception that began or ended, with the day where there is one.
    fn dated(&self, event: &str, exception: &str, name: &'static str, day: Option<&str>) -> String {
        let key = format!("diff-cause-exception-{event}");
        let exception = ("exception", Arg::from(exception));
        match day {
            Some(day) => self.text(&format!("{key}-{name}"), &[exception, (name, day.into())]),
            None => self.text(&key, &[exception]),
        }
    }

    /// How an exception stands, where the rules have it.
    pub(super) fn standing(&self, status: Option<&String>) -> String {
        let word = |status: &String| self.words.named(&format!("exception-{status}"), status);
        status.map_or_else(|| self.word("diff-no-exception"), word)
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
