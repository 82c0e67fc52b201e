//! The shipped rows, looking up, and the guard against false numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::phone::{Number, Sort};
use super::*;
use crate::words::{Language, Words};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn own(name: &str, corrects: Option<&str>, phones: &[&str], domains: &[&str]) -> OwnEntry {
    OwnEntry {
        corrects: corrects.map(|id| id.parse().unwrap()),
        kind: Kind::Acquirer,
        name: name.to_owned(),
        phones: phones.iter().map(|p| (*p).to_owned()).collect(),
        domains: domains.iter().map(|d| (*d).to_owned()).collect(),
        note: String::new(),
        source: OwnSource::Contract,
        checked_on: None,
    }
}

fn codes(claimed: &str, given: &str, own: &[OwnEntry]) -> Vec<&'static str> {
    let warnings = scam::look(claimed, given, own).unwrap();
    for warning in &warnings {
        for language in Language::ALL {
            let said = warning.say(Words::of(language));
            assert!(!said.contains("scam-") && !said.contains('{'), "{said}");
        }
    }
    warnings.into_iter().map(|warning| warning.code).collect()
}

#[test]
fn every_row_stands_once_reads_and_says_where_it_comes_from() {
    let entries = all().unwrap();
    assert!(entries.len() >= 26, "{}", entries.len());
    let ids: BTreeSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.len(), entries.len());
    let mut seen = BTreeSet::new();
    for entry in entries {
        assert!(!entry.phones.is_empty() || !entry.domains.is_empty(), "{} says nothing", entry.id);
        for phone in &entry.phones {
            let number = Number::read(&phone.number).unwrap();
            assert!(!matches!(number.sort, Sort::Mobile | Sort::Foreign | Sort::Other), "{}", phone.number);
            assert!(seen.insert(number.digits), "{} stands twice", phone.number);
            assert!(!phone.source.is_empty() && !phone.source.contains("://"), "{}", phone.number);
        }
        for domain in &entry.domains {
            assert_eq!(site::name(&domain.name).as_ref(), Some(&domain.name));
            assert!(!domain.source.is_empty() && !domain.source.contains("://"), "{}", domain.name);
            assert!(seen.insert(domain.name.clone()), "{} stands twice", domain.name);
        }
        for language in Language::ALL {
            assert!(Words::of(language).knows(&format!("directory-kind-{}", entry.kind.as_str())));
        }
    }
    assert_eq!(get("icbc").unwrap().phones[0].number, "95588");
    assert!(get("nobody").is_err());
}

#[test]
fn weak_rows_are_never_called_confirmed() {
    let weak = ["hxb", "suixingpay", "lakala", "pcac"];
    for id in weak {
        assert!(get(id).unwrap().phones.iter().all(|phone| phone.standing() == Standing::NotVerified), "{id}");
    }
    assert_eq!(get("chinaums").unwrap().phones[0].standing(), Standing::Confirmed);
    // These rest on memory alone and have no row: 95580, 95511, 95016, 12368.
    for number in ["95580", "95511", "95016", "12368"] {
        assert!(search(number, &[]).unwrap().is_empty(), "{number}");
    }
}

