//! Workbooks as offices keep them, written here and read as evidence.

use std::fs;

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::project::{self, Outcome};

const RULES: &str = "vocabulary office {
  record contact { name: text?  phone: text? }
  kind server {
    key id      : text from \"番号\"
    unit        : text? from \"管理組織\"
    accepted_on : date? from \"検収日\"
    started_at  : datetime? from \"稼働開始\"
    users       : int? from \"利用者数\"
    load        : number? from \"負荷\"
    patched     : percent? from \"適用率\"
    on_duty     : bool? from \"稼働中\"
    chief       : text? from \"責任者.氏名\"
    deputy      : text? from \"担当者.氏名\"
    note        : text? from \"備考\"
  }
}
";

/// Reads a workbook as the only evidence, with some more keys for its source.
pub(crate) fn read(bytes: &[u8], more: &str) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let manifest = format!(
        "kijun: 1\nproject: office\nperiod: {{ start: 2011-04-01, end: 2012-03-31 }}\nrules: [rules]\n\
         evidence:\n  - {{ kind: server, files: a.xlsx{more} }}\nlimits: {{ file_bytes: 20000000, values: 20000 }}\n"
    );
    fs::write(folder.path().join("kijun.yaml"), manifest).unwrap();
    fs::create_dir(folder.path().join("rules")).unwrap();
    fs::write(folder.path().join("rules/office.kijun"), RULES).unwrap();
    fs::write(folder.path().join("a.xlsx"), bytes).unwrap();
    project::run(folder.path())
}

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

/// Cells as texts, row by row.
fn texts(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
}

fn subjects(outcome: &Outcome) -> String {
    assert_eq!(outcome.diagnostics_text(), "");
    outcome.subjects_text()
}

