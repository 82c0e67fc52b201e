//! Dates and times as providers write them, by patterns that a profile names.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Blank,
    Letter(char),
}

/// `%Y-%m-%d %H:%M:%S` and its like. A blank stands for any number of blanks, also none; a full-width colon is a colon;
/// a month, day, hour, minute or second may have one digit where something other than a digit follows. `serial` is the
/// day number of spreadsheet programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    tokens: Vec<Token>,
    text: String,
}

/// What a pattern found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) year: Option<i32>,
    pub(crate) month: u32,
    pub(crate) day: u32,
    /// Seconds of the day, when the pattern names an hour.
    pub(crate) second_of_day: Option<u32>,
}

impl Found {
    /// The day, with `year` where the text gave none.
    pub(crate) fn date(self, year: Option<i32>) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.or(year)?, self.month, self.day)
    }
}

impl Pattern {
    /// Whether the pattern ends before the seconds.
    pub(crate) fn lacks_seconds(&self) -> bool {
        !self.tokens.contains(&Token::Second)
    }

    /// Reads the whole text or nothing.
    pub(crate) fn read(&self, text: &str) -> Option<Found> {
        if self.tokens.is_empty() {
            return serial(text);
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut found = Found::default();
        let (mut hour, mut minute, mut second) = (None, 0, 0);
        for token in &self.tokens {
            match token {
                Token::Blank => {
                    while bytes.get(at).is_some_and(|b| *b == b' ' || *b == b'T') {
                        at += 1;
                    }
                }
                Token::Letter(':') => {
                    // `：` is three bytes long.
                    at += if bytes.get(at) == Some(&b':') {
                        1
                    } else if text.get(at..)?.starts_with('：') {
                        3
                    } else {
                        return None;
                    };
                }
                Token::Letter(letter) => {
                    if !text.get(at..)?.starts_with(*letter) {
                        return None;
                    }
                    at += letter.len_utf8();
                }
                Token::Year => found.year = i32::try_from(number(bytes, &mut at, 4, 4)?).ok(),
                Token::Month => found.month = number(bytes, &mut at, 1, 2)?,
                Token::Day => found.day = number(bytes, &mut at, 1, 2)?,
                Token::Hour => hour = Some(number(bytes, &mut at, 1, 2)?),
                Token::Minute => minute = number(bytes, &mut at, 1, 2)?,
                Token::Second => second = number(bytes, &mut at, 1, 2)?,
            }
        }
        if at != bytes.len() || hour.is_some_and(|h| h > 23) || minute > 59 || second > 59 {
            return None;
        }
        found.second_of_day = hour.map(|h| h * 3600 + minute * 60 + second);
        Some(found)
    }
}

fn number(bytes: &[u8], at: &mut usize, least: usize, most: usize) -> Option<u32> {
    let mut value = 0;
    let mut digits = 0;
    while digits < most && bytes.get(*at).is_some_and(u8::is_ascii_digit) {
        value = value * 10 + u32::from(bytes[*at] - b'0');
        *at += 1;
        digits += 1;
    }
    (digits >= least).then_some(value)
}

/// Days since 1899-12-30 with the time as a fraction.
fn serial(text: &str) -> Option<Found> {
    let value: f64 = text.parse().ok().filter(|v: &f64| (1.0..2_958_466.0).contains(v))?;
    let seconds = (value * 86_400.0).round();
    #[allow(clippy::cast_possible_truncation, reason = "the range was checked above")]
    let seconds = seconds as i64;
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(chrono::Duration::days(seconds / 86_400))?;
    let rest = u32::try_from(seconds % 86_400).ok()?;
    use chrono::Datelike;
    Some(Found { year: Some(date.year()), month: date.month(), day: date.day(), second_of_day: Some(rest) })
}

/// `HH:MM` as minutes of the day; `24:00` is the day's end.
pub(crate) fn minutes(text: &str) -> Option<u32> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60 || hour == 24 && minute == 0).then_some(hour * 60 + minute)
}

/// Why a text is no pattern of dates, for whoever wrote the profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct PatternUnreadable(String);

impl FromStr for Pattern {
    type Err = PatternUnreadable;
    fn from_str(text: &str) -> Result<Self, PatternUnreadable> {
        let mut tokens = Vec::new();
        if text != "serial" {
            let mut letters = text.chars();
            while let Some(letter) = letters.next() {
                tokens.push(match letter {
                    ' ' => Token::Blank,
                    '%' => match letters.next() {
                        Some('Y') => Token::Year,
                        Some('m') => Token::Month,
                        Some('d') => Token::Day,
                        Some('H') => Token::Hour,
                        Some('M') => Token::Minute,
                        Some('S') => Token::Second,
                        other => {
                            let reason = format!("{text:?}: %{} is unknown", other.unwrap_or(' '));
                            return Err(PatternUnreadable(reason));
                        }
                    },
                    other => Token::Letter(other),
                });
            }
            if !tokens.iter().any(|t| matches!(t, Token::Day | Token::Hour)) {
                return Err(PatternUnreadable(format!("{text:?} has neither day nor hour")));
            }
        }
        Ok(Self { tokens, text: text.to_owned() })
    }
}

impl Serialize for Pattern {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(pattern: &str, text: &str) -> Option<(Option<NaiveDate>, Option<u32>)> {
        pattern.parse::<Pattern>().unwrap().read(text).map(|f| (f.date(Some(2026)), f.second_of_day))
    }

    #[test]
    fn reads_what_providers_write() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 14);
        let whole = "%Y-%m-%d %H:%M:%S";
        for text in ["2026-09-14 01:00:05", "2026-09-1401:00:05", "2026-09-14 01：00：05", "2026-09-14  1:00:05"] {
            assert_eq!(run(whole, text), Some((day, Some(3605))), "{text}");
        }
        assert_eq!(run("%Y%m%d", "20260914"), Some((day, None)));
        assert_eq!(run("%m%d%H%M%S", "0914010005"), Some((day, Some(3605))));
        assert_eq!(run("%Y/%m/%d", "2026/9/14"), Some((day, None)));
        assert_eq!(run("serial", "46279.5"), Some((day, Some(43_200))));
    }

    #[test]
    fn refuses_what_is_no_date() {
        for bad in ["", "2026-09-14", "2026-09-14 25:00:00", "2026-09-14 01:00:05x", "x2026-09-14 01:00:05"] {
            assert_eq!(run("%Y-%m-%d %H:%M:%S", bad), None, "{bad}");
        }
        assert_eq!(run("%Y-%m-%d", "2026-02-30").unwrap().0, None);
        assert!("%Q".parse::<Pattern>().is_err() && "abc".parse::<Pattern>().is_err());
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            for pattern in ["%Y-%m-%d %H:%M:%S", "%Y%m%d", "%m%d%H%M%S", "serial", "%Y年%m月%d日"] {
                let _ = run(pattern, &text);
            }
        }
    }
}
