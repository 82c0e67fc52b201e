//! What a sheet consists of.

/// A page to have at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// What it is about.
    pub subtitle: String,
    /// A short remark for the foot of each printed page.
    pub footer: String,
    /// Whose it is: the shop's name, or empty while that is not on record.
    pub owner: String,
    /// Its parts in order.
    pub blocks: Vec<Block>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the part is for.
    pub heading: String,
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub body: Body,
}

/// How a part is meant, for whoever chooses its looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// To be looked up.
    Plain,
    /// What matters before all else.
    Lead,
    /// To be said aloud.
    Say,
    /// Never to be done.
    Never,
}

/// What a part says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Names and values.
    Facts(Vec<Line>),
    /// Points in no order.
    Points(Vec<String>),
    /// Points to go through one after the other.
    Numbered(Vec<String>),
    /// Empty lines for free notes: about so many, on paper as many as there is room for.
    Blanks(u32),
    /// Running text.
    Paragraph(String),
    /// Rows under a head; an empty cell is there to be written in. The head may be empty.
    Table {
        /// Words at the heads of the columns.
        head: Vec<String>,
        /// Rows, each with one text a column.
        rows: Vec<Vec<String>>,
    },
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// Its value; `None` when it is not on record, and then there is room to write it in.
    pub value: Option<String>,
}

impl Block {
    /// A part to be looked up.
    #[must_use]
    pub fn plain(heading: impl Into<String>, body: Body) -> Self {
        Self { heading: heading.into(), tone: Tone::Plain, body }
    }

    /// The same part, meant differently.
    #[must_use]
    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

impl Line {
    /// A name with its value; a value of spaces only is not on record.
    #[must_use]
    pub fn of(label: impl Into<String>, value: &str) -> Self {
        let value = value.trim();
        Self { label: label.into(), value: (!value.is_empty()).then(|| value.to_owned()) }
    }
}
