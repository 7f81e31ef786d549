//! A session: what is sat, by whom, before which jury.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Accommodation;
use super::paper::{FIRST_PAPER, Paper};
use crate::domain::diagnostic::{Diagnostic, Element};
use crate::domain::identifier::{ActivityId, CandidateId, JurorId, PaperId, SessionId};

/// Session of exam, prepared by the centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Identifier.
    pub id: SessionId,
    /// Title shown to the jury.
    pub title: String,
    /// Day of the written test.
    pub date: NaiveDate,
    /// Day of the deliberation.
    pub jury_date: NaiveDate,
    /// Centre.
    #[serde(default)]
    pub centre: String,
    /// Room.
    #[serde(default)]
    pub room: String,
    /// File of the case study, in the session's folder.
    pub case_file: String,
    /// File of the subject, in the session's folder.
    pub subject_file: String,
    /// Papers after the first one, each with its own subject, code and time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_papers: Vec<Paper>,
    /// Public half of the jury's key, to which copies are sealed; none in a session of training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jury_recipient: Option<String>,
    /// Fingerprints of the subjects as they were prepared: by paper ("E1"), by paper and candidate
    /// ("E1/C-01") for variants. A later program may derive the same subject otherwise.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub subject_fingerprints: BTreeMap<String, String>,
    /// Candidates.
    pub candidates: Vec<Candidate>,
    /// Jurors; two at least.
    pub jurors: Vec<Juror>,
}

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

/// A juror of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Juror {
    /// Identifier ("J-1").
    pub id: JurorId,
    /// Name.
    pub name: String,
    /// Employer or centre, to see conflicts of interest.
    #[serde(default)]
    pub organisation: String,
}

/// Where the fingerprint of a paper, or of a candidate's variant of it, is kept.
pub fn fingerprint_key(paper: &PaperId, varied: Option<&Candidate>) -> String {
    match varied {
        Some(candidate) => format!("{paper}/{}", candidate.id),
        None => paper.to_string(),
    }
}

impl Session {
    /// All the papers, the first one named « Étude de cas ».
    pub fn papers(&self) -> Vec<Paper> {
        let first = Paper {
            id: PaperId(FIRST_PAPER.to_owned()),
            label: "Étude de cas".to_owned(),
            case_file: self.case_file.clone(),
            subject_file: self.subject_file.clone(),
        };
        [first].into_iter().chain(self.other_papers.iter().cloned()).collect()
    }

    /// The fingerprint of the subject that a candidate was given in a paper, when it was kept.
    pub fn prepared_fingerprint(&self, paper: &PaperId, candidate: &Candidate) -> Option<&str> {
        let key = fingerprint_key(paper, Some(candidate).filter(|known| known.variant.is_some()));
        self.subject_fingerprints.get(&key).map(String::as_str)
    }

    /// The candidate with this identifier.
    pub fn candidate(&self, id: &CandidateId) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| &candidate.id == id)
    }

    /// The juror with this identifier.
    pub fn juror(&self, id: &JurorId) -> Option<&Juror> {
        self.jurors.iter().find(|juror| &juror.id == id)
    }

    /// All problems of the session at once.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for candidate in self.candidates.iter().filter(|c| !seen.insert(&c.id)) {
            found.push(Diagnostic::error(
                Element::Candidate(candidate.id.clone()),
                "deux candidats portent cet identifiant.",
                "Donnez un identifiant propre à chacun dans la session.",
            ));
        }
        let mut seen = HashSet::new();
        for juror in self.jurors.iter().filter(|juror| !seen.insert(&juror.id)) {
            found.push(Diagnostic::error(
                Element::Juror(juror.id.clone()),
                "deux jurés portent cet identifiant.",
                "Donnez un identifiant propre à chacun dans la session.",
            ));
        }
        if self.jurors.len() < 2 {
            found.push(Diagnostic::warning(
                Element::Document,
                format!("{} juré : le jury en compte deux au moins.", self.jurors.len()),
                "Ajoutez un juré à la session.",
            ));
        }
        found
    }
}
