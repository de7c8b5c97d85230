//! Why a finding changed, in sentences.

use kijun_diag::Arg;
use kijun_findings::{Cause, DimensionChange, Factor, Factors, Found, Location, RuleEvent, SubjectRef, Why};

use super::words::{DiffWords, place, shortened, subject};

impl DiffWords {
    /// Why, in a sentence for each cause, after one that says how they go together where there are several.
    #[must_use]
    pub fn why(&self, why: &Why) -> Vec<String> {
        let causes: Vec<String> = why.causes.iter().map(|cause| self.cause(cause)).collect();
        let relation = self.relation(why);
        let only = |sets: &[Factors]| match sets {
            [] => self.word("diff-why-unknown"),
            _ => self.text("diff-why-only", &[("sets", self.sets(sets).into())]),
        };
        match (relation, causes.is_empty()) {
            (None, true) => vec![only(&why.enough)],
            (relation, _) => relation.into_iter().chain(causes).collect(),
        }
    }

    /// How the causes go together: one alone needs no words, nor does evidence that is told with its day.
    fn relation(&self, why: &Why) -> Option<String> {
        let key = match why.enough.as_slice() {
            [] => return None,
            [one] if one.len() < 2 => return None,
            [_] => "diff-why-together",
            sets if why.causes.len() == 1 && sets.iter().flatten().all(is_along) => return None,
            _ => "diff-why-either",
        };
        Some(self.text(key, &[("sets", self.sets(&why.enough).into())]))
    }

    /// What, put back as it was, undoes the change; nothing where that is the same as what made it.
    #[must_use]
    pub fn undo(&self, why: &Why) -> Option<String> {
        let tells = !why.undo.is_empty() && why.undo != why.enough;
        tells.then(|| self.text("diff-why-undo", &[("sets", self.sets(&why.undo).into())]))
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
                let provision = self.cited(before.as_deref(), after.as_deref());
                let changes: String = dimensions.iter().map(|change| self.dimension(change)).collect();
                let beside = [before, after].map(Option::is_some);
                self.at(self.rule(*event, beside, &provision) + &changes, at.as_ref())
            }
            Cause::Term { sort, name, at } => {
                let sort = self.words.named(&format!("diff-sort-of-{sort}"), sort);
                let said =
                    self.text("diff-cause-term", &[("sort", sort.into()), ("name", name.as_str().into())]);
                self.at(said, at.as_ref())
            }
            Cause::Manifest { key } => self.text("diff-cause-manifest", &[("key", key.as_str().into())]),
            Cause::Value { path, subject, before, after, at_before, at_after } => {
                let said = match path.is_empty() {
                    true => self.taken(subject.as_ref(), before, after),
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
                match path {
                    Some(path) => {
                        self.turns("diff-cause-date-path", ("path", self.path(None, path)), before, after)
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
    fn taken(&self, subject: Option<&SubjectRef>, before: &Found, after: &Found) -> String {
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
        self.turns(key, ("path", self.path(subject, "")), day(before), day(after))
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
        status.map_or_else(|| self.word("diff-none"), word)
    }
}

/// Whether it is the evidence, or the day that goes along with it.
fn is_along(factor: &Factor) -> bool {
    matches!(factor, Factor::Evidence | Factor::Date)
}
