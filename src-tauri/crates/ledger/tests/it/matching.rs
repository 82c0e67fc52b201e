//! The passes one by one, what people decide, and that no row is used twice.

use crate::books::Shop;
use crate::made::{Swipe, Till, acquirer, shop};
use proptest::prelude::*;
use recourse_domain::Unwatched;
use recourse_ledger::profile::Field;
use recourse_ledger::profile::own::OwnMapping;
use recourse_ledger::{Decision, Event, Pass, Profiles, Relation, Request, Role, Source, read};
use std::collections::{BTreeMap, BTreeSet};

/// A till that knows only what its slip says.
fn slips(rows: &[(&str, &str, &str, &str, &str)]) -> String {
    let mut text = "交易时间,单号,检索号,凭证号,批次号,终端号,金额,类型,状态\n".to_owned();
    for (at, rrn, trace, batch, amount) in rows {
        text += &format!("{at},,{rrn},{trace},{batch},10000001,{amount},消费,成功\n");
    }
    text
}

fn passes(shop: &Shop) -> Vec<Pass> {
    shop.look().0.matches(Relation::ShopToProvider).iter().map(|m| m.pass).collect()
}

#[test]
fn weaker_keys_serve_where_stronger_ones_are_missing() {
    let swipe = |n: u32, time: &str, amount| Swipe::sale("2026-09-14", time, &format!("O{n}"), amount, 60);
    let mut of = Shop::new("2026-09-15T10:00:00+08:00");
    // The acquirer's rows have traces 000001.. and retrieval numbers 000000000500.., batch 000001.
    of.add(
        "a.csv",
        acquirer(&[swipe(1, "10:00:00", 10_000), swipe(2, "11:00:00", 20_000), swipe(3, "12:00:00", 30_000)]),
    );
    of.add(
        "till.csv",
        slips(&[
            // Leading zeros are lost, the clock is an hour off.
            ("2026-09-14 09:00:00", "500", "", "", "100.00"),
            ("2026-09-14 10:00:00", "", "2", "1", "200.00"),
            ("2026-09-14 12:01:30", "", "", "", "300.00"),
        ]),
    );
    assert_eq!(passes(&of), [Pass::Rrn, Pass::Trace, Pass::TimeAndAmount]);
    let (found, _) = of.look();
    let first = found.matches(Relation::ShopToProvider)[0];
    assert_eq!(first.equal.names(), ["rrn", "tid", "amount"]);
    assert_eq!(first.differ.names(), ["occurred-at"]);
}

#[test]
fn by_time_and_amount_only_what_is_alone_on_both_sides() {
    let swipe = |n: u32, time: &str| Swipe::sale("2026-09-14", time, &format!("O{n}"), 1800, 10);
    let mut of = Shop::new("2026-09-15T10:00:00+08:00");
    of.add("a.csv", acquirer(&[swipe(1, "12:00:00"), swipe(2, "12:00:30")]));
    of.add("till.csv", slips(&[("2026-09-14 12:00:01", "", "", "", "18.00")]));
    assert_eq!(passes(&of), []);
    let (found, _) = of.look();
    assert_eq!((found.questions.len(), found.questions[0].right.len()), (1, 2));
}

#[test]
fn two_orders_stay_two_sales_where_both_books_write_the_same_numbers() {
    let swipe =
        |n: u32, minute: u32| Swipe::sale("2026-09-14", &format!("10:{minute:02}:00"), &format!("O{n}"), 1800, 10);
    let till = |n: &'static str, at: &'static str| Till(at, n, 1800, "消费", "成功", "贷记卡");
    let mut of = Shop::new("2026-09-20T10:00:00+08:00");
    of.add("a.csv", acquirer(&[swipe(1, 10), swipe(2, 20), swipe(4, 30)]));
    let rows =
        [till("O1", "2026-09-14 10:10:00"), till("O2", "2026-09-14 10:20:00"), till("O3", "2026-09-14 10:30:01")];
    of.add("till.csv", shop(&rows));
    assert_eq!(passes(&of), [Pass::OrderNo, Pass::OrderNo]);
    assert_eq!(of.kinds(), [("missing-in-acquirer", "likely", 1800), ("missing-in-shop", "ask", 1800)]);
}

