//! Intake, content-addressed vault, type by content, previews; every decoder stands behind one door.
