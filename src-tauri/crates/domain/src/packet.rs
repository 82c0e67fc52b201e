//! What is remembered of a packet that was built.

use crate::evidence::Sha256Hex;
use crate::ids::PacketId;
use crate::key::Key;
use crate::moment::Moment;
use serde::{Deserialize, Serialize};

/// A finished packet. Built twice from [`PacketRecord::journal_seq`] it has the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketRecord {
    /// Identifier.
    pub id: PacketId,
    /// Channel it was fitted to.
    pub channel: Key,
    /// Language of its words: `zh-CN` or `en`.
    pub language: String,
    /// Hash of the PDF.
    pub sha256: Sha256Hex,
    /// Size in bytes.
    pub bytes: u64,
    /// Pages.
    pub pages: u32,
    /// Last journal entry of the case that it shows.
    pub journal_seq: u64,
    /// Name of the file as it was written, without folder.
    pub file_name: String,
    /// When it was built.
    pub built_at: Moment,
}
