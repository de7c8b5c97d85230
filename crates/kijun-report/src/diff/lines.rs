//! What else changed, a line for each.

use kijun_findings::{Diff, ExceptionChange, InputChange, MeasureChange, MeasureState, StatementChange};

use super::DiffWords;

impl DiffWords {
    /// Whether a measure's target was and is reached, nothing where it has none; and what it came to in both runs.
    #[must_use]
    pub fn measure(&self, diff: &Diff, measure: &MeasureChange) -> (String, String) {
        let sides = [(&measure.before, diff.old.complete), (&measure.after, diff.new.complete)];
        let [before, after] = sides.map(|(state, complete)| match state {
            Some(state) => self.value(state, complete),
            None => self.word("diff-none"),
        });
        let target = |state: &Option<MeasureState>| state.as_ref().and_then(|state| state.whole.target);
        let [was, is] = [&measure.before, &measure.after]
            .map(|state| target(state).map(|target| self.words.target(target)));
        let target = match (was, is) {
            (Some(was), Some(is)) if was != is => self.turned_into(&was, &is),
            (was, is) => is.or(was).unwrap_or_default(),
        };
        (target, self.turned_into(&before, &after))
    }

    /// The title of a measure.
    #[must_use]
    pub fn measure_title(&self, measure: &MeasureChange) -> String {
        let state = measure.after.as_ref().or(measure.before.as_ref());
        state.map(|state| self.pick(&state.title)).unwrap_or_else(|| measure.name.clone())
    }

    pub(super) fn value(&self, state: &MeasureState, complete: bool) -> String {
        crate::annual::view::measures::text(state.sort, &state.whole, &self.words.of_run(complete))
    }

    pub(super) fn turned_into(&self, before: &str, after: &str) -> String {
        self.text("diff-turned", &[("old", before.into()), ("new", after.into())])
    }

    /// How an exception stands in both runs, and its last days where they differ.
    #[must_use]
    pub fn exception(&self, exception: &ExceptionChange) -> String {
        let standing = |status: &Option<String>| self.standing(status.as_ref());
        let mut parts = Vec::new();
        if exception.before != exception.after {
            parts.push(self.turned_into(&standing(&exception.before), &standing(&exception.after)));
        }
        match (&exception.until_before, &exception.until_after) {
            (Some(before), Some(after)) if before != after => {
                let args = [("old", before.as_str().into()), ("new", after.as_str().into())];
                parts.push(self.text("diff-until", &args));
            }
            (None, Some(day)) => parts.push(self.text("diff-until-began", &[("day", day.as_str().into())])),
            _ => {}
        }
        let covers = [
            ("diff-began-to-cover", &exception.began_to_cover),
            ("diff-ceased-to-cover", &exception.ceased_to_cover),
        ];
        let covers = covers.into_iter().filter(|(_, statements)| !statements.is_empty());
        parts.extend(covers.map(|(key, some)| self.text(key, &[("names", self.list(some.clone()).into())])));
        parts.join(&self.word("diff-stop"))
    }

    /// The edition of a document in both runs.
    #[must_use]
    pub fn edition(&self, before: Option<&str>, after: Option<&str>) -> String {
        let cited = |cited: Option<&str>| cited.map_or_else(|| self.word("diff-none"), str::to_owned);
        self.turned_into(&cited(before), &cited(after))
    }

    /// How many provisions and how many files differ, where some do.
    #[must_use]
    pub fn totals(&self, diff: &Diff) -> Vec<String> {
        let statement = |change: &StatementChange| (change.before.is_some(), change.after.is_some());
        let input = |change: &InputChange| (change.before.is_some(), change.after.is_some());
        let statements = diff.statements.iter().map(statement).collect();
        let inputs = diff.inputs.iter().map(input).collect();
        let all = [("diff-statements", statements), ("diff-files", inputs)];
        all.into_iter().filter_map(|(key, sides)| self.total(key, sides)).collect()
    }

    fn total(&self, key: &str, sides: Vec<(bool, bool)>) -> Option<String> {
        let n = |of: (bool, bool)| sides.iter().filter(|sides| **sides == of).count();
        let args = [
            ("n", sides.len().into()),
            ("added", n((false, true)).into()),
            ("left", n((true, false)).into()),
            ("changed", n((true, true)).into()),
        ];
        (!sides.is_empty()).then(|| self.text(key, &args))
    }
}
