//! What a playbook holds once it has been read. Nothing here is read, checked or worded.

use crate::text::Text;
use chrono::NaiveDate;
use recourse_domain::{Key, Outcome};

use super::terms::{About, Confidence, Need, Phase, QuestionKind, Role};

/// A law, a rule or the meaning of a code, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Name by which steps, demands, rungs and compliance notes point at it.
    pub id: Key,
    /// What it says, in plain words.
    pub text: Text,
    /// Number or title of the document; never an address of a copy.
    pub source: String,
    /// How sure.
    pub confidence: Confidence,
    /// Day the source was checked.
    pub checked_on: NaiveDate,
}

/// Something by which a shop knows the problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symptom {
    /// Name, unique over all playbooks.
    pub id: Key,
    /// As a shop would say it.
    pub text: Text,
    /// Pieces of what the screen says.
    pub screen: Vec<String>,
    /// Response codes that go with it.
    pub codes: Vec<String>,
}

/// What must be so for a question, a step, a proof, a demand or a rung to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The answer is one of these; never so while unanswered.
    Is(Key, Vec<String>),
    /// The answer is none of these; so while unanswered.
    IsNot(Key, Vec<String>),
    /// Whether there is an answer at all.
    Answered(Key, bool),
}

impl Condition {
    /// The question it asks about.
    #[must_use]
    pub fn question(&self) -> &Key {
        match self {
            Self::Is(question, _) | Self::IsNot(question, _) | Self::Answered(question, _) => question,
        }
    }
}

/// One of the answers that a choice offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is recorded as the answer.
    pub id: Key,
    /// What is shown.
    pub text: Text,
}

/// Something to find out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Name; the same in two playbooks is the same question, so its answer survives a change of playbook.
    pub id: Key,
    /// What form the answer has.
    pub kind: QuestionKind,
    /// The question.
    pub text: Text,
    /// Why it is asked.
    pub why: Option<Text>,
    /// Where to find the answer.
    pub hint: Option<Text>,
    /// For a choice: what there is to choose from, at least two.
    pub choices: Vec<Choice>,
    /// Whether a step may count as done without it.
    pub optional: bool,
    /// All must hold for it to be asked.
    pub when: Vec<Condition>,
}

/// Something to do, as one card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Name, unique in its playbook.
    pub id: Key,
    /// When in the course of a case.
    pub phase: Phase,
    /// What to do, verb first.
    pub title: Text,
    /// Why it matters.
    pub why: Text,
    /// What to write down.
    pub record: Option<Text>,
    /// What never to do here.
    pub never: Vec<Text>,
    /// Whether it comes before anything else of its phase.
    pub urgent: bool,
    /// Whether a case can go on well without it.
    pub optional: bool,
    /// All must hold for it to be there.
    pub when: Vec<Condition>,
    /// Steps that come first.
    pub after: Vec<Key>,
    /// Questions asked on its card.
    pub questions: Vec<Key>,
    /// Kinds of proof dropped on its card.
    pub evidence: Vec<Key>,
    /// Particulars recorded on its card.
    pub details: Vec<Key>,
    /// What the case must have for it to be done.
    pub needs: Vec<Need>,
    /// Whom to call.
    pub contact: Option<Role>,
    /// What it rests on.
    pub facts: Vec<Key>,
}

/// A kind of proof that the problem asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceAsked {
    /// Which kind, as in `assets/rules/evidence-kinds.toml`.
    pub kind: Key,
    /// Whether a packet without it is likely to fail.
    pub mandatory: bool,
    /// All must hold for it to be asked for.
    pub when: Vec<Condition>,
    /// What a good one looks like, for this problem.
    pub good: Text,
    /// What it proves, in one sentence (证明目的).
    pub proves: Text,
    /// Demands that it supports.
    pub claims: Vec<Key>,
    /// What it must never show.
    pub never: Option<Text>,
}

/// Something to ask the other side for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// Name by which proofs point at it.
    pub id: Key,
    /// What is asked for.
    pub text: Text,
    /// All must hold for it to be made.
    pub when: Vec<Condition>,
    /// What it rests on.
    pub facts: Vec<Key>,
}

/// What a call needs. In `opening` the blanks of [`super::BLANKS`] may stand in braces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallScript {
    /// Calm first sentences.
    pub opening: Text,
    /// Questions to ask them, in order.
    pub ask: Vec<Text>,
    /// What to write down.
    pub note: Vec<Text>,
    /// What never to say or give.
    pub never: Vec<Text>,
}

