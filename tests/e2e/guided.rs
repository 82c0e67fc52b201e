//! The guided way through a case: from what is seen to a packet, and from a screen that refuses to a plan.
//!
//! Titles and answers are those of the shipped playbooks, as the owner reads them.

use std::path::Path;
use std::process::Command;

use recourse_desk::Language;

use crate::app::{App, Machine};
use crate::driver::key;
use crate::keyboard::tab_to;
use crate::one_case::packets;

/// A card number that could be real: its check digit fits.
const CARD: &str = "6222021234561236";

#[test]
fn a_timeout_from_the_screen_text_to_the_packet() {
    let machine = Machine::new(Language::ZhCn);
    let photo = machine.file("evidence/photo.jpg", "终端 屏幕.jpg");
    let opened = machine.place("opened.txt");
    let settings = [("RECOURSE_E2E_PICK", photo.to_str().unwrap()), ("RECOURSE_E2E_OPENED", opened.to_str().unwrap())];
    let app = machine.open(&settings);
    app.press_button("win-new-case");
    app.fill(&app.say("win-triage-screen"), "交易超时");
    app.fill(&app.say("win-field-response-code"), "68");
    app.named("heading", &app.say("playbook-timeout-debited"));
    app.keep_screenshot("triage");
    app.press_button("win-triage-begin");

    step(&app, "先停手，别再刷");
    app.session.click(&app.named("field", &app.say("no")));
    app.session.until("document.querySelector('[data-step] input[value=no]').checked");
    app.sees(&app.say("win-step-done"));
    app.press_button("win-guide-next");

    step(&app, "拍下屏幕，连同时间");
    app.press_button("win-files-choose");
    app.session.until("document.querySelector('[data-kind=terminal-photo][data-has=true]') !== null");
    let seen = app.say("detail-screen-text");
    app.fill(&seen, "交易超时，请重");
    app.press_button("win-guide-back");
    step(&app, "先停手，别再刷");
    app.press_button("win-guide-next");
    // What is done already is passed over.
    step(&app, "在机器上查末笔、重打印");
    go_to(&app, "拍下屏幕，连同时间");
    app.session
        .until("[...document.querySelectorAll('[data-step] input')].some((input) => input.value === '交易超时，请重')");
    app.keep_screenshot("guide-step");

    go_to(&app, "在机器上查末笔、重打印");
    app.session.click(&app.named("field", "有，失败或异常"));
    app.session.until("document.querySelector('[data-step] input[value=failed]').checked");

    go_to(&app, "记下这笔交易");
    app.fill(&app.say("win-field-amount"), "1280.00");
    send_form(&app);
    app.sees("1,280.00");

    go_to(&app, "找对人：签购单上的收单机构");
    app.fill(&app.say("win-field-name"), "示例支付公司");
    send_form(&app);
    app.session.until("document.querySelector('header').parentElement.innerText.includes('示例支付公司')");

    go_to(&app, "请服务商查机器，可以同时办");
    app.press_button("win-guide-skip");
    app.fill(&app.say("win-without-why"), "没有服务商，机器是自己买的");
    app.press_button("win-without-skip");
    app.sees(&app.say("win-step-skipped"));

    go_to(&app, "打给收单机构，要最终状态和工单号");
    let role = app.say("role-acquirer");
    app.session.click(&app.named("button", &app.say_with("win-sheet-call-role", &[("role", &role)])));
    app.session.until("document.querySelector('[role=dialog]')?.innerText.includes('1,280.00') === true");
    app.keep_screenshot("call-sheet");
    app.session.press(&[], &[key::ESCAPE]);
    app.session.until("document.querySelector('[role=dialog]') === null");

    app.session.click(&app.named("tab", &app.say("win-tab-packet")));
    app.press_button("win-packet-build");
    app.press_button("win-open");
    let packet = packets(&machine.data()).pop().expect("a packet in the data folder");
    let text = Command::new("pdftotext").args([packet.as_os_str(), "-".as_ref()]).output().unwrap().stdout;
    let text = String::from_utf8_lossy(&text).replace(['\n', ' '], "");
    for said in ["1,280.00", "示例支付公司", "交易超时，请重", "有，失败或异常"] {
        assert!(text.contains(said), "{said} is not in the packet: {text}");
    }
    app.session.click(&app.named("tab", &app.say("win-tab-history")));
    app.sees("示例支付公司");
    app.sees("没有服务商，机器是自己买的");
}

