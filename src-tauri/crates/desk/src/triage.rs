//! From what a shop saw to the playbook that fits, and what response codes mean.

use crate::desk::Desk;
use crate::dto::{ResponseCodeDto, SuggestionDto, TriageReport};
use crate::error::DeskError;
use recourse_domain::{DomainError, guard};
use recourse_rulebook::Language;
use recourse_rulebook::codes::{self, ResponseCode};
use recourse_rulebook::playbook::{About, Confidence};
use recourse_rulebook::triage::{self, Heard};

/// What a shop tells at the start, as typed. All of it may be empty.
#[derive(Debug, Clone, Default)]
pub struct TriageInput {
    /// `principal`, `fee`, `service`, or empty while it is not known.
    pub about: String,
    /// Symptoms chosen, by name.
    pub symptoms: Vec<String>,
    /// What the screen says.
    pub screen: String,
    /// Response code.
    pub code: String,
}

impl Desk {
    /// The playbooks that fit, the best first. Never empty, and nothing is kept.
    ///
    /// # Errors
    /// An unreadable name.
    pub fn triage(&self, input: &TriageInput) -> Result<TriageReport, DeskError> {
        let (book, words) = (self.book(), self.words());
        let about =
            match input.about.trim() {
                "" => None,
                name => Some(About::named(name).ok_or_else(|| DomainError::FieldUnreadable {
                    field: "about".to_owned(),
                    value: name.to_owned(),
                })?),
            };
        let heard = Heard {
            about,
            symptoms: input.symptoms.iter().map(|id| id.parse()).collect::<Result<_, _>>()?,
            screen: input.screen.trim().to_owned(),
            code: input.code.trim().to_owned(),
        };
        let suggestions = triage::suggest(&book, &heard)
            .into_iter()
            .map(|s| SuggestionDto {
                title: book.title(s.playbook.as_str(), words.language()),
                summary: book
                    .get(s.playbook.as_str())
                    .map(|p| p.summary.of(words.language()).to_owned())
                    .unwrap_or_default(),
                playbook: s.playbook.to_string(),
                score: s.score,
                because: s.because.iter().map(|b| b.say(&book, words)).collect(),
            })
            .collect();
        let code = if heard.code.is_empty() { None } else { codes::get(&heard.code).ok() };
        Ok(TriageReport { suggestions, code: code.map(|code| response_code(code, words.language())) })
    }

    /// Every response code that is known.
    ///
    /// # Errors
    /// An unreadable asset.
    pub fn response_codes(&self) -> Result<Vec<ResponseCodeDto>, DeskError> {
        let language = self.language();
        Ok(codes::all()?.iter().map(|code| response_code(code, language)).collect())
    }

    /// One response code. Small letters and a missing zero in front do not matter.
    ///
    /// # Errors
    /// Unknown code, an unreadable asset.
    pub fn response_code(&self, code: &str) -> Result<ResponseCodeDto, DeskError> {
        // Looked through before it is looked up: the refusal shows a piece of it, in which a number is not to be known.
        guard::check("response-code", code)?;
        Ok(response_code(codes::get(code)?, self.language()))
    }
}

fn response_code(code: &ResponseCode, language: Language) -> ResponseCodeDto {
    ResponseCodeDto {
        code: code.code.clone(),
        meaning: code.meaning.of(language).to_owned(),
        screen: code.screen.of(language).to_owned(),
        advice: code.advice.of(language).to_owned(),
        never: code.never.as_ref().map(|text| text.of(language).to_owned()),
        playbook: code.playbook.as_ref().map(ToString::to_string),
        source: code.source.clone(),
        confidence: code.confidence.as_str().to_owned(),
        checked_on: code.checked_on.to_string(),
        unverified: code.confidence == Confidence::C,
    }
}
