//! Looks at every exhibit before a page is laid: is it there, is it what was taken in, and how can it be drawn?
//!
//! One exhibit is held in memory at a time; what stays is a few numbers each, and the imported pages of PDFs.

use crate::error::PacketError;
use crate::finding::{Finding, FindingCode};
use crate::foreign;
use crate::input::{Exhibit, PacketInput};
use crate::plate::{Plate, Source};
use lopdf::Document;
use recourse_domain::{Coded, Evidence, MediaType, Progress, Watcher};
use recourse_evidence::Door;
use recourse_evidence::jpeg;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::ops::Range;

/// Numbers of imported objects begin here, so that they never meet those of the packet's own pages.
const FIRST_IMPORTED: u32 = 1 << 24;

/// Bytes that a page of a PDF takes as a picture, near enough.
const PICTURED_PAGE: u64 = 400_000;

/// How closely JPEG files are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Hash everything, and tell of what is missing or altered as findings.
    Check,
    /// What is missing or altered ends the work; files that will be copied are hashed while they are.
    Build,
}

/// How an exhibit is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    /// Its plates, one a page.
    pub(crate) plates: Range<usize>,
    /// Code of the reason why there is none.
    pub(crate) notice: Option<&'static str>,
}

/// Every exhibit, ready to be laid out.
#[derive(Debug)]
pub(crate) struct Stock {
    /// What is drawn, in packet order.
    pub(crate) plates: Vec<Plate>,
    /// One for each exhibit, in packet order.
    pub(crate) exhibits: Vec<Prepared>,
    /// Colour profiles of photos, each once however many photos have it.
    pub(crate) profiles: Vec<Vec<u8>>,
    /// Objects of imported pages.
    pub(crate) annex: Document,
    /// What to know about exhibits.
    pub(crate) findings: Vec<Finding>,
}

/// Looks at every exhibit of the input.
///
/// # Errors
/// [`PacketError::Cancelled`]; when building, also what is wrong with the file of an exhibit.
pub(crate) fn prepare(
    input: &PacketInput<'_>,
    door: &dyn Door,
    watch: &dyn Watcher,
    look: Look,
) -> Result<Stock, PacketError> {
    let mut stock = Stock::empty();
    let total = u64::try_from(input.exhibits.len()).unwrap_or(0);
    for (index, exhibit) in input.exhibits.iter().enumerate() {
        if watch.cancelled() {
            return Err(PacketError::Cancelled);
        }
        let label = exhibit.evidence.label();
        let done = u64::try_from(index).unwrap_or(0);
        watch.progress(&Progress { what: "job-packet-look", item: &label, done, total });
        let first = stock.plates.len();
        let notice = match stock.take(exhibit, &label, door, look) {
            Ok(notice) => notice,
            Err(error) if look == Look::Check => Some(stock.note(&error, &label)?),
            Err(error) => return Err(error),
        };
        stock.exhibits.push(Prepared { plates: first..stock.plates.len(), notice });
    }
    Ok(stock)
}

impl Stock {
    /// Nothing to draw.
    pub(crate) fn empty() -> Self {
        let mut annex = Document::with_version("1.7");
        annex.max_id = FIRST_IMPORTED;
        Self { plates: Vec::new(), exhibits: Vec::new(), profiles: Vec::new(), annex, findings: Vec::new() }
    }

