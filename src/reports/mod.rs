//! Printed documents: domain → blocks (`content`) → laid-out pages (`layout`) → PDF (`pdf`).

pub mod content;
pub mod document;
pub mod layout;
mod pdf;

pub use layout::TextScale;
pub use pdf::{PdfError, PdfMetadata, write_enlarged_pdf, write_pdf};
