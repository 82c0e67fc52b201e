//! The JSON documents that scripts rely on: every field of the contract is there and has its type.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a document without its shape ends the test"
)]

use crate::material;
use crate::shop::Shop;
use serde_json::Value;

/// Checks `value` against a shape such as `{"id": text, "due": text?, "steps": [{…}]}`, written as JSON whose leaves name
/// a type: `text`, `number`, `yes-no`, `any`, each with `?` when it may be null. Further fields are allowed.
fn assert_shape(value: &Value, shape: &Value, place: &str) {
    match shape {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| {
            let found = value.get(name).unwrap_or_else(|| panic!("{place} has no {name}: {value}"));
            assert_shape(found, inner, &format!("{place}.{name}"));
        }),
        Value::Array(inner) => {
            let items = value.as_array().unwrap_or_else(|| panic!("{place} is no list: {value}"));
            assert!(!items.is_empty(), "{place} is empty, so its shape is not proved");
            items.iter().for_each(|item| assert_shape(item, &inner[0], &format!("{place}[]")));
        }
        Value::String(kind) => {
            let (kind, may_be_null) = kind.strip_suffix('?').map_or((kind.as_str(), false), |kind| (kind, true));
            let fits = match kind {
                "text" => value.is_string(),
                "number" => value.is_number(),
                "yes-no" => value.is_boolean(),
                "list" => value.is_array(),
                "any" => true,
                "instant" => value.as_str().is_some_and(|t| t.len() >= 20 && t.as_bytes()[10] == b'T'),
                "date" => value.as_str().is_some_and(|t| t.len() == 10 && t.as_bytes()[4] == b'-'),
                "amount" => {
                    value.as_str().is_some_and(|t| t.contains('.') && t.trim_start_matches('-').parse::<f64>().is_ok())
                }
                "hash" => value.as_str().is_some_and(|t| t.len() == 64 && t.bytes().all(|b| b.is_ascii_hexdigit())),
                other => panic!("no type {other}"),
            };
            assert!(fits || (may_be_null && value.is_null()), "{place} is no {kind}: {value}");
        }
        other => panic!("no shape {other}"),
    }
}

/// A shape written as JSON.
fn shape(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

const CASE: &str = r#"{
    "id": "text", "number": "text", "playbook": "text", "stage": "text", "title": "text",
    "transactions": [{"id": "text", "amount": "amount", "currency": "text", "at": "instant", "card": "text", "rrn": "text"}],
    "evidence": [{"id": "text", "label": "text", "sha256": "hash", "kind": "text?", "media_type": "text", "bytes": "number",
                  "pages": "number", "added_at": "instant"}],
    "deadlines": [{"id": "text", "due": "date", "due_at": "instant", "zone": "text", "title": "text", "source": "text"}],
    "readiness": {"score": "number", "missing": "list"}
}"#;

