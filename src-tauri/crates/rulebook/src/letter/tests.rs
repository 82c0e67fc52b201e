//! Every template in both languages, with everything on record and with nothing; the check of letters; strictness.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::lint::lint;
use super::*;
use crate::Book;
use crate::assets::TEMPLATES;
use crate::kinds;
use crate::words::{Language, Words};
use proptest::prelude::*;
use recourse_domain::{
    Actor, Case, ContractRate, Currency, Event, EventBody, Evidence, EvidenceSource, MediaType, MerchantProfile, Money,
    StepMark, Terminal, Transaction, TransactionFields,
};
use std::collections::{BTreeMap, BTreeSet};

fn empty() -> Case {
    let body = EventBody::CaseOpened {
        number: "2026-0007".to_owned(),
        playbook: "chargeback".parse().unwrap(),
        title: "一笔 1280 元的退单".to_owned(),
        zone: chrono_tz::Tz::Asia__Shanghai,
    };
    let at = "2026-03-05T14:20:00+08:00[Asia/Shanghai]".parse().unwrap();
    Case::open(&Event { case: Some("01ARZ3NDEKTSV4RRFFQ6000001".parse().unwrap()), at, actor: Actor::Owner, body })
        .unwrap()
}

fn exhibit(number: u32, kind: &str, caption: &str) -> Evidence {
    Evidence {
        id: format!("01ARZ3NDEKTSV4RRFFQ60020{number:02}").parse().unwrap(),
        number,
        sha256: format!("{number:064}").parse().unwrap(),
        media_type: MediaType::Jpeg,
        bytes: 120_000,
        pages: 1,
        width_px: 1000,
        height_px: 800,
        original_name: format!("IMG_{number}.jpg"),
        caption: caption.to_owned(),
        kind: Some(kind.parse().unwrap()),
        source: EvidenceSource::Merchant,
        captured_at: Some("2026-03-05T14:05:00+08:00[Asia/Shanghai]".parse().unwrap()),
        added_at: "2026-03-06T09:00:00+08:00[Asia/Shanghai]".parse().unwrap(),
    }
}

fn full() -> Case {
    let mut case = empty();
    case.transactions.push(Transaction {
        id: "01ARZ3NDEKTSV4RRFFQ6001001".parse().unwrap(),
        fields: TransactionFields {
            at: Some("2026-03-05T14:02:11+08:00[Asia/Shanghai]".parse().unwrap()),
            card: Some("622202******1234".parse().unwrap()),
            rrn: "065140230001".to_owned(),
            trace: "000451".to_owned(),
            batch: "000031".to_owned(),
            auth: "A1B2C3".to_owned(),
            response_code: "00".to_owned(),
            terminal: "20019231".to_owned(),
            card_type: "credit".to_owned(),
            ..TransactionFields::of(Money::from_minor(128_000, Currency::CNY).unwrap())
        },
    });
    for (key, value) in [
        ("reason-code", "4515"),
        ("notice-received", "2026-03-20"),
        ("reply-due", "2026-03-27"),
        ("goods-delivered", "yes"),
        ("customer-refunded", "no"),
        ("screen-text", "交易成功"),
        ("fee-charged", "12.80"),
        ("steps-tried", "已查后台，已致电收单机构。"),
        ("what-happened", "顾客在店消费。"),
    ] {
        case.details.insert(key.parse().unwrap(), value.to_owned());
    }
    let chosen = |question: &str| {
        let playbook = Book::shipped().get("chargeback").unwrap();
        let question = playbook.question(question).unwrap();
        question.choices.first().map_or("yes".to_owned(), |choice| choice.id.to_string())
    };
    for question in ["how-verified", "goods-delivered", "refunded-already", "merchant-form"] {
        case.answers.insert(question.parse().unwrap(), chosen(question));
    }
    let mark = StepMark {
        done: true,
        note: "工单 20260320-118，说三日内答复".to_owned(),
        at: "2026-03-20T10:00:00+08:00[Asia/Shanghai]".parse().unwrap(),
    };
    case.steps.insert("read-notice".parse().unwrap(), mark);
    case.evidence =
        vec![exhibit(1, "slip", ""), exhibit(2, "delivery-proof", "顾客当面签收的送货单"), exhibit(3, "notice", "")];
    case
}

