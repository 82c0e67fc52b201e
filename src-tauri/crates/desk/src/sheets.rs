//! Sheets to read from and to print: for a call, for the customer, for a bad day.

use crate::books;
use crate::desk::Desk;
use crate::dto::{SheetBlockDto, SheetDto, SheetLineDto};
use crate::error::DeskError;
use recourse_domain::{DomainError, Moment};
use recourse_packet::sheet::{Printing, build};
use recourse_rulebook::playbook::Role;
use recourse_rulebook::sheet::{self, Block, Body, Sheet, Tone};
use std::path::{Path, PathBuf};

/// Which sheet.
#[derive(Debug, Clone)]
pub enum SheetAsk {
    /// For a call, by case and role of whoever is called; an empty role means the first one to turn to.
    Call {
        /// Case, by identifier or number.
        case: String,
        /// Role.
        role: String,
    },
    /// For the talk with the customer, by case.
    Customer {
        /// Case, by identifier or number.
        case: String,
    },
    /// For a bad day in the shop.
    Contingency,
}

impl SheetAsk {
    /// `call`, `customer` or `contingency`, with a case and a role where they belong.
    ///
    /// # Errors
    /// Any other name.
    pub fn named(sheet: &str, case: &str, role: &str) -> Result<Self, DeskError> {
        match sheet {
            "call" => Ok(Self::Call { case: case.to_owned(), role: role.to_owned() }),
            "customer" => Ok(Self::Customer { case: case.to_owned() }),
            "contingency" => Ok(Self::Contingency),
            other => Err(unreadable("sheet", other)),
        }
    }
}

/// A sheet with what printing it needs.
struct Made {
    sheet: Sheet,
    as_of: Moment,
    /// Name of its file without the extension.
    name: String,
}

impl Desk {
    /// What to have at hand for a call to one of the other side.
    ///
    /// # Errors
    /// Unknown case or role, storage.
    pub fn call_sheet(&self, case: &str, role: &str) -> Result<SheetDto, DeskError> {
        self.sheet(&SheetAsk::Call { case: case.to_owned(), role: role.to_owned() })
    }

