//! The guided flow of a case: phases, steps, questions and proof, in the language in force.

use super::ReadinessDto;
use serde::Serialize;
use ts_rs::TS;

/// Everything the wizard of a case shows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GuideDto {
    /// Case identifier.
    pub case: String,
    /// The step to do first; none once the case is closed.
    pub current: Option<String>,
    /// Phases in order, with their steps.
    pub phases: Vec<PhaseDto>,
    /// What to ask for, as far as it applies.
    pub demands: Vec<DemandDto>,
    /// Whom to turn to, first one first, as far as it applies.
    pub ladder: Vec<RungDto>,
    /// How a case of this kind may end.
    pub outcomes: Vec<OutcomeDto>,
    /// What must be kept to all along.
    pub compliance: Vec<ComplianceDto>,
    /// What keeps it from happening again.
    pub prevention: Vec<PreventionDto>,
    /// How ready the case is.
    pub readiness: ReadinessDto,
}

/// One phase of a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PhaseDto {
    /// `confirm`, `gather`, `contact`, `submit`, `follow-up` or `close`. Words: `stage-<phase>`, `closed` for `close`.
    pub phase: String,
    /// Steps that are done or skipped, moving on to the next phase not counted.
    pub done: u32,
    /// Steps that apply, moving on to the next phase not counted.
    pub total: u32,
    /// The steps that apply, in order.
    pub steps: Vec<GuideStepDto>,
}

/// One card of the wizard.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GuideStepDto {
    /// Stable name; `case_do` and `case_skip` take it.
    pub id: String,
    /// Phase it belongs to.
    pub phase: String,
    /// What has to be done; the window decides by this where to go.
    pub action: String,
    /// In words, verb first.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to write down.
    pub record: Option<String>,
    /// What never to do here.
    pub never: Vec<String>,
    /// `open`, `done` or `skipped`.
    pub state: String,
    /// Remark of whoever marked it, or the reason for skipping; may be empty.
    pub note: String,
    /// `overdue`, `today`, `soon` or `later`.
    pub urgency: String,
    /// Date of the deadline that presses, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// Open steps that should come first. They inform and never bar the way.
    pub blocked_by: Vec<BlockerDto>,
    /// Whether it may be left out.
    pub optional: bool,
    /// Whether it comes before everything else of its phase.
    pub urgent: bool,
    /// Questions asked on this card, as far as they apply.
    pub questions: Vec<QuestionDto>,
    /// Proof dropped right here.
    pub evidence: Vec<AskedDto>,
    /// Particulars recorded here.
    pub details: Vec<DetailDto>,
    /// What the case must hold for this step.
    pub needs: Vec<NeedDto>,
    /// Role of whoever is to be called; a call sheet is offered beside it.
    pub contact: Option<String>,
    /// Facts that stand behind the step.
    pub facts: Vec<FactDto>,
}

/// A step that should come first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BlockerDto {
    /// Stable name.
    pub id: String,
    /// In words.
    pub title: String,
}

/// A question and the answer on record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuestionDto {
    /// Stable name; `case_answer` takes it.
    pub id: String,
    /// `choice`, `yes-no`, `amount`, `date` or `text`.
    pub kind: String,
    /// In words.
    pub text: String,
    /// Why it is asked.
    pub why: Option<String>,
    /// Where the answer is to be found.
    pub hint: Option<String>,
    /// For `choice`: what may be answered.
    pub choices: Vec<ChoiceDto>,
    /// Whether it may be left open.
    pub optional: bool,
    /// The answer on record.
    pub answer: Option<String>,
    /// Whether the answer on record fits the question; true when there is none. An answer given under another playbook
    /// may not.
    pub fits: bool,
}

/// One possible answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChoiceDto {
    /// Stable name, the value of the answer.
    pub id: String,
    /// In words.
    pub text: String,
}

/// Proof asked for on a card.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AskedDto {
    /// Evidence kind.
    pub kind: String,
    /// Its name, in words.
    pub name: String,
    /// What a good one looks like for this problem.
    pub good: String,
    /// What it proves.
    pub proves: String,
    /// What must not be on it.
    pub never: Option<String>,
    /// Whether a packet without it is likely to fail.
    pub mandatory: bool,
    /// What it supports, in words.
    pub claims: Vec<String>,
    /// Exhibits of this kind that the case holds, by identifier.
    pub have: Vec<String>,
}

/// A particular and what is on record of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DetailDto {
    /// Stable name. Words: `detail-<key>`.
    pub key: String,
    /// What is on record.
    pub value: Option<String>,
}

/// Something the case must hold.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NeedDto {
    /// `transaction`, `counterparty`, `deadline` or `packet`.
    pub what: String,
    /// Whether it does.
    pub met: bool,
}

/// A fact with where it comes from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FactDto {
    /// In words.
    pub text: String,
    /// Document, number, title.
    pub source: String,
    /// `A`, `B` or `C`.
    pub confidence: String,
    /// Day the source was checked, `YYYY-MM-DD`.
    pub checked_on: String,
    /// True for `C`: to be shown as unverified.
    pub unverified: bool,
}

/// Something to ask for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DemandDto {
    /// Stable name.
    pub id: String,
    /// In words.
    pub text: String,
    /// Facts that stand behind it.
    pub facts: Vec<FactDto>,
}

/// One rung of the escalation ladder.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RungDto {
    /// Stable name.
    pub id: String,
    /// Who it is: a role of a counterparty, or `police`, `court`, `association`, `mediator`.
    pub role: String,
    /// What to do with them.
    pub what: String,
    /// When to take the next rung.
    pub move_on_when: String,
    /// What they can do for a merchant.
    pub can: Option<String>,
    /// What they cannot do.
    pub cannot: Option<String>,
    /// Facts that stand behind it.
    pub facts: Vec<FactDto>,
}

/// A way a case of this kind may end.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutcomeDto {
    /// Outcome; `case_close` takes it. Words: `outcome-<id>`.
    pub id: String,
    /// What it means here and what to check before closing.
    pub text: String,
}

/// Something that must be kept to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComplianceDto {
    /// Stable name.
    pub id: String,
    /// In words.
    pub text: String,
    /// Facts that stand behind it.
    pub facts: Vec<FactDto>,
}

/// Something that keeps the trouble from coming back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreventionDto {
    /// Stable name.
    pub id: String,
    /// Kind of work, e.g. `self-check`. Words: `task-kind-<kind>`.
    pub kind: String,
    /// What to do, verb first.
    pub text: String,
    /// Whose work it is. Words: `person-role-<who>`.
    pub who: String,
    /// Calendar days after closing until the first time.
    pub first_after_days: u32,
    /// Months between two times; 0 means once.
    pub every_months: u32,
}
