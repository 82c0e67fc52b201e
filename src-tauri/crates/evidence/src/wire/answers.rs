//! Answers in bytes, and the checks that a worker's answer must pass: it may have been taken over by what it decoded.

use super::asks::{put_media, take_media};
use super::packed::{Packer, Unpacker};
use super::{Frame, Garbled, faults};
use crate::door::{Answer, Inspection, MAX_PIXELS, MAX_SIDE, Part, Pixels, Reading, Rect, Sighted, Spot};
use crate::error::EvidenceError;
use crate::warning::Warning;
use chrono::{DateTime, FixedOffset};

impl Answer {
    pub(crate) fn pack(answer: Result<Self, EvidenceError>) -> Frame {
        let mut out = Packer::default();
        let mut blob = Vec::new();
        match answer {
            Err(error) => {
                out.u8(0);
                faults::put(&mut out, &error);
            }
            Ok(Self::Inspection(inspection)) => {
                out.u8(1);
                put_inspection(&mut out, &inspection);
            }
            Ok(Self::Pixels(pixels)) => {
                out.u8(2);
                out.u32(pixels.width_px);
                out.u32(pixels.height_px);
                out.u8(pixels.channels);
                blob = pixels.rgb;
            }
            Ok(Self::Reading(reading)) => {
                out.u8(3);
                put_reading(&mut out, &reading);
                blob = reading.pages.concat().into_bytes();
            }
            Ok(Self::Parts(parts)) => {
                out.u8(4);
                out.count(parts.len());
                for part in parts {
                    out.text(&part.name);
                    out.count(part.bytes.len());
                    blob.extend_from_slice(&part.bytes);
                }
            }
        }
        Frame { facts: out.0, blob }
    }

    pub(crate) fn unpack(frame: Frame) -> Result<Result<Self, EvidenceError>, Garbled> {
        let Frame { facts, blob } = frame;
        let mut facts = Unpacker::new(&facts);
        let answer = match facts.u8()? {
            0 => Err(faults::take(&mut facts)?),
            1 => Ok(Self::Inspection(take_inspection(&mut facts)?)),
            2 => {
                let (width_px, height_px, channels) = (facts.u32()?, facts.u32()?, facts.u8()?);
                let pixels = u64::from(width_px) * u64::from(height_px);
                let sane = matches!(channels, 1 | 3)
                    && (1..=MAX_SIDE).contains(&width_px)
                    && (1..=MAX_SIDE).contains(&height_px)
                    && pixels <= MAX_PIXELS
                    && blob.len() as u64 == pixels * u64::from(channels);
                if !sane {
                    return Err(Garbled);
                }
                facts.end()?;
                return Ok(Ok(Self::Pixels(Pixels { rgb: blob, width_px, height_px, channels })));
            }
            3 => Ok(Self::Reading(take_reading(&mut facts, &blob)?)),
            4 => Ok(Self::Parts(take_parts(&mut facts, &blob)?)),
            _ => return Err(Garbled),
        };
        facts.end()?;
        Ok(answer)
    }
}

fn put_inspection(out: &mut Packer, inspection: &Inspection) {
    out.flag(inspection.media.is_some());
    put_media(out, inspection.media.unwrap_or(recourse_domain::MediaType::Opaque));
    for number in [inspection.pages, inspection.width_px, inspection.height_px, inspection.parts] {
        out.u32(number);
    }
    out.flag(inspection.captured_at.is_some());
    out.i64(inspection.captured_at.map_or(0, |at| at.and_utc().timestamp()));
    out.flag(inspection.captured_offset.is_some());
    out.i64(inspection.captured_offset.map_or(0, |offset| i64::from(offset.local_minus_utc())));
    out.count(inspection.warnings.len());
    for warning in &inspection.warnings {
        let place = Warning::ALL.iter().position(|known| known == warning).unwrap_or(usize::MAX);
        out.u8(u8::try_from(place).unwrap_or(u8::MAX));
    }
}

fn take_inspection(facts: &mut Unpacker<'_>) -> Result<Inspection, Garbled> {
    let (refined, media) = (facts.flag()?, take_media(facts)?);
    let (pages, width_px, height_px, parts) = (facts.u32()?, facts.u32()?, facts.u32()?, facts.u32()?);
    let (timed, seconds) = (facts.flag()?, facts.i64()?);
    let (zoned, offset) = (facts.flag()?, facts.i64()?);
    let captured_at = if timed { Some(DateTime::from_timestamp(seconds, 0).ok_or(Garbled)?.naive_utc()) } else { None };
    let captured_offset =
        if zoned { Some(i32::try_from(offset).ok().and_then(FixedOffset::east_opt).ok_or(Garbled)?) } else { None };
    let warnings = (0..facts.count(1)?)
        .map(|_| Warning::ALL.get(usize::from(facts.u8()?)).copied().ok_or(Garbled))
        .collect::<Result<_, _>>()?;
    Ok(Inspection {
        media: refined.then_some(media),
        pages,
        width_px,
        height_px,
        parts,
        captured_at,
        captured_offset,
        warnings,
    })
}

