//! What is filled by hand: lines, boxes, options, signatures, identifiers.

use crate::domain::rich_text::Span;
use crate::reports::document::{Block, BodySize};

use super::context::{Context, NOTE};
use super::draw::{self, Align};
use super::measure::{count, millimetres};
use super::page::{Mark, Point, Stroke};
use super::palette;
use super::signs::{self, Square};
use super::strip::Strip;
use super::text::{TextStyle, styled};
use super::wrapping::{Hyphenation, extent, wrap};

/// Width and height of the box of one character, in points.
pub const CHARACTER_BOX: (f32, f32) = (millimetres(7.0), millimetres(8.5));
/// Width and height of the box of an answer, in points.
const ANSWER_BOX: (f32, f32) = (millimetres(35.0), millimetres(8.5));
const IDENTIFIER_HEIGHT: f32 = millimetres(16.5);
const IDENTIFIER_PAD: f32 = millimetres(5.0);
/// Between two columns of options, in points.
const OPTION_GAP: f32 = millimetres(7.5);
/// Fewer options than this stay in one column.
const OPTIONS_FOR_TWO_COLUMNS: usize = 4;
/// No more lines to write on than this are ever drawn for one block.
const MOST_LINES: u32 = 400;
const STRONG: TextStyle = TextStyle::new(12.5, 15.0, palette::INK).bold();

/// Lays a block that is filled by hand.
pub fn lay(block: &Block, context: Context) -> Vec<Strip> {
    match block {
        Block::RuledLines(lines) => ruled_lines(*lines, context),
        Block::AnswerBox { label, unit } => vec![answer_box(label, unit, context)],
        Block::Options(choices) => options(choices, context),
        Block::CheckLine(boxes) => check_line(boxes, context),
        Block::Signatures(titles) => super::signatures::signatures(titles, context),
        Block::IdentifierBox { prefix, boxes } => vec![identifier_box(prefix, *boxes, context)],
        _ => Vec::new(),
    }
}

/// Draws boxes for one character each, side by side, from a corner in points.
pub fn character_boxes(marks: &mut Vec<Mark>, corner: Point, boxes: usize) {
    let (width, height) = CHARACTER_BOX;
    for index in 0..boxes {
        let at = Point::new(corner.x + count(index) * width, corner.y);
        let edge = Stroke::new(palette::INK, 0.8);
        draw::rectangle(at, width, height).filled(palette::PAPER).stroked(edge).draw(marks);
    }
}

/// One strip a line: they may go on to the next page, two lines at least on each side.
fn ruled_lines(lines: u32, context: Context) -> Vec<Strip> {
    let pitch = context.ruled_pitch();
    let lines = lines.min(MOST_LINES);
    (0..lines)
        .map(|index| {
            let mut marks = Vec::new();
            draw::rule(&mut marks, 0.0, context.width, pitch, Stroke::new(palette::GRID, 0.5));
            let keep = lines > 1 && (index == 0 || index + 2 == lines);
            Strip { keep, ..Strip::new(pitch, marks) }
        })
        .collect()
}

fn answer_box(label: &str, unit: &str, context: Context) -> Strip {
    let style = context.text();
    let mut marks = Vec::new();
    let width = ANSWER_BOX.0.min(context.width);
    let natural = extent(&style.text(label)).natural;
    let beside = context.width - width - 7.0;
    let room = if natural > beside && beside < 60.0 { context.width } else { beside };
    let lines = wrap(&style.text(label), room, Hyphenation::Never);
    let text_height = count(lines.len()) * style.pitch;
    let under = room > beside;
    let row = if under { text_height + 3.0 + ANSWER_BOX.1 } else { text_height.max(ANSWER_BOX.1) };
    let text_top = if under { 0.0 } else { (row - text_height) / 2.0 };
    let place = (Align::Left, room);
    draw::lines(&mut marks, lines, style, Point::new(0.0, text_top), place);
    let x = if under || natural <= 0.0 { 0.0 } else { natural.min(room) + 7.0 };
    let corner = Point::new(x, row - ANSWER_BOX.1);
    let edge = Stroke::new(palette::INK, 0.8);
    draw::rectangle(corner, width, ANSWER_BOX.1).stroked(edge).draw(&mut marks);
    let baseline = corner.y + (ANSWER_BOX.1 - NOTE.pitch) / 2.0 + NOTE.baseline();
    let at = Point::new(x + width - 5.0, baseline);
    draw::label(&mut marks, unit, NOTE, at, Align::Right);
    Strip::new(row, marks)
}

