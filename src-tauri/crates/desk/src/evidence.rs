//! Evidence: taking in, describing, ordering, taking out, showing, exporting, checking.

use crate::desk::Desk;
use crate::dto::{AddReport, Added, CaseView, EvidenceDto, Refused, VerifyReport, WarningDto};
use crate::error::DeskError;
use crate::view;
use recourse_domain::{
    Case, Coded, DomainError, EventBody, Evidence, EvidenceId, EvidenceSource, Key, Moment, Params, Sha256Hex, Watcher,
    guard,
};
use recourse_evidence::{EvidenceError, Taken, shown_name};
use recourse_rulebook::Words;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Something offered as evidence.
#[derive(Debug)]
pub enum Offered<'a> {
    /// A file on disk.
    File(&'a Path),
    /// Bytes from the clipboard, with the name they came under.
    Bytes {
        /// The bytes.
        bytes: &'a [u8],
        /// Their name.
        name: &'a str,
    },
}

/// What is said of evidence; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct EvidenceEdit {
    /// What it proves.
    pub caption: Option<String>,
    /// Kind of proof.
    pub kind: Option<String>,
    /// Who supplied it.
    pub source: Option<String>,
}

impl Desk {
    /// Takes files in, one after the other. Each that is taken in is on record before the next begins, so calling off or
    /// a power cut loses none of those before.
    ///
    /// # Errors
    /// Unknown or closed case, unreadable kind or source, storage; [`DeskError::Cancelled`] when nothing was taken in.
    /// A single bad file is no error but stands among the refused.
    pub fn evidence_add(
        &self,
        case: &str,
        offered: &[Offered<'_>],
        said: &EvidenceEdit,
        watch: &dyn Watcher,
    ) -> Result<AddReport, DeskError> {
        let mut case = self.store.find_case(case)?;
        if !case.stage.is_open() {
            return Err(DomainError::CaseClosed.into());
        }
        let said = read_edit(said)?;
        // Before any bytes are taken in, so that a refused caption leaves nothing behind.
        guard::check("caption", said.caption.as_deref().unwrap_or_default())?;
        let words = self.words();
        let mut report = AddReport { added: Vec::new(), refused: Vec::new() };
        for item in offered {
            if watch.cancelled() {
                break;
            }
            let (taken, name) = match item {
                Offered::File(path) => (
                    self.vault.take_in_file(path, self.door.as_ref(), watch),
                    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
                ),
                Offered::Bytes { bytes, name } => {
                    (self.vault.take_in_bytes(bytes, name, self.door.as_ref(), watch), (*name).to_owned())
                }
            };
            match taken {
                Ok(taken) => {
                    let added = self.record(&mut case, &taken, &said, words)?;
                    report.added.push(added);
                }
                Err(EvidenceError::Cancelled) => break,
                Err(error) => report.refused.push(Refused {
                    name: guard::masked(&shown_name(&name)),
                    code: error.code().to_owned(),
                    message: guard::masked(&words.error(&error)),
                }),
            }
        }
        if report.added.is_empty() && report.refused.is_empty() && watch.cancelled() {
            return Err(DeskError::Cancelled);
        }
        Ok(report)
    }

    /// Takes files on disk in: [`Desk::evidence_add`] with the words of the command line.
    ///
    /// # Errors
    /// As [`Desk::evidence_add`].
    pub fn evidence_add_files(
        &self,
        case: &str,
        files: &[PathBuf],
        said: &EvidenceEdit,
        watch: &dyn Watcher,
    ) -> Result<AddReport, DeskError> {
        let offered: Vec<Offered<'_>> = files.iter().map(|p| Offered::File(p)).collect();
        self.evidence_add(case, &offered, said, watch)
    }

    fn record(&self, case: &mut Case, taken: &Taken, said: &Said, words: &Words) -> Result<Added, DeskError> {
        // Nobody typed the name a file came under, so it is masked and not refused.
        let name = guard::masked(&taken.original_name);
        let renamed = (name != taken.original_name).then_some("name-masked");
        let warnings = taken
            .warnings
            .iter()
            .map(|w| w.code)
            .chain(renamed)
            .map(|code| WarningDto {
                code: code.to_owned(),
                message: words.say(&format!("warning-{code}")),
                params: Params::new(),
            })
            .collect();
        let twin = case.evidence.iter().find(|e| e.sha256 == taken.sha256).cloned();
        let body = match &twin {
            Some(twin) => EventBody::EvidenceOfferedAgain { evidence: twin.id.clone(), original_name: name },
            None => EventBody::EvidenceAdded { evidence: self.exhibit_of(case, taken, said, name)? },
        };
        let event = self.event(&case.id, case.zone, body);
        self.append(std::slice::from_ref(&event))?;
        case.apply(&event)?;
        let (exhibit, duplicate_of) = match twin {
            Some(twin) => (twin.clone(), Some(twin.label())),
            None => (case.evidence.last().cloned().ok_or(DomainError::OutOfPlace("evidence-added"))?, None),
        };
        Ok(Added {
            id: exhibit.id.to_string(),
            label: exhibit.label(),
            sha256: exhibit.sha256.to_string(),
            kind: exhibit.kind.map(String::from),
            media_type: exhibit.media_type.as_str().to_owned(),
            bytes: exhibit.bytes,
            pages: exhibit.pages,
            duplicate_of,
            warnings,
        })
    }

    fn exhibit_of(&self, case: &Case, taken: &Taken, said: &Said, name: String) -> Result<Evidence, DeskError> {
        // A camera without a zone was set by the person who carries it: the shop's zone is the best reading.
        let captured_at = taken.captured_at.and_then(|naive| match taken.captured_offset {
            Some(offset) => naive.and_local_timezone(offset).earliest().map(|t| Moment::new(t.to_utc(), case.zone)),
            None => naive.and_local_timezone(case.zone).earliest().map(|t| Moment::new(t.to_utc(), case.zone)),
        });
        Ok(Evidence {
            id: self.id()?,
            number: case.next_exhibit,
            sha256: taken.sha256.clone(),
            media_type: taken.media_type,
            bytes: taken.bytes,
            pages: taken.pages,
            width_px: taken.width_px,
            height_px: taken.height_px,
            original_name: name,
            caption: said.caption.clone().unwrap_or_default(),
            kind: said.kind.clone(),
            source: said.source.unwrap_or_default(),
            captured_at,
            added_at: self.moment(case.zone),
        })
    }

    /// The exhibits of a case in packet order.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn evidence_list(&self, case: &str) -> Result<Vec<EvidenceDto>, DeskError> {
        Ok(self.store.find_case(case)?.evidence.iter().map(view::exhibit).collect())
    }

