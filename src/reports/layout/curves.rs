//! Round shapes as Bézier paths.

use super::page::{PathPoint, Point};

/// Distance of the control points of a quarter circle of radius one.
const QUARTER: f32 = 0.552_284_8;

/// The closed path of a circle.
pub fn circle(centre: Point, radius: f32) -> Vec<PathPoint> {
    let Point { x, y } = centre;
    rounded_rectangle(Point::new(x - radius, y - radius), 2.0 * radius, 2.0 * radius, radius)
}

/// The left half of a disc, as a closed path from its top to its bottom.
pub fn left_half_disc(centre: Point, radius: f32) -> Vec<PathPoint> {
    let Point { x, y } = centre;
    let bend = radius * QUARTER;
    vec![
        on(x, y - radius),
        control(x - bend, y - radius),
        control(x - radius, y - bend),
        on(x - radius, y),
        control(x - radius, y + bend),
        control(x - bend, y + radius),
        on(x, y + radius),
    ]
}

/// The closed path of a rectangle with round corners; the radius is bounded by its sides.
pub fn rounded_rectangle(corner: Point, width: f32, height: f32, radius: f32) -> Vec<PathPoint> {
    let radius = radius.min(width / 2.0).min(height / 2.0).max(0.0);
    let flat = radius * (1.0 - QUARTER);
    let (left, top) = (corner.x, corner.y);
    let (right, bottom) = (left + width, top + height);
    vec![
        on(left + radius, top),
        on(right - radius, top),
        control(right - flat, top),
        control(right, top + flat),
        on(right, top + radius),
        on(right, bottom - radius),
        control(right, bottom - flat),
        control(right - flat, bottom),
        on(right - radius, bottom),
        on(left + radius, bottom),
        control(left + flat, bottom),
        control(left, bottom - flat),
        on(left, bottom - radius),
        on(left, top + radius),
        control(left, top + flat),
        control(left + flat, top),
        on(left + radius, top),
    ]
}

/// A point on a path.
pub const fn on(x: f32, y: f32) -> PathPoint {
    PathPoint { at: Point::new(x, y), control: false }
}

const fn control(x: f32, y: f32) -> PathPoint {
    PathPoint { at: Point::new(x, y), control: true }
}
