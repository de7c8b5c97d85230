//! Workbooks (XLSX) as tables: opened only after their archive was weighed, and then read cell by cell.

mod archive;
mod merged;
mod part;
mod references;
mod sheet;
mod texts;
mod value;

use std::io::Cursor;

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use kijun_diag::Place;

use crate::build::{Output, Stop};
use crate::manifest::Limits;
use crate::report::Report;
use crate::table::{self, Check, Wanted};
use crate::wrong;

use merged::Merged;
use sheet::Sheet;

pub(crate) use texts::texts;

/// A workbook to read one sheet of.
pub(crate) struct Workbook<'a> {
    /// Where it begins.
    pub(crate) start: Place,
    /// The name of the sheet; without it, the first that can be seen.
    pub(crate) sheet: Option<&'a str>,
    pub(crate) limits: &'a Limits,
}

/// Why a file is no workbook, as the catalogue distinguishes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoWorkbook {
    /// It is one of the binary format of before 2007.
    Old,
    /// It is protected by a password.
    Encrypted,
    /// It is an archive of other things.
    Archive,
    /// It is no archive at all.
    Other,
}

impl Workbook<'_> {
    /// Reads all records of the sheet. `Err`: some could not be read, and why has been reported.
    pub(crate) fn read(
        &self,
        bytes: Vec<u8>,
        wanted: &Wanted<'_>,
        check: &mut Check<'_>,
        out: &mut Output<'_>,
    ) -> Result<(), Stop> {
        archive::weigh(&bytes, self.limits.file_bytes).map_err(|why| self.refuse(why, out.report))?;
        let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| self.unopened(&error, out.report))?;
        let name = self.named(&xlsx, out.report)?;
        let regions = xlsx.merge_cells_by_sheet_name(&name);
        let regions = regions.map_err(|error| self.broken(&error, out.report))?;
        let Some(merged) = Merged::new(&regions, self.limits.values) else {
            out.report.push(wrong::limit(self.start, "values", self.limits.values));
            return Err(Stop);
        };
        let cells = xlsx.worksheet_cells_reader(&name);
        let cells = cells.map_err(|error| self.broken(&error, out.report))?;
        let mut sheet = Sheet::new(self.start.file, cells, merged, self.limits.line_bytes);
        table::read(&mut sheet, wanted, self.start, check, out)
    }

    /// The name of the sheet.
    fn named(&self, xlsx: &Xlsx<Cursor<Vec<u8>>>, report: &mut Report) -> Result<String, Stop> {
        let sheets = xlsx.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let sheets: Vec<&calamine::Sheet> = sheets.collect();
        let found = match self.sheet {
            Some(name) => sheets.iter().find(|sheet| sheet.name == name),
            None => {
                let visible = |sheet: &&&calamine::Sheet| sheet.visible == SheetVisible::Visible;
                sheets.iter().find(visible).or_else(|| sheets.first())
            }
        };
        if let Some(sheet) = found {
            return Ok(sheet.name.clone());
        }
        report.push(match self.sheet {
            Some(name) => {
                let known: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                wrong::unknown_sheet(self.start, name, &known)
            }
            None => wrong::not_a_workbook(self.start, NoWorkbook::Archive),
        });
        Err(Stop)
    }

    fn refuse(&self, why: archive::Refusal, report: &mut Report) -> Stop {
        report.push(match why {
            archive::Refusal::NoWorkbook(why) => wrong::not_a_workbook(self.start, why),
            archive::Refusal::TooMuch => wrong::limit(self.start, "file_bytes", self.limits.file_bytes),
            archive::Refusal::Damaged(detail) => wrong::syntax(self.start, "XLSX", detail),
        });
        Stop
    }

    fn unopened(&self, error: &XlsxError, report: &mut Report) -> Stop {
        match error {
            XlsxError::Password => self.refuse(NoWorkbook::Encrypted.into(), report),
            XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
                self.refuse(NoWorkbook::Archive.into(), report)
            }
            error => self.broken(error, report),
        }
    }

    fn broken(&self, error: &XlsxError, report: &mut Report) -> Stop {
        self.refuse(archive::Refusal::Damaged(error.to_string()), report)
    }
}