/// Options to tick; two columns, filled downwards, when all are short.
fn options(choices: &[(bool, Vec<Span>)], context: Context) -> Vec<Strip> {
    let style = context.text();
    let paper = !matches!(context.body, BodySize::Jury);
    let side = if paper { signs::PAPER_BOX } else { signs::CHECK_BOX };
    let indent = side + if paper { millimetres(2.9) } else { millimetres(2.4) };
    let half = (context.width - OPTION_GAP) / 2.0;
    let short =
        |(_, spans): &(bool, Vec<Span>)| extent(&styled(spans, style)).natural + indent <= half;
    let two = choices.len() >= OPTIONS_FOR_TWO_COLUMNS && choices.iter().all(short);
    let rows = if two { choices.len().div_ceil(2) } else { choices.len() };
    let width = if two { half } else { context.width };
    let white = if paper { 8.0 } else { 3.6 };
    (0..rows)
        .map(|row| {
            let mut marks = Vec::new();
            let mut height = 0.0_f32;
            let columns = [(0.0, choices.get(row)), (half + OPTION_GAP, choices.get(row + rows))];
            for (x, option) in columns.into_iter().take(if two { 2 } else { 1 }) {
                let Some((on, spans)) = option else { continue };
                let lines = wrap(&styled(spans, style), width - indent, Hyphenation::Never);
                let first = side.max(style.pitch);
                let square = Square::on_line(x, 0.0, first, side);
                draw_box(&mut marks, square, *on, paper);
                let corner = Point::new(x + indent, (first - style.pitch) / 2.0);
                let place = (Align::Left, width);
                let text = draw::lines(&mut marks, lines, style, corner, place);
                height = height.max(first).max(corner.y + text);
            }
            let gap = if row > 0 { white } else { 0.0 };
            Strip { gap, keep: row == 0 && rows > 1, ..Strip::new(height, marks) }
        })
        .collect()
}

fn draw_box(marks: &mut Vec<Mark>, square: Square, on: bool, paper: bool) {
    let edge = if paper { Stroke::new(palette::INK, 0.8) } else { Stroke::new(palette::GRID, 0.7) };
    signs::check_box(marks, square, on.then_some(palette::INK), edge);
}

/// Check boxes one after the other; a new line when there is no more room.
fn check_line(boxes: &[(bool, String)], context: Context) -> Vec<Strip> {
    let (side, inside) = (signs::CHECK_BOX, millimetres(1.9));
    let base = context.text();
    let natural: f32 =
        boxes.iter().map(|(_, label)| side + inside + draw::label_width(label, base.bold())).sum();
    let between = (context.width - natural) / count(boxes.len().saturating_sub(1).max(1));
    let (style, gap) = if between >= millimetres(3.0) {
        (base, between.min(millimetres(9.0)))
    } else {
        (TextStyle::new(8.0, base.pitch, palette::INK), millimetres(3.0))
    };
    let row = side.max(style.pitch);
    let mut strips: Vec<Strip> = Vec::new();
    let mut marks = Vec::new();
    let mut x = 0.0_f32;
    for (on, label) in boxes {
        let style = if *on { style.bold() } else { style };
        let lines = wrap(&style.text(label), context.width - side - inside, Hyphenation::Never);
        let text = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        if x > 0.0 && x + side + inside + text > context.width {
            strips.push(Strip { keep: true, ..Strip::new(row, std::mem::take(&mut marks)) });
            x = 0.0;
        }
        draw_box(&mut marks, Square::on_line(x, 0.0, row, side), *on, false);
        let corner = Point::new(x + side + inside, (row - style.pitch) / 2.0);
        let height = draw::lines(&mut marks, lines, style, corner, (Align::Left, text));
        if height > row {
            strips.push(Strip { keep: true, ..Strip::new(height, std::mem::take(&mut marks)) });
            x = 0.0;
        } else {
            x += side + inside + text + gap;
        }
    }
    if !marks.is_empty() {
        strips.push(Strip::new(row, marks));
    }
    for strip in strips.iter_mut().skip(1) {
        strip.gap = 2.0;
    }
    if let Some(last) = strips.last_mut() {
        last.keep = false;
    }
    strips
}

