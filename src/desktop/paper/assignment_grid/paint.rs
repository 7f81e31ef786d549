//! Paints names, titles and cells.

use egui::{Align2, Painter, Rect, Stroke, StrokeKind, Vec2, pos2};

use super::layout::Sizes;
use super::{Scene, words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{radius, space};
use crate::desktop::ui_kit::{Icon, Palette, State, TextRole, paint_icon};

/// Side of the sign of a cell.
const SIGN: f32 = 14.0;

/// How a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// The person is not on the post.
    Off,
    /// Nor is it, under the pointer.
    Hovered,
    /// The person is on the post.
    On,
    /// And on another one, which may be shown.
    Twice,
}

/// Height of the titles: the tallest name of a post and its count.
pub(super) fn head_height(
    painter: &Painter,
    scene: &Scene<'_>,
    sizes: &Sizes,
    colors: &Palette,
) -> f32 {
    let width = sizes.column - 2.0 * space::SMALL;
    let heights = (0..scene.board.posts.len()).map(|post| {
        let font = TextRole::SecondaryStrong.font();
        let title =
            painter.layout(fr(&scene.board.post_name(post)), font.clone(), colors.text, width);
        let count = fr(&words::count(scene.board, scene.view, post));
        title.size().y + painter.layout(count, font, colors.text, width).size().y
    });
    heights.fold(0.0, f32::max) + 2.0 * space::SMALL
}

/// The name of a person.
pub(super) fn name(painter: &Painter, rect: Rect, name: &str, colors: &Palette) {
    painter.rect_filled(rect, 0, colors.sunken);
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.line));
    let width = rect.width() - 2.0 * space::SMALL;
    let font = TextRole::SecondaryStrong.font();
    let galley = painter.layout(name.to_owned(), font, colors.text, width);
    let corner = pos2(rect.left() + space::SMALL, rect.center().y - galley.size().y * 0.5);
    painter.galley(corner, galley, colors.text);
}

/// The name of a post and the places taken.
pub(super) fn title(painter: &Painter, rect: Rect, (title, count): (&str, &str), colors: &Palette) {
    painter.rect_filled(rect, 0, colors.sunken);
    painter.vline(rect.left(), rect.y_range(), Stroke::new(1.0, colors.line));
    let width = rect.width() - 2.0 * space::SMALL;
    let font = TextRole::SecondaryStrong.font();
    let title = painter.layout(title.to_owned(), font, colors.text, width);
    let left = rect.left() + space::SMALL;
    let top = rect.top() + space::SMALL;
    let under = top + title.size().y;
    painter.galley(pos2(left, top), title, colors.text);
    let font = TextRole::Secondary.font();
    painter.text(pos2(left, under), Align2::LEFT_TOP, count, font, colors.text_2);
}

/// A cell: the level, and the sign and the word of an assignment.
pub(super) fn cell(painter: &Painter, rect: Rect, level: u32, look: Look, colors: &Palette) {
    let line = Stroke::new(1.0, colors.line);
    let ground = if look == Look::Hovered { colors.sunken } else { colors.card };
    painter.rect_filled(rect, 0, ground);
    painter.hline(rect.x_range(), rect.top(), line);
    painter.vline(rect.left(), rect.y_range(), line);
    let (fill, edge, ink, icon, word) = match look {
        Look::Off | Look::Hovered => {
            let font = TextRole::Body.font();
            let text = level.to_string();
            painter.text(rect.center(), Align2::CENTER_CENTER, text, font, colors.text);
            return;
        }
        Look::On => (colors.accent, colors.accent, colors.on_accent, Icon::Check, ""),
        Look::Twice => {
            let ink = colors.sign(State::Root);
            (colors.tint(State::Root), ink, ink, Icon::Bang, "déjà affecté")
        }
    };
    let inner = rect.shrink(space::TINY);
    let edge = Stroke::new(colors.edge.max(1.0), edge);
    painter.rect(inner, radius::CHIP, fill, edge, StrokeKind::Inside);
    let down = if word.is_empty() { rect.center().y } else { rect.top() + rect.height() * 0.34 };
    let font = TextRole::Strong.font();
    let text = level.to_string();
    let at = pos2(rect.center().x + SIGN * 0.5 + space::TINY, down);
    let written = painter.text(at, Align2::CENTER_CENTER, text, font, ink);
    let middle = pos2(written.left() - space::TINY - SIGN * 0.5, down);
    paint_icon(painter, Rect::from_center_size(middle, Vec2::splat(SIGN)), icon, ink);
    if !word.is_empty() {
        let at = pos2(rect.center().x, rect.top() + rect.height() * 0.70);
        painter.text(at, Align2::CENTER_CENTER, fr(word), TextRole::Secondary.font(), ink);
    }
}
