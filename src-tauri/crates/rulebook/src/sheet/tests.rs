//! Sheets as text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::Book;
use crate::playbook::{Playbook, Role, Trust, read};
use crate::words::Language;
use recourse_domain::{
    Actor, Case, ContractRate, Currency, Event, EventBody, MerchantProfile, Money, Party, PartyRole, StepMark,
    Terminal, Transaction, TransactionFields,
};
use std::fmt::Write;
use std::sync::OnceLock;

fn bare(playbook: &str) -> Case {
    Case::open(&Event {
        case: Some("01ARZ3NDEKTSV4RRFFQ6000001".parse().unwrap()),
        at: "2026-03-05T14:20:00+08:00[Asia/Shanghai]".parse().unwrap(),
        actor: Actor::Owner,
        body: EventBody::CaseOpened {
            number: "2026-0007".to_owned(),
            playbook: playbook.parse().unwrap(),
            title: "POS 显示超时，顾客已被扣款 1280 元".to_owned(),
            zone: chrono_tz::Tz::Asia__Shanghai,
        },
    })
    .unwrap()
}

fn sale(n: u32) -> Transaction {
    Transaction {
        id: format!("01ARZ3NDEKTSV4RRFFQ60010{n:02}").parse().unwrap(),
        fields: TransactionFields {
            at: Some("2026-03-05T14:02:11+08:00[Asia/Shanghai]".parse().unwrap()),
            card: Some("622202******1234".parse().unwrap()),
            rrn: format!("06514023{n:04}"),
            trace: "000451".to_owned(),
            batch: "000031".to_owned(),
            response_code: "68".to_owned(),
            terminal: "20019231".to_owned(),
            card_type: "debit".to_owned(),
            ..TransactionFields::of(Money::from_minor(128_000, Currency::CNY).unwrap())
        },
    }
}

fn told() -> Case {
    let mut case = bare("timeout-debited");
    case.transactions.push(sale(1));
    case.parties.push(Party {
        id: "01ARZ3NDEKTSV4RRFFQ6000002".parse().unwrap(),
        role: PartyRole::Acquirer,
        name: "拉卡拉支付股份有限公司".to_owned(),
        contact: String::new(),
    });
    case.details.insert("screen-text".parse().unwrap(), "“交易超时，请查询” 68".to_owned());
    case
}

fn shop() -> MerchantProfile {
    MerchantProfile {
        name: "杭州市西湖区䶮记小吃店".to_owned(),
        mid: "898330158120001".to_owned(),
        licence: "92330106MA2H0000XX".to_owned(),
        legal_person: "龚喆".to_owned(),
        contact: "喆女士".to_owned(),
        phone: "0571-8800 0000".to_owned(),
        address: "杭州市西湖区文三路 100 号 1 幢 102 室".to_owned(),
        acquirer: "拉卡拉支付股份有限公司".to_owned(),
        acquirer_contact: "95016".to_owned(),
        agent: "杭州某某科技有限公司".to_owned(),
        settlement_last4: "6688".to_owned(),
        settlement_bank: "中国建设银行".to_owned(),
        contract_no: "LKL-2025-0031".to_owned(),
        terminals: vec![Terminal {
            tid: "20019231".to_owned(),
            model: "P990".to_owned(),
            serial: "0820033417".to_owned(),
            imei: "860000000000017".to_owned(),
            network: "4g".to_owned(),
            channels: vec!["card".parse().unwrap(), "qr".parse().unwrap()],
            ..Terminal::default()
        }],
        rates: vec![ContractRate {
            card_type: "debit".to_owned(),
            percent: "0.5".to_owned(),
            cap: "20".to_owned(),
            ..ContractRate::default()
        }],
        ..MerchantProfile::default()
    }
}

/// A playbook of the tests' own, so that these sheets do not change with what is shipped.
fn playbook() -> &'static Playbook {
    static SAMPLE: OnceLock<Playbook> = OnceLock::new();
    SAMPLE.get_or_init(|| read("sample.toml", include_str!("sample-playbook.toml"), Trust::Owner).unwrap())
}