fn put_reading(out: &mut Packer, reading: &Reading) {
    out.flag(reading.cut_short);
    out.flag(reading.guessed);
    out.count(reading.pages.len());
    for page in &reading.pages {
        out.count(page.len());
    }
    out.count(reading.spots.len());
    for spot in &reading.spots {
        out.u8(spot.what as u8);
        out.u32(spot.page);
        let Rect { left, top, width, height } = spot.rect.unwrap_or_default();
        out.flag(spot.rect.is_some());
        for number in [left, top, width, height] {
            out.u32(number);
        }
    }
}

fn take_reading(facts: &mut Unpacker<'_>, blob: &[u8]) -> Result<Reading, Garbled> {
    let (cut_short, guessed) = (facts.flag()?, facts.flag()?);
    let mut texts = Unpacker::new(blob);
    let pages = (0..facts.count(4)?)
        .map(|_| {
            let length = facts.u32()? as usize;
            std::str::from_utf8(texts.bytes(length)?).map(str::to_owned).map_err(|_| Garbled)
        })
        .collect::<Result<_, _>>()?;
    texts.end()?;
    let spots = (0..facts.count(22)?)
        .map(|_| {
            let what = Sighted::ALL.get(usize::from(facts.u8()?)).copied().ok_or(Garbled)?;
            let (page, placed) = (facts.u32()?, facts.flag()?);
            let rect = Rect { left: facts.u32()?, top: facts.u32()?, width: facts.u32()?, height: facts.u32()? };
            if !rect.is_on_the_page() {
                return Err(Garbled);
            }
            Ok(Spot { what, page, rect: placed.then_some(rect) })
        })
        .collect::<Result<_, _>>()?;
    Ok(Reading { pages, spots, cut_short, guessed })
}

fn take_parts(facts: &mut Unpacker<'_>, blob: &[u8]) -> Result<Vec<Part>, Garbled> {
    let mut contents = Unpacker::new(blob);
    let parts = (0..facts.count(8)?)
        .map(|_| {
            let name = facts.text()?.to_owned();
            let length = facts.u32()? as usize;
            Ok(Part { name, bytes: contents.bytes(length)?.to_vec() })
        })
        .collect::<Result<_, _>>()?;
    contents.end()?;
    Ok(parts)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use recourse_domain::MediaType;

    fn through(answer: &Answer) {
        assert_eq!(Answer::unpack(Answer::pack(Ok(answer.clone()))).unwrap().unwrap(), *answer);
    }

    #[test]
    fn every_answer_survives() {
        through(&Answer::Inspection(Inspection {
            media: Some(MediaType::Docx),
            pages: 3,
            width_px: 4,
            height_px: 5,
            parts: 2,
            captured_at: chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap().and_hms_opt(14, 2, 11),
            captured_offset: FixedOffset::east_opt(8 * 3600),
            warnings: Warning::ALL.to_vec(),
        }));
        through(&Answer::Inspection(Inspection::default()));
        through(&Answer::Pixels(Pixels { rgb: vec![1; 18], width_px: 3, height_px: 2, channels: 3 }));
        through(&Answer::Reading(Reading {
            pages: vec!["第一页".to_owned(), String::new(), "two".to_owned()],
            spots: vec![
                Spot { what: Sighted::Card, page: 1, rect: Some(Rect { left: 1, top: 2, width: 3, height: 4 }) },
                Spot { what: Sighted::Secret, page: 2, rect: None },
            ],
            cut_short: true,
            guessed: false,
        }));
        through(&Answer::Parts(vec![
            Part { name: "发票.pdf".to_owned(), bytes: b"%PDF-".to_vec() },
            Part { name: String::new(), bytes: Vec::new() },
        ]));
    }

    #[test]
    fn pixels_that_do_not_add_up_are_refused() {
        let frame = |width_px, height_px, channels, bytes: usize| {
            Answer::unpack(Answer::pack(Ok(Answer::Pixels(Pixels {
                rgb: vec![0; bytes],
                width_px,
                height_px,
                channels,
            }))))
        };
        assert!(frame(3, 2, 3, 18).is_ok());
        for (w, h, c, bytes) in [(3, 2, 3, 17), (3, 2, 4, 24), (0, 2, 3, 0), (30_001, 1, 1, 30_001), (3, 2, 0, 0)] {
            assert!(frame(w, h, c, bytes).is_err(), "{w} × {h} × {c} in {bytes}");
        }
    }

    proptest! {
        #[test]
        fn no_answer_makes_the_reader_lose_its_head(
            facts in proptest::collection::vec(any::<u8>(), 0..120),
            blob in proptest::collection::vec(any::<u8>(), 0..60),
        ) {
            let _ = Answer::unpack(Frame { facts, blob });
        }
    }
}
