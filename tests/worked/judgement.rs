//! What a judge found: figures compared, differences, published slips named.

use std::fmt;

use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{Rounding, RoundingMode};
use rust_decimal::Decimal;

/// Figures compared.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// Number of figures compared.
    pub compared: usize,
    /// Cells that differ: name, expected, found.
    pub differences: Vec<(String, String, String)>,
    /// Published slips, named: where, what is published, what is right.
    pub slips: Vec<String>,
    /// Expected figures that the judge does not know how to compute.
    pub unknown: Vec<String>,
}

impl Judgement {
    /// Compares a number with one printed with as many decimals as it has, rounded or truncated.
    pub fn number(&mut self, cell: impl Into<String>, expected: Decimal, found: Decimal) {
        self.compared += 1;
        if !as_printed(expected, found) {
            self.differences.push((
                cell.into(),
                expected.to_string(),
                found.normalize().to_string(),
            ));
        }
    }

    /// Compares a number with a leaf of the figures.
    pub fn leaf(&mut self, cell: impl Into<String>, expected: &Tree, found: Decimal) {
        let cell = cell.into();
        match expected.number() {
            Some(number) => self.number(cell, number, found),
            None => self.unknown.push(cell),
        }
    }

    /// Compares words.
    pub fn words(&mut self, cell: impl Into<String>, expected: &str, found: &str) {
        self.compared += 1;
        if expected != found {
            self.differences.push((cell.into(), expected.to_owned(), found.to_owned()));
        }
    }

    /// A list of numbers against those found, rank by rank; lengths count.
    pub fn series(&mut self, name: &str, expected: &Tree, found: &[Decimal]) {
        let Tree::List(items) = expected else {
            self.unknown.push(name.to_owned());
            return;
        };
        if items.len() != found.len() {
            self.differences.push((
                format!("{name}, number of values"),
                items.len().to_string(),
                found.len().to_string(),
            ));
        }
        for (rank, (item, value)) in items.iter().zip(found).enumerate() {
            self.leaf(format!("{name} {}", rank + 1), item, *value);
        }
    }

    /// Names a figure of the source that is wrong, or holds under another convention only.
    pub fn slip(&mut self, words: impl Into<String>) {
        self.slips.push(words.into());
    }

    /// An expected figure that the judge cannot compute.
    pub fn unknown(&mut self, cell: impl Into<String>) {
        self.unknown.push(cell.into());
    }
}

/// Whether a value prints as expected, rounded or cut to its decimals.
pub fn as_printed(expected: Decimal, found: Decimal) -> bool {
    let decimals = expected.normalize().scale();
    let cut = Rounding { mode: RoundingMode::Truncated, decimals };
    Rounding::nearest(decimals).apply(found) == expected || cut.apply(found) == expected
}

/// What is said of a file.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// Every figure was recomputed.
    Passed(Judgement),
    /// Some figures differ.
    Failed(Judgement),
    /// The inputs have a form that no judge reads.
    NotUnderstood(String),
}

impl From<Result<Judgement, String>> for Verdict {
    fn from(result: Result<Judgement, String>) -> Self {
        match result {
            Err(reason) => Self::NotUnderstood(reason),
            Ok(judgement) if judgement.compared == 0 => {
                Self::NotUnderstood("no figure to compare".to_owned())
            }
            Ok(judgement) if judgement.differences.is_empty() && judgement.unknown.is_empty() => {
                Self::Passed(judgement)
            }
            Ok(judgement) => Self::Failed(judgement),
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUnderstood(reason) => write!(formatter, "inputs not understood: {reason}"),
            Self::Passed(judgement) => {
                write!(formatter, "passed, {} figures", judgement.compared)?;
                judgement.slips.iter().try_for_each(|slip| write!(formatter, "; slip: {slip}"))
            }
            Self::Failed(judgement) => {
                write!(formatter, "failed, {} figures compared", judgement.compared)?;
                for (cell, expected, found) in &judgement.differences {
                    write!(formatter, "; {cell}: expected {expected}, found {found}")?;
                }
                for cell in &judgement.unknown {
                    write!(formatter, "; {cell}: not computed")?;
                }
                Ok(())
            }
        }
    }
}
