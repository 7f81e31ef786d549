//! The appearance of the PC, and that of a sitting.

use super::*;
use crate::desktop::exam_room::ExamRoomWorkspace;
use crate::desktop::ui_kit::{ThemeKind, theme_kind};
use crate::storage::RecentFile;

/// A window whose preferences go to a file, where there are none yet.
fn window(ctx: &egui::Context, path: PathBuf) -> CasDecole {
    let picker = FilePicker::with_field_only();
    let preferences = Preferences::default();
    let mut app = CasDecole::with(ctx, Environment::real(), preferences, None, picker);
    app.preferences_path = Some(path);
    app
}

fn end_frame(ctx: &egui::Context, app: &mut CasDecole) {
    let input = egui::RawInput::default();
    let output = ctx.run_ui(input, |ui| app.finish_frame(ui.ctx()));
    output.drop_without_applying_deltas();
}

fn kept(path: &std::path::Path) -> (Theme, u32) {
    let known = Preferences::load(path);
    (known.theme, known.text_percent)
}

#[test]
fn the_appearance_of_a_sitting_never_becomes_that_of_the_pc() {
    let ctx = egui::Context::default();
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("preferences.yaml");
    let mut app = window(&ctx, path.clone());
    let (folder, workspace) = ExamRoomWorkspace::begun(&ctx, &mut app.preferences);
    app.screen = Screen::ExamRoom(Box::new(workspace));
    (app.preferences.theme, app.preferences.text_percent) = (Theme::HighContrast, 175);
    end_frame(&ctx, &mut app);
    assert_eq!(theme_kind(&ctx), ThemeKind::HighContrast, "the candidate sees it");
    assert!(!path.exists(), "it is not written");
    let (title, what) = ("Essai".to_owned(), "Sujet".to_owned());
    app.preferences.remember(RecentFile { path: folder.path().to_owned(), title, what });
    end_frame(&ctx, &mut app);
    assert_eq!(Preferences::load(&path).recent.len(), 1, "the rest is");
    assert_eq!(kept(&path), (Theme::Light, 100));
    assert!(app.screen.close_requested());
    end_frame(&ctx, &mut app);
    assert_eq!(kept(&path), (Theme::Light, 100), "the window is closed during the sitting");
}

#[test]
fn the_appearance_chosen_out_of_a_sitting_is_kept() {
    let ctx = egui::Context::default();
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("preferences.yaml");
    let mut app = window(&ctx, path.clone());
    app.preferences.theme = Theme::Dark;
    end_frame(&ctx, &mut app);
    assert_eq!((theme_kind(&ctx), kept(&path)), (ThemeKind::Dark, (Theme::Dark, 100)));
}
