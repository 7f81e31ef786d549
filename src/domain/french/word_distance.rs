//! How far one word is from another: what tells a slip of the finger from another word.

/// Letters to add, drop or change to go from one word to another (Levenshtein distance).
pub fn letters_changed(from: &[char], to: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (rank, letter) in from.iter().enumerate() {
        let mut left = rank + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (pair, other) in row.windows(2).zip(to) {
            let [diagonal, above] = pair else { continue };
            let changed = diagonal + usize::from(letter != other);
            left = changed.min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_counted() {
        let count = |from: &str, to: &str| {
            letters_changed(&from.chars().collect::<Vec<_>>(), &to.chars().collect::<Vec<_>>())
        };
        assert_eq!(count("stok", "stock"), 1);
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("abc", ""), 3);
        assert_eq!(count("niche", "chien"), 4);
    }
}
