//! The window: a home with its doors, and one workspace for each role.
//!
//! `author`, `exam_room`, `room` and `jury` never use one another; `paper` draws the domain's
//! documents for all of them; `ui_kit` knows no domain.

pub mod app;
pub mod author;
pub mod exam_room;
pub mod file_manager;
pub mod file_picker;
pub mod jury;
pub mod paper;
pub mod room;
pub mod services;
pub mod ui_kit;
pub mod writing;

use std::path::PathBuf;

use anyhow::anyhow;

use crate::environment::Environment;
use app::CasDecole;

/// Smallest window at 100 %, in points.
const SMALLEST: [f32; 2] = [960.0, 600.0];
/// Window at the first start, in points.
const USUAL: [f32; 2] = [1366.0, 768.0];

/// Opens the window, at the home screen or on a file.
///
/// # Errors
/// When no window can be opened, in French.
pub fn open(
    environment: Environment,
    templates: Option<PathBuf>,
    path: Option<PathBuf>,
) -> anyhow::Result<()> {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Cas d’école")
            .with_app_id("casdecole")
            .with_inner_size(USUAL)
            .with_min_inner_size(SMALLEST),
        // The software adapter is used where the PC has no graphics driver.
        renderer: eframe::Renderer::Wgpu,
        ..Default::default()
    };
    eframe::run_native(
        "casdecole",
        options,
        Box::new(move |creation| {
            let app = CasDecole::new(&creation.egui_ctx, environment, templates, path);
            Ok(Box::new(app))
        }),
    )
    .map_err(|error| {
        anyhow!(
            "la fenêtre ne peut pas s'ouvrir ({error}). Vérifiez qu'un écran est branché ; les commandes « casdecole --help » marchent sans écran."
        )
    })
}
