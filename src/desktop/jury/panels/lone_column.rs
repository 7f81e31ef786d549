//! A page of one column in the middle of the window: who judges, which key.

use egui::{ScrollArea, Ui};

use crate::desktop::ui_kit::{page, page_keys};

/// Shows a column, `width` points at the most, that scrolls by itself.
pub(super) fn lone_column(ui: &mut Ui, id: &str, width: f32, add_contents: impl FnOnce(&mut Ui)) {
    page(ui, |ui| {
        ScrollArea::vertical().id_salt(id).show(ui, |ui| {
            ui.take_available_width();
            let margin = ((ui.available_width() - width) * 0.5).max(0.0);
            ui.horizontal_top(|ui| {
                ui.add_space(margin);
                ui.vertical(|ui| {
                    ui.set_max_width(width.min(ui.available_width()));
                    add_contents(ui);
                });
            });
            page_keys(ui);
        });
    });
}
