//! Groups of characters that two people compare aloud: each in its frame, with its rank.

use super::context::{Context, NOTE};
use super::draw::{self, Align};
use super::fonts::Face;
use super::measure::{count, millimetres};
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::strip::Strip;
use super::text::TextStyle;

const DIGITS: TextStyle =
    TextStyle { face: Face::Mono, ..TextStyle::new(15.0, 19.0, palette::INK) };
const RANK: TextStyle = NOTE;
const HEIGHT: f32 = millimetres(8.2);
const GAP: f32 = millimetres(2.9);
/// From the edge of a frame to the rank, and room for the rank on each side of the characters.
const PAD: f32 = millimetres(2.4);
const SIDE: f32 = millimetres(5.6);
/// Frames side by side.
const MOST_IN_A_ROW: usize = 4;

/// The groups in rows of frames of one width; a long group gets a wider frame, then smaller
/// characters.
pub fn digit_groups(groups: &[String], context: Context) -> Vec<Strip> {
    let natural =
        groups.iter().map(|group| draw::label_width(group, DIGITS)).fold(0.0_f32, f32::max);
    let needed = natural + 2.0 * SIDE;
    let per_row = (1..=MOST_IN_A_ROW)
        .rev()
        .find(|columns| frame_width(*columns, context) >= needed)
        .unwrap_or(1);
    let width = frame_width(per_row, context);
    let room = (width - 2.0 * SIDE).max(1.0);
    let scale = if natural > room { room / natural } else { 1.0 };
    let style = TextStyle { size: DIGITS.size * scale, ..DIGITS };
    let rows = groups.len().div_ceil(per_row);
    groups
        .chunks(per_row)
        .enumerate()
        .map(|(index, row)| {
            let gap = if index > 0 { GAP } else { 0.0 };
            let first = index * per_row + 1;
            Strip { gap, keep: index + 1 < rows, ..frames(row, first, width, style) }
        })
        .collect()
}

/// Width of each of so many frames side by side, in points.
fn frame_width(columns: usize, context: Context) -> f32 {
    let columns = count(columns.max(1));
    ((context.width - GAP * (columns - 1.0)) / columns).max(1.0)
}

fn frames(row: &[String], first: usize, width: f32, style: TextStyle) -> Strip {
    let mut marks: Vec<Mark> = Vec::new();
    for (index, group) in row.iter().enumerate() {
        let left = count(index) * (width + GAP);
        draw::rectangle(Point::new(left, 0.0), width, HEIGHT)
            .rounded(millimetres(1.0))
            .stroked(Stroke::new(palette::GRID, 0.7))
            .draw(&mut marks);
        let rank = (first + index).to_string();
        let at = Point::new(left + PAD, on_line(RANK));
        draw::label(&mut marks, &rank, RANK, at, Align::Left);
        let at = Point::new(left + width / 2.0, on_line(style));
        draw::label(&mut marks, group, style, at, Align::Centre);
    }
    Strip::new(HEIGHT, marks)
}

/// The baseline of a text in the middle of a frame, in points.
fn on_line(style: TextStyle) -> f32 {
    (HEIGHT - style.pitch) / 2.0 + style.baseline()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::document::BodySize;

    const CONTEXT: Context = Context { width: 482.0, page_height: 700.0, body: BodySize::Room };

    fn rows(groups: &[&str]) -> Vec<usize> {
        let groups: Vec<String> = groups.iter().map(|group| (*group).to_owned()).collect();
        let frames = |strip: &Strip| {
            strip.marks.iter().filter(|mark| matches!(mark, Mark::Rectangle(_))).count()
        };
        digit_groups(&groups, CONTEXT).iter().map(frames).collect()
    }

    #[test]
    fn a_fingerprint_stands_in_two_rows_of_four_that_are_never_separated() {
        let groups = ["79998", "71285", "04004", "98981", "71316", "58447", "53604", "18960"];
        assert_eq!(rows(&groups), [4, 4]);
        let strips = digit_groups(&groups.map(str::to_owned), CONTEXT);
        assert_eq!(strips.iter().map(|strip| strip.keep).collect::<Vec<_>>(), [true, false]);
        assert_eq!(rows(&[]), [0_usize; 0]);
    }

    #[test]
    fn a_long_code_stays_in_its_frame() {
        assert_eq!(rows(&["ARGENTEUIL", "B"]), [2]);
        let long = "W".repeat(64);
        let strips = digit_groups(&[long], CONTEXT);
        let text = strips.iter().flat_map(|strip| &strip.marks).find_map(|mark| match mark {
            Mark::Text(text) if text.face == Face::Mono => Some(text),
            _ => None,
        });
        assert!(text.is_some_and(|text| text.x >= 0.0 && text.size < DIGITS.size));
    }
}
