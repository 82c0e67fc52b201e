//! The program itself: what it offers and how the owner likes it.

use crate::desk::Desk;
use crate::dto::{AppInfo, Catalog, CatalogPlaybook, ChannelInfo, EvidenceAskedInfo, KindDto, SymptomDto};
use crate::error::DeskError;
use recourse_domain::{EvidenceSource, Outcome, PartyRole, Stage};
use recourse_rulebook::{Book, Language, Playbook, channel, kinds};

impl Desk {
    /// What the window must know before it can draw.
    ///
    /// # Errors
    /// Storage.
    pub fn app_info(&self) -> Result<AppInfo, DeskError> {
        Ok(AppInfo {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            language: self.language().to_string(),
            language_chosen: self.chosen_language().is_some(),
            theme: self.store.preference("theme")?.unwrap_or_else(|| "system".to_owned()),
            data_folder: self.folder.root().display().to_string(),
            zone: self.zone.name().to_owned(),
            notices: self.notices(),
        })
    }

    /// Every choice the program offers.
    ///
    /// # Errors
    /// An unreadable asset.
    pub fn catalog(&self) -> Result<Catalog, DeskError> {
        catalog_of(&self.book(), self.language())
    }

    /// Every channel with its known limits.
    ///
    /// # Errors
    /// An unreadable asset.
    pub fn channel_list(&self) -> Result<Vec<ChannelInfo>, DeskError> {
        Ok(channel::all()?.into_iter().map(channel_info).collect())
    }

    /// One channel.
    ///
    /// # Errors
    /// Unknown channel.
    pub fn channel_show(&self, id: &str) -> Result<ChannelInfo, DeskError> {
        channel_by_id(id)
    }

    /// Sets language (`zh-CN`, `en`, `system`) and theme (`light`, `dark`, `system`).
    ///
    /// # Errors
    /// [`DeskError::PreferenceUnreadable`], storage.
    pub fn set_preferences(&self, language: Option<&str>, theme: Option<&str>) -> Result<AppInfo, DeskError> {
        let bad =
            |key: &str, value: &str| DeskError::PreferenceUnreadable { key: key.to_owned(), value: value.to_owned() };
        if let Some(theme) = theme {
            if !["light", "dark", "system"].contains(&theme) {
                return Err(bad("theme", theme));
            }
            self.store.set_preference("theme", theme)?;
        }
        if let Some(language) = language {
            if language != "system" {
                language.parse::<Language>().map_err(|_| bad("language", language))?;
            }
            self.store.set_preference("language", language)?;
            // What was asked for on start-up gives way to what the owner chooses now.
            *self.language.write().unwrap_or_else(std::sync::PoisonError::into_inner) = None;
        }
        self.app_info()
    }
}

/// Every choice the program offers. Needs no data folder: help and completions ask for it too.
///
/// # Errors
/// An unreadable asset.
pub fn catalog(language: Language) -> Result<Catalog, DeskError> {
    catalog_of(Book::shipped(), language)
}

fn catalog_of(book: &Book, language: Language) -> Result<Catalog, DeskError> {
    let playbooks = book
        .all()
        .iter()
        .map(|p| CatalogPlaybook {
            id: p.id.to_string(),
            title: p.title.of(language).to_owned(),
            summary: p.summary.of(language).to_owned(),
            own: book.is_own(p.id.as_str()),
            contact_order: p.contact_order().iter().map(|r| r.as_str().to_owned()).collect(),
            about: p.about.as_str().to_owned(),
            needs_transaction: p.needs_transaction,
            details: p.details.iter().map(ToString::to_string).collect(),
            evidence: p
                .evidence
                .iter()
                .map(|e| EvidenceAskedInfo { kind: e.kind.to_string(), mandatory: e.mandatory })
                .collect(),
        })
        .collect();
    Ok(Catalog {
        playbooks,
        evidence_kinds: kinds::all()?.iter().map(|k| k.id.to_string()).collect(),
        kinds: kinds::all()?
            .iter()
            .map(|k| KindDto { id: k.id.to_string(), group: k.group.as_str().to_owned() })
            .collect(),
        symptoms: book.all().iter().flat_map(|p| symptoms(p, language)).collect(),
        channels: channel::all()?.into_iter().map(channel_info).collect(),
        stages: Stage::ALL.iter().map(ToString::to_string).collect(),
        outcomes: Outcome::ALL.iter().map(ToString::to_string).collect(),
        roles: PartyRole::ALL.iter().map(|r| r.as_str().to_owned()).collect(),
        sources: EvidenceSource::ALL.iter().map(|s| s.as_str().to_owned()).collect(),
    })
}

fn symptoms(playbook: &Playbook, language: Language) -> impl Iterator<Item = SymptomDto> {
    playbook.symptoms.iter().map(move |s| SymptomDto {
        id: s.id.to_string(),
        text: s.text.of(language).to_owned(),
        playbook: playbook.id.to_string(),
        about: playbook.about.as_str().to_owned(),
    })
}

/// One channel. Needs no data folder.
///
/// # Errors
/// Unknown channel.
pub fn channel_by_id(id: &str) -> Result<ChannelInfo, DeskError> {
    Ok(channel_info(channel::get(id)?))
}

fn channel_info(channel: recourse_rulebook::Channel) -> ChannelInfo {
    ChannelInfo {
        id: channel.id.to_string(),
        max_bytes: channel.max_bytes,
        max_pages: channel.max_pages,
        source: channel.source,
        confidence: channel.confidence,
        checked_on: channel.checked_on,
    }
}
