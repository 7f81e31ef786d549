//! Panels of « Préparer »: they draw the models and note what is asked for.

mod bar_layout;
mod bottom_bar;
mod cell_detail;
mod cited_exhibits;
mod context;
mod coverage;
mod criteria;
mod desk;
mod diagnostics;
mod dialogs;
mod dossier;
mod editor;
mod exhibit;
mod exhibit_block;
mod exhibit_table;
mod exhibits;
pub mod facts;
mod framework;
mod grids;
mod identity;
mod instructions;
mod key;
mod key_choice;
mod key_number;
mod key_table;
mod messages;
mod outline;
mod preview;
mod question;
mod side;
mod signs;
mod tolerance;
mod top_bar;
mod value_field;

pub use bar_layout::two_columns;
pub use desk::Desk;

use egui::{Ui, UiBuilder};

use crate::desktop::ui_kit::{Side, page, side_panel};

/// Under this width, in points, the list becomes a selector.
const NARROW: f32 = 900.0;
/// Under this width the tabs take turns with the editor.
const ROOMY: f32 = 1180.0;
/// Width of the list.
const LIST: f32 = 244.0;
/// Width of the tabs.
const SIDE: f32 = 432.0;

/// Draws the whole window, then the dialogs over it.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let width = ui.available_width();
    top_bar::show(ui, desk);
    bottom_bar::show(ui, desk);
    if width >= NARROW {
        side_panel(ui, Side::Left, "preparer-liste", LIST, |ui| outline::show(ui, desk));
    }
    if width >= ROOMY {
        // The editor is drawn before the tabs, so that the Tab key goes from left to right.
        let whole = ui.available_rect_before_wrap();
        let middle = whole.with_max_x((whole.right() - SIDE).max(whole.left()));
        let place = UiBuilder::new().id_salt("preparer-milieu").max_rect(middle);
        let mut centre = ui.new_child(place);
        page(&mut centre, |ui| {
            messages::show(ui, desk);
            editor::show(ui, desk);
        });
        side_panel(ui, Side::Right, "preparer-cote", SIDE, |ui| side::show(ui, desk));
    } else {
        page(ui, |ui| {
            messages::show(ui, desk);
            if width < NARROW {
                outline::show_selector(ui, desk);
            }
            side::show_with_editor(ui, desk);
        });
    }
    dialogs::show(ui.ctx(), desk);
}
