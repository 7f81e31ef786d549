//! Where things go: ends of bars, blocks of two lines, columns, the body above the footer.

use egui::{Align, Layout, Ui, UiBuilder, vec2};

use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{TextRole, one_line, palette};

/// Height of a block of two lines: 20 and 18.
const TWO_LINES: f32 = 38.0;
/// Space between two groups of a bar.
pub(super) const GROUP_SPACE: f32 = space::NORMAL;

/// Width that the widgets at the end of this bar took in the last frame.
pub(super) fn end_width(ui: &Ui, name: &str) -> f32 {
    let id = ui.scope_id().with(name);
    ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0)
}

/// Shows widgets at the right end of a line, in the order in which they are read.
pub(super) fn at_end(ui: &mut Ui, name: &str, add_contents: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with(name);
    let known = end_width(ui, name);
    ui.add_space((ui.available_width() - known).max(0.0));
    let width = ui.scope(add_contents).response.rect.width();
    if (width - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, width));
        // The place of the widgets was a guess: this frame is drawn again before it is seen.
        ui.request_discard("fin de ligne");
        ui.request_repaint();
    }
}

/// Width of a text on one line.
pub(super) fn text_width(ui: &Ui, text: &str, role: TextRole) -> f32 {
    let color = palette(ui).text;
    ui.painter().layout_no_wrap(text.to_owned(), role.font(), color).size().x
}

/// Two lines, the first one strong, between a least and a greatest width.
pub(super) fn two_lines(ui: &mut Ui, first: &str, second: &str, (least, most): (f32, f32)) {
    let natural = text_width(ui, first, TextRole::Strong)
        .max(text_width(ui, second, TextRole::Secondary))
        .ceil();
    let width = natural.max(least).min(most.max(0.0)) + 1.0;
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, TWO_LINES), layout, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        one_line(ui, first, TextRole::Strong);
        one_line(ui, second, TextRole::Secondary);
    });
}

/// Shows the body of the window above the place of the footer. The footer is shown after it, so
/// that the Tab key goes from the top to the bottom.
pub(super) fn above_footer(ui: &mut Ui, add_body: impl FnOnce(&mut Ui)) {
    let whole = ui.available_rect_before_wrap();
    let bottom = (whole.bottom() - height::FOOTER_CANDIDATE).max(whole.top());
    let place = whole.with_max_y(bottom);
    let mut body = ui.new_child(downwards("composer-corps").max_rect(place));
    add_body(&mut body);
}

/// A block of a given width in a line, as tall as its content.
pub(super) fn sized(ui: &mut Ui, width: f32, add_contents: impl FnOnce(&mut Ui)) {
    let width = width.max(0.0);
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        add_contents(ui);
    });
}

/// A column beside another, `from` the left of the place left, `width` wide.
pub(super) fn column(
    ui: &mut Ui,
    name: &str,
    (from, width): (f32, f32),
    add_contents: impl FnOnce(&mut Ui),
) {
    let whole = ui.available_rect_before_wrap();
    let left = whole.left() + from;
    let rect = whole.with_min_x(left).with_max_x(left + width);
    let mut child = ui.new_child(downwards(name).max_rect(rect));
    add_contents(&mut child);
}

fn downwards(name: &str) -> UiBuilder {
    UiBuilder::new().id_salt(name).layout(Layout::top_down(Align::Min))
}
