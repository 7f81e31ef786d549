//! Paints a board: time and posts, bars in pieces, the words of conflicts.

use std::sync::Arc;

use egui::{Align2, Color32, Galley, Painter, Rect, Stroke, StrokeKind, Vec2, pos2};

use super::layout::{ABOVE, BAR, Plan, tick_step};
use super::scene::Scene;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{radius, space};
use crate::desktop::ui_kit::{Icon, Palette, State, TextRole, paint_icon};
use crate::domain::case_study::board::{Axis, Bar};

/// Under this width the label of a bar is above it.
const NARROW: f32 = 44.0;
/// Gap between the lines that stand for closed time without tints.
const HATCH: f32 = 8.0;
/// Side of the sign of a conflict.
const SIGN: f32 = 12.0;

/// The time drawn: closed periods, marks of hours, days, posts.
pub(super) fn ground(painter: &Painter, plan: &Plan, scene: &Scene<'_>, colors: &Palette) {
    let (view, clock) = (scene.view, scene.board.clock());
    painter.rect_filled(plan.area, 0, colors.card);
    for (post, state) in view.posts.iter().enumerate() {
        for span in &state.closed {
            closed(painter, plan.span(&view.axis, post, *span), colors);
        }
    }
    let area = plan.area;
    let body = area.top() + plan.heights.head;
    let thin = Stroke::new(1.0, colors.line);
    for tick in view.axis.ticks(tick_step(plan.scale), clock) {
        let across = plan.across(tick.place);
        painter.vline(across, body - 4.0..=area.bottom(), thin);
        let font = TextRole::Secondary.font();
        let at = pos2(across, body - 5.0);
        painter.text(at, Align2::CENTER_BOTTOM, fr(&tick.label), font, colors.text_2);
    }
    for day in view.axis.days(clock) {
        let across = plan.across(day.place);
        painter.vline(across, area.y_range(), Stroke::new(1.0, colors.line_strong));
        let font = TextRole::Strong.font();
        let at = pos2(across + space::SMALL, area.top() + 3.0);
        painter.text(at, Align2::LEFT_TOP, fr(&day.label), font, colors.text);
    }
    for post in 0..view.posts.len() {
        painter.hline(area.x_range(), plan.row(post).top(), thin);
    }
}

/// Closed time is sunken; where tints vanish, hatched.
pub(super) fn closed(painter: &Painter, rect: Rect, colors: &Palette) {
    painter.rect_filled(rect, 0, colors.sunken);
    if !colors.is_contrast() {
        return;
    }
    let clipped = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let stroke = Stroke::new(1.0, colors.line);
    let mut across = rect.left() - rect.height();
    while across < rect.right() {
        let ends = [pos2(across, rect.bottom()), pos2(across + rect.height(), rect.top())];
        clipped.line_segment(ends, stroke);
        across += HATCH;
    }
}

/// How a bar stands on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Like most.
    Plain,
    /// It is of the chosen order.
    ChosenOrder,
    /// Something conflicts, and may be shown.
    Conflict,
    /// It follows the pointer.
    Floating,
}

/// What is around a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ring {
    /// Nothing.
    None,
    /// It is the chosen operation.
    Chosen,
    /// It has the focus.
    Focused,
}

/// Fill, edge and text.
fn inks(ground: Ground, colors: &Palette) -> (Color32, Stroke, Color32) {
    match ground {
        Ground::Plain => (colors.card, colors.control_edge(), colors.text),
        Ground::ChosenOrder => {
            (colors.accent, Stroke::new(colors.edge, colors.accent), colors.on_accent)
        }
        Ground::Conflict => {
            let ink = colors.sign(State::Root);
            (colors.tint(State::Root), Stroke::new(2.0, ink), ink)
        }
        Ground::Floating => (colors.accent_soft, Stroke::new(2.0, colors.accent), colors.text),
    }
}

