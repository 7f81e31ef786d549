//! What a person may ask for, in words of the screen.

use crate::desktop::author::export::ExportKind;
use crate::desktop::author::model::Spot;
use crate::domain::case_study::{Edit, WrittenKind};
use crate::domain::identifier::{CriterionId, ExhibitId, QuestionId};

/// Something new in the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// A question of a kind, at the end of the dossier on the desk.
    Question(WrittenKind),
    /// A question that speaks for a criterion, in the dossier of its competence.
    QuestionFor(CriterionId),
    /// An exhibit.
    Exhibit,
    /// A dossier.
    Dossier,
}

/// What the workspace does itself: files, dialogs, jobs, other screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Back to the home screen.
    Home,
    /// Chooses another file for the case.
    SaveElsewhere,
    /// Chooses a picture for a block of an exhibit, or for a new one.
    AddPicture(ExhibitId, usize),
    /// Chooses where to write a document, then writes it.
    Export(ExportKind),
    /// Stops writing a document.
    StopExport,
    /// Hides how the last export ended.
    ForgetExport,
}

/// Anything a person may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A keystroke: those of one field undo together.
    Type(Box<Edit>),
    /// A change that undoes alone.
    Apply(Box<Edit>),
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
    /// Puts an element on the desk.
    Select(Spot),
    /// Puts the next element on the desk (`true`) or the one before.
    Walk(bool),
    /// Goes to what a diagnostic is about; the coverage where no editor shows it.
    Go(Option<Spot>),
    /// Adds something.
    Add(Addition),
    /// Adds a copy of a question.
    Duplicate(QuestionId),
    /// Gives a question another kind, after a confirmation when its key would be lost.
    SwitchKind(QuestionId, WrittenKind),
    /// Gives a question another kind, its key lost.
    ConfirmKind(QuestionId, WrittenKind),
    /// Removes an element, once confirmed.
    Remove(Spot),
    /// Looks again at the files beside the case.
    LookAgain,
    /// Shows the case as a candidate sees it.
    Try,
    /// Saves at once.
    Save,
    /// Something that the workspace does.
    Errand(Errand),
}
