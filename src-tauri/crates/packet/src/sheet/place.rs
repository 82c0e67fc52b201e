//! Parts of a sheet from top to bottom: what each says is cut into pieces, and pieces go on pages.
//!
//! A heading stands left of its part, on the line on which the part begins. What belongs together stays on one page as
//! far as a page can hold it.

use super::density::{self, Density, FLOOR, GUTTER, LEFT, MEASURE, SIDE, TOP, WIDTH};
use super::{facts, table};
use crate::layout::{Mark, Page};
use crate::style::{FOOTER, Ink, PAGE_HEIGHT, PAGE_WIDTH, Style};
use crate::text::{Ruler, clean};
use crate::wrap::{Line, Styled, wrap, wrap_at_most};
use recourse_rulebook::sheet::{Block, Body, Sheet, Tone};

/// A stretch of a part that no page break goes through. Heights count from its own upper edge.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Piece {
    /// Its height.
    pub(super) height: f32,
    /// What is drawn.
    pub(super) marks: Vec<Mark>,
}

/// Pieces that stay on one page if one page can hold them.
pub(super) type Group = Vec<Piece>;

/// What a part says, cut up.
#[derive(Debug, Default)]
pub(super) struct Cut {
    /// Comes again at the head of every page that the part runs over.
    pub(super) head: Option<Piece>,
    /// The rest.
    pub(super) groups: Vec<Group>,
}

impl Piece {
    /// Puts a line with its upper edge at `y`.
    pub(super) fn line(&mut self, line: &Line, x: f32, y: f32) {
        let baseline = y + line.baseline();
        for run in &line.runs {
            self.marks.push(Mark::Text { x: x + run.x, baseline, run: run.clone() });
        }
    }

    /// Puts a bar.
    pub(super) fn bar(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        self.marks.push(Mark::Bar { x, y, width, height, ink });
    }

    /// A line to write on, just above the lower edge.
    pub(super) fn rule(&mut self, x: f32, width: f32) {
        self.bar(x, self.height - 1.5, width, 0.5, Ink::Grey);
    }

    /// Adds a piece below this one.
    pub(super) fn put_below(&mut self, piece: Self) {
        let down = self.height;
        self.marks.extend(piece.marks.into_iter().map(|mark| lowered(mark, down)));
        self.height += piece.height;
    }

    /// Baseline of what stands highest.
    fn first_baseline(&self) -> Option<f32> {
        let baseline = |mark: &Mark| if let Mark::Text { baseline, .. } = mark { Some(*baseline) } else { None };
        self.marks.iter().filter_map(baseline).min_by(f32::total_cmp)
    }

    fn height_of(pieces: &[Self]) -> f32 {
        pieces.iter().map(|p| p.height).sum()
    }
}

/// What texts are set with.
#[derive(Debug)]
pub(super) struct Press<'a> {
    /// How closely.
    pub(super) density: Density,
    /// Words for what is not on record.
    pub(super) open: &'a str,
    /// Measures characters.
    pub(super) ruler: &'a mut Ruler,
}

impl Press<'_> {
    /// Lines of a text in one style.
    pub(super) fn lines(&mut self, text: &str, style: Style, width: f32) -> Vec<Line> {
        wrap(&[Styled { text: clean(text), style, link: None }], width, self.ruler)
    }

    /// Lines of a text in several styles.
    pub(super) fn spans(&mut self, spans: &[(&str, Style)], width: f32) -> Vec<Line> {
        let styled: Vec<Styled> =
            spans.iter().map(|(text, style)| Styled { text: clean(text), style: *style, link: None }).collect();
        wrap(&styled, width, self.ruler)
    }

    /// Width of a text on one line.
    pub(super) fn natural(&mut self, text: &str, style: Style) -> f32 {
        self.lines(text, style, f32::MAX).iter().map(|l| l.width).fold(0.0, f32::max)
    }
}

/// The pages of a sheet, without their feet.
pub(super) fn pages(sheet: &Sheet, press: &mut Press<'_>) -> Vec<Page> {
    let mut sheets = Pages { pages: vec![Page::default()], y: TOP };
    sheets.title(sheet, press);
    for (index, block) in sheet.blocks.iter().enumerate() {
        let heading = press.lines(&block.heading, press.density.heading(), GUTTER);
        let mut cut = cut(block, press);
        if index + 1 == sheet.blocks.len() && matches!(block.body, Body::Blanks(_)) {
            sheets.fill(&mut cut.groups, press.density);
        }
        sheets.part(&heading, cut, press.density);
    }
    sheets.pages
}

