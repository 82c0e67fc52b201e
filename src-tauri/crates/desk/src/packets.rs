//! Packets: checking, building, finding again.

use crate::desk::Desk;
use crate::dto::{FindingDto, PacketDto, PacketReport};
use crate::error::DeskError;
use crate::{durable, view};
use recourse_domain::{Case, EventBody, Moment, PacketId, PacketRecord, Watcher};
use recourse_packet::{Exhibit, Finding, PacketInput, TimelineEntry};
use recourse_rulebook::history::Teller;
use recourse_rulebook::{Channel, Language, Words, channel};
use std::path::{Path, PathBuf};

/// What a packet shows of the journal: everything but earlier packets. Were those shown, building a packet would change
/// the next one, and the same case could never give the same bytes.
struct Shown {
    entries: Vec<TimelineEntry>,
    head_seq: u64,
    as_of: Moment,
}

impl Desk {
    /// Checks a packet against its channel without writing anything.
    ///
    /// # Errors
    /// Unknown case, channel or language, storage.
    pub fn packet_check(&self, case: &str, channel: &str, language: Option<&str>) -> Result<PacketReport, DeskError> {
        let case = self.store.find_case(case)?;
        let channel = channel::get(channel)?;
        let words = self.packet_words(language)?;
        let report =
            self.with_input(&case, &channel, words, |input| Ok(recourse_packet::check(input, self.door.as_ref())?))?;
        Ok(PacketReport {
            channel: channel.id.to_string(),
            fits: report.fits,
            pages: report.pages,
            bytes: report.bytes,
            findings: findings(&report.findings, self.words()),
            file: None,
            sha256: None,
            id: None,
            file_name: None,
        })
    }

    /// Builds a packet into the data folder, and copies it to `out` when that is given. The journal remembers it.
    ///
    /// # Errors
    /// Unknown case, channel or language, a missing or altered original, disk, [`DeskError::Cancelled`]; nothing is left
    /// behind then.
    pub fn packet_build(
        &self,
        case: &str,
        channel: &str,
        language: Option<&str>,
        out: Option<&Path>,
        watch: &dyn Watcher,
    ) -> Result<PacketReport, DeskError> {
        let case = self.store.find_case(case)?;
        let channel = channel::get(channel)?;
        let words = self.packet_words(language)?;
        let folder = self.folder.packets().join(&case.number);
        std::fs::create_dir_all(&folder).map_err(|source| DeskError::Write { path: folder.clone(), source })?;
        let (file_name, head_seq, built) = self.with_input(&case, &channel, words, |input| {
            let day = input.as_of.local().format("%Y%m%d");
            let version = case.packets.len() + 1;
            let name = format!("{}-{}-{}-{day}-v{version}.pdf", case.number, case.playbook, channel.id);
            let built = recourse_packet::build(input, &folder.join(&name), self.door.as_ref(), watch)?;
            Ok((name, input.head_seq, built))
        })?;
        let kept = folder.join(&file_name);
        if let Some(out) = out
            && let Err(error) = durable::copy(&kept, out)
        {
            // Not on record yet, so nobody misses it.
            let _ = std::fs::remove_file(&kept);
            return Err(error);
        }
        let packet = PacketRecord {
            id: self.id()?,
            channel: channel.id.clone(),
            language: words.language().to_string(),
            sha256: built.sha256.parse()?,
            bytes: built.bytes,
            pages: built.pages,
            journal_seq: head_seq,
            file_name: file_name.clone(),
            built_at: self.moment(case.zone),
        };
        let id = packet.id.to_string();
        self.append(&[self.event(&case.id, case.zone, EventBody::PacketBuilt { packet })])?;
        let fits = channel.max_bytes.is_none_or(|most| built.bytes <= most)
            && channel.max_pages.is_none_or(|most| built.pages <= most);
        Ok(PacketReport {
            channel: channel.id.to_string(),
            fits,
            pages: built.pages,
            bytes: built.bytes,
            findings: findings(&built.findings, self.words()),
            file: Some(out.unwrap_or(&kept).display().to_string()),
            sha256: Some(built.sha256),
            id: Some(id),
            file_name: Some(file_name),
        })
    }

