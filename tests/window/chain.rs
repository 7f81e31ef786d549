//! The whole job once, by keyboard alone: a case from the TSPI template with one question of each
//! kind, sat, evaluated by two jurors, decided, printed.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers};

use super::support::{Look, Window};

fn prepared(root: &Path) -> PathBuf {
    let case = super::keyboard::demonstration_session(&root.join("demo"));
    let folder = root.join("session");
    let mut window = Window::open(None, Look::default());
    window.activate("Nouvelle session");
    window.fill("Fichier de l’étude de cas", case.to_str().expect("a path"));
    window.fill("Dossier de la session", folder.to_str().expect("a path"));
    window.fill("Titre de la session", "Session d'essai");
    window.fill("Candidats", "C-01 ; Nadia Belkacem");
    window.fill("Jurés", "J-1 ; M. Salvetti ; Rhône\nJ-2 ; Mme Okafor ; Loire");
    window.activate("Créer la session");
    window.wait_for("Qui êtes-vous");
    folder
}

#[test]
fn probe() {
    let root = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(root.path().join("demo")).expect("made");
    let folder = prepared(root.path());
    let mut window = Window::open(Some(&folder.join("sujet.sujet")), Look::default());
    window.fill("Identifiant", "C-01");
    window.activate("Commencer");
    window.fill("Votre résultat", "1 250,75");
    window.press_with(Modifiers::COMMAND, Key::ArrowRight);
    window.press_with(Modifiers::COMMAND, Key::ArrowRight);
    window.press_with(Modifiers::COMMAND, Key::ArrowRight);
    println!("Q4: {:?}", window.names());
    window.activate("Relire et remettre");
    println!("REVIEW: {:?}", window.names());
    window.fill("Pour confirmer", "C-01");
    window.activate("Remettre ma copie");
    window.wait_for("Copie remise");
    println!("RECEIPT: {:?}", window.names());
    let mut window = Window::open(Some(&folder), Look::default());
    window.activate("Continuer");
    window.activate("Candidat C-01");
    println!("JURY: {:?} focus {:?}", window.names(), window.focused());
    window.activate("Corriger la copie de C-01");
    window.activate("Non, je peux");
    window.activate("Enregistrer");
    println!("JURY2: {:?} focus {:?}", window.names(), window.focused());
    window.press(Key::Num1);
    window.settle();
    println!("JURY3: {:?} focus {:?}", window.names(), window.focused());
}
