//! The spell-check in the window of a candidate: off unless it is allowed, then by the keyboard.

use egui::{Key, Modifiers};

use casdecole::storage::{read_subject, save_subject};

use super::keyboard::demonstration_session;
use super::support::{Look, Window};

/// A test that has just begun, on its first written answer.
fn writing(folder: &tempfile::TempDir, is_allowed: bool) -> Window {
    demonstration_session(folder.path());
    let path = folder.path().join("sujet.sujet");
    let mut subject = read_subject(&path).expect("the subject reads");
    subject.materials.spell_check = is_allowed;
    // A text comes first, so that the test walks to no other question.
    subject.dossiers.iter_mut().for_each(|dossier| {
        dossier.questions.retain(|question| format!("{:?}", question.form).contains("LongText"));
    });
    subject.dossiers.retain(|dossier| !dossier.questions.is_empty());
    save_subject(&path, &subject).expect("the subject is saved");
    let mut window = Window::open(Some(&path), Look::default());
    window.fill("Identifiant", "B-07");
    window.activate("Commencer");
    window.wait_for("À revoir");
    window.press_with(Modifiers::ALT, Key::E);
    window.settle();
    window
}

#[test]
fn no_word_is_marked_unless_the_case_allows_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = writing(&folder, false);
    window.type_text("Le stock de l'entrepot ");
    window.press(Key::F7);
    window.settle();
    assert!(!window.shows("Orthographe"), "{:?}", window.names());
}

#[test]
fn wrong_words_are_replaced_and_ignored_by_the_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = writing(&folder, true);
    window.type_text("Le stock de l'entrepot et les ataliers qu'on zinzoule. ");
    window.wait_for("3 mots à vérifier");
    window.press_with(Modifiers::COMMAND, Key::Home);
    window.press(Key::F7);
    window.wait_for("par «\u{a0}l’entrepôt\u{a0}»");
    assert!(window.focused().is_some_and(|name| name.contains("par «\u{a0}l’entrepôt\u{a0}»")));
    window.press(Key::Enter);
    window.wait_for("2 mots à vérifier");
    window.wait_for("Ignorer «\u{a0}ataliers\u{a0}»");
    window.activate("Remplacer «\u{a0}ataliers\u{a0}» par «\u{a0}ateliers\u{a0}»");
    window.wait_for("1 mot à vérifier");
    window.activate("Ignorer «\u{a0}zinzoule\u{a0}»");
    window.wait_for("aucun mot à vérifier");
    window.settle();
    assert_eq!(window.focused().as_deref(), Some("Votre réponse"));
    assert!(window.shows("Le stock de l'entrepôt et les ateliers qu'on zinzoule."));
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.wait_for("1 mot à vérifier");
    assert!(window.shows("les ataliers"), "the replacement is undone");
}
