//! Every case of `fixtures/fmt`: a text and its layout.
//!
//! `UPDATE=1 cargo test -p kijun-fmt` writes what the formatter now answers into the fixtures.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixtures cannot say anything")]

use std::path::Path;

use kijun_testkit::literate;

#[test]
fn every_case_is_laid_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/fmt");
    let wrong = literate::differences(&folder, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The fixture with the right answers, and in which cases they were not there.
fn check(fixture: &str) -> (String, String) {
    let (mut updated, mut differences) = (fixture.to_owned(), String::new());
    // From the last, so that the lines of those before stay true.
    for case in literate::cases(fixture).iter().rev() {
        let (Some(input), Some(expected)) = (case.block("kijun"), case.block("formatted")) else { continue };
        let answer = kijun_fmt::format(&input.text).unwrap();
        if expected.text != answer {
            differences.push_str(&format!("\n{}:\n{answer}", case.heading));
            updated = literate::with_block(&updated, expected.line, &answer);
        }
    }
    (updated, differences)
}

#[test]
fn what_is_no_text_or_only_comments_is_laid_out_too() {
    for (text, laid_out) in [
        ("", ""),
        ("\n \n", ""),
        ("\u{feff}role  a {}", "role a {}\n"),
        ("role a {}\r\n\r\n\r\nrole b {}\r\n", "role a {}\n\nrole b {}\n"),
        ("# alone", "# alone\n"),
        ("\n\n# one\n\n\n# two\n\n", "# one\n\n# two\n"),
    ] {
        assert_eq!(kijun_fmt::format(text).as_deref(), Ok(laid_out), "{text:?}");
    }
}

#[test]
fn a_text_that_nests_too_deep_stays_as_it_is() {
    let text = format!("define   f = {}a{}", "(".repeat(500), ")".repeat(500));
    assert_eq!(kijun_fmt::format(&text), Ok(text));
}

#[test]
fn chains_beyond_the_bound_are_only_filled() {
    for unit in ["not ", "- ", "every x in xs : ", "if a then b else ", "a implies ", "a or ", "1 + "] {
        let text = format!("define f = {}a", unit.repeat(5_000));
        let once = kijun_fmt::format(&text).unwrap();
        assert_eq!(kijun_fmt::format(&once).as_deref(), Ok(once.as_str()), "{unit}");
    }
}

#[test]
fn ten_thousand_lines_are_laid_out() {
    let clause =
        "clause 1 {\n  for server\n  must a  # comment\n  # another\n  must every x in xs : x.y\n}\n";
    let text = clause.repeat(10_000 / 6);
    let once = kijun_fmt::format(&text).unwrap();
    assert_eq!(once.matches("# comment").count(), 10_000 / 6);
}
