//! Telling whether files are the ones of last time, by content: a fresh clone or a restored cache says nothing with its dates.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::trouble::Trouble;

/// A text that changes with the names and contents of these files and of everything below these folders.
pub(crate) fn of(paths: &[PathBuf]) -> Result<String, Trouble> {
    let mut hasher = DefaultHasher::new();
    let mut waiting = paths.to_vec();
    let mut files = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).map_err(|error| Trouble::file(&path, &error))?;
            waiting.extend(entries.filter_map(|entry| Some(entry.ok()?.path())));
        } else {
            files.push(path);
        }
    }
    files.sort();
    for file in files {
        let bytes = std::fs::read(&file).map_err(|error| Trouble::file(&file, &error))?;
        file.hash(&mut hasher);
        bytes.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Whether the stamp holds this fingerprint.
pub(crate) fn stands(stamp: &Path, fingerprint: &str) -> bool {
    std::fs::read_to_string(stamp).is_ok_and(|written| written == fingerprint)
}

/// Writes the stamp after the work that it stands for is done.
pub(crate) fn write(stamp: &Path, fingerprint: &str) -> Result<(), Trouble> {
    let folder = stamp.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(stamp, fingerprint))
        .map_err(|error| Trouble::file(stamp, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_with_a_name_or_a_byte_and_with_nothing_else() {
        let folder = std::env::temp_dir().join(format!("xtask-fingerprint-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("below")).unwrap();
        let file = folder.join("below/a.txt");
        std::fs::write(&file, "one").unwrap();
        let all = || of(std::slice::from_ref(&folder)).unwrap();
        let first = all();
        std::fs::write(&file, "one").unwrap();
        assert_eq!(all(), first);
        std::fs::write(&file, "two").unwrap();
        assert_ne!(all(), first);
        std::fs::write(&file, "one").unwrap();
        std::fs::rename(&file, folder.join("below/b.txt")).unwrap();
        assert_ne!(all(), first);

        let stamp = folder.join("deep/stamp");
        assert!(!stands(&stamp, &first));
        write(&stamp, &first).unwrap();
        assert!(stands(&stamp, &first));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
