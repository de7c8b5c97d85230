//! Figures and goals in words.

use kijun_diag::{Arg, Catalogue};
use kijun_findings::{Rate, Texts};
use kijun_model::{Comparison, Goal, Sort, Value};

use super::Telling;

/// What is told beside a figure.
pub(super) struct Aside {
    /// How many were left out, and why.
    pub(super) waived: u64,
    pub(super) because: Option<Texts>,
    /// How many cannot be told.
    pub(super) unknown: u64,
    /// Whether a part of the evidence could not be read.
    pub(super) partial: bool,
}

impl Telling<'_> {
    /// A value in every language.
    pub(super) fn say(&self, value: &Value) -> Texts {
        self.cx.words.each(|catalogue| self.say_in(value, catalogue))
    }

    fn say_in(&self, value: &Value, catalogue: &Catalogue) -> String {
        match value {
            Value::Bool(true) => catalogue.text("measure-yes", &[]),
            Value::Bool(false) => catalogue.text("measure-no", &[]),
            value => self.cx.loaded.model.say_value(value, catalogue.lang().tag()),
        }
    }

    /// What a figure should come to: `at least 98%`.
    pub(super) fn goal(&self, goal: &Goal, catalogue: &Catalogue) -> String {
        let key = match goal.comparison {
            Comparison::Eq => "measure-goal-eq",
            Comparison::Ne => "measure-goal-ne",
            Comparison::Lt => "measure-goal-lt",
            Comparison::Le => "measure-goal-le",
            Comparison::Gt => "measure-goal-gt",
            Comparison::Ge => "measure-goal-ge",
        };
        catalogue.text(key, &[("bound", self.say_in(&goal.bound, catalogue).into())])
    }

    /// A figure in words, where there is one.
    pub(super) fn figure(
        &self,
        sort: Sort,
        total: &kijun_eval::Total,
        catalogue: &Catalogue,
    ) -> Option<String> {
        if let Some(value) = &total.value {
            return Some(self.say_in(value, catalogue));
        }
        let figures = total.figures;
        let counted = figures.assessed() - figures.waived;
        match sort {
            Sort::Share if counted > 0 => {
                Some(Rate { numerator: figures.pass, denominator: counted }.to_string())
            }
            _ => None,
        }
    }
}

impl Aside {
    /// What was left out and what is not known: ` (3 left out: on leave; 2 not known)`. Nothing, if there is none of it.
    pub(super) fn text(&self, catalogue: &Catalogue) -> String {
        let n = |n: u64| ("n", Arg::Text(n.to_string()));
        let lang = catalogue.lang().tag();
        let mut parts = Vec::new();
        match self.because.as_ref().and_then(|because| because.get(lang)) {
            _ if self.waived == 0 => {}
            Some(why) => {
                parts.push(
                    catalogue
                        .text("measure-left-out-because", &[n(self.waived), ("why", why.as_str().into())]),
                );
            }
            None => parts.push(catalogue.text("measure-left-out", &[n(self.waived)])),
        }
        if self.unknown > 0 {
            parts.push(catalogue.text("measure-not-known", &[n(self.unknown)]));
        }
        if self.partial {
            parts.push(catalogue.text("measure-partial", &[]));
        }
        if parts.is_empty() {
            return String::new();
        }
        let all = parts.join(&catalogue.text("measure-and", &[]));
        catalogue.text("measure-aside", &[("all", all.into())])
    }
}
