//! A card number, security code, PIN or track typed anywhere is refused, and its digits are found nowhere afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod support;

use recourse_desk::dto::{MerchantDto, PartyDto, PersonDto, TaskInput, TerminalDto, TransactionInput};
use recourse_desk::{
    CaseDraft, CaseEdit, Coded, DeadlineInput, Desk, DeskError, EvidenceEdit, Offered, TriageInput, Unwatched,
};
use std::collections::BTreeMap;
use support::{PNG, desk, draft, prove, walk};

const PAN: &str = "6222021234567890128";
const SPACED: &str = "6222 0212 3456 7890 128";
const PIN: &str = "密码 918273";
const CVV: &str = "CVV2：745";
const TRACK: &str = "6222021234567890128=30122010000012345678";

type Try<'a> = Box<dyn Fn(&str) -> Result<(), DeskError> + 'a>;

fn one(key: &str, value: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(key.to_owned(), value.to_owned())])
}

/// Every field in which a person can type freely.
fn fields<'a>(desk: &'a Desk, case: &'a str, exhibit: &'a str, task: &'a str) -> Vec<(&'static str, Try<'a>)> {
    macro_rules! field {
        ($name:literal, |$text:ident| $call:expr) => {
            ($name, Box::new(move |$text: &str| $call.map(drop)) as Try<'a>)
        };
    }
    let title = |text: &str| CaseEdit { title: Some(text.to_owned()), ..CaseEdit::default() };
    let detail = |text: &str| CaseEdit { details: one("screen-text", text), ..CaseEdit::default() };
    let party = |name: &str, contact: &str| PartyDto {
        id: String::new(),
        role: "issuer".to_owned(),
        name: name.to_owned(),
        contact: contact.to_owned(),
    };
    let caption = |text: &str| EvidenceEdit { caption: Some(text.to_owned()), ..EvidenceEdit::default() };
    let sale = |text: &str| TransactionInput { note: text.to_owned(), amount: "1".to_owned(), ..Default::default() };
    let order =
        |text: &str| TransactionInput { order_no: text.to_owned(), amount: "1".to_owned(), ..Default::default() };
    let work = |text: &str| TaskInput { title: text.to_owned(), due: "2026-04-01".to_owned(), ..Default::default() };
    let deadline = |title: &str, source: &str| DeadlineInput {
        due: "2026-04-01".to_owned(),
        time: String::new(),
        title: title.to_owned(),
        source: source.to_owned(),
    };
    let own = |text: &str| {
        let shipped = desk.playbook_text("other").unwrap().text;
        format!("{shipped}\n# {text}\n")
    };
    vec![
        field!("title", |t| desk.case_set(case, &title(t))),
        field!("new title", |t| desk.case_new(&CaseDraft { title: t.to_owned(), ..draft("other") })),
        field!("new counterparty", |t| desk.case_new(&CaseDraft { counterparty: t.to_owned(), ..draft("other") })),
        field!("detail", |t| desk.case_set(case, &detail(t))),
        field!("answer", |t| desk.case_answer(case, &one("response-code", t))),
        field!("note", |t| desk.case_note(case, t)),
        field!("remark", |t| desk.case_do(case, "build-packet", t)),
        field!("reason", |t| desk.case_skip(case, "build-packet", t)),
        field!("caption", |t| desk.evidence_describe(exhibit, &caption(t))),
        field!("new caption", |t| {
            let offered = [Offered::Bytes { bytes: PNG, name: "a.png" }];
            desk.evidence_add(case, &offered, &caption(t), &Unwatched)
        }),
        field!("removal", |t| desk.evidence_remove(exhibit, t)),
        field!("party", |t| desk.party_save(case, &party(t, ""))),
        field!("party contact", |t| desk.party_save(case, &party("银行", t))),
        field!("transaction note", |t| desk.transaction_save(case, &sale(t))),
        field!("order number", |t| desk.transaction_save(case, &order(t))),
        field!("deadline", |t| desk.deadline_add(case, &deadline(t, "通知"))),
        field!("deadline source", |t| desk.deadline_add(case, &deadline("答复", t))),
        field!("task", |t| desk.task_save(&work(t))),
        field!("tasks of a case", |t| desk.task_plan(case, &[work("好的"), work(t)])),
        field!("task remark", |t| desk.task_done(task, "", t)),
        field!("task dropped", |t| desk.task_drop(task, t)),
        field!("shop name", |t| desk.merchant_set(&MerchantDto { name: t.to_owned(), ..Default::default() })),
        field!("shop address", |t| desk.merchant_set(&MerchantDto { address: t.to_owned(), ..Default::default() })),
        field!("contract", |t| desk.merchant_set(&MerchantDto { contract_no: t.to_owned(), ..Default::default() })),
        field!("terminal", |t| desk.merchant_set(&MerchantDto {
            terminals: vec![TerminalDto { label: t.to_owned(), ..Default::default() }],
            ..Default::default()
        })),
        field!("duties", |t| desk.merchant_set(&MerchantDto {
            people: vec![PersonDto {
                name: "王芳".to_owned(),
                role: "cashier".to_owned(),
                duties: t.to_owned(),
                ..Default::default()
            }],
            ..Default::default()
        })),
        field!("playbook", |t| desk.playbook_keep(&own(t))),
        field!("playbook part", |t| {
            let mut doc = desk.playbook_doc("other").unwrap();
            doc.steps[0].why = t.to_owned();
            desk.playbook_edit("other", &doc)
        }),
        field!("reopening", |t| {
            desk.case_close(case, "withdrawn", "", "")?;
            let answer = desk.case_reopen(case, t).map(drop);
            desk.case_reopen(case, "继续")?;
            answer
        }),
    ]
}