/// The frame of a cover page: where the candidate writes the identifier.
fn identifier_box(prefix: &str, boxes: u32, context: Context) -> Strip {
    let mut marks = Vec::new();
    let edge = Stroke::new(palette::INK, 0.8);
    draw::rectangle(Point::default(), context.width, IDENTIFIER_HEIGHT)
        .rounded(millimetres(1.0))
        .stroked(edge)
        .draw(&mut marks);
    let label = TextStyle::new(10.0, 14.0, palette::INK).bold();
    let baseline = (IDENTIFIER_HEIGHT - label.pitch) / 2.0 + label.baseline();
    let mut x = IDENTIFIER_PAD;
    x += draw::label(&mut marks, "Identifiant", label, Point::new(x, baseline), Align::Left);
    x += 12.0;
    let prefix_width =
        draw::label(&mut marks, prefix, STRONG, Point::new(x, baseline), Align::Left);
    x += if prefix_width > 0.0 { prefix_width + 5.0 } else { 0.0 };
    let room = context.width - x - IDENTIFIER_PAD;
    let mut fitting = 0_usize;
    while u32::try_from(fitting).is_ok_and(|drawn| drawn < boxes)
        && count(fitting + 1) * CHARACTER_BOX.0 <= room
    {
        fitting += 1;
    }
    let top = (IDENTIFIER_HEIGHT - CHARACTER_BOX.1) / 2.0;
    character_boxes(&mut marks, Point::new(x, top), fitting);
    Strip::new(IDENTIFIER_HEIGHT, marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(width: f32) -> Context {
        Context { width, page_height: 700.0, body: BodySize::Room }
    }

    #[test]
    fn check_boxes_wrap_and_options_stand_in_two_columns() {
        let boxes: Vec<(bool, String)> =
            (0..6).map(|index| (index == 0, format!("non satisfait {index}"))).collect();
        assert_eq!(check_line(&boxes, context(300.0)).len(), 2);
        assert!(check_line(&boxes, context(90.0)).len() >= 6);
        let choices = vec![(false, vec![Span::plain("court")]); 5];
        assert_eq!(options(&choices, context(480.0)).len(), 3);
        assert_eq!(options(&choices, context(60.0)).len(), 5);
    }

    #[test]
    fn too_many_boxes_stay_in_the_frame() {
        let strip = identifier_box("C –", u32::MAX, context(480.0));
        let inside = |mark: &Mark| match mark {
            Mark::Rectangle(rectangle) => rectangle.corner.x + rectangle.width <= 480.1,
            _ => true,
        };
        assert!(strip.marks.iter().all(inside));
    }

    #[test]
    fn a_long_label_pushes_the_answer_box_under_it() {
        let label = "Point de commande du ressort en fin de semaine";
        let strip = answer_box(label, "pièces", context(140.0));
        assert!(strip.height > ANSWER_BOX.1 + 10.0);
    }
}
