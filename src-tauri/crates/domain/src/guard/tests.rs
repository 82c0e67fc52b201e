//! What is sighted, what is left alone, and how seldom the guard errs.
#![allow(clippy::unwrap_used)]

use super::{Secret, check, find, masked};
use crate::error::{Coded, DomainError};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

fn kinds(text: &str) -> Vec<Secret> {
    find(text).into_iter().map(|s| s.kind).collect()
}

/// Digits with the check digit that makes them a card number.
fn with_check(body: &str) -> String {
    (0..10).map(|d| format!("{body}{d}")).find(|whole| super::scheme_luhn(whole)).unwrap()
}

#[test]
fn card_numbers_are_sighted_however_they_are_written() {
    for text in [
        "4111111111111111",
        "卡号6222021234567890128",
        "卡号：6222 0212 3456 7890 128，尾号0128",
        "6222-0212-3456-7890-128",
        "６２２２０２１２３４５６７８９０１２８",
        "2026-11-22 4111 1111 1111 1111 12",
        "4111 1111 1111 1111 2026-11-22",
        "card 5555 5555 5555 4444 exp 12/28",
        "378282246310005",
        "3782 822463 10005",
        "3530111333300000",
        "30569309025904",
        "6011111111111117",
        "2223003122003222",
        "4222222222222",
        "6200 0000 0000 0005",
        "8100000000000000000 or 8171999927660000",
    ] {
        assert_eq!(kinds(text).first(), Some(&Secret::Pan), "{text}");
    }
}

