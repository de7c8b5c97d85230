//! The question as it is written for an independent solver agrees with going through every subject.

use jiff::civil::date;
use kijun_model::{Content, Subject};
use kijun_testkit::Reference;
use kijun_testkit::pairs::{Asked, Pair, RICH, SMALL, every};
use kijun_testkit::smt::{Question, Said, Z3};

fn question<'a>(asked: &'a Asked, kind: &str) -> Question<'a> {
    Question {
        model: &asked.model,
        parameters: &asked.parameters,
        kind: asked.kind(kind).expect("a kind of the vocabulary"),
        higher: asked.higher,
        lowers: &asked.lowers,
    }
}

/// The first of these subjects that breaks what stands above and keeps what stands below.
fn broken_by_one_of(asked: &Asked, subjects: &[Subject]) -> Option<usize> {
    let effective = asked.in_force();
    let day = date(2012, 3, 31);
    let reference = Reference {
        model: &asked.model,
        effective: &effective,
        today: day,
        period: (day, day),
        weekend: [false; 7],
        holidays: Default::default(),
        population: &[],
        incomplete: Vec::new(),
    };
    subjects.iter().position(|s| {
        reference.breaks(asked.higher, s) && asked.lowers.iter().all(|l| reference.keeps(*l, s))
    })
}

#[test]
fn a_solver_and_going_through_all_subjects_say_the_same() {
    let Some(mut z3) = Z3::start(2000) else {
        eprintln!("NOT CHECKED: no z3 found. Put it on the path, or name it in KIJUN_Z3.");
        return;
    };
    let (mut found, mut none) = (0, 0);
    for seed in 0..300 {
        let pair = Pair::new(&SMALL, seed);
        let asked = pair.read().unwrap();
        let words = pair.words();
        let kind = asked.kind("box").unwrap();
        let subjects = every(&asked.model, kind, |name| words.contains(name));
        let at = broken_by_one_of(&asked, &subjects);
        let script = question(&asked, "box").script().unwrap();
        match (at, z3.check(&script).unwrap()) {
            (Some(_), Said::Sat) => found += 1,
            (None, Said::Unsat) => none += 1,
            // It may take a list of three.
            (None, Said::Sat) if words.contains("things") => {}
            (at, said) => {
                let shown =
                    at.map(|at| subjects[at].cells.iter().map(|c| &c.content).collect::<Vec<&Content>>());
                panic!("seed {seed}: {shown:?} {said:?}\n{words}\n{script}");
            }
        }
    }
    assert!(found > 50 && none > 50, "{found} found, {none} not");
}

#[test]
fn everything_that_pairs_say_can_be_asked() {
    for seed in 0..300 {
        let pair = Pair::new(&RICH, seed);
        let asked = pair.read().unwrap();
        for kind in pair.kinds() {
            if let Err(why) = question(&asked, kind).script() {
                panic!("seed {seed}: {why}\n{}", pair.words());
            }
        }
    }
}
