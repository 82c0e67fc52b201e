//! Names and values in a grid; what is not on record gets a line to write on.
//!
//! Short names stand in columns of their own with the values beside them, two or three facts to a row. Where names are
//! whole questions, each fact is set as one small paragraph instead.

use super::density::{LEFT, MEASURE};
use super::place::{Group, Piece, Press};
use crate::style::{Ink, Style};
use crate::wrap;
use recourse_rulebook::sheet::{Line, Tone};
use std::collections::VecDeque;

/// Between two facts of a row.
const BETWEEN: f32 = 13.0;
/// Between a name and its value.
const GAP: f32 = 6.0;
/// Widest room for names that stand in a column; longer ones are set with their values as one text.
const NAMES: f32 = 66.0;
/// A small paragraph with more lines than this gets a row of its own.
const MOST_LINES: usize = 2;
/// Least room to write in by hand.
const ROOM: f32 = 46.0;
/// Lowest row that a hand can write in.
const BY_HAND: f32 = 15.0;

/// How far a fact may come before those above it.
const LOOK_AHEAD: usize = 4;

/// A fact as it is set: lines with their distances from its left edge.
struct Fact {
    lines: Vec<Vec<(f32, wrap::Line)>>,
    /// On which line one can write, and from where.
    open: Option<(usize, f32)>,
    /// Columns of the grid that it takes.
    span: usize,
}

/// A grid of so many columns over the whole measure.
#[derive(Clone, Copy)]
struct Grid {
    columns: usize,
    column: f32,
}

impl Grid {
    fn of(columns: usize) -> Self {
        let gaps = BETWEEN * small(columns - 1);
        Self { columns, column: (MEASURE - gaps) / small(columns) }
    }

    fn x(self, column: usize) -> f32 {
        LEFT + (self.column + BETWEEN) * small(column)
    }

    fn width(self, span: usize) -> f32 {
        self.column * small(span) + BETWEEN * small(span - 1)
    }
}

/// A small count as a number of points.
fn small(count: usize) -> f32 {
    f32::from(u8::try_from(count).unwrap_or(u8::MAX))
}

/// Rows of facts, in the grid that needs the fewest lines.
pub(super) fn cut(facts: &[Line], tone: Tone, press: &mut Press<'_>) -> Vec<Group> {
    let style = if tone == Tone::Lead { press.density.strong() } else { press.density.text() };
    let widest = facts.iter().map(|f| press.natural(&f.label, press.density.label())).fold(0.0, f32::max);
    if widest > NAMES {
        let grid = Grid::of(2);
        let set = facts.iter().map(|fact| together(fact, style, grid, press)).collect();
        return rows(set, grid, press);
    }
    let mut attempts = [2, 3].map(|columns| {
        let grid = Grid::of(columns);
        let set = facts.iter().map(|fact| beside(fact, style, widest + 0.5, grid, press)).collect();
        rows(set, grid, press)
    });
    let lines = |groups: &Vec<Group>| groups.iter().map(Vec::len).sum::<usize>();
    let best = usize::from(lines(&attempts[1]) < lines(&attempts[0]));
    std::mem::take(&mut attempts[best])
}

/// A name in its column and the value beside it, over as many columns as the value needs to stand on one line.
fn beside(fact: &Line, style: Style, names: f32, grid: Grid, press: &mut Press<'_>) -> Fact {
    let label = press.density.label();
    let name = press.lines(&fact.label, label, names).into_iter().next();
    let x = names + GAP;
    let Some(value) = &fact.value else {
        let said = press.lines(press.open, press.density.open(), f32::MAX).into_iter().next();
        let from = x + said.as_ref().map_or(0.0, |line| line.width) + 4.0;
        let line = name.map(|name| (0.0, name)).into_iter().chain(said.map(|said| (x, said))).collect();
        let span = (1..grid.columns).find(|span| grid.width(*span) - from >= ROOM).unwrap_or(grid.columns);
        return Fact { lines: vec![line], open: Some((0, from)), span };
    };
    let natural = press.natural(value, style);
    let span = (1..grid.columns).find(|span| natural <= grid.width(*span) - x).unwrap_or(grid.columns);
    let mut lines: Vec<Vec<(f32, wrap::Line)>> =
        press.lines(value, style, grid.width(span) - x).into_iter().map(|line| vec![(x, line)]).collect();
    if let (Some(first), Some(name)) = (lines.first_mut(), name) {
        first.insert(0, (0.0, name));
    }
    Fact { lines, open: None, span }
}

/// Name and value as one small paragraph.
fn together(fact: &Line, style: Style, grid: Grid, press: &mut Press<'_>) -> Fact {
    let label = press.density.label();
    let (value, style) = match &fact.value {
        Some(value) => (value.as_str(), style),
        None => (press.open, press.density.open()),
    };
    let mut set = |span: usize| {
        let width = grid.width(span);
        let name = format!("{}  ", fact.label);
        let mut lines: Vec<Vec<(f32, wrap::Line)>> =
            press.spans(&[(&name, label), (value, style)], width).into_iter().map(|line| vec![(0.0, line)]).collect();
        let open = fact.value.is_none().then(|| {
            let end = lines.last().and_then(|line| line.last()).map_or(0.0, |(x, line)| x + line.width) + 4.0;
            if width - end >= ROOM {
                (lines.len() - 1, end)
            } else {
                lines.push(Vec::new());
                (lines.len() - 1, 0.0)
            }
        });
        Fact { lines, open, span }
    };
    let half = set(1);
    if half.lines.len() <= MOST_LINES { half } else { set(grid.columns) }
}

/// Facts row after row. A hole at the end of a row takes the next fact that fits, so that no room is lost.
fn rows(facts: Vec<Fact>, grid: Grid, press: &Press<'_>) -> Vec<Group> {
    let mut left: VecDeque<Fact> = facts.into();
    let mut groups = Vec::new();
    while let Some(first) = left.pop_front() {
        let mut column = first.span;
        let mut taken = vec![(0, first)];
        while let Some(next) = left.iter().take(LOOK_AHEAD).position(|fact| column + fact.span <= grid.columns) {
            let Some(fact) = left.remove(next) else { break };
            let at = column;
            column += fact.span;
            taken.push((at, fact));
        }
        groups.push(row(&taken, grid, press));
    }
    groups
}

fn row(facts: &[(usize, Fact)], grid: Grid, press: &Press<'_>) -> Group {
    let density = press.density;
    let count = facts.iter().map(|(_, fact)| fact.lines.len()).max().unwrap_or(0);
    let mut group = Vec::with_capacity(count);
    for index in 0..count {
        let (first, last) = (index == 0, index + 1 == count);
        let mut top = if first { density.pad } else { 0.0 };
        let mut height = density.leading + top + if last { density.pad } else { 0.0 };
        let by_hand = facts.iter().any(|(_, fact)| fact.open.is_some_and(|(line, _)| line == index));
        if by_hand && height < BY_HAND {
            top += BY_HAND - height;
            height = BY_HAND;
        }
        let mut piece = Piece { height, marks: Vec::new() };
        // Everything in a row stands on one baseline.
        let baseline = top + density.leading / 2.0 + 0.38 * density.size;
        for (column, fact) in facts {
            let x = grid.x(*column);
            for (from, line) in fact.lines.get(index).into_iter().flatten() {
                piece.line(line, x + from, baseline - line.baseline());
            }
            if let Some((_, from)) = fact.open.filter(|(line, _)| *line == index) {
                piece.bar(x + from, baseline + 2.0, (grid.width(fact.span) - from).max(0.0), 0.5, Ink::Grey);
            }
        }
        group.push(piece);
    }
    group
}
