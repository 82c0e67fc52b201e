//! What a person should know about a packet: what it lacks, what was done differently, whether the channel takes it.

use crate::input::PacketInput;
use recourse_domain::Params;
use recourse_rulebook::{Words, format};
use std::collections::BTreeSet;

/// What a finding is about. Words for each stand in the locales under `finding-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingCode {
    /// The channel takes fewer bytes.
    TooManyBytes,
    /// The channel takes fewer pages.
    TooManyPages,
    /// The file of an exhibit is not where it should be.
    ExhibitMissing,
    /// The file of an exhibit is no longer what was taken in.
    ExhibitAltered,
    /// The file of an exhibit cannot be read from the disk.
    ExhibitUnreadable,
    /// An exhibit cannot be drawn; the packet names it and holds its hash only.
    ExhibitNotDrawn,
    /// An exhibit was broken and was mended as far as it went.
    ExhibitRepaired,
    /// Filled fields of a PDF have no look of their own and are not in the packet.
    ExhibitFieldsUnpainted,
    /// A PDF is shown as pictures of its pages, without text that can be searched.
    ExhibitAsPicture,
    /// A JPEG could not be taken over as it is and is shown from its pixels.
    ExhibitReEncoded,
    /// Characters that the fonts do not hold.
    GlyphMissing,
    /// No transaction on record.
    NoTransaction,
    /// No exhibit.
    NoEvidence,
    /// No counterparty.
    NoCounterparty,
    /// The shop has no name on record.
    NoMerchantName,
    /// The shop has no merchant number on record.
    NoMerchantNumber,
    /// An exhibit without caption.
    NoCaption,
}

impl FindingCode {
    /// Every code, gravest first.
    pub const ALL: [Self; 17] = [
        Self::ExhibitMissing,
        Self::ExhibitAltered,
        Self::ExhibitUnreadable,
        Self::TooManyBytes,
        Self::TooManyPages,
        Self::ExhibitNotDrawn,
        Self::ExhibitRepaired,
        Self::ExhibitFieldsUnpainted,
        Self::ExhibitAsPicture,
        Self::ExhibitReEncoded,
        Self::GlyphMissing,
        Self::NoTransaction,
        Self::NoEvidence,
        Self::NoCounterparty,
        Self::NoMerchantName,
        Self::NoMerchantNumber,
        Self::NoCaption,
    ];

    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TooManyBytes => "too-many-bytes",
            Self::TooManyPages => "too-many-pages",
            Self::ExhibitMissing => "exhibit-missing",
            Self::ExhibitAltered => "exhibit-altered",
            Self::ExhibitUnreadable => "exhibit-unreadable",
            Self::ExhibitNotDrawn => "exhibit-not-drawn",
            Self::ExhibitRepaired => "exhibit-repaired",
            Self::ExhibitFieldsUnpainted => "exhibit-fields-unpainted",
            Self::ExhibitAsPicture => "exhibit-as-picture",
            Self::ExhibitReEncoded => "exhibit-re-encoded",
            Self::GlyphMissing => "glyph-missing",
            Self::NoTransaction => "no-transaction",
            Self::NoEvidence => "no-evidence",
            Self::NoCounterparty => "no-counterparty",
            Self::NoMerchantName => "no-merchant-name",
            Self::NoMerchantNumber => "no-merchant-number",
            Self::NoCaption => "no-caption",
        }
    }

    /// Whether the packet itself should say it, because it changes what the reader sees.
    #[must_use]
    pub fn is_printed(self) -> bool {
        matches!(
            self,
            Self::ExhibitNotDrawn
                | Self::ExhibitRepaired
                | Self::ExhibitFieldsUnpainted
                | Self::ExhibitAsPicture
                | Self::ExhibitReEncoded
                | Self::GlyphMissing
        )
    }
}

/// One thing to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable name; words under `finding-<code>`.
    pub code: &'static str,
    /// Values for the words.
    pub params: Params,
    /// Label of the exhibit it is about, e.g. `E3`.
    pub item: Option<String>,
}

impl Finding {
    /// A finding about the whole packet.
    pub(crate) fn of(code: FindingCode, params: &[(&str, &str)]) -> Self {
        let params = params.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Self { code: code.as_str(), params, item: None }
    }

    /// A finding about an exhibit; its words may use `label`.
    pub(crate) fn about(code: FindingCode, label: &str, params: &[(&str, &str)]) -> Self {
        let mut finding = Self::of(code, params);
        finding.params.insert("label".to_owned(), label.to_owned());
        finding.item = Some(label.to_owned());
        finding
    }

    /// What to tell a person.
    #[must_use]
    pub fn message(&self, words: &Words) -> String {
        let values: Vec<(&str, &str)> = self.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        words.say_with(&format!("finding-{}", self.code), &values)
    }
}

/// What a look at a packet found before it is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Whether the channel takes a packet of this size and these pages.
    pub fits: bool,
    /// Pages it will have.
    pub pages: u32,
    /// Bytes it will have: to within some hundred, but for pictures other than JPEG, which are packed anew.
    pub bytes: u64,
    /// What to know, gravest first.
    pub findings: Vec<Finding>,
}

/// A packet that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Pages.
    pub pages: u32,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// SHA-256 of the file, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// What to know, gravest first.
    pub findings: Vec<Finding>,
}

/// What the case itself lacks.
pub(crate) fn of_case(input: &PacketInput<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let blank = |text: &str| text.trim().is_empty();
    let whole = [
        (input.case.transactions.is_empty(), FindingCode::NoTransaction),
        (input.exhibits.is_empty(), FindingCode::NoEvidence),
        (input.case.parties.is_empty(), FindingCode::NoCounterparty),
        (blank(&input.merchant.name), FindingCode::NoMerchantName),
        (blank(&input.merchant.mid), FindingCode::NoMerchantNumber),
    ];
    findings.extend(whole.into_iter().filter(|(lacks, _)| *lacks).map(|(_, code)| Finding::of(code, &[])));
    for exhibit in input.exhibits.iter().filter(|e| blank(&e.evidence.caption)) {
        findings.push(Finding::about(FindingCode::NoCaption, &exhibit.evidence.label(), &[]));
    }
    findings
}

/// Characters that are printed as 〓, each with its code point.
pub(crate) fn glyphs_missing(missing: &BTreeSet<char>) -> Finding {
    let each: Vec<String> = missing.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    let count = missing.len().to_string();
    Finding::of(FindingCode::GlyphMissing, &[("characters", &each.join(", ")), ("count", &count)])
}

/// Adds whether the channel takes the packet, and puts the gravest first.
pub(crate) fn judge(
    input: &PacketInput<'_>,
    pages: u32,
    bytes: u64,
    mut findings: Vec<Finding>,
) -> (bool, Vec<Finding>) {
    let mut fits = true;
    if let Some(most) = input.channel.max_bytes.filter(|most| bytes > *most) {
        fits = false;
        let (bytes, most) = (format::bytes(bytes), format::bytes(most));
        findings.push(Finding::of(FindingCode::TooManyBytes, &[("bytes", &bytes), ("limit", &most)]));
    }
    if let Some(most) = input.channel.max_pages.filter(|most| pages > *most) {
        fits = false;
        let (pages, most) = (pages.to_string(), most.to_string());
        findings.push(Finding::of(FindingCode::TooManyPages, &[("pages", &pages), ("limit", &most)]));
    }
    let rank = |f: &Finding| FindingCode::ALL.iter().position(|code| code.as_str() == f.code);
    findings.sort_by_key(rank);
    (fits, findings)
}
