//! Laid-out pages → the bytes of a PDF file. The same document and the same metadata always give
//! the same bytes: no clock and no chance here.

mod fonts;
mod marks;
mod outline;
mod pictures;

use printpdf::{OffsetDateTime, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use super::document::Document;
use super::layout::page::Mark;
use super::layout::{LaidOut, TextScale, lay_out_at};
use pictures::Pictures;

/// What the file says about itself, besides the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfMetadata {
    /// When the file is made.
    pub created: chrono::DateTime<chrono::FixedOffset>,
    /// Who makes it.
    pub author: String,
}

/// Why a file cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// A font cannot be reduced to the glyphs in use.
    #[error("la police {name} n'a pas pu être préparée : {reason}")]
    Font {
        /// Name of the font.
        name: &'static str,
        /// Words of the subsetter.
        reason: String,
    },
    /// The file cannot be put together.
    #[error("le document PDF n'a pas pu être composé : {0}")]
    Assembly(String),
}

/// Version of the format: the newest that every reader in use understands.
const VERSION: &str = "1.7";
const LANGUAGE: &[u8] = b"fr-FR";

/// Lays the document out and writes it as a PDF file.
///
/// # Errors
/// When a font cannot be prepared or the file cannot be put together.
pub fn write_pdf(document: &Document, metadata: &PdfMetadata) -> Result<Vec<u8>, PdfError> {
    write_enlarged_pdf(document, metadata, TextScale::USUAL)
}

/// Lays the document out, its text area enlarged, and writes it as a PDF file.
///
/// # Errors
/// When a font cannot be prepared or the file cannot be put together.
pub fn write_enlarged_pdf(
    document: &Document,
    metadata: &PdfMetadata,
    scale: TextScale,
) -> Result<Vec<u8>, PdfError> {
    let laid_out = lay_out_at(document, scale);
    let pdf = compose(document, metadata, &laid_out)?;
    let options = PdfSaveOptions {
        optimize: true,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut file = pdf.to_lopdf_document(&options, &mut Vec::new());
    VERSION.clone_into(&mut file.version);
    let identifier = identifier(document, metadata, &laid_out);
    let mut text = None;
    if let Ok(entry) = file.trailer.get_mut(b"ID")
        && let Ok(identifiers) = entry.as_array_mut()
    {
        for each in identifiers.iter_mut() {
            if let Ok(bytes) = each.as_str_mut() {
                bytes.clone_from(&identifier);
            }
        }
        text = identifiers.first().cloned();
    }
    if let Ok(catalog) = file.catalog_mut() {
        if !laid_out.bookmarks.is_empty() {
            catalog.set("PageMode", "UseOutlines");
        }
        if let Some(mut language) = text {
            if let Ok(bytes) = language.as_str_mut() {
                LANGUAGE.clone_into(bytes);
            }
            catalog.set("Lang", language);
        }
    }
    for object in file.objects.values_mut() {
        if let Ok(entry) = object.as_dict_mut()
            && entry.has(b"Dest")
            && let Ok(title) = entry.get_mut(b"Title")
            && let Ok(bytes) = title.as_str_mut()
            && let Some(rank) = outline::take_rank(bytes)
            && let Some(bookmark) = laid_out.bookmarks.get(rank)
            && let Ok(destination) = entry.get_mut(b"Dest")
            && let Ok(items) = destination.as_array_mut()
            && let Some(top) = items.get_mut(3)
        {
            *top = outline::top_of(bookmark, laid_out.sheet.height()).into();
        }
    }
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| PdfError::Assembly(error.to_string()))?;
    Ok(bytes)
}

/// The pages and their resources, as printpdf wants them.
fn compose(
    document: &Document,
    metadata: &PdfMetadata,
    laid_out: &LaidOut,
) -> Result<PdfDocument, PdfError> {
    let mut pdf = PdfDocument::new(&document.title);
    let information = &mut pdf.metadata.info;
    information.subject.clone_from(&document.subject);
    information.author.clone_from(&metadata.author);
    "Cas d'école".clone_into(&mut information.creator);
    information.producer = format!("casdecole {}", env!("CARGO_PKG_VERSION"));
    if let Ok(created) = OffsetDateTime::from_unix_timestamp(metadata.created.timestamp()) {
        information.creation_date = created;
        information.modification_date = created;
        information.metadata_date = created;
    }
    for (name, font) in fonts::subset_fonts(&laid_out.pages)? {
        pdf.resources.fonts.map.insert(name, PdfFont::new(font));
    }
    let mut pictures = Pictures::default();
    let (width, height) = laid_out.sheet.size;
    for page in &laid_out.pages {
        let operations = marks::operations(page, laid_out.sheet.height(), &mut pictures);
        pdf.pages.push(PdfPage::new(printpdf::Mm(width), printpdf::Mm(height), operations));
    }
    pdf.resources.xobjects.map.extend(pictures.into_objects());
    for (rank, bookmark) in laid_out.bookmarks.iter().enumerate() {
        let (name, annotation) = outline::annotation(rank, bookmark);
        pdf.bookmarks.map.insert(name, annotation);
    }
    Ok(pdf)
}

