//! Every playbook walked from the new case to the closed one, doing what the program says next and nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a story that breaks off ends the test")]

use crate::material;
use crate::packets;
use crate::shop::Shop;
use serde_json::Value;
use std::collections::BTreeMap;

/// More steps than any playbook has; a walk that takes more goes in circles.
const LONGEST: usize = 120;

/// One owner working through one case.
struct Walk {
    shop: Shop,
    case: String,
    answers: BTreeMap<&'static str, &'static str>,
    /// Steps in the order in which they came first.
    steps: Vec<String>,
    pictures: u8,
}

impl Walk {
    fn begin(playbook: &str, answers: &[(&'static str, &'static str)]) -> Self {
        let shop = Shop::new();
        shop.done(["merchant", "set", "name=上海徐汇老王面馆", "mid=898310058120001", "acquirer=示例支付有限公司"]);
        shop.done(["merchant", "set", "terminal=12345678,P1000,SN-7,前台", "terminal-mid=12345678,898310058120001"]);
        let case = shop.case(playbook, "三号桌的那一笔");
        Self { shop, case, answers: answers.iter().copied().collect(), steps: Vec::new(), pictures: 0 }
    }

    /// Does what comes first, over and over, until the case is to be closed.
    fn walk_on(&mut self) {
        loop {
            let next = self.shop.done(["case", "next", &self.case]);
            let steps = next["steps"].as_array().unwrap();
            let first = steps.first().unwrap_or_else(|| panic!("an open case without a next step: {:?}", self.steps));
            let id = first["id"].as_str().unwrap().to_owned();
            assert!(
                !first["title"].as_str().unwrap().is_empty() && !first["why"].as_str().unwrap().is_empty(),
                "{first}"
            );
            if id == "close-case" {
                return;
            }
            let again = self.steps.last() == Some(&id);
            assert!(self.steps.len() < LONGEST && !again, "stuck at {id}: {:?}", self.steps);
            self.steps.push(id.clone());
            self.do_step(&id);
        }
    }

    fn do_step(&mut self, id: &str) {
        if let Some(step) = self.card(id) {
            self.answer(&step);
            self.gather(&step);
            self.record(&step);
        }
        let next = self.shop.done(["case", "next", &self.case]);
        if next["steps"][0]["id"] == id {
            self.shop.done(["case", "do", &self.case, id, "--note", "已办，工单号 GD20260305"]);
        }
    }

    /// A step with all that it asks for.
    fn card(&self, id: &str) -> Option<Value> {
        let guide = self.shop.done(["case", "guide", &self.case]);
        let phases = guide["phases"].as_array().unwrap();
        let mut steps = phases.iter().flat_map(|phase| phase["steps"].as_array().unwrap());
        steps.find(|step| step["id"] == id).cloned()
    }

    fn answer(&self, step: &Value) {
        // An answer can bring up the next question of the same step, so one is given at a time.
        let mut asked: Vec<String> = Vec::new();
        let mut step = step.clone();
        loop {
            let open =
                step["questions"].as_array().unwrap().iter().find(|question| {
                    question["answer"].is_null() && !asked.iter().any(|id| question["id"] == id.as_str())
                });
            let Some(question) = open else { return };
            let id = question["id"].as_str().unwrap().to_owned();
            let given = self.answers.get(id.as_str()).map_or_else(|| usual(question), |given| (*given).to_owned());
            self.shop.done(["case", "answer", &self.case, &format!("{id}={given}")]);
            asked.push(id);
            let Some(fresh) = self.card(step["id"].as_str().unwrap()) else { return };
            step = fresh;
        }
    }

    fn gather(&mut self, step: &Value) {
        for asked in step["evidence"].as_array().unwrap().clone() {
            if !asked["have"].as_array().unwrap().is_empty() {
                continue;
            }
            self.pictures += 1;
            let kind = asked["kind"].as_str().unwrap();
            let file = self.shop.file(&format!("{kind}.jpg"), &material::jpeg(240, 180, self.pictures));
            let file = file.to_str().unwrap();
            let report = self.shop.done(["evidence", "add", &self.case, file, "--kind", kind, "--caption", "原件照片"]);
            assert!(report["refused"].as_array().unwrap().is_empty(), "{report}");
        }
    }