/// Paints a bar, its pieces joined by a line; `words` are its order and its number. What is above
/// it must end before `room`. Gives the width of what is written above it.
pub(super) fn bar(
    painter: &Painter,
    plan: &Plan,
    (axis, bar): (&Axis, &Bar),
    (words, room): (&(String, String), f32),
    (ground, ring): (Ground, Ring),
    colors: &Palette,
) -> f32 {
    let (fill, edge, ink) = inks(ground, colors);
    let whole = plan.bar(axis, bar);
    painter.hline(whole.x_range(), whole.center().y, Stroke::new(1.5, edge.color));
    let pieces: Vec<Rect> = bar.pieces.iter().map(|piece| plan.piece(axis, bar, *piece)).collect();
    for piece in &pieces {
        painter.rect(*piece, radius::BAR, fill, edge, StrokeKind::Inside);
    }
    let around = match ring {
        Ring::None => Stroke::NONE,
        Ring::Chosen => Stroke::new(colors.edge, colors.accent),
        Ring::Focused => colors.focus_ring(),
    };
    painter.rect_stroke(whole.expand(2.0), radius::BAR + 2, around, StrokeKind::Outside);
    let order = line(painter, &words.0, TextRole::SecondaryStrong, ink);
    let number = line(painter, &words.1, TextRole::Secondary, ink);
    let needed = order.size().x.max(number.size().x) + space::SMALL;
    let widest = pieces.iter().copied().max_by(|one, other| one.width().total_cmp(&other.width()));
    match widest.filter(|piece| piece.width() >= needed.max(NARROW)) {
        Some(piece) => {
            inside(painter, piece, [order, number], ink);
            0.0
        }
        None => above(painter, whole, words, room, colors),
    }
}

fn line(painter: &Painter, text: &str, role: TextRole, color: Color32) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), role.font(), color)
}

/// The order over the number, in the middle of a piece.
fn inside(painter: &Painter, piece: Rect, lines: [Arc<Galley>; 2], ink: Color32) {
    let written: Vec<_> = lines.into_iter().filter(|line| line.size().x > 0.0).collect();
    let tall: f32 = written.iter().map(|line| line.size().y).sum();
    let mut top = piece.center().y - tall * 0.5;
    for line in written {
        let size = line.size();
        painter.galley(pos2(piece.center().x - size.x * 0.5, top), line, ink);
        top += size.y;
    }
}

/// « 2453 op. 20 » above a narrow bar; the order alone where there is no room for both.
fn above(
    painter: &Painter,
    whole: Rect,
    words: &(String, String),
    room: f32,
    colors: &Palette,
) -> f32 {
    let order = line(painter, &words.0, TextRole::SecondaryStrong, colors.text);
    let number = line(painter, &words.1, TextRole::Secondary, colors.text);
    let corner = Plan::above(whole);
    let down = corner.y + (ABOVE - order.size().y) * 0.5;
    let (first, second) = (order.size().x, number.size().x);
    let both = first + space::TINY + second;
    painter.galley(pos2(corner.x, down), order, colors.text);
    if second <= 0.0 || corner.x + both > room {
        return first + space::TINY;
    }
    painter.galley(pos2(corner.x + first + space::TINY, down), number, colors.text);
    both + space::TINY
}

/// The sign and the word of a conflict, above a bar; `skip` is the room taken by its label.
pub(super) fn conflict(
    painter: &Painter,
    plan: &Plan,
    (whole, skip): (Rect, f32),
    word: &str,
    colors: &Palette,
) {
    let ink = colors.on_fill(State::Root);
    let galley = line(painter, word, TextRole::Secondary, ink);
    let size = Vec2::new(galley.size().x + SIGN + 3.0 * space::TINY, ABOVE - 2.0);
    let corner = Plan::above(whole);
    let last = (plan.area.right() - size.x - 2.0).max(plan.area.left());
    let rect = Rect::from_min_size(pos2((corner.x + skip).min(last), corner.y), size);
    painter.rect_filled(rect, radius::CHIP, colors.fill(State::Root));
    let middle = pos2(rect.left() + space::TINY + SIGN * 0.5, rect.center().y);
    paint_icon(painter, Rect::from_center_size(middle, Vec2::splat(SIGN)), Icon::Bang, ink);
    let left = rect.left() + SIGN + 2.0 * space::TINY;
    painter.galley(pos2(left, rect.center().y - galley.size().y * 0.5), galley, ink);
}

/// The name and the load of a post, in the column that stays in place.
pub(super) fn post_label(
    painter: &Painter,
    rect: Rect,
    (name, load): (String, String),
    colors: &Palette,
) {
    painter.rect_filled(rect, 0, colors.card);
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.line));
    let width = (rect.width() - 2.0 * space::SMALL).max(1.0);
    let name = painter.layout(name, TextRole::SecondaryStrong.font(), colors.text, width);
    let load = painter.layout(load, TextRole::Secondary.font(), colors.text_2, width);
    let tall = name.size().y + load.size().y;
    let top = (rect.center().y - tall * 0.5).max(rect.top() + 2.0).min(rect.bottom() - BAR);
    let under = top + name.size().y;
    let left = rect.left() + space::SMALL;
    painter.galley(pos2(left, top), name, colors.text);
    painter.galley(pos2(left, under), load, colors.text_2);
}
