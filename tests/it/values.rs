//! Values that do not parse, things that are not there: each is refused with its own code and a sentence in both
//! languages, and nothing is changed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a refusal that cannot be read ends the test"
)]

use crate::shop::Shop;

/// No case has it; the form is right.
const NOBODY: &str = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

/// What is typed after a case number, and the code of the refusal.
fn refusals(case: &str) -> Vec<(Vec<&str>, &'static str)> {
    let add = |rest: &[&'static str]| {
        let mut call = vec!["transaction", "add", case];
        if !rest.contains(&"--amount") {
            call.extend(["--amount", "1280.00"]);
        }
        call.extend(rest);
        call
    };
    vec![
        (add(&["--amount", "一千"]), "money-not-a-number"),
        (add(&["--amount", "12,80"]), "money-not-a-number"),
        (add(&["--amount", ""]), "money-not-a-number"),
        (add(&["--amount", "12.345"]), "money-too-many-decimals"),
        (add(&["--amount", "99999999999999999"]), "money-too-large"),
        (add(&["--currency", "RMB"]), "currency-unknown"),
        (add(&["--at", "昨天下午"]), "moment-unreadable"),
        (add(&["--at", "2026-02-30 10:00"]), "moment-unreadable"),
        (add(&["--at", "2026-03-05T14:02:11+08:00[Asia/Nowhere]"]), "zone-unknown"),
        (add(&["--card", "6222021234567891234"]), "card-not-masked"),
        (add(&["--card", "62220*1234"]), "card-mask-unreadable"),
        (add(&["--rrn", "12345678901234567890"]), "field-unreadable"),
        (add(&["--trace", "12-34"]), "field-unreadable"),
        (add(&["--response-code", "68!"]), "field-unreadable"),
        (add(&["--card-type", "gift"]), "field-unreadable"),
        (vec!["transaction", "set", case, NOBODY, "--amount", "1"], "not-in-case"),
        (vec!["transaction", "remove", case, NOBODY], "not-in-case"),
        (vec!["transaction", "remove", case, "first"], "id-unreadable"),
        (vec!["party", "add", case, "--role", "uncle", "--name", "x"], "field-unreadable"),
        (vec!["party", "add", case, "--role", "acquirer", "--name", " "], "text-empty"),
        (vec!["party", "set", case, NOBODY, "--role", "acquirer", "--name", "x"], "not-in-case"),
        (vec!["party", "remove", case, NOBODY], "not-in-case"),
        (vec!["case", "new", "--playbook", "lost-wallet"], "playbook-unknown"),
        (vec!["case", "new", "--playbook", "other", "--set", "Screen Text=x"], "key-unreadable"),
        (vec!["case", "set", case, "屏幕=x"], "key-unreadable"),
        (vec!["case", "set", case, "title="], "text-empty"),
        (vec!["case", "set", case, "playbook=lost-wallet"], "playbook-unknown"),
        (vec!["case", "answer", case, "Has_Slip=yes"], "key-unreadable"),
        (vec!["case", "do", case, "fly-away"], "step-unknown"),
        (vec!["case", "skip", case, "build-packet", "--why", " "], "text-empty"),
        (vec!["case", "advance", case, "somewhere"], "stage-unknown"),
        (vec!["case", "advance", case, "closed"], "stage-order"),
        (vec!["case", "close", case, "--outcome", "fine"], "outcome-unknown"),
        (vec!["case", "close", case, "--outcome", "lost", "--recovered", "viel"], "money-not-a-number"),
        (vec!["case", "reopen", case, "--why", "x"], "event-out-of-place"),
        (vec!["case", "note", case, "  "], "text-empty"),
        (vec!["case", "show", "2026-9999"], "case-unknown"),
        (vec!["case", "show", NOBODY], "case-unknown"),
        (vec!["case", "next", "'; DROP TABLE cases; --"], "case-unknown"),
        (vec!["case", "history", ""], "case-unknown"),
        (vec!["case", "list", "--stage", "somewhere"], "stage-unknown"),
        (vec!["case", "list", "--cursor", "somewhere"], "cursor-unreadable"),
        (vec!["evidence", "add", "2026-9999", "x.jpg"], "case-unknown"),
        (vec!["evidence", "add", case, "x.jpg", "--kind", "Kein Kind"], "key-unreadable"),
        (vec!["evidence", "add", case, "x.jpg", "--source", "uncle"], "field-unreadable"),
        (vec!["evidence", "show", NOBODY], "evidence-unknown"),
        (vec!["evidence", "show", "E1"], "id-unreadable"),
        (vec!["evidence", "export", NOBODY, "x"], "evidence-unknown"),
        (vec!["evidence", "remove", NOBODY, "--why", "x"], "evidence-unknown"),
        (vec!["evidence", "describe", NOBODY, "--caption", "x"], "evidence-unknown"),
        (vec!["evidence", "order", case, NOBODY], "not-in-case"),
        (vec!["evidence", "verify", "2026-9999"], "case-unknown"),
        (vec!["packet", "check", case, "--channel", "pigeon"], "channel-unknown"),
        (vec!["packet", "build", case, "--channel", "pigeon", "--out", "x.pdf"], "channel-unknown"),
        (vec!["packet", "build", "2026-9999", "--channel", "print", "--out", "x.pdf"], "case-unknown"),
        (vec!["packet", "export", NOBODY, "x.pdf"], "packet-unknown"),
        (vec!["deadline", "add", case, "--due", "明天", "--source", "x"], "date-unreadable"),
        (vec!["deadline", "add", case, "--due", "2026-02-30", "--source", "x"], "date-unreadable"),
        (vec!["deadline", "add", case, "--due", "2026-03-30", "--time", "25:00", "--source", "x"], "field-unreadable"),
        (vec!["deadline", "add", case, "--due", "2026-03-30", "--source", ""], "text-empty"),
        (vec!["deadline", "done", NOBODY], "not-in-case"),
        (vec!["deadline", "remove", NOBODY], "not-in-case"),
        (vec!["merchant", "set", "settlement-last4=6222021234"], "field-unreadable"),
        (vec!["merchant", "set", "rate=debit,viel"], "field-unreadable"),
        (vec!["channel", "show", "pigeon"], "channel-unknown"),
        (vec!["preference", "set", "theme=pink"], "preference-unreadable"),
        (vec!["preference", "set", "colour=pink"], "preference-unreadable"),
        (vec!["--now", "soon", "case", "list"], "moment-unreadable"),
    ]
}

