//! Dispositif d'évaluation: which modalities, how long, for which competences.

use serde::{Deserialize, Serialize};

use super::SourceNote;
use crate::domain::identifier::{ActivityId, CompetenceId, SchemeId};

/// Dispositif d'évaluation of the titre or of one CCP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamScheme {
    /// Identifier ("titre", "CCP2").
    pub id: SchemeId,
    /// What is certified, in words.
    pub title: String,
    /// The activity, when the scheme is that of one CCP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<ActivityId>,
    /// Modalities in the order of the référentiel.
    pub modalities: Vec<Modality>,
    /// Total time of the candidate, in minutes.
    pub candidate_minutes: u32,
    /// Presence of the jury before the candidate, in minutes.
    pub jury_minutes: u32,
    /// How the jury proceeds.
    pub jury_protocol: String,
    /// Particular composition of the jury.
    pub jury_composition: String,
    /// Who watches the written tests.
    pub surveillance: String,
    /// What a VAE candidate must prepare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub experience_route: Option<String>,
    /// Regulatory obligations, where the source has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regulatory: Option<String>,
    /// Remarks on the sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<SourceNote>,
}

/// Kind of modality; the words are those of the référentiels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModalityKind {
    /// Mise en situation professionnelle.
    CaseStudyExam,
    /// Présentation d'un projet réalisé en amont de la session.
    ProjectPresentation,
    /// Entretien technique.
    TechnicalInterview,
    /// Questionnaire professionnel.
    KnowledgeTest,
    /// Questionnement à partir de production(s).
    WorkReview,
    /// Entretien final.
    FinalInterview,
}

impl ModalityKind {
    /// Official name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CaseStudyExam => "Mise en situation professionnelle",
            Self::ProjectPresentation => "Présentation d'un projet réalisé en amont de la session",
            Self::TechnicalInterview => "Entretien technique",
            Self::KnowledgeTest => "Questionnaire professionnel",
            Self::WorkReview => "Questionnement à partir de production(s)",
            Self::FinalInterview => "Entretien final",
        }
    }

    /// One-word name for narrow columns.
    pub const fn short_label(self) -> &'static str {
        match self {
            Self::CaseStudyExam => "Écrit",
            Self::ProjectPresentation => "Projet",
            Self::TechnicalInterview => "Entretien",
            Self::KnowledgeTest => "QP",
            Self::WorkReview => "Production",
            Self::FinalInterview => "Final",
        }
    }
}

/// One modality of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modality {
    /// Which modality.
    pub kind: ModalityKind,
    /// Duration for the candidate, in minutes.
    pub minutes: u32,
    /// Whether the jury is present.
    pub jury_present: bool,
    /// Competences evaluated; empty for the entretien final.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub competences: Vec<CompetenceId>,
    /// Form of the test ("étude de cas écrite et individuelle").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Detail of its organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// What follows the presentation or completes the organisation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<String>,
    /// What a candidate without a report does instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fallback: Option<String>,
    /// Topics of the questionnaire or of the interview.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// What the subject of the written case must contain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required_content: Vec<String>,
    /// What the candidate must produce.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_productions: Option<String>,
    /// Remarks on the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<SourceNote>,
}

impl ExamScheme {
    /// The modality of that kind, where the scheme has it.
    pub fn modality(&self, kind: ModalityKind) -> Option<&Modality> {
        self.modalities.iter().find(|modality| modality.kind == kind)
    }

    /// The mise en situation professionnelle (written case), where the scheme has it.
    pub fn written_case(&self) -> Option<&Modality> {
        self.modality(ModalityKind::CaseStudyExam)
    }

    /// Competences evaluated by at least one modality, in the order met.
    pub fn competences(&self) -> Vec<&CompetenceId> {
        let mut seen = Vec::new();
        for id in self.modalities.iter().flat_map(|modality| &modality.competences) {
            if !seen.contains(&id) {
                seen.push(id);
            }
        }
        seen
    }

    /// Modalities that evaluate a competence (deduced from section 3.1 of the référentiels).
    pub fn modalities_for(&self, competence: &CompetenceId) -> Vec<ModalityKind> {
        self.modalities
            .iter()
            .filter(|modality| modality.competences.contains(competence))
            .map(|modality| modality.kind)
            .collect()
    }

    /// Whether this scheme certifies the whole titre rather than one CCP.
    pub const fn is_whole_qualification(&self) -> bool {
        self.activity.is_none()
    }

    /// "titre" or "CCP 2" with the no-break space that print wants.
    pub fn label(&self) -> String {
        let digits = self.id.as_str().strip_prefix("CCP");
        digits.map_or_else(|| self.id.to_string(), |digits| format!("CCP\u{a0}{}", digits.trim()))
    }
}
