//! What is left to place: one chooses an operation and presses Enter, or drags it to the board.

use std::sync::Arc;

use egui::{
    Align, CursorIcon, Galley, Layout, PointerButton, Rect, Role, Sense, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::deed::Deed;
use super::scene::Scene;
use super::{keys, words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{radius, space};
use crate::desktop::ui_kit::{
    Icon, State, TextRole, chip, key_hint, paint_icon, palette, secondary, subtitle,
};

/// Least width of a card.
const CARD: f32 = 250.0;
/// Side of the sign that says that a card may be dragged.
const GRIP: f32 = 14.0;

/// Shows the list.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let waiting = scene.view.waiting();
    ui.horizontal(|ui| {
        subtitle(ui, fr("À placer"));
        chip(ui, None, &waiting.len().to_string(), State::Accent);
    });
    if waiting.is_empty() {
        secondary(ui, fr("Toutes les opérations sont placées."));
        return;
    }
    let room = ui.available_width();
    let columns = if room >= 3.0 * CARD {
        3.0
    } else if room >= 2.0 * CARD {
        2.0
    } else {
        1.0
    };
    let width = ((room - (columns - 1.0) * space::SMALL) / columns).floor().max(120.0);
    let layout = Layout::left_to_right(Align::Min).with_main_wrap(true);
    let shown = ui.allocate_ui_with_layout(vec2(room, 0.0), layout, |ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::SMALL);
        for operation in waiting {
            card(ui, scene, operation, width);
        }
    });
    ui.ctx().allow_widget_id_changes_in(shown.response.rect.expand(1.0));
    secondary(ui, fr("Glissez une opération, ou choisissez-la : elle se place au plus tôt."));
    key_hint(ui, &["Entrée"], &fr("placer au plus tôt"));
}

/// One operation.
fn card(ui: &mut Ui, scene: &mut Scene<'_>, operation: usize, width: f32) {
    let lines = lines(ui, scene, operation, width);
    let tall: f32 = lines.iter().map(|line| line.size().y).sum();
    let (_, rect) = ui.allocate_space(vec2(width, tall + 2.0 * space::SMALL));
    let id = scene.operation_id(operation);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let name = fr(&words::card_name(scene.board, scene.view, operation));
    let chosen = scene.state.chosen == Some(operation);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    scene.react(ui, operation, &response, None);
    // Enter, Space or a screen reader places it; a click of the mouse only chooses it.
    if response.clicked() && !response.clicked_by(PointerButton::Primary) {
        scene.state.chosen = Some(operation);
        scene.deeds.push(Deed::Earliest(operation));
    } else if response.has_focus() {
        let is_written = !words::unclear(scene.view, operation).is_empty();
        scene.deeds.extend(keys::of_card(ui, operation, is_written));
    }
    let focused = response.has_focus();
    if response.gained_focus() || (focused && std::mem::take(&mut scene.state.reveal)) {
        ui.scroll_to_rect(rect.expand(space::TINY), None);
    }
    let hovered = response.hovered();
    response.on_hover_cursor(CursorIcon::Grab);
    paint(ui, rect, lines, (chosen, focused, hovered));
}

/// The title, the length and what comes before, and why what is written is not drawn.
fn lines(ui: &Ui, scene: &Scene<'_>, operation: usize, width: f32) -> Vec<Arc<Galley>> {
    let colors = palette(ui);
    let room = (width - GRIP - 3.0 * space::SMALL).max(40.0);
    let unclear = words::unclear(scene.view, operation);
    [
        (words::card_title(scene.board, operation), TextRole::Strong, colors.text),
        (words::card_detail(scene.board, operation), TextRole::Secondary, colors.text_2),
        (words::capital(unclear), TextRole::Secondary, colors.sign(State::Wrong)),
    ]
    .into_iter()
    .filter(|(text, _, _)| !text.is_empty())
    .map(|(text, role, color)| ui.painter().layout(fr(&text), role.font(), color, room))
    .collect()
}

fn paint(
    ui: &Ui,
    rect: Rect,
    lines: Vec<Arc<Galley>>,
    (chosen, focused, hovered): (bool, bool, bool),
) {
    let colors = palette(ui);
    let painter = ui.painter();
    let fill = match (chosen, hovered) {
        (true, _) => colors.accent_soft,
        (false, true) => colors.sunken,
        (false, false) => colors.card,
    };
    painter.rect(rect, radius::CONTROL, fill, colors.control_edge(), StrokeKind::Inside);
    let middle = pos2(rect.left() + space::SMALL + GRIP * 0.5, rect.center().y);
    let square = Rect::from_center_size(middle, Vec2::splat(GRIP));
    paint_icon(painter, square, Icon::Grip, colors.text_2);
    let left = rect.left() + GRIP + 2.0 * space::SMALL;
    let mut top = rect.top() + space::SMALL;
    for line in lines {
        let tall = line.size().y;
        painter.galley(pos2(left, top), line, colors.text);
        top += tall;
    }
    if focused {
        let ring = colors.focus_ring();
        painter.rect_stroke(rect.expand(2.0), radius::CONTROL + 2, ring, StrokeKind::Outside);
    }
}
