//! An instant together with the zone in which people wrote it down.

use crate::error::DomainError;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An instant and an IANA zone. Text form is RFC 9557: `2026-03-05T14:02:11+08:00[Asia/Shanghai]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    at: DateTime<Utc>,
    zone: Tz,
}

impl Moment {
    /// An instant as seen in a zone.
    #[must_use]
    pub fn new(at: DateTime<Utc>, zone: Tz) -> Self {
        Self { at, zone }
    }

    /// Reads RFC 9557, or RFC 3339 with `zone` as the place; a text without any offset is read as wall time in `zone`.
    ///
    /// # Errors
    /// [`DomainError::MomentUnreadable`], also for a wall time that the zone skipped; [`DomainError::ZoneUnknown`].
    pub fn parse(text: &str, zone: Tz) -> Result<Self, DomainError> {
        let text = text.trim();
        let bad = || DomainError::MomentUnreadable(text.to_owned());
        let (stamp, zone) = match text.split_once('[') {
            Some((stamp, rest)) => (stamp, parse_zone(rest.strip_suffix(']').ok_or_else(bad)?)?),
            None => (text, zone),
        };
        if let Ok(at) = DateTime::parse_from_rfc3339(stamp) {
            return Ok(Self { at: at.with_timezone(&Utc), zone });
        }
        for form in ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"] {
            if let Ok(naive) = chrono::NaiveDateTime::parse_from_str(stamp, form) {
                // The earlier reading of a repeated hour: an early deadline is a nuisance, a late one is a loss.
                let local = naive.and_local_timezone(zone).earliest().ok_or_else(bad)?;
                return Ok(Self { at: local.with_timezone(&Utc), zone });
            }
        }
        Err(bad())
    }

    /// The instant.
    #[must_use]
    pub fn instant(self) -> DateTime<Utc> {
        self.at
    }

    /// The zone.
    #[must_use]
    pub fn zone(self) -> Tz {
        self.zone
    }

    /// Wall time in the zone.
    #[must_use]
    pub fn local(self) -> DateTime<Tz> {
        self.at.with_timezone(&self.zone)
    }

    /// Calendar date in the zone.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.local().date_naive()
    }

    /// RFC 3339 with the zone's offset: the form of the JSON documents.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        self.local().to_rfc3339_opts(SecondsFormat::AutoSi, false)
    }
}

/// A zone of the IANA database.
///
/// # Errors
/// [`DomainError::ZoneUnknown`].
pub fn parse_zone(name: &str) -> Result<Tz, DomainError> {
    name.parse().map_err(|_| DomainError::ZoneUnknown(name.to_owned()))
}

/// A calendar date `YYYY-MM-DD`.
///
/// # Errors
/// [`DomainError::DateUnreadable`].
pub fn parse_date(text: &str) -> Result<NaiveDate, DomainError> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| DomainError::DateUnreadable(text.to_owned()))
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.to_rfc3339(), self.zone.name())
    }
}
impl FromStr for Moment {
    type Err = DomainError;
    /// Reads RFC 9557; without a zone in brackets the place is UTC.
    fn from_str(text: &str) -> Result<Self, DomainError> {
        Self::parse(text, Tz::UTC)
    }
}
impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wall_time_needs_no_offset() {
        let m = Moment::parse("2026-03-05 14:02", Tz::Asia__Shanghai).unwrap();
        assert_eq!(m.to_string(), "2026-03-05T14:02:00+08:00[Asia/Shanghai]");
    }

    #[test]
    fn a_skipped_hour_is_refused() {
        assert!(Moment::parse("2026-03-29 02:30", Tz::Europe__Berlin).is_err());
    }

    #[test]
    fn bad_texts_are_refused() {
        for bad in [
            "",
            "yesterday",
            "2026-02-30T10:00:00Z",
            "2026-03-05T14:02:11+08:00[Asia/Nowhere]",
            "2026-03-05T14:02:11+08:00[Asia",
        ] {
            assert!(Moment::parse(bad, Tz::UTC).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn text_form_reads_back(secs in 0i64..4_102_444_800, zone in 0usize..chrono_tz::TZ_VARIANTS.len()) {
            let m = Moment::new(DateTime::from_timestamp(secs, 0).unwrap(), chrono_tz::TZ_VARIANTS[zone]);
            prop_assert_eq!(m.to_string().parse::<Moment>().unwrap().instant(), m.instant());
        }
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = Moment::parse(&text, Tz::UTC);
        }
    }
}
