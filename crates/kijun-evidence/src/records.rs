//! A file of any format to records.

use std::io;

use kijun_diag::{FileId, Place};

use crate::build::{Bounds, Output, Select, Stop};
use crate::csv::{Csv, unreadable};
use crate::encoding::{self, Remedy};
use crate::header::Expected;
use crate::input::{Got, Input};
use crate::manifest::{Encoding, Format, Limits};
use crate::table::{self, Check, Wanted};
use crate::workbook::Workbook;
use crate::{json, markdown, wrong, yaml};

/// A file to read records from.
pub(crate) struct File<'a> {
    pub(crate) id: FileId,
    pub(crate) path: &'a str,
    pub(crate) format: Format,
    pub(crate) encoding: Encoding,
    /// Of a workbook: the name of its sheet, where the manifest says so.
    pub(crate) sheet: Option<&'a str>,
    /// Of a table: the row of its header, where the manifest says so.
    pub(crate) header: Option<u32>,
    /// Of a table: the names that something takes.
    pub(crate) expected: &'a Expected,
    pub(crate) select: Select<'a>,
    pub(crate) limits: &'a Limits,
}

impl File<'_> {
    /// Reads all records. `Err`: some could not be read, and why has been reported.
    pub(crate) fn read(
        &self,
        input: &mut Input,
        check: &mut Check<'_>,
        out: &mut Output<'_>,
    ) -> Result<(), Stop> {
        if input.is_utf8_after_all() {
            out.report.push(wrong::encoding(self.place(1), "UTF-8", self.encoding.name(), Remedy::Leave));
            return Err(Stop);
        }
        match self.format {
            Format::Yaml | Format::Json | Format::Markdown => self.whole(input, out),
            Format::Jsonl => self.lines(input, out),
            Format::Csv => self.rows(input, check, out),
            Format::Xlsx => self.sheet(input, check, out),
        }
    }

    fn whole(&self, input: &mut Input, out: &mut Output<'_>) -> Result<(), Stop> {
        let bytes = self.bytes(input, out)?;
        let text = self.text(&bytes, 1, out)?;
        let bounds = self.bounds();
        match self.format {
            Format::Yaml => yaml::read(self.id, text, self.select, bounds, out),
            Format::Markdown => {
                let sections = self.expected.takes(markdown::SECTIONS);
                markdown::read(self.id, text, sections, bounds, out)
            }
            _ => json::read(self.id, 1, text, self.select, bounds, out),
        }
    }

    fn lines(&self, input: &mut Input, out: &mut Output<'_>) -> Result<(), Stop> {
        let (mut bytes, mut number, mut read, mut result) = (Vec::new(), 0_u32, 0_u64, Ok(()));
        loop {
            number = number.saturating_add(1);
            match input.line(self.limits.line_bytes, &mut bytes) {
                Ok(Got::End) if read == 0 && result.is_ok() => {
                    out.report.push(wrong::no_records(self.place(1), "", "lines"));
                    return Err(Stop);
                }
                Ok(Got::End) => return result,
                Ok(Got::All) if bytes.is_empty() => continue,
                Ok(Got::All) => {}
                Ok(Got::TooMuch) => {
                    result = Err(self.limit("line_bytes", self.limits.line_bytes, number, out));
                    continue;
                }
                Err(error) => return Err(self.unreadable(&error, out)),
            }
            read += 1;
            let text = self.text(&bytes, number, out)?;
            let bounds = self.bounds();
            if json::read(self.id, number, text, self.select, bounds, out).is_err() {
                result = Err(Stop);
            }
        }
    }

    fn rows(&self, input: &mut Input, check: &mut Check<'_>, out: &mut Output<'_>) -> Result<(), Stop> {
        let mut csv = Csv::new(self.id, self.path, input.stream(), self.limits.line_bytes);
        table::read(&mut csv, &self.wanted(), self.place(1), check, out)
    }

    fn sheet(&self, input: &mut Input, check: &mut Check<'_>, out: &mut Output<'_>) -> Result<(), Stop> {
        let bytes = self.bytes(input, out)?;
        let workbook = Workbook { start: self.place(1), sheet: self.sheet, limits: self.limits };
        workbook.read(bytes, &self.wanted(), check, out)
    }

    /// All of a file that must be held whole.
    fn bytes(&self, input: &mut Input, out: &mut Output<'_>) -> Result<Vec<u8>, Stop> {
        let mut bytes = Vec::new();
        match input.whole(self.limits.file_bytes, &mut bytes) {
            Ok(Got::TooMuch) => Err(self.limit("file_bytes", self.limits.file_bytes, 1, out)),
            Ok(_) => Ok(bytes),
            Err(error) => Err(self.unreadable(&error, out)),
        }
    }

    fn wanted(&self) -> Wanted<'_> {
        Wanted { row: self.header, expected: self.expected, most: self.limits.line_bytes }
    }

    fn text<'b>(&self, bytes: &'b [u8], line: u32, out: &mut Output<'_>) -> Result<&'b str, Stop> {
        encoding::text(bytes).map_err(|fault| {
            out.report.push(fault.of_evidence(self.id, line));
            Stop
        })
    }

    fn bounds(&self) -> Bounds {
        Bounds { depth: self.limits.depth, values: self.limits.values }
    }

    fn limit(&self, name: &'static str, most: u64, line: u32, out: &mut Output<'_>) -> Stop {
        out.report.push(wrong::limit(self.place(line), name, most));
        Stop
    }

    fn unreadable(&self, error: &io::Error, out: &mut Output<'_>) -> Stop {
        out.report.push(unreadable(self.id, self.path, error));
        Stop
    }

    fn place(&self, line: u32) -> Place {
        Place { file: self.id, line, column: 1, width: 0 }
    }
}
