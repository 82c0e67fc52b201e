//! A letter filled from a case.

use super::context::{self, Gap};
use super::markup::{Paragraph, read};
use super::template::{self, Template};
use crate::error::RulebookError;
use crate::playbook::Playbook;
use crate::words::Words;
use chrono::NaiveDate;
use minijinja::value::Value;
use recourse_domain::{Case, Evidence, Key, MerchantProfile, Moment};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Something that happened, for the account in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Moment,
    /// What, in one sentence of the letter's language.
    pub text: String,
}

/// What a letter is written from.
#[derive(Debug, Clone, Copy)]
pub struct LetterInput<'a> {
    /// The case.
    pub case: &'a Case,
    /// The shop.
    pub merchant: &'a MerchantProfile,
    /// The playbook the case follows.
    pub playbook: &'a Playbook,
    /// The words of the letter's language.
    pub words: &'a Words,
    /// To whom it goes; may be empty.
    pub recipient: &'a str,
    /// The exhibits that go with it, in order.
    pub exhibits: &'a [&'a Evidence],
    /// Answers to what the template asks, by the name of [`super::Ask`]; also `merchant-form` where the case does not
    /// hold it.
    pub answers: &'a BTreeMap<String, String>,
    /// What happened. Empty: the sales and the steps done with a remark.
    pub chronology: &'a [Told],
    /// The day on which it is written, in the shop's zone.
    pub today: NaiveDate,
}

/// A fact that a letter needs and nobody has recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Stable name: `merchant-name`, `sale-rrn`, `ask-…`, `answer-…`, `detail-…`.
    pub field: String,
    /// What it is, in the letter's language.
    pub label: String,
}

/// What to know before sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The note.
    pub text: String,
    /// Whether it is what people usually do and no rule of law.
    pub custom: bool,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which template.
    pub template: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// What reads 未记录 in it, in the order in which it is met.
    pub missing: Vec<Missing>,
    /// What to know before sending.
    pub notes: Vec<Note>,
    /// Most characters where it is handed in, if that is known.
    pub limit: Option<usize>,
}

/// Stands before what a case says, so that it is never read as a mark of the letter.
const QUIET: char = '\u{e001}';
/// Stands for a bar that a case says.
const BAR: char = '\u{e000}';

/// A letter from a shipped template.
///
/// # Errors
/// [`RulebookError::TemplateUnknown`], [`RulebookError::TemplateUnfit`] with file and line,
/// [`RulebookError::AssetUnreadable`].
pub fn draft(template: &str, input: &LetterInput<'_>) -> Result<Draft, RulebookError> {
    let known = template::get(template)?;
    draft_from(known, template::source(template, input.words.language())?, input)
}

/// A letter from a template's text, which may be the owner's own.
///
/// # Errors
/// As [`draft`].
pub fn draft_from(template: &Template, text: &str, input: &LetterInput<'_>) -> Result<Draft, RulebookError> {
    let missing: Arc<Mutex<Vec<Missing>>> = Arc::default();
    let found = Arc::clone(&missing);
    let not_on_record = input.words.say("not-on-record");
    let mut environment = template::environment(input.words.language());
    environment.set_formatter(move |out, _, value: &Value| {
        if value.is_undefined() {
            return Err(minijinja::Error::from(minijinja::ErrorKind::UndefinedError));
        }
        if let Some(Gap(gap)) = value.downcast_object_ref::<Gap>() {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            if !found.iter().any(|known| known.field == gap.field) {
                found.push(gap.clone());
            }
            return Ok(out.write_str(&not_on_record)?);
        }
        Ok(out.write_str(&quiet(&value.to_string()))?)
    });
    let values = context::values(template, input, &mut environment);
    let file = format!("{}/{}.j2", input.words.language(), template.id);
    let rendered = environment.render_named_str(&file, text, values).map_err(|error| template::unfit(&file, &error))?;
    let paragraphs = read(&rendered).into_iter().map(aloud).collect();
    let missing = std::mem::take(&mut *missing.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(Draft {
        template: template.id.to_string(),
        paragraphs,
        missing,
        notes: notes(template, input),
        limit: template.limit.as_ref().map(|limit| limit.chars),
    })
}

/// What a case says, on one line and without meaning for the marks.
fn quiet(text: &str) -> String {
    let text: String = text.chars().filter(|c| !matches!(*c, QUIET | BAR)).collect();
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{QUIET}{}", line.replace('|', &BAR.to_string()).replace('\\', "\\\\"))
}

fn aloud(paragraph: Paragraph) -> Paragraph {
    let plain = |text: String| text.replace(QUIET, "").replace(BAR, "|").trim().to_owned();
    let cells: Vec<String> = paragraph.cells.into_iter().map(plain).collect();
    if cells.is_empty() { Paragraph::of(paragraph.role, plain(paragraph.text)) } else { Paragraph::row(cells) }
}

fn notes(template: &Template, input: &LetterInput<'_>) -> Vec<Note> {
    let own = template.notes.iter().map(|note| note.of(input.words.language()).to_owned());
    let mut notes: Vec<Note> = own.map(|text| Note { text, custom: false }).collect();
    let has = |kind: &Key| input.exhibits.iter().any(|e| e.kind.as_ref() == Some(kind));
    if !template.deciding.is_empty() && !template.deciding.iter().any(has) {
        let kinds = template.deciding.iter().map(|kind| input.words.say(&format!("evidence-kind-{kind}")));
        let kinds = kinds.collect::<Vec<_>>().join(&input.words.say("letter-semicolon"));
        notes.push(Note { text: input.words.say_with("letter-note-deciding", &[("kinds", &kinds)]), custom: false });
    }
    if template.signed {
        notes.push(Note { text: input.words.say("letter-note-seal"), custom: true });
    }
    notes
}
