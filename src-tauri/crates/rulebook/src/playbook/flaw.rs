//! What can be wrong with a playbook file, and where.

use recourse_domain::{Coded, Params};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Not TOML.
    #[error("not readable as TOML: {0}")]
    Syntax(String),
    /// Larger than a playbook can sensibly be.
    #[error("larger than {0} bytes")]
    TooLarge(usize),
    /// A format that this version does not read.
    #[error("format {0:?} is not known")]
    Format(String),
    /// A key that means nothing here.
    #[error("{key:?} means nothing in {within}")]
    KeyUnknown {
        /// The key.
        key: String,
        /// The table it stands in.
        within: String,
    },
    /// A key that must be there is not.
    #[error("{within} lacks {key:?}")]
    KeyMissing {
        /// The key.
        key: String,
        /// The table that lacks it.
        within: String,
    },
    /// A value of another form.
    #[error("{key:?} must be {wanted}")]
    WrongForm {
        /// The key.
        key: String,
        /// `text`, `number`, `true-false`, `list`, `table`, `bilingual`, `key`, `date`.
        wanted: &'static str,
    },
    /// A number out of range.
    #[error("{key:?} must be from {least} to {most}")]
    OutOfRange {
        /// The key.
        key: String,
        /// Smallest value.
        least: u32,
        /// Largest value.
        most: u32,
    },
    /// A text without a letter.
    #[error("{key:?} is empty")]
    Blank {
        /// The key.
        key: String,
    },
    /// A shipped text without one of the languages.
    #[error("{key:?} lacks {language}")]
    Untranslated {
        /// The key.
        key: String,
        /// The language.
        language: String,
    },
    /// A word that is none of a closed list.
    #[error("{value:?} is none of {allowed}")]
    NotAllowed {
        /// What was written.
        value: String,
        /// The list.
        allowed: String,
    },
    /// A statement too weak to be shown at all.
    #[error("a statement of confidence {0:?} is not shown to anybody")]
    TooWeak(String),
    /// A name given out twice.
    #[error("the {what} {id:?} is there twice")]
    Twice {
        /// `fact`, `symptom`, `question`, …
        what: &'static str,
        /// The name.
        id: String,
    },
    /// A name of something that is not there.
    #[error("there is no {what} {id:?}")]
    NotThere {
        /// `fact`, `question`, `step`, `evidence`, …
        what: &'static str,
        /// The name.
        id: String,
    },
    /// A name that the program keeps for its own steps.
    #[error("the program itself uses {0:?}")]
    Reserved(String),
    /// Choices where there can be none, or fewer than two where there must be some.
    #[error("the question {0:?} has choices that do not fit its kind")]
    Choices(String),
    /// A condition without exactly one of `is`, `is_not` and `answered`.
    #[error("a condition says exactly one of is, is_not and answered")]
    ConditionUnclear,
    /// An answer that the question cannot have.
    #[error("the question {question:?} cannot be answered {value:?}")]
    AnswerImpossible {
        /// The question.
        question: String,
        /// The answer.
        value: String,
    },
    /// A question that no step asks.
    #[error("no step asks the question {0:?}")]
    NeverAsked(String),
    /// A question that two steps ask.
    #[error("more than one step asks the question {0:?}")]
    AskedTwice(String),
    /// Conditions that can never hold.
    #[error("the {what} {id:?} can never be reached")]
    Unreachable {
        /// `question`, `step`, `evidence`, `demand`, `rung`.
        what: &'static str,
        /// The name.
        id: String,
    },
    /// Something that waits for itself.
    #[error("the {what} {id:?} waits for itself")]
    Circle {
        /// `question` or `step`.
        what: &'static str,
        /// The name.
        id: String,
    },
    /// A shipped playbook without a step in a phase that every case goes through.
    #[error("no step in the phase {0}")]
    PhaseEmpty(&'static str),
    /// A blank that nobody fills.
    #[error("{{{0}}} is filled by nobody")]
    BlankUnknown(String),
    /// The same question with another kind or other choices in another playbook.
    #[error("the question {question:?} is another one in {other}")]
    QuestionDiffers {
        /// The question.
        question: String,
        /// The other playbook.
        other: String,
    },
    /// A symptom that another playbook has, too.
    #[error("the symptom {symptom:?} is also one of {other}")]
    SymptomTaken {
        /// The symptom.
        symptom: String,
        /// The other playbook.
        other: String,
    },
    /// The name in the file is not that of the file.
    #[error("the file holds the playbook {0:?}")]
    NameDiffers(String),
}

