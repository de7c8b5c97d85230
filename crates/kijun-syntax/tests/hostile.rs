//! Texts that nobody means well with: every one ends soon, with a tree.

use kijun_diag::Sources;
use proptest::prelude::*;

/// The ids of the diagnostics. That it comes back at all is half of what is tested.
fn read(text: &str) -> Vec<&'static str> {
    let mut sources = Sources::default();
    let file = sources.add("a.kijun", text);
    let (_, diagnostics) = kijun_syntax::parse(file, text);
    for diagnostic in &diagnostics {
        let Some(kijun_diag::At::Span(span)) = diagnostic.at else { continue };
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(text.get(start..end).is_some(), "{diagnostic:?} is not a piece of the text");
    }
    diagnostics.iter().map(|d| d.id.name()).collect()
}

fn must(expr: &str) -> String {
    format!("clause 1 {{\n  must {expr}\n}}\n")
}

#[test]
fn nesting_up_to_the_limit_is_read() {
    let n = 126;
    for (open, close) in [("(", ")"), ("f(", ")"), ("[", "]"), ("if ", " then a else b")] {
        assert!(read(&must(&format!("{}a{}", open.repeat(n), close.repeat(n)))).is_empty(), "{open}");
    }
    let ranges = "every x in xs where ".repeat(n);
    assert!(read(&must(&format!("{ranges}a{}", " : b".repeat(n)))).is_empty());
    assert!(read(&must(&format!("{}a", "every x in xs : ".repeat(n)))).is_empty());
}

#[test]
fn nesting_beyond_the_limit_is_refused() {
    for n in [130, 100_000] {
        let inner = [
            "(",
            "f(",
            "[",
            "if ",
            "every x in xs where ",
            "count(x in ",
            "sum(",
            "a in {",
            "not (",
            "-(",
            "（",
            "max(a for x in (",
            "age(",
        ];
        for open in inner {
            assert_eq!(read(&must(&open.repeat(n))), ["syntax/too-deep"], "{open}");
        }
        let outer = [
            "section 1 {\n",
            "test \"t\" { given a b { c: {",
            "given a b { c: [",
            "kind a { b: record {",
            "{",
            "clause 1 {",
        ];
        for open in outer {
            assert_eq!(read(&open.repeat(n)), ["syntax/too-deep"], "{open}");
        }
    }
}

#[test]
fn long_chains_are_bounded() {
    for unit in
        ["not ", "- ", "!", "every x in xs : ", "if a then b else ", "a implies ", "a or ", "1 + ", "a.b."]
    {
        let ids = read(&must(&format!("{}a", unit.repeat(10_000))));
        assert!(ids.contains(&"syntax/too-many-operators"), "{unit}: {ids:?}");
        assert!(
            read(&must(&format!("{}a", unit.repeat(100)))).iter().all(|id| *id == "syntax/other-spelling")
        );
    }
}

#[test]
fn what_hides_nesting_from_the_first_look_does_not_overflow() {
    let deep = "(".repeat(50_000);
    for hidden in [
        format!("a#b\"\"\"\n{deep}\n\"\"\""),
        format!("matches /{deep}/ 2"),
        format!("a. matches /{deep}/ 2"),
        format!("a else \"{{{deep}}}\""),
        format!("a else \"{{{}}}\"", "if ".repeat(50_000)),
        format!("`{deep}`"),
        format!("'{deep}'"),
        format!("a \"{deep}\""),
    ] {
        read(&must(&hidden));
    }
}

#[test]
fn broken_texts_take_no_longer_than_whole_ones() {
    let unit = "clause 1 {\n  must count(x in (count(y in (count(z in [a, (b, (c\n";
    read(&unit.repeat(2_000));
    read(&"section 1 {\n clause 2 { must a }\n".repeat(120));
    read(&"clause 1 { must a\n".repeat(5_000));
    read(&"clause 1 {\n  must a b\n}\n".repeat(5_000));
    read(&format!("clause 1 {{ {}", "text \"a\"\n".repeat(20_000)));
    read(&"\" ` ' /* // \n".repeat(5_000));
    read(&must(&"a in {".repeat(120)));
    read(&must(&"count(x in count(y in ".repeat(60)));
    read(&format!("vocabulary v {{ {}", "kind a { b: record { c: record {\n".repeat(40)));
    read(&"}".repeat(50_000));
    read(&"\u{0}".repeat(50_000));
    read(&" ".repeat(1_000_000));
    read(&format!("# {}", "x".repeat(1_000_000)));
    read(&format!("clause 1 {{ text \"{}\" }}", "あ".repeat(300_000)));
}

/// A text that holds something of everything.
const WHOLE: &str = r#"
standard s { title "a" title en "b" edition 2011-04-21 adopts t:1.2 excludes t:2 because "x" }
section 2 "t" { for server by r
  clause 2.1(a) "甲" en "A" {
    text """
      long
    """
    must l: every a in xs where a.b in {c, d} : a.e >= 10 GiB and x matches /a\/b/ when y else "m {z}" en "n"
    attest "q" by r every 1 year  exceptions by r for at most 6 months  evidence at most 30 days old
  }
}
vocabulary v { enum e { a < b } kind k is j { key id: text from "x", "y"  r: record { a: list of int? } } }
define f(a: b) = if a then `in` else count(x in all k where p) + 1
test "t" { given k n { a: [1, "b"] } expect s:2.1(a)#l fail because a.b }
"#;

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        read(&text);
    }

    #[test]
    fn any_row_of_tokens_is_read(tokens in proptest::collection::vec(token(), 0..120)) {
        read(&tokens.join(" "));
    }

    #[test]
    fn a_whole_text_may_lose_or_gain_anything(
        at in 0..WHOLE.len(),
        cut in 0..40usize,
        put in prop_oneof![token().prop_map(str::to_owned), "\\PC{0,4}"],
    ) {
        let floor = |n: usize| (0..=n.min(WHOLE.len())).rev().find(|n| WHOLE.is_char_boundary(*n)).unwrap_or(0);
        let (from, to) = (floor(at), floor(at + cut));
        read(&format!("{}{put}{}", &WHOLE[..from], &WHOLE[to..]));
    }
}

#[test]
fn the_whole_text_is_whole() {
    assert!(read(WHOLE).is_empty(), "{:?}", read(WHOLE));
}

fn token() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "clause",
        "1.2",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "\"\"\"",
        "\"a\"",
        "`",
        "#",
        "\n",
        "must",
        "not",
        "for",
        "server",
        "where",
        "every",
        "x",
        "in",
        "xs",
        ":",
        "if",
        "then",
        "else",
        "==",
        "=",
        "and",
        "matches",
        "/",
        ".",
        "section",
        "standard",
        "vocabulary",
        "kind",
        "record",
        "enum",
        "<",
        ",",
        "from",
        "test",
        "given",
        "expect",
        "define",
        "set",
        "$",
        "parameter",
        "role",
        "exception",
        "measure",
        "term",
        "10",
        "%",
        "days",
        "2011-04-21",
        "@",
        "is",
        "present",
        "within",
        "before",
        "today",
        "in force from",
        "until",
        "（",
        "＝",
        "\\",
        "'",
        "\u{3000}",
    ])
}
