//! Figures in columns: the first flush left, the others flush right.

/// Prints a head and its rows, each column as wide as its widest cell.
pub(super) fn print(head: &[&str], rows: &[Vec<String>]) {
    print!("{}", lines(head, rows));
}

fn lines(head: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = head.iter().map(|&cell| cell.to_owned()).collect();
    let all: Vec<&Vec<String>> = std::iter::once(&head).chain(rows).collect();
    let width = |column: usize| all.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let mut text = String::new();
    for row in &all {
        for (column, cell) in row.iter().enumerate() {
            let width = width(column).unwrap_or(0);
            let padded = if column == 0 { format!("{cell:<width$}") } else { format!("  {cell:>width$}") };
            text.push_str(&padded);
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn columns_line_up() {
        let rows = [vec!["a".to_owned(), "1.20".to_owned()], vec!["long".to_owned(), String::new()]];
        assert_eq!(lines(&["", "wall ×"], &rows), "      wall ×\na       1.20\nlong\n");
    }
}
