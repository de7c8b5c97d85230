//! The annual report of a small body whose evidence means ill: what comes out is a report all the same, and nothing else.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests say what went wrong by panicking")]

use std::path::Path;

use calamine::{Data, Reader as _};
use kijun::{Loaded, Materials, Options, audit, load, materials};
use kijun_diag::Lang;
use kijun_findings::RunRecord;
use kijun_report::{Format, Gap, Prose, Report, Split, Templates};

const MANIFEST: &str = "\
kijun: 1
project: example
title: 試験
title_en: A <i>trial</i>
period: { start: 2011-10-01, end: 2012-09-30 }
rules: [rules]
unit: office
evidence:
  - { kind: thing, files: things.yaml }
report:
  templates: own
  prose: prose
  listings:
    - { name: things, kind: thing, columns: [id, office, colour, parts.name, bought_on] }
";

const RULES: &str = r#"
vocabulary v {
  enum colour "色" en "Colour" { red "赤" en "red", blue "青" en "blue" }
  record part "部品" en "Part" { name : text "名" en "Name" }
  kind thing "もの" en "Thing" {
    key id : text "番号" en "Number"
    office : text "係" en "Office"
    colour : colour "色" en "Colour"
    parts : list of part "部品" en "Parts"
    bought_on : date? "購入日" en "Bought on"
  }
}
role keeper "係長" en "Keeper" {}
standard s { tier s edition 1900-01-01 uses v }
clause 1 "色" en "Colour" { for thing by keeper must colour == red else "{id} is {colour}" }
"#;

const THINGS: &str = r#"
- { id: a, office: "x|y", colour: red, parts: [{ name: p }, { name: q }], bought_on: 2011-10-05 }
- { id: "<script>alert(1)</script>", office: "../../etc", colour: blue, parts: [] }
- { id: "=cmd|' /C calc'!A0", office: "X|Y", colour: blue, parts: [{ name: "*p*" }] }
"#;

struct Trial {
    folder: tempfile::TempDir,
    loaded: Loaded,
    record: RunRecord,
}

impl Trial {
    fn new(files: &[(&str, &str)]) -> Trial {
        let folder = tempfile::tempdir().unwrap();
        let usual = [
            ("kijun.yaml", MANIFEST),
            ("rules/r.kijun", RULES),
            ("things.yaml", THINGS),
            ("own/.keep", ""),
            ("prose/.keep", ""),
        ];
        for (name, text) in usual.iter().chain(files) {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let loaded = load(folder.path());
        let found = audit(&loaded, Options::default());
        let record = found.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).record;
        Trial { folder, loaded, record }
    }

    fn materials(&self) -> Materials {
        materials(Some(&self.loaded), None)
    }

    fn text(&self, format: Format, lang: Lang) -> (String, Vec<Gap>) {
        let materials = self.materials();
        let written = self.report(&materials, lang).text(format).unwrap();
        (written.text, written.gaps)
    }

    fn report<'a>(&'a self, materials: &'a Materials, lang: Lang) -> Report<'a> {
        let (templates, prose): (&Templates, &Prose) = (&materials.templates, &materials.prose);
        Report { record: &self.record, previous: None, templates, prose, lang }
    }
}

#[test]
fn what_evidence_says_never_becomes_markup() {
    let trial = Trial::new(&[]);
    let (html, _) = trial.text(Format::Html, Lang::En);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(html.contains("A &lt;i&gt;trial&lt;/i&gt;"));
    let (markdown, _) = trial.text(Format::Markdown, Lang::En);
    assert!(markdown.contains("\\<script\\>") && !markdown.replace("\\<", "").contains("<script"));
    assert!(markdown.contains("x\\|y") && markdown.contains("\\*p\\*"));
}

#[test]
fn a_page_loads_nothing_and_its_headings_have_no_gaps() {
    let (html, _) = Trial::new(&[]).text(Format::Html, Lang::Ja);
    for from_elsewhere in [" src=", "url(http", "@import", "<link", "<script", "href=\"http"] {
        assert!(!html.contains(from_elsewhere), "{from_elsewhere}");
    }
    assert!(html.contains("<html lang=\"ja\">"));
    let levels: Vec<u32> =
        html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10)).collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn every_finding_has_its_place_and_every_link_leads_somewhere() {
    let trial = Trial::new(&[]);
    let (html, _) = trial.text(Format::Html, Lang::Ja);
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id stands twice");
    for finding in &trial.record.findings {
        assert!(ids.contains(&&*finding.id));
    }
    for link in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&link), "{link}");
    }
}

