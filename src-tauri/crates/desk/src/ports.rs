//! What the use cases need from outside: the time, identifiers, the place they run in.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use recourse_domain::DomainError;
use std::str::FromStr;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// Always the same instant, so that results can be repeated.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// Gives out identifiers.
pub trait Ids: Send + Sync {
    /// A ULID that was never given out before.
    fn next(&self, now: DateTime<Utc>) -> String;
}

/// Time-ordered random identifiers.
#[derive(Default)]
pub struct UlidIds(std::sync::Mutex<ulid::Generator>);

impl std::fmt::Debug for UlidIds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UlidIds")
    }
}

impl Ids for UlidIds {
    fn next(&self, now: DateTime<Utc>) -> String {
        let mut generator = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // Within one millisecond the generator counts up; only 2^80 in that millisecond could exhaust it.
        generator.generate_from_datetime(now.into()).unwrap_or_else(|_| ulid::Ulid::new()).to_string()
    }
}

/// The machine's IANA zone; China's when it cannot be told, because that is where the shops are.
#[must_use]
pub fn system_zone() -> Tz {
    iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok()).unwrap_or(Tz::Asia__Shanghai)
}

/// An identifier of a given kind, fresh from the source.
pub(crate) fn fresh<T: FromStr<Err = DomainError>>(ids: &dyn Ids, now: DateTime<Utc>) -> Result<T, DomainError> {
    ids.next(now).parse()
}
