//! Laws that hold whatever is asked, in the decided fragment and outside of it.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kijun_conform::{Answer, Case, Limits, Solver, Wish, yaml};
use kijun_diag::{Catalogue, Lang};
use kijun_model::{Content, Duration, Force, KindId, ParameterId, StatementId, Subject, Value};
use kijun_testkit::pairs::{Pair, RICH, bytes, some};
use kijun_testkit::{Dice, World};

use crate::asking::{About, TODAY, days, up_to};

/// Kinds of a world that a statement binds.
fn kinds(world: &World, id: StatementId) -> Vec<KindId> {
    let clause = world.model.clause(world.model.statement(id).clause);
    let all = (0..world.model.kinds.len()).map(KindId::from_index);
    all.filter(|k| clause.subjects.as_ref().is_some_and(|s| world.model.is_a(*k, s.kind))).collect()
}

/// A world in which every form of expression occurs, and every parameter is set.
fn world(seed: u64) -> World {
    let mut world = World::new(&bytes(seed, 900));
    let unset = world.effective.parameters.entry(ParameterId(1));
    unset.or_insert(Value::Duration(Duration::days(90)));
    world
}

fn statements(world: &World) -> Vec<StatementId> {
    let all = (0..world.model.statements.len()).map(StatementId::from_index);
    all.filter(|id| world.model.statement(*id).force != Force::May).collect()
}

/// Statements with their guards, on a line each.
fn words(world: &World, ids: &[StatementId]) -> String {
    let line = |id: &StatementId| {
        let statement = world.model.statement(*id);
        let clause = world.model.clause(statement.clause);
        format!(
            "{:?}\n{:?} {:?} when {:?}\n",
            clause.subjects, statement.force, statement.requirement, statement.when
        )
    };
    let defines = world.model.defines.iter().map(|d| format!("define {:?}\n", d.body));
    ids.iter().map(line).chain(defines).collect()
}

fn shown(world: &World, case: &Case) -> String {
    let yaml = yaml(&world.model, case, &Catalogue::new(Lang::En));
    format!("{yaml}today {}, period {:?}", case.today, case.period)
}

#[test]
fn every_statement_conforms_to_itself() {
    for seed in up_to(150) {
        let world = world(seed);
        for id in statements(&world) {
            let parameters = &world.effective.parameters;
            let about = About { model: &world.model, parameters, higher: id, lowers: &[id] };
            for kind in kinds(&world, id) {
                let answer = about.answer(kind, Limits::default());
                let shown = words(&world, &[id]);
                assert_eq!(answer, Answer::Impossible, "seed {seed}, {kind:?}: {shown}");
            }
        }
    }
}

#[test]
fn nothing_is_proved_that_a_random_subject_refutes() {
    let (mut proved, mut refuted, mut undecided) = (0, 0, 0);
    for seed in up_to(70) {
        let world = world(seed);
        let all = statements(&world);
        for pair in all.windows(2) {
            let parameters = &world.effective.parameters;
            let about = About { model: &world.model, parameters, higher: pair[0], lowers: &pair[1..] };
            for kind in kinds(&world, pair[0]) {
                match about.answer(kind, Limits::default()) {
                    Answer::Impossible => {
                        proved += 1;
                        let shows = |all: &[Subject], today| about.shows(all, 0, today, year());
                        let shown = by_chance(&world, kind, seed, shows);
                        assert_eq!(shown, None, "seed {seed}, {kind:?}: {}", words(&world, pair));
                    }
                    Answer::Possible(case) => {
                        refuted += 1;
                        let fine = about.confirmed(&case);
                        fine.unwrap_or_else(|why| {
                            panic!(
                                "seed {seed}, {kind:?}: {why}\n{}\n{}",
                                words(&world, pair),
                                shown(&world, &case)
                            )
                        });
                    }
                    Answer::Undecided(_) => undecided += 1,
                }
            }
        }
    }
    eprintln!("of everything that can be said: {proved} proved, {refuted} refuted, {undecided} undecided");
    assert!(proved > 10 && refuted > 10, "{proved} {refuted} {undecided}");
}

/// Looks for a subject among random ones, each with others around it.
fn by_chance(
    world: &World,
    kind: KindId,
    seed: u64,
    shows: impl Fn(&[Subject], Date) -> bool,
) -> Option<Subject> {
    let bytes = bytes(seed ^ 0xfeed, 40_000);
    let mut dice = Dice::new(&bytes);
    for _ in 0..40 {
        let mut one = |kind: KindId, key: &str| some(&mut dice, &world.model, kind, key);
        let mut population = vec![one(kind, "a")];
        for kind in (0..world.model.kinds.len()).map(KindId::from_index) {
            population.push(one(kind, &format!("{}0", world.model.kind(kind).name)));
        }
        let offset = i64::try_from(dice.below(200)).unwrap_or(0) - 100;
        if shows(&population, TODAY.saturating_add(offset.days())) {
            return Some(population.swap_remove(0));
        }
    }
    None
}

