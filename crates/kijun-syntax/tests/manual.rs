//! Each section of the manual's page shows its own diagnostic.

use kijun_diag::Sources;
use kijun_testkit::literate;

#[test]
fn every_example_of_the_manual_gives_its_diagnostic() {
    let page = include_str!("../../../docs/reference/diagnostics/syntax.md");
    for case in literate::cases(page).iter().filter(|case| case.heading.starts_with("syntax/")) {
        let example = case.block("kijun").unwrap();
        let mut sources = Sources::default();
        let file = sources.add("a.kijun", example.text.as_str());
        let (_, diagnostics) = kijun_syntax::parse(file, &example.text);
        let ids: Vec<&str> = diagnostics.iter().map(|d| d.id.name()).collect();
        assert_eq!(ids, [case.heading.as_str()]);
    }
}