    /// The packets of a case, newest first.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn packet_list(&self, case: &str) -> Result<Vec<PacketDto>, DeskError> {
        let case = self.store.find_case(case)?;
        let head = self.content_head(&case)?;
        Ok(case.packets.iter().rev().map(|p| view::packet(p, head)).collect())
    }

    /// Where a packet lies, for the program's own use: never handed to the page.
    ///
    /// # Errors
    /// [`DeskError::PacketUnknown`], [`DeskError::PacketFileGone`].
    pub fn packet_path(&self, id: &str) -> Result<PathBuf, DeskError> {
        let id: PacketId = id.parse()?;
        let case = self.store.case(&self.store.packet_home(&id)?)?;
        let packet = case.packets.iter().find(|p| p.id == id);
        let packet = packet.ok_or_else(|| DeskError::PacketUnknown(id.to_string()))?;
        let path = self.folder.packets().join(&case.number).join(&packet.file_name);
        if path.is_file() { Ok(path) } else { Err(DeskError::PacketFileGone(path)) }
    }

    /// Copies a packet to a place the owner chose, after checking that it is still what was built.
    ///
    /// # Errors
    /// As [`Desk::packet_path`]; [`DeskError::PacketFileAltered`], disk.
    pub fn packet_save_as(&self, id: &str, to: &Path) -> Result<(), DeskError> {
        let path = self.packet_path(id)?;
        let wanted: PacketId = id.parse()?;
        let case = self.store.case(&self.store.packet_home(&wanted)?)?;
        let packet = case.packets.into_iter().find(|p| p.id == wanted);
        let packet = packet.ok_or_else(|| DeskError::PacketUnknown(id.to_owned()))?;
        if sha256_of(&path)? != packet.sha256.as_str() {
            return Err(DeskError::PacketFileAltered(path));
        }
        durable::copy(&path, to)
    }

    fn packet_words(&self, language: Option<&str>) -> Result<&'static Words, DeskError> {
        Ok(match language.filter(|l| !l.is_empty()) {
            Some(language) => Words::of(language.parse::<Language>()?),
            None => self.words(),
        })
    }

    /// The last journal entry that a packet of this case would show.
    pub(crate) fn content_head(&self, case: &Case) -> Result<u64, DeskError> {
        if case.packets.is_empty() {
            return Ok(0);
        }
        Ok(self.store.head_seq_besides(&case.id, "packet-built")?)
    }

    fn shown(&self, case: &Case, words: &Words) -> Result<Shown, DeskError> {
        let book = self.book();
        let mut teller = Teller::new(words, &book);
        let mut shown = Shown { entries: Vec::new(), head_seq: 0, as_of: case.opened_at };
        for entry in self.store.history(&case.id)? {
            if matches!(entry.event.body, EventBody::PacketBuilt { .. }) {
                continue;
            }
            shown.head_seq = entry.seq;
            shown.as_of = entry.event.at;
            shown.entries.push(TimelineEntry {
                seq: entry.seq,
                at: entry.event.at,
                actor: entry.event.actor,
                summary: teller.tell(&entry.event.body),
                hash: entry.hash,
            });
        }
        Ok(shown)
    }

    fn with_input<T>(
        &self,
        case: &Case,
        channel: &Channel,
        words: &'static Words,
        work: impl FnOnce(&PacketInput<'_>) -> Result<T, DeskError>,
    ) -> Result<T, DeskError> {
        let merchant = self.store.merchant()?;
        let book = self.book();
        let shown = self.shown(case, words)?;
        let exhibits = case
            .evidence
            .iter()
            .map(|evidence| Exhibit { evidence, path: self.vault.path_of(&evidence.sha256) })
            .collect();
        work(&PacketInput {
            case,
            book: &book,
            merchant: &merchant,
            entries: &shown.entries,
            head_seq: shown.head_seq,
            as_of: shown.as_of,
            words,
            language: words.language(),
            channel,
            exhibits,
            app_version: env!("CARGO_PKG_VERSION"),
        })
    }
}

fn findings(findings: &[Finding], words: &Words) -> Vec<FindingDto> {
    findings
        .iter()
        .map(|f| {
            let values: Vec<(&str, &str)> = f.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            FindingDto {
                code: f.code.to_string(),
                message: words.say_with(&format!("finding-{}", f.code), &values),
                item: f.item.clone(),
                params: f.params.clone(),
            }
        })
        .collect()
}

fn sha256_of(path: &Path) -> Result<String, DeskError> {
    use sha2::Digest;
    let fail = |source| DeskError::Write { path: path.to_path_buf(), source };
    let mut file = std::fs::File::open(path).map_err(fail)?;
    let mut hasher = sha2::Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = std::io::Read::read(&mut file, &mut buffer).map_err(fail)?;
        if read == 0 {
            return Ok(hex::encode(hasher.finalize()));
        }
        hasher.update(buffer.get(..read).unwrap_or_default());
    }
}
