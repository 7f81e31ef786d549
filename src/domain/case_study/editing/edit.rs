//! The edits of a case, each with the name that « Annuler : … » shows.

use crate::domain::case_study::{Dossier, Exhibit, Materials, Question, TableEdit, Usage};
use crate::domain::identifier::{DossierId, ExhibitId, QuestionId};
use crate::domain::planning::tree::Tree;

/// A change of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// New title.
    Title(String),
    /// New author.
    Author(String),
    /// New use.
    Usage(Usage),
    /// New duration in minutes.
    Duration(u32),
    /// New reading time in minutes.
    Reading(u32),
    /// New context.
    Context(String),
    /// New planning data.
    Data(Tree),
    /// New instructions.
    Instructions(Vec<String>),
    /// New material.
    Materials(Materials),
    /// Adds an exhibit at the end.
    AddExhibit(Exhibit),
    /// Replaces an exhibit.
    ReplaceExhibit(ExhibitId, Exhibit),
    /// Removes an exhibit and the references to it.
    RemoveExhibit(ExhibitId),
    /// Moves an exhibit by so many places.
    MoveExhibit(ExhibitId, isize),
    /// Adds a dossier at the end.
    AddDossier(Dossier),
    /// Renames a dossier.
    DossierTitle(DossierId, String),
    /// New introduction of a dossier.
    DossierIntroduction(DossierId, String),
    /// Removes a dossier with its questions.
    RemoveDossier(DossierId),
    /// Adds a question at the end of a dossier.
    AddQuestion(DossierId, Question),
    /// Replaces a question; the text names what was changed ("énoncé").
    ReplaceQuestion(QuestionId, Question, &'static str),
    /// Changes the table of a question.
    Table(QuestionId, TableEdit),
    /// Removes a question.
    RemoveQuestion(QuestionId),
    /// Moves a question by so many places, across dossiers at their ends.
    MoveQuestion(QuestionId, isize),
}

/// Why an edit is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The edited element is not there.
    #[error("l'élément {0} n'existe plus : rien n'a été changé")]
    Missing(String),
    /// The identifier is taken.
    #[error("l'identifiant {0} est déjà pris : choisissez-en un autre")]
    Taken(String),
}

impl Edit {
    /// What the edit does, for « Annuler : … ».
    pub fn label(&self) -> String {
        match self {
            Self::Title(_) => "titre".to_owned(),
            Self::Author(_) => "auteur".to_owned(),
            Self::Usage(_) => "usage".to_owned(),
            Self::Duration(_) => "durée".to_owned(),
            Self::Reading(_) => "temps de lecture".to_owned(),
            Self::Context(_) => "contexte".to_owned(),
            Self::Data(_) => "données".to_owned(),
            Self::Instructions(_) => "consignes".to_owned(),
            Self::Materials(_) => "matériel".to_owned(),
            Self::AddExhibit(exhibit) => format!("ajout de l'annexe {}", exhibit.id),
            Self::ReplaceExhibit(id, _) => format!("annexe {id}"),
            Self::RemoveExhibit(id) => format!("suppression de l'annexe {id}"),
            Self::MoveExhibit(id, _) => format!("déplacement de l'annexe {id}"),
            Self::AddDossier(dossier) => format!("ajout du dossier {}", dossier.id),
            Self::DossierTitle(id, _) => format!("titre du dossier {id}"),
            Self::DossierIntroduction(id, _) => format!("introduction du dossier {id}"),
            Self::RemoveDossier(id) => format!("suppression du dossier {id}"),
            Self::AddQuestion(_, question) => format!("ajout de la question {}", question.id),
            Self::ReplaceQuestion(id, _, what) => format!("{what} de {id}"),
            Self::Table(id, _) => format!("tableau de {id}"),
            Self::RemoveQuestion(id) => format!("suppression de la question {id}"),
            Self::MoveQuestion(id, _) => format!("déplacement de la question {id}"),
        }
    }

    /// Edits that replace the same text one keystroke after the other undo together.
    pub(super) fn merges_with(&self, previous: &Self) -> bool {
        match (self, previous) {
            (Self::ReplaceQuestion(a, _, x), Self::ReplaceQuestion(b, _, y)) => a == b && x == y,
            (Self::ReplaceExhibit(a, _), Self::ReplaceExhibit(b, _)) => a == b,
            (Self::DossierTitle(a, _), Self::DossierTitle(b, _))
            | (Self::DossierIntroduction(a, _), Self::DossierIntroduction(b, _)) => a == b,
            (
                Self::Table(a, TableEdit::SetCell(at, _)),
                Self::Table(b, TableEdit::SetCell(to, _)),
            ) => a == b && at == to,
            (
                Self::Table(a, TableEdit::SetTitle(at, _)),
                Self::Table(b, TableEdit::SetTitle(to, _)),
            ) => a == b && at == to,
            (Self::Title(_), Self::Title(_))
            | (Self::Author(_), Self::Author(_))
            | (Self::Duration(_), Self::Duration(_))
            | (Self::Reading(_), Self::Reading(_))
            | (Self::Context(_), Self::Context(_))
            | (Self::Data(_), Self::Data(_))
            | (Self::Instructions(_), Self::Instructions(_))
            | (Self::Materials(_), Self::Materials(_)) => true,
            _ => false,
        }
    }
}
