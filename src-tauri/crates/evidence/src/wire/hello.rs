//! A worker's first words: who it is and how its hands are tied.

use super::packed::{Packer, Unpacker};
use super::{Garbled, VERSION};
use crate::worker::Bonds;

/// What a worker says before it takes a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hello {
    /// What holds it.
    pub(crate) bonds: Bonds,
}

impl Hello {
    pub(crate) fn pack(&self) -> Vec<u8> {
        let mut out = Packer::default();
        out.u16(VERSION);
        out.text(env!("CARGO_PKG_VERSION"));
        let Bonds { limits, no_new_rights, files, network, calls } = self.bonds;
        for held in [limits, no_new_rights, files, network, calls] {
            out.flag(held);
        }
        out.0
    }

    /// # Errors
    /// Also when another version of the program answers.
    pub(crate) fn unpack(facts: &[u8]) -> Result<Self, Garbled> {
        let mut facts = Unpacker::new(facts);
        if facts.u16()? != VERSION || facts.text()? != env!("CARGO_PKG_VERSION") {
            return Err(Garbled);
        }
        let bonds = Bonds {
            limits: facts.flag()?,
            no_new_rights: facts.flag()?,
            files: facts.flag()?,
            network: facts.flag()?,
            calls: facts.flag()?,
        };
        facts.end()?;
        Ok(Self { bonds })
    }
}
