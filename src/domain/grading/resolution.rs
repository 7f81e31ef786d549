//! One change of the jury's common position: agreed level, decision, element examined, advice,
//! outcome.

use serde::{Deserialize, Serialize};

use super::{Acquisition, Level, Outcome};
use crate::domain::identifier::{CompetenceId, CriterionId};

/// An element that the jury has examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Examined {
    /// Copy of the written case.
    WrittenCase,
    /// Copy of the questionnaire professionnel.
    KnowledgeTest,
    /// Notes of the entretien technique.
    TechnicalInterview,
    /// Questionnement à partir de production(s).
    WorkReview,
    /// Results of the évaluations en cours de formation.
    CourseResults,
    /// Dossier professionnel.
    ProfessionalFile,
    /// Livret de certification (capitalisation).
    CertificationBooklet,
    /// Entretien final.
    FinalInterview,
}

impl Examined {
    /// All elements, in the order shown.
    pub const ALL: [Self; 8] = [
        Self::WrittenCase,
        Self::KnowledgeTest,
        Self::TechnicalInterview,
        Self::WorkReview,
        Self::CourseResults,
        Self::ProfessionalFile,
        Self::CertificationBooklet,
        Self::FinalInterview,
    ];

    /// The words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::WrittenCase => "copie de l'étude de cas",
            Self::KnowledgeTest => "copie du questionnaire professionnel",
            Self::TechnicalInterview => "notes de l'entretien technique",
            Self::WorkReview => "questionnement à partir de production(s)",
            Self::CourseResults => "évaluations en cours de formation",
            Self::ProfessionalFile => "dossier professionnel",
            Self::CertificationBooklet => "livret de certification",
            Self::FinalInterview => "entretien final",
        }
    }
}

/// A change of the jury's common position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Resolution {
    /// Level agreed for a criterion on which jurors differed.
    Agreed {
        /// The criterion.
        criterion: CriterionId,
        /// Level before.
        before: Option<Level>,
        /// Level after.
        after: Option<Level>,
        /// What settled it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Decision on a competence.
    Decision {
        /// The competence.
        competence: CompetenceId,
        /// Decision before.
        before: Option<Acquisition>,
        /// Decision after.
        after: Option<Acquisition>,
        /// The reason, required when not acquired.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// An element examined, or not.
    Examined {
        /// The element.
        element: Examined,
        /// Before.
        before: bool,
        /// After.
        after: bool,
    },
    /// Advice to the candidate.
    Advice {
        /// Text before.
        before: String,
        /// Text after.
        after: String,
    },
    /// Decision on the whole.
    Outcome {
        /// Outcome before.
        before: Option<Outcome>,
        /// Outcome after.
        after: Option<Outcome>,
    },
}
