//! Questions: their titles, and the paragraphs of their statements.

use crate::domain::rich_text::RichBlock;
use crate::reports::document::Block;

use super::context::{Context, NOTE};
use super::draw::{self, Align};
use super::measure::millimetres;
use super::page::{Point, Stroke};
use super::palette;
use super::rich;
use super::strip::Strip;
use super::text::TextStyle;
use super::wrapping::{Hyphenation, wrap};

/// From the left end to the title of a question, and to the text of a statement, in points.
const INDENT: f32 = millimetres(11.0);
/// Kept free for the minutes of a statement, in points.
const ASIDE: f32 = millimetres(16.0);
/// Kept free for the bold text at the right end of a title, in points.
const STRONG: f32 = millimetres(17.0);
const TITLE: TextStyle = TextStyle::new(11.0, 14.0, palette::INK).bold();
const STRONG_STYLE: TextStyle = TextStyle::new(10.5, 14.0, palette::INK).bold();

/// The texts of a title.
struct Title<'a> {
    number: &'a str,
    words: &'a str,
    hint: &'a str,
    aside: &'a str,
    strong: &'a str,
    ruled: bool,
}

/// Lays the title of a question or a paragraph of its statement.
pub fn lay(block: &Block, context: Context) -> Vec<Strip> {
    match block {
        Block::QuestionHeading { number, title, hint, aside, strong, ruled } => {
            let texts = Title { number, words: title, hint, aside, strong, ruled: *ruled };
            vec![heading(&texts, context).kept()]
        }
        Block::Statement { number, content, aside } => statement(number, content, aside, context),
        _ => Vec::new(),
    }
}

fn heading(texts: &Title<'_>, context: Context) -> Strip {
    let mut marks = Vec::new();
    let baseline = TITLE.baseline();
    let number = TITLE.coloured(palette::ACCENT);
    let number_width =
        draw::label(&mut marks, texts.number, number, Point::new(0.0, baseline), Align::Left);
    let left = if number_width > 0.0 { INDENT.max(number_width + 9.0) } else { 0.0 };
    let mut right = context.width;
    if !texts.strong.is_empty() {
        let at = Point::new(right, baseline);
        let width = draw::label(&mut marks, texts.strong, STRONG_STYLE, at, Align::Right);
        right -= STRONG.max(width + 12.0);
    }
    if !texts.aside.is_empty() {
        let at = Point::new(right, baseline);
        right -= draw::label(&mut marks, texts.aside, NOTE, at, Align::Right) + 10.0;
    }
    let mut words = TITLE.text(texts.words);
    if !texts.hint.is_empty() {
        // A wider space than between words sets the hint off.
        words.extend(NOTE.text(&format!(" \u{a0}{}", texts.hint)));
    }
    let lines = wrap(&words, right - left, Hyphenation::Never);
    let place = (Align::Left, right - left);
    let height = draw::lines(&mut marks, lines, TITLE, Point::new(left, 0.0), place);
    let mut height = height.max(TITLE.pitch);
    if texts.ruled {
        height += 2.0;
        draw::rule(&mut marks, 0.0, context.width, height, Stroke::new(palette::GRID, 0.5));
    }
    Strip::new(height, marks)
}

fn statement(number: &str, content: &[RichBlock], aside: &str, context: Context) -> Vec<Strip> {
    let style = context.text();
    let inner = context.with_width(context.width - INDENT - ASIDE);
    let mut strips = rich::lay(content, inner);
    for strip in &mut strips {
        strip.shift(INDENT);
    }
    if strips.is_empty() {
        strips.push(Strip::new(style.pitch, Vec::new()));
    }
    if let Some(first) = strips.first_mut() {
        let marks = &mut first.marks;
        let left = Point::new(0.0, style.baseline());
        draw::label(marks, number, style.bold().coloured(palette::ACCENT), left, Align::Left);
        let right = Point::new(context.width, style.baseline());
        draw::label(marks, aside, NOTE, right, Align::Right);
    }
    strips
}
