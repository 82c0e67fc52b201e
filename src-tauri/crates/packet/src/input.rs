//! What a packet is made from. Everything is handed in; nothing is looked up, and no clock is read.

use recourse_domain::{Actor, Case, Evidence, MerchantProfile, Moment};
use recourse_rulebook::{Book, Channel, Language, Words};
use std::path::PathBuf;

/// One journal entry in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Number in the case's journal.
    pub seq: u64,
    /// When it happened.
    pub at: Moment,
    /// By whom.
    pub actor: Actor,
    /// What happened, in the language of the packet.
    pub summary: String,
    /// Hash that chains the entry to all before it.
    pub hash: String,
}

/// An exhibit and where its original lies.
#[derive(Debug, Clone)]
pub struct Exhibit<'a> {
    /// Its record.
    pub evidence: &'a Evidence,
    /// The original in the vault.
    pub path: PathBuf,
}

/// What a packet is made from. The same input gives the same bytes.
#[derive(Debug, Clone)]
pub struct PacketInput<'a> {
    /// The case as it stood at `head_seq`.
    pub case: &'a Case,
    /// The shop.
    pub merchant: &'a MerchantProfile,
    /// The playbooks in use: they hold the words of questions and answers.
    pub book: &'a Book,
    /// The journal up to `head_seq`, oldest first.
    pub entries: &'a [TimelineEntry],
    /// Last journal entry that is shown.
    pub head_seq: u64,
    /// When that entry was made; the only date of the document.
    pub as_of: Moment,
    /// Words of the packet.
    pub words: &'a Words,
    /// Their language.
    pub language: Language,
    /// Where the packet goes.
    pub channel: &'a Channel,
    /// The exhibits in packet order.
    pub exhibits: Vec<Exhibit<'a>>,
    /// Version of the program, for the document's metadata.
    pub app_version: &'a str,
}
