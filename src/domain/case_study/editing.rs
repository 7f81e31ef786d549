//! The one way a case changes: named edits that can be undone and redone.

use std::sync::Arc;

use super::{CaseStudy, Dossier, Exhibit, Materials, Question, QuestionKind, TableEdit, Usage};
use crate::domain::identifier::{DossierId, ExhibitId, QuestionId};

/// Steps kept for undo.
const HISTORY_LIMIT: usize = 500;

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
    fn merges_with(&self, previous: &Self) -> bool {
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
            | (Self::Instructions(_), Self::Instructions(_))
            | (Self::Materials(_), Self::Materials(_)) => true,
            _ => false,
        }
    }
}

#[derive(Debug, Clone)]
struct Step {
    edit: Edit,
    before: Arc<CaseStudy>,
}

/// A case under edition, with its history.
#[derive(Debug, Clone)]
pub struct CaseEditor {
    case: Arc<CaseStudy>,
    past: Vec<Step>,
    future: Vec<Step>,
    merging: bool,
    revision: u64,
}

impl CaseEditor {
    /// Begins the edition of a case.
    pub fn new(case: CaseStudy) -> Self {
        Self {
            case: Arc::new(case),
            past: Vec::new(),
            future: Vec::new(),
            merging: false,
            revision: 0,
        }
    }

    /// The case as it is now.
    pub fn case(&self) -> &CaseStudy {
        &self.case
    }

    /// The case as it is now, shared: cheap to hand to a background job.
    pub fn shared(&self) -> Arc<CaseStudy> {
        Arc::clone(&self.case)
    }

    /// A number that changes with every edit, undo and redo.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// What « Annuler » would take back.
    pub fn undo_label(&self) -> Option<String> {
        self.past.last().map(|step| step.edit.label())
    }

    /// What « Rétablir » would do again.
    pub fn redo_label(&self) -> Option<String> {
        self.future.last().map(|step| step.edit.label())
    }

    /// Ends the run of keystrokes that undo together.
    pub const fn finish_run(&mut self) {
        self.merging = false;
    }

    /// Applies an edit; an edit that changes nothing leaves no step.
    ///
    /// # Errors
    /// When the element edited is not there or an identifier is taken; nothing is changed then.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let mut case = CaseStudy::clone(&self.case);
        change(&mut case, &edit)?;
        if case == *self.case {
            return Ok(());
        }
        let merged =
            self.merging && self.past.last().is_some_and(|step| edit.merges_with(&step.edit));
        let before = std::mem::replace(&mut self.case, Arc::new(case));
        if !merged {
            self.past.push(Step { edit, before });
            if self.past.len() > HISTORY_LIMIT {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.merging = true;
        self.revision += 1;
        Ok(())
    }

    /// Takes the last edit back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.past.pop() else { return false };
        let after = std::mem::replace(&mut self.case, step.before);
        self.future.push(Step { edit: step.edit, before: after });
        self.merging = false;
        self.revision += 1;
        true
    }

    /// Does the last undone edit again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.future.pop() else { return false };
        let before = std::mem::replace(&mut self.case, step.before);
        self.past.push(Step { edit: step.edit, before });
        self.merging = false;
        self.revision += 1;
        true
    }
}

fn change(case: &mut CaseStudy, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::Title(text) => case.title.clone_from(text),
        Edit::Author(text) => case.author.clone_from(text),
        Edit::Usage(usage) => case.usage = *usage,
        Edit::Duration(minutes) => case.duration_minutes = *minutes,
        Edit::Reading(minutes) => case.reading_minutes = *minutes,
        Edit::Context(text) => case.context.clone_from(text),
        Edit::Instructions(lines) => case.instructions.clone_from(lines),
        Edit::Materials(materials) => case.materials.clone_from(materials),
        Edit::AddExhibit(_)
        | Edit::ReplaceExhibit(..)
        | Edit::RemoveExhibit(_)
        | Edit::MoveExhibit(..) => return change_exhibits(case, edit),
        Edit::AddDossier(_)
        | Edit::DossierTitle(..)
        | Edit::DossierIntroduction(..)
        | Edit::RemoveDossier(_) => return change_dossiers(case, edit),
        Edit::AddQuestion(..)
        | Edit::ReplaceQuestion(..)
        | Edit::Table(..)
        | Edit::RemoveQuestion(_)
        | Edit::MoveQuestion(..) => return change_questions(case, edit),
    }
    Ok(())
}