#[test]
fn each_bad_value_has_its_own_code_a_sentence_in_both_languages_and_changes_nothing() {
    let shop = Shop::new();
    let case = shop.case("timeout-debited", "原样");
    let before =
        (shop.done(["case", "show", &case]), shop.done(["case", "history", &case]), shop.done(["merchant", "show"]));
    for (call, code) in refusals(&case) {
        let say = |language: &str| {
            let mut args = vec!["--lang", language];
            args.extend(&call);
            let error = shop.refused(&args);
            assert_eq!(error["code"], code, "{call:?}: {error}");
            error["message"].as_str().unwrap().to_owned()
        };
        let (chinese, english) = (say("zh-CN"), say("en"));
        assert_ne!(chinese, english, "{code}");
        assert!(chinese.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{code}: {chinese}");
    }
    let after =
        (shop.done(["case", "show", &case]), shop.done(["case", "history", &case]), shop.done(["merchant", "show"]));
    assert_eq!(before, after);
    assert!(crate::shop::files_below(&shop.work()).is_empty());
}

#[test]
fn a_whole_card_number_is_kept_nowhere_and_the_masked_form_is_offered() {
    let shop = Shop::new();
    let case = shop.case("timeout-debited", "卡号");
    let whole = "6222021234567891234";
    let ran = shop.run(["transaction", "add", &case, "--amount", "1", "--card", whole]);
    let error = ran.error();
    assert_eq!(error["params"]["masked"], "622202******1234");
    assert!(!ran.stderr.contains("12345678"), "{}", ran.stderr);
    for file in crate::shop::files_below(&shop.data()) {
        let bytes = std::fs::read(shop.data().join(&file)).unwrap();
        assert!(!crate::packets::contains(&bytes, whole.as_bytes()), "{}", file.display());
    }
}

#[test]
fn people_read_the_sentence_and_the_code() {
    let shop = Shop::new();
    let mut command = shop.at_home(crate::shop::PROGRAM);
    let output = command.arg("--data").arg(shop.data()).args(["--lang", "zh-CN", "case", "show", "2026-9999"]).output();
    let ran = crate::shop::Ran::of(output.unwrap());
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("2026-9999") && ran.stderr.ends_with("（case-unknown）\n"), "{}", ran.stderr);
}