/// A subject that breaks one statement and would keep another if one of its fields were otherwise.
#[test]
fn a_subject_with_another_value_is_that_subject() {
    let (mut refuted, flag) = (0, 2);
    for seed in up_to(40) {
        let world = world(seed);
        for pair in statements(&world).windows(2) {
            for kind in kinds(&world, pair[0]) {
                // Of assets and servers, a flag; of people, how well they did.
                let value =
                    if kind.index() < 2 { Value::Bool(seed % 2 == 0) } else { Value::Number(2.into()) };
                let keeps =
                    Wish::With(flag, value.clone(), Box::new(Wish::keeps(&world.model, pair[1], kind)));
                let wish = Wish::All(vec![Wish::breaks(&world.model, pair[0], kind), keeps]);
                let parameters = &world.effective.parameters;
                let above = About { model: &world.model, parameters, higher: pair[0], lowers: &[] };
                let below = About { lowers: &pair[1..], ..above };
                let shows = |population: &[Subject], today: Date, period: (Date, Date)| {
                    let mut other = population.to_vec();
                    other[0].cells[flag as usize].content = Content::Value(value.clone());
                    above.shows(population, 0, today, period) && below.all_kept(&other, today, period)
                };
                let days = days(TODAY, (date(2011, 4, 1), TODAY));
                let limits = Limits::default();
                match (Solver { model: &world.model, parameters, days: &days, limits }).find(kind, &wish) {
                    Answer::Possible(case) => {
                        refuted += 1;
                        let all: Vec<Subject> =
                            std::iter::once(&case.subject).chain(&case.others).cloned().collect();
                        let fine = shows(&all, case.today, case.period);
                        assert!(fine, "seed {seed}: {}\n{}", words(&world, pair), shown(&world, &case));
                    }
                    Answer::Impossible => {
                        let found = by_chance(&world, kind, seed, |all, today| shows(all, today, year()));
                        assert_eq!(found, None, "seed {seed}: {}", words(&world, pair));
                    }
                    Answer::Undecided(_) => {}
                }
            }
        }
    }
    assert!(refuted > 10, "{refuted}");
}

fn year() -> (Date, Date) {
    (date(2011, 4, 1), TODAY)
}

#[test]
fn what_is_above_what_is_above_is_above() {
    let mut chains = 0;
    for seed in up_to(120) {
        let pair = Pair::chain(&RICH, seed);
        let asked = pair.read().unwrap();
        let kind = asked.kind("server").unwrap();
        let (top, middle, bottom) = (asked.higher, asked.lowers[0], asked.lowers[1]);
        let proved = |higher: StatementId, lower: StatementId| {
            let about = About { higher, lowers: &[lower], ..About::pair(&asked) };
            about.answer(kind, Limits::default()) == Answer::Impossible
        };
        if proved(top, middle) && proved(middle, bottom) {
            chains += 1;
            assert!(proved(top, bottom), "seed {seed}\n{}", pair.words());
        }
    }
    assert!(chains > 30, "{chains}");
}

#[test]
fn the_same_question_has_the_same_answer() {
    for seed in up_to(60) {
        let pair = Pair::new(&RICH, seed);
        let (one, other) = (pair.read().unwrap(), pair.read().unwrap());
        for kind in pair.kinds() {
            let kind = one.kind(kind).unwrap();
            let answers = [&one, &other].map(|asked| About::pair(asked).answer(kind, Limits::default()));
            assert_eq!(answers[0], answers[1], "seed {seed}");
        }
    }
}

#[test]
fn little_effort_decides_less_and_never_otherwise() {
    let little = [
        Limits { steps: 0, ..Limits::default() },
        Limits { steps: 1, ..Limits::default() },
        Limits { steps: 20, ..Limits::default() },
        Limits { steps: 1, formula: 10, elements: 1 },
        Limits { formula: 30, ..Limits::default() },
        Limits { elements: 1, ..Limits::default() },
    ];
    for seed in up_to(60) {
        let pair = Pair::new(&RICH, seed);
        let asked = pair.read().unwrap();
        let about = About::pair(&asked);
        for kind in pair.kinds() {
            let kind = asked.kind(kind).unwrap();
            let whole = about.answer(kind, Limits::default());
            for limits in little {
                match about.answer(kind, limits) {
                    Answer::Impossible => assert_eq!(whole, Answer::Impossible, "seed {seed}, {limits:?}"),
                    Answer::Possible(case) => {
                        assert_eq!(about.confirmed(&case), Ok(()), "seed {seed}, {limits:?}")
                    }
                    Answer::Undecided(_) => {}
                }
            }
        }
    }
}
