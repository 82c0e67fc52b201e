//! Whether everything is whole: database, journal chain, every original, assets.

use crate::decoder;
use crate::desk::Desk;
use crate::dto::{DoctorFinding, DoctorReport};
use crate::error::DeskError;
use crate::playbooks;
use recourse_domain::{Coded, Params, Watcher};
use recourse_rulebook::{Book, Words, channel, codes, kinds};

impl Desk {
    /// Checks everything and says how to mend what it finds. `ok` unless something is broken.
    ///
    /// # Errors
    /// Storage that cannot even be read, [`DeskError::Cancelled`].
    pub fn doctor(&self, watch: &dyn Watcher) -> Result<DoctorReport, DeskError> {
        let words = self.words();
        let mut findings: Vec<DoctorFinding> =
            self.store.check(true).iter().map(|f| finding(f.code, f.mend_code, &f.params, words)).collect();
        if watch.cancelled() {
            return Err(DeskError::Cancelled);
        }
        let audit = self.evidence_verify(None, watch)?;
        for (code, hashes) in [
            ("evidence-missing", audit.missing),
            ("evidence-altered", audit.altered),
            ("evidence-orphan", audit.orphan),
        ] {
            for hash in hashes {
                findings.push(finding(code, code, &Params::from([("sha256".to_owned(), hash)]), words));
            }
        }
        findings.extend(self.decoder_finding().map(|(code, params)| finding(code, code, &params, words)));
        for error in [Book::check_shipped().err(), channel::all().err(), kinds::all().err(), codes::all().err()]
            .into_iter()
            .flatten()
        {
            findings.push(finding(error.code(), error.code(), &error.params(), words));
        }
        // An unnamed blob is a leftover of an interrupted import, and a remark on the folder is advice: both are worth
        // knowing, neither means that anything is broken.
        let advice: Vec<String> = self.notices().into_iter().map(|f| f.code).collect();
        let harmless = ["evidence-orphan", decoder::LOOSE];
        let ok = findings.iter().all(|f| harmless.contains(&f.code.as_str()) || advice.contains(&f.code));
        Ok(DoctorReport { ok, findings })
    }

    /// What the owner should be told at the start.
    pub(crate) fn notices(&self) -> Vec<DoctorFinding> {
        let words = self.words();
        let of_folder = self.store.notices();
        let of_folder = of_folder.iter().map(|f| finding(f.code, f.mend_code, &f.params, words));
        // Not broken: the shipped one is in use in its place.
        let in_use = self.books.in_use();
        let of_playbooks = in_use.faults.iter().map(|fault| {
            let said = playbooks::told(fault, words).message;
            let params = Params::from([("reason".to_owned(), said)]);
            finding("own-playbook-broken", "own-playbook-broken", &params, words)
        });
        of_folder.chain(of_playbooks).collect()
    }
}

fn finding(code: &str, mend: &str, params: &Params, words: &Words) -> DoctorFinding {
    let values: Vec<(&str, &str)> = params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    DoctorFinding {
        code: code.to_owned(),
        // An error that ended a check comes as a finding too; it has its words among the errors.
        message: match format!("finding-{code}") {
            key if words.knows(&key) => words.say_with(&key, &values),
            _ => words.say_with(&format!("error-{code}"), &values),
        },
        mend: words.say_with(&format!("mend-{mend}"), &values),
    }
}
