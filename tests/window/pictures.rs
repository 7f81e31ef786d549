//! Pictures of each workspace, compared with those kept. `UPDATE_SNAPSHOTS=1` makes them again.

use casdecole::storage::Theme;
use egui_kittest::SnapshotOptions;

use super::keyboard::demonstration_session;
use super::support::{Look, Window};

/// Software renderers differ a little from one version of Mesa to the next.
fn options() -> SnapshotOptions {
    SnapshotOptions::new().threshold(2.0).max_failed_pixels(4_000)
}

fn picture(window: &mut Window, name: &str) {
    window.settle();
    window.harness.snapshot_options(name, &options());
}

#[test]
fn the_home_screen() {
    picture(&mut Window::open(None, Look::default()), "accueil");
}

#[test]
fn the_home_screen_in_the_dark() {
    let dark = Look { theme: Theme::Dark, ..Look::default() };
    picture(&mut Window::open(None, dark), "accueil-sombre");
}

#[test]
fn a_table_of_the_trainer() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = demonstration_session(folder.path());
    let mut window = Window::open(Some(&case), Look::default());
    window.activate("4, CBN");
    picture(&mut window, "preparer-tableau");
}

#[test]
fn a_copy_before_the_juror() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration_session(folder.path());
    let mut window = Window::open(Some(folder.path()), Look::default());
    window.activate("Continuer");
    window.activate("Candidat C-10");
    window.activate("Corriger la copie de C-10");
    window.activate("Non, je peux");
    window.activate("Enregistrer");
    for _ in 0..3 {
        window.press_with(egui::Modifiers::COMMAND, egui::Key::ArrowRight);
    }
    picture(&mut window, "evaluer-copie");
}

#[test]
fn the_candidate_screen_in_high_contrast_at_175() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration_session(folder.path());
    let look = Look { theme: Theme::HighContrast, text_percent: 175, ..Look::default() };
    let subject = folder.path().join("sujet.sujet");
    let mut window = Window::open(Some(&subject), look);
    window.fill("Identifiant", "B-07");
    window.activate("Commencer");
    window.wait_for("À revoir");
    window.press_with(egui::Modifiers::COMMAND, egui::Key::ArrowRight);
    picture(&mut window, "composer-contraste-175");
}
