//! Findings by the counterparty to ask, and one claim over many small overcharges: nobody writes a letter about eight fen.

use super::{Finding, FindingCode, Shown};
use chrono::NaiveDate;
use recourse_domain::{Currency, Money};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is to be asked of one counterparty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Counterparty as profiles name it.
    pub counterparty: String,
    /// Currency of the sum.
    pub currency: Currency,
    /// Worth of all together, minor units.
    pub at_stake: i64,
    /// Positions in the list of findings.
    pub findings: Vec<usize>,
}

/// Groups findings, the dearest group first.
#[must_use]
pub fn by_counterparty(findings: &[Finding]) -> Vec<Group> {
    let mut groups: BTreeMap<(&str, &str), Group> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let currency = finding.at_stake.currency();
        let group = groups.entry((&finding.counterparty, currency.code())).or_insert_with(|| Group {
            counterparty: finding.counterparty.clone(),
            currency,
            at_stake: 0,
            findings: Vec::new(),
        });
        group.at_stake += finding.at_stake.minor();
        group.findings.push(at);
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    groups.sort_by(|a, b| b.at_stake.cmp(&a.at_stake).then_with(|| a.counterparty.cmp(&b.counterparty)));
    groups
}

/// Many findings of one kind with one counterparty as one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Counterparty.
    pub counterparty: String,
    /// Kind.
    pub code: FindingCode,
    /// Sum of all.
    pub total: Money,
    /// First and last day.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Names of the findings it joins.
    pub findings: Vec<String>,
    /// All their rows.
    pub rows: Vec<Shown>,
    /// Playbook for the case.
    pub playbook: String,
}

/// Joins the findings of a kind with a counterparty into one claim; `None` when there are none, or they add up beyond
/// counting.
#[must_use]
pub fn joint_claim(findings: &[Finding], counterparty: &str, code: FindingCode) -> Option<Claim> {
    let mine: Vec<&Finding> = findings.iter().filter(|f| f.counterparty == counterparty && f.code == code).collect();
    let first = mine.first()?;
    let currency = first.at_stake.currency();
    let same: Vec<&&Finding> = mine.iter().filter(|f| f.at_stake.currency() == currency).collect();
    let total = same.iter().map(|f| f.at_stake.minor()).sum();
    let mut days: Vec<NaiveDate> = same.iter().filter_map(|f| f.day).collect();
    days.sort_unstable();
    Some(Claim {
        counterparty: counterparty.to_owned(),
        code,
        total: Money::from_minor(total, currency).ok()?,
        days: days.first().copied().zip(days.last().copied()),
        findings: same.iter().map(|f| f.id.clone()).collect(),
        rows: same.iter().flat_map(|f| f.rows.clone()).collect(),
        playbook: first.playbook.clone(),
    })
}
