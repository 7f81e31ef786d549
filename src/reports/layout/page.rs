//! Laid-out pages: what to draw and where, ready for any writer (PDF, tests).
//!
//! Every length is in points; the origin is the top left corner of the sheet and y grows downwards.

use std::sync::Arc;

use super::fonts::Face;
use super::palette::Colour;
use super::picture::PictureData;

/// A sheet with everything that is drawn on it, back to front.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// What to draw.
    pub marks: Vec<Mark>,
}

/// A place on the sheet, in points from its top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// Rightwards.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// A point of a path: on the path, or a Bézier control point (always two between two points).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PathPoint {
    /// Where it is.
    pub at: Point,
    /// Whether it only bends the path.
    pub control: bool,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width in points.
    pub width: f32,
    /// Round caps and joins.
    pub round: bool,
}

/// Characters of one style on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct TextMark {
    /// Left end in points.
    pub x: f32,
    /// Baseline in points.
    pub baseline: f32,
    /// The characters; all have a glyph in the face.
    pub text: String,
    /// Face.
    pub face: Face,
    /// Size in points.
    pub size: f32,
    /// Colour.
    pub colour: Colour,
    /// False for words that only stand in the text layer (the name of a sign).
    pub visible: bool,
}

/// A rectangle with round or square corners.
#[derive(Debug, Clone, PartialEq)]
pub struct RectangleMark {
    /// Top left corner.
    pub corner: Point,
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Radius of the corners in points; 0 for square ones.
    pub radius: f32,
    /// Filling.
    pub fill: Option<Colour>,
    /// Edge.
    pub stroke: Option<Stroke>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A text.
    Text(TextMark),
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A rectangle.
    Rectangle(RectangleMark),
    /// A circle or a disc.
    Circle {
        /// Centre.
        centre: Point,
        /// Radius in points.
        radius: f32,
        /// Filling.
        fill: Option<Colour>,
        /// Edge.
        stroke: Option<Stroke>,
    },
    /// An open path that is stroked, or a closed one that is filled.
    Path {
        /// The points in order.
        points: Vec<PathPoint>,
        /// Filling; closes the path.
        fill: Option<Colour>,
        /// Stroke.
        stroke: Option<Stroke>,
    },
    /// A picture.
    Picture {
        /// Top left corner.
        corner: Point,
        /// Width in points.
        width: f32,
        /// Height in points.
        height: f32,
        /// The pixels.
        data: Arc<PictureData>,
    },
}

impl Point {
    /// A point, in points.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    fn shift(&mut self, x: f32, y: f32) {
        self.x += x;
        self.y += y;
    }
}

impl Stroke {
    /// A stroke with straight caps; the width is in points.
    pub const fn new(colour: Colour, width: f32) -> Self {
        Self { colour, width, round: false }
    }

    /// A stroke with round caps; the width is in points.
    pub const fn round(colour: Colour, width: f32) -> Self {
        Self { colour, width, round: true }
    }
}

impl Mark {
    /// Moves the mark, in points.
    pub fn shift(&mut self, x: f32, y: f32) {
        match self {
            Self::Text(text) => {
                text.x += x;
                text.baseline += y;
            }
            Self::Line { from, to, .. } => {
                from.shift(x, y);
                to.shift(x, y);
            }
            Self::Rectangle(rectangle) => rectangle.corner.shift(x, y),
            Self::Circle { centre, .. } => centre.shift(x, y),
            Self::Path { points, .. } => {
                for point in points {
                    point.at.shift(x, y);
                }
            }
            Self::Picture { corner, .. } => corner.shift(x, y),
        }
    }
}

/// Appends marks, moved by some points.
pub fn append_shifted(onto: &mut Vec<Mark>, marks: Vec<Mark>, x: f32, y: f32) {
    onto.extend(marks.into_iter().map(|mut mark| {
        mark.shift(x, y);
        mark
    }));
}
