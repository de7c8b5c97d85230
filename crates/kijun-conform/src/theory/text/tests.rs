//! Patterns against `regex` and `str`; answers against all short texts.

use std::sync::Arc;

use proptest::prelude::*;
use regex::Regex;

use super::*;

fn is(var: u32, text: &str) -> Literal {
    Literal::Is(Var(var), text.into())
}

fn same(a: u32, b: u32) -> Literal {
    Literal::Same(Var(a), Var(b))
}

/// Answers a question; patterns are written as in `matches`.
fn ask(
    patterns: &[&str],
    n_vars: usize,
    say: impl Fn(&[PatternId]) -> Vec<(Literal, bool)>,
) -> Solved<Vec<String>> {
    let mut known = Patterns::default();
    let ids: Vec<PatternId> =
        patterns.iter().map(|p| known.number(Pattern::Matches((*p).into())).unwrap()).collect();
    match solve(&known, n_vars, &say(&ids), &mut Effort::new(100_000)) {
        Solved::Yes(texts) => Solved::Yes(texts.iter().map(|text| text.to_string()).collect()),
        Solved::No(core) => Solved::No(core),
        Solved::TooHard => Solved::TooHard,
    }
}

/// A text that fits the first of two patterns, not the second.
fn example(fits: &str, misses: &str) -> Solved<Vec<String>> {
    ask(&[fits, misses], 1, |ids| {
        vec![(Literal::Fits(Var(0), ids[0]), true), (Literal::Fits(Var(0), ids[1]), false)]
    })
}

fn yes(texts: &[&str]) -> Solved<Vec<String>> {
    Solved::Yes(texts.iter().map(|text| (*text).to_owned()).collect())
}

#[test]
fn an_example_is_short_and_readable() {
    let cases = [
        ("^[a-z0-9_-]{8,}$", "^[a-z0-9_-]{10,}$", "aaaaaaaa"),
        ("^TLS", "^TLSv1$", "TLS"),
        ("", "^a|b", "c"),
        ("", "^[a-z]*$", "0"),
        ("[^ -~]", "a", "à"),
        ("^(?s).$", "[ -~]|[^\\x00-\\x7f]", "\t"),
        ("^a*$", "^a?$", "aa"),
        ("^$", "x", ""),
        ("RC4|3DES", "RC4", "3DES"),
        ("(?m)^b$", r"\Ab", "\nb"),
        ("(?i)^ä$", "Ä", "ä"),
        (r"(?-u:\B)", "^$", "A"),
    ];
    for (fits, misses, expected) in cases {
        let found = example(fits, misses);
        if expected == "A" {
            assert!(matches!(found, Solved::Yes(_)));
        } else {
            assert_eq!(found, yes(&[expected]), "{fits} not {misses}");
        }
    }
}

#[test]
fn inclusion_is_proved() {
    for (fits, misses) in [
        ("^[a-z]{10,}$", "^[a-z]{8,}$"),
        ("RC4", "RC4|3DES"),
        ("^ab", "a"),
        (r"^\d{4}$", r"^\d+$"),
        ("^$", "^a*$"),
        ("(?s)^.b*$", "(?s)."),
        (r"\p{Han}", r"[^\x00-\x7f]"),
        ("x", "(?i)X"),
    ] {
        assert_eq!(example(fits, misses), Solved::No(vec![0, 1]), "{fits} in {misses}");
    }
}

#[test]
fn an_unknown_of_which_nothing_is_said_is_plain() {
    assert_eq!(ask(&[], 2, |_| vec![]), yes(&["a", "a"]));
    assert_eq!(ask(&[], 2, |_| vec![(same(0, 1), false)]), yes(&["a", "b"]));
    assert_eq!(ask(&[], 1, |_| vec![(is(0, "a"), false), (is(0, "b"), false)]), yes(&["c"]));
}

#[test]
fn what_must_differ_differs() {
    let all = [(same(0, 1), false), (same(1, 2), false), (same(0, 2), false)];
    let fits =
        |ids: &[PatternId]| (0..3).map(|var| (Literal::Fits(Var(var), ids[0]), true)).collect::<Vec<_>>();
    let three = |pattern: &str| ask(&[pattern], 3, |ids| [&all[..], &fits(ids)].concat());
    assert_eq!(three("^a+$"), yes(&["a", "aa", "aaa"]));
    assert_eq!(three("^[xyz]?$"), yes(&["x", "y", "z"]));
    assert_eq!(three("^[x]?$"), Solved::No((0..6).collect()));
    assert_eq!(three("^[xy]$"), Solved::No((0..6).collect()));
}

