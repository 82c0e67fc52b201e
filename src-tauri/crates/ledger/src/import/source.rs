//! Where the bytes come from: memory, or a file that is read in pieces.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads and jumps.
pub trait Bytes: Read + Seek + Send {}
impl<T: Read + Seek + Send> Bytes for T {}

/// Bytes that can be read more than once.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    Memory(Arc<[u8]>),
    Disk(PathBuf),
}

impl Source {
    /// Bytes in memory under the file's name.
    #[must_use]
    pub fn memory(name: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { name: name.to_owned(), place: Place::Memory(bytes.into()) }
    }

    /// A file on disk under the name the owner knows it by. It is read in pieces and never changed.
    #[must_use]
    pub fn disk(name: &str, path: &Path) -> Self {
        Self { name: name.to_owned(), place: Place::Disk(path.to_owned()) }
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn open(&self) -> io::Result<Box<dyn Bytes>> {
        Ok(match &self.place {
            Place::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
            Place::Disk(path) => Box::new(File::open(path)?),
        })
    }

    pub(crate) fn len(&self) -> io::Result<u64> {
        Ok(match &self.place {
            Place::Memory(bytes) => bytes.len() as u64,
            Place::Disk(path) => std::fs::metadata(path)?.len(),
        })
    }

    /// The first bytes, at most `most`.
    pub(crate) fn head(&self, most: u64) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        self.open()?.take(most).read_to_end(&mut head)?;
        Ok(head)
    }
}

/// What a hostile or absurd file may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file, and of each text it unpacks to.
    pub bytes: u64,
    /// Bytes of a workbook, and of all its unpacked parts together.
    pub workbook_bytes: u64,
    /// Rows of one table.
    pub rows: u64,
    /// Cells of one workbook.
    pub cells: u64,
    /// Bytes of one line.
    pub line: usize,
    /// Members of a packed file that are looked at.
    pub members: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 400_000_000,
            workbook_bytes: 300_000_000,
            rows: 4_000_000,
            cells: 20_000_000,
            line: 64 * 1024,
            members: 500,
        }
    }
}
