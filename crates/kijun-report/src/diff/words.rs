//! What a diff says, in one language: names of what there is, and how each of the two runs tells a finding.

use kijun_diag::{Arg, Lang};
use kijun_findings::{
    Change, Class, Diff, DiffRun, Factor, Factors, Found, InputKind, Level, Location, Observation, Seen,
    SubjectRef, Telling, Texts, Unattributed, without_edition,
};

use super::CauseSort;
use crate::annual::words::Words;

/// The words of a diff in one language.
pub struct DiffWords {
    pub(super) words: Words,
}

/// Files that are named where many are gone.
const PATHS: usize = 3;
/// Characters of a digest that tell it from others.
const DIGEST: usize = 12;
/// Characters of a value, or of an expression, that are shown.
const LONGEST: usize = 160;

/// A subject as every output names it.
#[must_use]
pub fn subject(subject: &SubjectRef) -> String {
    format!("{}/{}", subject.kind, subject.key)
}

/// A place as every output names it.
#[must_use]
pub fn place(at: &Location) -> String {
    format!("{}:{}:{}", at.file, at.line, at.column)
}

impl DiffWords {
    /// The words of a language.
    #[must_use]
    pub fn new(lang: Lang) -> DiffWords {
        DiffWords { words: Words::new(lang) }
    }