#[test]
fn the_few_literals_that_clash_are_named() {
    let said = vec![
        (is(3, "z"), true),
        (same(0, 1), true),
        (is(0, "x"), true),
        (is(2, "q"), false),
        (is(1, "y"), true),
    ];
    assert_eq!(ask(&[], 4, |_| said.clone()), Solved::No(vec![1, 2, 4]));
    assert_eq!(ask(&[], 1, |_| vec![(same(0, 0), false)]), Solved::No(vec![0]));
    let chain = vec![(same(0, 1), true), (same(2, 1), true), (same(0, 3), true), (same(0, 2), false)];
    assert_eq!(ask(&[], 4, |_| chain.clone()), Solved::No(vec![0, 1, 3]));
}

#[test]
fn what_no_automaton_decides_has_no_number() {
    let mut patterns = Patterns::default();
    for odd in [r"\bRC4\b", "(", r"^(\w{1,50} ){50}$", "[ab]*a[ab]{30}"] {
        assert_eq!(patterns.number(Pattern::Matches(odd.into())), None, "{odd}");
    }
    let number = patterns.number(Pattern::Matches("a".into()));
    assert_eq!(number, Some(PatternId(0)));
    assert_eq!(patterns.number(Pattern::Contains("a".into())), Some(PatternId(1)));
    assert_eq!(patterns.number(Pattern::Matches("a".into())), number);
}

#[test]
fn a_search_without_end_in_sight_is_given_up() {
    let mut patterns = Patterns::default();
    let id = patterns.number(Pattern::Matches("^a{500}$".into())).unwrap();
    let said = [(Literal::Fits(Var(0), id), true)];
    assert_eq!(solve(&patterns, 1, &said, &mut Effort::new(100)), Solved::TooHard);
    assert!(matches!(solve(&patterns, 1, &said, &mut Effort::new(1000)), Solved::Yes(_)));
}

/// Regular expressions of a few parts.
fn regex_text() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "a",
        "b",
        "1",
        ".",
        "[ab]",
        "[^a]",
        r"\d",
        r"\w",
        r"\W",
        "é",
        "(?s:.)",
        "^",
        "$",
        r"\A",
        r"\z",
        "(?m:^)",
        "(?m:$)",
        r"(?-u:\b)",
        r"(?-u:\B)",
        "(?i:É)",
        r"\x00",
        "",
        "(?R:(?m:$))",
    ]);
    leaf.prop_map(str::to_owned).prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a}{b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("(?:{a}|{b})")),
            (inner, prop::sample::select(vec!["*", "+", "?", "{2}", "{1,2}"]))
                .prop_map(|(a, n)| format!("(?:{a}){n}")),
        ]
    })
}

fn pattern() -> impl Strategy<Value = Pattern> {
    let text = "[ab1.\\\\^é\n]{0,3}".prop_map(Arc::from);
    prop_oneof![
        3 => regex_text().prop_map(|regex| Pattern::Matches(regex.into())),
        1 => text.clone().prop_map(Pattern::StartsWith),
        1 => text.clone().prop_map(Pattern::EndsWith),
        1 => text.prop_map(Pattern::Contains),
    ]
}

fn fits(pattern: &Pattern, text: &str) -> bool {
    match pattern {
        Pattern::Matches(regex) => Regex::new(regex).unwrap().is_match(text),
        Pattern::StartsWith(start) => text.starts_with(&**start),
        Pattern::EndsWith(end) => text.ends_with(&**end),
        Pattern::Contains(part) => text.contains(&**part),
    }
}

/// All texts of up to three of a few characters.
fn short_texts() -> Vec<Arc<str>> {
    let mut texts = vec![String::new()];
    for len in 0..3 {
        let longer = texts.iter().filter(|text| text.chars().count() == len);
        let longer: Vec<String> =
            longer.flat_map(|text| ["a", "b", "1"].map(|c| format!("{text}{c}"))).collect();
        texts.extend(longer);
    }
    texts.into_iter().map(Arc::from).collect()
}

/// Something to say: which sort of literal, of which unknowns, with which pattern or constant, and whether it holds.
type Spec = (u8, u32, u32, usize, bool);

fn literals(specs: &[Spec], ids: &[PatternId]) -> Vec<(Literal, bool)> {
    let constants = ["", "a", "b", "ab"];
    let literal = |spec: &Spec| match *spec {
        (0, a, b, ..) => same(a, b),
        (1, a, _, n, _) => is(a, constants[n % constants.len()]),
        (_, a, _, n, _) => Literal::Fits(Var(a), ids[n % ids.len()]),
    };
    specs.iter().map(|spec| (literal(spec), spec.4)).collect()
}

