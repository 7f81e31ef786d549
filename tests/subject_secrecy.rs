//! Nothing of the keys, marks, criteria or model answers is in a written subject.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use casdecole::domain::case_study::{
    AskedValue, CaseStudy, Cell, Points, Question, QuestionKind, ReadCell, Tolerance,
};
use casdecole::publishing::{CaseDocument, case_document};
use casdecole::reports::content::PrintedOn;
use casdecole::storage::{
    StoredCase, bundled_cases, derive_subject, load_catalogue, save_subject, unpack_case,
};

/// Words and numbers found nowhere else, planted in every place that must stay secret.
const PLANTED_TEXTS: [&str; 4] =
    ["zylophage-attendu", "zylophage-modele", "zylophage-cellule", "zylophage-variante"];
const PLANTED_NUMBERS: [&str; 4] = ["918273645", "817263541", "716253417", "615243312"];

fn plant(case: &mut CaseStudy) {
    for question in case.dossiers.iter_mut().flat_map(|dossier| &mut dossier.questions) {
        question.expected = vec![PLANTED_TEXTS[0].to_owned()];
        PLANTED_TEXTS[1].clone_into(&mut question.model_answer);
        question.points = Points { quarters: 615_243_312 };
        plant_key(question);
    }
}

fn plant_key(question: &mut Question) {
    let number = |text: &str| text.parse().expect("a number");
    match &mut question.answer {
        QuestionKind::Number { key, tolerance, .. } => {
            *key = Some(number(PLANTED_NUMBERS[0]));
            *tolerance = Tolerance::Absolute(number(PLANTED_NUMBERS[2]));
        }
        QuestionKind::Table(table) => {
            table.tolerance = Tolerance::Absolute(number(PLANTED_NUMBERS[2]));
            for cell in table.rows.iter_mut().flatten() {
                match cell {
                    Cell::Asked(AskedValue::Number { key, .. }) => {
                        *key = Some(number(PLANTED_NUMBERS[1]));
                    }
                    Cell::Asked(AskedValue::Text { accepted }) => {
                        *accepted = vec![PLANTED_TEXTS[2].into(), PLANTED_TEXTS[3].into()];
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

#[test]
fn no_planted_secret_is_in_the_bytes_of_a_subject() {
    let (catalogue, _) = load_catalogue(None);
    for bundled in bundled_cases().expect("the cases read") {
        let folder = tempfile::tempdir().expect("a folder");
        let path = unpack_case(&bundled, folder.path()).expect("unpacked");
        let mut case = bundled.case.clone();
        plant(&mut case);
        let stored = StoredCase { path, case };
        let subject = derive_subject(&stored, &catalogue).expect("derived");
        let file = folder.path().join("essai.sujet");
        save_subject(&file, &subject).expect("written");
        let written = String::from_utf8(std::fs::read(&file).expect("read")).expect("text");
        for secret in PLANTED_TEXTS.iter().chain(&PLANTED_NUMBERS) {
            assert!(!written.contains(secret), "{secret} is in the subject");
        }
        let criteria = stored.case.questions().flat_map(|question| &question.criteria);
        for criterion in criteria {
            let quoted = format!("\"{criterion}\"");
            assert!(!written.contains(&quoted), "{criterion} is in the subject");
        }
        let printed = PrintedOn { session: None, edited: chrono::NaiveDate::default() };
        for kind in [CaseDocument::Subject, CaseDocument::AnswerSheet] {
            let document = {
                let solved = stored.solved().expect("solved");
                case_document(&stored.path, &solved, &catalogue, kind, printed)
            }
            .expect("made");
            let text = format!("{document:?}");
            for secret in PLANTED_TEXTS.iter().chain(&PLANTED_NUMBERS) {
                assert!(!text.contains(secret), "{secret} is in the printed {kind:?}");
            }
        }
    }
}

/// The test above would see a leak: a secret put where candidates read is found.
#[test]
fn a_leak_would_be_seen() {
    let (catalogue, _) = load_catalogue(None);
    let bundled = bundled_cases().expect("the cases read").remove(0);
    let folder = tempfile::tempdir().expect("a folder");
    let path = unpack_case(&bundled, folder.path()).expect("unpacked");
    let mut case = bundled.case;
    let exhibit = case.exhibits.first_mut().expect("an exhibit");
    exhibit.content.push(casdecole::domain::case_study::ExhibitBlock::Table {
        caption: String::new(),
        columns: Vec::new(),
        rows: vec![vec![ReadCell::from(PLANTED_NUMBERS[0])]],
    });
    let subject = derive_subject(&StoredCase { path, case }, &catalogue).expect("derived");
    let file = folder.path().join("essai.sujet");
    save_subject(&file, &subject).expect("written");
    let written = std::fs::read_to_string(&file).expect("read");
    assert!(written.contains(PLANTED_NUMBERS[0]));
}