/// The sheet as a terminal would print it.
fn text(sheet: &Sheet) -> String {
    let mut out = format!("# {}\n{}\n", sheet.title, sheet.subtitle);
    for block in &sheet.blocks {
        writeln!(out, "\n## {} ({:?})", block.heading, block.tone).unwrap();
        match &block.body {
            Body::Facts(lines) => {
                for line in lines {
                    writeln!(out, "{}: {}", line.label, line.value.as_deref().unwrap_or("________")).unwrap();
                }
            }
            Body::Points(points) => points.iter().for_each(|p| writeln!(out, "- {p}").unwrap()),
            Body::Numbered(points) => {
                for (n, point) in points.iter().enumerate() {
                    writeln!(out, "{}. {point}", n + 1).unwrap();
                }
            }
            Body::Blanks(count) => writeln!(out, "({count})").unwrap(),
            Body::Paragraph(text) => writeln!(out, "{text}").unwrap(),
            Body::Table { head, rows } => {
                writeln!(out, "{}", head.join(" | ")).unwrap();
                rows.iter().for_each(|row| writeln!(out, "{}", row.join(" | ")).unwrap());
            }
        }
    }
    out
}

fn sheet_for(role: PartyRole, language: Language) -> String {
    text(&call(&told(), &shop(), playbook(), Role::Party(role), Words::of(language)))
}

#[test]
fn a_call_to_the_acquirer() {
    for language in Language::ALL {
        insta::assert_snapshot!(format!("acquirer-{language}"), sheet_for(PartyRole::Acquirer, language));
    }
}

#[test]
fn a_call_to_the_issuer_and_the_customer_sheet() {
    insta::assert_snapshot!("issuer", sheet_for(PartyRole::Issuer, Language::ZhCn));
    insta::assert_snapshot!("customer", text(&customer(&told(), playbook(), Words::of(Language::ZhCn))));
}

#[test]
fn everyone_is_told_what_is_theirs_and_no_more() {
    for role in Role::all() {
        for language in Language::ALL {
            let sheet = text(&call(&told(), &shop(), playbook(), role, Words::of(language)));
            let may = |what: &str, roles: &[PartyRole]| {
                let is = matches!(role, Role::Party(r) if roles.contains(&r));
                assert_eq!(sheet.contains(what), is, "{what} on the sheet for {role}:\n{sheet}");
            };
            may("6688", &[PartyRole::Acquirer, PartyRole::Wallet]);
            may("860000000000017", &[PartyRole::Acquirer, PartyRole::Agent]);
            may("000451", &[PartyRole::Acquirer, PartyRole::Agent, PartyRole::Network]);
            assert!(!sheet.contains("sheet-"), "a word is missing for {role}: {sheet}");
            assert!(sheet.contains("PIN") || sheet.contains("密码"), "{role}");
        }
    }
    let customer = text(&customer(&told(), playbook(), Words::of(Language::ZhCn)));
    for hidden in ["622202", "898330158120001", "20019231", "LKL-2025-0031", "000451"] {
        assert!(!customer.contains(hidden), "{hidden}");
    }
    assert!(customer.contains("尾号 1234"));
}

#[test]
fn an_empty_case_has_open_places_everywhere_and_says_what_belongs_there() {
    let case = bare("timeout-debited");
    let none = MerchantProfile::default();
    for language in Language::ALL {
        let words = Words::of(language);
        let sheet = call(&case, &none, playbook(), Role::Party(PartyRole::Acquirer), words);
        let open = |block: &Block| match &block.body {
            Body::Facts(lines) => lines.iter().filter(|l| l.value.is_none()).count(),
            _ => 0,
        };
        assert!(sheet.blocks.iter().map(open).sum::<usize>() > 25);
        let opening = sheet.blocks.iter().find(|b| b.tone == Tone::Say).unwrap();
        let Body::Paragraph(opening) = &opening.body else { panic!() };
        for blank in ["shop", "mid", "tid", "time", "amount", "rrn"] {
            assert!(opening.contains(&words.say(&format!("sheet-blank-{blank}"))), "{blank}: {opening}");
        }
    }
}

#[test]
fn many_sales_are_a_table_and_their_references_are_said_shortly() {
    let mut case = told();
    case.transactions = (0..11).map(sale).collect();
    let words = Words::of(Language::ZhCn);
    let sheet = call(&case, &shop(), playbook(), Role::Party(PartyRole::Acquirer), words);
    let table = sheet.blocks.iter().find(|b| b.heading == words.say("sheet-heading-sale")).unwrap();
    let Body::Table { head, rows } = &table.body else { panic!() };
    assert!(rows.iter().all(|row| row.len() == head.len()));
    assert_eq!(rows.last().unwrap()[0], "另有 3 笔");
    let opening = text(&sheet);
    assert!(
        opening.contains("¥14,080.00") && opening.contains("065140230000、065140230001、065140230002 等"),
        "{opening}"
    );
}