fn comes_out(patterns: &[Pattern], (literal, holds): &(Literal, bool), texts: &[Arc<str>]) -> bool {
    let text = |var: &Var| &texts[var.0 as usize];
    let truth = match literal {
        Literal::Is(var, constant) => text(var) == constant,
        Literal::Fits(var, id) => fits(&patterns[id.0 as usize], text(var)),
        Literal::Same(a, b) => text(a) == text(b),
    };
    truth == *holds
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_automaton_says_what_the_evaluator_says(pattern in pattern(), texts in prop::collection::vec("([ab1_.\\\\^éÉあ𠀋 \r\n\0]|\\PC){0,5}", 20)) {
        let mut patterns = Patterns::default();
        let id = patterns.number(pattern.clone()).unwrap();
        for text in texts {
            prop_assert_eq!(patterns.automaton(id).fits(&text), fits(&pattern, &text), "{:?} {:?}", &pattern, text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    /// Within short texts over three characters, by brute force.
    #[test]
    fn an_answer_is_what_trying_all_short_texts_gives(
        regexes in prop::collection::vec(regex_text(), 2),
        specs in prop::collection::vec((0_u8..5, 0_u32..3, 0_u32..3, 0_usize..8, any::<bool>()), 0..9),
    ) {
        let mut known = Patterns::default();
        let mut patterns = vec![Pattern::Matches(r"^[ab1]{0,3}$".into())];
        patterns.extend(regexes.iter().map(|regex| Pattern::Matches(regex.as_str().into())));
        patterns.sort();
        patterns.dedup();
        let ids: Vec<PatternId> = patterns.iter().map(|pattern| known.number(pattern.clone()).unwrap()).collect();
        let short = patterns.iter().position(|p| matches!(p, Pattern::Matches(r) if r.starts_with("^[ab1]{0,3}"))).unwrap();
        let mut said: Vec<(Literal, bool)> = (0..3).map(|var| (Literal::Fits(Var(var), ids[short]), true)).collect();
        said.extend(literals(&specs, &ids));

        // For each unknown the texts of which all that is said of it alone comes out.
        let alone = |var: u32, places: &[usize]| -> Vec<Arc<str>> {
            let about = |place: &&usize| matches!(&said[**place].0, Literal::Is(v, _) | Literal::Fits(v, _) if v.0 == var);
            let fine = |text: &Arc<str>| {
                let texts = vec![Arc::clone(text); 3];
                places.iter().filter(about).all(|place| comes_out(&patterns, &said[*place], &texts))
            };
            short_texts().into_iter().filter(fine).collect()
        };
        let possible = |places: &[usize]| {
            let [a, b, c] = [0, 1, 2].map(|var| alone(var, places));
            a.iter().any(|a| b.iter().any(|b| c.iter().any(|c| {
                let texts = [a, b, c].map(Arc::clone);
                let pairs = places.iter().map(|p| &said[*p]).filter(|(l, _)| matches!(l, Literal::Same(..)));
                pairs.clone().all(|literal| comes_out(&patterns, literal, &texts))
            })))
        };
        let all: Vec<usize> = (0..said.len()).collect();
        match solve(&known, 3, &said, &mut Effort::new(1_000_000)) {
            Solved::Yes(texts) => prop_assert!(said.iter().all(|literal| comes_out(&patterns, literal, &texts)), "{:?}", texts),
            Solved::No(core) => {
                prop_assert!(!possible(&all), "refuted, but possible");
                // Unknowns that the core leaves unbounded can be longer texts: then trying short ones shows nothing.
                prop_assert!(core.iter().all(|place| *place < said.len()) && core.is_sorted());
                let again: Vec<_> = core.iter().map(|place| said[*place].clone()).collect();
                prop_assert!(matches!(solve(&known, 3, &again, &mut Effort::new(1_000_000)), Solved::No(_)));
                for out in 0..again.len() {
                    let mut fewer = again.clone();
                    fewer.remove(out);
                    match solve(&known, 3, &fewer, &mut Effort::new(1_000_000)) {
                        Solved::Yes(texts) => prop_assert!(fewer.iter().all(|l| comes_out(&patterns, l, &texts))),
                        other => prop_assert!(false, "{:?} is not needed: {:?}", &again[out], other),
                    }
                }
            }
            Solved::TooHard => prop_assert!(false, "too hard"),
        }
    }
}
