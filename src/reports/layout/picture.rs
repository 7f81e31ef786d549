//! Pictures of authors: read, reduced where needed, scaled to the page.

use std::sync::Arc;

use image::DynamicImage;

use crate::domain::rich_text::Span;
use crate::reports::document::{Block, Tone};

use super::containers;
use super::context::Context;
use super::measure::{millimetres, number};
use super::page::{Mark, Point};
use super::signs::{self, Square};
use super::strip::Strip;

/// The pixels of a picture, as they go into the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureData {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The pixels.
    pub pixels: Pixels,
}

/// How the pixels are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pixels {
    /// Red, green and blue bytes, row by row.
    Rgb(Vec<u8>),
    /// A whole JPEG file, in grey levels when it has one component.
    Jpeg {
        /// The file.
        bytes: Arc<[u8]>,
        /// One component instead of three.
        grey: bool,
    },
}

/// Greatest height on the page, in points.
const TALLEST: f32 = millimetres(110.0);
/// A pixel is never drawn larger than this, in points.
const LARGEST_PIXEL: f32 = 1.5;
/// A picture of more pixels than this on a side is reduced: print needs no more.
const MOST_PIXELS: u32 = 2200;

/// A picture over the width available, or a framed note when it cannot be read.
pub fn picture(bytes: &Arc<[u8]>, description: &str, context: Context) -> Vec<Strip> {
    let Some(data) = read(bytes) else {
        let text = format!("Image illisible : {description}");
        let note = [Block::Note(vec![Span::plain(text)])];
        return containers::frame(Tone::Ink, &note, context);
    };
    let (wide, tall) = (number(data.width), number(data.height));
    let tallest = TALLEST.min(context.page_height);
    let scale = (context.width / wide).min(tallest / tall).min(LARGEST_PIXEL);
    let (width, height) = (wide * scale, tall * scale);
    let corner = Point::default();
    let mut marks = vec![Mark::Picture { corner, width, height, data: Arc::new(data) }];
    let square = Square { corner, side: width.min(height).min(8.0) };
    signs::word(
        &mut marks,
        &super::text::legible(description, super::fonts::Face::Regular),
        square,
    );
    vec![Strip::new(height, marks)]
}

/// Reads a PNG or JPEG file; nothing when it is broken or empty.
fn read(bytes: &Arc<[u8]>) -> Option<PictureData> {
    let image = image::load_from_memory(bytes).ok()?;
    if image.width() == 0 || image.height() == 0 {
        return None;
    }
    let large = image.width() > MOST_PIXELS || image.height() > MOST_PIXELS;
    if !large
        && let Some(components) = jpeg_components(bytes)
        && matches!(components, 1 | 3)
    {
        let pixels = Pixels::Jpeg { bytes: Arc::clone(bytes), grey: components == 1 };
        return Some(PictureData { width: image.width(), height: image.height(), pixels });
    }
    let image = if large { image.thumbnail(MOST_PIXELS, MOST_PIXELS) } else { image };
    let (width, height) = (image.width(), image.height());
    Some(PictureData { width, height, pixels: Pixels::Rgb(on_paper(&image)) })
}

/// The colours of a picture laid on white paper.
fn on_paper(image: &DynamicImage) -> Vec<u8> {
    let pixels = image.to_rgba8();
    let mut colours = Vec::with_capacity(pixels.len() / 4 * 3);
    for pixel in pixels.pixels() {
        let [red, green, blue, alpha] = pixel.0;
        for colour in [red, green, blue] {
            let laid = u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            colours.push(u8::try_from((laid + 127) / 255).unwrap_or(u8::MAX));
        }
    }
    colours
}

/// Number of components of a JPEG file of 8 bits that PDF readers decode themselves.
fn jpeg_components(bytes: &[u8]) -> Option<u8> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let (marker, after) = match rest {
            [0xFF, 0xFF, ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            [0xFF, marker, after @ ..] => (*marker, after),
            _ => return None,
        };
        let &[high, low, ..] = after else { return None };
        if matches!(marker, 0xC0..=0xC2) {
            // Length (2), precision, height (2), width (2), components.
            let (precision, components) = (*after.get(2)?, *after.get(7)?);
            return (precision == 8).then_some(components);
        }
        rest = after.get(usize::from(u16::from_be_bytes([high, low]))..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::document::BodySize;

    const CONTEXT: Context = Context { width: 200.0, page_height: 700.0, body: BodySize::Jury };

    fn png(width: u32, height: u32) -> Arc<[u8]> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        DynamicImage::new_rgba8(width, height)
            .write_to(&mut bytes, image::ImageFormat::Png)
            .expect("a picture in memory");
        bytes.into_inner().into()
    }

    #[test]
    fn a_picture_fits_the_width_and_transparency_is_white() {
        let strips = picture(&png(600, 300), "Plan", CONTEXT);
        let strip = strips.first().expect("one strip");
        assert!((strip.height - 100.0).abs() < 0.1);
        let white = |pixels: &Pixels| match pixels {
            Pixels::Rgb(colours) => colours.iter().all(|colour| *colour == 255),
            Pixels::Jpeg { .. } => false,
        };
        let first = strip.marks.first();
        assert!(matches!(first, Some(Mark::Picture { data, .. }) if white(&data.pixels)));
    }

    #[test]
    fn an_unreadable_picture_becomes_a_note() {
        let strips = picture(&Arc::from([1_u8, 2, 3].as_slice()), "Plan d'atelier", CONTEXT);
        let text: String = strips
            .iter()
            .flat_map(|strip| &strip.marks)
            .filter_map(
                |mark| if let Mark::Text(text) = mark { Some(text.text.as_str()) } else { None },
            )
            .collect();
        assert!(text.starts_with("Image illisible"), "{text}");
    }
}
