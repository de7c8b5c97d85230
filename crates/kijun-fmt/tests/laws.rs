//! What must hold of every layout, of every text of this repository and of thousands that nobody wrote.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

mod laws {
    pub(crate) mod check;
    pub(crate) mod random;
}

use std::path::{Path, PathBuf};

use kijun_testkit::{Dice, literate};
use laws::check::check;
use laws::random;
use proptest::prelude::*;

/// The files below a folder of this repository whose names end so.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "target" && !name.starts_with('.') {
            files(&path, ending, found);
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
}

/// Every text in the rule language that this repository holds, with the name of its file.
fn texts() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (mut rules, mut pages, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    files(&root, ".kijun", &mut rules);
    files(&root, ".md", &mut pages);
    for path in rules {
        let text = std::fs::read_to_string(&path).unwrap();
        texts.push((path, text));
    }
    for path in pages {
        let page = std::fs::read_to_string(&path).unwrap();
        let blocks = literate::cases(&page).into_iter().flat_map(|case| case.blocks);
        texts.extend(blocks.filter(|block| block.word() == "kijun").map(|block| (path.clone(), block.text)));
    }
    texts
}

/// Those that are soon read.
fn short(texts: Vec<(PathBuf, String)>) -> impl Iterator<Item = (PathBuf, String)> {
    texts.into_iter().filter(|(_, text)| text.len() < 1500)
}

#[test]
fn every_text_of_the_repository_keeps_its_meaning_and_is_laid_out_once() {
    let texts = texts();
    assert!(texts.len() > 500, "{} texts", texts.len());
    for (path, text) in texts {
        check(&text).unwrap_or_else(|wrong| panic!("{}: {wrong}\n{text}", path.display()));
    }
}

#[test]
fn every_text_of_the_repository_may_lose_a_token() {
    for (path, text) in short(texts()) {
        for (from, to) in random::some_tokens(&text, 1) {
            let less = format!("{}{}", &text[..from], &text[to..]);
            check(&less).unwrap_or_else(|wrong| panic!("{}: {wrong}\n{less}", path.display()));
        }
    }
}

#[test]
fn every_text_of_the_repository_may_gain_a_comment_anywhere() {
    for (path, text) in short(texts()) {
        for (from, _) in random::some_tokens(&text, 1) {
            let more = format!("{} # here\n{}", &text[..from], &text[from..]);
            check(&more).unwrap_or_else(|wrong| panic!("{}: {wrong}\n{more}", path.display()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_random_text_keeps_its_meaning_and_is_laid_out_once(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let text = random::text(&mut Dice::new(&bytes));
        prop_assert!(kijun_syntax::concrete::concrete(&text).is_some());
        check(&text).map_err(|wrong| TestCaseError::fail(format!("{wrong}\n{text}")))?;
    }

    #[test]
    fn a_random_text_that_lost_a_token_does_too(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        which in any::<proptest::sample::Index>(),
    ) {
        let text = random::text(&mut Dice::new(&bytes));
        let tokens = random::tokens(&text);
        prop_assume!(!tokens.is_empty());
        let (from, to) = tokens[which.index(tokens.len())];
        let less = format!("{}{}", &text[..from], &text[to..]);
        check(&less).map_err(|wrong| TestCaseError::fail(format!("{wrong}\n{less}")))?;
    }
}

/// How many random texts are tried: many by hand, fewer each time.
fn cases() -> u32 {
    std::env::var("KIJUN_FMT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1000)
}

#[test]
fn most_random_texts_are_read_whole() {
    let mut right = 0;
    for seed in 0..200u32 {
        let bytes: Vec<u8> =
            (0..400u32).map(|i| (seed * 7919 + i).wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        let text = random::text(&mut Dice::new(&bytes));
        right += u32::from(laws::check::is_read(&text));
    }
    assert!(right >= 120, "{right} of 200 parse");
}
