//! A candidate of a session: their route, what they are granted, whether they came.

use serde::{Deserialize, Serialize};

use crate::domain::exam::{Accommodation, Allowance};
use crate::domain::identifier::{ActivityId, CandidateId};

/// A candidate of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Anonymous identifier, on the copy.
    pub id: CandidateId,
    /// Name, hidden from correctors until the deliberation.
    pub name: String,
    /// Route to certification.
    #[serde(default)]
    pub route: AccessRoute,
    /// Accommodation granted by the administration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accommodation: Option<Accommodation>,
    /// Whether they came.
    #[serde(default)]
    pub attendance: Attendance,
    /// Seed of the variant of the case that they answer; the case itself when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<u64>,
    /// CCP obtained before: never taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub obtained_before: Vec<ActivityId>,
}

impl Candidate {
    /// The time that they have for a paper of so many minutes.
    pub fn allowance(&self, minutes: u32) -> Allowance {
        let extra = self.accommodation.as_ref().map(Accommodation::extra).unwrap_or_default();
        Allowance { minutes, extra }
    }
}

/// Route to certification; it changes the evidence that the jury uses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessRoute {
    /// After a training course.
    #[default]
    Training,
    /// Validation des acquis de l'expérience.
    Experience,
    /// Capitalisation of CCP.
    Accumulation,
}

impl AccessRoute {
    /// The word of the field.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Training => "Formation",
            Self::Experience => "VAE",
            Self::Accumulation => "Capitalisation",
        }
    }
}

/// Whether a candidate came to the written test.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// Came, or is expected.
    #[default]
    Present,
    /// Did not come.
    Absent,
}

#[cfg(test)]
mod tests {
    use crate::domain::exam::samples::session_of;

    #[test]
    fn the_time_of_a_candidate_is_that_of_the_paper_and_what_is_granted() {
        let session = session_of("C-01;A;;tiers temps\nC-02;B\n");
        let seconds: Vec<u64> =
            session.candidates.iter().map(|one| one.allowance(120).seconds()).collect();
        assert_eq!(seconds, [9_600, 7_200]);
    }
}