#[test]
fn every_call_answers_with_the_document_of_the_contract() {
    let shop = Shop::new();
    let fresh = shop.done(["case", "new", "--playbook", "timeout-debited", "--set", "title=对账"]);
    let empty = r#"{"id": "text", "number": "text", "playbook": "text", "stage": "text", "title": "text", "transactions": "list",
        "evidence": "list", "deadlines": "list", "readiness": {"score": "number", "missing": [{"what": "text"}]}}"#;
    assert_shape(&fresh, &shape(empty), "case new");
    let case = fresh["number"].as_str().unwrap();

    let add = ["transaction", "add", case, "--amount", "1280", "--at", "2026-03-05 14:02", "--card", "**** 1234"];
    let added = shop.done(add);
    assert_eq!(
        (&added["transactions"][0]["amount"], &added["transactions"][0]["currency"]),
        (&"1280.00".into(), &"CNY".into())
    );
    assert_eq!(added["transactions"][0]["card"], "******1234");
    shop.done(["deadline", "add", case, "--due", "2026-03-20", "--source", "通知"]);

    let photo = shop.file("a.jpg", &material::jpeg(40, 30, 1));
    let report = shop.done(["evidence", "add", case, photo.to_str().unwrap(), "--kind", "terminal-photo"]);
    let taken = r#"{"added": [{"id": "text", "label": "text", "sha256": "hash", "kind": "text", "media_type": "text",
        "bytes": "number", "pages": "number", "duplicate_of": "text?", "warnings": "list"}], "refused": "list"}"#;
    assert_shape(&report, &shape(taken), "evidence add");
    let again = shop.done(["evidence", "add", case, photo.to_str().unwrap()]);
    assert_eq!(again["added"][0]["duplicate_of"], "E1");
    let nothing = shop.file("a.txt", b"");
    let refused = shop.run(["evidence", "add", case, nothing.to_str().unwrap()]);
    assert_eq!((refused.code, refused.stderr.as_str()), (1, ""));
    assert_shape(
        &refused.document(),
        &shape(r#"{"added": "list", "refused": [{"name": "text", "code": "text", "message": "text"}]}"#),
        "evidence add",
    );

    assert_shape(&shop.done(["case", "show", case]), &shape(CASE), "case show");
    let rows = r#"{"cases": [{"id": "text", "number": "text", "title": "text", "playbook": "text", "stage": "text",
        "next_due": "date?", "amount": "amount?", "currency": "text?"}], "next_cursor": "text?"}"#;
    assert_shape(&shop.done(["case", "list"]), &shape(rows), "case list");
    assert_shape(&shop.done(["case", "search", "对账"]), &shape(rows), "case search");
    let steps = r#"{"steps": [{"id": "text", "phase": "text", "title": "text", "why": "text", "urgency": "text", "due": "date?",
        "blocked_by": "list"}]}"#;
    assert_shape(&shop.done(["case", "next", case]), &shape(steps), "case next");
    let events = r#"{"events": [{"seq": "number", "at": "instant", "actor": "text", "kind": "text", "summary": "text",
        "hash": "hash"}]}"#;
    assert_shape(&shop.done(["case", "history", case]), &shape(events), "case history");
    let verified = r#"{"checked": "number", "missing": "list", "altered": "list", "orphan": "list"}"#;
    assert_shape(&shop.done(["evidence", "verify"]), &shape(verified), "evidence verify");
    let packet = r#"{"channel": "text", "fits": "yes-no", "pages": "number", "bytes": "number",
        "findings": [{"code": "text", "message": "text", "item": "text?"}], "file": "text?", "sha256": "hash?"}"#;
    let checked = shop.done(["packet", "check", case, "--channel", "acquirer"]);
    assert_shape(&checked, &shape(packet), "packet check");
    assert!(checked["file"].is_null() && checked["sha256"].is_null(), "{checked}");
    let built = shop.done(["packet", "build", case, "--channel", "acquirer", "--out", "p.pdf"]);
    assert_shape(
        &built,
        &shape(&packet.replace("\"hash?\"", "\"hash\"").replace("\"file\": \"text?\"", "\"file\": \"text\"")),
        "packet build",
    );
    assert_shape(&shop.done(["doctor"]), &shape(r#"{"ok": "yes-no", "findings": "list"}"#), "doctor");

    for (call, document) in [
        (vec!["transaction", "list", case], r#"{"transactions": [{"id": "text", "amount": "amount"}]}"#),
        (vec!["evidence", "list", case], r#"{"evidence": [{"id": "text", "label": "text"}]}"#),
        (
            vec!["packet", "list", case],
            r#"{"packets": [{"id": "text", "sha256": "hash", "built_at": "instant", "outdated": "yes-no"}]}"#,
        ),
        (
            vec!["deadline", "list"],
            r#"{"deadlines": [{"id": "text", "case": "text", "number": "text", "due": "date"}]}"#,
        ),
        (vec!["channel", "list"], r#"{"channels": [{"id": "text", "max_bytes": "number?", "max_pages": "number?"}]}"#),
        (
            vec!["channel", "show", "adyen"],
            r#"{"id": "text", "max_bytes": "number", "source": "text", "checked_on": "date"}"#,
        ),
        (vec!["merchant", "show"], r#"{"name": "text", "mid": "text", "terminals": "list", "rates": "list"}"#),
        (vec!["preference", "show"], r#"{"language": "text", "theme": "text", "version": "text"}"#),
        (vec!["completions", "bash"], r#"{"shell": "text", "script": "text"}"#),
    ] {
        assert_shape(&shop.done(&call), &shape(document), &call.join(" "));
    }
}

#[test]
fn a_case_is_found_by_number_or_identifier_and_numbers_count_up() {
    let shop = Shop::new();
    let first = shop.done(["case", "new", "--playbook", "other"]);
    assert_eq!(first["number"], "2026-0001");
    assert_eq!(shop.case("other", "第二个"), "2026-0002");
    let id = first["id"].as_str().unwrap();
    assert_eq!(shop.done(["case", "show", id])["number"], "2026-0001");
    assert_eq!(shop.done(["case", "show", &id.to_lowercase()])["number"], "2026-0001");
    // Without a title the playbook's name stands in.
    assert_eq!(first["title"], "其他问题");
}

#[test]
fn a_list_is_read_page_by_page_without_a_gap() {
    let shop = Shop::new();
    let made: Vec<String> = (0..7).map(|n| shop.case("other", &format!("第{n}件"))).collect();
    let (mut seen, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let mut call = vec!["case".to_owned(), "list".into(), "--limit".into(), "3".into()];
        call.extend(cursor.iter().flat_map(|cursor| ["--cursor".to_owned(), cursor.clone()]));
        let page = shop.done(&call);
        seen.extend(page["cases"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()));
        assert_eq!(page["total"], 7);
        cursor = page["next_cursor"].as_str().map(str::to_owned);
        if cursor.is_none() {
            break;
        }
    }
    seen.sort();
    assert_eq!(seen, made);
    shop.done(["case", "advance", &made[0], "submit"]);
    assert_eq!(shop.done(["case", "list", "--stage", "submit"])["cases"][0]["number"], made[0].as_str());
    assert_eq!(shop.done(["case", "list", "--query", "第3件"])["total"], 1);
    assert_eq!(shop.done(["case", "search", "没有这样的"])["cases"].as_array().unwrap().len(), 0);
}

#[test]
fn the_clock_can_be_fixed_so_that_results_repeat() {
    let shop = Shop::new();
    let case = shop.done(["case", "new", "--playbook", "other"]);
    assert_eq!((&case["opened_at"], &case["zone"]), (&"2026-03-05T15:00:00+08:00".into(), &"Asia/Shanghai".into()));
    assert_eq!(shop.done(["case", "show", "2026-0001"]), case);
}
