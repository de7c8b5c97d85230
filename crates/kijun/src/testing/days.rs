//! On which day each expectation is judged, and the programs of those days: each is compiled once, of the statements that tests name.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kijun_eval::Program;
use kijun_model::{KindId, Model, StatementId, Test};
use kijun_standards::EffectiveSet;

use crate::audit::days;
use crate::load::Loaded;

/// The day whose editions bind, and the audit date.
type Day = (Date, Date);

/// A program of one day.
pub(super) struct Judge {
    pub(super) program: Program,
    /// What binds on that day, as far as tests name it.
    pub(super) set: EffectiveSet,
    /// The audit date.
    pub(super) today: Date,
    /// The places of statements among those that bind.
    places: BTreeMap<StatementId, usize>,
}

impl Judge {
    /// A judge by what binds on a day, and its program.
    pub(super) fn new(program: Program, set: EffectiveSet, today: Date) -> Judge {
        let places = set.statements.iter().enumerate().map(|(place, bound)| (bound.statement, place));
        Judge { places: places.collect(), program, set, today }
    }

    /// The place of a statement among those that bind.
    pub(super) fn place(&self, statement: StatementId) -> Option<usize> {
        self.places.get(&statement).copied()
    }

    /// The place of a statement among those that bind a kind.
    pub(super) fn bound(&self, statement: StatementId, kind: KindId) -> Option<usize> {
        let place = self.place(statement)?;
        self.program.bound(kind).binary_search(&place).ok()
    }
}

/// The programs of all days that tests need.
pub(super) struct Judges {
    by_day: BTreeMap<Day, Judge>,
    /// The day of each statement in tests of a day; absent where it is never in force.
    of: BTreeMap<(Option<Date>, StatementId), Day>,
}

impl Judges {
    pub(super) fn of(loaded: &Loaded, tests: &[&Test]) -> Judges {
        let mut of = BTreeMap::new();
        let mut wanted: BTreeMap<Day, BTreeSet<StatementId>> = BTreeMap::new();
        let named = tests.iter().flat_map(|test| test.named().map(|statement| (test.on, statement)));
        for (on, statement) in named.collect::<BTreeSet<_>>() {
            if let Some(day) = day(loaded, on, statement) {
                of.insert((on, statement), day);
                wanted.entry(day).or_default().insert(statement);
            }
        }
        let by_day = wanted.into_iter().map(|(day, statements)| (day, judge(loaded, day, &statements)));
        Judges { by_day: by_day.collect(), of }
    }

    /// The judge of one statement, on the day of a test that names none.
    pub(super) fn alone(loaded: &Loaded, statement: StatementId) -> Judges {
        let Some(day) = day(loaded, None, statement) else {
            return Judges { by_day: BTreeMap::new(), of: BTreeMap::new() };
        };
        let judge = judge(loaded, day, &BTreeSet::from([statement]));
        Judges { by_day: BTreeMap::from([(day, judge)]), of: BTreeMap::from([((None, statement), day)]) }
    }

    /// The judge, if there is one day only.
    pub(super) fn only(&self) -> Option<&Judge> {
        self.by_day.values().next()
    }

    /// Who judges a statement in tests of a day; `None` where it is never in force.
    pub(super) fn judge(&self, test: &Test, statement: StatementId) -> Option<&Judge> {
        self.by_day.get(self.of.get(&(test.on, statement))?)
    }
}

/// The audit date of a test.
pub(super) fn today(loaded: &Loaded, test: &Test) -> Date {
    test.on.unwrap_or_else(|| usual(loaded))
}

/// The audit date of a test that names no other.
pub(super) fn usual(loaded: &Loaded) -> Date {
    let first = || loaded.model.editions.iter().map(|edition| edition.from).max().unwrap_or(Date::ZERO);
    loaded.days().map_or_else(first, |(_, today)| today)
}

/// The first of these on which a statement is in force: the test's day, the project's, the first one of its edition and of its clause.
fn day(loaded: &Loaded, on: Option<Date>, statement: StatementId) -> Option<Day> {
    let model = &loaded.model;
    let clause = model.clause(model.statement(statement).clause);
    let edition = model.edition(clause.edition);
    let of_project = loaded.days();
    let as_of = [
        on,
        of_project.map(|(as_of, _)| as_of),
        Some(edition.from),
        clause.from.map(|from| from.max(edition.from)),
    ];
    let is_in_force = |as_of: &Date| {
        let until = clause.until.is_none_or(|until| *as_of <= until);
        let from = clause.from.is_none_or(|from| from <= *as_of);
        from && until && loaded.standards.is_in_force(clause.edition, *as_of)
    };
    let as_of = as_of.into_iter().flatten().find(is_in_force)?;
    Some((as_of, on.or(of_project.map(|(_, today)| today)).unwrap_or(as_of)))
}

fn judge(loaded: &Loaded, (as_of, today): Day, statements: &BTreeSet<StatementId>) -> Judge {
    let model: &Model = &loaded.model;
    let (effective, _) = loaded.standards.effective(model, as_of, today, None);
    let mut set = effective.set;
    set.statements.retain(|effective| statements.contains(&effective.statement));
    Judge::new(kijun_eval::compile(model, &set, &days(loaded, today)), set, today)
}