#[test]
fn numbers_read_as_people_write_them() {
    let read = |text: &str| Number::read(text).map(|n| (n.digits, n.extension, n.sort));
    let is = |digits: &str, extension: &str, sort| Some((digits.to_owned(), extension.to_owned(), sort));
    assert_eq!(read("９５５８８"), is("95588", "", Sort::Short));
    assert_eq!(read(" 400-820 0588 "), is("4008200588", "", Sort::FourHundred));
    assert_eq!(read("+86 138 0013 8000"), is("13800138000", "", Sort::Mobile));
    assert_eq!(read("008613800138000"), is("13800138000", "", Sort::Mobile));
    assert_eq!(read("86 13800138000"), is("13800138000", "", Sort::Mobile));
    assert_eq!(read("+86 10 6600 1918"), is("01066001918", "", Sort::Fixed));
    assert_eq!(read("（0571）8800-0000 转 8012"), is("057188000000", "8012", Sort::Fixed));
    assert_eq!(read("010-66001918 ext. 12"), is("01066001918", "12", Sort::Fixed));
    assert_eq!(read("+1 212 555 0100"), is("12125550100", "", Sort::Foreign));
    assert_eq!(read("0044 20 7946 0000"), is("442079460000", "", Sort::Foreign));
    assert_eq!(read("电话：12363"), is("12363", "", Sort::Short));
    for text in ["", "转 12", "95588 或 95533", "abc", "12", "8613"] {
        assert!(read(text).is_none_or(|(_, _, sort)| sort == Sort::Other), "{text}");
    }
    let reaches = |a: &str, b: &str| Number::read(a).unwrap().reaches(&Number::read(b).unwrap());
    assert!(reaches("021-95588", "95588") && reaches("0571 95588", "95588"));
    assert!(!reaches("95588", "95533") && !reaches("+95588", "95588"));
}

#[test]
fn search_finds_by_name_short_form_number_and_domain() {
    let first = |query: &str| search(query, &[]).unwrap().first().and_then(|card| card.id.clone()).unwrap().to_string();
    assert_eq!(first("工行"), "icbc");
    assert_eq!(first("icbc"), "icbc");
    assert_eq!(first("９５５３３"), "ccb");
    assert_eq!(first("021-95588"), "icbc");
    assert_eq!(first("建设"), "ccb");
    assert_eq!(first("https://kf.qq.com/faq/1.html"), "wechat-pay");
    assert_eq!(first("银保监"), "nfra");
    assert_eq!(search("", &[]).unwrap().len(), all().unwrap().len());
    assert!(search("不存在的机构", &[]).unwrap().is_empty());
}

#[test]
fn what_the_owner_wrote_comes_first_and_replaces_the_same() {
    let mine = [own("拉卡拉", Some("lakala"), &["400 111 2222"], &[]), own("某某支付", None, &["0571-8800 0000"], &[])];
    let cards = search("", &mine).unwrap();
    assert_eq!(cards[0].name.of(Language::ZhCn), "某某支付");
    assert_eq!(cards[1].id.as_ref().unwrap().as_str(), "lakala");
    let standings: Vec<Standing> = cards[1].phones.iter().map(|line| line.standing).collect();
    assert_eq!(standings, [Standing::Own, Standing::NotVerified]);
    let same = [own("工行", Some("icbc"), &["021 95588"], &[])];
    let card = search("工行", &same).unwrap().remove(0);
    assert_eq!(card.phones.iter().map(|l| l.value.as_str()).collect::<Vec<_>>(), ["021 95588"]);
    assert_eq!(search("88000000", &mine).unwrap().len(), 1);
}

#[test]
fn the_shops_own_particulars_make_an_entry() {
    let merchant = recourse_domain::MerchantProfile {
        acquirer: "拉卡拉支付股份有限公司".to_owned(),
        acquirer_contact: "400-111-2222，www.example.com".to_owned(),
        ..recourse_domain::MerchantProfile::default()
    };
    let entry = OwnEntry::of_acquirer(&merchant).unwrap();
    assert_eq!(entry.corrects.as_ref().unwrap().as_str(), "lakala");
    assert_eq!((entry.phones, entry.domains), (vec!["400-111-2222".to_owned()], vec!["www.example.com".to_owned()]));
    assert!(OwnEntry::of_acquirer(&recourse_domain::MerchantProfile::default()).is_none());
}

