//! The window of a candidate: what reacts while the test is suspended, the panel of the invigilator
//! and what is asked in it, the focus after a dialog. By the keyboard alone.

use std::collections::BTreeSet;

use egui::{Key, Modifiers};

use super::keyboard::demonstration_session;
use super::support::{Look, Window};

/// A test that has just begun; the folder is kept as long as the window.
fn begun(folder: &tempfile::TempDir, look: Look) -> Window {
    demonstration_session(folder.path());
    let subject = folder.path().join("sujet.sujet");
    let mut window = Window::open(Some(&subject), look);
    window.fill("Identifiant", "B-07");
    window.activate("Commencer");
    window.wait_for("À revoir");
    window
}

fn open_panel(window: &mut Window) {
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.wait_for("Fermer le panneau");
}

/// Everything that Tab reaches.
fn reached(window: &mut Window) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for _ in 0..20 {
        window.press(Key::Tab);
        names.extend(window.focused());
    }
    names
}

#[test]
fn nothing_of_a_suspended_test_reacts() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = begun(&folder, Look::default());
    open_panel(&mut window);
    window.activate("Suspendre…");
    window.type_text("alarme");
    window.press(Key::Enter);
    window.wait_for("Reprendre");
    window.press(Key::Escape);
    window.wait_for("Motif\u{a0}: alarme.");
    let names = reached(&mut window);
    assert!(names.contains("Surveillant") && names.contains("Apparence"), "{names:?}");
    for of_the_test in ["Relire", "Question", "Calculatrice", "Brouillon", "Annexe"] {
        assert!(!names.iter().any(|name| name.starts_with(of_the_test)), "{names:?}");
    }
    window.press_with(Modifiers::COMMAND, Key::ArrowRight);
    window.press_with(Modifiers::ALT, Key::B);
    open_panel(&mut window);
    window.activate("Reprendre");
    window.press(Key::Escape);
    window.wait_for("À revoir");
    assert!(window.shows("Question 1") && !window.shows("Fermer le brouillon"));
}

#[test]
fn a_folder_asked_for_in_the_panel_is_written_in_front_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = begun(&folder, Look::default());
    open_panel(&mut window);
    window.activate("Autre dossier de secours…");
    window.wait_for("Chemin du dossier");
    assert!(!window.shows("Fermer le panneau"), "{:?}", window.names());
    window.press(Key::Escape);
    window.wait_for("Fermer le panneau");
    window.settle();
    assert_eq!(window.focused().as_deref(), Some("Autre dossier de secours…"));
}

#[test]
fn the_focus_goes_back_to_the_answer_when_a_dialog_closes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = begun(&folder, Look::default());
    window.press_with(Modifiers::ALT, Key::E);
    window.settle();
    let answer = window.focused().expect("the answer has the focus");
    window.press(Key::F1);
    window.settle();
    assert_ne!(window.focused().as_deref(), Some(answer.as_str()));
    window.press(Key::Escape);
    window.settle();
    assert_eq!(window.focused().as_deref(), Some(answer.as_str()), "{:?}", window.names());
}

#[test]
fn the_invigilator_has_a_word_where_there_is_room_and_always_the_same_name() {
    for width in [1366.0, 1100.0, 780.0] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut window = begun(&folder, Look { size: (width, 768.0), ..Look::default() });
        window.tab_to("Surveillant, Ctrl Maj S");
        window.tab_to("Brouillon, non remis");
    }
}

#[test]
fn a_refused_field_takes_the_focus() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration_session(folder.path());
    let mut window = Window::open(Some(&folder.path().join("sujet.sujet")), Look::default());
    window.fill("Identifiant", "B 07 !");
    window.activate("Commencer");
    window.wait_for("n’est pas un identifiant");
    window.settle();
    assert_eq!(window.focused().as_deref(), Some("Identifiant"));
}

#[test]
fn asked_to_write_the_answer_again_one_goes_on_where_one_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = begun(&folder, Look::default());
    for _ in 0..6 {
        window.press_with(Modifiers::ALT, Key::E);
        window.settle();
        let answer = window.focused().expect("the answer has the focus");
        window.press_with(Modifiers::ALT, Key::E);
        window.settle();
        assert_eq!(window.focused().as_deref(), Some(answer.as_str()));
        window.press_with(Modifiers::COMMAND, Key::ArrowRight);
        window.settle();
    }
}
