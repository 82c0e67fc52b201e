//! The profiles that come with the program, and the owner's own beside them.

use super::{Profile, ProfileError};
use recourse_rulebook::assets::RULES;
use std::sync::OnceLock;

/// Folder below `assets/rules`.
const FOLDER: &str = "statements";

/// Profiles to choose from; the owner's own come first.
#[derive(Debug, Clone, Default)]
pub struct Profiles {
    list: Vec<Profile>,
}

impl Profiles {
    /// The shipped ones.
    ///
    /// # Errors
    /// [`ProfileError`] with file, line and reason.
    pub fn shipped() -> Result<Self, ProfileError> {
        static READ: OnceLock<Result<Profiles, ProfileError>> = OnceLock::new();
        READ.get_or_init(|| {
            let mut list = Vec::new();
            let Some(folder) = RULES.get_dir(FOLDER) else { return Ok(Self::default()) };
            let mut files: Vec<_> = folder.files().collect();
            files.sort_by_key(|file| file.path());
            for file in files {
                let name = file.path().to_string_lossy();
                list.push(Profile::parse(file.contents_utf8().unwrap_or_default(), &name)?);
            }
            Ok(Self { list })
        })
        .clone()
    }

    /// With the owner's own, which are asked first and may replace a shipped one by its name.
    #[must_use]
    pub fn with_own(mut self, own: Vec<Profile>) -> Self {
        self.list.retain(|shipped| !own.iter().any(|o| o.id == shipped.id));
        self.list.splice(0..0, own);
        self
    }

    /// All, in the order in which they are asked.
    #[must_use]
    pub fn all(&self) -> &[Profile] {
        &self.list
    }

    /// One by its name.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Profile> {
        self.list.iter().find(|profile| profile.id.as_str() == id)
    }
}