#[test]
fn what_shops_type_all_day_is_left_alone() {
    for text in [
        "",
        "622202******1234",
        "尾号 1234，金额 1280.00 元",
        "检索参考号 123456789012 凭证号 000123 批次 000007 授权码 A12345",
        "2026-03-05 14:02:11 13800138000 400-820-0000 021-12345678",
        "商户号 898310148160568 终端 12345678",
        "4200001234202611221234567890",
        "2026112222001412341234567890",
        "91310101689A0B12X 91310101MA1FP12345",
        "20261122140211123456",
        "输密码 3 次都不对，密码错 55，PIN error 55",
        "密码 6 位数字，验证码 2026-11-22 10:00 发的",
        "密码键盘 95516 来修过，opinion 123456, shopping 1234",
        "交易 68 超时，95516 让等 3 天",
        "PIN 1280.00 元",
        "密码 3 次，每次 5 分钟",
        "mmexport1732261234567.jpg IMG_20261122_140211.jpg",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn an_identity_number_that_begins_like_a_card_is_left_alone() {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let mut both = 0;
    for serial in 0..1000 {
        let body = format!("62010219900307{serial:03}");
        let sum: u32 = body.bytes().zip(weights).map(|(b, w)| u32::from(b - b'0') * w).sum();
        let check = (12 - sum % 11) % 11;
        if check < 10 {
            let number = format!("{body}{check}");
            both += usize::from(super::scheme_luhn(&number));
            assert_eq!(kinds(&number), [], "{number}");
        }
    }
    assert!(both > 50, "some of them must carry a card's check digit too: {both}");
}

#[test]
fn short_secrets_are_known_by_the_word_before_them() {
    for (text, kind) in [
        ("CVV 123", Secret::Cvv),
        ("cvv2：４５６。", Secret::Cvv),
        ("安全码是 789", Secret::Cvv),
        ("security code is 1234", Secret::Cvv),
        ("顾客密码123456", Secret::Pin),
        ("密码：123456。", Secret::Pin),
        ("PIN码 0000", Secret::Pin),
        ("the PIN is 4321, he said", Secret::Pin),
        ("验证码【824913】", Secret::Pin),
        ("password=998877", Secret::Pin),
        ("OTP 123456", Secret::Pin),
        ("密码 1 2 3 4 5 6", Secret::Pin),
        ("PIN 12 34 56。", Secret::Pin),
    ] {
        assert_eq!(kinds(text), [kind], "{text}");
    }
}

#[test]
fn track_data_is_sighted_whole() {
    for text in [
        "6222021234567890128=30122010000012345678",
        ";4111111111111111=30121010000000000000?",
        "4111111111111111D3012101000000",
        "%B4111111111111111^WANG/FANG^30121010000000000?",
    ] {
        assert_eq!(kinds(text), [Secret::Track], "{text}");
        assert!(!masked(text).contains("3012"), "{text}");
    }
}

#[test]
fn masking_keeps_first_six_and_last_four_and_the_rest_of_the_text() {
    assert_eq!(masked("卡号 6222 0212 3456 7890 128 的顾客"), "卡号 622202******0128 的顾客");
    assert_eq!(masked("６２２２０２１２３４５６７８９０１２８"), "622202******0128");
    assert_eq!(masked("密码 123456，CVV 123"), "密码 ***，CVV ***");
    assert_eq!(masked("没有秘密"), "没有秘密");
}

#[test]
fn the_refusal_carries_the_masked_form_and_never_the_digits() {
    let error = check("note", "卡 6222021234567890128 密码 123456").unwrap_err();
    assert_eq!(error.code(), "secret-typed");
    assert_eq!(error.params()["masked"], "卡 622202******0128 密码 ***");
    assert!(matches!(&error, DomainError::SecretTyped { field, what: "pan", .. } if field == "note"));
    let shown = format!("{error} {error:?} {:?}", error.params());
    assert!(!shown.contains("1234567890") && !shown.contains("123456"), "{shown}");
}

#[test]
fn of_a_long_text_only_the_line_is_shown() {
    let text = format!("{}\n第二行 4111111111111111\n{}", "字".repeat(5000), "字".repeat(5000));
    assert_eq!(check("playbook", &text).unwrap_err().params()["masked"], "第二行 411111******1111");
}

/// Share of false alarms among what shops type, counted and not guessed.
#[test]
fn at_most_one_in_a_hundred_ordinary_numbers_is_taken_for_a_secret() {
    let day = (2019u32..2032, 1u32..=12, 1u32..=28);
    let long = day.clone().prop_map(|(y, m, d)| format!("{y:04}{m:02}{d:02}"));
    let short = day.prop_map(|(y, m, d)| format!("{:02}{m:02}{d:02}", y % 100));
    let order = (prop_oneof![long.clone(), short.clone()], "[0-9]{13}", 16usize..=19)
        .prop_map(|(day, rest, length)| format!("{day}{rest}")[..length].to_owned());
    let kinds: Vec<(&str, BoxedStrategy<String>)> = vec![
        ("reference number", "[0-9]{12}".boxed()),
        ("trace", "[0-9]{6}".boxed()),
        ("wallet order", "[0-9]{28}".boxed()),
        ("mobile", "1[3-9][0-9]{9}".boxed()),
        ("landline", "0[1-9][0-9]{1,2}-[0-9]{7,8}".boxed()),
        ("hotline", "(400-[0-9]{3}-[0-9]{4}|955[0-9]{2})".boxed()),
        ("date", (long, "[0-9]{6}").prop_map(|(day, time)| format!("{day} {time}")).boxed()),
        ("dated order", order.boxed()),
        ("line of a slip", "凭证号 [0-9]{6} 参考号 [0-9]{12} 批次 [0-9]{6}".boxed()),
        ("row of a report", "[0-9]{6} [0-9]{12} 1[3-9][0-9]{9}".boxed()),
    ];
    const SAMPLES: usize = 4000;
    let mut runner = TestRunner::deterministic();
    for (what, strategy) in kinds {
        let alarms =
            (0..SAMPLES).filter(|_| !find(&strategy.new_tree(&mut runner).unwrap().current()).is_empty()).count();
        assert!(alarms * 100 <= SAMPLES, "{what}: {alarms} of {SAMPLES}");
    }
}

proptest! {
    #[test]
    fn a_card_number_is_never_missed_among_other_words(
        prefix in prop::sample::select(vec!["4", "51", "55", "62", "60", "65", "81", "6225", "5240"]),
        rest in "[0-9]{18}",
        before in "[超时扣款，。 a-z]{0,6}",
        behind in "[超时扣款，。 a-z]{0,6}",
        grouped in any::<bool>(),
    ) {
        let length = if matches!(prefix, "4" | "51" | "55" | "5240") { 16 } else { 16 + rest.len() % 4 };
        let whole = with_check(&format!("{prefix}{rest}")[..length - 1]);
        let written = if grouped {
            whole.as_bytes().chunks(4).map(|c| std::str::from_utf8(c).unwrap()).collect::<Vec<_>>().join(" ")
        } else {
            whole.clone()
        };
        let text = format!("{before}{written}{behind}");
        prop_assert!(!find(&text).is_empty(), "{}", text);
        let digits: String = masked(&text).chars().filter(char::is_ascii_digit).collect();
        prop_assert!(digits.len() <= 10);
    }

    #[test]
    fn what_was_masked_holds_no_secret_any_more(text in "[0-9０-９ =^密码PINCVV:a*-]{0,60}") {
        let masked = masked(&text);
        prop_assert_eq!(find(&masked), []);
        prop_assert_eq!(super::masked(&masked), masked);
    }

    #[test]
    fn sightings_lie_on_characters_and_never_overlap(text in "\\PC{0,80}|[0-9 密码cvv=D^]{0,80}") {
        let mut end = 0;
        for s in find(&text) {
            prop_assert!(s.start >= end && s.end > s.start);
            prop_assert!(text.get(s.start..s.end).is_some());
            end = s.end;
        }
    }
}
