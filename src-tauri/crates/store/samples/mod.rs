//! Made-up histories for tests, the bench and the frozen databases. The same numbers give the same events, for ever.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, missing_docs)]

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use recourse_domain::{
    Actor, CaseId, Currency, Deadline, DeadlineId, Event, EventBody, Evidence, EvidenceId, EvidenceSource, Key,
    MediaType, MerchantProfile, Moment, Money, Outcome, PacketId, PacketRecord, Party, PartyId, PartyRole, Sha256Hex,
    Stage, Task, TaskId, Terminal, Transaction, TransactionFields, TransactionId,
};
use std::str::FromStr;

/// A Monday morning in Shanghai.
const START: i64 = 1_772_413_200;

pub fn id<T: FromStr<Err = recourse_domain::DomainError>>(number: u64) -> T {
    format!("{number:026}").parse().unwrap()
}

pub fn key(text: &str) -> Key {
    text.parse().unwrap()
}

pub fn moment(seconds: i64) -> Moment {
    Moment::new(DateTime::from_timestamp(START + seconds, 0).unwrap(), Tz::Asia__Shanghai)
}

pub fn sha256(number: u64) -> Sha256Hex {
    format!("{number:064x}").parse().unwrap()
}

pub fn yuan(minor: i64) -> Money {
    Money::from_minor(minor, "CNY".parse::<Currency>().unwrap()).unwrap()
}

pub fn event(case: u64, seconds: i64, body: EventBody) -> Event {
    Event { case: Some(id::<CaseId>(case)), at: moment(seconds), actor: Actor::Owner, body }
}

pub fn shop_event(seconds: i64, name: &str) -> Event {
    let profile = MerchantProfile {
        name: name.to_owned(),
        mid: "898310148160568".to_owned(),
        terminals: vec![Terminal { tid: "12345678".to_owned(), ..Terminal::default() }],
        ..MerchantProfile::default()
    };
    of_shop(seconds, EventBody::MerchantSet { profile })
}

pub fn of_shop(seconds: i64, body: EventBody) -> Event {
    Event { case: None, at: moment(seconds), actor: Actor::Owner, body }
}

pub fn playbook(name: &str, text: &str) -> EventBody {
    EventBody::PlaybookKept { playbook: key(name), text: text.to_owned() }
}

pub fn task(number: u64, title: &str, days: u64, every_months: u32) -> EventBody {
    EventBody::TaskPlanned {
        task: Task {
            id: id::<TaskId>(number),
            title: title.to_owned(),
            kind: key("self-check"),
            who: key("owner"),
            due: day(days),
            every_months,
            case: Some(id::<CaseId>(1)),
            last_done: None,
        },
    }
}

pub fn task_done(number: u64, days: u64) -> EventBody {
    EventBody::TaskDone { task: id::<TaskId>(number), on: day(days), note: "对过了".to_owned() }
}

fn day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 10).unwrap() + chrono::Days::new(days)
}

pub fn opened(case: u64, number: &str, title: &str, seconds: i64) -> Event {
    let (playbook, zone) = (key("timeout-debited"), Tz::Asia__Shanghai);
    let body = EventBody::CaseOpened { number: number.to_owned(), playbook, title: title.to_owned(), zone };
    event(case, seconds, body)
}

pub fn note(case: u64, seconds: i64, text: &str) -> Event {
    event(case, seconds, EventBody::NoteAdded { text: text.to_owned() })
}

pub fn party(number: u64, role: PartyRole, name: &str) -> EventBody {
    let party = Party { id: id::<PartyId>(number), role, name: name.to_owned(), contact: "400-820-0000".to_owned() };
    EventBody::PartyNamed { party }
}

pub fn transaction(number: u64, minor: i64, rrn: &str) -> EventBody {
    let fields = TransactionFields {
        at: Some(moment(-3600)),
        card: Some("622202******1234".parse().unwrap()),
        rrn: rrn.to_owned(),
        response_code: "68".to_owned(),
        note: "顾客说已扣款".to_owned(),
        ..TransactionFields::of(yuan(minor))
    };
    EventBody::TransactionRecorded { transaction: Transaction { id: id::<TransactionId>(number), fields } }
}

