//! Results: each CCP, then the whole. The program proposes from the jury's decisions; the jury
//! decides.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Acquisition, Settled};
use crate::domain::exam::{Attendance, Candidate};
use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::identifier::ActivityId;

/// Result of one CCP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateResult {
    /// Obtenu.
    Obtained,
    /// Non obtenu.
    NotObtained,
    /// Non présenté.
    NotPresented,
    /// Obtained at an earlier session: never taken back.
    ObtainedBefore,
}

impl CertificateResult {
    /// The words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Obtained => "obtenu",
            Self::NotObtained => "non obtenu",
            Self::NotPresented => "non présenté",
            Self::ObtainedBefore => "acquis antérieurement",
        }
    }

    /// Whether the candidate holds the CCP.
    pub const fn is_held(self) -> bool {
        matches!(self, Self::Obtained | Self::ObtainedBefore)
    }
}

/// Result of a candidate: one for each CCP that the scheme evaluates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Result of each CCP.
    pub certificates: BTreeMap<ActivityId, CertificateResult>,
}

/// The result in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The titre is obtained.
    QualificationObtained,
    /// Some CCP are obtained.
    Partial,
    /// Nothing is obtained at a session of the whole titre.
    Deferred,
    /// The CCP is obtained.
    CertificateObtained,
    /// The CCP is not obtained.
    CertificateNotObtained,
    /// Did not come.
    Absent,
}

impl Verdict {
    /// The words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::QualificationObtained => "Titre obtenu",
            Self::Partial => "Réussite partielle",
            Self::Deferred => "Ajourné",
            Self::CertificateObtained => "CCP obtenu",
            Self::CertificateNotObtained => "CCP non obtenu",
            Self::Absent => "Absent",
        }
    }

    /// Whether everything presented was obtained.
    pub const fn is_success(self) -> bool {
        matches!(self, Self::QualificationObtained | Self::CertificateObtained)
    }
}

impl Outcome {
    /// What follows from the jury's decisions on the competences; `None` while one is missing.
    pub fn proposed(
        qualification: &Qualification,
        scheme: &ExamScheme,
        candidate: &Candidate,
        settled: &Settled,
    ) -> Option<Self> {
        let mut certificates = BTreeMap::new();
        for (activity, competences) in qualification.activities_of(scheme) {
            let result = if candidate.obtained_before.contains(&activity.id) {
                CertificateResult::ObtainedBefore
            } else if candidate.attendance == Attendance::Absent {
                CertificateResult::NotPresented
            } else {
                let mut all = true;
                for competence in competences {
                    all &= settled.decision(&competence.id)? == Acquisition::Acquired;
                }
                if all { CertificateResult::Obtained } else { CertificateResult::NotObtained }
            };
            certificates.insert(activity.id.clone(), result);
        }
        Some(Self { certificates })
    }

    /// The result in one word, for the whole titre or for one CCP.
    pub fn verdict(&self, scheme: &ExamScheme) -> Verdict {
        let presented =
            self.certificates.values().any(|result| *result != CertificateResult::NotPresented);
        let held = self.certificates.values().filter(|result| result.is_held()).count();
        let all = held == self.certificates.len() && held > 0;
        match (scheme.is_whole_qualification(), presented) {
            (_, false) => Verdict::Absent,
            (true, _) if all => Verdict::QualificationObtained,
            (true, _) if held > 0 => Verdict::Partial,
            (true, _) => Verdict::Deferred,
            (false, _) if all => Verdict::CertificateObtained,
            (false, _) => Verdict::CertificateNotObtained,
        }
    }
}
