//! Statements that a person answers. Questions cannot be compared but by their words: the same question is the same demand.

use kijun_findings::Outcome;
use kijun_model::{Attest, Duration, StatementId, Titles};

use super::questions::Reply;
use super::sides::Sides;
use crate::words::Words;
use crate::{Dimension, Gap, Verdict, Wish};

impl Sides<'_> {
    /// What the lower statements come to beside a higher one that a person answers.
    pub(crate) fn answered(&self) -> Verdict {
        let Some(attest) = &self.solver.model.statement(self.higher).attest else { return self.demanded() };
        let asked = |s: &StatementId| self.attest(*s).is_some_and(|other| same_question(attest, other));
        let same: Vec<StatementId> = self.attested.iter().copied().filter(asked).collect();
        if same.is_empty() {
            return Verdict::Undecided(self.unanswerable());
        }
        let every = |s: &StatementId| self.attest(*s).and_then(|other| other.every);
        let in_time: Vec<StatementId> =
            same.iter().copied().filter(|s| is_as_often(every(s), attest.every)).collect();
        if in_time.is_empty() {
            return Verdict::Weaker(vec![Gap { dimension: Dimension::Timeframe, case: None, lower: same }]);
        }
        let oftener = in_time.iter().any(|s| !is_as_often(attest.every, every(s)));
        self.asked_of_all(&in_time, oftener)
    }

    /// Whether everybody is asked who has to answer above.
    fn asked_of_all(&self, lower: &[StatementId], oftener: bool) -> Verdict {
        match self.ask_not_asked(lower) {
            Reply::Open(why) => Verdict::Undecided(why),
            Reply::Such(case) => {
                let gap = Gap { dimension: Dimension::Scope, case: Some(case), lower: Vec::new() };
                Verdict::Partial(vec![gap])
            }
            Reply::Never if !oftener && lower.iter().all(|&s| self.binds_no_other(s)) => Verdict::Equal,
            Reply::Never => Verdict::Stricter,
        }
    }

    /// A subject that the higher statement binds and none of the lower ones.
    fn ask_not_asked(&self, lower: &[StatementId]) -> Reply {
        let model = self.solver.model;
        let wish = |kind| {
            let free = lower.iter().map(|&s| Wish::free(model, s, kind));
            Wish::All(std::iter::once(Wish::bound(model, self.higher, kind)).chain(free).collect())
        };
        let nobody = Outcome::NotApplicable;
        self.ask(wish, |of| of(self.higher) != nobody && lower.iter().all(|&s| of(s) == nobody))
    }

    fn attest(&self, statement: StatementId) -> Option<&Attest> {
        self.solver.model.statement(statement).attest.as_ref()
    }
}

/// Whether two questions have the same words, in any language.
pub(crate) fn same_question(one: &Attest, other: &Attest) -> bool {
    let said = |titles: &Titles| titles.all().map(|text| Words::of(text)).collect::<Vec<_>>();
    let others = said(&other.question);
    said(&one.question).iter().any(|words| others.iter().any(|same| same == words))
}

/// Whether asking at one interval is asking at least as often as at another; without one, it is asked once.
fn is_as_often(interval: Option<Duration>, than: Option<Duration>) -> bool {
    match (interval, than) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(interval), Some(than)) => interval.length() <= than.length(),
    }
}
