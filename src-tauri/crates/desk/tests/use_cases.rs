//! Use cases as a person lives through them, on a real data folder with a fixed clock.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use recourse_desk::dto::{MerchantDto, PartyDto, TransactionInput};
use recourse_desk::ports::FixedClock;
use recourse_desk::{
    CancelFlag, CaseDraft, CaseEdit, Coded, DeadlineInput, Desk, DeskOptions, EvidenceEdit, Language, Offered,
    Unwatched, WatchedJob,
};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

fn options(dir: &Path) -> DeskOptions {
    let mut options = DeskOptions::new(dir.join("data"), "zh_CN.UTF-8").decoding_here();
    options.clock = Arc::new(FixedClock("2026-03-05T06:02:11Z".parse().unwrap()));
    options.zone = "Asia/Shanghai".parse().unwrap();
    options
}

fn desk(dir: &Path) -> Desk {
    Desk::open(options(dir)).unwrap()
}

fn draft(playbook: &str) -> CaseDraft {
    CaseDraft { playbook: playbook.to_owned(), ..CaseDraft::default() }
}

fn amount(amount: &str) -> TransactionInput {
    TransactionInput { amount: amount.to_owned(), ..TransactionInput::default() }
}

/// A 2 × 1 px PNG made for the purpose.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, 0x49, 0x44, 0x41, 0x54, 8, 0xd7, 0x63, 0xf8, 0xcf, 0xc0, 0, 0,
    3, 1, 1, 0, 0x18, 0xdd, 0x8d, 0xb0, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

#[test]
fn a_case_from_the_first_question_to_its_end() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk
        .case_new(&CaseDraft {
            playbook: "timeout-debited".to_owned(),
            title: "超时却扣款 张先生".to_owned(),
            details: BTreeMap::from([("screen-text".to_owned(), "交易超时".to_owned())]),
            transaction: Some(TransactionInput {
                amount: "1,280".to_owned(),
                at: "2026-03-05 14:01".to_owned(),
                card: "622202******1234".to_owned(),
                response_code: "68".to_owned(),
                ..TransactionInput::default()
            }),
            counterparty: "示例支付".to_owned(),
        })
        .unwrap();
    assert_eq!(case.number, "2026-0001");
    assert_eq!(case.amount.as_deref(), Some("1280.00"));
    assert_eq!(case.transactions[0].at.as_deref(), Some("2026-03-05T14:01:00+08:00"));
    assert_eq!((case.next[0].urgency.as_str(), case.playbook_title.as_str()), ("today", "超时却扣款"));
    assert!(case.readiness.score < 100);

    for kind in ["terminal-photo", "merchant-backend"] {
        let said = EvidenceEdit { kind: Some(kind.to_owned()), ..EvidenceEdit::default() };
        let mut png = PNG.to_vec();
        // Another content each time: bytes after the end mark are part of the original but not of the picture.
        png.extend(kind.as_bytes());
        let name = format!("{kind}.png");
        let report =
            desk.evidence_add(&case.number, &[Offered::Bytes { bytes: &png, name: &name }], &said, &Unwatched).unwrap();
        assert!(report.refused.is_empty(), "{report:?}");
    }
    let ready = desk.case_show(&case.id).unwrap();
    assert_eq!(ready.readiness.score, 100);
    assert_eq!(ready.evidence.iter().map(|e| e.label.as_str()).collect::<Vec<_>>(), ["E1", "E2"]);

    desk.case_advance(&case.id, "submit").unwrap();
    let closed = desk.case_close(&case.id, "reversed", "1280", "").unwrap();
    assert_eq!((closed.stage.as_str(), closed.recovered.as_deref()), ("closed", Some("1280.00")));
    assert!(closed.next.is_empty());
    assert_eq!(desk.transaction_save(&case.id, &amount("1")).unwrap_err().code(), "case-closed");

    let kinds: Vec<String> = desk.case_history(&case.id).unwrap().events.into_iter().map(|e| e.kind).collect();
    assert_eq!(
        kinds,
        [
            "case-opened",
            "detail-set",
            "transaction-recorded",
            "party-named",
            "evidence-added",
            "evidence-added",
            "stage-moved",
            "case-closed"
        ]
    );
}

