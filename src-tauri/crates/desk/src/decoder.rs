//! The decoding worker as part of a program: its way in, and what a check-up says of it.

use crate::desk::{Desk, DeskOptions};
use recourse_domain::Params;
use recourse_evidence::{Bonds, InProcess, worker};
use std::sync::Arc;

/// The code of a finding that some bonds of the workers could not be put on. Worth knowing; nothing is broken.
pub(crate) const LOOSE: &str = "decoder-loose";

/// To be called first in the `main` of every program that opens a [`Desk`]. When the program was started as a decoding
/// worker, this serves as one and ends the process; otherwise it returns at once.
pub fn enter_worker_if_asked() {
    worker::enter_if_asked(|| InProcess::with_fallback_font(recourse_packet::fallback_font()));
}

impl DeskOptions {
    /// The same options with decoding inside this process, without a worker. For unit tests, whose programs cannot be
    /// started as one; never in a program that people use.
    #[must_use]
    pub fn decoding_here(self) -> Self {
        Self { door: Arc::new(InProcess::with_fallback_font(recourse_packet::fallback_font())), ..self }
    }
}

impl Desk {
    /// What is wrong with the decoding workers: a code and its parameters.
    pub(crate) fn decoder_finding(&self) -> Option<(&'static str, Params)> {
        let bonds = match self.door.bonds() {
            Err(_) => return Some(("decoder-missing", Params::new())),
            Ok(bonds) => bonds.filter(|b| !b.complete())?,
        };
        let Bonds { limits, no_new_rights, files, network, calls } = bonds;
        let loose: Vec<&str> = [
            (limits, "limits"),
            (no_new_rights, "no-new-rights"),
            (files, "files"),
            (network, "network"),
            (calls, "calls"),
        ]
        .into_iter()
        .filter(|(held, _)| !held)
        .map(|(_, name)| name)
        .collect();
        Some((LOOSE, Params::from([("loose".to_owned(), loose.join(", "))])))
    }
}
