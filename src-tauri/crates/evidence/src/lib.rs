//! Intake, content-addressed vault, type by content, previews; every decoder stands behind one door.
//!
//! The vault keeps originals byte for byte and never looks inside them. Whatever takes content apart lives behind
//! [`Door`]. No database, no window and no words for people may enter here.

pub mod door;
pub mod error;
pub mod jpeg;
mod name;
mod orientation;
pub mod previews;
pub mod redact;
mod sniff;
mod source;
pub mod vault;
pub mod warning;
mod wire;
pub mod worker;

pub use door::{
    Answer, Ask, Door, InProcess, Inspection, Launch, PAGE_UNITS, Part, Password, Picture, Pixels, Reading, Rect,
    Sandboxed, Sighted, Spot,
};
pub use error::EvidenceError;
pub use jpeg::JpegFacts;
pub use name::shown_name;
pub use previews::Previews;
pub use redact::{Derived, Redacted, Redaction};
pub use vault::{Audit, Taken, Vault};
pub use warning::Warning;
pub use worker::Bonds;
