//! Workbooks that want to do harm, or are none: refused by name, in bounded time and memory.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::project::Outcome;
use crate::workbooks::read;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const PARTS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with this in its only sheet.
fn workbook(sheet: &str) -> Vec<u8> {
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{sheet}</worksheet>"
    );
    archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", PARTS),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn cell(name: &str, text: &str) -> String {
    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// The rows of a small register.
fn register() -> String {
    let (header, row) = (cell("A1", "番号") + &cell("B1", "利用者数"), cell("A2", "web1"));
    format!(
        "<sheetData><row r=\"1\">{header}</row><row r=\"2\">{row}<c r=\"B2\"><v>5</v></c></row></sheetData>"
    )
}

fn ids(outcome: &Outcome) -> Vec<&'static str> {
    outcome.diagnostics.iter().map(|d| d.id.name()).collect()
}

#[test]
fn a_small_workbook_by_hand_is_read() {
    let outcome = read(&workbook(&register()), "");
    assert_eq!(outcome.diagnostics_text(), "");
    assert_eq!(outcome.subjects.len(), 1);
}

#[test]
fn what_unpacks_to_too_much_is_a_limit_whatever_it_says_of_itself() {
    let size = 30_000_000_u32;
    let bomb = workbook(&" ".repeat(size as usize));
    assert!(bomb.len() < 100_000);
    assert_eq!(ids(&read(&bomb, "")), ["evidence/limit"]);
    let mut modest = bomb.clone();
    for i in 0..bomb.len() - 4 {
        let n = u32::from_le_bytes(bomb[i..i + 4].try_into().unwrap());
        if (size..size + 200).contains(&n) {
            modest[i..i + 4].copy_from_slice(&1000_u32.to_le_bytes());
        }
    }
    assert_ne!(modest, bomb);
    let told = ids(&read(&modest, ""));
    assert!(told == ["evidence/limit"] || told == ["evidence/syntax"], "{told:?}");
}

#[test]
fn a_million_empty_rows_are_nothing() {
    let mut sheet = register().replace("</sheetData>", "");
    sheet.push_str(&"<row/>".repeat(1_000_000));
    write!(sheet, "<row r=\"1048576\">{}</row></sheetData>", cell("A1048576", "web2")).unwrap();
    let outcome = read(&workbook(&sheet), "");
    assert_eq!(outcome.diagnostics_text(), "");
    assert!(outcome.subjects_text().contains("server web2 at 1048576:1"));
}

#[test]
fn what_is_no_workbook_is_told_by_what_it_is() {
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, told) in [
        (compound.clone(), "binary format"),
        ([compound, vec![0; 100], name].concat(), "password"),
        (archive(&[("a.txt", "a")]), "archive of something else"),
        (
            archive(&[("[Content_Types].xml", TYPES), ("word/document.xml", "<a/>")]),
            "archive of something else",
        ),
        ("番号,利用者数\n".as_bytes().to_vec(), "no archive"),
        (Vec::new(), "no archive"),
    ] {
        let text = read(&bytes, "").diagnostics_text();
        assert!(
            text.starts_with("a.xlsx:1:1 evidence/not-a-workbook: ") && text.contains(told),
            "{told}: {text}"
        );
    }
}

#[test]
fn a_workbook_that_is_cut_off_is_refused_wherever_it_is_cut() {
    let whole = workbook(&register());
    for length in (4..whole.len()).step_by(37) {
        let outcome = read(&whole[..length], "");
        assert_eq!(ids(&outcome), ["evidence/syntax"], "{length}");
    }
}

#[test]
fn cells_beyond_the_sheet_and_rows_out_of_order_are_refused() {
    for sheet in [
        format!("<sheetData><row r=\"1\">{}</row></sheetData>", cell("ZZZZZZZZ1", "番号")),
        format!("<sheetData><row r=\"99999999999\">{}</row></sheetData>", cell("A1", "番号")),
        format!(
            "<sheetData><row r=\"2\">{}</row><row r=\"1\">{}</row></sheetData>",
            cell("A2", "番号"),
            cell("A1", "x")
        ),
        register() + "<mergeCells><mergeCell ref=\"A1:ZZZZZZ9\"/></mergeCells>",
        "<sheetData><row r=\"1\">".to_owned(),
    ] {
        assert_eq!(ids(&read(&workbook(&sheet), "")), ["evidence/syntax"], "{sheet}");
    }
}

#[test]
fn merged_cells_are_bounded() {
    let merge = |count: usize, region: &str| {
        let regions = format!("<mergeCell ref=\"{region}\"/>").repeat(count);
        read(&workbook(&format!("{}<mergeCells>{regions}</mergeCells>", register())), "")
    };
    assert_eq!(ids(&merge(1, "D3:XFD1048576")), Vec::<&str>::new());
    assert_eq!(ids(&merge(9, "D3:XFD1048576")), ["evidence/limit"]);
    assert_eq!(ids(&merge(9, "D3:E4")), Vec::<&str>::new());
    assert_eq!(ids(&merge(1, "D3:C2")), ["evidence/syntax"]);
}