    /// A message of the catalogue.
    #[must_use]
    pub fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.words.text(key, args)
    }

    /// The language's tag.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.words.tag()
    }

    /// A text of the record in this language, else in any.
    #[must_use]
    pub fn pick(&self, texts: &Texts) -> String {
        self.words.pick(texts)
    }

    pub(super) fn word(&self, key: &str) -> String {
        self.words.text(key, &[])
    }

    /// What has become of a finding.
    #[must_use]
    pub fn class(&self, class: Class) -> String {
        self.word(&format!("diff-class-{}", class.name()))
    }

    /// The level of one finding.
    #[must_use]
    pub fn level(&self, level: Level) -> String {
        self.word(&format!("level-one-{}", level.name()))
    }

    /// What a run saw of a matter.
    #[must_use]
    pub fn seen(&self, seen: Seen) -> String {
        match seen {
            Seen::Outcome(outcome) => self.words.outcome(outcome),
            other => self.word(&format!("diff-seen-{}", other.name())),
        }
    }

    /// What sort of cause it was, as a heading.
    #[must_use]
    pub fn sort(&self, sort: CauseSort) -> String {
        self.word(&format!("diff-sort-{}", sort.name()))
    }

    pub(super) fn factor(&self, factor: Factor) -> String {
        self.word(&format!("diff-factor-{}", factor.name()))
    }

    /// Names in a row.
    pub(super) fn list(&self, names: impl IntoIterator<Item = String>) -> String {
        names.into_iter().collect::<Vec<_>>().join(&self.word("diff-comma"))
    }

    pub(super) fn factors_of(&self, factors: &Factors) -> String {
        self.list(factors.iter().map(|factor| self.factor(*factor)))
    }

    /// Each run: its title, then its period and days.
    #[must_use]
    pub fn runs(&self, diff: &Diff) -> [(String, String); 2] {
        [("diff-run-old", &diff.old), ("diff-run-new", &diff.new)]
            .map(|(key, run)| (self.text(key, &[("title", self.pick(&run.title).into())]), self.days(run)))
    }

    /// The audited period of a run, its day and its editions.
    #[must_use]
    pub fn days(&self, run: &DiffRun) -> String {
        let args = [
            ("start", run.period.start.as_str().into()),
            ("end", run.period.end.as_str().into()),
            ("today", run.today.as_str().into()),
            ("as-of", run.as_of.as_str().into()),
        ];
        self.text("diff-run-days", &args)
    }

    /// What kinds of things differ at all, where that is known.
    #[must_use]
    pub fn factors(&self, diff: &Diff) -> Option<String> {
        let factors = diff.factors.as_ref()?;
        Some(match factors.is_empty() {
            true => self.word("diff-same-inputs"),
            false => self.text("diff-factors", &[("factors", self.factors_of(factors).into())]),
        })
    }

    /// Why the two may not be fit to be compared.
    #[must_use]
    pub fn doubts(&self, diff: &Diff) -> Vec<String> {
        let name = |run: &DiffRun| Arg::from(run.project.as_str());
        let args = [("old", name(&diff.old)), ("new", name(&diff.new))];
        diff.doubts.iter().map(|doubt| self.text(&format!("diff-doubt-{}", doubt.name()), &args)).collect()
    }

    /// Why causes are not known: files that are gone are named together.
    #[must_use]
    pub fn unattributed(&self, diff: &Diff) -> Vec<String> {
        self.unknown(&diff.unattributed)
    }

    pub(super) fn unknown(&self, all: &[Unattributed]) -> Vec<String> {
        let gone = [("diff-gone-old", true), ("diff-gone-new", false)];
        let gone = gone.into_iter().filter_map(|(key, of_old)| self.gone(all, key, of_old));
        let others = all.iter().filter_map(|why| match why {
            Unattributed::InputGone { .. } => None,
            Unattributed::World { taken, reason } => {
                let args = [("taken", self.factors_of(taken).into()), ("reason", self.pick(reason).into())];
                Some(self.text("diff-world", &args))
            }
            Unattributed::DoesNotFollow { of_old, made_by, judged_by } => {
                let args = [("made", made_by.as_str().into()), ("judged", judged_by.as_str().into())];
                let key = if *of_old { "diff-does-not-follow-old" } else { "diff-does-not-follow-new" };
                Some(self.text(key, &args))
            }
            Unattributed::NotAsked => Some(self.word("diff-not-asked")),
        });
        gone.chain(others).collect()
    }

    fn gone(&self, all: &[Unattributed], key: &str, old: bool) -> Option<String> {
        let gone = all.iter().filter_map(|why| match why {
            Unattributed::InputGone { of_old, path, kind, blake3 } if *of_old == old => {
                let digest: String = blake3.chars().take(DIGEST).collect();
                let args = [
                    ("path", path.as_str().into()),
                    ("kind", self.input(*kind).into()),
                    ("digest", digest.into()),
                ];
                Some(self.text("diff-gone-path", &args))
            }
            _ => None,
        });
        let paths: Vec<String> = gone.collect();
        let more = paths.len().saturating_sub(PATHS);
        let mut named = self.list(paths.iter().take(PATHS).cloned());
        if more > 0 {
            named.push_str(&self.text("diff-gone-more", &[("n", more.into())]));
        }
        (!paths.is_empty()).then(|| self.text(key, &[("paths", named.into())]))
    }

    pub(super) fn input(&self, kind: InputKind) -> String {
        self.word(match kind {
            InputKind::Manifest => "diff-input-manifest",
            InputKind::Rule => "diff-input-rule",
            InputKind::Evidence => "diff-input-evidence",
            InputKind::PreviousRun => "diff-input-previous-run",
        })
    }

    /// The provision as the newer run cites it, with how the older one did where that differs beside the edition.
    #[must_use]
    pub fn provision(&self, change: &Change) -> String {
        let cited = |told: &Option<Telling>| told.as_ref().map(|told| told.provision.to_string());
        let (before, after) = (cited(&change.before.told), cited(&change.after.told));
        self.cited(before.as_deref(), after.as_deref())
    }

    /// The provision as it is told, without the edition.
    #[must_use]
    pub fn lasting_provision(&self, change: &Change) -> String {
        let told = change.after.told.as_ref().or(change.before.told.as_ref());
        told.map(|told| without_edition(&told.provision).to_string()).unwrap_or_default()
    }

    /// A provision as two runs cite it.
    pub(super) fn cited(&self, before: Option<&str>, after: Option<&str>) -> String {
        match (before, after) {
            (Some(before), Some(after)) if without_edition(before) != without_edition(after) => {
                self.text("diff-renumbered", &[("old", before.into()), ("new", after.into())])
            }
            (_, Some(cited)) | (Some(cited), None) => cited.to_owned(),
            (None, None) => String::new(),
        }
    }

    /// Who answers: the role, then the unit.
    #[must_use]
    pub fn who(&self, change: &Change) -> Vec<String> {
        let role = change.role.as_ref().map(|role| self.pick(&role.title));
        role.into_iter().chain(change.unit.clone()).collect()
    }

    /// The same with the unit's title, for where there is room.
    #[must_use]
    pub fn who_by_title(&self, diff: &Diff, change: &Change) -> Vec<String> {
        let role = change.role.as_ref().map(|role| self.pick(&role.title));
        role.into_iter().chain(change.unit.as_deref().map(|unit| self.unit(diff, unit))).collect()
    }

    /// A unit by its title and its id; by its id alone where neither run knows what it is called.
    #[must_use]
    pub fn unit(&self, diff: &Diff, id: &str) -> String {
        match self.unit_title(diff, id) {
            Some(title) => self.text("diff-unit", &[("title", title.into()), ("id", id.into())]),
            None => id.to_owned(),
        }
    }

    /// What a unit is called in the newer run that knows it, where that is not its id.
    pub(super) fn unit_title(&self, diff: &Diff, id: &str) -> Option<String> {
        let title = [&diff.new, &diff.old].into_iter().find_map(|run| run.units.get(id));
        title.map(|title| self.pick(title)).filter(|title| !title.is_empty() && title != id)
    }

    /// What is not as it was where both runs tell the finding: level, result, how far up, provision.
    #[must_use]
    pub fn turned(&self, change: &Change) -> Vec<String> {
        let (Some(old), Some(new)) = (&change.before.told, &change.after.told) else { return Vec::new() };
        let turned = |key: &str, old: String, new: String| {
            (old != new).then(|| self.text(key, &[("old", old.into()), ("new", new.into())]))
        };
        let tier = |told: &Telling| told.altitude.as_ref().map(|altitude| self.words.tier(&altitude.tier));
        let tiers = tier(old).zip(tier(new));
        let lasting = |told: &Telling| without_edition(&told.provision).to_string();
        let turned = [
            turned("diff-level-changed", self.level(old.level), self.level(new.level)),
            turned("diff-seen-changed", self.seen(change.before.seen), self.seen(change.after.seen)),
            tiers.and_then(|(old, new)| turned("diff-altitude-changed", old, new)),
            turned("diff-provision-changed", lasting(old), lasting(new)),
        ];
        turned.into_iter().flatten().collect()
    }

    /// What the run that does not tell the finding saw of it.
    #[must_use]
    pub fn unseen(&self, change: &Change) -> Option<String> {
        let (key, side) = match (&change.before.told, &change.after.told) {
            (None, _) => ("diff-unseen-old", &change.before),
            (_, None) => ("diff-unseen-new", &change.after),
            _ => return None,
        };
        Some(self.text(key, &[("seen", self.seen(side.seen).into())]))
    }

    /// What was seen, with its path.
    #[must_use]
    pub fn observation(&self, seen: &Observation) -> String {
        let path = self.path(seen.subject.as_ref(), &seen.path);
        match (&seen.found, seen.path.strip_prefix("all ")) {
            (Found::Unmatched { field, value }, Some(kind)) => {
                let value = shortened(value).into();
                let args = [("kind", kind.into()), ("field", field.as_str().into()), ("value", value)];
                self.text("audit-unmatched", &args)
            }
            (Found::Value(value), _) => format!("{path} = {}", shortened(value)),
            (found, _) => {
                let args = [("path", path.into()), ("found", self.found(found).into())];
                self.text("diff-observed", &args)
            }
        }
    }

    /// A path in a subject; the subject is named where it is another.
    pub(super) fn path(&self, of: Option<&SubjectRef>, path: &str) -> String {
        let path = if path.is_empty() { self.word("audit-record") } else { path.to_owned() };
        of.map_or_else(|| path.clone(), |of| format!("{}: {path}", subject(of)))
    }

    /// What stood in the evidence, as a noun.
    pub(super) fn found(&self, found: &Found) -> String {
        match found {
            Found::Value(value) => shortened(value),
            Found::Elements(n) => {
                let n = i64::try_from(*n).unwrap_or(i64::MAX);
                self.text("diff-found-elements", &[("n", Arg::Number(n))])
            }
            Found::Record => self.word("diff-found-record"),
            Found::Absent => self.word("diff-found-absent"),
            Found::Null => self.word("diff-found-null"),
            Found::Malformed => self.word("diff-found-malformed"),
            Found::Stale(on) => self.text("diff-found-stale", &[("on", on.as_str().into())]),
            Found::Undated => self.word("diff-found-undated"),
            Found::Undetermined => self.word("diff-found-undetermined"),
            Found::Unmatched { field, value } => self.text(
                "diff-found-unmatched",
                &[("field", field.as_str().into()), ("value", shortened(value).into())],
            ),
            Found::Unread => self.word("diff-found-unread"),
            Found::Unsourced => self.word("diff-found-unsourced"),
        }
    }
}

/// A value or an expression that fits into a sentence.
pub(super) fn shortened(text: &str) -> String {
    match text.chars().nth(LONGEST) {
        None => text.to_owned(),
        Some(_) => text.chars().take(LONGEST - 1).chain(['…']).collect(),
    }
}
