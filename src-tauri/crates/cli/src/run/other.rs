//! `recourse demo · packet · channel · preference · doctor`

use super::Run;
use crate::args::{ChannelVerb, PacketVerb, Pair, PreferenceVerb};
use crate::refusal::{Ended, Refusal};
use crate::show;
use recourse_desk::dto::{ChannelInfo, PacketDto};
use recourse_desk::{Desk, DeskError};
use serde::Serialize;
use serde_json::json;
use std::path::Path;

/// `packet list`
#[derive(Debug, Serialize)]
pub(crate) struct Packets {
    /// Newest first.
    pub(crate) packets: Vec<PacketDto>,
}

/// `channel list`
#[derive(Debug, Serialize)]
pub(crate) struct Channels {
    /// As the rulebook orders them.
    pub(crate) channels: Vec<ChannelInfo>,
}

impl Run {
    pub(super) fn demo(&self, out: &Path) -> Result<Ended, Refusal> {
        let options = self.options()?;
        let report = self.watched(|watch| Desk::demo(options, out, watch))?;
        self.answer(&report, show::demo)
    }

    pub(super) fn packet(&self, verb: PacketVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        match verb {
            PacketVerb::Check { case, channel } => {
                let report = desk.packet_check(&case, &channel, None)?;
                self.answer(&report, show::packet)
            }
            PacketVerb::Build { case, channel, out } => {
                let report = self.watched(|watch| desk.packet_build(&case, &channel, None, Some(&out), watch))?;
                self.answer(&report, show::packet)
            }
            PacketVerb::List { case } => {
                let packets = Packets { packets: desk.packet_list(&case)? };
                self.answer(&packets, |list, words| show::packets(&list.packets, words))
            }
            PacketVerb::Export { packet, to } => {
                desk.packet_save_as(&packet, &to)?;
                let file = to.display().to_string();
                self.answer(&json!({ "id": packet, "file": file }), |_, words| show::exported(&file, words))
            }
        }
    }

    pub(super) fn channel(&self, verb: &ChannelVerb) -> Result<Ended, Refusal> {
        match verb {
            ChannelVerb::List => {
                let channels = Channels { channels: recourse_desk::catalog(self.words.language())?.channels };
                self.answer(&channels, |list, words| show::channels(&list.channels, words))
            }
            ChannelVerb::Show { channel } => self.answer(&recourse_desk::channel_by_id(channel)?, show::channel),
        }
    }

    pub(super) fn preference(&self, verb: PreferenceVerb) -> Result<Ended, Refusal> {
        // Opened in the language that the owner chose, unless this run asks for another: that is what is to be shown.
        let mut options = self.options()?;
        options.language = self.common.lang;
        let desk = Desk::open(options)?;
        let info = match verb {
            PreferenceVerb::Show => desk.app_info()?,
            PreferenceVerb::Set { preferences } => {
                let (mut language, mut theme) = (None, None);
                for Pair { key, value } in preferences {
                    match key.as_str() {
                        "language" => language = Some(value),
                        "theme" => theme = Some(value),
                        _ => return Err(DeskError::PreferenceUnreadable { key, value }.into()),
                    }
                }
                desk.set_preferences(language.as_deref(), theme.as_deref())?
            }
        };
        self.answer(&info, show::preferences)
    }

    pub(super) fn doctor(&self) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let report = self.watched(|watch| desk.doctor(watch))?;
        self.answer(&report, show::doctor)?;
        Ok(if report.ok { Ended::Done } else { Ended::WithFindings })
    }
}