/// Thirty-two characters that change with the content: what PDF wants as an identifier.
fn identifier(document: &Document, metadata: &PdfMetadata, laid_out: &LaidOut) -> Vec<u8> {
    let mut digest = Sha256::new();
    for text in [&document.title, &document.subject, &metadata.author] {
        digest.update(text.as_bytes());
        digest.update([0_u8]);
    }
    digest.update(metadata.created.timestamp().to_be_bytes());
    for mark in laid_out.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Text(text) = mark {
            digest.update(text.text.as_bytes());
        }
    }
    let digits = b"0123456789ABCDEF";
    digest
        .finalize()
        .iter()
        .take(16)
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| digits.get(usize::from(digit)).copied().unwrap_or(b'0'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rich_text::Span;
    use crate::reports::document::{
        Block, CellContent, Orientation, PageFrame, Sign, Table, TableCell, TableRow, Tone,
    };
    use crate::reports::layout::lay_out;

    fn metadata() -> PdfMetadata {
        let created =
            chrono::DateTime::parse_from_rfc3339("2027-03-11T11:41:52+01:00").expect("a date");
        PdfMetadata { created, author: "Jury".to_owned() }
    }

    fn document() -> Document {
        let row = TableRow::Cells(vec![
            TableCell::text("œuvre « 12,5 € » ≥ −3"),
            TableCell::of(CellContent::Signed(Sign::Half, "2 500".into(), Tone::Partial)),
        ]);
        Document {
            title: "Évaluation".to_owned(),
            blocks: vec![
                Block::Title("Évaluation – candidat C-07".to_owned()),
                Block::Heading { text: "Décision".to_owned(), aside: String::new() },
                Block::Paragraph(vec![Span { text: "penché".into(), bold: false, italic: true }]),
                Block::Table(Table { rows: vec![row; 3], ..Table::default() }),
            ],
            ..Document::default()
        }
    }

    fn contains(bytes: &[u8], text: &str) -> bool {
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let first = write_pdf(&document(), &metadata()).expect("a file");
        let second = write_pdf(&document(), &metadata()).expect("a file");
        assert!(first == second);
        assert!(first.starts_with(b"%PDF-1.7"));
        assert!(contains(&first, "(fr-FR)") && contains(&first, "/UseOutlines"));
    }

    #[test]
    fn only_the_glyphs_in_use_are_embedded() {
        let bytes = write_pdf(&document(), &metadata()).expect("a file");
        for name in ["NextTab-Regular", "NextTab-Italic", "NextTab-SemiBold"] {
            assert!(contains(&bytes, &format!("+AtkinsonHyperlegible{name}")), "{name}");
        }
        assert!(!contains(&bytes, "AtkinsonHyperlegibleMono"));
        assert!(bytes.len() < 60_000, "{}", bytes.len());
    }

    #[test]
    fn another_text_or_date_gives_another_identifier() {
        let laid_out = lay_out(&document());
        let later = PdfMetadata {
            created: metadata().created + chrono::TimeDelta::seconds(1),
            ..metadata()
        };
        let one = identifier(&document(), &metadata(), &laid_out);
        assert_eq!(one.len(), 32);
        assert_ne!(one, identifier(&document(), &later, &laid_out));
    }

    #[test]
    fn an_empty_document_is_a_file() {
        assert!(write_pdf(&Document::default(), &metadata()).is_ok());
    }

    #[test]
    fn a_sheet_on_its_side_is_wider_than_high() {
        let frame = PageFrame { orientation: Orientation::Landscape, ..PageFrame::default() };
        let turned = Document { frame, ..document() };
        let laid_out = lay_out(&turned);
        let pdf = compose(&turned, &metadata(), &laid_out).expect("a file");
        let page = pdf.pages.first().expect("a page");
        assert!(page.media_box.width > page.media_box.height);
        assert!(write_pdf(&turned, &metadata()).is_ok());
    }
}