    fn record(&self, step: &Value) {
        let unmet = |what: &str| {
            step["needs"].as_array().unwrap().iter().any(|need| need["what"] == what && need["met"] == false)
        };
        if unmet("transaction") {
            let sale = ["--amount", "1280.00", "--at", "2026-03-05T14:02:11+08:00", "--card", "622202******1234"];
            let numbers = ["--rrn", "606514021188", "--response-code", "68", "--terminal", "12345678"];
            let add = ["transaction", "add", &self.case];
            self.shop.done(add.into_iter().chain(sale).chain(numbers));
        }
        if unmet("counterparty") {
            self.shop.done(["party", "add", &self.case, "--role", "acquirer", "--name", "示例支付有限公司"]);
        }
        if unmet("deadline") {
            let source = "收单机构通知，2026-03-05";
            self.shop.done(["deadline", "add", &self.case, "--due", "2026-03-20", "--source", source]);
        }
        if unmet("packet") {
            let built = self.shop.done(["packet", "build", &self.case, "--channel", "acquirer", "--out", "packet.pdf"]);
            assert_eq!(built["fits"], true, "{built}");
        }
    }

    fn never_came(&self, id: &str) {
        assert!(!self.steps.iter().any(|step| step == id), "{id} came: {:?}", self.steps);
    }

    /// Ends the case, looks at its packet and plans what keeps the trouble away.
    fn close(&self, outcome: &str, said: &[&str]) {
        let shown = self.shop.done(["case", "show", &self.case]);
        assert_eq!(shown["readiness"]["score"], 100, "{}", shown["readiness"]);
        let packet = self.shop.work().join("packet.pdf");
        if !packet.exists() {
            self.shop.done(["packet", "build", &self.case, "--channel", "acquirer", "--out", "packet.pdf"]);
        }
        packets::assert_sound(&packet);
        packets::assert_says(&packet, said);

        let closed = self.shop.done(["case", "close", &self.case, "--outcome", outcome, "--recovered", "1280.00"]);
        assert_eq!(closed["stage"], "closed");
        assert!(self.shop.done(["case", "next", &self.case])["steps"].as_array().unwrap().is_empty());

        let planned = self.shop.done(["task", "plan", &self.case]);
        let planned = planned["tasks"].as_array().unwrap();
        assert!(planned.len() >= 5, "{planned:?}");
        assert!(planned.iter().all(|task| task["due"].as_str().unwrap() > "2026-03-05"), "{planned:?}");
        assert!(self.shop.done(["task", "propose", &self.case])["tasks"].as_array().unwrap().is_empty());

        let history = self.shop.done(["case", "history", &self.case]);
        let history = history["events"].as_array().unwrap();
        assert!(history.len() > 20, "{} events", history.len());
        for event in history {
            let summary = event["summary"].as_str().unwrap();
            for raw in ["question-", "step-", "playbook-", "event-"] {
                assert!(!summary.contains(raw), "{raw} shows through in {summary:?}");
            }
        }
        assert_eq!(self.shop.done(["doctor"])["ok"], true);
    }
}

/// What somebody answers who has nothing special to tell.
fn usual(question: &Value) -> String {
    match question["kind"].as_str().unwrap() {
        "choice" => question["choices"][0]["id"].as_str().unwrap().to_owned(),
        "yes-no" => "no".to_owned(),
        "amount" => "1280.00".to_owned(),
        "date" => "2026-03-04".to_owned(),
        _ => "68".to_owned(),
    }
}

#[test]
fn timed_out_yet_debited_from_the_stop_to_its_end() {
    let mut walk =
        Walk::begin("timeout-debited", &[("fee-or-principal", "principal"), ("customer-bill-state", "debited")]);
    // What would wipe the message off the screen waits for the photo of it.
    let next = walk.shop.done(["case", "next", &walk.case]);
    let restart = next["steps"].as_array().unwrap().iter().find(|step| step["id"] == "check-device-and-network");
    let waits_for = restart.unwrap()["blocked_by"].as_array().unwrap();
    assert!(waits_for.contains(&"photograph-screen".into()), "{waits_for:?}");
    walk.walk_on();
    assert_eq!(walk.steps[..2], ["stop-swiping", "photograph-screen"]);
    walk.close("reversed", &["606514021188", "622202******1234", "出问题以后，这一单又刷过或扫过吗？"]);
}

