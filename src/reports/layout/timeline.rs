//! A sitting on a clock axis: what was worked, interrupted, left.

use crate::domain::french::duration;
use crate::reports::document::{TimelineKind, TimelineSegment};

use super::context::{Context, NOTE};
use super::draw::{self, Align};
use super::measure::{count, millimetres, number};
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::strip::Strip;
use super::text::TextStyle;

const ABOVE: TextStyle = TextStyle::new(8.0, 11.0, palette::INK);
const INSIDE: TextStyle = ABOVE.bold();
const BAR_HEIGHT: f32 = millimetres(7.6);
/// Between the bar and what stands above and under it, in points.
const WHITE: f32 = 2.5;
const TICK: f32 = 4.0;
/// Between two labels above the bar, in points.
const LABEL_GAP: f32 = 8.0;
/// A label that finds no place on so many lines above the bar is left out.
const MOST_LINES: usize = 4;
/// Seconds from one mark of the axis to the next: the first that needs no more marks than this.
const STEPS: [u32; 7] = [300, 600, 900, 1_800, 3_600, 7_200, 14_400];
const MOST_STEPS: u32 = 8;

/// The hours of the clock under the bar.
struct Axis {
    /// First mark, in seconds since midnight.
    from: u32,
    /// Last mark, in seconds since midnight.
    to: u32,
    /// Seconds from one mark to the next.
    step: u32,
    /// Width in points.
    width: f32,
}

/// A segment in its place; lengths in points.
struct Placed<'a> {
    segment: &'a TimelineSegment,
    left: f32,
    right: f32,
}

/// A bar of segments one after the other from a time of day in seconds, over its axis.
pub fn timeline(starts_at: u32, segments: &[TimelineSegment], context: Context) -> Vec<Strip> {
    if segments.is_empty() {
        return Vec::new();
    }
    let length = segments.iter().fold(0_u32, |sum, each| sum.saturating_add(each.seconds));
    let axis = Axis::over(starts_at, length, context.width);
    let placed = place(starts_at, segments, &axis);
    let labels = labels_above(&placed, context.width);
    let lines = labels.iter().map(|(line, ..)| line + 1).max().unwrap_or(0);
    let top = count(lines) * ABOVE.pitch + if lines > 0 { WHITE } else { 0.0 };
    let mut marks = Vec::new();
    for (line, x, text) in labels {
        let baseline = top - WHITE - count(line + 1) * ABOVE.pitch + ABOVE.baseline();
        draw::label(&mut marks, text, ABOVE, Point::new(x, baseline), Align::Left);
    }
    for each in &placed {
        each.draw(&mut marks, top);
    }
    let height = axis.draw(&mut marks, top + BAR_HEIGHT + WHITE);
    vec![Strip::new(height, marks)]
}

fn place<'a>(starts_at: u32, segments: &'a [TimelineSegment], axis: &Axis) -> Vec<Placed<'a>> {
    let mut at = starts_at;
    segments
        .iter()
        .map(|segment| {
            let left = axis.x(at);
            at = at.saturating_add(segment.seconds);
            Placed { segment, left, right: axis.x(at) }
        })
        .collect()
}

/// Labels that do not fit in their segment: line above the bar, left end in points, text.
fn labels_above<'a>(placed: &[Placed<'a>], width: f32) -> Vec<(usize, f32, &'a str)> {
    let mut ends: Vec<f32> = Vec::new();
    let mut labels = Vec::new();
    for each in placed.iter().filter(|each| !each.holds_its_label()) {
        let text = each.segment.label.as_str();
        let needed = draw::label_width(text, ABOVE);
        let left = f32::midpoint(each.left, each.right) - needed / 2.0;
        let left = left.min(width - needed).max(0.0);
        let line = ends.iter().position(|end| *end <= left).unwrap_or(ends.len());
        if line >= MOST_LINES || needed > width {
            continue;
        }
        let end = left + needed + LABEL_GAP;
        match ends.get_mut(line) {
            Some(known) => *known = end,
            None => ends.push(end),
        }
        labels.push((line, left, text));
    }
    labels
}

impl Placed<'_> {
    fn holds_its_label(&self) -> bool {
        let label = self.segment.label.as_str();
        let filled = matches!(self.segment.kind, TimelineKind::Worked);
        label.is_empty()
            || (filled && draw::label_width(label, INSIDE) + 2.0 * WHITE <= self.right - self.left)
    }

    fn draw(&self, marks: &mut Vec<Mark>, top: f32) {
        let width = (self.right - self.left - 0.8).max(0.2);
        let shape = draw::rectangle(Point::new(self.left, top), width, BAR_HEIGHT);
        let [worked, _] = palette::TIME_TINTS;
        match self.segment.kind {
            TimelineKind::Worked => shape.filled(worked),
            TimelineKind::Interrupted => shape.filled(palette::HAIRLINE),
            TimelineKind::Left => shape.stroked(Stroke::new(palette::ACCENT, 0.8)),
        }
        .draw(marks);
        if self.holds_its_label() {
            let baseline = top + (BAR_HEIGHT - INSIDE.pitch) / 2.0 + INSIDE.baseline();
            let middle = Point::new(self.left + width / 2.0, baseline);
            draw::label(marks, &self.segment.label, INSIDE, middle, Align::Centre);
        }
    }
}