/// The foot of every page: a remark, and `n / N`.
pub(super) fn feet(pages: &mut [Page], footer: &str, ruler: &mut Ruler) {
    let total = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        let y = PAGE_HEIGHT - FOOTER - density::FOOT.leading;
        let mut foot = Piece::default();
        foot.bar(SIDE, y - 4.0, WIDTH, 0.5, Ink::Hair);
        let words = Styled { text: clean(footer), style: density::FOOT, link: None };
        for line in wrap_at_most(&words, WIDTH - 60.0, 1, ruler) {
            foot.line(&line, SIDE, y);
        }
        let style = Style { ink: Ink::Black, ..density::FOOT };
        let stamp = Styled { text: format!("{} / {total}", index + 1), style, link: None };
        for line in wrap(&[stamp], 60.0, ruler) {
            foot.line(&line, PAGE_WIDTH - SIDE - line.width, y);
        }
        page.marks.append(&mut foot.marks);
    }
}

fn cut(block: &Block, press: &mut Press<'_>) -> Cut {
    let groups = match &block.body {
        Body::Facts(facts) => facts::cut(facts, block.tone, press),
        Body::Points(points) => {
            let mark = if block.tone == Tone::Never { "×" } else { "•" };
            points.iter().map(|point| item(mark, point, block.tone, press)).collect()
        }
        Body::Numbered(points) => {
            let number = |(index, point): (usize, &String)| item(&format!("{}", index + 1), point, block.tone, press);
            points.iter().enumerate().map(number).collect()
        }
        Body::Paragraph(text) => paragraph(text, block.tone, press),
        Body::Blanks(count) => (0..*count).map(|_| vec![blank(press.density)]).collect(),
        Body::Table { head, rows } => return table::cut(head, rows, press),
    };
    Cut { head: None, groups }
}

/// A line to write on.
fn blank(density: Density) -> Piece {
    let mut piece = Piece { height: density.writing, marks: Vec::new() };
    piece.rule(LEFT, MEASURE);
    piece
}

/// A point with its mark before it.
fn item(mark: &str, text: &str, tone: Tone, press: &mut Press<'_>) -> Group {
    const INDENT: f32 = 13.0;
    let (inset, style) = manner(tone, press.density);
    let head = press.lines(mark, Style { weight: crate::font::Weight::Bold, ..style }, INDENT);
    let mut group = stacked(&press.lines(text, style, MEASURE - inset - INDENT), LEFT + inset + INDENT, tone);
    if let (Some(first), Some(mark)) = (group.first_mut(), head.first()) {
        first.line(mark, LEFT + inset, 0.0);
    }
    // Points stand a little apart from each other; a bar beside them goes through.
    if let Some(last) = group.last_mut() {
        last.height += press.density.pad;
        for mark in &mut last.marks {
            if let Mark::Bar { height, .. } = mark {
                *height += press.density.pad;
            }
        }
    }
    group
}

fn paragraph(text: &str, tone: Tone, press: &mut Press<'_>) -> Vec<Group> {
    let (inset, style) = manner(tone, press.density);
    vec![stacked(&press.lines(text, style, MEASURE - inset), LEFT + inset, tone)]
}

/// How far a text is moved in, and its style.
fn manner(tone: Tone, density: Density) -> (f32, Style) {
    match tone {
        Tone::Plain => (0.0, density.text()),
        Tone::Lead => (0.0, density.strong()),
        Tone::Say => (10.0, density.speech()),
        Tone::Never => (10.0, density.strong()),
    }
}

/// Lines one below the other; what is to be said and what never to do has a bar beside it.
fn stacked(lines: &[Line], x: f32, tone: Tone) -> Group {
    let piece = |line: &Line| {
        let mut piece = Piece { height: line.leading, marks: Vec::new() };
        piece.line(line, x, 0.0);
        match tone {
            Tone::Say => piece.bar(LEFT, 0.0, 2.0, line.leading, Ink::Accent),
            Tone::Never => piece.bar(LEFT, 0.0, 2.0, line.leading, Ink::Black),
            Tone::Plain | Tone::Lead => {}
        }
        piece
    };
    lines.iter().map(piece).collect()
}

