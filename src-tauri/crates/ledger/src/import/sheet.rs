//! Workbooks, old and new, as lines of text cells. What a workbook says of its own size is never believed.

use super::record::{Record, Records, short};
use super::refusal::ImportError;
use super::source::{Limits, Source};
use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Timelike};
use recourse_domain::Watcher;
use std::io::Cursor;
use std::sync::Arc;

/// Columns of a sheet that are looked at: statements have some tens.
const COLUMNS: u32 = 256;
/// Rows that a sheet can have.
const LAST_ROW: u32 = 1_048_576;

/// The cells of one sheet, packed.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    text: String,
    /// Line, first cell.
    rows: Vec<(u32, u32)>,
    /// Column, end of the text, whether a formula gave it.
    cells: Vec<(u32, u32, bool)>,
}

impl Sheet {
    fn put(&mut self, row: u32, column: u32, text: &str, formula: bool, limits: &Limits) -> Result<(), ImportError> {
        if column >= COLUMNS || row >= LAST_ROW || (text.is_empty() && !formula) {
            return Ok(());
        }
        if self.cells.len() as u64 >= limits.cells || self.text.len() as u64 + text.len() as u64 > limits.bytes {
            return Err(ImportError::TooManyRows(limits.rows));
        }
        if self.rows.last().is_none_or(|(line, _)| *line != row + 1) {
            self.rows.push((row + 1, short(self.cells.len())));
        }
        let kept = if text.len() > limits.line { "" } else { text };
        self.text.push_str(kept);
        self.cells.push((column, short(self.text.len()), formula));
        Ok(())
    }

    pub(crate) fn len(&self) -> u64 {
        self.rows.len() as u64
    }

    /// Two sheets with the same cells are one statement.
    pub(crate) fn same_as(&self, other: &Self) -> bool {
        self.text == other.text && self.rows == other.rows && self.cells == other.cells
    }
}

/// Gives the rows of a sheet one by one.
pub(crate) struct SheetRows {
    sheet: Arc<Sheet>,
    at: usize,
}

impl SheetRows {
    pub(crate) fn new(sheet: Arc<Sheet>) -> Self {
        Self { sheet, at: 0 }
    }
}

impl Records for SheetRows {
    fn next(&mut self, record: &mut Record) -> Result<bool, ImportError> {
        record.clear();
        record.may_be_short = true;
        let Some((line, first)) = self.sheet.rows.get(self.at).copied() else { return Ok(false) };
        let end = self.sheet.rows.get(self.at + 1).map_or(self.sheet.cells.len(), |next| next.1 as usize);
        record.line = line;
        let mut column = 0;
        for (cell, (at, to, formula)) in self.sheet.cells[first as usize..end].iter().enumerate() {
            let index = first as usize + cell;
            let from = if index == 0 { 0 } else { self.sheet.cells[index - 1].1 };
            while column < *at {
                record.put(short(record.raw.len()), short(record.raw.len()), false);
                record.raw.push('\t');
                column += 1;
            }
            let begin = record.raw.len();
            record.raw.push_str(self.sheet.text.get(from as usize..*to as usize).unwrap_or_default());
            record.put(short(begin), short(record.raw.len()), false);
            record.raw.push('\t');
            column += 1;
            if *formula {
                record.formulas.push(*at);
            }
        }
        record.raw.pop();
        self.at += 1;
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.at as u64
    }
}

/// The visible sheets of a new workbook (a ZIP of XML), read cell by cell.
pub(crate) fn xlsx(source: &Source, limits: &Limits, watch: &dyn Watcher) -> Result<Vec<Sheet>, ImportError> {
    let mut book: Xlsx<_> = Xlsx::new(source.open()?).map_err(|e| new_fault(&e))?;
    let names: Vec<String> = visible(book.sheets_metadata());
    let mut sheets = Vec::new();
    for name in names {
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut sheet = Sheet { name, ..Sheet::default() };
        let mut count = 0_u32;
        let mut last_row = 0;
        while let Some(cell) = cells.next_cell_with_formula().map_err(|e| new_fault(&e))? {
            let (row, column) = cell.pos;
            // Rows come in order; a file that jumps back is put together by hand.
            if row < last_row {
                return Err(ImportError::Broken("rows out of order".to_owned()));
            }
            last_row = row;
            sheet.put(row, column, &shown(&cell.value), cell.formula.is_some(), limits)?;
            count = count.wrapping_add(1);
            if count.is_multiple_of(4096) && watch.cancelled() {
                return Err(ImportError::Cancelled);
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// The visible sheets of an old workbook (OLE2).
pub(crate) fn xls(source: &Source, limits: &Limits, watch: &dyn Watcher) -> Result<Vec<Sheet>, ImportError> {
    let bytes = source.head(limits.workbook_bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|e| match e {
        XlsError::Password => ImportError::Password,
        other => ImportError::Broken(other.to_string()),
    })?;
    let names: Vec<String> = visible(book.sheets_metadata());
    let mut sheets = Vec::new();
    for name in names {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        if watch.cancelled() {
            return Err(ImportError::Cancelled);
        }
        let (top, left) = range.start().unwrap_or_default();
        let formulas = book.worksheet_formula(&name).ok();
        let mut sheet = Sheet { name, ..Sheet::default() };
        for (row, column, value) in range.used_cells() {
            let (row, column) = (top + short(row), left + short(column));
            let formula = formulas.as_ref().and_then(|f| f.get_value((row, column))).is_some_and(|f| !f.is_empty());
            sheet.put(row, column, &shown(&as_ref(value)), formula, limits)?;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    sheets.iter().filter(|s| s.visible == SheetVisible::Visible).map(|s| s.name.clone()).collect()
}

fn new_fault(e: &XlsxError) -> ImportError {
    match e {
        XlsxError::Password => ImportError::Password,
        other => ImportError::Broken(other.to_string()),
    }
}

fn as_ref(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(n) => DataRef::Float(*n),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(b) => DataRef::Bool(*b),
        Data::DateTime(when) => DataRef::DateTime(*when),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(e) => DataRef::Error(e.clone()),
        _ => DataRef::Empty,
    }
}

/// A cell as the text that a person would read; amounts with the decimals that were typed, not those of a float.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => number(*n),
        DataRef::Bool(b) => b.to_string(),
        DataRef::DateTime(when) => moment(*when),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Up to two decimals where the float means them; sixteen digits and more as a power of ten, for they are not exact.
fn number(value: f64) -> String {
    if value.abs() >= 1e15 {
        return format!("{value:E}");
    }
    let hundredfold = value * 100.0;
    if (hundredfold - hundredfold.round()).abs() < 1e-4 && value.abs() < 1e12 {
        let text = format!("{value:.2}");
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    value.to_string()
}

fn moment(when: ExcelDateTime) -> String {
    let days = when.as_f64();
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).and_then(|d| d.and_hms_opt(0, 0, 0));
    let at: Option<NaiveDateTime> = epoch.filter(|_| (0.0..2_958_466.0).contains(&days)).and_then(|epoch| {
        #[allow(clippy::cast_possible_truncation, reason = "the range was checked")]
        epoch.checked_add_signed(Duration::seconds((days * 86_400.0).round() as i64))
    });
    match at {
        Some(at) if at.num_seconds_from_midnight() == 0 => at.format("%Y-%m-%d").to_string(),
        Some(at) if at.year() < 1901 => at.format("%H:%M:%S").to_string(),
        Some(at) => at.format("%Y-%m-%d %H:%M:%S").to_string(),
        None => String::new(),
    }
}