    /// Turns what would end a build into a finding.
    fn note(&mut self, error: &PacketError, label: &str) -> Result<&'static str, PacketError> {
        let code = match error {
            PacketError::ExhibitMissing { .. } => FindingCode::ExhibitMissing,
            PacketError::ExhibitAltered { .. } => FindingCode::ExhibitAltered,
            PacketError::ExhibitUnreadable { .. } => FindingCode::ExhibitUnreadable,
            _ => return Err(PacketError::PagesBroken { reason: error.to_string() }),
        };
        let params = error.params();
        let values: Vec<(&str, &str)> = params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        self.findings.push(Finding::about(code, label, &values));
        Ok(code.as_str())
    }

    /// Takes one exhibit in and gives the reason when it cannot be drawn.
    fn take(
        &mut self,
        exhibit: &Exhibit<'_>,
        label: &str,
        door: &dyn Door,
        look: Look,
    ) -> Result<Option<&'static str>, PacketError> {
        let evidence = exhibit.evidence;
        let file = File::open(&exhibit.path).map_err(|e| PacketError::reading(label, &e))?;
        let length = file.metadata().map_err(|e| PacketError::reading(label, &e))?.len();
        if length != evidence.bytes {
            return Err(PacketError::ExhibitAltered { label: label.to_owned() });
        }
        match evidence.media_type {
            MediaType::Jpeg => self.jpeg(exhibit, label, file, door, look),
            MediaType::Pdf => self.pdf(exhibit, label, file, door),
            drawn if drawn.is_drawn() => {
                verify(file, evidence, label)?;
                Ok(self.picture(exhibit, label, door))
            }
            _ => {
                verify(file, evidence, label)?;
                Ok(Some(self.not_drawn(label, "evidence-kind-unsupported")))
            }
        }
    }

    fn jpeg(
        &mut self,
        exhibit: &Exhibit<'_>,
        label: &str,
        file: File,
        door: &dyn Door,
        look: Look,
    ) -> Result<Option<&'static str>, PacketError> {
        let mut reader = BufReader::with_capacity(1 << 16, file);
        let facts = jpeg::scan(&mut reader).ok().filter(|f| f.passthrough);
        if look == Look::Check || facts.is_none() {
            reader.rewind().map_err(|e| PacketError::reading(label, &e))?;
            verify(reader, exhibit.evidence, label)?;
        }
        let Some(mut facts) = facts else {
            let notice = self.picture(exhibit, label, door);
            if notice.is_none() {
                self.findings.push(Finding::about(FindingCode::ExhibitReEncoded, label, &[]));
            }
            return Ok(notice);
        };
        let profile = facts.icc.take().map(|profile| self.profile(profile));
        let turned = facts.orientation >= 5;
        let (width, height) =
            if turned { (facts.height_px, facts.width_px) } else { (facts.width_px, facts.height_px) };
        let source = Source::Jpeg {
            path: exhibit.path.clone(),
            sha256: exhibit.evidence.sha256.clone(),
            label: label.to_owned(),
            facts: Box::new(facts),
            profile,
        };
        self.plates.push(Plate::of_pixels(source, width, height));
        Ok(None)
    }

    fn profile(&mut self, profile: Vec<u8>) -> usize {
        self.profiles.iter().position(|known| *known == profile).unwrap_or_else(|| {
            self.profiles.push(profile);
            self.profiles.len() - 1
        })
    }

    /// A picture that is decoded behind the door.
    fn picture(&mut self, exhibit: &Exhibit<'_>, label: &str, door: &dyn Door) -> Option<&'static str> {
        let evidence = exhibit.evidence;
        match door.inspect(&exhibit.path, evidence.media_type) {
            Ok(seen) => {
                let source = pixels(exhibit, label, 1, evidence.bytes);
                self.plates.push(Plate::of_pixels(source, seen.width_px, seen.height_px));
                None
            }
            Err(error) => Some(self.not_drawn(label, error.code())),
        }
    }

    fn pdf(
        &mut self,
        exhibit: &Exhibit<'_>,
        label: &str,
        mut file: File,
        door: &dyn Door,
    ) -> Result<Option<&'static str>, PacketError> {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|e| PacketError::reading(label, &e))?;
        verify(bytes.as_slice(), exhibit.evidence, label)?;
        match foreign::import_noting(&mut self.annex, &bytes) {
            Ok(imported) => {
                if imported.repaired {
                    self.findings.push(Finding::about(FindingCode::ExhibitRepaired, label, &[]));
                }
                if imported.unpainted_fields > 0 {
                    let count = imported.unpainted_fields.to_string();
                    let code = FindingCode::ExhibitFieldsUnpainted;
                    self.findings.push(Finding::about(code, label, &[("count", &count)]));
                }
                for page in imported.pages {
                    let source = Source::Form(page.form);
                    self.plates.push(Plate { source, width_pt: page.width_pt, height_pt: page.height_pt });
                }
                Ok(None)
            }
            Err(error) => Ok(self.pdf_as_pictures(exhibit, label, door, error.code())),
        }
    }

    /// The last resort for a PDF that cannot be imported: its pages as pixels.
    fn pdf_as_pictures(
        &mut self,
        exhibit: &Exhibit<'_>,
        label: &str,
        door: &dyn Door,
        reason: &'static str,
    ) -> Option<&'static str> {
        let first = self.plates.len();
        let pages = match door.inspect(&exhibit.path, MediaType::Pdf) {
            Ok(seen) if (1..=foreign::MAX_PAGES).contains(&usize::try_from(seen.pages).unwrap_or(0)) => seen.pages,
            _ => return Some(self.not_drawn(label, reason)),
        };
        for page in 1..=pages {
            // A small picture tells the shape of the page; the page itself is drawn when the packet is written.
            let Ok(small) = door.picture(&exhibit.path, MediaType::Pdf, page, 200) else {
                self.plates.truncate(first);
                return Some(self.not_drawn(label, reason));
            };
            // 200 pixels stand for 11 inches and more: enough for the frame to be filled.
            let source = pixels(exhibit, label, page, PICTURED_PAGE);
            self.plates.push(Plate::of_pixels(source, small.width_px * 6, small.height_px * 6));
        }
        self.findings.push(Finding::about(FindingCode::ExhibitAsPicture, label, &[]));
        None
    }

    fn not_drawn(&mut self, label: &str, reason: &'static str) -> &'static str {
        self.findings.push(Finding::about(FindingCode::ExhibitNotDrawn, label, &[("reason", reason)]));
        reason
    }
}

fn pixels(exhibit: &Exhibit<'_>, label: &str, page: u32, bytes: u64) -> Source {
    Source::Pixels {
        path: exhibit.path.clone(),
        media: exhibit.evidence.media_type,
        page,
        label: label.to_owned(),
        bytes,
    }
}

/// Hashes what is read and compares it with the record.
fn verify(mut reader: impl Read, evidence: &Evidence, label: &str) -> Result<(), PacketError> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 17];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => hasher.update(&buffer[..count]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(PacketError::reading(label, &error)),
        }
    }
    if hex::encode(hasher.finalize()) == evidence.sha256.as_str() {
        Ok(())
    } else {
        Err(PacketError::ExhibitAltered { label: label.to_owned() })
    }
}
