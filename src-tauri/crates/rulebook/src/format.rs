//! How dates, instants and amounts look to a person in each language.

use crate::words::Words;
use chrono::{Datelike, NaiveDate};
use recourse_domain::{Moment, Money};

/// `2026年11月25日 周三` · `Wed 25 Nov 2026`.
#[must_use]
pub fn date(date: NaiveDate, words: &Words) -> String {
    let weekday = words.say(&format!("weekday-{}", date.weekday().number_from_monday()));
    let month = words.say(&format!("month-{}", date.month()));
    words.say_with(
        "date-long",
        &[
            ("year", &format!("{:04}", date.year())),
            ("month", &month),
            ("day", &date.day().to_string()),
            ("weekday", &weekday),
        ],
    )
}

/// `2026年11月25日 周三 18:00:05（UTC+08:00）` in the moment's own zone, to the second, with its offset.
#[must_use]
pub fn moment(moment: Moment, words: &Words) -> String {
    let local = moment.local();
    words.say_with(
        "moment-long",
        &[
            ("date", &date(local.date_naive(), words)),
            ("time", &local.format("%H:%M:%S").to_string()),
            ("offset", &format!("UTC{}", local.format("%:z"))),
        ],
    )
}

/// `2026-11-25 18:00` in the moment's own zone: for dense tables.
#[must_use]
pub fn moment_short(moment: Moment) -> String {
    moment.local().format("%Y-%m-%d %H:%M").to_string()
}

/// Currency first, grouped: `¥1,280.00`.
#[must_use]
pub fn money(money: Money) -> String {
    money.to_display()
}

/// A size in bytes as people read it: `3.4 MB` (1 MB = 1 000 000 bytes, as channels count).
#[must_use]
pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..=999 => format!("{bytes} B"),
        1_000..=999_999 => format!("{}.{} kB", bytes / 1_000, bytes % 1_000 / 100),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn dates_read_as_in_each_language() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assert_eq!(date(day, Words::of(Language::ZhCn)), "2026年11月25日 周三");
        assert_eq!(date(day, Words::of(Language::En)), "Wed 25 Nov 2026");
        let m: Moment = "2026-11-25T18:00:05+08:00[Asia/Shanghai]".parse().unwrap();
        assert_eq!(moment(m, Words::of(Language::ZhCn)), "2026年11月25日 周三 18:00:05（UTC+08:00）");
        assert_eq!(moment(m, Words::of(Language::En)), "Wed 25 Nov 2026, 18:00:05 (UTC+08:00)");
    }
}