    /// One exhibit.
    ///
    /// # Errors
    /// Unknown exhibit, storage.
    pub fn evidence_show(&self, id: &str) -> Result<EvidenceDto, DeskError> {
        Ok(view::exhibit(&self.exhibit(id)?.1))
    }

    fn exhibit(&self, id: &str) -> Result<(Case, Evidence), DeskError> {
        let id: EvidenceId = id.parse()?;
        let case = self.store.case(&self.store.evidence_home(&id)?)?;
        let evidence = case.exhibit(&id)?.clone();
        Ok((case, evidence))
    }

    /// Says what an exhibit shows. What is already so makes no event.
    ///
    /// # Errors
    /// Unknown exhibit, unreadable kind or source, closed case, storage.
    pub fn evidence_describe(&self, id: &str, edit: &EvidenceEdit) -> Result<CaseView, DeskError> {
        let (case, evidence) = self.exhibit(id)?;
        let said = read_edit(edit)?;
        let caption = said.caption.filter(|c| *c != evidence.caption);
        let evidence_kind = said.kind.filter(|k| evidence.kind.as_ref() != Some(k));
        let source = said.source.filter(|s| *s != evidence.source);
        if caption.is_none() && evidence_kind.is_none() && source.is_none() {
            return self.view(&case);
        }
        let body = EventBody::EvidenceDescribed { evidence: evidence.id, caption, evidence_kind, source };
        self.happen(&case, vec![body])
    }

