//! What exactly it was, in a sentence.

use kijun_diag::Arg;
use kijun_findings::{Cause, DimensionChange, Found, Location, RuleEvent, SubjectRef};

use super::super::words::{DiffWords, place, shortened, subject};
use super::is_taken;

impl DiffWords {
    /// A cause in a sentence, with its place where it has one.
    #[must_use]
    pub fn cause(&self, cause: &Cause) -> String {
        match cause {
            Cause::Rule { event, before, after, dimensions, at_before, at_after } => {
                let said = self.rule_changed(*event, (before.as_deref(), after.as_deref()), dimensions);
                self.at(said, at_before.as_ref(), at_after.as_ref())
            }
            Cause::Term { sort, name, before, after, at_before, at_after } => {
                let said = self.term(sort, name) + &self.said(before.as_deref(), after.as_deref());
                self.at(said, at_before.as_ref(), at_after.as_ref())
            }
            Cause::Manifest { key, before, after, at_before, at_after } => {
                let said = self.manifest(key) + &self.said(before.as_deref(), after.as_deref());
                self.at(said, at_before.as_ref(), at_after.as_ref())
            }
            Cause::Value { path, subject, before, after, at_before, at_after } => {
                let said = match is_taken(path, before, after) {
                    true => self.taken(subject.as_ref(), path, before, after),
                    false => {
                        let path = ("path", self.path(subject.as_ref(), path));
                        self.turns("diff-cause-value", path, self.found(before), self.found(after))
                    }
                };
                self.at(said, at_before.as_ref(), at_after.as_ref())
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
            Cause::ExceptionGranted { .. }
            | Cause::ExceptionWithdrawn { .. }
            | Cause::ExceptionBegan { .. }
            | Cause::ExceptionLapsed { .. }
            | Cause::ExceptionChanged { .. } => self.exception_with_place(cause),
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
            Cause::Earlier { finding, causes } => self.earlier(finding, causes),
            Cause::Engine { before, after } => {
                let args = [("before", before.as_str().into()), ("after", after.as_str().into())];
                self.text("diff-cause-engine", &args)
            }
        }
    }

    pub(super) fn turns(
        &self,
        key: &str,
        what: (&'static str, String),
        before: String,
        after: String,
    ) -> String {
        self.text(key, &[(what.0, what.1.into()), ("before", before.into()), ("after", after.into())])
    }

    /// With its place: where both runs have it, from where to where.
    pub(super) fn at(&self, said: String, before: Option<&Location>, after: Option<&Location>) -> String {
        let at = match (before, after) {
            (Some(before), Some(after)) if before != after => {
                self.turned_into(&place(before), &beside(before, after))
            }
            (_, Some(at)) | (Some(at), None) => place(at),
            (None, None) => return said,
        };
        said + &self.text("diff-at", &[("at", at.into())])
    }

    /// What became of the earlier finding that something is said of, with what made that.
    fn earlier(&self, finding: &str, causes: &[Cause]) -> String {
        let told: Vec<String> = causes.iter().map(|cause| self.cause(cause)).collect();
        let finding = ("finding", Arg::from(finding));
        match told.is_empty() {
            true => self.text("diff-cause-earlier", &[finding]),
            false => {
                let causes = told.join(&self.word("diff-semicolon")).into();
                self.text("diff-cause-earlier-by", &[finding, ("causes", causes)])
            }
        }
    }

    /// What something that rules are made of said and says, where that is known.
    pub(super) fn said(&self, before: Option<&str>, after: Option<&str>) -> String {
        if before.is_none() && after.is_none() {
            return String::new();
        }
        let args = [("before", self.written(before).into()), ("after", self.written(after).into())];
        self.text("diff-cause-said", &args)
    }

    fn written(&self, text: Option<&str>) -> String {
        text.map_or_else(|| self.word("diff-none"), |text| format!("`{}`", shortened(text)))
    }

    pub(super) fn manifest(&self, key: &str) -> String {
        self.text("diff-cause-manifest", &[("key", key.into())])
    }

    pub(super) fn term(&self, sort: &str, name: &str) -> String {
        let sort = self.words.named(&format!("diff-sort-of-{sort}"), sort);
        self.text("diff-cause-term", &[("sort", sort.into()), ("name", name.into())])
    }

    /// What happened to a provision, as two runs cite it, and in what.
    pub(super) fn rule_changed(
        &self,
        event: RuleEvent,
        (before, after): (Option<&str>, Option<&str>),
        dimensions: &[DimensionChange],
    ) -> String {
        let provision = self.cited(before, after);
        self.rule(event, [before.is_some(), after.is_some()], &provision) + &self.dimensions(dimensions)
    }

    pub(super) fn dimensions(&self, changes: &[DimensionChange]) -> String {
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
    pub(super) fn taken(
        &self,
        subject: Option<&SubjectRef>,
        path: &str,
        before: &Found,
        after: &Found,
    ) -> String {
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
        self.turned_in(aspect, change.before.as_deref(), change.after.as_deref())
    }

    /// In what something was changed, from what to what.
    pub(super) fn turned_in(&self, aspect: String, before: Option<&str>, after: Option<&str>) -> String {
        self.turns("diff-aspect", ("aspect", aspect), self.written(before), self.written(after))
    }

    fn source(&self, kind: &str, before: bool, after: bool) -> String {
        let key = match (before, after) {
            (true, false) => "diff-cause-source-lost",
            (false, true) => "diff-cause-source-found",
            _ => "diff-cause-source-changed",
        };
        self.text(key, &[("kind", kind.into())])
    }
}

/// A place beside another: its file is not named again.
fn beside(before: &Location, after: &Location) -> String {
    match before.file == after.file {
        true => format!("{}:{}", after.line, after.column),
        false => place(after),
    }
}
