#![allow(clippy::unwrap_used)]

use super::*;
use crate::words::Language;
use recourse_domain::{Actor, Event, EventBody, Money, Party, Transaction, TransactionFields};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

/// A shop in which everything goes together.
fn shop() -> MerchantProfile {
    let terminal = |tid: &str, serial: &str| Terminal {
        tid: tid.to_owned(),
        serial: serial.to_owned(),
        mid: "898000000000001".to_owned(),
        acquirer: "甲支付".to_owned(),
        ..Terminal::default()
    };
    MerchantProfile {
        mid: "898000000000001".to_owned(),
        acquirer: "甲支付".to_owned(),
        licence_expires: Some(day("2027-06-30")),
        contract_signed_on: Some(day("2026-01-10")),
        terminals: vec![terminal("10000001", "SN1"), terminal("10000002", "SN2")],
        rates: vec![ContractRate {
            card_type: "credit".to_owned(),
            percent: "0.6".to_owned(),
            ..ContractRate::default()
        }],
        ..MerchantProfile::default()
    }
}

fn codes(merchant: &MerchantProfile, case: Option<&Case>) -> Vec<&'static str> {
    mismatches(merchant, case, today()).into_iter().map(|found| found.code).collect()
}

#[test]
fn a_shop_that_goes_together_has_no_finding() {
    assert!(codes(&shop(), None).is_empty());
}

#[test]
fn an_empty_profile_lacks_what_every_call_asks_for() {
    let found = codes(&MerchantProfile::default(), None);
    assert_eq!(found, ["merchant-number-missing", "acquirer-missing", "terminal-missing"]);
}

#[test]
fn a_terminal_bound_elsewhere_is_told_of_with_both_numbers() {
    let mut shop = shop();
    shop.terminals[0].mid = "898000000000009".to_owned();
    shop.terminals[1].acquirer = "乙支付".to_owned();
    let found = mismatches(&shop, None, today());
    let codes: Vec<_> = found.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["terminal-of-other-merchant", "terminal-of-other-acquirer", "several-acquirers"]);
    assert_eq!(found[0].params["terminal"], "10000001");
    assert_eq!(found[0].params["mid"], "898000000000009");
    assert_eq!(found[0].params["own"], "898000000000001");
    assert_eq!(found[2].params["names"], "甲支付 / 乙支付");
    shop.terminals[1].acquirer = " 甲 支付".to_owned();
    assert_eq!(codes_of(&shop), ["terminal-of-other-merchant"], "a blank is no difference");
}

fn codes_of(shop: &MerchantProfile) -> Vec<&'static str> {
    codes(shop, None)
}

#[test]
fn the_same_number_on_two_terminals_is_told_once() {
    let mut shop = shop();
    for serial in ["sn1", "SN1 "] {
        shop.terminals.push(Terminal { serial: serial.to_owned(), tid: "10000001".to_owned(), ..Terminal::default() });
    }
    shop.terminals[1].tid = String::new();
    assert_eq!(codes_of(&shop), ["terminal-number-missing", "terminal-number-twice", "serial-number-twice"]);
}

#[test]
fn a_licence_is_told_of_from_thirty_days_before_its_last_day() {
    let mut shop = shop();
    for (last, wanted) in [
        ("2026-11-21", Some("licence-expired")),
        ("2026-11-22", Some("licence-expires-soon")),
        ("2026-12-22", Some("licence-expires-soon")),
        ("2026-12-23", None),
    ] {
        shop.licence_expires = Some(day(last));
        assert_eq!(codes_of(&shop).first().copied(), wanted, "{last}");
    }
}

