//! Paragraphs and their plain written form, which is also what the owner edits.
//!
//! One line is one paragraph. Its first characters say what it is: `# ` title, `## ` heading, `@ ` addressee, `- ` list,
//! `~ ` signature, `| a | b |` a row of a table; anything else is running text. A backslash takes the next mark's
//! meaning away.

use serde::{Deserialize, Serialize};

/// What a paragraph is in a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// What the letter is called.
    Title,
    /// To whom it goes.
    Addressee,
    /// Over a part.
    Heading,
    /// Running text.
    Body,
    /// One point of several.
    List,
    /// A row of a table or form; the text stands in the cells.
    Row,
    /// Below the letter: name, seal, signature, date.
    Signature,
}

/// A paragraph. It never holds a line break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// What it is.
    pub role: Role,
    /// What it says; of a row, its cells joined by two spaces.
    pub text: String,
    /// The cells of a row; empty for all else.
    #[serde(default)]
    pub cells: Vec<String>,
}

impl Paragraph {
    /// A paragraph that is no row.
    #[must_use]
    pub fn of(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into(), cells: Vec::new() }
    }

    /// A row of a table.
    #[must_use]
    pub fn row(cells: Vec<String>) -> Self {
        let shown: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        Self { role: Role::Row, text: shown.join("  "), cells }
    }
}

const MARKS: [(&str, Role); 5] =
    [("## ", Role::Heading), ("# ", Role::Title), ("@ ", Role::Addressee), ("- ", Role::List), ("~ ", Role::Signature)];

/// The paragraphs of a written text. Empty lines part nothing and are left out. Never fails: what is no mark is text.
#[must_use]
pub fn read(text: &str) -> Vec<Paragraph> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).filter_map(paragraph).collect()
}

fn paragraph(line: &str) -> Option<Paragraph> {
    if let Some(cells) = line.strip_prefix('|') {
        return Some(Paragraph::row(row(cells)));
    }
    for (mark, role) in MARKS {
        if let Some(text) = line.strip_prefix(mark) {
            let text = bare(text.trim());
            return (!text.is_empty()).then(|| Paragraph::of(role, text));
        }
    }
    let text = bare(line);
    (!text.is_empty()).then(|| Paragraph::of(Role::Body, text))
}

/// Without the backslashes that keep marks from being marks.
fn bare(text: &str) -> String {
    let mut chars = text.chars();
    let mut found = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        match c {
            '\\' => found.extend(chars.next()),
            c => found.push(c),
        }
    }
    found.trim().to_owned()
}

fn row(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        let cell = match c {
            '|' => {
                cells.push(String::new());
                continue;
            }
            '\\' => chars.next(),
            c => Some(c),
        };
        if let Some(last) = cells.last_mut() {
            last.extend(cell);
        }
    }
    // The bar at the end closes the last cell and opens none.
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The written form, which [`read`] reads back to the same paragraphs.
#[must_use]
pub fn written(paragraphs: &[Paragraph]) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        if paragraph.role == Role::Row {
            let cells: Vec<String> = paragraph.cells.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&format!("| {} |", cells.join(" | ")));
        } else {
            let mark = MARKS.iter().find(|(_, role)| *role == paragraph.role).map_or("", |(mark, _)| mark);
            let body = quoted(&paragraph.text);
            let taken =
                mark.is_empty() && (body.starts_with('|') || MARKS.iter().any(|(m, _)| body.starts_with(m.trim())));
            text.push_str(mark);
            text.push_str(if taken { "\\" } else { "" });
            text.push_str(&body);
        }
        text.push('\n');
    }
    text
}

fn quoted(text: &str) -> String {
    text.trim().replace('\n', " ").replace('\\', "\\\\").replace('|', "\\|")
}
