//! Counting time as laws, contracts and notices do: calendar days, working days, hours, months, years.
//!
//! Pure: a start, a span and a calendar go in, a last day and its last instant come out, with everything that was
//! assumed on the way. Nothing here reads the time of the machine, and no span of any law stands here: spans are data in
//! `assets/rules/deadlines.toml`, days off are data in `assets/rules/calendars`.
//!
//! Counting follows the Civil Code of the People's Republic of China, articles 201 to 203: the day on which something
//! starts does not count; a period in hours runs from the moment; a period in months or years ends on the same-numbered
//! day, or on the last day of a shorter month; a period that would end on a statutory rest day ends on the day after
//! the rest; the last day ends at 24:00, or when business closes where there are business hours.

mod both;
mod calendar;
mod count;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod oracle;
mod rules;

pub use calendar::{Calendar, CalendarYear, Standing, calendar, calendars};
pub use count::{
    Assumption, Computed, Ending, Roll, Span, Start, Unit, count, working_days_before, working_days_between,
};
pub use rules::{DeadlineRule, Extension, Gate, Side, rule, rules, shown_rules};
