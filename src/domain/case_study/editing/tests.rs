//! Undo gives everything back; typing is one step; questions move across dossiers.

use super::*;
use crate::domain::case_study::{Dossier, TableEdit, WrittenKind, blank_question, samples};
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
    let dossiers = vec![dossier("D1", &["Q1", "Q2"]), dossier("D2", &["Q3"])];
    CaseStudy { dossiers, ..samples::case() }
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
