//! Which templates there are, what each asks for, and whether one names only fields that exist.

use super::names;
use crate::assets::TEMPLATES;
use crate::error::RulebookError;
use crate::playbook::Confidence;
use crate::text::Text;
use crate::words::Language;
use chrono::NaiveDate;
use minijinja::{Environment, UndefinedBehavior};
use recourse_domain::Key;
use recourse_domain::moment::parse_date;
use serde::{Deserialize, Deserializer};
use std::sync::OnceLock;

/// What form an answer to a template has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskKind {
    /// One line.
    Line,
    /// Several paragraphs; empty lines part them.
    Text,
    /// A calendar date, `YYYY-MM-DD`.
    Date,
}

/// Something a template needs that no case holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Name; in the template `ask.<id>` with `_` for `-`.
    pub id: Key,
    /// What form the answer has.
    pub kind: AskKind,
    /// What to ask the owner.
    pub text: Text,
    /// How to answer it.
    pub hint: Option<Text>,
}

/// How long the text may be where it is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Most characters.
    pub chars: usize,
    /// Who says so.
    pub source: String,
    /// How sure: A or B.
    pub confidence: Confidence,
    /// Day the source was checked.
    #[serde(deserialize_with = "date")]
    pub checked_on: NaiveDate,
}

/// A letter or form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Stable name; its texts are `zh-CN/<id>.j2` and `en/<id>.j2`.
    pub id: Key,
    /// What it is called.
    pub name: Text,
    /// When to use it.
    pub what: Text,
    /// Whom it is for by default: a role of the ladder, or none.
    pub to: Option<Key>,
    /// Answers to the question `dispute-reason` that it fits; empty when it is not tied to a reason.
    #[serde(default)]
    pub reasons: Vec<Key>,
    /// Kinds of proof of which at least one is needed for it to win as a rule.
    #[serde(default)]
    pub deciding: Vec<Key>,
    /// Whether every exhibit handed over should be cited in it.
    #[serde(default)]
    pub cites: bool,
    /// Whether it ends with seal and signature.
    #[serde(default)]
    pub signed: bool,
    /// Longest text, where that is known.
    pub limit: Option<Limit>,
    /// What it asks for.
    #[serde(default, rename = "ask")]
    pub asks: Vec<Ask>,
    /// What to know before sending it. Custom, not law, unless it names its source.
    #[serde(default)]
    pub notes: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    template: Vec<Template>,
}

/// Every template, in the order of `assets/templates/templates.toml`. Read once a process.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with line and reason.
pub fn templates() -> Result<&'static [Template], RulebookError> {
    static ALL: OnceLock<Result<Vec<Template>, RulebookError>> = OnceLock::new();
    ALL.get_or_init(read).as_deref().map_err(Clone::clone)
}

/// One template.
///
/// # Errors
/// [`RulebookError::TemplateUnknown`], [`RulebookError::AssetUnreadable`].
pub fn get(id: &str) -> Result<&'static Template, RulebookError> {
    let unknown = || RulebookError::TemplateUnknown(id.chars().take(40).collect());
    templates()?.iter().find(|template| template.id.as_str() == id).ok_or_else(unknown)
}

fn read() -> Result<Vec<Template>, RulebookError> {
    let file = "templates.toml";
    let text = TEMPLATES.get_file(file).and_then(|f| f.contents_utf8()).unwrap_or_default();
    let read: File = toml::from_str(text)
        .map_err(|e| RulebookError::AssetUnreadable { file: file.to_owned(), reason: e.to_string() })?;
    Ok(read.template)
}

/// The text of a template in a language, as shipped.
///
/// # Errors
/// [`RulebookError::TemplateUnknown`].
pub fn source(id: &str, language: Language) -> Result<&'static str, RulebookError> {
    let file = TEMPLATES.get_file(format!("{language}/{id}.j2")).and_then(|file| file.contents_utf8());
    file.ok_or_else(|| RulebookError::TemplateUnknown(id.chars().take(40).collect()))
}

/// The reader of templates: a field that nobody knows is an error, never an empty place.
pub(super) fn environment(language: Language) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_loader(move |name| {
        let part = name.starts_with('_').then(|| TEMPLATES.get_file(format!("{language}/{name}.j2"))).flatten();
        Ok(part.and_then(|file| file.contents_utf8()).map(str::to_owned))
    });
    environment
}

pub(super) fn unfit(file: &str, error: &minijinja::Error) -> RulebookError {
    // What fails in an included part is told of that part.
    let inner = std::error::Error::source(error).and_then(|inner| inner.downcast_ref::<minijinja::Error>());
    if let Some(inner) = inner.filter(|inner| inner.line().is_some()) {
        return unfit(file, inner);
    }
    let name = error.name().filter(|name| name.starts_with('_')).unwrap_or(file);
    let reason = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    RulebookError::TemplateUnfit { file: name.to_owned(), line: error.line().unwrap_or(0), reason }
}

/// Whether a template's text reads, and names only fields, questions and particulars that exist; also in branches that
/// no case has taken yet.
///
/// # Errors
/// [`RulebookError::TemplateUnfit`] with file and line of the first fault.
pub fn check(file: &str, text: &str, language: Language, asks: &[Ask]) -> Result<(), RulebookError> {
    let environment = environment(language);
    let template = environment.template_from_named_str(file, text).map_err(|error| unfit(file, &error))?;
    let mut named: Vec<String> = template.undeclared_variables(true).into_iter().collect();
    named.sort();
    let line_of = |wanted: &str| text.lines().position(|line| line.contains(wanted)).map_or(0, |at| at + 1);
    let wrong = |wanted: &str| RulebookError::TemplateUnfit {
        file: file.to_owned(),
        line: line_of(wanted),
        reason: wanted.to_owned(),
    };
    if let Some(unknown) = named.iter().find(|name| !names::is_known(name, asks)) {
        return Err(wrong(unknown));
    }
    for (owner, fields) in names::ITEMS {
        for (at, _) in text.match_indices(&format!("{owner}.")) {
            let before = text.get(..at).and_then(|t| t.chars().next_back());
            if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.')) {
                continue;
            }
            let rest = text.get(at + owner.len() + 1..).unwrap_or_default();
            let field: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            if !field.is_empty() && !fields.contains(&field.as_str()) {
                return Err(wrong(&format!("{owner}.{field}")));
            }
        }
    }
    for (function, knows) in [("answer", names::knows_question as fn(&str) -> bool), ("detail", names::knows_detail)] {
        for (at, call) in text.match_indices(&format!("{function}(\"")) {
            let id = text.get(at + call.len()..).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            if !knows(id) {
                return Err(wrong(&format!("{call}{id}")));
            }
        }
    }
    Ok(())
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    parse_date(&String::deserialize(from)?).map_err(serde::de::Error::custom)
}
