//! A manifest in its three parts, so that two years can be held against each other part by part.
//!
//! Which rules bind, what the evidence is, and when it is judged. Every key belongs to one of them; the name and title of a project
//! go with its evidence, as does what lints look for, which nothing is judged by; the rules' paths go with the rules.
//! When an exception is told to end soon goes with the evidence too, and makes no difference: it moves no result and no finding.

use super::{Day, Manifest, Places};

/// The keys that say which rules bind and how much they weigh.
const OF_RULES: [&str; 5] = ["as_of", "rules", "standards", "coverage", "levels"];

/// The keys that say when evidence is judged.
const OF_DATE: [&str; 3] = ["period", "today", "calendar"];

impl Manifest {
    /// A manifest that takes each part from one. The days are written out, so that no part hangs on another.
    #[must_use]
    pub fn of_parts(rules: &Manifest, evidence: &Manifest, date: &Manifest) -> Manifest {
        Manifest {
            as_of: Some(Day(rules.as_of())),
            rules: rules.rules.clone(),
            standards: rules.standards.clone(),
            coverage: rules.coverage.clone(),
            levels: rules.levels.clone(),
            period: date.period.clone(),
            today: Some(Day(date.today())),
            calendar: date.calendar.clone(),
            places: Places::of_parts(&rules.places, &evidence.places, &date.places),
            ..evidence.clone()
        }
    }

    /// Whether it says of rules what another says, wherever the rules lie.
    #[must_use]
    pub fn same_rules(&self, other: &Manifest) -> bool {
        self.as_of() == other.as_of()
            && self.standards == other.standards
            && self.coverage == other.coverage
            && self.levels == other.levels
    }

    /// Whether it reads evidence as another does: whether they are alike in all that belongs to nothing else. The run before is a
    /// file, which has its own digest.
    #[must_use]
    pub fn same_evidence(&self, other: &Manifest) -> bool {
        fn of(manifest: &Manifest) -> impl PartialEq {
            // A key that is added belongs to one of the parts.
            let Manifest {
                kijun: _,
                project: _,
                title: _,
                title_en: _,
                period: _,
                today: _,
                as_of: _,
                rules: _,
                standards: _,
                evidence,
                unit,
                organisation,
                coverage: _,
                samples,
                previous,
                report,
                expect_empty,
                levels: _,
                // What lints look for is no part of what is judged.
                lint: _,
                warn_days: _,
                calendar: _,
                limits,
                places: _,
            } = manifest;
            (evidence, unit, organisation, samples, previous.is_some(), report, expect_empty, limits)
        }
        of(self) == of(other)
    }

    /// Whether it judges on the same days as another.
    #[must_use]
    pub fn same_date(&self, other: &Manifest) -> bool {
        self.period == other.period && self.today() == other.today() && self.calendar == other.calendar
    }
}

impl Places {
    /// The places of a manifest that takes each part from one.
    fn of_parts(rules: &Places, evidence: &Places, date: &Places) -> Places {
        let is_of = |keys: &[&str], path: &str| path.split('.').next().is_some_and(|key| keys.contains(&key));
        let of = |keys: &'static [&str], places: &Places| places.only(|path| is_of(keys, path));
        let rest = evidence.only(|path| !is_of(&OF_RULES, path) && !is_of(&OF_DATE, path));
        of(&OF_RULES, rules).and(of(&OF_DATE, date)).and(rest)
    }
}