#[test]
fn a_register_with_a_title_is_read_with_places_of_cells() {
    let bytes = workbook(|sheet| {
        texts(
            sheet,
            &[
                &["サーバ台帳"],
                &["平成23年10月1日現在"],
                &[],
                &["番号", "管理\n組織", "検収日", "利用者数"],
                &["web1", "人事課", "平成２３年４月１日", "１，２００"],
                &["　", "", ""],
                &["web2", "", "H23.4.1", "5"],
            ],
        );
        sheet.set_row_hidden(6).unwrap();
    });
    let expected = "\
server web1 at 5:1 { id: \"web1\"@5:1  unit: \"人事課\"@5:2  accepted_on: 2011-04-01@5:3  users: 1200@5:4 }
server web2 at 7:1 { id: \"web2\"@7:1  unit: null  accepted_on: 2011-04-01@7:3  users: 5@7:4 }
";
    assert_eq!(subjects(&read(&bytes, "")), expected);
    assert_eq!(subjects(&read(&bytes, ", header: 4")), expected);
}

#[test]
fn cells_are_what_the_sheet_shows() {
    let bytes = workbook(|sheet| {
        texts(sheet, &[&["番号", "検収日", "稼働開始", "利用者数", "負荷", "適用率", "稼働中", "備考"]]);
        let day = ExcelDateTime::from_ymd(2011, 4, 1).unwrap();
        let moment = ExcelDateTime::from_ymd(2011, 4, 1).unwrap().and_hms(9, 30, 0).unwrap();
        let era = Format::new().set_num_format("[$-411]ggge\"年\"m\"月\"d\"日\"");
        let minutes = Format::new().set_num_format("yyyy/m/d h:mm");
        let rate = Format::new().set_num_format("0.0%");
        sheet.write_number(1, 0, 7).unwrap();
        sheet.write_datetime_with_format(1, 1, &day, &era).unwrap();
        sheet.write_datetime_with_format(1, 2, &moment, &minutes).unwrap();
        sheet.write_number(1, 3, 1).unwrap();
        sheet.write_number(1, 4, 0.1 + 0.2).unwrap();
        sheet.write_number_with_format(1, 5, 0.989, &rate).unwrap();
        sheet.write_boolean(1, 6, true).unwrap();
        sheet.write_formula(1, 7, Formula::new("=A2&\"号\"").set_result("7号")).unwrap();
        texts(sheet, &[&[], &[], &["8"]]);
        sheet.write_datetime_with_format(2, 2, &day, &minutes).unwrap();
    });
    let expected = "\
server 7 at 2:1 { id: \"7\"@2:1  accepted_on: 2011-04-01@2:2  started_at: 2011-04-01T09:30:00@2:3  users: 1@2:4  load: 0.3@2:5  patched: 98.9%@2:6  on_duty: true@2:7  note: \"7号\"@2:8 }
server 8 at 3:1 { id: \"8\"@3:1  accepted_on: null  started_at: 2011-04-01T00:00:00@3:3  users: null  load: null  patched: null  on_duty: null  note: null }
";
    assert_eq!(subjects(&read(&bytes, "")), expected);
}

#[test]
fn merged_cells_read_as_their_first_one() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        texts(
            sheet,
            &[
                &["番号", "管理組織", "利用者数"],
                &["web1", "", "5"],
                &["web2", "", "6"],
                &["web3", "会計課", "7"],
            ],
        );
        sheet.merge_range(1, 1, 2, 1, "人事課", &plain).unwrap();
    });
    let expected = "\
server web1 at 2:1 { id: \"web1\"@2:1  unit: \"人事課\"@2:2  users: 5@2:3 }
server web2 at 3:1 { id: \"web2\"@3:1  unit: \"人事課\"@3:2  users: 6@3:3 }
server web3 at 4:1 { id: \"web3\"@4:1  unit: \"会計課\"@4:2  users: 7@4:3 }
";
    assert_eq!(subjects(&read(&bytes, "")), expected);
}

#[test]
fn a_header_of_two_rows_names_columns_by_their_groups() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        texts(
            sheet,
            &[
                &["サーバ台帳"],
                &[],
                &["", "", "氏名", "電話", "氏名", "電話"],
                &["web1", "人事課", "甲", "1", "乙", "2"],
            ],
        );
        sheet.merge_range(1, 0, 2, 0, "番号", &plain).unwrap();
        sheet.merge_range(1, 1, 2, 1, "管理組織", &plain).unwrap();
        sheet.merge_range(1, 2, 1, 3, "責任者", &plain).unwrap();
        sheet.merge_range(1, 4, 1, 5, "担当者", &plain).unwrap();
    });
    let expected = "server web1 at 4:1 { id: \"web1\"@4:1  unit: \"人事課\"@4:2  chief: \"甲\"@4:3  deputy: \"乙\"@4:5 }\n";
    for header in ["", ", header: 2"] {
        assert_eq!(subjects(&read(&bytes, header)), expected);
    }
    let phones = read(&bytes, ", from: { note: 担当者.電話 }");
    assert!(subjects(&phones).contains("note: \"2\"@4:6"));
    let repeated = read(&bytes, ", from: { note: 電話 }");
    assert!(repeated.diagnostics_text().contains("evidence/duplicate-column: two columns are called `電話`"));
}

