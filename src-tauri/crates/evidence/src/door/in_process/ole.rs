//! Files of the old Office kind: told apart by the names of their streams, not read.

use crate::door::Inspection;
use crate::error::EvidenceError;
use recourse_domain::MediaType;

/// Outlook's stream of properties.
const OUTLOOK: &str = "__properties_version1.0";

pub(super) fn inspect(bytes: &[u8]) -> Result<Inspection, EvidenceError> {
    let name: Vec<u8> = OUTLOOK.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let media = if memchr::memmem::find(bytes, &name).is_some() { MediaType::OutlookMail } else { MediaType::Office };
    Ok(Inspection { media: Some(media), ..Inspection::default() })
}