    /// What to say to the customer, and what never to ask.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn customer_script(&self, case: &str) -> Result<SheetDto, DeskError> {
        self.sheet(&SheetAsk::Customer { case: case.to_owned() })
    }

    /// What to do when the terminal fails.
    ///
    /// # Errors
    /// An unreadable asset, storage.
    pub fn contingency_plan(&self) -> Result<SheetDto, DeskError> {
        self.sheet(&SheetAsk::Contingency)
    }

    /// A sheet as a document.
    ///
    /// # Errors
    /// Unknown case or role, storage.
    pub fn sheet(&self, ask: &SheetAsk) -> Result<SheetDto, DeskError> {
        Ok(document(self.make_sheet(ask)?.sheet))
    }

    /// A name for the printed sheet.
    ///
    /// # Errors
    /// As [`Desk::sheet`].
    pub fn sheet_file_name(&self, ask: &SheetAsk) -> Result<String, DeskError> {
        Ok(format!("{}.pdf", self.make_sheet(ask)?.name))
    }

    /// Prints a sheet to a place the owner chose, replacing a file that is there.
    ///
    /// # Errors
    /// As [`Desk::sheet`]; disk.
    pub fn sheet_save(&self, ask: &SheetAsk, to: &Path) -> Result<(), DeskError> {
        let made = self.make_sheet(ask)?;
        self.print(&made, to)
    }

    /// Prints a sheet into the data folder and says where, for the program's own use: never handed to the page.
    ///
    /// # Errors
    /// As [`Desk::sheet`]; disk.
    pub fn sheet_path(&self, ask: &SheetAsk) -> Result<PathBuf, DeskError> {
        let made = self.make_sheet(ask)?;
        let folder = self.folder.sheets();
        std::fs::create_dir_all(&folder).map_err(|source| DeskError::Write { path: folder.clone(), source })?;
        let path = folder.join(format!("{}.pdf", made.name));
        self.print(&made, &path)?;
        Ok(path)
    }

    fn print(&self, made: &Made, to: &Path) -> Result<(), DeskError> {
        let printing = Printing { words: self.words(), as_of: made.as_of, app_version: env!("CARGO_PKG_VERSION") };
        build(&made.sheet, &printing, to)?;
        Ok(())
    }

    fn make_sheet(&self, ask: &SheetAsk) -> Result<Made, DeskError> {
        let words = self.words();
        let merchant = self.store.merchant()?;
        let book = self.book();
        match ask {
            SheetAsk::Call { case, role } => {
                let case = self.store.find_case(case)?;
                let playbook = books::of_case(&book, &case)?;
                let first = || playbook.contact_order().first().copied();
                let role = match role.trim() {
                    "" => first().or_else(|| Role::named("acquirer")),
                    name => Role::named(name),
                };
                let role = role.ok_or_else(|| unreadable("role", role_name(ask)))?;
                Ok(Made {
                    sheet: sheet::call(&case, &merchant, playbook, role, words),
                    as_of: case.changed_at,
                    name: format!("{}-call-{}", case.number, role.as_str()),
                })
            }
            SheetAsk::Customer { case } => {
                let case = self.store.find_case(case)?;
                let playbook = books::of_case(&book, &case)?;
                Ok(Made {
                    sheet: sheet::customer(&case, playbook, words),
                    as_of: case.changed_at,
                    name: format!("{}-customer", case.number),
                })
            }
            SheetAsk::Contingency => {
                let today = self.moment(self.zone).date();
                // The plan is one of a day, so printing it twice a day gives the same file.
                let midnight = today.and_time(chrono::NaiveTime::MIN).and_utc();
                Ok(Made {
                    sheet: sheet::contingency(&merchant, &book, words, today)?,
                    as_of: Moment::new(midnight, chrono_tz::Tz::UTC),
                    name: format!("contingency-{}", today.format("%Y%m%d")),
                })
            }
        }
    }
}

fn role_name(ask: &SheetAsk) -> &str {
    match ask {
        SheetAsk::Call { role, .. } => role,
        SheetAsk::Customer { .. } | SheetAsk::Contingency => "",
    }
}

fn unreadable(field: &str, value: &str) -> DeskError {
    DomainError::FieldUnreadable { field: field.to_owned(), value: value.to_owned() }.into()
}

fn document(sheet: Sheet) -> SheetDto {
    SheetDto { title: sheet.title, subtitle: sheet.subtitle, blocks: sheet.blocks.into_iter().map(block).collect() }
}

fn block(block: Block) -> SheetBlockDto {
    let mut made = SheetBlockDto {
        heading: block.heading,
        kind: String::new(),
        tone: match block.tone {
            Tone::Plain => "plain",
            Tone::Lead => "lead",
            Tone::Say => "say",
            Tone::Never => "never",
        }
        .to_owned(),
        lines: Vec::new(),
        points: Vec::new(),
        head: Vec::new(),
        rows: Vec::new(),
        blanks: 0,
    };
    let kind = match block.body {
        Body::Facts(lines) => {
            made.lines = lines.into_iter().map(|l| SheetLineDto { label: l.label, value: l.value }).collect();
            "facts"
        }
        Body::Points(points) => {
            made.points = points;
            "points"
        }
        Body::Numbered(points) => {
            made.points = points;
            "numbered"
        }
        Body::Blanks(lines) => {
            made.blanks = lines;
            "blanks"
        }
        Body::Paragraph(text) => {
            made.points = vec![text];
            "paragraph"
        }
        Body::Table { head, rows } => {
            made.head = head;
            made.rows = rows;
            "table"
        }
    };
    kind.clone_into(&mut made.kind);
    made
}
