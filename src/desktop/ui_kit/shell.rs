//! Regions of the window: bars, side panels, cards and dividers.

use egui::{
    Align, CentralPanel, Frame, InnerResponse, Layout, Margin, Panel, Rect, Response, Role, Sense,
    Stroke, Ui, WidgetInfo, vec2,
};

use super::icons::{Icon, paint};
use super::text::subtitle;
use super::theme::palette;
use super::tokens::{State, height, radius, space};

/// Side of the logo.
const LOGO: f32 = 28.0;

/// Where a side panel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On the left.
    Left,
    /// On the right.
    Right,
}

/// A bar under the top edge, its widgets on one line; `id` is unique in the window.
pub fn top_bar<R>(
    ui: &mut Ui,
    id: &str,
    height: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let frame = Frame::NONE.fill(palette(ui).surface).inner_margin(Margin::symmetric(16, 0));
    Panel::top(id)
        .exact_size(height)
        .frame(frame)
        .show(ui, |ui| ui.horizontal_centered(add_contents).inner)
        .inner
}

/// A bar above the bottom edge, its widgets on one line; `id` is unique in the window.
pub fn footer<R>(ui: &mut Ui, id: &str, height: f32, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::NONE.fill(palette(ui).surface).inner_margin(Margin::symmetric(16, 0));
    Panel::bottom(id)
        .exact_size(height)
        .frame(frame)
        .show(ui, |ui| ui.horizontal_centered(add_contents).inner)
        .inner
}

/// A panel on a side of what is left of the window, `width` wide; `id` is unique in the window.
pub fn side_panel<R>(
    ui: &mut Ui,
    side: Side,
    id: &str,
    width: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let panel = match side {
        Side::Left => Panel::left(id),
        Side::Right => Panel::right(id),
    };
    let frame = Frame::NONE.fill(palette(ui).surface).inner_margin(Margin::symmetric(8, 8));
    panel.resizable(false).exact_size(width).frame(frame).show(ui, add_contents).inner
}

/// What is left of the window; show it last.
pub fn page<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::NONE.fill(palette(ui).bg).inner_margin(Margin::same(16));
    CentralPanel::default().frame(frame).show(ui, add_contents).inner
}

/// One line of widgets, centred on `height`.
pub fn row<R>(
    ui: &mut Ui,
    height: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(height);
        add_contents(ui)
    })
}

/// One line of widgets from the right end, centred on `height`.
pub fn row_from_right<R>(
    ui: &mut Ui,
    height: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(height);
        add_contents(ui)
    })
}

/// The logo: an accent square with a list and a check.
pub fn brand(ui: &mut Ui) -> Response {
    let colors = palette(ui);
    let response = ui.allocate_response(vec2(LOGO, LOGO), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, "Cas d’école"));
    let rect = Rect::from_center_size(response.rect.center(), vec2(LOGO, LOGO));
    let painter = ui.painter();
    painter.rect_filled(rect, radius::CONTROL, colors.accent);
    let unit = LOGO / 16.0;
    let stroke = Stroke::new(1.4 * unit, colors.on_accent);
    for (top, end) in [(4.6, 12.6), (7.8, 9.6), (11.0, 6.4)] {
        let start = rect.left_top() + unit * vec2(3.4, top);
        painter.line_segment([start, rect.left_top() + unit * vec2(end, top)], stroke);
    }
    let check = Rect::from_center_size(
        rect.left_top() + unit * vec2(10.4, 10.2),
        vec2(7.6 * unit, 7.6 * unit),
    );
    paint(painter, check, Icon::Check, colors.on_accent);
    response
}

/// A card as wide as the place left.
pub fn card<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let edge = palette(ui).divider();
    framed(ui, edge, add_contents)
}

/// A card whose edge has the colour of a state; a sign or a word inside says the state.
pub fn state_card<R>(ui: &mut Ui, state: State, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colors = palette(ui);
    let edge = Stroke::new(colors.edge, colors.sign(state));
    framed(ui, edge, add_contents)
}

fn framed<R>(ui: &mut Ui, edge: Stroke, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::NONE
        .fill(palette(ui).card)
        .stroke(edge)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.take_available_width();
            add_contents(ui)
        })
        .inner
}

/// Title of a section, widgets at the end of its line.
pub fn section_heading(ui: &mut Ui, title: &str, add_end: impl FnOnce(&mut Ui)) {
    row(ui, height::BUTTON_SMALL, |ui| {
        subtitle(ui, title);
        ui.with_layout(Layout::right_to_left(Align::Center), add_end);
    });
}

/// A line across the column.
pub fn divider(ui: &mut Ui) {
    let stroke = palette(ui).divider();
    let size = vec2(ui.available_width(), stroke.width);
    let (_, rect) = ui.allocate_space(size);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// A line between two groups of a bar.
pub fn divider_vertical(ui: &mut Ui) {
    let stroke = palette(ui).divider();
    let tall = ui.available_height().min(24.0);
    let (_, rect) = ui.allocate_space(vec2(stroke.width + space::SMALL, tall));
    ui.painter().vline(rect.center().x, rect.y_range(), stroke);
}
