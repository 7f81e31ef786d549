//! Progress, and the boxed states of the room.

use std::sync::Arc;

use egui::{
    Color32, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::fonts::{regular, semibold};
use super::icons::{Icon, paint};
use super::text::{Lines, laid_out};
use super::theme::palette;
use super::tokens::{Palette, State, amount, height, radius, space, type_size};

/// Side of the sign of a boxed state.
const SIGN: f32 = 20.0;

/// A bar and « 5 sur 9 ».
pub fn progress_bar(ui: &mut Ui, done: usize, total: usize) -> Response {
    let colors = palette(ui);
    let words = format!("{done} sur {total}");
    let font = regular(type_size::SECONDARY);
    let count = laid_out(ui.painter(), words.as_str(), font, colors.text, &Lines::FREE);
    let size = vec2(ui.available_width(), count.size().y);
    let response = ui.allocate_response(size, Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, words.as_str());
        info.value = Some(f64::from(amount(done)));
        info
    });
    let rect = response.rect;
    let bar_end = (rect.right() - count.size().x - space::SMALL).max(rect.left());
    let bar = Rect::from_min_max(
        pos2(rect.left(), rect.center().y - height::PROGRESS * 0.5),
        pos2(bar_end, rect.center().y + height::PROGRESS * 0.5),
    );
    let part = if total == 0 { 0.0 } else { (amount(done) / amount(total)).min(1.0) };
    ui.painter().rect(bar, radius::BAR, colors.sunken, colors.divider(), StrokeKind::Inside);
    let filled = bar.with_max_x(bar.left() + bar.width() * part);
    ui.painter().rect_filled(filled, radius::BAR, colors.accent);
    let corner = pos2(rect.right() - count.size().x, rect.center().y - count.size().y * 0.5);
    ui.painter().galley(corner, count, colors.text);
    response
}

/// A boxed state of the room: « Il reste 1 h 54 », « En pause »; the detail goes below.
pub fn status_box(
    ui: &mut Ui,
    icon: Icon,
    title: &str,
    detail: Option<&str>,
    state: State,
) -> Response {
    let colors = palette(ui);
    let (fill, edge, ink) = box_look(colors, state);
    let title_size = if detail.is_some() { type_size::SUBTITLE } else { type_size::BODY };
    let head = laid_out(ui.painter(), title, semibold(title_size), ink, &Lines::FREE);
    let below: Option<Arc<Galley>> = detail.map(|detail| {
        let font = regular(type_size::SECONDARY);
        laid_out(ui.painter(), detail, font, colors.text_2, &Lines::FREE)
    });
    let wide = below.as_ref().map_or(0.0, |line| line.size().x);
    let more = below.as_ref().map_or(0.0, |line| line.size().y - 2.0);
    let inner = vec2(head.size().x.max(wide), head.size().y + more);
    let size = vec2(inner.x + SIGN + 3.0 * space::MEDIUM, inner.y + 10.0);
    let response = ui.allocate_response(size, Sense::hover());
    response.widget_info(|| {
        let name = detail.map_or_else(|| title.to_owned(), |detail| format!("{title}, {detail}"));
        WidgetInfo::labeled(Role::Status, true, name)
    });
    let rect = Rect::from_center_size(response.rect.center(), size);
    let painter = ui.painter();
    painter.rect(rect, radius::CONTROL, fill, edge, StrokeKind::Inside);
    let middle = pos2(rect.left() + space::MEDIUM + SIGN * 0.5, rect.center().y);
    paint(painter, Rect::from_center_size(middle, vec2(SIGN, SIGN)), icon, ink);
    let left = rect.left() + SIGN + 2.0 * space::MEDIUM;
    let second = rect.top() + 3.0 + head.size().y;
    painter.galley(pos2(left, rect.top() + 5.0), head, ink);
    if let Some(line) = below {
        painter.galley(pos2(left, second), line, colors.text_2);
    }
    response
}

/// Ground, edge and ink of a boxed state.
fn box_look(colors: &Palette, state: State) -> (Color32, Stroke, Color32) {
    if state == State::Neutral {
        (colors.card, colors.divider(), colors.text)
    } else {
        let ink = colors.sign(state);
        (colors.tint(state), Stroke::new(colors.edge, ink), ink)
    }
}
