//! `recourse contact …`

use super::Run;
use crate::args::ContactVerb;
use crate::refusal::{Ended, Refusal};
use crate::show;

impl Run {
    pub(super) fn contact(&self, verb: &ContactVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        match verb {
            ContactVerb::Directory { query } => self.answer(&desk.directory(query)?, show::directory),
            ContactVerb::Check { claimed, given } => self.answer(&desk.contact_check(claimed, given)?, show::number),
        }
    }
}
