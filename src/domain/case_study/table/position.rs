//! Where a cell of a table stands, and how it is named.

use serde::{Deserialize, Serialize};

/// Position of a cell, from 0.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct CellPosition {
    /// Row, the head not counted.
    pub row: usize,
    /// Column.
    pub column: usize,
}

impl CellPosition {
    /// "ligne 3, colonne 2", counted from 1.
    pub fn label(self) -> String {
        format!("ligne {}, colonne {}", self.row + 1, self.column + 1)
    }

    /// "B3" as a spreadsheet would say, the head being row 0.
    pub fn reference(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column;
        loop {
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            if rest < 26 {
                break;
            }
            rest = rest / 26 - 1;
        }
        let letters: String = letters.into_iter().rev().collect();
        format!("{letters}{}", self.row + 1)
    }

    /// Reads "B3".
    pub fn from_reference(text: &str) -> Option<Self> {
        let split = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, digits) = text.split_at(split);
        if letters.is_empty() || letters.len() > 2 {
            return None;
        }
        let mut column = 0usize;
        for letter in letters.chars() {
            let rank = letter.to_ascii_uppercase() as u32;
            if !(65..=90).contains(&rank) {
                return None;
            }
            column = column * 26 + (rank as usize - 64);
        }
        let row: usize = digits.parse().ok()?;
        Some(Self { row: row.checked_sub(1)?, column: column - 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cell_references_are_those_of_a_spreadsheet() {
        for (row, column, reference) in
            [(0, 0, "A1"), (12, 6, "G13"), (3, 26, "AA4"), (0, 39, "AN1")]
        {
            let at = CellPosition { row, column };
            assert_eq!(at.reference(), reference);
            assert_eq!(CellPosition::from_reference(reference), Some(at));
        }
        for bad in ["", "3", "B", "B0", "é1", "ABCDE1", "A99999999999999999999999"] {
            assert_eq!(CellPosition::from_reference(bad), None, "{bad}");
        }
    }
}
