//! The guided flow through the bridge: every command takes the arguments of the contract and answers its document.

use super::bridge::Bridge;
use serde_json::{Value, json};

#[test]
fn a_case_is_guided_through_the_bridge() {
    let bridge = Bridge::fresh();
    let heard = json!({"about": "principal", "symptoms": [], "screen": "", "code": "68"});
    let report = bridge.ask("triage", heard).unwrap();
    assert_eq!(report["suggestions"][0]["playbook"], json!("timeout-debited"));
    assert!(!bridge.ask("response_codes", json!({})).unwrap().as_array().unwrap().is_empty());
    let case = bridge.ask("case_new", json!({"playbook": "timeout-debited", "title": "", "details": {}})).unwrap();
    let guide = bridge.ask("case_guide", json!({"id": case["id"]})).unwrap();
    assert_eq!(guide["current"], case["next"][0]["id"]);
    for (command, args) in [
        ("call_sheet", json!({"case": case["id"], "role": "acquirer"})),
        ("customer_script", json!({"case": case["id"]})),
        ("contingency_plan", json!({})),
    ] {
        assert!(bridge.ask(command, args).unwrap()["blocks"].as_array().unwrap().len() > 1, "{command}");
    }
    let mismatches = bridge.ask("shop_findings", json!({})).unwrap();
    assert!(mismatches.as_array().unwrap().iter().all(|found| !found["message"].as_str().unwrap().is_empty()));
}

#[test]
fn work_is_planned_through_the_bridge() {
    let bridge = Bridge::fresh();
    let case = bridge.ask("case_new", json!({"playbook": "other", "title": "", "details": {}})).unwrap();
    let proposed = bridge.ask("task_proposals", json!({"case": case["id"]})).unwrap();
    let first = proposed[0].clone();
    let input = json!({"id": "", "title": first["title"], "kind": first["kind"], "who": first["who"],
        "due": first["due"], "every_months": first["every_months"], "case": case["id"]});
    let planned = bridge.ask("task_plan", json!({"case": case["id"], "tasks": [input]})).unwrap();
    let id = planned[0]["id"].clone();
    let own = json!({"id": "", "title": "换路由器", "kind": "", "who": "", "due": "2036-01-01", "every_months": 0, "case": ""});
    assert_eq!(bridge.ask("task_save", json!({"task": own})).unwrap().as_array().unwrap().len(), 2);
    bridge.ask("task_done", json!({"id": id, "on": "", "note": ""})).unwrap();
    let left = bridge.ask("task_drop", json!({"id": id, "why": "试一下"})).unwrap();
    assert_eq!(left, bridge.ask("task_list", json!({})).unwrap());
}

#[test]
fn an_own_playbook_is_kept_and_dropped_through_the_bridge() {
    let bridge = Bridge::fresh();
    let id = json!({"id": "other"});
    let mut doc = bridge.ask("playbook_doc", id.clone()).unwrap();
    doc["title"] = json!("都不像");
    let kept = bridge.ask("playbook_edit", json!({"id": "other", "doc": doc})).unwrap();
    assert_eq!((&kept["own"], &kept["title"]), (&json!(true), &json!("都不像")));
    let text = bridge.ask("playbook_text", id.clone()).unwrap()["text"].clone();
    assert_eq!(bridge.ask("playbook_check", json!({"text": text})).unwrap()["faults"], json!([]));
    assert_eq!(bridge.ask("playbook_keep", json!({"text": text})).unwrap(), kept);
    assert_eq!(bridge.ask("playbook_reset", id).unwrap()["own"], json!(false));
    let refused = bridge.ask("playbook_keep", json!({"text": "format = 1\nodd = 2"})).unwrap_err();
    assert_eq!(refused["params"]["line"].as_str().map(str::is_empty), Some(false), "{refused}");
    let secret = bridge.ask("case_list", json!({"stages": ["6222021234567890128"], "text": "", "limit": 1}));
    assert!(!secret.unwrap_err().to_string().contains("1234567890"), "what was typed is not told");
    assert_ne!(refused["message"], Value::Null);
}
