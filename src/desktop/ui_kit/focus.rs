//! The focus ring, and the arrow keys inside a row of choices.

use egui::{
    EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Response, Sense, StrokeKind, Ui, Vec2,
};

use super::theme::palette;

/// Gap between a control and its focus ring, in points.
const GAP: f32 = 2.0;
/// What is shown around a control that was out of the screen, in points.
const REVEALED: f32 = 12.0;

/// Keys a component keeps for itself while it has the focus.
pub(super) const ALL_KEYS: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// Paints the ring around a control that has the focus; `radius` is the rounding of the control.
/// A control that takes the focus out of the screen is scrolled into view.
pub(super) fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if !response.has_focus() {
        return;
    }
    if response.gained_focus() && !ui.clip_rect().contains_rect(rect) && !pointer_acts(ui) {
        ui.scroll_to_rect(rect.expand(REVEALED), None);
    }
    let ring = palette(ui).focus_ring();
    let rounding = radius.saturating_add(2);
    ui.painter().rect_stroke(rect.expand(GAP), rounding, ring, StrokeKind::Outside);
}

/// Whether a button of the pointer is pressed or has just been released: then nothing may move under
/// it.
pub(super) fn pointer_acts(ui: &Ui) -> bool {
    ui.input(|input| input.pointer.any_down() || input.pointer.any_released())
}

/// Gives the focus to the next control shown in this frame.
pub fn focus_what_follows(ui: &Ui) {
    let here = ui.unique_id().with("avant");
    ui.memory_mut(|memory| {
        memory.request_focus(here);
        memory.move_focus(FocusDirection::Next);
    });
    // It has the focus for as long as it takes to give it away.
    let at = Rect::from_min_size(ui.cursor().min, Vec2::ZERO);
    ui.interact(at, here, Sense::focusable_noninteractive());
    ui.request_repaint();
}

/// Gives the focus to the next table to fill shown in this frame: to its chosen cell or else its
/// first one, never to the tools over them, where a key would undo what was written.
pub fn focus_table_that_follows(ui: &Ui) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(table_wanted(), pass));
}

/// Whether the focus was given to this table in this frame; the next one does not have it.
pub(super) fn takes_focus(ui: &Ui) -> bool {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.remove_temp::<u64>(table_wanted())) == Some(pass)
}

fn table_wanted() -> Id {
    Id::unique("casdecole_focus_table")
}

/// Inside a row of choices, the left and right arrows move the focus to the neighbour.
///
/// Gives the neighbour that has just taken the focus.
pub(super) fn arrow_neighbour(
    ui: &Ui,
    response: &Response,
    index: usize,
    count: usize,
    id_of: impl Fn(usize) -> Id,
) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let (left, right) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowLeft),
            input.consume_key(Modifiers::NONE, Key::ArrowRight),
        )
    });
    let neighbour = match (left, right) {
        (true, false) => index.checked_sub(1)?,
        (false, true) if index + 1 < count => index + 1,
        _ => return None,
    };
    ui.memory_mut(|memory| {
        memory.move_focus(FocusDirection::None);
        memory.request_focus(id_of(neighbour));
    });
    ui.request_repaint();
    Some(neighbour)
}