#[test]
fn saying_the_same_again_leaves_no_trace() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("other")).unwrap();
    let edit = CaseEdit {
        title: Some(case.title.clone()),
        playbook: Some("other".to_owned()),
        details: BTreeMap::from([("screen-text".to_owned(), String::new())]),
    };
    desk.case_set(&case.id, &edit).unwrap();
    desk.case_advance(&case.id, "confirm").unwrap();
    desk.merchant_set(&MerchantDto::default()).unwrap();
    assert_eq!(desk.case_history(&case.id).unwrap().events.len(), 1);
}

#[test]
fn the_same_file_twice_is_one_exhibit_and_the_owner_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("other")).unwrap();
    let png = [Offered::Bytes { bytes: PNG, name: "a.png" }, Offered::Bytes { bytes: PNG, name: "b.png" }];
    let report = desk.evidence_add(&case.id, &png, &EvidenceEdit::default(), &Unwatched).unwrap();
    assert_eq!(report.added[1].duplicate_of.as_deref(), Some("E1"));
    assert_eq!(desk.evidence_list(&case.id).unwrap().len(), 1);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("other")).unwrap();
    let files = [
        Offered::Bytes { bytes: b"", name: "empty.jpg" },
        Offered::Bytes { bytes: b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", name: "setup.exe" },
        Offered::Bytes { bytes: PNG, name: "ok.png" },
    ];
    let report = desk.evidence_add(&case.id, &files, &EvidenceEdit::default(), &Unwatched).unwrap();
    assert_eq!(report.added.len(), 1);
    let codes: Vec<&str> = report.refused.iter().map(|r| r.code.as_str()).collect();
    assert_eq!(codes, ["evidence-empty", "evidence-kind-unsupported"]);
    assert!(report.refused.iter().all(|r| !r.message.starts_with("error-")), "{report:?}");
}

#[test]
fn calling_an_import_off_keeps_what_was_finished() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("other")).unwrap();
    let flag = CancelFlag::default();
    flag.cancel();
    let watch = WatchedJob::new(flag, |_| {});
    let refused =
        desk.evidence_add(&case.id, &[Offered::Bytes { bytes: PNG, name: "a.png" }], &EvidenceEdit::default(), &watch);
    assert_eq!(refused.unwrap_err().code(), "cancelled");
    assert!(desk.evidence_list(&case.id).unwrap().is_empty());
}

#[test]
fn exhibits_keep_their_numbers_and_take_a_new_order() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("other")).unwrap();
    for i in 0..3u8 {
        let mut png = PNG.to_vec();
        png.push(i);
        desk.evidence_add(
            &case.id,
            &[Offered::Bytes { bytes: &png, name: "x.png" }],
            &EvidenceEdit::default(),
            &Unwatched,
        )
        .unwrap();
    }
    let labels =
        |view: &recourse_desk::dto::CaseView| view.evidence.iter().map(|e| e.label.clone()).collect::<Vec<_>>();
    let view = desk.evidence_order(&case.id, &["E3".to_owned(), "E1".to_owned()]).unwrap();
    assert_eq!(labels(&view), ["E3", "E1", "E2"]);
    assert_eq!(
        desk.evidence_order(&case.id, &["E3".to_owned(), "E3".to_owned()]).unwrap_err().code(),
        "order-incomplete"
    );
    let gone = view.evidence[0].id.clone();
    assert_eq!(desk.evidence_remove(&gone, " ").unwrap_err().code(), "text-empty");
    assert_eq!(labels(&desk.evidence_remove(&gone, "放错案件").unwrap()), ["E1", "E2"]);
    let mut png = PNG.to_vec();
    png.push(9);
    let again = desk
        .evidence_add(&case.id, &[Offered::Bytes { bytes: &png, name: "x.png" }], &EvidenceEdit::default(), &Unwatched)
        .unwrap();
    assert_eq!(again.added[0].label, "E4", "a removed exhibit's number is never given out again");
}

