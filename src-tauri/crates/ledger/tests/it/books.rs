//! Books made of files, matched and questioned.

use crate::made::try_read;
use chrono::{DateTime, NaiveDate, Utc};
use recourse_domain::Unwatched;
use recourse_ledger::findings::Known;
use recourse_ledger::profile::Settle;
use recourse_ledger::{
    Book, Contract, Decision, Findings, Listed, Profiles, RateTerm, Reconciliation, RowId, Terms, findings, reconcile,
};
use std::collections::BTreeMap;

/// A shop with its statements and what it knows.
pub(crate) struct Shop {
    pub(crate) book: Book,
    pub(crate) calendar: Listed,
    pub(crate) contracts: Vec<Contract>,
    pub(crate) as_of: DateTime<Utc>,
    pub(crate) settle: BTreeMap<String, Settle>,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) customer_waits: Vec<RowId>,
    pub(crate) patience: Option<u32>,
}

impl Shop {
    pub(crate) fn new(as_of: &str) -> Self {
        Self {
            book: Book::new(),
            calendar: Listed::default(),
            contracts: Vec::new(),
            as_of: DateTime::parse_from_rfc3339(as_of).unwrap().with_timezone(&Utc),
            settle: BTreeMap::new(),
            decisions: Vec::new(),
            customer_waits: Vec::new(),
            patience: None,
        }
    }

    /// Takes a file in; gives how many rows were new and how many known.
    pub(crate) fn add(&mut self, name: &str, text: impl AsRef<[u8]>) -> (u64, u64) {
        let (mut rows, mut known) = (0, 0);
        for one in try_read(name, text.as_ref()).unwrap_or_else(|e| panic!("{name}: {e}")) {
            crate::made::every_line_is_somewhere(&one);
            assert!(one.rejected.is_empty(), "{name}: {:?}", one.rejected);
            let soundness = one.soundness();
            let added = self.book.add(one.table, soundness);
            rows += added.rows;
            known += added.duplicates;
        }
        (rows, known)
    }

    pub(crate) fn look(&self) -> (Reconciliation, Findings) {
        let profiles = Profiles::shipped().unwrap();
        let terms = Terms {
            profiles: &profiles,
            calendar: &self.calendar,
            settle: self.settle.clone(),
            decisions: &self.decisions,
        };
        let found = reconcile(&self.book, &terms, &Unwatched).unwrap();
        let known = Known {
            contracts: &self.contracts,
            as_of: self.as_of,
            customer_waits: &self.customer_waits,
            refund_patience_days: self.patience,
        };
        let list = findings(&self.book, &found, &terms, &known);
        (found, list)
    }

    /// Kinds, sureness and worth of everything found, in order.
    pub(crate) fn kinds(&self) -> Vec<(&'static str, &'static str, i64)> {
        let list = self.look().1.list;
        list.iter().map(|f| (f.code.as_str(), f.confidence.as_str(), f.at_stake.minor())).collect()
    }
}

/// A contract of one rate for one kind.
pub(crate) fn contract(counterparty: &str, rates: &[(&str, &str, Option<i64>)]) -> Contract {
    let term = |(kind, rate, cap): &(&str, &str, Option<i64>)| RateTerm {
        card_type: (*kind).to_owned(),
        from: None,
        to: None,
        rate: rate.parse().unwrap(),
        cap: *cap,
        clause: String::new(),
        noticed_on: None,
    };
    Contract {
        counterparty: counterparty.to_owned(),
        rates: rates.iter().map(term).collect(),
        items: Vec::new(),
        returns_fee: Some(true),
    }
}

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}
