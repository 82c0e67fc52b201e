//! Sheets to read from and to print: call sheet, customer script, contingency plan.

use serde::Serialize;
use ts_rs::TS;

/// A sheet; screen and PDF show the same.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetDto {
    /// Headline.
    pub title: String,
    /// Line under it; may be empty.
    pub subtitle: String,
    /// Blocks from top to bottom.
    pub blocks: Vec<SheetBlockDto>,
}

/// One block of a sheet. Which of the lists is filled, `kind` says; the others are empty.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetBlockDto {
    /// Heading; may be empty.
    pub heading: String,
    /// `facts` (`lines`), `points` or `numbered` (`points`), `paragraph` (one of `points`), `blanks`, `table`
    /// (`head`, `rows`).
    pub kind: String,
    /// How it is meant: `plain`, `lead` (before all else), `say` (aloud) or `never` (never to be done).
    pub tone: String,
    /// Labelled values.
    pub lines: Vec<SheetLineDto>,
    /// Sentences.
    pub points: Vec<String>,
    /// Heads of a table's columns.
    pub head: Vec<String>,
    /// Rows of a table.
    pub rows: Vec<Vec<String>>,
    /// Empty lines to write on.
    pub blanks: u32,
}

/// A labelled value.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetLineDto {
    /// What it is.
    pub label: String,
    /// What is on record; none is shown as a blank to fill in.
    pub value: Option<String>,
}
