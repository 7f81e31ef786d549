//! Choices: check boxes, radio buttons and segmented controls.

use egui::{
    Color32, CornerRadius, IdSalt, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::chip::put;
use super::focus::{arrow_neighbour, focus_ring};
use super::fonts::{regular, semibold};
use super::icons::{Icon, paint};
use super::text::{Lines, laid_out};
use super::theme::palette;
use super::tokens::{height, line_height, radius, space, type_size};

/// Side of the box.
const BOX: f32 = 16.0;

/// A check box and its label (15).
pub fn check_box(ui: &mut Ui, label: &str, checked: &mut bool) -> Response {
    sized_check_box(ui, label, checked, type_size::BODY)
}

/// A check box and its label (13), in panels.
pub fn small_check_box(ui: &mut Ui, label: &str, checked: &mut bool) -> Response {
    sized_check_box(ui, label, checked, type_size::SECONDARY)
}

fn sized_check_box(ui: &mut Ui, label: &str, checked: &mut bool, size: f32) -> Response {
    let (mut response, square) = marked_line(ui, label, size);
    if response.clicked() {
        *checked = !*checked;
        response.mark_changed();
    }
    let now = *checked;
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, now, label));
    if ui.is_rect_visible(response.rect) {
        let colors = palette(ui);
        let (fill, edge) = if now {
            (colors.accent, Stroke::new(colors.edge, colors.accent))
        } else {
            (colors.card, colors.control_edge())
        };
        ui.painter().rect(square, radius::BAR, fill, edge, StrokeKind::Inside);
        if now {
            paint(ui.painter(), square.shrink(1.5), Icon::Check, colors.on_accent);
        }
    }
    focus_ring(ui, &response, response.rect, radius::CHIP);
    response
}

/// A radio button and its label; the caller changes the choice when it is clicked.
pub fn radio(ui: &mut Ui, label: &str, selected: bool) -> Response {
    let (response, square) = marked_line(ui, label, type_size::BODY);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, selected, label));
    if ui.is_rect_visible(response.rect) {
        let colors = palette(ui);
        let color = if selected { colors.accent } else { colors.line_strong };
        let ring = Stroke::new(colors.edge, color);
        ui.painter().circle(square.center(), BOX * 0.5 - colors.edge * 0.5, colors.card, ring);
        if selected {
            ui.painter().circle_filled(square.center(), 4.0, color);
        }
    }
    focus_ring(ui, &response, response.rect, radius::CHIP);
    response
}

/// Allocates a clickable line: a square for the mark, then the label, wrapped.
fn marked_line(ui: &mut Ui, label: &str, size: f32) -> (Response, Rect) {
    let colors = palette(ui);
    let indent = BOX + space::SMALL;
    let lines = Lines::wrapped((ui.available_width() - indent).max(48.0));
    let word = laid_out(ui.painter(), label, regular(size), colors.text, &lines);
    let first_line = line_height(size);
    let desired = vec2(indent + word.size().x, word.size().y.max(first_line));
    let response = ui.allocate_response(desired, Sense::click());
    let corner = response.rect.left_top();
    let middle = pos2(corner.x + BOX * 0.5, corner.y + first_line * 0.5);
    ui.painter().galley(pos2(corner.x + indent, corner.y), word, colors.text);
    (response, Rect::from_center_size(middle, Vec2::splat(BOX)))
}

/// A row of joined buttons of which one is chosen; `label` names the row for screen readers.
pub fn segmented(ui: &mut Ui, label: &str, selected: &mut usize, options: &[&str]) -> Response {
    let words: Vec<_> = options
        .iter()
        .map(|option| {
            let font = semibold(type_size::SECONDARY);
            laid_out(ui.painter(), *option, font, Color32::PLACEHOLDER, &Lines::FREE)
        })
        .collect();
    let widths: Vec<f32> = words.iter().map(|word| word.size().x + 2.0 * space::MEDIUM).collect();
    let size = vec2(widths.iter().sum(), height::INPUT);
    let mut group = ui.allocate_response(size, Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, label));
    let scope = ui.scope_id();
    let id_of = |index: usize| scope.with_salt(IdSalt::new(("segment", label, index)));
    let mut left = group.rect.left();
    for (index, (word, width)) in words.into_iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(pos2(left, group.rect.top()), vec2(width, size.y));
        left += width;
        let response = ui.interact(rect, id_of(index), Sense::click());
        let step = arrow_neighbour(ui, &response, index, options.len(), id_of);
        if let Some(choice) = step.or_else(|| response.clicked().then_some(index))
            && choice != *selected
        {
            *selected = choice;
            group.mark_changed();
        }
        let chosen = index == *selected;
        response.widget_info(|| {
            let name = options.get(index).copied().unwrap_or_default();
            WidgetInfo::selected(Role::RadioButton, true, chosen, name)
        });
        segment(ui, rect, chosen, (index == 0, index + 1 == options.len()), response.hovered());
        let color = if chosen { palette(ui).on_accent } else { palette(ui).text };
        put(ui.painter(), pos2(rect.left() + space::MEDIUM, rect.center().y), word, color);
        focus_ring(ui, &response, rect, radius::CONTROL);
    }
    group
}

/// Paints the ground of a segment; the ends of the row are rounded.
fn segment(ui: &Ui, rect: Rect, chosen: bool, (first, last): (bool, bool), hovered: bool) {
    let colors = palette(ui);
    let round = |end: bool| if end { radius::CONTROL } else { 0 };
    let corners =
        CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) };
    let fill = match (chosen, hovered) {
        (true, _) => colors.accent,
        (false, true) => colors.sunken,
        (false, false) => colors.card,
    };
    ui.painter().rect(rect, corners, fill, colors.control_edge(), StrokeKind::Inside);
}
