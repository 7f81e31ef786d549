//! Arrows between the operations of the chosen order: each to the one that follows it.

use egui::{Painter, Rect, Stroke, pos2};

use super::layout::Plan;
use super::scene::Scene;
use crate::desktop::ui_kit::{Palette, State};

/// Points between the end of a bar and its arrow.
const INSET: f32 = 4.0;
/// Half the width of the head of an arrow, and its height.
const HEAD: (f32, f32) = (4.0, 6.0);

/// Draws the arrows, before the bars.
pub(super) fn show(painter: &Painter, plan: &Plan, scene: &Scene<'_>, colors: &Palette) {
    let (board, view) = (scene.board, scene.view);
    for (rank, operation) in board.operations.iter().enumerate() {
        let Some(after) = view.bar(rank).filter(|_| scene.is_of_chosen_order(rank)) else {
            continue;
        };
        for before in operation.predecessors.iter().filter_map(|rank| view.bar(*rank)) {
            let broken = board.show_conflicts && before.end > after.start;
            let ink = if broken { colors.sign(State::Root) } else { colors.accent };
            let ends = (plan.bar(&view.axis, before), plan.bar(&view.axis, after));
            arrow(painter, ends, Stroke::new(1.5, ink));
        }
    }
}

fn arrow(painter: &Painter, (before, after): (Rect, Rect), stroke: Stroke) {
    let start = (before.right() - INSET).max(before.left());
    let end = (after.left() + INSET).min(after.right());
    let downwards = after.center().y > before.center().y + 1.0;
    if !downwards && after.center().y > before.center().y - 1.0 {
        // On one line: nothing to draw when the bars touch or overlap.
        if after.left() > before.right() {
            painter.hline(before.right()..=after.left(), before.center().y, stroke);
        }
        return;
    }
    let (from, to) =
        if downwards { (before.bottom(), after.top()) } else { (before.top(), after.bottom()) };
    let middle = f32::midpoint(from, to);
    painter.line_segment([pos2(start, from), pos2(start, middle)], stroke);
    painter.line_segment([pos2(start, middle), pos2(end, middle)], stroke);
    painter.line_segment([pos2(end, middle), pos2(end, to)], stroke);
    let back = if downwards { to - HEAD.1 } else { to + HEAD.1 };
    painter.line_segment([pos2(end - HEAD.0, back), pos2(end, to)], stroke);
    painter.line_segment([pos2(end + HEAD.0, back), pos2(end, to)], stroke);
}
