//! Playbook files without a format number: names and kinds only, their words in the locales.

use super::model::{CallScript, CustomerScript, EvidenceAsked, Playbook, Rung};
use super::terms::{About, Confidence, Role};
use crate::error::RulebookError;
use crate::text::Text;
use crate::words::{Language, Words};
use chrono::NaiveDate;
use recourse_domain::Key;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    kind: Key,
    mandatory: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: Key,
    about: String,
    needs_transaction: bool,
    contact_order: Vec<Key>,
    details: Vec<Key>,
    evidence: Vec<Asked>,
    source: String,
    confidence: String,
    checked_on: NaiveDate,
}

/// Whether a file is one of these.
pub(crate) fn is(text: &str) -> bool {
    !text.lines().any(|line| line.starts_with("format"))
}

pub(crate) fn read(file: &str, text: &str) -> Result<Playbook, RulebookError> {
    let read: File = toml::from_str(text)
        .map_err(|e| RulebookError::AssetUnreadable { file: file.to_owned(), reason: e.to_string() })?;
    let say = |key: String| {
        let in_language = |language| Words::of(language).say(&key);
        Text::new(in_language(Language::ZhCn), in_language(Language::En))
    };
    let rung = |role: &Key| Rung {
        id: role.clone(),
        role: Role::named(role.as_str()).unwrap_or(Role::Mediator),
        what: say(format!("role-{role}")),
        move_on_when: Text::default(),
        can: None,
        cannot: None,
        when: Vec::new(),
        facts: Vec::new(),
    };
    let asked = |asked: Asked| EvidenceAsked {
        good: say(format!("evidence-kind-{}-good", asked.kind)),
        proves: say(format!("evidence-kind-{}", asked.kind)),
        kind: asked.kind,
        mandatory: asked.mandatory,
        when: Vec::new(),
        claims: Vec::new(),
        never: None,
    };
    Ok(Playbook {
        revision: 1,
        about: About::named(&read.about).unwrap_or(About::Service),
        needs_transaction: read.needs_transaction,
        title: say(format!("playbook-{}", read.id)),
        summary: say(format!("playbook-{}-about", read.id)),
        details: read.details,
        source: read.source,
        confidence: Confidence::named(&read.confidence).unwrap_or(Confidence::C),
        checked_on: read.checked_on,
        facts: Vec::new(),
        symptoms: Vec::new(),
        questions: Vec::new(),
        steps: Vec::new(),
        evidence: read.evidence.into_iter().map(asked).collect(),
        demands: Vec::new(),
        call: CallScript::default(),
        customer: CustomerScript::default(),
        ladder: read.contact_order.iter().map(rung).collect(),
        outcomes: Vec::new(),
        prevention: Vec::new(),
        compliance: Vec::new(),
        id: read.id,
    })
}
