//! A drawn nomenclature on screen: boxes joined by lines, quantities beside the lines.

use egui::{Align2, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::fr;
use crate::desktop::ui_kit::{TextRole, palette};
use crate::domain::planning::views::{TreeLayout, TreeNode};

/// Widest and narrowest place of a leaf, in points.
const LEAF: (f32, f32) = (168.0, 92.0);
const BOX_HEIGHT: f32 = 48.0;
const BETWEEN: f32 = 34.0;
const GAP: f32 = 10.0;

/// Draws a tree, `zoom` times its size; wider than its place, it scrolls.
pub fn drawn_tree(ui: &mut Ui, top: &TreeNode, zoom: f32) {
    let layout = TreeLayout::of(top);
    let fitting = ui.available_width() / units(layout.width).max(1.0);
    let leaf = fitting.clamp(LEAF.1 * zoom, LEAF.0 * zoom);
    let (tall, between) = (BOX_HEIGHT * zoom, BETWEEN * zoom);
    let pitch = tall + between;
    let size = vec2(units(layout.width) * leaf, units(layout.height) * pitch - between);
    egui::ScrollArea::horizontal().id_salt(("arbre", &top.code)).show(ui, |ui| {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let words = fr(&spoken(top));
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
        let colors = palette(ui.ctx());
        let painter = ui.painter();
        let centre = |x: Decimal, y: Decimal| {
            let down = (units(y) - 0.5) * pitch + tall / 2.0;
            pos2(rect.left() + units(x) * leaf, rect.top() + down)
        };
        let line = Stroke::new(1.0, colors.line_strong);
        for (parent, child) in &layout.edges {
            let (Some(from), Some(to)) = (layout.nodes.get(*parent), layout.nodes.get(*child))
            else {
                continue;
            };
            let (start, end) = (centre(from.x, from.y), centre(to.x, to.y));
            let (bottom, top) = (start.y + tall / 2.0, end.y - tall / 2.0);
            let middle = f32::midpoint(bottom, top) - 5.0 * zoom;
            painter.line_segment([pos2(start.x, bottom), pos2(start.x, middle)], line);
            painter.line_segment([pos2(start.x, middle), pos2(end.x, middle)], line);
            painter.line_segment([pos2(end.x, middle), pos2(end.x, top)], line);
            if !to.node.quantity.is_empty() {
                let text = fr(&format!("× {}", to.node.quantity));
                let font = enlarged(TextRole::SecondaryStrong, zoom);
                let at = pos2(end.x + 4.0, top - 2.0);
                painter.text(at, Align2::LEFT_BOTTOM, text, font, colors.text);
            }
        }
        for placed in &layout.nodes {
            let at = centre(placed.x, placed.y);
            let place = Rect::from_center_size(at, vec2(leaf - GAP, tall));
            painter.rect(place, 4.0, colors.sunken, line, StrokeKind::Inside);
            let code = fr(&placed.node.code);
            let font = enlarged(TextRole::Strong, zoom);
            painter.text(
                pos2(at.x, place.top() + 5.0 * zoom),
                Align2::CENTER_TOP,
                code,
                font,
                colors.text,
            );
            let label = painter.layout(
                fr(&placed.node.label),
                enlarged(TextRole::Secondary, zoom),
                colors.text_2,
                f32::INFINITY,
            );
            let left = at.x - label.size().x.min(leaf - GAP - 6.0) / 2.0;
            let clipped = painter.with_clip_rect(place.shrink(3.0));
            clipped.galley(pos2(left, place.bottom() - 20.0 * zoom), label, colors.text_2);
        }
    });
}

fn enlarged(role: TextRole, zoom: f32) -> FontId {
    let font = role.font();
    FontId { size: font.size * zoom, ..font }
}

/// « BZ60 Brasero : 3 PI30 Pied (1 TU25), 1 CU50 »
fn spoken(node: &TreeNode) -> String {
    let name = format!("{} {} {}", node.quantity, node.code, node.label);
    let parts: Vec<String> = node.children.iter().map(spoken).collect();
    let name = name.trim().to_owned();
    if parts.is_empty() { name } else { format!("{name} ({})", parts.join(", ")) }
}

fn units(value: Decimal) -> f32 {
    value.to_f32().unwrap_or_default()
}
