//! Chips (a state or a count, never clickable) and key caps.

use std::sync::Arc;

use egui::{
    Color32, Galley, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::fonts::{regular, semibold};
use super::icons::{Icon, paint};
use super::text::{Lines, laid_out};
use super::theme::palette;
use super::tokens::{Palette, State, height, radius, space, type_size};

/// Side of the sign of a chip.
const SIGN: f32 = 14.0;
/// Height of a key cap.
const CAP: f32 = 20.0;

/// A chip: a sign and a word in the colour of a state.
pub fn chip(ui: &mut Ui, icon: Option<Icon>, text: &str, state: State) -> Response {
    show_chip(ui, icon, text, None, state)
}

/// A chip that ends with a count: « Juste **51** ».
pub fn count_chip(
    ui: &mut Ui,
    icon: Option<Icon>,
    text: &str,
    count: usize,
    state: State,
) -> Response {
    show_chip(ui, icon, text, Some(count.to_string().as_str()), state)
}

fn show_chip(
    ui: &mut Ui,
    icon: Option<Icon>,
    text: &str,
    count: Option<&str>,
    state: State,
) -> Response {
    let colors = palette(ui);
    let color = colors.on_fill(state);
    let word = laid_out(ui.painter(), text, regular(type_size::SECONDARY), color, &Lines::FREE);
    let number = count.map(|digits| {
        laid_out(ui.painter(), digits, semibold(type_size::SECONDARY), color, &Lines::FREE)
    });
    let sign_width = if icon.is_some() { SIGN + space::TINY } else { 0.0 };
    let number_width = number.as_ref().map_or(0.0, |digits| digits.size().x + space::TINY);
    let width = sign_width + word.size().x + number_width + 2.0 * space::SMALL;
    let response = ui.allocate_response(vec2(width, height::CHIP), Sense::hover());
    response.widget_info(|| {
        let label = count.map_or_else(|| text.to_owned(), |digits| format!("{text} {digits}"));
        WidgetInfo::labeled(Role::Label, true, label)
    });
    let rect = Rect::from_center_size(response.rect.center(), vec2(width, height::CHIP));
    let painter = ui.painter();
    painter.rect(rect, radius::CHIP, colors.fill(state), edge(colors, state), StrokeKind::Inside);
    let mut left = rect.left() + space::SMALL;
    if let Some(icon) = icon {
        let middle = pos2(left + SIGN * 0.5, rect.center().y);
        paint(painter, Rect::from_center_size(middle, Vec2::splat(SIGN)), icon, color);
        left += sign_width;
    }
    let word_width = word.size().x;
    put(painter, pos2(left, rect.center().y), word, color);
    if let Some(number) = number {
        let start = left + word_width + space::TINY;
        put(painter, pos2(start, rect.center().y), number, color);
    }
    response
}

/// The edge of a chip: only where its tint does not show it.
fn edge(colors: &Palette, state: State) -> Stroke {
    if colors.is_contrast() && state != State::Root {
        Stroke::new(1.0, colors.sign(state))
    } else if state == State::Neutral {
        Stroke::new(1.0, colors.line)
    } else {
        Stroke::NONE
    }
}

/// Paints a laid-out line from its left end and its middle.
pub(super) fn put(painter: &Painter, left_middle: Pos2, line: Arc<Galley>, color: Color32) {
    let top = left_middle.y - line.size().y * 0.5;
    painter.galley(pos2(left_middle.x, top), line, color);
}

/// A key: « Ctrl Z ».
pub fn key_cap(ui: &mut Ui, key: &str) -> Response {
    let colors = palette(ui);
    let word = cap_text(ui.painter(), key);
    let size = cap_size(&word);
    let response = ui.allocate_response(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    let rect = Rect::from_center_size(response.rect.center(), size);
    paint_cap(ui.painter(), rect, word, colors.text, colors.control_edge());
    response
}

/// The name of a key, laid out.
pub(super) fn cap_text(painter: &Painter, key: &str) -> Arc<Galley> {
    laid_out(painter, key, semibold(type_size::CAPTION), Color32::PLACEHOLDER, &Lines::FREE)
}

/// Size of the cap of a key.
pub(super) fn cap_size(word: &Galley) -> Vec2 {
    vec2((word.size().x + 12.0).max(CAP), CAP)
}

/// Paints the cap of a key.
pub(super) fn paint_cap(
    painter: &Painter,
    rect: Rect,
    word: Arc<Galley>,
    color: Color32,
    edge: Stroke,
) {
    painter.rect_stroke(rect, radius::CHIP, edge, StrokeKind::Inside);
    let left = rect.center().x - word.size().x * 0.5;
    put(painter, pos2(left, rect.center().y), word, color);
}

/// Keys and what they do, as at the bottom of the window: « Ctrl Z annuler ».
pub fn key_hint(ui: &mut Ui, keys: &[&str], action: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        for key in keys {
            key_cap(ui, key);
        }
        super::text::secondary(ui, action);
    });
}
