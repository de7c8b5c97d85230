//! The first sheet that can be seen, as texts.

use std::io::Cursor;

use calamine::{Data, Reader as _, SheetVisible, Xlsx};

use super::archive;
use crate::manifest::Limits;

/// The rows of the first sheet that can be seen, each cell as a text. `Err` says why there are none.
pub(crate) fn texts(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    archive::weigh(bytes, Limits::default().file_bytes).map_err(|_| "XLSX".to_owned())?;
    let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let seen = xlsx.sheets_metadata().iter().find(|sheet| sheet.visible == SheetVisible::Visible);
    let name = seen.map(|sheet| sheet.name.clone()).ok_or("XLSX")?;
    let range = xlsx.worksheet_range(&name).map_err(|error| error.to_string())?;
    let above = range.start().map_or(0, |(row, _)| row as usize);
    let rows = range.rows().map(|row| row.iter().map(Data::to_string).collect());
    Ok(std::iter::repeat_n(Vec::new(), above).chain(rows).collect())
}
