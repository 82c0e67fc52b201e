//! The guided flow as a person lives through it: questions, steps, playbooks of one's own, sheets, planned work.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use recourse_desk::dto::{
    GuideDto, GuideStepDto, MerchantDto, PersonDto, QuestionDto, RateDto, TaskInput, TerminalDto, TransactionInput,
};
use recourse_desk::{CaseEdit, Coded, Desk, Language, SheetAsk, TriageInput};
use recourse_domain::{Actor, Event, EventBody};
use recourse_store::Store;
use std::collections::BTreeMap;
use support::{desk, draft, options, prove};

fn one(key: &str, value: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(key.to_owned(), value.to_owned())])
}

fn steps(guide: &GuideDto) -> impl Iterator<Item = &GuideStepDto> {
    guide.phases.iter().flat_map(|phase| &phase.steps)
}

fn question(guide: &GuideDto, id: &str) -> Option<QuestionDto> {
    steps(guide).flat_map(|step| &step.questions).find(|q| q.id == id).cloned()
}

fn switch(desk: &Desk, case: &str, playbook: &str) {
    let edit = CaseEdit { playbook: Some(playbook.to_owned()), ..CaseEdit::default() };
    desk.case_set(case, &edit).unwrap();
}

#[test]
fn an_answer_is_kept_over_a_change_of_playbook_and_counts_again_where_it_fits() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("timeout-debited")).unwrap().id;
    desk.case_answer(&case, &one("fee-taken", "1,280.5")).unwrap();
    desk.case_answer(&case, &one("swiped-again", "yes")).unwrap();
    assert_eq!(desk.case_show(&case).unwrap().answers["fee-taken"], "1280.5", "kept in its normal form");

    switch(&desk, &case, "debited-abnormal");
    let guide = desk.case_guide(&case).unwrap();
    let asked = question(&guide, "swiped-again").expect("the same question is asked here");
    assert_eq!((asked.answer.as_deref(), asked.fits), (Some("yes"), true));

    switch(&desk, &case, "merchant-invalid");
    assert!(question(&desk.case_guide(&case).unwrap(), "swiped-again").is_none());
    assert_eq!(desk.case_show(&case).unwrap().answers["swiped-again"], "yes", "stays on record all the same");
    // And can still be corrected, by the form its question has elsewhere.
    assert_eq!(desk.case_answer(&case, &one("swiped-again", "perhaps")).unwrap_err().code(), "answer-unfit");
    desk.case_answer(&case, &one("swiped-again", "no")).unwrap();

    switch(&desk, &case, "timeout-debited");
    assert_eq!(question(&desk.case_guide(&case).unwrap(), "swiped-again").unwrap().answer.as_deref(), Some("no"));
    desk.case_answer(&case, &one("swiped-again", " ")).unwrap();
    assert_eq!(question(&desk.case_guide(&case).unwrap(), "swiped-again").unwrap().answer, None);
}

#[test]
fn answers_that_fit_no_question_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("timeout-debited")).unwrap().id;
    for (question, value, code) in [
        ("when-noticed", "gestern", "answer-unfit"),
        ("fee-taken", "viel", "answer-unfit"),
        ("backend-status", "maybe-so", "answer-unfit"),
        ("no-such-question", "yes", "question-unknown"),
        ("No_Key", "yes", "key-unreadable"),
    ] {
        let error = desk.case_answer(&case, &one(question, value)).unwrap_err();
        assert_eq!(error.code(), code, "{question}");
        assert!(!error.to_dto(desk.words()).message.starts_with("error-"), "{error}");
    }
    assert!(desk.case_show(&case).unwrap().answers.is_empty());
}

