//! Random pairs: the decision procedure and z3 say the same.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use kijun_conform::{Answer, Case, Limits, Why, yaml};
use kijun_diag::{Catalogue, Lang};
use kijun_testkit::pairs::{Asked, Pair, RICH};
use kijun_testkit::smt::{Question, Said, Z3};

use crate::asking::{About, number};

/// Milliseconds for z3, for one question.
const PATIENCE: u32 = 3000;

#[derive(Debug, Default)]
struct Tally {
    answers: BTreeMap<String, u64>,
    wrong: Vec<String>,
    ours: Duration,
    slowest: Option<(Duration, u64)>,
}

#[test]
fn random_pairs_have_the_answer_that_z3_gives() {
    if Z3::start(PATIENCE).is_none() {
        eprintln!("\nNOT CHECKED AGAINST z3: none found. Put it on the path, or name it in KIJUN_Z3.\n");
        return;
    }
    let (first, n) = (number("KIJUN_SEED").unwrap_or(0), number("KIJUN_PAIRS").unwrap_or(300));
    let (next, tally) = (AtomicU64::new(first), Mutex::new(Tally::default()));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut z3 = Z3::start(PATIENCE).expect("it started a moment ago");
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + n {
                        break;
                    }
                    one(seed, &mut z3, &tally);
                }
            });
        }
    });
    let tally = tally.into_inner().expect("no thread panicked");
    report(&tally, first, n);
    assert!(tally.wrong.is_empty(), "{} disagreements:\n{}", tally.wrong.len(), tally.wrong.join("\n"));
}

fn report(tally: &Tally, first: u64, n: u64) {
    let questions: u64 = tally.answers.values().sum();
    eprintln!("seeds {first}..{}: {questions} questions of {n} pairs", first + n);
    for (answer, n) in &tally.answers {
        eprintln!("{n:>8}  {answer}");
    }
    let mean = tally.ours / u32::try_from(questions.max(1)).unwrap_or(u32::MAX);
    eprintln!("mean time of ours {mean:?}, slowest (with its seed) {:?}", tally.slowest);
}

fn one(seed: u64, z3: &mut Z3, tally: &Mutex<Tally>) {
    // Of eight, one is made weaker only: what is proved of it must be equivalent.
    let pair = if seed % 8 == 7 { Pair::weakened(&RICH, seed) } else { Pair::new(&RICH, seed) };
    for kind in pair.kinds() {
        let asking = ask(&pair, kind, z3);
        let both = format!("{} / z3 {}", asking.ours, asking.theirs);
        let shown = asking.wrong.as_ref().map(|_| smallest(&pair, seed, kind, z3));
        let doubtful = asking.ours.starts_with("undecided") && asking.theirs != "unknown";
        if doubtful && std::env::var("KIJUN_DISAGREEMENTS").is_ok() {
            keep(seed, &asking.ours, &smallest(&pair, seed, kind, z3));
        }
        let mut tally = tally.lock().expect("no thread panicked");
        *tally.answers.entry(both).or_default() += 1;
        tally.ours += asking.took;
        tally.slowest = tally.slowest.max(Some((asking.took, seed)));
        if let Some(shown) = shown {
            keep(seed, "wrong", &shown);
            tally.wrong.push(shown);
        }
    }
}

/// Writes to the folder for it, if there is one.
fn keep(seed: u64, what: &str, text: &str) {
    if let Ok(folder) = std::env::var("KIJUN_DISAGREEMENTS") {
        let what = what.replace([':', ' '], "");
        let _ = std::fs::write(format!("{folder}/{what}-{seed}.md"), text);
    }
}

/// A pair as small as can be of which the same is to be said, with what is to be said.
fn smallest(pair: &Pair, seed: u64, kind: &str, z3: &mut Z3) -> String {
    let about = |asking: &Asking| match &asking.wrong {
        Some(wrong) => sort_of(wrong).to_owned(),
        None => format!("{} / z3 {}", asking.ours, asking.theirs),
    };
    let before = about(&ask(pair, kind, z3));
    let small = pair.clone().shrunk(|p| about(&ask(p, kind, z3)) == before);
    let asking = ask(&small, kind, z3);
    let said = asking.wrong.as_deref().unwrap_or_default();
    let (ours, theirs) = (asking.ours, asking.theirs);
    format!(
        "## seed {seed}, a {kind}: {ours}; z3 says {theirs}\n\n{said}\n\n```kijun\n{}```\n",
        small.words()
    )
}

/// What kind of disagreement it is; a smaller pair shows the same kind.
fn sort_of(wrong: &str) -> &str {
    wrong.split(['\n', ':']).next().unwrap_or("")
}

/// A question, asked of both.
#[derive(Default)]
struct Asking {
    ours: String,
    theirs: String,
    /// What does not fit together.
    wrong: Option<String>,
    /// The time that ours took.
    took: Duration,
}

fn ask(pair: &Pair, kind: &str, z3: &mut Z3) -> Asking {
    // A pair made smaller may be no rules any more.
    let Ok(asked) = pair.read() else { return Asking::default() };
    let about = About::pair(&asked);
    let kind = asked.kind(kind).expect("a kind of the vocabulary");
    let start = Instant::now();
    let answer = catch_unwind(AssertUnwindSafe(|| about.answer(kind, Limits::default())));
    let took = start.elapsed();
    let question = Question {
        model: &asked.model,
        parameters: &asked.parameters,
        kind,
        higher: asked.higher,
        lowers: &asked.lowers,
    };
    let said = question.script().and_then(|script| z3.check(&script));
    let theirs = said.as_ref().map_or_else(Clone::clone, |said| format!("{said:?}").to_lowercase());
    let Ok(answer) = answer else {
        return Asking { ours: "panic".to_owned(), theirs, wrong: Some("We panic.".to_owned()), took };
    };
    let wrong = match (&answer, &said) {
        (_, Err(why)) => Some(format!("The question could not be put to z3: {why}")),
        (Answer::Impossible, Ok(Said::Sat)) => Some("We say proved, z3 says there is a subject.".to_owned()),
        (Answer::Possible(case), said) => match about.confirmed(case) {
            Err(why) => Some(format!("Our case is none: {why}\n\n{}", shown(&asked, case))),
            Ok(()) if *said == Ok(Said::Unsat) => Some(format!(
                "The reference confirms our case and z3 says there is none:\n\n{}",
                shown(&asked, case)
            )),
            Ok(()) => None,
        },
        _ => None,
    };
    Asking { ours: name(&answer), theirs, wrong, took }
}

fn shown(asked: &Asked, case: &Case) -> String {
    format!(
        "```yaml\n{}```\n\ntoday {}, period {:?}",
        yaml(&asked.model, case, &Catalogue::new(Lang::En)),
        case.today,
        case.period
    )
}

fn name(answer: &Answer) -> String {
    match answer {
        Answer::Impossible => "proved".to_owned(),
        Answer::Possible(_) => "refuted".to_owned(),
        Answer::Undecided(Why::Effort) => "undecided: effort".to_owned(),
        Answer::Undecided(Why::Fragment { .. }) => "undecided: fragment".to_owned(),
        Answer::Undecided(Why::Calendar { .. }) => "undecided: calendar".to_owned(),
        Answer::Undecided(Why::Attested { .. }) => "undecided: attested".to_owned(),
    }
}