/// How to speak with the customer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerScript {
    /// What to say.
    pub say: Vec<Text>,
    /// What may be asked for, of the customer's own will.
    pub ask: Vec<Text>,
    /// What never to ask for.
    pub never: Vec<Text>,
}

/// One rung of the ladder: whom to turn to, and when to climb on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// Name.
    pub id: Key,
    /// Who stands there.
    pub role: Role,
    /// What to do with them.
    pub what: Text,
    /// When to turn to the next.
    pub move_on_when: Text,
    /// What they can do for a shop.
    pub can: Option<Text>,
    /// What they cannot do.
    pub cannot: Option<Text>,
    /// All must hold for it to be there.
    pub when: Vec<Condition>,
    /// What it rests on.
    pub facts: Vec<Key>,
}

/// An end that such a case can come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaybookOutcome {
    /// Which.
    pub id: Outcome,
    /// What it means here, and what to check before closing.
    pub text: Text,
}

/// Something that keeps the problem from coming again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prevention {
    /// Name, unique in its playbook.
    pub id: Key,
    /// What kind of task, one of [`super::PREVENTION_KINDS`].
    pub kind: Key,
    /// What to do, verb first.
    pub text: Text,
    /// Who of the shop, one of [`super::SHOP_ROLES`].
    pub who: Key,
    /// Calendar days after closing on which it is due for the first time.
    pub first_after_days: u32,
    /// Months until it is due again; 0 for once.
    pub every_months: u32,
}

/// What the shop itself must keep to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compliance {
    /// Name, unique in its playbook.
    pub id: Key,
    /// The note.
    pub text: Text,
    /// What it rests on.
    pub facts: Vec<Key>,
}

/// One problem, and everything the program knows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playbook {
    /// Name; also that of its file.
    pub id: Key,
    /// Raised when the shipped content changes.
    pub revision: u32,
    /// What the dispute is about.
    pub about: About,
    /// Whether a transaction must be on record before a packet makes sense.
    pub needs_transaction: bool,
    /// Its name.
    pub title: Text,
    /// One sentence under the name.
    pub summary: Text,
    /// Particulars worth recording. Words: `detail-<key>`.
    pub details: Vec<Key>,
    /// Where the content was taken from.
    pub source: String,
    /// How sure.
    pub confidence: Confidence,
    /// Day the source was checked.
    pub checked_on: NaiveDate,
    /// What it rests on.
    pub facts: Vec<Fact>,
    /// By what it is known.
    pub symptoms: Vec<Symptom>,
    /// What to find out.
    pub questions: Vec<Question>,
    /// What to do.
    pub steps: Vec<Step>,
    /// What proves it, in the order of gathering.
    pub evidence: Vec<EvidenceAsked>,
    /// What to ask for.
    pub demands: Vec<Demand>,
    /// For a call.
    pub call: CallScript,
    /// For speaking with the customer.
    pub customer: CustomerScript,
    /// Whom to turn to, first one first.
    pub ladder: Vec<Rung>,
    /// How it can end.
    pub outcomes: Vec<PlaybookOutcome>,
    /// How to keep it from coming again.
    pub prevention: Vec<Prevention>,
    /// What the shop itself must keep to.
    pub compliance: Vec<Compliance>,
}

impl Playbook {
    /// A question by its name.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.id.as_str() == id)
    }

    /// A step by its name.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.id.as_str() == id)
    }

    /// A fact by its name.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|f| f.id.as_str() == id)
    }

    /// A demand by its name.
    #[must_use]
    pub fn demand(&self, id: &str) -> Option<&Demand> {
        self.demands.iter().find(|d| d.id.as_str() == id)
    }

    /// A proof by its kind.
    #[must_use]
    pub fn asked(&self, kind: &str) -> Option<&EvidenceAsked> {
        self.evidence.iter().find(|e| e.kind.as_str() == kind)
    }

    /// Who is to be turned to, each once, in the order of the ladder.
    #[must_use]
    pub fn contact_order(&self) -> Vec<Role> {
        let mut order = Vec::new();
        // A rung under a condition, such as the police, is not where an ordinary case begins.
        let (under_condition, always): (Vec<_>, Vec<_>) = self.ladder.iter().partition(|rung| !rung.when.is_empty());
        for rung in always.into_iter().chain(under_condition) {
            if !order.contains(&rung.role) {
                order.push(rung.role);
            }
        }
        order
    }
}
