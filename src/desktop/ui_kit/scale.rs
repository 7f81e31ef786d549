//! The criterion scale: a digit, a sign and a word per level; nothing is chosen beforehand.

use egui::{
    IdSalt, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::chip::put;
use super::focus::{arrow_neighbour, focus_ring};
use super::fonts::{regular, semibold};
use super::icons::{Icon, paint};
use super::text::{Lines, laid_out};
use super::theme::palette;
use super::tokens::{Palette, State, amount, height, radius, space, type_size};

/// Side of the sign.
const SIGN: f32 = 14.0;

/// A level of the scale: its sign, its word and its state.
type Level<'text> = (Icon, &'text str, State);

/// Shows the levels side by side, two by two where there is no room; gives the one just chosen.
///
/// `label_prefix` begins the accessible name of each button: « CP3.1 : 1, Satisfait ».
/// The caller handles the digit keys.
pub fn level_scale(
    ui: &mut Ui,
    label_prefix: &str,
    selected: Option<usize>,
    options: &[(Icon, &str, State)],
) -> Option<usize> {
    if options.is_empty() {
        return None;
    }
    let columns = columns(ui, options);
    let lines = options.len().div_ceil(columns);
    let width = ui.available_width();
    let gap = space::TINY;
    let tall = amount(lines) * (height::SCALE + gap) - gap;
    let group = ui.allocate_response(vec2(width, tall), Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, label_prefix));
    let side = (width - gap * (amount(columns) - 1.0)) / amount(columns);
    let scope = ui.scope_id();
    let id_of = |index: usize| scope.with_salt(IdSalt::new(("level", label_prefix, index)));
    let mut chosen = None;
    for (index, level) in options.iter().enumerate() {
        let corner = group.rect.left_top()
            + vec2(
                amount(index % columns) * (side + gap),
                amount(index / columns) * (height::SCALE + gap),
            );
        let rect = Rect::from_min_size(corner, vec2(side, height::SCALE));
        let response = ui.interact(rect, id_of(index), Sense::click());
        arrow_neighbour(ui, &response, index, options.len(), id_of);
        if response.clicked() {
            chosen = Some(index);
        }
        let down = selected == Some(index);
        response.widget_info(|| {
            let name = format!("{label_prefix}\u{a0}: {}, {}", index + 1, level.1);
            WidgetInfo::selected(Role::RadioButton, true, down, name)
        });
        paint_level(ui, &response, index + 1, *level, down);
    }
    chosen
}

/// As many columns as the words leave room for.
fn columns(ui: &Ui, options: &[Level<'_>]) -> usize {
    let font = semibold(type_size::SECONDARY);
    let color = palette(ui).text;
    let widest = options
        .iter()
        .map(|(_, word, _)| {
            laid_out(ui.painter(), *word, font.clone(), color, &Lines::FREE).size().x
        })
        .fold(0.0, f32::max);
    let needed = widest + 2.0 * space::TINY + 2.0;
    let fits = |count: usize| {
        needed * amount(count) + space::TINY * (amount(count) - 1.0) <= ui.available_width()
    };
    if fits(options.len()) {
        options.len()
    } else if fits(2) {
        2
    } else {
        1
    }
}

fn paint_level(ui: &Ui, response: &Response, digit: usize, level: Level<'_>, down: bool) {
    let (icon, word, state) = level;
    let colors: &Palette = palette(ui);
    let (fill, edge, color) = if down {
        let edge = Stroke::new(2.0_f32.max(colors.edge), colors.sign(state));
        (colors.tint(state), edge, colors.sign(state))
    } else if response.hovered() {
        (colors.sunken, colors.control_edge(), colors.text)
    } else {
        (colors.card, colors.control_edge(), colors.text)
    };
    let rect = response.rect;
    let painter = ui.painter();
    painter.rect(rect, radius::CONTROL, fill, edge, StrokeKind::Inside);
    let strong = semibold(type_size::SECONDARY);
    let number = laid_out(painter, digit.to_string(), strong.clone(), color, &Lines::FREE);
    let top = rect.top() + height::SCALE * 0.32;
    let pair = SIGN + space::TINY + number.size().x;
    let left = rect.center().x - pair * 0.5;
    let sign_rect = Rect::from_center_size(pos2(left + SIGN * 0.5, top), Vec2::splat(SIGN));
    paint(painter, sign_rect, icon, colors.sign(state));
    put(painter, pos2(left + SIGN + space::TINY, top), number, color);
    let font = if down { strong } else { regular(type_size::SECONDARY) };
    let lines = Lines::cut(rect.width() - 2.0 * space::TINY);
    let line = laid_out(painter, word, font, color, &lines);
    let start = rect.center().x - line.size().x * 0.5;
    put(painter, pos2(start, rect.top() + height::SCALE * 0.70), line, color);
    focus_ring(ui, response, rect, radius::CONTROL);
}
