//! Rebuilding: whatever happened, the tables made again are the tables that were there.

use super::samples::{self, event, every_kind, id, key, note, opened, shop_event};
use super::{code, dump, faults, fresh};
use crate::journal::Stored;
use proptest::prelude::*;
use recourse_domain::{Event, EventBody, Outcome, PartyRole, Stage};

#[test]
fn rebuilding_a_full_history_changes_no_row() {
    let (_dir, store) = fresh();
    for event in every_kind() {
        store.append(&[event]).unwrap();
    }
    let live = dump(&store);
    assert!(live.len() > 15);
    store.rebuild().unwrap();
    assert_eq!(dump(&store), live);
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn rebuilding_mends_tables_that_were_tampered_with() {
    let (dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    let live = dump(&store);
    drop(store);
    super::stranger(dir.path())
        .execute_batch(
            "DELETE FROM task; UPDATE own_playbook SET text = 'z'; UPDATE cases SET title = 'x'; DELETE FROM parties; DELETE FROM evidence; UPDATE blobs SET bytes = 1;
             DELETE FROM merchant; UPDATE case_state SET state = '{}'; UPDATE search_text SET body = 'y';",
        )
        .unwrap();
    let store = super::open_at(dir.path());
    assert_ne!(dump(&store), live);
    assert_eq!(code(store.case(&id(1))), "tables-unreadable");
    store.rebuild().unwrap();
    assert_eq!(dump(&store), live);
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn nothing_is_made_from_a_broken_chain() {
    let (dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    let live = dump(&store);
    drop(store);
    super::stranger(dir.path())
        .execute_batch(
            "DROP TRIGGER journal_keeps_rows; UPDATE journal SET at = '2027' || substr(at, 5) WHERE seq = 9;",
        )
        .unwrap();
    let store = super::open_at(dir.path());
    assert_eq!(code(store.rebuild()), "journal-broken");
    assert_eq!(dump(&store), live);
}

#[test]
fn a_field_that_would_be_lost_refuses_the_rebuild() {
    let (_dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    let live = dump(&store);
    store
        .write(|conn| {
            let head = crate::journal::head(conn)?;
            let mut newer = Stored::after(head, &note(1, 99, "x"))?;
            newer.payload = r#"{"kind":"note-added","data":{"text":"x","weight":3}}"#.to_owned();
            newer.hash = newer.digest();
            crate::journal::append(conn, &newer)
        })
        .unwrap();
    assert_eq!(code(store.rebuild()), "event-unknown");
    assert_eq!(dump(&store), live);
    assert_eq!(faults(&store), ["event-unknown"]);
}

/// Anything that may happen to one of three cases, much of it out of place.
fn anything() -> impl Strategy<Value = EventBody> {
    let text = prop_oneof![Just(String::new()), "[a-z0-9 ]{1,12}", "[超时扣款冲正王李]{1,9}", "\\PC{0,20}"];
    let keys = prop::sample::select(vec!["a", "b-c", "slip"]).prop_map(key);
    let stage = prop::sample::select(Stage::ALL.to_vec());
    let outcome = prop::sample::select(Outcome::ALL.to_vec());
    prop_oneof![
        text.clone().prop_map(|title| EventBody::CaseTitled { title }),
        keys.clone().prop_map(|playbook| EventBody::PlaybookChanged { playbook }),
        (keys.clone(), text.clone()).prop_map(|(key, value)| EventBody::DetailSet { key, value }),
        (keys.clone(), text.clone()).prop_map(|(question, value)| EventBody::QuestionAnswered { question, value }),
        (keys.clone(), text.clone()).prop_map(|(step, note)| EventBody::StepDone { step, note }),
        (keys, text.clone()).prop_map(|(step, reason)| EventBody::StepSkipped { step, reason }),
        stage.prop_map(|to| EventBody::StageMoved { to }),
        (0..4_u64, text.clone()).prop_map(|(n, name)| samples::party(n, PartyRole::ALL[(n % 7) as usize], &name)),
        (0..4_u64).prop_map(|n| EventBody::PartyRemoved { party: id(n) }),
        (0..4_u64, 0..9_999_i64, "[0-9A-Z]{0,13}").prop_map(|(n, minor, rrn)| samples::transaction(n, minor, &rrn)),
        (0..4_u64).prop_map(|n| EventBody::TransactionRemoved { transaction: id(n) }),
        (0..8_u64, 1..6_u32, 0..4_u64).prop_map(|(n, number, content)| samples::evidence(n, number, content)),
        (0..8_u64).prop_map(|n| EventBody::EvidenceOfferedAgain { evidence: id(n), original_name: "x".to_owned() }),
        (0..8_u64, prop::option::of(text.clone())).prop_map(|(n, caption)| EventBody::EvidenceDescribed {
            evidence: id(n),
            caption,
            evidence_kind: None,
            source: None
        }),
        prop::collection::vec(0..8_u64, 0..4)
            .prop_map(|order| EventBody::EvidenceOrdered { order: order.into_iter().map(id).collect() }),
        (0..8_u64, text.clone()).prop_map(|(n, why)| EventBody::EvidenceRemoved { evidence: id(n), why }),
        (0..4_u64, 0..40_u64, text.clone()).prop_map(|(n, days, title)| samples::deadline(n, days, &title)),
        (0..4_u64, prop::option::of(0..8_u64))
            .prop_map(|(n, proof)| EventBody::DeadlineMet { deadline: id(n), proof: proof.map(id) }),
        (0..4_u64).prop_map(|n| EventBody::DeadlineRemoved { deadline: id(n) }),
        text.clone().prop_map(|text| EventBody::NoteAdded { text }),
        (0..3_u64, 1..50_u64).prop_map(|(n, seq)| samples::packet(n, seq)),
        (outcome, prop::option::of(0..9_999_i64))
            .prop_map(|(outcome, minor)| EventBody::CaseClosed { outcome, recovered: minor.map(samples::yuan) }),
        text.prop_map(|why| EventBody::CaseReopened { why }),
    ]
}

/// Anything that may happen to the shop, much of it refused.
fn at_the_shop() -> impl Strategy<Value = EventBody> {
    let names = prop::sample::select(vec!["other", "my-own"]);
    let text = prop_oneof![Just(String::new()), "[a-z =\\n]{1,20}", "[对账演练]{1,9}"];
    prop_oneof![
        (names.clone(), text.clone()).prop_map(|(name, text)| samples::playbook(name, &text)),
        names.prop_map(|name| EventBody::PlaybookDropped { playbook: key(name) }),
        (0..3_u64, text.clone(), 0..50_u64, 0..130_u32)
            .prop_map(|(n, title, days, m)| samples::task(n, &title, days, m)),
        (0..4_u64, 0..90_u64).prop_map(|(n, days)| samples::task_done(n, days)),
        (0..4_u64, text).prop_map(|(n, why)| EventBody::TaskDropped { task: id(n), why }),
    ]
}

fn happening() -> impl Strategy<Value = Event> {
    prop_oneof![
        20 => (1..4_u64, 0..5_000_i64, anything()).prop_map(|(case, at, body)| event(case, at, body)),
        1 => (0..5_000_i64, "\\PC{0,10}").prop_map(|(at, name)| shop_event(at, &name)),
        4 => (0..5_000_i64, at_the_shop()).prop_map(|(at, body)| samples::of_shop(at, body)),
        1 => (1..6_u64, 1..4_u32, 0..5_000_i64).prop_map(|(case, n, at)| opened(case, &format!("2026-{n:04}"), "新", at)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_rebuilt_store_equals_the_live_one(batches in prop::collection::vec(prop::collection::vec(happening(), 1..4), 10..40)) {
        let (_dir, store) = fresh();
        store.append(&[1, 2, 3].map(|n| opened(n, &format!("2026-9{n:03}"), "开始", 0))).unwrap();
        for batch in batches {
            let before = dump(&store).len();
            // Much of it is refused; a refused batch must leave nothing, which the comparison below would show.
            if store.append(&batch).is_err() {
                prop_assert_eq!(dump(&store).len(), before);
            }
        }
        let live = dump(&store);
        prop_assert_eq!(faults(&store), Vec::<&str>::new());
        store.rebuild().unwrap();
        let rebuilt = dump(&store);
        let missing = live.iter().find(|line| !rebuilt.contains(line));
        let added = rebuilt.iter().find(|line| !live.contains(line));
        prop_assert_eq!((missing, added), (None, None));
        prop_assert_eq!(rebuilt, live);
        prop_assert_eq!(faults(&store), Vec::<&str>::new());
    }
}
