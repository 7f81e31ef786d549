//! A session: what is sat, by whom, before which jury.
//!
//! - `candidate`: who sits; `checks`: what is wrong with a session.

mod candidate;
mod checks;

pub use candidate::{AccessRoute, Attendance, Candidate};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::paper::{FIRST_PAPER, Paper};
use crate::domain::identifier::{CandidateId, JurorId, PaperId, SessionId};

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
    /// A session of which nothing else is decided: the jury sits on the same day, nobody is listed,
    /// no file is named, nothing is sealed.
    pub const fn new(id: SessionId, title: String, date: NaiveDate) -> Self {
        Self {
            id,
            title,
            date,
            jury_date: date,
            centre: String::new(),
            room: String::new(),
            case_file: String::new(),
            subject_file: String::new(),
            other_papers: Vec::new(),
            jury_recipient: None,
            subject_fingerprints: BTreeMap::new(),
            candidates: Vec::new(),
            jurors: Vec::new(),
        }
    }

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
}
