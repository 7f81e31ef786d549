//! A drawn nomenclature: boxes joined by lines, quantities beside the lines.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::context::Context;
use super::draw::{self, Align};
use super::measure::count;
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::strip::Strip;
use super::text::TextStyle;
use super::wrapping::{Hyphenation, Line, wrap};
use crate::domain::planning::views::{TreeLayout, TreeNode};

const CODE: TextStyle = TextStyle::new(9.0, 11.0, palette::INK).bold();
const LABEL: TextStyle = TextStyle::new(7.5, 9.0, palette::SOFT);
const QUANTITY: TextStyle = TextStyle::new(8.0, 10.0, palette::ACCENT).bold();
/// Widest place of a leaf.
const WIDEST: f32 = 118.0;
/// White space between two boxes.
const GAP: f32 = 8.0;
/// Room of the line and its quantity between two levels.
const BETWEEN: f32 = 24.0;
const PAD: f32 = 3.5;
const EDGE: Stroke = Stroke { colour: palette::GRID, width: 0.7, round: false };

/// The tree over the width available; levels are as high as their tallest box.
pub fn drawn_tree(top: &TreeNode, context: Context) -> Vec<Strip> {
    let layout = TreeLayout::of(top);
    let leaf = (context.width / units(layout.width).max(1.0)).min(WIDEST);
    let labels: Vec<Vec<Line>> = layout
        .nodes
        .iter()
        .map(|placed| {
            let room = (leaf - GAP - 2.0 * PAD).max(1.0);
            wrap(&LABEL.text(&placed.node.label), room, Hyphenation::Needed)
        })
        .collect();
    let lines = labels
        .iter()
        .zip(&layout.nodes)
        .map(|(lines, placed)| if placed.node.label.is_empty() { 0 } else { lines.len() })
        .max()
        .unwrap_or_default();
    let height = CODE.pitch + count(lines) * LABEL.pitch + 2.0 * PAD;
    let pitch = height + BETWEEN;
    let centre = |x: Decimal, y: Decimal| {
        Point::new(units(x) * leaf, (units(y) - 0.5) * pitch + height / 2.0)
    };
    let mut marks = Vec::new();
    for (parent, child) in &layout.edges {
        let (Some(from), Some(to)) = (layout.nodes.get(*parent), layout.nodes.get(*child)) else {
            continue;
        };
        let (from, at) = (centre(from.x, from.y), centre(to.x, to.y));
        link(&mut marks, from, at, height, &to.node.quantity);
    }
    for (placed, lines) in layout.nodes.iter().zip(labels) {
        let at = centre(placed.x, placed.y);
        let corner = Point::new(at.x - leaf / 2.0 + GAP / 2.0, at.y - height / 2.0);
        draw::rectangle(corner, leaf - GAP, height)
            .filled(palette::TINT)
            .stroked(EDGE)
            .rounded(2.0)
            .draw(&mut marks);
        let code = Point::new(at.x, corner.y + PAD + CODE.baseline());
        draw::label(&mut marks, &placed.node.code, CODE, code, Align::Centre);
        if !placed.node.label.is_empty() {
            let below = Point::new(corner.x + PAD, corner.y + PAD + CODE.pitch);
            let room = leaf - GAP - 2.0 * PAD;
            draw::lines(&mut marks, lines, LABEL, below, (Align::Centre, room));
        }
    }
    let total = units(layout.height) * pitch - BETWEEN;
    vec![Strip::new(total.max(height), marks)]
}

/// A line from under the parent to above the child, the quantity beside its last part.
fn link(marks: &mut Vec<Mark>, from: Point, to: Point, height: f32, quantity: &str) {
    let (bottom, top) = (from.y + height / 2.0, to.y - height / 2.0);
    let middle = f32::midpoint(bottom, top) - 4.0;
    draw::vertical_rule(marks, from.x, bottom, middle, EDGE);
    draw::rule(marks, from.x.min(to.x), from.x.max(to.x), middle, EDGE);
    draw::vertical_rule(marks, to.x, middle, top, EDGE);
    if !quantity.is_empty() {
        let at = Point::new(to.x + 3.0, top - 3.0);
        draw::label(marks, &format!("× {quantity}"), QUANTITY, at, Align::Left);
    }
}

fn units(value: Decimal) -> f32 {
    value.to_f32().unwrap_or_default()
}
