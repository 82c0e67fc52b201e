//! What is looked through for card secrets: every text that can be typed, none forgotten.

use super::samples::{every_kind, key};
use recourse_domain::{ContractFee, ContractRate, EventBody, MerchantProfile, Person, Terminal};

/// Particulars in which no field is empty.
fn whole_shop() -> EventBody {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 5);
    let text = |text: &str| text.to_owned();
    let terminal = Terminal {
        tid: text("t1"),
        model: text("t2"),
        serial: text("t3"),
        label: text("t4"),
        imei: text("t5"),
        firmware: text("t6"),
        network: text("t7"),
        mid: text("t8"),
        acquirer: text("t9"),
        channels: vec![key("card")],
        installed_on: day,
    };
    let rate = ContractRate {
        card_type: text("r1"),
        percent: text("r2"),
        cap: text("r3"),
        from: day,
        noticed_on: day,
        agreed: false,
    };
    EventBody::MerchantSet {
        profile: MerchantProfile {
            name: text("m1"),
            mid: text("m2"),
            licence: text("m3"),
            contact: text("m4"),
            phone: text("m5"),
            email: text("m6"),
            address: text("m7"),
            acquirer: text("m8"),
            settlement_last4: text("m9"),
            terminals: vec![terminal],
            rates: vec![rate],
            legal_person: text("m10"),
            licence_expires: day,
            joined_on: day,
            settlement_bank: text("m11"),
            agent: text("m12"),
            agent_contact: text("m13"),
            acquirer_contact: text("m14"),
            contract_no: text("m15"),
            contract_signed_on: day,
            fees: vec![ContractFee { name: text("f1"), amount: text("f2") }],
            people: vec![Person { name: text("p1"), role: key("owner"), phone: text("p2"), duties: text("p3") }],
            fallbacks: vec![key("cash")],
        },
    }
}

/// Every text in a stored event is either looked through for card secrets or of a type that can hold none.
#[test]
fn no_free_text_of_an_event_escapes_the_guard() {
    const TYPED: [&str; 39] = [
        "kind",
        "playbook",
        "zone",
        "key",
        "question",
        "step",
        "to",
        "id",
        "party",
        "role",
        "transaction",
        "at",
        "card",
        "currency",
        "evidence",
        "evidence_kind",
        "source",
        "sha256",
        "media_type",
        "captured_at",
        "added_at",
        "order",
        "deadline",
        "due",
        "proof",
        "channel",
        "built_at",
        "outcome",
        "who",
        "on",
        "case",
        "licence_expires",
        "joined_on",
        "contract_signed_on",
        "installed_on",
        "from",
        "noticed_on",
        "channels",
        "fallbacks",
    ];
    fn leaves<'v>(name: &'v str, value: &'v serde_json::Value, found: &mut Vec<(&'v str, &'v str)>) {
        match value {
            serde_json::Value::String(text) => found.push((name, text)),
            serde_json::Value::Array(list) => list.iter().for_each(|v| leaves(name, v, found)),
            serde_json::Value::Object(map) => map.iter().for_each(|(k, v)| leaves(k, v, found)),
            _ => {}
        }
    }
    let mut kinds = std::collections::BTreeSet::new();
    for body in every_kind().into_iter().map(|event| event.body).chain([whole_shop()]) {
        let body = &body;
        let texts: Vec<&str> = body.texts().into_iter().map(|(_, text)| text).collect();
        let value = serde_json::to_value(body).unwrap();
        let mut found = Vec::new();
        leaves("", &value, &mut found);
        for (name, text) in found {
            let typed = TYPED.contains(&name) || (name == "task" && !matches!(body, EventBody::TaskPlanned { .. }));
            let free = matches!(body, EventBody::DeadlineSet { .. }) && name == "source";
            assert!((typed && !free) || text.is_empty() || texts.contains(&text), "{}: {name} = {text}", body.kind());
        }
        kinds.insert(body.kind());
    }
    assert_eq!(kinds.len(), EventBody::KINDS.len());
}
