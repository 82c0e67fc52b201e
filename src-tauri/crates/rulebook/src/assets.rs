//! The shipped `assets/` as they were at build time. Only this module knows where they lie.

use include_dir::{Dir, include_dir};

/// Fluent files, one folder a language.
pub static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/locales");
/// Playbooks, one TOML file a problem.
pub static PLAYBOOKS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/playbooks");
/// Rules and limits.
pub static RULES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/rules");
/// Whom to reach, one TOML file a group.
pub static DIRECTORY: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/directory");
/// Letters and forms: their list, the law they may quote, and one text a language for each.
pub static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/templates");
