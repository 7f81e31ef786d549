//! The shape of an expression once read.

use std::fmt;

use rust_decimal::Decimal;

use super::function::Function;
use crate::domain::planning::worksheet::Comparison;

/// One part of a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// A name: a section, a row, a column ("TU25").
    Name(String),
    /// The key of the current column, or of one so many columns further (`@`, `@-1`, `@+1`).
    Column(i32),
    /// All children, in order (`*`).
    All,
}

impl fmt::Display for Segment {
    /// As an author writes it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => formatter.write_str(name),
            Self::Column(0) => formatter.write_str("@"),
            Self::Column(shift) => write!(formatter, "@{shift:+}"),
            Self::All => formatter.write_str("*"),
        }
    }
}

/// A reference as an author writes it.
pub(super) fn written_path(path: &[Segment]) -> String {
    path.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

/// An expression that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    pub(super) root: Part,
}

impl Expression {
    /// The reference, when the expression is nothing else.
    pub fn reference(&self) -> Option<&[Segment]> {
        match &self.root.kind {
            PartKind::Reference(path) => Some(path),
            _ => None,
        }
    }
}

/// A part of an expression, with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Rank of its first character, from 1.
    pub(super) position: usize,
    /// Levels of formulas that it becomes.
    pub(super) height: usize,
    /// What it is.
    pub(super) kind: PartKind,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PartKind {
    /// A number.
    Number(Decimal),
    /// A text.
    Text(String),
    /// A named value.
    Reference(Vec<Segment>),
    /// The opposite of a value.
    Opposite(Box<Part>),
    /// Operations of the same strength, from left to right.
    Chain {
        /// The first value.
        first: Box<Part>,
        /// What is done with it, in order.
        others: Vec<(Operator, Part)>,
    },
    /// A comparison.
    Comparison {
        /// Left of the sign.
        left: Box<Part>,
        /// The sign.
        comparison: Comparison,
        /// Right of the sign.
        right: Box<Part>,
    },
    /// A function and its arguments.
    Call {
        /// The function.
        function: Function,
        /// Its arguments.
        arguments: Vec<Part>,
    },
}

/// An operation between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    /// `+`.
    Plus,
    /// `-`.
    Minus,
    /// `*`.
    Times,
    /// `/`.
    Divided,
}

impl Operator {
    /// Whether a run of this sign makes one flat formula.
    const fn is_flat(self) -> bool {
        matches!(self, Self::Plus | Self::Times)
    }
}

impl Part {
    /// A part at a place, its height counted.
    pub(super) fn new(position: usize, kind: PartKind) -> Self {
        let height = 1 + match &kind {
            PartKind::Number(_) | PartKind::Text(_) | PartKind::Reference(_) => 0,
            PartKind::Opposite(inner) => inner.height,
            PartKind::Chain { first, others } => chain_height(first, others),
            PartKind::Comparison { left, right, .. } => left.height.max(right.height),
            PartKind::Call { arguments, .. } => {
                arguments.iter().map(|argument| argument.height).max().unwrap_or(0)
            }
        };
        Self { position, height, kind }
    }

    /// Whether it says yes or no instead of giving a value.
    pub(super) const fn is_condition(&self) -> bool {
        matches!(
            self.kind,
            PartKind::Comparison { .. }
                | PartKind::Call { function: Function::And | Function::Or, .. }
        )
    }
}

fn chain_height(first: &Part, others: &[(Operator, Part)]) -> usize {
    let mut height = first.height;
    let mut previous = None;
    for (operator, part) in others {
        height = height.max(part.height);
        if !(operator.is_flat() && previous == Some(*operator)) {
            height += 1;
        }
        previous = Some(*operator);
    }
    height
}
