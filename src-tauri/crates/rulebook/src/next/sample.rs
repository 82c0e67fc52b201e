//! A case and the means to let things happen to it, for the tests.
#![allow(clippy::unwrap_used)]

use recourse_domain::{
    Actor, Case, Deadline, Event, EventBody, Evidence, EvidenceSource, Key, MediaType, Moment, Money, PacketRecord,
    Party, PartyRole, Stage, Transaction, TransactionFields,
};

pub(super) fn key(text: &str) -> Key {
    text.parse().unwrap()
}

pub(super) fn at() -> Moment {
    "2026-03-05T14:02:11+08:00[Asia/Shanghai]".parse().unwrap()
}

/// A case and the means to let things happen to it.
pub(super) struct Sample {
    pub(super) case: Case,
    ids: u32,
}

impl Sample {
    pub(super) fn of(playbook: &str) -> Self {
        let opened = EventBody::CaseOpened {
            number: "2026-0001".to_owned(),
            playbook: key(playbook),
            title: "t".to_owned(),
            zone: chrono_tz::Tz::Asia__Shanghai,
        };
        let id = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let event = Event { case: Some(id), at: at(), actor: Actor::Owner, body: opened };
        Self { case: Case::open(&event).unwrap(), ids: 0 }
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        format!("01ARZ3NDEKTSV4RRFFQ69G{:04}", self.ids)
    }

    pub(super) fn now(&mut self, body: EventBody) -> &mut Self {
        let event = Event { case: Some(self.case.id.clone()), at: at(), actor: Actor::Owner, body };
        self.case.apply(&event).unwrap();
        self
    }

    pub(super) fn answer(&mut self, question: &str, value: &str) -> &mut Self {
        self.now(EventBody::QuestionAnswered { question: key(question), value: value.to_owned() })
    }

    pub(super) fn done(&mut self, step: &str) -> &mut Self {
        self.now(EventBody::StepDone { step: key(step), note: String::new() })
    }

    pub(super) fn skip(&mut self, step: &str) -> &mut Self {
        self.now(EventBody::StepSkipped { step: key(step), reason: "没有".to_owned() })
    }

    pub(super) fn detail(&mut self, name: &str) -> &mut Self {
        self.now(EventBody::DetailSet { key: key(name), value: "x".to_owned() })
    }

    pub(super) fn transaction(&mut self) -> &mut Self {
        let id = self.id().parse().unwrap();
        let amount = Money::parse("128", "CNY".parse().unwrap()).unwrap();
        self.now(EventBody::TransactionRecorded {
            transaction: Transaction { id, fields: TransactionFields::of(amount) },
        })
    }

    pub(super) fn party(&mut self) -> &mut Self {
        let id = self.id().parse().unwrap();
        let party = Party { id, role: PartyRole::Acquirer, name: "收单".to_owned(), contact: String::new() };
        self.now(EventBody::PartyNamed { party })
    }

    pub(super) fn exhibit(&mut self, kind: &str) -> &mut Self {
        let id = self.id().parse().unwrap();
        let evidence = Evidence {
            id,
            number: self.case.next_exhibit,
            sha256: "0".repeat(64).parse().unwrap(),
            media_type: MediaType::Jpeg,
            bytes: 1,
            pages: 1,
            width_px: 1,
            height_px: 1,
            original_name: "a.jpg".to_owned(),
            caption: String::new(),
            kind: Some(key(kind)),
            source: EvidenceSource::Merchant,
            captured_at: None,
            added_at: at(),
        };
        self.now(EventBody::EvidenceAdded { evidence })
    }

    pub(super) fn deadline(&mut self, due: &str) -> &mut Self {
        let id = self.id().parse().unwrap();
        let deadline = Deadline {
            id,
            due: due.parse().unwrap(),
            time: None,
            zone: chrono_tz::Tz::Asia__Shanghai,
            title: "答复".to_owned(),
            source: "通知".to_owned(),
            done: false,
        };
        self.now(EventBody::DeadlineSet { deadline })
    }

    pub(super) fn packet(&mut self) -> &mut Self {
        let id = self.id().parse().unwrap();
        let packet = PacketRecord {
            id,
            channel: key("acquirer"),
            language: "zh-CN".to_owned(),
            sha256: "0".repeat(64).parse().unwrap(),
            bytes: 1,
            pages: 1,
            journal_seq: 1,
            file_name: "a.pdf".to_owned(),
            built_at: at(),
        };
        self.now(EventBody::PacketBuilt { packet })
    }

    pub(super) fn stage(&mut self, to: Stage) -> &mut Self {
        self.now(EventBody::StageMoved { to })
    }
}