impl Coded for Flaw {
    fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "playbook-syntax",
            Self::TooLarge(_) => "playbook-too-large",
            Self::Format(_) => "playbook-format",
            Self::KeyUnknown { .. } => "playbook-key-unknown",
            Self::KeyMissing { .. } => "playbook-key-missing",
            Self::WrongForm { .. } => "playbook-wrong-form",
            Self::OutOfRange { .. } => "playbook-out-of-range",
            Self::Blank { .. } => "playbook-blank",
            Self::Untranslated { .. } => "playbook-untranslated",
            Self::NotAllowed { .. } => "playbook-not-allowed",
            Self::TooWeak(_) => "playbook-too-weak",
            Self::Twice { .. } => "playbook-twice",
            Self::NotThere { .. } => "playbook-not-there",
            Self::Reserved(_) => "playbook-reserved",
            Self::Choices(_) => "playbook-choices",
            Self::ConditionUnclear => "playbook-condition-unclear",
            Self::AnswerImpossible { .. } => "playbook-answer-impossible",
            Self::NeverAsked(_) => "playbook-never-asked",
            Self::AskedTwice(_) => "playbook-asked-twice",
            Self::Unreachable { .. } => "playbook-unreachable",
            Self::Circle { .. } => "playbook-circle",
            Self::PhaseEmpty(_) => "playbook-phase-empty",
            Self::BlankUnknown(_) => "playbook-blank-unknown",
            Self::QuestionDiffers { .. } => "playbook-question-differs",
            Self::SymptomTaken { .. } => "playbook-symptom-taken",
            Self::NameDiffers(_) => "playbook-name-differs",
        }
    }

    fn params(&self) -> Params {
        let pairs: Vec<(&str, String)> = match self {
            Self::Syntax(reason) => vec![("reason", reason.clone())],
            Self::TooLarge(limit) => vec![("limit", limit.to_string())],
            Self::KeyUnknown { key, within } | Self::KeyMissing { key, within } => {
                vec![("key", key.clone()), ("within", within.clone())]
            }
            Self::WrongForm { key, wanted } => vec![("key", key.clone()), ("wanted", (*wanted).to_owned())],
            Self::OutOfRange { key, least, most } => {
                vec![("key", key.clone()), ("least", least.to_string()), ("most", most.to_string())]
            }
            Self::Blank { key } => vec![("key", key.clone())],
            Self::Untranslated { key, language } => vec![("key", key.clone()), ("language", language.clone())],
            Self::NotAllowed { value, allowed } => vec![("value", value.clone()), ("allowed", allowed.clone())],
            Self::Twice { what, id }
            | Self::NotThere { what, id }
            | Self::Unreachable { what, id }
            | Self::Circle { what, id } => vec![("what", (*what).to_owned()), ("id", id.clone())],
            Self::AnswerImpossible { question, value } => {
                vec![("question", question.clone()), ("value", value.clone())]
            }
            Self::PhaseEmpty(phase) => vec![("phase", (*phase).to_owned())],
            Self::QuestionDiffers { question, other } => {
                vec![("question", question.clone()), ("other", other.clone())]
            }
            Self::SymptomTaken { symptom, other } => vec![("symptom", symptom.clone()), ("other", other.clone())],
            Self::Format(value)
            | Self::TooWeak(value)
            | Self::Reserved(value)
            | Self::Choices(value)
            | Self::NeverAsked(value)
            | Self::AskedTwice(value)
            | Self::BlankUnknown(value)
            | Self::NameDiffers(value) => vec![("value", value.clone())],
            Self::ConditionUnclear => Vec::new(),
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// A flaw with its place. Words: `error-<code>`; the parameters hold `file`, `line` and `column` besides the flaw's own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {flaw}")]
pub struct Fault {
    /// Name of the file, as the caller gave it.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub flaw: Flaw,
}

impl Fault {
    /// A flaw at a byte of a text.
    #[must_use]
    pub(crate) fn at(file: &str, text: &str, byte: usize, flaw: Flaw) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = text.get(..byte).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            flaw,
        }
    }
}

impl Coded for Fault {
    fn code(&self) -> &'static str {
        self.flaw.code()
    }
    fn params(&self) -> Params {
        let mut params = self.flaw.params();
        params.insert("file".to_owned(), self.file.clone());
        params.insert("line".to_owned(), self.line.to_string());
        params.insert("column".to_owned(), self.column.to_string());
        params
    }
}