#[test]
fn a_secret_typed_anywhere_is_refused_and_found_nowhere() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("other")).unwrap().id;
    let exhibit = prove(&desk, &case, "terminal-photo", "a.png");
    let task = desk
        .task_save(&TaskInput { title: "对账".to_owned(), due: "2026-04-01".to_owned(), ..Default::default() })
        .unwrap()
        .remove(0)
        .id;
    for (secret, what, masked, digits) in [
        (PAN, "pan", "622202******0128", "1234567890"),
        (SPACED, "pan", "622202******0128", "3456 7890"),
        (PIN, "pin", "密码 ***", "918273"),
        (CVV, "cvv", "CVV2：***", "745"),
        (TRACK, "track", "***", "00012345678"),
    ] {
        for (field, attempt) in fields(&desk, &case, &exhibit, &task) {
            let text = format!("顾客说：{secret}，请查");
            let error = attempt(&text).expect_err(field);
            assert_eq!(error.code(), "secret-typed", "{field}: {error}");
            let params = error.params();
            assert_eq!(params["what"], what, "{field}");
            assert!(params["masked"].contains(masked), "{field}: {params:?}");
            let told = error.to_dto(desk.words());
            let shown = format!("{error} {error:?} {params:?} {told:?}");
            assert!(!shown.contains(digits), "{field}: {shown}");
            assert!(told.message.contains(masked), "{field}: {}", told.message);
        }
    }
    desk.packet_build(&case, "acquirer", None, None, &Unwatched).unwrap();
    drop(desk);
    for path in walk(dir.path()) {
        let bytes = std::fs::read(&path).unwrap();
        for digits in [PAN, "1234567890128", "7890128", SPACED, "3456 7890", "918273", "CVV2：745", "00012345678"] {
            let found = bytes.windows(digits.len()).any(|window| window == digits.as_bytes());
            assert!(!found, "{digits} in {}", path.display());
        }
    }
}

