//! Lists: « - » at the start of lines, taken off when every line has it.

use std::ops::Range;

use super::patch::{Edited, Patch, apply, item_mark, touched, within};

/// The mark of an item.
const MARK: &str = "- ";
/// Characters of the mark.
const WIDTH: usize = 2;

/// Makes the lines of a selection items of a list, or lines again.
///
/// A line of text right after the list is set apart by an empty line: Markdown would take it for
/// the end of the last item.
pub fn toggle_list(text: &str, selection: &Range<usize>) -> Edited {
    let characters: Vec<char> = text.chars().collect();
    let selection = within(selection, characters.len());
    let lines = targets(&characters, &selection);
    let mark = |line: &Range<usize>| {
        let line = characters.get(line.clone()).unwrap_or_default();
        (item_mark(line), line.iter().take_while(|sign| **sign == ' ').count())
    };
    let all_items = lines.iter().all(|line| mark(line).0 > 0);
    let patches: Vec<Patch> = lines
        .iter()
        .filter_map(|line| match mark(line) {
            (0, blanks) => Some(Patch::put(line.start + blanks, MARK)),
            (_, blanks) => all_items.then(|| Patch::cut(line.start + blanks, WIDTH)),
        })
        .collect();
    let edited = apply(&characters, &patches, &selection);
    let end = lines.last().map_or(0, |line| line.end + WIDTH * patches.len());
    if all_items { edited } else { set_apart(edited, end) }
}

/// The lines to change: those with words, or the first one when all are empty.
fn targets(characters: &[char], selection: &Range<usize>) -> Vec<Range<usize>> {
    let lines = touched(characters, selection);
    let has_words = |line: &Range<usize>| {
        let line = characters.get(line.clone()).unwrap_or_default();
        line.iter().any(|sign| !sign.is_whitespace())
    };
    if lines.iter().any(has_words) {
        lines.into_iter().filter(has_words).collect()
    } else {
        lines.into_iter().take(1).collect()
    }
}

/// Puts an empty line after the list that ends at `end`, if words come right after it.
fn set_apart(edited: Edited, end: usize) -> Edited {
    let characters: Vec<char> = edited.text.chars().collect();
    let next = characters.get(end..).unwrap_or_default();
    let Some(('\n', following)) = next.split_first() else { return edited };
    let line: Vec<char> = following.iter().take_while(|sign| **sign != '\n').copied().collect();
    if item_mark(&line) > 0 || line.iter().all(|sign| sign.is_whitespace()) {
        return edited;
    }
    let apart = apply(&characters, &[Patch::put(end, "\n")], &edited.selection);
    Edited { text: apart.text, selection: edited.selection }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toggled(text: &str, selection: Range<usize>) -> (String, Range<usize>) {
        let edited = toggle_list(text, &selection);
        (edited.text, edited.selection)
    }

    #[test]
    fn lines_become_items_and_lines_again() {
        assert_eq!(toggled("un\ndeux", 0..7), ("- un\n- deux".to_owned(), 2..11));
        assert_eq!(toggled("- un\n- deux", 0..11), ("un\ndeux".to_owned(), 0..7));
        assert_eq!(toggled("- un\ndeux", 0..9), ("- un\n- deux".to_owned(), 0..11));
        assert_eq!(toggled("  un", 3..3), ("  - un".to_owned(), 5..5));
    }

    #[test]
    fn empty_lines_stay_empty_but_the_only_one() {
        assert_eq!(toggled("un\n\ndeux", 0..8).0, "- un\n\n- deux");
        assert_eq!(toggled("", 0..0), ("- ".to_owned(), 2..2));
    }

    #[test]
    fn words_after_the_list_are_set_apart() {
        assert_eq!(toggled("un\ndeux", 2..2), ("- un\n\ndeux".to_owned(), 4..4));
        assert_eq!(toggled("un\n- deux", 0..0).0, "- un\n- deux");
        assert_eq!(toggled("un\n\ndeux", 0..0).0, "- un\n\ndeux");
    }

    proptest::proptest! {
        #[test]
        fn no_selection_makes_it_panic(text in "[a\\- é\n]{0,24}", start in 0usize..30, length in 0usize..30) {
            let edited = toggle_list(&text, &(start..start + length));
            let count = edited.text.chars().count();
            proptest::prop_assert!(edited.selection.start <= edited.selection.end);
            proptest::prop_assert!(edited.selection.end <= count);
        }
    }
}
