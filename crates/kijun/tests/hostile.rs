//! Whatever stands in the files of a project, an audit never panics, and it always gives a record or says why not.
//!
//! The files are those of `fixtures/audit/small`, damaged: bytes changed, cut, doubled, joined with bits of other files, or
//! made of nothing but chance. A failing case prints its number; the same number makes the same damage.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use kijun::{Notation, Options, audit, explain, graph, load};
use kijun_diag::{Catalogue, Lang};

/// How many damaged projects are tried; `KIJUN_CASES` asks for more.
const N: u64 = 300;

const FILES: [&str; 6] = [
    "kijun.yaml",
    "rules/vocabulary.kijun",
    "rules/national.kijun",
    "rules/ministry.kijun",
    "rules/procedure.kijun",
    "evidence/servers.yaml",
];

/// What tends to break readers.
const BITS: [&[u8]; 30] = [
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x1b[2J",
    b"\r",
    b"\n\n",
    b"\t",
    b"{{{{{{{{",
    b"}}}}",
    b"((((((((((((",
    b"[[[[[[[[",
    b"\"",
    b"\"\"\"",
    b"'",
    b"#",
    b"&a",
    b"*a",
    b"<<: *a",
    b"- - - - - -",
    b"!!binary x",
    b"99999999999999999999999999999999",
    b"-1",
    b"0000-00-00",
    b"9999-12-31",
    b"1e999",
    b"9223372036854775807 days",
    b"not not not not ",
    b"every a in accounts : ",
    b"\xe3\x80\x80",
    "一二三".as_bytes(),
];

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
}

fn small() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/audit/small");
    FILES.map(|file| fs::read(folder.join(file)).unwrap()).to_vec()
}

/// Damages one file.
fn damage(bytes: &mut Vec<u8>, others: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let end = (at + dice.below(40)).min(bytes.len());
    match dice.below(9) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..end)),
        2 => {
            let bit = BITS[dice.below(BITS.len())];
            bytes.splice(at..at, bit.iter().copied());
        }
        3 => {
            let bit = BITS[dice.below(BITS.len())];
            bytes.splice(at..end, bit.iter().copied());
        }
        4 => {
            let copy = bytes[at..end].to_vec();
            bytes.splice(at..at, copy.repeat(1 + dice.below(50)));
        }
        5 => {
            let other = &others[dice.below(others.len())];
            let from = dice.below(other.len());
            let to = (from + dice.below(200)).min(other.len());
            bytes.splice(at..end, other[from..to].iter().copied());
        }
        6 => bytes.iter_mut().skip(at).take(3).for_each(|byte| *byte ^= 1 << dice.below(8)),
        7 => swap_words(bytes, dice),
        _ => *bytes = (0..dice.below(300)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect(),
    }
}

/// Puts one word of the file in the place of another, so that it often still parses.
fn swap_words(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut words: Vec<&str> = text.split_inclusive([' ', '\n']).collect();
    let (a, b) = (dice.below(words.len()), dice.below(words.len()));
    if let Some(word) = words.get(b).copied() {
        words[a] = word;
    }
    *bytes = words.concat().into_bytes();
}

fn write(folder: &Path, files: &[Vec<u8>]) {
    for (name, bytes) in FILES.iter().zip(files) {
        let path: PathBuf = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// What is wrong with how a project is answered, if anything is.
fn objection(folder: &Path) -> Option<String> {
    let loaded = load(folder);
    let _ = graph(&loaded, Notation::Tree, true, &Catalogue::new(Lang::En));
    let Some(audit) = audit(&loaded, Options { threads: Some(1), as_of: None }) else {
        return (!loaded.diagnostics.has_errors())
            .then(|| "nothing was judged, and no error says why".to_owned());
    };
    let record = audit.record;
    for finding in record.findings.iter().take(2) {
        if explain(&loaded, Options::default(), &finding.id).is_none() {
            return Some(format!("{} cannot be explained", finding.id));
        }
    }
    let json = kijun_findings::to_json(&record).unwrap();
    match kijun_findings::from_json(&json) {
        Err(error) => Some(format!("the record contradicts itself: {error}")),
        Ok(read) if read != record => Some("the record is not read as it was written".to_owned()),
        Ok(_) if record.figures.total.assessed() == 0 && record.complete => {
            Some("nothing was judged, and all seems well".to_owned())
        }
        Ok(_) => None,
    }
}

#[test]
fn damaged_projects_are_answered() {
    let original = small();
    let folder = tempfile::tempdir().unwrap();
    let mut judged = 0;
    let cases = std::env::var("KIJUN_CASES").map_or(N, |n| n.parse().unwrap());
    for n in 0..cases {
        let mut dice = Dice(n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut files = original.clone();
        // Evidence is damaged most, as only that comes from elsewhere.
        let which = [5, 5, 5, 0, 1, 2, 3, 4][dice.below(8)];
        for _ in 0..=dice.below(3) {
            damage(&mut files[which], &original, &mut dice);
        }
        write(folder.path(), &files);
        let path = folder.path().to_path_buf();
        match catch_unwind(move || objection(&path)) {
            Ok(None) => judged += 1,
            Ok(Some(objection)) => {
                panic!("case {n}, {}: {objection}\n{}", FILES[which], shown(&files[which]))
            }
            Err(_) => panic!("case {n}, {}: it panicked\n{}", FILES[which], shown(&files[which])),
        }
    }
    assert_eq!(judged, cases);
}

fn shown(bytes: &[u8]) -> String {
    bytes.escape_ascii().to_string().replace("\\n", "\n")
}
