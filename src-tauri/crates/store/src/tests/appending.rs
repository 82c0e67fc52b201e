//! Appending: all or nothing, in one chain, with the tables.

use super::samples::{
    event, every_kind, evidence, id, key, note, of_shop, opened, party, playbook, shop_event, task_done, transaction,
    yuan,
};
use super::{code, dump, fresh, journal_of, open_at};
use crate::StoreError;
use crate::journal::{Head, ORIGIN, Stored};
use recourse_domain::{CaseId, Coded, DomainError, Event, EventBody, EvidenceId, Moment, PacketId, PartyRole, Stage};
use std::collections::BTreeSet;

#[test]
fn every_kind_of_event_is_kept_and_told_again() {
    let (dir, store) = fresh();
    let events = every_kind();
    let kinds: BTreeSet<_> = events.iter().map(|e| e.body.kind()).collect();
    assert_eq!(kinds, EventBody::KINDS.into_iter().collect(), "the sample covers every kind");
    let entries = store.append(&events).unwrap();
    assert_eq!(entries.iter().map(|e| e.event.clone()).collect::<Vec<_>>(), events);
    drop(store);
    let store = open_at(dir.path());
    let told = store.history(&id(1)).unwrap();
    let of_case: Vec<_> = entries.iter().filter(|entry| entry.event.case.is_some()).cloned().collect();
    assert_eq!(told, of_case, "what is the shop's is not told of the case");
    let events = of_case.iter().map(|entry| &entry.event);
    assert_eq!(store.case(&id(1)).unwrap(), recourse_domain::Case::replay(events).unwrap());
    assert_eq!(store.merchant().unwrap().name, "老王小吃店");
}

#[test]
fn entries_form_one_chain() {
    let (_dir, store) = fresh();
    let mut entries = store.append(&every_kind()).unwrap();
    entries.extend(store.append(&[opened(2, "2026-0002", "二", 0)]).unwrap());
    assert_eq!(entries[0].prev_hash, "0".repeat(64));
    for (n, pair) in entries.windows(2).enumerate() {
        assert_eq!((pair[1].seq, &pair[1].prev_hash), (n as u64 + 2, &pair[0].hash));
    }
    assert_eq!(entries.iter().map(|e| &e.hash).collect::<BTreeSet<_>>().len(), entries.len());
}

