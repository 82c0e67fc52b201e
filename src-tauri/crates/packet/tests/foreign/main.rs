//! Pages of owners' PDFs inside a packet, judged by programs that are not ours: poppler (text, pixels) and qpdf (syntax).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod hostile;
mod judges;
mod pages;
