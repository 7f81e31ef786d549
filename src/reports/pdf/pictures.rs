//! Pictures of the file, named in the order in which the pages show them.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{
    DictItem, ExternalStream, ExternalXObject, Px, RawImage, RawImageData, RawImageFormat, XObject,
    XObjectId,
};

use crate::reports::layout::picture::{PictureData, Pixels};

/// The pictures met so far.
#[derive(Default)]
pub struct Pictures {
    known: Vec<Arc<PictureData>>,
}

impl Pictures {
    /// The name of a picture, a new one unless it has been met.
    pub fn name(&mut self, data: &Arc<PictureData>) -> XObjectId {
        let place = self.known.iter().position(|known| known == data).unwrap_or_else(|| {
            self.known.push(Arc::clone(data));
            self.known.len() - 1
        });
        XObjectId(format!("P{place:04}"))
    }

    /// The objects of the file, with their names.
    pub fn into_objects(self) -> impl Iterator<Item = (XObjectId, XObject)> {
        self.known
            .into_iter()
            .enumerate()
            .map(|(place, data)| (XObjectId(format!("P{place:04}")), object(&data)))
    }
}

fn object(data: &PictureData) -> XObject {
    let (width, height) = (whole(data.width), whole(data.height));
    match &data.pixels {
        Pixels::Rgb(pixels) => XObject::Image(RawImage {
            pixels: RawImageData::U8(pixels.clone()),
            width,
            height,
            data_format: RawImageFormat::RGB8,
            tag: Vec::new(),
        }),
        // PDF readers decode JPEG themselves: the file goes in as it is.
        Pixels::Jpeg { bytes, grey } => {
            let colours = if *grey { "DeviceGray" } else { "DeviceRGB" };
            let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
            let dict = BTreeMap::from([
                ("Type".to_owned(), name("XObject")),
                ("Subtype".to_owned(), name("Image")),
                ("Width".to_owned(), DictItem::Int(i64::from(data.width))),
                ("Height".to_owned(), DictItem::Int(i64::from(data.height))),
                ("BitsPerComponent".to_owned(), DictItem::Int(8)),
                ("ColorSpace".to_owned(), name(colours)),
                ("Filter".to_owned(), name("DCTDecode")),
            ]);
            let stream = ExternalStream { dict, content: bytes.to_vec(), compress: false };
            let (width, height) = (Some(Px(width)), Some(Px(height)));
            XObject::External(ExternalXObject { stream, width, height, dpi: None })
        }
    }
}

fn whole(pixels: u32) -> usize {
    usize::try_from(pixels).unwrap_or(usize::MAX)
}
