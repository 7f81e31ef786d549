//! Screens of the jury: they draw the model and note what is asked for.

mod answer;
mod bars;
mod competence;
mod copies;
mod correction;
mod criteria;
mod decision;
mod deliberation;
mod deliberation_table;
mod deliberation_widths;
mod desk;
mod dialogs;
mod draft;
mod examined;
mod judgement;
mod lone_column;
mod messages;
mod other_papers;
mod reference;
mod session;
mod session_table;
mod signs;
mod synthesis;
mod todo;
mod unsealing;
mod who;

pub use desk::{Desk, Wish};

use egui::Ui;

use super::model::Screen;

/// Under this width, in points, lists become selectors and panels become tabs.
const NARROW: f32 = 900.0;

/// Draws the screen shown, then the dialogs over it; first of all, the panel that opens copies.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let narrow = ui.available_width() < NARROW;
    if desk.unsealing.is_shown() {
        return unsealing::show(ui, desk, narrow);
    }
    match desk.view.screen {
        Screen::Juror => who::show(ui, desk),
        Screen::Session => session::show(ui, desk, narrow),
        Screen::Correction => correction::show(ui, desk, narrow),
        Screen::Deliberation => deliberation::show(ui, desk, narrow),
    }
    dialogs::show(ui.ctx(), desk);
}
