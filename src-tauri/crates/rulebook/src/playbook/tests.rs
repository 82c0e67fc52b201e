#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::text::Text;
use crate::words::{Language, Words};
use recourse_domain::Coded;

pub(super) const SMALL: &str = include_str!("../../tests/playbooks/small.toml");

/// The sample with one piece written otherwise.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(SMALL.matches(from).count(), 1, "{from:?} must stand once in the sample");
    SMALL.replacen(from, to, 1)
}

/// Line and column at which a piece begins.
pub(super) fn place_of(text: &str, piece: &str) -> (usize, usize) {
    assert_eq!(text.matches(piece).count(), 1, "{piece:?} must stand once");
    let before = &text[..text.find(piece).unwrap()];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

fn faults(text: &str, trust: Trust) -> Vec<(&'static str, usize, usize)> {
    let found = read("small.toml", text, trust).err().unwrap_or_default();
    found.into_iter().map(|fault| (fault.code(), fault.line, fault.column)).collect()
}

/// Each change of the sample (from, to) gives one fault of this code, where this piece stands.
fn each_gives_one(changes: &[(&str, &str, &str, &str)]) {
    for (from, to, code, piece) in changes {
        let text = changed(from, to);
        let (line, column) = place_of(&text, piece);
        assert_eq!(faults(&text, Trust::Shipped), [(*code, line, column)], "{from:?} → {to:?}");
    }
}

#[test]
fn the_sample_is_sound() {
    assert_eq!(read("small.toml", SMALL, Trust::Shipped).unwrap().steps.len(), 6);
}

#[test]
fn what_is_no_toml_is_told_with_its_place() {
    let text = changed("revision = 1", "revision = = 1");
    let found = read("small.toml", &text, Trust::Shipped).unwrap_err();
    assert_eq!((found[0].code(), found[0].line, found[0].column), ("playbook-syntax", 4, 12));
    assert_eq!(found[0].to_string().split(": ").next(), Some("small.toml:4:12"));
    assert_eq!(faults(&"x".repeat(SIZE_LIMIT + 1), Trust::Owner), [("playbook-too-large", 1, 1)]);
    assert_eq!(faults(&changed("format = 1", "format = 2"), Trust::Owner), [("playbook-format", 2, 10)]);
    assert_eq!(faults("", Trust::Owner)[0].0, "playbook-key-missing");
}

#[test]
fn keys_and_forms_are_checked() {
    each_gives_one(&[
        ("revision = 1\n", "revision = 1\nrevison = 2\n", "playbook-key-unknown", "revison"),
        ("urgent = true", "urgent = true\nblinking = true", "playbook-key-unknown", "blinking"),
        ("{ zh-CN = \"没出单\"", "{ zh = \"x\", zh-CN = \"没出单\"", "playbook-key-unknown", "zh = \"x\""),
        ("source = \"none\"\n", "", "playbook-key-missing", "# A playbook"),
        (
            "{ zh-CN = \"免得重复。\", en = \"So that nothing is doubled.\" }",
            "\"免得\"",
            "playbook-wrong-form",
            "\"免得\"",
        ),
        ("urgent = true", "urgent = \"true\"", "playbook-wrong-form", "\"true\""),
        ("revision = 1", "revision = \"1\"", "playbook-wrong-form", "\"1\""),
        ("evidence = [\"terminal-photo\"]", "evidence = \"one\"", "playbook-wrong-form", "\"one\""),
        ("id = \"small\"", "id = \"Small One\"", "playbook-wrong-form", "\"Small One\""),
        (
            "checked_on = \"2026-11-22\"\n\n[[fact]]",
            "checked_on = \"2026-02-30\"\n\n[[fact]]",
            "playbook-wrong-form",
            "\"2026-02-30\"",
        ),
        ("first_after_days = 7", "first_after_days = -7", "playbook-out-of-range", "-7"),
        ("every_months = 1", "every_months = 121", "playbook-out-of-range", "121"),
        ("screen = [\"超时\"]", "screen = [\" \"]", "playbook-blank", "\" \""),
        ("summary = { zh-CN = \"只给测试用。\"", "summary = { zh-CN = \"\"", "playbook-blank", "\"\""),
        (
            "{ zh-CN = \"冲正\", en = \"Reverse it\" }",
            "{ zh-CN = \"冲正\" }",
            "playbook-untranslated",
            "{ zh-CN = \"冲正\" }",
        ),
    ]);
}

#[test]
fn words_of_closed_lists_are_checked() {
    each_gives_one(&[
        ("about = \"principal\"", "about = \"money\"", "playbook-not-allowed", "\"money\""),
        ("kind = \"yes-no\"", "kind = \"maybe\"", "playbook-not-allowed", "\"maybe\""),
        ("phase = \"contact\"", "phase = \"phone\"", "playbook-not-allowed", "\"phone\""),
        ("contact = \"acquirer\"", "contact = \"friend\"", "playbook-not-allowed", "\"friend\""),
        ("role = \"court\"", "role = \"judge\"", "playbook-not-allowed", "\"judge\""),
        ("id = \"reversed\"", "id = \"won\"", "playbook-not-allowed", "\"won\""),
        ("kind = \"self-check\"", "kind = \"party\"", "playbook-not-allowed", "\"party\""),
        ("who = \"owner\"", "who = \"signatory\"", "playbook-not-allowed", "\"signatory\""),
        ("confidence = \"A\"", "confidence = \"D\"", "playbook-not-allowed", "\"D\""),
        ("confidence = \"A\"", "confidence = \"M\"", "playbook-too-weak", "\"M\""),
    ]);
}

#[test]
fn names_lead_somewhere_and_stand_once() {
    each_gives_one(&[
        ("kind = \"notice\"", "kind = \"chat-record\"", "playbook-twice", "\"chat-record\"\nmandatory = false"),
        ("id = \"sue\"", "id = \"hotline\"", "playbook-twice", "\"hotline\"\nrole = \"court\""),
        (
            "en = \"Failed\" } },\n",
            "en = \"Failed\" } },\n  { id = \"failed\", text = { zh-CN = \"又\", en = \"x\" } },\n",
            "playbook-twice",
            "\"failed\", text = { zh-CN = \"又\"",
        ),
        ("after = [\"stop\"]", "after = [\"halt\"]", "playbook-not-there", "\"halt\""),
        (
            "evidence = [\"terminal-photo\"]",
            "evidence = [\"terminal-photo\", \"slip\"]",
            "playbook-not-there",
            "\"slip\"",
        ),
        ("details = [\"screen-text\"]\nfacts", "details = [\"network\"]\nfacts", "playbook-not-there", "\"network\""),
        ("claims = [\"state\"]", "claims = [\"state\", \"refund\"]", "playbook-not-there", "\"refund\""),
        ("kind = \"notice\"", "kind = \"hearsay\"", "playbook-not-there", "\"hearsay\""),
        (
            "{ question = \"status\", is = [\"success\"] }",
            "{ question = \"mood\", is = [\"x\"] }",
            "playbook-not-there",
            "\"mood\"",
        ),
        ("id = \"read-manual\"", "id = \"gather-manual\"", "playbook-reserved", "\"gather-manual\""),
        ("id = \"read-manual\"", "id = \"advance-gather\"", "playbook-reserved", "\"advance-gather\""),
    ]);
    let unknown_fact = changed(
        "en = \"Never ask for the PIN\" }\nfacts = [\"code-68\"]",
        "en = \"Never ask for the PIN\" }\nfacts = [\"code-1\"]",
    );
    let (line, column) = place_of(&unknown_fact, "\"code-1\"");
    assert_eq!(faults(&unknown_fact, Trust::Shipped), [("playbook-not-there", line, column)]);
}

#[test]
fn questions_and_conditions_fit_each_other() {
    let condition = "{ question = \"status\", is = [\"success\"] }";
    each_gives_one(&[
        (condition, "{ question = \"status\", is = [\"won\"] }", "playbook-answer-impossible", "\"won\""),
        (condition, "{ question = \"again\", is_not = [\"Yes\"] }", "playbook-answer-impossible", "\"Yes\""),
        (
            condition,
            "{ question = \"status\", is = [\"success\"], answered = true }",
            "playbook-condition-unclear",
            "{ question = \"status\", is = [\"success\"], answered",
        ),
        (condition, "{ question = \"status\" }", "playbook-condition-unclear", "{ question = \"status\" }"),
        (
            condition,
            "{ question = \"status\", is = [] }",
            "playbook-condition-unclear",
            "{ question = \"status\", is = [] }",
        ),
        (
            "kind = \"yes-no\"\n",
            "kind = \"yes-no\"\nchoices = [{ id = \"a\", text = { zh-CN = \"甲\", en = \"A\" } }]\n",
            "playbook-choices",
            "[[question]]\nid = \"again\"",
        ),
        (
            "questions = [\"status\", \"again\"]",
            "questions = [\"status\", \"again\", \"again\"]",
            "playbook-asked-twice",
            "\"again\"]",
        ),
        (
            "questions = [\"status\", \"again\"]",
            "questions = [\"status\"]",
            "playbook-never-asked",
            "[[question]]\nid = \"again\"",
        ),
        ("我是{shop}。", "我是{boss}。", "playbook-blank-unknown", "\"我是{boss}。\""),
    ]);
}

#[test]
fn what_can_never_be_reached_is_told() {
    let trace = "when = [{ question = \"again\", is = [\"yes\"] }]\n\n[[step]]";
    let with = |when: &str| format!("when = {when}\n\n[[step]]");
    for when in [
        // Contradicts itself.
        "[{ question = \"again\", is = [\"yes\"] }, { question = \"again\", is_not = [\"yes\"] }]",
        "[{ question = \"again\", is = [\"yes\"] }, { question = \"again\", answered = false }]",
        "[{ question = \"status\", is_not = [\"success\", \"failed\"] }, { question = \"status\", answered = true }]",
        // The second question is asked after a failure only.
        "[{ question = \"again\", is = [\"yes\"] }, { question = \"status\", is = [\"success\"] }]",
        "[{ question = \"again\", answered = true }, { question = \"status\", is_not = [\"failed\"] }]",
    ] {
        let text = changed(trace, &with(when));
        let (line, column) = place_of(&text, when);
        assert_eq!(faults(&text, Trust::Shipped), [("playbook-unreachable", line, column)], "{when}");
    }
    for when in [
        "[{ question = \"again\", is_not = [\"yes\"] }, { question = \"status\", is = [\"success\"] }]",
        "[{ question = \"again\", answered = false }, { question = \"status\", is = [\"failed\"] }]",
        "[{ question = \"again\", is = [\"yes\", \"no\"] }, { question = \"again\", is_not = [\"no\"] }]",
    ] {
        assert_eq!(faults(&changed(trace, &with(when)), Trust::Shipped), [], "{when}");
    }
}

#[test]
fn what_waits_for_itself_is_told() {
    let text = changed("id = \"stop\"\n", "id = \"stop\"\nafter = [\"look\"]\n");
    let (first, second) = (place_of(&text, "[\"stop\"]"), place_of(&text, "[\"look\"]"));
    let circle = |(line, column)| ("playbook-circle", line, column);
    assert_eq!(faults(&text, Trust::Shipped), [circle(first), circle(second)]);
    // A question cannot wait for one that waits for it.
    let text = changed(
        "text = { zh-CN = \"后台怎么说？\"",
        "when = [{ question = \"again\", answered = false }]\ntext = { zh-CN = \"后台怎么说？\"",
    );
    let (first, second) = (
        place_of(&text, "[{ question = \"again\", answered"),
        place_of(&text, "[{ question = \"status\", is = [\"failed\"]"),
    );
    assert_eq!(faults(&text, Trust::Shipped), [circle(first), circle(second)]);
    // Nor can the step that asks it wait for its answer.
    let text =
        changed("after = [\"stop\"]\n", "after = [\"stop\"]\nwhen = [{ question = \"status\", answered = false }]\n");
    let found = faults(&text, Trust::Shipped);
    assert!(found.contains(&circle(place_of(&text, "[{ question = \"status\", answered"))), "{found:?}");
}

#[test]
fn a_shop_may_write_one_language_and_leave_phases_out_and_the_program_may_not() {
    let one_language = changed("{ zh-CN = \"冲正\", en = \"Reverse it\" }", "{ zh-CN = \"冲正\" }");
    let read_back = read("small.toml", &one_language, Trust::Owner).unwrap();
    assert_eq!(read_back.demand("reverse").unwrap().text, Text::only(Language::ZhCn, "冲正"));
    assert_eq!(faults(&changed("{ zh-CN = \"冲正\", en = \"Reverse it\" }", "{}"), Trust::Owner).len(), 2);
    let no_call = changed("id = \"call\"\nphase = \"contact\"", "id = \"call\"\nphase = \"gather\"");
    assert_eq!(faults(&no_call, Trust::Owner), []);
    let (code, ..) = faults(&no_call, Trust::Shipped)[0];
    assert_eq!(code, "playbook-phase-empty");
    let conditional = changed("contact = \"acquirer\"", "when = [{ question = \"again\", is = [\"yes\"] }]");
    assert_eq!(faults(&conditional, Trust::Shipped)[0].0, "playbook-phase-empty", "it may not come up");
}

#[test]
fn every_fault_is_told_at_once_and_in_the_order_of_lines() {
    let text = changed("urgent = true", "urgent = 1")
        .replace("claims = [\"state\"]", "claims = [\"refund\"]")
        .replace("revision = 1", "revision = 0");
    let found = faults(&text, Trust::Shipped);
    assert_eq!(
        found.iter().map(|f| f.0).collect::<Vec<_>>(),
        ["playbook-out-of-range", "playbook-wrong-form", "playbook-not-there"]
    );
    assert!(found.windows(2).all(|two| two[0].1 < two[1].1));
}

#[test]
fn every_flaw_is_said_with_its_values_in_both_languages() {
    let broken = [
        changed("revision = 1", "revision = = 1"),
        changed("format = 1", "format = 9"),
        changed("source = \"none\"\n", ""),
        changed("urgent = true", "urgent = 1\nblinking = true"),
        changed("revision = 1", "revision = 0"),
        changed("{ zh-CN = \"冲正\", en = \"Reverse it\" }", "{ zh-CN = \" \" }"),
        changed("about = \"principal\"", "about = \"money\""),
        changed("confidence = \"A\"", "confidence = \"M\""),
        changed("id = \"sue\"", "id = \"hotline\""),
        changed("after = [\"stop\"]", "after = [\"halt\"]"),
        changed("id = \"read-manual\"", "id = \"gather-manual\""),
        changed("phase = \"contact\"", "phase = \"gather\""),
        changed("我是{shop}。", "我是{boss}。"),
        changed("id = \"stop\"\n", "id = \"stop\"\nafter = [\"look\"]\n"),
        changed("questions = [\"status\", \"again\"]", "questions = [\"status\"]"),
    ];
    for language in Language::ALL {
        let words = Words::of(language);
        for fault in broken.iter().filter_map(|text| read("small.toml", text, Trust::Shipped).err()).flatten() {
            let said = words.error(&fault);
            assert!(said.contains("small.toml") && !said.starts_with("error-"), "{language}: {said}");
            assert!(!said.contains('{') || fault.code() == "playbook-wrong-form", "{language}: {said}");
        }
    }
}
