//! What stands around the content of a document, and the size of its text.

/// How the sheets are turned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// On its side: for wide tables to fill.
    Landscape,
}

/// What stands around the content of every page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageFrame {
    /// How the sheets are turned.
    pub orientation: Orientation,
    /// Left of the header: bold part, then the rest.
    pub header_left: (String, String),
    /// Right of the header.
    pub header_right: HeaderRight,
    /// Footer: label over value, left to right; the page number is added at the right.
    pub footer: Vec<(String, String)>,
}

/// Right end of the page header.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum HeaderRight {
    /// Nothing.
    #[default]
    Empty,
    /// A plain text, its end bold ("TSGP, CCP 2 – " + "Examen blanc").
    Text(String, String),
    /// A warning in semibold accent, as on every jury document.
    Warning(String),
    /// Boxes for the identifier of a candidate, its prefix printed.
    Identifier(String),
}

/// Size of the running text, by reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BodySize {
    /// Jury documents (9.5 pt).
    #[default]
    Jury,
    /// Room papers (10 pt).
    Room,
    /// Sujet (10.5 pt).
    Subject,
}