fn shop() -> MerchantProfile {
    MerchantProfile {
        name: "杭州某某小吃店".to_owned(),
        mid: "898330158120001".to_owned(),
        licence: "92330106MA2H0000XX".to_owned(),
        legal_person: "龚喆".to_owned(),
        contact: "龚女士".to_owned(),
        phone: "0571-8800 0000".to_owned(),
        address: "杭州市西湖区文三路 100 号".to_owned(),
        acquirer: "某某支付股份有限公司".to_owned(),
        settlement_last4: "6688".to_owned(),
        settlement_bank: "中国建设银行".to_owned(),
        contract_no: "XY-2025-0031".to_owned(),
        terminals: vec![Terminal {
            tid: "20019231".to_owned(),
            model: "P990".to_owned(),
            serial: "0820033417".to_owned(),
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

/// An answer to everything that a template asks.
fn answers(template: &Template) -> BTreeMap<String, String> {
    let said = |ask: &Ask| match ask.kind {
        AskKind::Line => format!("〔{}〕", ask.id),
        AskKind::Text => format!("〔{} 一〕\n〔{} 二〕", ask.id, ask.id),
        AskKind::Date => "2026-04-10".to_owned(),
    };
    template.asks.iter().map(|ask| (ask.id.to_string(), said(ask))).collect()
}

fn made(template: &Template, case: &Case, merchant: &MerchantProfile, language: Language, filled: bool) -> Draft {
    let answers = if filled { answers(template) } else { BTreeMap::new() };
    let exhibits: Vec<&Evidence> = case.evidence.iter().collect();
    let input = LetterInput {
        case,
        merchant,
        playbook: Book::shipped().get("chargeback").unwrap(),
        words: Words::of(language),
        recipient: if filled { "某某支付股份有限公司" } else { "" },
        exhibits: &exhibits,
        answers: &answers,
        chronology: &[],
        today: "2026-03-21".parse().unwrap(),
    };
    draft(template.id.as_str(), &input).unwrap_or_else(|e| panic!("{language} {}: {e}", template.id))
}

fn shown(draft: &Draft) -> String {
    let missing: Vec<&str> = draft.missing.iter().map(|missing| missing.field.as_str()).collect();
    let notes: Vec<String> =
        draft.notes.iter().map(|n| format!("{}{}", if n.custom { "(custom) " } else { "" }, n.text)).collect();
    format!("{}\nmissing: {}\nnotes: {}\n", written(&draft.paragraphs), missing.join(", "), notes.join(" / "))
}

#[test]
fn every_template_reads_as_it_should_in_both_languages() {
    let (full, empty, shop, nobody) = (full(), empty(), shop(), MerchantProfile::default());
    for template in templates().unwrap() {
        for language in Language::ALL {
            let complete = shown(&made(template, &full, &shop, language, true));
            let blank = shown(&made(template, &empty, &nobody, language, false));
            insta::assert_snapshot!(
                format!("{}-{language}", template.id),
                format!("{complete}\n=== nothing on record ===\n{blank}")
            );
        }
    }
}

#[test]
fn the_list_and_the_files_agree_and_what_they_name_exists() {
    let all = templates().unwrap();
    let ids: BTreeSet<String> = all.iter().map(|template| template.id.to_string()).collect();
    assert_eq!(ids.len(), all.len());
    let playbook = Book::shipped().get("chargeback").unwrap();
    let reasons = &playbook.question("dispute-reason").unwrap().choices;
    for template in all {
        for reason in &template.reasons {
            assert!(reasons.iter().any(|choice| choice.id == *reason), "{}: {reason}", template.id);
        }
        for kind in &template.deciding {
            assert!(kinds::get(kind.as_str()).is_ok(), "{}: {kind}", template.id);
        }
        if let Some(to) = &template.to {
            assert!(crate::playbook::Role::named(to.as_str()).is_some(), "{}: {to}", template.id);
        }
        assert!(template.limit.as_ref().is_none_or(|limit| limit.confidence.is_fact()));
    }
    // Each reason that can be answered has its letter; what cannot be answered has none.
    for choice in reasons.iter().filter(|choice| choice.id.as_str() != "bank-return") {
        let fit = all.iter().filter(|template| template.reasons.contains(&choice.id)).count();
        assert_eq!(fit, 1, "{}", choice.id);
    }
    assert!(all.iter().all(|template| template.reasons.iter().all(|reason| reason.as_str() != "bank-return")));
    let asks: Vec<Ask> = all.iter().flat_map(|template| template.asks.clone()).collect();
    for language in Language::ALL {
        let folder = TEMPLATES.get_dir(language.as_str()).unwrap();
        for file in folder.files() {
            let name = file.path().display().to_string();
            let id = file.path().file_stem().unwrap().to_string_lossy().into_owned();
            assert!(id.starts_with('_') || ids.contains(&id), "{name} is in no list");
            let own = all.iter().find(|template| *template.id.as_str() == *id).map_or(asks.as_slice(), |t| &t.asks);
            check(&name, file.contents_utf8().unwrap(), language, own).unwrap();
        }
        assert!(ids.iter().all(|id| source(id, language).is_ok()));
    }
}

#[test]
fn laws_are_known_and_sure_and_quoted_with_their_title() {
    for law in laws().unwrap() {
        assert!(law.confidence.is_fact() && law.source.contains(&law.title), "{}", law.id);
        assert!(Language::ALL.iter().all(|language| law.text.of(*language).contains(&law.title)), "{}", law.id);
        assert!(!law.source.contains("://"));
    }
}

#[test]
fn what_is_missing_says_so_and_is_listed_and_nothing_else_is() {
    let (full, empty, shop, nobody) = (full(), empty(), shop(), MerchantProfile::default());
    for template in templates().unwrap() {
        for language in Language::ALL {
            let blank = made(template, &empty, &nobody, language, false);
            let gap = Words::of(language).say("not-on-record");
            let text = written(&blank.paragraphs);
            assert!(!blank.missing.is_empty() && text.contains(&gap), "{}", template.id);
            for missing in &blank.missing {
                assert!(!missing.label.is_empty() && !missing.label.starts_with("letter-field"), "{}", missing.field);
                assert!(!missing.label.starts_with("detail-"), "{}", missing.field);
            }
            let complete = made(template, &full, &shop, language, true);
            assert_eq!(complete.missing, [], "{} {language}", template.id);
            assert!(!written(&complete.paragraphs).contains(&gap), "{}", template.id);
        }
    }
}

#[test]
fn a_field_that_nobody_knows_is_an_error_with_file_and_line() {
    let unfit = |text: &str| match check("own.j2", text, Language::En, &[]).unwrap_err() {
        crate::RulebookError::TemplateUnfit { file, line, reason } => (file, line, reason),
        other => panic!("{other}"),
    };
    assert_eq!(unfit("# x\n\n{{ merchant.nmae }}"), ("own.j2".to_owned(), 3, "merchant.nmae".to_owned()));
    assert_eq!(unfit("{% if false %}{{ nobody }}{% endif %}").2, "nobody");
    assert_eq!(unfit("\n{{ law.made_up }}").1, 2);
    assert_eq!(unfit("{% for exhibit in exhibits %}{{ exhibit.colour }}{% endfor %}").2, "exhibit.colour");
    assert_eq!(unfit("a\nb\n{{ answer(\"no-such\") }}").1, 3);
    assert_eq!(unfit("a\n{% if %}").1, 2);
    assert!(check("own.j2", "{{ merchant.name }}, {{ answer(\"goods-delivered\") }}", Language::En, &[]).is_ok());
    // The same holds while a letter is made.
    let (case, shop, answers) = (full(), shop(), BTreeMap::new());
    let input = LetterInput {
        case: &case,
        merchant: &shop,
        playbook: Book::shipped().get("chargeback").unwrap(),
        words: Words::of(Language::En),
        recipient: "x",
        exhibits: &[],
        answers: &answers,
        chronology: &[],
        today: "2026-03-21".parse().unwrap(),
    };
    let template = get("statement").unwrap();
    for (text, line) in
        [("a\n{{ merchant.nmae }}", 2), ("{{ detail(\"nothing\") }}", 1), ("\n\n{{ sale.rnn|upper }}", 3)]
    {
        match draft_from(template, text, &input).unwrap_err() {
            crate::RulebookError::TemplateUnfit { line: found, .. } => assert_eq!(found, line, "{text}"),
            other => panic!("{other}"),
        }
    }
    assert!(matches!(draft("no-such", &input), Err(crate::RulebookError::TemplateUnknown(_))));
}

#[test]
fn what_a_case_says_is_never_read_as_a_mark() {
    let mut case = full();
    case.details.insert("steps-tried".parse().unwrap(), "# 大字 | 竖线\n- 列表 \\ 反斜".to_owned());
    let shop = MerchantProfile { name: "| 甲 | 乙".to_owned(), ..shop() };
    let draft = made(get("statement").unwrap(), &case, &shop, Language::ZhCn, true);
    let body = draft.paragraphs.iter().find(|p| p.text.contains("大字")).unwrap();
    assert_eq!((body.role, body.text.as_str()), (Role::Body, "# 大字 | 竖线 - 列表 \\ 反斜"));
    let row = draft.paragraphs.iter().find(|p| p.cells.first().is_some_and(|cell| cell == "商户名称")).unwrap();
    assert_eq!(row.cells, ["商户名称", "| 甲 | 乙"]);
    assert_eq!(read(&written(&draft.paragraphs)), draft.paragraphs);
}

#[test]
fn company_and_individual_sign_differently_and_both_is_custom() {
    let mut case = full();
    let mut end = |form: &str| {
        case.answers.insert("merchant-form".parse().unwrap(), form.to_owned());
        let draft = made(get("statement").unwrap(), &case, &shop(), Language::ZhCn, true);
        assert!(draft.notes.iter().any(|note| note.custom && note.text.contains("惯例")));
        let signed: Vec<String> =
            draft.paragraphs.iter().filter(|p| p.role == Role::Signature).map(|p| p.text.clone()).collect();
        (signed.join("\n"), draft.missing.iter().any(|missing| missing.field == "signer-form"))
    };
    let (company, none) = end("company");
    assert!(company.contains("公章") && company.contains("______年____月____日") && !none);
    let (individual, none) = end("individual-business");
    assert!(individual.contains("捺印") && !individual.contains("公章") && !none);
    assert!(end("natural-person").0.contains("捺印"));
    assert!(end("unsure").1);
}

#[test]
fn text_for_a_web_form_is_counted_as_people_count() {
    let template = get("wallet-reply").unwrap();
    let draft = made(template, &full(), &shop(), Language::ZhCn, true);
    let counted = plain(&draft, None);
    assert_eq!(counted.chars, counted.text.chars().count());
    assert_eq!((counted.over, draft.limit), (0, Some(200)));
    assert_eq!(plain_of(&[Paragraph::of(Role::Body, "汉字𠮷é")], Some(3)).over, 1);
    let long = [Paragraph::of(Role::Title, "题"), Paragraph::of(Role::Body, "字".repeat(201))];
    assert_eq!((plain_of(&long, Some(200)).over, plain_of(&long, None).chars), (1, 203));
}

fn codes(text: &str, exhibits: &[&Evidence], cites: bool, limit: Option<usize>) -> Vec<&'static str> {
    let found = lint(&read(text), exhibits, cites, limit, Words::of(Language::ZhCn)).unwrap();
    for finding in &found {
        for language in Language::ALL {
            let said = finding.say(Words::of(language));
            assert!(!said.contains("letter-lint") && !said.contains('{'), "{said}");
        }
    }
    found.into_iter().map(|finding| finding.code).collect()
}

#[test]
fn the_check_finds_what_it_should() {
    let (one, two) = (exhibit(1, "slip", ""), exhibit(2, "notice", ""));
    let both = [&one, &two];
    assert_eq!(codes("证据 E1、E2 证明付款。", &both, true, None), Vec::<&str>::new());
    assert_eq!(codes("见 E1。", &both, true, None), ["exhibit-not-cited"]);
    assert_eq!(codes("见 E1。", &both, false, None), Vec::<&str>::new());
    assert_eq!(codes("Exhibits E1–E3.", &both, true, None), ["exhibit-unknown"]);
    assert_eq!(codes("型号 PE1 与 E1a、E01 不是证据", &[], true, None), Vec::<&str>::new());
    assert_eq!(codes("卡号 4111111111111111", &[], true, None), ["unmasked"]);
    assert_eq!(codes("密码是 123456", &[], true, None), ["unmasked"]);
    assert_eq!(codes("你们是骗子！！", &[], true, None), ["emotional", "emotional"]);
    assert_eq!(codes("This is outrageous. A liaring word is none.", &[], true, None), ["emotional"]);
    assert_eq!(codes("贵机构违法收费。", &[], true, None), ["law-without-source"]);
    assert_eq!(codes("依《中华人民共和国价格法》第十三条，贵机构违法收费。", &[], true, None), Vec::<&str>::new());
    assert_eq!(codes("依《支付结算办法》第三十二条，五个工作日内答复。", &[], true, None), ["law-not-known"]);
    assert_eq!(codes("This is unlawful.", &[], true, None), ["law-without-source"]);
    assert_eq!(codes("金额：未记录", &[], true, None), ["not-on-record"]);
    assert_eq!(codes(&"字".repeat(201), &[], true, Some(200)), ["too-long"]);
    let found = lint(&read("a\n您好，见 E9。"), &[], true, None, Words::of(Language::ZhCn)).unwrap();
    assert_eq!(found[0].place, Some(Place { paragraph: 1, start: 5, end: 7 }));
}

#[test]
fn our_own_letters_pass_the_check() {
    let (case, shop) = (full(), shop());
    let exhibits: Vec<&Evidence> = case.evidence.iter().collect();
    for template in templates().unwrap() {
        for language in Language::ALL {
            let draft = made(template, &case, &shop, language, true);
            let found = lint(&draft.paragraphs, &exhibits, template.cites, draft.limit, Words::of(language)).unwrap();
            assert_eq!(found, [], "{} {language}", template.id);
        }
    }
}

proptest! {
    #[test]
    fn any_text_reads_and_written_again_stays_the_same(text in "(\\PC|\n){0,200}") {
        let once = read(&text);
        prop_assert_eq!(&read(&written(&once)), &once);
        lint(&once, &[], true, Some(50), Words::of(Language::En)).unwrap();
        check("own.j2", &text, Language::En, &[]).ok();
    }
}
