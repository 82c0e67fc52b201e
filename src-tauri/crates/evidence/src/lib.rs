//! Intake, content-addressed vault, type by content, previews; every decoder stands behind one door.
//!
//! The vault keeps originals byte for byte and never looks inside them. Whatever takes content apart lives behind
//! [`Door`]. No database, no window and no words for people may enter here.

pub mod door;
pub mod error;
pub mod jpeg;
mod orientation;
pub mod warning;

pub use door::{Door, Inspection, Picture, Pixels};
pub use error::EvidenceError;
pub use jpeg::JpegFacts;
pub use warning::Warning;