fn change_exhibits(case: &mut CaseStudy, edit: &Edit) -> Result<(), EditError> {
    let index_of = |case: &CaseStudy, id: &ExhibitId| {
        case.exhibits
            .iter()
            .position(|exhibit| &exhibit.id == id)
            .ok_or_else(|| EditError::Missing(id.to_string()))
    };
    match edit {
        Edit::AddExhibit(exhibit) => {
            if case.exhibit(&exhibit.id).is_some() {
                return Err(EditError::Taken(exhibit.id.to_string()));
            }
            case.exhibits.push(exhibit.clone());
        }
        Edit::ReplaceExhibit(id, exhibit) => {
            let index = index_of(case, id)?;
            if let Some(place) = case.exhibits.get_mut(index) {
                place.clone_from(exhibit);
            }
        }
        Edit::RemoveExhibit(id) => {
            let index = index_of(case, id)?;
            case.exhibits.remove(index);
            for question in case.dossiers.iter_mut().flat_map(|d| &mut d.questions) {
                question.exhibits.retain(|cited| cited != id);
            }
        }
        Edit::MoveExhibit(id, by) => {
            let from = index_of(case, id)?;
            let to = from.saturating_add_signed(*by).min(case.exhibits.len() - 1);
            let exhibit = case.exhibits.remove(from);
            case.exhibits.insert(to, exhibit);
        }
        _ => {}
    }
    Ok(())
}

fn change_dossiers(case: &mut CaseStudy, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::AddDossier(dossier) => {
            if case.dossiers.iter().any(|known| known.id == dossier.id) {
                return Err(EditError::Taken(dossier.id.to_string()));
            }
            case.dossiers.push(dossier.clone());
        }
        Edit::DossierTitle(id, title) => dossier(case, id)?.title.clone_from(title),
        Edit::DossierIntroduction(id, text) => dossier(case, id)?.introduction.clone_from(text),
        Edit::RemoveDossier(id) => {
            dossier(case, id)?;
            case.dossiers.retain(|known| &known.id != id);
        }
        _ => {}
    }
    Ok(())
}

fn dossier<'a>(case: &'a mut CaseStudy, id: &DossierId) -> Result<&'a mut Dossier, EditError> {
    case.dossiers
        .iter_mut()
        .find(|dossier| &dossier.id == id)
        .ok_or_else(|| EditError::Missing(id.to_string()))
}

