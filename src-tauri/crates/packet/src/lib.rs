//! Content model, pages, PDF: the dispute packet and its self-check.
