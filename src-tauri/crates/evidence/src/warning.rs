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

    /// Every warning there is.
    pub const ALL: [Self; 4] = [Self::NAME_MISLEADS, Self::PDF_LOCKED, Self::FIRST_FRAME_ONLY, Self::BLOB_REPAIRED];
}
