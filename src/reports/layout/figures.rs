//! Bars of time and big numbers.

use crate::reports::document::Tone;

use super::context::{Context, NOTE};
use super::draw::{self, Align};
use super::measure::{count, fractions, millimetres, number};
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::strip::Strip;
use super::text::TextStyle;
use super::wrapping::{Hyphenation, Line, extent, wrap};

const SEGMENT: TextStyle = TextStyle::new(8.5, 10.5, palette::INK).bold();
const MINUTES: TextStyle = NOTE;
const BAR_HEIGHT: f32 = millimetres(7.3);
const SEGMENT_PAD: f32 = 2.5;
const VALUE: TextStyle = TextStyle::new(16.0, 19.0, palette::INK).bold();
const EXPLANATION: TextStyle = TextStyle::new(8.0, 10.5, palette::INK);
const FIGURE_GAP: f32 = millimetres(4.0);
/// More figures than this make a second row.
const MOST_IN_A_ROW: usize = 6;

/// A horizontal bar cut by shares, with the minutes under it.
pub fn time_bar(segments: &[(String, u32)], context: Context) -> Vec<Strip> {
    if segments.is_empty() {
        return Vec::new();
    }
    let widths = segment_widths(segments, context.width);
    let labels: Vec<Vec<Line>> = segments
        .iter()
        .zip(&widths)
        .map(|((label, _), width)| {
            wrap(&SEGMENT.text(label), width - 2.0 * SEGMENT_PAD, Hyphenation::Never)
        })
        .collect();
    let rows = count(labels.iter().map(Vec::len).max().unwrap_or(1));
    let bar_height = BAR_HEIGHT.max(rows * SEGMENT.pitch + 5.0);
    let mut marks = Vec::new();
    let mut x = 0.0;
    let colours = palette::TIME_TINTS.iter().cycle();
    for ((((_, minutes), width), lines), colour) in
        segments.iter().zip(&widths).zip(labels).zip(colours)
    {
        let visible = (width - 0.8).max(0.2);
        draw::rectangle(Point::new(x, 0.0), visible, bar_height).filled(*colour).draw(&mut marks);
        let top = (bar_height - count(lines.len()) * SEGMENT.pitch) / 2.0;
        let corner = Point::new(x + SEGMENT_PAD, top);
        let room = width - 2.0 * SEGMENT_PAD;
        draw::lines(&mut marks, lines, SEGMENT, corner, (Align::Centre, room));
        let under = Point::new(x + width / 2.0, bar_height + 1.0 + MINUTES.baseline());
        let text = format!("{minutes}\u{a0}min");
        draw::label(&mut marks, &text, MINUTES, under, Align::Centre);
        x += width;
    }
    vec![Strip::new(bar_height + 1.0 + MINUTES.pitch, marks)]
}

/// Widths by minutes, none too narrow for the longest word of its label.
fn segment_widths(segments: &[(String, u32)], width: f32) -> Vec<f32> {
    let shares = fractions(segments.iter().map(|(_, minutes)| number(*minutes)));
    let least: Vec<f32> = segments
        .iter()
        .map(|(label, minutes)| {
            let minutes = draw::label_width(&format!("{minutes}\u{a0}min"), MINUTES);
            (extent(&SEGMENT.text(label)).minimum + 2.0 * SEGMENT_PAD).max(minutes + 3.0)
        })
        .collect();
    let needed: f32 = least.iter().sum();
    if needed >= width {
        return least.iter().map(|each| each * width / needed.max(1.0)).collect();
    }
    // What each segment wants beyond its least width is scaled to what is left.
    let wanted: Vec<f32> =
        shares.iter().zip(&least).map(|(share, each)| (share * width - each).max(0.0)).collect();
    let total: f32 = wanted.iter().sum();
    let left = width - needed;
    let even = left / count(segments.len().max(1));
    least
        .iter()
        .zip(wanted)
        .map(|(each, want)| each + if total > 0.0 { want * left / total } else { even })
        .collect()
}

/// Big numbers in columns, each under a rule in its tone.
pub fn figures(entries: &[(String, Tone, String)], context: Context) -> Vec<Strip> {
    if entries.is_empty() {
        return Vec::new();
    }
    let rows = entries.len().div_ceil(MOST_IN_A_ROW);
    let per_row = entries.len().div_ceil(rows);
    let columns = count(per_row);
    let width = ((context.width - FIGURE_GAP * (columns - 1.0)) / columns).max(1.0);
    entries
        .chunks(per_row)
        .enumerate()
        .map(|(index, row)| {
            let gap = if index > 0 { 8.0 } else { 0.0 };
            Strip { gap, ..figure_row(row, width) }
        })
        .collect()
}

fn figure_row(row: &[(String, Tone, String)], width: f32) -> Strip {
    let mut marks = Vec::new();
    let mut height = 0.0_f32;
    let mut x = 0.0;
    for (value, tone, explanation) in row {
        height =
            height.max(figure(&mut marks, (value.as_str(), *tone, explanation.as_str()), x, width));
        x += width + FIGURE_GAP;
    }
    Strip::new(height, marks)
}

fn figure(marks: &mut Vec<Mark>, entry: (&str, Tone, &str), x: f32, width: f32) -> f32 {
    let (value, tone, explanation) = entry;
    let colour = palette::ink(tone);
    draw::rule(marks, x, x + width, 0.75, Stroke::new(colour, 1.5));
    let style = VALUE.coloured(colour);
    let values = wrap(&style.text(value), width, Hyphenation::Never);
    let words = wrap(&EXPLANATION.text(explanation), width, Hyphenation::Never);
    let place = (Align::Left, width);
    let mut y = 2.5;
    y += draw::lines(marks, values, style, Point::new(x, y), place);
    y += draw::lines(marks, words, EXPLANATION, Point::new(x, y), place);
    y
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_fill_the_bar() {
        let segment = |label: &str, minutes| (label.to_owned(), minutes);
        let long = "Lecture".repeat(20);
        let all = [
            vec![segment("Lecture", 10), segment("Dossier 1", 48), segment("D. 3", 1)],
            vec![segment("", 0), segment("", 0)],
            vec![segment(&long, 1), segment(&long, 1)],
        ];
        for segments in all {
            let total: f32 = segment_widths(&segments, 480.0).iter().sum();
            assert!((total - 480.0).abs() < 0.1, "{total}");
        }
    }
}