#[test]
fn a_person_decides_before_every_rule() {
    let swipe = |n: u32| Swipe::sale("2026-09-14", "10:00:00", &format!("O{n}"), 10_000, 60);
    let mut of = Shop::new("2026-09-15T10:00:00+08:00");
    of.add("a.csv", acquirer(&[swipe(1), swipe(2)]));
    of.add("till.csv", shop(&[Till("2026-09-14 10:00:00", "O1", 10_000, "消费", "成功", "贷记卡")]));
    assert_eq!(passes(&of), [Pass::OrderNo]);
    let id = |table: usize, row| of.book.tables()[table].0.record(row).unwrap().id;
    let (one, two, till) = (id(0, 0), id(0, 1), id(1, 0));
    of.decisions = vec![Decision::Together { left: till, right: two }];
    let (found, _) = of.look();
    let manual = found.matches(Relation::ShopToProvider)[0];
    assert_eq!((manual.pass, manual.right), (Pass::Manual, of.book.find(two).unwrap()));
    of.decisions = vec![Decision::Apart { left: one, right: till }];
    // Two hours would be needed to rule the other out by time; by amount and minute it is the only one left.
    assert!(of.look().0.matches(Relation::ShopToProvider).iter().all(|m| m.right != of.book.find(one).unwrap()));
}

#[test]
fn the_owners_own_layout_is_a_profile() {
    let shipped = Profiles::shipped().unwrap();
    let columns = [
        (Field::OccurredAt, "何时"),
        (Field::OrderNo, "哪一单"),
        (Field::Gross, "多少钱"),
        (Field::Fee, "扣了多少"),
        (Field::Kind, "什么事"),
    ];
    let mapping = OwnMapping {
        id: "my-acquirer".parse().unwrap(),
        name: "我的收单".to_owned(),
        role: Role::Settle,
        counterparty: "my-acquirer".parse().unwrap(),
        columns: columns.map(|(f, n)| (f, n.to_owned())).into(),
        delimiter: Some(';'),
        refund_words: vec!["退".to_owned()],
        payer: vec!["某支付".to_owned()],
        on: crate::books::day(9, 14),
    };
    let own = mapping.profile(&shipped).unwrap();
    let text = "哪一单;多少钱;扣了多少;何时;什么事\nA1;100.00;0.60;2026/09/14 10:00:00;收银\nA1;40.00;0;2026/09/15 10:00:00;退给客人\n";
    let source = Source::memory("mine.txt", text.as_bytes());
    let profiles = shipped.with_own(vec![own]);
    let mut request = Request::new(&source, "main", &profiles);
    request.at_most = Some(10);
    let all = read(&request, &Unwatched).unwrap();
    let rows: Vec<_> = all[0].table.records().map(|r| (r.event, r.amount, r.fee, r.net)).collect();
    assert_eq!(rows, [(Event::Sale, 10_000, Some(-60), 9940), (Event::Refund, -4000, Some(0), -4000)]);
    let lacking = OwnMapping { columns: BTreeMap::from([(Field::OrderNo, "单号".to_owned())]), ..mapping };
    assert!(lacking.profile(&profiles).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_row_is_used_twice_and_order_does_not_matter(
        tills in prop::collection::vec((0_u32..6, 0_i64..3, 0_u32..4), 0..14),
        swipes in prop::collection::vec((0_u32..6, 0_i64..3, 0_u32..4), 1..14),
    ) {
        let mut lines: Vec<Swipe> = swipes
            .iter()
            .enumerate()
            .map(|(at, (order, amount, minute))| {
                let mut swipe = Swipe::sale("2026-09-14", &format!("10:{minute:02}:00"), &format!("O{order}"), 1000 + amount, 6);
                swipe.psp = format!("P{at}");
                swipe
            })
            .collect();
        let texts: Vec<(String, String, i64)> =
            tills.iter().map(|(o, a, m)| (format!("2026-09-14 10:{m:02}:05"), format!("O{o}"), 1000 + a)).collect();
        let till: Vec<Till<'_>> = texts.iter().map(|(at, order, a)| Till(at, order, *a, "消费", "成功", "贷记卡")).collect();
        let run = |lines: &[Swipe]| {
            let mut of = Shop::new("2026-09-20T10:00:00+08:00");
            of.add("till.csv", shop(&till));
            of.add("a.csv", acquirer(lines));
            let (found, _) = of.look();
            let list = found.matches(Relation::ShopToProvider).to_vec();
            let lefts: BTreeSet<_> = list.iter().map(|m| m.left).collect();
            let rights: BTreeSet<_> = list.iter().map(|m| m.right).collect();
            assert_eq!((lefts.len(), rights.len()), (list.len(), list.len()));
            list.len()
        };
        let count = run(&lines);
        lines.reverse();
        prop_assert_eq!(count, run(&lines));
    }
}
