//! Standard output: one document, or text.

use crate::refusal::Refusal;
use serde::Serialize;
use std::io::{self, ErrorKind, Write as _};

/// Prints the document, or with `--json` unset the text made from it.
pub(crate) fn answer<T: Serialize>(json: bool, document: &T, text: impl FnOnce(&T) -> String) -> Result<(), Refusal> {
    if json {
        let mut bytes = serde_json::to_vec_pretty(document).map_err(io::Error::from)?;
        bytes.push(b'\n');
        write(&bytes)
    } else {
        let text = text(document);
        let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        write(format!("{text}{end}").as_bytes())
    }
}

/// Writes everything; a reader that went away (`| head`) has seen enough, which is no failure.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Refusal> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Refusal::Output(error)),
        _ => Ok(()),
    }
}
