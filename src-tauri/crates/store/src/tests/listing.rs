//! The list: order, pages, stages, words, and the plans by which SQLite answers.

use super::samples::{event, every_kind, evidence, id, key, note, opened, ordinary_case, party, transaction};
use super::{code, fresh};
use crate::list::{CasePage, CaseQuery, order_sql};
use crate::{PAGE_LIMIT, Store};
use proptest::prelude::*;
use recourse_domain::{EventBody, PartyRole, Stage};

fn query(text: &str) -> CaseQuery {
    CaseQuery { text: text.to_owned(), limit: 50, ..CaseQuery::default() }
}

fn numbers(page: &CasePage) -> Vec<&str> {
    page.rows.iter().map(|row| row.number.as_str()).collect()
}

fn found(store: &Store, text: &str) -> Vec<String> {
    let page = store.list_cases(&query(text)).unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    numbers(&page).into_iter().map(str::to_owned).collect()
}

#[test]
fn the_latest_change_comes_first() {
    let (_dir, store) = fresh();
    store
        .append(&[opened(1, "2026-0001", "一", 10), opened(2, "2026-0002", "二", 20), opened(3, "2026-0003", "三", 20)])
        .unwrap();
    assert_eq!(numbers(&store.list_cases(&query("")).unwrap()), ["2026-0003", "2026-0002", "2026-0001"]);
    store.append(&[note(1, 30, "动了")]).unwrap();
    assert_eq!(numbers(&store.list_cases(&query("")).unwrap()), ["2026-0001", "2026-0003", "2026-0002"]);
}