/// Whatever the playbook: doing what comes first leads to the end of the case, and every card says what and why.
#[test]
fn doing_what_comes_first_leads_from_the_first_question_to_the_end() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    for playbook in desk.catalog().unwrap().playbooks {
        let case = desk.case_new(&draft(&playbook.id)).unwrap();
        assert_eq!(case.playbook_title, playbook.title);
        let mut done = Vec::new();
        loop {
            let guide = desk.case_guide(&case.id).unwrap();
            assert_eq!(guide.phases.len(), 6);
            let current = guide.current.clone().expect("there is always a next step while the case is open");
            assert_eq!(desk.case_show(&case.id).unwrap().next[0].id, current);
            for step in steps(&guide) {
                assert!(!step.title.is_empty() && !step.why.is_empty(), "{} {}", playbook.id, step.id);
                assert!(!step.title.starts_with("step-"), "{}", step.title);
            }
            if current == "close-case" {
                assert_eq!(
                    desk.case_do(&case.id, &current, "").unwrap_err().code(),
                    "text-empty",
                    "an outcome is asked"
                );
                break;
            }
            let step = steps(&guide).find(|s| s.id == current).unwrap().clone();
            if step.action == "advance" {
                let stage = desk.case_do(&case.id, &current, "").unwrap().stage;
                assert_eq!(current, format!("advance-{stage}"));
            } else {
                desk.case_do(&case.id, &current, "做了").unwrap();
            }
            assert!(!done.contains(&current), "{}: {current} comes twice", playbook.id);
            done.push(current);
        }
        assert!(done.len() > 8, "{}: {done:?}", playbook.id);
        let guide = desk.case_guide(&case.id).unwrap();
        let submit = guide.phases.iter().find(|p| p.phase == "submit").unwrap();
        assert_eq!(submit.done, submit.total);
        let outcome = guide.outcomes[0].id.clone();
        desk.case_close(&case.id, &outcome, "", "").unwrap();
        assert_eq!(desk.case_guide(&case.id).unwrap().current, None);
    }
}

#[test]
fn a_card_takes_its_proof_and_what_is_left_out_stays_missing_with_its_reason() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("timeout-debited")).unwrap().id;
    let asked = |desk: &Desk| {
        let guide = desk.case_guide(&case).unwrap();
        let step = steps(&guide).find(|s| s.evidence.iter().any(|e| e.kind == "terminal-photo")).unwrap().clone();
        (step.id, step.evidence.into_iter().find(|e| e.kind == "terminal-photo").unwrap())
    };
    let (step, proof) = asked(&desk);
    assert!(proof.mandatory && proof.have.is_empty() && !proof.claims.is_empty() && !proof.good.is_empty());
    assert_eq!(desk.case_skip(&case, &step, " ").unwrap_err().code(), "text-empty");
    let view = desk.case_skip(&case, &step, "屏幕已经黑了").unwrap();
    let missing = view.readiness.missing.iter().find(|m| m.evidence_kind.as_deref() == Some("terminal-photo")).unwrap();
    assert_eq!(missing.skipped.as_deref(), Some("屏幕已经黑了"));
    assert!(!missing.claims.is_empty(), "what it would support is said");
    let id = prove(&desk, &case, "terminal-photo", "屏幕.png");
    assert_eq!(asked(&desk).1.have, [id]);
    let history = desk.case_history(&case).unwrap().events;
    assert!(
        history.iter().any(|e| e.kind == "step-skipped" && e.summary.contains("屏幕已经黑了")),
        "the history keeps it"
    );
}

#[test]
fn symptoms_screen_and_code_lead_to_a_playbook() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let input = TriageInput { code: "68".to_owned(), about: "principal".to_owned(), ..TriageInput::default() };
    let report = desk.triage(&input).unwrap();
    assert_eq!(report.suggestions[0].playbook, "timeout-debited");
    assert!(!report.suggestions[0].because.is_empty() && report.suggestions[0].title == "超时却扣款");
    assert_eq!(report.code.unwrap().code, "68");
    let nothing = desk.triage(&TriageInput::default()).unwrap();
    assert_eq!(nothing.suggestions.last().unwrap().playbook, "other");
    let symptom = desk.catalog().unwrap().symptoms.into_iter().find(|s| s.playbook == "chargeback").unwrap();
    let input = TriageInput { symptoms: vec![symptom.id], ..TriageInput::default() };
    assert_eq!(desk.triage(&input).unwrap().suggestions[0].playbook, "chargeback");
    let bad = TriageInput { about: "love".to_owned(), ..TriageInput::default() };
    assert_eq!(desk.triage(&bad).unwrap_err().code(), "field-unreadable");
    assert!(desk.response_codes().unwrap().len() > 20);
    assert_eq!(desk.response_code("zz").unwrap_err().code(), "code-unknown");
}

