//! Changes of a text that keep what is selected in place; everything is counted in characters.

use std::ops::Range;

/// A text after a change, and what is selected in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The text.
    pub text: String,
    /// What is selected, empty where only the caret stands.
    pub selection: Range<usize>,
}

/// Characters cut from a place, and what is put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// Place of the first character cut.
    pub at: usize,
    /// Number of characters cut.
    pub cut: usize,
    /// What is put there.
    pub put: &'static str,
}

impl Patch {
    /// Puts characters at a place.
    pub const fn put(at: usize, put: &'static str) -> Self {
        Self { at, cut: 0, put }
    }

    /// Cuts characters from a place.
    pub const fn cut(at: usize, cut: usize) -> Self {
        Self { at, cut, put: "" }
    }
}

/// The selection within a text of so many characters.
pub fn within(selection: &Range<usize>, count: usize) -> Range<usize> {
    let start = selection.start.min(count);
    start..selection.end.clamp(start, count)
}

/// Applies patches in the order of their places; none overlaps another.
pub fn apply(characters: &[char], patches: &[Patch], selection: &Range<usize>) -> Edited {
    let mut text = String::with_capacity(characters.len() + 8 * patches.len());
    let mut from = 0;
    for patch in patches {
        text.extend(characters.get(from..patch.at).unwrap_or_default());
        text.push_str(patch.put);
        from = patch.at.saturating_add(patch.cut);
    }
    text.extend(characters.get(from..).unwrap_or_default());
    let start = moved(selection.start, patches, true);
    let end = if selection.is_empty() { start } else { moved(selection.end, patches, false) };
    Edited { text, selection: start..end.max(start) }
}

/// Where a place is after the patches; what is put right there goes before it, or after.
fn moved(place: usize, patches: &[Patch], goes_before: bool) -> usize {
    let mut after = place;
    for patch in patches {
        let end = patch.at.saturating_add(patch.cut);
        let put = patch.put.chars().count();
        if place > end || (place == end && (patch.cut > 0 || goes_before)) {
            after = (after + put).saturating_sub(patch.cut);
        } else if place > patch.at {
            after = after.saturating_sub(place - patch.at);
        }
    }
    after
}

/// The lines of a text, without their ends.
pub fn lines(characters: &[char]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (place, character) in characters.iter().enumerate() {
        if *character == '\n' {
            lines.push(start..place);
            start = place + 1;
        }
    }
    lines.push(start..characters.len());
    lines
}

/// The lines that a selection touches; a selection that ends at the start of a line leaves it out.
pub fn touched(characters: &[char], selection: &Range<usize>) -> Vec<Range<usize>> {
    lines(characters)
        .into_iter()
        .filter(|line| {
            let begins = line.start < selection.end || line.start == selection.start;
            begins && line.end >= selection.start
        })
        .collect()
}

/// Number of characters of the mark of a list item at the start of a line, 0 for another line.
pub fn item_mark(line: &[char]) -> usize {
    let blanks = line.iter().take_while(|character| **character == ' ').count();
    match line.get(blanks..) {
        Some(['-', ' ', ..]) => blanks + 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn patches_are_applied_and_the_selection_follows() {
        let text = characters("été chaud");
        let patches = [Patch::put(4, "**"), Patch::put(9, "**")];
        let edited = apply(&text, &patches, &(4..9));
        assert_eq!((edited.text.as_str(), edited.selection), ("été **chaud**", 6..11));
        let text = characters("été **chaud**");
        let patches = [Patch::cut(4, 2), Patch::cut(11, 2)];
        let edited = apply(&text, &patches, &(6..11));
        assert_eq!((edited.text.as_str(), edited.selection), ("été chaud", 4..9));
        let edited = apply(&text, &patches, &(5..12));
        assert_eq!(edited.selection, 4..9);
    }

    #[test]
    fn a_caret_stays_after_what_is_put_there() {
        let edited = apply(&characters("abc"), &[Patch::put(0, "- ")], &(0..0));
        assert_eq!((edited.text.as_str(), edited.selection), ("- abc", 2..2));
    }

    fn ends(lines: &[Range<usize>]) -> Vec<(usize, usize)> {
        lines.iter().map(|line| (line.start, line.end)).collect()
    }

    #[test]
    fn lines_are_found_with_those_a_selection_touches() {
        let text = characters("un\n\ntrois");
        let all = [(0, 2), (3, 3), (4, 9)];
        assert_eq!(ends(&lines(&text)), all);
        for (selection, expected) in
            [(0..4, &all[..2]), (3..3, &all[1..2]), (1..5, &all[..]), (9..9, &all[2..])]
        {
            assert_eq!(ends(&touched(&text, &selection)), expected, "{selection:?}");
        }
        assert_eq!(ends(&touched(&[], &(0..0))), [(0, 0)]);
    }

    #[test]
    fn a_selection_out_of_the_text_is_brought_back() {
        assert_eq!(within(&(3..90), 5), 3..5);
        assert_eq!(within(&(90..95), 5), 5..5);
    }
}