fn change_questions(case: &mut CaseStudy, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::AddQuestion(into, question) => {
            if case.question(&question.id).is_some() {
                return Err(EditError::Taken(question.id.to_string()));
            }
            dossier(case, into)?.questions.push(question.clone());
        }
        Edit::ReplaceQuestion(id, question, _) => find(case, id)?.clone_from(question),
        Edit::Table(id, edit) => {
            let question = find(case, id)?;
            if let QuestionKind::Table(table) = &mut question.answer {
                *table = table.with(edit);
            }
        }
        Edit::RemoveQuestion(id) => {
            find(case, id)?;
            for dossier in &mut case.dossiers {
                dossier.questions.retain(|question| &question.id != id);
            }
        }
        Edit::MoveQuestion(id, by) => {
            for _ in 0..by.unsigned_abs() {
                move_question(case, id, *by > 0)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn find<'a>(case: &'a mut CaseStudy, id: &QuestionId) -> Result<&'a mut Question, EditError> {
    case.dossiers
        .iter_mut()
        .flat_map(|dossier| &mut dossier.questions)
        .find(|question| &question.id == id)
        .ok_or_else(|| EditError::Missing(id.to_string()))
}

/// One place down or up; past the end of its dossier a question enters the next one.
fn move_question(case: &mut CaseStudy, id: &QuestionId, down: bool) -> Result<(), EditError> {
    let missing = || EditError::Missing(id.to_string());
    let (dossier, index) = case
        .dossiers
        .iter()
        .enumerate()
        .find_map(|(d, dossier)| {
            dossier.questions.iter().position(|q| &q.id == id).map(|index| (d, index))
        })
        .ok_or_else(missing)?;
    let length = case.dossiers.get(dossier).map_or(0, |dossier| dossier.questions.len());
    let (to_dossier, to_index) = match (down, index) {
        (true, index) if index + 1 < length => (dossier, index + 1),
        (true, _) if dossier + 1 < case.dossiers.len() => (dossier + 1, 0),
        (false, index) if index > 0 => (dossier, index - 1),
        (false, _) if dossier > 0 => (dossier - 1, usize::MAX),
        _ => return Ok(()),
    };
    let question = case.dossiers.get_mut(dossier).ok_or_else(missing)?.questions.remove(index);
    let questions = &mut case.dossiers.get_mut(to_dossier).ok_or_else(missing)?.questions;
    questions.insert(to_index.min(questions.len()), question);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{WrittenKind, blank_question};
    use super::*;
    use crate::domain::identifier::CaseId;
    use proptest::prelude::*;

    fn sample() -> CaseStudy {
        let dossier = |id: &str, questions: &[&str]| Dossier {
            id: id.into(),
            title: id.to_owned(),
            introduction: String::new(),
            questions: questions
                .iter()
                .map(|id| blank_question(WrittenKind::Table, (*id).into()))
                .collect(),
        };
        CaseStudy {
            id: CaseId("essai".into()),
            title: "Essai".into(),
            author: String::new(),
            qualification: "X".into(),
            scheme: "titre".into(),
            usage: Usage::Training,
            duration_minutes: 60,
            reading_minutes: 5,
            context: String::new(),
            instructions: Vec::new(),
            materials: Materials::default(),
            exhibits: Vec::new(),
            dossiers: vec![dossier("D1", &["Q1", "Q2"]), dossier("D2", &["Q3"])],
        }
    }

    fn any_edit() -> impl Strategy<Value = Edit> {
        let question = prop_oneof![Just("Q1"), Just("Q2"), Just("Q3"), Just("Q9")];
        prop_oneof![
            "[a-z]{0,3}".prop_map(Edit::Title),
            (0u32..200).prop_map(Edit::Duration),
            (question.clone(), -3isize..4).prop_map(|(id, by)| Edit::MoveQuestion(id.into(), by)),
            question.clone().prop_map(|id| Edit::RemoveQuestion(id.into())),
            (question.clone(), 0usize..4)
                .prop_map(|(id, row)| Edit::Table(id.into(), TableEdit::RemoveRow(row))),
            (question.clone(), 0usize..4)
                .prop_map(|(id, at)| Edit::Table(id.into(), TableEdit::InsertColumn(at))),
            question.prop_map(|id| {
                Edit::AddQuestion("D2".into(), blank_question(WrittenKind::Number, id.into()))
            }),
            Just(Edit::RemoveDossier("D1".into())),
        ]
    }

    proptest! {
        #[test]
        fn undoing_everything_gives_the_first_case_back_and_redo_the_last(
            edits in proptest::collection::vec(any_edit(), 0..30)
        ) {
            let first = sample();
            let mut editor = CaseEditor::new(first.clone());
            for edit in edits {
                let before = editor.case().clone();
                if editor.apply(edit).is_err() {
                    prop_assert_eq!(editor.case(), &before);
                }
                editor.finish_run();
            }
            let last = editor.case().clone();
            while editor.undo() {}
            prop_assert_eq!(editor.case(), &first);
            while editor.redo() {}
            prop_assert_eq!(editor.case(), &last);
        }
    }

    #[test]
    fn typing_a_title_is_one_step_with_a_name() {
        let mut editor = CaseEditor::new(sample());
        for text in ["F", "Fo", "For", "Forê", "Forêt"] {
            editor.apply(Edit::Title(text.to_owned())).expect("the title changes");
        }
        assert_eq!(editor.undo_label().as_deref(), Some("titre"));
        assert!(editor.undo());
        assert_eq!(editor.case().title, "Essai");
        assert_eq!(editor.redo_label().as_deref(), Some("titre"));
        assert!(!editor.undo());
    }

    #[test]
    fn a_question_moves_across_dossiers() {
        let mut editor = CaseEditor::new(sample());
        editor.apply(Edit::MoveQuestion("Q2".into(), 1)).expect("moved");
        let order: Vec<_> = editor.case().questions().map(|q| q.id.to_string()).collect();
        assert_eq!(order, ["Q1", "Q2", "Q3"]);
        assert_eq!(editor.case().dossiers.first().map(|d| d.questions.len()), Some(1));
    }
}
