//! The first sheet that can be seen, as texts.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader as _, SheetVisible, Xlsx, XlsxError};

use super::archive;
use crate::manifest::Limits;

/// The rows of the first sheet that can be seen, each cell as a text. `Err` says why there are none.
pub(crate) fn texts(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    archive::weigh(bytes, Limits::default().file_bytes).map_err(|_| "XLSX".to_owned())?;
    let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let seen = xlsx.sheets_metadata().iter().find(|sheet| sheet.visible == SheetVisible::Visible);
    let name = seen.map(|sheet| sheet.name.clone()).ok_or("XLSX")?;
    let cells = extent(&mut xlsx, &name).map_err(|error| error.to_string())?;
    if cells > Limits::default().values {
        return Err("XLSX".to_owned());
    }
    let range = xlsx.worksheet_range(&name).map_err(|error| error.to_string())?;
    let above = range.start().map_or(0, |(row, _)| row as usize);
    let rows = range.rows().map(|row| row.iter().map(Data::to_string).collect());
    Ok(std::iter::repeat_n(Vec::new(), above).chain(rows).collect())
}

/// How many cells a sheet has up to its last row and column, empty ones too: two cells far apart are millions.
fn extent(xlsx: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<u64, XlsxError> {
    let (mut rows, mut columns) = (0, 0);
    let mut cells = xlsx.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()? {
        if !matches!(cell.get_value(), DataRef::Empty) {
            let (row, column) = cell.get_position();
            (rows, columns) = (rows.max(u64::from(row) + 1), columns.max(u64::from(column) + 1));
        }
    }
    Ok(rows * columns)
}
