//! A report as data: blocks, before any layout. The same blocks are tested as text.

use crate::domain::planning::views::TreeNode;
use crate::domain::rich_text::{RichBlock, Span};

/// A whole document, ready to be laid out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Title in the metadata of the file.
    pub title: String,
    /// Subject in the metadata of the file.
    pub subject: String,
    /// Header and footer of every page.
    pub frame: PageFrame,
    /// Size of the running text.
    pub body: BodySize,
    /// The content, from top to bottom.
    pub blocks: Vec<Block>,
}

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

/// Meaning of a colour; the layout picks the colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Normal ink.
    #[default]
    Ink,
    /// Secondary text.
    Soft,
    /// Accent of the house.
    Accent,
    /// Right, satisfied, acquired.
    Good,
    /// Right from the candidate's own values.
    Follow,
    /// Partial, wrong.
    Partial,
    /// Not satisfied, not acquired, error of origin.
    Bad,
    /// Empty, not observed, absent.
    Blank,
}

/// A sign drawn as a path, since the fonts lack them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Check mark.
    Check,
    /// Cross.
    Cross,
    /// Half disc.
    Half,
    /// Ring.
    Ring,
    /// Dash.
    Dash,
    /// White cross on a disc.
    CrossDisc,
    /// Elbow arrow.
    Elbow,
}

impl Sign {
    /// The word that stands for the sign in the text layer of the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Check => "oui",
            Self::Cross => "non",
            Self::Half => "partiel",
            Self::Ring => "vide",
            Self::Dash => "sans objet",
            Self::CrossDisc => "erreur d'origine",
            Self::Elbow => "cohérent",
        }
    }
}

/// One item of a list: its sign, none when it is numbered, and its text.
pub type ListItem = (Option<(Sign, Tone)>, Vec<Span>);

/// One block of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Line in accent above a title.
    Kicker(String),
    /// Title of a cover page (26 pt).
    CoverTitle(String),
    /// Title of the document (20 pt).
    Title(String),
    /// Title of a part (12.5 pt, accent), with a small text at the right; a bookmark.
    Heading {
        /// The title.
        text: String,
        /// Small text at the right end.
        aside: String,
    },
    /// Title of a question: number in accent, title, small text and a bold text at the right.
    QuestionHeading {
        /// "Q3".
        number: String,
        /// Title of the question.
        title: String,
        /// Small text after the title.
        hint: String,
        /// Small text at the right.
        aside: String,
        /// Bold text at the right end.
        strong: String,
        /// A line under the title.
        ruled: bool,
    },
    /// Small bold title.
    Caption(String),
    /// Facts in columns between two rules: label over value.
    Facts(Vec<(String, String)>),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A paragraph of the statement of a question: number at the left, minutes at the right.
    Statement {
        /// "Q3"; empty for the next paragraphs of the same question.
        number: String,
        /// The text.
        content: Vec<RichBlock>,
        /// "18 min".
        aside: String,
    },
    /// Rich text of an author.
    Rich(Vec<RichBlock>),
    /// A list of items with a sign, or numbered in bold when there is none.
    Items(Vec<ListItem>),
    /// Small text in soft ink.
    Note(Vec<Span>),
    /// A chip, then a text on the same line.
    ChipLine(Chip, Vec<Span>),
    /// A table.
    Table(Table),
    /// Blocks side by side, each with its share of the width.
    Columns(Vec<(f32, Vec<Block>)>),
    /// Blocks that are never separated by a page break.
    Together(Vec<Block>),
    /// Blocks inside a rounded frame, never cut.
    Frame(Tone, Vec<Block>),
    /// Empty ruled lines to write on.
    RuledLines(u32),
    /// A field to fill by hand: label, empty box, unit.
    AnswerBox {
        /// Before the box.
        label: String,
        /// At the right inside the box.
        unit: String,
    },
    /// Options to tick, printed empty or ticked.
    Options(Vec<(bool, Vec<Span>)>),
    /// Check boxes on one line: on or off, label.
    CheckLine(Vec<(bool, String)>),
    /// Boxes to sign in: the title of each.
    Signatures(Vec<String>),
    /// A horizontal bar cut by shares: label, minutes.
    TimeBar(Vec<(String, u32)>),
    /// A sitting on a clock axis.
    Timeline {
        /// When it begins, in seconds since midnight.
        starts_at: u32,
        /// What it was made of, in order.
        segments: Vec<TimelineSegment>,
    },
    /// Big numbers in columns: value, tone, explanation.
    Figures(Vec<(String, Tone, String)>),
    /// Groups of characters to say aloud one by one, each in a frame with its rank.
    DigitGroups(Vec<String>),
    /// Identifier boxes of a cover page: label, printed prefix, boxes.
    IdentifierBox {
        /// Printed before the boxes ("C –").
        prefix: String,
        /// Number of character boxes.
        boxes: u32,
    },
    /// A picture (PNG or JPEG) and its description.
    Picture {
        /// The file's bytes.
        bytes: std::sync::Arc<[u8]>,
        /// Alternative text.
        description: String,
    },
    /// A drawn nomenclature.
    DrawnTree(TreeNode),
    /// Extra white space, in points.
    Space(f32),
    /// Next page.
    PageBreak,
    /// Pushes what follows to the bottom of the page.
    Fill,
}

