//! The sujet: what a candidate may see. No field here can hold a key, marks, criteria or a model
//! answer, so leaking them cannot be written.
//!
//! - `form`: what is filled in a question; `derivation`: from the case study to the sujet.

mod derivation;
mod form;

pub use form::{AnswerForm, SubjectCell, SubjectOption, SubjectTable};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Exhibit, Materials, Usage};
use crate::domain::framework::ModalityKind;
use crate::domain::identifier::{CaseId, DossierId, ExhibitId, QuestionId};

/// Sujet derived from a case study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The case that it was derived from.
    pub case: CaseId,
    /// Title.
    pub title: String,
    /// Sigle of the titre.
    pub sigle: String,
    /// Title of the titre.
    pub qualification_title: String,
    /// Code of the titre.
    pub code: String,
    /// Millésime of the référentiel.
    pub edition: String,
    /// What is certified: "titre", "CCP 2".
    pub scheme_label: String,
    /// Official label of the titre or of the activity.
    pub scheme_title: String,
    /// Name of the test.
    pub modality: ModalityKind,
    /// Form of the test, as the référentiel says it.
    pub form: String,
    /// What it is used for.
    pub usage: Usage,
    /// Duration in minutes.
    pub duration_minutes: u32,
    /// Suggested reading time in minutes.
    pub reading_minutes: u32,
    /// Company context, in light Markdown.
    pub context: String,
    /// Instructions.
    pub instructions: Vec<String>,
    /// Material allowed and forbidden.
    pub materials: Materials,
    /// Annexes.
    pub exhibits: Vec<Exhibit>,
    /// Pictures of the annexes: file name to bytes in Base64.
    #[serde(default)]
    pub pictures: BTreeMap<String, String>,
    /// Dossiers.
    pub dossiers: Vec<SubjectDossier>,
}

/// Dossier as a candidate sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectDossier {
    /// Identifier.
    pub id: DossierId,
    /// Title.
    pub title: String,
    /// Introduction, in light Markdown.
    pub introduction: String,
    /// Questions.
    pub questions: Vec<SubjectQuestion>,
}

/// Question as a candidate sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectQuestion {
    /// Identifier.
    pub id: QuestionId,
    /// Title.
    pub title: String,
    /// Statement, in light Markdown.
    pub statement: String,
    /// Suggested minutes.
    pub minutes: u32,
    /// Annexes to read.
    pub exhibits: Vec<ExhibitId>,
    /// What to fill.
    pub form: AnswerForm,
}

impl Subject {
    /// All questions in order.
    pub fn questions(&self) -> impl Iterator<Item = &SubjectQuestion> {
        self.dossiers.iter().flat_map(|dossier| &dossier.questions)
    }

    /// The question with this identifier.
    pub fn question(&self, id: &QuestionId) -> Option<&SubjectQuestion> {
        self.questions().find(|question| &question.id == id)
    }

    /// Rank of an exhibit, from 1.
    pub fn exhibit_number(&self, id: &ExhibitId) -> Option<usize> {
        self.exhibits.iter().position(|exhibit| &exhibit.id == id).map(|index| index + 1)
    }
}
