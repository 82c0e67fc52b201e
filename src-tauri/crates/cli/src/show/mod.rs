//! Documents as a person reads them in a terminal. Nothing is decided here: what is not in the document is not shown.

mod case;
mod clock;
mod contact;
mod evidence;
mod guide;
mod other;
mod table;
mod text;

pub(crate) use case::{case, case_list, deadlines, history, next_steps, parties, transactions};
pub(crate) use clock::{counted, fee, rules};
pub(crate) use contact::{directory, number};
pub(crate) use evidence::{added, exhibit, exhibits, exported, verified};
pub(crate) use guide::{code, codes, faults, guide, playbook, playbooks, sheet, shop_findings, tasks, triage};
pub(crate) use other::{channel, channels, demo, doctor, merchant, packet, packets, preferences};
pub(crate) use text::visible;