/// A part of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineSegment {
    /// What kind of time it is.
    pub kind: TimelineKind,
    /// Length in seconds.
    pub seconds: u32,
    /// Words in the segment, or above it; may be empty.
    pub label: String,
}

/// What kind of time a part of a timeline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineKind {
    /// Time that counts.
    Worked,
    /// Time that does not.
    Interrupted,
    /// Time that was not used.
    Left,
}

/// A word on a tint with an edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Sign before the word.
    pub sign: Option<Sign>,
    /// The word.
    pub text: String,
    /// Colour.
    pub tone: Tone,
}

/// How a table looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TableStyle {
    /// No vertical rule; for reading.
    #[default]
    Reading,
    /// A grid; given cells tinted, rows high enough to write in.
    Filling,
    /// A grid with compact rows, for a filled table in a corrigé or a copy.
    Grid,
}

/// A table whose rows are never cut; the head is repeated on each page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Title on tint above the head; repeated with « (suite) ».
    pub title: Option<(String, String)>,
    /// Columns.
    pub columns: Vec<TableColumn>,
    /// Rows after the head.
    pub rows: Vec<TableRow>,
    /// Look.
    pub style: TableStyle,
    /// No head row when every head is empty.
    pub headless: bool,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableColumn {
    /// Head.
    pub head: String,
    /// Head over this column and its neighbours of the same group; empty for none.
    pub group: String,
    /// Width.
    pub width: ColumnWidth,
    /// Alignment.
    pub align: CellAlign,
}

/// Width of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum ColumnWidth {
    /// As wide as its longest word needs, growing to its content where there is room.
    #[default]
    Auto,
    /// Millimetres.
    Fixed(f32),
    /// A share of what the fixed columns leave.
    Share(f32),
}

/// Alignment in a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CellAlign {
    /// Texts.
    #[default]
    Left,
    /// Numbers.
    Right,
    /// Signs and boxes.
    Centre,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRow {
    /// Cells, as many as columns.
    Cells(Vec<TableCell>),
    /// Cells in bold above a stronger rule.
    Total(Vec<TableCell>),
    /// A label over the whole width; kept with the next row.
    Group(String),
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableCell {
    /// What it shows, one under the other.
    pub content: Vec<CellContent>,
    /// Given cell: tinted in grids.
    pub given: bool,
    /// Crossed by one line.
    pub blocked: bool,
    /// Tint of a state.
    pub tone: Option<Tone>,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub enum CellContent {
    /// Wrapped text.
    Text(Vec<Span>),
    /// Wrapped text in accent behind a small bar: a remark.
    Remark(String),
    /// Small word in a tone, under a value.
    Word(String, Tone),
    /// A check box; when on, filled in its tone.
    CheckBox(bool, Tone),
    /// A sign, then a text in the same tone.
    Signed(Sign, String, Tone),
    /// Several signs with a text each, on one line.
    Signs(Vec<(Sign, String, Tone)>),
    /// A chip.
    Chip(Chip),
    /// A bar cut by counts.
    Bar(Vec<(u32, Tone)>),
    /// A tile with a sign (matrix of competences).
    Tile(Sign, Tone),
}

impl TableCell {
    /// A cell with one plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::spans(vec![Span::plain(text)])
    }

    /// A cell with one bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self::spans(vec![Span::bold(text)])
    }

    /// A cell with one styled text.
    pub fn spans(spans: Vec<Span>) -> Self {
        Self::of(CellContent::Text(spans))
    }

    /// A cell with one content.
    pub fn of(content: CellContent) -> Self {
        Self { content: vec![content], ..Self::default() }
    }

    /// The cell, marked as given.
    #[must_use]
    pub fn given(mut self) -> Self {
        self.given = true;
        self
    }
}

impl TableColumn {
    /// A column of texts.
    pub fn left(head: impl Into<String>, width: ColumnWidth) -> Self {
        Self { head: head.into(), width, align: CellAlign::Left, group: String::new() }
    }

    /// A column of numbers.
    pub fn right(head: impl Into<String>, width: ColumnWidth) -> Self {
        Self { head: head.into(), width, align: CellAlign::Right, group: String::new() }
    }

    /// A column of signs.
    pub fn centre(head: impl Into<String>, width: ColumnWidth) -> Self {
        Self { head: head.into(), width, align: CellAlign::Centre, group: String::new() }
    }

    /// The column under a head that it shares with its neighbours.
    #[must_use]
    pub fn under(mut self, group: impl Into<String>) -> Self {
        self.group = group.into();
        self
    }
}
