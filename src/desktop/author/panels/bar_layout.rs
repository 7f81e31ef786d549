//! Places in bars and pages: widgets at the right end in reading order, and columns.

use egui::{Align, Layout, Ui, vec2};

use crate::desktop::ui_kit::tokens::space;

/// Width that the widgets at the end of a line took in the last frame.
pub fn end_width(ui: &Ui, name: &str) -> f32 {
    let id = ui.scope_id().with(name);
    ui.ctx().data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0)
}

/// Shows widgets at the right end of a line, in the order in which they are read.
pub fn at_end(ui: &mut Ui, name: &str, add_contents: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with(name);
    let known = end_width(ui, name);
    ui.add_space((ui.available_width() - known).max(0.0));
    let width = ui.scope(add_contents).response.rect.width();
    if (width - known).abs() > 0.5 {
        ui.ctx().data_mut(|data| data.insert_temp(id, width));
        // The place of the widgets was a guess: this frame is drawn again before it is seen.
        ui.ctx().request_discard("fin de ligne");
        ui.ctx().request_repaint();
    }
}

/// Two columns, the right one `right` wide; one above the other where there is no room.
pub fn two_columns<S>(
    ui: &mut Ui,
    (right, least_left): (f32, f32),
    state: &mut S,
    add_left: impl FnOnce(&mut Ui, &mut S),
    add_right: impl FnOnce(&mut Ui, &mut S),
) {
    let left = ui.available_width() - right - space::NORMAL;
    if left < least_left {
        add_left(ui, state);
        add_right(ui, state);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::NORMAL;
        column(ui, left, |ui| add_left(ui, state));
        column(ui, right, |ui| add_right(ui, state));
    });
}

fn column(ui: &mut Ui, width: f32, add_contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.x = space::SMALL;
        add_contents(ui);
    });
}