    /// Puts the exhibits in another order. Exhibits that are not named follow in their present order.
    ///
    /// # Errors
    /// An exhibit of another case or named twice, closed case, storage.
    pub fn evidence_order(&self, case: &str, order: &[String]) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        let mut ids = order.iter().map(|id| self.exhibit_ref(&case, id)).collect::<Result<Vec<EvidenceId>, _>>()?;
        if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
            return Err(DomainError::OrderIncomplete.into());
        }
        for evidence in &case.evidence {
            if !ids.contains(&evidence.id) {
                ids.push(evidence.id.clone());
            }
        }
        if case.evidence.iter().map(|e| &e.id).eq(ids.iter()) {
            return self.view(&case);
        }
        self.happen(&case, vec![EventBody::EvidenceOrdered { order: ids }])
    }

    /// `E3` or an identifier.
    fn exhibit_ref(&self, case: &Case, text: &str) -> Result<EvidenceId, DomainError> {
        match case.evidence.iter().find(|e| e.label().eq_ignore_ascii_case(text)) {
            Some(found) => Ok(found.id.clone()),
            None => text.parse(),
        }
    }

    /// Takes an exhibit out of its case; its bytes stay in the vault and the history keeps why.
    ///
    /// # Errors
    /// Unknown exhibit, empty reason, closed case, storage.
    pub fn evidence_remove(&self, id: &str, why: &str) -> Result<CaseView, DeskError> {
        let (case, evidence) = self.exhibit(id)?;
        self.happen(&case, vec![EventBody::EvidenceRemoved { evidence: evidence.id, why: why.trim().to_owned() }])
    }

    /// Writes a verified copy of an original to a place the owner chose.
    ///
    /// # Errors
    /// Unknown exhibit, missing or altered original, an existing file at that place, disk.
    pub fn evidence_export(&self, id: &str, to: &Path) -> Result<EvidenceDto, DeskError> {
        let (_, evidence) = self.exhibit(id)?;
        self.vault.export(&evidence.sha256, to)?;
        Ok(view::exhibit(&evidence))
    }

    /// A name for an exported original: number, label and the extension its content calls for.
    ///
    /// # Errors
    /// Unknown exhibit, storage.
    pub fn evidence_export_name(&self, id: &str) -> Result<String, DeskError> {
        let (case, evidence) = self.exhibit(id)?;
        Ok(format!("{}-{}.{}", case.number, evidence.label(), evidence.media_type.extension()))
    }

    /// Re-reads originals and compares them with the journal: those of one case, or all.
    ///
    /// # Errors
    /// Unknown case, storage, [`DeskError::Cancelled`].
    pub fn evidence_verify(&self, case: Option<&str>, watch: &dyn Watcher) -> Result<VerifyReport, DeskError> {
        let everything = self.store.blobs()?;
        let audit = match case {
            None => self.vault.audit(&everything, watch)?,
            Some(case) => {
                let case = self.store.find_case(case)?;
                let wanted: Vec<(Sha256Hex, u64)> = case.evidence.iter().map(|e| (e.sha256.clone(), e.bytes)).collect();
                let mut audit = self.vault.audit(&wanted, watch)?;
                // Blobs of other cases are no orphans.
                let named: BTreeSet<_> = everything.iter().map(|(hash, _)| hash).collect();
                audit.orphan.retain(|hash| !named.contains(hash));
                audit
            }
        };
        let plain = |hashes: Vec<Sha256Hex>| hashes.into_iter().map(String::from).collect();
        Ok(VerifyReport {
            checked: audit.checked,
            missing: plain(audit.missing),
            altered: plain(audit.altered),
            orphan: plain(audit.orphan),
        })
    }

    /// A small upright picture of one page of an exhibit, as a PNG.
    ///
    /// # Errors
    /// Unknown exhibit or page, missing original, content that cannot be shown.
    pub fn picture(&self, id: &str, page: u32, longest_px: u32) -> Result<Vec<u8>, DeskError> {
        let (_, evidence) = self.exhibit(id)?;
        let made = self.previews.picture(
            &self.vault,
            self.door.as_ref(),
            &evidence.sha256,
            evidence.media_type,
            page,
            longest_px,
        )?;
        Ok(made.png)
    }
}

struct Said {
    caption: Option<String>,
    kind: Option<Key>,
    source: Option<EvidenceSource>,
}

fn read_edit(edit: &EvidenceEdit) -> Result<Said, DomainError> {
    Ok(Said {
        caption: edit.caption.as_ref().map(|c| c.trim().to_owned()),
        kind: edit.kind.as_deref().filter(|k| !k.is_empty()).map(str::parse).transpose()?,
        source: edit.source.as_deref().filter(|s| !s.is_empty()).map(str::parse).transpose()?,
    })
}
