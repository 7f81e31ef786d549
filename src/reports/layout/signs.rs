//! Signs drawn as paths, since the fonts lack them. Each is backed by its word in the text layer.

use super::curves::{left_half_disc, on};
use super::draw;
use super::fonts::Face;
use super::measure::millimetres;
use super::page::{Mark, PathPoint, Point, Stroke, TextMark};
use super::palette::{self, Colour};
use super::shaping;
use crate::reports::document::Sign;

/// Side of a sign in a chip or beside a value, in points.
pub const SMALL: f32 = millimetres(2.3);
/// Side of a check box, in points.
pub const CHECK_BOX: f32 = millimetres(3.4);
/// Side of a check box to tick by hand, in points.
pub const PAPER_BOX: f32 = millimetres(4.0);
/// Width of strokes, as a part of the side.
const STROKE: f32 = 0.17;

/// A square in which a sign is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Square {
    /// Top left corner.
    pub corner: Point,
    /// Side in points.
    pub side: f32,
}

impl Square {
    /// A square in the middle of a line of some pitch; all in points.
    pub const fn on_line(x: f32, top: f32, pitch: f32, side: f32) -> Self {
        Self { corner: Point::new(x, top + (pitch - side) / 2.0), side }
    }

    /// A place in the square, from (0, 0) at the top left to (1, 1).
    const fn at(self, x: f32, y: f32) -> Point {
        Point::new(self.corner.x + x * self.side, self.corner.y + y * self.side)
    }
}

/// Draws a sign in a square, with its word in the text layer.
pub fn sign(marks: &mut Vec<Mark>, sign: Sign, square: Square, colour: Colour) {
    shape(marks, sign, square, colour);
    word(marks, sign.word(), square);
}

/// Draws a check box: empty with an edge, or filled with a white check.
pub fn check_box(marks: &mut Vec<Mark>, square: Square, on: Option<Colour>, edge: Stroke) {
    let radius = millimetres(0.5);
    let outline = draw::rectangle(square.corner, square.side, square.side).rounded(radius);
    let Some(colour) = on else {
        outline.filled(palette::PAPER).stroked(edge).draw(marks);
        return;
    };
    outline.filled(colour).stroked(Stroke::new(colour, edge.width)).draw(marks);
    let inner = Square { corner: square.at(0.14, 0.14), side: 0.72 * square.side };
    polyline(marks, &check(inner), Stroke::round(palette::PAPER, 1.3));
    word(marks, Sign::Check.word(), square);
}

fn shape(marks: &mut Vec<Mark>, sign: Sign, square: Square, colour: Colour) {
    let stroke = Stroke::round(colour, STROKE * square.side);
    let centre = square.at(0.5, 0.5);
    match sign {
        Sign::Check => polyline(marks, &check(square), stroke),
        Sign::Cross => cross(marks, square, 0.2, stroke),
        Sign::Dash => {
            marks.push(Mark::Line { from: square.at(0.15, 0.5), to: square.at(0.85, 0.5), stroke });
        }
        Sign::Ring => circle(marks, centre, 0.38 * square.side, None, Some(stroke)),
        Sign::Half => {
            let radius = 0.4 * square.side;
            let points = left_half_disc(centre, radius);
            marks.push(Mark::Path { points, fill: Some(colour), stroke: None });
            let ring = Stroke::new(colour, 0.7 * stroke.width);
            circle(marks, centre, radius, None, Some(ring));
        }
        Sign::CrossDisc => {
            circle(marks, centre, 0.5 * square.side, Some(colour), None);
            let white = Stroke::round(palette::PAPER, 0.8 * stroke.width);
            cross(marks, square, 0.34, white);
        }
        Sign::Elbow => {
            let bend = [square.at(0.12, 0.12), square.at(0.12, 0.62), square.at(0.86, 0.62)];
            polyline(marks, &bend, stroke);
            let head = [square.at(0.6, 0.36), square.at(0.86, 0.62), square.at(0.6, 0.88)];
            polyline(marks, &head, stroke);
        }
    }
}

fn check(square: Square) -> [Point; 3] {
    [square.at(0.1, 0.54), square.at(0.38, 0.82), square.at(0.9, 0.22)]
}

fn cross(marks: &mut Vec<Mark>, square: Square, inset: f32, stroke: Stroke) {
    let far = 1.0 - inset;
    for (from, to) in [((inset, inset), (far, far)), ((inset, far), (far, inset))] {
        let (from, to) = (square.at(from.0, from.1), square.at(to.0, to.1));
        marks.push(Mark::Line { from, to, stroke });
    }
}

fn circle(
    marks: &mut Vec<Mark>,
    centre: Point,
    radius: f32,
    fill: Option<Colour>,
    stroke: Option<Stroke>,
) {
    marks.push(Mark::Circle { centre, radius, fill, stroke });
}

fn polyline(marks: &mut Vec<Mark>, points: &[Point], stroke: Stroke) {
    let points: Vec<PathPoint> = points.iter().map(|point| on(point.x, point.y)).collect();
    marks.push(Mark::Path { points, fill: None, stroke: Some(stroke) });
}

/// An invisible word over a square, so that the sign is found and read aloud.
pub fn word(marks: &mut Vec<Mark>, text: &str, square: Square) {
    let em = shaping::width(text, Face::Regular, 1.0);
    if em <= 0.0 {
        return;
    }
    marks.push(Mark::Text(TextMark {
        x: square.corner.x,
        baseline: square.corner.y + 0.8 * square.side,
        text: text.to_owned(),
        face: Face::Regular,
        size: (square.side / em).min(square.side),
        colour: palette::INK,
        visible: false,
    }));
}
