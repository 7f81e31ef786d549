//! A zigzag under words of a field: a shape, so that no colour alone says it.

use std::ops::Range;
use std::sync::Arc;

use egui::text::CCursor;
use egui::{Color32, Galley, Painter, Pos2, Stroke, Vec2, pos2};

/// Half a wave along the line, in points.
const STEP: f32 = 3.0;
/// Height of a wave, in points.
const WAVE: f32 = 2.5;
/// Width of the line, in points.
const LINE: f32 = 1.5;

/// Underlines characters of a text laid out at a place.
pub(super) fn zigzag(
    painter: &Painter,
    galley: &Arc<Galley>,
    at: Pos2,
    characters: Range<usize>,
    color: Color32,
) {
    for (start, end) in stretches(galley, characters) {
        let points = wave(start + at.to_vec2(), end.x - start.x);
        painter.line(points, Stroke::new(LINE, color));
    }
}

/// The ends of the lines under characters, one for each row they stand on.
fn stretches(galley: &Galley, characters: Range<usize>) -> Vec<(Pos2, Pos2)> {
    let mut found: Vec<(Pos2, Pos2)> = Vec::new();
    for place in characters.start..=characters.end {
        let here = galley.pos_from_cursor(CCursor::new(place)).left_bottom();
        match found.last_mut() {
            Some((start, end)) if (start.y - here.y).abs() < 1.0 => *end = here,
            _ => found.push((here, here)),
        }
    }
    found.retain(|(start, end)| end.x > start.x);
    found
}

/// The points of a zigzag from a place, so many points long.
fn wave(from: Pos2, length: f32) -> Vec<Pos2> {
    let mut points = vec![from];
    let mut along = STEP;
    let mut is_low = true;
    while along < length {
        let down = if is_low { WAVE } else { 0.0 };
        points.push(from + Vec2::new(along, down));
        is_low = !is_low;
        along += STEP;
    }
    points.push(pos2(from.x + length, from.y + if is_low { WAVE } else { 0.0 }));
    points
}

#[cfg(test)]
mod tests {
    use egui::{Context, FontId, RawInput};

    use super::*;

    #[test]
    fn a_word_over_two_rows_has_a_line_under_each() {
        let ctx = Context::default();
        let output = ctx.run_ui(RawInput::default(), |ui| {
            let lay = |width: f32| {
                let text = "un approvisionnement-renouvellement".to_owned();
                ui.painter().layout(text, FontId::proportional(14.0), Color32::BLACK, width)
            };
            assert_eq!(stretches(&lay(1_000.0), 3..35).len(), 1);
            assert!(stretches(&lay(120.0), 3..35).len() > 1);
            assert!(stretches(&lay(1_000.0), 3..3).is_empty());
        });
        output.drop_without_applying_deltas();
    }

    #[test]
    fn a_wave_is_as_long_as_its_word() {
        let points = wave(Pos2::ZERO, 10.0);
        assert_eq!(points.last().map(|point| point.x), Some(10.0));
        assert!(points.iter().all(|point| point.y >= 0.0 && point.y <= WAVE));
    }
}