impl Axis {
    fn over(starts_at: u32, length: u32, width: f32) -> Self {
        let length = length.max(1);
        let step = STEPS.into_iter().find(|step| length / step <= MOST_STEPS);
        let step = step.unwrap_or(length / MOST_STEPS);
        let from = starts_at / step * step;
        let to = starts_at.saturating_add(length).div_ceil(step).saturating_mul(step);
        Self { from, to, step, width }
    }

    /// Where a time of day stands, in points.
    fn x(&self, at: u32) -> f32 {
        let whole = number(self.to.saturating_sub(self.from).max(1));
        let part = number(at.saturating_sub(self.from)) / whole;
        (part * self.width).clamp(0.0, self.width)
    }

    /// Draws the marks under the bar; returns where the drawing ends, in points.
    fn draw(&self, marks: &mut Vec<Mark>, top: f32) -> f32 {
        let mut next = Some(self.from);
        while let Some(at) = next {
            let x = self.x(at);
            let align = if at == self.from {
                Align::Left
            } else if at.saturating_add(self.step) > self.to {
                Align::Right
            } else {
                Align::Centre
            };
            draw::vertical_rule(marks, x, top, top + TICK, Stroke::new(palette::GRID, 0.5));
            let words = duration(at / 60 % 1_440);
            let baseline = top + TICK + NOTE.baseline();
            draw::label(marks, &words, NOTE, Point::new(x, baseline), align);
            next = at.checked_add(self.step).filter(|next| *next <= self.to);
        }
        top + TICK + NOTE.pitch
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::document::BodySize;

    const CONTEXT: Context = Context { width: 480.0, page_height: 700.0, body: BodySize::Room };
    /// 9 h 02 min 10 s.
    const START: u32 = 32_530;

    fn segment(kind: TimelineKind, seconds: u32, label: &str) -> TimelineSegment {
        TimelineSegment { kind, seconds, label: label.to_owned() }
    }

    fn sitting() -> Vec<TimelineSegment> {
        vec![
            segment(TimelineKind::Worked, 4_400, "1 h 13"),
            segment(TimelineKind::Interrupted, 420, "interruption 7 min"),
            segment(TimelineKind::Worked, 4_762, "1 h 19"),
            segment(TimelineKind::Left, 438, "fin 11 h 49"),
        ]
    }

    fn texts(strips: &[Strip]) -> Vec<&str> {
        strips
            .iter()
            .flat_map(|strip| &strip.marks)
            .filter_map(|mark| if let Mark::Text(text) = mark { Some(&*text.text) } else { None })
            .collect()
    }

    #[test]
    fn the_axis_counts_half_hours_around_the_sitting() {
        let strips = timeline(START, &sitting(), CONTEXT);
        let texts = texts(&strips).join("|").replace('\u{a0}', " ");
        assert!(texts.contains("9 h 00|9 h 30|10 h 00"), "{texts}");
        assert!(texts.ends_with("12 h 00"), "{texts}");
        for label in ["1 h 13", "interruption 7 min", "1 h 19", "fin 11 h 49"] {
            assert!(texts.contains(label), "{label} in {texts}");
        }
    }

    #[test]
    fn nothing_leaves_the_width() {
        for mark in &timeline(START, &sitting(), CONTEXT)[0].marks {
            let (left, right) = match mark {
                Mark::Rectangle(shape) => (shape.corner.x, shape.corner.x + shape.width),
                Mark::Line { from, to, .. } => (from.x, to.x),
                Mark::Text(text) => (text.x, text.x),
                _ => continue,
            };
            assert!(left >= -0.1 && right <= CONTEXT.width + 0.3, "{mark:?}");
        }
    }

    #[test]
    fn labels_that_would_overlap_stand_on_several_lines() {
        let short = || segment(TimelineKind::Interrupted, 60, "interruption 1 min");
        let strips = timeline(START, &[short(), short(), short()], CONTEXT);
        let heights: Vec<f32> = strips[0]
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text(text) if text.text.starts_with("interruption") => Some(text.baseline),
                _ => None,
            })
            .collect();
        assert_eq!(heights.len(), 3);
        assert!(heights[0] > heights[1] + 5.0 && heights[2] > heights[1] + 5.0, "{heights:?}");
    }

    #[test]
    fn odd_timelines_do_no_harm() {
        assert!(timeline(0, &[], CONTEXT).is_empty());
        let long = segment(TimelineKind::Worked, u32::MAX, &"x".repeat(500));
        for start in [0, START, u32::MAX] {
            let marks = timeline(start, &[long.clone(), long.clone()], CONTEXT)[0].marks.len();
            assert!(marks < 60, "{marks}");
        }
        let nothing = segment(TimelineKind::Left, 0, "");
        assert_eq!(timeline(u32::MAX, &[nothing], CONTEXT).len(), 1);
    }
}
