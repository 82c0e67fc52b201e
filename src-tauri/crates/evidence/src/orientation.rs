//! Finds the one EXIF field that says how to hold a picture. The rest of the block is not looked at.

const TAG: u16 = 0x0112;
const SHORT: u16 = 3;

/// Orientation 1..=8 from a TIFF block; `None` when it is missing or makes no sense.
pub(crate) fn of(tiff: &[u8]) -> Option<u8> {
    let big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let quad: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let directory = usize::try_from(if big { u32::from_be_bytes(quad) } else { u32::from_le_bytes(quad) }).ok()?;
    let entries = usize::from(short(directory)?);
    for index in 0..entries {
        let entry = directory.checked_add(2 + index * 12)?;
        if short(entry)? == TAG {
            let value = (short(entry + 2)? == SHORT).then(|| short(entry + 8)).flatten()?;
            return u8::try_from(value).ok().filter(|v| (1..=8).contains(v));
        }
    }
    None
}
