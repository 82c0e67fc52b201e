//! Our working days and sums of them against those of two public packages (see `tests/fixtures/oracles`).

use super::*;
use chrono::{Days, NaiveDate};

const ORACLE: &str = include_str!("../../../../../tests/fixtures/oracles/china-working-days.txt");

fn oracle() -> Vec<(NaiveDate, bool)> {
    ORACLE
        .lines()
        .map(|line| {
            let (day, worked) = line.split_once(' ').unwrap();
            (day.parse().unwrap(), worked == "1")
        })
        .collect()
}

#[test]
fn every_sum_of_one_to_sixty_working_days_in_2025_and_2026_agrees() {
    let cn = calendar("cn").unwrap();
    let days = oracle();
    assert_eq!(days.len(), 730);
    let mut sums = 0;
    for (at, (start, _)) in days.iter().enumerate() {
        let mut worked = days[at + 1..].iter().filter(|(_, worked)| *worked).map(|(day, _)| *day);
        for n in 1..=60 {
            let Some(expected) = worked.next() else { break };
            let span = Span { n, unit: Unit::WorkingDay };
            let got = count(Start::Day(*start), span, cn, cn.zone.unwrap(), Roll::AfterRest, Ending::Midnight).unwrap();
            assert_eq!(got.due, expected, "{start} + {n} working days");
            assert!(!got.is_estimate(), "{start} + {n} working days");
            sums += 1;
        }
    }
    assert!(sums > 40_000, "{sums} sums only");
}

#[test]
fn calendar_days_that_end_in_a_rest_end_on_the_oracles_next_working_day() {
    let cn = calendar("cn").unwrap();
    let days = oracle();
    for (start, _) in &days {
        for n in [1, 7, 15, 30] {
            let plain = *start + Days::new(n);
            let Some(at) = days.iter().position(|(day, _)| *day == plain) else { continue };
            let Some((expected, _)) = days[at..].iter().find(|(_, worked)| *worked) else { continue };
            let span = Span { n: u32::try_from(n).unwrap(), unit: Unit::CalendarDay };
            let got = count(Start::Day(*start), span, cn, cn.zone.unwrap(), Roll::AfterRest, Ending::Midnight).unwrap();
            assert_eq!(got.due, *expected, "{start} + {n} days");
        }
    }
}
