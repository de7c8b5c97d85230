//! Where there are few subjects, every one of them agrees with the verdict.

use std::collections::BTreeMap;

use kijun_conform::{Limits, Solver, Verdict, compare};
use kijun_model::{StatementId, Subject};
use kijun_testkit::Reference;
use kijun_testkit::pairs::{Asked, Pair, SMALL, every};

use crate::compared::days;
use crate::laws::name;

/// What going through subjects shows.
#[derive(Debug, Default)]
struct Shown {
    /// One breaks the higher statement and no lower one applies to it.
    free: bool,
    /// One breaks the higher statement and keeps lower ones that apply to it.
    bound: bool,
    /// To one both apply that keeps the higher statement and breaks a lower one about the same evidence.
    beyond: bool,
    /// To one such a lower statement applies and the higher one does not.
    other: bool,
}

impl Shown {
    fn look<'a>(
        &mut self,
        reference: &Reference<'a>,
        asked: &Asked,
        akin: &[StatementId],
        subject: &'a Subject,
    ) {
        let (higher, lowers) = (asked.higher, &asked.lowers);
        if reference.breaks(higher, subject) && lowers.iter().all(|&l| reference.keeps(l, subject)) {
            let applies = lowers.iter().any(|&l| reference.applies(l, subject) == Some(true));
            self.bound |= applies;
            self.free |= !applies;
        }
        let applies = reference.applies(higher, subject) == Some(true);
        for &lower in akin {
            self.beyond |= applies && reference.meets(higher, subject) && reference.breaks(lower, subject);
            self.other |= !applies && reference.applies(lower, subject) == Some(true);
        }
    }

    /// Whether a verdict is what was shown. Subjects with longer lists or greater numbers may show more than these.
    fn allows(&self, verdict: &Verdict) -> bool {
        match verdict {
            Verdict::Incomparable(_) => true,
            Verdict::Weaker(_) => !(self.bound && self.beyond),
            Verdict::Partial(_) => !self.bound,
            Verdict::Stricter => !self.free && !self.bound,
            Verdict::Equal => !self.free && !self.bound && !self.beyond && !self.other,
            _ => false,
        }
    }
}

#[test]
fn every_subject_agrees_with_the_verdict() {
    let mut seen = BTreeMap::<&str, usize>::new();
    let n_pairs = if cfg!(debug_assertions) { 200 } else { 2000 };
    for seed in 0..n_pairs {
        let pair = Pair::new(&SMALL, seed);
        let asked = pair.read().unwrap();
        let days = days("2011-11-01".parse().unwrap());
        let solver = Solver {
            model: &asked.model,
            parameters: &asked.parameters,
            days: &days,
            limits: Limits::default(),
        };
        let verdict = compare(&solver, asked.higher, &asked.lowers);
        let shown = shown(&pair, &asked);
        assert!(shown.allows(&verdict), "seed {seed}: {verdict:?}, {shown:?}\n{}", pair.words());
        *seen.entry(name(&verdict)).or_default() += 1;
    }
    for wanted in ["equal", "stricter", "weaker", "incomparable", "partial"] {
        assert!(seen.contains_key(wanted), "no {wanted}: {seen:?}");
    }
}

fn shown(pair: &Pair, asked: &Asked) -> Shown {
    let words = pair.words();
    let subjects = every(&asked.model, asked.kind("box").unwrap(), |field| words.contains(field));
    let effective = asked.in_force();
    let days = days("2011-11-01".parse().unwrap());
    let reference = Reference {
        model: &asked.model,
        effective: &effective,
        today: days.today,
        period: (days.period_start, days.period_end),
        weekend: days.calendar.weekend,
        holidays: days.calendar.holidays,
        population: &[],
        incomplete: Vec::new(),
    };
    let reads = asked.model.reads(asked.higher);
    let akin = asked.lowers.iter().copied().filter(|&l| !asked.model.reads(l).is_disjoint(&reads));
    let (akin, mut shown) = (akin.collect::<Vec<_>>(), Shown::default());
    subjects.iter().for_each(|subject| shown.look(&reference, asked, &akin, subject));
    shown
}
