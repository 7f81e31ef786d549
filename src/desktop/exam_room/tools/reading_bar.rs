//! Above the annexes: their size, the highlighter, another window.

use egui::{Align, Id, InputState, Layout, Rect, Ui, Vec2};

use super::super::reading::{Page, Reading, ReadingDeed};
use super::zoom::{ZoomStep, step_of_wheel};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, Icon};

/// Shows the size of the annexes and how to change it, on one line.
pub fn sizes(ui: &mut Ui, reading: &Reading, asked: &mut Vec<ReadingDeed>) {
    together(ui, |ui| size_buttons(ui, reading, asked));
}

/// Controls that a wrapped line keeps together: they go to the next line when they do not fit.
fn together(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui)) {
    let memory = ui.scope_id().with("ensemble");
    let known: Vec2 = ui.data(|data| data.get_temp(memory)).unwrap_or_default();
    let layout = Layout::left_to_right(Align::Center);
    let shown = ui.allocate_ui_with_layout(known, layout, add_contents).response.rect.size();
    if (shown - known).length() > 0.5 {
        ui.data_mut(|data| data.insert_temp(memory, shown));
        // Their width was a guess: this frame is drawn again before it is seen.
        ui.request_discard("taille des annexes");
        ui.request_repaint();
    }
}

fn size_buttons(ui: &mut Ui, reading: &Reading, asked: &mut Vec<ReadingDeed>) {
    let zoom = reading.zoom();
    let shown = fr(&format!("{} %", zoom.percent()));
    let usual = fr(&format!("Annexes à {} %, revenir à 100 %", zoom.percent()));
    let smallest = fr("Les annexes sont au plus petit.");
    let largest = fr("Les annexes sont au plus grand.");
    let less = Button::sign(Icon::Dash, "Annexes plus petites").id_salt("annexes-moins");
    if less.small().enabled(zoom.can(ZoomStep::Smaller), &smallest).show(ui).clicked() {
        asked.push(ReadingDeed::Zoom(ZoomStep::Smaller));
    }
    let percent = Button::quiet(&shown).small().name(&usual).id_salt("annexes-cent");
    if percent.show(ui).clicked() {
        asked.push(ReadingDeed::Zoom(ZoomStep::Usual));
    }
    let more = Button::sign(Icon::Plus, "Annexes plus grandes").id_salt("annexes-plus");
    if more.small().enabled(zoom.can(ZoomStep::Larger), &largest).show(ui).clicked() {
        asked.push(ReadingDeed::Zoom(ZoomStep::Larger));
    }
}

/// Shows the highlighter, where the page is an annexe.
pub fn highlighter(ui: &mut Ui, reading: &Reading, page: Page, asked: &mut Vec<ReadingDeed>) {
    if !matches!(page, Page::Exhibit(_)) {
        return;
    }
    let on = reading.is_highlighting();
    let name = fr("Surligner en appuyant sur une ligne ou un paragraphe");
    let button = Button::quiet("Surligner").small().icon(Icon::Pencil).name(&name).selected(on);
    if button.id_salt("surligner").show(ui).clicked() {
        asked.push(ReadingDeed::Highlighting(!on));
    }
}

/// Shows the button of the other window.
pub fn other_window(ui: &mut Ui, reading: &Reading, asked: &mut Vec<ReadingDeed>) {
    let open = reading.other_window().is_some();
    let name = fr(if open { "Fermer l'autre fenêtre" } else { "Ouvrir dans une autre fenêtre" });
    let button = Button::sign(Icon::Window, &name).small().selected(open);
    if button.id_salt("autre-fenetre").show(ui).clicked() {
        asked.push(ReadingDeed::OtherWindow((!open).then_some(reading.active())));
    }
}

/// Ctrl and the wheel over the annexes change their size.
pub fn wheel(ui: &Ui, place: Rect, asked: &mut Vec<ReadingDeed>) {
    if !ui.rect_contains_pointer(place) {
        return;
    }
    let delta = ui.input(InputState::zoom_delta);
    if (delta - 1.0).abs() < 1.0e-4 {
        return;
    }
    let memory = Id::unique("casdecole_annexes_molette");
    let mut turned = ui.data(|data| data.get_temp::<f32>(memory)).unwrap_or(1.0) * delta;
    if let Some(step) = step_of_wheel(&mut turned) {
        asked.push(ReadingDeed::Zoom(step));
    }
    ui.data_mut(|data| data.insert_temp(memory, turned));
}
