//! People: levels on posts, credentials, absences.

use chrono::NaiveDate;

/// Person of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Name shown ("Amara D.").
    pub name: String,
    /// Level on each post, by code of the post.
    pub levels: Vec<(String, u32)>,
    /// Credentials such as a CACES.
    pub credentials: Vec<Credential>,
    /// Whether absent at the time of the question.
    pub absent: bool,
}

/// Credential with its last day of validity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Name ("CACES").
    pub name: String,
    /// Last day of validity, when it ends.
    pub valid_until: Option<NaiveDate>,
}

impl Person {
    /// Level on a post; 0 when none is written.
    pub fn level(&self, post: &str) -> u32 {
        self.levels.iter().find(|(code, _)| code == post).map_or(0, |(_, level)| *level)
    }

    /// Whether a credential is valid on a day.
    pub fn holds(&self, credential: &str, day: NaiveDate) -> bool {
        self.credentials
            .iter()
            .any(|held| held.name == credential && held.valid_until.is_none_or(|end| end >= day))
    }
}
