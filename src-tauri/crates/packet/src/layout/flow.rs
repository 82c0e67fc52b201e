//! One round of laying: blocks from top to bottom, page after page, then the foot of each page.

use super::{Link, Mark, Numbers, Page, exhibit, table};
use crate::model::{Anchor, Block, Content, Opening, Paragraph, Piece, Role, Section, Signature, Span};
use crate::style::{self, BOTTOM, FOOTER, Ink, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TEXT_WIDTH, TOP};
use crate::text::{Ruler, clean};
use crate::wrap::{Line, Styled, wrap, wrap_at_most};

/// Room that a heading needs below itself, so that it does not stand alone at the foot of a page.
const KEEP_WITH_HEADING: f32 = 64.0;
/// Room that a section needs to begin on a page that already holds something.
const ROOM_FOR_SECTION: f32 = 170.0;
/// Height of a place for signature and seal: a seal is 4 cm wide at most.
const SIGNATURE: f32 = 128.0;
/// Lines of a paragraph that stay together at the foot and at the head of a page.
const TOGETHER: usize = 2;

/// Pages as they fill.
pub(super) struct Flow<'a> {
    pub(super) pages: Vec<Page>,
    /// Distance of the next line from the top edge.
    pub(super) y: f32,
    pub(super) ruler: &'a mut Ruler,
    known: &'a Numbers,
    found: Numbers,
}

/// Lays all sections once, with page numbers as the last round found them.
pub(super) fn run(content: &Content, known: &Numbers, ruler: &mut Ruler) -> (Vec<Page>, Numbers) {
    let mut flow = Flow { pages: Vec::new(), y: TOP, ruler, known, found: Numbers::default() };
    for section in &content.sections {
        flow.section(section);
    }
    flow.found.total = flow.number();
    flow.feet(&content.footer);
    (flow.pages, flow.found)
}

