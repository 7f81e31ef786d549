//! Marks of a page → operations of PDF. PDF counts from the bottom: y is turned over here.

use printpdf::{
    Color, Line, LineCapStyle, LineJoinStyle, LinePoint, Op, PaintMode, PdfFontHandle, Polygon,
    PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, TextRenderingMode, WindingOrder,
    XObjectTransform,
};

use super::fonts::font_id;
use super::pictures::Pictures;
use crate::reports::layout::curves;
use crate::reports::layout::fonts::Face;
use crate::reports::layout::page::{Mark, Page, PathPoint, Point, RectangleMark, Stroke, TextMark};
use crate::reports::layout::palette::Colour;
use crate::reports::layout::shaping;

/// The operations of a page: drawings first, then all texts in one section.
pub fn operations(page: &Page, height: f32, pictures: &mut Pictures) -> Vec<Op> {
    let mut writer = Writer { height, ..Writer::default() };
    for mark in &page.marks {
        writer.drawing(mark, pictures);
    }
    writer.operations.push(Op::StartTextSection);
    for mark in &page.marks {
        if let Mark::Text(text) = mark {
            writer.text(text);
        }
    }
    writer.operations.push(Op::EndTextSection);
    writer.operations
}

/// Writes operations; what is already set on the page is not set again.
#[derive(Default)]
struct Writer {
    height: f32,
    operations: Vec<Op>,
    fill: Option<Colour>,
    line: Option<(Colour, u32)>,
    round: bool,
    font: Option<(Face, u32)>,
    hidden: bool,
}

impl Writer {
    fn drawing(&mut self, mark: &Mark, pictures: &mut Pictures) {
        match mark {
            Mark::Text(_) => {}
            Mark::Line { from, to, stroke } => {
                self.stroke(*stroke);
                let points = vec![self.at(*from, false), self.at(*to, false)];
                self.operations.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Mark::Rectangle(rectangle) => self.rectangle(rectangle),
            Mark::Circle { centre, radius, fill, stroke } => {
                self.closed(&curves::circle(*centre, *radius), *fill, *stroke);
            }
            Mark::Path { points, fill: None, stroke } => {
                if let Some(stroke) = stroke {
                    self.stroke(*stroke);
                    let points = self.path(points);
                    self.operations.push(Op::DrawLine { line: Line { points, is_closed: false } });
                }
            }
            Mark::Path { points, fill, stroke } => self.closed(points, *fill, *stroke),
            Mark::Picture { corner, width, height, data } => {
                let id = pictures.name(data);
                let transform = XObjectTransform {
                    translate_x: Some(Pt(tidy(corner.x))),
                    translate_y: Some(Pt(tidy(self.height - corner.y - height))),
                    scale_x: Some(tidy(*width)),
                    scale_y: Some(tidy(*height)),
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                };
                self.operations.push(Op::UseXobject { id, transform });
            }
        }
    }

    fn rectangle(&mut self, shape: &RectangleMark) {
        let RectangleMark { corner, width, height, radius, fill, stroke } = shape;
        if *radius > 0.0 {
            let points = curves::rounded_rectangle(*corner, *width, *height, *radius);
            return self.closed(&points, *fill, *stroke);
        }
        let Some(mode) = self.paint(*fill, *stroke) else { return };
        let rectangle = Rect {
            x: Pt(tidy(corner.x)),
            y: Pt(tidy(self.height - corner.y - height)),
            width: Pt(tidy(*width)),
            height: Pt(tidy(*height)),
            mode: Some(mode),
            winding_order: None,
        };
        self.operations.push(Op::DrawRectangle { rectangle });
    }

    fn closed(&mut self, points: &[PathPoint], fill: Option<Colour>, stroke: Option<Stroke>) {
        let Some(mode) = self.paint(fill, stroke) else { return };
        let rings = vec![PolygonRing { points: self.path(points) }];
        let polygon = Polygon { rings, mode, winding_order: WindingOrder::NonZero };
        self.operations.push(Op::DrawPolygon { polygon });
    }

    /// Sets the colours of a shape; nothing when it has none.
    fn paint(&mut self, fill: Option<Colour>, stroke: Option<Stroke>) -> Option<PaintMode> {
        if let Some(colour) = fill {
            self.fill(colour);
        }
        if let Some(stroke) = stroke {
            self.stroke(stroke);
        }
        match (fill, stroke) {
            (Some(_), Some(_)) => Some(PaintMode::FillStroke),
            (Some(_), None) => Some(PaintMode::Fill),
            (None, Some(_)) => Some(PaintMode::Stroke),
            (None, None) => None,
        }
    }

    fn text(&mut self, mark: &TextMark) {
        if mark.visible {
            self.fill(mark.colour);
        }
        if self.hidden == mark.visible {
            self.hidden = !mark.visible;
            let mode =
                if mark.visible { TextRenderingMode::Fill } else { TextRenderingMode::Invisible };
            self.operations.push(Op::SetTextRenderingMode { mode });
        }
        let size = tidy(mark.size);
        if self.font != Some((mark.face, size.to_bits())) {
            self.font = Some((mark.face, size.to_bits()));
            let font = PdfFontHandle::External(font_id(mark.face));
            self.operations.push(Op::SetFont { font, size: Pt(size) });
        }
        let (x, y) = (tidy(mark.x), tidy(self.height - mark.baseline));
        let matrix = TextMatrix::Translate(Pt(x), Pt(y));
        let mut items = Vec::new();
        for segment in shaping::segments(&mark.text, mark.face) {
            items.push(TextItem::Text(segment.text));
            let correction = segment.correction.round();
            if correction.abs() > 0.0 {
                items.push(TextItem::Offset(-correction));
            }
        }
        if !items.is_empty() {
            self.operations.push(Op::SetTextMatrix { matrix });
            self.operations.push(Op::ShowText { items });
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            self.operations.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        let width = tidy(stroke.width);
        let (colour, bits) = (stroke.colour, width.to_bits());
        if self.line.map(|(known, _)| known) != Some(colour) {
            self.operations.push(Op::SetOutlineColor { col: rgb(colour) });
        }
        if self.line.map(|(_, known)| known) != Some(bits) {
            self.operations.push(Op::SetOutlineThickness { pt: Pt(width) });
        }
        self.line = Some((colour, bits));
        if self.round != stroke.round {
            self.round = stroke.round;
            let (cap, join) = if stroke.round {
                (LineCapStyle::Round, LineJoinStyle::Round)
            } else {
                (LineCapStyle::Butt, LineJoinStyle::Miter)
            };
            self.operations.push(Op::SetLineCapStyle { cap });
            self.operations.push(Op::SetLineJoinStyle { join });
        }
    }

    fn path(&self, points: &[PathPoint]) -> Vec<LinePoint> {
        points.iter().map(|point| self.at(point.at, point.control)).collect()
    }

    fn at(&self, point: Point, control: bool) -> LinePoint {
        let p = printpdf::Point { x: Pt(tidy(point.x)), y: Pt(tidy(self.height - point.y)) };
        LinePoint { p, bezier: control }
    }
}

fn rgb(colour: Colour) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb::new(part(colour.0), part(colour.1), part(colour.2), None))
}

/// A length with two decimals: enough for the eye, and short in the file.
fn tidy(length: f32) -> f32 {
    let rounded = (length * 100.0).round() / 100.0;
    if rounded.is_finite() { rounded.clamp(-20_000.0, 20_000.0) } else { 0.0 }
}
