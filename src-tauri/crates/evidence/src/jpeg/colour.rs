//! Puts a colour profile together from the pieces that a JPEG spreads over several segments.

/// Profiles larger than this are not worth carrying into a packet.
const MAX_PROFILE: usize = 8 << 20;

/// Pieces of one profile, by their number.
#[derive(Default)]
pub(super) struct Pieces {
    pieces: Vec<(u8, Vec<u8>)>,
    total: Option<u8>,
    contradictory: bool,
    bytes: usize,
}

impl Pieces {
    /// One piece: its number, how many there are, the bytes.
    pub(super) fn push(&mut self, data: &[u8]) {
        let [number, total, bytes @ ..] = data else { return };
        self.bytes = self.bytes.saturating_add(bytes.len());
        let known = *self.total.get_or_insert(*total);
        if known != *total || *number == 0 || number > total || self.pieces.iter().any(|(n, _)| n == number) {
            self.contradictory = true;
        }
        if self.bytes > MAX_PROFILE || self.contradictory {
            self.contradictory = true;
            self.pieces.clear();
        } else {
            self.pieces.push((*number, bytes.to_vec()));
        }
    }

    /// The whole profile, if all pieces are there and it is made for `components` channels.
    pub(super) fn assemble(mut self, components: u8) -> Option<Vec<u8>> {
        if self.contradictory || self.pieces.is_empty() || self.pieces.len() != usize::from(self.total?) {
            return None;
        }
        self.pieces.sort_unstable_by_key(|(number, _)| *number);
        let mut profile: Vec<u8> = self.pieces.into_iter().flat_map(|(_, bytes)| bytes).collect();
        let stated = u32::from_be_bytes(profile.get(..4)?.try_into().ok()?);
        let stated = usize::try_from(stated).ok()?;
        let space: &[u8] = match components {
            1 => b"GRAY",
            3 => b"RGB ",
            4 => b"CMYK",
            _ => return None,
        };
        if stated < 132 || stated > profile.len() || profile.get(16..20)? != space || profile.get(36..40)? != b"acsp" {
            return None;
        }
        profile.truncate(stated);
        Some(profile)
    }
}
