//! Tables on sheets: columns as wide as their words, the rest for what is written in by hand.

use super::density::{LEFT, MEASURE};
use super::place::{Cut, Group, Piece, Press};
use crate::style::{Ink, Style};

/// Between two columns.
const BETWEEN: f32 = 9.0;
/// Narrowest column.
const NARROWEST: f32 = 24.0;

/// Rows under a head that comes again on every page.
pub(super) fn cut(head: &[String], rows: &[Vec<String>], press: &mut Press<'_>) -> Cut {
    let widths = widths(head, rows, press);
    let label = press.density.label();
    let text = press.density.text();
    let head = (!head.is_empty()).then(|| {
        let mut group = row(head, &widths, label, true, press);
        let mut piece = merge(&mut group);
        piece.bar(LEFT, piece.height - 0.9, MEASURE, 0.9, Ink::Accent);
        piece
    });
    // Where no head names the columns, whatever stands before an empty cell names it.
    let groups = rows
        .iter()
        .map(|cells| {
            let mut group = row(cells, &widths, text, head.is_some(), press);
            if let Some(last) = group.last_mut() {
                last.bar(LEFT, last.height - 0.5, MEASURE, 0.5, Ink::Hair);
            }
            group
        })
        .collect();
    Cut { head, groups }
}

/// Columns get what their words take on one line, as far as that goes; columns to be written in share what is left.
fn widths(head: &[String], rows: &[Vec<String>], press: &mut Press<'_>) -> Vec<f32> {
    let count = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
    if count == 0 {
        return Vec::new();
    }
    #[allow(clippy::cast_precision_loss)]
    let room = MEASURE - BETWEEN * (count - 1) as f32;
    let (label, text) = (press.density.label(), press.density.text());
    let mut wanted = Vec::with_capacity(count);
    let mut by_hand = Vec::with_capacity(count);
    for column in 0..count {
        let cells = rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
        let widest = cells.map(|cell| press.natural(cell, text)).fold(0.0, f32::max);
        let named = head.get(column).map_or(0.0, |name| press.natural(name, label));
        wanted.push((widest.max(named) + 0.5).max(NARROWEST));
        by_hand.push(rows.iter().any(|row| row.get(column).is_none_or(String::is_empty)));
    }
    let total: f32 = wanted.iter().sum();
    if total > room {
        return squeeze(&wanted, room);
    }
    #[allow(clippy::cast_precision_loss)]
    let open = by_hand.iter().filter(|open| **open).count() as f32;
    let left = room - total;
    let mut widths: Vec<f32> =
        wanted.iter().zip(&by_hand).map(|(w, open_here)| if *open_here { w + left / open } else { *w }).collect();
    if open == 0.0
        && let Some(last) = widths.last_mut()
    {
        *last += left;
    }
    widths
}

/// Narrow columns keep what they want; the wide ones share the rest evenly.
fn squeeze(wanted: &[f32], room: f32) -> Vec<f32> {
    let mut sorted = wanted.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut left = room;
    let mut most = 0.0;
    for (index, want) in sorted.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let share = left / (sorted.len() - index) as f32;
        most = share;
        if *want > share {
            break;
        }
        left -= want;
    }
    wanted.iter().map(|want| want.min(most)).collect()
}

fn row(cells: &[String], widths: &[f32], style: Style, headed: bool, press: &mut Press<'_>) -> Group {
    let pad = press.density.pad;
    let mut set = Vec::with_capacity(widths.len());
    for (column, width) in widths.iter().enumerate() {
        let text = cells.get(column).map_or("", String::as_str);
        let names = !headed && cells.get(column + 1).is_some_and(String::is_empty);
        let style = if names { press.density.label() } else { style };
        set.push(if text.is_empty() { Vec::new() } else { press.lines(text, style, *width) });
    }
    let count = set.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let by_hand = widths.len() > cells.len() || cells.iter().any(String::is_empty);
    let mut group: Group = (0..count).map(|_| Piece { height: press.density.leading, marks: Vec::new() }).collect();
    let used = press.density.leading * f32::from(u16::try_from(count).unwrap_or(u16::MAX)) + 2.0 * pad;
    let extra = if by_hand { (press.density.writing - used).max(0.0) } else { 0.0 };
    if let Some(first) = group.first_mut() {
        first.height += pad + extra;
    }
    let mut x = LEFT;
    for (lines, width) in set.iter().zip(widths) {
        for (index, line) in lines.iter().enumerate() {
            // What is written in stands at the foot of its row, and so do the words beside it.
            let top = if index == 0 { pad + extra } else { 0.0 };
            if let Some(piece) = group.get_mut(index) {
                piece.line(line, x, top);
            }
        }
        x += width + BETWEEN;
    }
    if let Some(last) = group.last_mut() {
        last.height += pad;
    }
    group
}

/// Pieces as one.
fn merge(group: &mut Group) -> Piece {
    let mut whole = Piece::default();
    for piece in group.drain(..) {
        whole.put_below(piece);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_columns_keep_their_width_and_wide_ones_share() {
        let widths = squeeze(&[40.0, 300.0, 60.0, 500.0], 400.0);
        assert_eq!(widths, [40.0, 150.0, 60.0, 150.0]);
        assert!(squeeze(&[100.0, 100.0], 120.0).iter().sum::<f32>() <= 120.01);
    }
}
