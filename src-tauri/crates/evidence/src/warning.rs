//! What a person should know about a file that was taken in all the same. Words live in the locales as `warning-<code>`.

/// A remark on a file that was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Warning {
    /// Stable `kebab-case` identifier.
    pub code: &'static str,
}

impl Warning {
    /// The name's extension promises another kind than the content is; the content counts.
    pub const NAME_MISLEADS: Self = Self { code: "name-misleads" };
    /// The PDF opens only with a password: it is kept, but cannot be shown.
    pub const PDF_LOCKED: Self = Self { code: "pdf-locked" };
    /// The picture moves; previews and packets show its first frame only.
    pub const FIRST_FRAME_ONLY: Self = Self { code: "first-frame-only" };
    /// The vault's own copy of this content had been altered; it was set aside and replaced by the right one.
    pub const BLOB_REPAIRED: Self = Self { code: "blob-repaired" };

    /// The file has several pages of which previews and packets show the first.
    pub const FIRST_PAGE_ONLY: Self = Self { code: "first-page-only" };
    /// The kind is kept but cannot be shown.
    pub const NOT_SHOWN: Self = Self { code: "not-shown" };
    /// Nobody knows what this is; it is kept and never opened.
    pub const KIND_UNKNOWN: Self = Self { code: "kind-unknown" };
    /// The content ended the process that decoded it; it is kept and never opened again.
    pub const DECODER_DIED: Self = Self { code: "decoder-died" };
    /// The content took too long to decode; it is kept and never opened again.
    pub const DECODER_TOO_SLOW: Self = Self { code: "decoder-too-slow" };
    /// The mail has attachments, which can be evidence of their own.
    pub const HAS_ATTACHMENTS: Self = Self { code: "has-attachments" };
    /// Some characters of the text could not be read.
    pub const TEXT_GARBLED: Self = Self { code: "text-garbled" };
    /// The text holds what looks like a whole card number.
    pub const CARD_SEEN: Self = Self { code: "card-seen" };
    /// The text holds what looks like a security code, a PIN or a magnetic track.
    pub const SECRET_SEEN: Self = Self { code: "secret-seen" };
    /// The file's name held a secret, which was masked.
    pub const NAME_MASKED: Self = Self { code: "name-masked" };

    /// Every warning there is.
    pub const ALL: [Self; 14] = [
        Self::NAME_MISLEADS,
        Self::PDF_LOCKED,
        Self::FIRST_FRAME_ONLY,
        Self::BLOB_REPAIRED,
        Self::FIRST_PAGE_ONLY,
        Self::NOT_SHOWN,
        Self::KIND_UNKNOWN,
        Self::DECODER_DIED,
        Self::DECODER_TOO_SLOW,
        Self::HAS_ATTACHMENTS,
        Self::TEXT_GARBLED,
        Self::CARD_SEEN,
        Self::SECRET_SEEN,
        Self::NAME_MASKED,
    ];
}