#[test]
fn a_header_over_two_columns_is_one_column_unless_both_say_something() {
    let bytes = workbook(|sheet| {
        texts(
            sheet,
            &[
                &["番号", "", "", "利用者数"],
                &["a", "x", "", "1"],
                &["b", "", "y", "2"],
                &["c", "x", "y", "3"],
            ],
        );
        sheet.merge_range(0, 1, 0, 2, "備考", &Format::new()).unwrap();
    });
    let outcome = read(&bytes, "");
    let expected = "\
server a at 2:1 { id: \"a\"@2:1  users: 1@2:4  note: \"x\"@2:2 }
server b at 3:1 { id: \"b\"@3:1  users: 2@3:4  note: \"y\"@3:3 }
server c at 4:1 { id: \"c\"@4:1  users: 3@4:4  note: malformed }
";
    assert_eq!(outcome.subjects_text(), expected);
    assert!(outcome.diagnostics_text().starts_with("a.xlsx:4:3 evidence/duplicate-column"));
}

#[test]
fn two_rows_stay_two_subjects_and_a_failed_formula_is_no_value() {
    let bytes = workbook(|sheet| {
        texts(sheet, &[&["番号", "利用者数", "その他"], &["web1"], &[], &["web1"]]);
        sheet.write_formula(1, 1, Formula::new("=NA()").set_result("#N/A")).unwrap();
        sheet.write_formula(1, 2, Formula::new("=NA()").set_result("#N/A")).unwrap();
    });
    let outcome = read(&bytes, "");
    let ids: Vec<&str> = outcome.diagnostics.iter().map(|d| d.id.name()).collect();
    assert_eq!(ids, ["evidence/error-cell", "evidence/key-collision"]);
    assert!(
        outcome
            .diagnostics_text()
            .starts_with("a.xlsx:2:2 evidence/error-cell: the formula of `users` has come to #N/A")
    );
}

#[test]
fn sheets_are_known_by_name() {
    let mut workbook = Workbook::new();
    for (name, id) in [("一覧", "hidden"), ("サーバ", "web1"), ("端末", "pc1")] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        texts(sheet, &[&["番号"], &[id]]);
        sheet.set_hidden(name == "一覧");
        if name == "サーバ" {
            sheet.set_active(true);
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let keys = |more: &str| read(&bytes, more).subjects.iter().map(|s| s.key.to_string()).collect::<Vec<_>>();
    assert_eq!(keys(""), ["web1"]);
    assert_eq!(keys(", sheet: 端末"), ["pc1"]);
    assert_eq!(keys(", sheet: 一覧"), ["hidden"]);
    let text = read(&bytes, ", sheet: サーバー").diagnostics_text();
    assert!(text.contains("evidence/unknown-sheet: the workbook has no sheet `サーバー`"), "{text}");
    assert!(text.contains("did you mean `サーバ`?") && text.contains("一覧, サーバ, 端末"), "{text}");
}

#[test]
fn keys_that_a_workbook_has_no_use_for_are_refused() {
    let text = read(b"", ", encoding: shift_jis, records: a").diagnostics_text();
    assert!(
        text.contains("`encoding` has no meaning for XLSX")
            && text.contains("`records` has no meaning for XLSX")
    );
}

/// A word that may stand in a cell: blanks around it, full-width digits, quotes, a comma.
fn word() -> impl Strategy<Value = String> {
    "[a-zあ-う０-９ ,\"\n]{0,6}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_same_table_gives_the_same_subjects_in_csv_and_xlsx(
        rows in proptest::collection::vec((0_u32..40, word(), "[0-9]{1,3}", word()), 0..12),
        above in 0_usize..3,
    ) {
        let header = ["番号", "管理組織", "利用者数", "備考"].map(str::to_owned);
        let mut table: Vec<[String; 4]> = vec![["台帳", "", "", ""].map(str::to_owned); above];
        table.push(header);
        table.extend(rows.into_iter().map(|(id, unit, users, note)| [format!("s{id}"), unit, users, note]));
        let bytes = workbook(|sheet| {
            let rows: Vec<Vec<&str>> = table.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
            texts(sheet, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
        });
        let mut csv = csv::Writer::from_writer(Vec::new());
        table.iter().for_each(|row| csv.write_record(row).unwrap());
        let folder = tempfile::tempdir().unwrap();
        let (xlsx, csv) = (read(&bytes, ""), run_csv(folder.path(), &csv.into_inner().unwrap()));
        let seen = |outcome: &Outcome| {
            outcome.subjects.iter().map(|s| (s.key.to_string(), cells(s))).collect::<Vec<_>>()
        };
        prop_assert_eq!(seen(&xlsx), seen(&csv));
    }
}

fn cells(subject: &kijun_model::Subject) -> Vec<String> {
    subject.cells.iter().map(|cell| format!("{:?}", cell.content)).collect()
}

fn run_csv(folder: &std::path::Path, bytes: &[u8]) -> Outcome {
    let manifest = "kijun: 1\nproject: office\nperiod: { start: 2011-04-01, end: 2012-03-31 }\nrules: [rules]\n\
                    evidence:\n  - { kind: server, files: a.csv }\n";
    fs::write(folder.join("kijun.yaml"), manifest).unwrap();
    fs::create_dir(folder.join("rules")).unwrap();
    fs::write(folder.join("rules/office.kijun"), RULES).unwrap();
    fs::write(folder.join("a.csv"), bytes).unwrap();
    project::run(folder)
}