#[test]
fn an_owners_playbook_is_changed_in_parts_and_given_back() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let shipped = desk.playbook_doc("merchant-invalid").unwrap();
    assert!(!shipped.own && !desk.playbook_text("merchant-invalid").unwrap().own);
    let mut doc = shipped.clone();
    doc.title = "我们店的商户号问题".to_owned();
    doc.steps[0].why = "上次就是这样弄清楚的".to_owned();
    let kept = desk.playbook_edit("merchant-invalid", &doc).unwrap();
    assert!(kept.own);
    assert_eq!((kept.title.as_str(), kept.steps[0].why.as_str()), ("我们店的商户号问题", "上次就是这样弄清楚的"));
    let case = desk.case_new(&draft("merchant-invalid")).unwrap();
    assert_eq!((case.title.as_str(), case.playbook_title.as_str()), ("我们店的商户号问题", "我们店的商户号问题"));
    let catalog = desk.catalog().unwrap().playbooks;
    assert!(catalog.iter().find(|p| p.id == "merchant-invalid").unwrap().own);

    // It survives the program, and goes into another folder as a file.
    drop(desk);
    let desk = support::desk(dir.path());
    assert_eq!(desk.playbook_doc("merchant-invalid").unwrap(), kept);
    let file = dir.path().join("own.toml");
    desk.playbook_export("merchant-invalid", &file).unwrap();
    let there = tempfile::tempdir().unwrap();
    let other = support::desk(there.path());
    assert_eq!(other.playbook_import(&file).unwrap().doc.unwrap(), kept);

    let back = desk.playbook_reset("merchant-invalid").unwrap();
    assert_eq!(back, shipped);
    assert_eq!(desk.case_show(&case.id).unwrap().playbook_title, shipped.title);
    assert_eq!(desk.playbook_reset("merchant-invalid").unwrap_err().code(), "playbook-not-kept");
    assert_eq!(desk.playbook_doc("no-such").unwrap_err().code(), "playbook-unknown");
}

#[test]
fn a_playbook_of_a_new_name_stands_beside_the_others_and_its_cases_outlive_it() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let text = desk.playbook_text("other").unwrap().text;
    let own = strip_symptoms(&text.replacen("id = \"other\"", "id = \"till-drawer\"", 1));
    assert_eq!(desk.playbook_check(&own).faults, []);
    desk.playbook_keep(&own).unwrap();
    let case = desk.case_new(&draft("till-drawer")).unwrap();
    desk.playbook_reset("till-drawer").unwrap();
    let view = desk.case_show(&case.id).unwrap();
    assert_eq!((view.playbook.as_str(), view.playbook_title.as_str()), ("till-drawer", "till-drawer"));
    assert!(!view.next.is_empty(), "the one that fits anything stands in");
    assert!(desk.case_guide(&case.id).unwrap().current.is_some());
}

/// Symptoms are unique over all playbooks, so a copy under another name has none.
fn strip_symptoms(text: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line.starts_with("[[symptom]]");
        }
        if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[test]
fn a_broken_playbook_is_refused_with_its_line_and_the_shipped_one_stays_in_use() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let text = desk.playbook_text("timeout-debited").unwrap().text;
    let broken = text.replacen("phase = \"confirm\"", "phase = \"konfirm\"", 1);
    let line = broken.lines().position(|l| l.contains("konfirm")).unwrap() + 1;
    let faults = desk.playbook_check(&broken).faults;
    assert_eq!((faults[0].line as usize, faults[0].code.as_str()), (line, "playbook-not-allowed"));
    assert!(faults[0].message.contains("konfirm") && faults[0].message.contains(&line.to_string()), "{faults:?}");
    let error = desk.playbook_keep(&broken).unwrap_err();
    assert_eq!((error.code(), error.params()["line"].as_str()), ("playbook-not-allowed", line.to_string().as_str()));
    assert!(!desk.playbook_doc("timeout-debited").unwrap().own);
    let file = dir.path().join("broken.toml");
    std::fs::write(&file, &broken).unwrap();
    let import = desk.playbook_import(&file).unwrap();
    assert!(import.doc.is_none() && import.faults[0].line as usize == line);
    std::fs::write(&file, b"\xff\xfe").unwrap();
    assert_eq!(desk.playbook_import(&file).unwrap_err().code(), "playbook-file-unreadable");
    drop(desk);

    // One that was kept by another version of the program is told of at the start, and the shipped one is in use.
    let store = Store::open(&dir.path().join("data"), "2026-03-05T06:02:11Z".parse().unwrap()).unwrap();
    let kept = EventBody::PlaybookKept { playbook: "timeout-debited".parse().unwrap(), text: broken.clone() };
    let at = "2026-03-05T14:02:11+08:00[Asia/Shanghai]".parse().unwrap();
    store.append(&[Event { case: None, at, actor: Actor::Owner, body: kept }]).unwrap();
    drop(store);
    let desk = support::desk(dir.path());
    let notices = desk.app_info().unwrap().notices;
    let notice = notices.iter().find(|n| n.code == "own-playbook-broken").unwrap();
    assert!(
        notice.message.contains("timeout-debited.toml") && notice.message.contains(&line.to_string()),
        "{notice:?}"
    );
    assert!(!notice.mend.starts_with("mend-"));
    assert!(!desk.playbook_doc("timeout-debited").unwrap().own, "the shipped one is in use");
    let to_mend = desk.playbook_text("timeout-debited").unwrap();
    assert!(to_mend.own && to_mend.text == broken, "the owner can mend what they have");
    desk.playbook_keep(&broken.replace("konfirm", "confirm")).unwrap();
    assert!(desk.playbook_doc("timeout-debited").unwrap().own);
    assert!(desk.app_info().unwrap().notices.iter().all(|n| n.code != "own-playbook-broken"));
}