#[test]
fn tables_of_markdown_have_as_many_cells_in_every_row() {
    let (markdown, _) = Trial::new(&[]).text(Format::Markdown, Lang::Ja);
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let lines: Vec<&str> = markdown.lines().collect();
    for pair in lines.windows(2).filter(|pair| pair[0].starts_with('|') && pair[1].starts_with('|')) {
        assert_eq!(cells(pair[0]), cells(pair[1]), "{pair:?}");
    }
    assert!(!lines.iter().any(|line| line.starts_with(' ') && line.trim_start().starts_with('|')));
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let trial = Trial::new(&[]);
    for format in [Format::Html, Format::Markdown] {
        assert_eq!(trial.text(format, Lang::Ja), trial.text(format, Lang::Ja));
    }
    let materials = trial.materials();
    let workbook = || trial.report(&materials, Lang::Ja).workbook().unwrap();
    assert_eq!(workbook(), workbook());
}

#[test]
fn a_listing_tells_values_in_words() {
    let trial = Trial::new(&[]);
    let listing = &trial.record.listings[0];
    let row = listing.rows.iter().find(|row| row.key == "a").unwrap();
    let cell = |lang: &str| {
        row.cells.iter().map(|cell| cell.as_ref().map(|texts| texts[lang].clone())).collect::<Vec<_>>()
    };
    let said = |texts: [&str; 5]| texts.map(|text| Some(text.to_owned())).to_vec();
    assert_eq!(cell("ja"), said(["a", "x|y", "赤", "p、q", "2011年10月5日"]));
    assert_eq!(cell("en"), said(["a", "x|y", "red", "p, q", "5 October 2011"]));
    let columns: Vec<&str> = listing.columns.iter().map(|column| &*column.title["en"]).collect();
    assert_eq!(columns, ["Number", "Office", "Colour", "Name", "Bought on"]);
}

#[test]
fn prose_is_markdown_with_figures_and_without_html() {
    let text = "# 見出し\n\n<b>太字</b> {{ findings | length }}件 {{ value(\"none\") }}";
    let trial = Trial::new(&[("prose/summary.md", text)]);
    let (html, gaps) = trial.text(Format::Html, Lang::Ja);
    assert!(html.contains("<h3>見出し</h3>") && html.contains("&lt;b&gt;太字&lt;/b&gt; 2件"));
    assert!(gaps.contains(&Gap::Measure("none".to_owned())) && html.contains("none"));
    assert!(gaps.contains(&Gap::Prose("prose/closing.md".to_owned())) && html.contains("prose/closing.md"));
    assert!(!gaps.contains(&Gap::Prose("prose/summary.md".to_owned())));
}

#[test]
fn a_project_replaces_single_templates_and_a_wrong_one_is_told_with_its_line() {
    let own = "{{ h(1, \"Own <words>\") }}\n{{ p(period.start | era) }}\n";
    let (html, _) = Trial::new(&[("own/chapters/plan.j2", own)]).text(Format::Html, Lang::Ja);
    assert!(html.contains("Own &lt;words&gt;") && html.contains("平成23年10月1日"));
    let wrong = |text: &str| {
        let trial = Trial::new(&[("own/chapters/plan.j2", text)]);
        let materials = trial.materials();
        let error = trial.report(&materials, Lang::Ja).text(Format::Html).unwrap_err();
        (error.template, error.line)
    };
    let at = |line| ("own/chapters/plan.j2".to_owned(), line);
    assert_eq!(wrong("\n\n{{ nobody.knows }}\n"), at(3));
    assert_eq!(wrong("{% if %}"), at(1));
    assert_eq!(
        wrong("\n{% for i in range(10000) %}{% for j in range(10000) %}{{ j }}{% endfor %}{% endfor %}"),
        at(2)
    );
    assert_eq!(wrong("\n\n\n{{ prose(1, 2, 3) }}"), at(4));
    assert_eq!(wrong("\n{{ \"%1000000000d\" | format(1) }}"), at(2));
    let nested = "{% set x = gather() %}{% do x.add(g) %}{% set g = x %}".repeat(3000);
    assert_eq!(wrong(&format!("\n{{% set g = gather() %}}{nested}{{{{ ul(g) }}}}")), at(2));
    assert_eq!(wrong("{% set g = gather() %}\n{% do g.add({\"g\": g}) %}\n{{ g }}"), at(2));
}

