//! Columns that stand straight, with wide characters counted as two cells.

use super::text::visible;
use unicode_width::UnicodeWidthStr as _;

/// Rows under headings. Columns without a heading and without content vanish.
#[derive(Debug, Default)]
pub(super) struct Table {
    headings: Vec<String>,
    right: Vec<usize>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table with its headings.
    pub(super) fn new(headings: impl IntoIterator<Item = String>) -> Self {
        Self { headings: headings.into_iter().collect(), ..Self::default() }
    }

    /// Lets a column, counted from 0, stand to the right: for numbers.
    pub(super) fn right(mut self, column: usize) -> Self {
        self.right.push(column);
        self
    }

    /// Adds a row; cells are made harmless for the terminal.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| visible(&cell)).collect());
    }

    /// The text, one line a row, no blanks at line ends. A column that is empty in every row is left out.
    pub(super) fn render(&self) -> String {
        let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
        let columns: Vec<usize> =
            (0..self.headings.len()).filter(|c| self.rows.iter().any(|row| !cell(row, *c).is_empty())).collect();
        let lines = || std::iter::once(&self.headings).chain(&self.rows);
        let width = |column: usize| lines().map(|row| cell(row, column).width()).max().unwrap_or(0);
        let widths: Vec<usize> = columns.iter().map(|column| width(*column)).collect();
        let mut text = String::new();
        for row in lines() {
            let mut line = String::new();
            for (column, width) in columns.iter().zip(&widths) {
                let content = cell(row, *column);
                let gap = " ".repeat(width - content.width());
                let aligned = if self.right.contains(column) { gap + &content } else { content + &gap };
                line.push_str(&aligned);
                line.push_str("  ");
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// Name and value, line by line; lines without a value are left out.
pub(super) fn card(lines: impl IntoIterator<Item = (String, String)>) -> String {
    let lines: Vec<(String, String)> = lines.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let width = lines.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let line =
        |(name, value): &(String, String)| format!("{name}{}  {}\n", " ".repeat(width - name.width()), visible(value));
    lines.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_cells() {
        let mut table = Table::new(["编号".into(), "标题".into(), "空".into(), "金额".into()]).right(3);
        table.row(["1".into(), "超时却扣款".into(), String::new(), "¥1,280.00".into()]);
        table.row(["22".into(), "fee".into(), String::new(), "¥3.00".into()]);
        let text = table.render();
        assert_eq!(text, "编号  标题             金额\n1     超时却扣款  ¥1,280.00\n22    fee             ¥3.00\n");
        assert!(text.lines().all(|line| line.width() == 27));
    }

    #[test]
    fn a_card_leaves_out_what_is_empty() {
        let lines = [("标题", "a"), ("备注", ""), ("MID", "1")].map(|(n, v)| (n.to_owned(), v.to_owned()));
        assert_eq!(card(lines), "标题  a\nMID   1\n");
    }
}
