//! The free texts of an event: what a person typed, and what therefore has to be looked through before it is kept.

use crate::event::EventBody;
use crate::merchant::MerchantProfile;
use crate::transaction::TransactionFields;

/// Field name, or the key of a detail or question, and the text in it.
pub type Text<'e> = (&'e str, &'e str);

impl EventBody {
    /// Every text in it that a person can have typed. Identifiers, keys, amounts, dates, hashes and masked cards have
    /// types of their own, which cannot hold anything else.
    #[must_use]
    pub fn texts(&self) -> Vec<Text<'_>> {
        match self {
            Self::CaseOpened { number, title, .. } => vec![("number", number), ("title", title)],
            Self::CaseTitled { title } => vec![("title", title)],
            Self::DetailSet { key, value } => vec![(key.as_str(), value)],
            Self::QuestionAnswered { question, value } => vec![(question.as_str(), value)],
            Self::StepDone { note, .. } | Self::TaskDone { note, .. } => vec![("note", note)],
            Self::StepSkipped { reason, .. } => vec![("reason", reason)],
            Self::PartyNamed { party } => vec![("name", &party.name), ("contact", &party.contact)],
            Self::TransactionRecorded { transaction } => of_transaction(&transaction.fields),
            Self::EvidenceAdded { evidence } => {
                vec![("original-name", &evidence.original_name), ("caption", &evidence.caption)]
            }
            Self::EvidenceOfferedAgain { original_name, .. } => vec![("original-name", original_name)],
            Self::EvidenceDescribed { caption, .. } => caption.iter().map(|c| ("caption", c.as_str())).collect(),
            Self::EvidenceRemoved { why, .. } | Self::CaseReopened { why } | Self::TaskDropped { why, .. } => {
                vec![("why", why)]
            }
            Self::DeadlineSet { deadline } => vec![("title", &deadline.title), ("source", &deadline.source)],
            Self::NoteAdded { text } => vec![("note", text)],
            Self::PacketBuilt { packet } => vec![("language", &packet.language), ("file-name", &packet.file_name)],
            Self::MerchantSet { profile } => of_merchant(profile),
            Self::PlaybookKept { text, .. } => vec![("playbook", text)],
            Self::TaskPlanned { task } => vec![("title", &task.title)],
            Self::PlaybookChanged { .. }
            | Self::StageMoved { .. }
            | Self::PartyRemoved { .. }
            | Self::TransactionRemoved { .. }
            | Self::EvidenceOrdered { .. }
            | Self::DeadlineMet { .. }
            | Self::DeadlineRemoved { .. }
            | Self::CaseClosed { .. }
            | Self::PlaybookDropped { .. } => Vec::new(),
        }
    }
}

fn of_transaction(fields: &TransactionFields) -> Vec<Text<'_>> {
    vec![
        ("rrn", &fields.rrn),
        ("trace", &fields.trace),
        ("batch", &fields.batch),
        ("auth", &fields.auth),
        ("response-code", &fields.response_code),
        ("terminal", &fields.terminal),
        ("order-no", &fields.order_no),
        ("card-type", &fields.card_type),
        ("note", &fields.note),
    ]
}

fn of_merchant(profile: &MerchantProfile) -> Vec<Text<'_>> {
    let mut texts: Vec<Text<'_>> = vec![
        ("name", &profile.name),
        ("mid", &profile.mid),
        ("licence", &profile.licence),
        ("contact", &profile.contact),
        ("phone", &profile.phone),
        ("email", &profile.email),
        ("address", &profile.address),
        ("acquirer", &profile.acquirer),
        ("settlement-last4", &profile.settlement_last4),
        ("legal-person", &profile.legal_person),
        ("settlement-bank", &profile.settlement_bank),
        ("agent", &profile.agent),
        ("agent-contact", &profile.agent_contact),
        ("acquirer-contact", &profile.acquirer_contact),
        ("contract-no", &profile.contract_no),
    ];
    for t in &profile.terminals {
        texts.extend([
            ("terminal", t.tid.as_str()),
            ("model", &t.model),
            ("serial", &t.serial),
            ("label", &t.label),
            ("imei", &t.imei),
            ("firmware", &t.firmware),
            ("network", &t.network),
            ("mid", &t.mid),
            ("acquirer", &t.acquirer),
        ]);
    }
    for r in &profile.rates {
        texts.extend([("card-type", r.card_type.as_str()), ("rate", &r.percent), ("cap", &r.cap)]);
    }
    for f in &profile.fees {
        texts.extend([("fee", f.name.as_str()), ("amount", &f.amount)]);
    }
    for p in &profile.people {
        texts.extend([("name", p.name.as_str()), ("phone", &p.phone), ("duties", &p.duties)]);
    }
    texts
}