#[test]
fn what_a_call_is_for_follows_the_answers() {
    let mut case = told();
    let words = Words::of(Language::ZhCn);
    let sheet = |case: &Case| text(&call(case, &shop(), playbook(), Role::Party(PartyRole::Acquirer), words));
    assert!(sheet(&case).contains("要工单号") && !sheet(&case).contains("要求冲正"));
    case.answers.insert("backend-status".parse().unwrap(), "failed".to_owned());
    assert!(sheet(&case).contains("要求冲正"));
}

#[test]
fn without_a_sale_none_is_spoken_of() {
    let case = bare("timeout-debited");
    let service = Playbook { needs_transaction: false, ..playbook().clone() };
    let role = Role::Party(PartyRole::Regulator);
    let words = Words::of(Language::ZhCn);
    let shown = text(&call(&case, &shop(), &service, role, words));
    assert!(shown.contains("有件收款上的事：超时却扣款。"), "{shown}");
    assert!(!shown.contains(&words.say("sheet-blank-amount")) && !shown.contains(&words.say("sheet-heading-sale")));
}

#[test]
fn earlier_calls_to_the_same_side_are_named() {
    let mut case = told();
    let step = playbook().steps.iter().find(|s| s.contact == Some(Role::Party(PartyRole::Acquirer))).unwrap();
    let mark = StepMark {
        done: true,
        note: "客服 8012，工单 20260305-77123，三个工作日内回电".to_owned(),
        at: "2026-03-05T15:10:00+08:00[Asia/Shanghai]".parse().unwrap(),
    };
    case.steps.insert(step.id.clone(), mark);
    let words = Words::of(Language::ZhCn);
    let sheet = |role| text(&call(&case, &shop(), playbook(), Role::Party(role), words));
    assert!(sheet(PartyRole::Acquirer).contains("2026-03-05 15:10: 客服 8012，工单 20260305-77123"));
    assert!(!sheet(PartyRole::Issuer).contains("工单 20260305-77123"));
}

#[test]
fn answers_are_shown_in_words_also_after_a_change_of_playbook() {
    let question = playbook().questions.iter().find(|q| !q.choices.is_empty()).unwrap();
    let choice = &question.choices[0];
    let mut case = told();
    case.answers.insert(question.id.clone(), choice.id.to_string());
    case.answers.insert("unknown-to-all".parse().unwrap(), "x".to_owned());
    for language in Language::ALL {
        let words = Words::of(language);
        let shown = answers(&case, Some(playbook()), Book::shipped().all(), words);
        let line = Line::of(question.text.of(language), choice.text.of(language));
        assert_eq!(shown, [line.clone(), Line::of("unknown-to-all", "x")]);
        assert_eq!(answers(&case, None, [playbook()], words)[0], line);
    }
}

#[test]
fn every_shipped_playbook_gives_whole_sheets() {
    for playbook in Book::shipped().all() {
        for language in Language::ALL {
            let words = Words::of(language);
            let case = bare(playbook.id.as_str());
            for role in playbook.contact_order() {
                let sheet = call(&case, &shop(), playbook, role, words);
                assert!(sheet.blocks.iter().all(|b| !b.heading.starts_with("sheet-")), "{}", playbook.id);
                let asked = sheet.blocks.iter().any(|b| matches!(&b.body, Body::Numbered(ask) if ask.len() > 1));
                assert!(asked, "{} asks {role} nothing", playbook.id);
            }
            let never = never(&playbook.customer.never, words);
            assert!(never.iter().any(|n| n.contains("密码") || n.contains("PIN")), "{}", playbook.id);
        }
    }
}

#[test]
fn braces_of_the_owners_own_stay() {
    let words = Words::of(Language::ZhCn);
    let role = Role::Party(PartyRole::Acquirer);
    let filled = script::fill("{case}{ 左 {no} 右} {", &told(), &shop(), role, words);
    assert_eq!(filled, "2026-0007{ 左 {no} 右} {");
}

proptest::proptest! {
    #[test]
    fn filling_never_panics(text in "[{}a-z中 ]{0,60}") {
        let role = Role::Party(PartyRole::Acquirer);
        let _ = script::fill(&text, &told(), &shop(), role, Words::of(Language::En));
    }
}