#[test]
fn a_number_is_warned_of_for_what_it_is() {
    let nobody: &[OwnEntry] = &[];
    assert!(codes("银联商务", "95534", nobody).is_empty());
    assert!(codes("中国工商银行股份有限公司", "+86 95588", nobody).is_empty());
    assert_eq!(codes("银联商务", "95588", nobody), ["number-of-other"]);
    assert_eq!(codes("银联商务", "13800138000", nobody), ["number-mobile"]);
    assert_eq!(codes("银联商务", "400-123-4567", nobody), ["number-400-unknown"]);
    assert_eq!(codes("银联商务", "95543", nobody), ["number-unknown", "number-look-alike"]);
    assert_eq!(codes("银联商务", "955340", nobody), ["number-unknown", "number-look-alike"]);
    assert_eq!(codes("银联商务", "+44 20 7946 0000", nobody), ["number-foreign"]);
    assert_eq!(codes("拉卡拉", "400-666-1234", nobody), ["number-not-verified"]);
    assert_eq!(codes("没听过的支付", "400-123-4567", nobody), ["number-400-unknown", "institution-unknown"]);
    assert_eq!(codes("银联商务", "官方客服", nobody), ["unreadable"]);
}

#[test]
fn the_owners_word_wins_over_the_directory() {
    let mine = [own("拉卡拉", Some("lakala"), &["400-111-2222", "13800138000"], &["lakala.com"])];
    assert!(codes("拉卡拉支付", "4001112222", &mine).is_empty());
    assert!(codes("拉卡拉支付", "138 0013 8000", &mine).is_empty());
    assert_eq!(codes("银联商务", "400-111-2222", &mine), ["number-of-other"]);
    assert_eq!(codes("拉卡拉", "lakala.com.pay-cn.top", &mine), ["domain-look-alike"]);
    assert!(codes("拉卡拉", "https://shop.lakala.com/x", &mine).is_empty());
}

#[test]
fn domains_that_look_alike_are_seen() {
    let nobody: &[OwnEntry] = &[];
    assert!(codes("银联商务", "https://www.chinaums.com/a?b", nobody).is_empty());
    assert!(codes("微信支付", "pay.weixin.qq.com", nobody).is_empty());
    for given in
        ["chinaurns.com", "ch1naums.com", "chinaum.com", "chinaums-pos.com", "chinaums.com.cn.top", "chinaums.net"]
    {
        assert_eq!(codes("银联商务", given, nobody), ["domain-look-alike"], "{given}");
    }
    assert_eq!(codes("银联商务", "сhinaums.com", nobody), ["domain-mixed-letters", "domain-look-alike"]);
    assert_eq!(codes("银联商务", "xn--hinaums-9xg.com", nobody).first(), Some(&"domain-mixed-letters"));
    assert_eq!(codes("银联商务", "jlpay.com", nobody), ["domain-of-other"]);
    assert_eq!(codes("嘉联支付", "openapi.jlpay.com", nobody), ["domain-not-verified"]);
    assert_eq!(codes("银联商务", "example.org", nobody), ["domain-unknown"]);
    assert_eq!(codes("银联商务", "chinaums.com@evil.example", nobody), ["domain-unknown"]);
}

proptest! {
    #[test]
    fn nothing_typed_makes_it_fall(claimed in "\\PC{0,40}", given in "\\PC{0,60}") {
        let mine = [own(&claimed, None, &[&given], &[&given])];
        scam::look(&claimed, &given, &[]).unwrap();
        scam::look(&claimed, &given, &mine).unwrap();
        search(&given, &mine).unwrap();
    }

    #[test]
    fn marks_between_digits_change_nothing(digits in "[1-9][0-9]{4,10}", mark in "[ \\-–. ]") {
        let spread: String = digits.chars().map(|d| format!("{d}{mark}")).collect();
        prop_assert_eq!(Number::read(&spread).unwrap().digits, Number::read(&digits).unwrap().digits);
        let wide: String = digits.chars().map(|d| char::from_u32(u32::from(d) + 0xfee0).unwrap()).collect();
        prop_assert_eq!(Number::read(&wide), Number::read(&digits));
    }

    #[test]
    fn distance_is_even_handed(a in "[a-d]{0,8}", b in "[a-d]{0,8}") {
        prop_assert_eq!(site::distance(&a, &b), site::distance(&b, &a));
        prop_assert_eq!(site::distance(&a, &b) == 0, a == b);
    }
}