#[test]
fn an_invalid_merchant_with_the_keyboard_to_the_planner() {
    let machine = Machine::new(Language::ZhCn);
    let photo = machine.file("evidence/photo.jpg", "屏幕.jpg");
    let app = machine.open(&[("RECOURSE_E2E_PICK", photo.to_str().unwrap())]);
    app.press_button("win-new-case");
    app.session.click(&app.named("any", &app.say("win-matter-service")));
    app.session.click(&app.named("any", "屏幕写“商户无效”“无效商户”“商户未登记”"));
    app.named("button", &app.say("win-triage-begin"));
    app.session.press(&[key::CONTROL], &[key::ENTER]);

    step(&app, "拍下屏幕提示，连同时间");
    tab_to(&app, "商户无效、商户未登记（03）");
    app.session.press(&[], &[' ', key::DOWN]);
    app.session.until("document.querySelector('[data-step] input[value=terminal]').checked");
    app.session.press(&[], &[key::UP]);
    app.session.until("document.querySelector('[data-step] input[value=merchant]').checked");
    // The main button of the step: first the photo that is asked for, then the way on.
    app.session.until("document.querySelector('[data-kind=terminal-photo] [data-step-primary]') !== null");
    app.session.press(&[key::CONTROL], &[key::ENTER]);
    app.session.until("document.querySelector('[data-kind=terminal-photo][data-has=true]') !== null");

    app.fill(&app.say("detail-since-when"), &format!("卡 {CARD}"));
    let offer = app.named("button", &app.say_with("win-card-use", &[("masked", "卡 622202******1236")]));
    app.keep_screenshot("secret-refused");
    app.session.click(&offer);
    app.session.until(
        "[...document.querySelectorAll('[data-step] input')].some((input) => input.value === '卡 622202******1236')",
    );

    let stages = app.say("win-stages");
    app.session.click(&app.session.find(&format!("nav[aria-label='{stages}'] li:last-child button")));
    app.session.click(&app.session.find("[role=dialog] option[value=merchant-restored]"));
    app.session.click(&app.session.find("[role=dialog] button[type=submit]"));
    app.sees(&app.say("outcome-merchant-restored"));
    app.named("heading", &app.say("win-proposals"));
    let first = app.session.run("return document.querySelector('[aria-labelledby=proposals] li label').innerText", &[]);
    app.keep_screenshot("proposals");
    app.session.click(&app.session.find("[aria-labelledby=proposals] button"));
    app.session.until("document.querySelector('[aria-labelledby=proposals]') === null");
    app.session.click(&app.named("link", &app.say("win-shop")));
    app.session.click(&app.named("tab", &app.say("win-shop-part-tasks")));
    app.sees(first.as_str().unwrap().trim());
    app.keep_screenshot("planner");
    drop(app);
    nowhere_in(&machine.data());
}

/// Waits until this step is the one at hand.
#[track_caller]
fn step(app: &App, title: &str) {
    let at_hand = format!("document.querySelector('[data-step] h2')?.textContent === {title:?}");
    if !app.session.comes_true(&at_hand) {
        app.keep_screenshot("failure");
        panic!("{title} is not at hand; the page says: {}", app.all_text());
    }
}

/// Takes a step from the list of all of them.
#[track_caller]
fn go_to(app: &App, title: &str) {
    app.session.click(&app.named("button", title));
    step(app, title);
}

/// Sends the form that stands on the step.
#[track_caller]
fn send_form(app: &App) {
    app.session.click(&app.session.find("[data-step-form] form button[type=submit]"));
}

/// No file below holds the number of the card.
fn nowhere_in(folder: &Path) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            nowhere_in(&path);
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let found = bytes.windows(CARD.len()).any(|piece| piece == CARD.as_bytes());
        assert!(!found, "the card's number is in {}", path.display());
    }
}
