//! Where there are few subjects, all of them are gone through.

use kijun_conform::{Answer, Limits};
use kijun_model::{Content, Subject};
use kijun_testkit::pairs::{Pair, SMALL, every};

use crate::asking::{About, up_to};

#[test]
fn small_pairs_have_the_answer_that_going_through_all_subjects_gives() {
    let (mut found, mut none) = (0, 0);
    for seed in up_to(120) {
        let pair = if seed % 4 == 0 { Pair::weakened(&SMALL, seed) } else { Pair::new(&SMALL, seed) };
        let asked = pair.read().unwrap();
        let (about, words) = (About::pair(&asked), pair.words());
        let kind = asked.kind("box").unwrap();
        let subjects = every(&asked.model, kind, |name| words.contains(name));
        let shows = about.first_that_shows(&subjects);
        let answer = about.answer(kind, Limits::default());
        match (&answer, shows) {
            (Answer::Possible(case), _) => {
                about.confirmed(case).unwrap_or_else(|why| panic!("seed {seed}: {why}\n{case:#?}\n{words}"));
                assert!(
                    shows.is_some() || long(&case.subject),
                    "seed {seed}: not among all subjects\n{words}"
                );
                found += 1;
            }
            (Answer::Impossible, None) => none += 1,
            (answer, shows) => {
                panic!("seed {seed}: {answer:?}, but {:?}\n{words}", shows.map(|at| &subjects[at].cells))
            }
        }
    }
    assert!(found > 20 && none > 20, "{found} found, {none} not");
}

/// Only lists of up to two are gone through.
fn long(subject: &Subject) -> bool {
    subject.cells.iter().any(|cell| matches!(&cell.content, Content::List(cells) if cells.len() > 2))
}
