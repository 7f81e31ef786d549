//! One block of a document, from a title to a drawing.

use super::{Chip, Sign, Table, TimelineSegment, Tone};
use crate::domain::planning::views::TreeNode;
use crate::domain::rich_text::{RichBlock, Span};

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