fn lowered(mark: Mark, down: f32) -> Mark {
    match mark {
        Mark::Text { x, baseline, run } => Mark::Text { x, baseline: baseline + down, run },
        Mark::Bar { x, y, width, height, ink } => Mark::Bar { x, y: y + down, width, height, ink },
        Mark::Plate { plate, x, y, width, height } => Mark::Plate { plate, x, y: y + down, width, height },
    }
}

struct Pages {
    pages: Vec<Page>,
    y: f32,
}

impl Pages {
    fn title(&mut self, sheet: &Sheet, press: &mut Press<'_>) {
        let title = press.lines(&sheet.title, density::TITLE, WIDTH);
        let subtitle =
            if sheet.subtitle.is_empty() { Vec::new() } else { press.lines(&sheet.subtitle, density::SUBTITLE, WIDTH) };
        for line in title.iter().chain(&subtitle) {
            let mut piece = Piece { height: line.leading, marks: Vec::new() };
            piece.line(line, SIDE, 0.0);
            self.put(piece);
        }
        self.y += 5.0;
        let mut rule = Piece { height: 1.4, marks: Vec::new() };
        rule.bar(SIDE, 0.0, WIDTH, 1.4, Ink::Accent);
        self.put(rule);
    }

    fn room(&self) -> f32 {
        FLOOR - self.y
    }

    fn new_page(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    /// Adds lines to write on down to the foot of the page.
    fn fill(&self, groups: &mut Vec<Group>, density: Density) {
        let blank = blank(density);
        let mut used: f32 = groups.iter().map(|g| Piece::height_of(g)).sum::<f32>() + 2.0 * density.air;
        while used + density.writing <= self.room() {
            groups.push(vec![blank.clone()]);
            used += density.writing;
        }
    }

    /// Puts a part with its heading, a hairline above it unless it opens a page or follows the title.
    fn part(&mut self, heading: &[Line], cut: Cut, density: Density) {
        let high: f32 = heading.iter().map(|l| l.leading).sum();
        let head = cut.head.as_ref().map_or(0.0, |h| h.height);
        let all = cut.groups.iter().map(|g| Piece::height_of(g)).sum::<f32>() + head;
        let first = cut.groups.first().map_or(0.0, |g| Piece::height_of(g)) + head;
        // A short part is not torn, and no heading stands alone at the foot of a page.
        let page = FLOOR - TOP;
        let needed = if all < page * 0.35 { all.max(high) } else { first.max(high).min(page) };
        if self.room() < needed + density.air {
            self.new_page();
        } else if self.pages.len() > 1 || self.y > TOP + 60.0 {
            self.rule();
        }
        self.y += density.air;
        let (page_of_heading, top) = (self.pages.len(), self.y);
        // A heading stands on the line on which its part begins.
        let begins = cut.head.iter().chain(cut.groups.iter().flatten()).find_map(Piece::first_baseline);
        let own = heading.first().map_or(0.0, Line::baseline);
        let mut y = begins.map_or(density.pad, |baseline| baseline - own);
        let mut title = Piece::default();
        for line in heading {
            title.line(line, SIDE, y);
            y += line.leading;
        }
        self.stamp(title);
        if let Some(head) = &cut.head {
            self.put(head.clone());
        }
        for group in cut.groups {
            let whole = Piece::height_of(&group);
            if self.room() < whole && whole < page {
                self.turn(cut.head.as_ref());
            }
            for piece in group {
                if self.room() < piece.height && self.y > TOP {
                    self.turn(cut.head.as_ref());
                }
                self.put(piece);
            }
        }
        if self.pages.len() == page_of_heading {
            self.y = self.y.max(top + high);
        }
        self.y += density.air;
    }

    fn turn(&mut self, head: Option<&Piece>) {
        self.new_page();
        if let Some(head) = head {
            self.put(head.clone());
        }
    }

    fn rule(&mut self) {
        let mut rule = Piece::default();
        rule.bar(SIDE, 0.0, WIDTH, 0.5, Ink::Hair);
        self.stamp(rule);
    }

    /// Draws a piece and goes on below it.
    fn put(&mut self, piece: Piece) {
        let height = piece.height;
        self.stamp(piece);
        self.y += height;
    }

    /// Draws a piece without going on.
    fn stamp(&mut self, piece: Piece) {
        let down = self.y;
        let Some(page) = self.pages.last_mut() else { return };
        page.marks.extend(piece.marks.into_iter().map(|mark| lowered(mark, down)));
    }
}
