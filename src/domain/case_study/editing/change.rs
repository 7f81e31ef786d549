//! What each edit changes in a case.

use super::{Edit, EditError};
use crate::domain::case_study::{CaseStudy, Dossier, Question, QuestionKind};
use crate::domain::identifier::{DossierId, ExhibitId, QuestionId};

pub(super) fn change(case: &mut CaseStudy, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::Title(text) => case.title.clone_from(text),
        Edit::Author(text) => case.author.clone_from(text),
        Edit::Usage(usage) => case.usage = *usage,
        Edit::Duration(minutes) => case.duration_minutes = *minutes,
        Edit::Reading(minutes) => case.reading_minutes = *minutes,
        Edit::Context(text) => case.context.clone_from(text),
        Edit::Data(data) => case.data.clone_from(data),
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
