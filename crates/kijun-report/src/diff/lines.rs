//! What else changed, a line for each.

use kijun_findings::{Diff, ExceptionChange, InputChange, MeasureChange, MeasureState, StatementChange};

use super::DiffWords;

impl DiffWords {
    /// What a measure came to in both runs, with its target, and why where that is known.
    #[must_use]
    pub fn measure(&self, diff: &Diff, measure: &MeasureChange) -> String {
        let sides = [(&measure.before, diff.old.complete), (&measure.after, diff.new.complete)];
        let [before, after] = sides.map(|(state, complete)| match state {
            Some(state) => self.measured(state, complete),
            None => self.word("diff-none"),
        });
        let why = measure.why.iter().flat_map(|why| self.why(why));
        let turned = self.turned_into(&before, &after);
        std::iter::once(turned).chain(why).collect::<Vec<_>>().join(&self.word("diff-stop"))
    }

    /// The title of a measure.
    #[must_use]
    pub fn measure_title(&self, measure: &MeasureChange) -> String {
        let state = measure.after.as_ref().or(measure.before.as_ref());
        state.map(|state| self.pick(&state.title)).unwrap_or_else(|| measure.name.clone())
    }

    /// What a measure came to, and whether that is enough.
    fn measured(&self, state: &MeasureState, complete: bool) -> String {
        let value = self.value(state, complete);
        match state.whole.target {
            Some(target) => {
                let args = [("value", value.into()), ("target", self.words.target(target).into())];
                self.text("diff-measured", &args)
            }
            None => value,
        }
    }

    pub(super) fn value(&self, state: &MeasureState, complete: bool) -> String {
        crate::annual::view::measures::text(state.sort, &state.whole, &self.words.of_run(complete))
    }

    fn turned_into(&self, before: &str, after: &str) -> String {
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
        let (before, after) = (&exception.until_before, &exception.until_after);
        if before != after {
            let day = |day: &Option<String>| day.clone().unwrap_or_else(|| self.word("diff-none"));
            parts.push(self.text("diff-until", &[("old", day(before).into()), ("new", day(after).into())]));
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
