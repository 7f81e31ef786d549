//! Blocks that hold blocks: side by side, kept together, framed.

use crate::reports::document::{Block, Tone};

use super::blocks::lay_blocks;
use super::context::Context;
use super::draw;
use super::measure::{count, fractions, millimetres};
use super::page::{Point, Stroke, append_shifted};
use super::palette;
use super::strip::{Pile, Strip, keep_together, pile, strips};

/// Between two columns, in points.
const COLUMN_GAP: f32 = millimetres(7.5);
const FRAME_PAD: Point = Point::new(millimetres(3.2), millimetres(2.4));

/// Blocks that no page break separates.
pub fn together(blocks: &[Block], context: Context) -> Vec<Strip> {
    let mut laid = strips(lay_blocks(blocks, context));
    keep_together(&mut laid);
    laid
}

/// Blocks side by side; under one another when they are taller than a page.
pub fn columns(columns: &[(f32, Vec<Block>)], context: Context) -> Vec<Strip> {
    let gaps = COLUMN_GAP * count(columns.len().saturating_sub(1));
    let available = (context.width - gaps).max(1.0);
    let shares = fractions(columns.iter().map(|(share, _)| *share));
    let mut whole = Pile::default();
    let mut left = 0.0;
    for ((_, blocks), share) in columns.iter().zip(shares) {
        let inner = context.with_width(available * share);
        let part = pile(strips(lay_blocks(blocks, inner)));
        append_shifted(&mut whole.marks, part.marks, left, 0.0);
        whole.landmarks.extend(part.landmarks);
        whole.height = whole.height.max(part.height);
        left += inner.width + COLUMN_GAP;
    }
    if !context.fits_a_page(whole.height) {
        return columns
            .iter()
            .flat_map(|(_, blocks)| strips(lay_blocks(blocks, context)))
            .collect();
    }
    if whole.marks.is_empty() && whole.height <= 0.0 {
        return Vec::new();
    }
    vec![solid(whole)]
}

/// Blocks in a rounded frame; without the frame when they are taller than a page.
pub fn frame(tone: Tone, blocks: &[Block], context: Context) -> Vec<Strip> {
    let inner = context.with_width(context.width - 2.0 * FRAME_PAD.x);
    let content = pile(strips(lay_blocks(blocks, inner)));
    let height = content.height + 2.0 * FRAME_PAD.y;
    if !context.fits_a_page(height) {
        return strips(lay_blocks(blocks, context));
    }
    let mut marks = Vec::new();
    let mut edge = draw::rectangle(Point::default(), context.width, height)
        .rounded(millimetres(1.0))
        .stroked(Stroke::new(palette::edge(tone), 0.7));
    if !matches!(tone, Tone::Ink) {
        edge = edge.filled(palette::tint(tone));
    }
    edge.draw(&mut marks);
    append_shifted(&mut marks, content.marks, FRAME_PAD.x, FRAME_PAD.y);
    let mut landmarks = content.landmarks;
    for landmark in &mut landmarks {
        landmark.y += FRAME_PAD.y;
    }
    vec![solid(Pile { height, marks, landmarks })]
}

fn solid(pile: Pile) -> Strip {
    Strip { landmarks: pile.landmarks, ..Strip::new(pile.height, pile.marks) }
}
