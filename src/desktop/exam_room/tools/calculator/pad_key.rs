//! The keys of the calculator: what is written on them, their spoken names, where they are.

/// A key of the calculator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PadKey {
    /// Writes a digit, a comma, a sign or a parenthesis.
    Sign(char),
    /// Writes « Rép », the last result.
    Answer,
    /// Gives the result.
    Equals,
    /// Erases the whole calculation.
    Clear,
    /// Erases the character before the caret.
    Erase,
    /// Adds the result to the memory.
    MemoryAdd,
    /// Takes the result away from the memory.
    MemorySubtract,
    /// Writes the memory.
    MemoryRecall,
    /// Empties the memory.
    MemoryClear,
}

/// The keys, row by row; « = » stands alone below.
pub const ROWS: [[PadKey; 5]; 5] = {
    use PadKey::{
        Answer, Clear, Erase, MemoryAdd, MemoryClear, MemoryRecall, MemorySubtract, Sign,
    };
    [
        [MemoryClear, MemoryRecall, MemorySubtract, MemoryAdd, Answer],
        [Sign('7'), Sign('8'), Sign('9'), Sign('÷'), Clear],
        [Sign('4'), Sign('5'), Sign('6'), Sign('×'), Erase],
        [Sign('1'), Sign('2'), Sign('3'), Sign('−'), Sign('(')],
        [Sign('0'), Sign(','), Sign('%'), Sign('+'), Sign(')')],
    ]
};

impl PadKey {
    /// What is written on the key.
    pub fn label(self) -> String {
        match self {
            Self::Sign(sign) => sign.to_string(),
            Self::Answer => "Rép".to_owned(),
            Self::Equals => "=".to_owned(),
            Self::Clear => "C".to_owned(),
            Self::Erase => "Eff.".to_owned(),
            Self::MemoryAdd => "M+".to_owned(),
            Self::MemorySubtract => "M−".to_owned(),
            Self::MemoryRecall => "MR".to_owned(),
            Self::MemoryClear => "MC".to_owned(),
        }
    }

    /// What screen readers say, in French.
    pub fn name(self) -> String {
        let words = match self {
            Self::Sign('+') => "Plus",
            Self::Sign('−') => "Moins",
            Self::Sign('×') => "Multiplier",
            Self::Sign('÷') => "Diviser",
            Self::Sign('%') => "Pour cent",
            Self::Sign(',') => "Virgule",
            Self::Sign('(') => "Parenthèse ouvrante",
            Self::Sign(')') => "Parenthèse fermante",
            Self::Sign(digit) => return digit.to_string(),
            Self::Answer => "Reprendre le dernier résultat",
            Self::Equals => "Égale, donner le résultat",
            Self::Clear => "Effacer tout le calcul",
            Self::Erase => "Effacer le dernier caractère",
            Self::MemoryAdd => "Mémoire plus",
            Self::MemorySubtract => "Mémoire moins",
            Self::MemoryRecall => "Rappeler la mémoire",
            Self::MemoryClear => "Vider la mémoire",
        };
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_key_has_a_name_of_its_own() {
        let keys: Vec<PadKey> = ROWS.iter().flatten().copied().chain([PadKey::Equals]).collect();
        let names: BTreeSet<String> = keys.iter().map(|key| key.name()).collect();
        let labels: BTreeSet<String> = keys.iter().map(|key| key.label()).collect();
        assert_eq!(names.len(), keys.len());
        assert_eq!(labels.len(), keys.len());
        assert_eq!(PadKey::Sign('×').name(), "Multiplier");
        assert_eq!(PadKey::MemoryAdd.name(), "Mémoire plus");
    }
}
