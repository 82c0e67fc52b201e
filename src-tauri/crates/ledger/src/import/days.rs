//! Days that stand outside the rows: in a file's name, and in the lines before the header.

use chrono::NaiveDate;

/// A day written in a file's name: `20260914`, or `260914` after letters as clearing files have it.
pub(super) fn day_in_name(name: &str) -> Option<NaiveDate> {
    let runs = name.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= 6);
    let day = |y: &str, m: &str, d: &str| NaiveDate::from_ymd_opt(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?);
    let full =
        |run: &str| (run.len() >= 8 && run.starts_with("20")).then(|| day(&run[..4], &run[4..6], &run[6..8])).flatten();
    let short = |run: &str| day(&format!("20{}", &run[..2]), &run[2..4], &run[4..6]);
    runs.clone().find_map(full).or_else(|| runs.clone().find_map(short))
}

/// The first two whole dates of a line such as `起始时间：[2019-08-01 00:00:00] 终止时间：[2019-09-30 23:59:59]`.
pub(super) fn two_days(line: &str) -> Option<(NaiveDate, NaiveDate)> {
    let bytes = line.as_bytes();
    let mut days = Vec::new();
    let mut at = 0;
    while at + 8 <= bytes.len() && days.len() < 2 {
        let before = at == 0 || !bytes[at - 1].is_ascii_digit();
        if before && bytes[at..].starts_with(b"20") {
            let rest: Vec<u32> =
                line.get(at..).unwrap_or_default().chars().take(11).filter_map(|c| c.to_digit(10)).take(8).collect();
            if let [y1, y2, y3, y4, m1, m2, d1, d2] = rest[..] {
                let year = i32::try_from(y1 * 1000 + y2 * 100 + y3 * 10 + y4).unwrap_or(0);
                if let Some(day) = NaiveDate::from_ymd_opt(year, m1 * 10 + m2, d1 * 10 + d2) {
                    days.push(day);
                    at += 8;
                    continue;
                }
            }
        }
        at += 1;
    }
    match days[..] {
        [first, last] if first <= last => Some((first, last)),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_where_providers_write_them() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(day_in_name("INN26010288ZM_898000000000001"), Some(day(2026, 1, 2)));
        assert_eq!(day_in_name("898_MX_20260914083000_1.xlsx"), Some(day(2026, 9, 14)));
        assert_eq!(day_in_name("bill.csv"), None);
        let range = Some((day(2019, 8, 1), day(2019, 9, 30)));
        assert_eq!(two_days("起始时间：[2019-08-01 00:00:00] 终止时间：[2019-09-30 23:59:59]"), range);
        assert_eq!(two_days("#起始日期：[2019年08月01日 00:00:00]   终止日期：[2019年09月30日 00:00:00]"), range);
        assert_eq!(two_days("日期范围 20190801-20190930"), range);
        assert_eq!(two_days("导出时间：[2019-10-09 16:05:22]"), None);
    }
}
