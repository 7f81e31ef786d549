//! A session: what is sat, by whom, before which jury.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::file_names::name_on_any_disk;
use super::paper::{FIRST_PAPER, Paper};
use super::{Accommodation, Allowance};
use crate::domain::diagnostic::{Diagnostic, Element};
use crate::domain::french::short_date;
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
        let candidates = self.candidates.iter().map(|one| one.id.as_str());
        let mut found = twins(candidates, "candidats", |id| Element::Candidate(id.into()));
        found.extend(self.shared_copies());
        let jurors = self.jurors.iter().map(|one| one.id.as_str());
        found.extend(twins(jurors, "jurés", |id| Element::Juror(id.into())));
        if self.jurors.len() < 2 {
            found.push(Diagnostic::warning(
                Element::Document,
                format!("{} juré : le jury en compte deux au moins.", self.jurors.len()),
                "Ajoutez un juré à la session.",
            ));
        }
        if self.jury_date < self.date {
            found.push(Diagnostic::warning(
                Element::Document,
                format!(
                    "le jury est daté du {}, avant l'écrit du {}.",
                    short_date(self.jury_date),
                    short_date(self.date)
                ),
                "Vérifiez les deux dates.",
            ));
        }
        found
    }

    /// Candidates whose copy of the first paper would bear the name of another one's copy of a
    /// later paper: "C-01-E2" beside the second paper of "C-01".
    fn shared_copies(&self) -> Vec<Diagnostic> {
        let papers = self.other_papers.iter();
        let papers: BTreeMap<String, &Paper> =
            papers.map(|paper| (name_on_any_disk(paper.id.as_str()), paper)).collect();
        let known = self.candidates.iter();
        let known: BTreeMap<String, &Candidate> =
            known.map(|one| (name_on_any_disk(one.id.as_str()), one)).collect();
        let shared = known.iter().filter_map(|(name, other)| {
            let (stem, paper) = name.rsplit_once('-')?;
            Some((*other, *known.get(stem)?, *papers.get(paper)?))
        });
        let problem = |(other, one, paper): (&Candidate, &Candidate, &Paper)| {
            Diagnostic::error(
                Element::Candidate(other.id.clone()),
                format!(
                    "sa copie porterait le même nom que celle de {} pour « {} ».",
                    one.id, paper.label
                ),
                "Donnez-lui un autre identifiant.",
            )
        };
        shared.map(problem).collect()
    }
}

/// People of one kind whose files would bear one name.
fn twins<'a>(
    people: impl Iterator<Item = &'a str>,
    kind: &str,
    element: impl Fn(&str) -> Element,
) -> Vec<Diagnostic> {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for id in people {
        let Some(first) = known.insert(name_on_any_disk(id), id) else { continue };
        let what = if first == id {
            format!("deux {kind} portent cet identifiant.")
        } else {
            format!("deux {kind} ne diffèrent que par les majuscules, {first} et {id}.")
        };
        found.push(Diagnostic::error(
            element(id),
            what,
            "Donnez un identifiant propre à chacun dans la session.",
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::{parse_candidates, parse_jurors};

    fn session(candidates: &str) -> Session {
        let day = NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day");
        Session {
            id: "S-1".into(),
            title: String::new(),
            date: day,
            jury_date: day,
            centre: String::new(),
            room: String::new(),
            case_file: String::new(),
            subject_file: String::new(),
            other_papers: Vec::new(),
            jury_recipient: None,
            subject_fingerprints: BTreeMap::new(),
            candidates: parse_candidates(candidates).0,
            jurors: parse_jurors("J-1 ; A\nJ-2 ; B\n").0,
        }
    }

    fn said(session: &Session) -> String {
        session.diagnostics().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn identifiers_that_name_one_file_are_said() {
        assert_eq!(said(&session("C-01;A\nC-02;B\n")), "");
        assert!(said(&session("C-01;A\nC-01;B\n")).contains("portent cet identifiant"));
        let alike = said(&session("C-01;A\nc-01;B\n"));
        assert!(alike.contains("que par les majuscules, C-01 et c-01"), "{alike}");
        let mut two_papers = session("C-01;A\nC-01-E2;B\n");
        assert_eq!(said(&two_papers), "", "one paper: each has a name of its own");
        two_papers.other_papers.push(Paper {
            id: "E2".into(),
            label: "Questionnaire".to_owned(),
            case_file: String::new(),
            subject_file: String::new(),
        });
        let shared = said(&two_papers);
        assert!(shared.contains("candidat C-01-E2 : sa copie"), "{shared}");
        assert!(shared.contains("celle de C-01 pour « Questionnaire »"), "{shared}");
    }

    #[test]
    fn a_jury_before_the_test_is_said_and_forbids_nothing() {
        let mut early = session("C-01;A\n");
        early.jury_date = NaiveDate::from_ymd_opt(2027, 3, 10).expect("a day");
        let found = early.diagnostics();
        let words = said(&early);
        assert!(words.contains("daté du 10/03/2027, avant l'écrit du 11/03/2027"), "{words}");
        assert!(!crate::domain::diagnostic::has_errors(&found));
    }

    #[test]
    fn the_time_of_a_candidate_is_that_of_the_paper_and_what_is_granted() {
        let session = session("C-01;A;;tiers temps\nC-02;B\n");
        let seconds: Vec<u64> =
            session.candidates.iter().map(|one| one.allowance(120).seconds()).collect();
        assert_eq!(seconds, [9_600, 7_200]);
    }
}