#[test]
fn a_rate_needs_thirty_natural_days_of_notice_and_a_yes() {
    let mut shop = shop();
    for (noticed, from, wanted) in [
        ("2026-09-01", "2026-10-01", None),
        ("2026-09-02", "2026-10-01", Some("rate-notice-short")),
        ("2026-10-05", "2026-10-01", Some("rate-notice-short")),
        // From the day of the contract on it is no change.
        ("2026-01-10", "2026-01-10", None),
    ] {
        shop.rates[0].noticed_on = Some(day(noticed));
        shop.rates[0].from = Some(day(from));
        assert_eq!(codes_of(&shop).first().copied(), wanted, "{noticed} {from}");
    }
    shop.rates[0].agreed = false;
    assert_eq!(codes_of(&shop), ["rate-not-agreed"]);
}

#[test]
fn a_case_is_held_against_the_register() {
    let event = |body| {
        let id = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        Event {
            case: Some(id),
            at: "2026-03-05T14:02:11+08:00[Asia/Shanghai]".parse().unwrap(),
            actor: Actor::Owner,
            body,
        }
    };
    let mut case = Case::open(&event(EventBody::CaseOpened {
        number: "2026-0001".to_owned(),
        playbook: "other".parse().unwrap(),
        title: "t".to_owned(),
        zone: chrono_tz::Tz::Asia__Shanghai,
    }))
    .unwrap();
    let mut fields = TransactionFields::of(Money::parse("1", "CNY".parse().unwrap()).unwrap());
    fields.terminal = "99999999".to_owned();
    for id in ["01ARZ3NDEKTSV4RRFFQ69G5FA1", "01ARZ3NDEKTSV4RRFFQ69G5FA2"] {
        let transaction = Transaction { id: id.parse().unwrap(), fields: fields.clone() };
        case.apply(&event(EventBody::TransactionRecorded { transaction })).unwrap();
    }
    let party = Party {
        id: "01ARZ3NDEKTSV4RRFFQ69G5FA3".parse().unwrap(),
        role: PartyRole::Acquirer,
        name: "乙支付".to_owned(),
        contact: String::new(),
    };
    case.apply(&event(EventBody::PartyNamed { party })).unwrap();
    assert_eq!(codes(&shop(), Some(&case)), ["terminal-not-on-register", "case-of-other-acquirer"]);
    let unknown =
        MerchantProfile { mid: "1".to_owned(), acquirer: "乙支付".to_owned(), ..MerchantProfile::default() };
    assert_eq!(codes(&unknown, Some(&case)), ["terminal-missing"], "nothing to hold it against");
}

#[test]
fn every_finding_is_said_with_its_values_in_both_languages() {
    let mut shop = shop();
    shop.terminals[0].mid = "898000000000009".to_owned();
    shop.terminals[1].acquirer = "乙支付".to_owned();
    shop.terminals.push(Terminal { tid: "10000001".to_owned(), serial: "SN1".to_owned(), ..Terminal::default() });
    shop.terminals.push(Terminal { label: "吧台".to_owned(), ..Terminal::default() });
    shop.rates[0].noticed_on = Some(day("2026-09-02"));
    shop.rates[0].from = Some(day("2026-10-01"));
    shop.rates[0].agreed = false;
    let mut all = mismatches(&MerchantProfile::default(), None, today());
    for last in ["2026-11-21", "2026-11-30"] {
        shop.licence_expires = Some(day(last));
        all.extend(mismatches(&shop, None, today()));
    }
    all.push(Mismatch::new("terminal-not-on-register", &[("terminal", "99999999")]));
    all.push(Mismatch::new("case-of-other-acquirer", &[("named", "丙支付"), ("own", "甲支付")]));
    for language in Language::ALL {
        for found in &all {
            let said = found.say(Words::of(language));
            assert!(!said.starts_with("mismatch-") && !said.contains('$'), "{language} {}: {said}", found.code);
            for (name, value) in
                found.params.iter().filter(|(name, _)| !["kind", "date", "from", "noticed"].contains(&name.as_str()))
            {
                assert!(said.contains(value.as_str()), "{language} {} leaves out {name}: {said}", found.code);
            }
        }
    }
    let soon = all.iter().find(|found| found.code == "licence-expires-soon").unwrap();
    assert_eq!(soon.say(Words::of(Language::ZhCn)).matches("2026年11月30日").count(), 1);
}
