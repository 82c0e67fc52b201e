//! Files that the owner chose or dropped, under tokens: the page holds the token, the paths stay here.
//!
//! Tokens count up and are no secret; they work only for files that the owner himself pointed at.

use crate::error::ShellError;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Choices that are remembered; the oldest goes when one more comes.
const MOST_HELD: usize = 32;

/// The choices that were not used yet.
#[derive(Debug, Default)]
pub(crate) struct Picks(Mutex<Held>);

#[derive(Debug, Default)]
struct Held {
    given_out: u64,
    files: VecDeque<(String, Vec<PathBuf>)>,
}

impl Picks {
    fn lock(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps files and gives the token for them.
    pub(crate) fn keep(&self, files: Vec<PathBuf>) -> String {
        let mut held = self.lock();
        held.given_out += 1;
        let token = format!("files-{}", held.given_out);
        if held.files.len() == MOST_HELD {
            held.files.pop_front();
        }
        held.files.push_back((token.clone(), files));
        token
    }

    /// The files under a token.
    pub(crate) fn files(&self, token: &str) -> Result<Vec<PathBuf>, ShellError> {
        let held = self.lock();
        let found = held.files.iter().find(|(known, _)| known == token);
        found.map(|(_, files)| files.clone()).ok_or(ShellError::TokenUnknown)
    }

    /// Forgets the files under a token, once they were used.
    pub(crate) fn forget(&self, token: &str) {
        self.lock().files.retain(|(known, _)| known != token);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use recourse_desk::Coded;

    #[test]
    fn a_token_stands_for_its_files_until_they_were_used() {
        let picks = Picks::default();
        let token = picks.keep(vec![PathBuf::from("a.jpg"), PathBuf::from("b.pdf")]);
        let other = picks.keep(vec![PathBuf::from("c.png")]);
        assert_ne!(token, other);
        assert_eq!(picks.files(&token).unwrap(), [PathBuf::from("a.jpg"), PathBuf::from("b.pdf")]);
        assert!(picks.files(&token).is_ok(), "asking does not use it up");
        picks.forget(&token);
        assert_eq!(picks.files(&token).unwrap_err().code(), "token-unknown");
        assert!(picks.files(&other).is_ok());
    }

    #[test]
    fn nothing_but_a_token_given_out_is_known() {
        let picks = Picks::default();
        picks.keep(vec![PathBuf::from("a.jpg")]);
        for guess in ["", "files-0", "files-2", "FILES-1", "a.jpg", "../a.jpg"] {
            assert_eq!(picks.files(guess).unwrap_err().code(), "token-unknown", "{guess:?}");
        }
    }

    #[test]
    fn the_oldest_goes_when_too_many_are_held_and_no_token_comes_twice() {
        let picks = Picks::default();
        let tokens: Vec<String> = (0..=MOST_HELD).map(|n| picks.keep(vec![PathBuf::from(n.to_string())])).collect();
        assert!(picks.files(&tokens[0]).is_err());
        assert!(tokens[1..].iter().all(|token| picks.files(token).is_ok()));
        let distinct: std::collections::BTreeSet<&String> = tokens.iter().collect();
        assert_eq!(distinct.len(), tokens.len());
    }
}