#[test]
fn a_list_never_stands_inside_itself() {
    let own = "{% set g = gather() %}{% do g.add(1) %}{% do g.add(g) %}{{ ul(g) }}{{ g }}";
    let (markdown, _) = Trial::new(&[("own/chapters/plan.j2", own)]).text(Format::Markdown, Lang::Ja);
    assert!(markdown.contains("- \\[1\\]"), "{markdown}");
}

#[test]
fn each_recipient_gets_what_it_answers_for_in_a_file_of_its_own() {
    let trial = Trial::new(&[]);
    let materials = trial.materials();
    let letters = trial.report(&materials, Lang::En).letters(Split::Unit, Format::Html).unwrap();
    let files: Vec<&str> = letters.iter().map(|letter| &*letter.file).collect();
    assert_eq!(files, ["etc.html", "X-Y.html", "index.html"]);
    assert!(letters[0].text.contains("&lt;script&gt;") && !letters[0].text.contains("=cmd"));
    assert!(letters[1].text.contains("=cmd") && !letters[1].text.contains("&lt;script&gt;"));
    assert!(letters[2].text.contains("href=\"./etc.html\""));
    let by_role = trial.report(&materials, Lang::En).letters(Split::Role, Format::Markdown).unwrap();
    assert_eq!(by_role.iter().map(|letter| &*letter.file).collect::<Vec<_>>(), ["keeper.md", "index.md"]);
}

#[test]
fn a_run_that_could_not_read_everything_says_so_in_every_output() {
    let nobody = THINGS.replace("X|Y", "").replace("../../etc", "");
    let own = "{{ figures.total.rate }}";
    let mut trial = Trial::new(&[("things.yaml", &nobody), ("own/chapters/plan.j2", own)]);
    trial.record.complete = false;
    trial.record.findings.iter_mut().for_each(|finding| finding.unit = None);
    let materials = trial.materials();
    let report = trial.report(&materials, Lang::En);
    assert!(report.text(Format::Markdown).unwrap().text.contains("; not all evidence could be read)"));
    let letters = report.letters(Split::Unit, Format::Markdown).unwrap();
    let letter = &letters[0].text;
    assert!(letter.contains("Part of the evidence could not be read"), "{letter}");
    assert!(letter.contains("No unit is named") && letter.contains("- Keeper"), "{letter}");
    let bytes = report.workbook().unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let summary = book.worksheet_range("Summary").unwrap();
    assert!(summary.get((1, 0)).unwrap().to_string().starts_with("Not all evidence could be read"));
    assert_eq!(summary.get((2, 2)), Some(&Data::Float(0.333)));
}

#[test]
fn a_workbook_holds_texts_and_no_formulas() {
    let trial = Trial::new(&[]);
    let materials = trial.materials();
    let bytes = trial.report(&materials, Lang::En).workbook().unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Summary", "Findings", "Statements", "Thing"]);
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
    }
    let findings = book.worksheet_range("Findings").unwrap();
    assert_eq!(findings.rows().count(), 1 + trial.record.findings.len());
    let cells: Vec<&Data> = findings.rows().flatten().collect();
    assert!(cells.contains(&&Data::String("=cmd|' /C calc'!A0".to_owned())));
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let trial = Trial::new(&[]);
    let materials = materials(None, Some(&trial.folder.path().join("nowhere")));
    assert!(materials.diagnostics.has_errors());
    assert!(!materials_of_nothing().diagnostics.has_errors());
}

fn materials_of_nothing() -> Materials {
    materials(None, None::<&Path>)
}