impl Flow<'_> {
    /// Number of the current page.
    fn number(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn new_page(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    /// Height left on the current page.
    pub(super) fn room(&self) -> f32 {
        PAGE_HEIGHT - BOTTOM - self.y
    }

    pub(super) fn at_top(&self) -> bool {
        self.y <= TOP
    }

    fn section(&mut self, section: &Section) {
        // An exhibit page is a new page with a head of its own; a title before it would take its place.
        let exhibits = matches!(section.blocks.first(), Some(Block::Exhibit(_)));
        let flowing = section.opening == Opening::Flowing && !self.pages.is_empty() && self.room() >= ROOM_FOR_SECTION;
        if flowing {
            self.y += 26.0;
        } else if !exhibits {
            self.new_page();
        }
        let first = self.number() + u32::from(exhibits);
        if section.opening != Opening::Bare && !exhibits {
            self.paragraph(&Paragraph::of(Role::Section, &section.title));
            self.bar(SIDE, self.y + 4.0, TEXT_WIDTH, 0.9, Ink::Accent);
            self.y += 16.0;
        }
        for (index, block) in section.blocks.iter().enumerate() {
            self.block(block, section.blocks.get(index + 1));
        }
        self.found.places.insert(Anchor::Section(section.id), (first, self.number()));
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Heading(text) => self.heading(text, next.is_some()),
            Block::Paragraph(paragraph) => {
                self.paragraph(paragraph);
                self.y += 4.0;
            }
            Block::Table(table) => table::place(self, table),
            Block::Signatures(places) => self.signatures(places),
            Block::Gap(height) => self.y += height,
            Block::Mark => {
                self.bar(SIDE, self.y, 44.0, 3.5, Ink::Accent);
                self.y += 3.5;
            }
            Block::Rule => {
                self.bar(SIDE, self.y, TEXT_WIDTH, 1.4, Ink::Accent);
                self.y += 1.4;
            }
            Block::Exhibit(page) => {
                exhibit::place(self, page);
                let number = self.number();
                let place = self.found.places.entry(Anchor::Exhibit(page.number)).or_insert((number, number));
                place.1 = number;
            }
        }
    }

    fn heading(&mut self, text: &str, has_next: bool) {
        if !self.at_top() {
            self.y += 12.0;
        }
        let needed = style::of(Role::Heading).leading + if has_next { KEEP_WITH_HEADING } else { 0.0 };
        if self.room() < needed {
            self.new_page();
        }
        self.paragraph(&Paragraph::of(Role::Heading, text));
        self.y += 2.0;
    }

    /// Framed places for signature and seal, beside each other, each with a line for the day.
    fn signatures(&mut self, places: &[Signature]) {
        const BETWEEN: f32 = 14.0;
        const PAD: f32 = 8.0;
        self.y += 12.0;
        if self.room() < SIGNATURE {
            self.new_page();
        }
        #[allow(clippy::cast_precision_loss)]
        let width = (TEXT_WIDTH - BETWEEN * places.len().saturating_sub(1) as f32) / places.len().max(1) as f32;
        let (top, bottom) = (self.y, self.y + SIGNATURE);
        let mut x = SIDE;
        for place in places {
            for (y, height) in [(top, 0.5), (bottom - 0.5, 0.5)] {
                self.bar(x, y, width, height, Ink::Hair);
            }
            for left in [x, x + width - 0.5] {
                self.bar(left, top, 0.5, SIGNATURE, Ink::Hair);
            }
            let label = |text: &str| Paragraph::of(Role::Label, text);
            let mut y = top + PAD / 2.0;
            for line in self.lines(&label(&place.who), width - 2.0 * PAD) {
                self.line(&line, x + PAD, y);
                y += line.leading;
            }
            if let Some(line) = self.lines(&label(&place.date), width - 2.0 * PAD).first() {
                let y = bottom - PAD / 2.0 - line.leading;
                self.line(line, x + PAD, y);
                let from = x + PAD + line.width + 6.0;
                self.bar(from, y + line.leading - 3.0, (x + width - PAD - from).max(0.0), 0.5, Ink::Grey);
            }
            x += width + BETWEEN;
        }
        self.y = bottom;
    }

    /// Sets a paragraph over the whole width, breaking it between pages where needed.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
        let lines = self.lines(paragraph, TEXT_WIDTH);
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let left = count - index;
            // Neither the first line alone at the foot nor the last line alone at the head of a page.
            let together = if index == 0 || left == TOGETHER { TOGETHER.min(left) } else { 1 };
            #[allow(clippy::cast_precision_loss)]
            if self.room() < line.leading * together as f32 && !self.at_top() {
                self.new_page();
            }
            let y = self.y;
            self.line(&line, SIDE, y);
            self.y += line.leading;
        }
    }

    /// Lines of a paragraph at a width, with page numbers filled in.
    pub(super) fn lines(&mut self, paragraph: &Paragraph, width: f32) -> Vec<Line> {
        let styled: Vec<Styled> = paragraph.spans.iter().map(|s| self.styled(s)).collect();
        wrap(&styled, width, self.ruler)
    }

    fn styled(&self, span: &Span) -> Styled {
        let text = match &span.piece {
            Piece::Text(text) => clean(text),
            Piece::Pages(anchor) => self.known.words(*anchor),
            Piece::PageTotal => self.known.total.to_string(),
        };
        let mut style = style::of(span.role);
        if span.link.is_some() && style.ink == Ink::Black {
            style.ink = Ink::Accent;
        }
        Styled { text, style, link: span.link }
    }

    /// Puts a line on the current page with its upper edge at `y`.
    pub(super) fn line(&mut self, line: &Line, x: f32, y: f32) {
        let baseline = y + line.baseline();
        let Some(page) = self.pages.last_mut() else { return };
        for run in &line.runs {
            if let Some(to) = run.link {
                page.links.push(Link { x: x + run.x, y, width: run.width, height: line.leading, to });
            }
            page.marks.push(Mark::Text { x: x + run.x, baseline, run: run.clone() });
        }
    }

    pub(super) fn bar(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(Mark::Bar { x, y, width, height, ink });
        }
    }

    pub(super) fn plate(&mut self, plate: usize, x: f32, y: f32, width: f32, height: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(Mark::Plate { plate, x, y, width, height });
        }
    }

    /// The foot of every page: what it is, and `n / N` where n is the page's number in the file.
    fn feet(&mut self, footer: &str) {
        let quiet = style::of(Role::Quiet);
        let pages = std::mem::take(&mut self.pages);
        let total = pages.len();
        for (index, page) in pages.into_iter().enumerate() {
            self.pages.push(page);
            let stamp_style = style::Style { ink: Ink::Black, ..quiet };
            let stamp = Styled { text: format!("{} / {total}", index + 1), style: stamp_style, link: None };
            let stamp = wrap(&[stamp], 120.0, self.ruler);
            let words = Styled { text: clean(footer), style: quiet, link: None };
            let words = wrap_at_most(&words, TEXT_WIDTH - 140.0, 1, self.ruler);
            let y = PAGE_HEIGHT - FOOTER - quiet.leading;
            self.bar(SIDE, y - 5.0, TEXT_WIDTH, 0.5, Ink::Hair);
            for line in &words {
                self.line(line, SIDE, y);
            }
            for line in &stamp {
                self.line(line, PAGE_WIDTH - SIDE - line.width, y);
            }
        }
    }
}
