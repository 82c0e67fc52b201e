//! The door of today: decoders run inside this process, each behind a guard.

use super::{Door, Inspection, Picture, Pixels};
use crate::error::EvidenceError;
use recourse_domain::MediaType;
use std::path::Path;
use std::sync::Arc;

/// Decodes inside the present process.
#[derive(Clone, Default)]
pub struct InProcess {
    fallback_font: Option<Arc<Vec<u8>>>,
}
