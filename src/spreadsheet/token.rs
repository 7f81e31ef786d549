//! The parts that a formula is made of.

use std::ops::Range;

use super::reference::Pointed;

/// An operator between two values, or a sign before one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// "+"
    Add,
    /// "-", "−" or "–"
    Subtract,
    /// "*" or "×"
    Multiply,
    /// "/" or "÷"
    Divide,
    /// "^"
    Power,
    /// "&"
    Join,
    /// "="
    Equal,
    /// "<>" or "≠"
    Different,
    /// "<"
    Less,
    /// "<=" or "≤"
    LessOrEqual,
    /// ">"
    Greater,
    /// ">=" or "≥"
    GreaterOrEqual,
}

impl Operator {
    /// How spreadsheets write it.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Power => "^",
            Self::Join => "&",
            Self::Equal => "=",
            Self::Different => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

/// Every way to write an operator, the longest first.
pub(super) const OPERATORS: [(&str, Operator); 19] = [
    ("<>", Operator::Different),
    ("<=", Operator::LessOrEqual),
    (">=", Operator::GreaterOrEqual),
    ("≠", Operator::Different),
    ("≤", Operator::LessOrEqual),
    ("≥", Operator::GreaterOrEqual),
    ("+", Operator::Add),
    ("-", Operator::Subtract),
    ("−", Operator::Subtract),
    ("–", Operator::Subtract),
    ("*", Operator::Multiply),
    ("×", Operator::Multiply),
    ("/", Operator::Divide),
    ("÷", Operator::Divide),
    ("^", Operator::Power),
    ("&", Operator::Join),
    ("=", Operator::Equal),
    ("<", Operator::Less),
    (">", Operator::Greater),
];

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// "12", "1 250,75", ",5"
    Number,
    /// A number with a point: "1.5".
    EnglishNumber,
    /// A text between quotation marks.
    Text,
    /// A text that is not closed.
    UnclosedText,
    /// A cell or a range.
    Pointed(Pointed),
    /// "#REF!": a reference that a copy put outside the table.
    BrokenReference,
    /// A word.
    Name,
    /// An operator.
    Operator(Operator),
    /// "%"
    Percent,
    /// "("
    Open,
    /// ")"
    Close,
    /// ";"
    Separator,
    /// "," outside a number.
    Comma,
    /// Anything else.
    Unknown,
}

impl TokenKind {
    /// Whether a value ends with this token.
    pub(super) const fn ends_value(self) -> bool {
        matches!(
            self,
            Self::Number
                | Self::EnglishNumber
                | Self::Text
                | Self::Pointed(_)
                | Self::BrokenReference
                | Self::Name
                | Self::Percent
                | Self::Close
        )
    }

    /// Whether a value begins with this token.
    pub(super) const fn begins_value(self) -> bool {
        matches!(
            self,
            Self::Number
                | Self::EnglishNumber
                | Self::Text
                | Self::UnclosedText
                | Self::Pointed(_)
                | Self::BrokenReference
                | Self::Name
                | Self::Open
        )
    }
}

/// A token and its place in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it is.
    pub at: Range<usize>,
}