#[test]
fn pages_join_without_gap_or_repetition() {
    let (_dir, store) = fresh();
    // Forty cases, several of them changed in the same second.
    let events: Vec<_> =
        (1..=40).map(|n| opened(n, &format!("2026-{n:04}"), "同", i64::try_from(n / 3).unwrap())).collect();
    store.append(&events).unwrap();
    let moved: Vec<_> = (1..=40)
        .step_by(3)
        .map(|n| event(n, i64::try_from(n / 3).unwrap(), EventBody::StageMoved { to: Stage::Submit }))
        .collect();
    store.append(&moved).unwrap();
    for (stages, text, total) in [
        (vec![], "", 40),
        (vec![Stage::Submit], "", 14),
        (vec![Stage::Confirm, Stage::Submit], "", 40),
        (vec![Stage::Closed], "", 0),
        (vec![], "2026", 40),
        (vec![Stage::Submit], "同", 14),
        (Stage::ALL.to_vec(), "", 40),
    ] {
        let whole = store.list_cases(&CaseQuery { stages: stages.clone(), limit: 100, ..query(text) }).unwrap();
        assert_eq!(
            (whole.total, whole.rows.len(), whole.next_cursor.is_some()),
            (total, usize::try_from(total).unwrap(), false)
        );
        let (mut pieces, mut cursor) = (Vec::new(), None);
        loop {
            let page =
                store.list_cases(&CaseQuery { stages: stages.clone(), limit: 7, cursor, ..query(text) }).unwrap();
            assert_eq!(page.total, total);
            assert!(page.rows.len() == 7 || page.next_cursor.is_none());
            pieces.extend(page.rows);
            cursor = page.next_cursor;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(pieces, whole.rows, "{stages:?} {text:?}");
    }
}

#[test]
fn a_full_last_page_has_no_next() {
    let (_dir, store) = fresh();
    store.append(&[opened(1, "2026-0001", "一", 1), opened(2, "2026-0002", "二", 2)]).unwrap();
    let page = store.list_cases(&CaseQuery { limit: 2, ..query("") }).unwrap();
    assert_eq!((page.rows.len(), page.next_cursor), (2, None));
}

#[test]
fn an_empty_store_has_an_empty_page() {
    let (_dir, store) = fresh();
    for text in ["", "王", "冲正失败", "  \t"] {
        assert_eq!(store.list_cases(&query(text)).unwrap(), CasePage::default());
    }
}

#[test]
fn limits_stay_within_reason() {
    let (_dir, store) = fresh();
    let events: Vec<_> = (1..=600).map(|n| opened(n, &format!("2026-{n:04}"), "同", 0)).collect();
    store.append(&events).unwrap();
    assert_eq!(store.list_cases(&CaseQuery { limit: 0, ..query("") }).unwrap().rows.len(), 1);
    assert_eq!(store.list_cases(&CaseQuery { limit: u32::MAX, ..query("") }).unwrap().rows.len(), PAGE_LIMIT as usize);
}

#[test]
fn cursors_of_others_are_refused() {
    let (_dir, store) = fresh();
    for bad in [
        "",
        "x",
        "1",
        "1.2",
        ".",
        "1.0000000000000000000000000I",
        "a.00000000000000000000000001",
        "1.00000000000000000000000001'",
    ] {
        let asked = CaseQuery { cursor: Some(bad.to_owned()), ..query("") };
        assert_eq!(code(store.list_cases(&asked)), "cursor-unreadable", "{bad:?}");
    }
}

#[test]
fn cases_are_found_by_everything_written_in_them() {
    let (_dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    store
        .append(&[opened(2, "2026-0002", "别的事", 90), event(2, 91, party(77, PartyRole::Issuer, "Bank of Ａｓｉａ"))])
        .unwrap();
    let first = [
        "2026-0001",
        "0001",
        "超时",
        "时",
        "顾客已扣款",
        "银联商务",
        "银联",
        "王女士",
        "123456789012",
        "3456",
        "622202",
        "1234",
        "没有打印",
        "已重打印",
        "顾客已离店",
        "95534",
        "三个工作日",
        "日",
        "小票照片",
        "扣款短信截图",
        "IMG_0031",
        "img_0031",
        "1280.00",
        "１２８０",
        "POS",
        "pos",
        "ＰＯＳ",
        "交易超时",
        "超时 银联",
        "银联 超时 95534",
        "工作日 pos",
        "68",
    ];
    for text in first {
        assert_eq!(found(&store, text), ["2026-0001"], "{text:?}");
    }
    assert_eq!(found(&store, "bank OF asia"), ["2026-0002"]);
    assert_eq!(found(&store, "2026"), ["2026-0002", "2026-0001"]);
    for nothing in ["银联 别的事", "拍糊了吗", "\"", "%", "a\"b", "OR", "2026-0003", "银联*", "body:银联", "NEAR(银联"]
    {
        assert_eq!(found(&store, nothing), Vec::<String>::new(), "{nothing:?}");
    }
}

#[test]
fn what_was_taken_back_is_no_longer_found() {
    let (_dir, store) = fresh();
    store.append(&[opened(1, "2026-0001", "一", 0), event(1, 1, party(5, PartyRole::Agent, "某某科技"))]).unwrap();
    assert_eq!(found(&store, "某某科技").len(), 1);
    store.append(&[event(1, 2, EventBody::PartyRemoved { party: id(5) })]).unwrap();
    assert_eq!(found(&store, "某某科技").len(), 0);
    assert_eq!(found(&store, "某某").len(), 0);
    store
        .append(&[event(1, 3, EventBody::QuestionAnswered { question: key("q"), value: "答案甲乙".to_owned() })])
        .unwrap();
    assert_eq!(found(&store, "答案甲乙").len(), 1);
    store.append(&[event(1, 4, EventBody::QuestionAnswered { question: key("q"), value: String::new() })]).unwrap();
    assert_eq!(found(&store, "答案甲乙").len(), 0);
}

#[test]
fn words_do_not_run_across_two_fields() {
    let (_dir, store) = fresh();
    store.append(&[opened(1, "2026-0001", "甲乙", 0), event(1, 1, party(5, PartyRole::Agent, "丙丁"))]).unwrap();
    for across in ["乙丙", "甲乙丙丁", "乙丙丁"] {
        assert_eq!(found(&store, across).len(), 0, "{across}");
    }
}

#[test]
fn many_hits_come_in_the_same_order_as_few() {
    let (_dir, store) = fresh();
    let events: Vec<_> = (1..=2_300).flat_map(|n| ordinary_case(n).into_iter().take(2)).collect();
    store.append(&events).unwrap();
    let all = store.list_cases(&CaseQuery { limit: 500, ..query("") }).unwrap();
    let searched = store.list_cases(&CaseQuery { limit: 500, ..query("2026") }).unwrap();
    assert_eq!((searched.total, &searched.rows), (2_300, &all.rows));
    let next = CaseQuery { limit: 500, cursor: searched.next_cursor, ..query("2026") };
    let plain = CaseQuery { limit: 500, cursor: all.next_cursor, ..query("") };
    assert_eq!(store.list_cases(&next).unwrap().rows, store.list_cases(&plain).unwrap().rows);
}

#[test]
fn the_index_alone_answers_the_list() {
    let (_dir, store) = fresh();
    let plan = |sql: &str| -> Vec<String> {
        store
            .read(|conn| {
                let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                let mut rows = statement.raw_query();
                let mut lines = Vec::new();
                while let Some(row) = rows.next()? {
                    lines.push(row.get::<_, String>(3)?);
                }
                Ok(lines)
            })
            .unwrap()
    };
    for (one_stage, after, wanted) in [
        (false, false, "SCAN cases USING INDEX cases_by_change"),
        (false, true, "SEARCH cases USING INDEX cases_by_change ((changed_us,id)<(?,?))"),
        (true, false, "SEARCH cases USING INDEX cases_by_stage (stage=?)"),
        (true, true, "SEARCH cases USING INDEX cases_by_stage (stage=? AND (changed_us,id)<(?,?))"),
    ] {
        assert_eq!(plan(&order_sql(one_stage, after)), [wanted]);
    }
    for (sql, index) in [
        ("SELECT count(*) FROM cases", "COVERING INDEX"),
        ("SELECT count(*) FROM cases WHERE stage IN (?1, ?2)", "COVERING INDEX cases_by_stage"),
        (
            "SELECT seq, stage, changed_us, id FROM cases ORDER BY changed_us DESC, id DESC",
            "COVERING INDEX cases_by_change",
        ),
        (
            "SELECT coalesce(max(number_ordinal), 0) + 1 FROM cases WHERE number_year = ?1",
            "COVERING INDEX cases_by_number",
        ),
        ("SELECT coalesce(max(seq), 0) FROM journal WHERE case_id = ?1", "COVERING INDEX journal_by_case"),
        ("SELECT seq FROM journal WHERE case_id = ?1 ORDER BY seq", "INDEX journal_by_case"),
        ("SELECT id FROM evidence WHERE sha256 = ?1", "INDEX evidence_by_content"),
    ] {
        let lines = plan(sql);
        assert!(lines[0].contains(index) && !lines.iter().any(|l| l.contains("TEMP B-TREE")), "{sql}: {lines:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// The index and the plain search of the text agree on every piece of what was written.
    #[test]
    fn every_piece_of_a_text_finds_it(title in "[a-zA-Z0-9 超时扣款冲正（）\"'%_*-]{1,30}", from in 0_usize..30, length in 1_usize..8) {
        let (_dir, store) = fresh();
        prop_assume!(!title.trim().is_empty());
        store.append(&[opened(1, "2026-0001", &title, 0), opened(2, "2026-0002", "ζ", 1), event(1, 2, transaction(3, 5, "")), event(1, 3, evidence(4, 1, 4))]).unwrap();
        let piece: String = title.chars().skip(from).take(length).collect();
        prop_assume!(!piece.trim().is_empty());
        prop_assert!(found(&store, &piece).contains(&"2026-0001".to_owned()), "{piece:?} in {title:?}");
    }
}
