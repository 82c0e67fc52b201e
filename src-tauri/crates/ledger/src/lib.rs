//! Statement import, reconciliation and fee check.
