//! The centre's side of the exam room by keyboard alone: a sealed session is prepared, its room is
//! watched.

use std::path::Path;

use egui::{Key, Modifiers};

use super::keyboard::demonstration_session;
use super::support::{Look, Window};

/// Fills the form of a new session, but for what a test is about.
fn fill_form(window: &mut Window, folder: &Path) {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/salle.cas.yaml");
    window.activate("Nouvelle session");
    window.fill("Dossier de la session", folder.to_str().expect("a path"));
    window.fill("Titre de la session", "Session de mars");
    window.fill("Fichier de l’étude de cas", case.to_str().expect("a path"));
    window.fill("Candidats", "C-01 ; Nadia Belkacem ; formation ; tiers temps\nC-02 ; Ivan Petrov");
    window.fill("Jurés", "J-1 ; M. Salvetti ; Rhône\nJ-2 ; Mme Okafor ; Loire");
}

#[test]
fn a_sealed_session_is_prepared_and_its_passphrase_is_noted_before_leaving() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join("session");
    let mut window = Window::open(None, Look::default());
    fill_form(&mut window, &folder);
    assert!(window.shows("2 candidats compris ainsi"), "{:?}", window.names());
    assert!(window.shows("2\u{a0}h\u{a0}13\u{a0}min\u{a0}20\u{a0}s"), "{:?}", window.names());
    window.activate("Créer la session");
    window.wait_for("La session est prête");
    assert!(window.shows("Phrase secrète du jury"), "{:?}", window.names());
    assert!(window.shows("codes.pdf") && window.shows("emargement.pdf"));
    assert!(folder.join("salle").join("sujet.sujet").is_file());
    window.tab_to("La phrase secrète est notée");
    window.press(Key::Space);
    window.activate("Voir la salle");
    window.wait_for("copie attendue");
    assert!(!window.shows("Phrase secrète"), "{:?}", window.names());
    assert!(window.shows("2 copies attendues") && window.shows("2 manquantes"));
}

#[test]
fn what_is_missing_for_a_session_is_said_at_once() {
    let mut window = Window::open(None, Look::default());
    window.activate("Nouvelle session");
    window.activate("Créer la session");
    for missing in [
        "Le dossier de la session manque",
        "L’étude de cas manque",
        "Candidats. La liste ne nomme personne",
    ] {
        assert!(window.shows(missing), "{missing} in {:?}", window.names());
    }
}

#[test]
fn the_list_is_shown_as_understood_and_what_is_corrected_is_not_said_any_more() {
    let root = tempfile::tempdir().expect("a folder");
    let mut window = Window::open(None, Look::default());
    fill_form(&mut window, &root.path().join("session"));
    let list = "N° ; Candidat ; Groupe ; Remarques\n1 ; Nadia ; G1 ; tiers temps, lecteur";
    window.fill("Candidats", list);
    window.settle();
    assert!(window.shows("1 candidat compris ainsi"), "{:?}", window.names());
    for words in ["tiers temps", "noté, sans effet", "Groupe", "2\u{a0}h\u{a0}13"] {
        assert!(window.shows(words), "{words} in {:?}", window.names());
    }
    window.fill("Date de l’écrit", "bientôt");
    window.activate("Créer la session");
    assert!(window.shows("La date de l’écrit n’est pas lisible"), "{:?}", window.names());
    window.fill("Date de l’écrit", "11/03/2027");
    window.settle();
    assert!(!window.shows("n’est pas lisible"), "{:?}", window.names());
    window.fill("Date du jury", "10/03/2027");
    window.settle();
    assert!(window.shows("avant l’écrit"), "{:?}", window.names());
}

#[test]
fn the_room_of_a_session_is_watched_from_home() {
    for text_percent in [100, 175] {
        let folder = tempfile::tempdir().expect("a folder");
        demonstration_session(folder.path());
        let mut window = Window::open(None, Look { text_percent, ..Look::default() });
        window.press_with(Modifiers::COMMAND, Key::Num4);
        window.fill("Chemin du dossier", folder.path().to_str().expect("a path"));
        window.activate("Choisir");
        window.wait_for("copie d’entraînement");
        assert!(window.shows("Aucune réponse ne se lit ici"), "{:?}", window.names());
        window.press(Key::Tab);
        window.activate("Imprimer l’émargement");
        window.wait_for("prêt à imprimer");
        assert!(folder.path().join("documents").join("emargement.pdf").is_file());
    }
}