#[test]
fn no_shipped_playbook_holds_what_looks_like_a_card_secret() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    for playbook in desk.catalog().unwrap().playbooks {
        let text = desk.playbook_text(&playbook.id).unwrap().text;
        assert_eq!(desk.playbook_check(&text).faults, [], "{}", playbook.id);
    }
}

#[test]
fn prevention_becomes_dated_work_that_comes_again() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("timeout-debited")).unwrap();
    desk.case_close(&case.id, "reversed", "", "").unwrap();
    let proposals = desk.task_proposals(&case.id).unwrap();
    assert!(proposals.len() > 3 && proposals.iter().all(|t| t.id.is_empty() && t.due.as_str() > "2026-03-05"));
    let monthly = proposals.iter().find(|t| t.every_months == 1).expect("something comes every month").clone();
    let input = |t: &recourse_desk::dto::TaskDto| TaskInput {
        id: t.id.clone(),
        title: t.title.clone(),
        kind: t.kind.clone(),
        who: t.who.clone(),
        due: t.due.clone(),
        every_months: t.every_months,
        case: t.case.clone().unwrap_or_default(),
    };
    let chosen: Vec<TaskInput> = proposals.iter().map(input).collect();
    let planned = desk.task_plan(&case.id, &chosen).unwrap();
    assert_eq!(planned.len(), proposals.len());
    assert!(planned.iter().all(|t| t.case_number.as_deref() == Some("2026-0001")));
    assert!(desk.task_proposals(&case.id).unwrap().is_empty(), "what is planned is not proposed again");

    let task = planned.iter().find(|t| t.title == monthly.title).unwrap();
    assert_eq!(desk.task_done(&task.id, "2026-03-06", "").unwrap_err().code(), "field-unreadable", "a day to come");
    let after = desk.task_done(&task.id, "", "对过了").unwrap();
    let again = after.iter().find(|t| t.id == task.id).unwrap();
    assert_eq!((again.due.as_str(), again.last_done.as_deref()), ("2026-04-05", Some("2026-03-05")));
    let corrected = TaskInput { due: "2026-03-05".to_owned(), ..input(again) };
    let list = desk.task_save(&corrected).unwrap();
    assert_eq!(
        (list[0].id.as_str(), list[0].urgency.as_str()),
        (again.id.as_str(), "today"),
        "the nearest comes first"
    );
    assert_eq!(list[0].last_done.as_deref(), Some("2026-03-05"), "when it was done stays");

    let once = TaskInput { title: "换路由器".to_owned(), due: "2026-03-01".to_owned(), ..TaskInput::default() };
    let list = desk.task_save(&once).unwrap();
    let once = list.iter().find(|t| t.title == "换路由器").unwrap();
    assert_eq!((once.urgency.as_str(), once.kind.as_str(), once.who.as_str()), ("overdue", "records", "owner"));
    let list = desk.task_done(&once.id, "2026-03-04", "").unwrap();
    assert_eq!(list.last().map(|t| (t.id.as_str(), t.urgency.as_str())), Some((once.id.as_str(), "done")));
    let list = desk.task_drop(&once.id, "不用了").unwrap();
    assert!(list.iter().all(|t| t.id != once.id));
    assert_eq!(desk.task_drop(&once.id, "").unwrap_err().code(), "task-unknown");
    let bad = TaskInput { who: "neighbour".to_owned(), ..corrected };
    assert_eq!(desk.task_save(&bad).unwrap_err().code(), "field-unreadable");
    drop(desk);
    assert_eq!(support::desk(dir.path()).task_list().unwrap(), list, "it survives the program");
}

