//! Does a file add up: the sign of its fees, and balances that follow from one row to the next.

use crate::row::Event;
use crate::table::{NO_AMOUNT, Table};
use serde::{Deserialize, Serialize};

/// Counts for and against each sign of the fee while rows go by.
#[derive(Debug, Default)]
pub(crate) struct FeeSign {
    as_is: u64,
    flipped: u64,
    sale_costs: u64,
    sale_gains: u64,
}

/// What was found of the fee's sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    AsIs,
    Flipped,
    Undecided,
}

impl FeeSign {
    /// A row with a fee, before any flipping.
    pub(crate) fn row(&mut self, event: Event, paid: i64, fee: i64, extra: i64, claimed_net: Option<i64>) {
        if fee == 0 {
            return;
        }
        if let Some(net) = claimed_net {
            self.as_is += u64::from(paid + fee + extra == net);
            self.flipped += u64::from(paid - fee + extra == net);
        }
        if event == Event::Sale {
            self.sale_costs += u64::from(fee < 0);
            self.sale_gains += u64::from(fee > 0);
        }
    }

    /// The sign with which 99 of 100 rows add up; without a stated remainder, the one in which a sale costs something.
    pub(crate) fn verdict(&self) -> Sign {
        let clear = |yes: u64, no: u64| yes > 0 && yes * 100 >= (yes + no) * 99;
        if clear(self.as_is, self.flipped) {
            return Sign::AsIs;
        }
        if clear(self.flipped, self.as_is) {
            return Sign::Flipped;
        }
        if self.as_is + self.flipped > 0 {
            return Sign::Undecided;
        }
        if self.sale_costs + self.sale_gains == 0 || clear(self.sale_costs, self.sale_gains) {
            Sign::AsIs
        } else if clear(self.sale_gains, self.sale_costs) {
            Sign::Flipped
        } else {
            Sign::Undecided
        }
    }
}

/// Turns every fee round; what remains is added up again unless the file states it.
pub(crate) fn flip_fees(table: &mut Table, net_is_stated: bool) {
    for at in 0..table.rows.len() {
        let extra = table.extra(at);
        let row = &mut table.rows[at];
        if row.fee != NO_AMOUNT {
            row.fee = -row.fee;
            if !net_is_stated {
                row.net = row.paid + row.fee + extra;
            }
        }
    }
}

/// Whether balances follow from row to row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// The newest row stands first.
    pub newest_first: bool,
    /// Neighbouring rows that could be compared.
    pub tested: u64,
    /// Lines at which the balance does not follow: rows are missing there, or were altered.
    pub breaks: Vec<u32>,
}

impl Chain {
    /// Whether at least 95 of 100 neighbours follow: enough to know the direction and the sign of amounts.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.tested > 0 && (self.breaks.len() as u64) * 20 <= self.tested
    }
}

/// Follows the balances in both directions and keeps the better one.
pub(crate) fn chain(table: &Table) -> Option<Chain> {
    if table.balances.is_empty() {
        return None;
    }
    let follow = |newest_first: bool| {
        let mut chain = Chain { newest_first, tested: 0, breaks: Vec::new() };
        for at in 1..table.rows.len() {
            let (Some(above), Some(here)) = (table.balance(at - 1), table.balance(at)) else { continue };
            chain.tested += 1;
            let follows = if newest_first {
                above == here.saturating_add(table.rows[at - 1].net)
            } else {
                here == above.saturating_add(table.rows[at].net)
            };
            if !follows {
                chain.breaks.push(table.rows[at].line);
            }
        }
        chain
    };
    let (down, up) = (follow(false), follow(true));
    let best = if up.breaks.len() < down.breaks.len() { up } else { down };
    (best.tested > 0).then_some(best)
}
