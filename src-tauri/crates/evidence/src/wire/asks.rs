//! Questions in bytes.

use super::Garbled;
use super::packed::{Packer, Unpacker};
use crate::door::{Ask, Password};
use recourse_domain::MediaType;

pub(super) fn put_media(out: &mut Packer, media: MediaType) {
    let place = MediaType::ALL.iter().position(|kind| *kind == media).unwrap_or(usize::MAX);
    out.u8(u8::try_from(place).unwrap_or(u8::MAX));
}

pub(super) fn take_media(facts: &mut Unpacker<'_>) -> Result<MediaType, Garbled> {
    MediaType::ALL.get(usize::from(facts.u8()?)).copied().ok_or(Garbled)
}

impl Ask {
    pub(crate) fn pack(&self) -> Vec<u8> {
        let mut out = Packer::default();
        match self {
            Self::Inspect { media } => {
                out.u8(0);
                put_media(&mut out, *media);
            }
            Self::Pixels { media, page, longest_px } => {
                out.u8(1);
                put_media(&mut out, *media);
                out.u32(*page);
                out.flag(longest_px.is_some());
                out.u32(longest_px.unwrap_or_default());
            }
            Self::Read { media } => {
                out.u8(2);
                put_media(&mut out, *media);
            }
            Self::Parts { media } => {
                out.u8(3);
                put_media(&mut out, *media);
            }
            Self::Unlock { password, page } => {
                out.u8(4);
                put_media(&mut out, MediaType::Pdf);
                out.u32(*page);
                out.text(password.reveal());
            }
        }
        out.0
    }

    pub(crate) fn unpack(facts: &[u8]) -> Result<Self, Garbled> {
        let mut facts = Unpacker::new(facts);
        let (tag, media) = (facts.u8()?, take_media(&mut facts)?);
        let ask = match tag {
            0 => Self::Inspect { media },
            1 => {
                let page = facts.u32()?;
                let (wanted, longest) = (facts.flag()?, facts.u32()?);
                Self::Pixels { media, page, longest_px: wanted.then_some(longest) }
            }
            2 => Self::Read { media },
            3 => Self::Parts { media },
            4 => {
                let page = facts.u32()?;
                Self::Unlock { password: Password::new(facts.text()?.to_owned()), page }
            }
            _ => return Err(Garbled),
        };
        facts.end()?;
        Ok(ask)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn every_question_survives() {
        for media in MediaType::ALL {
            for ask in [
                Ask::Inspect { media },
                Ask::Pixels { media, page: 7, longest_px: None },
                Ask::Pixels { media, page: u32::MAX, longest_px: Some(256) },
                Ask::Read { media },
                Ask::Parts { media },
                Ask::Unlock { password: Password::new("口令 1".to_owned()), page: 2 },
            ] {
                let packed = ask.pack();
                assert_eq!(Ask::unpack(&packed), Ok(ask));
                assert_eq!(Ask::unpack(&packed[..packed.len() - 1]), Err(Garbled));
                assert_eq!(Ask::unpack(&[packed, vec![0]].concat()), Err(Garbled));
            }
        }
        assert_eq!(Ask::unpack(&[0, 200]), Err(Garbled));
        assert_eq!(Ask::unpack(&[9, 0]), Err(Garbled));
    }
}
