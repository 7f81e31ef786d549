//! Blocks → pages: text is wrapped, tables get their widths, strips fill the pages.
//!
//! `blocks` turns each block into strips (unbreakable slices), `flow` fills pages with them, and
//! `page` says what stands where. Nothing here knows PDF.

mod answer_blocks;
mod blocks;
mod chips;
mod containers;
mod context;
pub mod curves;
mod digit_groups;
mod draw;
mod drawn_tree;
mod facts;
mod figures;
mod flow;
pub mod fonts;
mod hyphens;
mod measure;
pub mod page;
pub mod page_frame;
pub mod palette;
pub mod picture;
mod question_blocks;
mod rich;
pub mod shaping;
mod signatures;
mod signs;
mod strip;
mod table;
mod text;
mod text_blocks;
mod text_scale;
mod timeline;
mod words;
mod wrapping;

use super::document::Document;
use context::Context;
use page::Page;
use page_frame::Sheet;

pub use text_scale::TextScale;

/// A document on its pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LaidOut {
    /// The pages; there is always one.
    pub pages: Vec<Page>,
    /// Titles, in the order of the document.
    pub bookmarks: Vec<Bookmark>,
    /// The measures of every page.
    pub sheet: Sheet,
}

/// A title that leads to its page.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Text.
    pub title: String,
    /// Index of the page, from 0.
    pub page: usize,
    /// 0 for the document, 1 for its parts.
    pub level: u8,
    /// From the top of the sheet, in points.
    pub y: f32,
}

/// Lays a document out on A4 pages.
pub fn lay_out(document: &Document) -> LaidOut {
    lay_out_at(document, TextScale::USUAL)
}

/// Lays a document out on A4 pages, its text area enlarged.
pub fn lay_out_at(document: &Document, scale: TextScale) -> LaidOut {
    let frame = &document.frame;
    let sheet = Sheet::of(frame.orientation);
    let page_height = scale.shrunk(page_frame::content_height(frame));
    let width = scale.shrunk(sheet.width);
    let context = Context { width, page_height, body: document.body };
    let filled = flow::paginate(blocks::lay_blocks(&document.blocks, context), page_height);
    let count = filled.len();
    let top = page_frame::top(frame);
    let mut laid_out = LaidOut { sheet, ..LaidOut::default() };
    for (index, mut content) in filled.into_iter().enumerate() {
        scale.enlarge(&mut content.marks);
        let mut page = Page::default();
        page_frame::draw_frame(&mut page.marks, frame, index + 1, count);
        page::append_shifted(&mut page.marks, content.marks, sheet.left, top);
        laid_out.pages.push(page);
        laid_out.bookmarks.extend(content.landmarks.into_iter().map(|landmark| Bookmark {
            title: landmark.title,
            page: index,
            level: landmark.level,
            y: top + scale.enlarged(landmark.y),
        }));
    }
    laid_out
}

#[cfg(test)]
mod tests;
