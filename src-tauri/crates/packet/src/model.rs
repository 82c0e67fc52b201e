//! What a packet says, in order, before it has pages: sections, blocks, text. Pure data.
//!
//! No sizes, no positions, no fonts and no PDF may enter; those are chosen by the layout. A page number that is not
//! known yet stands as [`Piece::Pages`] or [`Piece::PageTotal`].

/// A place that links, page numbers and bookmarks can point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Anchor {
    /// Where a section begins.
    Section(SectionId),
    /// The pages of the exhibit with this number.
    Exhibit(u32),
}

/// The sections of the first form of the packet, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum SectionId {
    /// Front page with the contents.
    Cover,
    /// What is known of the case.
    Summary,
    /// Card and QR transactions.
    Transactions,
    /// What is asked for.
    Claim,
    /// What happened when, from the journal.
    Timeline,
    /// List of the exhibits.
    Index,
    /// The exhibits themselves.
    Exhibits,
    /// Hashes and how to check them.
    Verification,
}

/// What a piece of text is for; the layout chooses size, weight and ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Running text.
    Body,
    /// Running text that carries weight.
    Strong,
    /// Name of a fact, head of a column.
    Label,
    /// Secondary text.
    Quiet,
    /// A hash.
    Hash,
    /// Line above the title on the front page.
    Kicker,
    /// Title of the packet.
    Title,
    /// Line below the title.
    Subtitle,
    /// Title of a section.
    Section,
    /// Heading within a section.
    Heading,
    /// Label of an exhibit at the head of its page.
    Badge,
}

/// A piece of text whose words may depend on where pages fall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words as they are.
    Text(String),
    /// Page number or range of a place: `7`, `7–9`.
    Pages(Anchor),
    /// Number of pages of the whole packet.
    PageTotal,
}

/// Text of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// What it is for.
    pub(crate) role: Role,
    /// The words.
    pub(crate) piece: Piece,
    /// Where a click leads.
    pub(crate) link: Option<Anchor>,
}

impl Span {
    /// Plain words.
    #[must_use]
    pub(crate) fn text(role: Role, text: impl Into<String>) -> Self {
        Self { role, piece: Piece::Text(text.into()), link: None }
    }

    /// The page numbers of a place, leading there.
    #[must_use]
    pub(crate) fn pages(role: Role, anchor: Anchor) -> Self {
        Self { role, piece: Piece::Pages(anchor), link: Some(anchor) }
    }

    /// The same, leading somewhere.
    #[must_use]
    pub(crate) fn linking(mut self, anchor: Anchor) -> Self {
        self.link = Some(anchor);
        self
    }
}

/// One paragraph. A line feed in its text begins a new line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Its text.
    pub(crate) spans: Vec<Span>,
}

impl Paragraph {
    /// A paragraph of one role.
    #[must_use]
    pub(crate) fn of(role: Role, text: impl Into<String>) -> Self {
        Self { spans: vec![Span::text(role, text)] }
    }
}

/// What stands in one cell of a table.
pub(crate) type Cell = Vec<Paragraph>;

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Width {
    /// Points.
    Fixed(f32),
    /// Share of what the fixed columns leave over.
    Share(f32),
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Column {
    /// Its width.
    pub(crate) width: Width,
    /// Whether its text stands at the right edge.
    pub(crate) right: bool,
}

impl Column {
    /// A column of text.
    #[must_use]
    pub(crate) fn of(width: Width) -> Self {
        Self { width, right: false }
    }

    /// A column of figures.
    #[must_use]
    pub(crate) fn figures(width: Width) -> Self {
        Self { width, right: true }
    }
}

/// A table whose head is repeated on every page it runs over.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    /// Columns from left to right.
    pub(crate) columns: Vec<Column>,
    /// Words at their heads; empty for a table without head.
    pub(crate) head: Vec<String>,
    /// Rows from top to bottom, one cell a column; the last cell of a shorter row runs over the rest.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// One page of an exhibit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ExhibitPage {
    /// Number of the exhibit.
    pub(crate) number: u32,
    /// `E1`.
    pub(crate) label: String,
    /// What it shows.
    pub(crate) caption: String,
    /// Page within the exhibit, from 1, and how many there are, in words.
    pub(crate) part: String,
    /// Lines below the frame: where it comes from, hash.
    pub(crate) notes: Vec<Paragraph>,
    /// What is drawn, or why nothing is.
    pub(crate) content: ExhibitContent,
}

/// What an exhibit page shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ExhibitContent {
    /// A picture or a page of the owner's PDF.
    Plate {
        /// Index of the plate.
        plate: usize,
        /// Upright width at natural size in points.
        width_pt: f32,
        /// Upright height at natural size in points.
        height_pt: f32,
    },
    /// Words in its place.
    Notice(String),
}

/// A place for somebody's signature or seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Whose.
    pub(crate) who: String,
    /// Words before the line for the day.
    pub(crate) date: String,
}

/// A building block of a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// A heading within the section; stays with what follows.
    Heading(String),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// Places for signatures beside each other, on one page.
    Signatures(Vec<Signature>),
    /// Empty space in points.
    Gap(f32),
    /// A short thick bar in the accent colour, above the title of the packet.
    Mark,
    /// A line across the page in the accent colour.
    Rule,
    /// A page of its own.
    Exhibit(ExhibitPage),
}

/// How a section begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// On a new page, without its title.
    Bare,
    /// On a new page, under its title.
    NewPage,
    /// Under its title, after what came before if there is room.
    Flowing,
}

/// A section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Section {
    /// Which.
    pub(crate) id: SectionId,
    /// Its title in words.
    pub(crate) title: String,
    /// How it begins.
    pub(crate) opening: Opening,
    /// Its blocks in order.
    pub(crate) blocks: Vec<Block>,
}

/// A whole packet before it has pages.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Content {
    /// Title of the document.
    pub(crate) title: String,
    /// Words at the foot of every page, left of the page number.
    pub(crate) footer: String,
    /// Its sections in order.
    pub(crate) sections: Vec<Section>,
    /// Bookmark words of each exhibit: number and what it shows.
    pub(crate) exhibits: Vec<(u32, String)>,
}