#[test]
fn two_cells_far_apart_are_not_held_as_all_the_cells_between_them() {
    let far = |name: &str| {
        format!(
            "{}<row r=\"1048576\">{}</row></sheetData>",
            register().replace("</sheetData>", ""),
            cell(name, "x")
        )
    };
    assert!(kijun_evidence::cells(&workbook(&far("XFD1048576"))).is_err());
    assert!(kijun_evidence::cells(&workbook(&register())).is_ok_and(|rows| rows.len() == 2));
    assert_eq!(ids(&read(&workbook(&far("XFD1048576")), "")), ["evidence/missing-key"]);
}

/// Pieces of which sheets are made, and some that do not belong there.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<sheetData>".to_owned()),
        Just("</sheetData>".to_owned()),
        Just("</row>".to_owned()),
        Just("<c><v>1</v></c>".to_owned()),
        Just("<c t=\"s\"><v>7</v></c>".to_owned()),
        Just("<c t=\"b\"><v>2</v></c>".to_owned()),
        Just("<c t=\"e\"><v>#SPILL!</v></c>".to_owned()),
        Just("<c t=\"d\"><v>2011-04-01T00:00:00</v></c>".to_owned()),
        Just("<c s=\"99\"><f>A1</f><v>1e999</v></c>".to_owned()),
        Just("<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B2\"/></mergeCells>".to_owned()),
        "[A-C]{0,2}[0-9]{0,2}:?[A-C]{0,2}[0-9]{0,2}".prop_map(|n| format!("<dimension ref=\"{n}\"/>")),
        "[A-C]{0,2}[0-9]{0,2}:?[A-C]{0,2}[0-9]{0,2}"
            .prop_map(|n| format!("<mergeCells><mergeCell ref=\"{n}\"/></mergeCells>")),
        Just("<![CDATA[x]]>&amp;&#0;".to_owned()),
        "[0-9]{0,8}".prop_map(|n| format!("<row r=\"{n}\">")),
        "[A-Z]{0,4}[0-9]{0,4}".prop_map(|n| cell(&n, "番号")),
        "[<>/=\"a-zA-Z0-9&; ]{0,10}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_sheet_makes_the_reader_panic(sheet in pieces(), header in 0_u32..4) {
        let outcome = read(&workbook(&sheet), &format!(", header: {header}"));
        prop_assert!(outcome.diagnostics.len() < 300);
        read(&workbook(&sheet), "");
    }

    #[test]
    fn no_part_makes_the_reader_panic(part in 0_usize..5, at in 0_usize..2000, by in "[<>/=\"a-z0-9& ]{0,6}", cut in 0_usize..9) {
        let sheet = format!("<worksheet>{}</worksheet>", register());
        let mut parts = [
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", ROOT.to_owned()),
            ("xl/workbook.xml", BOOK.to_owned()),
            ("xl/_rels/workbook.xml.rels", PARTS.to_owned()),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        let text = &mut parts[part].1;
        let at = text.char_indices().map(|(i, _)| i).nth(at % text.chars().count()).unwrap_or(0);
        let end = text[at..].char_indices().map(|(i, _)| at + i).nth(cut).unwrap_or(text.len());
        text.replace_range(at..end, &by);
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        prop_assert!(read(&archive(&parts), "").diagnostics.len() < 300);
    }

    #[test]
    fn no_damage_makes_the_reader_panic(at in 0_usize..4000, byte in any::<u8>()) {
        let mut bytes = workbook(&register());
        let at = at % bytes.len();
        bytes[at] = byte;
        prop_assert!(read(&bytes, "").diagnostics.len() < 300);
    }
}

/// A row with this number and these cells.
fn row(number: u32, cells: &[(&str, &str)]) -> String {
    let cells: String = cells.iter().map(|(name, text)| cell(name, text)).collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

#[test]
fn no_row_or_cell_takes_the_place_of_another() {
    let header = row(1, &[("A1", "番号"), ("B1", "備考")]);
    let good = row(2, &[("A2", "web1")]);
    let broken = [
        row(2, &[("A2", "web2")]),
        row(3, &[("A2", "web2")]),
        row(3, &[("A3", "web2"), ("B3", "x"), ("B3", "y")]),
        format!("</sheetData><sheetData>{}", row(3, &[("A3", "web2")])),
        "</sheetData><sheetData/><sheetData>".to_owned(),
    ];
    for rows in broken {
        let outcome = read(&workbook(&format!("<sheetData>{header}{good}{rows}</sheetData>")), "");
        assert_eq!(ids(&outcome), ["evidence/syntax"], "{rows}");
    }
    let fine = row(3, &[("B3", "x"), ("A3", "web2")]);
    let outcome = read(&workbook(&format!("<sheetData>{header}{good}{fine}</sheetData>")), "");
    assert_eq!((ids(&outcome).len(), outcome.subjects.len()), (0, 2));
}

#[test]
fn a_part_that_is_there_twice_is_refused() {
    let good = workbook(&register());
    // The writer of archives refuses a name that it has: the second is written under another of the same length.
    let (name, other) = (b"xl/worksheets/sheet1.xml", b"xl/worksheets/sheet2.xml");
    let mut zip = ZipWriter::new_append(Cursor::new(good)).unwrap();
    zip.start_file(std::str::from_utf8(other).unwrap(), SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<worksheet/>").unwrap();
    let mut bytes = zip.finish().unwrap().into_inner();
    for at in 0..bytes.len() - other.len() {
        if bytes[at..].starts_with(other) {
            bytes[at..at + name.len()].copy_from_slice(name);
        }
    }
    assert_eq!(ids(&read(&bytes, "")), ["evidence/syntax"]);
}
