//! Reads from an EXIF block when a picture was taken. Nothing else of the block is used.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use exif::{In, Tag, Value};

/// Blocks larger than this are not looked at.
pub(super) const MAX_BLOCK: u64 = 1 << 20;

/// Wall time of the camera and its distance from UTC, as far as the block tells them.
pub(super) fn taken(block: Vec<u8>) -> (Option<NaiveDateTime>, Option<FixedOffset>) {
    // Real cameras write blocks with small faults; what stands before and after a fault still counts.
    let mut reader = exif::Reader::new();
    let read = reader.continue_on_error(true).read_raw(block);
    let Ok(fields) = read.or_else(|fault| fault.distill_partial_result(|_| ())) else { return (None, None) };
    let text = |tag: Tag| match fields.get_field(tag, In::PRIMARY).map(|f| &f.value) {
        Some(Value::Ascii(lines)) => lines.first().map(|line| String::from_utf8_lossy(line).into_owned()),
        _ => None,
    };
    for (time, offset) in
        [(Tag::DateTimeOriginal, Tag::OffsetTimeOriginal), (Tag::DateTimeDigitized, Tag::OffsetTimeDigitized)]
    {
        if let Some(taken) = text(time).and_then(|t| wall_time(&t)) {
            return (Some(taken), text(offset).and_then(|t| t.trim().parse().ok()));
        }
    }
    (None, None)
}

/// `2026:03:05 14:02:11`, as EXIF writes it.
fn wall_time(text: &str) -> Option<NaiveDateTime> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let separators = [(4, b':'), (7, b':'), (10, b' '), (13, b':'), (16, b':')];
    if !separators.iter().all(|&(at, byte)| text.as_bytes().get(at) == Some(&byte)) {
        return None;
    }
    let year = i32::try_from(number(0..4)?).ok().filter(|y| *y > 0)?;
    NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?)?.and_hms_opt(
        number(11..13)?,
        number(14..16)?,
        number(17..19)?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wall_times() {
        assert_eq!(wall_time("2026:03:05 14:02:11").map(|t| t.to_string()).as_deref(), Some("2026-03-05 14:02:11"));
        for bad in ["0000:00:00 00:00:00", "2026:13:05 14:02:11", "    :  :     :  :  ", "", "2026-03-05 14:02:11"] {
            assert_eq!(wall_time(bad), None, "{bad:?}");
        }
    }
}
