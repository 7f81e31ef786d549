//! Every control that Tab reaches has a French name, on every screen.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use casdecole::demonstration::{self, JuryWork};
use casdecole::domain::case_study::QuestionKind;
use casdecole::environment::Environment;
use casdecole::storage::{SessionFolder, bundled_cases, load_catalogue};
use chrono::DateTime;
use egui::Key;

use super::support::{Look, Window};

/// A session of demonstration with something left to do.
pub fn demonstration_session(root: &Path) -> PathBuf {
    let (catalogue, _) = load_catalogue(None);
    let cases = bundled_cases().expect("cases");
    let environment = Environment::chosen(
        || DateTime::parse_from_rfc3339("2027-03-11T08:30:00+01:00").expect("a date"),
        || "copie".to_owned(),
    );
    let bundled = cases.first().expect("a case");
    demonstration::create(root, bundled, &catalogue, &environment, 3).expect("created");
    let mut folder = SessionFolder::open(root).expect("opened");
    demonstration::evaluate(&mut folder, &catalogue, 3, JuryWork::LeaveThree).expect("evaluated");
    folder.case_path
}

/// English words that would betray an identifier on screen.
const ENGLISH: [&str; 8] =
    ["Button", "Cancel", "Open", "Save", "File", "question_", "long_text", "mock_exam"];

fn assert_names(window: &mut Window, screen: &str) {
    let mut names = BTreeSet::new();
    for _ in 0..80 {
        window.press(Key::Tab);
        if let Some(name) = window.focused() {
            assert!(!name.trim().is_empty(), "{screen}: a control without a name, after {names:?}");
            for word in ENGLISH {
                assert!(!name.contains(word), "{screen}: « {name} »");
            }
            names.insert(name);
        }
    }
    assert!(names.len() > 1, "{screen}: {names:?}");
}

#[test]
fn every_control_of_every_screen_has_a_french_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = demonstration_session(folder.path());
    assert_names(&mut Window::open(None, Look::default()), "accueil");
    assert_names(&mut Window::open(Some(&case), Look::default()), "préparer");
    let subject = folder.path().join("sujet.sujet");
    assert_names(&mut Window::open(Some(&subject), Look::default()), "composer");
    let mut jury = Window::open(Some(folder.path()), Look::default());
    assert_names(&mut jury, "évaluer, juré");
    jury.activate("Continuer");
    assert_names(&mut jury, "évaluer, session");
}

#[test]
fn a_file_that_cannot_be_opened_is_said_on_the_home_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vide.cas.yaml");
    std::fs::write(&path, "").expect("written");
    let window = Window::open(Some(&path), Look::default());
    assert!(window.shows("le fichier est vide"), "{:?}", window.names());
    assert!(window.shows("Que faites"));
}

#[test]
fn at_rest_the_window_asks_for_no_frame() {
    let mut window = Window::open(None, Look::default());
    window.settle();
    let delays = window.harness.output().viewport_output.values().map(|v| v.repaint_delay);
    assert!(delays.min() > Some(std::time::Duration::from_mins(1)));
}

#[test]
fn a_key_that_means_nothing_is_a_missing_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = demonstration_session(folder.path());
    let mut stored = casdecole::storage::read_case(&case).expect("it reads");
    let typed = stored.case.dossiers.iter_mut().flat_map(|dossier| &mut dossier.questions);
    for question in typed {
        if let QuestionKind::Number { key, cell, .. } = &mut question.answer {
            (*key, *cell) = (Some(rust_decimal::Decimal::ONE), String::new());
        }
    }
    casdecole::storage::save_case(&case, &stored.case).expect("saved");
    let mut window = Window::open(Some(&case), Look::default());
    window.activate("1, Valeur du stock");
    window.fill("Réponse juste", "abc");
    window.settle();
    assert!(window.shows("1, Valeur du stock après inventaire, 1 erreur"), "{:?}", window.names());
    window.press_with(egui::Modifiers::COMMAND, Key::S);
    let saved = casdecole::storage::read_case(&case).expect("it reads").case;
    let first = saved.questions().next().expect("a question");
    assert!(casdecole::domain::answers::model_answer(first).is_none(), "no key is left");
}
