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
mod sniff;
mod source;
pub mod vault;
pub mod warning;

pub use door::{Door, InProcess, Inspection, Picture, Pixels};
pub use error::EvidenceError;
pub use jpeg::JpegFacts;
pub use name::shown_name;
pub use previews::Previews;
pub use vault::{Audit, Taken, Vault};
pub use warning::Warning;
