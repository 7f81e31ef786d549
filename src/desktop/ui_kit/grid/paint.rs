//! Paints the cells of a table.

use std::sync::Arc;

use egui::{Align, Color32, FontId, Galley, Painter, Rect, Shape, Stroke, StrokeKind, Vec2, pos2};

use super::super::chip::put;
use super::super::fonts::{regular, semibold};
use super::super::icons::paint;
use super::super::text::{Lines, laid_out};
use super::super::tokens::{Palette, State, space, type_size};

use super::cell::{CellKind, CellTint, GridCell, Mark};

/// Side of the sign of a judged cell.
const SIGN: f32 = 12.0;
/// Side of the sign at the end of a cell.
const END_SIGN: f32 = 14.0;

/// Whether a cell is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Chosen {
    /// It is not.
    #[default]
    No,
    /// It is in the chosen block.
    InBlock,
    /// It is the chosen cell.
    Alone,
}

/// How a cell stands in its table at this moment.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    /// Whether it is chosen.
    pub(super) chosen: Chosen,
    /// It has the focus.
    pub(super) focused: bool,
    /// Its content is painted by the editor.
    pub(super) typing: bool,
}

/// Paints a cell and its lines; says whether its text was cut.
pub(super) fn cell(
    painter: &Painter,
    rect: Rect,
    cell: &GridCell,
    align: Align,
    look: Look,
    colors: &Palette,
) -> bool {
    let painter = &painter.with_clip_rect(rect.expand(1.0));
    painter.rect_filled(rect, 0, ground(cell, look, colors));
    lines(painter, rect, colors);
    if cell.tint == CellTint::Reference {
        reference(painter, rect, colors);
    }
    match &cell.kind {
        CellKind::Blocked => {
            let stroke = Stroke::new(1.0, colors.line_strong);
            painter.line_segment([rect.left_bottom(), rect.right_top()], stroke);
            false
        }
        CellKind::Marked(mark) => {
            marked(painter, rect, cell, mark, colors);
            false
        }
        _ if look.typing => false,
        _ => plain(painter, rect, cell, align, look, colors),
    }
}

/// Paints the edge of the chosen cell, above its neighbours.
pub(super) fn selection(painter: &Painter, rect: Rect, focused: bool, colors: &Palette) {
    let stroke =
        if focused { colors.focus_ring() } else { Stroke::new(colors.edge, colors.accent) };
    painter.rect_stroke(rect, 0, stroke, StrokeKind::Inside);
}

/// Paints the edge of the chosen block.
pub(super) fn block(painter: &Painter, rect: Rect, colors: &Palette) {
    let stroke = Stroke::new(colors.edge.max(1.5), colors.accent);
    painter.rect_stroke(rect, 0, stroke, StrokeKind::Inside);
}

/// Paints the dashed edge of cells that a formula refers to.
pub(super) fn reference(painter: &Painter, rect: Rect, colors: &Palette) {
    dashed(painter, rect.shrink(1.5), Stroke::new(colors.edge.max(1.5), colors.accent));
}

/// Paints the letters of a column or the number of a row.
pub(super) fn ruler(painter: &Painter, rect: Rect, text: &str, chosen: bool, colors: &Palette) {
    let (fill, color) =
        if chosen { (colors.accent_soft, colors.accent) } else { (colors.sunken, colors.text_2) };
    painter.rect_filled(rect, 0, fill);
    lines(painter, rect, colors);
    let font = if chosen { title_font() } else { regular(type_size::SECONDARY) };
    let words = laid_out(painter, text, font, color, &Lines::FREE);
    let left = aligned(rect, Align::Center, words.size().x);
    put(painter, pos2(left, rect.center().y), words, color);
}

/// Paints the title of a column.
pub(super) fn title(
    painter: &Painter,
    rect: Rect,
    text: &str,
    align: Align,
    chosen: bool,
    colors: &Palette,
) {
    let fill = if chosen { colors.accent_soft } else { colors.sunken };
    let color = if chosen { colors.accent } else { colors.text };
    painter.rect_filled(rect, 0, fill);
    lines(painter, rect, colors);
    let words = title_words(painter, text, rect.width(), color);
    let left = aligned(rect, align, words.size().x);
    put(painter, pos2(left, rect.center().y), words, color);
}

/// The title of a column this wide.
pub(super) fn title_words(
    painter: &Painter,
    text: &str,
    width: f32,
    color: Color32,
) -> Arc<Galley> {
    let wide = Lines::wrapped((width - 2.0 * space::SMALL).max(8.0));
    laid_out(painter, text, title_font(), color, &wide)
}

/// Font of the titles of columns and groups.
pub(super) fn title_font() -> FontId {
    semibold(type_size::SECONDARY)
}

/// The lines at the right of a cell and under it.
fn lines(painter: &Painter, rect: Rect, colors: &Palette) {
    let stroke = Stroke::new(1.0, colors.line);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, stroke);
    painter.vline(rect.right() - 0.5, rect.y_range(), stroke);
}