#[test]
fn debited_but_abnormal_from_the_first_look_to_its_end() {
    let mut walk = Walk::begin("debited-abnormal", &[("fee-or-principal", "principal"), ("backend-status", "failed")]);
    walk.walk_on();
    walk.close("settled-to-merchant", &["606514021188"]);
}

#[test]
fn a_strange_fee_never_leads_to_the_customers_bank() {
    let mut walk = Walk::begin("first-swipe-fee", &[("fee-or-principal", "fee")]);
    walk.walk_on();
    let guide = walk.shop.done(["case", "guide", &walk.case]);
    let ladder: Vec<&str> =
        guide["ladder"].as_array().unwrap().iter().map(|rung| rung["role"].as_str().unwrap()).collect();
    assert!(!ladder.contains(&"issuer"), "{ladder:?}");
    assert!(ladder.contains(&"acquirer"), "{ladder:?}");
    walk.close("fee-refunded", &[]);
}

#[test]
fn vanished_money_is_looked_for_before_anything_is_restarted() {
    let mut walk = Walk::begin("money-swallowed", &[]);
    walk.walk_on();
    walk.close("settled-to-merchant", &[]);
}

#[test]
fn an_invalid_merchant_needs_no_sale_to_be_helped() {
    let mut walk = Walk::begin("merchant-invalid", &[]);
    walk.walk_on();
    walk.never_came("record-transaction");
    walk.close("merchant-restored", &[]);
}

#[test]
fn a_chargeback_begins_with_its_date() {
    let mut walk = Walk::begin("chargeback", &[]);
    walk.walk_on();
    walk.close("status-corrected", &[]);
}

#[test]
fn what_has_no_name_yet_gets_through_all_the_same() {
    let mut walk = Walk::begin("other", &[]);
    walk.walk_on();
    walk.close("partial", &[]);
}

#[test]
fn an_answer_stays_when_another_playbook_fits_better() {
    let shop = Shop::new();
    let case = shop.case("timeout-debited", "三号桌");
    shop.done(["case", "answer", &case, "backend-status=failed", "goods-delivered=yes"]);
    shop.done(["case", "set", &case, "playbook=debited-abnormal"]);
    let guide = shop.done(["case", "guide", &case]);
    let questions = guide["phases"].as_array().unwrap().iter();
    let questions = questions.flat_map(|phase| phase["steps"].as_array().unwrap());
    let answered: BTreeMap<&str, &str> = questions
        .flat_map(|step| step["questions"].as_array().unwrap())
        .filter_map(|question| Some((question["id"].as_str()?, question["answer"].as_str()?)))
        .collect();
    assert_eq!((answered.get("backend-status"), answered.get("goods-delivered")), (Some(&"failed"), Some(&"yes")));
}

#[test]
fn a_card_secret_in_an_answer_is_refused_and_its_digits_are_nowhere() {
    let shop = Shop::new();
    let case = shop.case("timeout-debited", "三号桌");
    // A valid number by Luhn's check, as no real card has it.
    let number = "6222021234567890128";
    for typed in [number, "6222 0212 3456 7890 128", "卡号6222021234567890128，密码 739412", "CVV 731"] {
        let error = shop.refused(["case", "answer", &case, &format!("response-code={typed}")]);
        assert_eq!(error["code"], "secret-typed", "{typed}: {error}");
        assert!(error["params"]["masked"].is_string(), "{error}");
        let said = error.to_string();
        assert!(!said.contains("34567890") && !said.contains("739412") && !said.contains("731"), "{said}");
    }
    for file in crate::shop::files_below(&shop.data()) {
        let bytes = std::fs::read(shop.data().join(&file)).unwrap();
        for digits in [number, "739412", "3456 7890"] {
            let found = bytes.windows(digits.len()).any(|window| window == digits.as_bytes());
            assert!(!found, "{digits} stands in {}", file.display());
        }
    }
}

