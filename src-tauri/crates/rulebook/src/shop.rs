//! What in a shop's own particulars does not go together, or is about to run out.
//!
//! Nothing here accuses anybody: each finding says what stands where, so that the shop can look and ask.

use crate::format;
use crate::words::Words;
use chrono::NaiveDate;
use recourse_domain::{Case, ContractRate, MerchantProfile, Params, PartyRole, Terminal};
use std::collections::BTreeSet;

/// Natural days of notice that a change of fee or rate needs:
/// 非银行支付机构监督管理条例实施细则 art. 62 (confidence B, checked 2026-11-22).
pub const NOTICE_DAYS: i64 = 30;
/// From so many days before it runs out, a licence is told of.
pub const LICENCE_DAYS: i64 = 30;

/// Two things that do not go together, or one that is missing or running out. Words: `mismatch-<code>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Stable name, e.g. `terminal-of-other-merchant`.
    pub code: &'static str,
    /// Values for the words. Dates are `YYYY-MM-DD`.
    pub params: Params,
}

impl Mismatch {
    fn new(code: &'static str, params: &[(&str, &str)]) -> Self {
        let params = params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { code, params }
    }

    /// In words.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let shown = |value: &String| {
            value.parse::<NaiveDate>().map_or_else(|_| value.clone(), |date| format::date(date, words))
        };
        let values: Vec<(&String, String)> = self.params.iter().map(|(name, value)| (name, shown(value))).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        words.say_with(&format!("mismatch-{}", self.code), &values)
    }
}

/// Everything that does not go together in the shop's particulars; with a case, what of them does not fit it.
/// `today` is the day in the shop's zone.
#[must_use]
pub fn mismatches(merchant: &MerchantProfile, case: Option<&Case>, today: NaiveDate) -> Vec<Mismatch> {
    let mut found = Vec::new();
    for (code, value) in [("merchant-number-missing", &merchant.mid), ("acquirer-missing", &merchant.acquirer)] {
        if value.trim().is_empty() {
            found.push(Mismatch::new(code, &[]));
        }
    }
    terminals(merchant, &mut found);
    licence(merchant, today, &mut found);
    for rate in &merchant.rates {
        self::rate(rate, merchant, &mut found);
    }
    if let Some(case) = case {
        of_case(merchant, case, &mut found);
    }
    found
}

/// How a terminal is called: by its number, else by its label, model or serial number.
fn called(terminal: &Terminal) -> &str {
    let names = [&terminal.tid, &terminal.label, &terminal.model, &terminal.serial];
    names.into_iter().map(|name| name.trim()).find(|name| !name.is_empty()).unwrap_or("?")
}

fn same(one: &str, other: &str) -> bool {
    let plain =
        |text: &str| text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect::<String>();
    plain(one) == plain(other)
}

fn differs(one: &str, other: &str) -> bool {
    !one.trim().is_empty() && !other.trim().is_empty() && !same(one, other)
}

fn terminals(merchant: &MerchantProfile, found: &mut Vec<Mismatch>) {
    let all = &merchant.terminals;
    if all.is_empty() {
        found.push(Mismatch::new("terminal-missing", &[]));
    }
    for terminal in all {
        let name = called(terminal);
        if terminal.tid.trim().is_empty() {
            found.push(Mismatch::new("terminal-number-missing", &[("terminal", name)]));
        }
        if differs(&terminal.mid, &merchant.mid) {
            let params = [("terminal", name), ("mid", terminal.mid.trim()), ("own", merchant.mid.trim())];
            found.push(Mismatch::new("terminal-of-other-merchant", &params));
        }
        if differs(&terminal.acquirer, &merchant.acquirer) {
            let params =
                [("terminal", name), ("acquirer", terminal.acquirer.trim()), ("own", merchant.acquirer.trim())];
            found.push(Mismatch::new("terminal-of-other-acquirer", &params));
        }
    }
    let mut acquirers: Vec<&str> = Vec::new();
    for name in all.iter().map(|terminal| terminal.acquirer.trim()).filter(|name| !name.is_empty()) {
        if !acquirers.iter().any(|known| same(known, name)) {
            acquirers.push(name);
        }
    }
    if acquirers.len() > 1 {
        found.push(Mismatch::new("several-acquirers", &[("names", &acquirers.join(" / "))]));
    }
    twice(all.iter().map(|terminal| terminal.tid.as_str()), "terminal-number-twice", found);
    twice(all.iter().map(|terminal| terminal.serial.as_str()), "serial-number-twice", found);
}

fn twice<'t>(values: impl Iterator<Item = &'t str>, code: &'static str, found: &mut Vec<Mismatch>) {
    let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
    for value in values.map(|value| value.trim().to_ascii_uppercase()).filter(|value| !value.is_empty()) {
        if !seen.insert(value.clone()) && told.insert(value.clone()) {
            found.push(Mismatch::new(code, &[("number", &value)]));
        }
    }
}

fn licence(merchant: &MerchantProfile, today: NaiveDate, found: &mut Vec<Mismatch>) {
    let Some(last) = merchant.licence_expires else { return };
    let left = (last - today).num_days();
    let date = last.to_string();
    if left < 0 {
        found.push(Mismatch::new("licence-expired", &[("date", &date)]));
    } else if left <= LICENCE_DAYS {
        found.push(Mismatch::new("licence-expires-soon", &[("date", &date), ("days", &left.to_string())]));
    }
}

fn rate(rate: &ContractRate, merchant: &MerchantProfile, found: &mut Vec<Mismatch>) {
    let named = [("kind", rate.card_type.as_str()), ("percent", rate.percent.as_str())];
    if !rate.agreed {
        found.push(Mismatch::new("rate-not-agreed", &named));
    }
    let (Some(from), Some(noticed)) = (rate.from, rate.noticed_on) else { return };
    // What held from the beginning is no change.
    let first = [merchant.contract_signed_on, merchant.joined_on].into_iter().flatten().max();
    let days = (from - noticed).num_days();
    if days < NOTICE_DAYS && first.is_none_or(|first| from > first) {
        let (from, noticed, days) = (from.to_string(), noticed.to_string(), days.max(0).to_string());
        let mut params = named.to_vec();
        params.extend([("from", from.as_str()), ("noticed", noticed.as_str()), ("days", days.as_str())]);
        found.push(Mismatch::new("rate-notice-short", &params));
    }
}

fn of_case(merchant: &MerchantProfile, case: &Case, found: &mut Vec<Mismatch>) {
    let known = |tid: &str| merchant.terminals.iter().any(|terminal| same(&terminal.tid, tid));
    let mut told = BTreeSet::new();
    for tid in case.transactions.iter().map(|transaction| transaction.fields.terminal.trim()) {
        if !tid.is_empty() && !merchant.terminals.is_empty() && !known(tid) && told.insert(tid) {
            found.push(Mismatch::new("terminal-not-on-register", &[("terminal", tid)]));
        }
    }
    for party in case.parties.iter().filter(|party| party.role == PartyRole::Acquirer) {
        if differs(&party.name, &merchant.acquirer) {
            let params = [("named", party.name.trim()), ("own", merchant.acquirer.trim())];
            found.push(Mismatch::new("case-of-other-acquirer", &params));
        }
    }
}

#[cfg(test)]
#[path = "shop/tests.rs"]
mod tests;