#[test]
fn a_whole_card_number_reaches_neither_disk_nor_error() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("timeout-debited")).unwrap();
    let input = TransactionInput { card: "6222021234567891".to_owned(), ..amount("10") };
    let error = desk.transaction_save(&case.id, &input).unwrap_err();
    let dto = error.to_dto(desk.words());
    assert_eq!(dto.code, "card-not-masked");
    assert!(dto.message.contains("622202******7891"), "{}", dto.message);
    drop(desk);
    for entry in walk(&dir.path().join("data")) {
        let bytes = std::fs::read(&entry).unwrap();
        assert!(!bytes.windows(10).any(|w| w == b"6222021234"), "{}", entry.display());
    }
}

fn walk(dir: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn deadlines_say_how_pressing_they_are_and_where_they_come_from() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("chargeback")).unwrap();
    let due =
        |due: &str| DeadlineInput {
            due: due.to_owned(), source: "调单通知".to_owned(), ..DeadlineInput::default()
        };
    for day in ["2026-03-04", "2026-03-05", "2026-03-07", "2026-04-01"] {
        desk.deadline_add(&case.id, &due(day)).unwrap();
    }
    let list = desk.deadline_list(None).unwrap().deadlines;
    let seen: Vec<(&str, i64)> = list.iter().map(|d| (d.deadline.urgency.as_str(), d.deadline.days_left)).collect();
    assert_eq!(seen, [("overdue", -1), ("today", 0), ("soon", 2), ("later", 27)]);
    assert_eq!(desk.deadline_list(Some(3)).unwrap().deadlines.len(), 3);
    let id = list[0].deadline.id.clone();
    desk.deadline_done(&id, None).unwrap();
    assert_eq!(desk.deadline_list(None).unwrap().deadlines.len(), 3);
    let nowhere = DeadlineInput { due: "2026-03-09".to_owned(), ..DeadlineInput::default() };
    assert_eq!(desk.deadline_add(&case.id, &nowhere).unwrap_err().code(), "text-empty");
    assert_eq!(desk.deadline_add(&case.id, &due("2026-02-30")).unwrap_err().code(), "date-unreadable");
}

#[test]
fn the_list_pages_and_finds_by_chinese_words() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    for (i, title) in ["超时 王女士", "新机费用", "退单 李先生"].iter().enumerate() {
        let draft =
            CaseDraft { title: (*title).to_owned(), counterparty: format!("支付公司{i}"), ..draft("other") };
        desk.case_new(&draft).unwrap();
    }
    let first = desk.case_list(&[], "", 2, None).unwrap();
    assert_eq!((first.cases.len(), first.total), (2, 3));
    let second = desk.case_list(&[], "", 2, first.next_cursor.as_deref()).unwrap();
    assert_eq!((second.cases.len(), second.next_cursor), (1, None));
    for (text, number) in
        [("王女士", "2026-0001"), ("费用", "2026-0002"), ("支付公司2", "2026-0003"), ("2026-0002", "2026-0002")]
    {
        let found = desk.case_list(&[], text, 10, None).unwrap().cases;
        assert_eq!(found.iter().map(|c| c.number.as_str()).collect::<Vec<_>>(), [number], "{text}");
    }
    assert_eq!(desk.case_list(&["nowhere".to_owned()], "", 2, None).unwrap_err().code(), "stage-unknown");
}

#[test]
fn the_shop_is_set_up_once_and_fills_every_case() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let shop = MerchantDto {
        name: "小满便利店".to_owned(), acquirer: "示例支付".to_owned(), ..MerchantDto::default()
    };
    desk.merchant_set(&shop).unwrap();
    let case = desk.case_new(&draft("other")).unwrap();
    assert_eq!(case.parties[0].name, "示例支付");
    let party = PartyDto { name: "示例支付（总部）".to_owned(), ..case.parties[0].clone() };
    assert_eq!(desk.party_save(&case.id, &party).unwrap().parties.len(), 1, "corrected, not added");
    let account = MerchantDto { settlement_last4: "6222021234567891".to_owned(), ..shop };
    let error = desk.merchant_set(&account).unwrap_err().to_dto(desk.words());
    assert_eq!(error.code, "field-unreadable");
    assert!(!error.message.contains("6222021234"));
}

