//! The case study: what it is for, its context, exhibits, dossiers and questions.

use serde::{Deserialize, Serialize};

use super::{Exhibit, Materials, Points, Question};
use crate::domain::identifier::{CaseId, CriterionId, DossierId, ExhibitId, QuestionId, SchemeId};
use crate::domain::planning::tree::Tree;

/// Étude de cas with its keys. Never handed to a candidate: see `Subject`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseStudy {
    /// Identifier, kept by the subject and the copies.
    pub id: CaseId,
    /// Title shown to everybody.
    pub title: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// Sigle of the titre ("TSGP").
    pub qualification: String,
    /// Exam scheme of that titre ("CCP2").
    pub scheme: SchemeId,
    /// What it may be used for.
    pub usage: Usage,
    /// Duration of the test, in minutes.
    pub duration_minutes: u32,
    /// Part of the duration kept for reading, in minutes.
    #[serde(default)]
    pub reading_minutes: u32,
    /// Company context, in light Markdown.
    pub context: String,
    /// Instructions to the candidates, one a line; usual ones are used when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instructions: Vec<String>,
    /// What candidates may and may not have on the table.
    #[serde(default)]
    pub materials: Materials,
    /// Planning data, from which exhibits are rendered and keys computed.
    #[serde(default, skip_serializing_if = "Tree::is_empty")]
    pub data: Tree,
    /// Annexes, in order.
    #[serde(default)]
    pub exhibits: Vec<Exhibit>,
    /// Dossiers, in order.
    #[serde(default)]
    pub dossiers: Vec<Dossier>,
}

/// What a case may be used for; official subjects come sealed from the certifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    /// Évaluation passée en cours de formation.
    Ecf,
    /// Mock exam.
    MockExam,
    /// Training.
    Training,
    /// Subject of the centre, where the centre states it.
    CentreSubject,
}

impl Usage {
    /// All uses, in the order offered.
    pub const ALL: [Self; 4] = [Self::Ecf, Self::MockExam, Self::Training, Self::CentreSubject];

    /// The words shown on every document.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Ecf => "ECF",
            Self::MockExam => "Examen blanc",
            Self::Training => "Entraînement",
            Self::CentreSubject => "Sujet du centre",
        }
    }
}

/// A group of questions on one theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dossier {
    /// Identifier ("D1").
    pub id: DossierId,
    /// Title.
    pub title: String,
    /// What sets the scene, in light Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// Questions, in order.
    #[serde(default)]
    pub questions: Vec<Question>,
}

impl CaseStudy {
    /// All questions in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.dossiers.iter().flat_map(|dossier| &dossier.questions)
    }

    /// The question with this identifier.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| &question.id == id)
    }

    /// Rank of a question in the case, from 1.
    pub fn number_of(&self, id: &QuestionId) -> Option<usize> {
        self.questions().position(|question| &question.id == id).map(|index| index + 1)
    }

    /// The exhibit with this identifier.
    pub fn exhibit(&self, id: &ExhibitId) -> Option<&Exhibit> {
        self.exhibits.iter().find(|exhibit| &exhibit.id == id)
    }

    /// Rank of an exhibit, from 1: « annexe 3 ».
    pub fn exhibit_number(&self, id: &ExhibitId) -> Option<usize> {
        self.exhibits.iter().position(|exhibit| &exhibit.id == id).map(|index| index + 1)
    }

    /// Questions that give evidence for a criterion, with their rank.
    pub fn evidence_for<'a>(
        &'a self,
        criterion: &'a CriterionId,
    ) -> impl Iterator<Item = (usize, &'a Question)> {
        self.questions()
            .enumerate()
            .filter(move |(_, question)| question.criteria.contains(criterion))
            .map(|(index, question)| (index + 1, question))
    }

    /// Suggested minutes of all questions and of the reading.
    pub fn suggested_minutes(&self) -> u32 {
        self.questions()
            .map(|question| question.minutes)
            .fold(self.reading_minutes, u32::saturating_add)
    }

    /// Internal marks of all questions.
    pub fn total_points(&self) -> Points {
        self.questions().map(|question| question.points).sum()
    }
}

impl Dossier {
    /// Suggested minutes of the dossier.
    pub fn minutes(&self) -> u32 {
        self.questions.iter().map(|question| question.minutes).fold(0, u32::saturating_add)
    }
}