/// The encoding of an entry is frozen: these digests were computed by another program from the description alone.
#[test]
fn the_hash_is_the_one_of_the_description() {
    let of_shop = of_shop(0, EventBody::PlaybookDropped { playbook: key("other") });
    let first = Stored::after(Head { seq: 0, hash: ORIGIN }, &of_shop).unwrap();
    let second = Stored::after(Head { seq: 1, hash: first.hash }, &note(1, 0, "a")).unwrap();
    assert_eq!(first.at, "2026-03-02T09:00:00+08:00[Asia/Shanghai]");
    assert_eq!(second.payload, r#"{"kind":"note-added","data":{"text":"a"}}"#);
    assert_eq!(hex::encode(first.hash), "7b7c0d2d99954fc0e747ad0772c9f1d3c08d2e76540be7659fd3b5e3a705f092");
    assert_eq!(hex::encode(second.hash), "a52ffb672d1eac39ead82ad398a79ee7689c59def77c4012828b8222475e897c");
}

#[test]
fn the_hash_knows_where_fields_end() {
    let entry = Stored::after(Head { seq: 0, hash: ORIGIN }, &note(1, 0, "a")).unwrap();
    let moved = Stored { at: format!("{}o", entry.at), actor: entry.actor[1..].to_owned(), ..entry.clone() };
    assert_eq!(format!("{}{}", entry.at, entry.actor).len(), format!("{}{}", moved.at, moved.actor).len());
    let variants = [
        Stored { seq: 2, ..entry.clone() },
        Stored { case_id: None, ..entry.clone() },
        Stored { case_id: Some(String::new()), ..entry.clone() },
        Stored { kind: "note".to_owned(), ..entry.clone() },
        Stored { payload: entry.payload.replace('a', "b"), ..entry.clone() },
        Stored { prev_hash: [1; 32], ..entry.clone() },
        moved,
    ];
    let digests: BTreeSet<_> = variants.iter().chain([&entry]).map(Stored::digest).collect();
    assert_eq!(digests.len(), 8);
}

#[test]
fn the_journal_takes_no_change_from_anybody() {
    let (dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    drop(store);
    let other = super::stranger(dir.path());
    let before = journal_of(&other);
    for attack in [
        "UPDATE journal SET payload = payload",
        "UPDATE journal SET at = 'now' WHERE seq = 3",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2",
        "INSERT INTO journal SELECT seq + 100, case_id, at, actor, kind, payload, hash, hash FROM journal ORDER BY seq DESC LIMIT 1",
        "INSERT INTO journal SELECT seq + 1, case_id, at, actor, kind, payload, zeroblob(32), hash FROM journal ORDER BY seq DESC LIMIT 1",
        "INSERT INTO journal SELECT seq + 1, case_id, at, actor, 'note-added', '{}', hash, hash FROM journal ORDER BY seq DESC LIMIT 1",
        "UPDATE journal_kind SET kind = 'x'",
        "DELETE FROM journal_kind",
    ] {
        assert!(other.execute(attack, []).is_err(), "{attack}");
    }
    assert_eq!(journal_of(&other), before);
}

#[test]
fn a_batch_happens_wholly_or_not_at_all() {
    let (_dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    let (tables, journal) = (dump(&store), store.with_writer(|c| Ok(journal_of(c))).unwrap());
    let good = [
        shop_event(50, "别家"),
        opened(2, "2026-0002", "二", 51),
        note(1, 52, "好"),
        event(2, 53, evidence(90, 1, 90)),
    ];
    let bad = [
        event(1, 60, EventBody::StepSkipped { step: key("x"), reason: " ".to_owned() }),
        event(1, 60, EventBody::PartyRemoved { party: id(999) }),
        note(77, 60, "no such case"),
        opened(3, "2026-0001", "same number", 60),
        opened(3, "2026-0002", "same number in the batch", 60),
        opened(1, "2026-0009", "same case", 60),
        event(2, 60, evidence(31, 9, 31)),
        event(1, 60, evidence(90, 9, 90)),
        Event { case: None, ..note(1, 60, "of no case") },
        Event { case: Some(id(1)), ..shop_event(60, "of a case") },
    ];
    let codes: Vec<_> = bad
        .into_iter()
        .map(|last| code(store.append(&good.iter().cloned().chain([last]).collect::<Vec<_>>())))
        .collect();
    assert_eq!(
        codes,
        [
            "text-empty",
            "not-in-case",
            "case-unknown",
            "case-number-taken",
            "case-number-taken",
            "event-out-of-place",
            "already-in-case",
            "already-in-case",
            "event-out-of-place",
            "event-out-of-place"
        ]
    );
    assert_eq!(dump(&store), tables);
    assert_eq!(store.with_writer(|c| Ok(journal_of(c))).unwrap(), journal);
    store.append(&good).unwrap();
    assert_eq!(super::faults(&store), Vec::<&str>::new());
}

#[test]
fn nothing_appended_is_nothing_done() {
    let (_dir, store) = fresh();
    assert_eq!(store.append(&[]).unwrap(), []);
    assert_eq!(store.head_seq(&id(1)).unwrap(), 0);
}

#[test]
fn what_is_applied_is_what_was_written() {
    // The zone had an offset with seconds then, which RFC 9557 cannot say: the stored minute counts, live as after a rebuild.
    let (_dir, store) = fresh();
    let long_ago = chrono::DateTime::from_timestamp(-2_500_000_000, 0).unwrap();
    let odd = Moment::new(long_ago, chrono_tz::Tz::Asia__Shanghai);
    let mut first = opened(1, "1890-0001", "旧账", 0);
    first.at = odd;
    store.append(&[first]).unwrap();
    let live = dump(&store);
    store.rebuild().unwrap();
    assert_eq!(dump(&store), live);
}

#[test]
fn numbers_are_given_out_in_order_and_once() {
    let (_dir, store) = fresh();
    assert_eq!(store.next_case_number(2026).unwrap(), "2026-0001");
    store
        .append(&[opened(1, "2026-0001", "一", 0), opened(2, "2026-0041", "二", 0), opened(3, "旧-7", "三", 0)])
        .unwrap();
    assert_eq!(store.next_case_number(2026).unwrap(), "2026-0042");
    assert_eq!(store.next_case_number(2027).unwrap(), "2027-0001");
    store.append(&[opened(4, "2026-9999", "四", 0)]).unwrap();
    assert_eq!(store.next_case_number(2026).unwrap(), "2026-10000");
    store.append(&[opened(5, "2026-10000", "五", 0)]).unwrap();
    assert_eq!(store.next_case_number(2026).unwrap(), "2026-10001");
    let error = store.append(&[opened(6, "2026-0041", "六", 0)]).unwrap_err();
    assert_eq!((error.code(), error.params()["number"].as_str()), ("case-number-taken", "2026-0041"));
}

#[test]
fn things_lead_home() {
    let (_dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    store.append(&[opened(2, "2026-0002", "二", 0), event(2, 1, evidence(71, 1, 41))]).unwrap();
    let (one, two): (CaseId, CaseId) = (id(1), id(2));
    assert_eq!(store.evidence_home(&id(31)).unwrap(), one);
    assert_eq!(store.evidence_home(&id(71)).unwrap(), two);
    assert_eq!(code(store.evidence_home(&id(33))), "evidence-unknown", "taken out");
    assert_eq!(store.packet_home(&id::<PacketId>(61)).unwrap(), one);
    assert_eq!(code(store.packet_home(&id::<PacketId>(62))), "packet-unknown");
    let with: Vec<(CaseId, EvidenceId)> = store.exhibits_with(&super::samples::sha256(41)).unwrap();
    assert_eq!(with, [(one.clone(), id(31)), (two, id(71))]);
    let blobs: Vec<_> = store.blobs().unwrap().into_iter().map(|(sha, bytes)| (sha.to_string(), bytes)).collect();
    let wanted = [41, 42, 43].map(|n| (super::samples::sha256(n).to_string(), 3_145_728 + n));
    assert_eq!(blobs, wanted, "a removed exhibit's content is still named");
    for name in ["2026-0001", " 2026-0001 ", one.as_str()] {
        assert_eq!(store.find_case(name).unwrap().id, one);
    }
    for name in ["", "2026-0003", "00000000000000000000000009", "' OR 1=1"] {
        assert_eq!(code(store.find_case(name)), "case-unknown", "{name:?}");
    }
    assert_eq!(code(store.case(&id(9))), "case-unknown");
}

#[test]
fn deadlines_come_in_order_and_leave_with_their_case() {
    let (_dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    store.append(&[opened(2, "2026-0002", "二", 0), event(2, 1, super::samples::deadline(91, 2, "先到"))]).unwrap();
    let titles = |open_only| -> Vec<String> {
        store
            .deadlines(open_only)
            .unwrap()
            .into_iter()
            .map(|row| format!("{} {}", row.number, row.deadline.title))
            .collect()
    };
    assert_eq!(titles(false), ["2026-0001 交材料", "2026-0002 先到", "2026-0001 等答复"]);
    assert_eq!(titles(true), ["2026-0002 先到", "2026-0001 等答复"]);
    store
        .append(&[event(2, 2, EventBody::CaseClosed { outcome: recourse_domain::Outcome::Lost, recovered: None })])
        .unwrap();
    assert_eq!(titles(true), ["2026-0001 等答复"]);
    assert_eq!(titles(false).len(), 3);
}

#[test]
fn settings_are_kept_beside_the_record() {
    let (dir, store) = fresh();
    assert_eq!(store.preference("language").unwrap(), None);
    store.set_preference("language", "en").unwrap();
    store.set_preference("language", "zh-CN").unwrap();
    store.append(&every_kind()).unwrap();
    store.rebuild().unwrap();
    drop(store);
    assert_eq!(open_at(dir.path()).preference("language").unwrap().as_deref(), Some("zh-CN"));
}

#[test]
fn many_threads_write_one_chain_and_read_beside_it() {
    let (_dir, store) = fresh();
    store.append(&[opened(1, "2026-0001", "一", 0)]).unwrap();
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let store = &store;
            scope.spawn(move || {
                for n in 0..15 {
                    store.append(&[note(1, worker * 100 + n, "并发")]).unwrap();
                    // A reader sees whole transactions: as many entries as the last sequence number says.
                    let history = store.history(&id(1)).unwrap();
                    assert_eq!(history.last().unwrap().seq, history.len() as u64);
                }
            });
        }
    });
    assert_eq!(store.head_seq(&id(1)).unwrap(), 61);
    assert_eq!(super::faults(&store), Vec::<&str>::new());
}

#[test]
fn the_list_shows_what_the_case_says() {
    let (_dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    let page = store.list_cases(&crate::CaseQuery { limit: 10, ..Default::default() }).unwrap();
    let row = &page.rows[0];
    assert_eq!(row.title, "POS 超时，顾客已扣款 1280 元");
    assert_eq!((row.playbook.as_str(), row.stage), ("debited-abnormal", Stage::FollowUp));
    assert_eq!(row.counterparty.as_deref(), Some("银联商务"), "not the customer, who was named first");
    assert_eq!(row.amount, Some(yuan(128_000)));
    assert_eq!(row.next_due.unwrap().to_string(), "2026-03-17");
    assert_eq!(row.changed_at, store.case(&id(1)).unwrap().changed_at);
    store
        .append(&[opened(2, "2026-0002", "二", 90), event(2, 91, party(95, PartyRole::Customer, "只有顾客"))])
        .unwrap();
    store.append(&[event(2, 92, transaction(96, i64::MAX >> 11, ""))]).unwrap();
    let row = &store.list_cases(&crate::CaseQuery { limit: 1, ..Default::default() }).unwrap().rows[0];
    assert_eq!(row.counterparty.as_deref(), Some("只有顾客"));
    assert_eq!(row.amount.unwrap().minor(), i64::MAX >> 11);
}

#[test]
fn refusals_of_the_case_pass_through_as_they_are() {
    let (_dir, store) = fresh();
    store.append(&[opened(1, "2026-0001", "一", 0)]).unwrap();
    let error = store.append(&[note(1, 1, "")]).unwrap_err();
    assert!(matches!(&error, StoreError::Domain(DomainError::Empty(_))));
    assert_eq!((error.code(), error.params()["field"].as_str()), ("text-empty", "note"));
}

#[test]
fn own_playbooks_and_tasks_are_found_as_they_were_last_said() {
    let (_dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    assert_eq!(store.own_playbooks().unwrap(), [(key("other"), "format = 1\nid = \"other\"\n".to_owned())]);
    let titles = |open| store.tasks(open).unwrap().into_iter().map(|t| t.title).collect::<Vec<_>>();
    assert_eq!(titles(true), ["每月对一次账"]);
    assert_eq!(titles(false), ["每月对一次账", "换一台备用机"]);
    let monthly = store.tasks(true).unwrap().remove(0);
    assert_eq!(
        (monthly.due.to_string(), monthly.last_done.map(|d| d.to_string())),
        ("2026-04-16".to_owned(), Some("2026-03-16".to_owned()))
    );
    let events = [of_shop(200, playbook("other", "format = 2")), of_shop(201, task_done(99, 1))];
    assert_eq!(code(store.append(&events)), "task-unknown");
    assert_eq!(store.own_playbooks().unwrap()[0].1, "format = 1\nid = \"other\"\n", "refused together");
}

#[test]
fn the_latest_entry_besides_a_kind_is_found() {
    let (_dir, store) = fresh();
    store
        .append(&[opened(1, "2026-0001", "一", 0), note(1, 1, "a"), event(1, 2, super::samples::packet(1, 2))])
        .unwrap();
    assert_eq!(store.head_seq(&id(1)).unwrap(), 3);
    assert_eq!(store.head_seq_besides(&id(1), "packet-built").unwrap(), 2);
    assert_eq!(store.head_seq_besides(&id(9), "packet-built").unwrap(), 0);
    assert_eq!(store.case_number(&id(1)).unwrap().as_deref(), Some("2026-0001"));
    assert_eq!(store.case_number(&id(9)).unwrap(), None);
}
