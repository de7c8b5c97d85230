//! A case's blocks as files of a project.
//!
//! Besides `file=`, a block may say `encoding=Shift_JIS` (its text is written so) or `escapes=yes` (`\x00` is one
//! byte); a `link` block is a symbolic link to the path that it holds. A block with `workbook=` is written as the sheet `sheet=` of
//! a workbook.

use std::fs;
use std::path::Path;

use kijun_testkit::literate::{Block, Case};

/// Writes every block with a file's name.
pub(crate) fn write(case: &Case, folder: &Path) {
    for block in &case.blocks {
        if let Some(name) = block.attribute("workbook") {
            fs::write(folder.join(name), workbook(block)).unwrap();
        }
        if let Some(name) = block.attribute("file") {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            if block.word() == "link" {
                std::os::unix::fs::symlink(block.text.trim_end(), path).unwrap();
            } else {
                fs::write(path, bytes(block)).unwrap();
            }
        }
    }
}

fn bytes(block: &Block) -> Vec<u8> {
    if let Some(name) = block.attribute("encoding") {
        let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
        return encoding.encode(&block.text).0.into_owned();
    }
    if block.attribute("escapes").is_some() {
        return unescape(&block.text);
    }
    block.text.clone().into_bytes()
}

/// `\x00` to a byte; nothing else is special.
fn unescape(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or("").as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).unwrap());
        bytes.extend(rest.as_bytes());
    }
    bytes
}

/// A workbook whose cells are texts.
fn workbook(block: &Block) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet().set_name(block.attribute("sheet").unwrap_or("Sheet1")).unwrap();
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).from_reader(block.text.as_bytes());
    for (row, record) in (0..).zip(reader.records()) {
        for (column, text) in (0..).zip(&record.unwrap()) {
            if !text.is_empty() {
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}