fn ground(cell: &GridCell, look: Look, colors: &Palette) -> Color32 {
    if look.chosen == Chosen::InBlock {
        return colors.accent_soft;
    }
    let selected = look.chosen == Chosen::Alone;
    match cell.tint {
        CellTint::Soft => return colors.accent_soft,
        CellTint::Highlighted => return colors.mark,
        CellTint::State(state) => return colors.tint(state),
        CellTint::None | CellTint::Reference => {}
    }
    match &cell.kind {
        CellKind::Marked(mark) => match mark.state {
            State::Ok | State::Blank | State::Neutral => colors.card,
            state => colors.fill(state),
        },
        CellKind::Editable if selected && !look.focused => colors.accent_soft,
        CellKind::Given if selected => colors.accent_soft,
        CellKind::Editable | CellKind::Label => colors.card,
        CellKind::Given | CellKind::Blocked | CellKind::Head | CellKind::Group => colors.sunken,
    }
}

fn ink(cell: &GridCell, look: Look, colors: &Palette) -> (FontId, Color32) {
    let bold = cell.strong || (look.focused && cell.kind == CellKind::Editable);
    let body = if bold { semibold(type_size::BODY) } else { regular(type_size::BODY) };
    let small = regular(type_size::SECONDARY);
    let by_state = match cell.tint {
        CellTint::State(state) => Some(colors.sign(state)),
        _ => None,
    };
    match cell.kind {
        CellKind::Given => (body, by_state.unwrap_or(colors.text_2)),
        CellKind::Head | CellKind::Group => (title_font(), colors.text),
        CellKind::Label => (if cell.strong { title_font() } else { small }, colors.text),
        _ => (body, by_state.unwrap_or(colors.text)),
    }
}

/// A text, its note and its sign; says whether the text was cut.
fn plain(
    painter: &Painter,
    rect: Rect,
    cell: &GridCell,
    align: Align,
    look: Look,
    colors: &Palette,
) -> bool {
    let mut right = rect.right() - space::SMALL;
    let middle = rect.center().y;
    if let Some(note) = &cell.note {
        let font = regular(type_size::SECONDARY);
        let words = laid_out(painter, note.as_str(), font, colors.text_2, &Lines::FREE);
        right -= words.size().x;
        put(painter, pos2(right, middle), words, colors.text_2);
        right -= space::TINY;
    }
    if let Some(icon) = cell.icon {
        let center = pos2(right - END_SIGN * 0.5, middle);
        let square = Rect::from_center_size(center, Vec2::splat(END_SIGN));
        paint(painter, square, icon, colors.text_2);
        right -= END_SIGN + space::TINY;
    }
    let left = rect.left() + space::SMALL;
    let room = Rect::from_x_y_ranges(left..=right.max(left + 1.0), rect.y_range());
    let (font, color) = ink(cell, look, colors);
    let rows = match rect.height() {
        tall if tall >= 56.0 => 3,
        tall if tall >= 37.0 => 2,
        _ => 1,
    };
    let lines = Lines { width: room.width(), rows };
    let words = laid_out(painter, cell.text.as_str(), font, color, &lines);
    let cut = words.elided;
    let start = match align {
        Align::Min => room.left(),
        Align::Center => room.center().x - words.size().x * 0.5,
        Align::Max => room.right() - words.size().x,
    };
    put(painter, pos2(start, middle), words, color);
    cut
}

/// Sign and number of the error at the left, value at the right, « att. n » under it.
fn marked(painter: &Painter, rect: Rect, cell: &GridCell, mark: &Mark, colors: &Palette) {
    let plain_ground = matches!(mark.state, State::Ok | State::Blank | State::Neutral);
    let sign_color =
        if plain_ground { colors.sign(mark.state) } else { colors.on_fill(mark.state) };
    let value_color = if mark.state == State::Ok { colors.text } else { sign_color };
    if mark.state == State::Blank {
        dashed(painter, rect.shrink(2.5), Stroke::new(1.0, colors.blank));
    }
    let middle = rect.center().y;
    let left = rect.left() + 6.0;
    let square = Rect::from_center_size(pos2(left + SIGN * 0.5, middle), Vec2::splat(SIGN));
    paint(painter, square, mark.sign, sign_color);
    if let Some(root) = mark.root {
        let font = semibold(type_size::SECONDARY);
        let number = laid_out(painter, root.to_string(), font, sign_color, &Lines::FREE);
        put(painter, pos2(left + SIGN + 2.0, middle), number, sign_color);
    }
    let right = rect.right() - space::SMALL;
    let (value_y, expected_y) = if cell.text.is_empty() {
        (middle, middle)
    } else {
        (rect.top() + rect.height() * 0.34, rect.top() + rect.height() * 0.76)
    };
    let value_y = if mark.expected.is_some() { value_y } else { middle };
    let bold = mark.state != State::Ok || cell.strong;
    let font = if bold { semibold(type_size::BODY) } else { regular(type_size::BODY) };
    let value = laid_out(painter, cell.text.as_str(), font, value_color, &Lines::FREE);
    put(painter, pos2(right - value.size().x, value_y), value, value_color);
    if let Some(expected) = &mark.expected {
        let font = regular(type_size::CAPTION);
        let words = format!("att.\u{a0}{expected}");
        let line = laid_out(painter, words, font, value_color, &Lines::FREE);
        put(painter, pos2(right - line.size().x, expected_y), line, value_color);
    }
}

fn aligned(rect: Rect, align: Align, width: f32) -> f32 {
    match align {
        Align::Min => rect.left() + space::SMALL,
        Align::Center => rect.center().x - width * 0.5,
        Align::Max => rect.right() - space::SMALL - width,
    }
}

fn dashed(painter: &Painter, rect: Rect, stroke: Stroke) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(Shape::dashed_line(&corners, stroke, 3.0, 2.0));
}
