//! Large print: everything in the text area is laid out on a smaller page, then enlarged, so that
//! all sizes of type, rows and lines to write on grow together.

use super::page::{Mark, Point, Stroke};

/// Smallest and largest print, in percent.
const PERCENT: std::ops::RangeInclusive<u16> = 100..=200;

/// How much larger than usual the text area is printed. Header and footer keep their size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextScale(f32);

impl TextScale {
    /// The usual size.
    pub const USUAL: Self = Self(1.0);

    /// A size in percent of the usual one, from 100 to 200; what is beyond is brought back.
    pub fn of_percent(percent: u32) -> Self {
        let percent = u16::try_from(percent).unwrap_or(u16::MAX);
        Self(f32::from(percent.clamp(*PERCENT.start(), *PERCENT.end())) / 100.0)
    }

    /// Whether the print is larger than usual.
    pub fn is_large(self) -> bool {
        self.0 > 1.0
    }

    /// The length to lay out in that fills a length of the page; both in points.
    pub(super) fn shrunk(self, length: f32) -> f32 {
        length / self.0
    }

    /// The length on the page of a length laid out; both in points.
    pub(super) fn enlarged(self, length: f32) -> f32 {
        length * self.0
    }

    /// Enlarges marks away from the top left corner of the text area.
    pub(super) fn enlarge(self, marks: &mut [Mark]) {
        if self.is_large() {
            for mark in marks {
                enlarge(mark, self.0);
            }
        }
    }
}

impl Default for TextScale {
    fn default() -> Self {
        Self::USUAL
    }
}

fn enlarge(mark: &mut Mark, factor: f32) {
    match mark {
        Mark::Text(text) => {
            text.x *= factor;
            text.baseline *= factor;
            text.size *= factor;
        }
        Mark::Line { from, to, stroke } => {
            move_away(from, factor);
            move_away(to, factor);
            stroke.width *= factor;
        }
        Mark::Rectangle(rectangle) => {
            move_away(&mut rectangle.corner, factor);
            rectangle.width *= factor;
            rectangle.height *= factor;
            rectangle.radius *= factor;
            widen(rectangle.stroke.as_mut(), factor);
        }
        Mark::Circle { centre, radius, stroke, .. } => {
            move_away(centre, factor);
            *radius *= factor;
            widen(stroke.as_mut(), factor);
        }
        Mark::Path { points, stroke, .. } => {
            for point in points {
                move_away(&mut point.at, factor);
            }
            widen(stroke.as_mut(), factor);
        }
        Mark::Picture { corner, width, height, .. } => {
            move_away(corner, factor);
            *width *= factor;
            *height *= factor;
        }
    }
}

fn move_away(point: &mut Point, factor: f32) {
    point.x *= factor;
    point.y *= factor;
}

fn widen(stroke: Option<&mut Stroke>, factor: f32) {
    if let Some(stroke) = stroke {
        stroke.width *= factor;
    }
}

#[cfg(test)]
mod tests {
    use super::super::page_frame::PORTRAIT;
    use super::super::{LaidOut, lay_out, lay_out_at};
    use super::*;
    use crate::domain::rich_text::Span;
    use crate::reports::document::{Block, Document, Table, TableCell, TableRow};

    fn document() -> Document {
        let text = "Le stock de sécurité n'est jamais consommé. ".repeat(12);
        let row = TableRow::Cells(vec![TableCell::text("Besoins bruts"), TableCell::text("25")]);
        let blocks = vec![
            Block::Paragraph(vec![Span::plain(text)]),
            Block::Table(Table { rows: vec![row; 12], ..Table::default() }),
            Block::RuledLines(12),
        ];
        Document { blocks, ..Document::default() }
    }

    /// Sizes of the texts that hold some words.
    fn sizes(laid_out: &LaidOut, words: &str) -> Vec<f32> {
        let marks = laid_out.pages.iter().flat_map(|page| &page.marks);
        let sizes = marks.filter_map(|mark| match mark {
            Mark::Text(text) if text.text.contains(words) => Some(text.size),
            _ => None,
        });
        sizes.collect()
    }

    #[test]
    fn large_print_enlarges_texts_and_tables_and_needs_more_pages() {
        let usual = lay_out(&document());
        let large = lay_out_at(&document(), TextScale::of_percent(150));
        for words in ["stock", "Besoins"] {
            let (before, after) = (sizes(&usual, words), sizes(&large, words));
            let first = before.first().expect("a text");
            assert!(after.iter().all(|size| (size - 1.5 * first).abs() < 0.01), "{words}");
        }
        assert!(large.pages.len() > usual.pages.len());
    }

    #[test]
    fn nothing_leaves_the_text_area() {
        let large = lay_out_at(&document(), TextScale::of_percent(200));
        let right = PORTRAIT.left + PORTRAIT.width + 0.5;
        for mark in large.pages.iter().flat_map(|page| &page.marks) {
            let end = match mark {
                Mark::Line { from, to, .. } => from.x.max(to.x),
                Mark::Rectangle(shape) => shape.corner.x + shape.width,
                Mark::Text(text) => text.x,
                _ => continue,
            };
            assert!(end <= right, "{mark:?}");
        }
    }

    #[test]
    fn the_usual_size_changes_nothing_and_odd_percents_are_brought_back() {
        assert_eq!(lay_out(&document()), lay_out_at(&document(), TextScale::of_percent(100)));
        assert_eq!(TextScale::of_percent(0), TextScale::USUAL);
        assert_eq!(TextScale::of_percent(u32::MAX), TextScale::of_percent(200));
        assert!(TextScale::of_percent(125).is_large() && !TextScale::USUAL.is_large());
    }
}
