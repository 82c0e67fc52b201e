//! Totals that a file states about itself, beside what its rows add up to.

use super::cells::{self, Amount};
use super::record::Record;
use crate::profile::{Field, Profile, Total};
use crate::row::Event;
use serde::{Deserialize, Serialize};

/// A stated total and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalCheck {
    /// What is counted: `rows`, `gross`, `refund`, `fee`, `income`, `outgo`, … Words: `total-<about>`.
    pub about: String,
    /// Whether both figures are numbers of rows; else minor units.
    pub counts_rows: bool,
    /// What the file says.
    pub claimed: i64,
    /// What its rows give.
    pub computed: i64,
}

impl TotalCheck {
    /// Whether both are the same.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.claimed == self.computed
    }

    /// Locale key of what is counted.
    #[must_use]
    pub fn key(&self) -> String {
        format!("total-{}", self.about)
    }
}

/// Adds up while the rows go by.
pub(crate) struct Totals<'p> {
    rules: &'p [Total],
    decimals: u32,
    minor_units: bool,
    running: Vec<i64>,
    claimed: Vec<Option<i64>>,
    /// Columns of a row of names, waiting for the row of values.
    waiting: Vec<(usize, usize)>,
}

impl<'p> Totals<'p> {
    pub(crate) fn new(profile: &'p Profile) -> Self {
        let rules = profile.total.as_slice();
        Self {
            rules,
            decimals: profile.currency.minor_digits(),
            minor_units: profile.read.minor_units,
            running: vec![0; rules.len()],
            claimed: vec![None; rules.len()],
            waiting: Vec::new(),
        }
    }

    /// A row was read; `raw` gives its amounts as the file writes them.
    pub(crate) fn row(&mut self, event: Event, side: &str, raw: impl Fn(Field) -> Option<i64>) {
        for (rule, running) in self.rules.iter().zip(&mut self.running) {
            let fits = (rule.events.is_empty() || rule.events.contains(&event))
                && (rule.side.is_empty() || rule.side.iter().any(|s| s == side));
            if fits {
                *running = running.saturating_add(rule.sum.map_or(1, |field| raw(field).unwrap_or(0)));
            }
        }
    }

    /// A line before or after the rows.
    pub(crate) fn aside(&mut self, record: &Record, prefix: Option<char>, columns: &[u16; Field::COUNT]) {
        let value = |text: &str, rule: &Total| {
            let text = prefix.and_then(|p| text.strip_prefix(p)).unwrap_or(text);
            let units = if rule.sum.is_none() { 0 } else { self.decimals };
            match cells::amount(text, units, self.minor_units && rule.sum.is_some()) {
                Amount::Minor(n) => Some(n),
                Amount::Nothing | Amount::Unreadable => None,
            }
        };
        if !self.waiting.is_empty() {
            for (rule, column) in std::mem::take(&mut self.waiting) {
                self.claimed[rule] = value(record.field(column), &self.rules[rule]);
            }
            return;
        }
        for (at, rule) in self.rules.iter().enumerate() {
            if !rule.name.is_empty() {
                let is = |column: &usize| {
                    let name = record.field(*column);
                    let name = prefix.and_then(|p| name.strip_prefix(p)).unwrap_or(name);
                    rule.name.iter().any(|n| n == name)
                };
                if let Some(column) = (0..record.fields.len()).find(is) {
                    self.waiting.push((at, column));
                }
            } else if !rule.text.is_empty() {
                if self.claimed[at].is_none()
                    && let Some((count, amount)) = between(&rule.text, &record.raw)
                {
                    self.claimed[at] = if rule.sum.is_none() { count } else { amount }.and_then(|t| value(t, rule));
                }
            } else if rule.row.iter().any(|begin| record.raw.trim_start().starts_with(begin.as_str()))
                && let Some(field) = rule.sum
                && let Some(column) = Some(columns[field as usize]).filter(|c| *c != super::detect::ABSENT)
            {
                self.claimed[at] = value(record.field(usize::from(column)), rule);
            }
        }
    }

    pub(crate) fn checks(&self) -> Vec<TotalCheck> {
        let all = self.rules.iter().zip(&self.running).zip(&self.claimed);
        all.filter_map(|((rule, computed), claimed)| {
            Some(TotalCheck {
                about: rule.about.clone(),
                counts_rows: rule.sum.is_none(),
                claimed: (*claimed)?,
                computed: *computed,
            })
        })
        .collect()
    }
}

/// What stands where a text has `{n}` and `{x}`.
fn between<'t>(pattern: &str, line: &'t str) -> Option<(Option<&'t str>, Option<&'t str>)> {
    let first = pattern.split('{').next()?;
    let mut rest = if first.is_empty() { line } else { &line[line.find(first)? + first.len()..] };
    let mut pattern = &pattern[first.len()..];
    let (mut count, mut amount) = (None, None);
    while let Some(open) = pattern.strip_prefix('{') {
        let (hole, after) = open.split_once('}')?;
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | '¥' | '￥')))
            .unwrap_or(rest.len());
        let text = &rest[..end];
        match hole {
            "n" => count = Some(text),
            _ => amount = Some(text),
        }
        let literal = after.split('{').next().unwrap_or_default();
        rest = rest[end..].strip_prefix(literal)?;
        pattern = &after[literal.len()..];
    }
    Some((count, amount))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled() {
        assert_eq!(between("共{n}笔记录", "共43笔记录,,,"), Some((Some("43"), None)));
        let line = "#退款合计：4笔，商家实收退款共-0.04元，商家优惠退款共0.00元";
        assert_eq!(between("退款合计：{n}笔，商家实收退款共{x}元", line), Some((Some("4"), Some("-0.04"))));
        assert_eq!(between("收入：{n}笔 {x}元", "支出：1笔 2元"), None);
    }
}
