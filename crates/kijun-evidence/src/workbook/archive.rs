//! The archive that a workbook is: what it is at all, and how much it unpacks to, before anything of it is held.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::NoWorkbook;
use super::part::Part;

/// Why an archive is not opened.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It is something else.
    NoWorkbook(NoWorkbook),
    /// It unpacks to more than the limit.
    TooMuch,
    /// It cannot be unpacked, or its parts make no sense.
    Damaged(String),
}

impl From<NoWorkbook> for Refusal {
    fn from(why: NoWorkbook) -> Refusal {
        Refusal::NoWorkbook(why)
    }
}

/// How a compound file of the time before XLSX begins. Workbooks with a password are wrapped in one too.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The name of the stream in which such a file keeps a workbook with a password, in UTF-16.
const ENCRYPTED: &str = "EncryptedPackage";

/// Unpacks every part once and keeps nothing: what an archive says of its own sizes need not be true.
pub(super) fn weigh(bytes: &[u8], most: u64) -> Result<(), Refusal> {
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Err(if encrypted { NoWorkbook::Encrypted } else { NoWorkbook::Old }.into());
    }
    if !bytes.starts_with(b"PK") {
        return Err(NoWorkbook::Other.into());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    // Of two parts with one name only the last would be read.
    if archive.has_duplicate_names() {
        return Err(Refusal::Damaged("two parts with one name".to_owned()));
    }
    let mut rest = most;
    for i in 0..archive.len() {
        let part = archive.by_index(i).map_err(damaged)?;
        let mut whole = Part::default();
        let n = io::copy(&mut part.take(rest.saturating_add(1)), &mut whole);
        let n = n.map_err(|error| Refusal::Damaged(error.to_string()))?;
        rest = rest.checked_sub(n).ok_or(Refusal::TooMuch)?;
    }
    let contents = |name: &str| name.eq_ignore_ascii_case("[Content_Types].xml");
    match archive.file_names().any(|name| name.is_ok_and(|name| contents(&name))) {
        true => Ok(()),
        false => Err(NoWorkbook::Archive.into()),
    }
}

fn damaged(error: ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => NoWorkbook::Encrypted.into(),
        error => Refusal::Damaged(error.to_string()),
    }
}