#[test]
fn the_owners_language_beats_the_systems_and_this_runs_beats_both() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    assert_eq!(desk.language(), Language::ZhCn);
    assert_eq!(desk.set_preferences(Some("en"), Some("dark")).unwrap().language, "en");
    assert_eq!(desk.set_preferences(Some("fr"), None).unwrap_err().code(), "preference-unreadable");
    drop(desk);
    let again = self::desk(dir.path());
    let info = again.app_info().unwrap();
    assert_eq!((info.language.as_str(), info.theme.as_str(), info.language_chosen), ("en", "dark", true));
    drop(again);
    let asked = DeskOptions { language: Some(Language::ZhCn), ..options(dir.path()) };
    let desk = Desk::open(asked).unwrap();
    assert_eq!(desk.language(), Language::ZhCn);
    assert_eq!(desk.set_preferences(Some("system"), None).unwrap().language, "zh-CN");
}

#[test]
fn a_second_desk_on_the_same_folder_is_refused_with_a_sentence() {
    let dir = tempfile::tempdir().unwrap();
    let first = desk(dir.path());
    let error = Desk::open(options(dir.path())).unwrap_err();
    assert_eq!(error.code(), "folder-in-use");
    for language in Language::ALL {
        let dto = error.to_dto(recourse_desk::Words::of(language));
        assert!(!dto.message.starts_with("error-"), "{}", dto.message);
    }
    drop(first);
    desk(dir.path());
}

#[test]
fn the_check_up_finds_what_was_tampered_with_and_says_how_to_mend_it() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("other")).unwrap();
    desk.evidence_add(&case.id, &[Offered::Bytes { bytes: PNG, name: "a.png" }], &EvidenceEdit::default(), &Unwatched)
        .unwrap();
    assert!(desk.doctor(&Unwatched).unwrap().ok);
    let hash = desk.evidence_list(&case.id).unwrap()[0].sha256.clone();
    let blob = walk(&dir.path().join("data/vault")).into_iter().find(|p| p.ends_with(&hash)).unwrap();
    std::fs::remove_file(&blob).unwrap();
    let report = desk.doctor(&Unwatched).unwrap();
    assert!(!report.ok);
    assert_eq!(report.findings[0].code, "evidence-missing");
    assert!(!report.findings[0].message.contains("finding-") && !report.findings[0].mend.contains("mend-"));
    assert_eq!(desk.evidence_verify(Some(&case.number), &Unwatched).unwrap().missing, [hash]);
    // Adding the same content again puts the original back in its place.
    desk.evidence_add(&case.id, &[Offered::Bytes { bytes: PNG, name: "a.png" }], &EvidenceEdit::default(), &Unwatched)
        .unwrap();
    assert!(desk.doctor(&Unwatched).unwrap().ok);
}

#[test]
fn a_fee_is_held_against_the_contract_on_record() {
    use recourse_desk::FeeInput;
    use recourse_desk::dto::RateDto;
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let fee = |charged: &str| FeeInput {
        amount: "1000".to_owned(),
        card_type: "credit".to_owned(),
        charged: charged.to_owned(),
        ..FeeInput::default()
    };
    assert_eq!(desk.fee_check(&fee("6")).unwrap_err().code(), "rate-not-on-record");
    let rate = RateDto { card_type: "credit".to_owned(), percent: "0.6".to_owned(), ..RateDto::default() };
    desk.merchant_set(&MerchantDto { rates: vec![rate], ..MerchantDto::default() }).unwrap();
    let report = desk.fee_check(&fee("106.00")).unwrap();
    assert_eq!((report.expected_fee.as_str(), report.difference.as_str()), ("6.00", "100.00"));
    let codes: Vec<&str> = report.flags.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["above-contract", "fixed-sum"]);
    assert!(report.flags.iter().all(|f| !f.message.starts_with("fee-flag")));
}
