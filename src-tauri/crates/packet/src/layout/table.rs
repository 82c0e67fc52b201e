//! Tables: columns, rows that stay whole where they can, and a head that comes again on every page.

use super::flow::Flow;
use crate::model::{Cell, Column, Paragraph, Role, Table, Width};
use crate::style::{BOTTOM, Ink, PAGE_HEIGHT, SIDE, TEXT_WIDTH, TOP};
use crate::wrap::Line;

/// Between the hairline and the text of a row.
const PAD: f32 = 4.0;
/// Between two columns.
const GUTTER: f32 = 9.0;
/// Between two paragraphs of a cell.
const BETWEEN: f32 = 1.0;
/// A row higher than this share of a page may be broken; a lower one goes to the next page as a whole.
const WHOLE: f32 = 0.45;

/// A line within a cell and its distance from the upper edge of the cell.
struct Placed {
    y: f32,
    line: Line,
}

/// Lays a table at the current place.
pub(super) fn place(flow: &mut Flow<'_>, table: &Table) {
    let widths = widths(&table.columns);
    let head: Vec<Cell> = table.head.iter().map(|h| vec![Paragraph::of(Role::Label, h)]).collect();
    let head_height = if head.is_empty() { 0.0 } else { height(&set(flow, &head, &widths)) + 2.0 * PAD };
    let mut needs_head = !head.is_empty();
    for (index, row) in table.rows.iter().enumerate() {
        // A row of one cell names the rows below it and does not stand alone at the foot of a page.
        let names = row.len() == 1 && table.columns.len() > 1;
        let below = table.rows.get(index + 1).filter(|_| names);
        let below = below.map_or(0.0, |next| height(&set(flow, next, &widths)) + 2.0 * PAD);
        let mut cells = set(flow, row, &widths);
        let page = PAGE_HEIGHT - TOP - BOTTOM;
        loop {
            let whole = height(&cells) + 2.0 * PAD;
            let top = if needs_head { head_height } else { 0.0 };
            let kept = if below < page * WHOLE && !flow.at_top() { below } else { 0.0 };
            if whole + top + kept <= flow.room() {
                draw_head(flow, &head, &widths, table, &mut needs_head);
                draw_row(flow, &cells, &widths, &table.columns, whole);
                break;
            }
            let breakable = whole > page * WHOLE && flow.room() > top + 6.0 * PAD + 40.0;
            if breakable || flow.at_top() {
                draw_head(flow, &head, &widths, table, &mut needs_head);
                let room = flow.room() - 2.0 * PAD;
                let rest = split(&mut cells, room);
                let part = height(&cells) + 2.0 * PAD;
                draw_row(flow, &cells, &widths, &table.columns, part);
                cells = rest;
            }
            flow.new_page();
            needs_head = !head.is_empty();
        }
    }
}

fn widths(columns: &[Column]) -> Vec<f32> {
    #[allow(clippy::cast_precision_loss)]
    let gutters = GUTTER * columns.len().saturating_sub(1) as f32;
    let fixed: f32 = columns.iter().map(|c| if let Width::Fixed(w) = c.width { w } else { 0.0 }).sum();
    let shares: f32 = columns.iter().map(|c| if let Width::Share(s) = c.width { s } else { 0.0 }).sum();
    let left = (TEXT_WIDTH - gutters - fixed).max(0.0);
    let of = |c: &Column| match c.width {
        Width::Fixed(width) => width,
        Width::Share(share) => left * share / shares,
    };
    columns.iter().map(of).collect()
}

fn set(flow: &mut Flow<'_>, row: &[Cell], widths: &[f32]) -> Vec<Vec<Placed>> {
    let mut cells = Vec::with_capacity(row.len());
    for (index, cell) in row.iter().enumerate() {
        let Some(own) = widths.get(index) else { break };
        // The last cell of a row with fewer cells than columns runs over the rest of the row.
        let over: f32 = if index + 1 == row.len() { widths[index + 1..].iter().map(|w| w + GUTTER).sum() } else { 0.0 };
        let width = own + over;
        let mut placed = Vec::new();
        let mut y = 0.0;
        for paragraph in cell {
            for line in flow.lines(paragraph, width) {
                let leading = line.leading;
                placed.push(Placed { y, line });
                y += leading;
            }
            y += BETWEEN;
        }
        cells.push(placed);
    }
    align(&mut cells);
    cells
}

/// Puts the first lines of a row on one baseline.
fn align(cells: &mut [Vec<Placed>]) {
    let baseline = |cell: &Vec<Placed>| cell.first().map_or(0.0, |p| p.line.baseline());
    let lowest = cells.iter().map(baseline).fold(0.0, f32::max);
    for cell in cells {
        let down = lowest - baseline(cell);
        cell.iter_mut().for_each(|p| p.y += down);
    }
}

fn height(cells: &[Vec<Placed>]) -> f32 {
    cells.iter().flatten().map(|p| p.y + p.line.leading).fold(0.0, f32::max)
}

/// Leaves what fits into `room` and gives back the rest, each cell beginning at its top again. At least one line stays.
fn split(cells: &mut [Vec<Placed>], room: f32) -> Vec<Vec<Placed>> {
    let first = cells.iter().filter_map(|c| c.first()).map(|p| p.line.leading).fold(0.0, f32::max);
    let room = room.max(first);
    cells
        .iter_mut()
        .map(|cell| {
            let keep = cell.iter().take_while(|p| p.y + p.line.leading <= room).count();
            let mut rest = cell.split_off(keep);
            let start = rest.first().map_or(0.0, |p| p.y);
            rest.iter_mut().for_each(|p| p.y -= start);
            rest
        })
        .collect()
}

fn draw_head(flow: &mut Flow<'_>, head: &[Cell], widths: &[f32], table: &Table, needed: &mut bool) {
    if !std::mem::take(needed) {
        return;
    }
    let cells = set(flow, head, widths);
    let height = height(&cells) + 2.0 * PAD;
    draw_cells(flow, &cells, widths, &table.columns);
    flow.y += height;
    flow.bar(SIDE, flow.y, TEXT_WIDTH, 0.9, Ink::Accent);
}

fn draw_row(flow: &mut Flow<'_>, cells: &[Vec<Placed>], widths: &[f32], columns: &[Column], height: f32) {
    draw_cells(flow, cells, widths, columns);
    flow.y += height;
    flow.bar(SIDE, flow.y - 0.25, TEXT_WIDTH, 0.5, Ink::Hair);
}

fn draw_cells(flow: &mut Flow<'_>, cells: &[Vec<Placed>], widths: &[f32], columns: &[Column]) {
    let mut x = SIDE;
    for ((cell, width), column) in cells.iter().zip(widths).zip(columns) {
        for placed in cell {
            let indent = if column.right { width - placed.line.width } else { 0.0 };
            let y = flow.y + PAD + placed.y;
            flow.line(&placed.line, x + indent, y);
        }
        x += width + GUTTER;
    }
}
