//! `kijun conform`: renderings, formats, exit codes, names that are wrong.

use serde_json::Value;

use crate::{MANIFEST, Ran, fixture, kijun, project};

const ABOVE: &str = "\
vocabulary v { kind server { key id : text  level : int  port : int } }
standard above { title \"=Above | one\" tier top edition 2010-04-01 uses v }
clause 1 \"=1+1\" { for server  must level >= 3 }
clause 2 \"two\" { for server  should port != 23 }
";

/// A document below, with what its clause demands.
fn below(demand: &str) -> String {
    format!(
        "standard below {{ tier office edition 2010-04-01 conforms to above@2010-04-01 adopts above:2 uses v }}\n\
         clause 1 {{ implements above:1  for server  {demand} }}\n"
    )
}

fn conform(demand: &str, args: &[&str]) -> Ran {
    let below = below(demand);
    let files = [("kijun.yaml", MANIFEST), ("rules/a.kijun", ABOVE), ("rules/b.kijun", below.as_str())];
    kijun(project(&files).path(), &[&["conform", "--lang", "en"], args].concat())
}

#[test]
fn what_conforms_is_0_and_what_does_not_is_1() {
    assert_eq!(conform("must level >= 4", &[]).code, 0);
    assert_eq!(conform("must level >= 2", &[]).code, 1);
    assert_eq!(conform("must level >= 2", &["--fail-on", "urgent"]).code, 0);
    assert_eq!(conform("must level >= 2", &["--fail-on", "never"]).code, 0);
    assert_eq!(conform("should level >= 3", &[]).code, 1);
}

#[test]
fn a_question_that_is_given_too_little_effort_is_undecided_and_never_proved() {
    let starved = conform("must level * 2 >= 9 or port == level", &["--effort", "1", "--fail-on", "advice"]);
    assert_eq!(starved.code, 1, "{}", starved.out);
    assert!(starved.out.contains("undecided"), "{}", starved.out);
}

#[test]
fn rules_with_errors_are_2_in_every_format() {
    for format in ["human", "markdown", "csv", "json"] {
        let ran = conform("must levle >= 4", &["--format", format]);
        assert_eq!(ran.code, 2);
        let told = if format == "json" { &ran.out } else { &ran.err };
        assert!(told.contains("resolve/unknown-name"), "{format}: {told}");
    }
}

#[test]
fn names_that_mean_nothing_are_2_with_what_may_have_been_meant() {
    let ran = conform("must level >= 4", &["--from", "belwo"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("`belwo`") && ran.err.contains("`below`"), "{}", ran.err);
    let ran = conform("must level >= 4", &["--explain", "above:11"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("did you mean"), "{}", ran.err);
    assert_eq!(conform("must level >= 4", &["--as-of", "2010-02-30"]).code, 2);
}

#[test]
fn a_scope_names_documents_with_or_without_their_edition() {
    for name in ["above", "above@2010-04-01"] {
        let ran = conform("must level >= 4", &["--to", name, "--format", "json"]);
        let record: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(record["rows"].as_array().unwrap().len(), 2);
    }
    let ran = conform("must level >= 4", &["--to", "below", "--format", "json"]);
    let record: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(record["rows"].as_array().unwrap().len(), 0);
}

#[test]
fn what_a_document_leaves_out_is_no_finding_where_others_are_left_out_of_the_question() {
    let idle = "standard idle { tier office edition 2010-04-01 conforms to above@2010-04-01 uses v }\n";
    let below = below("must level >= 4");
    let files = [
        ("kijun.yaml", MANIFEST),
        ("rules/a.kijun", ABOVE),
        ("rules/b.kijun", below.as_str()),
        ("rules/c.kijun", idle),
    ];
    let ran = kijun(project(&files).path(), &["conform", "--lang", "en", "--from", "idle"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("uncovered 2"), "{}", ran.out);
    let alone = [files[0], files[1], files[3]];
    assert_eq!(kijun(project(&alone).path(), &["conform", "--from", "idle"]).code, 1);
}

#[test]
fn a_scope_without_a_pair_still_tells_what_is_wrong_with_its_documents() {
    let ran = conform("must level >= 4 and level <= 3", &["--from", "below", "--to", "below"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("nothing to compare") && ran.out.contains("below@2010-04-01:1#1"),
        "{}",
        ran.out
    );
}

#[test]
fn a_label_that_is_not_there_is_said_to_name_nothing() {
    let ran = conform("must level >= 4", &["--explain", "above:1#levle"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("names no"), "{}", ran.err);
}

#[test]
fn what_is_only_recommended_above_is_marked_and_explained() {
    let lax = "standard below { tier office edition 2010-04-01 conforms to above@2010-04-01 adopts above:1 uses v }\n\
        clause 1 { implements above:2  for server  must port != 25 }\n";
    let files = [("kijun.yaml", MANIFEST), ("rules/a.kijun", ABOVE), ("rules/b.kijun", lax)];
    let dir = project(&files);
    let ran = kijun(dir.path(), &["conform", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("2#1 *") && ran.out.contains("only recommended above"), "{}", ran.out);
    let ran = kijun(dir.path(), &["conform", "--lang", "en", "--explain", "above:2"]);
    assert!(ran.out.contains("so that this is no finding"), "{}", ran.out);
}

#[test]
fn a_document_that_is_cited_in_an_old_edition_is_told_once() {
    let ran = kijun(&fixture("moj/fy2011"), &["conform", "--lang", "en"]);
    let told = ran.whole().matches("which\n      `moj_standard@2011-10-01` superseded").count();
    assert_eq!((told, ran.err.as_str()), (1, ""));
}

#[test]
fn the_table_for_a_spreadsheet_has_a_line_for_each_statement_and_no_formula() {
    let ran = conform("must level >= 4", &["--format", "csv"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 3, "{}", ran.out);
    assert!(lines.iter().all(|line| line.split(',').count() == 5), "{}", ran.out);
    assert!(lines[1].contains(",'=1+1,"), "{}", lines[1]);
    assert!(ran.out.starts_with('\u{feff}'), "a spreadsheet takes it for UTF-8");
}

#[test]
fn markdown_keeps_its_tables_whatever_titles_hold() {
    let ran = conform("must level >= 2", &["--format", "markdown"]);
    let rows: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("| ")).collect();
    let bars = |row: &str| row.replace("\\|", "").matches('|').count();
    assert!(rows.len() == 4 && rows.iter().all(|row| bars(row) == 5), "{rows:#?}");
    assert!(ran.out.contains("```yaml\n# kind: server\n"), "{}", ran.out);
}

#[test]
fn formats_for_programs_say_nothing_aside() {
    for format in ["markdown", "csv", "json"] {
        assert_eq!(kijun(&fixture("moj/fy2011"), &["conform", "--format", format]).err, "");
    }
}

#[test]
fn where_no_document_stands_above_another_there_is_nothing_to_compare() {
    let files = [("kijun.yaml", MANIFEST), ("rules/a.kijun", ABOVE)];
    let ran = kijun(project(&files).path(), &["conform", "--lang", "en"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("nothing to compare"), "{}", ran.out);
}

macro_rules! renders {
    ($($test:ident: $fixture:literal $args:expr;)*) => {
        $(
            #[test]
            fn $test() {
                let ran = kijun(&fixture($fixture), &$args);
                insta::assert_snapshot!(concat!("conform_", stringify!($test)), ran.whole());
            }
        )*
    };
}

renders! {
    small_in_english: "audit/small" ["conform", "--lang", "en"];
    small_in_japanese: "audit/small" ["conform", "--lang", "ja"];
    the_first_year_in_japanese: "moj/fy2011" ["conform", "--lang", "ja"];
    the_first_year_in_english: "moj/fy2011" ["conform", "--lang", "en", "--quiet"];
    the_second_year_in_japanese: "moj/fy2012" ["conform", "--lang", "ja", "--quiet"];
    the_second_year_in_english: "moj/fy2012" ["conform", "--lang", "en"];
    small_as_markdown: "audit/small" ["conform", "--lang", "ja", "--format", "markdown"];
    small_as_csv: "audit/small" ["conform", "--lang", "en", "--format", "csv"];
    small_as_json: "audit/small" ["conform", "--format", "json"];
    what_is_weaker_in_japanese: "audit/small" ["conform", "--lang", "ja", "--explain", "national:1.1#weak"];
    what_is_weaker_in_english: "audit/small" ["conform", "--lang", "en", "--explain", "national:1.1#weak"];
    what_is_proved: "audit/small" ["conform", "--lang", "ja", "--explain", "server_procedure:第1条"];
    what_is_uncovered: "audit/small" ["conform", "--lang", "en", "--explain", "ministry:3.2"];
    what_is_undecided: "moj/fy2011" ["conform", "--lang", "ja", "--explain", "moj_standard:2.3.4"];
    what_is_partial: "moj/fy2011" ["conform", "--lang", "ja", "--explain", "moj_standard:3.1.2#prompt"];
}