/// Fields of a fixed form refuse the number by their form; their errors must not tell it either.
#[test]
fn an_error_about_something_else_does_not_tell_the_number() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("timeout-debited")).unwrap().id;
    let sale = |edit: fn(&mut TransactionInput)| {
        let mut input = TransactionInput { amount: "1".to_owned(), ..Default::default() };
        edit(&mut input);
        desk.transaction_save(&case, &input).map(drop)
    };
    let refused: Vec<Result<(), DeskError>> = vec![
        sale(|t| t.rrn = PAN.to_owned()),
        sale(|t| t.trace = PAN.to_owned()),
        sale(|t| t.terminal = PAN.to_owned()),
        sale(|t| t.card = PAN.to_owned()),
        sale(|t| t.at = PAN.to_owned()),
        sale(|t| t.amount = format!("{PAN}x")),
        sale(|t| t.currency = PAN.to_owned()),
        desk.case_answer(&case, &one("when-noticed", PAN)).map(drop),
        desk.case_answer(&case, &one(PAN, "yes")).map(drop),
        desk.case_do(&case, PAN, "").map(drop),
        desk.case_show(PAN).map(drop),
        desk.case_advance(&case, PAN).map(drop),
        desk.case_close(&case, PAN, "", "").map(drop),
        desk.case_new(&draft(PAN)).map(drop),
        desk.response_code(PAN).map(drop),
        desk.triage(&TriageInput { about: PAN.to_owned(), ..Default::default() }).map(drop),
        desk.call_sheet(&case, PAN).map(drop),
        desk.playbook_doc(PAN).map(drop),
        desk.playbook_keep(&format!("format = 1\nid = \"{PAN}\"")).map(drop),
        desk.task_save(&TaskInput { title: "x".to_owned(), due: PAN.to_owned(), ..Default::default() }).map(drop),
        desk.set_preferences(Some(PAN), None).map(drop),
        desk.packet_path(PAN).map(drop),
    ];
    for (place, answer) in refused.into_iter().enumerate() {
        let error = answer.expect_err("refused");
        let shown = format!("{error} {error:?} {:?} {:?}", error.params(), error.to_dto(desk.words()));
        assert!(!shown.contains("1234567890"), "{place}: {shown}");
    }
    let check = desk.playbook_check(&format!("title = \"{PAN}\"\nodd = \"{PAN}\""));
    assert!(check.faults.iter().any(|f| f.code == "secret-typed" && f.line == 1));
    assert!(!format!("{check:?}").contains("1234567890"));
}

#[test]
fn a_number_in_a_files_name_is_masked_and_the_file_taken_in() {
    let dir = tempfile::tempdir().unwrap();
    let desk = desk(dir.path());
    let case = desk.case_new(&draft("other")).unwrap().id;
    let name = format!("卡 {PAN}.png");
    let offered = [Offered::Bytes { bytes: PNG, name: &name }, Offered::Bytes { bytes: b"", name: &name }];
    let report = desk.evidence_add(&case, &offered, &EvidenceEdit::default(), &Unwatched).unwrap();
    assert_eq!(report.added[0].warnings.iter().map(|w| w.code.as_str()).collect::<Vec<_>>(), ["name-masked"]);
    assert!(!report.added[0].warnings[0].message.starts_with("warning-"));
    assert!(!format!("{report:?}").contains("1234567890"));
    assert_eq!(desk.evidence_list(&case).unwrap()[0].name, "卡 622202******0128.png");
    drop(desk);
    for path in walk(dir.path()) {
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(PAN.len()).any(|window| window == PAN.as_bytes()), "{}", path.display());
    }
}

/// Every event goes the one way past the guard.
#[test]
fn nothing_but_the_one_place_appends_to_the_record() {
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut appending = Vec::new();
    for path in walk(&sources) {
        let text = std::fs::read_to_string(&path).unwrap();
        if text.split_whitespace().collect::<String>().contains("store.append(") {
            appending.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    assert_eq!(appending, ["append.rs"]);
}
