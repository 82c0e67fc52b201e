//! One thing to do: a card of the playbook, or one that every case has.

use super::urgency::Urgency;
use crate::playbook::{EvidenceAsked, Need, Phase, Question, Step};
use crate::words::Words;
use recourse_domain::{Key, Stage};

/// What has to be done on a card; a window decides by this where to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// What the card says.
    Do,
    /// Record the transaction.
    RecordTransaction,
    /// Collect proof.
    GatherEvidence,
    /// Name the counterparty.
    NameCounterparty,
    /// Set a deadline.
    SetDeadline,
    /// Build the packet.
    BuildPacket,
    /// Hand the packet over.
    HandOverPacket,
    /// Record what they answered.
    RecordAnswer,
    /// Move the case on to [`GuideStep::stage`].
    Advance,
    /// Close the case.
    CloseCase,
}

impl Action {
    /// Stable name. Words of the cards that every case has: `step-<name>-title`, `step-<name>-why`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::RecordTransaction => "record-transaction",
            Self::GatherEvidence => "gather-evidence",
            Self::NameCounterparty => "name-counterparty",
            Self::SetDeadline => "set-deadline",
            Self::BuildPacket => "build-packet",
            Self::HandOverPacket => "hand-over-packet",
            Self::RecordAnswer => "record-answer",
            Self::Advance => "advance",
            Self::CloseCase => "close-case",
        }
    }
}

/// What became of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Still to do.
    Open,
    /// Marked as done, or everything it asks for is there.
    Done,
    /// Left out for a reason.
    Skipped,
}

impl State {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }
}

/// One card that applies to the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideStep<'a> {
    /// Stable name, by which it is marked done or skipped.
    pub id: String,
    /// When in the course of a case.
    pub phase: Phase,
    /// What has to be done.
    pub action: Action,
    /// The playbook's own card, unless it is one that every case has.
    pub card: Option<&'a Step>,
    /// For [`Action::Advance`]: where to.
    pub stage: Option<Stage>,
    /// Questions asked on it that apply.
    pub questions: Vec<&'a Question>,
    /// Proof asked for on it that applies.
    pub evidence: Vec<&'a EvidenceAsked>,
    /// Particulars recorded on it.
    pub details: &'a [Key],
    /// What the case must have for it.
    pub needs: Vec<Need>,
    /// What became of it.
    pub state: State,
    /// Remark, or the reason for skipping; empty when not marked.
    pub note: &'a str,
    /// How pressing it is.
    pub urgency: Urgency,
    /// Whether it may be left out without weakening the case much.
    pub optional: bool,
    /// Whether it comes before everything else of its phase.
    pub urgent: bool,
    /// Open cards that should come first, by name. They inform and never bar the way.
    pub blocked_by: Vec<String>,
}

impl GuideStep<'_> {
    /// What to do, verb first.
    #[must_use]
    pub fn title(&self, words: &Words) -> String {
        self.card.map_or_else(|| self.standing(words, "title"), |card| card.title.of(words.language()).to_owned())
    }

    /// Why it matters.
    #[must_use]
    pub fn why(&self, words: &Words) -> String {
        self.card.map_or_else(|| self.standing(words, "why"), |card| card.why.of(words.language()).to_owned())
    }

    /// What to write down.
    #[must_use]
    pub fn record(&self, words: &Words) -> Option<String> {
        self.card?.record.as_ref().map(|text| text.of(words.language()).to_owned())
    }

    /// What never to do here.
    #[must_use]
    pub fn never(&self, words: &Words) -> Vec<String> {
        let never = self.card.map(|card| card.never.as_slice()).unwrap_or_default();
        never.iter().map(|text| text.of(words.language()).to_owned()).collect()
    }

    fn standing(&self, words: &Words, part: &str) -> String {
        let kind = self.evidence.first().map(|asked| words.say(&format!("evidence-kind-{}", asked.kind)));
        let stage = self.stage.map(|stage| words.say(&format!("stage-{stage}")));
        words.say_with(
            &format!("step-{}-{part}", self.action.as_str()),
            &[("evidence_kind", &kind.unwrap_or_default()), ("stage", &stage.unwrap_or_default())],
        )
    }
}
