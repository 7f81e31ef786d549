//! Changes of the case: an edit, a removal, another kind of question.

use super::kinds::{loses_key, with_kind};
use super::moving::repair;
use crate::desktop::author::model::{Asking, OpenCase, Run, Spot, View, sentence};
use crate::domain::case_study::{Edit, WrittenKind};
use crate::domain::identifier::QuestionId;

/// Applies an edit; a refusal is told and changes nothing.
pub(super) fn change(open: &mut OpenCase, view: &mut View, edit: Edit, run: Run) {
    let former = Spot::order(open.case());
    match open.apply(edit, run) {
        Ok(()) => view.notice = None,
        Err(problem) => {
            let why = sentence(&format!("{problem}."));
            view.notice = Some(("Modification refusée.".to_owned(), why));
        }
    }
    repair(open, view, &former);
}

/// Removes an element, once confirmed.
pub(super) fn remove(open: &mut OpenCase, view: &mut View, spot: &Spot) {
    let edit = match spot {
        Spot::Exhibit(id) => Edit::RemoveExhibit(id.clone()),
        Spot::Dossier(id) => Edit::RemoveDossier(id.clone()),
        Spot::Question(id) => Edit::RemoveQuestion(id.clone()),
        _ => return,
    };
    view.asking = None;
    change(open, view, edit, Run::Once);
}

/// Gives a question another kind, after a confirmation when its key would be lost.
pub(super) fn switch_kind(open: &mut OpenCase, view: &mut View, id: QuestionId, kind: WrittenKind) {
    let Some(question) = open.case().question(&id) else { return };
    if question.answer.written_kind() == kind {
        return;
    }
    if loses_key(&question.answer) {
        view.asking = Some(Asking::Kind(id, kind));
    } else {
        give_kind(open, view, &id, kind);
    }
}

/// Gives a question another kind, its key lost.
pub(super) fn give_kind(open: &mut OpenCase, view: &mut View, id: &QuestionId, kind: WrittenKind) {
    view.asking = None;
    let Some(question) = open.case().question(id) else { return };
    let edit = with_kind(question, kind);
    change(open, view, edit, Run::Once);
    view.drafts.forget_all();
}

#[cfg(test)]
mod tests {
    use super::super::example::{ask, question};
    use super::super::{Command, table_edit};
    use super::*;
    use crate::desktop::author::model::example::{case, opened};

    #[test]
    fn a_removed_question_leaves_its_place_and_comes_back_with_undo() {
        let (_folder, mut open) = opened(&case());
        let mut view = View { spot: question("Q7"), ..View::default() };
        view.asking = Some(Asking::Removal(question("Q7")));
        ask(&mut open, &mut view, Command::Remove(question("Q7")));
        assert_eq!((&view.spot, &view.asking), (&question("Q9"), &None));
        ask(&mut open, &mut view, Command::Undo);
        assert_eq!(view.spot, question("Q7"));
        assert!(open.case().question(&"Q7".into()).is_some());
    }

    #[test]
    fn a_kind_is_changed_at_once_unless_a_key_would_be_lost() {
        let (_folder, mut open) = opened(&case());
        let mut view = View { spot: question("Q7"), ..View::default() };
        let edit = table_edit_of(&open);
        ask(&mut open, &mut view, Command::Apply(Box::new(edit)));
        ask(&mut open, &mut view, Command::SwitchKind("Q7".into(), WrittenKind::Number));
        assert_eq!(view.asking, Some(Asking::Kind("Q7".into(), WrittenKind::Number)));
        let kind = |open: &OpenCase| {
            open.case().question(&"Q7".into()).map(|question| question.answer.written_kind())
        };
        assert_eq!(kind(&open), Some(WrittenKind::Table));
        ask(&mut open, &mut view, Command::ConfirmKind("Q7".into(), WrittenKind::Number));
        assert_eq!((kind(&open), view.asking.clone()), (Some(WrittenKind::Number), None));
        ask(&mut open, &mut view, Command::SwitchKind("Q7".into(), WrittenKind::Choice));
        assert_eq!((kind(&open), view.asking.clone()), (Some(WrittenKind::Choice), None));
    }

    fn table_edit_of(open: &OpenCase) -> Edit {
        let question = open.case().question(&"Q7".into()).expect("a question");
        table_edit(question, "tableau", |table| {
            if let Some(column) = table.columns.first_mut() {
                column.title = "Poste".to_owned();
            }
        })
    }

    #[test]
    fn a_refused_edit_is_told_and_changes_nothing() {
        let (_folder, mut open) = opened(&case());
        let mut view = View::default();
        let edit = Edit::DossierTitle("D9".into(), "Perdu".into());
        ask(&mut open, &mut view, Command::Type(Box::new(edit)));
        assert!(view.notice.is_some());
        assert_eq!(open.case(), &case());
    }
}
