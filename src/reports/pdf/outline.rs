//! Bookmarks. printpdf sorts them by page and name: a rank before the name keeps their order, and
//! is taken away again once the objects of the file are made.

use printpdf::{PageAnnotId, PageAnnotation};

use crate::reports::layout::Bookmark;

/// Digits of a rank.
const DIGITS: usize = 5;
/// Bytes before the text in a text string of PDF (the mark of UTF-16).
const MARK: usize = 2;
/// White space shown above a title, in points.
const ABOVE: f32 = 12.0;

/// A bookmark as printpdf wants it; its pages count from one.
pub fn annotation(rank: usize, bookmark: &Bookmark) -> (PageAnnotId, PageAnnotation) {
    let id = PageAnnotId(format!("{rank:0DIGITS$}"));
    let name = format!("{rank:0DIGITS$}{}", bookmark.title);
    (id, PageAnnotation { name, page: bookmark.page + 1 })
}

/// Takes the rank away from the beginning of a text string (UTF-16, big endian).
pub fn take_rank(bytes: &mut Vec<u8>) -> Option<usize> {
    let end = MARK + 2 * DIGITS;
    let digits: String = bytes
        .get(MARK..end)?
        .chunks_exact(2)
        .filter_map(|unit| unit.last().map(|byte| char::from(*byte)))
        .collect();
    let rank = digits.parse().ok()?;
    bytes.drain(MARK..end);
    Some(rank)
}

/// Where a bookmark leads, in points from the bottom of a sheet of this height.
pub fn top_of(bookmark: &Bookmark, height: f32) -> f32 {
    (height - bookmark.y + ABOVE).clamp(0.0, height).round()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rank_comes_off_and_the_title_stays() {
        let mut bytes = vec![0xFE, 0xFF];
        bytes.extend("00012É".encode_utf16().flat_map(u16::to_be_bytes));
        assert_eq!(take_rank(&mut bytes), Some(12));
        assert_eq!(bytes, [0xFE, 0xFF, 0x00, 0xC9]);
        assert_eq!(take_rank(&mut vec![0xFE]), None);
    }
}