pub fn evidence(exhibit: u64, number: u32, content: u64) -> EventBody {
    EventBody::EvidenceAdded {
        evidence: Evidence {
            id: id::<EvidenceId>(exhibit),
            number,
            sha256: sha256(content),
            media_type: MediaType::Jpeg,
            bytes: 3_145_728 + content,
            pages: 1,
            width_px: 4000,
            height_px: 3000,
            original_name: format!("IMG_{exhibit:04}.jpg"),
            caption: format!("POS 小票照片 {number}"),
            kind: Some(key("terminal-photo")),
            source: EvidenceSource::Merchant,
            captured_at: Some(moment(-1800)),
            added_at: moment(0),
        },
    }
}

pub fn deadline(number: u64, days: u64, title: &str) -> EventBody {
    EventBody::DeadlineSet {
        deadline: Deadline {
            id: id::<DeadlineId>(number),
            due: day(days),
            time: None,
            zone: Tz::Asia__Shanghai,
            title: title.to_owned(),
            source: "收单机构短信通知".to_owned(),
            done: false,
        },
    }
}

pub fn packet(number: u64, journal_seq: u64) -> EventBody {
    EventBody::PacketBuilt {
        packet: PacketRecord {
            id: id::<PacketId>(number),
            channel: key("acquirer-mail"),
            language: "zh-CN".to_owned(),
            sha256: sha256(900_000 + number),
            bytes: 1_234_567,
            pages: 12,
            journal_seq,
            file_name: "申诉材料.pdf".to_owned(),
            built_at: moment(7200),
        },
    }
}

/// A history in which every kind of event happens.
pub fn every_kind() -> Vec<Event> {
    let exhibit = id::<EvidenceId>;
    let mut events = vec![shop_event(0, "老王小吃店"), opened(1, "2026-0001", "POS 超时但顾客已扣款", 1)];
    let bodies = [
        EventBody::CaseTitled { title: "POS 超时，顾客已扣款 1280 元".to_owned() },
        EventBody::PlaybookChanged { playbook: key("debited-abnormal") },
        EventBody::DetailSet { key: key("screen-text"), value: "交易超时".to_owned() },
        EventBody::QuestionAnswered { question: key("slip-printed"), value: "没有打印小票".to_owned() },
        EventBody::StepDone { step: key("print-last-slip"), note: "已重打印".to_owned() },
        EventBody::StepSkipped { step: key("ask-customer"), reason: "顾客已离店".to_owned() },
        EventBody::StageMoved { to: Stage::Gather },
        party(11, PartyRole::Customer, "王女士"),
        party(12, PartyRole::Acquirer, "银联商务"),
        party(13, PartyRole::Agent, "某服务商"),
        EventBody::PartyRemoved { party: id::<PartyId>(13) },
        transaction(21, 128_000, "123456789012"),
        transaction(22, 500, "000000000001"),
        EventBody::TransactionRemoved { transaction: id::<TransactionId>(22) },
        evidence(31, 1, 41),
        evidence(32, 2, 42),
        evidence(33, 3, 43),
        EventBody::EvidenceOfferedAgain { evidence: exhibit(31), original_name: "副本.jpg".to_owned() },
        EventBody::EvidenceDescribed {
            evidence: exhibit(32),
            caption: Some("顾客的扣款短信截图".to_owned()),
            evidence_kind: Some(key("customer-sms")),
            source: Some(EvidenceSource::Customer),
        },
        EventBody::EvidenceOrdered { order: vec![exhibit(33), exhibit(31), exhibit(32)] },
        EventBody::EvidenceRemoved { evidence: exhibit(33), why: "拍糊了".to_owned() },
        deadline(51, 0, "交材料"),
        deadline(52, 7, "等答复"),
        deadline(53, 9, "设错的"),
        EventBody::DeadlineMet { deadline: id::<DeadlineId>(51), proof: Some(exhibit(31)) },
        EventBody::DeadlineRemoved { deadline: id::<DeadlineId>(53) },
        EventBody::NoteAdded { text: "打了 95534，客服让等三个工作日".to_owned() },
        packet(61, 20),
        EventBody::CaseClosed { outcome: Outcome::Reversed, recovered: Some(yuan(128_000)) },
        EventBody::CaseReopened { why: "款又被扣回".to_owned() },
    ];
    events.extend((2_i64..).zip(bodies).map(|(seconds, body)| event(1, seconds, body)));
    let shop = [
        playbook("other", "format = 1\nid = \"other\"\n"),
        playbook("my-own", "format = 1\nid = \"my-own\"\n"),
        EventBody::PlaybookDropped { playbook: key("my-own") },
        task(71, "每月对一次账", 5, 1),
        task(72, "换一台备用机", 9, 0),
        task(73, "设错的", 1, 0),
        task_done(71, 6),
        task_done(72, 7),
        EventBody::TaskDropped { task: id::<TaskId>(73), why: "重复了".to_owned() },
    ];
    events.extend((100_i64..).zip(shop).map(|(seconds, body)| of_shop(seconds, body)));
    events
}