#[test]
fn a_broken_own_playbook_is_refused_with_its_line_and_the_shipped_one_stays() {
    let shop = Shop::speaking("en");
    shop.done(["playbook", "export", "timeout-debited", "own.toml"]);
    let text = std::fs::read_to_string(shop.work().join("own.toml")).unwrap();
    let line = text.lines().position(|line| line.starts_with("phase = ")).unwrap() + 1;
    let broken = text.replacen("phase = \"confirm\"", "phase = \"begin\"", 1);
    shop.file("broken.toml", broken.as_bytes());
    let ran = shop.run(["playbook", "check", "broken.toml"]);
    assert_eq!(ran.code, 1);
    let faults = ran.document();
    assert_eq!(faults["faults"][0]["line"], line, "{faults}");
    let ran = shop.run(["playbook", "keep", "broken.toml"]);
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    let listed = shop.done(["playbook", "list"]);
    assert!(listed["playbooks"].as_array().unwrap().iter().all(|playbook| playbook["own"] == false), "{listed}");

    let own = text.replacen("en = \"Timed out, yet debited\"", "en = \"Our own way after a timeout\"", 1);
    shop.file("own.toml", own.as_bytes());
    shop.done(["playbook", "keep", "own.toml"]);
    let case = shop.done(["case", "new", "--playbook", "timeout-debited"]);
    assert_eq!(case["playbook_title"], "Our own way after a timeout");
    shop.done(["playbook", "reset", "timeout-debited"]);
    let number = case["number"].as_str().unwrap();
    assert_eq!(shop.done(["case", "show", number])["playbook_title"], "Timed out, yet debited");
}

#[test]
fn a_date_is_counted_with_its_assumptions_and_can_become_a_deadline() {
    let shop = Shop::new();
    let counted = shop.done(["deadline", "compute", "--days", "3", "--unit", "working-day", "--from", "2026-02-13"]);
    // Saturday the 14th is worked, then comes the Spring Festival.
    assert_eq!((&counted["due"], &counted["zone"]), (&"2026-02-25".into(), &"Asia/Shanghai".into()), "{counted}");
    assert_eq!((&counted["due_at"], &counted["confidence"]), (&"2026-02-25T23:59:59+08:00".into(), &"exact".into()));
    assert_eq!(counted["assumptions"][0]["code"], "start-excluded");
    let guess = shop.done(["deadline", "compute", "--days", "10", "--unit", "working-day", "--from", "2026-12-28"]);
    assert_eq!(guess["confidence"], "estimate", "{guess}");

    let case = shop.case("chargeback", "微信投诉");
    let created = "2026-03-05T14:00:00+08:00";
    let view = shop.done(["deadline", "add", &case, "--rule", "wechat-finish", "--from", created]);
    assert_eq!(view["deadlines"][0]["due"], "2026-03-08", "{view}");
    let unconfirmed = shop.refused(["deadline", "compute", "--rule", "pcac-report-acceptance", "--from", "2026-03-05"]);
    assert_eq!(unconfirmed["code"], "rule-unknown");
    let unit = shop.refused(["deadline", "compute", "--days", "3", "--unit", "fortnight", "--from", "2026-03-05"]);
    assert_eq!(unit["code"], "unit-unknown");
}

#[test]
fn a_fee_is_held_against_the_contract() {
    let shop = Shop::speaking("en");
    shop.done(["merchant", "set", "rate=debit,0.5,20"]);
    let check = ["fee", "check", "--amount", "10000.00", "--card-type", "debit", "--charged", "50.00"];
    let report = shop.done(check);
    assert_eq!((&report["expected_fee"], &report["difference"]), (&"20.00".into(), &"30.00".into()), "{report}");
    assert!(!report["flags"].as_array().unwrap().is_empty());
    let by_rate = ["fee", "check", "--amount", "99.99", "--contract-rate", "0.6", "--charged", "0.60"];
    assert_eq!(shop.done(by_rate)["difference"], "0.00");
}
