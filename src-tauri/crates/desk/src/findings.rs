//! Where the shop's particulars do not agree with each other or with a case.

use crate::desk::Desk;
use crate::dto::FindingDto;
use crate::error::DeskError;
use recourse_domain::Case;
use recourse_rulebook::shop;

impl Desk {
    /// What to look at in the shop's particulars: a licence about to expire, a terminal bound elsewhere, a rate changed
    /// without notice.
    ///
    /// # Errors
    /// Storage.
    pub fn shop_findings(&self) -> Result<Vec<FindingDto>, DeskError> {
        self.mismatches(None)
    }

    pub(crate) fn mismatches(&self, case: Option<&Case>) -> Result<Vec<FindingDto>, DeskError> {
        let words = self.words();
        let today = self.moment(case.map_or(self.zone, |case| case.zone)).date();
        Ok(shop::mismatches(&self.store.merchant()?, case, today)
            .into_iter()
            .map(|found| FindingDto {
                code: found.code.to_owned(),
                message: found.say(words),
                item: None,
                params: found.params,
            })
            .collect())
    }
}
