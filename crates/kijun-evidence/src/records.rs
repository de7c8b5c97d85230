//! A file of any format to records.

use std::io;
use std::sync::Arc;

use kijun_diag::{FileId, Place};

use crate::build::{Bounds, Output, Record, Select, Stop};
use crate::encoding;
use crate::input::{Got, Input};
use crate::manifest::{Format, Limits};
use crate::raw::{Entry, Node, Raw};
use crate::report::Report;
use crate::rows::{Fault, Row, Rows, unarmed};
use crate::{json, wrong, yaml};

/// A file to read records from.
pub(crate) struct File<'a> {
    pub(crate) id: FileId,
    pub(crate) path: &'a str,
    pub(crate) format: Format,
    pub(crate) select: Select<'a>,
    pub(crate) limits: &'a Limits,
}

/// Looks at the columns of a file before its rows are read, and at where its header stands.
pub(crate) type Columns<'a> = dyn FnMut(&[&str], Place, &mut Report) -> Result<(), Stop> + 'a;

impl File<'_> {
    /// Reads all records. `Err`: some could not be read, and why has been reported.
    pub(crate) fn read(
        &self,
        input: &mut Input,
        columns: &mut Columns<'_>,
        out: &mut Output<'_>,
    ) -> Result<(), Stop> {
        match self.format {
            Format::Yaml | Format::Json => self.whole(input, out),
            Format::Jsonl => self.lines(input, out),
            Format::Csv => self.rows(input, columns, out),
        }
    }

    fn whole(&self, input: &mut Input, out: &mut Output<'_>) -> Result<(), Stop> {
        let mut bytes = Vec::new();
        match input.whole(self.limits.file_bytes, &mut bytes) {
            Ok(Got::TooMuch) => return Err(self.limit("file_bytes", self.limits.file_bytes, 1, out)),
            Ok(_) => {}
            Err(error) => return Err(self.unreadable(&error, out)),
        }
        let text = self.text(&bytes, 1, out)?;
        let bounds = self.bounds();
        match self.format {
            Format::Yaml => yaml::read(self.id, text, self.select, bounds, out),
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

    fn rows(&self, input: &mut Input, columns: &mut Columns<'_>, out: &mut Output<'_>) -> Result<(), Stop> {
        let mut rows = Rows::new(input.stream(), self.limits.line_bytes);
        let mut row = Row::default();
        if !self.row(&mut rows, &mut row, out)? {
            out.report.push(wrong::no_records(self.place(1), "", "csv"));
            return Err(Stop);
        }
        let header = self.header(&row, out)?;
        let names: Vec<&str> = header.iter().map(|column| &*column.name).collect();
        columns(&names, self.place(row.line), out.report)?;
        let mut result = Ok(());
        while self.row(&mut rows, &mut row, out)? {
            let place = self.place(row.line);
            if row.cells.len() != header.len() {
                out.report.push(wrong::ragged_row(place, row.cells.len(), header.len()));
                result = Err(Stop);
                continue;
            }
            self.text(&row.bytes, row.line, out)?;
            let raw = self.record(&header, &row);
            (out.sink)(Record { entry: None, raw }, out.report);
        }
        result
    }

    fn row<R: io::BufRead>(
        &self,
        rows: &mut Rows<R>,
        row: &mut Row,
        out: &mut Output<'_>,
    ) -> Result<bool, Stop> {
        rows.next(row).map_err(|fault| match fault {
            Fault::Io(error) => self.unreadable(&error, out),
            Fault::TooLong(line) => self.limit("line_bytes", self.limits.line_bytes, line, out),
            Fault::Unclosed(line, column) => {
                out.report.push(wrong::unclosed_quote(Place { column, ..self.place(line) }));
                Stop
            }
        })
    }

    /// The names of the columns. One that stands twice names nothing.
    fn header(&self, row: &Row, out: &mut Output<'_>) -> Result<Vec<Column>, Stop> {
        self.text(&row.bytes, row.line, out)?;
        let mut columns: Vec<Column> = Vec::new();
        for (i, cell) in row.cells.iter().enumerate() {
            let name: Arc<str> = String::from_utf8_lossy(row.cell(i)).as_ref().into();
            let place = Place { file: self.id, line: cell.line, column: cell.column, width: cell.width };
            let first = columns.iter_mut().find(|c| c.name == name && !name.is_empty());
            let repeated = first.is_some();
            if let Some(first) = first {
                out.report.push(wrong::duplicate_column(place, &name, first.place));
                first.repeated = true;
            }
            columns.push(Column { name, place, repeated });
        }
        Ok(columns)
    }

    fn record(&self, header: &[Column], row: &Row) -> Raw {
        let entries =
            header.iter().zip(&row.cells).enumerate().filter(|(_, (column, _))| !column.name.is_empty());
        let entries = entries.map(|(i, (column, cell))| {
            let place = Place { file: self.id, line: cell.line, column: cell.column, width: cell.width };
            let text = String::from_utf8_lossy(row.cell(i));
            let node = if column.repeated { Node::Bad } else { Node::Written(unarmed(&text).into()) };
            Entry { name: Arc::clone(&column.name), place: column.place, value: Raw::new(node, place) }
        });
        Raw::new(Node::Map(entries.collect()), self.place(row.line))
    }

    fn text<'b>(&self, bytes: &'b [u8], line: u32, out: &mut Output<'_>) -> Result<&'b str, Stop> {
        encoding::text(bytes).map_err(|fault| {
            out.report.push(fault.diagnostic(self.id, line));
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
        out.report.push(wrong::unreadable(self.place(1), self.path, error));
        Stop
    }

    fn place(&self, line: u32) -> Place {
        Place { file: self.id, line, column: 1, width: 0 }
    }
}

/// A column of the header.
struct Column {
    name: Arc<str>,
    place: Place,
    repeated: bool,
}
