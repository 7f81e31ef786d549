//! What a person may ask for in « Préparer », and how it changes the case and the view.

mod adding;
mod building;
mod kinds;

use chrono::{DateTime, FixedOffset};

pub use building::{
    block_edit, exhibit_edit, next_option_id, question_edit, table_edit, view_block,
};
pub use kinds::loses_key;

use super::export::ExportKind;
use super::model::{Asking, FocusWish, OpenCase, Run, SideTab, Spot, View, appeared, sentence};
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

/// Does what is asked; gives back what is left to the workspace.
pub fn perform(
    open: &mut OpenCase,
    view: &mut View,
    command: Command,
    now: DateTime<FixedOffset>,
) -> Option<Errand> {
    match command {
        Command::Type(edit) => change(open, view, *edit, Run::Typing),
        Command::Apply(edit) => change(open, view, *edit, Run::Once),
        Command::Undo => travel(open, view, OpenCase::undo),
        Command::Redo => travel(open, view, OpenCase::redo),
        Command::Select(spot) => put_on_desk(open, view, spot),
        Command::Walk(forward) => walk(open, view, forward),
        Command::Go(Some(spot)) => {
            put_on_desk(open, view, spot);
            view.focus = Some(FocusWish::FirstField);
        }
        Command::Go(None) => view.show_tab(SideTab::Coverage),
        Command::Add(addition) => adding::add(open, view, addition),
        Command::Duplicate(question) => adding::duplicate(open, view, &question),
        Command::SwitchKind(question, kind) => switch_kind(open, view, question, kind),
        Command::ConfirmKind(question, kind) => give_kind(open, view, &question, kind),
        Command::Remove(spot) => remove(open, view, &spot),
        Command::LookAgain => open.look_again(),
        Command::Try => try_out(open, view),
        Command::Save => {
            open.save(now);
        }
        Command::Errand(errand) => return Some(errand),
    }
    None
}

/// Applies an edit; a refusal is told and changes nothing.
fn change(open: &mut OpenCase, view: &mut View, edit: Edit, run: Run) {
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

/// An element that is gone leaves the desk to its neighbour.
fn repair(open: &OpenCase, view: &mut View, former: &[Spot]) {
    view.spot = std::mem::take(&mut view.spot).repaired(former, open.case());
}

fn put_on_desk(open: &mut OpenCase, view: &mut View, spot: Spot) {
    open.finish_run();
    if spot.exists_in(open.case()) {
        view.select(spot);
    }
}

fn walk(open: &mut OpenCase, view: &mut View, forward: bool) {
    let order = Spot::order(open.case());
    let here = order.iter().position(|spot| *spot == view.spot).unwrap_or(0);
    let there = if forward { here + 1 } else { here.saturating_sub(1) };
    if let Some(spot) = order.into_iter().nth(there) {
        put_on_desk(open, view, spot);
    }
}

/// Undo and redo: fields show the case as it is, and what comes back is put on the desk.
fn travel(open: &mut OpenCase, view: &mut View, step: fn(&mut OpenCase) -> bool) {
    let former = Spot::order(open.case());
    if !step(open) {
        return;
    }
    view.drafts.forget_all();
    view.tables_changed = true;
    view.notice = None;
    match appeared(&former, &Spot::order(open.case())) {
        Some(back) => view.select(back),
        None => repair(open, view, &former),
    }
}

fn remove(open: &mut OpenCase, view: &mut View, spot: &Spot) {
    let edit = match spot {
        Spot::Exhibit(id) => Edit::RemoveExhibit(id.clone()),
        Spot::Dossier(id) => Edit::RemoveDossier(id.clone()),
        Spot::Question(id) => Edit::RemoveQuestion(id.clone()),
        _ => return,
    };
    view.asking = None;
    change(open, view, edit, Run::Once);
}

fn switch_kind(open: &mut OpenCase, view: &mut View, id: QuestionId, kind: WrittenKind) {
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

fn give_kind(open: &mut OpenCase, view: &mut View, id: &QuestionId, kind: WrittenKind) {
    view.asking = None;
    let Some(question) = open.case().question(id) else { return };
    let edit = kinds::with_kind(question, kind);
    change(open, view, edit, Run::Once);
    view.drafts.forget_all();
}

/// The preview of the question on the desk, or of the first one.
fn try_out(open: &mut OpenCase, view: &mut View) {
    let first = open.case().questions().next().map(|question| question.id.clone());
    if let Some(first) = first.filter(|_| !matches!(view.spot, Spot::Question(_))) {
        put_on_desk(open, view, Spot::Question(first));
    }
    view.show_tab(SideTab::Preview);
}

#[cfg(test)]
mod tests {
    use super::super::model::example::{at, case, opened};
    use super::*;

    fn question(id: &str) -> Spot {
        Spot::Question(id.into())
    }

    fn ask(open: &mut OpenCase, view: &mut View, command: Command) {
        assert_eq!(perform(open, view, command, at(0)), None);
    }

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
    fn undoing_an_addition_shows_a_neighbour() {
        let (_folder, mut open) = opened(&case());
        let mut view = View { spot: question("Q9"), ..View::default() };
        ask(&mut open, &mut view, Command::Add(Addition::Question(WrittenKind::Choice)));
        assert_eq!(view.spot, question("Q10"));
        ask(&mut open, &mut view, Command::Undo);
        assert_eq!(view.spot, question("Q9"));
    }

    #[test]
    fn a_diagnostic_leads_to_its_element_and_to_the_coverage_without_one() {
        let (_folder, mut open) = opened(&case());
        let mut view = View::default();
        view.show_tab(SideTab::Diagnostics);
        ask(&mut open, &mut view, Command::Go(Some(question("Q9"))));
        assert_eq!((&view.spot, view.tab_in_front), (&question("Q9"), false));
        assert_eq!(view.focus, Some(FocusWish::FirstField));
        ask(&mut open, &mut view, Command::Go(None));
        assert_eq!((view.tab, view.tab_in_front), (SideTab::Coverage, true));
        ask(&mut open, &mut view, Command::Go(Some(question("absente"))));
        assert_eq!(view.spot, question("Q9"));
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

    #[test]
    fn the_list_is_walked_to_its_ends() {
        let (_folder, mut open) = opened(&case());
        let mut view = View::default();
        ask(&mut open, &mut view, Command::Walk(false));
        assert_eq!(view.spot, Spot::Identity);
        for _ in 0..40 {
            ask(&mut open, &mut view, Command::Walk(true));
        }
        assert_eq!(view.spot, Spot::Framework);
    }

    #[test]
    fn trying_shows_the_first_question_when_none_is_on_the_desk() {
        let (_folder, mut open) = opened(&case());
        let mut view = View::default();
        ask(&mut open, &mut view, Command::Try);
        assert_eq!((&view.spot, view.tab_in_front), (&question("Q3"), true));
    }
}
