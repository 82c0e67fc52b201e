//! Letters and forms from `assets/templates`, filled from a case.
//!
//! Nothing is made up: a fact that is not on record reads 未记录 and is listed, a field that a template names and nobody
//! knows is an error with file and line, and the law is quoted only from `laws.toml`, where every row has its source.
//! No clock: the day is passed in. How a letter looks on paper belongs to the packet's room.

mod calls;
mod context;
mod draft;
mod law;
pub mod lint;
mod markup;
mod names;
mod plain;
mod template;
#[cfg(test)]
mod tests;

pub use draft::{Draft, LetterInput, Missing, Note, Told, draft, draft_from};
pub use law::{Law, laws};
pub use lint::{Finding, Place, lint};
pub use markup::{Paragraph, Role, read, written};
pub use plain::{Plain, plain, plain_of};
pub use template::{Ask, AskKind, Limit, Template, check, get, source, templates};
