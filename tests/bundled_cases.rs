//! Every case study of `case_templates` is ready to sit, and its model answers earn full marks.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use casdecole::domain::answers::{
    AnswerSheet, AnswerValue, CellAnswer, Sitting, TypedNumber, model_answer,
};
use casdecole::domain::case_study::SolvedCase;
use casdecole::domain::case_study::{
    AnswerForm, CellPosition, QuestionKind, Subject, SubjectQuestion, WrittenKind, validate,
};
use casdecole::domain::exam::{Allowance, ExtraTime, Moment};
use casdecole::domain::grading::{CellState, QuestionMark, mark_copy};
use casdecole::storage::{
    StoredCase, bundled_cases, derive_subject, load_catalogue, pictures_beside, read_case,
};
use chrono::{DateTime, FixedOffset};

fn case_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("case_templates");
    let mut found = Vec::new();
    for folder in std::fs::read_dir(root).expect("the folder is there").flatten() {
        for file in std::fs::read_dir(folder.path()).expect("a folder").flatten() {
            if file.path().to_string_lossy().ends_with(".cas.yaml") {
                found.push(file.path());
            }
        }
    }
    found.sort();
    assert!(found.len() >= 2);
    found
}

fn solved(stored: &StoredCase) -> SolvedCase {
    stored.solved().expect("the keys are computed")
}

fn cases() -> Vec<StoredCase> {
    case_files().iter().map(|path| read_case(path).expect("the case reads")).collect()
}

#[test]
fn no_case_has_any_problem() {
    let (catalogue, _) = load_catalogue(None);
    for stored in cases() {
        let found = validate(&stored.case, &catalogue, &pictures_beside(&stored.path));
        assert!(found.is_empty(), "{}: {found:#?}", stored.path.display());
    }
}

#[test]
fn each_case_has_what_its_titre_asks() {
    for stored in cases() {
        let case = &stored.case;
        let kinds: BTreeSet<_> = case.questions().map(|q| q.answer.written_kind() as u8).collect();
        let solved = solved(&stored);
        let tables =
            solved.case.questions().filter(|q| matches!(q.answer, QuestionKind::Table(_))).count();
        assert!(case.exhibits.len() >= 5 && case.questions().count() >= 10 && tables >= 3);
        for kind in [
            WrittenKind::LongText,
            WrittenKind::ShortText,
            WrittenKind::Number,
            WrittenKind::Choice,
        ] {
            assert!(kinds.contains(&(kind as u8)), "{} has no {}", case.id, kind.label());
        }
        assert_eq!(case.duration_minutes, 120);
        assert!(case.questions().all(|question| !question.model_answer.trim().is_empty()));
    }
}

/// Types the model answer as a candidate would: through the answer sheet, from its text alone.
fn type_in(
    sheet: &mut AnswerSheet,
    question: &SubjectQuestion,
    value: &AnswerValue,
    at: DateTime<FixedOffset>,
) {
    match (value, &question.form) {
        (AnswerValue::Text { text }, _) => sheet.write_text(question, text, at),
        (AnswerValue::Number(TypedNumber { typed, .. }), AnswerForm::Number { unit }) => {
            sheet.write_text(question, &format!("{typed} {unit}"), at)
        }
        (AnswerValue::Choice { selected }, _) => {
            selected.iter().try_for_each(|option| sheet.tick(question, option, true, at))
        }
        (AnswerValue::Table { cells }, _) => {
            cells.iter().try_for_each(|(reference, CellAnswer { typed, .. })| {
                let at_cell = CellPosition::from_reference(reference).expect("a reference");
                sheet.write_cell(question, at_cell, typed, at)
            })
        }
        (AnswerValue::Number(_), _) => panic!("a number for another form"),
    }
    .expect("the answer is taken");
}

fn model_copy(subject: &Subject, solved: &SolvedCase) -> AnswerSheet {
    let start = DateTime::UNIX_EPOCH.fixed_offset();
    let sitting = Sitting {
        copy: "copie".into(),
        candidate: "C-01".into(),
        seat: String::new(),
        allowance: Allowance { minutes: 120, extra: ExtraTime::None },
        subject_fingerprint: String::new(),
    };
    let mut sheet = AnswerSheet::begin(subject, sitting).started(Moment::new(start, 0));
    for (question, form) in solved.case.questions().zip(subject.questions()) {
        let value = model_answer(question).expect("every key is there");
        type_in(&mut sheet, form, &value, start);
    }
    sheet
}

#[test]
fn model_answers_earn_full_marks() {
    let (catalogue, _) = load_catalogue(None);
    for stored in cases() {
        let subject = derive_subject(&stored, &catalogue).expect("the subject is derived");
        let solved = solved(&stored);
        let marked = mark_copy(&solved, &model_copy(&subject, &solved));
        assert!(marked.roots.is_empty(), "{:?}", marked.roots);
        for question in solved.case.questions() {
            let mark = marked.questions.get(&question.id).expect("marked");
            match mark.points() {
                Some(points) => assert_eq!(points, question.points, "{} {mark:?}", question.id),
                None => assert_eq!(*mark, QuestionMark::ToRead { answered: true }),
            }
        }
    }
}

#[test]
fn a_wrong_cell_loses_its_own_share_only() {
    let (catalogue, _) = load_catalogue(None);
    for stored in cases() {
        let subject = derive_subject(&stored, &catalogue).expect("the subject is derived");
        let solved = solved(&stored);
        let mut sheet = model_copy(&subject, &solved);
        let (question, form) = solved
            .case
            .questions()
            .zip(subject.questions())
            .find(|(question, _)| matches!(question.answer, QuestionKind::Table(_)))
            .expect("a table");
        let QuestionKind::Table(table) = &question.answer else { return };
        let (at, _) = table.asked().next().expect("a cell");
        let start = DateTime::UNIX_EPOCH.fixed_offset();
        sheet.write_cell(form, at, "123 456,789", start).expect("written");
        let marked = mark_copy(&solved, &sheet);
        let mark = marked.questions.get(&question.id).expect("marked");
        let state = mark.cell(at).map(|cell| cell.state);
        assert!(matches!(state, Some(CellState::Wrong | CellState::RootError)), "{state:?}");
        let (right, total) = mark.tally().expect("a tally");
        assert_eq!(right + mark.consistent(), total - 1);
        assert!(mark.points() < Some(question.points));
    }
}

#[test]
fn the_built_in_cases_are_those_of_the_folder() {
    let built_in: BTreeMap<_, _> = bundled_cases()
        .expect("they read")
        .into_iter()
        .map(|bundled| (bundled.case.id.clone(), bundled.case))
        .collect();
    let on_disk: BTreeMap<_, _> =
        cases().into_iter().map(|stored| (stored.case.id.clone(), stored.case)).collect();
    assert_eq!(built_in, on_disk);
}
