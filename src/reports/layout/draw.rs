//! Small drawing steps shared by all blocks: lines of text, rules, boxes.

use super::page::{Mark, Point, RectangleMark, Stroke, TextMark};
use super::palette::Colour;
use super::text::TextStyle;
use super::wrapping::{Line, single_line};

/// Where a line stands in the width it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left end.
    Left,
    /// In the middle.
    Centre,
    /// At the right end.
    Right,
}

impl Align {
    /// From the left end of a width to the left end of what is aligned in it, in points.
    pub const fn offset(self, available: f32, needed: f32) -> f32 {
        match self {
            Self::Left => 0.0,
            Self::Centre => (available - needed) / 2.0,
            Self::Right => available - needed,
        }
    }
}

/// Draws a line of text from a left end, on a baseline, both in points.
pub fn line(marks: &mut Vec<Mark>, line: Line, x: f32, baseline: f32) {
    marks.extend(line.runs.into_iter().filter(|run| !run.text.is_empty()).map(|run| {
        Mark::Text(TextMark {
            x: x + run.x,
            baseline,
            text: run.text,
            face: run.style.face,
            size: run.style.size,
            colour: run.style.colour,
            visible: true,
        })
    }));
}

/// Draws lines under one another in a box, in points; returns their height.
pub fn lines(
    marks: &mut Vec<Mark>,
    all: Vec<Line>,
    style: TextStyle,
    corner: Point,
    aligned: (Align, f32),
) -> f32 {
    let (align, width) = aligned;
    let mut y = corner.y;
    for each in all {
        let x = corner.x + align.offset(width, each.width);
        line(marks, each, x, y + style.baseline());
        y += style.pitch;
    }
    y - corner.y
}

/// Draws a text on one line, aligned on a point of a baseline, in points; returns its width.
pub fn label(marks: &mut Vec<Mark>, text: &str, style: TextStyle, at: Point, align: Align) -> f32 {
    let set = single_line(&style.text(text));
    let width = set.width;
    line(marks, set, at.x + align.offset(0.0, width), at.y);
    width
}

/// Width of a text on one line, in points.
pub fn label_width(text: &str, style: TextStyle) -> f32 {
    single_line(&style.text(text)).width
}

/// Draws a horizontal rule from one x to another, in points.
pub fn rule(marks: &mut Vec<Mark>, from: f32, to: f32, y: f32, stroke: Stroke) {
    marks.push(Mark::Line { from: Point::new(from, y), to: Point::new(to, y), stroke });
}

/// Draws a vertical rule from one y to another, in points.
pub fn vertical_rule(marks: &mut Vec<Mark>, x: f32, from: f32, to: f32, stroke: Stroke) {
    marks.push(Mark::Line { from: Point::new(x, from), to: Point::new(x, to), stroke });
}

/// A rectangle without edge nor filling, sizes in points.
pub const fn rectangle(corner: Point, width: f32, height: f32) -> RectangleMark {
    RectangleMark { corner, width, height, radius: 0.0, fill: None, stroke: None }
}

impl RectangleMark {
    /// Filled.
    #[must_use]
    pub const fn filled(mut self, colour: Colour) -> Self {
        self.fill = Some(colour);
        self
    }

    /// With an edge.
    #[must_use]
    pub const fn stroked(mut self, stroke: Stroke) -> Self {
        self.stroke = Some(stroke);
        self
    }

    /// With round corners, radius in points.
    #[must_use]
    pub const fn rounded(mut self, radius: f32) -> Self {
        self.radius = radius;
        self
    }

    /// Draws it.
    pub fn draw(self, marks: &mut Vec<Mark>) {
        marks.push(Mark::Rectangle(self));
    }
}