/// A case as shops have them by the thousand; `n` decides everything about it.
pub fn ordinary_case(n: u64) -> Vec<Event> {
    const BANKS: [&str; 8] = ["银联商务", "拉卡拉", "收钱吧", "建设银行", "中国银行", "Alipay", "微信支付", "随行付"];
    const TITLES: [&str; 6] =
        ["交易超时但已扣款", "首刷被收服务费", "扣款成功无小票", "POS 吞钱", "商户号显示无效", "被拒付（chargeback）"];
    const PEOPLE: [&str; 7] = ["王芳", "李伟", "张敏", "刘洋", "陈静", "杨帆", "赵磊"];
    let pick = |of: &[&'static str], salt: u64| of[usize::try_from((n * 7 + salt) % of.len() as u64).unwrap()];
    let at = i64::try_from(n * 37 % 20_000_000).unwrap();
    let stage =
        [Stage::Gather, Stage::Contact, Stage::Submit, Stage::FollowUp, Stage::Gather][usize::try_from(n % 5).unwrap()];
    let mut events = vec![
        opened(n, &format!("2026-{n:04}"), &format!("{}（{}）", pick(&TITLES, n / 3), pick(&PEOPLE, n / 5)), at),
        event(n, at + 5, party(n * 10 + 1, PartyRole::Acquirer, pick(&BANKS, n / 2))),
        event(
            n,
            at + 6,
            transaction(n * 10 + 2, i64::try_from(n % 500_000).unwrap() + 100, &format!("{:012}", n * 7919)),
        ),
        event(
            n,
            at + 7,
            EventBody::QuestionAnswered { question: key("slip-printed"), value: "只有预授权小票".to_owned() },
        ),
        event(n, at + 8, EventBody::StageMoved { to: stage }),
        event(n, at + 9, deadline(n * 10 + 3, n % 60, "等收单机构答复")),
    ];
    if n.is_multiple_of(4) {
        events.push(note(n, at + 10, &format!("客服工号 {} 说三个工作日内回电", n % 9973)));
    }
    events
}

/// A heavy case: `exhibits` exhibits and notes up to `events` events.
pub fn heavy_case(case: u64, exhibits: u32, events: usize) -> Vec<Event> {
    let mut made = vec![opened(case, &format!("2026-{case:04}"), "一年的争议，两百张照片", 0)];
    for n in 1..=exhibits {
        made.push(event(case, n.into(), evidence(case * 1000 + u64::from(n), n, case * 1000 + u64::from(n))));
    }
    let mut seconds = i64::from(exhibits);
    while made.len() < events {
        seconds += 1;
        made.push(note(case, seconds, &format!("第 {seconds} 次致电，客服答复仍在处理中")));
    }
    made
}