#[test]
fn what_does_not_agree_in_shop_and_case_is_shown() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let shop = MerchantDto {
        name: "老王小吃店".to_owned(),
        mid: "898310148160568".to_owned(),
        acquirer: "示例支付".to_owned(),
        acquirer_contact: "400-820-0000".to_owned(),
        licence_expires: "2026-02-01".to_owned(),
        terminals: vec![TerminalDto {
            tid: "12345678".to_owned(),
            serial: "N3001".to_owned(),
            mid: "898310148169999".to_owned(),
            network: "4g".to_owned(),
            channels: vec!["card".to_owned(), "qr".to_owned()],
            installed_on: "2025-12-01".to_owned(),
            ..TerminalDto::default()
        }],
        rates: vec![RateDto {
            card_type: "credit".to_owned(),
            percent: "0.78".to_owned(),
            agreed: false,
            ..RateDto::default()
        }],
        people: vec![PersonDto { name: "王芳".to_owned(), role: "cashier".to_owned(), ..PersonDto::default() }],
        fallbacks: vec!["cash".to_owned()],
        ..MerchantDto::default()
    };
    let kept = desk.merchant_set(&shop).unwrap();
    assert_eq!(serde_json::to_value(&kept).unwrap(), serde_json::to_value(&shop).unwrap(), "everything comes back");
    let codes: Vec<String> = desk.shop_findings().unwrap().into_iter().map(|f| f.code).collect();
    for code in ["licence-expired", "terminal-of-other-merchant", "rate-not-agreed"] {
        assert!(codes.contains(&code.to_owned()), "{code}: {codes:?}");
    }
    let case = desk.case_new(&draft("timeout-debited")).unwrap();
    assert_eq!(case.parties[0].contact, "400-820-0000", "the case fills itself");
    let transaction =
        TransactionInput { amount: "12".to_owned(), terminal: "87654321".to_owned(), ..TransactionInput::default() };
    let view = desk.transaction_save(&case.id, &transaction).unwrap();
    let found = view.mismatches.iter().find(|f| f.code == "terminal-not-on-register").unwrap();
    assert!(found.message.contains("87654321"), "{found:?}");
    for bad in [
        MerchantDto { licence_expires: "bald".to_owned(), ..shop.clone() },
        MerchantDto { fallbacks: vec!["barter".to_owned()], ..shop.clone() },
        MerchantDto { people: vec![PersonDto::default()], ..shop.clone() },
        MerchantDto { terminals: vec![TerminalDto { network: "pigeon".to_owned(), ..TerminalDto::default() }], ..shop },
    ] {
        desk.merchant_set(&bad).unwrap_err();
    }
    assert_eq!(desk.merchant_get().unwrap().name, "老王小吃店");
}

#[test]
fn sheets_are_shown_and_printed_alike_and_the_same_twice() {
    let dir = tempfile::tempdir().unwrap();
    let mut options = options(dir.path());
    options.language = Some(Language::En);
    let desk = Desk::open(options).unwrap();
    let case = desk.case_new(&draft("timeout-debited")).unwrap();
    for ask in [
        SheetAsk::named("call", &case.number, "").unwrap(),
        SheetAsk::named("call", &case.number, "issuer").unwrap(),
        SheetAsk::named("customer", &case.id, "").unwrap(),
        SheetAsk::named("contingency", "", "").unwrap(),
    ] {
        let sheet = desk.sheet(&ask).unwrap();
        assert!(!sheet.title.is_empty() && sheet.blocks.len() > 2, "{sheet:?}");
        let kinds = ["facts", "points", "numbered", "paragraph", "blanks", "table"];
        assert!(sheet.blocks.iter().all(|b| kinds.contains(&b.kind.as_str())));
        let out = dir.path().join("sheet.pdf");
        desk.sheet_save(&ask, &out).unwrap();
        let printed = std::fs::read(&out).unwrap();
        assert!(printed.starts_with(b"%PDF"));
        let path = desk.sheet_path(&ask).unwrap();
        assert!(
            path.ends_with(desk.sheet_file_name(&ask).unwrap()) && path.starts_with(dir.path().join("data/packets"))
        );
        assert_eq!(std::fs::read(path).unwrap(), printed);
    }
    assert_eq!(SheetAsk::named("poster", "", "").unwrap_err().code(), "field-unreadable");
    assert_eq!(desk.call_sheet(&case.id, "astrologer").unwrap_err().code(), "field-unreadable");
    assert_eq!(desk.customer_script("2031-0001").unwrap_err().code(), "case-unknown");
}
