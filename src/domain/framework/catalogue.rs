//! The installed référentiels.

use super::Qualification;

/// Installed templates, one per sigle, in alphabetical order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    qualifications: Vec<Qualification>,
}

impl Catalogue {
    /// Adds a template; one of the same sigle is replaced (a folder overrides what is built in).
    pub fn install(&mut self, qualification: Qualification) {
        self.qualifications.retain(|known| known.sigle != qualification.sigle);
        let place = self.qualifications.partition_point(|known| known.sigle < qualification.sigle);
        self.qualifications.insert(place, qualification);
    }

    /// Installed titres.
    pub fn qualifications(&self) -> &[Qualification] {
        &self.qualifications
    }

    /// The titre with this sigle.
    pub fn find(&self, sigle: &str) -> Option<&Qualification> {
        self.qualifications.iter().find(|known| known.sigle == sigle)
    }
}
